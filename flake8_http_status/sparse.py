"""Trees in which the bodies of functions wait until somebody asks: to parse is most of what finding costs.

Where bodies begin and end is told by indentation.  What that may get wrong (a line in brackets that begins
further left) makes a text that does not parse, and then the body before it is parsed at once.
"""
from __future__ import annotations

import ast
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple
from unicodedata import is_normalized

from flake8_http_status.nodes import Definition
from flake8_http_status.parsing import UNPARSABLE, tree_of
from flake8_http_status.prefilter import line_starts

#: Bodies with fewer characters are parsed at once.
_SHORT = 120
#: So much of a text (one part of that) must wait, or all is parsed at once.
_WORTH = 4
#: How often a text is tried without the bodies before it is parsed with all of them.
_TRIES = 4
_SINGLE = r""""(?!"")(?:[^"\\\n]++|\\[\s\S])*+"|'(?!'')(?:[^'\\\n]++|\\[\s\S])*+'"""
_TRIPLE = r'''"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+"""|\'\'\'(?:[^'\\]++|\\[\s\S]|'(?!''))*+\'\'\''''
_UP_TO_TRIPLE = re.compile(rf"""(?:[^"'#]++|{_SINGLE}|#[^\n]*+)*+""")
_LONG_STRING = re.compile(_TRIPLE)
_HEAD = re.compile(r"\n([ \t]*)(?:async[ \t]+)?def[ \t]+[^\W\d]\w*[ \t]*(?=[(\[])")
_SIMPLE_REST = re.compile(r"""\([^()\[\]{}#"':\n]*\)[ \t]*(?:->[ \t]*[\w.]+[ \t]*)?:""")
_IN_HEAD = re.compile(rf"""([(\[{{])|([)\]}}])|(:)|#[^\n]*+|{_TRIPLE}|{_SINGLE}""")
_NOTHING_MORE = re.compile(r"[ \t]*(?:#[^\n]*)?(?=\n)")
#: What reaches out of a function, and so is to be known from the start.
REACHING_OUT = ("global", "nonlocal")


class _Body(NamedTuple):
    """The body of a function: the line of its ``def``, its first and last (from 1), the indentation."""

    head: int
    first: int
    last: int
    indent: str


class Sparse(ast.Module):
    """A module in whose tree the bodies of some functions are ``pass``, and ``waiting`` knows them."""

    def __init__(self, tree: ast.Module, waiting: Waiting) -> None:
        super().__init__(body=tree.body, type_ignores=tree.type_ignores)
        self.waiting = waiting


class Waiting:
    """The bodies of a module's functions that have not been parsed, by the lines of their ``def``."""

    def __init__(self, source: str, bodies: Iterable[_Body]) -> None:
        self._source = source
        self._starts = line_starts(source)
        self._bodies = {one.head: one for one in bodies}

    def parse(self, functions: Iterable[Definition]) -> None:
        """Give those of ``functions`` that wait their bodies; one that does not parse stays empty."""
        wanted = [one for one in functions if one.lineno in self._bodies]
        if not wanted:
            return
        try:
            self._parse(wanted)
        except UNPARSABLE:
            for one in wanted if len(wanted) > 1 else ():
                self.parse([one])
        for one in wanted:
            self._bodies.pop(one.lineno, None)

    def _parse(self, functions: Sequence[Definition]) -> None:
        ordered = sorted(functions, key=lambda one: one.lineno)
        parts, line = [], 1
        for one in ordered:
            body = self._bodies[one.lineno]
            # In the line above a body is the end of its function's head, of which nothing is needed.
            parts += ["\n" * (body.first - 1 - line), "if 1:\n", self._lines(body.first, body.last)]
            line = body.last + 1
        for one, block in zip(ordered, tree_of("".join(parts)).body, strict=True):
            assert isinstance(block, ast.If)
            one.body = block.body

    def _lines(self, first: int, last: int) -> str:
        text = self._source[self._starts[first - 1] : self._starts[last]]
        return text if text.endswith("\n") else f"{text}\n"


def parse(source: str, lines: Sequence[int] = ()) -> ast.Module:
    """``source`` parsed; the bodies of functions that have none of ``lines`` (from 1, sorted) may wait.

    Raises as ``ast.parse`` does, for mistakes in the bodies that wait not before they are asked for.
    """
    bodies = [one for one in _bodies(source) or () if not _has_one(lines, one)]
    for _ in range(_TRIES):
        if not _is_worth_it(source, bodies):
            break
        try:
            return Sparse(tree_of(_without(source, bodies)), Waiting(source, bodies))
        except SyntaxError as error:
            # The body before that place goes on behind what was taken for its end.
            before = [one for one in bodies if one.last < (error.lineno or 0)]
            bodies = [one for one in bodies if before and one is not before[-1]]
        except UNPARSABLE:
            break
    return tree_of(source)


