"""https://lundberg.github.io/respx/api/"""
from http import HTTPMethod
from typing import Annotated, Iterable

from respx.models import MockResponse, Route
from respx.router import MockRouter, Router

calls: models.CallList
routes: models.RouteList
mock: MockRouter

# Each method passes through upper().
def route(
    *patterns,
    name=...,
    method: Annotated[HTTPMethod, "folds"] = ...,
    method__in: Iterable[Annotated[HTTPMethod, "folds"]] = ...,
    **lookups,
) -> Route: ...
def add(route: Route, *, name=...) -> Route: ...
def pop(name, default=...) -> Route: ...
def request(method: Annotated[HTTPMethod, "folds"], url=..., *, name=..., **lookups) -> Route: ...
def get(url=..., *, name=..., **lookups) -> Route: ...

options = head = post = put = patch = delete = get

class models:
    from http import HTTPStatus
    from typing import Callable, Iterator

    from httpx import Request, Response

    _SideEffect = Callable[..., Response | Request] | list[Response]

    class Call:
        request: Request
        response: Response
        optional_response: Response
        def __init__(self, request: Request, optional_response: Response): ...

    class CallList:
        last: Call
        def __getitem__(self, index) -> Call: ...
        def __iter__(self) -> Iterator[Call]: ...

    class MockResponse(Response):
        # Handed back as it is.
        def __init__(self, status_code: Annotated[HTTPStatus, "text"] = ..., **kwargs): ...

    class Route:
        calls: CallList
        return_value: Response
        side_effect: _SideEffect
        def __init__(
            self,
            *patterns,
            method: Annotated[HTTPMethod, "folds"] = ...,
            method__in: Iterable[Annotated[HTTPMethod, "folds"]] = ...,
            **lookups,
        ): ...
        def __call__(self, side_effect: _SideEffect) -> _SideEffect: ...
        def mock(self, return_value: Response = ..., *, side_effect: _SideEffect = ...) -> Route: ...
        def respond(self, status_code: Annotated[HTTPStatus, "text"] = ...) -> Route: ...
        def __mod__(self, response: Annotated[HTTPStatus, "text"] | Response) -> Route: ...
        def pass_through(self, value=...) -> Route: ...

    class RouteList:
        def __getitem__(self, key) -> Route: ...
        def __iter__(self) -> Iterator[Route]: ...

class router:
    from typing import TypeVar

    from respx.models import CallList, Route, RouteList

    T = TypeVar("T")

    class Router:
        calls: CallList
        routes: RouteList
        def __getitem__(self, name) -> Route: ...
        def pop(self, name, default=...) -> Route: ...
        def route(
            self,
            *patterns,
            name=...,
            method: Annotated[HTTPMethod, "folds"] = ...,
            method__in: Iterable[Annotated[HTTPMethod, "folds"]] = ...,
            **lookups,
        ) -> Route: ...
        def add(self, route: Route, *, name=...) -> Route: ...
        def request(
            self, method: Annotated[HTTPMethod, "folds"], url=..., *, name=..., **lookups
        ) -> Route: ...
        def get(self, url=..., *, name=..., **lookups) -> Route: ...
        options = head = post = put = patch = delete = get

    class MockRouter(Router):
        def __call__(
            self, func: T = ..., *, assert_all_called=..., assert_all_mocked=..., base_url=..., using=...
        ) -> T | MockRouter: ...
        def __enter__(self) -> MockRouter: ...

class patterns:
    # Each method passes through upper().
    class Method:
        def __init__(
            self, value: Annotated[HTTPMethod, "folds"] | list[Annotated[HTTPMethod, "folds"]], lookup=...
        ): ...

    def M(
        *patterns,
        method: Annotated[HTTPMethod, "folds"] = ...,
        method__in: Iterable[Annotated[HTTPMethod, "folds"]] = ...,
        **lookups,
    ): ...

class plugin:
    def respx_mock(request) -> router.MockRouter: ...
