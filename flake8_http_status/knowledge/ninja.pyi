"""https://django-ninja.dev/reference/"""
from http import HTTPMethod, HTTPStatus
from typing import Callable, Mapping, Sequence

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja.main import NinjaAPI
from ninja.responses import Status
from ninja.router import Router

# A view's answer: the status stands first.
Returned = HttpResponse | Status | tuple[HTTPStatus, object]
View = Callable[[HttpRequest], Returned]
ExceptionHandler = Callable[[HttpRequest, errors.HttpError], HttpResponse]
# The keys are compared with the answer's status; JSON writes them as numbers.
Responses = Mapping[HTTPStatus | frozenset[HTTPStatus] | tuple[HTTPStatus, ...], object]
# Compared with the request's method.
Methods = Sequence[HTTPMethod]

class main:
    class NinjaAPI:
        def get(
            self, path, *, auth=..., throttle=..., response: Responses = ..., operation_id=..., summary=...,
            description=..., tags=..., deprecated=..., by_alias=..., exclude_unset=...,
            exclude_defaults=..., exclude_none=..., url_name=..., include_in_schema=..., openapi_extra=...,
        ) -> Callable[[View], View]: ...
        post = put = patch = delete = get
        def api_operation(
            self, methods: Methods, path, *, auth=..., throttle=..., response: Responses = ...,
            operation_id=..., summary=..., description=..., tags=..., deprecated=..., by_alias=...,
            exclude_unset=..., exclude_defaults=..., exclude_none=..., url_name=..., include_in_schema=...,
            openapi_extra=...,
        ) -> Callable[[View], View]: ...
        def create_response(
            self, request: HttpRequest, data, *, status: HTTPStatus = ..., temporal_response=...
        ) -> HttpResponse: ...
        def create_temporal_response(self, request: HttpRequest) -> HttpResponse: ...
        def exception_handler(self, exc_class) -> Callable[[ExceptionHandler], ExceptionHandler]: ...
        def add_exception_handler(self, exc_class, handler: ExceptionHandler): ...
        def on_exception(self, request: HttpRequest, exc) -> HttpResponse: ...

class router:
    class Router:
        def get(
            self, path, *, auth=..., throttle=..., response: Responses = ..., operation_id=..., summary=...,
            description=..., tags=..., deprecated=..., by_alias=..., exclude_unset=...,
            exclude_defaults=..., exclude_none=..., url_name=..., include_in_schema=..., openapi_extra=...,
        ) -> Callable[[View], View]: ...
        post = put = patch = delete = get
        def api_operation(
            self, methods: Methods, path, *, auth=..., throttle=..., response: Responses = ...,
            operation_id=..., summary=..., description=..., tags=..., deprecated=..., by_alias=...,
            exclude_unset=..., exclude_defaults=..., exclude_none=..., url_name=..., include_in_schema=...,
            openapi_extra=...,
        ) -> Callable[[View], View]: ...
        def add_api_operation(
            self, path, methods: Methods, view_func: View, *, auth=..., throttle=...,
            response: Responses = ..., operation_id=..., summary=..., description=..., tags=...,
            deprecated=..., by_alias=..., exclude_unset=..., exclude_defaults=..., exclude_none=...,
            url_name=..., include_in_schema=..., openapi_extra=...,
        ): ...

class responses:
    class Status:
        status_code: HTTPStatus
        def __init__(self, status_code: HTTPStatus, value): ...

    class Response(JsonResponse):
        def __init__(self, data, *, status: HTTPStatus = ..., **kwargs): ...

    codes_1xx: frozenset[HTTPStatus]
    codes_2xx: frozenset[HTTPStatus]
    codes_3xx: frozenset[HTTPStatus]
    codes_4xx: frozenset[HTTPStatus]
    codes_5xx: frozenset[HTTPStatus]

class errors:
    # str() gives the message alone.
    class HttpError(Exception):
        status_code: HTTPStatus
        def __init__(self, status_code: HTTPStatus, message): ...

    class AuthenticationError(HttpError):
        def __init__(self, status_code: HTTPStatus = ..., message=...): ...

    class AuthorizationError(HttpError):
        def __init__(self, status_code: HTTPStatus = ..., message=...): ...

    class Throttled(HttpError):
        def __init__(self, wait): ...

class renderers:
    class BaseRenderer:
        def render(self, request: HttpRequest, data, *, response_status: HTTPStatus): ...

class testing:
    from ninja.testing.client import TestAsyncClient, TestClient

    class client:
        class NinjaResponse:
            status_code: HTTPStatus
            def __init__(self, http_response: HttpResponse): ...

        # Given to the request as it is.
        class TestClient:
            def __init__(self, router_or_app, headers=..., COOKIES=...): ...
            def request(
                self, method: HTTPMethod, path, data=..., json=..., **request_params
            ) -> NinjaResponse: ...
            def get(self, path, data=..., **request_params) -> NinjaResponse: ...
            def post(self, path, data=..., json=..., **request_params) -> NinjaResponse: ...
            put = patch = delete = post

        class TestAsyncClient:
            def __init__(self, router_or_app, headers=..., COOKIES=...): ...
            async def request(
                self, method: HTTPMethod, path, data=..., json=..., **request_params
            ) -> NinjaResponse: ...
            async def get(self, path, data=..., **request_params) -> NinjaResponse: ...
            async def post(self, path, data=..., json=..., **request_params) -> NinjaResponse: ...
            put = patch = delete = post
