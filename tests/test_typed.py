"""What the constants do to typed code: mypy is asked before and after."""
from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pytest
from mypy import api

from flake8_http_status import typed
from flake8_http_status.config import Options
from http_status_codemods._inspect import inspect
from tests.rewriting import at_once, rewrite_text
from tests.test_detect import findings
from tests.typed_snippets import HEAD, SNIPPETS, TOGETHER

REASONS = {
    typed.ASSERTED, typed.INVARIANT, typed.LITERAL, typed.NARROWED, typed.PROTOCOL, typed.REASSIGNED,
}
EVERY = SNIPPETS | TOGETHER
OPTIONS = Options(target=(3, 11))
MARK = re.compile("«!?|»")
ERROR = re.compile(r"(?P<module>\w+)\.py:\d+: error: .*")


def plain(text: str) -> str:
    """A snippet as a file."""
    return HEAD + MARK.sub("", text)


def marked(text: str) -> str:
    """A snippet with the marks that its findings call for."""
    source = plain(text)
    found = sorted(findings(source), key=lambda one: one.span, reverse=True)
    lines = source.splitlines(keepends=True)
    for finding in found:
        start = "«" if finding.verdict.fix == "safe" else "«!"
        row, span = lines[finding.span.line - 1], finding.span
        literal = row[span.column : span.end_column]
        lines[span.line - 1] = f"{row[: span.column]}{start}{literal}»{row[span.end_column :]}"
    return "".join(lines).removeprefix(HEAD)


@pytest.mark.parametrize("name", EVERY)
def test_each_literal_is_judged(name: str) -> None:
    assert marked(EVERY[name]) == EVERY[name]


@pytest.mark.parametrize("name", EVERY)
def test_a_second_run_changes_nothing(name: str) -> None:
    fixed = at_once(plain(EVERY[name]), OPTIONS)
    assert at_once(fixed, OPTIONS) == fixed


@dataclass(frozen=True)
class Variants:
    """The snippets as they are, with the safe fixes, and with unsafe fixes: of one line, or all at once."""

    texts: dict[str, str]
    errors: dict[str, list[str]]

    def wrong(self, kind: str, *, clean: bool) -> dict[str, list[str]]:
        """The variants of a kind that mypy finds faults with, or (not ``clean``) finds none with."""
        of_kind = [name for name in self.texts if name.split("_")[1] == kind]
        return {self.texts[name]: self.errors[name] for name in of_kind if clean is bool(self.errors[name])}


@pytest.fixture(scope="module", params=["3.11", "3.13"])
def variants(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Variants:
    """All variants of all snippets after one run of mypy."""
    folder = tmp_path_factory.mktemp("typed")
    texts: dict[str, str] = {}
    for number, (name, text) in enumerate(EVERY.items()):
        source = plain(text)
        inspected = inspect(source, OPTIONS, None)
        texts[f"s{number}_original"] = source
        texts[f"s{number}_safe"] = at_once(source, OPTIONS)
        unsafe = [one for one in inspected.findings if one.verdict in REASONS]
        if name in TOGETHER:
            both = [one for one in inspected.findings if one in unsafe or one.verdict.fix == "safe"]
            texts[f"s{number}_unsafe_all"] = rewrite_text(source, both, inspected.plan_for(both))
            continue
        for line, group in groupby(unsafe, key=lambda one: one.span.line):
            fixes = list(group)
            texts[f"s{number}_unsafe_{line}"] = rewrite_text(source, fixes, inspected.plan_for(fixes))
    for module, text in texts.items():
        (folder / f"{module}.py").write_text(text, encoding="utf-8")
    return Variants(texts, _errors(folder, request.param))


def _errors(folder: Path, version: str) -> dict[str, list[str]]:
    """What mypy reports in strict mode, by module."""
    settings = ["--strict", "--config-file=", f"--python-version={version}", f"--cache-dir={folder}/cache"]
    said, trouble, _ = api.run([*settings, *map(str, sorted(folder.glob("*.py")))])
    assert not trouble
    errors: dict[str, list[str]] = defaultdict(list)
    for line in said.splitlines():
        if found := ERROR.search(line):
            errors[found["module"]].append(found[0])
    return errors


def test_the_snippets_are_clean(variants: Variants) -> None:
    assert variants.wrong("original", clean=True) == {}


def test_the_safe_fixes_leave_them_clean(variants: Variants) -> None:
    assert variants.wrong("safe", clean=True) == {}


def test_the_unsafe_fixes_of_each_line_alone_make_an_error(variants: Variants) -> None:
    assert variants.wrong("unsafe", clean=False) == {}


@pytest.mark.parametrize(
    ("text", "settings", "fixes"),
    [
        ("status_code = 404  # noqa: HTS103", {}, ["unsafe", "safe"]),
        ("status_code = 404  # noqa: E501", {}, ["safe", "safe"]),
        ("status_code = 404", {"allow": frozenset({404})}, ["unsafe"]),
        ("status_code = 404", {"allow": frozenset({410})}, ["safe", "safe"]),
    ],
)
def test_a_literal_that_stays_by_comment_or_option_is_another_value(
    text: str, settings: dict[str, frozenset[int]], fixes: list[str]
) -> None:
    body = f"status_code = 200\n    if flag():\n        {text}\n    return status_code"
    source = f"{HEAD}def f() -> int:\n    {body}\n"
    assert [one.verdict.fix for one in findings(source, **settings)] == fixes
