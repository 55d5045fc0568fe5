"""The import planner: any head of a module, names to be imported for any of its expressions.

Half of the inputs are judged as ``benchmarks.robustness`` judges files.  In the others the places and
the names are the fuzzer's own, so that what is planned does not depend on what is found.
"""
from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.fuzz.choices import Choices
from benchmarks.robustness import grammar
from benchmarks.robustness.checks import different, examine, unlike_libcst
from flake8_http_status.detect import Detector
from flake8_http_status.findings import Edit, Finding, Import, Span, Verdict
from flake8_http_status.parsing import UNPARSABLE, tree_of
from http_status_codemods import tree as files
from http_status_codemods._imports import plan
from http_status_codemods._plan import Plan
from http_status_codemods._text import rewrite_text

NOWHERE = Path("generated.py")
DETECTOR = Detector()
DICTIONARY: tuple[bytes, ...] = ()
_HEADS = (
    "", "'''doc'''", '"""doc\n\nmore\n"""', "'''doc'''; x = 1", "'do' 'c'", "f'no doc'", "b'no doc'", "#!/usr/bin/python3",
    "# -*- coding: utf-8 -*-", "# licence\n# more\n", "\x0c", "r'''doc''' # why", "('doc')", "'''doc''';", "\n\n", "# %%",
    "'''doc'''\n# after", "# fmt: off", "if True: pass", "pass;",
)  # fmt: skip
_FUTURES = (
    "", "", "from __future__ import annotations", "from __future__ import annotations; import http", "from __future__ import (\n  annotations,\n)",
    "from __future__ import annotations, division # x", "from __future__ import annotations;", "from __future__ import barry_as_FLUFL",
)  # fmt: skip
_IMPORTS = (
    *grammar.IMPORTS, "import acme", "from acme import codes", "import acme.codes", "from acme import codes as c", "from acme.codes import *",
    "from acme.codes import OK, GONE", "import acme.codes as codes", "from . import codes", "from .codes import OK", "import http.client, acme",
    "from http import (HTTPMethod)", "from http import (\n HTTPMethod\n)", "from http import ( # a\n    HTTPMethod, # b\n    # c\n)",
    "from http import HTTPMethod, \\\n    HTTPStatus as S", "from acme import (A,\n    codes, # x\n    zoo)", "import http as HTTPStatus",
    "try: from http import HTTPStatus\nexcept ImportError: from acme import HTTPStatus", "while x:\n    import acme\n    break",
    "if x:\n    from acme import codes\nelse:\n    codes = None", "with x as HTTPStatus: pass", "(HTTPStatus := 3)", "[http for http in x]",
    "for codes in x: pass", "def HTTPStatus(): pass", "class codes: OK = 1", "global HTTPStatus", "del codes", "import sys; sys.modules",
    "__all__ = ['codes']", "def __getattr__(name): return name", "exec('x')", "globals()['HTTPStatus'] = 3", "import os # noqa", "import a\n\nimport b",
    "import zzz\nfrom aaa import b", "from http import HTTPMethod # isort: skip", "# isort: off\nimport os\n# isort: on", "gevent.monkey.patch_all()",
    "def f():\n    from http import HTTPStatus\n    x(404)", "class C:\n    import http\n    y = http", "type X = 1", "match x:\n    case HTTPStatus: pass",
    "try:\n    pass\nexcept E as codes:\n    pass", "lambda HTTPStatus: x(HTTPStatus)", "async def g(codes): return codes, 3", "import acme.codes; x = 1",
)  # fmt: skip
_USES = (
    "x({0})", "def use():\n    return {0}", "class Use:\n    a = {0}\n    def b(self, c={0}): return {0}", "y = [{0} for z in {0}]",
    "def use(HTTPStatus): return {0}", "def use():\n    global codes\n    codes = {0}", "async def use(): await x({0})", "if {0}: x({0})",
    "@deco({0})\ndef use(): pass", "lambda a={0}: {0}", "def use():\n    HTTPStatus = {0}\n    def inner(): nonlocal HTTPStatus; return {0}",
    "with {0} as codes: pass", "for a in {0}: a", "return_ = {0};x({0});", "def use():\n    import http\n    return {0}", "x({0}) # noqa",
    "def use():\n    from acme import codes\n    return {0}", "class codes:\n    a = {0}", "try: {0}\nfinally: {0}", "assert {0}, {0}",
    "def use():\n  def codes(): return {0}\n  return {0}", "{{**{0}}}", "x = yield_ = {0}", "(a := {0})", "x({0},\n  {0}, # c\n)", "del x[{0}]",
    "def use():\n    for http in x: pass\n    return {0}", "def use():\n    return {0}\n    from http import HTTPStatus",
)  # fmt: skip
_PLACES = ("404", "200", "'GET'", "r.status_code == 404", "z", "f(404)", "None", "x.y")
_WANTED = (
    Import("http", "HTTPStatus"), Import("http", "HTTPStatus"), Import("http", "HTTPMethod"), Import("acme", "codes", is_module=True),
    Import("acme.codes", "OK"), Import("acme.codes", "GONE"), Import("http", "client", is_module=True), Import("acme", "A"),
    Import("acme.deep.er", "codes", is_module=True), Import(".codes", "OK"), Import("..deep", "codes", is_module=True),
)  # fmt: skip
_TAILS = (".OK", "", ".x.y", ".OK.value")


