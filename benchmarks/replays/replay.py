"""One project on one Python from the download to the comparison, and what is written down of it."""
from __future__ import annotations

import difflib
import json
import os
import platform
import subprocess
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from benchmarks.replays import compare, environments, fixes, sources
from benchmarks.replays.commands import Job
from benchmarks.replays.fixes import Fixed, Fixer
from benchmarks.replays.recipes import Recipe
from benchmarks.replays.sources import Tree
from benchmarks.replays.suites import Report, Suite

Result: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run of the benchmark was told."""

    cache: Path
    locks: Path
    unsafe: bool = False
    lock: bool = False
    keep: bool = False


def replay(recipe: Recipe, python: str, job: Job, settings: Settings) -> Result:
    """The result of one project on one Python; its folder must be empty.  Raises StepError, MissingError."""
    start = time.perf_counter()
    packed = sources.archive(recipe, job, settings.cache)
    tree = Tree(sources.unpack(packed, job, job.folder / "src"), job.folder / "states")
    environment = environments.make(
        recipe, python, job, tree.folder, locks=settings.locks, lock=settings.lock
    )
    tree.keep("released")
    suite = Suite(recipe, job, tree, environment)
    fixer = Fixer(recipe, job, tree, environment, python)
    findings, unread = fixer.check()
    before = suite.run("suite before")
    kinds = ("safe", "unsafe") if settings.unsafe else ("safe",)
    runs = {kind: _fixed(kind, suite, fixer, tree, before) for kind in kinds}
    if settings.keep:
        for kind in kinds:
            _write_diff(tree, kind, job.folder / f"{kind}.diff")
    return {
        "project": recipe.name,
        "version": recipe.version,
        "kind": recipe.kind,
        "python": python,
        "python_version": _python_version(environment.python),
        "target": recipe.target_of(python),
        "tool": fixes.version(),
        "platform": f"{platform.system()} {platform.machine()}",
        "date": date.today().isoformat(),
        "command": ["python", *recipe.command],
        "deselected": list(recipe.deselect),
        "findings": {kind: findings[kind] for kind in ("safe", "unsafe", "none")},
        "unread": unread,
        "tests": len(before.outcomes),
        "before": before.counts(),
        "failed_before": before.failed(),
        **runs,
        "seconds": round(time.perf_counter() - start, 1),
        "packages": list(environment.packages),
    }


def _fixed(kind: str, suite: Suite, fixer: Fixer, tree: Tree, before: Report) -> Result:
    """Fix the tree as released, run the suite on it, and compare."""
    tree.restore("released")
    fixed = fixer.fix(kind)
    tree.restore(kind)
    after = suite.run(f"suite {kind}")
    found = compare.compare(suite, tree, before, after, kind)
    loaded = sorted(set(fixed.files) & after.files)
    return {
        "rewrites": fixed.rewrites,
        "files": len(fixed.files),
        "files_loaded": len(loaded),
        "faults": list(_faults(fixed, loaded)),
        "outcomes": after.counts(),
        "changed": [asdict(change) for change in found.changed],
        "unstable": list(found.unstable),
    }


def _faults(fixed: Fixed, loaded: list[str]) -> Iterator[str]:
    yield from fixed.faults
    if fixed.files and not loaded:
        # It would prove nothing: the suite ran another copy of the project.
        yield "the suite loaded none of the changed files"


def _python_version(python: Path) -> str:
    code = "import platform; print(platform.python_version())"
    done = subprocess.run([python, "-c", code], capture_output=True, check=True, encoding="utf-8")
    return done.stdout.strip()


def _write_diff(tree: Tree, state: str, path: Path) -> None:
    with path.open("w", encoding="utf-8", errors="surrogateescape", newline="") as output:
        for name in tree.changed("released", state):
            sides = [
                (tree.states / one / name).read_text(encoding="utf-8", errors="surrogateescape")
                for one in ("released", state)
            ]
            old, new = (side.splitlines(keepends=True) for side in sides)
            output.writelines(difflib.unified_diff(old, new, f"a/{name}", f"b/{name}"))


def broken(result: Result) -> bool:
    """Whether a safe fix changed an outcome or broke another promise."""
    return bool(result["safe"]["changed"] or result["safe"]["faults"])


def write(result: Result, output: Path) -> None:
    """Put a result in its file: whole or not at all."""
    output.mkdir(parents=True, exist_ok=True)
    path = output / f"{result['project']}-{result['python']}.json"
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    temporary.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    temporary.replace(path)


def read_all(output: Path) -> list[Result]:
    """All results of a folder, sorted by project and Python."""
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in output.glob("*.json")]
    return sorted(rows, key=lambda row: (row["project"], row["python"]))
