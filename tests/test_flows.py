"""What is expected of names: by their declaration, by where their value goes, by how they are called."""
from __future__ import annotations

import ast
from itertools import permutations
from pathlib import Path
from textwrap import dedent

import pytest

from flake8_http_status.detect import Detector
from flake8_http_status.evidence import expected
from flake8_http_status.literals import candidates
from flake8_http_status.slots import slot
from tests.test_detect import evidence, fixes, plain, seen

HEAD = "import requests\nr = requests.get('/')\n"


def _holds(text: str) -> None:
    assert seen(HEAD + text) == HEAD + text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a = «404»\nr.status_code == a\n", id="compared"),
        pytest.param("a = «404»\nr.status_code in (a, x)\n", id="searched among others"),
        pytest.param("a = b = «404»\nr.status_code == b\n", id="one of two names"),
        pytest.param("a, b = «404», 404\nr.status_code == a\n", id="one of two values"),
        pytest.param("a = [«404», «200»]\nfor b in a: r.status_code == b\n", id="by way of a loop"),
        pytest.param("a = «404»\nb = a\nr.status_code == b\n", id="by way of another name"),
        pytest.param("a = «'GET'»\nrequests.request(a, '/')\n", id="given"),
        pytest.param(
            "def f(a): return requests.request(a, '/')\nb = «'GET'»\nf(b)\n", id="given to a helper"
        ),
        pytest.param("a: int = «404»\nr.status_code == a\n", id="annotated as a number"),
        pytest.param("a = «404»\na = «200»\nr.status_code == a\n", id="bound twice"),
        pytest.param("def f():\n    global a\n    a = «404»\ndef g(): r.status_code == a\n", id="global"),
        pytest.param(
            "a = «404»\ndef f():\n    def g(): return r.status_code == a\n", id="in a function inside"
        ),
        pytest.param("def f(a=«404»): return r.status_code == a\n", id="default"),
        pytest.param("def f(a): return r.status_code == a\nf(«404»)\nf(a=«200»)\n", id="argument"),
        pytest.param("def f(*a): return r.status_code in a\nf(«404», «200»)\n", id="any number of arguments"),
        pytest.param("def f(**a): return r.status_code in a\nf(x=404)\n", id="but not keywords"),
        pytest.param(
            "def f(a): return g(a)\ndef g(b): return h(b)\ndef h(c): return r.status_code == c\nf(«404»)\n",
            id="helper of a helper of a helper",
        ),
        pytest.param("a = [x] + [«404»]\nfor b in a: r.status_code == b\n", id="in a sum of lists"),
        pytest.param("a = x - {«404»}\nr.status_code in a\n", id="taken from a set"),
        pytest.param("r.status_code in x - set([«404», «410»])\n", id="a list, taken from a set"),
        pytest.param("a = set(range(500)) & {«404»}\nr.status_code in a\n", id="in both sets"),
        pytest.param("a = x - 404\nr.status_code in a\n", id="but not a number that is taken"),
        pytest.param("r.status_code == x.get(y, «404»)\n", id="what a mapping gives where it has nothing"),
        pytest.param("a = x.pop(y, «404»)\nr.status_code == a\n", id="and takes out"),
        pytest.param("a = {y: r.status_code}.setdefault(y, «404»)\n", id="and keeps"),
        pytest.param("a = x.get(y, 404)\nr.status_code == x.get(404, y)\n", id="but not of anything"),
        pytest.param("a = [«404»]\nfor b in a[1:]: r.status_code == b\n", id="in a part of a list"),
        pytest.param("def f(): return «404»\nr.status_code == f()\n", id="returned"),
        pytest.param(
            "async def f(): return «404»\nasync def g(): r.status_code == await f()\n",
            id="returned and awaited",
        ),
        pytest.param(
            "def f(): return 'x', «404»\na, b = f()\nr.status_code == b\n", id="returned with others"
        ),
        pytest.param(
            "class A:\n    a = «404»\n    def f(self): r.status_code == self.a\n", id="class attribute"
        ),
        pytest.param(
            "class A:\n    a = «404»\n    def f(self): r.status_code == A.a\n",
            id="class attribute by the class",
        ),
        pytest.param("class A:\n    a = «404»\nr.status_code == A.a\n", id="class attribute from outside"),
        pytest.param(
            "class A:\n    a = 404\n    def f(self, A): r.status_code == A.a\n",
            id="another object of the class's name",
        ),
        pytest.param(
            "class A:\n    def __init__(self): self.a = «404»\n    def f(self): r.status_code == self.a\n",
            id="of self",
        ),
        pytest.param(
            "class A:\n    def __init__(self, a=«404»): self.a = a\n"
            "    def f(self): r.status_code == self.a\nA(«200»)\n",
            id="argument kept in self",
        ),
        pytest.param(
            "class A:\n    def f(self): return «404»\n    def g(self): r.status_code == self.f()\n",
            id="method",
        ),
        pytest.param(
            "class A:\n    def f(self): return (lambda: r.status_code == self.a)\n    a = «404»\n",
            id="in a lambda",
        ),
        pytest.param(
            "class A:\n    @classmethod\n    def f(cls): r.status_code == cls.a\n    a = «404»\n",
            id="of the class",
        ),
        pytest.param("a = {'x': «404», 'y': 404}\nr.status_code == a['x']\n", id="field"),
        pytest.param(
            "a = {}\na['x'] = «404»\na['y'] = «404»\nfor k, v in a.items(): r.status_code == v\n",
            id="item",
        ),
        pytest.param(
            "a = {}\na['x'] = «404»\na['y'] = 404\nr.status_code == a['x']\n", id="one item of several"
        ),
        pytest.param(
            "class A:\n    def __init__(self):\n        self.a = {}\n        self.a[x] = «404»\n"
            "    def f(self): r.status_code in self.a.values()\n",
            id="item of an attribute",
        ),
        pytest.param("a = «404»\nif (a := «500») == r.status_code: pass\n", id="assigned where it is used"),
        pytest.param("(a := «500») - 1\n(a := «404») == r.status_code\n", id="and calculated with"),
        pytest.param("a = {1: «404»}\nfor k, v in a.items(): r.status_code == v\n", id="items()"),
        pytest.param("a = {«404»: 1}\nfor k, v in a.items(): r.status_code == k\n", id="keys of items()"),
        pytest.param("a = {«404»: 1}\nfor k in a.keys(): r.status_code == k\n", id="keys()"),
        pytest.param("a = {1: «404»}\nfor k in a.values(): r.status_code == k\n", id="values()"),
        pytest.param("a = {«404»: 1}\nfor k in a: r.status_code == k\n", id="loop over a mapping"),
        pytest.param("a = {«404»: 1}\na.get(r.status_code)\n", id="looked up by get"),
        pytest.param("a = {«404»: 1}\na.pop(r.status_code, 404)\n", id="taken out by pop"),
        pytest.param("a = (1, «404»)\nr.status_code == a[1]\n", id="place in a tuple"),
        pytest.param("a = ([«404»], {«200»})\nr.status_code in a[0]\n", id="collection in a tuple"),
        pytest.param("a = [(«404», 404)]\nfor b, c in a: r.status_code == b\n", id="pairs in a list"),
        pytest.param(
            "a = [{'s': «404», 'n': 404}]\nfor b in a: r.status_code == b['s']\n", id="mappings in a list"
        ),
    ],
)
def test_by_use(text: str) -> None:
    _holds(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a - 1\n", id="difference"),
        pytest.param("a + b\n", id="sum of names"),
        pytest.param("a * 2\n", id="product"),
        pytest.param("1 << a\n", id="shift"),
        pytest.param("a % 100\n", id="remainder"),
        pytest.param("a & 1\n", id="bits"),
        pytest.param("range(a)\n", id="range"),
        pytest.param("x[a:]\n", id="bound of a slice"),
        pytest.param("b += a\n", id="added"),
    ],
)
@pytest.mark.parametrize(
    "where",
    [
        pytest.param("a = 404\nr.status_code == a\n{}", id="variable"),
        pytest.param("def f(a=404):\n    r.status_code == a\n    {}f(404)\n", id="parameter"),
    ],
)
def test_a_name_that_is_used_as_a_number_is_one(text: str, where: str) -> None:
    _holds(where.format(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a + 1\n", id="sum with a number"),
        pytest.param("1 + a\n", id="number with a sum"),
        pytest.param("a += 1\n", id="counted up"),
        pytest.param("-a\n", id="sign"),
    ],
)
def test_more_arithmetic(text: str) -> None:
    _holds("a = 404\nr.status_code == a\n" + text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("'%s' % a\n", id="formatted"),
        pytest.param("'x' + a + 'y'\n", id="joined to a text"),
        pytest.param("f'{a}'\n", id="in an f-string"),
        pytest.param("print(a)\n", id="printed"),
        pytest.param("x[a]\n", id="key"),
        pytest.param("a < 500\n", id="bound"),
    ],
)
def test_a_name_that_is_written_is_still_a_status(text: str) -> None:
    _holds("a = «404»\nr.status_code == a\n" + text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a = 404\nprint(a)\n", id="used elsewhere"),
        pytest.param("a = 404\nr.text == a\n", id="compared with something else"),
        pytest.param("a = 404\ndef f(a): r.status_code == a\n", id="hidden by a parameter"),
        pytest.param("a = 404\ndef f():\n    a = «410»\n    r.status_code == a\n", id="hidden by a variable"),
        pytest.param("def f(): return 404\nf() == 404\n", id="returned and compared with a literal"),
        pytest.param(
            "class A:\n    a = 404\nclass B:\n    def f(self): r.status_code == self.a\n", id="another class"
        ),
        pytest.param(
            "class A:\n    a = 404\n    def f(self, other): r.status_code == other.a\n", id="another object"
        ),
        pytest.param(
            "class A:\n    a = 404\n    def f(): r.status_code == self.a\n", id="method without self"
        ),
        pytest.param("a = {'x': 404}\nr.status_code == a['y']\n", id="another key"),
        pytest.param("a, b = 404, 1\nr.status_code == b\n", id="the other of two"),
        pytest.param("def f(): return 404\ndef g(): return f\ng()\n", id="function that is not called"),
        pytest.param("a = [1, 404]\na.sort()\nlen(a) == 404\n", id="methods of a list"),
        pytest.param("def f(a): return a\nf(404)\n", id="given back"),
    ],
)
def test_other_uses_say_nothing(text: str) -> None:
    _holds(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("app.get('/')", id="decorator"),
        pytest.param("app.route('/', methods=[«'GET'»])", id="decorator with methods"),
        pytest.param("app.errorhandler(«404»)", id="error handler"),
    ],
)
@pytest.mark.parametrize("define", ["def", "async def"])
def test_views(text: str, define: str) -> None:
    text = (
        "from flask import Flask\napp = Flask('x')\n"
        f"@{text}\n{define} view(x=404):\n"
        "    if x: return 'x', «404»\n"
        "    if x: return 404, 'x'\n"
        "    def inner(): return 'x', 404\n"
        "    return {'x': 404}, «200» if x else «201», {'X-Count': 404}\n"
    )
    assert seen(text) == text


