"""The command line: what it prints, how it ends, and that one bad file leaves the others alone."""
from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from flake8_http_status.rules import page_of
from http_status_codemods import _commands, _worker, cli
from http_status_codemods._flake8 import Settings
from http_status_codemods._parser import parser
from tests.pages import ROOT

SOURCE = '''\
import requests

r = requests.get("é"); r.status_code == 404
requests.request("POST", "x")
'''
FIXED = '''\
from http import HTTPMethod, HTTPStatus

import requests

r = requests.get("é"); r.status_code == HTTPStatus.NOT_FOUND
requests.request(HTTPMethod.POST, "x")
'''
FIRST = '''\
app.py:3:41: HTS101 use HTTPStatus.NOT_FOUND instead of 404
    | r = requests.get("é"); r.status_code == 404
    |                                         ^^^
'''
SECOND = '''\
app.py:4:18: HTS202 use HTTPMethod.POST instead of "POST"
    | requests.request("POST", "x")
    |                  ^^^^^^
'''
TEXT = FIRST + SECOND


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """The current folder, empty but for the file ``app.py``."""
    monkeypatch.chdir(tmp_path)
    Path("app.py").write_text(SOURCE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def call(capfd):
    """Run the command line here and give status, output and errors."""

    def run(*arguments):
        try:
            status = cli.main(["--" if each is None else each for each in arguments])
        except SystemExit as ended:
            status = ended.code
        sys.stdout.flush()
        return status, *capfd.readouterr()

    return run


class TestCheck:
    @pytest.mark.parametrize(
        ("arguments", "status"),
        [
            ((), 0), (("--select=HTS",), 0), (("--extend-select=HTS308",), 1), (("--select=HTS3",), 1),
            (("--select=HTS1", "--extend-select=HTS308"), 1),
        ],
    )  # fmt: skip
    def test_a_rule_that_is_off_by_default(self, call, arguments, status):
        Path("app.py").write_text(
            "import requests\nfrom http import HTTPStatus\nHTTPStatus(requests.get('u').status_code)\n"
        )
        assert call("check", "--target=3.11", *arguments, "app.py")[0] == status

    def test_text(self, call):
        assert call("check", "--target", "3.11", "app.py") == (1, TEXT, "")

    def test_the_current_folder_by_default(self, call):
        assert call("check", "--target", "3.11") == (1, TEXT, "")

    def test_jsonl(self, call):
        status, output, _ = call("check", "--target=3.11", "--output-format=jsonl", "app.py")
        first, second = map(json.loads, output.splitlines())
        assert status == 1
        assert first.pop("reason")
        assert first == {
            "path": "app.py", "line": 3, "column": 41, "end_line": 3, "end_column": 44,
            "code": "HTS101", "message": "use HTTPStatus.NOT_FOUND instead of 404",
            "replacement": "HTTPStatus.NOT_FOUND", "fix": "safe", "evidence": "resolved",
            "url": page_of("HTS101"),
        }  # fmt: skip
        assert second["replacement"] == "HTTPMethod.POST"

    def test_clean(self, call):
        Path("app.py").write_text(FIXED, encoding="utf-8")
        assert call("check") == (0, "", "")

    def test_select(self, call):
        assert call("check", "--select", "HTS2", "--target=3.11")[1] == SECOND
        assert call("check", "--select", "HTS102,HTS203") == (0, "", "")

    def test_target(self, call):
        assert call("check", "--target", "3.10")[1] == FIRST

    def test_target_of_the_project(self, call):
        Path("pyproject.toml").write_text("[project]\nrequires-python = '>=3.9'\n")
        assert call("check")[1] == FIRST

    def test_allow(self, call):
        assert call("check", "--allow", "404,post") == (0, "", "")

    def test_evidence(self, call):
        Path("app.py").write_text("x.status_code == 404\n")
        assert call("check")[0] == 1
        assert call("check", "--evidence", "resolved")[0] == 0

    def test_stubs(self, call):
        Path("house.pyi").write_text("from http import HTTPStatus\ndef answer(x: HTTPStatus): ...\n")
        Path("app.py").write_text("import house\nhouse.answer(404)\n")
        assert call("check") == (0, "", "")
        assert call("check", "--stubs", "house.pyi")[0] == 1

    def test_noqa(self, call):
        Path("app.py").write_text(SOURCE.replace("404", "404  # noqa: HTS"), encoding="utf-8")
        assert call("check", "--target=3.11")[1] == SECOND

    def test_no_fix_is_promised_where_none_is_made(self, call):
        Path("app.py").write_text("from falcon import HTTPStatus\n" + SOURCE, encoding="utf-8")
        _, output, _ = call("check", "--output-format=jsonl", "--target=3.11")
        rows = [json.loads(line) for line in output.splitlines()]
        assert [row["fix"] for row in rows] == ["none", "safe"]
        assert rows[0]["reason"] == "HTTPStatus means something else here (line 1)"

    @pytest.mark.parametrize("magic", ["%matplotlib inline", "!pip install x", "%%time"])
    def test_magics_do_not_parse(self, call, magic):
        Path("cells.py").write_text(f"# %%\n{magic}\n{SOURCE}", encoding="utf-8")
        status, output, errors = call("check", "cells.py")
        assert (status, output) == (2, "")
        assert errors == "cells.py: does not parse: invalid syntax (line 2)\n"

    def test_a_notebook_is_not_read(self, call):
        text = '{"cells": [], "status_code": 404}\n'
        Path("shop.ipynb").write_text(text)
        assert call("check", "shop.ipynb")[2] == "shop.ipynb: is a notebook, not Python; convert it first\n"
        assert call("fix", "shop.ipynb")[0] == 2
        assert Path("shop.ipynb").read_text() == text

    def test_a_literal_over_lines_is_reported_in_one(self, call):
        Path("app.py").write_text("import requests\nrequests.request('PO'\n    'ST', u)\nx = 404\n")
        _, output, _ = call("check", "--target=3.11")
        assert output.splitlines()[0] == "app.py:2:18: HTS202 use HTTPMethod.POST instead of 'PO' 'ST'"

    def test_needs_neither_libcst_nor_flake8(self):
        code = (
            "import sys; from http_status_codemods.cli import main; main(['check', 'app.py'])\n"
            "print(sorted({'libcst', 'flake8'} & set(sys.modules)))"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        assert done.stdout.splitlines()[-1] == "[]", done.stderr


class TestFix:
    def test_writes(self, call):
        assert call("fix", "--target=3.11") == (0, "", "2 literals in 1 file replaced\n")
        assert Path("app.py").read_text(encoding="utf-8") == FIXED
        assert call("fix", "--target=3.11") == (0, "", "0 literals in 0 files replaced\n")
        assert call("check", "--target=3.11") == (0, "", "")

    @pytest.mark.parametrize(
        ("source", "said"),
        [
            pytest.param("assert r.status_code == 404\n", "1 literal in 1 file replaced", id="literal"),
            pytest.param(
                "import http.client as c\nassert r.status_code == c.OK\n", "1 constant in 1 file replaced",
                id="constant",
            ),
            pytest.param(
                "import http.client as c\nassert r.status_code == c.OK or r.status_code == 404\n",
                "2 findings in 1 file replaced", id="both",
            ),
            pytest.param(
                "from flask import request\nassert request.method == 'post'\n",
                "1 finding in 1 file replaced", id="wrong use",
            ),
        ],
    )  # fmt: skip
    def test_says_what_it_replaced(self, call, source, said):
        Path("app.py").write_text(source, encoding="utf-8")
        arguments = ["--target=3.11", "--vocabulary=http", "--unsafe-fixes"]
        assert call("fix", *arguments) == (0, "", f"{said}\n")

    def test_check_writes_nothing(self, call):
        assert call("fix", "--check", "--target=3.11")[0] == 1
        assert Path("app.py").read_text(encoding="utf-8") == SOURCE
        Path("app.py").write_text(FIXED, encoding="utf-8")
        assert call("fix", "--check")[0] == 0

    def test_diff(self, call):
        status, output, errors = call("fix", "--diff", "--target=3.11")
        assert (status, errors) == (0, "2 literals in 1 file to replace\n")
        assert output.startswith("--- a/app.py\n+++ b/app.py\n@@ -1,4 +1,6 @@\n+from http import")
        assert Path("app.py").read_text(encoding="utf-8") == SOURCE
        assert call("fix", "--diff", "--check")[0] == 1

    @pytest.mark.parametrize("name", ["app.py", "a b.py", "é.py", 'q"\t.py', "p/q.py"])
    @pytest.mark.parametrize(
        "raw",
        [
            SOURCE.encode(),
            SOURCE.rstrip().encode(),
            SOURCE.replace("\n", "\r\n").encode(),
            SOURCE.replace("\n", "\r").encode(),
            b"\xef\xbb\xbf" + SOURCE.encode(),
            ("# coding: latin-1\n" + SOURCE).encode("latin-1"),
        ],
        ids=["plain", "no newline at the end", "CRLF", "CR", "mark", "latin-1"],
    )
    def test_git_applies_the_diff(self, call, name, raw):
        path = Path(name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(raw)
        command = [sys.executable, "-m", "http_status_codemods", "fix", "--target=3.11"]
        diff = subprocess.run([*command, "--diff", name], capture_output=True, check=True).stdout
        subprocess.run(["git", "apply", "-p1", "-"], input=diff, check=True)
        applied = path.read_bytes()
        path.write_bytes(raw)
        call("fix", "--target=3.11", name)
        assert path.read_bytes() == applied != raw

    def test_select(self, call):
        call("fix", "--select", "HTS2", "--target=3.11")
        source = Path("app.py").read_text(encoding="utf-8")
        assert "HTTPMethod.POST" in source
        assert "HTTPStatus" not in source

    def test_unsafe_fixes(self, call, monkeypatch):
        from dataclasses import replace

        from flake8_http_status import detect
        from flake8_http_status.findings import Verdict

        real = detect.Detector.find

        def find(self, source, options, **settings):
            found = real(self, source, options, **settings)
            return [replace(each, verdict=Verdict("unsafe", "")) for each in found]

        monkeypatch.setattr(detect.Detector, "find", find)
        assert call("fix", "--target=3.11")[2] == "0 literals in 0 files replaced\n"
        assert call("fix", "--target=3.11", "--unsafe-fixes")[2] == "2 literals in 1 file replaced\n"

    def test_left_alone_with_a_reason(self, call):
        source = "from falcon import HTTPStatus\n" + SOURCE
        Path("app.py").write_text(source, encoding="utf-8")
        status, _, errors = call("fix", "--select=HTS1")
        assert status == 0
        assert errors.splitlines()[0] == "app.py: left alone: HTTPStatus means something else here (line 1)"
        assert Path("app.py").read_text(encoding="utf-8") == source

    def test_without_libcst(self, call, monkeypatch):
        monkeypatch.setattr(_commands, "find_spec", lambda name: None)
        message = "flake8-http-status: fix needs LibCST: pip install 'flake8-http-status[codemod]'\n"
        assert call("fix") == (2, "", message)

    def test_nothing_is_written_that_does_not_parse(self, call, monkeypatch):
        monkeypatch.setattr("http_status_codemods._worker.rewrite_text", lambda *_: "(")
        status, _, errors = call("fix")
        assert status == 2
        assert errors.startswith("app.py: internal error: SyntaxError: ")
        assert Path("app.py").read_text(encoding="utf-8") == SOURCE

    def test_read_only(self, call):
        Path("app.py").chmod(0o444)
        status, _, errors = call("fix")
        assert status == 2
        assert errors.startswith("app.py: cannot be written: read-only file\n")


BAD = {
    "does not parse": (b"x = (404\n", "does not parse: '(' was never closed (line 1)"),
    "null bytes": (b"x = 404\0\n", "does not parse: "),
    "not decodable": (b"x = 404\n\n\ny = '\xff'\n", "cannot be decoded: byte 0xff at offset 15 is not utf-8"),
    "unknown encoding": (b"# coding: klingon\nx = 404", "cannot be decoded: unknown encoding: klingon"),
    "half a character": (b"# coding: utf-7\nx = 404 # +2AA-\n", "does not parse: 'utf-8' codec can't encode"),
    "signs": (b"x = 404 + " + b"-" * 100_000 + b"1\n", "is nested too deeply"),
    "nested": (b"x = 404\n" + b"(" * 300 + b")" * 300, "does not parse: too many nested parentheses"),
    "nested deeply": (b"x = 404" + b" + 1" * 100_000, "is nested too deeply"),
}


class TestBadInput:
    @pytest.mark.parametrize("raw", [b"def broken(:\n", b"# \xff\n", b"\0"], ids=["syntax", "bytes", "null"])
    def test_a_named_file_is_read_even_if_it_can_hold_no_finding(self, call, raw):
        Path("broken.py").write_bytes(raw)
        status, output, errors = call("check", "--target=3.11", "broken.py", "app.py")
        assert status == 2
        assert errors.startswith("broken.py: ")
        assert "app.py:" in output
        assert call("check", "--target=3.11")[0] == 1

    @pytest.mark.parametrize("command", ["check", "fix"])
    @pytest.mark.parametrize(("raw", "cause"), BAD.values(), ids=list(BAD))
    def test_a_bad_file_leaves_the_others_alone(self, call, command, raw, cause):
        Path("aaa.py").write_bytes(raw)
        status, output, errors = call(command, "--target=3.11")
        assert status == 2
        assert errors.startswith(f"aaa.py: {cause}")
        assert len(errors.splitlines()) == 1 + (command == "fix")
        assert Path("aaa.py").read_bytes() == raw
        if command == "check":
            assert output == TEXT
        else:
            assert Path("app.py").read_text(encoding="utf-8") == FIXED

    @pytest.mark.parametrize("command", ["check", "fix"])
    def test_files_that_cannot_be_read(self, call, command):
        Path("broken.py").symlink_to("gone")
        status, _, errors = call(command, "gone.py", ".")
        assert status == 2
        assert errors.splitlines()[:2] == [
            "gone.py: no such file or directory",
            "broken.py: broken symbolic link",
        ]

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_no_permission(self, call):
        Path("app.py").chmod(0)
        assert call("check") == (2, "", "app.py: permission denied\n")

    def test_a_fault_of_ours(self, call, monkeypatch):
        Path("aaa.py").write_text("x = 404")
        real = _worker.inspect

        def fail(source, options, path, select, **settings):
            if path.name == "aaa.py":
                raise KeyError("x")
            return real(source, options, path, select, **settings)

        monkeypatch.setattr(_worker, "inspect", fail)
        assert call("check", "--target=3.11") == (2, TEXT, "aaa.py: internal error: KeyError: 'x'\n")

    def test_a_bad_stub_is_told_once(self, call):
        Path("house.pyi").write_text("import os\nprint(1)\n")
        for name in ("a.py", "b.py"):
            Path(name).write_text("import house\nhouse.x(404)\n")
        status, _, errors = call("check", "--stubs=house.pyi", "a.py", "b.py")
        assert status == 2
        assert len(errors.splitlines()) == 1
        assert "house.pyi" in errors

    def test_no_warnings_of_the_code_itself(self, call):
        Path("app.py").write_text("x = '\\d'; y = 404if x else 1; x is 'a'\n")
        assert call("check") == (0, "", "")

    def test_output_that_is_no_file(self, monkeypatch):
        monkeypatch.setattr(sys, "stdout", io.StringIO())
        assert cli.main(["check", "--target=3.11"]) == 1
        assert sys.stdout.getvalue() == TEXT

    def test_interrupted(self, call, monkeypatch):
        def interrupt(path):
            raise KeyboardInterrupt

        monkeypatch.setattr("http_status_codemods.tree.read_bytes", interrupt)
        assert call("check") == (130, "", "flake8-http-status: interrupted\n")

    def test_the_reader_of_the_output_has_gone(self):
        for number in range(3000):
            Path(f"{number}.py").write_text("x.status_code == 404\n")
        command = f"{sys.executable} -m http_status_codemods check | head -n 1"
        done = subprocess.run(command, shell=True, capture_output=True, text=True)
        assert done.stdout.count("\n") == 1
        assert done.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["check", "--target", "3"], "argument --target: '3' is not a Python version such as 3.11"),
        (["check", "--allow", "200,x"], "argument --allow: 'x' is neither a status code"),
        (["check", "--select", "E501"], "argument --select: no rule's code starts with 'E501'"),
        (["check", "--vendor-codes", "52"], "argument --vendor-codes: '52' is not a status code"),
        (["check", "--value", "no"], "argument --value: 'no' is none of"),
        (["check", "--evidence", "all"], "argument --evidence: 'all' is neither"),
        (["check", "--stubs", "gone.pyi"], "gone.pyi is neither a stub file (.pyi) nor a folder"),
        (["check", "--output-format", "xml"], "argument --output-format: invalid choice: 'xml'"),
        (["fix", "--output-format", "text"], "unrecognized arguments: --output-format"),
    ],
)
def test_wrong_arguments(call, arguments, message):
    status, output, errors = call(*arguments)
    assert (status, output) == (2, "")
    assert message in errors


def test_as_a_module():
    command = [sys.executable, "-m", "http_status_codemods", "check"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1
    assert "HTS101" in done.stdout


def test_a_path_that_the_terminal_cannot_show():
    Path(os.fsdecode(b"\xff.py")).write_text(SOURCE, encoding="utf-8")
    Path("app.py").unlink()
    environment = {**os.environ, "PYTHONIOENCODING": "ascii:strict"}
    command = [sys.executable, "-m", "http_status_codemods", "check"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert done.stdout.startswith("\\udcff.py:3:41: HTS101")


def test_every_option_stands_on_a_page():
    pages = [ROOT / "docs" / name for name in ("usage.md", "options.md")]
    text = "".join(page.read_text(encoding="utf-8") for page in pages)
    commands = next(
        action
        for action in parser("flake8-http-status", Settings())._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    missing = {
        f"{name} {option}"
        for name, command in commands.choices.items()
        for action in command._actions
        for option in action.option_strings[-1:]
        if option != "--help" and option not in text and f"`{option.removeprefix('--')}`" not in text
    }
    assert missing == set()
