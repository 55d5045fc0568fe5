"""Patterns of paths as flake8 has them."""
from __future__ import annotations

import os
from fnmatch import fnmatch
from pathlib import Path


def normal(pattern: str, folder: Path) -> str:
    """A path or pattern as flake8 reads it: one with a slash is relative to ``folder``."""
    if pattern == "." or "/" in pattern:
        return absolute(Path(folder, pattern))
    return pattern


def matches(path: Path, patterns: tuple[str, ...]) -> bool:
    """Whether one of ``patterns`` matches the name of ``path``, or all of it as an absolute path."""
    if not patterns:
        return False
    whole = absolute(path)
    return any(fnmatch(path.name, pattern) or fnmatch(whole, pattern) for pattern in patterns)


def absolute(path: Path) -> str:
    """``path`` from the root.  Links are not followed: flake8 compares what it was given."""
    return os.path.abspath(path)  # noqa: PTH100
