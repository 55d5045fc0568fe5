"""No program breaks the engine, and what it finds hangs on the program alone."""
from __future__ import annotations

import ast
import random
import re
import subprocess
import sys
import sysconfig
import tokenize
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flake8_http_status.config import Options
from flake8_http_status.detect import Detector, find
from flake8_http_status.findings import Finding
from flake8_http_status.memory import Memory
from flake8_http_status.types import Slot
from tests.pages import ROOT

OPTIONS = Options(target=(3, 11))
DETECTOR = Detector()
LINE = re.compile(r"\r\n|\r|\n")


def _find(source: str) -> list[Finding]:
    """What is found in ``source``, by a detector that has seen other files before."""
    return DETECTOR.find(source, OPTIONS)


def _text(source: str, finding: Finding) -> str:
    starts = [0, *(end.end() for end in LINE.finditer(source))]
    span = finding.span
    return source[starts[span.line - 1] + span.column : starts[span.end_line - 1] + span.end_column]


# Programs out of a small grammar around candidate literals.

NAMES = st.sampled_from(
    ["a", "b", "r", "status", "expected_status", "method", "verb", "url", "requests", "f", "A", "self"]
)
ATTRIBUTES = st.sampled_from(
    ["status_code", "method", "get", "request", "x", "items", "upper", "append", "value"]
)
KEYWORDS = st.sampled_from(["status", "status_code", "method", "timeout", "n"])
LITERALS = st.sampled_from(
    [
        "404",
        "200",
        "'GET'",
        '"POST"',
        "'get'",
        "'P' 'UT'",
        "0x194",
        "True",
        "b'GET'",
        "'é'",
        "404.0",
        "None",
        "'/x'",
        "12",
    ]
)


def _compound(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pair = st.tuples(inner, inner)
    several = st.lists(inner, max_size=3)
    operators = st.sampled_from(["==", "!=", "in", "not in", "<", "is", "+", "%", "or", "and", "-", "|"])
    return st.one_of(
        st.tuples(inner, ATTRIBUTES).map(lambda parts: f"{parts[0]}.{parts[1]}"),
        st.tuples(inner, operators, inner).map(lambda parts: f"({parts[0]} {parts[1]} {parts[2]})"),
        st.tuples(inner, several).map(lambda parts: f"{parts[0]}({', '.join(parts[1])})"),
        st.tuples(inner, inner, KEYWORDS, inner).map(lambda p: f"{p[0]}({p[1]}, {p[2]}={p[3]})"),
        pair.map(lambda parts: f"{parts[0]}(*{parts[1]}, **{parts[0]})"),
        several.map(lambda parts: f"[{', '.join(parts)}]"),
        several.map(lambda parts: f"({''.join(f'{part}, ' for part in parts)})"),
        several.map(lambda parts: f"{{{', '.join(parts)}}}"),
        pair.map(lambda parts: f"{{{parts[0]}: {parts[1]}, **{parts[1]}}}"),
        pair.map(lambda parts: f"{{'status': {parts[0]}, 'n': {parts[1]}}}"),
        pair.map(lambda parts: f"{parts[0]}[{parts[1]}]"),
        pair.map(lambda parts: f"{parts[0]}[{parts[1]}:]"),
        st.tuples(inner, inner, inner).map(lambda parts: f"({parts[0]} if {parts[1]} else {parts[2]})"),
        st.tuples(NAMES, inner).map(lambda parts: f"({parts[0]} := {parts[1]})"),
        st.tuples(NAMES, inner, inner).map(lambda p: f"[{p[1]} for {p[0]} in {p[2]} if {p[0]}]"),
        st.tuples(NAMES, inner, inner).map(lambda p: f"(lambda {p[0]}={p[1]}: {p[2]})"),
        inner.map(lambda part: f"[*{part}]"),
        inner.map(lambda part: f"(not {part})"),
        inner.map(lambda part: f"f({part!r})"),
    )


EXPRESSIONS = st.recursive(st.one_of(NAMES, LITERALS), _compound, max_leaves=6)


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines())


