"""What the fix writes, safe or not, is nothing that the rules for wrong uses then complain of."""
from __future__ import annotations

import importlib.util
import random
import re
from collections import Counter
from pathlib import Path

import pytest

from flake8_http_status import rules
from flake8_http_status.config import Options
from flake8_http_status.detect import find
from flake8_http_status.requirements import Version
from tests import pages
from tests.rewriting import at_once

LITERALS = rules.codes(["HTS1", "HTS2"])
WRONG = rules.codes(["HTS3"]) - {"HTS308"}
#: Before and since Python 3.11 other things are wrong.
TARGETS: tuple[Version, ...] = ((3, 8), (3, 11))
LIBRARIES = (
    "aiohttp", "django", "falcon", "http", "requests", "rest_framework", "starlette", "tornado", "urllib",
    "werkzeug", "wsgiref",
)
MOST_FILES = 2
_LITERALS = re.compile(r"""['"](?:GET|POST|PUT|HEAD)['"]|\b[2-5]0\d\b""")


def _wrong(source: str, options: Options) -> Counter[tuple[str, str]]:
    found = find(source, options, selected=WRONG)
    return Counter((rules.rule_for(one).code, one.message) for one in found)


def _brought(source: str, target: Version) -> Counter[tuple[str, str]]:
    """The wrong uses in the fixed ``source`` that were none before."""
    options = Options(target=target)
    fixed = at_once(source, options, unsafe=True, selected=LITERALS)
    return Counter() if fixed == source else _wrong(fixed, options) - _wrong(source, options)


def test_it_can_fail() -> None:
    assert _wrong("from http import HTTPStatus\nstr(HTTPStatus.OK)\n", Options(target=(3, 8)))


@pytest.mark.parametrize("target", TARGETS, ids=str)
@pytest.mark.parametrize("page", pages.PAGES, ids=lambda page: page.stem)
def test_the_cases_of_a_page(page: Path, target: Version) -> None:
    for case in pages.cases(page):
        assert not _brought(case.before, target), case.id


@pytest.mark.parametrize("target", TARGETS, ids=str)
@pytest.mark.parametrize("library", LIBRARIES)
def test_files_of_libraries(library: str, target: Version) -> None:
    spec = importlib.util.find_spec(library)
    if spec is None or spec.origin is None:
        pytest.skip(f"{library} is not installed")
    found = sorted(Path(spec.origin).parent.rglob("*.py"))
    random.Random(library).shuffle(found)
    texts = (file.read_bytes().decode("utf-8", "replace") for file in found)
    fit = (text for text in texts if _LITERALS.search(text))
    for text, _ in zip(fit, range(MOST_FILES), strict=False):
        assert not _brought(text, target)
