"""The reader of stubs: what it takes, what it refuses and how it says so."""
from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest

from flake8_http_status import knowledge
from flake8_http_status.config import Options
from flake8_http_status.detect import find
from flake8_http_status.knowledge import StubError, load, names, read
from flake8_http_status.requirements import ConfigError
from http_status_codemods._inspect import inspect
from tests.test_detect import seen

ACCEPTED = '''\
"""https://example.org/docs"""
from __future__ import annotations
import http
from http import HTTPMethod, HTTPStatus as S
from typing import Annotated, Callable, TypeVar, overload

T = TypeVar("T")
View = Callable[..., tuple[object, S]]
Methods = list["Method"] | None
a = b = View
status: S
ok: S = 200
missing: Annotated[str, "since:1.0"] = "404 Not Found"
text: "S | None"
dotted: http.HTTPStatus
listed: Callable[[int, S], Annotated[S, "text", "folds"]]

def f(a, /, b, *c: S, d=..., e: int = -1, f=None, g="x", **h: S) -> S: ...
async def g(): ...
@overload
def h(a: S) -> S: ...

class A(http.B, list[S], T):
    """A class."""
    status: S
    other = status
    pass
    ...
    @property
    def p(self) -> S: ...
    @classmethod
    def c(cls):
        """Only told."""
    @staticmethod
    def s(): ...
    from x import y
    class inner:
        class Deeper: ...
class submodule:
    import z
'''


def _stub(folder: Path, text: str | bytes, name: str = "lib.pyi") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def _refusal(path: Path) -> str:
    """The message with which the stub at ``path`` is refused, without the path."""
    with pytest.raises(StubError) as caught:
        read(path)
    message = str(caught.value)
    assert message.startswith(f"{path}:")
    assert isinstance(caught.value, ConfigError)
    return message.removeprefix(f"{path}:")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("from lib import *\n", id="itself"),
        pytest.param(
            "class a:\n from lib.b import *\nclass b:\n from lib.a import *\nfrom lib.a import *\n", id="two"
        ),
    ],
)
def test_star_imports_that_go_round_in_a_circle(tmp_path: Path, text: str) -> None:
    options = Options(target=(3, 11), stubs=(_stub(tmp_path, text),))
    [found] = find("from lib import *\nimport requests\nrequests.get('/').status_code == 404\n", options)
    assert inspect("from lib import *\nr.status_code == 404\n", options, None).findings
    assert found.replacement == "HTTPStatus.NOT_FOUND"


@pytest.mark.parametrize("release", ["", "x", "2.x", ".", "-1", "\u0661", "1.0.0rc1"])
def test_a_word_for_a_release_that_names_none_says_nothing(tmp_path: Path, release: str) -> None:
    head = "from http import HTTPStatus\nfrom typing import Annotated\n"
    text = f"{head}OK: Annotated[HTTPStatus, 'since:{release}'] = 200\n"
    options = Options(target=(3, 11), stubs=(_stub(tmp_path, text),))
    assert inspect("from lib import *\nr.status_code == 404\n", options, None).findings


@pytest.mark.parametrize(("word", "is_one"), [("200-299", True), ("x", False), ("", False), ("-", False)])
def test_a_word_for_numbers_that_names_none_says_nothing(tmp_path: Path, word: str, is_one: bool) -> None:
    text = (
        "from http import HTTPStatus\nfrom typing import Annotated\n"
        f"class R:\n    status: HTTPStatus\n    ok: Annotated[bool, 'means:{word}']\ndef get() -> R: ...\n"
    )
    options = Options(target=(3, 11), stubs=(_stub(tmp_path, text),))
    source = "import lib\nr = lib.get()\n200 <= r.status < 300\n"
    [found] = find(source, options, selected=frozenset({"HTS501"}))
    assert (found.replacement == "r.ok") == is_one


