"""Classes of statuses: what is told, by which property, and what is left alone (HTS501)."""
from __future__ import annotations

import pytest

from flake8_http_status import rules
from flake8_http_status.config import Options
from flake8_http_status.detect import find
from flake8_http_status.problems.classes import Range

HEAD = "import aiohttp, httpx, requests\nh = httpx.get('')\nr = requests.get('')\n"


def told(expression: str) -> list[tuple[str | None, str]]:
    found = find(f"{HEAD}x = {expression}\n", Options(target=(3, 12)), selected=rules.codes(["HTS501"]))
    return [(one.replacement, one.verdict.fix) for one in found]


@pytest.mark.parametrize(
    ("expression", "replacement", "fix"),
    [
        ("199 < h.status_code < 300", "h.is_success", "safe"),
        ("200 <= h.status_code <= 299", "h.is_success", "safe"),
        ("h.status_code // 100 == 3", "h.is_redirect", "safe"),
        ("h.status_code // 100 != 4", "not h.is_client_error", "safe"),
        ("str(h.status_code)[0] == '5'", "h.is_server_error", "safe"),
        ("h.status_code in range(400, 600)", "h.is_error", "safe"),
        ("h.status_code not in range(400, 600)", "not h.is_error", "safe"),
        ("400 <= h.status_code", "h.is_error", "unsafe"),
        ("h.status_code < 400", "not h.is_error", "unsafe"),
        ("400 > r.status_code", "r.ok", "unsafe"),
        ("400 <= r.status_code < 600", "not r.ok", "safe"),
        ("200 <= r.status_code < 300", None, "none"),
        ("r.status_code >= 500", None, "none"),
    ],
)
def test_a_class_is_told_by_the_property_that_means_the_same(
    expression: str, replacement: str | None, fix: str
) -> None:
    assert told(expression) == [(replacement, fix)]


@pytest.mark.parametrize(
    "expression",
    [
        "200 <= h.status_code < 250",
        "h.status_code < 405",
        "h.status_code // 10 == 20",
        "h.status_code // 100 > 2",
        "str(h.status_code)[1] == '4'",
        "h.status_code in range(200, 300, 2)",
        "len(h.text) >= 400",
        "200 <= unknown < 300",
        "h.status_code == 400",
    ],
)
def test_what_tells_no_class_is_left_alone(expression: str) -> None:
    assert told(expression) == []


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (Range(400, 599), Range(400, 599), True),
        (Range(400, 599), Range(400, 599, outside=True).negated(), True),
        (Range(400, 599), Range(400, 499), False),
        (Range(0, 399), Range(100, 399), False),
    ],
)
def test_ranges_agree_where_they_hold_the_same_numbers(one: Range, other: Range, agree: bool) -> None:
    assert one.agrees(other, 0, 10**6) is agree
    assert all(one.holds(number) is not one.negated().holds(number) for number in (0, 399, 400, 599, 600))


def test_the_rule_is_off_until_it_is_selected() -> None:
    source = f"{HEAD}x = h.status_code // 100 == 2\n"
    assert find(source, Options(target=(3, 12))) == []