def seeds() -> Iterator[bytes]:
    """Some choices; all inputs are choices."""
    for number in range(64):
        yield bytes((number * 37 + place * (11 + number)) % 256 for place in range(120))


def check(data: bytes) -> list[tuple[str, str]]:
    """What is wrong with what is planned for the module in ``data``; raises what must not be raised."""
    choices = Choices(data)
    as_file, wild = choices.randrange(2), choices.randrange(4) == 0
    raw = grammar.program(choices) if wild else _module(choices).encode()
    if as_file:
        return examine(raw, NOWHERE, DETECTOR).problems
    try:
        source = files.decode(NOWHERE, raw).source
        read = tree_of(source)
    except (files.FileError, *UNPARSABLE):
        return []
    wanted = list(_findings(source, read, choices))
    return _judged(source, read, wanted) if wanted else []


def _module(choices: Choices) -> str:
    parts = [choices.of(_HEADS) for _ in choices.some(2)]
    parts += [choices.of(_FUTURES), *(choices.of(_IMPORTS) for _ in choices.some(4))]
    parts += [choices.of(_USES).format(choices.of(_PLACES)) for _ in range(1 + choices.randrange(3))]
    parts += [choices.of(_IMPORTS) for _ in choices.some(1)]
    blank = choices.of(("\n", "\n", "\n\n", "\n\n\n", "\n# between\n", "\n\x0c\n"))
    kept: list[str] = []
    for part in parts:
        if part and _parses(blank.join([*kept, part])):
            kept.append(part)
    text = blank.join(kept) + choices.of(("\n", "", "\n\n", "  ", "# end"))
    return text.replace("\n", choices.of(("\n", "\n", "\n", "\r\n", "\r")))


