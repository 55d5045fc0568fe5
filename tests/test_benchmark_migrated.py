"""The scorer of migrations that people made by hand."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.accuracy import migrated
from benchmarks.accuracy.migrated import Migrated

SOURCE = """\
import requests

response = requests.get("https://example.org")
assert response.status_code == 404
assert response.status_code == 201
assert len(response.text) == 200
"""


def _row(line: int, column: int, value: int, human: str) -> str:
    place = {"repo": "some/one", "parent": "c0ffee", "path": "app.py", "line": line, "col": column}
    return json.dumps({**place, "value": value, "kind": "status", "human": human, "context": "compare-eq"})


@pytest.mark.parametrize(
    ("human", "name", "vocabulary"),
    [
        ("HTTPStatus.OK", "OK", "http"),
        ("int(http_client.GONE)", "GONE", "http.client"),
        ("status.HTTP_200_OK", "HTTP_200_OK", "starlette>=0.40"),
        ("HTTP_200_OK", "HTTP_200_OK", "starlette>=0.40"),
        ("hdrs.METH_GET", "METH_GET", "aiohttp"),
        ("FINE", "FINE", None),
    ],
)
def test_what_people_wrote_tells_their_vocabulary(human: str, name: str, vocabulary: str | None) -> None:
    site = Migrated("some+one/c0ffee", "app.py", 1, 0, human)
    assert (site.name, site.vocabulary) == (name, vocabulary)


def test_sites_are_counted_by_what_comes_out(tmp_path: Path) -> None:
    checkout = tmp_path / "corpus" / "some+one" / "c0ffee"
    checkout.mkdir(parents=True)
    (checkout / "app.py").write_text(SOURCE)
    rows = [
        _row(4, 31, 404, "HTTPStatus.NOT_FOUND"),
        _row(5, 31, 201, "HTTPStatus.ACCEPTED"),  # they wrote something else
        _row(6, 28, 200, "HTTPStatus.OK"),  # not reported
        _row(4, 31, 404, "MISSING"),
        _row(4, 31, 404, "status.HTTP_404_NOT_FOUND"),
    ]
    file = tmp_path / "migrations.jsonl"
    file.write_text("\n".join(rows))
    scores, left = migrated.score(migrated.read(file), tmp_path / "corpus")
    (http, framework) = (scores["some/one to http"], scores["some/one to starlette>=0.40"])
    assert (http.sites, http.reported, http.same, http.safe) == (3, 2, 1, 2)
    assert (framework.sites, framework.same) == (1, 1)
    assert left == {"a name of the project's own: MISSING": 1}


def test_an_absent_checkout_is_said(tmp_path: Path) -> None:
    site = Migrated("some+one/c0ffee", "app.py", 1, 0, "HTTPStatus.OK")
    scores, left = migrated.score([site], tmp_path)
    assert scores == {}
    assert left == {"no checkout: some+one": 1}
