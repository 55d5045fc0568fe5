"""The command line reads flake8's configuration as flake8 does."""
from __future__ import annotations

import json
import subprocess
import venv
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from flake8.main.cli import main as flake8_main

from flake8_http_status.plugin import Plugin
from http_status_codemods import _flake8, cli
from tests.pages import ROOT

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
    monkeypatch.setattr(Plugin, "linter", None)

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


BOTH = """\
import requests
r = requests.request("POST", "/", timeout=404)
assert r.status_code == 404
def get(): return requests.Response(), 200
"""


@pytest.fixture
def codes(call: Call, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[list[str], list[str]]]:
    """What the command line and flake8 report in ``src/pkg``, as ``path:code``, with the same arguments."""
    monkeypatch.setattr(Plugin, "linter", None)

    def both(folder: Path, *arguments: str) -> tuple[list[str], list[str]]:
        monkeypatch.chdir(folder)
        options = ("--target=3.11", "--output-format=jsonl")
        _, ours, errors = call(cli.main, "check", *options, *arguments, "src/pkg")
        rows = map(json.loads, ours.splitlines())
        _, theirs, _ = call(flake8_main, "-j1", "--http-target=3.11", *arguments, "src/pkg")
        assert errors == ""
        places = [line.split(" ")[0].split(":")[0] + ":" + line.split(" ")[1] for line in theirs.splitlines()]
        return sorted(f"{row['path']}:{row['code']}" for row in rows), sorted(
            place for place in places if ":HTS" in place
        )

    return both


@pytest.mark.parametrize("arguments", [(), ("--select=HTS101",), ("--select=HTS2,HTS1", "--ignore=HTS10")])
@pytest.mark.parametrize(
    "settings",
    [
        "ignore = HTS1",
        "extend-ignore = HTS2,E",
        "select = HTS1",
        "select = E,HTS2\nignore = HTS202",
        "select = HTS2\nextend-select = HTS101",
        "select = HTS101\nignore = HTS1",
        "select = HTS1\nignore = HTS101",
        "select = HTS101\nignore = HTS101",
        "ignore = HTS\nextend-select = HTS2",
        "extend-select = HTS101\nextend-ignore = HTS",
        "extend_ignore = HTS2\nextend_select =\n  HTS1\n  HTS3",
        "ignore = H",
        "per-file-ignores = src/pkg/views.py: HTS1",
        "per-file-ignores =\n  src/pkg/*: HTS1, HTS2\n  views.py,other.py: HTS2",
        "per-file-ignores = views.py:HTS202 src/pkg/views.py:HTS101",
        "per-file-ignores = ./src/*:E501\n  deep.py : HTS",
        "per_file_ignores = build/*: HTS",
        "select = HTS101\nper-file-ignores = views.py: HTS101",
        "select = HTS101\nper-file-ignores = views.py: HTS",
        "disable-noqa = true",
        "disable_noqa = no",
    ],
)
def test_rules_are_selected_as_flake8_selects_them(
    codes: Callable[..., tuple[list[str], list[str]]], tree: Path, settings: str, arguments: tuple[str, ...]
) -> None:
    (tree / "src/pkg/views.py").write_text(BOTH)
    (tree / "src/pkg/build/deep.py").write_text(f"{COMPARISON[:-1]}  # noqa: HTS101\n")
    (tree / "tox.ini").write_text(f"[flake8]\n{settings}\n")
    ours, theirs = codes(tree, *arguments)
    assert ours == theirs


def test_a_selection_of_other_plugins_rules_is_not_for_us(ours: Listing, flake8: Listing, tree: Path) -> None:
    """Who calls us by name wants to hear us; flake8 is called by its own."""
    (tree / ".flake8").write_text("[flake8]\nselect = E,F,W,C90\nignore = E203\n")
    assert len(ours(tree)) == 5
    (tree / ".flake8").write_text("[flake8]\nselect = E,F,W,C90\nignore = HTS1\n")
    assert ours(tree) == []


