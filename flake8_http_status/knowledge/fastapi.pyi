"""https://fastapi.tiangolo.com/reference/"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, Iterable, Mapping

from fastapi.applications import FastAPI
from fastapi.exceptions import HTTPException, WebSocketException
from starlette.websockets import WebSocketDisconnect
from fastapi.requests import Request
from fastapi.responses import Response
from fastapi.routing import APIRouter
from starlette import status
from starlette.applications import Starlette
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.middleware.base import RequestResponseEndpoint
from starlette.routing import Route, Router

Endpoint = Callable[..., object]
ExceptionHandler = Callable[[Request, StarletteHTTPException], Response]
# The OpenAPI schema has str(key) of each.
Responses = Mapping[Annotated[HTTPStatus, "text"], object]
# Routes call upper() on each method.
Methods = Iterable[Annotated[HTTPMethod, "folds"]]

class requests:
    from starlette.requests import HTTPConnection, Request

class responses:
    from starlette.responses import (
        FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response,
        StreamingResponse,
    )

class testclient:
    from starlette.testclient import TestClient

class staticfiles:
    from starlette.staticfiles import StaticFiles

class templating:
    from starlette.templating import Jinja2Templates

class middleware:
    from starlette.middleware import Middleware

    class cors:
        from starlette.middleware.cors import CORSMiddleware

class exceptions:
    # str() gives f"{status_code}: {detail}".
    class HTTPException(StarletteHTTPException):
        def __init__(self, status_code: HTTPStatus, detail=..., headers=...): ...

    # Close codes of websockets (1000 and above) are no HTTP statuses.
    class WebSocketException(Exception):
        def __init__(self, code, reason=...): ...

class applications:
    class FastAPI(Starlette):
        def __init__(
            self, *, telemetry=..., debug=..., routes=..., title=..., summary=..., description=...,
            version=..., openapi_url=..., openapi_tags=..., servers=..., dependencies=...,
            default_response_class=..., redirect_slashes=..., docs_url=..., redoc_url=...,
            swagger_ui_oauth2_redirect_url=..., swagger_ui_init_oauth=..., middleware=...,
            exception_handlers: Mapping[HTTPStatus, ExceptionHandler] = ..., on_startup=...,
            on_shutdown=..., lifespan=..., terms_of_service=..., contact=..., license_info=...,
            root_path=..., root_path_in_servers=..., responses: Responses = ..., callbacks=...,
            webhooks=..., deprecated=..., include_in_schema=..., swagger_ui_parameters=...,
            generate_unique_id_function=..., separate_input_output_schemas=..., openapi_external_docs=...,
            strict_content_type=..., max_body_size=..., form_limits=...,
        ): ...
        # int(status_code) is kept of an enum member.
        def get(
            self, path, *, response_model=..., status_code: HTTPStatus = ..., tags=..., dependencies=...,
            summary=..., description=..., response_description=..., responses: Responses = ...,
            deprecated=..., operation_id=..., response_model_include=..., response_model_exclude=...,
            response_model_by_alias=..., response_model_exclude_unset=...,
            response_model_exclude_defaults=..., response_model_exclude_none=..., include_in_schema=...,
            response_class=..., name=..., callbacks=..., openapi_extra=..., generate_unique_id_function=...,
            max_body_size=..., form_limits=...,
        ) -> Callable[[Endpoint], Endpoint]: ...
        put = post = delete = options = head = patch = trace = get
        def api_route(
            self, path, *, response_model=..., status_code: HTTPStatus = ..., tags=..., dependencies=...,
            summary=..., description=..., response_description=..., responses: Responses = ...,
            deprecated=..., methods: Methods = ..., operation_id=..., response_model_include=...,
            response_model_exclude=..., response_model_by_alias=..., response_model_exclude_unset=...,
            response_model_exclude_defaults=..., response_model_exclude_none=..., include_in_schema=...,
            response_class=..., name=..., openapi_extra=..., generate_unique_id_function=...,
            max_body_size=..., form_limits=...,
        ) -> Callable[[Endpoint], Endpoint]: ...
        def add_api_route(
            self, path, endpoint: Endpoint, *, response_model=..., status_code: HTTPStatus = ..., tags=...,
            dependencies=..., summary=..., description=..., response_description=...,
            responses: Responses = ..., deprecated=..., methods: Methods = ..., operation_id=...,
            response_model_include=..., response_model_exclude=..., response_model_by_alias=...,
            response_model_exclude_unset=..., response_model_exclude_defaults=...,
            response_model_exclude_none=..., include_in_schema=..., response_class=..., name=...,
            openapi_extra=..., generate_unique_id_function=..., max_body_size=..., form_limits=...,
        ): ...
        def include_router(
            self, router: APIRouter, *, prefix=..., tags=..., dependencies=..., responses: Responses = ...,
            deprecated=..., include_in_schema=..., default_response_class=..., callbacks=...,
            generate_unique_id_function=..., max_body_size=..., form_limits=...,
        ): ...
        def exception_handler(
            self, exc_class_or_status_code: HTTPStatus
        ) -> Callable[[ExceptionHandler], ExceptionHandler]: ...
        def middleware(
            self, middleware_type
        ) -> Callable[[Callable[[Request, RequestResponseEndpoint], Response]], object]: ...

class routing:
    class APIRoute(Route):
        status_code: HTTPStatus
        responses: Responses
        def __init__(
            self, path, endpoint: Endpoint, *, response_model=..., status_code: HTTPStatus = ..., tags=...,
            dependencies=..., summary=..., description=..., response_description=...,
            responses: Responses = ..., deprecated=..., name=..., methods: Methods = ..., operation_id=...,
            response_model_include=..., response_model_exclude=..., response_model_by_alias=...,
            response_model_exclude_unset=..., response_model_exclude_defaults=...,
            response_model_exclude_none=..., include_in_schema=..., response_class=...,
            dependency_overrides_provider=..., callbacks=..., openapi_extra=...,
            generate_unique_id_function=..., strict_content_type=..., max_body_size=..., form_limits=...,
        ): ...

    class APIRouter(Router):
        def __init__(
            self, *, prefix=..., tags=..., dependencies=..., default_response_class=...,
            responses: Responses = ..., callbacks=..., routes=..., redirect_slashes=..., default=...,
            dependency_overrides_provider=..., route_class=..., on_startup=..., on_shutdown=...,
            lifespan=..., deprecated=..., include_in_schema=..., generate_unique_id_function=...,
            strict_content_type=..., max_body_size=..., form_limits=...,
        ): ...
        def get(
            self, path, *, response_model=..., status_code: HTTPStatus = ..., tags=..., dependencies=...,
            summary=..., description=..., response_description=..., responses: Responses = ...,
            deprecated=..., operation_id=..., response_model_include=..., response_model_exclude=...,
            response_model_by_alias=..., response_model_exclude_unset=...,
            response_model_exclude_defaults=..., response_model_exclude_none=..., include_in_schema=...,
            response_class=..., name=..., callbacks=..., openapi_extra=..., generate_unique_id_function=...,
            max_body_size=..., form_limits=...,
        ) -> Callable[[Endpoint], Endpoint]: ...
        put = post = delete = options = head = patch = trace = get
        def api_route(
            self, path, *, response_model=..., status_code: HTTPStatus = ..., tags=..., dependencies=...,
            summary=..., description=..., response_description=..., responses: Responses = ...,
            deprecated=..., methods: Methods = ..., operation_id=..., response_model_include=...,
            response_model_exclude=..., response_model_by_alias=..., response_model_exclude_unset=...,
            response_model_exclude_defaults=..., response_model_exclude_none=..., include_in_schema=...,
            response_class=..., name=..., callbacks=..., openapi_extra=..., generate_unique_id_function=...,
            max_body_size=..., form_limits=...,
        ) -> Callable[[Endpoint], Endpoint]: ...
        def add_api_route(
            self, path, endpoint: Endpoint, *, response_model=..., status_code: HTTPStatus = ..., tags=...,
            dependencies=..., summary=..., description=..., response_description=...,
            responses: Responses = ..., deprecated=..., methods: Methods = ..., operation_id=...,
            response_model_include=..., response_model_exclude=..., response_model_by_alias=...,
            response_model_exclude_unset=..., response_model_exclude_defaults=...,
            response_model_exclude_none=..., include_in_schema=..., response_class=..., name=...,
            route_class_override=..., callbacks=..., openapi_extra=..., generate_unique_id_function=...,
            strict_content_type=..., max_body_size=..., form_limits=...,
        ): ...
        def include_router(
            self, router: APIRouter, *, prefix=..., tags=..., dependencies=..., default_response_class=...,
            responses: Responses = ..., callbacks=..., deprecated=..., include_in_schema=...,
            generate_unique_id_function=..., max_body_size=..., form_limits=...,
        ): ...
