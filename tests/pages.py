"""A page of the documentation in, its cases out.

A ``diff`` fence is a case: its context and ``-`` lines are a file before, its context and ``+`` lines the
file after.  A ``python`` fence is a file that stays as it is.  A ``toml`` fence sets options for the next
case, a ``pyi`` fence is a stub, and a comment ``<!-- reported, not fixed: HTS202 line 4, HTS101 line 6 -->``
names what the next case's file has and keeps.
"""
from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))

#: Fences that are no case, each for a reader or for another test.
OTHER_LANGUAGES = {"console", "ini", "json", "markdown", "pyi", "sh", "text", "vim", "yaml"}
SETTINGS = {
    "unsafe-fixes", "target", "allow", "stub", "vendor-codes", "value", "include", "evidence", "filename",
    "beside", "extend-select", "vocabulary", "style",
}

_OPENING = re.compile(r"(?P<mark>`{3,}|~{3,})(?P<language>[\w-]*)\s*")
_KEPT = re.compile(r"<!--\s*reported, not fixed:(?P<list>[^>]*)-->")
_ONE_KEPT = re.compile(r"(?P<code>HTS\d{3}) line (?P<line>\d+)")


class PageError(ValueError):
    """A page that does not follow the rules above; the text names the page and the line."""


@dataclass(frozen=True)
class Fence:
    """A fenced block: its language, its heading, its text, and the line of its first text line, from 1."""

    language: str
    heading: str
    line: int
    text: str
    kept: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True)
class Case:
    """A file before and after, with the options and the findings (code, line before) that stay."""

    page: Path
    heading: str
    line: int
    before: str
    after: str
    settings: dict[str, Any] = field(default_factory=dict)
    stub: str | None = None
    kept: frozenset[tuple[str, int]] = frozenset()

    @property
    def is_diff(self) -> bool:
        """Whether the case changes anything."""
        return self.before != self.after

    @property
    def id(self) -> str:
        """The case's name among the tests: page, heading, line."""
        return f"{self.page.relative_to(ROOT).with_suffix('')}-{self.heading}-{self.line}"


def fences(page: Path) -> Iterator[Fence]:
    """The fences of ``page`` from top to bottom.  Raises PageError where one is not closed."""
    heading, kept = "", frozenset[tuple[str, int]]()
    lines = enumerate(page.read_text(encoding="utf-8").split("\n"), 1)
    for number, line in lines:
        if line.startswith("#"):
            heading = line.lstrip("#").strip()
        elif comment := _KEPT.match(line):
            kept = _kept(comment["list"], page, number)
        elif opening := _OPENING.fullmatch(line):
            text = _until(opening["mark"], lines)
            if text is None:
                raise PageError(f"{page}:{number}: the fence is not closed")
            yield Fence(opening["language"], heading, number + 1, text, kept)
            kept = frozenset()


def _kept(text: str, page: Path, number: int) -> frozenset[tuple[str, int]]:
    found = frozenset((one["code"], int(one["line"])) for one in _ONE_KEPT.finditer(text))
    if not found or len(found) != len(text.split(",")):
        raise PageError(f"{page}:{number}: expected 'HTS202 line 4, HTS101 line 6'")
    return found


def _until(mark: str, lines: Iterable[tuple[int, str]]) -> str | None:
    text = []
    for _, line in lines:
        if _closes(line, mark):
            return "".join(f"{one}\n" for one in text)
        text.append(line)
    return None


def _closes(line: str, mark: str) -> bool:
    return line.startswith(mark) and not line.strip(mark[0])


def cases(page: Path) -> list[Case]:
    """The cases of ``page``.  Raises PageError where a fence is of no known kind."""
    found, settings, stub = [], {}, None
    for fence in fences(page):
        where = f"{page}:{fence.line}"
        match fence.language:
            case "diff":
                before, after = sides(fence.text, where)
                if before == after:
                    raise PageError(f"{where}: the diff changes nothing")
            case "python":
                before = after = fence.text
            case "toml":
                settings = _settings(fence.text, where)
                continue
            case _:
                if fence.language not in OTHER_LANGUAGES:
                    raise PageError(f"{where}: no such kind of fence: {fence.language!r}")
                stub = fence.text if fence.language == "pyi" else stub
                continue
        found.append(Case(page, fence.heading, fence.line, before, after, settings, stub, fence.kept))
        settings = {}
    if settings:
        raise PageError(f"{page}: the last toml fence has no case")
    return found


def _settings(text: str, where: str) -> dict[str, Any]:
    try:
        settings = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PageError(f"{where}: {error}") from error
    if unknown := settings.keys() - SETTINGS:
        raise PageError(f"{where}: unknown settings: {', '.join(sorted(unknown))}")
    return settings


def sides(diff: str, where: str) -> tuple[str, str]:
    """The file before and the file after.  An empty line is an empty line of both."""
    before, after = [], []
    for number, line in enumerate(diff.split("\n")[:-1]):
        mark, text = line[:1], line[1:] + "\n"
        if mark not in {"", " ", "-", "+"}:
            raise PageError(f"{where}: line {number + 1} of the diff starts with none of ' ', '-' and '+'")
        if mark != "+":
            before.append(text)
        if mark != "-":
            after.append(text)
    return "".join(before), "".join(after)


def diff(before: str, after: str) -> str:
    """The text of a ``diff`` fence, with the whole file as context."""
    old, new = before.split("\n")[:-1], after.split("\n")[:-1]
    result: list[str] = []
    for kind, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            result += [f" {line}" if line else "" for line in old[i1:i2]]
        else:
            result += [f"-{line}" for line in old[i1:i2]] + [f"+{line}" for line in new[j1:j2]]
    return "".join(f"{line}\n" for line in result)


def with_fence(page: str, line: int, text: str) -> str:
    """The page's text with the fence whose text starts at ``line`` (from 1) holding ``text``."""
    lines = page.split("\n")
    start = line - 1
    mark = re.match(r"[`~]+", lines[start - 1])
    assert mark is not None
    end = next(i for i in range(start, len(lines)) if _closes(lines[i], mark[0]))
    return "\n".join((*lines[:start], *text.split("\n")[:-1], *lines[end:]))
