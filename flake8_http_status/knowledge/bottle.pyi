"""https://bottlepy.org/docs/stable/api.html"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, Iterable, Mapping

Handler = Callable[..., HTTPResponse]
ErrorHandler = Callable[[HTTPError], HTTPResponse]
# Bottle.route calls upper() on each.
_Method = Annotated[HTTPMethod, "folds"]
Methods = _Method | Iterable[_Method]

class BaseRequest:
    method: Annotated[HTTPMethod, "upper"]
    def __init__(self, environ=...): ...
    def copy(self) -> BaseRequest: ...

class LocalRequest(BaseRequest): ...

Request = BaseRequest

class BaseResponse:
    default_status: HTTPStatus
    # The setter keeps an int for status_code and looks up the line of it; the getter gives the line.
    status: Annotated[HTTPStatus, "line"] | str
    status_code: HTTPStatus
    def __init__(self, body=..., status: HTTPStatus | str = ..., headers=..., **more_headers): ...
    def copy(self, cls=...) -> BaseResponse: ...

class LocalResponse(BaseResponse): ...

Response = BaseResponse

class HTTPResponse(BaseResponse):
    def __init__(self, body=..., status: HTTPStatus | str = ..., headers=..., **more_headers): ...

class HTTPError(HTTPResponse):
    def __init__(
        self, status: HTTPStatus | str = ..., body=..., exception=..., traceback=..., **more_headers
    ): ...

request: LocalRequest
response: LocalResponse

def abort(code: HTTPStatus = ..., text=...): ...
def redirect(url, code: HTTPStatus = ...): ...
def static_file(
    filename, root, mimetype=..., download=..., charset=..., etag=..., headers=...
) -> HTTPResponse: ...

class Route:
    method: HTTPMethod
    def __init__(
        self, app, rule, method: HTTPMethod, callback: Handler, name=..., plugins=..., skiplist=..., **config
    ): ...

class Bottle:
    routes: list[Route]
    error_handler: Mapping[HTTPStatus, ErrorHandler]
    def route(
        self, path=..., method: Methods = ..., callback: Handler = ..., name=..., apply=..., skip=...,
        **config,
    ) -> Callable[[Handler], Handler]: ...
    def get(self, path=..., method: Methods = ..., **options) -> Callable[[Handler], Handler]: ...
    post = put = delete = patch = get
    # The handlers are kept by int(code).
    def error(
        self, code: HTTPStatus = ..., callback: ErrorHandler = ...
    ) -> Callable[[ErrorHandler], ErrorHandler]: ...

# The same of the default application: what they wrap has a first parameter self, they have none.
class _Route:
    def __call__(
        self, path=..., method: Methods = ..., callback: Handler = ..., name=..., apply=..., skip=...,
        **config,
    ) -> Callable[[Handler], Handler]: ...

class _Verb:
    def __call__(self, path=..., method: Methods = ..., **options) -> Callable[[Handler], Handler]: ...

class _Error:
    def __call__(
        self, code: HTTPStatus = ..., callback: ErrorHandler = ...
    ) -> Callable[[ErrorHandler], ErrorHandler]: ...

route: _Route
get: _Verb
post: _Verb
put: _Verb
delete: _Verb
patch: _Verb
error: _Error

class AppStack:
    def push(self, value=...) -> Bottle: ...
    def __call__(self) -> Bottle: ...

app: AppStack
default_app: AppStack
