"""https://apiflask.com/api/app/"""
from http import HTTPStatus
from typing import Annotated, Callable, Mapping

from apiflask.app import APIFlask
from apiflask.blueprint import APIBlueprint
from apiflask.exceptions import HTTPError, abort
from apiflask.helpers import get_reason_phrase
from apiflask.security import (
    APIKeyCookieAuth, APIKeyHeaderAuth, APIKeyQueryAuth, HTTPBasicAuth, HTTPTokenAuth,
)
from flask import Blueprint, Flask, Response
from flask.views import View

Returned = Response | tuple[object, HTTPStatus] | tuple[object, HTTPStatus, object]
ViewFunction = Callable[..., Returned]
ErrorProcessor = Callable[[HTTPError], Returned]
# The schema has str() of each.
_Documented = Annotated[HTTPStatus, "text"]

class scaffold:
    class APIScaffold:
        def output(
            self, schema, status_code: _Documented = ..., description=..., schema_name=..., example=...,
            examples=..., links=..., content_type=..., headers=...,
        ) -> Callable[[ViewFunction], ViewFunction]: ...
        def doc(
            self, summary=..., description=..., tags=...,
            responses: list[_Documented] | Mapping[_Documented, object] = ..., deprecated=..., hide=...,
            operation_id=..., security=..., extensions=...,
        ) -> Callable[[ViewFunction], ViewFunction]: ...
        def input(
            self, schema, location=..., arg_name=..., schema_name=..., example=..., examples=...,
            validation=..., **kwargs,
        ) -> Callable[[ViewFunction], ViewFunction]: ...
        def auth_required(
            self, auth, roles=..., optional=...
        ) -> Callable[[ViewFunction], ViewFunction]: ...

class app:
    class APIFlask(scaffold.APIScaffold, Flask):
        def __init__(self, import_name, title=..., version=..., spec_path=..., docs_path=...): ...
        def error_processor(self, f: ErrorProcessor) -> ErrorProcessor: ...

class blueprint:
    class APIBlueprint(scaffold.APIScaffold, Blueprint):
        def __init__(
            self, name, import_name, tag=..., enable_openapi=..., static_folder=..., static_url_path=...,
            template_folder=..., url_prefix=..., subdomain=..., url_defaults=..., root_path=...,
            cli_group=...,
        ): ...

class exceptions:
    # str() gives f"<status_code={status_code}, …>".
    class HTTPError(Exception):
        status_code: Annotated[HTTPStatus, "text"]
        def __init__(
            self, status_code: Annotated[HTTPStatus, "text"] = ..., message=..., detail=..., headers=...,
            extra_data=...,
        ): ...

    def abort(
        status_code: Annotated[HTTPStatus, "text"], message=..., detail=..., headers=..., extra_data=...
    ): ...

class helpers:
    # Looked up in a table.
    def get_reason_phrase(status_code: HTTPStatus, default=...): ...

class security:
    class _AuthBase:
        def error_processor(self, f: ErrorProcessor): ...

    class HTTPBasicAuth(_AuthBase): ...
    class HTTPTokenAuth(_AuthBase): ...
    class APIKeyHeaderAuth(_AuthBase): ...
    class APIKeyCookieAuth(_AuthBase): ...
    class APIKeyQueryAuth(_AuthBase): ...

class views:
    class MethodView(View):
        def get(self, **kwargs) -> Returned: ...
        post = put = delete = patch = options = head = get
