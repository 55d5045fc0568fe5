"""Constants that a star import of a library brings into the linted file."""
from __future__ import annotations

from pathlib import Path

import pytest

from flake8_http_status import config, rules
from flake8_http_status.config import Options
from flake8_http_status.detect import find
from tests.rewriting import at_once

CODES = rules.codes(["HTS403"])
HTTP = Options(target=(3, 11), vocabulary=config.parse_vocabulary(["http"]))
USE = "\n\ndef view(request):\n    return Response({}, status=HTTP_404_NOT_FOUND)\n"
HEAD = "from rest_framework.response import Response\n"
STAR = "from rest_framework.status import *\n"


def _replacements(source: str) -> list[str | None]:
    return [one.replacement for one in find(source, HTTP, selected=CODES)]


@pytest.mark.parametrize("module", ["rest_framework.status", "starlette.status", "fastapi.status"])
def test_they_are_converted_and_the_star_stays(module: str) -> None:
    source = f"from {module} import *\n\nassert r.status_code == HTTP_404_NOT_FOUND\n"
    assert at_once(source, HTTP, path=Path("app.py"), selected=CODES) == (
        f"from http import HTTPStatus\n\nfrom {module} import *\n\n"
        "assert r.status_code == HTTPStatus.NOT_FOUND\n"
    )


def test_an_argument_is_converted_as_it_would_be_without_a_star() -> None:
    after = at_once(HEAD + STAR + USE, HTTP, path=Path("app.py"), selected=CODES)
    assert "status=HTTPStatus.NOT_FOUND" in after
    assert STAR in after


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(HEAD + STAR + "from shop import *\n" + USE, id="an unknown star below may bind it"),
        pytest.param(HEAD + "from shop import *\n" + USE, id="an unknown star alone"),
        pytest.param(HEAD + STAR + "HTTP_404_NOT_FOUND = object()\n" + USE, id="bound otherwise"),
        pytest.param(HEAD + STAR + USE.replace("(request)", "(HTTP_404_NOT_FOUND)"), id="a parameter"),
        pytest.param(HEAD + STAR + USE.replace("NOT_FOUND", "NOT_THERE"), id="no name of the table"),
        pytest.param(HEAD + USE, id="no star"),
    ],
)
def test_what_is_not_surely_the_constant_stays(source: str) -> None:
    assert _replacements(source) == []


def test_an_unknown_star_above_does_not_hide_the_constant_but_may_bind_the_new_name() -> None:
    source = HEAD + "from shop import *\n" + STAR + USE
    assert _replacements(source) == ["HTTPStatus.NOT_FOUND"]
    assert at_once(source, HTTP, path=Path("app.py"), selected=CODES) == source
