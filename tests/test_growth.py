"""A file twice as long takes about twice the work: calls are counted, for clocks depend on the machine."""
from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from flake8_http_status.config import Options
from flake8_http_status.detect import find

STATUSES = (200, 404, 500, 301, 204)
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE")
FEW = 100
REQUEST = "import requests\nr = requests.get('/')\n"


def _joined(many: int, form: str, glue: str = ", ") -> str:
    return glue.join(form.format(STATUSES[at % 5], METHODS[at % 5], at) for at in range(many))


SHAPES: dict[str, Callable[[int], str]] = {
    "searched list": lambda many: f"assert r.status_code in [{_joined(many, '{0}')}]\n",
    "list of numbers": lambda many: f"x = [{_joined(many, '{0}')}]\n",
    "list of methods": lambda many: f"methods = [{_joined(many, '{1!r}')}]\n",
    "tuple of methods": lambda many: f"methods = ({_joined(many, '{1!r}')})\n",
    "searched tuple of methods": lambda many: f"if m in ({_joined(many, '{1!r}')}): pass\n",
    "tuple of calls and methods": lambda many: f"x = ({_joined(many, 'f({2}), {1!r}')})\n",
    "tuples of methods": lambda many: "if method in ('GET', 'POST', 'PUT'): pass\n" * many,
    "arguments": lambda many: f"f({_joined(many, '{0}')})\n",
    "arguments that are methods": lambda many: f"f({_joined(many, '{1!r}')})\n",
    "keywords": lambda many: f"f({_joined(many, 'k{2}={0}')})\n",
    "keys": lambda many: f"x = {{{_joined(many, '{0}: {2!r}')}}}\n",
    "cases": lambda many: "match r.status_code:\n" + _joined(many, "    case {0}: pass\n", ""),
    "one case": lambda many: f"match r.status_code:\n    case {_joined(many, '{0}', ' | ')}: pass\n",
    "elif": lambda many: "if status == 200: pass\n" + _joined(many, "elif status == {0}: pass\n", ""),
    "elif that assigns": lambda many: REQUEST + "if r.status_code: x = 1\n"
    + _joined(many, "elif r.status_code == {0}: x = {0}\n", ""),
    "name that is given and read": lambda many: _joined(many, "x = {0}; print(x)\n", ""),
    "status that is given and read": lambda many: _joined(many, "status = {0}; print(status)\n", ""),
    "the same in a function": lambda many: "def f():\n"
    + _joined(many, "    status = {0}; print(status)\n", ""),
    "name that is given and compared": lambda many: _joined(many, "status = {0}; status == {0}\n", ""),
    "answer that is given and compared": lambda many: "def f(client):\n"
    + _joined(many, "    r = client.get('/{2}')\n    assert r.status_code == {0}\n", ""),
    "answer of a known library": lambda many: "import requests\n"
    + _joined(many, "r = requests.get('/{2}')\nassert r.status_code == {0}\n", ""),
    "result that is compared": lambda many: _joined(many, "x = f({2}); x == {0}\n", ""),
    "attribute that is given and read": lambda many: "class A:\n"
    + _joined(many, "    def f{2}(self):\n        self.status = {0}\n        print(self.status)\n", ""),
    "attribute that is given and compared": lambda many: "class A:\n"
    + _joined(many, "    def f{2}(self):\n        self.status = {0}; self.status == {0}\n", ""),
    "attribute that is compared with one": lambda many: REQUEST
    + "class A:\n"
    + _joined(many, "    def f{2}(self):\n        self.x = {0}\n        r.status_code == self.x\n", ""),
    "functions": lambda many: _joined(many, "def f{2}(r):\n    return r.status_code == {0}\n", ""),
    "functions with nothing": lambda many: "r.status_code == 404\n"
    + _joined(many, "def f{2}(r):\n    return r.status\n", ""),
}


def _calls(source: str) -> int:
    """How many functions are called for ``source``, those in C included."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        find(source, Options(target=(3, 11)))
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_length_is_about_twice_the_work(shape: str) -> None:
    _calls(SHAPES[shape](FEW))  # what is read and compiled once
    assert _calls(SHAPES[shape](2 * FEW)) <= 2.2 * _calls(SHAPES[shape](FEW))


def test_the_count_tells_a_square() -> None:
    assert _calls("assert r.status_code in [" + "404, " * 200 + "]") > 1.5 * _calls(
        "assert r.status_code in [" + "404, " * 100 + "]"
    )
