"""How a call meets a signature."""
from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_detect import evidence, seen


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "def f(a, status, b): ...\nf(404, «404», 404)\nf(a=404, b=404, status=«404»)\n", id="any order"
        ),
        pytest.param(
            "def f(a, status): ...\nf(*x, 404)\nf(404, *x)\nf(*x, status=«404»)\n", id="behind a star"
        ),
        pytest.param("def f(a, status): ...\nf(**{'status': «404», 'a': 404})\n", id="mapping as keywords"),
        pytest.param("def f(a, /, status, *, b): ...\nf(404, «404», b=404)\n", id="all kinds of parameters"),
        pytest.param("def f(a): ...\nf(404, 404, 404)\n", id="too many arguments"),
        pytest.param("def f(): ...\nf(404)\n", id="none expected"),
        pytest.param("def f(a, **status): ...\nf(404, b=404)\n", id="other keywords"),
        pytest.param("def f(**others): ...\nf(status=«404», n=404)\n", id="keywords that speak"),
        pytest.param("def f(a, *, n): ...\nf(status=«404»)\n", id="keyword that is not expected"),
        pytest.param(
            "class A:\n    def f(self, status, n): ...\nA().f(«404», 404)\nA.f(A(), «404», 404)\n",
            id="method",
        ),
        pytest.param(
            "class A:\n    @classmethod\n    def f(cls, status, n): ...\nA.f(«404», 404)\n"
            "A().f(«404», 404)\n",
            id="class method",
        ),
        pytest.param(
            "class A:\n    @staticmethod\n    def f(status, n): ...\nA.f(«404», 404)\nA().f(«404», 404)\n",
            id="static method",
        ),
        pytest.param(
            "class A:\n    def __init__(self, n, status): ...\nA(404, «404»)\nA(status=«404», n=404)\n",
            id="constructor",
        ),
        pytest.param("class A:\n    def __new__(cls, n, status): ...\nA(404, «404»)\n", id="__new__"),
        pytest.param("class A:\n    def __call__(self, n, status): ...\nA()(404, «404»)\n", id="__call__"),
        pytest.param(
            "class A:\n    def __init__(self, n, status): ...\nclass B(A): ...\nB(404, «404»)\n",
            id="inherited constructor",
        ),
        pytest.param(
            "class A:\n    def __init__(self, n, status): ...\nclass B(A):\n    def __init__(self):\n"
            "        super().__init__(404, «404»)\n",
            id="super().__init__",
        ),
        pytest.param(
            "class A:\n    def __init__(self, n, status): ...\nclass B(A):\n    def __init__(self):\n"
            "        super(B, self).__init__(404, status=«404»)\n        A.__init__(self, 404, «404»)\n",
            id="constructor of the base by its name",
        ),
        pytest.param("f = lambda n, status: 404\nf(404, «404»)\n", id="lambda"),
        pytest.param("def f(n, status): ...\ng = h = f\nh(404, «404»)\n", id="other name"),
        pytest.param("def f(n, status): ...\nfor g in [f]: g(404, «404»)\n", id="function in a list"),
        pytest.param("def f(n, status): ...\n(f if x else None)(404, «404»)\n", id="one of two functions"),
        pytest.param(
            "def f(n):\n    def g(status): ...\n    return g\nf(404)(«404»)\n",
            id="function that a function gives",
        ),
        pytest.param(
            "async def f(n, status): ...\nasync def g(): await f(404, «404»)\n", id="async function"
        ),
        pytest.param(
            "class A:\n    n: int = 404\n    x = 404\n    status: int\nA(n=404, status=«404»)\n"
            "A(404, 1, 404)\n",
            id="fields by name",
        ),
        pytest.param("class A: ...\nA(404)\nA(status=«404»)\n", id="class without fields"),
        pytest.param("def f(a, status): ...\nf(404, x if y else «404»)\n", id="conditional"),
        pytest.param(
            "from functools import partial\ndef f(status): ...\npartial(g, 404)\n",
            id="partial of something else",
        ),
        pytest.param("x(404)(404)[404](404).y(404)\n", id="who knows what"),
        pytest.param(
            "print(404), int(404), str(404), len(404), dict(n=404), dict(status=«404»)\n", id="builtins"
        ),
    ],
)
def test_arguments(text: str) -> None:
    assert seen(text) == text


def test_a_fields_name_speaks_by_position_too() -> None:
    text = "class A:\n    n: int\n    status: int\nA(404, «404»)\n"
    assert seen(text) == text


def test_a_field_behind_a_starred_argument_is_open() -> None:
    text = "class A:\n    n: int\n    status: int\nA(*y, 404)\n"
    assert seen(text) == text


HEAD = "import requests\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "class A(requests.Session):\n    def request(self, method, url, *args):\n"
            "        return super().request(method, url, *args)\nA().request(«'GET'», 'GET')\n",
            id="method that is overridden",
        ),
        pytest.param(
            "class A(requests.Session):\n    def request(self, verb, url): ...\n"
            "A().request(«'GET'», 'GET')\n",
            id="place of an overridden parameter",
        ),
        pytest.param(
            "class A(requests.Session):\n    def request(self, *, url, method): ...\n"
            "A().request(method=«'GET'», url='GET')\n",
            id="name of an overridden parameter",
        ),
        pytest.param(
            "class A(requests.Session): ...\nA().request(«'GET'», '/')\n", id="method that is inherited"
        ),
        pytest.param(
            "class A(requests.Session):\n"
            "    def request(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q): ...\n"
            "A().request(«'GET'», '/')\n",
            id="more parameters than the overridden method has",
        ),
        pytest.param(
            "class A(requests.Session):\n    def mine(self, n): ...\nA().mine('GET')\n",
            id="method of one's own",
        ),
    ],
)
def test_overridden_methods(text: str) -> None:
    assert seen(HEAD + text) == HEAD + text


