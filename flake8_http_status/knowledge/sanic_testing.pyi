"""https://sanic.dev/en/plugins/sanic-testing/getting-started.html"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated

import httpx
from sanic.request import Request
from sanic_testing.manager import TestManager

class testing:
    class TestingResponse(httpx.Response):
        status: HTTPStatus

    class SanicTestClient:
        def __init__(self, app, port=..., host=...): ...
        # The client calls upper() on it.
        def request(
            self, *args, http_method: Annotated[HTTPMethod, "folds"] = ..., **kwargs
        ) -> tuple[Request, TestingResponse]: ...
        def get(self, *args, **kwargs) -> tuple[Request, TestingResponse]: ...
        post = put = delete = patch = options = head = get

    class SanicASGITestClient(httpx.AsyncClient):
        last_request: Request
        def __init__(self, app, base_url=..., suppress_exceptions=...): ...
        # httpx calls method.upper().
        async def request(
            self, method: Annotated[HTTPMethod, "folds"], url, gather_request=..., *args, **kwargs
        ) -> tuple[Request, TestingResponse]: ...
        async def get(
            self, url, *, params=..., headers=..., cookies=..., auth=..., follow_redirects=..., timeout=...,
            extensions=...,
        ) -> tuple[Request, TestingResponse]: ...
        options = head = delete = get
        async def post(
            self, url, *, content=..., data=..., files=..., json=..., params=..., headers=..., cookies=...,
            auth=..., follow_redirects=..., timeout=..., extensions=...,
        ) -> tuple[Request, TestingResponse]: ...
        put = patch = post

class reusable:
    class ReusableClient:
        def __init__(
            self, app, host=..., port=..., loop=..., server_kwargs=..., client_kwargs=...
        ): ...
        # The client calls upper() on it.
        def request(
            self, *args, http_method: Annotated[HTTPMethod, "folds"] = ..., **kwargs
        ) -> tuple[Request, testing.TestingResponse]: ...
        def get(self, *args, **kwargs) -> tuple[Request, testing.TestingResponse]: ...
        post = put = delete = patch = options = head = get

class manager:
    class TestManager:
        test_client: testing.SanicTestClient
        asgi_client: testing.SanicASGITestClient
        def __init__(self, app): ...
