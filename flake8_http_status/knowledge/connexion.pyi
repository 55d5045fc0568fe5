"""https://connexion.readthedocs.io/en/latest/"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, Iterable

from connexion.apps.asynchronous import AsyncApp
from connexion.apps.flask import FlaskApp
from connexion.context import request
from connexion.exceptions import ProblemException
from connexion.lifecycle import ConnexionRequest, ConnexionResponse
from connexion.middleware.main import ConnexionMiddleware
from connexion.problem import problem
from flask import Flask
from flask import Response as FlaskResponse
from starlette.exceptions import HTTPException
from starlette.requests import Request as StarletteRequest
from starlette.testclient import TestClient

App = FlaskApp

# int() is taken of the status.
Returned = ConnexionResponse | FlaskResponse | tuple[object, HTTPStatus] | tuple[object, HTTPStatus, object]
View = Callable[..., Returned]
ErrorHandler = Callable[[ConnexionRequest, ProblemException], ConnexionResponse]
# Flask's and Starlette's routes call upper() on each.
Methods = Iterable[Annotated[HTTPMethod, "folds"]]
# The error that a request makes is logged with its repr().
_Logged = Annotated[HTTPStatus, "repr"]

class lifecycle:
    # Hands on to Starlette's request what it lacks.
    ConnexionRequest = StarletteRequest

    # Handed on to the framework's response.
    class ConnexionResponse:
        status_code: HTTPStatus
        def __init__(
            self, status_code: HTTPStatus = ..., mimetype=..., content_type=..., body=..., headers=...,
            is_streamed=...,
        ): ...

class context:
    request: ConnexionRequest

class problem:
    # The number goes into the JSON of the response too.
    def problem(
        status: HTTPStatus, title, detail, type=..., instance=..., headers=..., ext=...
    ) -> ConnexionResponse: ...

class exceptions:
    class ProblemException(HTTPException):
        status: _Logged
        def __init__(
            self, *, status: _Logged = ..., title=..., detail=..., type=..., instance=..., headers=...,
            ext=...,
        ): ...
        def to_problem(self) -> ConnexionResponse: ...

    class ClientProblem(ProblemException):
        def __init__(self, status: _Logged = ..., title=..., *, detail=...): ...

    class BadRequestProblem(ClientProblem):
        def __init__(self, detail=...): ...

    class Unauthorized(ClientProblem):
        def __init__(self, detail=...): ...

    class OAuthProblem(Unauthorized): ...
    class OAuthResponseProblem(OAuthProblem): ...

    class Forbidden(HTTPException):
        def __init__(self, detail=...): ...

    class UnsupportedMediaTypeProblem(ClientProblem):
        def __init__(self, detail=...): ...

    class ServerError(ProblemException):
        def __init__(self, status: _Logged = ..., title=..., *, detail=...): ...

    class InternalServerError(ServerError):
        def __init__(self, detail=...): ...

    class ResolverProblem(ServerError):
        def __init__(self, status: _Logged = ..., *, detail=...): ...

class apps:
    from connexion.apps.abstract import AbstractApp

    class abstract:
        class AbstractApp:
            def __init__(self, import_name, *, resolver_error: _Logged = ...): ...
            def add_api(self, specification, *, resolver_error: _Logged = ..., **kwargs): ...
            def add_url_rule(
                self, rule, endpoint=..., view_func: View = ..., *, methods: Methods = ..., **options
            ): ...
            def route(self, rule, *, methods: Methods = ..., **options) -> Callable[[View], View]: ...
            def add_error_handler(self, code_or_exception: HTTPStatus, function: ErrorHandler): ...
            def test_client(self, **kwargs) -> TestClient: ...

    class flask:
        class FlaskApp(abstract.AbstractApp):
            app: Flask
            def __init__(self, import_name, *, server_args=..., resolver_error: _Logged = ...): ...

    class asynchronous:
        class AsyncApp(abstract.AbstractApp): ...

class middleware:
    from connexion.middleware.main import ConnexionMiddleware

    class main:
        class ConnexionMiddleware:
            def __init__(self, app, *, resolver_error: _Logged = ...): ...
            def add_api(self, specification, *, resolver_error: _Logged = ..., **kwargs): ...
            def add_error_handler(self, code_or_exception: HTTPStatus, function: ErrorHandler): ...
