"""https://github.com/patrys/httmock"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable

from requests import Response
from requests.models import PreparedRequest

# What answers a request; a mapping is made a response of.
class _Answer:
    status_code: HTTPStatus

Handler = Callable[[object, PreparedRequest], Response | _Answer]

def response(
    status_code: HTTPStatus = ..., content=..., headers=..., reason=..., elapsed=...,
    request: PreparedRequest = ..., stream=..., http_vsn=...,
) -> Response: ...
# Compared after upper().
def urlmatch(
    scheme=..., netloc=..., path=..., method: Annotated[HTTPMethod, "folds"] = ..., query=...
) -> Callable[[Handler], Handler]: ...
def all_requests(func: Handler) -> Handler: ...
def remember_called(func: Handler) -> Handler: ...
def with_httmock(*handlers: Handler): ...

class HTTMock:
    def __init__(self, *handlers: Handler): ...
