"""benchmarks/comparison: its examples, what is read from the tools of Go and Ruby, and the page's table."""
from __future__ import annotations

import ast
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.accuracy.environments import ToolError
from benchmarks.comparison import __main__ as program
from benchmarks.comparison import tools
from benchmarks.comparison.examples import EXAMPLES, MARK
from benchmarks.comparison.tools import Result

TEXTS = [
    pytest.param(example, language, id=f"{example.title}-{language}")
    for example in EXAMPLES
    for language in program.FILES
    if getattr(example, language)
]


@pytest.mark.parametrize(("example", "language"), TEXTS)
def test_an_example_marks_one_line_with_a_literal_and_no_tool_sees_the_mark(
    example: program.Example, language: str
) -> None:
    text = getattr(example, language)
    source, number = example.source(text)
    assert text.count(MARK) == 1
    assert MARK not in source
    assert re.search(r"\b(20[04]|30[12]|40[04]|2)\b|POST", source.splitlines()[number - 1])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example.title))
def test_an_example_in_python_can_be_parsed(example: program.Example) -> None:
    ast.parse(example.source(example.python)[0])


def test_examples_are_laid_out_by_language_under_names_that_lead_back_to_them(tmp_path: Path) -> None:
    folders = {language: tmp_path / language for language in program.FILES}
    program.lay_out(folders)
    laid = Counter(path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*") if path.is_file())
    assert laid == Counter(parameter.values[1] for parameter in TEXTS)
    assert (tmp_path / "go" / "example_00" / "main.go").is_file()


# The table.


def test_a_cell_tells_a_missed_place_from_a_false_alarm_and_from_no_place() -> None:
    found = Result("usestdlibvars", "1.29.0", "go", frozenset({("example_00", 6), ("example_14", 6)}))
    rows = {row.split(" | ")[0].removeprefix("| "): row for row in program.report([found]).splitlines()}
    assert rows["compared"] == "| compared | reported |"
    assert rows["compared, on the left"] == "| compared, on the left | missed |"
    assert rows["in a decorator"] == "| in a decorator | n/a |"
    assert rows["a width of 200"] == "| a width of 200 | false alarm |"
    assert rows["the bounds of a range"] == "| the bounds of a range | silent |"


def test_the_page_has_a_row_for_each_example_in_order_and_counts_them_right() -> None:
    text = program.PAGE.read_text(encoding="utf-8")
    table = text.split(program.START)[1].split(program.END)[0]
    lines = [line for line in table.splitlines() if line.startswith("|")]
    _, _, *rows, right = [line.strip("| ").split(" | ") for line in lines]
    assert [title for title, *_ in rows] == [example.title for example in EXAMPLES]
    columns = list(zip(*(cells for _, *cells in rows), strict=True))
    tried = [[cell for cell in column if cell != "n/a"] for column in columns]
    good = [sum(cell in ("reported", "silent") for cell in column) for column in tried]
    assert right[1:] == [f"{count} of {len(column)}" for count, column in zip(good, tried, strict=True)]


def test_the_page_has_no_answer_for_a_place_that_a_language_does_not_have() -> None:
    text = program.PAGE.read_text(encoding="utf-8")
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    columns = {name: number for number, name in enumerate(rows[0])}
    cells = {row[0]: row for row in rows}
    for name, language in (("this tool", "python"), ("usestdlibvars", "go"), ("RuboCop", "ruby")):
        got = {each.title: cells[each.title][columns[name]] != "n/a" for each in EXAMPLES}
        assert got == {each.title: bool(getattr(each, language)) for each in EXAMPLES}


# What the tools of other languages print.


def test_staticchecks_lines_are_read_and_a_package_that_it_cannot_read_is_an_error() -> None:
    place = {"file": "/x/example_04/main.go", "line": 6}
    row = {"code": "ST1013", "location": place, "message": "should use constant"}
    assert tools.staticcheck_lines(json.dumps(row) + "\n") == {("example_04", 6)}
    with pytest.raises(ToolError, match="no such package"):
        tools.staticcheck_lines(json.dumps({**row, "code": "compile", "message": "no such package"}))


def test_usestdlibvars_lines_are_read_and_a_package_that_it_cannot_read_is_an_error() -> None:
    place = {"posn": "C:/x/example_02/main.go:7:11", "message": '"302" can be replaced by http.StatusFound'}
    assert tools.usestdlibvars_lines(json.dumps({"p": {"usestdlibvars": [place]}})) == {("example_02", 7)}
    assert tools.usestdlibvars_lines("{}") == frozenset()
    with pytest.raises(ToolError, match="example_03: no types"):
        tools.usestdlibvars_lines(json.dumps({"example_03": {"usestdlibvars": {"error": "no types"}}}))


def test_rubocops_lines_are_read_and_a_file_that_it_cannot_read_is_an_error() -> None:
    def document(cop: str) -> dict[str, object]:
        offense = {"cop_name": cop, "message": "unexpected token", "location": {"start_line": 3}}
        files = [{"path": "a_spec.rb", "offenses": [offense]}, {"path": "b_spec.rb", "offenses": []}]
        return {"files": files}

    assert tools.rubocop_lines(document("Rails/HttpStatus")) == {("a_spec.rb", 3)}
    with pytest.raises(ToolError, match="unexpected token"):
        tools.rubocop_lines(document("Lint/Syntax"))


def test_versions_are_those_of_the_program_and_of_its_plugins() -> None:
    printed = "u: go1.23.1\n\tpath\tx.org/u\n\tmod\tx.org/u\tv1.29.0\t\n\tdep\tx.org/d\tv0.33.0\n"
    assert tools.module_version(printed) == "1.29.0"
    assert tools.module_version("u: go1.23.1\n") == "unknown"
    said = "1.89.0 (using Parser 3.3.12.0)\n  - rubocop-rails 2.37.0\n  - rubocop-rspec_rails 2.32.0\n"
    assert tools.plugin_versions(said) == "1.89.0 with rubocop-rails 2.37.0 and rubocop-rspec_rails 2.32.0"


def test_a_missing_tool_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for tool in (tools.staticcheck, tools.usestdlibvars, tools.rubocop):
        with pytest.raises(ToolError, match="is not installed"):
            tool(tmp_path)
