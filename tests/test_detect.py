"""The pipeline from text to findings: positions, spellings, settings; and the helpers of its tests.

Most tests of the engine are tables of small files in which marks stand around the literals that are
reported: ``r.status_code == «404»``.  A file without a mark must stay silent.
"""
from __future__ import annotations

import ast
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from flake8_http_status.config import Options
from flake8_http_status.detect import Detector, find
from flake8_http_status.findings import Finding
from flake8_http_status.rules import rule_for

MARK = re.compile("[«»]")
LINE = re.compile(r"\r\n|\r|\n")


def plain(text: str) -> str:
    """``text`` without its marks."""
    # Since Python 3.14 it empties lines of form feeds as well.
    return MARK.sub("", dedent(text) if text[:1].isspace() else text)


def findings(source: str, **settings: Any) -> list[Finding]:
    """What is found in ``source``, whose target is Python 3.11 unless ``settings`` says otherwise."""
    return find(source, Options(**{"target": (3, 11), **settings}))


def seen(text: str, **settings: Any) -> str:
    """``text`` with the marks around what is really found; equal to ``text`` where it tells the truth."""
    source = plain(text)
    return with_marks(source, findings(source, **settings))


def with_marks(source: str, found: list[Finding]) -> str:
    """``source`` with marks around the spans of ``found``."""
    starts = [0, *(end.end() for end in LINE.finditer(source))]
    for finding in sorted(found, key=lambda one: one.span, reverse=True):
        span = finding.span
        start, end = starts[span.line - 1] + span.column, starts[span.end_line - 1] + span.end_column
        assert source[start:end] == finding.source
        source = f"{source[:start]}«{source[start:end]}»{source[end:]}"
    return source


def codes(text: str, **settings: Any) -> list[str]:
    """The codes of the rules that report something in ``text``, sorted, each once."""
    return sorted({rule_for(finding).code for finding in findings(plain(text), **settings)})


def evidence(text: str) -> list[str]:
    """The evidence of each finding in ``text``, in the order of the text."""
    return [finding.evidence for finding in findings(plain(text))]


def fixes(text: str, **settings: Any) -> list[str]:
    """Whether a fix of each finding in ``text`` is safe, in the order of the text."""
    return [finding.verdict.fix for finding in findings(plain(text), **settings)]


# Positions.


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('x = "é€😀"; r.status_code == «404»\n', id="characters of two, three and four bytes"),
        pytest.param(
            'é = 1; r.status_code == «404»; x = "é"; r.status_code == «410»\n', id="name not in ASCII"
        ),
        pytest.param('x = "é"  # €\nr.status_code == «404»\n', id="non-ASCII text on the line before"),
        pytest.param("if x:\n\tr.status_code\t==\t«404»\n", id="tabs"),
        pytest.param("if x:\r\n    r.status_code == «404»\r\nr.status_code == «410»\r\n", id="CRLF"),
        pytest.param("if x:\r    r.status_code == «404»\rr.status_code == «410»\r", id="lone CR"),
        pytest.param(
            "x = 1\rif x:\r\n    r.status_code == «404»\nr.status == «410»", id="all line ends in one file"
        ),
        pytest.param("x = 1\n\x0cr.status_code == «404»\n\x0c\nr.status_code == «410»\n", id="form feeds"),
        pytest.param(
            "x = '''\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029'''\nr.status_code == «404»\n",
            id="separators that end no line",
        ),
        pytest.param("r.status_code == «404»", id="no newline at the end"),
        pytest.param('x = """é\n404\n"""; r.status_code == «404»\n', id="behind a string over lines"),
        pytest.param(
            'x = """é\n""" if r.status_code == «404» else """\né"""\n', id="between strings over lines"
        ),
        pytest.param("r.status_code == \\\n  «404»\n", id="line continuation"),
        pytest.param(
            "r.status_code == (\n    # 404\n    «404»  # 404\n)\n", id="in parentheses among comments"
        ),
        pytest.param("(r.status_code == ((«404»)))\n", id="parentheses are not part of it"),
        pytest.param("@handler(status_code=«404»)\ndef f(): ...\n", id="decorator of a function"),
        pytest.param(
            '@one\n@two(method="é", http_method=«"POST"»)\nclass A: ...\n', id="second decorator of a class"
        ),
        pytest.param("x=r.status_code==«404»;y=r.status_code!=«404»\n", id="no spaces at all"),
    ],
)
def test_a_span_holds_the_literal_and_nothing_else(text: str) -> None:
    assert seen(text) == text


