"""Annotations of GitHub Actions.

Facts: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands, and the
escapes of https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from flake8_http_status.findings import Finding
from flake8_http_status.rules import page_of, rule_for
from http_status_codemods._formats.common import Setting, message_of, remark_on
from http_status_codemods._records import FileReport

_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = {**_IN_TEXT, ord(":"): "%3A", ord(","): "%2C"}


def github(reports: Iterable[FileReport], setting: Setting) -> Iterator[str]:
    """A command a finding, and one for each file that has an error."""
    for report in reports:
        file = setting.relative(report.path)
        for finding in report.findings:
            rule = rule_for(finding)
            remark = f" ({remark})" if (remark := remark_on(finding)) else ""
            title = f"{rule.code} {rule.name}"
            said = f"{rule.code} {message_of(finding)}{remark}"
            text = f"{file}:{finding.span.line}: {said}\n{page_of(rule.code)}"
            yield _command(text, file=file, **_place(finding), title=title)
        for error in report.errors:
            yield _command(error, file=file)


def _place(finding: Finding) -> dict[str, int]:
    span = finding.span
    if span.line != span.end_line:
        # Columns are refused where the lines differ (https://github.com/actions/runner/pull/2082).
        return {"line": span.line, "endLine": span.end_line}
    return {
        "line": span.line,
        "col": span.column + 1,
        "endLine": span.end_line,
        "endColumn": span.end_column + 1,
    }


def _command(text: str, **properties: Any) -> str:
    said = ",".join(f"{name}={str(value).translate(_IN_PROPERTY)}" for name, value in properties.items())
    return f"::error {said}::{text.translate(_IN_TEXT)}\n"
