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
