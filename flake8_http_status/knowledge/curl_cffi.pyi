"""https://curl-cffi.readthedocs.io/en/latest/api/"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, AsyncContextManager, ContextManager

from curl_cffi.requests import delete, get, head, options, patch, post, put, request
from curl_cffi.requests.models import Request, Response
from curl_cffi.requests.session import AsyncSession, Session

class requests:
    from curl_cffi.requests.models import Request, Response
    from curl_cffi.requests.session import AsyncSession, Session

    # Each method passes through upper().
    def request(
        method: Annotated[HTTPMethod, "folds"], url, thread=..., curl_options=..., debug=..., **kwargs
    ) -> Response: ...
    def get(url, **kwargs) -> Response: ...

    head = post = put = patch = delete = options = get

    class models:
        class Request:
            method: HTTPMethod

        class Response:
            status_code: HTTPStatus
            request: Request
            history: list[Response]

    class session:
        from curl_cffi.requests.models import Response

        class Session:
            def __enter__(self) -> Session: ...
            def request(
                self, method: Annotated[HTTPMethod, "folds"], url, params=..., data=...
            ) -> Response: ...
            def stream(
                self, method: Annotated[HTTPMethod, "folds"], url, **kwargs
            ) -> ContextManager[Response]: ...
            def get(self, url, **kwargs) -> Response: ...
            head = post = put = patch = delete = options = get

        class AsyncSession:
            async def __aenter__(self) -> AsyncSession: ...
            async def request(
                self, method: Annotated[HTTPMethod, "folds"], url, params=..., data=...
            ) -> Response: ...
            def stream(
                self, method: Annotated[HTTPMethod, "folds"], url, **kwargs
            ) -> AsyncContextManager[Response]: ...
            async def get(self, url, **kwargs) -> Response: ...
            head = post = put = patch = delete = options = get

    class exceptions:
        from curl_cffi.requests.models import Response

        class RequestException:
            response: Response
            def __init__(self, msg, code=..., response: Response = ...): ...

        class HTTPError(RequestException): ...
        class ConnectionError(RequestException): ...
        class Timeout(RequestException): ...