def _block(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    body = st.lists(inner, min_size=1, max_size=3).map("".join).map(_indented)
    return st.one_of(
        st.tuples(NAMES, NAMES, EXPRESSIONS, body, EXPRESSIONS).map(
            lambda p: f"def {p[0]}({p[1]}={p[2]}, *args, **kw):\n{p[3]}    return {p[4]}\n"
        ),
        st.tuples(NAMES, body, EXPRESSIONS).map(
            lambda p: f"@{p[0]}({p[2]})\nasync def {p[0]}(self, n):\n{p[1]}    yield {p[2]}\n"
        ),
        st.tuples(NAMES, NAMES, body).map(lambda p: f"class {p[0]}({p[1]}):\n{p[2]}"),
        st.tuples(NAMES, EXPRESSIONS, body).map(lambda p: f"for {p[0]}, b in {p[1]}:\n{p[2]}"),
        st.tuples(NAMES, EXPRESSIONS, body).map(lambda p: f"with {p[1]} as {p[0]}:\n{p[2]}"),
        st.tuples(NAMES, EXPRESSIONS, body).map(lambda p: f"try:\n{p[2]}except {p[1]} as {p[0]}: pass\n"),
        st.tuples(EXPRESSIONS, NAMES, body).map(
            lambda p: (
                f"match {p[0]}:\n    case 404 | 'GET':\n{_indented(p[2])}"
                f"    case {{'status': 404 as s, **rest}} | A(404, status=200): pass\n"
                f"    case [{p[1]}, *_]: pass\n"
            )
        ),
    )


SIMPLE = st.one_of(
    EXPRESSIONS.map(lambda value: f"{value}\n"),
    st.tuples(NAMES, EXPRESSIONS).map(lambda p: f"{p[0]} = {p[1]}\n"),
    st.tuples(NAMES, EXPRESSIONS).map(lambda p: f"{p[0]}, *b = c = {p[1]}\n"),
    st.tuples(NAMES, ATTRIBUTES, EXPRESSIONS).map(lambda p: f"{p[0]}.{p[1]} = {p[2]}\n"),
    st.tuples(NAMES, EXPRESSIONS, EXPRESSIONS).map(lambda p: f"{p[0]}[{p[1]}] = {p[2]}\n"),
    st.tuples(NAMES, EXPRESSIONS, EXPRESSIONS).map(lambda p: f"{p[0]}: {p[1]} = {p[2]}\n"),
    st.tuples(NAMES, EXPRESSIONS).map(lambda p: f"{p[0]} += {p[1]}\n"),
    st.tuples(EXPRESSIONS, EXPRESSIONS).map(lambda p: f"assert {p[0]} == {p[1]}, {p[0]}\n"),
    NAMES.map(lambda name: f"from requests import get as {name}\n"),
    NAMES.map(lambda name: f"import requests.sessions as {name}\n"),
    NAMES.map(lambda name: f"from {name} import *\n"),
    st.just("import requests, unittest, http\nfrom http import HTTPStatus\n"),
)
STATEMENTS = st.recursive(SIMPLE, _block, max_leaves=5)
PROGRAMS = st.lists(STATEMENTS, min_size=1, max_size=5).map("".join)
LOADED = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def _parses(source: str) -> bool:
    try:
        compile(source, "x.py", "exec", ast.PyCF_ONLY_AST)
    except SyntaxError:
        return False
    return True


@LOADED
@given(PROGRAMS.filter(_parses))
def test_no_program_breaks_it_and_spans_hold_the_literals(source: str) -> None:
    found = _find(source)
    for finding in found:
        assert _text(source, finding) == finding.source
        if finding.problem != "literal":
            continue
        value = ast.literal_eval(finding.source)
        assert finding.kind == ("status" if isinstance(value, int) else "method")
    assert len({finding.span for finding in found}) == len(found)
    assert found == sorted(found, key=lambda one: one.span)


@LOADED
@given(PROGRAMS.filter(_parses))
def test_a_detector_that_has_seen_much_finds_the_same(source: str) -> None:
    assert _find(source) == find(source, OPTIONS)


@LOADED
@given(PROGRAMS.filter(_parses))
def test_an_unrelated_import_changes_nothing(source: str) -> None:
    more = "import unrelated_module_of_someone\n" + source
    if _parses(more) and "__future__" not in source:
        shifted = [
            (one.span.line - 1, one.span.column, one.replacement, one.evidence, one.verdict)
            for one in _find(more)
        ]
        assert shifted == [
            (one.span.line, one.span.column, one.replacement, one.evidence, one.verdict)
            for one in _find(source)
        ]


@LOADED
@given(PROGRAMS.filter(_parses))
def test_line_ends_change_nothing(source: str) -> None:
    if "\\" not in source:
        assert _find(source.replace("\n", "\r\n")) == _find(source)


@LOADED
@given(PROGRAMS.filter(_parses), st.sampled_from(["é", "€", "😀"]))
def test_text_outside_of_ascii_shifts_columns_by_its_length(source: str, text: str) -> None:
    lines = [f"if '{text}':  # {text}\n", *(f"    {line}\n" for line in source.splitlines())]
    more = "".join(lines)
    if _parses(more):
        for finding in _find(more):
            assert _text(more, finding) == finding.source


FUNCTION = st.tuples(EXPRESSIONS, EXPRESSIONS, SIMPLE)


@LOADED
@given(st.lists(FUNCTION, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_functions_changes_nothing(
    parts: list[tuple[str, str, str]], order: random.Random
) -> None:
    head = "import requests\nr = requests.get('/')\n"
    blocks = [
        f"def f{number}(a, b={first}):\n    global g{number}\n"
        f"{_indented(simple)}    return f{(number + 1) % len(parts)}({second}, 404)\n"
        for number, (first, second, simple) in enumerate(parts)
    ]
    if not _parses(head + "".join(blocks)):
        return
    expected = _in_blocks(head, blocks)
    shuffled = list(blocks)
    order.shuffle(shuffled)
    found = _in_blocks(head, shuffled)
    assert {block: found[block] for block in blocks} == {block: expected[block] for block in blocks}


def _in_blocks(head: str, blocks: list[str]) -> dict[str, list[tuple[object, ...]]]:
    """The findings of each block with lines that count from its first."""
    starts, line = {}, head.count("\n")
    for block in blocks:
        starts[block] = line
        line += block.count("\n")
    found: dict[str, list[tuple[object, ...]]] = {block: [] for block in blocks}
    for one in _find(head + "".join(blocks)):
        block = max(
            (block for block in blocks if starts[block] < one.span.line), key=lambda block: starts[block]
        )
        found[block].append(
            (one.span.line - starts[block], one.span.column, one.replacement, one.evidence, one.verdict)
        )
    return found


RENAMED = """\
import requests
def {0}({1}, {2}=404):
    {3} = requests.get({1})
    {4} = 410
    {5} = [200, 201]
    assert {3}.status_code == {2} != {4}
    assert {3}.status_code in {5}
    for {6}, {7} in ((404, 404), (200, 200)):
        with {3} as {8}:
            assert {8}.status_code == {6}
            print(f"{{{4}}} {{{7} + 1}}")
    {9} = lambda {2}: {3}.status_code == {2}
    {9}(404)
    return [{3}.request.method == {1} for {1} in ("GET", "PUT")], {7}
{0}("/", 404)
"""
SILENT_NAMES = st.lists(
    st.from_regex(r"\A(x|foo|quux|zebra|naïve|T)[0-9]{1,3}\Z"), min_size=10, max_size=10, unique=True
)


@LOADED
@given(SILENT_NAMES)
def test_names_that_say_nothing_do_not_matter(names: list[str]) -> None:
    expected = RENAMED.format(*(f"v{number}" for number in range(10)))
    found = _find(RENAMED.format(*names))
    assert [(one.span.line, one.replacement, one.context, one.evidence, one.verdict) for one in found] == [
        (one.span.line, one.replacement, one.context, one.evidence, one.verdict) for one in _find(expected)
    ]
    assert len(found) == 10


# Deep and long programs.


def _nested(start: str, end: str, depth: int, inner: str) -> str:
    return start * depth + inner + end * depth


def _deepest(build: object, most: int) -> str:
    """The deepest program that the parser admits, up to ``most``."""
    assert callable(build)
    depth = most
    while depth > 1:
        source = str(build(depth))
        try:
            ast.parse(source)
        except (SyntaxError, RecursionError, MemoryError):
            depth = depth * 9 // 10
        else:
            return source
    raise AssertionError("nothing parses")




@pytest.mark.parametrize(
    ("build", "most"),
    [
        pytest.param(lambda n: _nested("(", ")", n, "r.status_code == 404") + "\n", 1000, id="parentheses"),
        pytest.param(lambda n: f"x{'.a' * n}.status_code == 404\n", 1000, id="attributes"),
        pytest.param(lambda n: f"x{'.a()' * n}.status_code == 404\n", 1000, id="calls of attributes"),
        pytest.param(lambda n: f"x{'()' * n}.status_code == 404\n", 1000, id="calls of calls"),
        pytest.param(lambda n: f"x{'[0]' * n}.status_code == 404\n", 1000, id="items"),
        pytest.param(lambda n: _nested("f(", ")", n, "status_code=404") + "\n", 1000, id="calls in calls"),
        pytest.param(lambda n: "status_codes = " + _nested("[", "]", n, "404") + "\n", 1000, id="lists"),
        pytest.param(lambda n: "x = status_codes, " + _nested("(", ",)", n, "404") + "\n", 1000, id="tuples"),
        pytest.param(lambda n: "x = " + _nested("{'status': ", "}", n, "404") + "\n", 1000, id="mappings"),
        pytest.param(lambda n: "x[" + _nested("(", ",)", n, "404") + "]\n", 1000, id="tuples in brackets"),
        pytest.param(lambda n: "status = " + "404 if x else " * n + "200\n", 1000, id="conditionals"),
        pytest.param(lambda n: "status = " + "x or " * n + "200\n", 5000, id="or"),
        pytest.param(lambda n: "status = " + "not " * n + "(x.status == 404)\n", 1000, id="not"),
        pytest.param(lambda n: "x = " + "lambda: " * n + "r.status == 404\n", 1000, id="lambdas"),
        pytest.param(
            lambda n: "x = " + "(lambda: " * n + "404" + ")()" * n + " == r.status\n",
            1000,
            id="lambdas called",
        ),
        pytest.param(lambda n: _nested("(x := ", ")", n, "404") + " == r.status\n", 1000, id="walruses"),
        pytest.param(
            lambda n: "x = " + _nested("[y for y in ", "]", n, "(404, r.status)") + "\n",
            1000,
            id="comprehensions",
        ),
        pytest.param(
            lambda n: "async def f(): " + _nested("await (", ")", n, "x.status == 404") + "\n",
            1000,
            id="await",
        ),
        pytest.param(lambda n: "r.status" + " == 404" * n + "\n", 1000, id="chain of comparisons"),
        pytest.param(
            lambda n: "match r.status:\n    case " + _nested("[", "]", n, "404") + ": ...\n",
            1000,
            id="patterns",
        ),
        pytest.param(
            lambda n: "match r.status:\n    case " + "404 | " * n + "200: ...\n", 1000, id="alternatives"
        ),
        pytest.param(
            lambda n: "".join(f"{' ' * i}if r.status == 404:\n" for i in range(n)) + " " * n + "x\n",
            98,
            id="blocks",
        ),
        pytest.param(
            lambda n: "".join(f"{' ' * i}def f(x=404):\n" for i in range(n)) + " " * n + "status = 404\n",
            98,
            id="functions",
        ),
        pytest.param(
            lambda n: "".join(f"{' ' * i}class A(A):\n" for i in range(n)) + " " * n + "status = 404\n",
            98,
            id="classes",
        ),
        pytest.param(
            lambda n: "@f\n" * n + "def f(status=404): return status == 404\n", 1000, id="decorators"
        ),
        pytest.param(
            lambda n: "if r.status == 404: ...\n" + "elif r.status == 404: ...\n" * n, 1000, id="elif"
        ),
        pytest.param(lambda n: "status = " + "x = " * n + "404\n", 2000, id="targets"),
        pytest.param(
            lambda n: _nested("(", ",)", n, "status") + " = " + _nested("(", ",)", n, "404") + "\n",
            1000,
            id="nested targets",
        ),
        pytest.param(
            lambda n: "call('POST', " + " + ".join(["x"] * n) + ")\n", 4000, id="sum beside a method"
        ),
        pytest.param(
            lambda n: "status = 404\nx = '' + " + " + ".join(["y"] * n) + " + status\n",
            4000,
            id="sum of a status",
        ),
        pytest.param(
            lambda n: "status = 404\nr.status == status\nx = '' " + "+ y" * n + " + 'z' % status\n",
            4000,
            id="sum before a format",
        ),
        pytest.param(
            lambda n: "def f(status: " + " | ".join(["int"] * n) + " = 404): ...\n",
            4000,
            id="alternatives in an annotation",
        ),
        pytest.param(
            lambda n: "def f(status: '" + " | ".join(["int"] * n) + "' = 404): ...\n",
            4000,
            id="alternatives in quotes",
        ),
        pytest.param(
            lambda n: "def f(status: " + _nested("list[", "]", n, "int") + " = 404): ...\n",
            1000,
            id="nested annotation",
        ),
    ],
)
def test_as_deep_as_the_parser_admits(build: object, most: int) -> None:
    _find(_deepest(build, most))


def _count(monkeypatch: pytest.MonkeyPatch, source: str) -> int:
    """How many questions the engine asks itself about ``source``."""
    count = 0
    ask = Memory.ask

    def counted(self: Memory, store: object, key: object, answer: object, **how: bool) -> object:
        nonlocal count
        count += 1
        return ask(self, store, key, answer, **how)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Memory, "ask", counted)
        find(source, OPTIONS)
    return count


HEAD = "import requests\na0 = requests.get('/')\n"


@pytest.mark.parametrize(
    ("build", "size"),
    [
        pytest.param(
            lambda n: HEAD + "".join(f"a{i + 1} = a{i}\n" for i in range(n)) + f"a{n}.status_code == 404\n",
            1000,
            id="aliases",
        ),
        pytest.param(
            lambda n: (
                f"a{n}.status_code == 404\n"
                + "".join(f"a{i + 1} = a{i}\n" for i in reversed(range(n)))
                + HEAD
            ),
            1000,
            id="aliases backwards",
        ),
        pytest.param(
            lambda n: HEAD + "".join(f"a{i + 1} = a{i}\na{i}.status_code == 404\n" for i in range(n)),
            300,
            id="aliases that are used",
        ),
        pytest.param(
            lambda n: HEAD + "".join(f"a{i} = a{i + 1}\na{i}.status_code == 404\n" for i in range(n)),
            300,
            id="aliases of later ones",
        ),
        pytest.param(
            lambda n: (
                HEAD + "if a0.status_code == 404: b = 404\n" + "elif a0.status_code == 404: b = 404\n" * n
            ),
            400,
            id="branches",
        ),
        pytest.param(lambda n: HEAD + "if a0.status_code == 404: b = 404\n" * n, 1000, id="ifs"),
        pytest.param(
            lambda n: (
                HEAD
                + "".join(f"def f{i}(a): return f{i + 1}(a)\nf{i}(404)\n" for i in range(n))
                + f"def f{n}(a): return a0.status_code == a\n"
            ),
            150,
            id="helpers of helpers",
        ),
        pytest.param(lambda n: HEAD + "def f(a): a0.status_code == a\n" + "f(404)\n" * n, 300, id="calls"),
        pytest.param(
            lambda n: HEAD + "a = [" + "404, " * n + "]\na0.status_code in a\n", 300, id="long list"
        ),
        pytest.param(
            lambda n: (
                HEAD
                + "a = {"
                + "".join(f"'k{i}': 404, " for i in range(n))
                + "}\na0.status_code == a['k7']\n"
            ),
            300,
            id="long mapping",
        ),
        pytest.param(
            lambda n: (
                HEAD
                + "class A:\n    def __init__(self): self.a = 404\n"
                + "".join(f"    def f{i}(self): a0.status_code == self.a\n" for i in range(n))
            ),
            300,
            id="methods",
        ),
        pytest.param(lambda n: "a = [" + "404, " * n + "]\n", 300, id="list of numbers"),
        pytest.param(lambda n: "a = {" + "404: 201, " * n + "}\n", 300, id="mapping of numbers"),
        pytest.param(
            lambda n: "a = (" + "(255, 204, 0), " * n + ")\nfor r, g, b in a: f(r, g, b)\n",
            200,
            id="table of numbers",
        ),
        pytest.param(
            lambda n: "a = [" + "{'a': 404, 'b': [200, 201]}, " * n + "]\nfor r in a: f(r['a'], r['b'])\n",
            100,
            id="table of mappings",
        ),
        pytest.param(
            lambda n: HEAD + "a0 = a0.next\n" * n + "a0.status_code == 404\n",
            200,
            id="name that is bound again and again",
        ),
    ],
)
def test_work_grows_with_the_length_of_a_program(
    monkeypatch: pytest.MonkeyPatch, build: object, size: int
) -> None:
    assert callable(build)
    once, twice = _count(monkeypatch, build(size)), _count(monkeypatch, build(2 * size))
    assert twice <= 3 * once, (once, twice)


@pytest.mark.xfail(reason="what is cut for its depth is forgotten and asked again", strict=True)
def test_work_grows_with_the_square_of_a_line_of_subclasses(monkeypatch: pytest.MonkeyPatch) -> None:
    def work(size: int) -> int:
        lines = (f"class A{i + 1}(A{i}): status_code = 404\n" for i in range(size))
        return _count(monkeypatch, "".join(lines))

    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(5 * limit)
    try:
        once, twice = work(16), work(32)
    finally:
        sys.setrecursionlimit(limit)
    assert twice <= 5 * once, (once, twice)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(
            HEAD + "".join(f"a{i + 1} = (a{i}, a{i})\n" for i in range(12)) + "a12 == 404\n",
            id="pairs of pairs",
        ),
        pytest.param(
            HEAD + "".join(f"a{i + 1} = {{x: a{i}, y: [a{i}]}}\n" for i in range(12)) + "a12 == 404\n",
            id="mappings",
        ),
        pytest.param(
            HEAD
            + "".join(f"def f{i}(a): return [f{i + 1}(a), f{i + 1}([a])]\n" for i in range(12))
            + "f0(404)\n",
            id="functions",
        ),
        pytest.param(
            HEAD + "".join(f"a{i} = [a{i + 1}]\na{i} == 404\n" for i in range(100)), id="lists of lists"
        ),
    ],
)
def test_types_that_grow(source: str) -> None:
    _find(source)


