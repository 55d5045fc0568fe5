"""What a number is compared with, where its name says little."""
from __future__ import annotations

import pytest

from tests.test_detect import evidence, seen


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("response[1] == «404»\n", id="second part"),
        pytest.param("self.assertEqual(list(x.resp)[1], «200»)\n", id="part of a list"),
        pytest.param("headers, code, body = f()\ncode == «200»\n", id="beside headers"),
        pytest.param("_, code, response = f()\nassert code in («200», «404»)\n", id="beside a response"),
        pytest.param(
            "def f(code):\n    if code == «403»: ...\n    elif code in («404», «401», «400»): ...\n",
            id="several failures",
        ),
        pytest.param("def f(code):\n    code in («401», «403»)\n    code < 404 or code >= 403\n", id="bound"),
        pytest.param("err.code == «404»\n", id="code of an error"),
        pytest.param("self.assertEqual(«422», e.code)\n", id="code of an exception"),
        pytest.param("assert my_error.code == «400»\n", id="most common code"),
    ],
)
def test_what_tells(text: str) -> None:
    assert seen(text) == text
    assert set(evidence(text)) == {"named"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("response[2] == 404\nresponse['x'] == 404\n", id="other parts"),
        pytest.param("rows[1] == 404\nf(response)[1] == 200\nresponse[1] == 100\n", id="parts of others"),
        pytest.param("out, code, err = f()\ncode == 200\n", id="beside something else"),
        pytest.param("headers, size = f()\nsize == 200\n", id="another name beside headers"),
        pytest.param("headers = f()\ncode = g()\ncode == 200\n", id="not together"),
        pytest.param("def f(code):\n    if code == 403: ...\n    elif code == 500: ...\n", id="one"),
        pytest.param("def f(code):\n    if code in (403, 404, 7): ...\n", id="other numbers"),
        pytest.param("def f(size):\n    if size in (403, 404): ...\n", id="another name"),
        pytest.param("def f(code):\n    if code == 403: ...\ndef g(code):\n    code == 404\n", id="apart"),
        pytest.param("err.code == 500\nerr.code == 200\nx.code == 404\n", id="other codes"),
        pytest.param("def f(code):\n    code < 404\n    return code == 7 or code in (7, 401)\n", id="below"),
        pytest.param("err.size == 404\nerr == 404\nx.err.code == 404\n", id="others of an error"),
    ],
)
def test_what_does_not_tell(text: str) -> None:
    assert seen(text) == text
