"""Which findings a ``# noqa`` comment suppresses: flake8's own rules, without flake8.

flake8 does this itself for the plugin; the command line and the codemods ask here.  The rules are
those of flake8 6 and 7: https://flake8.pycqa.org/en/latest/user/violations.html.  A test holds them
against the installed flake8.
"""
from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterable
from functools import lru_cache

from flake8_http_status.findings import Finding
from flake8_http_status.rules import rule_for

_INLINE = re.compile(r"# noqa(?::\s?(?P<codes>([A-Z]+[0-9]+(?:[,\s]+)?)+))?", re.IGNORECASE)
_FILE = re.compile(r"\s*# flake8[:=]\s*noqa", re.IGNORECASE)
_SEPARATOR = re.compile(r"[,\s]")
_NEWLINE = re.compile(r"\r\n?")


def unsuppressed(source: str, findings: Iterable[Finding]) -> list[Finding]:
    """The ``findings`` in ``source`` that no comment suppresses, in their order."""
    found = list(findings)
    if not found or "noqa" not in source.lower():
        return found
    # flake8 reads files with universal newlines.
    lines = io.StringIO(_NEWLINE.sub("\n", source)).readlines()
    if any(map(_FILE.match, lines)):
        return []
    texts = _logical_lines(lines)
    return [
        finding
        for finding in found
        if not _hides(texts.get(finding.span.line, ""), rule_for(finding).code)
    ]


def _hides(text: str, code: str) -> bool:
    """Whether the first comment for flake8 in ``text`` names ``code``, a prefix of it, or nothing."""
    codes = _named(text)
    return codes is not None and (not codes or code.startswith(codes))


@lru_cache(maxsize=512)
def _named(text: str) -> tuple[str, ...] | None:
    """The codes in the first comment, () where it names none, None where there is no comment."""
    match = _INLINE.search(text)
    if match is None:
        return None
    return tuple(filter(None, _SEPARATOR.split(match["codes"] or "")))


def _logical_lines(lines: list[str]) -> dict[int, str]:
    """Line number (from 1) → the text that is searched for it: the whole statement over its lines."""
    try:
        tokens = list(tokenize.generate_tokens(iter(lines).__next__))
    except (tokenize.TokenError, SyntaxError):
        return dict(enumerate(lines, start=1))
    texts: dict[int, str] = {}
    first = 0
    last = 0
    for token in tokens:
        if token.type in (tokenize.ENDMARKER, tokenize.DEDENT):
            continue
        first = first or token.start[0]
        last = max(last, token.end[0])
        if token.type in (tokenize.NL, tokenize.NEWLINE):
            texts.update(dict.fromkeys(range(first, last + 1), "".join(lines[first - 1 : last])))
            first = last = 0
    return texts
