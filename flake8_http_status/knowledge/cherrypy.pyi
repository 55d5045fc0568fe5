"""https://docs.cherrypy.dev/en/latest/pkg/cherrypy.html"""
import unittest
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, ContextManager, Iterable, Sequence, TypeVar

from cherrypy._cperror import HTTPError, HTTPRedirect, NotFound
from cherrypy._cprequest import Request, Response

T = TypeVar("T")
# Kept in the exception's arguments, which str() of it shows.
_Shown = Annotated[HTTPStatus, "repr"]
# The tool calls upper() on each.
_Method = Annotated[HTTPMethod, "folds"]

request: Request
response: Response
serving: _Serving
tools: _Tools

class _Serving:
    request: Request
    response: Response

class _Tools:
    allow: _AllowTool
    trailing_slash: _SlashTool

class _AllowTool:
    def __call__(
        self, *, methods: _Method | Sequence[_Method] = ..., debug=..., **kwargs
    ) -> Callable[[T], T]: ...

class _SlashTool:
    def __call__(
        self, *, missing=..., extra=..., status: HTTPStatus = ..., debug=..., **kwargs
    ) -> Callable[[T], T]: ...

class _cprequest:
    class Request(object):
        method: HTTPMethod
        methods_with_bodies: Sequence[HTTPMethod]
        def run(self, method: HTTPMethod, path, query_string, req_protocol, headers, rfile) -> Response: ...

    # finalize() makes a line of text of it: "%s %s" % (int(status), reason).
    class Response(object):
        status: HTTPStatus | str

class _cperror:
    class CherryPyException(Exception): ...

    # int() is taken of the status.
    class HTTPRedirect(CherryPyException):
        status: HTTPStatus
        def __init__(self, urls, status: HTTPStatus = ..., encoding=...): ...

    class HTTPError(CherryPyException):
        status: HTTPStatus | str
        code: HTTPStatus
        def __init__(self, status: _Shown | str = ..., message=...): ...
        @classmethod
        def handle(cls, exception, status: _Shown | str = ..., message=...) -> ContextManager[object]: ...

    class NotFound(HTTPError):
        def __init__(self, path=...): ...

    # int() is taken of the status.
    def get_error_page(status: HTTPStatus | str, **kwargs): ...

class lib:
    class cptools:
        def allow(methods: _Method | Sequence[_Method] = ..., debug=...): ...
        def trailing_slash(missing=..., extra=..., status: HTTPStatus = ..., debug=...): ...

    class httputil:
        # int() is taken of the status.
        def valid_status(status: HTTPStatus | str) -> tuple[HTTPStatus, object, object]: ...

class test:
    class helper:
        # The statuses are compared, the method is written into the request's first line.
        class CPWebCase(unittest.TestCase):
            def getPage(self, url, *args, method: HTTPMethod = ..., **kwargs): ...
            def assertStatus(self, status: HTTPStatus | Iterable[HTTPStatus] | str, msg=...): ...
            def assertErrorPage(self, status: HTTPStatus, message=..., pattern=...): ...