@pytest.fixture
def stub(tmp_path: Path) -> Path:
    """A stub of the library ``lib``."""
    path = tmp_path / "lib.pyi"
    path.write_text(
        "from typing import overload, Callable\nfrom http import HTTPMethod, HTTPStatus\n"
        "class Answer:\n    status: HTTPStatus\n"
        "@overload\ndef call(method: HTTPMethod, url) -> Answer: ...\n"
        "@overload\ndef call(url, *, status: HTTPStatus) -> Answer: ...\n"
        "class Client:\n"
        "    def __init__(self, n, status: HTTPStatus = ..., *, methods: list[HTTPMethod] = ...): ...\n"
        "    @classmethod\n    def made(cls, status: HTTPStatus) -> Client: ...\n"
        "    @staticmethod\n    def free(status: HTTPStatus) -> Answer: ...\n"
        "    @property\n    def answer(self) -> Answer: ...\n"
        "    async def fetch(self, method: HTTPMethod, *codes: HTTPStatus, n=..., **others) -> Answer: ...\n"
        "    def strict(self, n): ...\n"
        "    def __call__(self, status: HTTPStatus) -> Answer: ...\n"
        "    def __getitem__(self, key) -> Answer: ...\n"
        "    def __iter__(self) -> list[Answer]: ...\n"
        "    def __mod__(self, status: HTTPStatus) -> Answer: ...\n"
        "class Kept:\n    def __new__(cls, status: HTTPStatus): ...\n"
        "def hook(f: Callable[[Answer, HTTPStatus], HTTPStatus]): ...\n"
        "def each(n) -> Callable[[Callable[[Answer], object]], object]: ...\n"
        "class sub:\n    class inner:\n        def get(status: HTTPStatus) -> Answer: ...\n"
    )
    return path


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "lib.call(«'GET'», '/')\nlib.call('/', status=«404»)\nlib.call(x).status == «404»\n",
            id="overloads",
        ),
        pytest.param("lib.Client(404, «404», methods=[«'GET'»])\n", id="constructor"),
        pytest.param("lib.Client.made(«404»).made(«404»).answer.status == «404»\n", id="class method"),
        pytest.param(
            "lib.Client.free(«404»).status == «404»\nlib.Client(1).free(«404»)\n", id="static method"
        ),
        pytest.param(
            "async def f(c: lib.Client):\n"
            "    (await c.fetch(«'GET'», «200», «404», n=404)).status == «404»\n",
            id="star",
        ),
        pytest.param(
            "async def f(c: lib.Client):\n    await c.fetch(x, status=«404», m=404, n=404)\n",
            id="other keywords go by name",
        ),
        pytest.param("lib.Client(1).strict(404)\nlib.Client(1).strict(n=404)\n", id="known to be no status"),
        pytest.param("lib.Client(1)(«404»).status == «404»\n", id="__call__"),
        pytest.param(
            "lib.Client(1)[404].status == «404»\n[x.status == «404» for x in lib.Client(1)]\n",
            id="item and loop",
        ),
        pytest.param("(lib.Client(1) % «404»).status == «404»\n", id="operator"),
        pytest.param("lib.Kept(«404»)\n", id="__new__"),
        pytest.param("import lib.sub.inner\nlib.sub.inner.get(«404»).status == «404»\n", id="submodule"),
        pytest.param("from lib.sub import inner as i\ni.get(«404»)\n", id="submodule by another name"),
        pytest.param(
            "@lib.hook\ndef f(answer, n):\n    answer.status == n == «404»\n    return «404»\n",
            id="decorator",
        ),
        pytest.param(
            "@lib.each(404)\ndef f(x):\n    x.status == «404»\n    return 404\n",
            id="decorator with arguments",
        ),
        pytest.param(
            "def f(a, s):\n    return «404» if a.status == «200» else s\nlib.hook(f)\n", id="callback"
        ),
        pytest.param("lib.hook(lambda a, s: «404» if s == «200» else «410»)\n", id="lambda as a callback"),
        pytest.param("lib.hook(f=lambda a, s: «404»)\n", id="callback by keyword"),
        pytest.param(
            "@lib.hook\ndef f(a, s, n=404): return x\n", id="more parameters than the callback takes"
        ),
    ],
)
def test_signatures_of_stubs(stub: Path, text: str) -> None:
    text = "import lib\n" + text
    assert seen(text, stubs=(stub,)) == text


def test_a_name_is_no_better_than_a_signature(stub: Path) -> None:
    """A parameter that the stub knows as no status stays one, whatever its name."""
    stub.write_text("def f(status, code=..., **others): ...\ndef g(n): ...\n")
    text = "import lib\nlib.f(404, 404)\nlib.f(status=404, code=404)\nlib.f(x, http_status=«404»)\n"
    assert seen(text, stubs=(stub,)) == text


def test_evidence_of_a_helper_is_that_of_its_sink() -> None:
    text = (
        "import requests\ndef f(verb): requests.request(verb, '/')\nf(«'GET'»)\ndef g(status): ...\n"
        "g(«404»)\n"
    )
    assert seen(text) == text
    assert evidence(text) == ["resolved", "named"]
