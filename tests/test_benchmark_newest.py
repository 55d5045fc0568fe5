"""``benchmarks/newest``: what it runs is there, and what it cannot run it says."""
from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks import newest
from tests.pages import ROOT


def test_each_name_is_one_of_a_file() -> None:
    assert [name for name in newest.TESTS if not (ROOT / "tests" / f"test_{name}.py").is_file()] == []
    assert list(newest.TESTS) == sorted(set(newest.TESTS))


@pytest.mark.parametrize("left_out", newest.LEFT_OUT)
def test_what_is_left_out_is_a_test(left_out: str) -> None:
    file, _, name = left_out.partition("::")
    assert f"def {name.partition('[')[0]}(" in (ROOT / file).read_text(encoding="utf-8")
    assert Path(file).stem.removeprefix("test_") in newest.TESTS


def test_without_pyodide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(newest, "PYODIDE", tmp_path / "pyodide")
    assert newest.main(["names"]) == newest.ERROR
    assert re.search(r"pyodide is not there: npm ci --prefix website", capsys.readouterr().err)


def test_a_failure_is_shown_and_told_in_the_exit_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    node = tmp_path / "node"
    node.write_text("#!/bin/sh\necho 3.14.9\necho E why\necho 1 failed\nexit 1\n")
    node.chmod(0o755)
    monkeypatch.setattr(newest, "_install", lambda packages: None)
    monkeypatch.setattr(newest.shutil, "which", lambda name: str(node))
    assert newest.main(["names"]) == newest.FAILED
    assert capsys.readouterr().out.startswith("names, Python 3.14.9: 1 failed\nE why\n")
