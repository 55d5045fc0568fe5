"""What holds for every program: both ways to fix agree, and what has no part in a finding does not matter."""
from __future__ import annotations

import ast
import io
import json
import random
import re
import symtable
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from textwrap import indent

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from benchmarks.robustness.checks import different, examine
from benchmarks.robustness.grammar import LITERALS, _Maker, program
from benchmarks.robustness.planting import planted
from flake8_http_status.config import Options
from flake8_http_status.detect import Detector
from flake8_http_status.findings import Finding
from flake8_http_status.parsing import tree_of
from http_status_codemods import cli
from http_status_codemods._inspect import Inspected, inspect
from http_status_codemods.tree import FileError, decode
from tests.rewriting import rewrite_text

OPTIONS = Options(target=(3, 11))
DETECTOR = Detector()
NOWHERE = Path("generated.py")
LINE = re.compile(r"\r\n?|\n")
QUICK = settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
PROGRAMS = st.integers(0, 10**9).map(lambda seed: program(random.Random(seed)))


def _source(raw: bytes) -> str:
    """The text of a program; one that does not parse is no example."""
    try:
        text = decode(NOWHERE, raw).source
        tree_of(text)
    except (FileError, SyntaxError, ValueError):
        assume(False)
    return text


def _inspect(source: str) -> Inspected:
    return inspect(source, OPTIONS, NOWHERE, detector=DETECTOR)


def _told(one: Finding, shift: int = 0) -> tuple[object, ...]:
    return one.span.line - shift, one.source, one.context, one.replacement, one.evidence, one.verdict.fix


# The two ways to fix.


def _span_edits(source: str, found: Inspected, wanted: list[Finding]) -> str:
    """``source`` with the spans of ``wanted`` replaced as text, in brackets where a name would run on."""
    planned = found.plan_for(wanted)
    starts = [0, *(match.end() for match in LINE.finditer(source))]
    for one in reversed(wanted):
        span = one.span
        start, end = starts[span.line - 1] + span.column, starts[span.end_line - 1] + span.end_column
        text = planned.text(one) or one.source
        beside = source[start - 1 : start] + source[end : end + 1]
        if any(each.isalnum() or each == "_" for each in beside):
            text = f"({text})"
        source = source[:start] + text + source[end:]
    return source


@QUICK
@given(PROGRAMS)
def test_span_edits_give_what_libcst_gives(raw: bytes) -> None:
    source = _source(raw)
    found = _inspect(source)
    wanted = found.fixable(unsafe=False)
    planned = found.plan_for(wanted)
    wanted = [one for one in wanted if planned.text(one) is not None]
    assume(wanted)
    edited, rewritten = _span_edits(source, found, wanted), rewrite_text(source, wanted, planned)
    if not (planned.missing or planned.unused):
        assert edited == rewritten
    assert different(source, found.tree, tree_of(rewritten), wanted, planned) is None
    # Else the one program is the other without its import.
    alone = replace(planned, missing=())
    assert different(source, found.tree, tree_of(edited), wanted, alone) is None


@QUICK
@given(PROGRAMS)
def test_every_check_of_the_benchmark_holds(raw: bytes) -> None:
    assert examine(raw, NOWHERE, DETECTOR).problems == []


REAL = sorted(path for path in (Path(__file__).parents[1] / "codemods").rglob("*.py"))


@settings(QUICK, max_examples=8)
@given(st.sampled_from(REAL), st.integers(0, 10**6))
def test_every_check_of_the_benchmark_holds_for_code_with_literals_planted(path: Path, seed: int) -> None:
    raw = planted(path.read_bytes(), str(seed))
    assert raw is None or examine(raw, NOWHERE, DETECTOR).problems == []