def test_lines_count_from_1_and_columns_from_0() -> None:
    (finding,) = findings('x = 1\n"é", r.status_code == 404\n')
    span = finding.span
    assert (span.line, span.column, span.end_line, span.end_column) == (2, 22, 2, 25)


def test_a_byte_order_mark_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "code.py"
    path.write_bytes("r.status_code == 404, 'é', r.status_code == 410\n".encode("utf-8-sig"))
    with tokenize.open(path) as file:
        source = file.read()
    assert [finding.span.column for finding in findings(source)] == [17, 44]


# Spellings.


@pytest.mark.parametrize(
    "spelled",
    [
        pytest.param('"POST"', id="double quotes"),
        pytest.param("'POST'", id="single quotes"),
        pytest.param('"""POST"""', id="triple quotes"),
        pytest.param("r'POST'", id="raw"),
        pytest.param("u'POST'", id="with the prefix u"),
        pytest.param("\"PO\" 'ST'", id="implicit concatenation"),
        pytest.param('"PO" "S" "T"', id="implicit concatenation of three"),
        pytest.param('"PO"\n    "ST"', id="implicit concatenation over lines"),
        pytest.param('"P\\\nOST"', id="backslash inside"),
        pytest.param('"\\x50OST"', id="escape inside"),
    ],
)
def test_a_method_may_be_spelled_in_many_ways(spelled: str) -> None:
    # The plain literal beside it is there because of the next test.
    text = f'r.method == («{spelled}»), r.method == «"GET"»\n'
    assert seen(text) == text


ESCAPES = pytest.mark.xfail(reason="the look at the text before parsing misses escapes", strict=True)


@pytest.mark.parametrize(
    "spelled",
    [
        pytest.param('"PO" "ST"', id="implicit concatenation"),
        pytest.param('"PO" "S" "T"', id="implicit concatenation of three"),
        pytest.param('"\\x50OST"', id="escape inside", marks=ESCAPES),
        pytest.param('"P\\\nOST"', id="backslash inside", marks=ESCAPES),
    ],
)
def test_a_methods_spelling_does_not_need_another_literal_in_the_file(spelled: str) -> None:
    assert seen(f"r.method == «{spelled}»\n") == f"r.method == «{spelled}»\n"


@pytest.mark.parametrize(
    "spelled",
    [
        pytest.param("0x194", id="hexadecimal"),
        pytest.param("0o624", id="octal"),
        pytest.param("0b110010100", id="binary"),
        pytest.param("4_04", id="underscore"),
        pytest.param("404.0", id="float"),
        pytest.param("404j", id="imaginary"),
        pytest.param("-404", id="negative"),
        pytest.param("+404", id="with a sign"),
        pytest.param("~404", id="inverted"),
        pytest.param("True", id="True"),
        pytest.param('"404"', id="text of digits"),
        pytest.param('b"404"', id="bytes of digits"),
        pytest.param('f"{404}"', id="f-string"),
        pytest.param("99", id="below the range"),
        pytest.param("4040", id="four digits"),
        pytest.param("799", id="code that no registry knows"),
        pytest.param("299", id="code without a constant"),
    ],
)
def test_other_spellings_of_a_number_are_no_status(spelled: str) -> None:
    text = f"r.status_code == {spelled}, r.status_code == «404»\n"
    assert seen(text) == text


