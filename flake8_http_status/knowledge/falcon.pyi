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
from falcon.status_codes import *
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

# What HTTP sends: the number and the phrase.
class status_codes:
    HTTP_100: str = "100 Continue"
    HTTP_CONTINUE: str = "100 Continue"
    HTTP_101: str = "101 Switching Protocols"
    HTTP_SWITCHING_PROTOCOLS: str = "101 Switching Protocols"
    HTTP_102: Annotated[str, "since:1.2"] = "102 Processing"
    HTTP_PROCESSING: Annotated[str, "since:1.2"] = "102 Processing"
    HTTP_103: Annotated[str, "since:4.0"] = "103 Early Hints"
    HTTP_EARLY_HINTS: Annotated[str, "since:4.0"] = "103 Early Hints"
    HTTP_200: str = "200 OK"
    HTTP_OK: str = "200 OK"
    HTTP_201: str = "201 Created"
    HTTP_CREATED: str = "201 Created"
    HTTP_202: str = "202 Accepted"
    HTTP_ACCEPTED: str = "202 Accepted"
    HTTP_203: str = "203 Non-Authoritative Information"
    HTTP_NON_AUTHORITATIVE_INFORMATION: str = "203 Non-Authoritative Information"
    HTTP_204: str = "204 No Content"
    HTTP_NO_CONTENT: str = "204 No Content"
    HTTP_205: str = "205 Reset Content"
    HTTP_RESET_CONTENT: str = "205 Reset Content"
    HTTP_206: str = "206 Partial Content"
    HTTP_PARTIAL_CONTENT: str = "206 Partial Content"
    HTTP_207: Annotated[str, "since:1.2"] = "207 Multi-Status"
    HTTP_MULTI_STATUS: Annotated[str, "since:1.2"] = "207 Multi-Status"
    HTTP_208: Annotated[str, "since:1.2"] = "208 Already Reported"
    HTTP_ALREADY_REPORTED: Annotated[str, "since:1.2"] = "208 Already Reported"
    HTTP_226: str = "226 IM Used"
    HTTP_IM_USED: str = "226 IM Used"
    HTTP_300: str = "300 Multiple Choices"
    HTTP_MULTIPLE_CHOICES: str = "300 Multiple Choices"
    HTTP_301: str = "301 Moved Permanently"
    HTTP_MOVED_PERMANENTLY: str = "301 Moved Permanently"
    HTTP_302: str = "302 Found"
    HTTP_FOUND: str = "302 Found"
    HTTP_303: str = "303 See Other"
    HTTP_SEE_OTHER: str = "303 See Other"
    HTTP_304: str = "304 Not Modified"
    HTTP_NOT_MODIFIED: str = "304 Not Modified"
    HTTP_305: str = "305 Use Proxy"
    HTTP_USE_PROXY: str = "305 Use Proxy"
    HTTP_307: str = "307 Temporary Redirect"
    HTTP_TEMPORARY_REDIRECT: str = "307 Temporary Redirect"
    HTTP_308: Annotated[str, "since:1.0"] = "308 Permanent Redirect"
    HTTP_PERMANENT_REDIRECT: Annotated[str, "since:1.0"] = "308 Permanent Redirect"
    HTTP_400: str = "400 Bad Request"
    HTTP_BAD_REQUEST: str = "400 Bad Request"
    HTTP_401: str = "401 Unauthorized"
    HTTP_UNAUTHORIZED: str = "401 Unauthorized"
    HTTP_402: str = "402 Payment Required"
    HTTP_PAYMENT_REQUIRED: str = "402 Payment Required"
    HTTP_403: str = "403 Forbidden"
    HTTP_FORBIDDEN: str = "403 Forbidden"
    HTTP_404: str = "404 Not Found"
    HTTP_NOT_FOUND: str = "404 Not Found"
    HTTP_405: str = "405 Method Not Allowed"
    HTTP_METHOD_NOT_ALLOWED: str = "405 Method Not Allowed"
    HTTP_406: str = "406 Not Acceptable"
    HTTP_NOT_ACCEPTABLE: str = "406 Not Acceptable"
    HTTP_407: str = "407 Proxy Authentication Required"
    HTTP_PROXY_AUTHENTICATION_REQUIRED: str = "407 Proxy Authentication Required"
    HTTP_408: str = "408 Request Timeout"
    HTTP_REQUEST_TIMEOUT: str = "408 Request Timeout"
    HTTP_409: str = "409 Conflict"
    HTTP_CONFLICT: str = "409 Conflict"
    HTTP_410: str = "410 Gone"
    HTTP_GONE: str = "410 Gone"
    HTTP_411: str = "411 Length Required"
    HTTP_LENGTH_REQUIRED: str = "411 Length Required"
    HTTP_412: str = "412 Precondition Failed"
    HTTP_PRECONDITION_FAILED: str = "412 Precondition Failed"
    HTTP_413: str = "413 Content Too Large"
    HTTP_REQUEST_ENTITY_TOO_LARGE: str = "413 Content Too Large"
    HTTP_CONTENT_TOO_LARGE: Annotated[str, "since:4.0"] = "413 Content Too Large"
    HTTP_PAYLOAD_TOO_LARGE: Annotated[str, "since:4.0"] = "413 Content Too Large"
    HTTP_414: str = "414 URI Too Long"
    HTTP_REQUEST_URI_TOO_LONG: str = "414 URI Too Long"
    HTTP_415: str = "415 Unsupported Media Type"
    HTTP_UNSUPPORTED_MEDIA_TYPE: str = "415 Unsupported Media Type"
    HTTP_416: str = "416 Range Not Satisfiable"
    HTTP_REQUESTED_RANGE_NOT_SATISFIABLE: str = "416 Range Not Satisfiable"
    HTTP_417: str = "417 Expectation Failed"
    HTTP_EXPECTATION_FAILED: str = "417 Expectation Failed"
    HTTP_418: str = "418 I'm a teapot"
    HTTP_IM_A_TEAPOT: str = "418 I'm a teapot"
    HTTP_421: Annotated[str, "since:4.0"] = "421 Misdirected Request"
    HTTP_MISDIRECTED_REQUEST: Annotated[str, "since:4.0"] = "421 Misdirected Request"
    HTTP_422: Annotated[str, "since:1.0"] = "422 Unprocessable Entity"
    HTTP_UNPROCESSABLE_ENTITY: Annotated[str, "since:1.0"] = "422 Unprocessable Entity"
    HTTP_423: Annotated[str, "since:1.2"] = "423 Locked"
    HTTP_LOCKED: Annotated[str, "since:1.2"] = "423 Locked"
    HTTP_424: Annotated[str, "since:1.2"] = "424 Failed Dependency"
    HTTP_FAILED_DEPENDENCY: Annotated[str, "since:1.2"] = "424 Failed Dependency"
    HTTP_425: Annotated[str, "since:4.0"] = "425 Too Early"
    HTTP_TOO_EARLY: Annotated[str, "since:4.0"] = "425 Too Early"
    HTTP_426: str = "426 Upgrade Required"
    HTTP_UPGRADE_REQUIRED: str = "426 Upgrade Required"
    HTTP_428: Annotated[str, "since:1.0"] = "428 Precondition Required"
    HTTP_PRECONDITION_REQUIRED: Annotated[str, "since:1.0"] = "428 Precondition Required"
    HTTP_429: Annotated[str, "since:1.0"] = "429 Too Many Requests"
    HTTP_TOO_MANY_REQUESTS: Annotated[str, "since:1.0"] = "429 Too Many Requests"
    HTTP_431: Annotated[str, "since:1.0"] = "431 Request Header Fields Too Large"
    HTTP_REQUEST_HEADER_FIELDS_TOO_LARGE: Annotated[str, "since:1.0"] = "431 Request Header Fields Too Large"
    HTTP_451: Annotated[str, "since:1.0"] = "451 Unavailable For Legal Reasons"
    HTTP_UNAVAILABLE_FOR_LEGAL_REASONS: Annotated[str, "since:1.0"] = "451 Unavailable For Legal Reasons"
    HTTP_500: str = "500 Internal Server Error"
    HTTP_INTERNAL_SERVER_ERROR: str = "500 Internal Server Error"
    HTTP_501: str = "501 Not Implemented"
    HTTP_NOT_IMPLEMENTED: str = "501 Not Implemented"
    HTTP_502: str = "502 Bad Gateway"
    HTTP_BAD_GATEWAY: str = "502 Bad Gateway"
    HTTP_503: str = "503 Service Unavailable"
    HTTP_SERVICE_UNAVAILABLE: str = "503 Service Unavailable"
    HTTP_504: str = "504 Gateway Timeout"
    HTTP_GATEWAY_TIMEOUT: str = "504 Gateway Timeout"
    HTTP_505: str = "505 HTTP Version Not Supported"
    HTTP_HTTP_VERSION_NOT_SUPPORTED: str = "505 HTTP Version Not Supported"
    HTTP_506: Annotated[str, "since:4.0"] = "506 Variant Also Negotiates"
    HTTP_VARIANT_ALSO_NEGOTIATES: Annotated[str, "since:4.0"] = "506 Variant Also Negotiates"
    HTTP_507: Annotated[str, "since:1.2"] = "507 Insufficient Storage"
    HTTP_INSUFFICIENT_STORAGE: Annotated[str, "since:1.2"] = "507 Insufficient Storage"
    HTTP_508: Annotated[str, "since:1.2"] = "508 Loop Detected"
    HTTP_LOOP_DETECTED: Annotated[str, "since:1.2"] = "508 Loop Detected"
    HTTP_510: Annotated[str, "since:4.0"] = "510 Not Extended"
    HTTP_NOT_EXTENDED: Annotated[str, "since:4.0"] = "510 Not Extended"
    HTTP_511: Annotated[str, "since:1.0"] = "511 Network Authentication Required"
    HTTP_NETWORK_AUTHENTICATION_REQUIRED: Annotated[str, "since:1.0"] = "511 Network Authentication Required"
