"""The documentation is true: each case of each page is checked four ways."""
from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from flake8_http_status import config, detect, knowledge, rules
from flake8_http_status.config import Options
from flake8_http_status.findings import Finding
from flake8_http_status.noqa import Noqa
from http_status_codemods._imports import plan
from http_status_codemods._plan import Plan
from tests import pages
from tests.pages import Case
from tests.rewriting import rewritten

CASES = [case for page in pages.PAGES for case in pages.cases(page)]
RULES = {rule.code for rule in rules.RULES}


def _id(case: Case) -> str:
    return case.id


class Laid:
    """A case laid out in a folder: its path and its options."""

    def __init__(self, case: Case, folder: Path) -> None:
        settings = case.settings
        self.case = case
        self.unsafe: bool = settings.get("unsafe-fixes", False)
        self.path = folder / settings.get("filename", "example.py")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.touch()
        for name, text in settings.get("beside", {}).items():
            beside = folder / name
            beside.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(text, encoding="utf-8")
        stubs: tuple[Path, ...] = ()
        if "stub" in settings:
            assert case.stub is not None, "no pyi fence stands above"
            stub = folder / "stubs" / settings["stub"]
            stub.parent.mkdir()
            stub.write_text(case.stub, encoding="utf-8")
            stubs = (stub,)
        own = {case.page.stem} & RULES
        self.options = Options(
            target=config.parse_target(settings.get("target", "3.11")),
            allow=config.parse_allow(str(entry) for entry in settings.get("allow", ())),
            stubs=stubs,
            evidence=config.parse_evidence(settings.get("evidence", "named")),
            vendor_codes=config.parse_vendor_codes(str(code) for code in settings.get("vendor-codes", ())),
            include=config.parse_include(settings.get("include", ())),
            value=config.parse_value(settings.get("value", "never")),
            vocabulary=config.parse_vocabulary(settings.get("vocabulary", ())),
            style=config.parse_style(
                f"{folder}/{entry}" if "/" in entry else entry for entry in settings.get("style", ())
            ),
        )
        self.selected = rules.DEFAULT | own | rules.codes(settings.get("extend-select", ()))
        if not own:
            self.selected |= rules.implied(self.options)

    def findings(self, source: str) -> list[Finding]:
        """What is reported in ``source``."""
        silence = Noqa(source)
        found = detect.find(source, self.options, path=self.path, selected=self.selected)
        return [finding for finding in found if not silence.hides(finding.span.line, _code(finding))]

    def fixed(self, source: str) -> str:
        """``source`` as the codemods leave it."""
        return rewritten(
            source, self.options, path=self.path, unsafe=self.unsafe, selected=self.selected
        )

    def stays(self, finding: Finding) -> bool:
        """Whether the page says that ``finding`` is not fixed."""
        return (_code(finding), finding.span.line) in self.case.kept


@pytest.fixture(params=CASES, ids=_id)
def laid(request: pytest.FixtureRequest, tmp_path: Path) -> Laid:
    return Laid(request.param, tmp_path)


def test_a_case_holds_four_ways(laid: Laid) -> None:
    case = laid.case
    before = laid.findings(case.before)
    reported = {(_code(finding), finding.span.line) for finding in before}
    assert case.kept <= reported, "the page names findings that are not reported"
    fixes = [finding for finding in before if not laid.stays(finding)]
    allowed = {"safe", "unsafe"} if laid.unsafe else {"safe"}
    assert [_row(finding) for finding in fixes if finding.verdict.fix not in allowed] == [], "not fixed"

    edited = _edited(case.before, fixes, plan(case.before, ast.parse(case.before), fixes, laid.path))
    assert _bare(edited) == _bare(case.after), "the findings as bare edits of their spans"
    assert laid.fixed(case.before) == case.after, "the codemods"
    left = laid.findings(case.after)
    kept = Counter(_code(finding) for finding in before if laid.stays(finding))
    assert Counter(map(_code, left)) == kept, "the file after is silent but for what the page says"
    assert laid.fixed(case.after) == case.after, "a second run changes nothing"


