"""SARIF 2.1.0, which code scanning services take.

Facts: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; the numbers of sections below
are its.
"""
from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from flake8_http_status.findings import Finding
from flake8_http_status.rules import RULES, SITE, Rule, page_of
from http_status_codemods import _pages
from http_status_codemods._formats.common import (
    Setting,
    code_of,
    fingerprints,
    message_of,
    remark_on,
    with_lines,
)
from http_status_codemods._records import FileReport

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "SRCROOT"
_INDEX = {rule.code: index for index, rule in enumerate(RULES)}


def sarif(reports: Iterable[FileReport], setting: Setting) -> Iterator[str]:
    """A log with one run; errors with files are its notifications."""
    head = {"$schema": _SCHEMA, "version": "2.1.0", "runs": []}
    run = {
        "tool": {"driver": _driver()},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"uri": f"{setting.root.as_uri().rstrip('/')}/"}},
    }
    yield json.dumps(head)[: -len("]}")] + json.dumps(run)[: -len("}")] + ', "results": ['
    errors: list[dict[str, Any]] = []
    between = "\n"
    for report in reports:
        artifact = _artifact(setting, report.path)
        errors += [_notification(error, artifact) for error in report.errors]
        errors += [_notification(error, None) for error in report.config_errors]
        for result in _results(report, artifact, setting.relative(report.path)):
            yield between + json.dumps(result)
            between = ",\n"
    invocation = {"executionSuccessful": not errors, "toolExecutionNotifications": errors}
    yield '\n], "invocations": ' + json.dumps([invocation]) + "}]}\n"


def _driver() -> dict[str, Any]:
    return {
        "name": "flake8-http-status",
        "informationUri": SITE,
        "semanticVersion": version("flake8-http-status"),
        "rules": list(map(_rule, RULES)),
    }


def _rule(rule: Rule) -> dict[str, Any]:
    page = _pages.page("rules", rule.code) or ""
    said = _first_paragraph(page) or rule.name
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": said},
        "help": {"text": said, **({"markdown": page} if page else {})},
        "helpUri": page_of(rule.code),
        "defaultConfiguration": {"level": "warning"},
        "properties": {"tags": ["maintainability", "readability"], "precision": "high"},
    }


def _first_paragraph(page: str) -> str:
    """What the page says first below its headings, in one line."""
    paragraphs = (each for each in page.split("\n\n") if each and not each.startswith("#"))
    return " ".join(next(paragraphs, "").split())


def _artifact(setting: Setting, path: Path) -> dict[str, str]:
    relative = setting.relative(path)
    address = quote(os.fsencode(relative))
    if Path(relative).is_absolute():
        return {"uri": f"file://{address}"}
    return {"uri": address, "uriBaseId": _ROOT}


def _results(report: FileReport, artifact: dict[str, str], path: str) -> Iterator[dict[str, Any]]:
    texts = report.texts or (None,) * len(report.findings)
    known_by = fingerprints(report, path)
    for (finding, line), known, text in zip(with_lines(report), known_by, texts, strict=True):
        remark = f" ({remark})" if (remark := remark_on(finding)) else ""
        yield {
            "ruleId": code_of(finding),
            "ruleIndex": _INDEX[code_of(finding)],
            "level": "warning",
            "message": {"text": f"{message_of(finding)}{remark}"},
            "locations": [{"physicalLocation": _location(finding, line, artifact)}],
            "partialFingerprints": {"httpStatusLiteral/v1": known},
            **({"fixes": [_fix(finding, text, artifact)]} if text and _stands_free(finding, line) else {}),
            "properties": {
                "replacement": finding.replacement,
                "fix": finding.verdict.fix,
                "reason": finding.verdict.reason,
                "evidence": finding.evidence,
            },
        }


def _stands_free(finding: Finding, line: str) -> bool:
    """Whether no word touches the literal, as in ``404if``: with a name in its place the two would be one."""
    span = finding.span
    around = line[max(0, span.column - 1) : span.column]
    if span.end_line == span.line:
        around += line[span.end_column : span.end_column + 1]
    return not any(character.isalnum() or character == "_" for character in around)


def _fix(finding: Finding, text: str, artifact: dict[str, str]) -> dict[str, Any]:
    """The change that makes the finding go (3.55); one that needs an import as well is left to ``fix``."""
    replacement = {"deletedRegion": _region(finding), "insertedContent": {"text": text}}
    changes = [{"artifactLocation": artifact, "replacements": [replacement]}]
    return {"description": {"text": f"Use {finding.replacement}"}, "artifactChanges": changes}


def _location(finding: Finding, line: str, artifact: dict[str, str]) -> dict[str, Any]:
    start = finding.span.line
    return {
        "artifactLocation": artifact,
        "region": {**_region(finding), "snippet": {"text": _whole(finding.source)}},
        "contextRegion": {"startLine": start, "endLine": start, "snippet": {"text": _whole(line)}},
    }


def _region(finding: Finding) -> dict[str, int]:
    """Lines and columns from 1; the end is the first place behind (3.30.8)."""
    span = finding.span
    return {
        "startLine": span.line,
        "startColumn": span.column + 1,
        "endLine": span.end_line,
        "endColumn": span.end_column + 1,
    }


def _whole(line: str) -> str:
    # Half a surrogate pair, which some decoders let through, is no text.
    return line.encode("utf-8", "replace").decode("utf-8")


def _notification(text: str, artifact: dict[str, str] | None) -> dict[str, Any]:
    said: dict[str, Any] = {"level": "error", "message": {"text": text}}
    if artifact is not None:
        said["locations"] = [{"physicalLocation": {"artifactLocation": artifact}}]
    return said
