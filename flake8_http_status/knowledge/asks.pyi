"""https://asks.readthedocs.io/en/latest/"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated

from asks.base_funcs import delete, get, head, options, patch, post, put, request
from asks.sessions import Session

class response_objects:
    class BaseResponse:
        status_code: HTTPStatus
        method: HTTPMethod
        history: list[BaseResponse]

    class Response(BaseResponse): ...
    class StreamResponse(BaseResponse): ...

class base_funcs:
    from asks.response_objects import Response

    # Each method passes through upper().
    async def request(method: Annotated[HTTPMethod, "folds"], uri, **kwargs) -> Response: ...
    async def get(uri, **kwargs) -> Response: ...

    head = post = put = patch = delete = options = get

class sessions:
    from asks.response_objects import Response

    class BaseSession:
        async def request(
            self, method: Annotated[HTTPMethod, "folds"], url=..., *, path=..., retries=...,
            connection_timeout=..., **kwargs,
        ) -> Response: ...
        async def get(
            self, url=..., *, path=..., retries=..., connection_timeout=..., **kwargs
        ) -> Response: ...
        head = post = put = patch = delete = options = get

    class Session(BaseSession):
        async def __aenter__(self) -> Session: ...

class errors:
    from asks.response_objects import Response

    class BadStatus:
        response: Response
        status_code: HTTPStatus