@pytest.mark.parametrize("place", ["app.py", "package/app.py"])
@pytest.mark.parametrize(
    "star",
    [
        "http", "http.client", "os.path", "starlette.status", "falcon", "unknown", "beside", "around",
        "other", "package", "package.beside", ".", ".beside", ".nothing",
    ],
)  # fmt: skip
def test_a_second_run_finds_no_more_beside_a_star_import(tmp_path: Path, place: str, star: str) -> None:
    raw = f"from {star} import *\nr.status_code == 404\nHTTPStatus.OK == 200\n".encode()
    texts = {
        "beside.py": b"x = 1\n",
        "around.py": b"from http.client import *\n",
        "other.py": b"class HTTPStatus: ...\n",
        "package/__init__.py": b"from .beside import x\n",
        "package/beside.py": b"x = 1\n",
        place: raw,
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(text)
    if star == ".beside" and place == "app.py":
        pytest.skip("no import of Python's: the file is in no package")
    detector = Detector.of_project((), [tmp_path], lambda: tmp_path.rglob("*.py"))
    outcome = examine(raw, tmp_path / place, detector)
    assert outcome.findings and outcome.problems == []


# What has no part in a finding.


@QUICK
@given(PROGRAMS)
def test_an_unrelated_import_at_the_end_or_at_the_top_changes_nothing(raw: bytes) -> None:
    source = _source(raw)
    assume("__future__" not in source and "\\" not in source[-3:])
    found = [_told(one) for one in _inspect(source).findings]
    line = "import unrelated_module_of_someone\n"
    at_end = f"{source}\n{line}"
    assert [_told(one) for one in _inspect(_source(at_end.encode())).findings] == found
    if not source.startswith(("#", "\x0c", '"', "'", "\n")):
        assert [_told(one, 1) for one in _inspect(line + source).findings] == found


#: Names of the grammar that say nothing of HTTP; an upper-case one may stand for a member.
SILENT = ("x", "ñ", "_", "f", "self")


@QUICK
@given(PROGRAMS, st.permutations(["quux", "zebra3", "naïve", "foo_bar", "it"]))
def test_names_that_say_nothing_may_be_others(raw: bytes, others: list[str]) -> None:
    source = _source(raw).replace("\x0c", "")
    new = _renamed(source, dict(zip(SILENT, others, strict=True)))
    assert [_told(one) for one in _inspect(_source(new.encode())).findings] == [
        _told(one) for one in _inspect(_source(source.encode())).findings
    ]


def _renamed(source: str, names: dict[str, str]) -> str:
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(source, newline="").readline))
    except (tokenize.TokenError, SyntaxError):
        assume(False)
    lines = source.splitlines(keepends=True)
    if len(lines) < max(token.end[0] for token in tokens) - 2 or "\r" in source:
        assume(False)
    for token in reversed(tokens):
        if token.type == tokenize.NAME and token.string in names:
            row, column = token.start
            line = lines[row - 1]
            lines[row - 1] = line[:column] + names[token.string] + line[column + len(token.string) :]
    return "".join(lines)


#: Names of the grammar that a function may have.
CALLED = ("f", "client", "request", "status", "method", "x", "self", "resp", "url", "http_method")


@QUICK
@given(st.integers(0, 10**9), st.permutations(range(4)))
def test_functions_in_another_order_have_the_same_findings(seed: int, order: list[int]) -> None:
    functions = _functions(random.Random(seed))
    found = _inspect("".join(functions)).findings
    assume(found)
    permuted = [functions[number] for number in order]
    assert _by_function(_inspect("".join(permuted)).findings, permuted) == _by_function(found, functions)


def _functions(chance: random.Random) -> list[str]:
    """Four functions that may call one another by their names, each of whole lines."""
    found: list[str] = []
    for name in chance.sample(CALLED, 4):
        maker, text = _Maker(chance), ""
        while not text:
            head = f"def {name}(r, status_code=None, method='GET'):"
            body = maker.block(head, 0).rstrip("\n")
            text = f"{body}\n    return {maker.of(CALLED)}({maker.of(LITERALS)})\n"
            text = text if _parsed(text) and "global" not in text else ""
        found.append(text)
    return found


