"""``fix --interactive`` on a terminal of its own, and what a terminal sees of ``fix`` and ``check``."""
from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

#: Two hunks: six lines apart no context joins them.
LINES = ["import requests", "assert requests.get('a').status_code == 404", *(f"x{n} = {n}" for n in range(9)),
         "assert requests.get('b').status_code == 200", ""]  # fmt: skip
SOURCE = "\n".join(LINES)
COMMAND = [sys.executable, "-m", "http_status_codemods"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Terminal:
    """A program that believes to talk to a person."""

    def __init__(self, *arguments: str, **variables: str) -> None:
        self._ours, theirs = pty.openpty()
        left_out = {"NO_COLOR", "FORCE_COLOR"}
        environment = {name: value for name, value in os.environ.items() if name not in left_out}
        self.process = subprocess.Popen(
            [*COMMAND, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**environment, "TERM": "xterm", "COLUMNS": "100", **variables},
            start_new_session=True,
        )
        os.close(theirs)
        self.said = ""

    def until(self, text: str) -> str:
        """Read until ``text`` comes, and give what was said since the last time."""
        start = len(self.said)
        while text not in self.said[start:]:
            part = self._read()
            assert part, f"{text!r} did not come: {self.said!r}"
        return self.said[start:]

    def answer(self, text: str) -> None:
        os.write(self._ours, f"{text}\n".encode())

    def interrupt(self) -> None:
        """Press Ctrl-C until it is heard: one between the prompt and the wait for an answer is not."""
        os.killpg(self.process.pid, signal.SIGINT)
        while not select.select([self._ours], [], [], 1)[0]:
            os.killpg(self.process.pid, signal.SIGINT)

    def end(self) -> int:
        """Read on until it ends; gives the exit status."""
        while self._read():
            pass
        os.close(self._ours)
        return self.process.wait(timeout=60)

    def _read(self) -> str:
        try:
            part = os.read(self._ours, 65536).decode(errors="replace").replace("\r\n", "\n")
        except OSError:  # how Linux says that the other side has gone
            return ""
        self.said += part
        return part


def walk(answers: Sequence[str], *arguments: str) -> Terminal:
    terminal = Terminal("fix", "--interactive", *arguments)
    for answer in answers:
        terminal.until("[y,n,a,d,q,?]? ")
        terminal.answer(answer)
    assert terminal.end() == 0, terminal.said
    return terminal


def run(*arguments: str, answers: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """The command with pipes in the place of a terminal."""
    environment = {**os.environ, **variables}
    return subprocess.run(
        [*COMMAND, *arguments], input=answers, capture_output=True, env=environment, encoding="utf-8"
    )


def replaced(name: str = "app.py") -> list[str]:
    """The members that stand in the file now, and whether the import came with them."""
    text = Path(name).read_text()
    members = re.findall(r"HTTPStatus\.(\w+)", text)
    assert text.startswith("from http import HTTPStatus\n") == bool(members)
    return members


@pytest.mark.parametrize(
    ("answers", "members"),
    [
        (["y", "y"], ["NOT_FOUND", "OK"]),
        (["y", "n"], ["NOT_FOUND"]),
        (["n", "y"], ["OK"]),
        (["n", "n"], []),
        (["a"], ["NOT_FOUND", "OK"]),
        (["n", "a"], ["OK"]),
        (["d"], []),
        (["y", "d"], ["NOT_FOUND"]),
        (["q"], []),
        (["y", "q"], ["NOT_FOUND"]),
        (["Y", "N"], ["NOT_FOUND"]),
    ],
)
def test_each_hunk_is_asked_for(answers: list[str], members: list[str]) -> None:
    Path("app.py").write_text(SOURCE)
    terminal = walk(answers)
    assert replaced() == members
    said = ["0 literals in 0 files replaced", "1 literal in 1 file replaced", "2 literals in 1 file replaced"]
    assert terminal.said.splitlines()[-1] == said[len(members)]
    if not members:
        assert Path("app.py").read_text() == SOURCE


def test_a_d_and_q_over_files() -> None:
    def names(*answers: str) -> list[str]:
        for name in ("a.py", "b.py", "c.py"):
            Path(name).write_text(SOURCE)
        walk(answers)
        return [f"{name}{len(replaced(f'{name}.py'))}" for name in "abc"]

    assert names("a", "n", "y", "d") == ["a2", "b1", "c0"]
    assert names("y", "q") == ["a1", "b0", "c0"]
    assert names("d", "d", "a") == ["a0", "b0", "c2"]


def test_help_and_wrong_answers_ask_again() -> None:
    Path("app.py").write_text(SOURCE)
    terminal = walk(["?", "", "yes", "n", "n"])
    assert terminal.said.count("q - quit") == 3
    assert replaced() == []


def test_a_hunk_is_shown_as_a_diff_in_colours() -> None:
    Path("app.py").write_text(SOURCE)
    terminal = Terminal("fix", "--interactive")
    first = terminal.until("[y,n,a,d,q,?]? ")
    assert "--- app.py" in first
    assert "\x1b[31m-assert requests.get('a').status_code == 404\x1b[0m\n" in first
    assert "\x1b[32m+assert requests.get('a').status_code == HTTPStatus.NOT_FOUND\x1b[0m\n" in first
    assert "(1/2) Replace this hunk" in first
    terminal.answer("q")
    assert terminal.end() == 0


def test_the_end_of_the_answers_is_q() -> None:
    Path("app.py").write_text(SOURCE)
    done = run("fix", "--interactive", answers="y\n")
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert replaced() == ["NOT_FOUND"]


def test_check_writes_nothing() -> None:
    Path("app.py").write_text(SOURCE)
    done = run("fix", "--interactive", "--check", answers="y\ny\n")
    assert done.returncode == 1
    assert Path("app.py").read_text() == SOURCE


def test_a_file_that_changed_while_one_thought_is_left_alone() -> None:
    Path("app.py").write_text(SOURCE)
    terminal = Terminal("fix", "--interactive")
    terminal.until("[y,n,a,d,q,?]? ")
    Path("app.py").write_text("x = 1\n")
    terminal.answer("a")
    assert terminal.end() == 2
    assert "app.py: changed while it was being read; left alone" in terminal.said
    assert Path("app.py").read_text() == "x = 1\n"


def test_interactive_goes_without_diff() -> None:
    done = run("fix", "--interactive", "--diff")
    assert done.returncode == 2
    assert "not allowed with argument" in done.stderr


def test_carriage_returns_and_marks_stay() -> None:
    raw = b"\xef\xbb\xbf" + SOURCE.replace("\n", "\r\n").encode()
    Path("app.py").write_bytes(raw)
    walk(["n", "y"])
    wanted = raw.replace(b"200", b"HTTPStatus.OK").replace(
        b"\xbfimport", b"\xbffrom http import HTTPStatus\r\n\r\nimport"
    )
    assert Path("app.py").read_bytes() == wanted


# What a terminal sees besides.


def test_a_bar_on_a_terminal() -> None:
    for number in range(20):
        Path(f"m{number}.py").write_text(SOURCE)
    terminal = Terminal("fix")
    assert terminal.end() == 0
    assert "Fixing" in terminal.said
    assert "40 literals in 20 files replaced\n" in terminal.said


@pytest.mark.parametrize("variables", [{}, {"FORCE_COLOR": "1"}])
def test_no_bar_in_a_pipe(variables: dict[str, str]) -> None:
    for number in range(20):
        Path(f"m{number}.py").write_text(SOURCE)
    done = run("fix", **variables)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "  HTS101 status-comparison  40\n  .  40\n40 literals in 20 files replaced\n"


def test_no_bar_on_a_dumb_terminal() -> None:
    Path("app.py").write_text(SOURCE)
    terminal = Terminal("fix", TERM="dumb")
    assert terminal.end() == 0
    assert terminal.said == "2 literals in 1 file replaced\n"


@pytest.mark.parametrize(
    ("variables", "colours"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False),
     ({"TERM": "dumb", "FORCE_COLOR": "1"}, True), ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False)],
)  # fmt: skip
def test_colours_on_a_terminal(variables: dict[str, str], colours: bool) -> None:
    Path("app.py").write_text(SOURCE)
    terminal = Terminal("check", **variables)
    assert terminal.end() == 1
    assert ("\x1b[" in terminal.said) == colours


