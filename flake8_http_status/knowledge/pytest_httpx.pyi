"""https://colin-b.github.io/pytest_httpx/"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Awaitable, Callable

from httpx import Request, Response

_Callback = Callable[[Request], Response | Awaitable[Response]]

# The status is handed back as it is, the method passes through upper().
class HTTPXMock:
    def add_response(
        self,
        status_code: Annotated[HTTPStatus, "text"] = ...,
        http_version=...,
        headers=...,
        content=...,
        text=...,
        html=...,
        stream=...,
        json=...,
        *,
        method: Annotated[HTTPMethod, "folds"] = ...,
        **matchers,
    ): ...
    def add_callback(
        self, callback: _Callback, *, method: Annotated[HTTPMethod, "folds"] = ..., **matchers
    ): ...
    def add_exception(
        self, exception, *, method: Annotated[HTTPMethod, "folds"] = ..., **matchers
    ): ...
    def get_requests(self, *, method: Annotated[HTTPMethod, "folds"] = ..., **matchers) -> list[Request]: ...
    def get_request(self, *, method: Annotated[HTTPMethod, "folds"] = ..., **matchers) -> Request: ...
