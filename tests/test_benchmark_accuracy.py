"""The accuracy benchmark on a corpus of our own making, with numbers counted by hand."""
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.accuracy import data, measures, negative, others, output, ways
from benchmarks.accuracy.__main__ import main
from benchmarks.accuracy.data import Site
from benchmarks.accuracy.measures import Ratio
from benchmarks.accuracy.reports import Report, Reports, reproduces
from flake8_http_status import evidence, infer

FOLDER = "acme+shop/0123abc"
CLIENT = '''\
import requests

def fetch(url):
    response = requests.get(url)
    if response.status_code == 404:
        return None
    weight = 200
    label = {"status_code": 200}
    return requests.request("POST", url), [weight, label]
'''
ODD = '''\
def pick(table, row):
    row.http_status = "é", 404
    return table.find("GET")
'''


def _row(path: str, line: int, column: int, value: int | str, **said: str) -> dict[str, object]:
    return {"repo": "acme/shop", "path": path, "line": line, "col": column, "value": value, **said}


LABELS = [
    # found, and right
    _row("client.py", 5, 31, 404, commit="0123abc", http="status", rewrite="safe", set="R"),
    _row("client.py", 9, 28, "POST", commit="0123abc", http="method", rewrite="safe", set="R"),
    # not found, and right so
    _row("client.py", 7, 13, 200, commit="0123abc", http="no", rewrite="no", set="R"),
    # missed: nothing says that this is a method
    _row("odd.py", 3, 22, "GET", commit="0123abc", http="method", rewrite="safe", set="H"),
    # found, and changed though its label says that this is unsafe
    _row("client.py", 8, 28, 200, commit="0123abc", http="status", rewrite="unsafe", set="H"),
    # in a checkout that is not there
    _row("gone.py", 1, 0, 200, commit="feed", http="status", rewrite="safe", set="H"),
]
MIGRATIONS = [
    _row("client.py", 5, 31, 404, parent="0123abc"),
    _row("odd.py", 3, 22, "GET", parent="0123abc"),
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus" / FOLDER
    folder.mkdir(parents=True)
    (folder / "setup.py").write_text("", encoding="utf-8")
    (folder / "client.py").write_text(CLIENT, encoding="utf-8")
    (folder / "odd.py").write_text(ODD, encoding="utf-8")
    _write(tmp_path / "labels.jsonl", LABELS)
    _write(tmp_path / "migrations.jsonl", MIGRATIONS)
    return tmp_path


def _write(path: Path, rows: list[dict[str, object]]) -> None:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


def _arguments(base: Path, *more: str | Path) -> list[str]:
    own = ["--labels", base / "labels.jsonl", "--migrations", base / "migrations.jsonl"]
    return list(map(str, [*own, "--corpus", base / "corpus", "--tools", "check,flake8", *more]))


# The whole command.


@pytest.fixture
def outcome(installed: None, corpus: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    package = corpus / "packages" / "plain"
    package.mkdir(parents=True)
    (package / "plain.py").write_text("LIMIT = 404\nresponse.status_code == 404\n", encoding="utf-8")
    more = ("--output", "json", "--sites", "--negative", package.parent)
    assert main(_arguments(corpus, *more)) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def test_the_command_counts_what_was_counted_by_hand(outcome: dict[str, Any]) -> None:
    assert (outcome["labels"], outcome["migrations"], outcome["folders"]) == (5, 2, 1)
    assert outcome["absent"] == ["acme+shop/feed"]
    check, flake8 = outcome["results"]
    for result in (check, flake8):
        scores = result["scores"]
        assert scores["R"]["precision"] == {"part": 2, "whole": 2}
        assert scores["R"]["recall"] == {"part": 2, "whole": 2}
        assert scores["H"]["precision"] == {"part": 1, "whole": 1}
        assert scores["H"]["recall"] == {"part": 0, "whole": 1}
        assert scores["H status"]["recall"] == {"part": 0, "whole": 0}
        assert result["reproduced"] == {"part": 1, "whole": 2}
        assert [one["path"] for one in result["sites"]["missed"]] == ["odd.py"]
    # The two in R are right, the one in H is not; flake8 proposes no fix.
    assert check["scores"]["all"]["unsafe"] == {"part": 1, "whole": 3}
    assert flake8["scores"]["all"]["unsafe"] == {"part": 0, "whole": 0}


def test_the_command_says_how_each_site_was_known(outcome: dict[str, Any]) -> None:
    assert outcome["ways"] == {
        "resolved": {"true": 2, "false": 0, "migrated": 1},
        "by_name.keys.status_code": {"true": 1, "false": 0, "migrated": 0},
    }


def test_the_command_lists_what_it_finds_where_no_http_is(outcome: dict[str, Any]) -> None:
    (package,) = outcome["packages"]
    assert (package["name"], package["files"], package["lines"]) == ("plain", 1, 2)
    (alarm,) = package["alarms"]
    assert alarm["text"] == "response.status_code == 404"
    assert (alarm["way"], alarm["judgement"]) == ("by_name.Response.status_code", "false alarm")


def test_the_table_has_the_bar_and_a_column_for_each_tool(
    installed: None, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(_arguments(corpus)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "| measure | bar | check | flake8 |" in lines
    assert "| H: recall | >= 0.92 | 0.0000 (0/1) | 0.0000 (0/1) |" in lines
    assert "| unsafe rewrites, R and H | <= 0.01 | 0.3333 (1/3) | n/a |" in lines
    assert "| migrations reproduced | >= 0.97 | 0.5000 (1/2) | 0.5000 (1/2) |" in lines


def test_an_unknown_tool_is_an_error(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*_arguments(corpus), "--tools", "check,black"]) == 2
    assert "unknown tools: black" in capsys.readouterr().err


def test_a_wrong_data_file_is_named_with_its_line(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (corpus / "labels.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"repo": "acme/shop"}\n')
    assert main(_arguments(corpus)) == 2
    assert "labels.jsonl:7: KeyError" in capsys.readouterr().err


def test_labels_with_unknown_words_are_refused(tmp_path: Path) -> None:
    _write(tmp_path / "labels.jsonl", [{**LABELS[0], "rewrite": "maybe"}])
    with pytest.raises(data.DataError, match="rewrite is 'maybe'"):
        data.labels(tmp_path / "labels.jsonl")


# Matching a report with a site.

SITE = Site(FOLDER, "client.py", 5, 31, 404)


@pytest.mark.parametrize(
    "report",
    [
        Report("client.py", 5, 31),
        Report("client.py", 5, end_line=5, value=404),
        Report("client.py", 3, end_line=6, value=404),
    ],
)
def test_a_report_of_the_place_or_of_the_lines_and_the_value_is_a_hit(report: Report) -> None:
    assert Reports([report]).at(SITE) is report


@pytest.mark.parametrize(
    "report",
    [
        Report("client.py", 5, 30),
        Report("client.py", 4, 31),
        Report("other.py", 5, 31),
        Report("client.py", 5, end_line=5, value=200),
        Report("client.py", 5, end_line=5, value="404"),
        Report("client.py", 6, end_line=9, value=404),
    ],
)
def test_a_report_of_another_place_or_value_is_none(report: Report) -> None:
    assert Reports([report]).at(SITE) is None


def test_a_boolean_is_no_number() -> None:
    assert Reports([Report("a.py", 1, end_line=1, value=True)]).at(Site(FOLDER, "a.py", 1, 0, 1)) is None


@pytest.mark.parametrize(
    ("replacement", "value", "right"),
    [
        ("HTTPStatus.NOT_FOUND", 404, True),
        ("HTTPStatus.NOT_FOUND", 200, False),
        ("HTTPStatus.REQUEST_ENTITY_TOO_LARGE", 413, True),
        ("HTTPMethod.POST", "post", True),
        ("HTTPMethod.POST", "PUT", False),
        ("HTTPStatus.POST", "POST", False),
        (None, "POST", True),
    ],
)
def test_a_migration_is_reproduced_with_the_right_value(
    replacement: str | None, value: int | str, right: bool
) -> None:
    site = Site(FOLDER, "client.py", 5, 31, value)
    assert reproduces(Report("client.py", 5, 31, replacement=replacement), site) is right


def test_wrong_rewrites_are_counted_over_safe_fixes_only(corpus: Path) -> None:
    labels = data.labels(corpus / "labels.jsonl")[:5]
    found = Reports([Report("client.py", 8, 28, fix="unsafe"), Report("client.py", 7, 13, fix="safe")])
    scores = measures.score(labels, {FOLDER: found})
    assert (scores.precision, scores.recall, scores.unsafe) == (Ratio(1, 2), Ratio(0, 3), Ratio(1, 1))


# What the other tools print.


def test_ruffs_places_are_those_of_the_literals(tmp_path: Path) -> None:
    here = {"filename": str(tmp_path / "a" / "b.py"), "location": {"row": 3, "column": 7}}
    printed = json.dumps([{"code": "PLR2004", **here}, {"code": "invalid-syntax", **here}])
    assert list(others.ruff_reports(tmp_path, printed)) == [Report("a/b.py", 3, 6)]


def test_pylints_lines_are_those_of_the_comparison_and_its_message_names_the_literal(tmp_path: Path) -> None:
    def row(said: str, **more: object) -> dict[str, object]:
        message = f"Consider using a named constant or an enum instead of '{said}'."
        place = {"line": 3, "endLine": 4, "absolutePath": str(tmp_path / "b.py")}
        return {"messageId": "R2004", "message": message, **place, **more}

    rows = [
        row("404"), row("'POST'"), row("it's", messageId="E0001"), row("3.5"), row("'it\\'s'", endLine=None),
    ]
    assert list(others.pylint_reports(tmp_path, json.dumps({"messages": rows}))) == [
        Report("b.py", 3, end_line=4, value=404),
        Report("b.py", 3, end_line=4, value="POST"),
        Report("b.py", 3, end_line=3, value="it's"),
    ]


def test_wemakes_columns_are_counted_in_bytes(corpus: Path) -> None:
    printed = "./odd.py:2:29: WPS432 Found magic number: 404\n./odd.py:1:1: E902 unreadable\n"
    reports = list(others.wemake_reports(corpus / "corpus" / FOLDER, printed))
    assert reports == [Report("odd.py", 2, 27)]
    assert ODD.splitlines()[1][27:] == "404"


# The ways of knowing.


def test_every_enum_in_the_copy_of_the_names_carries_the_name_of_its_entry() -> None:
    source = (
        "class keys:\n"
        "    code: Annotated[HTTPStatus, 'weak']\n"
        "    page: int\n"
        "class functions:\n"
        "    def abort(code: HTTPStatus, *args) -> object: ...\n"
        "    stop = abort\n"
    )
    assert ways.marked(source) == (
        "class keys:\n"
        "    code: Annotated[Annotated[HTTPStatus, 'by=by_name.keys.code'], 'weak']\n"
        "    page: int\n\n"
        "class functions:\n\n"
        "    def abort(code: Annotated[HTTPStatus, 'by=by_name.functions.abort'], *args) -> object:\n"
        "        ...\n"
        "    stop = abort"
    )


def test_evidence_beside_a_literal_is_told_and_the_engine_is_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('call("POST", "/users")\nother("POST", 5)\n', encoding="utf-8")
    before, infers = dict(evidence.WAYS), infer._infer
    attribution = ways.Attribution()
    told = list(attribution.of(tmp_path, "a.py", [(1, 5), (2, 6)]))
    attribution.close()
    assert told == ["beside.location_beside", ways.UNTOLD]
    assert before == evidence.WAYS
    assert infers is infer._infer


def test_a_literal_passes_on_how_it_is_known(tmp_path: Path) -> None:
    source = "def send(verb, url):\n    assert verb in ['GET', 'POST']\nsend('GET', '/')\n"
    (tmp_path / "a.py").write_text(source, encoding="utf-8")
    attribution = ways.Attribution()
    told = list(attribution.of(tmp_path, "a.py", [(2, 20), (2, 27), (3, 5)]))
    attribution.close()
    assert set(told) == {"by_name.variables.verb"}


def test_the_modules_with_http_are_of_the_packages_that_are_downloaded() -> None:
    imports = {"scikit-learn": "sklearn", "pillow": "PIL"}
    names = {package.partition("==")[0] for package in negative.PACKAGES}
    tops = {imports.get(name, name) for name in names}
    assert {module.partition("/")[0] for module in negative.HTTP_MODULES} <= tops


def test_a_pipe_in_a_line_of_code_does_not_break_the_table() -> None:
    alarm = negative.Alarm(Report("a.py", 1, 0, fix="safe"), "x = `a` | 404", "resolved", "right")
    package = negative.Package("a", 1, 1, (alarm,))
    outcome = output.Outcome("2000-01-01", "3.11", 0, 0, 0, (), (), True, {}, (package,))
    assert "| a.py:1 | `x = 'a' \\| 404` | safe | resolved | right |" in output.markdown(outcome)
