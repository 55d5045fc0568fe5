"""A Code Quality report of GitLab.

Facts: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
"""
from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from flake8_http_status.findings import Finding
from flake8_http_status.rules import rule_for
from http_status_codemods._formats.common import Setting, fingerprints, message_of, remark_on
from http_status_codemods._formats.rows import array
from http_status_codemods._records import FileReport


def gitlab(reports: Iterable[FileReport], setting: Setting) -> Iterator[str]:
    """One array, an issue a finding; its fingerprint stays where lines above it come and go."""
    yield from array(_issues(reports, setting))
    yield "\n"


def _issues(reports: Iterable[FileReport], setting: Setting) -> Iterator[str]:
    for report in reports:
        path = setting.relative(report.path)
        known_by = fingerprints(report, path)
        for finding, fingerprint in zip(report.findings, known_by, strict=True):
            yield json.dumps(_issue(finding, path, fingerprint))


def _issue(finding: Finding, path: str, fingerprint: str) -> dict[str, object]:
    rule, span = rule_for(finding), finding.span
    remark = f" ({remark})" if (remark := remark_on(finding)) else ""
    return {
        "description": f"{rule.code} {message_of(finding)}{remark}",
        "check_name": f"{rule.code} {rule.name}",
        "fingerprint": fingerprint,
        "severity": "info" if finding.verdict.fix == "none" else "minor",
        "location": {"path": path, "lines": {"begin": span.line, "end": span.end_line}},
    }
