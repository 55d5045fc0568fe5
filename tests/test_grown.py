"""What a collection that begins empty holds."""
from __future__ import annotations

import pytest

from tests.test_detect import evidence, seen

HEAD = "import requests\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "seen = []\nseen.append(requests.get('/').status_code)\nseen == [«503», «200»]\n", id="list"
        ),
        pytest.param(
            "def f(seen=set()):\n    found = set()\n    found.add(requests.get('/').status_code)\n"
            "    return found == {«404»}\n",
            id="set in a function",
        ),
        pytest.param(
            "def test():\n    asked = []\n    def answer(r: requests.Request): asked.append(r.method)\n"
            "    run(answer)\n    assert asked == [«'GET'»]\n    assert asked[0] == «'PUT'»\n",
            id="added by a function inside",
        ),
        pytest.param(
            "class Log:\n    def __init__(self): self.all: list[int] = []\n"
            "    def note(self): self.all.append(requests.get('/').status_code)\n"
            "log = Log()\nassert log.all == [«404»]\n",
            id="attribute",
        ),
    ],
)
def test_what_is_added_tells_what_a_collection_holds(text: str) -> None:
    assert seen(HEAD + text) == HEAD + text
    assert set(evidence(HEAD + text)) == {"resolved"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x = []\nx.append(1)\nassert x == [404]\n", id="another number"),
        pytest.param(
            "x = []\nx.append(n)\nx.append(requests.get('/').status_code)\nx == [404]\n", id="others, too"
        ),
        pytest.param("x = []\nx.extend(requests.get('/').status_code)\nx == [404]\n", id="not as an element"),
        pytest.param("x = []\ny.append(requests.get('/').status_code)\nx == [404]\n", id="to another"),
        pytest.param("x = []\nx == [404]\n", id="nothing"),
    ],
)
def test_what_tells_nothing(text: str) -> None:
    assert "«" not in seen(HEAD + text)
