"""Options and fixtures for all tests."""
from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from hypothesis import settings

from tests import test_pages

# The same examples each time: what fails is of the change.  --hypothesis-profile=random makes new ones.
settings.register_profile("random", derandomize=False)
settings.register_profile("same", derandomize=True)
settings.load_profile("same")

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-pages", action="store_true", help="rewrite the '+' side of the diffs in the documentation"
    )


def pytest_sessionstart(session: pytest.Session) -> None:
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # As in the background of a shell; the processes that are to be interrupted would inherit it.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if session.config.getoption("--update-pages"):
        test_pages.update_all()


@pytest.fixture(scope="session")
def installed() -> None:
    """Tests that run flake8 or the command need the project installed, its entry points included."""
    if not any(point.name == "HTS" for point in entry_points(group="flake8.extension")):
        pytest.fail("install the project first: pip install -e '.[test]'")


@pytest.fixture
def run(installed: None, tmp_path: Path) -> Run:
    """Runs ``python -P -m MODULE …`` of this environment in ``tmp_path`` and gives what it did."""

    def call(module: str, *arguments: str | Path, **settings: object) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONWARNINGS": "", "NO_COLOR": "1"}
        settings = {"cwd": tmp_path, "env": environment, "encoding": "utf-8", **settings}
        command = [sys.executable, "-P", "-m", module, *map(str, arguments)]
        return subprocess.run(command, capture_output=True, check=False, timeout=120, **settings)  # type: ignore[call-overload,no-any-return]

    return call
