"""The documentation's pages of rules and libraries, as they are shipped: in the package, or beside it.

A wheel has them in the package (``force-include`` in ``pyproject.toml``); a checkout that is installed
as editable has them where they are written.
"""
from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

Shelf: TypeAlias = Literal["rules", "libraries"]

_HERE = Path(__file__).parent
_PLACES = (_HERE / "docs", _HERE.parent.parent / "docs")


@cache
def names(shelf: Shelf) -> tuple[str, ...]:
    """The names of the pages on ``shelf``, sorted: codes of rules, modules of libraries."""
    return tuple(sorted(path.stem for path in _folder(shelf).glob("*.md")))


def page(shelf: Shelf, name: str) -> str | None:
    """The Markdown of the page ``name``; None where there is none."""
    path = _folder(shelf) / f"{name}.md"
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _folder(shelf: Shelf) -> Path:
    return next((place / shelf for place in _PLACES if (place / shelf).is_dir()), _PLACES[0] / shelf)
