"""https://pecan.readthedocs.io/en/latest/"""
from http import HTTPMethod, HTTPStatus

from pecan.core import Request, Response, abort, redirect

# Both stand for those of the request that is being answered.
request: Request
response: Response

class core:
    import webob

    class Request(webob.Request): ...
    class Response(webob.Response): ...

    # Each is looked up in a table by the number.
    def abort(status_code: HTTPStatus, detail=..., headers=..., comment=..., **kw): ...
    def redirect(
        location=..., internal=..., code: HTTPStatus = ..., headers=..., add_slash=..., request: Request = ...
    ): ...

class rest:
    class RestController:
        _custom_actions: dict[object, list[HTTPMethod]]

class testing:
    from webtest import TestApp

    def load_test_app(config=..., **kwargs) -> TestApp: ...
