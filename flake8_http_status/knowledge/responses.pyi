"""https://github.com/getsentry/responses"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, Iterator, TypeVar

import requests

T = TypeVar("T")

# The mock shows repr() of the method where a response was not asked for; the status reaches the
# code under test as it is.  The method is compared as it is written.
_Callback = Callable[[requests.PreparedRequest], tuple[Annotated[HTTPStatus, "text"], object, object]]

GET: HTTPMethod
HEAD: HTTPMethod
POST: HTTPMethod
PUT: HTTPMethod
PATCH: HTTPMethod
DELETE: HTTPMethod
OPTIONS: HTTPMethod
calls: CallList
mock: RequestsMock

class Call:
    request: requests.PreparedRequest
    response: requests.Response

class CallList:
    def __getitem__(self, idx) -> Call: ...
    def __iter__(self) -> Iterator[Call]: ...

class BaseResponse:
    method: HTTPMethod
    status: HTTPStatus
    calls: CallList
    def __init__(self, method: Annotated[HTTPMethod, "repr"], url): ...

class Response(BaseResponse):
    def __init__(
        self,
        method: Annotated[HTTPMethod, "repr"],
        url,
        body=...,
        json=...,
        status: Annotated[HTTPStatus, "text"] = ...,
        headers=...,
        stream=...,
        content_type=...,
    ): ...

class CallbackResponse(BaseResponse):
    def __init__(
        self, method: Annotated[HTTPMethod, "repr"], url, callback: _Callback, stream=..., content_type=...
    ): ...

class PassthroughResponse(BaseResponse):
    def __init__(self, method: Annotated[HTTPMethod, "repr"], url): ...

class RequestsMock:
    GET: HTTPMethod
    HEAD: HTTPMethod
    POST: HTTPMethod
    PUT: HTTPMethod
    PATCH: HTTPMethod
    DELETE: HTTPMethod
    OPTIONS: HTTPMethod
    calls: CallList
    def add(
        self,
        method: Annotated[HTTPMethod, "repr"] | BaseResponse = ...,
        url=...,
        body=...,
        adding_headers=...,
        *args,
        status: Annotated[HTTPStatus, "text"] = ...,
        **kwargs,
    ) -> BaseResponse: ...
    def get(
        self,
        url=...,
        body=...,
        adding_headers=...,
        *args,
        status: Annotated[HTTPStatus, "text"] = ...,
        **kwargs,
    ) -> BaseResponse: ...
    head = post = put = patch = delete = options = get
    def replace(
        self,
        method_or_response: Annotated[HTTPMethod, "repr"] | BaseResponse = ...,
        url=...,
        body=...,
        *args,
        status: Annotated[HTTPStatus, "text"] = ...,
        **kwargs,
    ) -> BaseResponse: ...
    upsert = replace
    # Compared with the method of what is registered, and not kept.
    def remove(
        self, method_or_response: HTTPMethod | BaseResponse = ..., url=...
    ) -> list[BaseResponse]: ...
    def add_callback(
        self,
        method: Annotated[HTTPMethod, "repr"],
        url,
        callback: _Callback,
        match_querystring=...,
        content_type=...,
        match=...,
    ) -> BaseResponse: ...
    def registered(self) -> list[BaseResponse]: ...
    def activate(self, func: T = ...) -> T: ...

def add(
    method: Annotated[HTTPMethod, "repr"] | BaseResponse = ...,
    url=...,
    body=...,
    adding_headers=...,
    *args,
    status: Annotated[HTTPStatus, "text"] = ...,
    **kwargs,
) -> BaseResponse: ...
def get(
    url=..., body=..., adding_headers=..., *args, status: Annotated[HTTPStatus, "text"] = ..., **kwargs
) -> BaseResponse: ...

head = post = put = patch = delete = options = get

def replace(
    method_or_response: Annotated[HTTPMethod, "repr"] | BaseResponse = ...,
    url=...,
    body=...,
    *args,
    status: Annotated[HTTPStatus, "text"] = ...,
    **kwargs,
) -> BaseResponse: ...

upsert = replace

def remove(method_or_response: HTTPMethod | BaseResponse = ..., url=...) -> list[BaseResponse]: ...
def add_callback(
    method: Annotated[HTTPMethod, "repr"],
    url,
    callback: _Callback,
    match_querystring=...,
    content_type=...,
    match=...,
) -> BaseResponse: ...
def registered() -> list[BaseResponse]: ...
def activate(func: T = ...) -> T: ...
