"""The hooks, by the real pre-commit, on a git repository made for the purpose."""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pages import ROOT

SOURCE = 'import requests\n\nassert requests.get("https://example.org").status_code == 404\n'
FIXED = f"from http import HTTPStatus\n\n{SOURCE}".replace("404", "HTTPStatus.NOT_FOUND")


def _git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, env=_environment()
    )


def _environment() -> dict[str, str]:
    """The environment without git's own variables, which a hook that runs the tests would set."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as a git repository of its own, as it stands on the disk."""
    folder = tmp_path_factory.mktemp("hooks") / "flake8-http-status"
    folder.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder)
    for name in ("flake8_http_status", "codemods", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    _git(folder, "init", "-q")
    _git(folder, "add", ".")
    _git(folder, "commit", "-q", "-m", "All")
    return folder


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with a file that has a finding."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "check.py").write_text(SOURCE)
    (folder / "notes.txt").write_text("status_code == 404\n")
    _git(folder, "init", "-q")
    _git(folder, "add", ".")
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One store for pre-commit's environments, so that each is made once."""
    return tmp_path_factory.mktemp("pre-commit")


def _try(project: Path, hooks: Path, home: Path, hook: str) -> subprocess.CompletedProcess[str]:
    revision = subprocess.run(
        ["git", "rev-parse", "HEAD"],
        cwd=hooks,
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=_environment(),
    ).stdout.strip()
    configuration = f"repos:\n  - repo: {hooks}\n    rev: {revision}\n    hooks:\n      - id: {hook}\n"
    (project / ".pre-commit-config.yaml").write_text(configuration)
    _git(project, "add", ".pre-commit-config.yaml")
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color=never"],
        cwd=project,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=600,
        env={**_environment(), "PRE_COMMIT_HOME": str(home)},
    )


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_the_lint_hook_reports_and_changes_nothing(project: Path, hooks: Path, home: Path) -> None:
    process = _try(project, hooks, home, "flake8-http-status")
    assert process.returncode == 1, process.stdout + process.stderr
    assert "check.py:3:59: HTS101 use HTTPStatus.NOT_FOUND instead of 404" in process.stdout
    assert "notes.txt" not in process.stdout
    assert (project / "check.py").read_text() == SOURCE


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_the_fix_hook_changes_once_and_then_passes(project: Path, hooks: Path, home: Path) -> None:
    first = _try(project, hooks, home, "flake8-http-status-fix")
    assert first.returncode == 1, first.stdout + first.stderr
    assert "files were modified by this hook" in first.stdout
    assert (project / "check.py").read_text() == FIXED
    _git(project, "add", ".")
    second = _try(project, hooks, home, "flake8-http-status-fix")
    assert second.returncode == 0, second.stdout + second.stderr
    assert _try(project, hooks, home, "flake8-http-status").returncode == 0
    assert (project / "check.py").read_text() == FIXED
