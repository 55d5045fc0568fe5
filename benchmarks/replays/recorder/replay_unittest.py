"""Writes down what becomes of each test of a unittest runner: ``python -m replay_unittest COMMAND``.

``COMMAND`` is what would follow ``python``: ``-m unittest tests``, ``runtests.py --parallel=1``.
"""
from __future__ import annotations

import functools
import pathlib
import runpy
import sys
import traceback
import unittest
from typing import Any

import replay_recorder

_TEXT = 1500
_RESULT: Any = unittest.TestResult


def _patch(name: str, outcome: str) -> None:
    original = getattr(_RESULT, name)

    @functools.wraps(original)
    def record(self: Any, test: Any, *details: Any) -> Any:
        row = {"id": test.id(), "when": "call", "outcome": outcome}
        if details and isinstance(details[0], tuple):
            row["text"] = _text(details[0])
        replay_recorder.put(**row)
        return original(self, test, *details)

    setattr(_RESULT, name, record)


def _patch_start() -> None:
    original = _RESULT.startTest

    @functools.wraps(original)
    def record(self: Any, test: Any) -> Any:
        replay_recorder.put(id=test.id(), when="start")
        return original(self, test)

    _RESULT.startTest = record


def _patch_subtest() -> None:
    original = _RESULT.addSubTest

    @functools.wraps(original)
    def record(self: Any, test: Any, subtest: Any, error: Any) -> Any:
        # A subtest is a part of its test: what it is called may hold a repr, so the test's name is kept.
        if error is not None:
            failed = issubclass(error[0], test.failureException)
            outcome = "failed" if failed else "error"
            text = f"{subtest.id()}: {_text(error)}"
            replay_recorder.put(id=test.id(), when="call", outcome=outcome, text=text[:_TEXT])
        return original(self, test, subtest, error)

    _RESULT.addSubTest = record


def _text(error: Any) -> str:
    return "".join(traceback.format_exception(*error))[-_TEXT:]


def main(words: list[str]) -> None:
    for name, outcome in (
        ("addSuccess", "passed"),
        ("addFailure", "failed"),
        ("addError", "error"),
        ("addSkip", "skipped"),
        ("addExpectedFailure", "xfailed"),
        ("addUnexpectedSuccess", "xpassed"),
    ):
        _patch(name, outcome)
    _patch_start()
    _patch_subtest()
    try:
        if words[0] == "-m":
            sys.argv = words[1:]
            runpy.run_module(words[1], run_name="__main__", alter_sys=True)
        else:
            sys.argv = words
            sys.path[0] = str(pathlib.Path(words[0]).absolute().parent)
            runpy.run_path(words[0], run_name="__main__")
    except SystemExit as leaving:
        code = leaving.code
        replay_recorder.end(code if isinstance(code, int) else 0 if code is None else 1)
        raise
    replay_recorder.end(0)


if __name__ == "__main__":
    main(sys.argv[1:])