@pytest.mark.parametrize(
    "spelled",
    [
        pytest.param('b"POST"', id="bytes"),
        pytest.param('f"POST"', id="f-string"),
        pytest.param('"POST" f""', id="f-string in part"),
        pytest.param('"POST "', id="space at the end"),
        pytest.param('"PO ST"', id="space inside"),
        pytest.param('""', id="empty"),
        pytest.param('"PURGE"', id="method without a constant"),
        pytest.param('"post"', id="lower case where the case counts"),
        pytest.param('"Post"', id="mixed case"),
        pytest.param('"POST" + x', id="part of a sum"),
        pytest.param('"POST" % x', id="part of a format"),
    ],
)
def test_other_spellings_of_a_method_are_no_method(spelled: str) -> None:
    text = f'r.method == {spelled}, r.method == «"GET"»\n'
    assert seen(text) == text


# Settings.


def test_a_finding_names_the_constant_for_the_target() -> None:
    (finding,) = findings("r.status_code == 422\n", target=(3, 12))
    assert (finding.replacement, finding.message) == (
        "HTTPStatus.UNPROCESSABLE_ENTITY",
        "use HTTPStatus.UNPROCESSABLE_ENTITY instead of 422",
    )
    (finding,) = findings("r.status_code == 422\n", target=(3, 13))
    assert finding.replacement == "HTTPStatus.UNPROCESSABLE_CONTENT"
    (finding,) = findings("r.method == 'GET'\n")
    assert finding.message == "use HTTPMethod.GET instead of 'GET'"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        pytest.param('r.method == "GET", r.status_code == «404»\n', (3, 10), id="no HTTPMethod before 3.11"),
        pytest.param("r.status_code == 418, r.status_code == «404»\n", (3, 8), id="no teapot before 3.9"),
        pytest.param("r.status_code == 404\n", (3, 4), id="no HTTPStatus before 3.5"),
    ],
)
def test_what_the_target_lacks_is_not_reported(text: str, target: tuple[int, int]) -> None:
    assert seen(text, target=target) == text


@pytest.mark.parametrize(
    ("text", "allow"),
    [
        pytest.param('r.status_code in (200, «404»), r.method == «"GET"»\n', {200}, id="a code"),
        pytest.param('r.status_code == «200», r.method in ("GET", «"POST"»)\n', {"GET"}, id="a method"),
        pytest.param('r.status_code == 200, r.method == "GET"\n', {200, "GET"}, id="all there are"),
    ],
)
def test_what_is_allowed_is_not_reported(text: str, allow: set[int | str]) -> None:
    assert seen(text, allow=frozenset(allow)) == text


def test_evidence_by_name_can_be_left_out() -> None:
    text = """\
        import requests
        requests.get("/").status_code == «404»
        unknown.status_code == 404
    """
    assert seen(text, evidence="resolved") == dedent(text)
    assert evidence(text) == ["resolved", "named"]


def test_the_target_comes_from_the_project_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nrequires-python = ">=3.8"\n')
    source = 'r.method == "GET"\n'
    assert find(source, Options(), path=tmp_path / "code.py") == []
    assert len(find(source, Options())) == 1  # no file: the running Python


# The pipeline.


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("", id="empty"),
        pytest.param("\n# 404\n", id="comments"),
        pytest.param('"""GET 404"""\n', id="docstring"),
        pytest.param('404\n"GET"\n', id="statements of literals"),
        pytest.param("x = 404\ny = 'GET'\n", id="a value alone is no evidence"),
        pytest.param("# Generated by a tool. DO NOT EDIT.\nr.status_code == 404\n", id="generated file"),
    ],
)
def test_silent(source: str) -> None:
    assert findings(source) == []


def test_a_file_without_candidates_is_not_parsed() -> None:
    assert findings("this is no Python\n") == []


@pytest.mark.parametrize(
    "source",
    [pytest.param("r.status == 404 404\n", id="syntax"), pytest.param("x = 404\0\n", id="null character")],
)
def test_text_that_does_not_parse_raises(source: str) -> None:
    with pytest.raises((SyntaxError, ValueError)):
        findings(source)