def _parsed(text: str) -> bool:
    try:
        symtable.symtable(text, "x.py", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


def _by_function(
    found: Sequence[Finding], functions: Sequence[str]
) -> dict[str, list[tuple[object, ...]]]:
    """What is told of each function, its lines counted from its own first."""
    told: dict[str, list[tuple[object, ...]]] = {}
    start = 0
    for text in functions:
        end = start + text.count("\n")
        told[text] = [_told(one, start) for one in found if start < one.span.line <= end]
        start = end
    return told


@QUICK
@given(PROGRAMS, st.permutations(["quux", "zebra3", "naïve", "foo_bar", "it"]))
def test_locals_may_have_other_names(raw: bytes, others: list[str]) -> None:
    """A function's own variables alone, while the module's of the same name stay."""
    source = f"def around(r, resp):\n{indent(_source(raw), ' ')}\n" if b"\\" not in raw else ""
    source = source.replace("\x0c", "").replace("\r", "")
    assume(source and "import *" not in source and _parsed(source))
    new = _with_other_locals(source, dict(zip(SILENT, others, strict=True)))
    assume(new != source)
    assert _shape(_inspect(new)) == _shape(_inspect(source))


def _shape(found: Inspected) -> list[tuple[object, ...]]:
    return [_told(one) for one in found.findings]


def _with_other_locals(source: str, names: dict[str, str]) -> str:
    """``source`` with those variables of its one function renamed that nothing else sees or binds."""
    tree, lines = tree_of(source), source.encode().split(b"\n")
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    # Python 3.11 does not know the columns in an f-string.
    kept = {part.id for text in texts for part in ast.walk(text) if isinstance(part, ast.Name)}
    own = (names.keys() & _locals_of(source)) - _otherwise_bound(tree) - kept
    uses = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id in own]
    for node in sorted(uses, key=lambda one: (one.lineno, one.col_offset), reverse=True):
        line, end = lines[node.lineno - 1], node.col_offset + len(node.id.encode())
        lines[node.lineno - 1] = line[: node.col_offset] + names[node.id].encode() + line[end:]
    return b"\n".join(lines).decode()


def _locals_of(source: str) -> set[str]:
    """The variables of the function ``around`` that no other scope names."""
    module = symtable.symtable(source, "x.py", "exec")
    [table] = [one for one in module.get_children() if one.get_name() == "around"]
    found = {
        one.get_name()
        for one in table.get_symbols()
        if one.is_local() and not (one.is_parameter() or one.is_imported() or one.is_namespace())
    }
    return found.difference(*(child.get_identifiers() for child in _tables(table)))


def _tables(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    for child in table.get_children():
        yield child
        yield from _tables(child)


def _otherwise_bound(tree: ast.Module) -> set[str]:
    """The names that ``except … as`` and patterns bind, which are no nodes."""
    texts = (getattr(node, field, None) for node in ast.walk(tree) for field in ("name", "rest"))
    return {text for text in texts if isinstance(text, str)}


# Shards.


MODULES = {
    "shop/__init__.py": "from .client import fetch\n",
    "shop/client.py": (
        "import requests\n"
        "def fetch(url, method='GET'): return requests.request(method, url)\n"
    ),
    "shop/errors.py": (
        "class Failure(Exception):\n"
        "    def __init__(self, wanted: int): self.wanted = wanted\n"
        "    def fits(self, r): return r.status_code == self.wanted\n"
    ),
    "shop/views.py": (
        "from shop import errors\n"
        "from . import fetch\n"
        "raise errors.Failure(404)\n"
        "fetch('/', 'PUT')\n"
    ),
    "shop/deep/__init__.py": "",
    "shop/deep/more.py": (
        "from ..client import fetch as load\n"
        "assert load('/', method='POST').status_code == 201\n"
    ),
    "tests/conftest.py": (
        "import pytest\n"
        "from shop import fetch\n"
        "@pytest.fixture\n"
        "def answer(): return fetch('/')\n"
    ),
    "tests/test_shop.py": "def test(answer): assert answer.status_code == 200\n",
    "tests/test_more.py": "from shop.errors import Failure\nf = Failure(410)\nf.wanted == 410\n",
    "setup.py": "CODES = {200: 'OK'}\n",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    (root / "pyproject.toml").write_text("[project]\nrequires-python = '>=3.11'\n")
    for name, text in MODULES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


@settings(QUICK, max_examples=8, suppress_health_check=list(HealthCheck))
@given(st.lists(st.integers(0, 3), min_size=len(MODULES), max_size=len(MODULES)))
def test_shards_of_a_project_give_what_the_whole_gives(
    project: Path, capsys: pytest.CaptureFixture[str], shards: list[int]
) -> None:
    whole = _checked([project], capsys)
    assert len({row["path"] for row in whole}) >= 5
    parts = [
        [project / name for name, shard in zip(MODULES, shards, strict=True) if shard == number]
        for number in range(4)
    ]
    together = [row for part in parts if part for row in _checked(part, capsys)]
    assert sorted(together, key=_place) == sorted(whole, key=_place)


def _checked(paths: list[Path], capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    assert cli.main(["check", "--output-format", "jsonl", *map(str, paths)]) in (0, 1)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def _place(row: dict[str, object]) -> tuple[str, str, str]:
    return str(row["path"]), str(row["line"]), str(row["column"])
