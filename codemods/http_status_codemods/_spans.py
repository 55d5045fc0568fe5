"""The edits of findings as edits of a text, by offsets in characters."""
from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from flake8_http_status.findings import Finding, Span
from http_status_codemods._plan import Plan

LINE_END = re.compile(r"\r\n?|\n")
_TWO_WORDS = re.compile(r"[\w'\"]\w|\w['\"]")


class TextEdit(NamedTuple):
    """What stands from ``start`` to before ``end`` becomes ``text``."""

    start: int
    end: int
    text: str


def offsets(source: str) -> list[int]:
    """The offsets at which lines begin."""
    return [0, *(match.end() for match in LINE_END.finditer(source))]


def extent(starts: Sequence[int], span: Span) -> tuple[int, int]:
    """The offsets of a span's first character and of the one behind its last."""
    return starts[span.line - 1] + span.column, starts[span.end_line - 1] + span.end_column


def text_edits(source: str, findings: Sequence[Finding], planned: Plan) -> list[TextEdit] | None:
    """The edits of ``findings`` that the plan does not refuse, in their order, none in another.

    None where something else stands in a place than its finding says.
    """
    starts = offsets(source)
    found: list[TextEdit] = []
    wanted = {
        extent(starts, each.span): (each.source, text)
        for each in findings
        if (text := planned.text(each)) is not None
    }
    for (start, end), (old, new) in sorted(wanted.items(), key=lambda one: (one[0][0], -one[0][1])):
        if source[start:end] != old:
            return None
        if not found or start >= found[-1].end:
            found.append(TextEdit(start, end, _apart(source, (start, end), new)))
    return found


def _apart(source: str, place: tuple[int, int], text: str) -> str:
    return f"({text})" if touches_a_word(source, place, text) else text


def touches_a_word(source: str, place: tuple[int, int], text: str) -> bool:
    """Whether ``text`` in its place would run into its neighbour: ``return"GET"``, ``404if x``."""
    start, end = place
    pairs = (source[start - 1 : start] + text[:1], text[-1:] + source[end : end + 1])
    return any(_TWO_WORDS.fullmatch(pair) for pair in pairs)


def applied(source: str, edits: Sequence[TextEdit]) -> str:
    """``source`` with ``edits``, which are in their order and do not overlap."""
    parts, at = [], 0
    for one in edits:
        parts += [source[at : one.start], one.text]
        at = one.end
    return "".join([*parts, source[at:]])