def test_a_view_may_be_handed_over() -> None:
    text = (
        "from flask import Flask\napp = Flask('x')\ndef f(): return 'x', «404»\n"
        "app.add_url_rule('/', view_func=f)\n"
    )
    assert seen(text) == text
    text = text.replace("«", "").replace("»", "").replace("add_url_rule", "unknown")
    assert seen(text) == text


def test_a_method_that_overrides_returns_what_the_library_expects() -> None:
    text = (
        "from flask.views import MethodView\nclass A(MethodView):\n"
        "    def get(self): return 'x', «404»\n    def other(self): return 'x', 404\n"
        "    methods = [«'GET'»]\n"
    )
    assert seen(text) == text
    assert set(evidence(text)) == {"resolved"}


def test_a_class_attribute_that_overrides_is_what_the_library_expects() -> None:
    text = (
        "from rest_framework.exceptions import APIException\nclass A(APIException):\n"
        "    status_code = «404»\n    n = 404\n"
    )
    assert seen(text) == text
    assert evidence(text) == ["resolved"]


def test_parameters_that_a_taker_hands_over() -> None:
    text = HEAD + "requests.get('/', hooks={'response': lambda a, *b, **c: a.status_code == «404»})\n"
    assert seen(text) == text
    assert evidence(text) == ["resolved"]


