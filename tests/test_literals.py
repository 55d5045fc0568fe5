"""Candidates: which literals could mean HTTP, and the cheap looks before."""
from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flake8_http_status.constants import METHODS, STATUSES, Member
from flake8_http_status.findings import Span
from flake8_http_status.literals import (
    PATTERNS,
    Candidate,
    Text,
    candidates,
)
from flake8_http_status.prefilter import holds
from tests.test_detect import seen


def possible(source: str) -> bool:
    return holds(PATTERNS, source)



def _sources(source: str, target: tuple[int, int] = (3, 11)) -> list[str]:
    found = candidates(ast.parse(source), source, target)
    return [one.source for one in sorted(found, key=lambda one: one.span)]


def _candidate(value: int | str) -> Candidate:
    (found,) = candidates(ast.parse(f"x = {value!r}"), f"x = {value!r}", (3, 11))
    return found


@pytest.mark.parametrize("value", [*STATUSES, *METHODS])
def test_every_constant_has_its_literal(value: int | str) -> None:
    found = _candidate(value)
    table: dict[int | str, Member] = {**STATUSES, **METHODS}
    assert (found.value, found.member, found.source) == (value, table[value], repr(value))
    assert found.kind == ("status" if isinstance(value, int) else "method")
    assert possible(f"x = {value!r}")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("x = [200, -404, +410, (500)]", ["200", "404", "410", "500"], id="the digits alone"),
        pytest.param("x = 'get', 'Get', 'GET', 'GOT'", ["'get'", "'Get'", "'GET'"], id="any case"),
        pytest.param("x = 0xC8, 0o310, 2_00, 200.0, 200j, 2e2", [], id="other spellings of 200"),
        pytest.param("x = True, False, None, ..., 1, 99, 600, 999", [], id="other constants"),
        pytest.param("x = b'GET', f'GET', f'{200}', f'{x:200}'", [], id="bytes and f-strings"),
        pytest.param("'GET'; 200; '''POST'''", [], id="statements"),
        pytest.param("def f():\n    'GET'\n    return 'PUT'", ["'PUT'"], id="docstring of one word"),
        pytest.param("x = 'GET' 'PUT', 'G' 'ET'", ["'G' 'ET'"], id="implicit concatenation"),
        pytest.param("f(200)(404).x[500:410]", ["200", "404", "500", "410"], id="anywhere in an expression"),
        pytest.param("match x:\n    case 404 | -200: ...", ["404", "200"], id="patterns"),
        pytest.param(
            "x: 200 = 404\ndef f(x: 'GET' = 410): ...", ["200", "404", "'GET'", "410"], id="annotations"
        ),
    ],
)
def test_candidates(source: str, expected: list[str]) -> None:
    assert _sources(source) == expected


def test_candidates_that_the_target_has() -> None:
    assert _sources("x = 418, 'GET', 404", (3, 8)) == ["404"]
    assert _sources("x = 418, 'GET', 404", (3, 10)) == ["418", "404"]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        pytest.param(["a\n", "b"], "a\nb", id="LF"),
        pytest.param(["a\r\n", "b\r", "\r\n", "c"], "a\r\nb\r\r\nc", id="all ends"),
        pytest.param(
            ["a\x0cb\x0b\x1c\x85\u2028\n"], "a\x0cb\x0b\x1c\x85\u2028\n", id="separators that end no line"
        ),
        pytest.param([], "", id="empty"),
    ],
)
def test_lines_as_the_parser_counts_them(lines: list[str], text: str) -> None:
    seen = Text(text)
    assert [seen.line(number + 1) for number in range(len(lines))] == lines
    assert "".join(lines) == text


@given(st.lists(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0")), max_size=4))
def test_columns_in_characters(parts: list[str]) -> None:
    source = f"x = {[*parts, 404]!r}\n"
    (found,) = [one for one in candidates(ast.parse(source), source, (3, 11)) if one.value == 404]
    assert source.split("\n")[0][found.span.column : found.span.end_column] == "404"


def test_text_between() -> None:
    text = Text("abc\r\ndef\rghi")
    assert text.between(Span(1, 1, 1, 2)) == "b"
    assert text.between(Span(1, 2, 3, 1)) == "c\r\ndef\rg"


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("", id="empty"),
        pytest.param("x = 1\n", id="other number"),
        pytest.param("x404 = y_404\n", id="digits in a name"),
        pytest.param("x = 4040 + 0x194 + 1.200 + 600\n", id="longer numbers"),
        pytest.param("get = POST\n", id="names"),
        pytest.param("x = 'got'\n", id="other text"),
    ],
)
def test_impossible(source: str) -> None:
    assert not possible(source)
    assert _sources(source) == []




@pytest.mark.parametrize(
    "text",
    [
        pytest.param("NOT_FOUND_STATUS = 404\n", id="the name itself"),
        pytest.param("HTTP_NOT_FOUND_STATUS_CODE = 404\n", id="the name among other words"),
        pytest.param("HTTP_404_STATUS = 404\n", id="the number"),
        pytest.param("HTTP404_STATUS = 404\n", id="the number behind a word"),
        pytest.param("GET_METHOD = 'GET'\n", id="a method"),
        pytest.param("STATUS_OK = 200\n", id="a short name"),
        pytest.param("TOKEN_STATUS = «200»\nINPUT_METHOD = «'PUT'»\n", id="part of a word"),
        pytest.param("OK_STATUSES = («200», «204»)\n", id="several"),
        pytest.param("STATUS = «404»\n", id="another word"),
        pytest.param("HTTP_4040_STATUS = «404»\n", id="a longer number"),
        pytest.param("not_found_status = «404»\n", id="a variable"),
        pytest.param("GONE_STATUS = «404»\n", id="another status"),
        pytest.param("PUT_METHOD = «'GET'»\n", id="another method"),
    ],
)
def test_constants_that_name_themselves(text: str) -> None:
    assert seen(text) == text


@pytest.mark.parametrize(
    ("key", "text"),
    [
        pytest.param("404", "'Not Found'", id="as registered"),
        pytest.param("404", "'not-found'", id="other case and separators"),
        pytest.param("404", "'NOT_FOUND'", id="the constant's name"),
        pytest.param("404", "'Not Found!'", id="with punctuation"),
        pytest.param("401", "'Unauthorized'", id="one word"),
        pytest.param("«401»", "'unauthorized'", id="one word of a document"),
        pytest.param("«404»", "'Not There'", id="another text"),
        pytest.param("«404»", "'The page was Not Found'", id="a sentence"),
        pytest.param("«404»", "'Gone'", id="phrase of another status"),
        pytest.param("«404»", "404", id="a number"),
        pytest.param("«404»", "None", id="nothing"),
        pytest.param("«404»", "not_found", id="a name"),
    ],
)
def test_a_table_of_phrases_defines_them(key: str, text: str) -> None:
    table = f"texts = {{{key}: {text}, x: 'Other', **y}}\ntexts[r.status_code]\n"
    assert seen(table) == table
