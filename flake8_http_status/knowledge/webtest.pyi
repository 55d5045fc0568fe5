"""https://docs.pylonsproject.org/projects/webtest/en/latest/api.html"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated

from webtest.app import TestApp, TestRequest
from webtest.forms import Form
from webtest.response import TestResponse

class app:
    from webob.request import BaseRequest
    from webtest.response import TestResponse

    # Compared with the status of the response, and shown where it differs.
    _Status = Annotated[HTTPStatus, "text"] | list[Annotated[HTTPStatus, "text"]]

    class TestRequest(BaseRequest):
        # The check of the environ refuses what is not exactly a str.
        method: Annotated[HTTPMethod, "exact"]
        @classmethod
        def blank(
            cls, path, environ=..., base_url=..., headers=..., POST=..., *,
            method: Annotated[HTTPMethod, "exact"] = ..., **kw,
        ) -> TestRequest: ...
        def get_response(self, application=..., catch_exc_info=...) -> TestResponse: ...

    class TestApp:
        RequestClass: type[TestRequest]
        def get(
            self, url, params=..., headers=..., extra_environ=..., status: _Status = ..., expect_errors=...,
            xhr=...,
        ) -> TestResponse: ...
        head = get
        def post(
            self, url, params=..., headers=..., extra_environ=..., status: _Status = ..., upload_files=...,
            expect_errors=..., content_type=..., xhr=...,
        ) -> TestResponse: ...
        put = patch = post
        def delete(
            self, url, params=..., headers=..., extra_environ=..., status: _Status = ..., expect_errors=...,
            content_type=..., xhr=...,
        ) -> TestResponse: ...
        def options(
            self, url, headers=..., extra_environ=..., status: _Status = ..., expect_errors=..., xhr=...
        ) -> TestResponse: ...
        def post_json(self, url, params=..., *, status: _Status = ..., **kw) -> TestResponse: ...
        put_json = patch_json = delete_json = post_json
        # The method is taken by str(), here alone.
        def request(
            self, url_or_req, status: _Status = ..., expect_errors=..., *, method: HTTPMethod = ...,
            **req_params,
        ) -> TestResponse: ...
        def do_request(self, req, status: _Status = ..., expect_errors=...) -> TestResponse: ...

class response:
    from webob import Response
    from webtest.app import TestRequest, _Status
    from webtest.forms import Form

    class TestResponse(Response):
        request: TestRequest
        form: Form
        forms: dict[str, Form]
        def follow(self, *, status: _Status = ..., **kw) -> TestResponse: ...
        maybe_follow = follow
        def click(
            self, description=..., linkid=..., href=..., index=..., verbose=..., extra_environ=...
        ) -> TestResponse: ...
        def clickbutton(
            self, description=..., buttonid=..., href=..., onclick=..., index=..., verbose=...
        ) -> TestResponse: ...
        # The method passes through lower().
        def goto(
            self, href, method: Annotated[HTTPMethod, "folds"] = ..., *, status: _Status = ..., **args
        ) -> TestResponse: ...

class forms:
    from webtest.app import _Status
    from webtest.response import TestResponse

    class Form:
        method: HTTPMethod
        def submit(
            self, name=..., index=..., value=..., *, status: _Status = ..., **args
        ) -> TestResponse: ...