@pytest.mark.xfail(
    sys.version_info < (3, 14),  # since then a tuple keeps its hash
    reason="a type is hashed with all that is in it, each time anew", strict=True,
)  # fmt: skip
def test_types_that_double_are_not_walked_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    count = 0
    real = Slot.__hash__

    def counted(self: Slot) -> int:
        nonlocal count
        count += 1
        return real(self)

    def work(size: int) -> int:
        nonlocal count
        count = 0
        pairs = "".join(f"a{i + 1} = (a{i}, a{i})\n" for i in range(size))
        find(f"import requests\na0 = requests.get('/').status_code\n{pairs}a{size} == 404\n", OPTIONS)
        return count

    monkeypatch.setattr(Slot, "__hash__", counted)
    once, twice = work(6), work(12)
    assert twice <= 4 * once, (once, twice)


def test_a_long_line_of_subclasses_in_a_fresh_process() -> None:
    code = (
        "from flake8_http_status.detect import find\n"
        "from flake8_http_status.config import Options\n"
        "source = ''.join(f'class A{i + 1}(A{i}): status_code = 404\\n' for i in range(40))\n"
        # flake8 itself has as many frames open.
        "def below(count):\n"
        "    return below(count - 1) if count else find(source, Options(target=(3, 11)))\n"
        "below(30)\n"
    )
    process = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False, text=True
    )
    assert (process.returncode, process.stderr) == (0, "")


