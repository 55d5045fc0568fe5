"""Python's parser: what it may do wrong ends in what is known to be caught, and in no module but one."""
from __future__ import annotations

import ast
import gc
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from flake8_http_status import knowledge, project
from flake8_http_status.config import Options
from flake8_http_status.detect import find
from flake8_http_status.parsing import expression_of, tree_of
from flake8_http_status.requirements import required_python
from http_status_codemods import _stars, cli
from tests.pages import ROOT

SOURCES = sorted([*(ROOT / "flake8_http_status").rglob("*.py"), *(ROOT / "codemods").rglob("*.py")])
OPTIONS = Options(target=(3, 11))
USE = "assert response.status_code == 404\n"
LONG = f"f({'[1, (2, 3)],' * 500})"
DEEP = "-" * 9_000 + "1"


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A parser that fails as that of Python 3.11 does where another one runs in its midst."""

    def fail(*_: object, **__: object) -> None:
        raise SystemError("AST constructor recursion depth mismatch (before=6, after=10)")

    monkeypatch.setattr(ast, "parse", fail)


@pytest.fixture
def collecting() -> Iterator[None]:
    """A collector that runs all the time, and parses something itself."""

    def collected(phase: str, info: object) -> None:
        ast.parse("x")

    before = gc.get_threshold()
    gc.callbacks.append(collected)
    gc.set_threshold(1)
    yield
    gc.set_threshold(*before)
    gc.callbacks.remove(collected)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_one_module_alone_asks_the_parser(path: Path) -> None:
    asks = re.search(r"\bast\.(?:parse|literal_eval)\(|(?<![.\w])compile\(", path.read_text(encoding="utf-8"))
    assert (asks is not None) == (path.name == "parsing.py")


def test_no_other_code_runs_in_its_midst(collecting: None) -> None:
    for _ in range(20):
        assert tree_of(LONG)
        assert expression_of(LONG)


@pytest.mark.parametrize("on", [True, False])
@pytest.mark.parametrize("text", ["x", "("])
def test_the_collector_stays_as_it_was(text: str, on: bool) -> None:
    (gc.enable if on else gc.disable)()
    try:
        expression_of(text)
        assert gc.isenabled() == on
    finally:
        gc.enable()


@pytest.mark.parametrize("text", ["(", "", "a b", "x\0", DEEP, "(" * 5_000, "\ud800"])
def test_no_expression(text: str) -> None:
    assert expression_of(text) is None


def test_it_says_nothing_of_a_text_that_it_would_warn_of() -> None:
    assert expression_of(r"'\d' is 404") is not None


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(f"def f(r: {DEEP!r}):\n    return r.status_code == 404\n", id="of a parameter"),
        pytest.param(f"r: {DEEP!r} = x\nassert r.status_code == 404\n", id="of a name"),
        pytest.param(f"def f() -> {DEEP!r}: ...\nassert f().status_code == 404\n", id="of what is returned"),
        pytest.param(f"def f(status: {DEEP!r}): ...\nf(404)\nf(status=404)\n", id="of what takes a literal"),
    ],
)
def test_a_quoted_annotation_that_cannot_be_parsed_says_nothing(source: str) -> None:
    plain = source.replace(repr(DEEP), "'Unknown'")
    assert [one.source for one in find(source, OPTIONS)] == [one.source for one in find(plain, OPTIONS)] != []


def test_a_parser_that_fails_says_nothing_of_what_is_quoted(failing: None) -> None:
    assert expression_of("x") is None


def test_a_parser_that_fails_says_nothing_of_other_files(failing: None, tmp_path: Path) -> None:
    (tmp_path / "setup.py").write_text("setup(python_requires='>=3.8')\n", encoding="utf-8")
    (tmp_path / "base.py").write_text("HTTPStatus = 1\n", encoding="utf-8")
    assert required_python(tmp_path) is None
    assert project.parse(tmp_path / "base.py") is None
    assert not _stars._has_no_other("base", 0, tmp_path / "app.py", "HTTPStatus", "http.HTTPStatus")


def test_a_parser_that_fails_is_an_error_of_a_stub(failing: None, tmp_path: Path) -> None:
    (tmp_path / "shop.pyi").write_text("def f() -> int: ...\n", encoding="utf-8")
    with pytest.raises(knowledge.StubError, match="not a stub: Python's parser failed: AST constr"):
        knowledge.read(tmp_path / "shop.pyi")


@pytest.mark.parametrize("command", [["check"], ["fix"], ["fix", "--diff"], ["learn"]])
def test_a_parser_that_fails_is_an_error_of_a_file(
    failing: None, tmp_path: Path, capfd: pytest.CaptureFixture[str], command: list[str]
) -> None:
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    (tmp_path / "app.py").write_text(USE, encoding="utf-8")
    status = cli.main([*command, str(tmp_path)])
    said = "".join(capfd.readouterr())
    if command != ["learn"]:
        assert status == 2
        assert "app.py: does not parse: Python's parser failed: AST constructor recursion depth" in said
    assert "internal error" not in said
    assert (tmp_path / "app.py").read_text(encoding="utf-8") == USE
