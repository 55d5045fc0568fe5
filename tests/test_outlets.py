"""What a function gives back again is for each of its calls what that one says."""
from __future__ import annotations

import pytest

from tests.test_detect import seen

HEAD = "import httpx\nr = httpx.get('/')\n"
GETTERS = [
    pytest.param("def get(name, default=None): return CONF.get(name, default)\n", id="default of a mapping"),
    pytest.param("def get(name, default): return getattr(CONF, name, default)\n", id="default of an object"),
    pytest.param("def get(name, default): return read(name) or default\n", id="or"),
    pytest.param("def get(name, default): return read(name) if name in CONF else default\n", id="choice"),
    pytest.param("def get(name, default): return int(CONF.get(name, default))\n", id="converted"),
    pytest.param(
        "def get(name, default=None):\n    v = CONF.get(name)\n    if v is None: v = default\n    return v\n",
        id="by way of a variable",
    ),
    pytest.param(
        "def get(name, default):\n    try: return int(name)\n    except OSError: return default\n", id="two"
    ),
]


@pytest.mark.parametrize("getter", GETTERS)
def test_a_default_is_for_its_own_call(getter: str) -> None:
    text = HEAD + getter + (
        "ok = get('ok', «200»)\nif r.status_code == ok: ...\n"
        "size = get('size', 100)\nprint(get('width', 300))\nsizes = get('sizes', [200, 404])\n"
    )  # fmt: skip
    assert seen(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("def f(a, b): return a, b\nx, y = f(404, «410»)\nr.status_code == y\n", id="tuple"),
        pytest.param("def f(x): return x\nr.status_code == f(«404»)\nn = f(300)\n", id="itself"),
        pytest.param("def f(x=«404»): return x\nr.status_code == f()\n", id="default of its own"),
        pytest.param("def f(x=404): return x\nr.status_code == f()\nn = f()\n", id="default of several"),
        pytest.param(
            "def f(x):\n    r.status_code == x\n    return x\nn = f(«404»)\n", id="one inside, too"
        ),
        pytest.param("def f(e): return codes[e]\nr.status_code == f(404)\n", id="another is given back"),
        pytest.param(
            "def f(e):\n    if e: return «404»\n    return «410»\nr.status_code == f(1)\nn = f(404)\n", id="x"
        ),
    ],
)
def test_what_is_given_back(text: str) -> None:
    assert seen(HEAD + text) == HEAD + text
