"""The tools: which of a folder's lines each speaks of.  Ours and Python's come from benchmarks/accuracy."""
from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.accuracy.environments import ToolError, environment, run
from benchmarks.accuracy.others import PYLINT, RUFF, WEMAKE, Pylint, Ruff, Wemake
from benchmarks.accuracy.ours import Flake8
from benchmarks.accuracy.reports import Report

STATICCHECK, RUBOCOP = "go-staticcheck", "rubocop"
COPS = "RSpec/Rails/HttpStatus,RSpec/Rails/HaveHttpStatus"

Lines = frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Result:
    """A tool by name, with its version and rule, the language that it reads, and the lines it speaks of."""

    name: str
    version: str
    language: str
    lines: Lines


def results(folders: dict[str, Path], cache: Path) -> list[Result]:
    """What each tool says of the files in ``folders``, one folder a language.  Raises ToolError."""
    python = folders["python"]
    files = sorted(path.name for path in python.glob("*.py"))
    tools = (
        Flake8(),
        Ruff(environment(cache, RUFF)),
        Pylint(environment(cache, PYLINT)),
        Wemake(environment(cache, WEMAKE)),
    )
    found = [
        Result(tool.name, tool.version(), "python", _lines(tool.reports(python, files).all))
        for tool in tools
    ]
    return [*found, staticcheck(folders["go"]), rubocop(folders["ruby"])]


def _lines(reports: Iterable[Report]) -> Lines:
    return frozenset((report.path, report.line) for report in reports)


def staticcheck(folder: Path) -> Result:
    """ST1013 of Go's staticcheck; each example is a package of its own."""
    program = _program(STATICCHECK, "go-staticcheck golang-go")
    (folder / "go.mod").write_text("module example.org/tried\n\ngo 1.19\n", encoding="utf-8")
    done = run([program, "-checks", "ST1013", "-f", "json", "./..."], cwd=folder, statuses=(0, 1))
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    if wrong := [row["message"] for row in rows if row["code"] != "ST1013"]:
        raise ToolError(f"{STATICCHECK}: {wrong[0]}")
    lines = frozenset((Path(row["location"]["file"]).parent.name, row["location"]["line"]) for row in rows)
    version = run([program, "-version"]).stdout.split()[1]
    return Result("staticcheck", f"{version}, ST1013", "go", lines)


def rubocop(folder: Path) -> Result:
    """The cops for statuses of RuboCop's RSpec extension."""
    program = _program(RUBOCOP, "rubocop ruby-rubocop-rspec ruby-rack")
    command: Sequence[str] = [program, "--require", "rubocop-rspec", "--only", COPS, "--format", "json", "."]
    document = json.loads(run(command, cwd=folder, statuses=(0, 1)).stdout)
    lines = frozenset(
        (file["path"], offense["location"]["start_line"])
        for file in document["files"]
        for offense in file["offenses"]
    )
    version = document["metadata"]["rubocop_version"]
    return Result("RuboCop", f"{version}, cops of rubocop-rspec", "ruby", lines)


def _program(name: str, packages: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise ToolError(f"{name} is not installed (apt-get install --no-install-recommends {packages})")
    return found