PYTEST = "import pytest, requests\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "@pytest.mark.parametrize('status, n', [(«404», 404), («200», 200)])\ndef test(status, n): ...\n",
            id="pairs",
        ),
        pytest.param(
            "@pytest.mark.parametrize(('n', 'status'), [(404, «404»)])\ndef test(status, n): ...\n",
            id="tuple of names",
        ),
        pytest.param(
            "@pytest.mark.parametrize(['n', 'status'], [(404, «404»)])\ndef test(status, n): ...\n",
            id="list of names",
        ),
        pytest.param(
            "@pytest.mark.parametrize('status', [«404», «200»])\ndef test(status): ...\n", id="one name"
        ),
        pytest.param(
            "@pytest.mark.parametrize('n', [404, 200])\ndef test(n): ...\n", id="name that says nothing"
        ),
        pytest.param(
            "@pytest.mark.parametrize('n', [«404»])\ndef test(n): requests.get('/').status_code == n\n",
            id="by its use",
        ),
        pytest.param(
            "@pytest.mark.parametrize('n', [«'GET'»])\ndef test(n): requests.request(n, '/')\n",
            id="method by its use",
        ),
        pytest.param(
            "@pytest.mark.parametrize('n, status', [pytest.param(404, «404», id='x')])\n"
            "def test(n, status): ...\n",
            id="param",
        ),
        pytest.param(
            "@pytest.mark.parametrize('status', [pytest.param(«404»), pytest.param(«200», 200)])\n"
            "def test(status): ...\n",
            id="param of one",
        ),
        pytest.param(
            "@pytest.mark.parametrize(argvalues=[(404, «404»)], argnames='n,status')\n"
            "def test(n, status): ...\n",
            id="keywords",
        ),
        pytest.param(
            "@pytest.mark.parametrize(names, [404])\ndef test(status): ...\n", id="names that are unknown"
        ),
        pytest.param(
            "@pytest.mark.parametrize('status', values(404))\ndef test(status): ...\n",
            id="values that are called for",
        ),
        pytest.param(
            "ROWS = [(404, «404»)]\n@pytest.mark.parametrize('n, status', ROWS)\ndef test(n, status): ...\n",
            id="rows by a name",
        ),
        pytest.param(
            "class TestIt:\n    @pytest.mark.parametrize('status', [«404»])\n"
            "    def test(self, status): ...\n",
            id="method",
        ),
        pytest.param(
            "x = pytest.mark.parametrize('n', [404])\npytest.param(404)\nf(pytest.param(404))\n",
            id="no decorator",
        ),
        pytest.param(
            "x = pytest.mark.parametrize('n, status', [(404, «404»)])\n", id="decorator that is kept"
        ),
        pytest.param(
            "@pytest.mark.parametrize('status', [«404»], ids=[404])\n@pytest.mark.skip(404)\n"
            "def test(status): ...\n",
            id="others",
        ),
    ],
)
def test_columns_of_parametrize(text: str) -> None:
    assert seen(PYTEST + text) == PYTEST + text


