"""What an expression is: ``r.status_code`` is compared to see whether ``r`` was understood."""
from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_detect import evidence, fixes, seen

HEAD = "import requests\nr = requests.get('/')\nsession = requests.Session()\n"


def _is_response(expression: str) -> None:
    text = f"{HEAD}({expression}).status_code == «404»\n"
    assert seen(text) == text
    assert evidence(text) == ["resolved"]


def _is_unknown(expression: str) -> None:
    text = f"{HEAD}({expression}).status_code == «404»\n"
    assert seen(text) == text
    assert evidence(text) == ["named"]


@pytest.mark.parametrize(
    "expression",
    [
        pytest.param("r", id="name"),
        pytest.param("requests.get('/')", id="call"),
        pytest.param("requests.sessions.Session().get('/')", id="submodule"),
        pytest.param("session.get('/').history[0]", id="attribute of a call"),
        pytest.param("(s := session).get('/')", id="walrus"),
        pytest.param("r if x else None", id="arm of a conditional"),
        pytest.param("None if x else r", id="other arm"),
        pytest.param("x or r", id="or"),
        pytest.param("x and r", id="and"),
        pytest.param("[r][0]", id="list"),
        pytest.param("[1, r][x]", id="list, any place"),
        pytest.param("[r, r][-1]", id="list from the end"),
        pytest.param("[r][1:][0]", id="slice"),
        pytest.param("(1, r)[1]", id="tuple"),
        pytest.param("(r, 1)[-2]", id="tuple from the end"),
        pytest.param("(r, r)[x]", id="tuple, any place"),
        pytest.param(
            "[*[r]][0]",
            id="starred",
            marks=pytest.mark.xfail(
                reason="a starred list in a list is taken for one of its elements", strict=True
            ),
        ),
        pytest.param("{'a': r}['a']", id="field"),
        pytest.param("{x: r}['a']", id="value of a mapping"),
        pytest.param("{x: r}[y]", id="value under a name"),
        pytest.param("{x: r}[0]", id="value under a number"),
        pytest.param("{x: r, **y}.get('a')", id="get"),
        pytest.param("{'a': r}.get('a', 1)", id="get of a field"),
        pytest.param("{'a': r}.pop('a')", id="pop of a field"),
        pytest.param("{'a': r}.copy()['a']", id="copy of fields"),
        pytest.param("{x: r}.setdefault(y, z)", id="setdefault"),
        pytest.param("{x: r}.copy()[0]", id="copy of a mapping"),
        pytest.param("[r].copy().pop()", id="copy of a list"),
        pytest.param("(r, 1).pop()", id="element of a tuple"),
        pytest.param("[one for one in [r]][0]", id="list comprehension"),
        pytest.param("{one: r for one in x}['a']", id="dict comprehension"),
        pytest.param("list({r: 1 for one in x})[0]", id="keys of a dict comprehension"),
        pytest.param("next(one for one in [r])", id="generator"),
        pytest.param("next(iter({r}))", id="set"),
        pytest.param("next(iter({one for one in [r]}))", id="set comprehension"),
        pytest.param("list({r: 1})[0]", id="keys"),
        pytest.param("list({x: r}.values())[0]", id="values"),
        pytest.param("list({r: 1, x: 2}.keys())[0]", id="keys()"),
        pytest.param("[v for k, v in {x: r}.items()][0]", id="items()"),
        pytest.param("[v for k, v in enumerate([r])][0]", id="enumerate"),
        pytest.param("[v for k, v in zip(x, [r])][0]", id="zip"),
        pytest.param("sorted([r], key=x)[0]", id="sorted"),
        pytest.param("list(map(lambda url: session.get(url), x))[0]", id="map"),
        pytest.param("next(map(lambda one: one.history, [r]))[0]", id="map of a list"),
        pytest.param("list(map(session.get, x))[0]", id="map of a method"),
        pytest.param("next(filter(None, [r]))", id="filter"),
        pytest.param("(lambda: r)()", id="lambda"),
        pytest.param("(lambda x: session)(404).get('/')", id="lambda with a parameter"),
        pytest.param("getattr(requests, 'get')('/')", id="getattr"),
        pytest.param("requests.Session.get(session, '/')", id="method of the class"),
        pytest.param("type(x) and r", id="behind a call"),
    ],
)
def test_resolved(expression: str) -> None:
    _is_response(expression)


