"""https://www.tornadoweb.org/en/stable/web.html"""
import unittest
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Awaitable, Sequence

from tornado.httpclient import HTTPResponse
from tornado.httputil import HTTPServerRequest

class web:
    # The status line is "HTTP/1.1 %d %s"; get_status() gives back what was set.
    class RequestHandler:
        request: HTTPServerRequest
        application: Application
        # request.method (upper case) is looked up in it as it is.
        SUPPORTED_METHODS: Sequence[HTTPMethod]
        def __init__(self, application, request: HTTPServerRequest, **kwargs): ...
        def set_status(self, status_code: HTTPStatus, reason=...): ...
        def get_status(self) -> HTTPStatus: ...
        def send_error(self, status_code: HTTPStatus = ..., **kwargs): ...
        def write_error(self, status_code: HTTPStatus, **kwargs): ...
        def redirect(self, url, permanent=..., status: HTTPStatus = ...): ...

    class ErrorHandler(RequestHandler):
        def initialize(self, status_code: HTTPStatus): ...

    class Application:
        def __init__(self, handlers=..., default_host=..., transforms=..., **settings): ...
        def log_request(self, handler: RequestHandler): ...

    # str() gives "HTTP %d: %s".
    class HTTPError(Exception):
        status_code: HTTPStatus
        def __init__(self, status_code: HTTPStatus = ..., log_message=..., *args, **kwargs): ...

    class MissingArgumentError(HTTPError):
        def __init__(self, arg_name): ...

class httputil:
    # An uncaught exception is logged with "%r" of the request.
    class HTTPServerRequest:
        method: HTTPMethod
        def __init__(
            self, method: Annotated[HTTPMethod, "repr"] = ..., uri=..., version=..., headers=..., body=...,
            host=..., files=..., connection=..., start_line=..., server_connection=...,
        ): ...

    # Named tuples: str() of them is repr() of their parts.
    class RequestStartLine:
        method: HTTPMethod
        def __new__(_cls, method: Annotated[HTTPMethod, "repr"], path, version) -> RequestStartLine: ...

    class ResponseStartLine:
        code: HTTPStatus
        def __new__(_cls, version, code: Annotated[HTTPStatus, "repr"], reason) -> ResponseStartLine: ...

    def parse_request_start_line(line) -> RequestStartLine: ...
    def parse_response_start_line(line) -> ResponseStartLine: ...

class httpclient:
    # Clients look the method up in a set of upper-case names and write "%s %s HTTP/1.1".
    class HTTPRequest:
        method: HTTPMethod
        def __init__(
            self, url, method: HTTPMethod = ..., headers=..., body=..., auth_username=...,
            auth_password=..., auth_mode=..., connect_timeout=..., request_timeout=...,
            if_modified_since=..., follow_redirects=..., max_redirects=..., user_agent=..., use_gzip=...,
            network_interface=..., streaming_callback=..., header_callback=..., prepare_curl_callback=...,
            proxy_host=..., proxy_port=..., proxy_username=..., proxy_password=..., proxy_auth_mode=...,
            allow_nonstandard_methods=..., validate_cert=..., ca_certs=..., allow_ipv6=..., client_key=...,
            client_cert=..., body_producer=..., expect_100_continue=..., decompress_response=...,
            ssl_options=...,
        ): ...

    class HTTPResponse:
        code: HTTPStatus
        request: HTTPRequest
        def __init__(
            self, request: HTTPRequest, code: Annotated[HTTPStatus, "repr"], headers=..., buffer=..., effective_url=...,
            error=..., request_time=..., time_info=..., reason=..., start_time=...,
        ): ...

    # str() gives "HTTP %d: %s".
    class HTTPClientError(Exception):
        code: HTTPStatus
        response: HTTPResponse
        def __init__(self, code: HTTPStatus, message=..., response: HTTPResponse = ...): ...

    HTTPError = HTTPClientError

    class AsyncHTTPClient:
        def fetch(
            self, request: HTTPRequest, raise_error=..., *, method: HTTPMethod = ..., **kwargs
        ) -> Awaitable[HTTPResponse]: ...

    class HTTPClient:
        def __init__(self, async_client_class=..., **kwargs): ...
        def fetch(self, request: HTTPRequest, *, method: HTTPMethod = ..., **kwargs) -> HTTPResponse: ...

class testing:
    class AsyncTestCase(unittest.TestCase): ...

    class AsyncHTTPTestCase(AsyncTestCase):
        http_client: httpclient.AsyncHTTPClient
        def fetch(self, path, raise_error=..., *, method: HTTPMethod = ..., **kwargs) -> HTTPResponse: ...
        def get_http_client(self) -> httpclient.AsyncHTTPClient: ...

    class AsyncHTTPSTestCase(AsyncHTTPTestCase): ...

class websocket:
    class WebSocketHandler(web.RequestHandler):
        # A close code of websockets, no HTTP status.
        def close(self, code=..., reason=...): ...
