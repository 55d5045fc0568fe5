"""The reader of stubs: a stub, or an error that says so; and what is read harms no file that uses it."""
from __future__ import annotations

import ast
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from benchmarks.fuzz.choices import Choices
from benchmarks.robustness.checks import OPTIONS, examine
from flake8_http_status import knowledge
from flake8_http_status.detect import Detector

#: A seed's first byte: the rest is the stub itself, or choices in a grammar of stubs.
TEXT, GRAMMAR = b"\0", b"\x80"
WORDS = (
    "text", "repr", "exact", "defaults", "signature", "ships", "folds", "line", "upper", "lower", "named", "weak",
    "since:1.0", "deprecated:2", "since:x", "means:200-299", "means:not 400", "means:-", "columns:a", "columns:",
    "rows:", "each:", "row:", "call:a", "call:", ":", "", "é", "nonsense",
)  # fmt: skip
DICTIONARY = tuple(
    word.encode()
    for word in (
        "HTTPStatus", "HTTPMethod", "Annotated[", "Callable[..., ", "Callable[[", "list[", "tuple[", "dict[", "type[",
        "def f(", "class x:\n", "class X(", "async def ", "@overload\n", "@property\n", "import acme\n", "Self", "*, ",
        "**kw", "from acme import ", "TypeVar(\"T\")", "= ...", "-> ", ": ...\n", "__importer__", "__call__", "__iter__",
        "__getitem__", "__enter__", "Literal[", "Union[", "Optional[", " | ", *(f'"{word}"' for word in WORDS),
    )
)  # fmt: skip
_LONGEST = 3_000
_FILES = 400


def seeds() -> Iterator[bytes]:
    """The shipped stubs, each up to a few kilobytes, and some choices."""
    for name in knowledge.names():
        raw = (knowledge.SHIPPED / f"{name}.pyi").read_bytes()
        yield TEXT + raw[: raw.rfind(b"\n", 0, _LONGEST) + 1]
    for number in range(16):
        yield GRAMMAR + bytes((number * 37 + place * 11) % 256 for place in range(200))


def check(data: bytes) -> list[tuple[str, str]]:
    """What is wrong with how the stub in ``data`` is read and used; raises what must not be raised."""
    raw = data[1:] if data[:1] < GRAMMAR else _Maker(Choices(data[1:])).stub().encode("utf-8", "surrogatepass")
    path = _written(raw)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            stub = knowledge.read(path)
    except knowledge.StubError as error:
        text = str(error)
        return [] if text.startswith(f"{path}:") else [("unnamed", f"the message does not name the file: {text}")]
    source = _user_of(stub.tree)
    options = replace(OPTIONS, stubs=(path,))
    return examine(source.encode("utf-8", "surrogatepass"), Path("generated.py"), Detector((path,)), options).problems


_state = {"number": 0}


def _written(raw: bytes) -> Path:
    """``raw`` in a file of its own, since what was read of a path is kept."""
    number = _state["number"] = _state["number"] + 1
    folder = _folder()
    if number % _FILES == 0:
        shutil.rmtree(folder)
        knowledge.read.cache_clear()
        knowledge._is_stub.cache_clear()
    path = folder / str(number) / "acme.pyi"
    path.parent.mkdir(parents=True)
    path.write_bytes(raw)
    return path


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="fuzz-stubs-"))


_USES = (
    "r = acme.{0}(404, 'GET', status=404, method='POST', *x, **y)", "r == 404", "r.status_code == 404",
    "acme.{0} == 404", "acme.{0}['GET'] = 404", "[s for s in acme.{0} if s == 404]", "acme.{0}.status = 'PUT'",
    "with acme.{0}(404) as w: w == 200", "async def f1(): (await acme.{0}('GET')) == 404",
    "@acme.{0}('GET', methods=['GET'], argnames='status', argvalues=[404])\ndef f2(status, method='GET'): return 404",
    "class C1(acme.{0}):\n    status_code = 404\n    def get(self, status=404): return {{}}, 404",
    "def f3(x: acme.{0} = 404, *y: acme.{0}) -> acme.{0}: return 'GET'", "x3: acme.{0} = [404, ('GET', 200)]",
    "match acme.{0}:\n    case 404 | acme.{0}: ...", "async def f4():\n    async for z in acme.{0}: z == 404",
    "@acme.{0}\ndef f5(method): return method == 'GET', 404",
)  # fmt: skip
_INNER = (
    "acme.{0}.{1}(404, 'GET', status=404)", "acme.{0}().{1} == 404", "acme.{0}.{1} == 'GET'", "acme.{0}().{1}('GET') != 404",
)  # fmt: skip
_MOST_NAMES = 4


def _user_of(tree: ast.Module) -> str:
    """A program that uses what the stub declares, in all the ways there are."""
    lines = ["import acme", "from acme import *"]
    for name, inner in dict(list(_declared(tree))[:_MOST_NAMES]).items():
        lines += [use.format(name) for use in _USES]
        lines += [use.format(name, one) for one in inner[:2] for use in _INNER]
    return "\n".join(lines) + "\n"


def _declared(body: ast.Module | ast.ClassDef) -> Iterator[tuple[str, list[str]]]:
    for node in body.body:
        match node:
            case ast.ClassDef(name=name):
                yield name, [one for one, _ in _declared(node)]
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name, []
            case ast.Assign(targets=[ast.Name(id=name), *_]):
                yield name, []
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                yield from ((one.asname or one.name, []) for one in names if (one.asname or one.name) != "*")


