"""Literal → constant → literal gives the first file back, byte for byte: on files of real projects."""
from __future__ import annotations

import importlib.util
import random
import re
from pathlib import Path

import pytest

from flake8_http_status import config, rules
from flake8_http_status.config import Options
from tests.rewriting import at_once

#: Libraries that the tests have at hand, whose sources are full of statuses and methods.
LIBRARIES = ("aiohttp", "falcon", "rest_framework", "starlette", "tornado", "werkzeug")
MOST_FILES = 3
VOCABULARIES = ("http", "rest_framework>=3.15")
LITERAL = Options(target=(3, 13), vocabulary=(config.LITERAL,))
LITERALS = rules.codes(["HTS901", "HTS902"])
#: Who writes constants already has imports that the way back takes away, and constants of one's own.
_CONSTANTS = re.compile(
    r"\bHTTP_\d|\bMETH_|HTTPStatus|HTTPMethod|\bimport\b.*\b(?:http|status)\b|\b(?:http|status)\b.*\bimport\b"
)
_LITERALS = re.compile(r"""['"](?:GET|POST|PUT|HEAD)['"]|\b[2-5]0\d\b""")


def _files(library: str) -> list[Path]:
    spec = importlib.util.find_spec(library)
    if spec is None or spec.origin is None:
        return []
    found = sorted(Path(spec.origin).parent.rglob("*.py"))
    random.Random(library).shuffle(found)
    texts = ((file, file.read_bytes().decode("utf-8", "replace")) for file in found)
    fit = (file for file, text in texts if _LITERALS.search(text) and not _CONSTANTS.search(text))
    return [file for file, _ in zip(fit, range(MOST_FILES), strict=False)]


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
@pytest.mark.parametrize("library", LIBRARIES)
def test_a_real_file_comes_back(library: str, vocabulary: str) -> None:
    files = _files(library)
    if not files:
        pytest.skip(f"{library} is not installed")
    there = Options(target=(3, 13), vocabulary=config.parse_vocabulary([vocabulary]))
    for file in files:
        source = file.read_bytes().decode("utf-8")
        # Literals alone: what mends a wrong use is no matter of vocabulary.
        symbolic = at_once(source, there, selected=rules.codes(["HTS1", "HTS2"]))
        back = at_once(symbolic, LITERAL, unsafe=True, selected=LITERALS)
        assert back == source, file
