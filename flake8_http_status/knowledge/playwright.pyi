"""https://playwright.dev/python/docs/api/class-playwright"""
from http import HTTPMethod, HTTPStatus
from typing import AsyncContextManager, Awaitable, Callable, ContextManager

class sync_api:
    class Request:
        method: HTTPMethod
        redirected_from: Request
        redirected_to: Request
        def response(self) -> Response: ...

    class Response:
        status: HTTPStatus
        request: Request

    class APIResponse:
        status: HTTPStatus

    class Route:
        request: Request
        # Sent to the browser as JSON.
        def fulfill(self, *, response: APIResponse = ..., status: HTTPStatus = ...): ...
        def continue_(self, *, method: HTTPMethod = ...): ...
        def fallback(self, *, method: HTTPMethod = ...): ...
        def fetch(self, *, method: HTTPMethod = ...) -> APIResponse: ...

    class APIRequestContext:
        def fetch(self, url_or_request, *, method: HTTPMethod = ...) -> APIResponse: ...
        def get(self, url) -> APIResponse: ...
        delete = head = patch = post = put = get

    class APIRequest:
        def new_context(self) -> APIRequestContext: ...

    _Handler = Callable[[Route, Request], object]

    class _RequestInfo:
        value: Request

    class _ResponseInfo:
        value: Response

    class Page:
        request: APIRequestContext
        context: BrowserContext
        def goto(self, url) -> Response: ...
        def reload(self) -> Response: ...
        go_back = go_forward = reload
        def route(self, url, handler: _Handler): ...
        def expect_response(
            self, url_or_predicate: Callable[[Response], object]
        ) -> ContextManager[_ResponseInfo]: ...
        def expect_request(
            self, url_or_predicate: Callable[[Request], object]
        ) -> ContextManager[_RequestInfo]: ...

    class BrowserContext:
        request: APIRequestContext
        def new_page(self) -> Page: ...
        def route(self, url, handler: _Handler): ...
        def __enter__(self) -> BrowserContext: ...

    class Browser:
        def new_context(self) -> BrowserContext: ...
        def new_page(self) -> Page: ...
        def __enter__(self) -> Browser: ...

    class BrowserType:
        def launch(self) -> Browser: ...
        def connect(self, endpoint) -> Browser: ...
        def launch_persistent_context(self, user_data_dir) -> BrowserContext: ...

    class Playwright:
        chromium: BrowserType
        firefox: BrowserType
        webkit: BrowserType
        request: APIRequest

    def sync_playwright() -> ContextManager[Playwright]: ...

class async_api:
    class Request:
        method: HTTPMethod
        redirected_from: Request
        redirected_to: Request
        async def response(self) -> Response: ...

    class Response:
        status: HTTPStatus
        request: Request

    class APIResponse:
        status: HTTPStatus

    class Route:
        request: Request
        # Sent to the browser as JSON.
        async def fulfill(self, *, response: APIResponse = ..., status: HTTPStatus = ...): ...
        async def continue_(self, *, method: HTTPMethod = ...): ...
        async def fallback(self, *, method: HTTPMethod = ...): ...
        async def fetch(self, *, method: HTTPMethod = ...) -> APIResponse: ...

    class APIRequestContext:
        async def fetch(self, url_or_request, *, method: HTTPMethod = ...) -> APIResponse: ...
        async def get(self, url) -> APIResponse: ...
        delete = head = patch = post = put = get

    class APIRequest:
        async def new_context(self) -> APIRequestContext: ...

    _Handler = Callable[[Route, Request], object]

    class _RequestInfo:
        value: Awaitable[Request]

    class _ResponseInfo:
        value: Awaitable[Response]

    class Page:
        request: APIRequestContext
        context: BrowserContext
        async def goto(self, url) -> Response: ...
        async def reload(self) -> Response: ...
        go_back = go_forward = reload
        async def route(self, url, handler: _Handler): ...
        def expect_response(
            self, url_or_predicate: Callable[[Response], object]
        ) -> AsyncContextManager[_ResponseInfo]: ...
        def expect_request(
            self, url_or_predicate: Callable[[Request], object]
        ) -> AsyncContextManager[_RequestInfo]: ...

    class BrowserContext:
        request: APIRequestContext
        async def new_page(self) -> Page: ...
        async def route(self, url, handler: _Handler): ...
        async def __aenter__(self) -> BrowserContext: ...

    class Browser:
        async def new_context(self) -> BrowserContext: ...
        async def new_page(self) -> Page: ...
        async def __aenter__(self) -> Browser: ...

    class BrowserType:
        async def launch(self) -> Browser: ...
        async def connect(self, endpoint) -> Browser: ...
        async def launch_persistent_context(self, user_data_dir) -> BrowserContext: ...

    class Playwright:
        chromium: BrowserType
        firefox: BrowserType
        webkit: BrowserType
        request: APIRequest

    def async_playwright() -> AsyncContextManager[Playwright]: ...
