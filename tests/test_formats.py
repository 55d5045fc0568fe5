"""The output formats: what each says of a finding, and that other programs can read it."""
from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import pytest

from flake8_http_status.config import Options
from flake8_http_status.detect import find
from flake8_http_status.rules import RULES, page_of
from http_status_codemods import cli
from http_status_codemods._formats import NAMES, render
from http_status_codemods._formats.common import Setting
from http_status_codemods._records import FileReport
from tests.pages import ROOT

SOURCE = 'import requests\nr = requests.get("é"); r.status_code == 404\nrequests.request("POST", "x")\n'
SCHEMA = json.loads((ROOT / "tests/data/schemas/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
#: Names and texts that hold what the formats give a meaning of their own.
ODD = [
    "a b.py", "é.py", "a,b:c%d.py", "<&'\">.py", "a\nb.py", "a\x1bb.py", "\udcff.py", "x]]>.py", "#?%20.py",
]  # fmt: skip


def report(source: str = SOURCE, path: str | Path = "app.py", **more: Any) -> FileReport:
    found = tuple(find(source, Options(target=(3, 11))))
    lines = re.split(r"\r\n?|\n", source)
    return FileReport(Path(path), found, tuple(lines[one.span.line - 1] for one in found), **more)


def rendered(name: str, *reports: FileReport, colour: bool = False, root: Path | None = None) -> str:
    return "".join(render(name, reports, Setting(colour, root or Path.cwd())))


def _without_escapes(text: str) -> str:
    return re.sub(r"\x1b(\[[\d;]*m|]8;;[^\x1b]*\x1b\\)", "", text)


def odd_reports() -> list[FileReport]:
    source = f'{SOURCE}requests.request("PO"\n    "ST", "\x0c\x1b[31m ]]>&<")\n'
    return [report(source, name) for name in ODD] + [FileReport(Path("bad.py"), errors=("does not <parse>",))]


class TestText:
    def test_the_literal_is_underlined(self) -> None:
        assert rendered("text", report()) == (
            "app.py:2:41: HTS101 use HTTPStatus.NOT_FOUND instead of 404\n"
            '    | r = requests.get("é"); r.status_code == 404\n'
            "    |                                         ^^^\n"
            'app.py:3:18: HTS202 use HTTPMethod.POST instead of "POST"\n'
            '    | requests.request("POST", "x")\n'
            "    |                  ^^^^^^\n"
        )

    def test_a_fix_that_is_not_safe_is_told(self) -> None:
        source = "import requests\nprint(repr(requests.request('get', u).status_code == 404))\n"
        (finding, *_) = report(source).findings
        assert finding.verdict.fix == "unsafe"
        text = rendered("text", report(source))
        assert f"^^^^^ unsafe fix: {finding.verdict.reason}\n" in text

    def test_marks_stand_below_wide_and_narrow_characters(self) -> None:
        source = 'import requests\nif 1:\n\tx = "日本e\u0301"; requests.get(u).status_code == 404\n'
        line, marks = rendered("text", report(source)).splitlines()[1:]
        assert line.startswith("    | \tx")
        before = line[: line.index("404")]
        columns = len(before) + 2 - 1  # two wide characters, one that combines
        assert len(marks) == columns + 3
        assert marks.startswith("    | \t ")

    def test_a_long_line_is_cut(self) -> None:
        long = "x" * 5000
        source = f"import requests\nx = '{long}'; requests.get(u).status_code == 404; y = '{long}'\n"
        line, marks = rendered("text", report(source)).splitlines()[1:]
        assert len(line) < 140
        assert line.startswith("    | …x")
        assert line.endswith("…")
        assert line[marks.index("^") :].startswith("404;")

    def test_a_literal_over_lines_is_marked_in_its_first(self) -> None:
        source = "import requests\nrequests.request('PO'\n    'ST', u)\n"
        assert rendered("text", report(source)).splitlines()[1:] == [
            "    | requests.request('PO'", "    |                  ^^^^",
        ]  # fmt: skip

    def test_nothing_that_a_terminal_obeys_is_written(self) -> None:
        source = "import requests\nrequests.get('\x1b]0;x\x07').status_code == 404\n"
        text = rendered("text", report(source))
        assert "\x1b" not in text
        assert "\x07" not in text

    def test_colours(self) -> None:
        text = rendered("text", report(), colour=True)
        assert "\x1b[" in text
        assert _without_escapes(text) == rendered("text", report())

    def test_a_code_is_a_link_to_the_rules_page_where_there_are_colours(self) -> None:
        for name in ("text", "grouped"):
            text = rendered(name, report(), colour=True)
            link = r"\x1b]8;;(http[^\x1b]+)\x1b\\\x1b\[[\d;]*m(HTS\d+)\x1b\[0m\x1b]8;;\x1b\\"
            links = re.findall(link, text)
            assert links == [(page_of(code), code) for code in ("HTS101", "HTS202")]
            assert _without_escapes(text) == rendered(name, report())

    def test_only_the_first_row_looks_like_a_place(self) -> None:
        """Editors take ``file:line:column: text`` at the start of a line."""
        source = "import requests\nif 1: z = requests.get(u).status_code == 404; {0:1}; w = {1:2}\n"
        rows = rendered("text", report(source)).splitlines()
        assert [bool(re.match(r"\S[^:]*:\d+:\d+: ", row)) for row in rows] == [True, False, False]


def test_grouped() -> None:
    assert rendered("grouped", report(), report("x = 1\n"), report(path="b.py")) == (
        "app.py\n"
        "  2:41  HTS101  use HTTPStatus.NOT_FOUND instead of 404\n"
        '  3:18  HTS202  use HTTPMethod.POST instead of "POST"\n'
        "\n"
        "b.py\n"
        "  2:41  HTS101  use HTTPStatus.NOT_FOUND instead of 404\n"
        '  3:18  HTS202  use HTTPMethod.POST instead of "POST"\n'
        "\n"
        "4 findings in 2 files\n"
    )
    assert rendered("grouped", report("x = 1\n")) == ""


class TestRows:
    def test_a_row(self) -> None:
        first, _ = map(json.loads, rendered("jsonl", report()).splitlines())
        reason = first.pop("reason")
        assert reason == report().findings[0].verdict.reason
        assert first == {
            "path": "app.py", "line": 2, "column": 41, "end_line": 2, "end_column": 44,
            "code": "HTS101", "message": "use HTTPStatus.NOT_FOUND instead of 404",
            "replacement": "HTTPStatus.NOT_FOUND", "fix": "safe", "evidence": "resolved",
            "url": page_of("HTS101"),
        }  # fmt: skip

    def test_json_is_the_array_of_the_rows(self) -> None:
        reports = odd_reports()
        rows = [json.loads(line) for line in rendered("jsonl", *reports).splitlines()]
        assert len(rows) == 3 * len(ODD)
        assert json.loads(rendered("json", *reports)) == rows
        assert json.loads(rendered("json")) == []


class TestGitHub:
    def test_a_command(self) -> None:
        first, second = rendered("github", report(path="src/a,b.py")).splitlines()
        assert first == (
            "::error file=src/a%2Cb.py,line=2,col=41,endLine=2,endColumn=44,title=HTS101 status-comparison"
            "::src/a,b.py:2: HTS101 use HTTPStatus.NOT_FOUND instead of 404"
            f"%0A{page_of('HTS101')}"
        )
        assert "title=HTS202 method-argument::" in second

    def test_a_literal_over_lines_has_no_columns(self) -> None:
        source = "import requests\nrequests.request('PO'\n    'ST', u)\n"
        (row,) = rendered("github", report(source)).splitlines()
        assert "line=2,endLine=3,title=" in row

    @pytest.mark.parametrize("name", ODD)
    def test_odd_names_come_through_the_escapes(self, name: str) -> None:
        for row in rendered("github", report(path=name)).splitlines():
            match = re.fullmatch(r"::error ([^:\r\n]*)::([^\r\n]*)", row)
            assert match is not None
            properties = dict(one.split("=", 1) for one in match[1].split(","))
            assert unquote(properties["file"], errors="surrogateescape") == name

    def test_errors_are_annotations(self) -> None:
        row = rendered("github", FileReport(Path("a.py"), errors=("does not parse",)))
        assert row == "::error file=a.py::does not parse\n"


class TestGitLab:
    def issues(self, *reports: FileReport) -> list[dict[str, Any]]:
        found = json.loads(rendered("gitlab", *reports))
        assert isinstance(found, list)
        return found

    def test_an_issue(self) -> None:
        first, _ = self.issues(report(path="src/app.py"))
        assert re.fullmatch(r"[0-9a-f]{64}", first.pop("fingerprint"))
        assert first == {
            "description": "HTS101 use HTTPStatus.NOT_FOUND instead of 404",
            "check_name": "HTS101 status-comparison",
            "severity": "minor",
            "location": {"path": "src/app.py", "lines": {"begin": 2, "end": 2}},
        }

    def test_fingerprints_are_unique_and_outlive_lines_above(self) -> None:
        same = "x.status_code == 404\n" * 3
        before, after = report(same), report(f"\n\n{same}")
        known = [issue["fingerprint"] for issue in self.issues(before)]
        assert len(set(known)) == 3
        assert [issue["fingerprint"] for issue in self.issues(after)] == known
        assert set(known).isdisjoint(issue["fingerprint"] for issue in self.issues(report(same, "b.py")))

    def test_paths_are_relative_to_the_root(self, tmp_path: Path) -> None:
        text = rendered("gitlab", report(path=tmp_path / "src" / "a.py"), root=tmp_path)
        assert json.loads(text)[0]["location"]["path"] == "src/a.py"


class TestSarif:
    def log(self, *reports: FileReport, root: Path | None = None) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(rendered("sarif", *reports, root=root))
        jsonschema.Draft4Validator(SCHEMA).validate(found)
        return found

    @pytest.mark.parametrize("reports", [[], [report()], odd_reports(), [report("x = 1\n")]])
    def test_it_is_valid(self, reports: list[FileReport]) -> None:
        (run,) = self.log(*reports)["runs"]
        assert len(run["results"]) == sum(len(one.findings) for one in reports)

    def test_the_schema_would_refuse_another(self) -> None:
        log = self.log(report())
        log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.Draft4Validator(SCHEMA).validate(log)

    def test_a_result(self) -> None:
        (run,) = self.log(report(path="src/a b.py"))["runs"]
        first = run["results"][0]
        assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "HTS101"
        place = first["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {"uri": "src/a%20b.py", "uriBaseId": "SRCROOT"}
        region = place["region"]
        assert (region["startLine"], region["startColumn"], region["endColumn"]) == (2, 41, 44)
        assert region["snippet"]["text"] == "404"
        assert run["columnKind"] == "unicodeCodePoints"

    def test_rules_have_their_pages(self) -> None:
        rules = self.log()["runs"][0]["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
        for rule in rules:
            assert rule["help"]["markdown"].startswith(f"# {rule['id']}: {rule['shortDescription']['text']}")
            assert rule["fullDescription"]["text"].startswith("Reports ")
            assert rule["helpUri"].startswith("https://")

    def test_a_fix_stands_where_it_needs_no_import(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        touching = "x = 1 if r.status_code == 200else 2\n"
        at_hand = f"from http import HTTPStatus as S\n{SOURCE}{touching}"
        Path("a.py").write_text(at_hand, encoding="utf-8")
        Path("b.py").write_text(SOURCE, encoding="utf-8")
        assert cli.main(["check", "--target=3.11", "--output-format=sarif"]) == 1
        log = json.loads(capsys.readouterr().out)
        jsonschema.Draft4Validator(SCHEMA).validate(log)
        fixes = [fix for result in log["runs"][0]["results"] for fix in result.get("fixes", ())]
        (change,) = [change for fix in fixes for change in fix["artifactChanges"]]
        assert change["artifactLocation"]["uri"] == "a.py"
        (edit,) = change["replacements"]
        region, text = edit["deletedRegion"], edit["insertedContent"]["text"]
        lines = at_hand.splitlines()
        line = lines[region["startLine"] - 1]
        start, end = region["startColumn"] - 1, region["endColumn"] - 1
        lines[region["startLine"] - 1] = line[:start] + text + line[end:]
        assert lines[2] == 'r = requests.get("é"); r.status_code == S.NOT_FOUND'

    def test_errors_are_notifications(self) -> None:
        bad = FileReport(Path("a.py"), errors=("does not parse",), config_errors=("x.pyi: is wrong",))
        (invocation,) = self.log(bad, report())["runs"][0]["invocations"]
        assert invocation["executionSuccessful"] is False
        texts = [each["message"]["text"] for each in invocation["toolExecutionNotifications"]]
        assert texts == ["does not parse", "x.pyi: is wrong"]

    def test_a_file_outside_the_root(self, tmp_path: Path) -> None:
        (run,) = self.log(report(path="/elsewhere/a.py"), root=tmp_path)["runs"]
        place = run["results"][0]["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {"uri": "file:///elsewhere/a.py"}


class TestJUnit:
    def test_a_suite_a_file_and_a_case_a_finding(self) -> None:
        bad = FileReport(Path("b.py"), errors=("does not parse",))
        root = ElementTree.fromstring(rendered("junit", report(), report("x = 1\n"), bad))
        assert root.attrib == {"name": "flake8-http-status", "tests": "3", "failures": "2", "errors": "1"}
        assert [suite.get("name") for suite in root] == ["app.py", "b.py"]
        for suite in root:
            counts = [suite.get("tests"), suite.get("failures"), suite.get("errors")]
            found = [len(suite.findall(each)) for each in ("testcase", "testcase/failure", "testcase/error")]
            assert counts == list(map(str, found))
        failure = root.find("testsuite/testcase/failure")
        assert failure is not None
        assert failure.get("message") == "use HTTPStatus.NOT_FOUND instead of 404"
        assert failure.text is not None
        assert failure.text.startswith("app.py:2:41: HTS101 ")

    def test_a_clean_run_has_passed(self) -> None:
        root = ElementTree.fromstring(rendered("junit"))
        assert (root.get("tests"), root.get("failures")) == ("1", "0")
        assert root.find("testsuite/testcase") is not None
        assert root.find("testsuite/testcase/failure") is None

    def test_odd_names_and_texts_are_well_formed(self) -> None:
        root = ElementTree.fromstring(rendered("junit", *odd_reports()))
        names = [suite.get("name") for suite in root]
        assert names[:4] == ODD[:4]
        assert names[4] == "a\nb.py"


@pytest.mark.parametrize("name", NAMES)
def test_output_goes_out_while_the_run_goes_on(name: str) -> None:
    """But for JUnit's, whose head counts what follows."""
    asked: list[int] = []

    def reports() -> Any:
        for number in range(3):
            asked.append(number)
            yield report()

    pieces = render(name, reports(), Setting())
    next(piece for piece in pieces if "instead of 404" in piece)
    assert len(asked) == (3 if name == "junit" else 1)


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"text", "grouped", "github"}))
def test_output_for_programs_is_right_in_every_encoding(name: str) -> None:
    assert rendered(name, *odd_reports()).isascii()


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"jsonl", "json"}))
def test_every_format_says_why_a_fix_is_not_safe(name: str) -> None:
    (one, *_) = report().findings
    refused = replace(one, verdict=replace(one.verdict, fix="none", reason="the place wants an int"))
    text = rendered(name, FileReport(Path("a.py"), (refused,), (SOURCE.split("\n")[1],)))
    assert "no fix: the place wants an int" in text