def test_columns_of_a_class_are_those_of_its_methods() -> None:
    text = (
        PYTEST + "@pytest.mark.parametrize('n, status', [(404, «404»)])\nclass TestIt:\n"
        "    x = 1\n    def test(self, n, status): ...\n    def test_more(self, status, n): ...\n"
    )
    assert seen(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "@pytest.fixture\ndef a(): return requests.get('/')\ndef test(a): a.status_code == «404»\n",
            id="returned",
        ),
        pytest.param(
            "@pytest.fixture()\ndef a():\n    yield requests.get('/')\ndef test(a): a.status_code == «404»\n",
            id="yielded",
        ),
        pytest.param(
            "@pytest.fixture\nasync def a(): return requests.get('/')\ndef test(a): a.status_code == «404»\n",
            id="async",
        ),
        pytest.param(
            "@pytest.fixture\nasync def a():\n    yield requests.get('/')\n"
            "def test(a): a.status_code == «404»\n",
            id="async, yielded",
        ),
        pytest.param(
            "@pytest.fixture\ndef s(): return requests.Session()\n@pytest.fixture\n"
            "def a(s): return s.get('/')\n"
            "def test(a): a.status_code == «404»\n",
            id="fixture of a fixture",
        ),
    ],
)
def test_fixtures(text: str) -> None:
    assert seen(PYTEST + text) == PYTEST + text
    assert evidence(PYTEST + text) == ["resolved"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "def a(): return requests.get('/')\ndef test(a): a.status_code == «404»\n", id="plain function"
        ),
        pytest.param("@pytest.fixture\ndef a(a): a.status_code == «404»\n", id="fixture of its own name"),
        pytest.param("a = requests.get('/')\ndef test(a): a.status_code == «404»\n", id="variable"),
    ],
)
def test_what_is_no_fixture(text: str) -> None:
    assert seen(PYTEST + text) == PYTEST + text
    assert evidence(PYTEST + text) == ["named"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("def f(e): return e['status'][0]\nf({'status': «404»})\n", id="indexed"),
        pytest.param("def f(e): return e['httpMethod'][:3]\nf({'httpMethod': «'GET'»})\n", id="cut"),
        pytest.param("def f(e):\n    for x in e['method']: ...\nf({'method': «'GET'»})\n", id="gone through"),
        pytest.param("def f(e): return e['status']['x']\nf({'status': «404»})\n", id="looked up in"),
        pytest.param(
            "def f(e):\n    for a, b in e['method']: ...\nf({'method': «'GET'»})\n",
            id="gone through in pairs",
        ),
        pytest.param(
            "def f(e):\n    e.get('method')[:3], e['status']['x']\n"
            "    e.get('method') == «'GET'», e['status'] == «404»\n",
            id="compared elsewhere",
        ),
        pytest.param(
            "class A:\n    METHODS = [«'GET'», 'LOCK']\n"
            "    def f(self, n): return n[:3] == 'do_' and n[3:] in self.METHODS\n",
            id="part of a text",
        ),
        pytest.param("x = y['METHODS'] + [«'GET'»]\nz = {«'GET'»} | x.methods\n", id="added to a collection"),
        pytest.param("x = y['SIZES'] + [200]\nz = x.n + [404]\n", id="added to another"),
        pytest.param("x = status + (404, 3)\n", id="rest of a row"),
        pytest.param("status_codes = [«404»] * 3 + 2 * [«200»] + [«500»]\n", id="repeated"),
        pytest.param("assert [r.status_code for r in x] == [«404»] * len(x)\n", id="repeated and compared"),
        pytest.param("methods = [«'GET'»] * 2\nx = [«'PUT'»] * 2 + methods\n", id="repeated methods"),
        pytest.param("for x in («200»,) * 3: r.status_code == x\n", id="repeated tuple"),
        pytest.param("sizes = [404] * 3\nx = y * 404 + [200] * 2\nstatus = 404 * 2\n", id="other repeated"),
        pytest.param(
            "x = {'REQUEST_METHOD': y.method} if z else {n: {f'{n}': 5}}\n"
            "x.get('REQUEST_METHOD') == «'GET'», x['REQUEST_METHOD'] == «'GET'»\n",
            id="one of two mappings",
        ),
        pytest.param(
            "methods = [«'GET'»]\nmethods = methods + [x.lower() for x in methods]\n"
            "for m in methods: r.method == m\n",
            id="other spellings added",
        ),
    ],
)
def test_to_look_into_a_value_does_not_say_what_it_is(text: str) -> None:
    assert seen(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "def f(*a, **k): return g(x, *a, **k)\ndef g(n, method, status=«200»): ...\nf(«'GET'», «404»)\n",
            id="to a function",
        ),
        pytest.param(
            "class A:\n    def f(self, *a): return self.g(*a)\n    def g(self, n, method): ...\n"
            "    def h(self): self.f(404, «'GET'»)\n",
            id="to a method",
        ),
        pytest.param("def f(n, *a): return g(*a)\ndef g(status): ...\nf(4, «404», 404)\n", id="behind one"),
        pytest.param("def f(*a): return g(*a)\ndef g(*statuses): ...\nf(«404», «200»)\n", id="any number"),
        pytest.param("def f(*a):\n    n, status = a\nf(404, «200»)\n", id="taken apart"),
        pytest.param("def f(*a): return g(*a, 404)\ndef g(status, n): ...\nf(«404»)\n", id="before one"),
        pytest.param("import httpx\ndef f(*a): return httpx.request(*a)\nf(«'GET'», x, 404)\n", id="library"),
        pytest.param("def f(*a): return g(*b, *a)\ndef g(n, status): ...\nf(404, 404)\n", id="behind others"),
        pytest.param("def f(*a): return g(*a)\ndef g(n, size): ...\nf(404, 'GET')\n", id="to others"),
        pytest.param("def f(*a): return g(*a)\ndef g(n): ...\nf(n=404)\nf(1, 404)\n", id="not taken"),
    ],
)
def test_arguments_that_are_handed_on_together_are_expected_by_their_places(text: str) -> None:
    assert seen(text) == text


