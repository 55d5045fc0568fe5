"""Writes down what becomes of each test while pytest runs: a plugin, one JSON line a phase.

It runs in the environments of other projects, so it stands alone.  Each line is written at once:
what was recorded before a crash is kept.
"""
from __future__ import annotations

import json
import os
import pathlib
import sys
from collections.abc import Iterator
from typing import Any

# Taken out of the environment: a suite that starts Python or pytest itself must not be recorded.
_PATH = os.environ.pop("REPLAY_RECORD", None)
_ONLY = os.environ.pop("REPLAY_ONLY", None)
_TREE = os.path.realpath(os.environ.pop("REPLAY_TREE", "."))
_PROCESS = os.getpid()
_FLAGS = os.O_WRONLY | os.O_APPEND | os.O_CREAT
_TEXT = 1500
_open, _write, _getpid = os.open, os.write, os.getpid
_file = _open(_PATH, _FLAGS, 0o644) if _PATH else -1


def put(**row: Any) -> None:
    """Append a row; does nothing in a process that the suite forked."""
    global _file
    if not _PATH or _getpid() != _PROCESS:
        return
    line = json.dumps(row).encode() + b"\n"
    try:
        _write(_file, line)
    except OSError:  # some suite closes all files
        _file = _open(_PATH, _FLAGS, 0o644)
        _write(_file, line)


def end(status: int) -> None:
    """The last row: without it the run did not come to its end."""
    put(when="end", status=int(status), files=sorted(_loaded()))


def _loaded() -> Iterator[str]:
    """The files of the project that were imported."""
    for module in list(sys.modules.values()):
        path = getattr(module, "__file__", None)
        if isinstance(path, str):
            path = os.path.realpath(path)
            if path.startswith(_TREE + os.sep):
                yield os.path.relpath(path, _TREE)


def only() -> set[str] | None:
    """The ids of the tests that are to run, None for all."""
    if not _ONLY:
        return None
    return set(json.loads(pathlib.Path(_ONLY).read_text(encoding="utf-8")))


def pytest_collection_modifyitems(config: Any, items: list[Any]) -> None:
    wanted = only()
    if wanted is not None:
        config.hook.pytest_deselected(items=[item for item in items if item.nodeid not in wanted])
        items[:] = [item for item in items if item.nodeid in wanted]


def pytest_collectreport(report: Any) -> None:
    if report.outcome != "passed":
        put(id=report.nodeid, when="collect", outcome=report.outcome, text=_text(report))


def pytest_runtest_logstart(nodeid: str) -> None:
    put(id=nodeid, when="start")


def pytest_runtest_logreport(report: Any) -> None:
    row = {"id": report.nodeid, "when": report.when, "outcome": report.outcome}
    if hasattr(report, "wasxfail"):
        row["xfail"] = True
    if report.outcome == "failed":
        row["text"] = _text(report)
    put(**row)


def pytest_sessionfinish(exitstatus: int) -> None:
    end(exitstatus)


def _text(report: Any) -> str:
    crash = getattr(report.longrepr, "reprcrash", None)
    if crash is not None:
        return f"{crash.path}:{crash.lineno}: {crash.message}"[:_TEXT]
    return str(report.longrepr)[-_TEXT:]