def _parses(text: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(text, "generated.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Place:
    """An expression and its span in characters."""

    node: ast.expr
    span: Span


def _findings(source: str, tree: ast.Module, choices: Choices) -> Iterator[Finding]:
    """Up to four edits of expressions that do not overlap, in their order."""
    lines = files_lines(source)
    places = [_Place(node, _span(node, lines)) for node in _expressions(tree)]
    chosen: list[_Place] = []
    for _ in range(min(len(places), 1 + choices.randrange(4))):
        one = choices.of(places)
        if all(one.span.end_line < other.span.line or other.span.end_line < one.span.line for other in chosen):
            chosen.append(one)
    names = [choices.of(_WANTED) for _ in range(1 + choices.randrange(2))]
    tail, literal = choices.of(_TAILS), choices.randrange(3) > 0
    for one in sorted(chosen, key=lambda place: place.span):
        both = choices.randrange(6) == 0
        # An edit stands without brackets of its own, so it must bind as closely as a call.
        parts = ("either(", names[0], f"{tail}, ", names[-1], ")") if both else (choices.of(names), tail)
        text = ast.get_source_segment(source, one.node) or ""
        is_literal = literal and isinstance(one.node, ast.Constant) and type(one.node.value) in (int, str)
        yield Finding(
            one.span, text, "status", "value", "resolved", Verdict("safe", ""), Edit(parts),
            "literal" if is_literal else "unguarded", "" if is_literal else "said",
        )  # fmt: skip


def files_lines(source: str) -> list[str]:
    """The lines as the parser counts them."""
    return source.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _span(node: ast.expr, lines: Sequence[str]) -> Span:
    def column(line: int, offset: int) -> int:
        return len(lines[line - 1].encode()[:offset].decode())

    end_line, end = node.end_lineno or 0, node.end_col_offset or 0
    return Span(node.lineno, column(node.lineno, node.col_offset), end_line, column(end_line, end))


def _expressions(tree: ast.Module) -> list[ast.expr]:
    """What an edit may take the place of: values, not what is bound, nor parts of patterns and f-strings."""
    found: list[ast.expr] = []
    work: list[ast.AST] = [tree]
    while work:
        match node := work.pop():
            case ast.JoinedStr() | ast.MatchValue() | ast.MatchMapping() | ast.MatchClass() | ast.Starred():
                continue
            case ast.Expr(value=ast.Constant() | ast.JoinedStr()):
                continue
            case ast.Call(func=ast.Name("exec" | "globals")) | ast.Subscript(value=ast.Call(func=ast.Name("globals"))):
                continue  # Their texts bind names.
            case ast.Constant() | ast.Compare() | ast.Call() | ast.Name(ctx=ast.Load()) | ast.Attribute(ctx=ast.Load()):
                found.append(node)
        work.extend(ast.iter_child_nodes(node))
    return sorted(found, key=lambda one: (one.lineno, one.col_offset, one.end_col_offset or 0))


def _judged(source: str, tree: ast.Module, wanted: Sequence[Finding]) -> list[tuple[str, str]]:
    planned = plan(source, tree, wanted, NOWHERE)
    problems = [("halfway", f"{one.span}: neither text nor reason") for one in wanted if _is_halfway(planned, one)]
    written = [one for one in wanted if planned.text(one) is not None]
    if problems or not written:
        return problems
    after = rewrite_text(source, written, planned)
    try:
        now = tree_of(after)
    except SyntaxError as error:
        return [("broken", f"{error.msg} (line {error.lineno}): {after!r}")]
    if told := different(source, tree, now, written, planned):
        return [("changed", f"{told}: {after!r}")]
    if told := unlike_libcst(source, written, planned, after):
        return [("codemod", f"{told}: {after!r}")]
    return [*_wrong_second(after, now, source, written, planned)]


def _is_halfway(planned: Plan, one: Finding) -> bool:
    return planned.text(one) is None and not planned.refusal(one)


def _wrong_second(
    after: str, now: ast.Module, source: str, written: Sequence[Finding], planned: Plan
) -> Iterator[tuple[str, str]]:  # fmt: skip
    """The same edits planned once more, where they stand now: all names are at hand, none is to be imported."""
    texts = {ast.unparse(ast.parse(f"({planned.text(one)})", mode="eval")) for one in written}
    lines = files_lines(after)
    places = [one for one in _expressions_of(now) if ast.unparse(one) in texts]
    edits = {planned.text(one): one.edit for one in written}
    for node in places:
        text = ast.unparse(node)
        edit = next((edit for said, edit in edits.items() if ast.unparse(ast.parse(f"({said})", mode="eval")) == text), None)
        if edit is None or text in source:
            continue
        one = Finding(_span(node, lines), text, "status", "value", "resolved", Verdict("safe", ""), edit)
        again = plan(after, now, [one], NOWHERE)
        if again.missing or again.text(one) is None:
            told = again.refusal(one) or f"import of {again.missing}"
            yield "second run", f"line {node.lineno}: {text} wants {told}: {after!r}"


def _expressions_of(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Name) and isinstance(node.ctx, ast.Load):
            yield node
