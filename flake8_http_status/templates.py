"""What templates of texts take of the values that they are given: the letters of their conversions."""
from __future__ import annotations

import re
import string

#: What takes ``str()`` or ``repr()`` of a value in a template of ``%``, with the letter that tells which
#: (https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting).
_CONVERSION = re.compile(r"%(?:\(([^)]*)\))?[#0 +-]*[\d*]*(?:\.[\d*]+)?[hlL]?([sra%])")


def percent(template: str) -> set[str]:
    """Which of ``s``, ``r`` and ``a`` are in a template of ``%``."""
    return {letter for _, letter in _CONVERSION.findall(template)} - {"%"}


def percent_of(template: str, name: object) -> set[str]:
    """Which of them a template of ``%`` has for a value that it takes out by ``name``."""
    return {letter for key, letter in _CONVERSION.findall(template) if key == name and letter != "%"}


def braces(template: str) -> set[str]:
    """Which conversions are in a template of ``str.format``; ``s`` where none is written."""
    try:
        fields = list(string.Formatter().parse(template))
    except ValueError:
        return set()  # It raises at run time, too.
    return {conversion or "s" for _, name, _, conversion in fields if name is not None}
