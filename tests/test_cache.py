"""The cache of ``check``: never another answer than without it, whatever changes in the project."""
from __future__ import annotations

import io
import os
import pickle
import random
import sys
import time
from pathlib import Path

import pytest

from flake8_http_status.config import Options
from http_status_codemods import _cache, _opened, cli
from http_status_codemods._cache import _canonical, _Unpickler, run_cached
from http_status_codemods._run import Job

SETTINGS = ["--target=3.11", "--output-format=jsonl", "--jobs=1"]
HELPERS = (
    "import flask\ndef refuse(code):\n    flask.abort(code)\n",
    "def refuse(code):\n    return code + 1\n",
    "from helper2 import refuse\n",
    "def refuse(code: 'int'):\n    x.status_code = code\n",
    "def refuse(\n",
    "",
)
CALLERS = (
    "from helper import refuse\nrefuse(404)\n",
    "x.status_code == 200\n",
    "from helper import *\nrefuse(404)\n",
    "from http import HTTPStatus\nx.status_code == HTTPStatus.OK\nx.status_code == 404\n",
    "HTTPStatus = 1\nx.status_code == 500\n",
    "import mail\nmail.size(404)\n",
)
PROJECTS = ("[project]\nrequires-python = '>=3.8'\n", "[project]\nrequires-python = '>=3.13'\n", "")
NAMES = ("a.py", "b.py", "c.py", "p/__init__.py", "p/d.py", "conftest.py")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A project of a few files, each of which is worth a cache."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(_cache, "_FEWEST", 1)
    # What other tests have opened in this process is none of this project's business.
    monkeypatch.setattr(_opened, "_opened", set())
    monkeypatch.setattr(_opened, "_frozen", frozenset())
    monkeypatch.setitem(_opened._state, "paused", True)
    Path("p").mkdir()
    Path("helper.py").write_text(HELPERS[0])
    for number, name in enumerate(NAMES):
        Path(name).write_text(CALLERS[number])
    return tmp_path


def said(*arguments):
    """What ``check`` prints and how it ends, in a process of its own, which has seen nothing yet."""
    child = os.fork()
    if child == 0:
        status = 99
        try:
            with Path("../output").open("w") as output:
                sys.stdout = sys.stderr = output
                status = cli.main(["check", *SETTINGS, *arguments])
        finally:
            os._exit(status)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return status, Path("../output").read_text()


def settle():
    """Let the clock go on: what changed just before a run is not kept."""
    time.sleep(0.03)


def mutate(chance):
    match chance.randrange(9):
        case 0 | 1:
            Path("helper.py").write_text(chance.choice(HELPERS))
        case 2:
            Path("helper2.py").write_text(chance.choice(HELPERS))
        case 3:
            Path("helper2.py").unlink(missing_ok=True)
        case 4 | 5:
            Path(chance.choice(NAMES)).write_text(chance.choice(CALLERS))
        case 6:
            Path("pyproject.toml").write_text(chance.choice(PROJECTS))
        case 7:
            if Path("http.py").exists():
                Path("http.py").unlink()
            else:
                Path("http.py").write_text("")
        case 8:
            Path("mail.py").write_text(chance.choice(["def size(status): pass\n", "def size(n): pass\n"]))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each run is a forked process")
