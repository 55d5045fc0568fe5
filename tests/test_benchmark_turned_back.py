"""Constants turned back into literals, and what is found of them."""
from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.accuracy.turned_back import Site, copy, missed, turn_back


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "from http import HTTPMethod, HTTPStatus\nf(HTTPStatus.OK, HTTPMethod.GET)\n",
            'pass\nf(200, "GET")\n',
            id="http",
        ),
        pytest.param("import http\nx = http.HTTPStatus.GONE\n", "import http\nx = 410\n", id="module"),
        pytest.param(
            "import http.client\nx = http.client.OK\n",
            "import http.client\nx = 200\n",
            id="client",
        ),
        pytest.param("import http.client as h\nx = h.OK\n", "import http.client as h\nx = 200\n", id="as"),
        pytest.param(
            "from six.moves import http_client, urllib\nx = http_client.OK\n",
            "from six.moves import urllib\nx = 200\n",
            id="six",
        ),
        pytest.param(
            "from fastapi import status as s, APIRouter as A\nx = s.HTTP_404_NOT_FOUND\n",
            "from fastapi import APIRouter as A\nx = 404\n",
            id="framework",
        ),
        pytest.param(
            "from rest_framework.status import HTTP_404_NOT_FOUND\nx = HTTP_404_NOT_FOUND\n",
            "pass\nx = 404\n",
            id="name",
        ),
        pytest.param("import requests\nx = requests.codes.ok\n", "import requests\nx = 200\n", id="codes"),
        pytest.param(
            "from http import HTTPStatus as H\nx = 'é', H.OK.value\n",
            "pass\nx = 'é', 200\n",
            id="value",
        ),
        pytest.param(
            "from http import HTTPStatus as H\nx = H.UNPROCESSABLE_CONTENT\n",
            "pass\nx = 422\n",
            id="new name",
        ),
    ],
)
def test_constants_become_literals(before: str, after: str) -> None:
    text, sites = turn_back(before)
    assert text == after
    for site in sites:
        line = text.splitlines()[site.line - 1]
        assert line[site.column :].startswith(site.value)
    assert sites


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("from http import HTTPStatus\nx = HTTPStatus.OK.phrase\n", id="something else of it"),
        pytest.param("from http import HTTPStatus\nx = f'{HTTPStatus.OK}'\n", id="text"),
        pytest.param("from http import HTTPStatus\nx < HTTPStatus.BAD_REQUEST\n", id="bound"),
        pytest.param("from http import HTTPStatus\ny: HTTPStatus = HTTPStatus(200)\n", id="class"),
        pytest.param("from .http import HTTPStatus\nx = HTTPStatus.OK\n", id="another module"),
        pytest.param("from acme import status\nx = status.HTTP_200_OK\n", id="another library"),
        pytest.param("import http.client\nx = http.client.responses\n", id="no constant"),
        pytest.param("x = HTTPStatus.OK\n", id="not imported"),
    ],
)
def test_everything_else_stays(text: str) -> None:
    assert turn_back(text) == (text, [])


def test_a_copy_has_all_files_and_none_that_does_not_parse_is_touched(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    (folder / "app").mkdir(parents=True)
    (folder / "app" / "views.py").write_text("from http import HTTPStatus\nx = HTTPStatus.OK\n")
    (folder / "broken.py").write_text("from http import HTTPStatus\nx = = HTTPStatus.OK\n")
    (folder / "crlf.py").write_bytes(b"from http import HTTPStatus\r\nx = HTTPStatus.OK\r\n")
    assert copy(folder, tmp_path / "to") == {"app/views.py": [Site(2, 4, "200")]}
    for name in ("broken.py", "crlf.py"):
        assert (tmp_path / "to" / name).read_bytes() == (folder / name).read_bytes()


def test_what_is_not_reported_is_missed(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(
        "from http import HTTPStatus\nsize = HTTPStatus.OK\nr.status_code == HTTPStatus.GONE\n"
    )
    assert missed(tmp_path) == (2, [("app.py", Site(2, 7, "200"), "size = 200")])
