"""Attributes of modules, classes and instances."""
from __future__ import annotations

import pytest

from tests.test_detect import evidence, seen

HEAD = "import contextlib, functools, requests\n"
CLASS = """\
class Base(requests.Session):
    shared = requests.get('/')
    def __init__(self, given):
        self.kept = requests.get('/')
        self.given = given
        self.declared: requests.Response = requests.get('/')
        with requests.get('/') as self.entered: ...
        def inner():
            self.inner = requests.get('/')
        later = lambda: self.kept
    def fetch(self): return self.get('/')
    def me(self): return self
    @property
    def answer(self): return self.get('/')
    @functools.cached_property
    def cached(self): return self.get('/')
    @property
    def annotated(self) -> requests.Response: ...
    @classmethod
    def made(cls): return cls(1).get('/')
    @staticmethod
    def static(): return requests.get('/')
    @unknown
    def decorated(self): return self.get('/')
    def __call__(self): return self.get('/')
    def __getitem__(self, key): return self.get('/')
    def __iter__(self): yield self.get('/')
    def __enter__(self): return self.get('/')
    async def __aenter__(self): return self.get('/')
class Other: x = 1
class Derived(Other, Unknown, Base):
    def fetch_more(self):
        return super().fetch() or super(Derived, self).fetch()
"""


@pytest.mark.parametrize("owner", ["Base", "Derived"])
@pytest.mark.parametrize(
    "expression",
    [
        pytest.param("{}(1).get('/')", id="inherited from the library"),
        pytest.param("{}(1).shared", id="class attribute of an instance"),
        pytest.param("{}.shared", id="class attribute of the class"),
        pytest.param("{}(1).kept", id="set in the constructor"),
        pytest.param("{}(1).declared", id="set with an annotation"),
        pytest.param("{}(1).inner", id="set in a function inside"),
        pytest.param("{}(1).entered", id="set by with"),
        pytest.param("{}(1).fetch()", id="method"),
        pytest.param("{}(1).me().me().fetch()", id="method of what a method gives"),
        pytest.param("{}(1).answer", id="property"),
        pytest.param("{}(1).cached", id="cached property"),
        pytest.param("{}(1).annotated", id="annotated property"),
        pytest.param("{}(1).made()", id="class method of an instance"),
        pytest.param("{}.made()", id="class method of the class"),
        pytest.param("{}.static()", id="static method"),
        pytest.param("{}(1).decorated()", id="method with an unknown decorator"),
        pytest.param("{}(1)()", id="__call__"),
        pytest.param("{}(1)['x']", id="__getitem__ of a name"),
        pytest.param("{}(1)[0]", id="__getitem__ of a number"),
        pytest.param("{}(1)[x]", id="__getitem__ of who knows what"),
        pytest.param("[one for one in {}(1)][0]", id="__iter__"),
    ],
)
def test_members_of_ones_own_classes(expression: str, owner: str) -> None:
    text = f"{HEAD}{CLASS}({expression.format(owner)}).status_code == «404»\n"
    assert seen(text) == text
    assert evidence(text) == ["resolved"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("with Base(1) as x: x.status_code == «404»\n", id="__enter__"),
        pytest.param(
            "async def f():\n    async with Base(1) as x: x.status_code == «404»\n",
            id="__aenter__",
        ),
        pytest.param("Derived(1).fetch_more().status_code == «404»\n", id="super"),
        pytest.param(
            "with requests.Session() as x: x.get('/').status_code == «404»\n", id="without __enter__"
        ),
        pytest.param(
            "with contextlib.closing(requests.get('/')) as x: x.status_code == «404»\n", id="closing"
        ),
        pytest.param(
            "@contextlib.contextmanager\ndef f(): yield requests.get('/')\n"
            "with f() as x: x.status_code == «404»\n",
            id="contextmanager",
        ),
    ],
)
def test_members_that_statements_use(text: str) -> None:
    text = HEAD + CLASS + text
    assert seen(text) == text
    assert evidence(text) == ["resolved"]