def test_every_declaration_is_accepted(tmp_path: Path) -> None:
    path = _stub(tmp_path, ACCEPTED)
    stub = read(path)
    assert (stub.name, stub.path) == ("lib", path)
    assert len(stub.tree.body) > 10


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("print('x')", id="call"),
        pytest.param("1 + 1", id="expression"),
        pytest.param("404", id="number"),
        pytest.param("b'x'", id="bytes"),
        pytest.param("f'x'", id="f-string"),
        pytest.param("x = f()", id="value that is called for"),
        pytest.param("x = lambda: 1", id="lambda"),
        pytest.param("x = a if b else c", id="conditional value"),
        pytest.param("x = a + b", id="sum"),
        pytest.param("x = [a for a in b]", id="comprehension"),
        pytest.param("x = {}", id="mapping"),
        pytest.param("x.y = z", id="attribute of something"),
        pytest.param("x, y = z", id="several targets"),
        pytest.param("x[0] = z", id="item"),
        pytest.param("x: int = f()", id="annotated value"),
        pytest.param("x.y: int", id="annotated attribute"),
        pytest.param("x: f()", id="annotation that is called for"),
        pytest.param("x += 1", id="augmented assignment"),
        pytest.param("del x", id="del"),
        pytest.param("if x: ...", id="if"),
        pytest.param("for x in y: ...", id="for"),
        pytest.param("while x: ...", id="while"),
        pytest.param("with x: ...", id="with"),
        pytest.param("try: ...\nexcept X: ...", id="try"),
        pytest.param("match x:\n    case 1: ...", id="match"),
        pytest.param("assert x", id="assert"),
        pytest.param("raise X", id="raise"),
        pytest.param("global x", id="global"),
        pytest.param("from . import x", id="relative import"),
        pytest.param("from .x import y", id="import of a relative module"),
        pytest.param("class A(f()): ...", id="base that is called for"),
        pytest.param("class A(metaclass=M): ...", id="metaclass"),
        pytest.param("@d\nclass A: ...", id="decorated class"),
        pytest.param("def f(): return 1", id="function with a body"),
        pytest.param("def f():\n    x: int\n    ...", id="function with declarations"),
        pytest.param("def f(): pass", id="function that passes"),
        pytest.param("def f(a=x): ...", id="default that is a name"),
        pytest.param("def f(*, a=x()): ...", id="default that is called for"),
        pytest.param("def f(a: x()): ...", id="parameter's annotation that is called for"),
        pytest.param("def f(*a: x()): ...", id="annotation of a starred parameter"),
        pytest.param("def f(**a: x()): ...", id="annotation of keywords"),
        pytest.param("def f() -> x(): ...", id="result that is called for"),
        pytest.param("def f(a: (b := c)): ...", id="walrus in an annotation"),
        pytest.param("@d\ndef f(): ...", id="unknown decorator"),
        pytest.param("@property()\ndef f(): ...", id="decorator that is called"),
        pytest.param("@x.overload\ndef f(): ...", id="decorator of a module"),
        pytest.param("async def f(): await x", id="async function with a body"),
        pytest.param("T = TypeVar(x)", id="type variable of a name"),
        pytest.param("T = TypeVar('T', bound=int)", id="bound type variable"),
        pytest.param("T = x.TypeVar('T')", id="type variable of a module"),
        pytest.param("T = NewType('T', int)", id="new type"),
    ],
)
@pytest.mark.parametrize("inside", [False, True], ids=["at the top", "in a class"])
def test_anything_else_is_refused_with_its_line(tmp_path: Path, statement: str, inside: bool) -> None:
    """The message names the file, the line and what is allowed."""
    lines = statement.split("\n")
    if inside:
        text = "class Outer:\n    class inner:\n        x: int\n" + "".join(f"    {line}\n" for line in lines)
    else:
        text = f"x: int\n\n\n{statement}\n"
    line = 5 if statement.startswith("@") else 4
    message = _refusal(_stub(tmp_path, text))
    assert message == (
        f"{line}: a stub holds declarations only, allowed are: docstring, import, class, "
        "def with the body '...', annotated name, alias, TypeVar"
    )