class TestNeverWrong:
    @pytest.mark.parametrize("seed", range(2))
    def test_whatever_changes(self, seed):
        chance = random.Random(seed)
        for _ in range(6):
            settle()
            expected = said("--no-cache")
            assert said() == expected
            assert said() == expected  # now from the cache
            for _ in range(chance.randrange(1, 3)):
                mutate(chance)

    def test_a_helper_in_another_file_counts(self):
        settle()
        before = said()
        assert '"HTS102"' in before[1]
        Path("helper.py").write_text(HELPERS[1])
        assert said() == said("--no-cache") != before

    def test_options_and_stubs_count(self):
        Path("../mail.pyi").write_text("from http import HTTPStatus\ndef size(status: HTTPStatus): ...\n")
        settle()
        runs = [(), ("--select=HTS101",), ("--allow=404",), ("--stubs=../mail.pyi",), ("a.py", "b.py")]
        for _ in range(2):
            for arguments in runs:
                assert said(*arguments) == said("--no-cache", *arguments)
        Path("../mail.pyi").write_text("def size(status): ...\n")
        assert said(*runs[3]) == said("--no-cache", *runs[3])

    def test_a_pipe_is_not_waited_for(self):
        os.mkfifo("pipe")
        assert _cache._content("pipe") == ""

    def test_damaged_files_are_no_error(self):
        settle()
        expected = said()
        for place in _cache.DEFAULT.glob("*.1"):
            for raw in (b"", b"x" * 100, place.read_bytes()[:-1]):
                place.write_bytes(raw)
                assert said() == expected
        assert list(_cache.DEFAULT.glob("*.tmp")) == []

    def test_runs_side_by_side(self):
        settle()
        expected = said("--no-cache")
        children = []
        for _ in range(4):
            child = os.fork()
            if child == 0:
                sys.stdout = sys.stderr = io.StringIO()
                try:
                    cli.main(["check", *SETTINGS])
                finally:
                    os._exit(0)
            children.append(child)
        for child in children:
            os.waitpid(child, 0)
        assert said() == expected


class TestUse:
    job = Job((Path(),), Options(target=(3, 11)))

    def run(self, monkeypatch, *, looked_at):
        """The paths that are looked at anew."""
        seen = []
        real = _cache.run

        def run(job, files, processes):
            seen.extend(map(str, files))
            return real(job, files, processes)

        _opened.watch()
        monkeypatch.setattr(_cache, "run", run)
        list(run_cached(self.job, sorted(Path().rglob("*.py")), 1, Path("kept")))
        monkeypatch.setattr(_cache, "run", real)
        assert seen == looked_at

    def test_what_has_not_changed_is_not_looked_at(self, monkeypatch):
        settle()
        everything = sorted(map(str, Path().rglob("*.py")))
        self.run(monkeypatch, looked_at=everything)
        self.run(monkeypatch, looked_at=[])
        Path("b.py").write_text(CALLERS[1] + "\n")  # which no other file imports
        settle()
        self.run(monkeypatch, looked_at=["b.py"])
        self.run(monkeypatch, looked_at=[])
        Path("helper.py").write_text(HELPERS[1])
        settle()
        self.run(monkeypatch, looked_at=everything)

    def test_git_does_not_see_the_folder(self, monkeypatch):
        settle()
        self.run(monkeypatch, looked_at=sorted(map(str, Path().rglob("*.py"))))
        assert Path("kept/.gitignore").read_text().splitlines()[-1] == "*"

    def test_a_few_files_are_not_worth_it(self, monkeypatch):
        monkeypatch.setattr(_cache, "_FEWEST", 32)
        assert cli.main(["check", *SETTINGS, "."]) == 1
        assert not _cache.DEFAULT.exists()

    def test_a_folder_that_cannot_be_written(self, capfd):
        Path("file").write_text("")
        settle()
        assert cli.main(["check", *SETTINGS, "--cache-dir=file/below", "."]) == 1
        assert capfd.readouterr().err == ""


def test_what_is_read_runs_no_code():
    class Evil:
        def __reduce__(self):
            return print, ("evil",)

    with pytest.raises(pickle.UnpicklingError, match="does not belong here"):
        _Unpickler(io.BytesIO(pickle.dumps(Evil()))).load()


def test_equal_options_have_the_same_text():
    one = _canonical(Options(allow=frozenset({200, "GET", 404})))
    two = _canonical(Options(allow=frozenset({404, 200, "GET"})))
    assert one == two != _canonical(Options())
