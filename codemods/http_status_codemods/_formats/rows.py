"""For programs: a JSON object a finding, in an array or one a line."""
from __future__ import annotations

import json as _json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from flake8_http_status.findings import Finding
from flake8_http_status.rules import page_of
from http_status_codemods._formats.common import Setting, code_of, message_of
from http_status_codemods._records import FileReport


def jsonl(reports: Iterable[FileReport], setting: Setting) -> Iterator[str]:
    """One object a line (https://jsonlines.org)."""
    for row in _rows(reports):
        yield f"{row}\n"


def json(reports: Iterable[FileReport], setting: Setting) -> Iterator[str]:
    """One array of all objects."""
    yield from array(_rows(reports))
    yield "\n"


def array(rows: Iterable[str]) -> Iterator[str]:
    """The JSON array of ``rows``, which are JSON themselves, one a line."""
    between = "["
    for row in rows:
        yield f"{between}\n{row}"
        between = ","
    yield "\n]" if between == "," else "[]"


def _rows(reports: Iterable[FileReport]) -> Iterator[str]:
    for report in reports:
        for finding in report.findings:
            yield _json.dumps(row(report.path, finding))


def row(path: Path, finding: Finding) -> dict[str, Any]:
    """What there is to say of ``finding``: lines and columns from 1, in characters, the end exclusive."""
    span = finding.span
    return {
        "path": str(path),
        "line": span.line,
        "column": span.column + 1,
        "end_line": span.end_line,
        "end_column": span.end_column + 1,
        "code": code_of(finding),
        "message": message_of(finding),
        "replacement": finding.replacement,
        "fix": finding.verdict.fix,
        "reason": finding.verdict.reason,
        "evidence": finding.evidence,
        "url": page_of(code_of(finding)),
    }
