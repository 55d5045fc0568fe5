"""What a class leaves to those that inherit from it, and what its bases do with what it sets."""
from __future__ import annotations

import pytest

from tests.test_detect import fixes, seen

BASE = """\
import requests
class Base:
    kind = ''
    wanted = None
    def run(self, url):
        requests.request(self.kind, url)
        requests.request(self.own, url)
        requests.request(self.given, url)
        requests.request(self.made(), url)
        return requests.get(url).status_code == self.wanted
    @property
    def given(self): raise NotImplementedError
    def made(self): raise NotImplementedError
class Other:
    def run(self): return self.kind
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("class Heir(Base): kind = «'POST'»\n", id="class variable"),
        pytest.param("class Heir(Base):\n    wanted = «404»\n", id="class variable that is None in the base"),
        pytest.param("class Heir(Base):\n    def set(self): self.own = «'PUT'»\n", id="attribute"),
        pytest.param("class A(Base):\n    @property\n    def given(self): return «'PUT'»\n", id="property"),
        pytest.param("class Heir(Base):\n    def made(self): return «'PUT'»\n", id="method"),
        pytest.param("class A(Base): pass\nclass Heir(A): kind = «'POST'»\n", id="further away"),
        pytest.param("class Heir(Other): kind = 'POST'\n", id="other base"),
        pytest.param("class Heir: kind = 'POST'\n", id="no base"),
        pytest.param("class Heir(Base): sort = 'POST'\n", id="other name"),
    ],
)
def test_what_a_base_does_with_an_attribute(text: str) -> None:
    assert seen(BASE + text) == BASE + text


@pytest.mark.parametrize(
    ("body", "mark"),
    [
        pytest.param("raise NotImplementedError", True, id="raises"),
        pytest.param("...", True, id="nothing"),
        pytest.param("'''What it is.'''", True, id="text"),
        pytest.param("return 5", False, id="something"),
    ],
)
def test_a_method_that_is_left_to_heirs(body: str, mark: bool) -> None:
    text = (
        "import requests\nclass Base:\n    def run(self, url): return self.told(requests.get(url)) == «404»\n"
        f"    def told(self, answer): {body}\n"
        "class Heir(Base):\n    def told(self, answer): return answer.status_code\n"
    )
    assert seen(text) == (text if mark else text.replace("«404»", "404"))


def test_a_method_of_the_other_base_of_an_heir() -> None:
    text = (
        "import requests\nclass Mixed:\n    def test(self): self.ask(«'GET'»)\n"
        "class Asking:\n    def ask(self, how): requests.request(how, '/')\n"
        "class Both(Mixed, Asking): pass\n"
    )
    assert seen(text) == text
    assert "«" not in seen(text.replace("Both(Mixed, Asking)", "Both(Asking)"))


@pytest.mark.parametrize(
    ("base", "fix"),
    [
        pytest.param("def run(self): return requests.request(self.given, '/')", "safe", id="asked"),
        pytest.param(
            "def run(self): print(repr(self.given)); return requests.request(self.given, '/')",
            "unsafe",
            id="shown",
        ),
    ],
)
def test_where_a_base_shows_what_an_heir_gives(base: str, fix: str) -> None:
    text = (
        f"import requests\nclass Base:\n    {base}\n"
        "    @property\n    def given(self): raise NotImplementedError\n"
        "class Heir(Base):\n    @property\n    def given(self): return 'PUT'\n"
    )
    assert fixes(text) == [fix]


def test_a_class_that_a_method_replaces_by_an_object_of_it() -> None:
    text = (
        "import http.client\nclass Case:\n    conn = http.client.HTTPConnection\n"
        "    def keep(self): self.conn = http.client.HTTPConnection('x')\n"
        "    def test(self): self.conn.putrequest(«'GET'», '/')\n"
    )
    assert seen(text) == text
