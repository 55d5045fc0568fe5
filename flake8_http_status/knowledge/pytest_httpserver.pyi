"""https://pytest-httpserver.readthedocs.io/en/latest/api.html"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, Iterable

from pytest_httpserver.bake import BakedHTTPServer
from pytest_httpserver.blocking_httpserver import BlockingHTTPServer, BlockingRequestHandler
from pytest_httpserver.httpserver import HTTPServer, RequestHandler, RequestMatcher

class httpserver:
    from pytest_httpserver.bake import BakedHTTPServer
    from werkzeug import Request, Response

    class RequestMatcher:
        method: HTTPMethod
        # Compared as it is; its repr shows the method where no handler is found.
        def __init__(
            self,
            uri,
            method: Annotated[HTTPMethod, "repr"] = ...,
            data=...,
            data_encoding=...,
            headers=...,
            query_string=...,
            header_value_matcher=...,
            json=...,
        ): ...
        def match(self, request: Request): ...

    class RequestHandlerBase:
        # The response that is made converts the status.
        def respond_with_json(
            self, response_json, status: HTTPStatus = ..., headers=..., content_type=...
        ): ...
        def respond_with_data(
            self, response_data=..., status: HTTPStatus = ..., headers=..., mimetype=..., content_type=...
        ): ...
        def respond_with_response(self, response: Response): ...

    class RequestHandler(RequestHandlerBase):
        matcher: RequestMatcher
        def respond_with_handler(self, func: Callable[[Request], Response]): ...
        def with_post_hook(self, hook: Callable[[Request, Response], Response]) -> RequestHandler: ...

    class HTTPServerBase:
        log: list[tuple[Request, Response]]
        no_handler_status_code: HTTPStatus
        def create_matcher(
            self, uri, method: Annotated[HTTPMethod, "repr"] = ..., *args, **kwargs
        ) -> RequestMatcher: ...
        def dispatch(self, request: Request) -> Response: ...
        def application(self, request: Request) -> Response: ...

    class HTTPServer(HTTPServerBase):
        def __enter__(self) -> HTTPServer: ...
        def expect(self, matcher: RequestMatcher, handler_type=...) -> RequestHandler: ...
        def expect_request(
            self, uri, method: Annotated[HTTPMethod, "repr"] = ..., data=..., data_encoding=..., headers=...,
            query_string=..., header_value_matcher=..., handler_type=..., json=...,
        ) -> RequestHandler: ...
        def expect_oneshot_request(
            self, uri, method: Annotated[HTTPMethod, "repr"] = ..., data=..., data_encoding=..., headers=...,
            query_string=..., header_value_matcher=..., json=...,
        ) -> RequestHandler: ...
        expect_ordered_request = expect_oneshot_request
        def iter_matching_requests(
            self, matcher: RequestMatcher
        ) -> Iterable[tuple[Request, Response]]: ...
        def get_matching_requests_count(self, matcher: RequestMatcher) -> int: ...
        def assert_request_made(self, matcher: RequestMatcher, *, count=...): ...
        def bake(self, *, method: Annotated[HTTPMethod, "repr"] = ..., **kwargs) -> BakedHTTPServer: ...

class blocking_httpserver:
    from pytest_httpserver.httpserver import HTTPServerBase, RequestHandlerBase

    class BlockingRequestHandler(RequestHandlerBase): ...

    class BlockingHTTPServer(HTTPServerBase):
        def __enter__(self) -> BlockingHTTPServer: ...
        def assert_request(
            self, uri, method: Annotated[HTTPMethod, "repr"] = ..., data=..., data_encoding=..., headers=...,
            query_string=..., header_value_matcher=..., json=..., timeout=...,
        ) -> BlockingRequestHandler: ...

class bake:
    from pytest_httpserver.httpserver import RequestHandler

    class BakedHTTPServer:
        def __enter__(self) -> BakedHTTPServer: ...
        def bake(self, *, method: Annotated[HTTPMethod, "repr"] = ..., **kwargs) -> BakedHTTPServer: ...
        def expect_request(
            self, uri, *, method: Annotated[HTTPMethod, "repr"] = ..., **kwargs
        ) -> RequestHandler: ...
        expect_oneshot_request = expect_ordered_request = expect_request