def test_what_is_done_with_arguments_that_are_handed_on_together_is_seen() -> None:
    text = "def f(*a): return g(*a)\ndef g(method, status): {}\nf('GET', 404)\n"
    assert fixes(text.format("log(status)")) == ["safe", "safe"]
    assert "unsafe" in fixes(text.format("log(repr(status))"))
    exact = "import requests\n" + text.format("x = {'REQUEST_METHOD': method}")
    assert fixes(exact) == ["none", "safe"]


@pytest.mark.parametrize("order", [*permutations((3, 4, 5, 6))])
def test_what_is_expected_of_a_variable_does_not_hang_on_what_was_asked(order: tuple[int, ...]) -> None:
    """Its uses lead back to it, through what the function returns beside it."""
    source = dedent(
        """\
        from http import HTTPStatus
        def f(c):
            if c == (status := 404):
                return send_error(404)
            return {'status_code': 404}
            return (status := 404)
        x = f(c)
        """
    )
    detector, tree = Detector(), ast.parse(source)
    unit = detector.world.adopt(tree, source, Path("x.py"))
    places = {one.span.line: one.node for one in candidates(tree, source, (3, 11))}
    found = {line: expected(unit, places[line]).type for line in order}
    assert [line for line in sorted(found) if slot(found[line], "status") is not None] == [3, 4, 5, 6]


@pytest.mark.parametrize(
    "field",
    [
        "dataclasses.field(default_factory=lambda: [«200»])",
        "dataclasses.field(default_factory=lambda: list({«200», «204»}))",
        "attrs.field(factory=lambda: [«200»])",
        "attrs.field(default=attrs.Factory(lambda: [«200»]))",
        "pydantic.Field(default_factory=lambda: [«200»])",
        "msgspec.field(default_factory=lambda: [«200»])",
    ],
)
def test_what_a_factory_of_a_field_gives(field: str) -> None:
    """The object's repr shows it."""
    text = f"import attrs, dataclasses, msgspec, pydantic\nclass A:\n    statuses: list = {field}\n"
    assert seen(text) == text
    assert set(fixes(text)) == {"unsafe"}
    other = plain(text).replace("statuses", "sizes")
    assert seen(other) == other
    methods = plain(text).replace("200", "'GET'").replace("204", "'PUT'").replace("statuses", "methods")
    assert set(fixes(methods)) == {"unsafe"}