@pytest.mark.parametrize(
    "expression",
    [
        pytest.param("unknown", id="unknown name"),
        pytest.param("unknown()", id="unknown call"),
        pytest.param("r()", id="call of what cannot be called"),
        pytest.param("r.json()", id="method that gives something else"),
        pytest.param("requests.nothing('/')", id="name that the module lacks"),
        pytest.param("(1, r)[0]", id="another place"),
        pytest.param("(1, r)[2]", id="place that is not there"),
        pytest.param("(1, r)[-2]", id="another place from the end"),
        pytest.param("{'a': r}['b']", id="another field"),
        pytest.param("{'a': r}.get(x)", id="unknown field"),
        pytest.param("{r: 1}['a']", id="key for a value"),
        pytest.param("{r: 1}[r]", id="key for a value, by a name"),
        pytest.param("{r: 1}[0]", id="key for a value, by a number"),
        pytest.param("[r].nothing()", id="unknown method of a list"),
        pytest.param("r.x.y.z", id="attribute of who knows what"),
        pytest.param("-r", id="sign"),
        pytest.param("r + r", id="sum"),
        pytest.param("r == r", id="comparison"),
        pytest.param("f'{r}'", id="f-string"),
        pytest.param("not r", id="negation"),
        pytest.param("getattr(requests, x)('/')", id="getattr of who knows what"),
        pytest.param("super().get('/')", id="super outside of a class"),
        pytest.param("...", id="dots"),
        pytest.param("[]", id="empty list"),
        pytest.param("{}", id="empty mapping"),
        pytest.param("(lambda: x)()", id="lambda of something unknown"),
        pytest.param("next(map(lambda one: one.text, [r]))", id="map to something else"),
        pytest.param("next(map(x, [r]))", id="map of something unknown"),
    ],
)
def test_not_resolved(expression: str) -> None:
    _is_unknown(expression)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x = x\nx.status_code == «404»\n", id="itself"),
        pytest.param("x = y\ny = x\nx.status_code == «404»\n", id="two of each other"),
        pytest.param("x = x.y\nx.status_code == «404»\n", id="attribute of itself"),
        pytest.param("x = [x]\nx[0].status_code == «404»\n", id="list of itself"),
        pytest.param("def f(): return f()\nf().status_code == «404»\n", id="function of itself"),
        pytest.param(
            "def f(): return g()\ndef g(): return f()\nf().status_code == «404»\n",
            id="functions of each other",
        ),
        pytest.param("def f(x): return f(x)\nf(f).status_code == «404»\n", id="function given to itself"),
        pytest.param("class A(A): ...\nA().status_code == «404»\n", id="class of itself"),
        pytest.param(
            "class A(B): ...\nclass B(A): ...\nA().status_code == «404»\n", id="bases of each other"
        ),
        pytest.param("class A(A.b): ...\nA().x.status_code == «404»\n", id="base out of itself"),
        pytest.param("class A:\n    x = A.x\nA.x.status_code == «404»\n", id="attribute of its own class"),
        pytest.param("f = lambda: f()\nf().status_code == «404»\n", id="lambda of itself"),
        pytest.param("@f\ndef f(): ...\nf().status_code == «404»\n", id="decorated by itself"),
        pytest.param("for x in x: x.status_code == «404»\n", id="loop over itself"),
        pytest.param("with x as x: x.status_code == «404»\n", id="with of itself"),
        pytest.param("x, y = y, x\nx.status_code == «404»\n", id="swap"),
        pytest.param("def f(x=x): x.status_code == «404»\nx = f\n", id="default of its own name"),
        pytest.param(
            "import x.x as x\nfrom x import x\nx.status_code == «404»\n", id="module of its own name"
        ),
    ],
)
def test_cycles_end(text: str) -> None:
    assert seen(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("s = «404»\ns == «404»\nr.status_code == s\n", id="literal that is a status"),
        pytest.param(
            "verb = «'GET'»\nverb == «'PUT'»\nsession.request(verb, '/')\n", id="literal that is a method"
        ),
        pytest.param("s = 404\ns == 404\n", id="literal that is a number"),
        pytest.param(
            "def f(status_code): ...\ndef g(n, status_code): ...\n(f if x else g)(«404», «410»)\n",
            id="one of two functions",
        ),
        pytest.param("verb = x.method\nverb == «'GET'»\nverb.lower() == 'get'\n", id="lower case"),
        pytest.param("x.method.strip().upper() == «'GET'»\n", id="stripped and upper case"),
        pytest.param(
            "from http import HTTPStatus\nHTTPStatus.OK == «200»\nHTTPStatus(404) == «404»\n", id="member"
        ),
        pytest.param(
            "from http import HTTPStatus\nHTTPStatus.OK.value == «200»\nHTTPStatus.OK.phrase == 200\n",
            id="value",
        ),
        pytest.param(
            "import http\nhttp.HTTPStatus.OK == «200»\nhttp.HTTPStatus(404)\n", id="member by the module"
        ),
        pytest.param(
            "import http as h\nh.HTTPMethod.GET == «'GET'»\nh.HTTPMethod('GET')\n",
            id="module by another name",
        ),
        pytest.param("HTTPStatus.OK == «200»\nHTTPStatus(404)\n", id="member, not imported"),
        pytest.param("class HTTPStatus: pass\nHTTPStatus.OK == 200\n", id="another class"),
        pytest.param("import requests\ncode = «404»\n", id="weak name beside HTTP"),
        pytest.param("import zipfile\ncode = 404\n", id="weak name"),
        pytest.param("(status := x) == «404» or (size := x) == 404\n", id="variable set on the way"),
        pytest.param("x['status'] == «404»\nx['n'] == 404\n", id="key"),
        pytest.param("x.get('status') == «404»\nx.get('n') == 404\n", id="key of get"),
        pytest.param("status = x()\n" * 13 + "status == «404»\n", id="name bound again and again"),
        pytest.param("from some import *\nHTTPStatus.OK == 200\n", id="who knows whose"),
        pytest.param(
            "from http.client import *\nHTTPStatus.OK == «200»\n", id="not of the standard library's others"
        ),
        pytest.param(
            "from starlette.status import *\nHTTPStatus.OK == «200»\n", id="not among known constants"
        ),
        pytest.param("from falcon import *\nHTTPStatus.OK == 200\n", id="who knows whose of a library"),
        pytest.param(
            "from http.client import *\nfrom some import *\nHTTPStatus.OK == 200\n", id="of one of two"
        ),
        pytest.param("from http import HTTPStatus\nHTTPStatus.from_int(404) == 404\n", id="no member"),
        pytest.param(
            "from http import *\nHTTPStatus.OK == «200»\n",
            id="everything of http",
        ),
    ],
)
def test_values(text: str) -> None:
    assert seen(text) == text


