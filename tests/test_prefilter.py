"""Files that are not worth parsing: lines of comments do not count, and code behind them does."""
from __future__ import annotations

import pytest

from flake8_http_status.detect import may_matter, patterns
from flake8_http_status.prefilter import holds

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


@pytest.mark.parametrize("pattern", patterns())
def test_each_pattern_begins_with_what_is_searched_for_fast(pattern):
    """One character, one set, or a fixed text: not a choice, an assertion or a repetition."""
    first = pattern.removeprefix("\\.")
    assert first != pattern or pattern[0] not in "(\\^|.*?", pattern


@pytest.mark.parametrize("source", ["x = 4004", "x == 404", "x is 'GET'", "HTTPStatus.OK", "'get'"])
def test_text_and_bytes_say_the_same(source):
    assert may_matter(source.encode()) is holds(patterns(), source) is True
