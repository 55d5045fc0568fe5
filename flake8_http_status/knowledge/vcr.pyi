"""https://vcrpy.readthedocs.io/en/latest/"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, ContextManager

from vcr.config import VCR
from vcr.request import Request

# A recorded response: {"status": {"code": 200, "message": "OK"}, "headers": …, "body": …}.
_Recorded = dict[str, dict[str, Annotated[HTTPStatus, "exact"]]]
_BeforeRequest = Callable[[Request], Request]
_BeforeResponse = Callable[[_Recorded], _Recorded]

default_vcr: VCR

# While a cassette records, a method is written as YAML just as a client was given it.
__importer__: Annotated[str, "exact"]

def use_cassette(
    path=...,
    *,
    before_record_request: _BeforeRequest = ...,
    before_record_response: _BeforeResponse = ...,
    **kwargs,
) -> ContextManager[cassette.Cassette]: ...

class request:
    class Request:
        # The cassette is written as YAML, which refuses what is not exactly a str.
        method: Annotated[HTTPMethod, "exact"]
        def __init__(self, method: Annotated[HTTPMethod, "exact"], uri, body, headers): ...

class cassette:
    from vcr.request import Request

    class Cassette:
        requests: list[Request]
        responses: list[_Recorded]
        def append(
            self, request: Request, response: dict[str, dict[str, Annotated[HTTPStatus, "exact"]]]
        ): ...
        def play_response(self, request: Request) -> _Recorded: ...
        def responses_of(self, request: Request) -> list[_Recorded]: ...

class config:
    from vcr.cassette import Cassette
    from vcr.request import Request

    class VCR:
        def __init__(
            self,
            path_transformer=...,
            before_record_request: _BeforeRequest = ...,
            custom_patches=...,
            filter_query_parameters=...,
            ignore_hosts=...,
            record_mode=...,
            ignore_localhost=...,
            filter_headers=...,
            before_record_response: _BeforeResponse = ...,
        ): ...
        def use_cassette(
            self,
            path=...,
            *,
            before_record_request: _BeforeRequest = ...,
            before_record_response: _BeforeResponse = ...,
            **kwargs,
        ) -> ContextManager[Cassette]: ...
        def register_matcher(self, name, matcher: Callable[[Request, Request], object]): ...
