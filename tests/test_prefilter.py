"""Files that are not worth parsing: lines of comments do not count, and code behind them does."""
from __future__ import annotations

import pytest

from flake8_http_status import prefilter
from flake8_http_status.detect import may_matter
from flake8_http_status.literals import PATTERNS
from flake8_http_status.prefilter import NEAR, holds, line_starts, lines_near, may_hold_near, split
from flake8_http_status.problems import LOOKS

EVERY = sorted({*PATTERNS, *(one for look in LOOKS for one in look.patterns)})

LICENCE = "# Copyright 2010-2016 OpenStack\n    # line 404\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
class TestComments:
    @pytest.mark.parametrize(
        ("source", "wanted"),
        [
            (LICENCE, False),
            (LICENCE.rstrip(), False),
            (LICENCE + "x = 404\n", True),
            (LICENCE + "x = 404", True),
            ("#!python\nx = 404\n", True),
            ("x = 1  # 404\n", True),  # only whole lines are looked at
            ("\n\n  # 404\n\n", False),
        ],
    )
    def test_a_line_of_comment_holds_nothing(self, source, wanted, newline):
        source = source.replace("\n", newline)
        assert holds((r"[1-5][0-9]{2}",), source) is wanted
        assert holds((r"[1-5][0-9]{2}",), source.encode()) is wanted

    def test_a_match_that_reaches_out_of_a_comment_hides_nothing(self, newline):
        source = '# the method\nif request.method == "get": pass\n'.replace("\n", newline)
        pattern = r"method\b(?s:.){0,80}?\"get\""
        assert holds((pattern,), source)
        assert holds((pattern,), source.encode())


@pytest.mark.parametrize("pattern", EVERY)
def test_each_pattern_begins_with_what_is_searched_for_fast(pattern):
    """One character, one set, or a fixed text: not a choice, an assertion or a repetition."""
    first = pattern.removeprefix("\\.")
    assert first != pattern or pattern[0] not in "(\\^|.*?", pattern


@pytest.mark.parametrize("source", ["status = 4004", "x == 404", "x is 'GET'", "HTTPStatus.OK", "'get'"])
def test_text_and_bytes_say_the_same(source):
    assert may_matter(source.encode())
    assert holds(PATTERNS, source) or any(look.matters(source) for look in LOOKS)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("status = 432\n", [1]),
        ("f(\n    STATUS,\n    432,\n)\n", [3]),
        ("x = 1\nlength = 432\n", []),
        ("length = 432\nstatus = 1\n", []),
        ("status\n" + "#" * NEAR + "\nx = 432", []),
        ("# status 432\n", []),
        ("x = 432  # " + "é" * 9 * NEAR + "status", [1]),
        ("status\n" + "é" * (NEAR - 12) + "\nx = 432\n", [3]),
    ],
)
def test_words_near_a_match(source, wanted, newline):
    source = source.replace("\n", newline)
    assert lines_near(["[1-5][0-9]{2}"], ("status",), source) == wanted
    assert may_hold_near(["[1-5][0-9]{2}"], ("status",), source.encode()) or not wanted


@pytest.mark.parametrize("source", ["", "\n", "x", "x\n", "x\n\ny", "x\r\ny\r\n", "x\ry", "\x0c\n\x85\n"])
def test_where_lines_start(source):
    lines = split(source)
    assert [*line_starts(source)] == [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]


@pytest.mark.parametrize("source", ["", "\n", "x", "x\n", "x\n\ny", "\x0c\n\x85\n"])
def test_where_lines_of_a_long_text_start(source, monkeypatch):
    usual = [*line_starts(source)]
    line_starts.cache_clear()
    monkeypatch.setattr(prefilter, "_LONG", -1)
    assert [*line_starts(source)] == usual
    line_starts.cache_clear()
