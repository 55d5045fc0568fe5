"""https://github.com/pnuckowski/aioresponses"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, TypeVar

from aioresponses.core import CallbackResult, aioresponses

class core:
    T = TypeVar("T")

    _Callback = Callable[..., CallbackResult]

    # The method goes into the answer's request, whose repr shows it; the status is handed back as it is.
    class CallbackResult:
        method: HTTPMethod
        status: HTTPStatus
        def __init__(
            self,
            method: Annotated[HTTPMethod, "repr"] = ...,
            status: Annotated[HTTPStatus, "text"] = ...,
            body=...,
            content_type=...,
            payload=...,
            headers=...,
            response_class=...,
            reason=...,
        ): ...

    class RequestCall: ...

    class RequestMatch:
        status: HTTPStatus
        # Compared in lower case.
        def __init__(
            self,
            url,
            method: Annotated[HTTPMethod, "folds"] = ...,
            status: Annotated[HTTPStatus, "text"] = ...,
        ): ...

    class aioresponses(object):
        requests: dict[tuple[HTTPMethod, object], list[RequestCall]]
        def __init__(self, **kwargs): ...
        # The mock is handed to the function that it decorates.
        def __call__(self, f: Callable[[aioresponses], object]): ...
        def __enter__(self) -> aioresponses: ...
        def get(
            self,
            url,
            *,
            status: Annotated[HTTPStatus, "text"] = ...,
            callback: _Callback = ...,
            **kwargs,
        ): ...
        head = post = put = patch = delete = options = get
        # Compared in lower case.
        def add(
            self,
            url,
            method: Annotated[HTTPMethod, "folds"] = ...,
            status: Annotated[HTTPStatus, "text"] = ...,
            body=...,
            exception=...,
            content_type=...,
            payload=...,
            headers=...,
            response_class=...,
            repeat=...,
            timeout=...,
            reason=...,
            callback: _Callback = ...,
        ): ...
        # Compared in upper case.
        def assert_called_with(
            self, url, method: Annotated[HTTPMethod, "folds"] = ..., args_to_match=..., *args, **kwargs
        ): ...
        def assert_any_call(self, url, method: Annotated[HTTPMethod, "folds"] = ..., *args, **kwargs): ...
        def assert_called_once_with(
            self, url, method: Annotated[HTTPMethod, "folds"] = ..., *args, **kwargs
        ): ...