@pytest.mark.parametrize("laid", [case for case in CASES if case.page.stem in RULES], ids=_id, indirect=True)
def test_a_rules_page_has_findings_of_its_rule_alone(laid: Laid) -> None:
    code = laid.case.page.stem
    assert {_code(finding) for finding in laid.findings(laid.case.before)} <= {code}


@pytest.mark.parametrize("page", pages.PAGES, ids=lambda page: str(page.relative_to(pages.ROOT)))
def test_the_stubs_on_a_page_are_stubs(page: Path, tmp_path: Path) -> None:
    for fence in pages.fences(page):
        if fence.language == "pyi":
            stub = tmp_path / f"line{fence.line}.pyi"
            stub.write_text(fence.text, encoding="utf-8")
            knowledge.read(stub)


def test_a_wrong_column_is_seen() -> None:
    source = 'import requests\nrequests.request("GET", url)\n'
    (finding,) = detect.find(source, Options(target=(3, 11)))
    assert "HTTPMethod.GET" in _edited(source, [finding])
    with pytest.raises(AssertionError):
        _edited(source, [replace(finding, span=replace(finding.span, column=finding.span.column + 1))])


def test_updating_a_page_writes_what_it_reads() -> None:
    for case in (case for case in CASES if case.is_diff):
        assert pages.sides(pages.diff(case.before, case.after), "") == (case.before, case.after)


def update_all() -> None:
    """Rewrite the '+' side of every diff that the codemods see otherwise."""
    for page in pages.PAGES:
        text = page.read_text(encoding="utf-8")
        for case in reversed([case for case in CASES if case.page == page and case.is_diff]):
            with TemporaryDirectory() as folder:
                after = Laid(case, Path(folder)).fixed(case.before)
            if after != case.after:
                text = pages.with_fence(text, case.line, pages.diff(case.before, after))
        page.write_text(text, encoding="utf-8")


def _code(finding: Finding) -> str:
    return rules.rule_for(finding).code


def _row(finding: Finding) -> str:
    return f"{finding.span.line}:{finding.span.column} {_code(finding)} {finding.verdict}"


def _edited(source: str, findings: Iterable[Finding], planned: Plan | None = None) -> str:
    """``source`` with each finding's span replaced by its edit, no import added.

    What is not of ``http`` is spelled as ``planned``.
    """
    lines = source.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for finding in sorted(findings, key=lambda one: one.span, reverse=True):
        span = finding.span
        start, end = starts[span.line - 1] + span.column, starts[span.end_line - 1] + span.end_column
        assert source[start:end] == finding.source
        assert finding.edit is not None
        others = any(not one.module.startswith("http") for one in finding.edit.imports)
        text = planned.text(finding) if planned is not None and others else finding.replacement
        assert text is not None
        source = source[:start] + text + source[end:]
    return source


def _bare(source: str) -> list[str]:
    """The lines of ``source`` without blank ones and imports of ``http``, in the enums' own names."""
    gone: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.ImportFrom(module="http", names=names):
                gone.update(range(node.lineno, (node.end_lineno or 0) + 1))
                source = _renamed(source, {name.asname: name.name for name in names if name.asname})
            case ast.Import(names=[ast.alias(name="http" | "http.client", asname=alias)]):
                gone.update(range(node.lineno, (node.end_lineno or 0) + 1))
                for enum in ("HTTPStatus", "HTTPMethod"):
                    source = _renamed(source, {f"{alias or 'http'}.{enum}": enum})
    for node in ast.parse(source).body:
        # A fix takes away the imports that it leaves without a use; what it writes is compared as a whole.
        if isinstance(node, ast.Import | ast.ImportFrom):
            gone.update(range(node.lineno, (node.end_lineno or 0) + 1))
    lines = source.split("\n")
    return [line for number, line in enumerate(lines, 1) if line.strip() and number not in gone]


def _renamed(source: str, names: dict[str, str]) -> str:
    for old, new in names.items():
        source = re.sub(rf"(?<![\w.]){re.escape(old)}\.(?=[A-Z])", f"{new}.", source)
    return source
