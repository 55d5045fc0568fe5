"""The command line reads flake8's configuration as flake8 does."""
from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from flake8.main.cli import main as flake8_main

from flake8_http_status.plugin import Plugin
from http_status_codemods import cli

COMPARISON = "import requests\nassert requests.get('/').status_code == 404\n"
Call: TypeAlias = Callable[..., tuple[int, str, str]]
Listing: TypeAlias = Callable[..., list[str]]


@pytest.fixture(autouse=True)
def tree(tmp_path: Path) -> Path:
    """A folder with files to find something in."""
    for name in ("app.py", "build/lib.py", "docs/conf.py", "src/pkg/build/deep.py", "src/pkg/views.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(COMPARISON)
    return tmp_path


@pytest.fixture
def ours(call: Call, monkeypatch: pytest.MonkeyPatch) -> Listing:
    """The files with findings, as the command line names them in a folder."""

    def listing(folder: Path, *arguments: str) -> list[str]:
        monkeypatch.chdir(folder)
        status, output, errors = call(cli.main, "check", "--target=3.11", "--output-format=jsonl", *arguments)
        assert status in {0, 1}, errors
        return sorted(json.loads(line)["path"] for line in output.splitlines())

    return listing


@pytest.fixture
def flake8(call: Call, monkeypatch: pytest.MonkeyPatch) -> Listing:
    """The same of flake8."""
    monkeypatch.setattr(Plugin, "options", Plugin.options)
    monkeypatch.setattr(Plugin, "detector", Plugin.detector)

    def listing(folder: Path, *arguments: str) -> list[str]:
        monkeypatch.chdir(folder)
        _, output, _ = call(flake8_main, "-j1", "--select=HTS", "--http-target=3.11", *arguments)
        return sorted(line.partition(":")[0].removeprefix("./") for line in output.splitlines())

    return listing


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str]) -> Call:
    """Call a command's function with arguments: its status, output and errors."""

    def called(command: Callable[[list[str]], int], *arguments: str) -> tuple[int, str, str]:
        try:
            status = command(list(arguments))
        except SystemExit as ended:
            status = int(ended.code or 0)
        return status, *capfd.readouterr()

    return called


@pytest.mark.parametrize("file", ["setup.cfg", "tox.ini", ".flake8"])
@pytest.mark.parametrize(
    "setting",
    [
        "exclude = build",
        "exclude = build,docs",
        "exclude =\n    build\n    docs",
        "exclude = ./build",
        "exclude = src/*/build",
        "exclude = */pkg/*",
        "exclude = src/pkg/views.py",
        "extend-exclude = docs\nexclude = build",
        "extend_exclude = docs",
        "exclude = ../docs",
        "max-line-length = 100",
    ],
)
@pytest.mark.parametrize("arguments", [(), ("src", "build", "app.py"), ("build/lib.py",)])
def test_excludes_are_those_of_flake8(
    ours: Listing, flake8: Listing, tree: Path, file: str, setting: str, arguments: tuple[str, ...]
) -> None:
    (tree / file).write_text(f"[flake8]\n{setting}\n")
    assert ours(tree, *arguments) == flake8(tree, *arguments)


def test_the_nearest_file_with_a_section_counts(ours: Listing, tree: Path) -> None:
    (tree / "setup.cfg").write_text("[flake8]\nexclude = views.py\n")
    (tree / "src" / "setup.cfg").write_text("[metadata]\nname = x\n")
    assert ours(tree / "src") == ["pkg/build/deep.py"]
    (tree / "src" / "tox.ini").write_text("[flake8]\nexclude = deep.py\n")
    assert ours(tree / "src") == ["pkg/views.py"]


def test_excluded_files_are_included_by_an_option(ours: Listing, tree: Path) -> None:
    (tree / ".flake8").write_text("[flake8]\nexclude = build,src\n")
    assert ours(tree) == ["app.py", "docs/conf.py"]
    assert len(ours(tree, "--include=excluded")) == 5


def test_our_options_in_the_file(call: Call, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tree / "stubs").mkdir()
    stub = "from http import HTTPStatus\ndef answer(code: HTTPStatus): ...\n"
    (tree / "stubs" / "acme.pyi").write_text(stub)
    (tree / "src" / "user.py").write_text("import acme\nacme.answer(404)\n")
    settings = "http-target = 3.11\nhttp-stubs = ./stubs\nhttp-value = always\nhttp_allow = 200, GET\n"
    (tree / ".flake8").write_text(f"[flake8]\n{settings}")
    monkeypatch.chdir(tree / "src")
    message = "user.py:2:13: HTS102 use HTTPStatus.NOT_FOUND{} instead of 404\n"
    message += "    | acme.answer(404)\n    |             ^^^\n"
    assert call(cli.main, "check", "user.py") == (1, message.format(".value"), "")
    assert call(cli.main, "check", "--value=never", "user.py") == (1, message.format(""), "")
    assert call(cli.main, "check", "--allow=404", "user.py") == (0, "", "")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[flake8]\nhttp-value = no\n", "argument --value: 'no' is none of"),
        ("[flake8]\nexclude = a\nexclude = b\n", "option 'exclude' in section 'flake8' already exists"),
    ],
)
def test_a_wrong_file_is_named(
    call: Call, tree: Path, monkeypatch: pytest.MonkeyPatch, text: str, message: str
) -> None:
    (tree / ".flake8").write_text(text)
    monkeypatch.chdir(tree)
    status, output, errors = call(cli.main, "check")
    assert (status, output) == (2, "")
    assert message in errors


def test_a_file_that_is_no_configuration_is_passed_over(ours: Listing, tree: Path) -> None:
    (tree / "setup.cfg").write_bytes(b"[flake8\xff")
    assert len(ours(tree)) == 5
