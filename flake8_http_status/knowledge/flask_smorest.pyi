"""https://flask-smorest.readthedocs.io/en/latest/api_reference.html"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, Iterable

from flask import Blueprint as FlaskBlueprint
from flask import Response
from flask_smorest.blueprint import Blueprint
from werkzeug.exceptions import HTTPException

Returned = Response | tuple[object, HTTPStatus] | tuple[object, HTTPStatus, object]
View = Callable[..., Returned]
# Flask.add_url_rule calls upper() on each.
Methods = Iterable[Annotated[HTTPMethod, "folds"]]

def abort(http_status_code: HTTPStatus, exc=..., **kwargs): ...

class Api:
    def handle_http_exception(self, error: HTTPException) -> Returned: ...

class response:
    # int() is taken of each; the response's setter converts it too.
    class ResponseMixin:
        def response(
            self, status_code: HTTPStatus | str, schema=..., *, content_type=..., description=...,
            example=..., examples=..., headers=...,
        ) -> Callable[[View], View]: ...
        def alt_response(
            self, status_code: HTTPStatus | str, response=..., *, schema=..., content_type=...,
            description=..., example=..., examples=..., headers=..., success=...,
        ) -> Callable[[View], View]: ...

class arguments:
    class ArgumentsMixin:
        def arguments(
            self, schema, *, location=..., content_type=..., required=..., description=..., example=...,
            examples=..., error_status_code: HTTPStatus = ..., **kwargs,
        ) -> Callable[[View], View]: ...

class blueprint:
    class Blueprint(FlaskBlueprint, response.ResponseMixin, arguments.ArgumentsMixin):
        HTTP_METHODS: Iterable[HTTPMethod]
        def __init__(self, name, import_name, *args, **kwargs): ...
        def route(
            self, rule, *, parameters=..., tags=..., methods: Methods = ..., **options
        ) -> Callable[[View], View]: ...
        @staticmethod
        def doc(**kwargs) -> Callable[[View], View]: ...