_NAMES = ("f", "g", "A", "B", "sub", "View", "T", "status", "method", "get", "__call__", "__importer__", "self")
_IMPORTS = (
    "from http import HTTPMethod, HTTPStatus as S", "from typing import *", "import http", "import acme", "import acme.sub",
    "from acme import A, f, View", "from acme.sub import A as B", "from requests import *", "import requests",
    "from typing import Annotated, Callable, TypeVar, overload, Literal, Self", "from acme import *", "from enum import IntEnum",
)  # fmt: skip
_ATOMS = (
    "HTTPStatus", "HTTPMethod", "S", "int", "str", "object", "A", "B", "T", "View", "sub.A", "acme.sub.A", "Self", "None",
    "http.HTTPStatus", "acme", "...", "'A'", "'list[S]'", "'('", "requests.Response", "unknown", "list", "dict", "tuple",
    "bool", "Literal['GET']", "Literal[404]", "f",
)  # fmt: skip
_FORMS = (
    "list[{0}]", "dict[{0}, {1}]", "tuple[{0}, ...]", "tuple[{0}, {1}]", "tuple[()]", "{0} | {1}", "Callable[[{0}], {1}]",
    "Callable[..., {0}]", "Annotated[{0}, {w}]", "Annotated[{0}, {w}, {w2}]", "type[{0}]", "Awaitable[{0}]",
    "AsyncContextManager[{0}]", "ContextManager[{0}]", "Optional[{0}]", "Union[{0}, {1}]", "Iterator[{0}]", "A[{0}]", "T[{0}]",
    "Callable[{0}]", "Callable[[], {0}, {1}]", "Annotated[{0}]", "list[{0}, {1}]", "dict[{0}]", "list[()]", "Final[{0}]",
    "Mapping[{0}, {1}]", "({0})", "[{0}]",
)  # fmt: skip
_SPECIALS = (
    "__init__", "__call__", "__getitem__", "__enter__", "__aenter__", "__iter__", "__aiter__", "__repr__", "__await__",
    "__getattr__", "__eq__", "__new__",
)  # fmt: skip


class _Maker:
    """Makes stubs, most of them of the language that docs/stubs.md describes."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices

    def stub(self) -> str:
        lines = [self.choices.of(_IMPORTS) for _ in self.choices.some(5)]
        for _ in range(1 + self.choices.randrange(6)):
            lines += self.declaration(0)
        return "\n".join(lines) + "\n"

    def declaration(self, depth: int) -> list[str]:
        name = self.choices.of(_NAMES)
        match self.choices.randrange(12):
            case 0 | 1 | 2 | 3:
                return self.function(self.choices.of(_SPECIALS) if depth and self.choices.randrange(2) else name)
            case 4 | 5 if depth < 3:
                bases = ", ".join(self.annotation(2) for _ in self.choices.some(2))
                inner = [line for _ in range(1 + self.choices.randrange(4)) for line in self.declaration(depth + 1)]
                return [f"class {name}({bases}):" if bases else f"class {name}:", *(f"    {one}" for one in inner)]
            case 6:
                return [f"{name}: {self.annotation(0)}"]
            case 7:
                value = self.choices.of(("200", "404", "'GET'", "'404 Not Found'", "-1", "99999999999", "True", "''"))
                return [f"{name}: {self.annotation(1)} = {value}"]
            case 8:
                return [f"{name} = {self.choices.of(_NAMES)} = {self.annotation(1)}"]
            case 9:
                return [f"{name} = TypeVar('{name}')"]
            case 10:
                return [self.choices.of(_IMPORTS)]
        return [f"{name} = {self.annotation(0)}"]

    def function(self, name: str) -> list[str]:
        decorators = ("@overload", "@property", "@classmethod", "@staticmethod")
        lines = [self.choices.of(decorators) for _ in self.choices.some(2)] if self.choices.randrange(3) == 0 else []
        parts: list[str] = [self.parameter(number) for number in self.choices.some(4)]
        if parts and self.choices.randrange(4) == 0:
            parts.insert(1, "/")
        match self.choices.randrange(6):
            case 0:
                parts.append("*, status: S")
            case 1:
                parts.append(f"*args: {self.annotation(1)}")
            case 2:
                parts.append(f"**kwargs: {self.annotation(1)}")
            case 3:
                parts.append("*args, **kwargs")
        prefix = self.choices.of(("def", "def", "def", "async def"))
        result = f" -> {self.annotation(0)}" if self.choices.randrange(4) else ""
        return [*lines, f"{prefix} {name}({', '.join(parts)}){result}: ..."]

    def parameter(self, number: int) -> str:
        name = ("self", "status", "method", "argnames", "func")[number]
        annotation = f": {self.annotation(0)}" if self.choices.randrange(3) else ""
        return f"{name}{annotation} = ..." if number > 1 else f"{name}{annotation}"

    def annotation(self, depth: int) -> str:
        if depth > 3 or self.choices.randrange(2):
            return self.choices.of(_ATOMS)
        form = self.choices.of(_FORMS)
        words = [repr(self.choices.of(WORDS)) for _ in range(2)] if "{w}" in form else ["", ""]
        parts = [self.annotation(depth + 1) for _ in range(2)]
        return form.format(*parts, w=words[0], w2=words[1])
