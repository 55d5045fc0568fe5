"""https://falcon.readthedocs.io/en/stable/api/"""
import unittest
from http import HTTPMethod
from http import HTTPStatus as Status
from typing import Annotated, AsyncContextManager, Callable, Iterable

from falcon.app import App
from falcon.errors import HTTPMethodNotAllowed
from falcon.hooks import after, before
from falcon.http_error import HTTPError
from falcon.http_status import HTTPStatus
from falcon.request import Request
from falcon.response import Response
from falcon.util import code_to_http_status, http_status_to_code

Hook = Callable[[Request, Response], object]
Responder = Callable[[object, Request, Response], object]

class request:
    class Request:
        method: HTTPMethod
        def __init__(self, env, options=...): ...

class response:
    # An int becomes the "404 Not Found" of the status line.
    class Response:
        status: Status | str
        status_code: Status
        def __init__(self, options=...): ...

class http_status:
    # An exception of falcon's own, not the enum of the standard library.
    class HTTPStatus(Exception):
        status: Status | str
        status_code: Status
        def __init__(self, status: Status | str, headers=..., text=...): ...

class http_error:
    class HTTPError(Exception):
        status: Status | str
        status_code: Status
        def __init__(
            self, status: Status | str, *, title=..., description=..., headers=..., href=..., href_text=...,
            code=...,
        ): ...

class errors:
    # The Allow header is ", ".join(allowed_methods).
    class HTTPMethodNotAllowed(HTTPError):
        def __init__(
            self, allowed_methods: Iterable[HTTPMethod], *, title=..., description=..., headers=..., **kwargs
        ): ...

class util:
    def code_to_http_status(status: Status | str): ...
    def http_status_to_code(status: Status | str) -> Status: ...

class app:
    class App:
        def __init__(
            self, media_type=..., request_type: type[Request] = ..., response_type: type[Response] = ...,
            middleware=..., router=..., independent_middleware=..., cors_enable=...,
            sink_before_static_route=...,
        ): ...
        def add_sink(self, sink: Callable[[Request, Response], object], prefix=...): ...
        def add_error_handler(self, exception, handler: Callable[[Request, Response], object] = ...): ...
        def set_error_serializer(self, serializer: Callable[[Request, Response, HTTPError], object]): ...

class hooks:
    def before(action: Hook, *args, **kwargs) -> Callable[[Responder], Responder]: ...
    def after(action: Hook, *args, **kwargs) -> Callable[[Responder], Responder]: ...

class asgi:
    class Request(request.Request): ...
    class Response(response.Response): ...

    class App(app.App):
        def __init__(
            self, media_type=..., request_type: type[Request] = ..., response_type: type[Response] = ...,
            middleware=..., router=..., independent_middleware=..., cors_enable=...,
            sink_before_static_route=...,
        ): ...
        def add_sink(self, sink: Callable[[Request, Response], object], prefix=...): ...
        def add_error_handler(self, exception, handler: Callable[[Request, Response], object] = ...): ...

class testing:
    from falcon.testing.client import (
        ASGIConductor, Result, StreamedResult, TestClient, simulate_delete, simulate_get, simulate_head,
        simulate_options, simulate_patch, simulate_post, simulate_put, simulate_request,
    )
    from falcon.testing.helpers import create_asgi_req, create_environ, create_req, create_scope
    from falcon.testing.test_case import TestCase

    class client:
        # status is the text "200 OK".
        class _ResultBase:
            status: str
            status_code: Status
            def __init__(self, status, headers): ...

        class Result(_ResultBase):
            def __init__(self, iterable, status, headers): ...

        class StreamedResult(_ResultBase):
            def __init__(self, body_chunks, status, headers, task, req_event_emitter): ...

        # A WSGI application is run under wsgiref.validate, which asserts type(method) is str.
        def simulate_request(
            app, method: Annotated[HTTPMethod, "exact"] = ..., path=..., query_string=..., headers=...,
            content_type=..., body=..., json=..., file_wrapper=..., wsgierrors=..., params=...,
            params_csv=..., protocol=..., host=..., remote_addr=..., extras=..., http_version=..., port=...,
            root_path=..., cookies=..., asgi_chunk_size=..., asgi_disconnect_ttl=..., msgpack=...,
        ) -> Result: ...
        def simulate_get(app, path, **kwargs) -> Result: ...
        simulate_head = simulate_options = simulate_delete = simulate_get
        def simulate_post(app, path, **kwargs) -> Result: ...
        simulate_put = simulate_patch = simulate_post

        class TestClient:
            def __init__(self, app, headers=...): ...
            def simulate_request(
                self, method: Annotated[HTTPMethod, "exact"] = ..., *args, **kwargs
            ) -> Result: ...
            def simulate_get(self, path=..., **kwargs) -> Result: ...
            simulate_head = simulate_post = simulate_put = simulate_options = simulate_patch = simulate_get
            simulate_delete = simulate_get
            async def __aenter__(self) -> ASGIConductor: ...
            def get(client, *args, **kwargs) -> Result: ...
            delete = head = options = patch = post = put = get
            request = simulate_request

        # An ASGI application gets method.upper().
        class ASGIConductor:
            def __init__(self, app, headers=...): ...
            async def simulate_request(
                self, method: Annotated[HTTPMethod, "folds"] = ..., *args, **kwargs
            ) -> Result: ...
            async def simulate_get(self, path=..., **kwargs) -> Result: ...
            simulate_head = simulate_post = simulate_put = simulate_options = simulate_patch = simulate_get
            simulate_delete = simulate_get
            def simulate_get_stream(self, path=..., **kwargs) -> AsyncContextManager[StreamedResult]: ...
            async def __aenter__(self) -> ASGIConductor: ...
            async def get(client, *args, **kwargs) -> Result: ...
            delete = head = options = patch = post = put = get
            request = simulate_request

    class test_case:
        class TestCase(unittest.TestCase, client.TestClient): ...

    class helpers:
        # The environ holds the very object.
        def create_environ(
            path=..., query_string=..., http_version=..., scheme=..., host=..., port=..., headers=...,
            app=..., body=..., method: HTTPMethod = ..., wsgierrors=..., file_wrapper=..., remote_addr=...,
            root_path=..., cookies=...,
        ): ...
        def create_req(options=..., *, method: HTTPMethod = ..., **kwargs) -> Request: ...
        # The scope holds method.upper().
        def create_scope(
            path=..., query_string=..., method: Annotated[HTTPMethod, "folds"] = ..., headers=..., host=...,
            scheme=..., port=..., http_version=..., remote_addr=..., root_path=..., content_length=...,
            include_server=..., cookies=...,
        ): ...
        def create_asgi_req(
            body=..., req_type=..., options=..., *, method: Annotated[HTTPMethod, "folds"] = ..., **kwargs
        ) -> asgi.Request: ...
