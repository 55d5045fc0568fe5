"""For people: a line a finding that editors can read, and the literal underlined below it."""
from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from flake8_http_status.findings import Finding, Span
from http_status_codemods._formats.common import (
    Setting,
    code_of,
    linked_code,
    message_of,
    remark_on,
    with_lines,
)
from http_status_codemods._records import FileReport

# Behind it no editor takes a source line for a place in a file: error formats start at the margin.
_MARGIN = "    | "
_WIDEST = 120
_BOLD, _YELLOW, _FAINT = "1", "1;33", "2"


def text(reports: Iterable[FileReport], setting: Setting) -> Iterator[str]:
    """``shop.py:4:28: HTS101 use …`` (line and column from 1, in characters), then the line."""
    paint = painted if setting.colour else plain
    for report in reports:
        for finding, line in with_lines(report):
            yield _head(report.path, finding, setting.colour)
            for row in excerpt(finding, line):
                yield paint(row)


def _head(path: Path, finding: Finding, colour: bool) -> str:
    span, code = finding.span, code_of(finding)
    place = f"{path}:{span.line}:{span.column + 1}:"
    if colour:
        place, code = f"\x1b[{_BOLD}m{place}\x1b[0m", linked_code(finding)
    return f"{place} {code} {message_of(finding)}\n"


def excerpt(finding: Finding, line: str) -> Iterator[tuple[str, str]]:
    """The line that ``finding`` starts in and the marks below it, each in two parts, plain and marked.

    A long line is cut; what a terminal would obey is shown as U+FFFD; marks stand in the terminal's
    columns, in which some characters take two and others none.
    """
    start, end = _columns(finding.span, line)
    first = max(0, min(start - _WIDEST // 3, len(line) - _WIDEST))
    shown = line[first : first + _WIDEST]
    before, behind = "…" if first else "", "…" if first + _WIDEST < len(line) else ""
    # A tab is as wide below as above; where a terminal stops is not for us to know.
    lead = "".join(_blank(character) for character in before + line[first:start])
    marked = line[start : min(end, first + _WIDEST)]
    marks = "^" * max(1, sum(map(_width, marked)))
    remark = remark_on(finding)
    yield _MARGIN + _printable(before + shown + behind), ""
    yield _MARGIN + lead, f"{marks} {remark}".rstrip()


def plain(row: tuple[str, str]) -> str:
    """A row of an excerpt as a line."""
    return "".join(row).rstrip() + "\n"


def painted(row: tuple[str, str]) -> str:
    """A row of an excerpt as a line in colours."""
    shown, marked = row
    gutter, rest = shown[: len(_MARGIN)], shown[len(_MARGIN) :]
    marks = f"\x1b[{_YELLOW}m{marked}\x1b[0m" if marked else ""
    return f"\x1b[{_FAINT}m{gutter}\x1b[0m{rest}{marks}\n"


def _columns(span: Span, line: str) -> tuple[int, int]:
    """Where the literal's part of its first line starts and ends."""
    return span.column, span.end_column if span.end_line == span.line else len(line)


def _printable(text: str) -> str:
    return "".join(one if one == "\t" or one.isprintable() else _stand_in(one) for one in text)


def _stand_in(character: str) -> str:
    # A form feed is white space to Python; a mark of a code point that no font has is not.
    return " " if character.isspace() else "\N{REPLACEMENT CHARACTER}"


def _blank(character: str) -> str:
    return "\t" if character == "\t" else " " * _width(character)


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