@pytest.mark.parametrize(
    "expression",
    [
        pytest.param("Base.answer", id="property of the class"),
        pytest.param("Base.kept.nothing", id="attribute of a response"),
        pytest.param("Base(1).given", id="set from a parameter"),
        pytest.param("Base(1).nothing", id="attribute that nothing sets"),
        pytest.param("Other().fetch()", id="another class"),
        pytest.param("Base(1).fetch", id="method that is not called"),
        pytest.param("Base(1).get('/').nothing()", id="unknown method of a known class"),
    ],
)
def test_members_that_are_unknown(expression: str) -> None:
    text = f"{HEAD}{CLASS}({expression}).status_code == «404»\n"
    assert seen(text) == text
    assert evidence(text) == ["named"]


@pytest.mark.parametrize(
    "use",
    [
        pytest.param("shop.response.status_code == «404»\n", id="of the package"),
        pytest.param("shop.status_code == «404»\n", id="in the package"),
        pytest.param("shop.views.status_code == «404»\n", id="in the module"),
        pytest.param("shop.views.last.status_code == «404»\n", id="of the module"),
        pytest.param("raise shop.ShopError(«404»)\n", id="an exception of the package"),
        pytest.param("shop.views.count == 404\n", id="a name that says nothing"),
        pytest.param("shop.status == 404\n", id="a module with a name that speaks"),
    ],
)
def test_what_is_not_known_of_a_package_is_judged_by_its_name(use: str) -> None:
    text = f"import requests\nimport shop.views\nimport shop.status.codes\n{use}"
    assert seen(text) == text


def test_a_class_that_is_redefined_is_either() -> None:
    text = HEAD + "class A:\n    x = 1\nclass A:\n    x = requests.get('/').status_code\nA().x == «404»\n"
    assert seen(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "import requests.sessions\nrequests.sessions.Session().get('/').status_code == «404»\n",
            id="import a.b",
        ),
        pytest.param(
            "import requests.sessions as s\ns.Session().get('/').status_code == «404»\n", id="import a.b as c"
        ),
        pytest.param(
            "from requests import sessions\nsessions.Session().get('/').status_code == «404»\n",
            id="from a import b",
        ),
        pytest.param(
            "from requests.sessions import Session as S\nS().get('/').status_code == «404»\n",
            id="from a.b import C as D",
        ),
        pytest.param(
            "def f():\n    from requests import get\n    get('/').status_code == «404»\n",
            id="inside a function",
        ),
        pytest.param(
            "try:\n    import requests as q\nexcept ImportError:\n    q = None\n"
            "q.get('/').status_code == «404»\n",
            id="in a try",
        ),
    ],
)
def test_imports(text: str) -> None:
    assert seen(text) == text
    assert evidence(text) == ["resolved"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("import nothing\nnothing.get('/').status_code == «404»\n", id="unknown library"),
        pytest.param("from requests import nothing\nnothing('/').status_code == «404»\n", id="unknown name"),
        pytest.param(
            "from requests.nothing import get\nget('/').status_code == «404»\n", id="unknown submodule"
        ),
        pytest.param("from . import get\nget('/').status_code == «404»\n", id="relative"),
        pytest.param(
            "from .requests import get\nget('/').status_code == «404»\n",
            id="relative module of the name",
        ),
        pytest.param("from .. import requests\nrequests.get('/').status_code == «404»\n", id="above"),
    ],
)
def test_imports_that_say_nothing(text: str) -> None:
    assert seen(text) == text
    assert set(evidence(text)) == {"named"}


@pytest.mark.parametrize(
    ("annotation", "known"),
    [
        pytest.param("requests.Session", True, id="class"),
        pytest.param("'requests.Session | None'", True, id="quoted, or nothing"),
        pytest.param("int", False, id="number"),
        pytest.param("Unknown", False, id="unknown"),
    ],
)
def test_what_a_method_says_an_attribute_is(annotation: str, known: bool) -> None:
    text = (
        "import requests\nclass A(Base):\n    def __init__(self, x):\n"
        f"        self.inner: {annotation}\n        super().__init__(x)\n"
        "    def f(self):\n        return self.inner.get('/').status_code == 404\n"
    )
    assert evidence(text) == ["resolved" if known else "named"]
