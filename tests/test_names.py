"""Names that speak for themselves: their words, and what they say."""
from __future__ import annotations

from pathlib import Path

import pytest

from flake8_http_status.config import Options
from flake8_http_status.detect import find
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


def test_a_number_at_the_end_of_a_name_only_counts() -> None:
    assert list(endings("error_code2")) == ["error_code", "code"]
    assert list(endings("http2_code_3_4")) == ["http_2_code", "2_code", "code"]
    assert list(endings("_2")) == []


def test_what_several_are_for_does_not_count() -> None:
    assert list(endings("http_codes_to_retry")) == ["http_codes", "codes"]
    assert list(endings("methodsToLog2")) == ["methods"]
    # One of something to another: a table that translates.
    assert next(endings("status_to_name")) == "status_to_name"
    assert next(endings("names_to_skip")) == "names_to_skip"
    assert next(endings("to_retry")) == "to_retry"


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
        pytest.param("response2.code == «404»\nf(status_1=«404»)\n", id="numbered names"),
        pytest.param("CODES_TO_RETRY = (502,)\nSTATUSES_TO_SKIP = [«404»]\n", id="constants for something"),
        pytest.param("http_codes_to_retry = [«502»]\nx.methodsToLog = [«'GET'»]\n", id="names for something"),
        pytest.param("«'GET'» in x.headers['Allow']\nx['allow'] == «'GET'»\n", id="header"),
        pytest.param("«'PUT'» in x.get('Access-Control-Allow-Methods', '')\n", id="header by get"),
        pytest.param("x.assertIn(«'GET'», y['Allow'])\n", id="header of an unknown assertion"),
        pytest.param("«'GET'» in x['Allow'].split(', ')\n", id="parts of a header"),
        pytest.param("{y.strip() for y in x['Allow'].split(',')} == {«'GET'»}\n", id="parts, stripped"),
        pytest.param("eq_(x.status_code, «404»)\nassert_equal(«404», x.status_code)\n", id="assertions"),
        pytest.param("assert_in(x.status_code, («200», «404»))\n", id="assertion of a member"),
        pytest.param("x.assertCountEqual([y.status_code for y in z], [«404»])\n", id="assertion of several"),
        pytest.param("methods = []\n«'GET'» in methods\n", id="collection of what is unknown"),
        pytest.param(
            "class A:\n    def __init__(self): self.methods = []\n"
            "    def f(self): return «'GET'» in self.methods\n",
            id="attribute that is a collection",
        ),
        pytest.param("x = {ATTR_STATUS: «404», y.HTTP_METHOD: «'GET'»}\n", id="constants for keys"),
        pytest.param("x[y.HTTP_STATUS_CODE] == «404»\nx[STATUS_CODE_KEY] = «404»\n", id="constant for a key"),
        pytest.param("x.get(CONF_METHOD) == «'GET'»\n", id="constant for a key of get"),
        pytest.param("f(http_exception=«404»)\n", id="exception by its number"),
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
        pytest.param(
            "import http.client\nx.exit_code == 100\nf(area_code=415)\ny['op_code'] = 100\n",
            id="codes of other things",
        ),
        pytest.param("x.reset(404)\nmy_abort(404)\n", id="function by another name"),
        pytest.param("x['n'] = 404\nx.get('n', 404)\nx[n] = 404\n", id="other keys"),
        pytest.param("getattr(x, name) == 404\n", id="getattr of who knows what"),
        pytest.param("_ = 404\n_1 = 404\n", id="names without words"),
        pytest.param("x = {status: 404}\nx[status] == 404\nx.get(status) == 404\n", id="variables for keys"),
        pytest.param("x = {STATUS_TEXT: 404}\nx[STATUSES_SEEN] == 404\n", id="constants for other keys"),
        pytest.param("status = []\nstatus == 404\n", id="collection with the name of one"),
        pytest.param("f(days_in_status=100)\nx.time_in_status = 100\n", id="time in a status"),
        pytest.param("STATUS = 2\nx == STATUS\n100 == STATUS\nf(STATUS, 100)\n", id="constant that is none"),
        pytest.param("class A:\n    STATUS = 2\nA.STATUS == 100\n", id="constant of a class that is none"),
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
        pytest.param("f(responses={{{0}: x}})\n", id="what is answered, by status"),
        pytest.param("x == {{'responses': {{{0}: {{}}}}}}\n", id="what is answered, under a key"),
        pytest.param("f(ignore={0})\n", id="what is ignored"),
        pytest.param("f(ignore=[x, {0}])\n", id="several that are ignored"),
    ],
)
def test_a_weak_name_needs_a_module_that_has_to_do_with_http(text: str) -> None:
    for imports in (
        "import http.client\n",
        "import httpx\n",
        "import httpx2\n",
        "from django.http import JsonResponse\n",
        "from shop.rest import client\n",
        "from elasticsearch import Elasticsearch\n",
        "from . import wsgi\n",
        "if y:\n    import urllib.request as u\n",
    ):
        strong = imports + text.format("«404»")
        assert seen(strong) == strong
    for imports in ("", "import os\n", "from . import x\n", "import rested\n", "http = 1\n"):
        weak = imports + text.format("404")
        assert seen(weak) == weak


@pytest.mark.parametrize("name", ["smtp.py", "test_sip.py", "shop_ftp_server.py"])
def test_in_a_module_called_after_another_protocol_codes_are_of_that(name: str, tmp_path: Path) -> None:
    source = "import twisted.web, urllib.request\nself.send(code=404)\nx.code == 500\ny.status_code == 200\n"
    options = Options(target=(3, 11))
    assert [one.span.line for one in find(source, options, path=tmp_path / "views.py")] == [2, 3, 4]
    assert [one.span.line for one in find(source, options, path=tmp_path / name)] == [4]


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
    text = "assertEqual = 404\nx.verbs = 'GET'\nx.abort = 404\n"
    assert seen(text) == text
