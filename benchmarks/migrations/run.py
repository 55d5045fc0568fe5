"""Run a recipe on the release before the migration."""
from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.migrations.compare import Change, changes
from benchmarks.migrations.recipes import Recipe
from benchmarks.replays.commands import Job
from benchmarks.replays.fixes import replaced
from benchmarks.replays.recipes import Recipe as Source
from benchmarks.replays.sources import archive, unpack


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the fix changed, sites and files, and the lines that people changed too."""

    sites: int
    files: int
    changes: tuple[Change, ...]

    @property
    def same(self) -> int:
        """How many of these lines come out as people wrote them."""
        return sum(one.fixed == one.people for one in self.changes)


def run(recipe: Recipe, cache: Path, work: Path) -> Outcome:
    """Download, fix, compare.  Raises StepError where a step fails."""
    job = Job(f"{recipe.project} {recipe.before.version}", work)
    before = _unpacked(recipe.before, job, cache, work / "before")
    fixed = work / "fixed"
    shutil.copytree(before, fixed, symlinks=True)
    command = [sys.executable, "-P", "-m", "http_status_codemods", "fix", *recipe.fix]
    done = job.run("fix", [*command, *recipe.paths], cwd=fixed)
    told = replaced(done.text())
    if told is None:
        raise job.error("fix", done.last_lines())
    found: tuple[Change, ...] = ()
    if recipe.after is not None:
        after = _unpacked(recipe.after, job, cache, work / "after")
        folders = ((before / path, fixed / path, after / path) for path in recipe.paths)
        found = tuple(one for each in folders for one in changes(*each, recipe.was))
    return Outcome(*told, found)


def _unpacked(source: Source, job: Job, cache: Path, folder: Path) -> Path:
    folder.mkdir()
    return unpack(archive(source, job, cache), job, folder)
