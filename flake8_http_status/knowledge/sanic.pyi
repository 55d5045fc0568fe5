"""https://sanic.readthedocs.io/en/stable/"""
from enum import StrEnum
from http import HTTPMethod as Method
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, Iterable, Sequence

from sanic.app import Sanic
from sanic.blueprints import Blueprint
from sanic.exceptions import (
    BadRequest, ExpectationFailed, FileNotFound, Forbidden, HeaderNotFound, InternalServerError,
    InvalidHeader, MethodNotAllowed, NotFound, RangeNotSatisfiable, SanicException, ServerError,
    ServiceUnavailable, Unauthorized,
)
from sanic.request import Request
from sanic.response import HTTPResponse, empty, file, html, json, raw, redirect, text
from sanic_testing.testing import SanicASGITestClient, SanicTestClient

Handler = Callable[[Request], HTTPResponse]
RequestMiddleware = Callable[[Request], HTTPResponse]
ResponseMiddleware = Callable[[Request, HTTPResponse], HTTPResponse]
ExceptionHandler = Callable[[Request, SanicException], HTTPResponse]
# Routes call upper() on each.
Methods = Iterable[Annotated[HTTPMethod, "folds"]]

class request:
    from sanic.request.types import Request

    class types:
        # The method of a request is its text in the first line.
        class Request:
            method: HTTPMethod
            def __init__(
                self, url_bytes, headers, version, method: HTTPMethod, transport, app, head=...,
                stream_id=...,
            ): ...
            @classmethod
            def get_current(cls) -> Request: ...
            # HTTP/1.1 looks up the line of the number; HTTP/3 sends str() of it.
            async def respond(
                self, response=..., *, status: Annotated[HTTPStatus, "text"] = ..., headers=...,
                content_type=...,
            ) -> HTTPResponse: ...

class response:
    from sanic.response.convenience import (
        empty, file, file_stream, html, json, raw, redirect, text, validate_file,
    )
    from sanic.response.types import BaseHTTPResponse, HTTPResponse, JSONResponse, ResponseStream

    class types:
        # HTTP/1.1 looks up the line of the number; HTTP/3 and repr() take str() of it.
        class BaseHTTPResponse:
            status: Annotated[HTTPStatus, "text"]
            def __init__(self): ...

        class HTTPResponse(BaseHTTPResponse):
            def __init__(
                self, body=..., status: Annotated[HTTPStatus, "text"] = ..., headers=..., content_type=...
            ): ...

        class JSONResponse(HTTPResponse):
            def __init__(
                self, body=..., status: Annotated[HTTPStatus, "text"] = ..., headers=...,
                content_type=..., dumps=..., **kwargs,
            ): ...

        class ResponseStream:
            status: Annotated[HTTPStatus, "text"]
            request: Request
            def __init__(
                self, streaming_fn, status: Annotated[HTTPStatus, "text"] = ..., headers=...,
                content_type=...,
            ): ...

    class convenience:
        def empty(status: Annotated[HTTPStatus, "text"] = ..., headers=...) -> HTTPResponse: ...
        def json(
            body, status: Annotated[HTTPStatus, "text"] = ..., headers=..., content_type=..., dumps=...,
            **kwargs,
        ) -> JSONResponse: ...
        def text(
            body, status: Annotated[HTTPStatus, "text"] = ..., headers=..., content_type=...
        ) -> HTTPResponse: ...
        raw = text
        def html(body, status: Annotated[HTTPStatus, "text"] = ..., headers=...) -> HTTPResponse: ...
        async def validate_file(request_headers, last_modified) -> HTTPResponse: ...
        async def file(
            location, status: Annotated[HTTPStatus, "text"] = ..., request_headers=...,
            validate_when_requested=..., mime_type=..., headers=..., filename=..., last_modified=...,
            max_age=..., no_store=..., _range=...,
        ) -> HTTPResponse: ...
        def redirect(
            to, headers=..., status: Annotated[HTTPStatus, "text"] = ..., content_type=...
        ) -> HTTPResponse: ...
        async def file_stream(
            location, status: Annotated[HTTPStatus, "text"] = ..., chunk_size=..., mime_type=...,
            headers=..., filename=..., _range=...,
        ) -> ResponseStream: ...

class exceptions:
    # The error pages show f"{status_code} — {phrase}".
    class SanicException(Exception):
        status_code: Annotated[HTTPStatus, "text"]
        def __init__(
            self, message=..., status_code: Annotated[HTTPStatus, "text"] = ..., *, quiet=..., context=...,
            extra=..., headers=...,
        ): ...

    class HTTPException(SanicException):
        def __init__(self, message=..., *, quiet=..., context=..., extra=..., headers=...): ...

    class NotFound(HTTPException): ...
    class BadRequest(HTTPException): ...

    InvalidUsage = BadRequest
    BadURL = BadRequest

    class MethodNotAllowed(HTTPException):
        method: HTTPMethod
        allowed_methods: Sequence[HTTPMethod]
        # Joined into the header Allow.
        def __init__(
            self, message=..., method: HTTPMethod = ..., allowed_methods: Sequence[HTTPMethod] = ..., *,
            quiet=..., context=..., extra=..., headers=...,
        ): ...

    MethodNotSupported = MethodNotAllowed

    class ServerError(HTTPException): ...

    InternalServerError = ServerError

    class ServiceUnavailable(HTTPException): ...
    class URLBuildError(HTTPException): ...

    class FileNotFound(NotFound):
        def __init__(
            self, message=..., path=..., relative_url=..., *, quiet=..., context=..., extra=..., headers=...
        ): ...

    class RequestTimeout(HTTPException): ...
    class PayloadTooLarge(HTTPException): ...
    class URITooLong(HTTPException): ...
    class HeaderNotFound(BadRequest): ...
    class InvalidHeader(BadRequest): ...

    class RangeNotSatisfiable(HTTPException):
        def __init__(
            self, message=..., content_range=..., *, quiet=..., context=..., extra=..., headers=...
        ): ...

    class ExpectationFailed(HTTPException): ...
    class Forbidden(HTTPException): ...

    class Unauthorized(HTTPException):
        def __init__(
            self, message=..., scheme=..., *, quiet=..., context=..., extra=..., headers=..., **challenges
        ): ...

