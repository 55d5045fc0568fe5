"""The labelled sites: what the two data files say."""
from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias, TypeVar

Row: TypeAlias = dict[str, Any]
Made = TypeVar("Made")


class DataError(ValueError):
    """A data file that is not as README.md says; the text names the file, the line and the cause."""


@dataclass(frozen=True, slots=True, order=True)
class Site:
    """Where a literal stands.

    ``folder`` is ``OWNER+NAME/COMMIT``, ``path`` relative to it with ``/``, ``line`` counts from 1
    and ``column`` from 0, in characters.
    """

    folder: str
    path: str
    line: int
    column: int
    value: int | str

    @property
    def kind(self) -> Literal["status", "method"]:
        """What the literal would be if it were HTTP."""
        return "method" if isinstance(self.value, str) else "status"


@dataclass(frozen=True, slots=True)
class Label:
    """What a person said of a literal: ``http`` and ``rewrite`` are explained in README.md."""

    site: Site
    sample: Literal["R", "H"]
    http: Literal["status", "method", "no"]
    rewrite: Literal["safe", "unsafe", "no"]

    @property
    def right(self) -> bool:
        """Whether it is right to report the literal."""
        return self.http != "no" and self.rewrite != "no"

    @property
    def safe(self) -> bool:
        """Whether a careful maintainer can put the constant there."""
        return self.rewrite == "safe"


def labels(path: Path) -> list[Label]:
    """The labels in a JSON-lines file.  Raises DataError and OSError."""
    return list(_each(path, _label))


def migrations(path: Path) -> list[Site]:
    """The literals that people replaced, from a JSON-lines file.  Raises DataError and OSError."""
    return list(_each(path, lambda row: _site(row, "parent")))


def _each(path: Path, make: Callable[[Row], Made]) -> Iterator[Made]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield make(json.loads(line))
        except (KeyError, TypeError, ValueError) as error:
            raise DataError(f"{path}:{number}: {type(error).__name__}: {error}") from error


def _label(row: Row) -> Label:
    sample, http, rewrite = row["set"], row["http"], row["rewrite"]
    if sample not in {"R", "H"}:
        raise ValueError(f"set is {sample!r}")
    if http not in {"status", "method", "no"}:
        raise ValueError(f"http is {http!r}")
    if rewrite not in {"safe", "unsafe", "no"}:
        raise ValueError(f"rewrite is {rewrite!r}")
    return Label(_site(row, "commit"), sample, http, rewrite)


def _site(row: Row, commit: str) -> Site:
    folder = f"{row['repo'].replace('/', '+')}/{row[commit]}"
    return Site(folder, row["path"], int(row["line"]), int(row["col"]), row["value"])
