"""What annotations say, in the linted code and in stubs."""
from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_detect import evidence, findings, fixes, plain, seen

HEAD = """\
import typing, typing as t
from collections.abc import Iterator, Sequence
from http import HTTPMethod, HTTPStatus as S
from typing import Annotated, Awaitable, Callable, ContextManager, Optional, Union
"""


@pytest.mark.parametrize(
    ("annotation", "value"),
    [
        pytest.param("S", "«404»", id="the enum"),
        pytest.param("'S'", "«404»", id="in quotes"),
        pytest.param("' S '", "«404»", id="in quotes with spaces"),
        pytest.param("S | None", "«404»", id="or nothing"),
        pytest.param("int | S", "«404»", id="or a number"),
        pytest.param("'S | None'", "«404»", id="alternatives in quotes"),
        pytest.param("'S' | None", "«404»", id="alternatives of quotes"),
        pytest.param("Optional[S]", "«404»", id="Optional"),
        pytest.param("t.Optional['S']", "«404»", id="Optional of an alias of typing"),
        pytest.param("typing.Union[str, S]", "«404»", id="Union"),
        pytest.param("Annotated[S, 'repr', 1]", "«404»", id="Annotated"),
        pytest.param("t.Final[S]", "«404»", id="Final"),
        pytest.param("list[S]", "[«404», «200»]", id="list"),
        pytest.param("t.List[S]", "[«404»]", id="List of typing"),
        pytest.param("set[S]", "{«404»}", id="set"),
        pytest.param("frozenset[S]", "frozenset({«404»})", id="frozenset"),
        pytest.param("Sequence[S]", "(«404», «200»)", id="Sequence"),
        pytest.param("t.Iterable[S]", "(«404», )", id="Iterable of typing"),
        pytest.param("tuple[S, ...]", "(«404», «200»)", id="tuple of any length"),
        pytest.param("tuple[int, S]", "(404, «200»)", id="tuple by position"),
        pytest.param("tuple[int, list[S]]", "(404, [«200»])", id="nested"),
        pytest.param("dict[S, int]", "{«404»: 404}", id="keys"),
        pytest.param("dict[str, S]", "{'a': «404», 'b': «200»}", id="values"),
        pytest.param("t.Mapping[HTTPMethod, S]", "{«'GET'»: «404»}", id="keys and values"),
        pytest.param("typing.DefaultDict[str, list[S]]", "{'a': [«404»]}", id="lists as values"),
    ],
)
def test_annotations_that_say_it(annotation: str, value: str) -> None:
    text = f"{HEAD}def f(a: {annotation} = {value}): ...\nf({value})\nx: {annotation} = {value}\n"
    assert seen(text) == text
    assert "named" not in evidence(text)


