"""https://docs.litestar.dev/latest/reference/"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, Iterable, Mapping, Sequence

import httpx
from litestar.app import Litestar
from litestar.connection import Request
from litestar.controller import Controller
from litestar.handlers import delete, get, head, patch, post, put, route
from litestar.response import Response
from litestar.router import Router

Endpoint = Callable[..., Response]
ExceptionHandler = Callable[[Request, exceptions.HTTPException], Response]
ExceptionHandlers = Mapping[HTTPStatus, ExceptionHandler]
BeforeRequest = Callable[[Request], Response]
AfterRequest = Callable[[Response], Response]
# The OpenAPI schema has str() of each.
_Documented = Annotated[HTTPStatus, "text"]
Responses = Mapping[_Documented, object]
_Method = Annotated[HTTPMethod, "folds"]

class connection:
    from litestar.connection.request import Request

    class request:
        class Request:
            method: HTTPMethod
            def __init__(self, scope, receive=..., send=...): ...

class response:
    from litestar.response.base import Response
    from litestar.response.file import File
    from litestar.response.redirect import Redirect
    from litestar.response.sse import ServerSentEvent
    from litestar.response.streaming import Stream
    from litestar.response.template import Template

    class base:
        # The status goes into the ASGI message as it is.
        class ASGIResponse:
            status_code: HTTPStatus
            def __init__(
                self, *, background=..., body=..., content_length=..., cookies=..., encoded_headers=...,
                encoding=..., headers=..., is_head_response=..., media_type=...,
                status_code: HTTPStatus = ...,
            ): ...

        class Response:
            status_code: HTTPStatus
            def __init__(
                self, content, *, background=..., cookies=..., encoding=..., headers=..., media_type=...,
                status_code: HTTPStatus = ..., type_encoders=...,
            ): ...
            def to_asgi_response(
                self, app, request: Request, *, background=..., cookies=..., encoded_headers=...,
                headers=..., is_head_response=..., media_type=..., status_code: HTTPStatus = ...,
                type_encoders=...,
            ) -> ASGIResponse: ...

    class file:
        class File(Response):
            def __init__(
                self, path, *, background=..., chunk_size=..., content_disposition_type=..., cookies=...,
                encoding=..., etag=..., file_info=..., file_system=..., filename=..., headers=...,
                media_type=..., stat_result=..., status_code: HTTPStatus = ...,
            ): ...

    class redirect:
        # Compared with the five that it may be.
        class Redirect(Response):
            def __init__(
                self, path, *, background=..., cookies=..., encoding=..., headers=..., media_type=...,
                status_code: HTTPStatus = ..., type_encoders=..., query_params=...,
            ): ...

    class streaming:
        class Stream(Response):
            def __init__(
                self, content, *, background=..., cookies=..., encoding=..., headers=..., media_type=...,
                status_code: HTTPStatus = ...,
            ): ...

    class sse:
        class ServerSentEvent(Response):
            def __init__(
                self, content, *, background=..., cookies=..., encoding=..., headers=..., event_type=...,
                event_id=..., retry_duration=..., comment_message=..., status_code: HTTPStatus = ...,
            ): ...

    class template:
        class Template(Response):
            def __init__(
                self, template_name=..., *, template_str=..., background=..., context=..., cookies=...,
                encoding=..., headers=..., media_type=..., status_code: HTTPStatus = ...,
            ): ...

class exceptions:
    from litestar.exceptions.http_exceptions import (
        ClientException, HTTPException, ImproperlyConfiguredException, InternalServerException,
        MethodNotAllowedException, NoRouteMatchFoundException, NotAuthorizedException, NotFoundException,
        PermissionDeniedException, ServiceUnavailableException, TemplateNotFoundException,
        TooManyRequestsException, ValidationException,
    )
    from litestar.exceptions.websocket_exceptions import WebSocketException

    class http_exceptions:
        # str() gives f"{status_code}: {detail}".
        class HTTPException(Exception):
            status_code: Annotated[HTTPStatus, "text"]
            def __init__(
                self, *args, detail=..., status_code: Annotated[HTTPStatus, "text"] = ..., headers=...,
                extra=...,
            ): ...

        class ImproperlyConfiguredException(HTTPException): ...
        class ClientException(HTTPException): ...
        class ValidationException(ClientException): ...
        class NotAuthorizedException(ClientException): ...
        class PermissionDeniedException(ClientException): ...
        class NotFoundException(ClientException): ...
        class MethodNotAllowedException(ClientException): ...
        class TooManyRequestsException(ClientException): ...
        class InternalServerException(HTTPException): ...
        class ServiceUnavailableException(InternalServerException): ...
        class NoRouteMatchFoundException(InternalServerException): ...
        class TemplateNotFoundException(InternalServerException):
            def __init__(self, *args, template_name): ...

    # Close codes of websockets (1000 and above) are no HTTP statuses.
    class websocket_exceptions:
        class WebSocketException(Exception):
            def __init__(self, *args, detail, code=...): ...

class handlers:
    from litestar.handlers.http_handlers import HTTPRouteHandler, delete, get, head, patch, post, put, route

    class http_handlers:
        from litestar.handlers.http_handlers.base import HTTPRouteHandler
        from litestar.handlers.http_handlers.base import HTTPRouteHandler as route
        from litestar.handlers.http_handlers.decorators import delete, get, head, patch, post, put

        class base:
            class HTTPRouteHandler:
                status_code: HTTPStatus
                http_methods: set[HTTPMethod]
                # upper() is called on each method.
                def __init__(
                    self, path=..., *, http_method: _Method | Sequence[_Method],
                    status_code: _Documented = ..., responses: Responses = ...,
                    exception_handlers: ExceptionHandlers = ..., before_request: BeforeRequest = ...,
                    after_request: AfterRequest = ..., **kwargs,
                ): ...
                def __call__(self, fn: Endpoint) -> HTTPRouteHandler: ...

        class decorators:
            class get(base.HTTPRouteHandler):
                def __init__(
                    self, path=..., *, status_code: _Documented = ..., responses: Responses = ...,
                    exception_handlers: ExceptionHandlers = ..., before_request: BeforeRequest = ...,
                    after_request: AfterRequest = ..., **kwargs,
                ): ...

            class post(base.HTTPRouteHandler):
                def __init__(
                    self, path=..., *, status_code: _Documented = ..., responses: Responses = ...,
                    exception_handlers: ExceptionHandlers = ..., before_request: BeforeRequest = ...,
                    after_request: AfterRequest = ..., **kwargs,
                ): ...

            class put(base.HTTPRouteHandler):
                def __init__(
                    self, path=..., *, status_code: _Documented = ..., responses: Responses = ...,
                    exception_handlers: ExceptionHandlers = ..., before_request: BeforeRequest = ...,
                    after_request: AfterRequest = ..., **kwargs,
                ): ...

            class patch(base.HTTPRouteHandler):
                def __init__(
                    self, path=..., *, status_code: _Documented = ..., responses: Responses = ...,
                    exception_handlers: ExceptionHandlers = ..., before_request: BeforeRequest = ...,
                    after_request: AfterRequest = ..., **kwargs,
                ): ...

            class delete(base.HTTPRouteHandler):
                def __init__(
                    self, path=..., *, status_code: _Documented = ..., responses: Responses = ...,
                    exception_handlers: ExceptionHandlers = ..., before_request: BeforeRequest = ...,
                    after_request: AfterRequest = ..., **kwargs,
                ): ...

            class head(base.HTTPRouteHandler):
                def __init__(
                    self, path=..., *, status_code: _Documented = ..., responses: Responses = ...,
                    exception_handlers: ExceptionHandlers = ..., before_request: BeforeRequest = ...,
                    after_request: AfterRequest = ..., **kwargs,
                ): ...

class controller:
    class Controller:
        exception_handlers: ExceptionHandlers
        before_request: BeforeRequest
        after_request: AfterRequest

class router:
    class Router:
        def __init__(
            self, path, *, exception_handlers: ExceptionHandlers = ..., before_request: BeforeRequest = ...,
            after_request: AfterRequest = ...,
        ): ...

class app:
    class Litestar(router.Router):
        def __init__(
            self, route_handlers=..., *, exception_handlers: ExceptionHandlers = ...,
            before_request: BeforeRequest = ..., after_request: AfterRequest = ...,
        ): ...

class config:
    class cors:
        # Compared with the request's header and joined into one.
        class CORSConfig:
            allow_methods: Sequence[HTTPMethod]
            def __init__(
                self, allow_origins=..., allow_methods: Iterable[HTTPMethod] = ..., allow_headers=...,
                allow_credentials=..., allow_origin_regex=..., expose_headers=..., max_age=...,
            ): ...

    class csrf:
        class CSRFConfig:
            safe_methods: set[HTTPMethod]
            def __init__(
                self, secret, cookie_name=..., cookie_path=..., header_name=..., cookie_secure=...,
                cookie_httponly=..., cookie_samesite=..., cookie_domain=...,
                safe_methods: Iterable[HTTPMethod] = ...,
            ): ...

class testing:
    from litestar.testing.client import AsyncTestClient, TestClient
    from litestar.testing.helpers import create_async_test_client, create_test_client
    from litestar.testing.request_factory import RequestFactory

    class client:
        from litestar.testing.client.async_client import AsyncTestClient
        from litestar.testing.client.sync_client import TestClient

        class sync_client:
            class TestClient(httpx.Client):
                def __init__(
                    self, app, base_url=..., raise_server_exceptions=..., root_path=..., backend=...,
                    backend_options=..., session_config=..., timeout=..., cookies=...,
                ): ...

        class async_client:
            class AsyncTestClient(httpx.AsyncClient):
                def __init__(
                    self, app, base_url=..., raise_server_exceptions=..., root_path=..., backend=...,
                    backend_options=..., session_config=..., timeout=..., cookies=...,
                ): ...

    class helpers:
        def create_test_client(
            route_handlers=..., *, exception_handlers: ExceptionHandlers = ...,
            before_request: BeforeRequest = ..., after_request: AfterRequest = ...,
        ) -> client.sync_client.TestClient: ...
        def create_async_test_client(
            route_handlers=..., *, exception_handlers: ExceptionHandlers = ...,
            before_request: BeforeRequest = ..., after_request: AfterRequest = ...,
        ) -> client.async_client.AsyncTestClient: ...

    class request_factory:
        class RequestFactory:
            def __init__(
                self, app=..., server=..., port=..., root_path=..., scheme=..., handler_kwargs=...
            ): ...
            def get(self, path=..., headers=..., cookies=..., session=..., user=..., auth=...) -> Request: ...
            post = put = patch = delete = get

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
