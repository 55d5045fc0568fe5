"""Workers: the same reports in the same order, and what dies takes one file with it."""
from __future__ import annotations

import contextlib
import faulthandler
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flake8_http_status.config import Options
from http_status_codemods import _pool, _worker, cli
from http_status_codemods._pool import spread
from http_status_codemods._run import Job, run

FILES = 40


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A project of a helper and modules that call it: a finding in one file depends on another."""
    monkeypatch.chdir(tmp_path)
    Path("helper.py").write_text("import flask\ndef refuse(code):\n    flask.abort(code)\n")
    for number in range(FILES):
        call = "from helper import refuse\nrefuse(404)\n" if number % 3 == 0 else "x.status_code == 200\n"
        Path(f"m{number:03}.py").write_text(call if number % 2 else f"{call}y = {number}\n")
    Path("broken.py").write_text("x = (404\n")
    return tmp_path


def files():
    return sorted(Path().glob("*.py"))


def job(**settings):
    return Job((Path(),), Options(target=(3, 11)), **settings)


def poison(monkeypatch, names, deed):
    """Let the worker do ``deed`` on the files of these names; a fork takes the patch along."""
    real = _worker.inspect

    def inspect(source, options, path, *rest, **settings):
        if path.name in names:
            deed()
        return real(source, options, path, *rest, **settings)

    monkeypatch.setattr(_worker, "inspect", inspect)


class TestOrder:
    @pytest.mark.parametrize("processes", [2, 3, 7])
    def test_as_many_workers_as_you_like_say_the_same(self, processes):
        alone = list(run(job(), files()))
        assert sum(len(report.findings) for report in alone) == FILES
        assert list(spread(job(), files(), processes)) == alone

    def test_shards_add_up_to_the_whole(self):
        whole = list(run(job(), files()))
        said = {}
        for part in (files()[::2], files()[1::2]):
            shard = Job(tuple(part), Options(target=(3, 11)))
            said.update((report.path, report) for report in run(shard, part))
        assert [said[report.path] for report in whole] == whole

    def test_the_order_of_the_files_does_not_matter(self):
        backwards = list(run(job(), reversed(files())))
        assert backwards[::-1] == list(run(job(), files()))

    def test_workers_that_are_not_forked_say_the_same(self, monkeypatch):
        monkeypatch.setattr(_pool, "_way_to_start", lambda: "spawn")
        assert list(spread(job(), files(), 2)) == list(run(job(), files()))

    def test_no_run_ahead_without_bound(self, monkeypatch):
        monkeypatch.setattr(_pool, "_AHEAD", 16)
        assert list(spread(job(), files(), 2)) == list(run(job(), files()))

    def test_a_small_run_stays_in_one_process(self, monkeypatch):
        monkeypatch.setattr("http_status_codemods._run.spread", None)
        assert len(list(run(job(), files()[:20], 4))) == 20

    def test_the_command_line(self, capfd):
        outputs = []
        for jobs in ("1", "2"):
            assert cli.main(["check", "--target=3.11", "--jobs", jobs, *["."] * 2]) == 2
            outputs.append(capfd.readouterr())
        assert outputs[0] == outputs[1]
        assert outputs[0].out.count("HTS10") == FILES

    @pytest.mark.parametrize("jobs", ["0", "-1", "x", ""])
    def test_a_wrong_number_of_processes(self, capfd, jobs):
        with pytest.raises(SystemExit):
            cli.main(["check", f"--jobs={jobs}"])
        assert "is not a number of processes such as 4" in capfd.readouterr().err

    def test_fixes_are_made_by_workers(self, capfd):
        assert cli.main(["fix", "--target=3.11", "--jobs=2", *map(str, files() * 2)]) == 2
        assert capfd.readouterr().err.endswith(f"{FILES} literals in {FILES} files replaced\n")
        assert cli.main(["check", "--target=3.11", "."]) == 2
        assert capfd.readouterr().out == ""


def segfault():
    faulthandler.disable()
    os.kill(os.getpid(), signal.SIGSEGV)


def overflow():
    raise MemoryError


DEATHS = {
    "leaves": (lambda: os._exit(7), "the worker process died of it (exit status 7)"),
    "leaves as if done": (lambda: os._exit(0), "the worker process died of it (exit status 0)"),
    "segmentation fault": (segfault, "the worker process died of it (SIGSEGV)"),
    "memory": (overflow, "is nested too deeply, or too large for the memory"),
    "exits": (lambda: sys.exit(3), "the worker process died of it (exit status 3)"),
}


@pytest.mark.filterwarnings("ignore:This process.*is multi-threaded:DeprecationWarning")
class TestDeath:
    @pytest.mark.parametrize(("deed", "cause"), DEATHS.values(), ids=list(DEATHS))
    def test_it_costs_the_one_file(self, monkeypatch, deed, cause):
        alone = list(run(job(), files()))
        guilty = {"m007.py", "m011.py", "m039.py"}
        poison(monkeypatch, guilty, deed)
        reports = list(spread(job(), files(), 2))
        assert [report.path for report in reports] == files()
        assert {report.path.name for report in reports if report.errors == (cause,)} == guilty
        innocent = [report for report in alone if report.path.name not in guilty]
        assert [report for report in reports if report.path.name not in guilty] == innocent

    def test_each_file_kills(self, monkeypatch):
        poison(monkeypatch, {path.name for path in files()}, lambda: os._exit(1))
        reports = list(spread(job(), files(), 3))
        assert [report.path for report in reports] == files()
        killed = {report.path for report in reports if report.errors}
        # The helper holds no literal: it is never inspected.
        assert [path.name for path in files() if path not in killed] == ["helper.py"]


def group_is_gone(group, seconds=20.0):
    """Whether the process group has ended, waited for up to so many seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@contextlib.contextmanager
def busy_run(folder):
    """The command line with two workers, one of which reads a pipe that nobody writes to."""
    os.mkfifo("stuck.py")
    command = [sys.executable, "-m", "http_status_codemods", "check", "--jobs=2"]
    files_to_do = ["stuck.py", *map(str, folder.glob("m*.py")), *(f"n{number}.py" for number in range(64))]
    with subprocess.Popen(
        [*command, *files_to_do], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    ) as process:  # fmt: skip
        # Opening the other end succeeds as soon as a worker has opened its own: all is under way.
        with Path("stuck.py").open("wb"):
            yield process
        # Nobody writes to the pipe any more: a worker that was left behind comes to its next step.
        assert group_is_gone(process.pid)


@pytest.mark.skipif(sys.platform != "linux", reason="process groups and pipes")
class TestEnd:
    def test_ctrl_c_ends_all_at_once_with_one_line(self, folder):
        with busy_run(folder) as process:
            os.killpg(process.pid, signal.SIGINT)
            _, errors = process.communicate(timeout=20)
            assert process.returncode == 130
            assert errors == "flake8-http-status: interrupted\n"
            assert group_is_gone(process.pid)

    @pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
    def test_a_parent_that_is_killed_leaves_no_orphans(self, folder, number):
        with busy_run(folder) as process:
            process.send_signal(number)
            process.wait(timeout=20)
