"""What ``PATHS`` and ``--files-from`` mean: files, folders, patterns, and a list of files."""
from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from http_status_codemods.tree import FileError, cause

#: The path that stands for the standard input.
STDIN = Path("-")


def expanded(paths: Iterable[Path]) -> Iterator[Path]:
    """``paths`` with each pattern (``src/**/views.py``) replaced by what it matches, sorted.

    A path that exists is no pattern.  Raises FileError where a pattern matches nothing.
    """
    for path in paths:
        text = str(path)
        if path == STDIN or not glob.has_magic(text) or os.path.lexists(path):
            yield path
            continue
        found = sorted(glob.glob(text, recursive=True))  # noqa: PTH207  # Path.glob takes no absolute pattern
        if not found:
            raise FileError(f"{text}: no file matches the pattern")
        yield from map(Path, found)


def listed(source: str) -> list[Path]:
    """The paths in the file ``source`` (``-``: the standard input), one behind the other.

    They are separated by NUL if there is one, as ``find -print0`` and ``git ls-files -z`` write them,
    else by newlines.  Raises FileError where the file cannot be read.
    """
    try:
        raw = sys.stdin.buffer.read() if source == str(STDIN) else Path(source).read_bytes()
    except OSError as error:
        raise FileError(f"{source}: {cause(error)}") from error
    parts = raw.split(b"\0") if b"\0" in raw else raw.splitlines()
    return [Path(os.fsdecode(part)) for part in parts if part]
