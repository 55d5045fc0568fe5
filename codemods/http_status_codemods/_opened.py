"""Which files this process has read: what a finding in one file may have to do with others.

Python tells each ``open`` to audit hooks (PEP 578).  So nothing that looks at another file can forget
to say so.
"""
from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_opened: set[str] = set()
_frozen: frozenset[str] = frozenset()
_state = {"installed": False, "paused": True}


def watch() -> None:
    """Take notes from now on; a hook cannot be taken away again."""
    if not _state["installed"]:
        sys.addaudithook(_heard)
        _state["installed"] = True
    _state["paused"] = False


def files() -> frozenset[str]:
    """The absolute paths of the files that were opened since ``watch``."""
    global _frozen
    if len(_frozen) != len(_opened):
        _frozen = frozenset(_opened)
    return _frozen


def note(entry: str) -> None:
    """Take a note: the path of a file, or something else that is told with them."""
    if not _state["paused"]:
        _opened.add(entry)


@contextmanager
def unnoticed() -> Iterator[None]:
    """What is opened in between is not noted: a file that is looked at for its own sake."""
    before, _state["paused"] = _state["paused"], True
    try:
        yield
    finally:
        _state["paused"] = before


def _heard(event: str, details: tuple[object, ...]) -> None:
    if event != "open" or _state["paused"] or not isinstance(details[0], str | bytes):
        return
    path = os.fsdecode(details[0])
    if not path.endswith(".pyc"):  # Python's own, and ours
        _opened.add(os.path.abspath(path))  # noqa: PTH100  # no link is followed
