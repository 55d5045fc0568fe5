"""This tool as its users run it: ``check`` over a tree, flake8 file by file, both also after ``learn``."""
from __future__ import annotations

import importlib.metadata
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from benchmarks.accuracy.environments import ToolError, run, run_flake8
from benchmarks.accuracy.reports import Report, Reports

#: The labels say what is right where Python 3.11 is the oldest that the code supports.
TARGET = "3.11"
_COMMAND = (sys.executable, "-P", "-m", "http_status_codemods")
_FLAKE8_LINE = re.compile(r"(?P<path>.+):(?P<line>\d+):(?P<column>\d+): HTS\d+ use (?P<replacement>[\w.]+) ")


class Learnt:
    """The stubs that ``learn`` writes, a folder of them for each linted folder, until ``close``."""

    def __init__(self) -> None:
        self._temporary = TemporaryDirectory(prefix="accuracy-")
        self._stubs: dict[Path, Path] = {}

    @staticmethod
    def available() -> bool:
        """Whether the command knows ``learn``."""
        return run([*_COMMAND, "learn", "--help"], statuses=None).returncode == 0

    def stubs(self, folder: Path) -> Path:
        """The folder with the stubs of the project in ``folder``.  Raises ToolError."""
        if folder not in self._stubs:
            output = Path(mkdtemp(dir=self._temporary.name))
            _run("learn", folder, "--output", output)
            self._stubs[folder] = output
        return self._stubs[folder]

    def close(self) -> None:
        """Remove what was written."""
        self._temporary.cleanup()


@dataclass(frozen=True, slots=True)
class Check:
    """``flake8-http-status check``: it reads the whole project, whichever files hold labels."""

    learnt: Learnt | None = None

    @property
    def name(self) -> str:
        """As ``--tools`` has it."""
        return "check" if self.learnt is None else "check+learn"

    def version(self) -> str:
        """The version of this project."""
        return importlib.metadata.version("flake8-http-status")

    def reports(self, folder: Path, files: Sequence[str]) -> Reports:
        """The findings in ``folder``.  Raises ToolError."""
        stubs = () if self.learnt is None else ("--stubs", self.learnt.stubs(folder))
        return check(folder, *stubs)


def check(folder: Path, *options: str | Path) -> Reports:
    """What ``check`` reports in ``folder``; files that it cannot read are in ``unread``."""
    rules = "--select=HTS1,HTS2"  # what the labels are of
    done = _run("check", rules, "--target", TARGET, "--output-format", "jsonl", *options, folder)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    reports = (
        Report(
            path=relative(folder, row["path"]),
            line=row["line"],
            column=row["column"] - 1,
            replacement=row["replacement"],
            fix=row["fix"],
        )
        for row in rows
    )
    return Reports(reports, done.stderr.splitlines())


def _run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run our command, whose status 1 and 2 also say what was found.  Raises ToolError where it broke."""
    done = run([*_COMMAND, *arguments], statuses=(0, 1, 2))
    if done.stderr.startswith("usage:") or "Traceback (most recent call last)" in done.stderr:
        raise ToolError(f"{' '.join(map(str, arguments))}\n{done.stderr.strip()[-2000:]}")
    return done


def relative(folder: Path, path: str) -> str:
    """``path``, as a tool prints it that ran in or on ``folder``, relative to that folder."""
    if Path(path).is_absolute():
        path = os.path.relpath(os.path.realpath(path), os.path.realpath(folder))
    return Path(os.path.normpath(path)).as_posix()


@dataclass(frozen=True, slots=True)
class Flake8:
    """The flake8 plugin: it sees one file at a time and says nothing of fixes."""

    learnt: Learnt | None = None

    @property
    def name(self) -> str:
        """As ``--tools`` has it."""
        return "flake8" if self.learnt is None else "flake8+learn"

    def version(self) -> str:
        """The versions of flake8 and of this project."""
        own = importlib.metadata.version("flake8-http-status")
        return f"{importlib.metadata.version('flake8')} with {own}"

    def reports(self, folder: Path, files: Sequence[str]) -> Reports:
        """The findings in ``files``, which are relative to ``folder``.  Raises ToolError."""
        stubs = [] if self.learnt is None else [f"--http-stubs={self.learnt.stubs(folder)}"]
        options = ["--select=HTS1,HTS2", f"--http-target={TARGET}", *stubs]
        printed = run_flake8(sys.executable, "flake8-http-status", *options, *files, cwd=folder)
        return Reports(_lines(folder, printed))


def _lines(folder: Path, printed: str) -> Iterator[Report]:
    for match in map(_FLAKE8_LINE.match, printed.splitlines()):
        if match is not None:
            yield Report(
                path=relative(folder, match["path"]),
                line=int(match["line"]),
                column=int(match["column"]) - 1,
                replacement=match["replacement"],
            )
