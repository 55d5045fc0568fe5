"""Which findings a ``# noqa`` comment suppresses: flake8's own rules, without flake8.

flake8 does this itself for the plugin; the command line and the codemods ask here.  The rules are
those of flake8 6 and 7: https://flake8.pycqa.org/en/latest/user/violations.html.  A test holds them
against the installed flake8.
"""
from __future__ import annotations

import re
import tokenize
from functools import cached_property, lru_cache

_INLINE = re.compile(r"# noqa(?::\s?(?P<codes>([A-Z]+[0-9]+(?:[,\s]+)?)+))?", re.IGNORECASE)
_FILE = re.compile(r"\s*# flake8[:=]\s*noqa", re.IGNORECASE)
_SEPARATOR = re.compile(r"[,\s]")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
#: An f-string that may go over lines: a statement in one has neither of its ends in its line.
_LONG_F_STRING = re.compile(r"(?i)fr?(?:\"\"\"|''')")
_LONG_QUOTES = ('"""', "'''")


class Noqa:
    """The suppressions in one file's ``source``."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._speaks = "noqa" in source.lower()

    def hides(self, line: int, code: str) -> bool:
        """Whether a comment suppresses ``code`` in ``line`` (from 1), for that line or the whole file.

        A comment speaks for all lines of its statement.
        """
        if not self._speaks:
            return False
        if self._whole_file:
            return True
        if not any(not named or code.startswith(named) for named in self._comments):
            return False  # Which lines belong together takes long to tell.
        codes = _named(self._text(line))
        return codes is not None and (not codes or code.startswith(codes))

    @cached_property
    def _lines(self) -> list[str]:
        # flake8 reads files with universal newlines.
        return _LINE.findall(self._source.replace("\r\n", "\n").replace("\r", "\n"))

    @cached_property
    def _whole_file(self) -> bool:
        return any(map(_FILE.match, self._lines))

    @cached_property
    def _comments(self) -> set[tuple[str, ...]]:
        """What the comments name, wherever they stand."""
        named = (_named(match[0]) for match in _INLINE.finditer("".join(self._lines)))
        return {one for one in named if one is not None}

    def _text(self, line: int) -> str:
        """The text that is searched for ``line``: itself, but for one that a string or a backslash joins."""
        if line > len(self._lines):
            return ""
        own, before = self._lines[line - 1], self._lines[max(0, line - 2)]
        joined = own.endswith("\\\n") or before.endswith("\\\n") or any(one in own for one in _LONG_QUOTES)
        return self._texts.get(line, "") if joined or self._has_long_f_string else own

    @cached_property
    def _has_long_f_string(self) -> bool:
        return _LONG_F_STRING.search(self._source) is not None

    @cached_property
    def _texts(self) -> dict[int, str]:
        """Line number (from 1) → the text that is searched for it: its whole statement."""
        try:
            tokens = list(tokenize.generate_tokens(iter(self._lines).__next__))
        except (tokenize.TokenError, SyntaxError):
            return dict(enumerate(self._lines, start=1))
        texts: dict[int, str] = {}
        first = last = 0
        for token in tokens:
            if token.type in (tokenize.ENDMARKER, tokenize.DEDENT):
                continue
            first = first or token.start[0]
            last = max(last, token.end[0])
            if token.type in (tokenize.NL, tokenize.NEWLINE):
                texts.update(dict.fromkeys(range(first, last + 1), "".join(self._lines[first - 1 : last])))
                first = last = 0
        return texts


@lru_cache(maxsize=512)
def _named(text: str) -> tuple[str, ...] | None:
    """The codes in the first comment of ``text``: () where it names none, None where there is no comment."""
    match = _INLINE.search(text)
    if match is None:
        return None
    return tuple(filter(None, _SEPARATOR.split(match["codes"] or "")))
