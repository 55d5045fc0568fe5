"""https://httpretty.readthedocs.io/en/latest/api.html"""
from http import HTTPMethod, HTTPStatus
from typing import Callable, TypeVar

from httpretty.core import Entry, httprettified, httprettized, httpretty
from httpretty.core import httprettized as enabled
from httpretty.core import httpretty as HTTPretty

T = TypeVar("T")

GET: HTTPMethod
HEAD: HTTPMethod
POST: HTTPMethod
PUT: HTTPMethod
PATCH: HTTPMethod
DELETE: HTTPMethod
OPTIONS: HTTPMethod
CONNECT: HTTPMethod

_Body = Callable[[core.HTTPrettyRequest, object, object], tuple[HTTPStatus, object, object]]

# The status is converted by int() or %d; the method is compared as it is written.
def register_uri(
    method: HTTPMethod,
    uri,
    body: _Body = ...,
    adding_headers=...,
    forcing_headers=...,
    status: HTTPStatus = ...,
    responses: list[core.Entry] = ...,
    match_querystring=...,
    priority=...,
    **headers,
): ...
def Response(
    body: _Body,
    method: HTTPMethod = ...,
    uri=...,
    adding_headers=...,
    forcing_headers=...,
    status: HTTPStatus = ...,
    streaming=...,
    **kw,
) -> core.Entry: ...
def last_request() -> core.HTTPrettyRequest: ...
def latest_requests() -> list[core.HTTPrettyRequest]: ...
def activate(test: T = ..., allow_net_connect=..., verbose=...) -> T: ...

class core:
    class HTTPrettyRequest:
        method: HTTPMethod

    class Entry:
        method: HTTPMethod
        status: HTTPStatus
        request: HTTPrettyRequest
        def __init__(
            self,
            method: HTTPMethod,
            uri,
            body: _Body,
            adding_headers=...,
            forcing_headers=...,
            status: HTTPStatus = ...,
            streaming=...,
            **headers,
        ): ...

    class httpretty(object):
        GET: HTTPMethod
        HEAD: HTTPMethod
        POST: HTTPMethod
        PUT: HTTPMethod
        PATCH: HTTPMethod
        DELETE: HTTPMethod
        OPTIONS: HTTPMethod
        CONNECT: HTTPMethod
        last_request: HTTPrettyRequest
        latest_requests: list[HTTPrettyRequest]
        @classmethod
        def register_uri(
            cls,
            method: HTTPMethod,
            uri,
            body: _Body = ...,
            adding_headers=...,
            forcing_headers=...,
            status: HTTPStatus = ...,
            responses: list[Entry] = ...,
            match_querystring=...,
            priority=...,
            **headers,
        ): ...
        @classmethod
        def Response(
            cls,
            body: _Body,
            method: HTTPMethod = ...,
            uri=...,
            adding_headers=...,
            forcing_headers=...,
            status: HTTPStatus = ...,
            streaming=...,
            **kw,
        ) -> Entry: ...

    class httprettized(object): ...

    def httprettified(test: T = ..., allow_net_connect=..., verbose=...) -> T: ...
