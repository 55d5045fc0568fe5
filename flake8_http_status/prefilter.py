"""Which files are worth parsing: regular expressions over their text, or over their bytes.

Python's ``re`` is fast where a pattern begins with one character, one set of characters or a fixed
text, and slow where it begins with a choice or an assertion.  So the choices are patterns of their
own, and what must stand before a match is looked back at after its first character.
"""
from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate, count
from operator import add
from typing import AnyStr

#: How many characters before a line a word is near.
NEAR = 200
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_NEWLINE = re.compile(r"\n")
#: A source with more characters takes much memory as a list of lines.
_LONG = 1_000_000
_COMMENT = re.compile(r"\s*#")


def holds(patterns: Iterable[str], text: AnyStr) -> bool:
    """Whether one of ``patterns`` matches in ``text`` elsewhere than in a line that is a comment.

    The years of a licence at the top of a file look like numbers.
    """
    if isinstance(text, bytes):
        return any(_found(_for_bytes(pattern), text, b"\n", b"\r", b"#") for pattern in patterns)
    return any(_found(_for_text(pattern), text, "\n", "\r", "#") for pattern in patterns)


def may_hold_near(patterns: Iterable[str], words: Iterable[str], raw: bytes) -> bool:
    """Whether text with these bytes can have ``lines_near``; never wrongly False."""
    low = raw.lower()
    told = [word.encode() for word in words if word.encode() in low]
    for pattern in patterns if told else ():
        for match in _for_bytes(pattern).finditer(raw):
            first = _line_start(low, match.start(), b"\n", b"\r")
            # A character has up to four bytes.
            around = low[max(0, first - 4 * NEAR) : _line_end(low, match.start(), b"\n", b"\r")]
            if any(word in around for word in told):
                return True
    return False


def lines_near(patterns: Iterable[str], words: Iterable[str], source: str) -> list[int]:
    """Those of ``lines_of`` that have one of ``words`` (lower case), or NEAR characters before them do."""
    return [*_near(tuple(patterns), tuple(words), source)]


@lru_cache(maxsize=8)
def _near(patterns: tuple[str, ...], words: tuple[str, ...], source: str) -> tuple[int, ...]:
    starts = line_starts(source)
    found = ((line, starts[line - 1]) for line in lines_of(patterns, source))
    return tuple(
        line for line, start in found if _tells(words, source[max(0, start - NEAR) : starts[line]])
    )


def _tells(words: Iterable[str], text: str) -> bool:
    low = text.lower()
    return any(word in low for word in words)


def split(source: str) -> list[str]:
    """The lines of ``source`` with their ends, as the parser counts them: only CR, LF and CRLF end a line."""
    if "\r" in source:
        return _LINE.findall(source)
    lines = source.split("\n")
    return [*(f"{line}\n" for line in lines[:-1]), lines[-1]]


@lru_cache(maxsize=2)
def line_starts(source: str) -> Sequence[int]:
    """Where each line of ``source`` begins (from 0), and where the text ends."""
    starts = array("L", [0])  # a quarter of the memory of a list, for many modules are kept
    if "\r" in source:
        starts.extend(accumulate(map(len, split(source))))
        return starts
    if len(source) > _LONG:
        # Slower, but without a text for each line.
        starts.extend(found.end() for found in _NEWLINE.finditer(source))
        starts.append(len(source))
        return starts
    starts.extend(map(add, accumulate(map(len, source.split("\n"))), count(1)))
    starts[-1] -= 1  # There is no newline behind the last.
    return starts


def lines_of(patterns: Iterable[str], source: str) -> list[int]:
    """The numbers (from 1, sorted) of the lines where a match of one of ``patterns`` begins.

    A line that is a comment has none.
    """
    return sorted({line for one in patterns for line in _lines_with(one, source)})


@lru_cache(maxsize=32)
def _lines_with(one: str, source: str) -> tuple[int, ...]:
    found = []
    starts = line_starts(source)
    pattern, at = _for_text(one), 0
    while (match := pattern.search(source, at)) is not None:
        line = bisect_right(starts, match.start(), 0, len(starts) - 1)
        if _COMMENT.match(source, starts[line - 1], match.start() + 1) is None:
            found.append(line)
        # Another match in the line tells nothing new, and this one may hide those behind it.
        at = starts[line]
        if line == len(starts) - 1:
            break
    return tuple(found)


def one_of(codes: Iterable[int]) -> str:
    """A pattern for the last two digits of ``codes``, each of three digits, behind the first of them."""
    known = sorted(set(codes))
    hundreds = dict.fromkeys(code // 100 for code in known)
    tails = {one: "|".join(f"{code % 100:02}" for code in known if code // 100 == one) for one in hundreds}
    return "(?:" + "|".join(f"(?<={one})(?:{tail})" for one, tail in tails.items()) + ")"


def _found(pattern: re.Pattern[AnyStr], text: AnyStr, feed: AnyStr, back: AnyStr, sign: AnyStr) -> bool:
    at = 0
    while (match := pattern.search(text, at)) is not None:
        place = match.start()
        if not text[_line_start(text, place, feed, back) : place].lstrip().startswith(sign):
            return True
        # What begins behind the comment counts, even if this match reaches into it.
        at = _line_end(text, place, feed, back)
    return False


def _line_start(text: AnyStr, place: int, feed: AnyStr, back: AnyStr) -> int:
    """Where the line around a place begins."""
    line = text.rfind(feed, 0, place) + 1
    return max(line, text.rfind(back, line, place) + 1)


def _line_end(text: AnyStr, place: int, feed: AnyStr, back: AnyStr) -> int:
    """Where the line around a place ends: at its line end, or that of the text."""
    end = text.find(feed, place)
    end = len(text) if end < 0 else end
    at = text.find(back, place, end)
    return end if at < 0 else at


@cache
def _for_text(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _for_bytes(pattern: str) -> re.Pattern[bytes]:
    return re.compile(pattern.encode())