class handlers:
    class ErrorHandler:
        def default(self, request: Request, exception: SanicException) -> HTTPResponse: ...

class helpers:
    # Compared.
    def has_message_body(status: HTTPStatus): ...

class mixins:
    class routes:
        class RouteMixin:
            def route(
                self, uri, methods: Methods = ..., host=..., strict_slashes=..., stream=..., version=...,
                name=..., ignore_body=..., apply=..., subprotocols=..., websocket=..., unquote=...,
                static=..., version_prefix=..., error_format=..., **ctx_kwargs,
            ) -> Callable[[Handler], Handler]: ...
            def add_route(
                self, handler: Handler, uri, methods: Methods = ..., host=..., strict_slashes=...,
                version=..., name=..., stream=..., version_prefix=..., error_format=..., unquote=...,
                **ctx_kwargs,
            ) -> Handler: ...
            def get(
                self, uri, host=..., strict_slashes=..., version=..., name=..., ignore_body=...,
                version_prefix=..., error_format=..., **ctx_kwargs,
            ) -> Callable[[Handler], Handler]: ...
            head = options = delete = get
            def post(
                self, uri, host=..., strict_slashes=..., stream=..., version=..., name=...,
                version_prefix=..., error_format=..., **ctx_kwargs,
            ) -> Callable[[Handler], Handler]: ...
            put = patch = post
            def websocket(
                self, uri, host=..., strict_slashes=..., subprotocols=..., version=..., name=..., apply=...,
                version_prefix=..., error_format=..., **ctx_kwargs,
            ) -> Callable[[Callable[[Request, object], object]], object]: ...

    class middleware:
        class MiddlewareMixin:
            def middleware(
                self, middleware_or_request: ResponseMiddleware, attach_to=..., apply=..., *, priority=...
            ) -> Callable[[ResponseMiddleware], ResponseMiddleware]: ...
            def on_request(
                self, middleware: RequestMiddleware = ..., *, priority=...
            ) -> Callable[[RequestMiddleware], RequestMiddleware]: ...
            def on_response(
                self, middleware: ResponseMiddleware = ..., *, priority=...
            ) -> Callable[[ResponseMiddleware], ResponseMiddleware]: ...

    class exceptions:
        class ExceptionMixin:
            def exception(
                self, *exceptions, apply=...
            ) -> Callable[[ExceptionHandler], ExceptionHandler]: ...
            def all_exceptions(self, handler: ExceptionHandler): ...

class app:
    class Sanic(
        mixins.routes.RouteMixin, mixins.middleware.MiddlewareMixin, mixins.exceptions.ExceptionMixin
    ):
        error_handler: handlers.ErrorHandler
        test_client: SanicTestClient
        asgi_client: SanicASGITestClient
        def __init__(self, name, config=..., ctx=..., router=..., signal_router=..., error_handler=...): ...
        @classmethod
        def get_app(cls, name=..., *, force_create=...) -> Sanic: ...
        def register_middleware(
            self, middleware: ResponseMiddleware, attach_to=..., *, priority=...
        ) -> ResponseMiddleware: ...

class blueprints:
    class Blueprint(
        mixins.routes.RouteMixin, mixins.middleware.MiddlewareMixin, mixins.exceptions.ExceptionMixin
    ):
        def __init__(
            self, name, url_prefix=..., host=..., version=..., strict_slashes=..., version_prefix=...
        ): ...

class views:
    class HTTPMethodView:
        @classmethod
        def as_view(cls, *class_args, **class_kwargs) -> Handler: ...
        @classmethod
        def attach(
            cls, to, uri, methods: Methods = ..., host=..., strict_slashes=..., version=..., name=...,
            stream=..., version_prefix=...,
        ): ...
        def dispatch_request(self, request: Request, *args, **kwargs) -> HTTPResponse: ...
        def get(self, request: Request, *args, **kwargs) -> HTTPResponse: ...
        post = put = patch = delete = head = options = get

# An enum of its own; str() of a member is the method.
class constants:
    class HTTPMethod(StrEnum):
        GET: Method = "GET"
        POST: Method = "POST"
        PUT: Method = "PUT"
        HEAD: Method = "HEAD"
        OPTIONS: Method = "OPTIONS"
        PATCH: Method = "PATCH"
        DELETE: Method = "DELETE"
