"""JUnit's XML, which most CI servers show: a suite a file, a failed case a finding.

There is no standard; the elements and attributes are those of the schema of Jenkins
(https://github.com/jenkinsci/xunit-plugin, junit-10.xsd).
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from flake8_http_status.rules import rule_for
from http_status_codemods._formats.common import Setting, message_of, with_lines
from http_status_codemods._formats.text import excerpt, plain
from http_status_codemods._records import FileReport

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_PASSED = (
    '<testsuite name="flake8-http-status" tests="1" failures="0" errors="0">\n'
    '<testcase classname="flake8-http-status" name="no findings"/>\n</testsuite>\n'
)
#: What XML 1.0 cannot hold, not even as a reference.
_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(reports: Iterable[FileReport], setting: Setting) -> Iterator[str]:
    """The whole document; a run without findings and errors is a case that passed."""
    suites: list[str] = []
    failures = errors = 0
    for report in reports:
        if report.findings or report.errors:
            suites.append(_suite(report))
            failures, errors = failures + len(report.findings), errors + len(report.errors)
    if not suites:
        suites = [_PASSED]
    tests = failures + errors or 1
    yield _HEAD
    yield f'<testsuites name="flake8-http-status" tests="{tests}" failures="{failures}" errors="{errors}">\n'
    yield from suites
    yield "</testsuites>\n"


def _suite(report: FileReport) -> str:
    path = _attribute(str(report.path))
    failures, errors = len(report.findings), len(report.errors)
    counts = f'tests="{failures + errors}" failures="{failures}" errors="{errors}"'
    return f"<testsuite name={path} {counts}>\n{''.join(_cases(report, path))}</testsuite>\n"


def _cases(report: FileReport, path: str) -> Iterator[str]:
    for finding, line in with_lines(report):
        rule, span = rule_for(finding), finding.span
        name = f"{rule.code} {rule.name} {span.line}:{span.column + 1}"
        place = f"{report.path}:{span.line}:{span.column + 1}: {rule.code} {message_of(finding)}\n"
        body = _text(place + "".join(map(plain, excerpt(finding, line))))
        yield (
            f'<testcase classname={path} name={_attribute(name)} file={path} line="{span.line}">\n'
            f'<failure type="{rule.code}" message={_attribute(message_of(finding))}>{body}</failure>\n'
            "</testcase>\n"
        )
    for error in report.errors:
        yield (
            f'<testcase classname={path} name="error" file={path}>\n'
            f'<error type="error" message={_attribute(error)}/>\n</testcase>\n'
        )


def _text(text: str) -> str:
    return _ascii(escape(_possible(text)))


def _attribute(text: str) -> str:
    return _ascii(quoteattr(_possible(text)))


def _possible(text: str) -> str:
    return _IMPOSSIBLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _ascii(xml: str) -> str:
    # Right whatever encoding the output is written in.
    return xml.encode("ascii", "xmlcharrefreplace").decode("ascii")
