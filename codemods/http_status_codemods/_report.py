"""Findings as text and as JSON lines, and changes as a diff."""
from __future__ import annotations

import difflib
import json
import re
from pathlib import Path

from flake8_http_status.findings import Finding
from flake8_http_status.rules import message, rule_for

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_SPECIAL = re.compile(r'[\x00-\x1f"\\\x7f-\xff]')


def text_line(path: Path, finding: Finding) -> str:
    """``shop.py:4:28: HTS101 use …``: line and column from 1, in characters."""
    span = finding.span
    return f"{path}:{span.line}:{span.column + 1}: {rule_for(finding).code} {_in_one_line(message(finding))}"


def json_line(path: Path, finding: Finding) -> str:
    """One JSON object: lines and columns from 1, in characters; the end is the first place behind."""
    span = finding.span
    row = {
        "path": str(path),
        "line": span.line,
        "column": span.column + 1,
        "end_line": span.end_line,
        "end_column": span.end_column + 1,
        "code": rule_for(finding).code,
        "message": _in_one_line(message(finding)),
        "replacement": finding.replacement,
        "fix": finding.verdict.fix,
        "reason": finding.verdict.reason,
        "evidence": finding.evidence,
    }
    return json.dumps(row)


def _in_one_line(text: str) -> str:
    # A literal may be spelled over several lines.
    return " ".join(text.split())


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
