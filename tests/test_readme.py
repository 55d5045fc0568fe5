"""The commands of the README and of the pages, run as they stand."""
from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from flake8_http_status import detect, rules
from flake8_http_status.config import Options
from tests import pages
from tests.pages import ROOT

README = ROOT / "README.md"
LEFT_OUT = shutil.ignore_patterns(".git", ".venv*", ".*_cache", "__pycache__", "build", "dist", ".hypothesis")
SOURCE = "import requests\n\nassert requests.get('https://example.org').status_code == 404\n"
#: What the pages' commands start with, if they can be run in any folder with Python files.
RUNNABLE = ("flake8 ", "flake8-http-status ", "python -m libcst.tool ")


def _commands(page: Path) -> list[str]:
    fences = [fence for fence in pages.fences(page) if fence.language == "sh"]
    return [line for fence in fences for line in fence.text.splitlines()]


def _set_ups() -> list[str]:
    return [command for command in _commands(README) if command.startswith("python3 -m venv")]


def _environment(first: Path) -> dict[str, str]:
    path = os.pathsep.join((str(first), os.environ["PATH"]))
    hidden = {"VIRTUAL_ENV", "PYTHONPATH", "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG"}
    return {**{name: value for name, value in os.environ.items() if name not in hidden}, "PATH": path}


def test_the_readme_has_one_command_to_try_and_one_for_the_tests() -> None:
    trying, testing = _set_ups()
    assert trying.endswith("fix --diff examples")
    assert testing.endswith(".venv/bin/pytest")


@pytest.mark.matrix
def test_the_first_command_runs_in_a_copy_and_once_more(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
    before = {path: path.read_bytes() for path in (copy / "examples").iterdir()}
    interpreters = tmp_path / "bin"
    interpreters.mkdir()
    (interpreters / "python3").symlink_to(Path(sys.base_prefix) / "bin" / "python3")
    for _ in range(2):
        process = subprocess.run(
            ["bash", "-c", _set_ups()[0]],
            cwd=copy,
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=300,
            env=_environment(interpreters),
        )
        assert process.returncode == 0, process.stderr
        assert "examples/client.py:" in process.stdout
        assert "+from http import HTTPMethod, HTTPStatus" in process.stdout
    assert {path: path.read_bytes() for path in (copy / "examples").iterdir()} == before


def _runnable() -> list[str]:
    commands = [command for page in pages.PAGES for command in _commands(page)]
    return sorted({command for command in commands if command.startswith(RUNNABLE)})


def test_there_are_commands_to_run() -> None:
    assert {command.split()[0] for command in _runnable()} == {start.split()[0] for start in RUNNABLE}


@pytest.mark.parametrize("command", _runnable())
def test_a_command_of_the_pages_runs(command: str, installed: None, tmp_path: Path) -> None:
    for folder in ("src", "tests"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "sample.py").write_text(SOURCE)
    (tmp_path / "http-stubs").mkdir()
    (tmp_path / ".libcst.codemod.yaml").write_text("modules:\n  - http_status_codemods\n")
    program, *arguments = shlex.split(command)
    words = [sys.executable] if program == "python" else [sys.executable, "-m", _module(program)]
    script = command.replace(program, shlex.join(words), 1)
    process = subprocess.run(
        ["bash", "-c", script], cwd=tmp_path, capture_output=True, check=False, encoding="utf-8", timeout=120
    )
    silent = {"fix", "learn", "explain", "--exit-zero"}
    reports = program.startswith("flake8") and silent.isdisjoint(arguments)
    assert process.returncode == int(reports), process.stdout + process.stderr
    changes = program == "python" or (arguments[0] == "fix" and "--diff" not in arguments)
    fixed = "HTTPStatus.NOT_FOUND" in (tmp_path / "src" / "sample.py").read_text()
    selected = arguments[arguments.index("--select") + 1] if "--select" in arguments else "HTS"
    asked = "HTS101".startswith(tuple(selected.split(",")))
    assert fixed == (changes and asked and "UseHTTPMethod" not in command)


def _module(program: str) -> str:
    return {"flake8": "flake8", "flake8-http-status": "http_status_codemods"}[program]


def test_the_messages_in_the_readme_are_those_of_its_example() -> None:
    case = pages.cases(README)[0]
    (text,) = [fence.text for fence in pages.fences(README) if fence.language == "text"]
    found = detect.find(case.before, Options(target=(3, 11)))
    messages = [
        f"shop.py:{one.span.line}:{one.span.column + 1}: {rules.rule_for(one).code} {one.message}"
        for one in found
    ]
    shown = text.splitlines()
    assert shown == messages[: len(shown)]


@pytest.mark.parametrize("page", pages.PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_links_of_a_page_lead_to_files(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)", text)
    assert [target for target in targets if not (page.parent / target).exists()] == []
