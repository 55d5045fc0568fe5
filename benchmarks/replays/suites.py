"""A project's suite: running it with the recorder, and what became of each test."""
from __future__ import annotations

import json
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from benchmarks.replays.commands import MARK, Done, Job, Words
from benchmarks.replays.environments import Environment
from benchmarks.replays.recipes import Recipe
from benchmarks.replays.sources import Tree

RECORDER = Path(__file__).parent / "recorder"
ABSENT = "absent"
_RANK = ("passed", "xfailed", "skipped", "xpassed", "failed", "error")
#: What pytest gives where its run came to an end: passed, failed, collection errors, nothing to run.
_ENDED = (0, 1, 2, 5)
_PLUGINS_OFF = ("cacheprovider", "randomly", "random_order", "rerunfailures", "sugar")
Row: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a test; ``text`` says why it failed."""

    name: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One run of a suite: the outcomes by test id, and the project's files that it imported."""

    outcomes: Mapping[str, Outcome]
    files: frozenset[str]

    def name(self, test: str) -> str:
        """The outcome of a test, ``absent`` where it did not run."""
        return self.outcomes[test].name if test in self.outcomes else ABSENT

    def text(self, test: str) -> str:
        """Why a test failed."""
        return self.outcomes[test].text if test in self.outcomes else ""

    def failed(self) -> list[str]:
        """The tests that failed, sorted: they prove less than the others."""
        return sorted(test for test, one in self.outcomes.items() if one.name in {"failed", "error"})

    def counts(self) -> dict[str, int]:
        """How many tests had each outcome."""
        return dict(sorted(Counter(one.name for one in self.outcomes.values()).items()))


@dataclass(frozen=True, slots=True)
class Suite:
    """The suite of a project that is installed."""

    recipe: Recipe
    job: Job
    tree: Tree
    environment: Environment

    def run(self, step: str, only: Iterable[str] | None = None) -> Report:
        """Run it, or those tests alone that ``only`` names.

        Raises StepError where the run crashed or its time was up: what it was at is in the text.
        """
        with tempfile.TemporaryDirectory(prefix="replay-") as folder:
            return self._run(step, Path(folder), None if only is None else sorted(only))

    def _run(self, step: str, scratch: Path, only: list[str] | None) -> Report:
        record = self.job.folder / "logs" / f"{step.replace(' ', '-')}.jsonl"
        record.unlink(missing_ok=True)
        variables = self._variables(scratch, record)
        if only is not None:
            variables["REPLAY_ONLY"] = str(scratch / "only.json")
            (scratch / "only.json").write_text(json.dumps([plain(test) for test in only]), encoding="utf-8")
        self.job.say(step)
        cwd = self.tree.folder / self.recipe.folder
        command: Words = [self.environment.python, *self._command()]
        done = self.job.run(step, command, cwd=cwd, environment=variables, timeout=self.recipe.timeout)
        rows = list(_rows(record))
        self._check(step, done, rows, partial=only is not None)
        outcomes = self._kept(outcomes_of(rows))
        files = frozenset(name for row in rows if row["when"] == "end" for name in row["files"])
        return Report({test: self._short(one) for test, one in outcomes.items()}, files)

    def _command(self) -> list[str]:
        """What follows ``python``."""
        if self.recipe.runner == "unittest":
            return ["-m", "replay_unittest", *self.recipe.command]
        own = ["-p", "replay_recorder", "--continue-on-collection-errors", "--maxfail=0", "--color=no"]
        for name in _PLUGINS_OFF:
            own += ["-p", f"no:{name}"]
        left_out = [f"--deselect={test}" for test in self.recipe.deselect]
        return [*self.recipe.command[:2], *own, *left_out, *self.recipe.command[2:]]

    def _variables(self, scratch: Path, record: Path) -> dict[str, str]:
        """The suite's own variables: as few of this machine's as can be."""
        home, temporary = scratch / "home", scratch / "tmp"
        home.mkdir()
        temporary.mkdir()
        folder = self.environment.python.parent
        own = dict(self.recipe.environment)
        path = [str(RECORDER), *filter(None, [own.pop("PYTHONPATH", "")])]
        return {
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "PATH": os.pathsep.join([str(folder), os.environ.get("PATH", os.defpath)]),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONHASHSEED": "0",
            "PYTHONNOUSERSITE": "1",
            "TMPDIR": str(temporary),
            "TZ": "UTC",
            "VIRTUAL_ENV": str(folder.parent),
            **own,
            "PYTHONPATH": os.pathsep.join(path),
            MARK: scratch.name,
            "REPLAY_RECORD": str(record),
            "REPLAY_TREE": str(self.tree.folder),
        }

    def _check(self, step: str, done: Done, rows: list[Row], *, partial: bool) -> None:
        end = next((row["status"] for row in rows if row["when"] == "end"), None)
        at = next((row["id"] for row in reversed(rows) if row["when"] == "start"), "no test")
        tests = sum(row["when"] == "start" for row in rows)
        if done.status is None:
            cause = f"not at its end after {self.recipe.timeout:g} s; it was at {at}, {tests} tests begun"
            raise self.job.error(step, cause, done)
        if end is None or (self.recipe.runner == "pytest" and end not in _ENDED):
            cause = f"crashed with exit status {done.status}; it was at {at}, {tests} tests begun"
            raise self.job.error(step, cause, done)
        if not tests and not partial:
            raise self.job.error(step, "no test ran", done)

    def _kept(self, outcomes: Mapping[str, Outcome]) -> dict[str, Outcome]:
        left_out = self.recipe.deselect
        return {test: one for test, one in outcomes.items() if not (left_out and test.startswith(left_out))}

    def _short(self, one: Outcome) -> Outcome:
        """Without the folders of this machine."""
        text = one.text
        for folder in (self.tree.folder, self.job.folder):
            for spelling in (folder.resolve(), folder):
                text = text.replace(f"{spelling}{os.sep}", "")
        return Outcome(one.name, text)


def plain(test: str) -> str:
    """The id that the runner knows, of one that was counted because it came again."""
    name, mark, number = test.rpartition(" #")
    return name if mark and number.isdigit() else test


def _rows(record: Path) -> Iterator[Row]:
    """The rows of a record; the last may be torn where the run was killed."""
    if record.is_file():
        for line in record.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                yield json.loads(line)
            except ValueError:
                return


def outcomes_of(rows: Iterable[Row]) -> dict[str, Outcome]:
    """The outcome of each test, from the rows of its phases; the worst counts."""
    begun: Counter[str] = Counter()
    found: dict[str, Outcome] = {}
    for row in rows:
        if row["when"] == "end":
            continue
        if row["when"] == "start":
            begun[row["id"]] += 1
            continue
        number = begun[row["id"]]
        test = row["id"] if number < 2 else f"{row['id']} #{number}"
        new = Outcome(_named(row), row.get("text", ""))
        old = found.get(test)
        if new.name and (old is None or _RANK.index(new.name) > _RANK.index(old.name)):
            found[test] = new
    return found


def _named(row: Row) -> str:
    """The outcome that one phase tells, empty where it says nothing of the test."""
    match row["when"], row["outcome"]:
        case ("setup" | "teardown", "passed"):
            return ""
        case ("setup" | "teardown" | "collect", "failed"):
            return "error"
        case _, "skipped" if row.get("xfail"):
            return "xfailed"
        case _, "passed" if row.get("xfail"):
            return "xpassed"
        case _, str(name) if name in _RANK:
            return name
    return ""