@pytest.mark.parametrize(
    ("text", "start"),
    [
        pytest.param("x: int\ndef f(:\n", "2: not a stub: ", id="syntax"),
        pytest.param("class A:\nx: int\n", "2: not a stub: ", id="indentation"),
        pytest.param("x = 'abc\n", "1: not a stub: ", id="open text"),
        pytest.param(b"x: '\xff'\n", "", id="not UTF-8"),
        pytest.param("# coding: nothing\nx: int\n", "", id="unknown encoding"),
        pytest.param(
            "x: int\0\n",
            "",
            id="null character",
        ),
    ],
)
def test_what_does_not_parse_is_refused(tmp_path: Path, text: str | bytes, start: str) -> None:
    message = _refusal(_stub(tmp_path, text))
    assert message.startswith(start)
    assert "not a stub: " in message
    assert "None" not in message


def test_another_encoding_is_read(tmp_path: Path) -> None:
    path = _stub(tmp_path, '# coding: latin-1\n"""é"""\nx: int\n'.encode("latin-1"))
    assert len(read(path).tree.body) == 2


def test_an_empty_stub_is_a_stub(tmp_path: Path) -> None:
    assert read(_stub(tmp_path, "")).tree.body == []


def test_a_stub_that_vanishes_is_said(tmp_path: Path) -> None:
    path = tmp_path / "gone.pyi"
    assert _refusal(path) == " No such file or directory"


def test_a_stub_that_is_a_folder_is_said(tmp_path: Path) -> None:
    path = tmp_path / "folder.pyi"
    path.mkdir()
    assert _refusal(path) == " Is a directory"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="every file is readable")
def test_a_stub_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    path = _stub(tmp_path, "")
    path.chmod(0)
    assert _refusal(path) == " Permission denied"


@pytest.mark.parametrize("name", knowledge.names())
def test_the_shipped_stubs_are_stubs(name: str) -> None:
    (stub,) = load(name)
    assert stub.name == name
    first = stub.tree.body[0]
    docstring = getattr(getattr(first, "value", None), "value", "")
    assert str(docstring).partition("\n")[0].startswith("https://")


# Which stub speaks for which module.


def test_names_leave_out_what_is_no_library(tmp_path: Path) -> None:
    for name in ("b.pyi", "a.pyi", "_private.pyi", "c.py", "shop.errors.pyi"):
        _stub(tmp_path, "", name)
    assert names(tmp_path) == ["a", "b", "shop.errors"]
    assert "requests" in names()
    assert not any(name.startswith("_") for name in names())


def test_nothing_speaks_for_an_unknown_library() -> None:
    assert load("no_such_library") == ()


def test_the_users_stubs_come_before_the_shipped_one(tmp_path: Path) -> None:
    mine = _stub(tmp_path, "", "requests.pyi")
    assert [stub.path for stub in load("requests", (tmp_path,))] == [mine, knowledge.SHIPPED / "requests.pyi"]
    assert [stub.path for stub in load("requests", (mine,))] == [mine, knowledge.SHIPPED / "requests.pyi"]
    assert len(load("requests", (_stub(tmp_path, "", "other.pyi"),))) == 1


HELPERS = (
    "from http import HTTPMethod, HTTPStatus\ndef check(n, s: HTTPStatus): ...\n"
    "def call(verb: HTTPMethod): ...\n"
)


@pytest.mark.parametrize("as_folder", [True, False], ids=["folder", "file"])
def test_a_stub_of_ones_own(tmp_path: Path, as_folder: bool) -> None:
    path = _stub(tmp_path, HELPERS, "helpers.pyi")
    text = "import helpers\nhelpers.check(404, «404»)\nfrom helpers import call\ncall(«'GET'»)\ncall('get')\n"
    stubs = (tmp_path if as_folder else path,)
    assert seen(text, stubs=stubs) == text
    assert seen(text.replace("«", "").replace("»", "")) == text.replace("«", "").replace("»", "")


