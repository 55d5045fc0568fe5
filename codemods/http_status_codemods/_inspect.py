"""One file: read it, find, and settle what may be fixed there.  Needs neither flake8 nor LibCST."""
from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flake8_http_status.config import Options
from flake8_http_status.detect import Detector, parse_for
from flake8_http_status.findings import Finding, Verdict
from flake8_http_status.noqa import Noqa
from flake8_http_status.parsing import tree_of
from flake8_http_status.rules import DEFAULT, rule_for
from http_status_codemods._imports import plan
from http_status_codemods._plan import Plan
from http_status_codemods._spans import LINE_END

_STAR = re.compile(r"import\s*\(?\s*\*")


@dataclass(frozen=True, slots=True)
class Inspected:
    """A module's tree and its findings, those that ``# noqa`` suppresses left out.

    ``closed`` are the modules whose star imports are known to bring constants alone.
    """

    source: str
    tree: ast.Module
    findings: tuple[Finding, ...]
    path: Path | None
    closed: frozenset[str] = frozenset()

    def lines(self) -> list[str]:
        """The lines of the source as the parser counts them, without their ends."""
        return LINE_END.split(self.source)

    def fixable(self, *, unsafe: bool) -> list[Finding]:
        """The findings that a fixer may replace: the safe ones, or the unsafe ones too."""
        wanted = ("safe", "unsafe") if unsafe else ("safe",)
        return [each for each in self.findings if each.verdict.fix in wanted]

    def plan_for(self, findings: Sequence[Finding]) -> Plan:
        """How to write the constants of ``findings`` in this module."""
        return plan(self.source, self.tree, findings, self.path, self.closed)

    def texts_at_hand(self) -> tuple[str | None, ...]:
        """For each finding what a safe fix writes in its place if it needs no new import, else None."""
        safe = self.fixable(unsafe=False)
        planned = self.plan_for(safe)
        wanted = {one.span: planned.text(one) for one in safe if not planned.needs_import(one)}
        return tuple(wanted.get(one.span) if one in safe else None for one in self.findings)

    def with_refusals(self) -> Inspected:
        """The same with no fix promised where the module cannot name the constant."""
        safe, everything = self.fixable(unsafe=False), self.fixable(unsafe=True)
        plans = {"safe": self.plan_for(safe)}
        plans["unsafe"] = self.plan_for(everything) if len(everything) > len(safe) else plans["safe"]

        def settled(finding: Finding) -> Finding:
            fix = finding.verdict.fix
            reason = plans[fix].refusal(finding) if fix != "none" else None
            return replace(finding, verdict=Verdict("none", reason)) if reason else finding

        return replace(self, findings=tuple(map(settled, self.findings)))


def inspect(
    source: str,
    options: Options,
    path: Path | None,
    selected: frozenset[str] = DEFAULT,
    *,
    detector: Detector | None = None,
    heed_noqa: bool = True,
    whole: bool = True,
) -> Inspected:
    """The findings in ``source`` of the rules with the codes ``selected``.

    ``detector`` knows the project around the file; without it, the file stands alone.  With
    ``heed_noqa`` what a comment suppresses is left out.  Without ``whole``, functions in which nothing can be
    found need not parse.

    Raises what ``parsing.UNPARSABLE`` lists, and ConfigError.
    """
    tree = tree_of(source) if whole else parse_for(source, selected)
    detector = detector or Detector(options.stubs)
    noqa = Noqa(source)
    found = detector.find(source, options, tree=tree, path=path, selected=selected)
    kept = (
        one for one in found if not (heed_noqa and noqa.hides(one.span.line, rule_for(one).code))
    )
    closed = detector.closed_stars(tree, path) if _STAR.search(source) else frozenset[str]()
    return Inspected(source, tree, tuple(kept), path, closed)
