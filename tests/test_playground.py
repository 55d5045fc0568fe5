"""The playground finds what the linter finds; its diff is that of the command but for rare imports."""
from __future__ import annotations

import ast
import json
import sys
from pathlib import Path

import pytest

from flake8_http_status import rules
from tests import pages
from tests.pages import ROOT, Case

sys.path.insert(0, str(ROOT / "website"))
import playground

Shown = list[tuple[Case, dict[str, object]]]
RULES = {rule.code for rule in rules.RULES}
KNOWN = {"target", "allow", "evidence", "value", "unsafe-fixes", "extend-select"}
CASES = [
    case
    for page in pages.PAGES
    for case in pages.cases(page)
    if case.settings.keys() <= KNOWN and not case.kept
]


def _shown(case: Case) -> dict[str, object]:
    settings = {**case.settings, "unsafe": case.settings.get("unsafe-fixes", False)}
    settings["allow"] = ",".join(map(str, settings.get("allow", ())))
    settings["extend"] = ",".join([*settings.get("extend-select", ()), *{case.page.stem} & RULES])
    shown: dict[str, object] = json.loads(playground.run(case.before, json.dumps(settings)))
    return shown


@pytest.fixture(scope="module")
def shown() -> Shown:
    return [(case, _shown(case)) for case in CASES]


def test_the_text_after_means_what_the_pages_say(shown: Shown) -> None:
    assert len(shown) > 100
    for case, result in shown:
        assert bool(result["findings"]) == case.is_diff, case.id
        assert _without_imports(str(result["fixed"])) == _without_imports(case.after), case.id


def _without_imports(source: str) -> str:
    tree = ast.parse(source)
    tree.body = [one for one in tree.body if not isinstance(one, ast.Import | ast.ImportFrom)]
    return ast.dump(tree)


def test_the_import_stands_where_the_command_puts_it_but_in_a_few_cases(shown: Shown) -> None:
    changed = [(case, result["fixed"]) for case, result in shown if case.is_diff]
    others = [case.id for case, fixed in changed if fixed != case.after]
    assert len(others) <= len(changed) // 50, others


def test_an_error_is_told_with_its_line() -> None:
    assert json.loads(playground.run("x = 1\nif", "{}")) == {"error": "line 2: invalid syntax"}
    assert "3.x" in json.loads(playground.run("", '{"target": "3.x"}'))["error"]


def test_a_text_without_findings_has_no_diff() -> None:
    assert json.loads(playground.run("timeout = 200\n", "{}")) == {
        "findings": [],
        "fixed": "timeout = 200\n",
        "diff": "",
    }


def test_positions_start_at_one() -> None:
    source = "import requests\nassert requests.get('x').status_code == 404"
    (found,) = json.loads(playground.run(source, "{}"))["findings"]
    assert (found["line"], found["column"], found["endColumn"]) == (2, 41, 44)
    assert found["made"]


def test_the_playground_needs_neither_flake8_nor_libcst() -> None:
    text = (ROOT / "website" / "playground.py").read_text(encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(ROOT / 'website')!r}); import playground\n"
    code += "print([name for name in sys.modules if name in ('flake8', 'libcst', 'packaging')])"
    assert "import libcst" not in text
    done = _python(code)
    assert done == "[]\n"


def _python(code: str) -> str:
    import subprocess

    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, cwd=Path(ROOT)
    ).stdout
