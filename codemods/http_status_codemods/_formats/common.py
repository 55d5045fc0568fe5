"""What the formats share: where a finding stands, what is said of it, and what it is known by."""
from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from flake8_http_status.findings import Finding
from flake8_http_status.rules import page_of, rule_for
from http_status_codemods._records import FileReport


@dataclass(frozen=True, slots=True)
class Setting:
    """What a format may ask of its surroundings.

    ``colour``: whether the output may hold ANSI colours.  ``root`` is the folder (absolute) that the
    paths of reports for a server are relative to.
    """

    colour: bool = False
    root: Path = field(default_factory=Path.cwd)

    def relative(self, path: Path) -> str:
        """``path`` below the root, with slashes; what lies elsewhere as an absolute path."""
        whole = os.path.abspath(path)  # noqa: PTH100  # links are not followed
        root = os.path.join(self.root, "")  # noqa: PTH118
        return Path(whole.removeprefix(root)).as_posix()


def code_of(finding: Finding) -> str:
    """The code of the rule that reports ``finding``."""
    return rule_for(finding).code


def linked_code(finding: Finding) -> str:
    """The code in red, and for a terminal that knows links (OSC 8) one to the rule's page.

    The escapes are those of https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda.
    """
    code = code_of(finding)
    return f"\x1b]8;;{page_of(code)}\x1b\\\x1b[1;31m{code}\x1b[0m\x1b]8;;\x1b\\"


def message_of(finding: Finding) -> str:
    """What is said of ``finding``, in one line: a literal may be spelled over several."""
    return " ".join(finding.message.split())


def remark_on(finding: Finding) -> str:
    """Why ``finding`` has no safe fix, in a short phrase; empty where it has one."""
    match finding.verdict.fix:
        case "safe":
            return ""
        case "unsafe":
            return f"unsafe fix: {finding.verdict.reason}"
        case "none":
            return f"no fix: {finding.verdict.reason}"


def with_lines(report: FileReport) -> Iterator[tuple[Finding, str]]:
    """Each finding with the text of the line that it starts in."""
    return zip(report.findings, report.lines, strict=True)


def fingerprints(report: FileReport, path: str) -> Iterator[str]:
    """What each finding is known by from run to run, however the lines above it move.

    It is made of the ``path``, the rule, the literal and its line's text; equal ones are counted.
    """
    seen: Counter[str] = Counter()
    for finding, line in with_lines(report):
        known = "\0".join((path, code_of(finding), finding.source, line.strip()))
        seen[known] += 1
        yield sha256(f"{known}\0{seen[known]}".encode("utf-8", "surrogatepass")).hexdigest()
