"""``kill -9`` at any moment leaves each file old or new, and nothing that a later run stumbles over."""
from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from http_status_codemods import cli

ROUNDS = 100
FILES = 12
OLD = "x.status_code == 404\n" + "# a line that takes its time to be written\n" * 40
NEW = "from http import HTTPStatus\n\n" + OLD.replace("404", "HTTPStatus.NOT_FOUND")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="starts a hundred processes by forking")


def start(jobs):
    """A process, and its workers in the same group, that fixes the current folder."""
    child = os.fork()
    if child == 0:
        os.setsid()
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        try:
            cli.main(["fix", "--target=3.11", f"--jobs={jobs}", "."])
        finally:
            os._exit(0)
    return child


def kill(child):
    """Kill the process and its workers; gives whether it was still running."""
    try:
        os.killpg(child, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):  # not a group of its own yet, or gone
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def plant():
    for number in range(FILES):
        Path(f"m{number}.py").write_text(OLD)


@pytest.mark.filterwarnings("ignore:This process.*is multi-threaded:DeprecationWarning")
def test_a_hundred_kills(tmp_path, monkeypatch, capfd):
    import http_status_codemods._rewrite  # noqa: F401  # so that no child loads LibCST anew

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("http_status_codemods._run._FEWEST", 4)
    plant()
    begun = time.monotonic()
    os.waitpid(start(1), 0)
    whole = time.monotonic() - begun
    plant()
    chance = random.Random(404)
    killed = between = 0
    for number in range(ROUNDS):
        child = start(1 + number % 2)
        time.sleep(chance.uniform(0, whole))
        killed += kill(child)
        texts = [path.read_text() for path in sorted(Path().glob("*.py"))]
        assert len(texts) == FILES
        assert set(texts) <= {OLD, NEW}
        between += len(set(texts)) == 2
        if OLD not in texts:
            plant()
    assert killed > ROUNDS // 4
    assert between > 0
    assert cli.main(["fix", "--target=3.11", "."]) == 0
    assert {path.read_text() for path in Path().glob("*.py")} == {NEW}
    sys.stdout.flush()
    assert "internal error" not in capfd.readouterr().err
