"""https://will-ockmore.github.io/httpx-retries/api/"""
from httpx_retries.helpers import aretry_request, retry_request
from httpx_retries.retry import Retry
from httpx_retries.transport import RetryTransport
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, Iterable

class retry:
    from httpx import Response

    # Each method passes through upper(); the statuses are asked with "in".
    class Retry:
        RETRYABLE_METHODS: frozenset[HTTPMethod]
        RETRYABLE_STATUS_CODES: frozenset[HTTPStatus]
        allowed_methods: frozenset[HTTPMethod]
        status_forcelist: frozenset[HTTPStatus]
        def __init__(
            self,
            total=...,
            allowed_methods: Iterable[Annotated[HTTPMethod, "folds"]] = ...,
            status_forcelist: Iterable[HTTPStatus] = ...,
            retry_on_exceptions=...,
            backoff_factor=...,
            respect_retry_after_header=...,
            max_backoff_wait=...,
            backoff_jitter=...,
            attempts_made=...,
            total_timeout=...,
            elapsed_sleep=...,
            validate_response: Callable[[Response], object] = ...,
        ): ...
        def copy_with(
            self,
            total=...,
            allowed_methods: Iterable[Annotated[HTTPMethod, "folds"]] = ...,
            status_forcelist: Iterable[HTTPStatus] = ...,
        ) -> Retry: ...
        def increment(self) -> Retry: ...
        def is_retryable_method(self, method: Annotated[HTTPMethod, "folds"]): ...
        def is_retryable_status_code(self, status_code: HTTPStatus): ...
        def is_retry(
            self, method: Annotated[HTTPMethod, "folds"], status_code: HTTPStatus, has_retry_after
        ): ...

class transport:
    from httpx import AsyncBaseTransport, BaseTransport
    from httpx_retries.retry import Retry

    class RetryTransport(BaseTransport, AsyncBaseTransport):
        def __init__(
            self, transport: BaseTransport | AsyncBaseTransport = ..., retry: Retry = ...
        ): ...

class helpers:
    from httpx import Response

    def retry_request(
        client, method: Annotated[HTTPMethod, "folds"], url, *, retry=..., **kwargs
    ) -> Response: ...
    async def aretry_request(
        client, method: Annotated[HTTPMethod, "folds"], url, *, retry=..., **kwargs
    ) -> Response: ...