@pytest.mark.parametrize("text", ["views.py", "views.py HTS101", ": HTS101", "a.py: HTS1: b.py"])
def test_a_wrong_list_of_files_and_codes_is_named(
    call: Call, tree: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.chdir(tree)
    (tree / ".flake8").write_text(f"[flake8]\nper-file-ignores = {text}\n")
    status, output, errors = call(cli.main, "check")
    assert (status, output) == (2, "")
    assert errors == (
        f"flake8-http-status: {tree}/.flake8: per-file-ignores: expected 'files: codes', not '{text}'\n"
    )


TOML = """\
[tool.flake8]
exclude = ["build", "docs"]
per-file-ignores = ["deep.py: HTS", "app.py: HTS2"]
extend-ignore = "HTS2"
http-target = "3.11"
http-allow = ["200", "GET"]
max-line-length = 100
"""


class TestPyproject:
    """``[tool.flake8]`` counts where a plugin makes flake8 read it; a matrix test asks the real one."""

    def test_it_is_read_where_the_plugin_is_installed(
        self, ours: Listing, tree: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(_flake8, "_is_installed", lambda name: name == "Flake8-pyproject")
        (tree / "pyproject.toml").write_text(TOML)
        (tree / "tox.ini").write_text("[flake8]\nexclude = app.py\n")
        assert ours(tree) == ["app.py", "src/pkg/views.py"]
        assert ours(tree, "--allow=404") == []

    def test_it_counts_in_the_current_folder_alone(
        self, ours: Listing, tree: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(_flake8, "_is_installed", lambda name: True)
        (tree / "pyproject.toml").write_text(TOML)
        assert ours(tree / "src") == ["pkg/build/deep.py", "pkg/views.py"]

    def test_it_is_passed_over_with_a_word_where_the_plugin_is_not(
        self, call: Call, tree: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(_flake8, "_is_installed", lambda name: False)
        monkeypatch.chdir(tree)
        (tree / "pyproject.toml").write_text(TOML)
        status, output, errors = call(cli.main, "check", "--output-format=jsonl")
        assert status == 1
        assert len(output.splitlines()) == 5
        reason = "[tool.flake8] is passed over, as flake8 does without Flake8-pyproject"
        assert errors == f"{tree}/pyproject.toml: {reason}\n"

    @pytest.mark.parametrize("text", ["[tool.black]", "[tool]\nflake8 = 1", "tool = 'flake8'", "# flake8"])
    def test_no_table_is_no_word(
        self, call: Call, tree: Path, monkeypatch: pytest.MonkeyPatch, text: str
    ) -> None:
        monkeypatch.chdir(tree)
        (tree / "pyproject.toml").write_text(text)
        assert call(cli.main, "check", "--target=3.11", "app.py")[2] == ""

    @pytest.mark.matrix
    def test_the_real_plugin_and_flake8_say_the_same(self, tree: Path) -> None:
        venv.create(tree / "venv", with_pip=True)
        python = tree / "venv" / "bin" / "python"
        install = [python, "-m", "pip", "install", "-q", "Flake8-pyproject", ROOT]
        subprocess.run(install, check=True, timeout=300)
        (tree / "pyproject.toml").write_text(TOML)

        def files(*command: str) -> list[str]:
            done = subprocess.run(
                [python, "-P", "-m", *command], cwd=tree, capture_output=True, encoding="utf-8", check=False
            )
            assert done.stderr == ""
            rows = [line.removeprefix("./") for line in done.stdout.splitlines() if ": HTS" in line]
            return sorted(row.partition(":")[0] for row in rows)

        assert files("flake8", "--select=HTS", "src", "app.py") == ["app.py", "src/pkg/views.py"]
        assert files("http_status_codemods", "check", "--select=HTS", "src", "app.py") == [
            "app.py", "src/pkg/views.py",
        ]  # fmt: skip


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
