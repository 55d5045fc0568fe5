"""https://schemathesis.readthedocs.io/en/stable/reference/python/"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable

from schemathesis.core.transport import Response

_Methods = Annotated[HTTPMethod, "folds"] | list[Annotated[HTTPMethod, "folds"]]

class Case:
    method: HTTPMethod
    def call(self, base_url=..., session=..., headers=..., params=..., cookies=..., **kwargs) -> Response: ...
    def call_and_validate(self, base_url=..., session=..., headers=..., checks=...) -> Response: ...

class APIOperation:
    method: HTTPMethod
    def Case(self, *, method: HTTPMethod = ...) -> Case: ...

class BaseSchema:
    # Compared in upper case.
    def include(self, func=..., *, name=..., name_regex=..., method: _Methods = ...) -> BaseSchema: ...
    exclude = include

class CheckContext: ...

def check(func: Callable[[CheckContext, Response, Case], object]): ...
def auth(*, refresh_interval=..., cache_by_key=..., retry_on: list[HTTPStatus] = ...): ...

class core:
    class transport:
        from requests import PreparedRequest

        class Response:
            status_code: HTTPStatus
            request: PreparedRequest
            # Handed back as it is.
            def __init__(
                self, status_code: Annotated[HTTPStatus, "text"], headers, content, request: PreparedRequest,
                elapsed, verify,
            ): ...

class openapi:
    def from_url(url) -> BaseSchema: ...
    def from_dict(schema) -> BaseSchema: ...
    def from_path(path) -> BaseSchema: ...
    def from_file(file) -> BaseSchema: ...
    def from_asgi(path, app) -> BaseSchema: ...
    def from_wsgi(path, app) -> BaseSchema: ...
