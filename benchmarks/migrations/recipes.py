"""A migration: the release before it, the command, and what is known to come out."""
from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from benchmarks.replays.recipes import Recipe as Source

FILE = Path(__file__).with_name("recipes.toml")


@dataclass(frozen=True, slots=True)
class Recipe:
    """One table of ``recipes.toml``; ``was`` is a pattern of the constants that the migration is about.

    ``sites`` and ``files`` are what the fix changes, ``lines`` those that people changed too, as far as the
    release ``after`` has them, and ``same`` those of them that come out as theirs.
    """

    name: str
    project: str
    before: Source
    fix: tuple[str, ...]
    paths: tuple[str, ...]
    was: str
    sites: int
    files: int
    after: Source | None = None
    lines: int = 0
    same: int = 0


def recipes(file: Path = FILE) -> list[Recipe]:
    """The recipes of a file, in its order."""
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["recipe"]
    return [_recipe(row) for row in rows]


def _recipe(row: dict[str, str]) -> Recipe:
    releases = {
        when: Source(row["project"], row[when], row[f"{when}-sha256"], kind="app", install=(), command=())
        for when in ("before", "after")
        if when in row
    }
    others = {key: value for key, value in row.items() if not key.startswith(("before", "after"))}
    lists = {key: tuple(others.pop(key)) for key in ("fix", "paths")}
    return Recipe(**others, **lists, **releases)  # type: ignore[arg-type]