@pytest.mark.parametrize(
    "annotation",
    [
        pytest.param("int", id="int"),
        pytest.param("None", id="None"),
        pytest.param("'('", id="no Python in the quotes"),
        pytest.param("''", id="empty quotes"),
        pytest.param("'a\\0b'", id="null character in the quotes"),
        pytest.param("Unknown", id="unknown name"),
        pytest.param("Unknown[S]", id="unknown generic"),
        pytest.param("S()", id="call"),
        pytest.param("x[0].S", id="attribute of who knows what"),
        pytest.param("list", id="bare list"),
        pytest.param("dict", id="bare dict"),
        pytest.param("tuple", id="bare tuple"),
        pytest.param("Callable", id="bare Callable"),
        pytest.param("Callable[S]", id="half a Callable"),
        pytest.param("typing.Literal[404]", id="Literal"),
        pytest.param("type[S]", id="the class itself"),
        pytest.param("type[int]", id="another class"),
        pytest.param("type[list[S]]", id="class of a collection"),
        pytest.param("list[S]", id="collection for one"),
        pytest.param("dict[str, S]", id="mapping for one"),
        pytest.param("Annotated[int, 'columns:x']", id="word of the stubs"),
        pytest.param("t.NoReturn", id="other form of typing"),
        pytest.param("t.Generic[S]", id="other generic of typing"),
        pytest.param("404", id="number"),
        pytest.param("...", id="dots"),
    ],
)
def test_annotations_that_do_not(annotation: str) -> None:
    text = (
        f"{HEAD}def f(a: {annotation} = 404) -> {annotation}: return 404\nf(404)\nx: {annotation} = 404\n"
        f"x == 404\n"
    )
    assert seen(text) == text


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("def f(c: Callable[[int, S], S]): c(404, «404») == «200»\n", id="called"),
        pytest.param("def f(c: Callable[..., S]): c(404) == «200»\n", id="called with anything"),
        pytest.param("async def f(c: Awaitable[S]): (await c) == «200»\n", id="awaited"),
        pytest.param(
            "async def f(c: Callable[[], t.Coroutine[int, int, S]]): (await c()) == «200»\n", id="coroutine"
        ),
        pytest.param("def f(c: ContextManager[S]):\n    with c as d: d == «200»\n", id="entered"),
        pytest.param(
            "async def f(c: t.AsyncContextManager[S]):\n    async with c as d: d == «200»\n",
            id="async entered",
        ),
        pytest.param(
            "def f(c: Iterator[S]):\n    for d in c: d == «200»\n    next(c) == «404»\n", id="iterated"
        ),
        pytest.param(
            "async def f(c: t.AsyncIterator[S]):\n    async for d in c: d == «200»\n", id="async iterated"
        ),
        pytest.param(
            "def f(c: dict[S, S]):\n    for d in c: d == «200»\n    c[x] == «404»\n", id="keys of a mapping"
        ),
        pytest.param("def f(c: type[S]): c(404) == «200»\n", id="class that is called"),
        pytest.param("def f(*c: S, **d: S): c[0] == «200», d['x'] == «404»\nf(«200», «404»)\n", id="starred"),
        pytest.param("def f() -> S: return «404»\nf() == «200»\n", id="result"),
        pytest.param("def f() -> 'S': return «404» if x else «410»\n", id="result in quotes"),
        pytest.param(
            "def f() -> tuple[int, S]: return 404, «404»\n_, c = f()\nc == «200»\n", id="result of two"
        ),
        pytest.param(
            "async def f() -> S: return «404»\nasync def g(): (await f()) == «200»\n", id="result awaited"
        ),
        pytest.param("def f() -> list[S]: return [«404»]\nf()[0] == «200»\n", id="result in a list"),
        pytest.param(
            "class A:\n    x: S\n    n: int\n    def f(self):\n        self.x = «404»\n"
            "        self.n = 404\n",
            id="attribute",
        ),
        pytest.param(
            "class A:\n    x: S\n    n: int\nA().x == «404»\nA().n == 404\n", id="attribute of an instance"
        ),
        pytest.param(
            "class A:\n    def f(self) -> 'A': ...\n    x: S\nA().f().f().x == «404»\n", id="class in quotes"
        ),
        pytest.param("class A:\n    def f(self) -> Self: ...\n    x: S\nA().f().x == «404»\n", id="Self"),
        pytest.param(
            "class A(t.TypedDict):\n    x: S\n    n: int\na: A = {'x': «404», 'n': 404}\na['n'] == 404\n",
            id="TypedDict",
        ),
        pytest.param(
            "class A(t.NamedTuple):\n    n: int\n    x: S\nA(404, «404»), A(x=«404», n=404)\n",
            id="NamedTuple",
        ),
        pytest.param(
            "class A:\n    n: int\nclass B(A):\n    x: S\n    m: int\nB(404, «404», 404)\n",
            id="fields of bases first",
        ),
        pytest.param("x: S\nx = «404»\nx == «200»\n", id="declared before"),
        pytest.param(
            "def f(c: Callable[[S], int]): ...\nf(lambda s: s == «404»)\ndef g(s): s == «404»\nf(g)\n",
            id="callback",
        ),
        pytest.param("def f(c: Callable[[], S]): ...\nf(lambda: «404»)\n", id="callback's result"),
    ],
)
def test_annotated(body: str) -> None:
    text = HEAD + body
    assert seen(text) == text
    assert set(evidence(text)) == {"resolved"}


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("class A:\n    x: S = «404»\n", id="of a class"),
        pytest.param("class A(t.NamedTuple):\n    x: S = «404»\n", id="default of a field"),
    ],
)
def test_annotated_attributes_with_a_value(body: str) -> None:
    assert seen(HEAD + body) == HEAD + body


