"""What the stubs call ``"upper"`` is upper case, however the request was sent; and ``"line"`` is a text."""
from __future__ import annotations

import ast
from collections.abc import Callable

import pytest

from flake8_http_status import knowledge


def _django() -> object:
    from django.conf import settings

    if not settings.configured:
        settings.configure()
    from django.core.handlers.wsgi import WSGIRequest
    from django.test import RequestFactory

    return WSGIRequest({**RequestFactory().get("/").environ, "REQUEST_METHOD": "post"})


def _rest_framework() -> object:
    inner = _django()
    from rest_framework.request import Request

    return Request(inner)


def _werkzeug() -> object:
    from werkzeug.test import create_environ
    from werkzeug.wrappers import Request

    return Request({**create_environ(), "REQUEST_METHOD": "post"})


def _bottle() -> object:
    from bottle import BaseRequest

    return BaseRequest({"REQUEST_METHOD": "post"})


def _httpx() -> object:
    import httpx

    return httpx.Request("post", "https://example.org")


def _requests() -> object:
    import requests

    return requests.Request("post", "https://example.org").prepare()


def _aiohttp() -> object:
    from aiohttp.test_utils import make_mocked_request

    return make_mocked_request("post", "/")


def _starlette() -> object:
    from starlette.requests import Request

    # A server must give the method in upper case, says ASGI; Starlette hands it on
    # (https://asgi.readthedocs.io/en/latest/specs/www.html#http-connection-scope).
    return Request({"type": "http", "method": "POST", "headers": []})


PROOFS: dict[str, Callable[[], object]] = {
    "aiohttp": _aiohttp,
    "bottle": _bottle,
    "django": _django,
    "httpx": _httpx,
    "requests": _requests,
    "rest_framework": _rest_framework,
    "starlette": _starlette,
    "werkzeug": _werkzeug,
}


def _line_of_werkzeug() -> object:
    from werkzeug.wrappers import Response

    return Response(status=404)


def _line_of_webob() -> object:
    from webob import Response

    return Response(status=404)


def _line_of_bottle() -> object:
    from bottle import HTTPResponse

    return HTTPResponse(status=404)


LINES: dict[str, Callable[[], object]] = {
    "bottle": _line_of_bottle,
    "webob": _line_of_webob,
    "werkzeug": _line_of_werkzeug,
}


def _says(name: str, word: str) -> bool:
    return any(
        isinstance(node, ast.Constant) and node.value == word
        for stub in knowledge.load(name)
        for node in ast.walk(stub.tree)
    )


def test_every_stub_that_says_so_is_proved() -> None:
    assert {name for name in knowledge.names() if _says(name, "upper")} == set(PROOFS)
    assert {name for name in knowledge.names() if _says(name, "line")} == set(LINES)


@pytest.mark.filterwarnings("ignore:'cgi' is deprecated:DeprecationWarning")
@pytest.mark.parametrize("name", PROOFS)
def test_the_method_is_upper_case(name: str) -> None:
    pytest.importorskip(name)  # other Pythons run the suite without the libraries
    assert PROOFS[name]().method == "POST"  # type: ignore[attr-defined]


@pytest.mark.filterwarnings("ignore:'cgi' is deprecated:DeprecationWarning")
@pytest.mark.parametrize("name", LINES)
def test_the_status_line_is_a_text(name: str) -> None:
    pytest.importorskip(name)
    response = LINES[name]()
    assert response.status.upper() == "404 NOT FOUND"  # type: ignore[attr-defined]
    assert response.status != 404  # type: ignore[attr-defined]