@pytest.mark.parametrize("command", ["check", "fix"])
def test_ctrl_c_ends_it_at_once_with_a_line(command: str) -> None:
    for number in range(400):
        Path(f"m{number:03}.py").write_text(SOURCE * 3)
    done = subprocess.Popen([*COMMAND, command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                            start_new_session=True)  # fmt: skip
    if command == "check":
        assert done.stdout is not None
        done.stdout.readline()  # it is at work
    else:
        while not any("HTTPStatus" in path.read_text() for path in Path().glob("m00?.py")):
            time.sleep(0.01)
    os.killpg(done.pid, signal.SIGINT)  # as a terminal does it: to all processes of the job
    _, errors = done.communicate(timeout=60)
    assert done.returncode == 130
    assert errors == "flake8-http-status: interrupted\n"
    for path in Path().glob("*.py"):
        assert path.read_text().count("HTTPStatus.") in {0, 6}
    assert not list(Path().glob(".*"))


def test_ctrl_c_while_it_asks() -> None:
    Path("app.py").write_text(SOURCE)
    terminal = Terminal("fix", "--interactive")
    terminal.until("[y,n,a,d,q,?]? ")
    terminal.interrupt()
    assert terminal.end() == 130
    assert terminal.said.splitlines()[-1] == "flake8-http-status: interrupted"
    assert "Traceback" not in terminal.said
    assert Path("app.py").read_text() == SOURCE
