"""The benchmark of robustness: its checks fail where they must, and a run that was ended goes on."""
from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from benchmarks.robustness.__main__ import main
from benchmarks.robustness.checks import different, examine
from benchmarks.robustness.planting import planted
from benchmarks.robustness.table import END, START, write_table
from flake8_http_status.config import Options
from flake8_http_status.detect import Detector
from http_status_codemods._inspect import inspect

USE = "import requests\nassert requests.get('/').status_code == 404\n"
FIXED = "from http import HTTPStatus\n" + USE.replace("404", "HTTPStatus.NOT_FOUND")


@pytest.mark.parametrize(
    ("after", "same"),
    [
        pytest.param(FIXED, True, id="the fix"),
        pytest.param(USE, False, id="nothing done"),
        pytest.param(FIXED.replace("NOT_FOUND", "GONE"), False, id="another member"),
        pytest.param(FIXED.replace("'/'", "'/x'"), False, id="something else changed"),
        pytest.param(FIXED + "x\n", False, id="something more"),
        pytest.param(FIXED.replace("import requests\n", ""), False, id="an import lost"),
        pytest.param("import os\n" + FIXED, False, id="an import too many"),
    ],
)
def test_what_else_changed_is_noticed(after: str, same: bool) -> None:
    found = inspect(USE, Options(target=(3, 11)), None)
    wanted = list(found.findings)
    told = different(USE, found.tree, ast.parse(after), wanted, found.plan_for(wanted))
    assert (told is None) == same, told


def test_states_of_files() -> None:
    def state(raw: bytes) -> tuple[str, int]:
        outcome = examine(raw, Path("x.py"), Detector())
        assert outcome.problems == []
        return outcome.state, outcome.safe

    assert state(USE.encode()) == ("read", 1)
    assert state(b"x = 1\n") == ("no candidate", 0)
    assert state(b"x = 404 (\n") == ("unparsable", 0)
    assert state(b"x = 404 # \xff\n") == ("undecodable", 0)


def test_planting_is_the_same_each_time_and_leaves_python() -> None:
    raw = b"def f(a=1):\n    '''doc'''\n    return {'x': 2, 'y': [3, f'{4}']}\n"
    once = planted(raw, "seed")
    assert once is not None
    assert once == planted(raw, "seed") != raw
    assert b"'''doc'''" in once
    assert b"f'{4}'" in once
    assert ast.parse(once)
    assert planted(b"x\n", "seed") is None


def test_a_run_goes_on_and_writes_the_table(tmp_path: Path) -> None:
    run = ["--only", "grammar", "--grammar", "4", "--output", str(tmp_path / "results")]
    assert main([*run, "--most", "2"]) == 0
    [path] = (tmp_path / "results").iterdir()
    assert (json.loads(path.read_text())["done"], json.loads(path.read_text())["complete"]) == (2, False)
    assert main(run) == 0
    assert (json.loads(path.read_text())["done"], json.loads(path.read_text())["complete"]) == (4, True)
    page = tmp_path / "page.md"
    page.write_text(f"before\n{START}\nold\n{END}\nafter\n")
    write_table(tmp_path / "results", page)
    text = page.read_text()
    assert text.startswith(f"before\n{START}\n| corpus |")
    assert "| grammar | " in text
    assert text.endswith(f"{END}\nafter\n")
    assert "old" not in text
