"""https://flask-restful.readthedocs.io/en/latest/api.html"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, Iterable, TypeVar

from flask import Response
from flask.views import MethodView

T = TypeVar("T")
# What a method of a resource returns; Flask's make_response converts the status.
Returned = Response | tuple[object, HTTPStatus] | tuple[object, HTTPStatus, object]
View = Callable[..., Returned]
Representation = Callable[[object, HTTPStatus, object], Response]
# Flask.add_url_rule calls upper() on each.
Methods = Iterable[Annotated[HTTPMethod, "folds"]]

def abort(http_status_code: HTTPStatus, *, status: HTTPStatus = ..., **kwargs): ...

class Resource(MethodView):
    def dispatch_request(self, *args, **kwargs) -> Returned: ...
    def get(self, *args, **kwargs) -> Returned: ...
    post = put = delete = patch = options = head = get

class Api:
    def add_resource(self, resource, *urls, methods: Methods = ..., **kwargs): ...
    def resource(self, *urls, methods: Methods = ..., **kwargs) -> Callable[[T], T]: ...
    def make_response(self, data, *args: HTTPStatus, **kwargs) -> Response: ...
    def representation(self, mediatype) -> Callable[[Representation], Representation]: ...
    def output(self, resource: View) -> Callable[..., Response]: ...
    def unauthorized(self, response: Response) -> Response: ...
    def handle_error(self, e) -> Response: ...

class marshal_with(object):
    def __call__(self, f: View) -> View: ...

class marshal_with_field(object):
    def __call__(self, f: View) -> View: ...

class representations:
    class json:
        def output_json(data, code: HTTPStatus, headers=...) -> Response: ...

class reqparse:
    class RequestParser:
        # Handed on to abort.
        def parse_args(self, req=..., strict=..., http_error_code: HTTPStatus = ...): ...

class utils:
    # Looked up in a table.
    def http_status_message(code: HTTPStatus): ...
    # Gives back a tuple's parts.
    def unpack(value: Returned) -> tuple[object, HTTPStatus, object]: ...

    class cors:
        # upper() is called on each.
        def crossdomain(
            origin=..., methods: Methods = ..., headers=..., expose_headers=..., max_age=...,
            attach_to_all=..., automatic_options=..., credentials=...,
        ) -> Callable[[View], View]: ...