def test_a_tree_at_hand_is_used() -> None:
    source = "r.status_code == 404\n"
    assert find(source, Options(target=(3, 11)), tree=ast.parse("x = 1")) == []
    tree = ast.parse(source)
    before = ast.dump(tree, include_attributes=True)
    assert len(find(source, Options(target=(3, 11)), tree=tree)) == 1
    assert ast.dump(tree, include_attributes=True) == before, "the tree is flake8's and others read it too"


def test_findings_come_in_the_order_of_the_text() -> None:
    source = "def f(status_code=404):\n    return [r.status == 200, r.method == 'GET'], r.status == 410\n"
    spans = [finding.span for finding in findings(source)]
    assert len(spans) == 4
    assert spans == sorted(spans)


def test_one_detector_serves_many_files() -> None:
    detector = Detector()
    options = Options(target=(3, 11))
    first = "import requests\nr = requests.get('/')\nr.status_code == 404\n"
    other = "r = None\nr.status_code == 404\n"
    alone = [find(source, options) for source in (first, other, first)]
    assert [detector.find(source, options) for source in (first, other, first)] == alone


def _every_use() -> Iterator[str]:
    yield "r.status_code == «404»\n"
    yield "f(status_code=«404»)\n"
    yield "x.status_code = «404»\n"


@pytest.mark.parametrize(
    ("text", "code"),
    list(zip(_every_use(), ("HTS101", "HTS102", "HTS103"), strict=True)),
    ids=["comparison", "argument", "value"],
)
def test_kind_and_context_decide_the_rule(text: str, code: str) -> None:
    assert seen(text) == text
    assert codes(text) == [code]
    method = text.replace("404", '"GET"').replace("status_code", "method")
    assert seen(method) == method
    assert codes(method) == [code.replace("HTS1", "HTS2")]