def test_a_long_chain_of_lists() -> None:
    _find(
        "import requests\na500 = requests.get('/')\n"
        + "".join(f"a{i} = [a{i + 1}]\na{i} == 404\n" for i in range(500))
    )


# Syntax of newer Pythons.


@pytest.mark.skipif(sys.version_info < (3, 12), reason="syntax of Python 3.12")
@pytest.mark.parametrize(
    "source",
    [
        pytest.param("def f[T](a: T, status: T = 404) -> T: ...\n", id="function"),
        pytest.param("class A[T]:\n    status: T = 404\n", id="class"),
        pytest.param("type A[T] = dict[T, Literal['GET']]\nr.method == 'GET'\n", id="alias"),
        pytest.param(
            "x = f\"{f('GET', '/')} {f\"{404}\"}\"; r.method == 'GET'\n", id="f-string in an f-string"
        ),
    ],
)
def test_syntax_of_3_12(source: str) -> None:
    found = _find(source)
    assert [_text(source, finding) for finding in found] == [finding.source for finding in found]
    assert len(found) == 1


@pytest.mark.skipif(sys.version_info < (3, 12), reason="syntax of Python 3.12")
@pytest.mark.parametrize(
    "source",
    [
        pytest.param("def f[T: 'GET'](a: T): r.status == 404\n", id="bound of a function's"),
        pytest.param("def f[T: (int, Literal['GET'])](a: T): r.status == 404\n", id="bounds"),
        pytest.param("class A[T: 'GET']: status = 404\n", id="bound of a class's"),
    ],
)
def test_bounds_of_type_parameters(source: str) -> None:
    assert len(_find(source)) == 1


