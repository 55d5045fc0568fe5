"""Changes as a diff."""
from __future__ import annotations

import difflib
import re
from pathlib import Path

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_SPECIAL = re.compile(r'[\x00-\x1f"\\\x7f-\xff]')


def diff(path: Path, old: bytes, new: bytes) -> bytes:
    """A unified diff that ``git apply`` takes, from a file's bytes before and after."""
    # Latin-1 maps each byte to one character and back: a file of any encoding comes through.
    rows = difflib.unified_diff(_lines(old), _lines(new), _quoted(path, "a"), _quoted(path, "b"))
    return "".join(map(_ended, rows)).encode("latin-1")


def _lines(raw: bytes) -> list[str]:
    return _LINE.findall(raw.decode("latin-1"))


def _ended(row: str) -> str:
    return row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n"


def _quoted(path: Path, side: str) -> str:
    """The path as git writes it in a diff: bytes that are not plain in quotes and in octal."""
    name = f"{side}/{path.as_posix()}".encode("utf-8", "surrogateescape").decode("latin-1")
    octal = _SPECIAL.sub(lambda match: f"\\{ord(match.group()):03o}", name)
    return name if octal == name else f'"{octal}"'