@pytest.mark.xfail(reason="what a function asks of a mapping hides the annotation", strict=True)
def test_a_typed_dict_that_is_asked_by_key() -> None:
    text = (
        HEAD
        + "class D(t.TypedDict):\n    a: S\n    b: int\ndef f(d: D): d['b'] == 3\nf({'a': «404», 'b': 404})\n"
    )
    assert seen(text) == text


def test_a_list_of_ones_own_is_no_list() -> None:
    text = HEAD + "class list: ...\ndef f(a: list[S] = [404]): ...\n"
    assert seen(text) == text


# Annotations in stubs, words included.


@pytest.fixture
def stub(tmp_path: Path) -> Path:
    """A stub of the library ``lib``."""
    path = tmp_path / "lib.pyi"
    path.write_text(
        '"""https://example.org"""\n'
        "from http import HTTPMethod, HTTPStatus\n"
        "from typing import Annotated, Any, Awaitable, Callable, ContextManager, Iterable\n"
        "from typing import Iterator, Mapping, Optional, TypeVar, Union\n"
        'T = TypeVar("T")\n'
        'Text = Annotated[HTTPStatus, "text"]\n'
        "View = Callable[..., tuple[object, HTTPStatus]]\n"
        "def plain(a, b: int, c: str, d: object, e: Any, *, status: int): ...\n"
        'Exact = Annotated[list[HTTPStatus], "exact"]\n'
        'Shown = Annotated[dict[HTTPStatus, HTTPMethod], "repr"]\n'
        'def exact(s: Annotated[HTTPStatus, "exact"], more: Exact = ...): ...\n'
        'def shown(s: Annotated[HTTPStatus, "repr"], *, m: Shown = ...): ...\n'
        "def text(s: Text): ...\n"
        'def folds(m: Annotated[HTTPMethod, "folds"]): ...\n'
        'def lower(m: Annotated[HTTPMethod, "lower"]): ...\n'
        'def weak(s: Annotated[HTTPStatus, "named"]): ...\n'
        "def same(a: T, b: T) -> T: ...\n"
        "def first(a: Iterable[T]) -> T: ...\n"
        "def pairs(a: Mapping[str, T]) -> Iterator[tuple[str, T]]: ...\n"
        "def run(a: Awaitable[T]) -> T: ...\n"
        "def using(a: ContextManager[T]) -> T: ...\n"
        "def calling(a: Callable[..., T]) -> T: ...\n"
        "def tupled(a: tuple[int, T]) -> T: ...\n"
        "def wrapped(a: T) -> ContextManager[T]: ...\n"
        "def later(a: T) -> Awaitable[T]: ...\n"
        "def named(a: T) -> Mapping[str, T]: ...\n"
        "def giving(a: T) -> Callable[[T], T]: ...\n"
        "def either(a: Optional[HTTPStatus], b: Union[HTTPMethod, int] = ...) -> HTTPStatus | None: ...\n"
        "class Box:\n"
        "    status: HTTPStatus\n"
        "    def me(self) -> Self: ...\n"
        "    def get(self) -> Answer: ...\n"
        "class Answer:\n"
        "    status: HTTPStatus\n"
        "    def __enter__(self) -> Self: ...\n"
        "def view(f: View) -> View: ...\n"
        "def make(name) -> Callable[[View], View]: ...\n"
        "x: HTTPStatus\n"
        'def words(a: Annotated[Answer, "text"], b: Annotated[object, "unheard:of"]) -> object: ...\n'
        'def answered(a: Callable[[Annotated[Answer, "text"]], object]): ...\n'
        "async def fetch() -> Answer: ...\n"
    )
    return path


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        pytest.param("lib.plain(404, 404, 'GET', 404, 404, status=404)\n", None, id="known to be no status"),
        pytest.param("lib.exact(«404», [«200»])\n", "none", id="exact"),
        pytest.param("@lib.words(404, 404)\ndef f(status): ...\n", None, id="words that say nothing"),
        pytest.param("lib.answered(lambda a: a.status == «404»)\n", "safe", id="words about an object"),
        pytest.param("lib.shown(«404», m={«404»: «'GET'»})\n", "unsafe", id="repr"),
        pytest.param("lib.text(«404»)\n", "safe", id="text"),
        pytest.param("lib.folds(«'GET'»)\n", "safe", id="folds, upper case"),
        pytest.param("lib.folds(«'get'»)\n", "unsafe", id="folds, lower case"),
        pytest.param("lib.lower('get'), lib.lower('GET')\n", None, id="lower"),
        pytest.param("lib.either(«404», «'GET'») == «200»\n", "safe", id="alternatives"),
        pytest.param("lib.same(lib.x, «404»)\nlib.same(404, 404)\nlib.same(1, 404)\n", "safe", id="variable"),
        pytest.param("lib.same(«404», lib.x) == «200»\n", "safe", id="variable, other order"),
        pytest.param("lib.first([lib.x]) == «404»\nlib.x == lib.first([«404»])\n", "safe", id="iterable"),
        pytest.param("for a, b in lib.pairs({x: lib.x}): b == «404»\n", "safe", id="mapping"),
        pytest.param("lib.run(lib.later(lib.x)) == «404»\n", "safe", id="awaitable"),
        pytest.param("lib.using(lib.wrapped(lib.x)) == «404»\n", "safe", id="manager"),
        pytest.param("with lib.wrapped(lib.x) as a: a == «404»\n", "safe", id="manager entered"),
        pytest.param("lib.calling(lambda: lib.x) == «404»\n", "safe", id="callable"),
        pytest.param("lib.tupled((1, lib.x)) == «404»\n", "safe", id="tuple"),
        pytest.param("lib.named(lib.x)['a'] == «404»\n", "safe", id="mapping given back"),
        pytest.param("lib.giving(lib.x)(«404») == «200»\n", "safe", id="function given back"),
        pytest.param("lib.Box().me().me().get().status == «404»\n", "safe", id="Self and a class below"),
        pytest.param(
            "class Mine(lib.Box):\n    x = lib.x\nMine().me().x == «404»\n", "safe", id="Self of a subclass"
        ),
        pytest.param(
            "with lib.Box().get() as a: a.status == «404»\n", "safe", id="Self of an entered object"
        ),
        pytest.param("@lib.view\ndef f(): return 404, «404»\n", "safe", id="decorator"),
        pytest.param("@lib.make(404)\ndef f(): return 404, «404»\n", "safe", id="decorator with arguments"),
        pytest.param(
            "async def f():\n    async with lib.fetch() as a: a.status == «404»\n",
            "safe",
            id="awaitable entered",
        ),
    ],
)
def test_stub(stub: Path, text: str, fix: str | None) -> None:
    text = "import lib\n" + text
    assert seen(text, stubs=(stub,)) == text
    assert set(fixes(text, stubs=(stub,))) == ({fix} if fix else set())


def test_a_stub_can_lower_its_evidence(stub: Path) -> None:
    (finding,) = findings(plain("import lib\nlib.weak(«404»)\n"), stubs=(stub,))
    assert finding.evidence == "named"


def test_text_before_3_11_is_the_members_name(stub: Path) -> None:
    assert fixes("import lib\nlib.text(404)\n", stubs=(stub,), target=(3, 10)) == ["unsafe"]