def test_a_stub_with_dots_speaks_for_a_module_alone(tmp_path: Path) -> None:
    _stub(tmp_path, HELPERS, "shop.tests.helpers.pyi")
    text = (
        "import shop.tests.helpers as h\nh.check(404, «404»)\n"
        "from shop.tests.helpers import check\ncheck(404, «404»)\n"
        "from shop.tests import helpers\nhelpers.check(404, «404»)\n"
        "import helpers as other\nother.check(404, 404)\n"
        "import shop.helpers\nshop.helpers.check(404, 404)\n"
    )
    assert seen(text, stubs=(tmp_path,)) == text


def test_a_stub_with_dots_is_reached_by_a_plain_import(tmp_path: Path) -> None:
    _stub(tmp_path, HELPERS, "shop.tests.helpers.pyi")
    text = "import shop.tests.helpers\nshop.tests.helpers.check(404, «404»)\n"
    assert seen(text, stubs=(tmp_path,)) == text


def test_a_stub_of_ones_own_adds_to_the_shipped_one(tmp_path: Path) -> None:
    _stub(tmp_path, "from http import HTTPStatus\ndef mine(status: HTTPStatus): ...\n", "requests.pyi")
    text = "import requests\nrequests.mine(«404»)\nrequests.get('/').status_code == «404»\n"
    assert seen(text, stubs=(tmp_path,)) == text


def test_names_that_speak_may_be_added(tmp_path: Path) -> None:
    _stub(
        tmp_path,
        "from http import HTTPStatus\nclass attributes:\n    outcome: HTTPStatus\n    count: object\n",
        "_by_name.pyi",
    )
    text = "x.outcome == «404»\nx.last_outcome == «404»\nx.outcome_count == 404\nx.status_code == «404»\n"
    assert seen(text, stubs=(tmp_path,)) == text


def test_words_beside_a_literal_may_be_added(tmp_path: Path) -> None:
    text = "import requests\ndef reply(e): return make(e), «404»\nf({«404»: AMishap, «409»: BMishap})\n"
    assert "«" not in seen(text)
    words = "class handlers:\n    reply: object\nclass failures:\n    mishap: object\n"
    _stub(tmp_path, words, "_by_name.pyi")
    assert seen(text, stubs=(tmp_path,)) == text


def test_each_kind_of_names_is_described() -> None:
    (stub,) = knowledge.load("_by_name")
    page = (Path(__file__).parent.parent / "docs" / "stubs.md").read_text(encoding="utf-8")
    kinds = [one.name for one in stub.tree.body if isinstance(one, ast.ClassDef) and one.name.islower()]
    assert len(kinds) > 20
    assert [one for one in kinds if f"| `class {one}:` |" not in page] == []


@pytest.mark.parametrize(
    ("text", "stub"),
    [
        pytest.param("import lib\nlib.f(status=404)\n", "if x: ...\n", id="code"),
        pytest.param("from lib import f\nf(status=404)\n", "def f(:\n", id="syntax"),
    ],
)
def test_a_wrong_stub_is_said_when_it_is_needed(tmp_path: Path, text: str, stub: str) -> None:
    _stub(tmp_path, stub)
    options = Options(target=(3, 11), stubs=(tmp_path,))
    with pytest.raises(ConfigError, match=r"lib\.pyi:1: "):
        find(text, options)
    assert len(find("f(status=404)\n", options)) == 1


def test_a_stub_is_data_that_is_never_run(tmp_path: Path) -> None:
    witness = tmp_path / "witness"
    _stub(tmp_path, f"import lib\nopen({str(witness)!r}, 'w')\n")
    with pytest.raises(ConfigError):
        find("import lib\nlib.f(status=404)\n", Options(target=(3, 11), stubs=(tmp_path,)))
    assert not witness.exists()
