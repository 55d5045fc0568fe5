"""Three versions of the same files: before, as the fix leaves them, and as people did."""
from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from flake8_http_status.constants import RENAMED, STATUSES

#: How a status may be spelled; lines that differ in nothing else are versions of each other.
_SPELLED = re.compile(
    r"\b(?:six\.moves\.)?(?:http_client|httplib|HTTPStatus|status)\.[A-Z]\w*"
    r"|\bHTTP_[A-Z][A-Z_]*|\bHTTP_\d\w*|(?<![\w.])[1-5]\d\d\b"
)
_VALUES = {member.name: code for code, member in [*STATUSES.items(), *RENAMED.items()]}


@dataclass(frozen=True, slots=True)
class Change:
    """A line (from 1) that people spelled anew: as it was, as the fix left it, as people wrote it."""

    path: str
    line: int
    was: str
    fixed: str
    people: str


def changes(before: Path, fixed: Path, after: Path, was: str) -> Iterator[Change]:
    """The lines with code that matches ``was`` to which people gave another spelling of the same status."""
    for file in sorted(before.rglob("*.py")):
        path = file.relative_to(before)
        if (after / path).is_file():
            old, ours, theirs = (_lines(folder / path) for folder in (before, fixed, after))
            yield from _changes(path.as_posix(), old, ours, theirs, re.compile(rf"\b{was}"))


def _changes(
    path: str, old: list[str], ours: list[str], theirs: list[str], was: re.Pattern[str]
) -> Iterator[Change]:
    if old == theirs or not any(map(was.search, old)):
        return
    fixed, code = _versions(old, ours), _coded(old)
    for index, people in _versions(old, theirs).items():
        line = old[index]
        respelled = line != people and _values(line) == _values(people)
        if respelled and was.search(line) and index + 1 in code:
            yield Change(path, index + 1, line.strip(), fixed.get(index, "").strip(), people.strip())


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8", errors="replace").splitlines()


def _versions(old: list[str], new: list[str]) -> dict[int, str]:
    """The new version of each old line, by its index, for lines that differ in spellings at most."""
    matcher = SequenceMatcher(None, [*map(_masked, old)], [*map(_masked, new)], autojunk=False)
    return {
        one + step: new[other + step]
        for one, other, length in matcher.get_matching_blocks()
        for step in range(length)
    }


def _masked(line: str) -> str:
    return _SPELLED.sub("?", line)


def _values(line: str) -> list[int | str]:
    """The statuses in a line, whatever their spelling."""
    return [_value(one[0]) for one in _SPELLED.finditer(line)]


def _value(spelled: str) -> int | str:
    name = spelled.rpartition(".")[2].removeprefix("HTTP_")
    number = re.match(r"\d{3}", name)
    return int(number[0]) if number else _VALUES.get(name, name)


def _coded(lines: list[str]) -> set[int]:
    """The lines (from 1) that hold a constant in code, and not only in a text or comment."""
    tree = ast.parse("\n".join(lines) + "\n")
    named = (one for one in ast.walk(tree) if isinstance(one, ast.Attribute | ast.Name))
    return {
        one.end_lineno or 0
        for one in named
        if (one.attr if isinstance(one, ast.Attribute) else one.id).isupper()
    }
