"""https://strawberry.rocks/docs/operations/http"""
from http import HTTPMethod, HTTPStatus
from typing import Sequence

class http:
    class temporal_response:
        # Handed on to the framework's response.
        class TemporalResponse:
            status_code: HTTPStatus
            def __init__(self, status_code: HTTPStatus = ..., headers=...): ...

class django:
    from django.http import HttpRequest, HttpResponse

    class context:
        class StrawberryDjangoContext:
            request: HttpRequest
            response: HttpResponse
            def __init__(self, request: HttpRequest, response: HttpResponse): ...

    class views:
        class BaseView:
            def create_response(self, response_data, sub_response: HttpResponse) -> HttpResponse: ...

        class GraphQLView(BaseView):
            def get_context(self, request: HttpRequest, response: HttpResponse): ...
            def get_root_value(self, request: HttpRequest): ...
            def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse: ...

        class AsyncGraphQLView(BaseView):
            async def get_context(self, request: HttpRequest, response: HttpResponse): ...
            async def get_root_value(self, request: HttpRequest): ...
            async def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse: ...

class flask:
    class views:
        from flask import Request, Response

        class BaseGraphQLView:
            def create_response(self, response_data, sub_response: Response) -> Response: ...

        # Flask.add_url_rule calls upper() on each.
        class GraphQLView(BaseGraphQLView):
            methods: Sequence[HTTPMethod]
            def get_context(self, request: Request, response: Response): ...
            def get_root_value(self, request: Request): ...

        class AsyncGraphQLView(BaseGraphQLView):
            methods: Sequence[HTTPMethod]
            async def get_context(self, request: Request, response: Response): ...
            async def get_root_value(self, request: Request): ...

class asgi:
    from starlette.requests import Request
    from starlette.responses import Response

    class GraphQL:
        def create_response(self, response_data, sub_response: Response) -> Response: ...
        async def get_context(self, request: Request, response: Response): ...
        async def get_root_value(self, request: Request): ...

class sanic:
    class views:
        from sanic.request import Request
        from sanic.response import HTTPResponse
        from strawberry.http.temporal_response import TemporalResponse

        class GraphQLView:
            def create_response(self, response_data, sub_response: TemporalResponse) -> HTTPResponse: ...
            async def get_context(self, request: Request, response: TemporalResponse): ...
            async def get_root_value(self, request: Request): ...

class quart:
    class views:
        from quart import Request, Response

        class GraphQLView:
            methods: Sequence[HTTPMethod]
            def create_response(self, response_data, sub_response: Response) -> Response: ...
            async def get_context(self, request: Request, response: Response): ...
            async def get_root_value(self, request: Request): ...
