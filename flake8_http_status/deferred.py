"""Functions whose bodies are not read before somebody asks for them, by their lines and by their words."""
from __future__ import annotations

import ast
import re
from array import array
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from flake8_http_status.nodes import Definition
from flake8_http_status.prefilter import line_starts
from flake8_http_status.sparse import REACHING_OUT, is_searchable

#: What stands behind a name that is read, for nothing is assigned to it before that: ``x.name.more = 1``.
_LOADED = re.compile(r"[ \t]*[(.\[]")
_CALLED = re.compile(r"[ \t]*\(")
_WORD = re.compile(r"\w+")
#: After so many names were looked for one by one, all words of the text are gone through once: a text with
#: many functions is long, too.
_MANY = 400
#: How many characters before a name a dot is looked for; if there is nothing, nothing is known.
_FAR = 200
_NOWHERE: Sequence[int] = ()
Kept = TypeVar("Kept")


class Deferred(Generic[Kept]):
    """The functions of a module that wait, none of them in another, each with something kept for it."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._starts = line_starts(source)
        self._places: dict[str, list[int]] = {}
        self._lines: list[int] = []
        self._waiting: dict[int, tuple[ast.AST, Kept]] = {}

    @classmethod
    def of(cls, source: str | None) -> Deferred[Kept] | None:
        """None where words cannot be looked for: no text, or one where a name may be written in two ways."""
        return cls(source) if source is not None and is_searchable(source) else None

    def put(self, function: Definition, kept: Kept) -> bool:
        """Let a function wait; False where it must not."""
        line = function.lineno
        if line in self._waiting or any(self.holds(function, word) for word in REACHING_OUT):
            return False
        self._waiting[line] = (function, kept)
        if self._lines and line < self._lines[-1]:
            insort(self._lines, line)
        else:
            self._lines.append(line)
        return True

    def take(self, line: int) -> Kept:
        """What was kept for the function that begins in ``line`` (from 1), which waits no longer."""
        del self._lines[bisect_left(self._lines, line)]
        return self._waiting.pop(line)[1]

    def at(self, line: int) -> Kept | None:
        """What was kept for the function that waits around ``line``; None where none does."""
        at = bisect_right(self._lines, line) - 1
        if at < 0:
            return None
        function, kept = self._waiting[self._lines[at]]
        return kept if line <= (getattr(function, "end_lineno", None) or 0) else None

    def holding(self, words: Sequence[str]) -> list[Kept]:
        """What was kept for those whose text has one of ``words``, in their order; of all without words."""
        if not words:
            return [self._waiting[line][1] for line in self._lines]
        return self._around(place for word in words for place in self._found(word))

    def storing(self, name: str) -> list[Kept]:
        """What was kept for those that may assign to an attribute called ``name``, in their order."""
        size = len(name)
        return self._around(
            place
            for place in self._found(name)
            if _LOADED.match(self._source, place + size) is None and self._is_attribute(place)
        )

    def handing_over(self, name: str) -> list[Kept]:
        """What was kept for those that may do something else with ``name`` than call it, in their order."""
        size = len(name)
        return self._around(
            place for place in self._found(name) if _CALLED.match(self._source, place + size) is None
        )

    def _is_attribute(self, place: int) -> bool:
        """Whether the name at a place in the text may be an attribute's: a dot is before it."""
        before = self._source[max(0, place - _FAR) : place].rstrip()
        # What a comment ends in says nothing of what is before it.
        return before.endswith((".", "\\")) or "#" in before.rpartition("\n")[2] or not before

    def _around(self, places: Iterable[int]) -> list[Kept]:
        """What was kept for the functions around some places in the text, in their order."""
        found = {line for place in places if (line := self._line_around(place)) is not None}
        return [self._waiting[line][1] for line in sorted(found)]

    def _line_around(self, place: int) -> int | None:
        """The first line of the function that waits around a place in the text."""
        line = bisect_right(self._starts, place, 0, len(self._starts) - 1)
        at = bisect_right(self._lines, line) - 1
        if at < 0:
            return None
        first = self._lines[at]
        return first if line <= (getattr(self._waiting[first][0], "end_lineno", None) or 0) else None

    def mentions(self, word: str) -> bool:
        """Whether the module has the name ``word`` anywhere."""
        return bool(self._found(word))

    def holds(self, function: ast.AST, word: str) -> bool:
        """Whether the text of ``function`` has the name ``word``."""
        first, last = getattr(function, "lineno", 1), getattr(function, "end_lineno", None) or 1
        places = self._found(word)
        at = bisect_left(places, self._starts[first - 1])
        return at < len(places) and places[at] < self._starts[min(last, len(self._starts) - 1)]

    def _found(self, word: str) -> Sequence[int]:
        """The places of ``word`` in the text, sorted."""
        if word not in self._places:
            if len(self._places) >= _MANY and _WORD.fullmatch(word):
                return self._words.get(word, _NOWHERE)
            self._places[word] = self._searched(word)
        return self._places[word]

    def _searched(self, word: str) -> list[int]:
        size, text = len(word), self._source
        places, at = [], text.find(word)
        while at >= 0:
            if not _goes_on(text[at - 1 : at]) and not _goes_on(text[at + size : at + size + 1]):
                places.append(at)
            at = text.find(word, at + size)
        return places

    @cached_property
    def _words(self) -> dict[str, array[int]]:
        """The places of all words, sorted."""
        words: defaultdict[str, array[int]] = defaultdict(lambda: array("Q"))
        for one in _WORD.finditer(self._source):
            words[one[0]].append(one.start())
        return dict(words)


def _goes_on(sign: str) -> bool:
    return sign == "_" or sign.isalnum()
