"""Names that speak for themselves: their words, and what they say."""
from __future__ import annotations

import pytest

from flake8_http_status.names import endings, words
from tests.test_detect import seen


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("status_code", ["status", "code"], id="underscores"),
        pytest.param("__status__code_", ["status", "code"], id="many underscores"),
        pytest.param("statusCode", ["status", "code"], id="camel case"),
        pytest.param("StatusCode", ["status", "code"], id="capital letters"),
        pytest.param("HTTPStatus", ["http", "status"], id="abbreviation before a word"),
        pytest.param("lastHTTP", ["last", "http"], id="abbreviation at the end"),
        pytest.param("STATUS_CODE", ["status", "code"], id="constant"),
        pytest.param("status2", ["status", "2"], id="digits are a word"),
        pytest.param("http2_code", ["http", "2", "code"], id="digits inside"),
        pytest.param("REQUEST-METHOD", ["request", "method"], id="a key with a dash"),
        pytest.param("_", [], id="no word"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words(name: str, expected: list[str]) -> None:
    assert list(words(name)) == expected


def test_endings_are_whole_words_the_longest_first() -> None:
    assert list(endings("expectedStatus_code")) == ["expected_status_code", "status_code", "code"]
    assert list(endings("_")) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("expected_status_code = «404»\n", id="last words of a variable"),
        pytest.param("expectedStatusCode = «404»\n", id="camel case"),
        pytest.param("x.last_http_status = «404»\n", id="last words of an attribute"),
        pytest.param("f(want_status=«404», wantStatus=«404»)\n", id="last words of keywords"),
        pytest.param("x['last-status-code'] = «404»\n", id="last words of a key"),
        pytest.param("environ['REQUEST_METHOD'] == «'GET'»\n", id="key in capital letters"),
        pytest.param("environ.get('REQUEST_METHOD', x) == «'GET'»\n", id="key of get"),
        pytest.param("environ.setdefault('REQUEST_METHOD', «'GET'»)\n", id="default beside a key"),
        pytest.param("getattr(x, 'status_code') == «404»\n", id="attribute by getattr"),
        pytest.param("x.set_status(«404», 404)\nsend_error(«404»)\n", id="function"),
        pytest.param("def get_status(): return «404»\n", id="function of one's own"),
    ],
)
def test_names_that_speak(text: str) -> None:
    assert seen(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("status_text = 404\nmethod_name = 'GET'\n", id="first words"),
        pytest.param("substatus = 404\nx.mymethod = 'GET'\n", id="end of a word"),
        pytest.param("f(statuses_seen=404)\n", id="word inside"),
        pytest.param(
            "exit_status = 200\nx.exit_status = 200\nf(exit_status=200)\n", id="longer entry that says no"
        ),
        pytest.param("my_exit_code = 200\n", id="longer entry at the end of a name"),
        pytest.param("x.reset(404)\nmy_abort(404)\n", id="function by another name"),
        pytest.param("x['n'] = 404\nx.get('n', 404)\nx[n] = 404\n", id="other keys"),
        pytest.param("getattr(x, name) == 404\n", id="getattr of who knows what"),
        pytest.param("_ = 404\n_1 = 404\n", id="names without words"),
    ],
)
def test_names_that_say_nothing(text: str) -> None:
    assert seen(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("code = {0}\n", id="variable"),
        pytest.param("x.error_code == {0}\n", id="attribute"),
        pytest.param("f(code={0})\n", id="keyword"),
        pytest.param("x = {{'code': {0}}}\n", id="key"),
    ],
)
def test_a_weak_name_needs_a_module_that_has_to_do_with_http(text: str) -> None:
    for imports in (
        "import http.client\n",
        "import httpx\n",
        "from django.http import JsonResponse\n",
        "from shop.rest import client\n",
        "from . import wsgi\n",
        "if y:\n    import urllib.request as u\n",
    ):
        strong = imports + text.format("«404»")
        assert seen(strong) == strong
    for imports in ("", "import os\n", "from . import x\n", "import rested\n", "http = 1\n"):
        weak = imports + text.format("404")
        assert seen(weak) == weak


@pytest.mark.xfail(reason="a module http of one's own is taken for the standard library's", strict=True)
def test_a_relative_import_of_http_is_not_the_standard_library() -> None:
    text = "from .http import connect\ncode = «404»\n"
    assert seen(text) == text


@pytest.mark.parametrize(
    "imports",
    [
        pytest.param("from http import HTTPStatus\n", id="one"),
        pytest.param("from http import HTTPMethod, HTTPStatus\n", id="both"),
        pytest.param("import http\n", id="the module"),
    ],
)
def test_the_import_that_a_fix_adds_is_no_evidence(imports: str) -> None:
    text = imports + "code = 404\n"
    assert seen(text) == text


def test_a_word_that_names_another_kind_of_place_says_nothing() -> None:
    # assertEqual speaks as a function alone, verb as a variable alone.
    text = "assertEqual = 404\nx.verb = 'GET'\nx.abort = 404\n"
    assert seen(text) == text
