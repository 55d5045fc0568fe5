"""https://github.com/wkeeling/selenium-wire"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, Iterator

class request:
    class Request:
        method: HTTPMethod
        response: Response
        # The repr of a request and of a response shows the member.
        def __init__(self, *, method: Annotated[HTTPMethod, "repr"], url, headers, body=...): ...
        def create_response(self, status_code: Annotated[HTTPStatus, "repr"], headers=..., body=...): ...
        def abort(self, error_code: Annotated[HTTPStatus, "repr"] = ...): ...

    class Response:
        status_code: HTTPStatus
        def __init__(self, *, status_code: Annotated[HTTPStatus, "repr"], reason, headers, body=...): ...

class inspect:
    from seleniumwire.request import Request, Response

    class InspectRequestsMixin:
        requests: list[Request]
        last_request: Request
        request_interceptor: Callable[[Request], object]
        response_interceptor: Callable[[Request, Response], object]
        def iter_requests(self) -> Iterator[Request]: ...
        def wait_for_request(self, pat, timeout=...) -> Request: ...

class webdriver:
    from seleniumwire.inspect import InspectRequestsMixin

    class Firefox(InspectRequestsMixin): ...
    class Chrome(InspectRequestsMixin): ...
    class Edge(InspectRequestsMixin): ...
    class Remote(InspectRequestsMixin): ...
