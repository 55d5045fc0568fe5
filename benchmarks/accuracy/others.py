"""Other linters that report magic values, and how their findings are matched with sites (README.md).

Each is run by the Python of an environment that it is installed in, with -P: they run in other people's
folders, whose modules must not get in the way.
"""
from __future__ import annotations

import ast
import json
import os
import re
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.accuracy.environments import ToolError, run, run_flake8
from benchmarks.accuracy.ours import relative
from benchmarks.accuracy.reports import Report, Reports
from flake8_http_status.literals import Text

RUFF = "ruff==0.17.6"
PYLINT = "pylint==4.1.4"
WEMAKE = "wemake-python-styleguide==1.8.1"
_PYLINT_MESSAGE = re.compile(r"Consider using a named constant or an enum instead of '(.*)'\.", re.DOTALL)
_WEMAKE_LINE = re.compile(
    r"(?P<path>.+):(?P<line>\d+):(?P<column>\d+): WPS432 Found magic number: (?P<value>\S+)"
)


@dataclass(frozen=True, slots=True)
class Ruff:
    """PLR2004, told to report strings as well."""

    python: Path
    name = "ruff"

    def version(self) -> str:
        """The pinned version."""
        return f"{RUFF.partition('==')[2]}, PLR2004 with strings"

    def reports(self, folder: Path, files: Sequence[str]) -> Reports:
        """The findings in ``files``, which are relative to ``folder``.  Raises ToolError."""
        options = [
            "--isolated", "--no-cache", "--exit-zero", "--select=PLR2004", "--output-format=json",
            # By default it passes over strings.
            "--config=lint.pylint.allow-magic-value-types = []",
        ]
        done = run([self.python, "-P", "-m", "ruff", "check", *options, *files], cwd=folder)
        return Reports(ruff_reports(folder, done.stdout))


def ruff_reports(folder: Path, printed: str) -> Iterator[Report]:
    """What ruff's JSON says: the literal's own place, lines and columns from 1, in characters."""
    for row in json.loads(printed):
        if row["code"] == "PLR2004":
            place = row["location"]
            path = relative(folder, row["filename"])
            yield Report(path=path, line=place["row"], column=place["column"] - 1)


@dataclass(frozen=True, slots=True)
class Pylint:
    """R2004 of the extension ``magic_value``."""

    python: Path
    name = "pylint"

    def version(self) -> str:
        """The pinned version."""
        return f"{PYLINT.partition('==')[2]}, R2004"

    def reports(self, folder: Path, files: Sequence[str]) -> Reports:
        """The findings in ``files``, which are relative to ``folder``.  Raises ToolError."""
        options = [
            f"--rcfile={os.devnull}", "--persistent=n", "--load-plugins=pylint.extensions.magic_value",
            "--disable=all", "--enable=R2004", "--output-format=json2",
        ]
        # Its exit status is a set of bits that also says what was found.
        done = run([self.python, "-P", "-m", "pylint", *options, *files], cwd=folder, statuses=range(32))
        try:
            return Reports(pylint_reports(folder, done.stdout))
        except ValueError as error:
            raise ToolError(f"pylint in {folder}: {error}\n{done.stderr[-2000:]}") from error


def pylint_reports(folder: Path, printed: str) -> Iterator[Report]:
    """What pylint's JSON says: the lines of the comparison, and the literal in the message."""
    for row in json.loads(printed)["messages"]:
        match = _PYLINT_MESSAGE.fullmatch(row["message"])
        value = _value(match[1]) if match is not None and row["messageId"] == "R2004" else None
        if value is not None:
            end_line = row["endLine"] or row["line"]
            path = relative(folder, row["absolutePath"])
            yield Report(path=path, line=row["line"], end_line=end_line, value=value)


def _value(spelled: str) -> int | str | None:
    try:
        value = ast.literal_eval(spelled)
    except (ValueError, SyntaxError):
        return None
    return value if isinstance(value, int | str) else None


@dataclass(frozen=True, slots=True)
class Wemake:
    """WPS432 of wemake-python-styleguide; it speaks of numbers only."""

    python: Path
    name = "wemake"

    def version(self) -> str:
        """The pinned version."""
        return f"{WEMAKE.partition('==')[2]}, WPS432"

    def reports(self, folder: Path, files: Sequence[str]) -> Reports:
        """The findings in ``files``, which are relative to ``folder``.  Raises ToolError."""
        plugin = "wemake-python-styleguide"
        return Reports(
            wemake_reports(folder, run_flake8(self.python, plugin, "--select=WPS432", *files, cwd=folder))
        )


def wemake_reports(folder: Path, printed: str) -> Iterator[Report]:
    """What flake8 prints: the number's own place, columns from 1, in bytes of UTF-8."""
    texts: dict[str, Text] = {}
    for match in map(_WEMAKE_LINE.match, printed.splitlines()):
        if match is None:
            continue
        path, line = relative(folder, match["path"]), int(match["line"])
        if path not in texts:
            with tokenize.open(folder / path) as file:
                texts[path] = Text(file.read())
        column = texts[path].characters(line, int(match["column"]) - 1)
        yield Report(path=path, line=line, column=column)
