"""The tools: which of a folder's lines each speaks of.  Ours and Python's come from benchmarks/accuracy."""
from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.accuracy.environments import ToolError, environment, run
from benchmarks.accuracy.others import PYLINT, RUFF, WEMAKE, Pylint, Ruff, Wemake
from benchmarks.accuracy.ours import Flake8
from benchmarks.accuracy.reports import Report

STATICCHECK, USESTDLIBVARS, RUBOCOP = "go-staticcheck", "usestdlibvars", "rubocop"
PLUGINS = ("rubocop-rails", "rubocop-rspec_rails")
COPS = ("Rails/HttpStatus", "RSpecRails/HttpStatus", "RSpecRails/HaveHttpStatus")
#: Staticcheck spares 200, 400, 404 and 500 by default; the examples are not about that.
STATICCHECK_CONF = "http_status_code_whitelist = []\n"
#: RuboCop's settings: the plugins, and silence about what could be set besides.
RUBOCOP_YML = f"""plugins: [{", ".join(PLUGINS)}]
AllCops:
  NewCops: disable
  SuggestExtensions: false
"""

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
    go = folders["go"]
    (go / "go.mod").write_text("module example.org/tried\n\ngo 1.19\n", encoding="utf-8")
    return [*found, staticcheck(go), usestdlibvars(go), rubocop(folders["ruby"])]


def _lines(reports: Iterable[Report]) -> Lines:
    return frozenset((report.path, report.line) for report in reports)


def staticcheck(folder: Path) -> Result:
    """ST1013 of Go's staticcheck; each example is a package of its own."""
    program = _program(STATICCHECK, "apt-get install --no-install-recommends go-staticcheck golang-go")
    (folder / "staticcheck.conf").write_text(STATICCHECK_CONF, encoding="utf-8")
    done = run([program, "-checks", "ST1013", "-f", "json", "./..."], cwd=folder, statuses=(0, 1))
    version = run([program, "-version"]).stdout.split()[1]
    lines = staticcheck_lines(done.stdout)
    return Result("staticcheck", f"{version}, ST1013 that spares no status", "go", lines)


def staticcheck_lines(printed: str) -> Lines:
    """The lines in what staticcheck prints, an object a line.  Raises ToolError for an unreadable file."""
    rows = [json.loads(line) for line in printed.splitlines()]
    if wrong := [row["message"] for row in rows if row["code"] != "ST1013"]:
        raise ToolError(f"{STATICCHECK}: {wrong[0]}")
    return frozenset((Path(row["location"]["file"]).parent.name, row["location"]["line"]) for row in rows)


def usestdlibvars(folder: Path) -> Result:
    """usestdlibvars with its defaults: statuses and methods, nothing else."""
    program = _program(USESTDLIBVARS, "its README tells how; Go 1.19 runs it, for 1.29.0 Go 1.27 is too new")
    done = run([program, "-json", "./..."], cwd=folder)
    version = module_version(run(["go", "version", "-m", program]).stdout)
    return Result(USESTDLIBVARS, version, "go", usestdlibvars_lines(done.stdout))


def usestdlibvars_lines(printed: str) -> Lines:
    """The lines in what usestdlibvars prints.  Raises ToolError where it could not read a package."""
    lines = set()
    for name, package in json.loads(printed).items():
        rows = package[USESTDLIBVARS]
        if isinstance(rows, dict):
            raise ToolError(f"{USESTDLIBVARS}: {name}: {rows['error']}")
        for row in rows:
            path, line, _ = row["posn"].rsplit(":", 2)
            lines.add((Path(path).parent.name, int(line)))
    return frozenset(lines)


def module_version(printed: str) -> str:
    """The version of a program's own module in what ``go version -m`` prints."""
    rows = (line.split() for line in printed.splitlines())
    return next((row[2].removeprefix("v") for row in rows if row[:1] == ["mod"]), "unknown")


def rubocop(folder: Path) -> Result:
    """The cops for statuses of RuboCop's extensions for Rails and for RSpec with Rails."""
    program = _program(RUBOCOP, f"gems rubocop, {', '.join(PLUGINS)}")
    (folder / ".rubocop.yml").write_text(RUBOCOP_YML, encoding="utf-8")
    command = [program, "--only", ",".join(COPS), "--cache", "false", "--format", "json", "."]
    document = json.loads(run(command, cwd=folder, statuses=(0, 1)).stdout)
    version = plugin_versions(run([program, "-V"], cwd=folder).stdout)
    return Result("RuboCop", version, "ruby", rubocop_lines(document))


def rubocop_lines(document: dict[str, Any]) -> Lines:
    """The lines in RuboCop's JSON.  Raises ToolError where it could not read a file."""
    offenses = [(file["path"], offense) for file in document["files"] for offense in file["offenses"]]
    if wrong := [offense["message"] for _, offense in offenses if offense["cop_name"] not in COPS]:
        raise ToolError(f"{RUBOCOP}: {wrong[0]}")
    return frozenset((path, offense["location"]["start_line"]) for path, offense in offenses)


def plugin_versions(printed: str) -> str:
    """The versions in what ``rubocop -V`` prints: its own, and a line for each plugin."""
    first, *rest = printed.splitlines()
    plugins = [line.strip().removeprefix("- ") for line in rest if line.strip().startswith("- ")]
    return " with ".join((first.split()[0], " and ".join(plugins)))


def _program(name: str, how: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise ToolError(f"{name} is not installed ({how})")
    return found
