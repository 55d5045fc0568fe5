"""https://developers.home-assistant.io/docs/"""
from http import HTTPMethod, HTTPStatus
from typing import Callable, Iterable

import aiohttp
import httpx
from aiohttp import web

# What a view returns beside a body goes into a web.Response.
Returned = web.Response | tuple[object, HTTPStatus]
WebhookHandler = Callable[[object, object, web.Request], web.Response]

class helpers:
    class http:
        # json calls int() on the status, json_message hands it on.
        class HomeAssistantView:
            @staticmethod
            def context(request: web.Request): ...
            @staticmethod
            def json(result, status_code: HTTPStatus = ..., headers=...) -> web.Response: ...
            def json_message(
                self, message, status_code: HTTPStatus = ..., message_code=..., headers=...
            ) -> web.Response: ...
            def get(self, request: web.Request, *args, **kwargs) -> Returned: ...
            head = post = put = delete = options = patch = get

    class aiohttp_client:
        def async_get_clientsession(hass, verify_ssl=..., family=...) -> aiohttp.ClientSession: ...
        def async_create_clientsession(
            hass, verify_ssl=..., auto_cleanup=..., family=..., **kwargs
        ) -> aiohttp.ClientSession: ...

    class httpx_client:
        def get_async_client(hass, verify_ssl=...) -> httpx.AsyncClient: ...
        def create_async_httpx_client(hass, verify_ssl=..., auto_cleanup=...) -> httpx.AsyncClient: ...

class components:
    class http:
        from homeassistant.helpers.http import HomeAssistantView

        class view:
            from homeassistant.helpers.http import HomeAssistantView

    class webhook:
        # Compared with the request's method.
        def async_register(
            hass, domain, name, webhook_id, handler: WebhookHandler, *, local_only=...,
            allowed_methods: Iterable[HTTPMethod] = ...,
        ): ...

class util:
    class aiohttp:
        class MockRequest:
            method: HTTPMethod
            status: HTTPStatus
            def __init__(
                self, content, mock_source, method: HTTPMethod = ..., status: HTTPStatus = ..., headers=...,
                query_string=..., url=...,
            ): ...
