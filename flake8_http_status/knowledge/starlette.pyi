"""https://starlette.dev/"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Awaitable, Callable, Collection, Iterable, Mapping, TypeVar

import httpx
from starlette.requests import Request
from starlette.responses import Response

T = TypeVar("T")
Endpoint = Callable[[Request], Response]
ExceptionHandler = Callable[[Request, exceptions.HTTPException], Response]
# Routes call upper() on each method.
Methods = Iterable[Annotated[HTTPMethod, "folds"]]

class requests:
    class HTTPConnection:
        def __init__(self, scope, receive=...): ...

    class Request(HTTPConnection):
        method: Annotated[HTTPMethod, "upper"]
        def __init__(self, scope, receive=..., send=...): ...

class responses:
    # The status goes into the ASGI message as it is; servers compare and format it.
    class Response:
        status_code: HTTPStatus
        def __init__(
            self, content=..., status_code: HTTPStatus = ..., headers=..., media_type=..., background=...
        ): ...

    class HTMLResponse(Response): ...
    class PlainTextResponse(Response): ...

    class JSONResponse(Response):
        def __init__(
            self, content, status_code: HTTPStatus = ..., headers=..., media_type=..., background=...
        ): ...

    class RedirectResponse(Response):
        def __init__(self, url, status_code: HTTPStatus = ..., headers=..., background=...): ...

    class StreamingResponse(Response):
        def __init__(
            self, content, status_code: HTTPStatus = ..., headers=..., media_type=..., background=...
        ): ...

    class FileResponse(Response):
        def __init__(
            self, path, status_code: HTTPStatus = ..., headers=..., media_type=..., background=...,
            filename=..., stat_result=..., content_disposition_type=...,
        ): ...

class exceptions:
    # str() gives f"{status_code}: {detail}".
    class HTTPException(Exception):
        status_code: HTTPStatus
        def __init__(self, status_code: HTTPStatus, detail=..., headers=...): ...

    # Close codes of websockets (1000 and above) are no HTTP statuses.
    class WebSocketException(Exception):
        def __init__(self, code, reason=...): ...

class websockets:
    class WebSocketDisconnect(Exception):
        code: object
        def __init__(self, code=..., reason=...): ...

    class WebSocket(requests.HTTPConnection):
        def __init__(self, scope, receive, send): ...
        async def close(self, code=..., reason=...): ...

class applications:
    class Starlette:
        def __init__(
            self, debug=..., routes=..., middleware=...,
            exception_handlers: Mapping[HTTPStatus, ExceptionHandler] = ..., lifespan=..., *,
            max_body_size=...,
        ): ...
        def add_exception_handler(self, exc_class_or_status_code: HTTPStatus, handler: ExceptionHandler): ...
        def add_route(
            self, path, route: Endpoint, methods: Methods = ..., name=..., include_in_schema=...
        ): ...

class routing:
    class Route:
        methods: set[HTTPMethod]
        def __init__(
            self, path, endpoint: Endpoint, *, methods: Methods = ..., name=..., include_in_schema=...,
            middleware=..., max_body_size=...,
        ): ...

    class Router:
        def __init__(
            self, routes=..., redirect_slashes=..., default=..., lifespan=..., *, middleware=...,
            max_body_size=...,
        ): ...
        def add_route(
            self, path, endpoint: Endpoint, methods: Methods = ..., name=..., include_in_schema=...
        ): ...

class endpoints:
    class HTTPEndpoint:
        def __init__(self, scope, receive, send): ...
        async def method_not_allowed(self, request: Request) -> Response: ...
        def get(self, request: Request) -> Response: ...
        post = put = delete = patch = head = options = get

class authentication:
    # Raises HTTPException(status_code=...).
    def requires(scopes, status_code: HTTPStatus = ..., redirect=...) -> Callable[[T], T]: ...

class staticfiles:
    class StaticFiles:
        def __init__(self, *, directory=..., packages=..., html=..., check_dir=..., follow_symlink=...): ...
        async def get_response(self, path, scope) -> Response: ...
        def file_response(self, full_path, stat_result, scope, status_code: HTTPStatus = ...) -> Response: ...

class templating:
    class Jinja2Templates:
        def __init__(self, directory=..., *, context_processors=..., env=...): ...
        def TemplateResponse(
            self, request: Request, name, context=..., status_code: HTTPStatus = ..., headers=...,
            media_type=..., background=...,
        ) -> Response: ...

class middleware:
    class Middleware:
        def __init__(self, cls, *args, allow_methods: Collection[HTTPMethod] = ..., **kwargs): ...

    class base:
        RequestResponseEndpoint = Callable[[Request], Awaitable[Response]]

        class BaseHTTPMiddleware:
            def __init__(self, app, dispatch=...): ...
            async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response: ...

    class cors:
        # Compared with the request's header and joined into one.
        class CORSMiddleware:
            def __init__(
                self, app, allow_origins=..., allow_methods: Collection[HTTPMethod] = ...,
                allow_headers=..., allow_credentials=..., allow_origin_regex=..., allow_private_network=...,
                expose_headers=..., max_age=...,
            ): ...

class testclient:
    # httpx calls method.upper().
    class TestClient(httpx.Client):
        def __init__(
            self, app, base_url=..., raise_server_exceptions=..., root_path=..., backend=...,
            backend_options=..., cookies=..., headers=..., follow_redirects=..., client=...,
        ): ...
        def request(
            self, method: Annotated[HTTPMethod, "folds"], url, *, content=..., data=..., files=...,
            json=..., params=..., headers=..., cookies=..., auth=..., follow_redirects=..., timeout=...,
            extensions=...,
        ) -> httpx.Response: ...
        def get(
            self, url, *, params=..., headers=..., cookies=..., auth=..., follow_redirects=..., timeout=...,
            extensions=...,
        ) -> httpx.Response: ...
        options = head = delete = get
        def post(
            self, url, *, content=..., data=..., files=..., json=..., params=..., headers=..., cookies=...,
            auth=..., follow_redirects=..., timeout=..., extensions=...,
        ) -> httpx.Response: ...
        put = patch = post

# The module gives the old names by __getattr__, with a warning.
class status:
    HTTP_100_CONTINUE: HTTPStatus = 100
    HTTP_101_SWITCHING_PROTOCOLS: HTTPStatus = 101
    HTTP_102_PROCESSING: Annotated[HTTPStatus, "since:0.14.2"] = 102
    HTTP_103_EARLY_HINTS: Annotated[HTTPStatus, "since:0.14.2"] = 103
    HTTP_200_OK: HTTPStatus = 200
    HTTP_201_CREATED: HTTPStatus = 201
    HTTP_202_ACCEPTED: HTTPStatus = 202
    HTTP_203_NON_AUTHORITATIVE_INFORMATION: HTTPStatus = 203
    HTTP_204_NO_CONTENT: HTTPStatus = 204
    HTTP_205_RESET_CONTENT: HTTPStatus = 205
    HTTP_206_PARTIAL_CONTENT: HTTPStatus = 206
    HTTP_207_MULTI_STATUS: HTTPStatus = 207
    HTTP_208_ALREADY_REPORTED: Annotated[HTTPStatus, "since:0.14.2"] = 208
    HTTP_226_IM_USED: Annotated[HTTPStatus, "since:0.14.2"] = 226
    HTTP_300_MULTIPLE_CHOICES: HTTPStatus = 300
    HTTP_301_MOVED_PERMANENTLY: HTTPStatus = 301
    HTTP_302_FOUND: HTTPStatus = 302
    HTTP_303_SEE_OTHER: HTTPStatus = 303
    HTTP_304_NOT_MODIFIED: HTTPStatus = 304
    HTTP_305_USE_PROXY: HTTPStatus = 305
    HTTP_306_RESERVED: HTTPStatus = 306
    HTTP_307_TEMPORARY_REDIRECT: HTTPStatus = 307
    HTTP_308_PERMANENT_REDIRECT: Annotated[HTTPStatus, "since:0.14.2"] = 308
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
    HTTP_413_CONTENT_TOO_LARGE: Annotated[HTTPStatus, "since:0.48"] = 413
    HTTP_413_REQUEST_ENTITY_TOO_LARGE: Annotated[HTTPStatus, "deprecated:0.48"] = 413
    HTTP_414_URI_TOO_LONG: Annotated[HTTPStatus, "since:0.48"] = 414
    HTTP_414_REQUEST_URI_TOO_LONG: Annotated[HTTPStatus, "deprecated:0.48"] = 414
    HTTP_415_UNSUPPORTED_MEDIA_TYPE: HTTPStatus = 415
    HTTP_416_RANGE_NOT_SATISFIABLE: Annotated[HTTPStatus, "since:0.48"] = 416
    HTTP_416_REQUESTED_RANGE_NOT_SATISFIABLE: Annotated[HTTPStatus, "deprecated:0.48"] = 416
    HTTP_417_EXPECTATION_FAILED: HTTPStatus = 417
    HTTP_418_IM_A_TEAPOT: Annotated[HTTPStatus, "since:0.14"] = 418
    HTTP_421_MISDIRECTED_REQUEST: Annotated[HTTPStatus, "since:0.14.2"] = 421
    HTTP_422_UNPROCESSABLE_CONTENT: Annotated[HTTPStatus, "since:0.48"] = 422
    HTTP_422_UNPROCESSABLE_ENTITY: Annotated[HTTPStatus, "deprecated:0.48"] = 422
    HTTP_423_LOCKED: HTTPStatus = 423
    HTTP_424_FAILED_DEPENDENCY: HTTPStatus = 424
    HTTP_425_TOO_EARLY: Annotated[HTTPStatus, "since:0.12.11"] = 425
    HTTP_426_UPGRADE_REQUIRED: Annotated[HTTPStatus, "since:0.14.2"] = 426
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
    HTTP_506_VARIANT_ALSO_NEGOTIATES: Annotated[HTTPStatus, "since:0.14.2"] = 506
    HTTP_507_INSUFFICIENT_STORAGE: HTTPStatus = 507
    HTTP_508_LOOP_DETECTED: Annotated[HTTPStatus, "since:0.14.2"] = 508
    HTTP_510_NOT_EXTENDED: Annotated[HTTPStatus, "since:0.14.2"] = 510
    HTTP_511_NETWORK_AUTHENTICATION_REQUIRED: HTTPStatus = 511