def test_everything_of_a_library() -> None:
    assert evidence("from requests import *\nget('/').status_code == 404\n") == ["resolved"]


def test_items_are_those_of_an_object_not_of_its_class() -> None:
    text = HEAD + "class A:\n    def __getitem__(self, index): return r\n"
    assert evidence(text + "A[0].status_code == 404\nA()[0].status_code == 404\n") == ["named", "resolved"]


@pytest.mark.parametrize(
    ("library", "text"),
    [
        pytest.param(
            "class codes(object):\n    def __getitem__(self, name) -> HTTPStatus: ...\n",
            "lib.codes['x'] == «404»\nlib.codes[x] == «410»\nlib.codes[0] == «200»\n",
            id="an object that a class describes",
        ),
        pytest.param(
            "@overload\ndef make(x, *, strict) -> HTTPStatus: ...\n"
            "@overload\ndef make(x, *, loose) -> str: ...\n",
            "lib.make(x, strict=1) == «404»\nlib.make(x, loose=1) == 410\nlib.make(x, **y) == «200»\n",
            id="the signature whose keywords are given",
        ),
    ],
)
def test_stub(tmp_path: Path, library: str, text: str) -> None:
    stub = tmp_path / "lib.pyi"
    head = '"""https://example.org"""\nfrom http import HTTPStatus\nfrom typing import overload\n'
    stub.write_text(head + library, encoding="utf-8")
    assert seen(f"import lib\n{text}", stubs=(stub,)) == f"import lib\n{text}"


def test_what_a_call_of_a_name_that_speaks_gives() -> None:
    # The stub says of run_in_pyodide, whoever it is of, that its result takes a function elsewhere.
    text = "@{}(packages=[])\ndef f(): return x.status_code == 404\n"
    assert fixes(text.format("run_in_pyodide")) == ["unsafe"]
    assert fixes(text.format("run_in_another")) == ["safe"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "async def f(): return r\nasync def g(): (await f()).status_code == «404»\n", id="awaited"
        ),
        pytest.param(
            "class A(requests.Session):\n    def f(self): super().get('/').status_code == «404»\n", id="super"
        ),
        pytest.param("a = r\n" * 13 + "a.status_code == «404»\n", id="name bound again and again"),
    ],
)
def test_resolved_in_statements(text: str) -> None:
    assert seen(HEAD + text) == HEAD + text
    assert evidence(HEAD + text) == ["resolved"]