# A definition names its value, and an index is no status.


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("HTTP_NOT_FOUND = 404\n", id="constant called after the status"),
        pytest.param("HTTP_STATUS_404 = 404\n", id="constant with the number in its name"),
        pytest.param('HTTP_METHOD_GET = "GET"\n', id="constant called after the method"),
        pytest.param("STATUS_NOT_FOUND: int = 404\n", id="annotated constant"),
        pytest.param("class Codes:\n    STATUS_NOT_FOUND = 404\n", id="constant of a class"),
        pytest.param("codes.STATUS_NOT_FOUND = 404\n", id="constant of an object"),
        pytest.param(
            "from enum import IntEnum\nclass S(IntEnum):\n    status = 404\n", id="member of an enum"
        ),
        pytest.param("import enum\nclass S(enum.IntFlag):\n    status: int = 404\n", id="member of a flag"),
        pytest.param("class S(str, MyEnum):\n    method = 'GET'\n", id="member of an enum by its name"),
        pytest.param("status = {404: 'Not Found', 418: \"I'm a Teapot\"}\n", id="table of reason phrases"),
        pytest.param("status = {404: '404 NOT FOUND', 200: x}\n", id="table of status lines"),
        pytest.param("status = {404: b'HTTP/1.1 404 Not Found'}\n", id="table of first lines"),
        pytest.param("status = {422: 'Unprocessable Content'}\n", id="table of new phrases"),
        pytest.param("HTTP_CONTENT_TOO_LARGE = 413\n", id="constant called after the status by its new name"),
        pytest.param("HTTP_REQUEST_ENTITY_TOO_LARGE = 413\n", id="constant called by the old name"),
        pytest.param(
            "HTTP_BAD_REQUEST = 400\nHTTP_NOT_FOUND: int = 404\nHTTP_CONFLICT = 409\nHTTP_STATUS = 500\n",
            id="constant among such",
        ),
        pytest.param("MULTI_STATUS = 207, 'Multi-Status'\n", id="constant with its phrase"),
        pytest.param("class S(IntEnum):\n    EMPTY_STATUS = (204, 'x')\n", id="member with a text"),
        pytest.param("DEV_ON = 225\nDEV_RESET_STATUS = 226\n", id="constant that is counted on"),
        pytest.param("class A:\n    DEV_STATUS = 226\n    DEV_MASK: int = 227\n", id="the first of those"),
        pytest.param("status[404]\nstatus_codes[404, 200]\n", id="index"),
        pytest.param('x: Literal["GET"]\ny: list[Literal[404, 200]]\n', id="Literal"),
        pytest.param("status_codes[200:404]\n", id="slice"),
    ],
)
def test_definitions_and_indexes_are_silent(text: str) -> None:
    assert seen(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("DEFAULT_STATUS = «200»\n", id="constant called after its use"),
        pytest.param("not_found_status = «404»\n", id="variable, not a constant"),
        pytest.param("NO_BODY_STATUSES = («204», «304»)\n", id="constants"),
        pytest.param(
            "HTTP_BAD_REQUEST = 400\nHTTP_NOT_FOUND = 404\nHTTP_STATUS = «409»\n",
            id="constant among two such",
        ),
        pytest.param(
            "HTTP_BAD_REQUEST = 400\nHTTP_NOT_FOUND = 404\nHTTP_CONFLICT = 409\nDEFAULT_STATUS = «200»\n",
            id="constant among such that begin otherwise",
        ),
        pytest.param("RETRIES = 199\nDEFAULT_STATUS = «200»\n", id="another constant before it"),
        pytest.param("DEFAULT_SIZE = 100\nDEFAULT_STATUS = «200»\n", id="another number before it"),
        pytest.param('status = {«404»: "Oh no"}\n', id="another phrase"),
        pytest.param("status = {«404»: x, «410»: f()}\n", id="values that are no phrases"),
        pytest.param("class S(Base):\n    status_code = «404»\n", id="class that is no enum"),
        pytest.param("class S(f()):\n    status_code = «404»\n", id="base that is no name"),
        pytest.param("x[r.status_code == «404»]\n", id="comparison in brackets"),
    ],
)
def test_what_looks_like_a_definition_and_is_none(text: str) -> None:
    assert seen("import requests\n" + text + "r.status_code in status\n") == (
        "import requests\n" + text + "r.status_code in status\n"
    )


def test_a_literal_is_followed_through_a_few_functions() -> None:
    functions = "def f0(x): raise HTTPException(x)\n" + "".join(
        f"def f{number}(x): f{number - 1}(x)\n" for number in range(1, 6)
    )
    calls = "".join(f"f{number}(404)\n" for number in range(6))
    source = f"from fastapi import HTTPException\n{functions}{calls}"
    found = find(source, Options(target=(3, 11)))
    assert [one.span.line - 7 for one in found] == [1, 2, 3]
    # In another order, after what was found of the others, and a function's own question.
    lines = source.splitlines(keepends=True)
    turned = find("".join([*lines[:7], *reversed(lines[7:])]), Options(target=(3, 11)))
    assert [one.span.line - 7 for one in turned] == [4, 5, 6]
    # The rows of a table are asked about together, so they may be further away.
    tables = "".join(f"for x{number}, n in [(404, 100)]: f{number}(x{number})\n" for number in range(6))
    rows = find(source.replace(calls, tables), Options(target=(3, 11)))
    assert [(one.span.line - 7, one.replacement) for one in rows] == [
        (row, "HTTPStatus.NOT_FOUND") for row in (1, 2, 3, 4)
    ]


def test_what_is_known_by_its_name_is_followed_on() -> None:
    functions = "def f0(x): yaml.dump(x)\n" + "".join(
        f"def f{number}(x): f{number - 1}(x)\n" for number in range(1, 6)
    )
    (found,) = find(f"import yaml\n{functions}status_code = 404\nf5(status_code)\n", Options(target=(3, 11)))
    assert found.verdict.fix == "none"
