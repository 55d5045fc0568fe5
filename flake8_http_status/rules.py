"""The rules as data: a finding's kind and context decide its rule."""
from __future__ import annotations

from dataclasses import dataclass

from flake8_http_status.findings import Context, Finding, Kind


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, its name (reads after "allow"), the release that brought it, its codemod."""

    code: str
    name: str
    kind: Kind
    context: Context
    since: str
    codemod: str


RULES = (
    Rule("HTS101", "status-comparison", "status", "comparison", "0.1", "UseHTTPStatus"),
    Rule("HTS102", "status-argument", "status", "argument", "0.1", "UseHTTPStatus"),
    Rule("HTS103", "status-value", "status", "value", "0.1", "UseHTTPStatus"),
    Rule("HTS201", "method-comparison", "method", "comparison", "0.1", "UseHTTPMethod"),
    Rule("HTS202", "method-argument", "method", "argument", "0.1", "UseHTTPMethod"),
    Rule("HTS203", "method-value", "method", "value", "0.1", "UseHTTPMethod"),
)
#: Where the documentation is read; the one place that says so.
SITE = "https://OWNER.github.io/flake8-http-status/"
_BY_PLACE = {(rule.kind, rule.context): rule for rule in RULES}


def rule_for(finding: Finding) -> Rule:
    """The rule that reports ``finding``."""
    return _BY_PLACE[finding.kind, finding.context]


def message(finding: Finding) -> str:
    """What the user reads after the code: ``use HTTPStatus.NOT_FOUND instead of 404``."""
    return f"use {finding.replacement} instead of {finding.source}"


def page_of(code: str) -> str:
    """The address of the page that explains the rule ``code``: ``…/rules/HTS101/``."""
    return f"{SITE}rules/{code}/"
