"""Which files are worth parsing: regular expressions over their text, or over their bytes.

Python's ``re`` is fast where a pattern begins with one character, one set of characters or a fixed
text, and slow where it begins with a choice or an assertion.  So the choices are patterns of their
own, and what must stand before a match is looked back at after its first character.
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import AnyStr


def holds(patterns: Iterable[str], text: AnyStr) -> bool:
    """Whether one of ``patterns`` matches in ``text`` elsewhere than in a line that is a comment.

    The years of a licence at the top of a file look like numbers.
    """
    if isinstance(text, bytes):
        return any(_found(_for_bytes(pattern), text, b"\n", b"\r", b"#") for pattern in patterns)
    return any(_found(_for_text(pattern), text, "\n", "\r", "#") for pattern in patterns)


def _found(pattern: re.Pattern[AnyStr], text: AnyStr, feed: AnyStr, back: AnyStr, sign: AnyStr) -> bool:
    at = 0
    while (match := pattern.search(text, at)) is not None:
        place = match.start()
        line = text.rfind(feed, 0, place) + 1
        line = max(line, text.rfind(back, line, place) + 1)
        if not text[line:place].lstrip().startswith(sign):
            return True
        # What begins behind the comment counts, even if this match reaches into it.
        end = text.find(feed, place)
        at = text.find(back, place, end if end >= 0 else len(text))
        at = end if at < 0 else at
        if at < 0:
            return False
    return False


@cache
def _for_text(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _for_bytes(pattern: str) -> re.Pattern[bytes]:
    return re.compile(pattern.encode())