@pytest.mark.skipif(sys.version_info < (3, 14), reason="syntax of Python 3.14")
def test_template_strings() -> None:
    source = "x = t'{f(status=404)} GET'; r.method == t'GET'; r.method == 'GET'\n"
    assert [_text(source, finding) for finding in _find(source)] == ["'GET'"]
    written = "status = 404; write(t'{status!r}')\n"
    assert [finding.verdict.reason for finding in _find(written)] == ["the repr is shown here"]


# Real code.

LIBRARY = Path(sysconfig.get_path("stdlib"))


def _standard_library() -> list[Path]:
    """A fixed sample of the standard library: what has to do with HTTP, and a tenth of the rest."""
    files = sorted(path for path in LIBRARY.rglob("*.py") if "site-packages" not in path.parts)
    about = [path for path in files if {"http", "wsgiref", "urllib", "xmlrpc"} & set(path.parts)]
    rest = [path for path in files if path not in about and "test" not in path.parts]
    tests = [path for path in files if "test" in path.parts and path.stat().st_size < 100_000]
    return sorted(
        {*about, *random.Random(0).sample(rest, len(rest) // 8), *random.Random(0).sample(tests, 30)}
    )


def test_the_standard_library() -> None:
    """Every file is read without an exception; findings hold their literals and few are there."""
    detector = Detector()
    count = 0
    for path in _standard_library():
        try:
            with tokenize.open(path) as file:
                source = file.read()
            ast.parse(source)
        except (SyntaxError, ValueError):
            continue  # files that the tests of Python itself keep broken
        found = detector.find(source, OPTIONS)
        count += len(found)
        for finding in found:
            assert _text(source, finding) == finding.source, f"{path}:{finding.span.line}"
    assert count > 0
