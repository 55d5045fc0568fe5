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
        method: HTTPMethod
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
