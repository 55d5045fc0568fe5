"""https://treq.readthedocs.io/en/latest/api.html"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Awaitable, Callable

from treq.api import delete, get, head, patch, post, put, request

class response:
    class _Response:
        code: HTTPStatus
        def history(self) -> list[_Response]: ...

class api:
    from treq.response import _Response

    # Each method passes through upper().
    def request(method: Annotated[HTTPMethod, "folds"], url) -> Awaitable[_Response]: ...
    def get(url) -> Awaitable[_Response]: ...

    head = delete = get

    def post(url, data=...) -> Awaitable[_Response]: ...

    put = patch = post

class client:
    from treq.response import _Response

    class HTTPClient:
        def request(
            self, method: Annotated[HTTPMethod, "folds"], url
        ) -> Awaitable[_Response]: ...
        def get(self, url, **kwargs) -> Awaitable[_Response]: ...
        head = delete = get
        def post(self, url, data=..., **kwargs) -> Awaitable[_Response]: ...
        put = patch = post

class testing:
    from treq.client import HTTPClient

    _Answer = tuple[HTTPStatus, object, object]

    class StringStubbingResource:
        def __init__(self, get_response_for: Callable[..., _Answer]): ...

    class RequestSequence:
        def __init__(self, sequence: list[tuple[object, _Answer]], async_failure_reporter=...): ...

    class StubTreq:
        # The functions of a client are made into attributes.
        def __init__(self, resource): ...
