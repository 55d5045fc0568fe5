"""The speed benchmark's own parts: what it counts, and that it fetches what it says."""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.speed import __main__ as command
from benchmarks.speed import corpus, floor
from benchmarks.speed.measures import MEASURES, Measure, Setting, ratio, run
from flake8_http_status.literals import PATTERNS


@pytest.fixture
def setting(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(6):
        (folder / f"m{number}.py").write_text(f"x.status_code == 40{number}\n")
    return Setting(tmp_path, folder, 2)


def test_the_cost_counts_children_and_not_sleep():
    busy = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'sum(range(3_000_000))'])"
    idle = "import time; time.sleep(0.2)"
    assert run([sys.executable, "-c", busy]).cpu > run([sys.executable, "-c", idle]).cpu
    assert run([sys.executable, "-c", idle]).wall > 0.2


def test_a_command_that_cannot_run_is_no_figure():
    with pytest.raises(corpus.SetUpError, match="exit status 77"):
        run([sys.executable, "-c", "raise SystemExit(77)"])


def test_the_ratio_is_that_of_the_medians(setting):
    pairs = iter([(1.0, 1.0), (4.0, 2.0), (100.0, 2.0)])
    measure = Measure("x", "", 1, lambda where: next(pairs))
    assert ratio(measure, setting, 3)[0] == 2.0


def test_a_sample_is_each_nth_file(setting):
    assert sorted(path.name for path in setting.few.rglob("*.py")) == ["m0.py", "m2.py", "m4.py"]


def test_names_are_one_each():
    names = [measure.name for measure in MEASURES]
    assert len(set(names)) == len(names)


def test_an_archive_with_another_hash_is_refused(tmp_path):
    (tmp_path / f"{'0' * 16}.tar.gz").write_bytes(b"x")
    with pytest.raises(corpus.SetUpError, match="its hash is another"):
        corpus._archive(tmp_path, "nothing", "1.0", "0" * 64)


@pytest.mark.parametrize("options", [[], ["--cst"]])
def test_the_floor_reads_what_it_is_given(setting, options):
    files = "".join(f"{path}\n" for path in setting.corpus.iterdir())
    script = corpus.HERE / "floor.py"
    subprocess.run([sys.executable, script, *options], input=files, text=True, check=True)
    gone = subprocess.run([sys.executable, script], input="gone.py\n", text=True, capture_output=True)
    assert gone.returncode == 1


def test_the_floor_takes_the_look_at_the_bytes_that_check_takes():
    assert (floor._CANDIDATE.pattern.decode(), floor._METHOD.pattern.decode()) == PATTERNS


def test_the_page_gets_the_table(tmp_path):
    page = tmp_path / "speed.md"
    page.write_text("before\n<!-- figures -->\nold\n<!-- end of figures -->\nafter\n")
    row = {"name": "x", "measure": "m", "bar": 2, "ratio": 1.5, "met": True}
    document = {"date": "d", "machine": "m", "command": "c", "files": 3, "rows": [row]}
    command._write(page, document)
    assert "old" not in page.read_text()
    assert "| m | 2 | 1.500 | yes |" in page.read_text()
    assert page.read_text().endswith("\nafter\n")


def test_the_plain_codemod_does_what_it_is_there_for(tmp_path):
    import libcst as cst
    from libcst.codemod import CodemodContext

    from benchmarks.speed.plain import PlainCommand

    module = cst.parse_module("import x\nx.status_code == 404\n")
    changed = PlainCommand(CodemodContext()).transform_module(module)
    assert "x.status_code == HTTPStatus.NOT_FOUND" in changed.code
    assert "from http import HTTPStatus" in changed.code


def test_the_corpus_is_pinned():
    assert all(len(digest) == 64 for _, digest in corpus.LISTS["sdists"].values())
    assert Path(corpus.HERE / "rule.yml").is_file()
