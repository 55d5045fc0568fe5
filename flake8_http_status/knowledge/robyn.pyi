"""https://robyn.tech/documentation"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, Mapping

from robyn.responses import SSEResponse, StreamingResponse
from robyn.robyn import Request, Response

# A tuple's status stands last.
Returned = Response | tuple[object, object, HTTPStatus]
Handler = Callable[..., Returned]
# The schema has str() of each.
_Documented = Annotated[HTTPStatus, "text"]
Responses = Mapping[_Documented, object]

class robyn:
    class Request:
        method: HTTPMethod
        def __init__(
            self, query_params, headers, path_params, body, method: HTTPMethod, url, form_data, files,
            identity, ip_addr, session=...,
        ): ...

    # Compiled: the status becomes a number of Rust.
    class Response:
        status_code: HTTPStatus
        def __init__(self, status_code: HTTPStatus, headers=..., description=..., *, body=...): ...

class responses:
    class FileResponse:
        status_code: HTTPStatus
        def __init__(self, file_path, status_code: HTTPStatus = ..., headers=...): ...

    class StreamingResponse:
        status_code: HTTPStatus
        def __init__(self, content, status_code: HTTPStatus = ..., headers=..., media_type=...): ...

    def SSEResponse(content, status_code: HTTPStatus = ..., headers=...) -> StreamingResponse: ...

class exceptions:
    # str() gives f"{status_code}: {detail}".
    class HTTPException(Exception):
        status_code: Annotated[HTTPStatus, "text"]
        def __init__(self, status_code: Annotated[HTTPStatus, "text"], detail=...): ...

    # Close codes of websockets (1000 and above) are no HTTP statuses.
    class WebSocketException(Exception):
        def __init__(self, code, reason=...): ...

class BaseRobyn:
    def get(
        self, endpoint, const=..., auth_required=..., openapi_name=..., openapi_tags=...,
        status_code: _Documented = ..., response_model=..., responses: Responses = ..., deprecated=...,
        include_in_schema=...,
    ) -> Callable[[Handler], Handler]: ...
    def post(
        self, endpoint, auth_required=..., openapi_name=..., openapi_tags=...,
        status_code: _Documented = ..., response_model=..., responses: Responses = ..., deprecated=...,
        include_in_schema=...,
    ) -> Callable[[Handler], Handler]: ...
    put = delete = patch = head = options = trace = connect = post
    def before_request(self, endpoint=...) -> Callable[[Callable[[Request], Response]], object]: ...
    def after_request(self, endpoint=...) -> Callable[[Callable[[Response], Response]], object]: ...
    def exception(self, exception_handler: Callable[[Exception], Response]): ...

class Robyn(BaseRobyn):
    def __init__(self, file_object, config=..., openapi_file_path=..., openapi=..., dependencies=...): ...

class SubRouter(BaseRobyn):
    def __init__(self, *args, prefix=..., tags=..., config=..., openapi=...): ...

class testing:
    class TestResponse:
        status_code: HTTPStatus
        def __init__(self, status_code: HTTPStatus, headers, _body=...): ...

    class TestClient:
        def __init__(self, app): ...
        def get(self, path, **kw) -> TestResponse: ...
        head = options = get
        def post(self, path, json_data=..., **kw) -> TestResponse: ...
        put = patch = delete = post

class status_codes:
    HTTP_100_CONTINUE: HTTPStatus = 100
    HTTP_101_SWITCHING_PROTOCOLS: HTTPStatus = 101
    HTTP_102_PROCESSING: HTTPStatus = 102
    HTTP_103_EARLY_HINTS: HTTPStatus = 103
    HTTP_200_OK: HTTPStatus = 200
    HTTP_201_CREATED: HTTPStatus = 201
    HTTP_202_ACCEPTED: HTTPStatus = 202
    HTTP_203_NON_AUTHORITATIVE_INFORMATION: HTTPStatus = 203
    HTTP_204_NO_CONTENT: HTTPStatus = 204
    HTTP_205_RESET_CONTENT: HTTPStatus = 205
    HTTP_206_PARTIAL_CONTENT: HTTPStatus = 206
    HTTP_207_MULTI_STATUS: HTTPStatus = 207
    HTTP_208_ALREADY_REPORTED: HTTPStatus = 208
    HTTP_226_IM_USED: HTTPStatus = 226
    HTTP_300_MULTIPLE_CHOICES: HTTPStatus = 300
    HTTP_301_MOVED_PERMANENTLY: HTTPStatus = 301
    HTTP_302_FOUND: HTTPStatus = 302
    HTTP_303_SEE_OTHER: HTTPStatus = 303
    HTTP_304_NOT_MODIFIED: HTTPStatus = 304
    HTTP_305_USE_PROXY: HTTPStatus = 305
    HTTP_306_RESERVED: HTTPStatus = 306
    HTTP_307_TEMPORARY_REDIRECT: HTTPStatus = 307
    HTTP_308_PERMANENT_REDIRECT: HTTPStatus = 308
    HTTP_400_BAD_REQUEST: HTTPStatus = 400
    HTTP_401_UNAUTHORIZED: HTTPStatus = 401
    HTTP_402_PAYMENT_REQUIRED: HTTPStatus = 402
    HTTP_403_FORBIDDEN: HTTPStatus = 403
    HTTP_404_NOT_FOUND: HTTPStatus = 404
    HTTP_405_METHOD_NOT_ALLOWED: HTTPStatus = 405
    HTTP_406_NOT_ACCEPTABLE: HTTPStatus = 406
    HTTP_407_PROXY_AUTHENTICATION_REQUIRED: HTTPStatus = 407
    HTTP_408_REQUEST_TIMEOUT: HTTPStatus = 408
    HTTP_409_CONFLICT: HTTPStatus = 409
    HTTP_410_GONE: HTTPStatus = 410
    HTTP_411_LENGTH_REQUIRED: HTTPStatus = 411
    HTTP_412_PRECONDITION_FAILED: HTTPStatus = 412
    HTTP_413_REQUEST_ENTITY_TOO_LARGE: HTTPStatus = 413
    HTTP_414_REQUEST_URI_TOO_LONG: HTTPStatus = 414
    HTTP_415_UNSUPPORTED_MEDIA_TYPE: HTTPStatus = 415
    HTTP_416_REQUESTED_RANGE_NOT_SATISFIABLE: HTTPStatus = 416
    HTTP_417_EXPECTATION_FAILED: HTTPStatus = 417
    HTTP_418_IM_A_TEAPOT: HTTPStatus = 418
    HTTP_421_MISDIRECTED_REQUEST: HTTPStatus = 421
    HTTP_422_UNPROCESSABLE_ENTITY: HTTPStatus = 422
    HTTP_423_LOCKED: HTTPStatus = 423
    HTTP_424_FAILED_DEPENDENCY: HTTPStatus = 424
    HTTP_425_TOO_EARLY: HTTPStatus = 425
    HTTP_426_UPGRADE_REQUIRED: HTTPStatus = 426
    HTTP_428_PRECONDITION_REQUIRED: HTTPStatus = 428
    HTTP_429_TOO_MANY_REQUESTS: HTTPStatus = 429
    HTTP_431_REQUEST_HEADER_FIELDS_TOO_LARGE: HTTPStatus = 431
    HTTP_451_UNAVAILABLE_FOR_LEGAL_REASONS: HTTPStatus = 451
    HTTP_500_INTERNAL_SERVER_ERROR: HTTPStatus = 500
    HTTP_501_NOT_IMPLEMENTED: HTTPStatus = 501
    HTTP_502_BAD_GATEWAY: HTTPStatus = 502
    HTTP_503_SERVICE_UNAVAILABLE: HTTPStatus = 503
    HTTP_504_GATEWAY_TIMEOUT: HTTPStatus = 504
    HTTP_505_HTTP_VERSION_NOT_SUPPORTED: HTTPStatus = 505
    HTTP_506_VARIANT_ALSO_NEGOTIATES: HTTPStatus = 506
    HTTP_507_INSUFFICIENT_STORAGE: HTTPStatus = 507
    HTTP_508_LOOP_DETECTED: HTTPStatus = 508
    HTTP_510_NOT_EXTENDED: HTTPStatus = 510
    HTTP_511_NETWORK_AUTHENTICATION_REQUIRED: HTTPStatus = 511
