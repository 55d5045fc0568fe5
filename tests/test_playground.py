"""The playground finds what the linter finds; its diff is that of the command but for rare imports."""
from __future__ import annotations

import ast
import json
import sys
from pathlib import Path

import pytest

from flake8_http_status import rules
from flake8_http_status.config import Options, parse_vocabulary
from tests import pages
from tests.pages import ROOT, Case
from tests.rewriting import at_once

sys.path.insert(0, str(ROOT / "website"))
import playground

Shown = list[tuple[Case, dict[str, object]]]
RULES = {rule.code for rule in rules.RULES}
KNOWN = {"target", "allow", "evidence", "value", "unsafe-fixes", "extend-select", "vocabulary", "style"}
CASES = [
    case
    for page in pages.PAGES
    for case in pages.cases(page)
    if case.settings.keys() <= KNOWN and not case.kept and case.settings.get("style") in (None, ["literal"])
]


def _shown(case: Case) -> dict[str, object]:
    settings = {**case.settings, "unsafe": case.settings.get("unsafe-fixes", False)}
    settings["allow"] = ",".join(map(str, settings.get("allow", ())))
    settings["vocabulary"] = ",".join(settings.get("vocabulary", ()))
    settings["style"] = ",".join(settings.get("style", ()))
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


def test_a_text_that_is_no_python_is_told_with_its_place() -> None:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert json.loads(playground.run("x = 1\nif", "{}")) == {
        "error": f"Python {version} cannot read this",
        "detail": "invalid syntax",
        "line": 2,
        "column": 3,
    }


@pytest.mark.parametrize(
    ("settings", "part"),
    [
        ({"target": "3.x"}, "3.x"),
        ({"allow": "999x"}, "999x"),
        ({"vocabulary": "acme"}, "no constants"),
        ({"vocabulary": "starlette>=x"}, "version specifier"),
        ({"style": "roman"}, "roman"),
    ],
)
def test_a_wrong_setting_is_told(settings: dict[str, str], part: str) -> None:
    told = json.loads(playground.run(SAMPLE, json.dumps(settings)))
    assert part in told.pop("error")
    assert not told


SAMPLE = "import requests\nassert requests.get('x').status_code == 404"


@pytest.mark.parametrize(
    ("settings", "written"),
    [
        ({}, "HTTPStatus.NOT_FOUND"),
        ({"vocabulary": "requests"}, "requests.codes.not_found"),
        ({"vocabulary": "rest_framework, http"}, "status.HTTP_404_NOT_FOUND"),
        ({"vocabulary": "starlette >= 0.46"}, "status.HTTP_404_NOT_FOUND"),
        ({"value": "always"}, "HTTPStatus.NOT_FOUND.value"),
        ({"style": "literal"}, "404"),
        ({"allow": "404"}, "404"),
    ],
)
def test_settings_say_what_is_written(settings: dict[str, str], written: str) -> None:
    fixed = json.loads(playground.run(SAMPLE, json.dumps(settings)))["fixed"]
    assert fixed.endswith(f".status_code == {written}")


@pytest.mark.parametrize("between", ["", "\n", "\n\n", "# mine\n"])
@pytest.mark.parametrize("code", ["assert r.status_code == 404\n", "def f(r):\n    return r.status == 404\n"])
def test_a_new_section_of_imports_stands_apart(between: str, code: str) -> None:
    source = f"import os\n{between}{code}"
    fixed = json.loads(playground.run(source, json.dumps({"vocabulary": "starlette"})))["fixed"]
    options = Options(target=(3, 11), vocabulary=parse_vocabulary(["starlette"]))
    assert fixed == at_once(source, options, path=Path("app.py"))
    above, _, below = fixed.partition("\n\nfrom starlette import status\n")
    assert above == "import os" and below.startswith("\n")


def test_choosing_literals_or_a_vocabulary_selects_the_rules_for_constants() -> None:
    source = f"from http import HTTPStatus\n{SAMPLE}".replace("404", "HTTPStatus.OK")
    for settings, code in (({"style": "literal"}, "HTS901"), ({"vocabulary": "requests"}, "HTS401")):
        (found,) = json.loads(playground.run(source, json.dumps(settings)))["findings"]
        assert found["code"] == code
    assert json.loads(playground.run(source, "{}"))["findings"] == []


def test_the_vocabularies_that_the_page_proposes_are_known() -> None:
    text = (ROOT / "website" / "hooks.py").read_text(encoding="utf-8")
    proposed = ast.literal_eval(text.partition("VOCABULARIES = ")[2].partition("\n)")[0] + ")")
    assert len(proposed) > 5
    for name in proposed:
        assert "error" not in json.loads(playground.run(SAMPLE, json.dumps({"vocabulary": name}))), name


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
