"""https://github.com/spyoungtech/grequests"""
from http import HTTPMethod
from typing import Annotated, Callable, Iterator

from requests import Response, Session

_Hook = Callable[[Response], object]

class AsyncRequest:
    method: HTTPMethod
    response: Response
    session: Session
    # Passes through upper().
    def __init__(
        self, method: Annotated[HTTPMethod, "folds"], url, *, session: Session = ..., callback: _Hook = ...,
        **kwargs,
    ): ...
    def send(self, **kwargs) -> AsyncRequest: ...

def request(
    method: Annotated[HTTPMethod, "folds"], url, *, session: Session = ..., callback: _Hook = ..., **kwargs
) -> AsyncRequest: ...
def get(url, *, session: Session = ..., callback: _Hook = ..., **kwargs) -> AsyncRequest: ...

options = head = post = put = patch = delete = get

def send(r: AsyncRequest, pool=..., stream=...): ...
def map(
    requests, stream=..., size=..., exception_handler: Callable[[AsyncRequest, object], object] = ...,
    gtimeout=...,
) -> list[Response]: ...
def imap(
    requests, stream=..., size=..., exception_handler: Callable[[AsyncRequest, object], object] = ...
) -> Iterator[Response]: ...
def imap_enumerated(
    requests, stream=..., size=..., exception_handler: Callable[[AsyncRequest, object], object] = ...
) -> Iterator[tuple[object, Response]]: ...
