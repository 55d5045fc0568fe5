"""https://learn.microsoft.com/en-us/python/api/overview/azure/core-readme"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, Iterable

class core:
    from azure.core.rest import HttpRequest, HttpResponse

    class PipelineClient:
        def send_request(self, request: HttpRequest, *, stream=..., **kwargs) -> HttpResponse: ...

    class AsyncPipelineClient:
        async def send_request(self, request: HttpRequest, *, stream=..., **kwargs) -> HttpResponse: ...

    class rest:
        class HttpRequest:
            method: HTTPMethod
            # Handed on as it is.
            def __init__(
                self, method: Annotated[HTTPMethod, "text"], url, *, params=..., headers=..., json=...,
                content=..., data=..., files=..., **kwargs,
            ): ...

        class HttpResponse:
            status_code: HTTPStatus
            request: HttpRequest
            def __enter__(self) -> HttpResponse: ...

        class AsyncHttpResponse:
            status_code: HTTPStatus
            request: HttpRequest

    class pipeline:
        from azure.core.rest import HttpRequest, HttpResponse

        class PipelineRequest:
            http_request: HttpRequest

        class PipelineResponse:
            http_request: HttpRequest
            http_response: HttpResponse

        class transport:
            class HttpRequest:
                method: HTTPMethod
                def __init__(
                    self, method: Annotated[HTTPMethod, "text"], url, headers=..., files=..., data=...
                ): ...

            class HttpResponse:
                status_code: HTTPStatus
                request: HttpRequest

        class policies:
            # Both are asked with "in".
            class RetryPolicy:
                def __init__(
                    self,
                    *,
                    retry_on_status_codes: Iterable[HTTPStatus] = ...,
                    retry_on_methods: Iterable[HTTPMethod] = ...,
                    **kwargs,
                ): ...

    class exceptions:
        from azure.core.rest import HttpResponse

        def map_error(
            status_code: HTTPStatus, response: HttpResponse, error_map: dict[HTTPStatus, object]
        ): ...

        class HttpResponseError:
            status_code: HTTPStatus
            response: HttpResponse
            def __init__(self, message=..., response: HttpResponse = ..., **kwargs): ...

        class DecodeError(HttpResponseError): ...
        class ResourceExistsError(HttpResponseError): ...
        class ResourceNotFoundError(HttpResponseError): ...
        class ClientAuthenticationError(HttpResponseError): ...
        class ResourceModifiedError(HttpResponseError): ...
        class ResourceNotModifiedError(HttpResponseError): ...
        class TooManyRedirectsError(HttpResponseError): ...
        class ODataV4Error(HttpResponseError): ...

class functions:
    """https://learn.microsoft.com/en-us/python/api/azure-functions/azure.functions"""

    from azure.functions.decorators.function_app import Blueprint, FunctionApp

    class HttpRequest:
        method: HTTPMethod
        def __init__(
            self, method: HTTPMethod, url, *, headers=..., params=..., route_params=..., body
        ): ...

    class HttpResponse:
        status_code: HTTPStatus
        # An HTTPStatus is turned into its number.
        def __init__(
            self, body=..., *, status_code: HTTPStatus = ..., headers=..., mimetype=..., charset=...
        ): ...

    class decorators:
        class function_app:
            from azure.functions import HttpRequest, HttpResponse

            _Handler = Callable[[HttpRequest], HttpResponse]

            class TriggerApi:
                # Written into a JSON text; any case will do.
                def route(
                    self, route=..., trigger_arg_name=..., binding_arg_name=...,
                    methods: Iterable[Annotated[HTTPMethod, "folds"]] = ..., auth_level=...,
                ) -> Callable[[_Handler], _Handler]: ...

            class FunctionApp(TriggerApi): ...
            class Blueprint(TriggerApi): ...