def _is_worth_it(source: str, bodies: Sequence[_Body]) -> bool:
    starts = line_starts(source)
    waiting = sum(starts[one.last] - starts[one.first - 1] for one in bodies)
    return bool(bodies) and waiting * _WORTH >= len(source)


def complete(tree: ast.Module, functions: Iterable[Definition] | None = None) -> None:
    """Give those of ``functions`` in ``tree`` (default: all) that wait for it their bodies."""
    if isinstance(tree, Sparse):
        every = (one for one in ast.walk(tree) if isinstance(one, Definition))
        tree.waiting.parse(every if functions is None else functions)


def is_searchable(source: str) -> bool:
    """Whether words can be looked for in ``source``: no name may be written in two ways."""
    return is_normalized("NFKC", source)


def _has_one(lines: Sequence[int], body: _Body) -> bool:
    at = bisect_left(lines, body.first)
    return at < len(lines) and lines[at] <= body.last


def _without(source: str, bodies: Iterable[_Body]) -> str:
    """``source`` with ``pass`` in the last line of each body, and nothing in its other lines."""
    starts = line_starts(source)
    parts, at = [], 0
    for one in bodies:
        parts += [source[at : starts[one.first - 1]], "\n" * (one.last - one.first), one.indent, " pass"]
        at = starts[one.last] - source.endswith("\n", 0, starts[one.last])
    return "".join([*parts, source[at:]])


def _bodies(source: str) -> list[_Body] | None:
    """The bodies in ``source`` that may wait, none of them in another; None where that cannot be told."""
    if "\r" in source or not is_searchable(source):
        return None
    strings = _long_strings(source)
    return [*_found(source, strings)] if strings is not None else None


def _found(source: str, strings: list[tuple[int, int]]) -> Iterator[_Body]:
    starts, at = line_starts(source), 0
    while (head := _HEAD.search(source, at)) is not None:
        at = head.end()
        if (behind := _end_of(strings, head.start(1))) is not None:
            at = behind
            continue
        colon = _colon(source, head.end())
        rest = _NOTHING_MORE.match(source, colon) if colon is not None else None
        if rest is None:
            continue  # The body is in the line of the head.
        end = _end(source, rest.end(), head[1], strings)
        text = source[rest.end() : end]
        if source[end - 1 : end] == "\\" or len(text) < _SHORT or any(word in text for word in REACHING_OUT):
            continue
        at = end
        first = bisect_right(starts, rest.end(), 0, len(starts) - 1)
        yield _Body(
            head=bisect_right(starts, head.start(1), 0, len(starts) - 1),
            first=first + 1,
            last=bisect_right(starts, end - 1, 0, len(starts) - 1),
            indent=head[1],
        )


def _long_strings(source: str) -> list[tuple[int, int]] | None:
    """Where the strings in three quotes begin and end; None where a string does not end."""
    found: list[tuple[int, int]] = []
    at = 0
    while True:
        before = _UP_TO_TRIPLE.match(source, at)
        assert before is not None
        if before.end() == len(source):
            return found
        string = _LONG_STRING.match(source, before.end())
        if string is None:
            return None
        found.append(string.span())
        at = string.end()


def _end_of(strings: list[tuple[int, int]], place: int) -> int | None:
    """Where the string ends that a place is in; None where it is in none."""
    index = bisect_right(strings, (place, 0)) - 1
    if index < 0:
        return None
    first, end = strings[index]
    return end if first < place < end else None


def _colon(source: str, place: int) -> int | None:
    """The end of the head of a function, whose parameters begin at ``place``: behind its colon."""
    simple = _SIMPLE_REST.match(source, place)
    if simple is not None:
        return simple.end()
    depth = 0
    for part in _IN_HEAD.finditer(source, place):
        if part[1]:
            depth += 1
        elif part[2]:
            depth -= 1
        elif part[3] and depth == 0:
            return part.end()
    return None


def _end(source: str, place: int, indent: str, strings: list[tuple[int, int]]) -> int:
    """The end of the last line of the body that begins behind ``place``; ``indent`` is that of its head."""
    less = _less_than(indent)
    at = place
    while (found := less.search(source, at)) is not None:
        behind = _end_of(strings, found.start())
        if behind is None:
            break
        at = behind
    end = found.start() if found is not None else len(source)
    # Comments and empty lines behind the last statement are not the function's.
    while end > place:
        begin = source.rfind("\n", 0, end) + 1
        line = source[begin:end].strip()
        if (line and not line.startswith("#")) or _end_of(strings, begin) is not None:
            return end
        end = begin - 1
    return place


@cache
def _less_than(indent: str) -> re.Pattern[str]:
    """A line break before a line with code that is not further right than ``indent``."""
    return re.compile(rf"\n(?!{indent}[ \t])(?=[ \t]*+[^\s#])")
