"""https://requests-mock.readthedocs.io/en/latest/"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable

from requests import PreparedRequest, Response
from requests_mock.adapter import Adapter
from requests_mock.mocker import DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT, Mocker, MockerCore, mock
from requests_mock.response import create_response

class response:
    # What a callback may change before the answer is made of it.
    class _Context:
        status_code: Annotated[HTTPStatus, "text"]

    # Handed back as it is.
    def create_response(
        request, *, status_code: Annotated[HTTPStatus, "text"] = ..., **kwargs
    ) -> Response: ...

class adapter:
    from requests.adapters import BaseAdapter

    _Callback = Callable[[PreparedRequest, response._Context], object]

    class _Reply:
        status_code: Annotated[HTTPStatus, "text"]
        json: _Callback
        text: _Callback
        content: _Callback
        body: _Callback
        raw: _Callback

    class _Matcher:
        last_request: PreparedRequest
        request_history: list[PreparedRequest]

    class Adapter(BaseAdapter):
        last_request: PreparedRequest
        request_history: list[PreparedRequest]
        # The method of the request is compared in lower case.
        def register_uri(
            self,
            method: Annotated[HTTPMethod, "folds"],
            url,
            response_list: list[_Reply] = ...,
            *,
            status_code: Annotated[HTTPStatus, "text"] = ...,
            json: _Callback = ...,
            text: _Callback = ...,
            content: _Callback = ...,
            body: _Callback = ...,
            raw: _Callback = ...,
            additional_matcher: Callable[[PreparedRequest], object] = ...,
            **kwargs,
        ) -> _Matcher: ...
        def add_matcher(self, matcher: Callable[[PreparedRequest], Response]): ...

class mocker:
    from requests_mock.adapter import _Callback, _Matcher, _Reply

    GET: HTTPMethod
    HEAD: HTTPMethod
    POST: HTTPMethod
    PUT: HTTPMethod
    PATCH: HTTPMethod
    DELETE: HTTPMethod
    OPTIONS: HTTPMethod

    class MockerCore:
        def register_uri(
            self,
            method: Annotated[HTTPMethod, "folds"],
            url,
            response_list: list[_Reply] = ...,
            *,
            status_code: Annotated[HTTPStatus, "text"] = ...,
            json: _Callback = ...,
            text: _Callback = ...,
            content: _Callback = ...,
            body: _Callback = ...,
            raw: _Callback = ...,
            additional_matcher: Callable[[PreparedRequest], object] = ...,
            **kwargs,
        ) -> _Matcher: ...
        request = register_uri
        def get(
            self,
            url,
            response_list: list[_Reply] = ...,
            *,
            status_code: Annotated[HTTPStatus, "text"] = ...,
            json: _Callback = ...,
            text: _Callback = ...,
            content: _Callback = ...,
            body: _Callback = ...,
            raw: _Callback = ...,
            additional_matcher: Callable[[PreparedRequest], object] = ...,
            **kwargs,
        ) -> _Matcher: ...
        options = head = post = put = patch = delete = get

    class Mocker(MockerCore):
        # The mocker is handed to the function that it decorates.
        def __call__(self, obj: Callable[[_Mocker], object]): ...
        def __enter__(self) -> _Mocker: ...

    mock = Mocker

    # The parts of the adapter that a mocker hands on by __getattr__.
    class _Mocker(Mocker):
        last_request: PreparedRequest
        request_history: list[PreparedRequest]
        def add_matcher(self, matcher: Callable[[PreparedRequest], Response]): ...
