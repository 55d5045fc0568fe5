"""``learn``: what a project's own helpers say, written down for tools that see one file."""
from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from flake8_http_status.config import Options
from flake8_http_status.detect import Detector
from http_status_codemods.cli import main

ERRORS = """\
class ShopError(Exception):
    def __init__(self, problem, message):
        super().__init__(message)
        self.status_code = problem


class OutOfStock(ShopError):
    def __init__(self, article):
        super().__init__(404, article)
"""
CLIENT = """\
import requests


def call(verb, path, *, retry=200):
    return requests.request(verb, "https://shop.example" + path)


def call_twice(first, path):
    call(first, path)
    return call(first, path)


async def later(path):
    return call("GET", path)
"""
USER = """\
from shop.client import call_twice, later
from shop.errors import OutOfStock, ShopError


async def order():
    answer = call_twice("POST", "/order")
    if answer.status_code == 409:
        raise OutOfStock(404)
    if (await later("/")).status_code == 500:
        raise ShopError(502, "down")
    return range(200, 300)
"""
OPTIONS = Options(target=(3, 11))


@pytest.fixture
def shop(tmp_path, monkeypatch):
    """A small project, and the working directory in it."""
    files = {"__init__.py": "", "errors.py": ERRORS, "client.py": CLIENT, "orders.py": USER}
    (tmp_path / "shop").mkdir()
    for name, text in files.items():
        (tmp_path / "shop" / name).write_text(text)
    (tmp_path / "pyproject.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def learnt(name):
    return Path("http-stubs", f"shop.{name}.pyi").read_text()


def found(source, path, **settings):
    findings = Detector(**settings).find(source, OPTIONS, path=path)
    return [(finding.span.line, finding.source, finding.verdict.fix) for finding in findings]


def test_a_helper_of_a_helper_is_learnt(shop):
    assert main(["learn"]) == 0
    assert learnt("client") == dedent(
        '''\
        """Written by flake8-http-status learn; write it anew instead of editing it."""
        from http import HTTPMethod
        from requests import Response
        from typing import Annotated

        def call(verb: Annotated[HTTPMethod, "folds"], path, *, retry=...) -> Response: ...  # verb: shop/client.py:5, returns: shop/client.py:4
        def call_twice(first: Annotated[HTTPMethod, "folds"], path) -> Response: ...  # first: shop/client.py:9, returns: shop/client.py:8
        async def later(path) -> Response: ...  # returns: shop/client.py:13
        '''
    )


def test_a_class_is_learnt_with_the_methods_that_replace_inherited_ones(shop):
    main(["learn"])
    assert learnt("errors") == dedent(
        '''\
        """Written by flake8-http-status learn; write it anew instead of editing it."""
        from http import HTTPStatus
        from typing import Annotated

        class ShopError(object):
            status_code: Annotated[HTTPStatus, "named"]  # shop/errors.py:1
            def __init__(self, problem: Annotated[HTTPStatus, "named"], message): ...  # problem: shop/errors.py:4
        class OutOfStock(ShopError):
            def __init__(self, article): ...  # replaces what it inherits: shop/errors.py:8
        '''
    )


def test_one_file_with_the_stubs_sees_what_the_project_sees(shop):
    main(["learn"])
    path = shop / "shop" / "orders.py"
    alone = found(USER, path)
    with_stubs = found(USER, path, stubs=(shop / "http-stubs",))
    detector = Detector.of_project((), [shop], lambda: sorted(shop.rglob("*.py")))
    whole = [(one.span.line, one.source, one.verdict.fix) for one in detector.find(USER, OPTIONS, path=path)]
    assert whole == with_stubs
    assert with_stubs == [
        (6, '"POST"', "safe"), (7, "409", "safe"), (9, "500", "safe"), (10, "502", "safe"),
    ]  # fmt: skip
    assert (10, "502", "safe") not in alone


def test_relative_imports_reach_the_stubs(shop):
    main(["learn"])
    source = "from .errors import ShopError\nraise ShopError(502, 'down')\n"
    assert found(source, shop / "shop" / "x.py", stubs=(shop / "http-stubs",)) == [(2, "502", "safe")]


def test_a_fixture_of_a_conftest_is_learnt(shop):
    Path("tests").mkdir()
    Path("tests/conftest.py").write_text(
        "import pytest, requests\n\n@pytest.fixture\ndef answer():\n    yield requests.get('/')\n"
    )
    source = "def test_it(answer):\n    assert answer.ok == 200\n    assert answer.status_code == 404\n"
    main(["learn"])
    stubs = (shop / "http-stubs",)
    assert found(source, shop / "tests" / "test_it.py", stubs=stubs) == [(3, "404", "safe")]


def test_writing_again_changes_nothing(shop, capsys):
    assert main(["learn"]) == 0
    written = ["http-stubs/shop.client.pyi written", "http-stubs/shop.errors.pyi written"]
    assert capsys.readouterr().out.splitlines() == written
    assert main(["learn"]) == 0
    assert main(["learn", "--check"]) == 0
    assert capsys.readouterr().out == ""


def test_check_tells_what_is_out_of_date_and_writes_nothing(shop, capsys):
    main(["learn"])
    Path("shop/errors.py").unlink()
    Path("shop/client.py").write_text("def call(url): ...\n")
    before = learnt("errors")
    capsys.readouterr()
    assert main(["learn", "--check"]) == 1
    assert "http-stubs/shop.errors.pyi" in capsys.readouterr().out.splitlines()
    assert learnt("errors") == before


def test_stale_stubs_go_and_other_files_stay(shop):
    main(["learn"])
    mine = Path("http-stubs/mine.pyi")
    mine.write_text("x: int\n")
    Path("shop/errors.py").unlink()
    main(["learn"])
    assert mine.exists()
    assert not Path("http-stubs/shop.errors.pyi").exists()


def test_a_folder_that_cannot_be_written_is_said(shop, capsys):
    Path("http-stubs").write_text("a file")
    assert main(["learn"]) == 2
    assert capsys.readouterr().err.startswith("http-stubs: cannot be written")
