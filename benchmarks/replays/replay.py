"""One project on one Python from the download to the comparison, and what is written down of it."""
from __future__ import annotations

import difflib
import json
import os
import platform
import subprocess
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from benchmarks.replays import compare, environments, sources
from benchmarks.replays import fixes as tool
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
    #: The folder of earlier results whose outcomes stand where the fixed tree is the same, or None.
    earlier: Path | None = None


def replay(recipe: Recipe, python: str, job: Job, settings: Settings) -> Result:
    """The result of one project on one Python; its folder must be empty.  Raises StepError, MissingError."""
    start = time.perf_counter()
    packed = sources.archive(recipe, job, settings.cache)
    tree = Tree(sources.unpack(packed, job, job.folder / "src"), job.folder / "states")
    environment = environments.make(
        recipe, python, job, tree.folder, locks=settings.locks, lock=settings.lock
    )
    tree.keep("released")
    fixer = Fixer(recipe, job, tree, environment, python)
    findings, unread = fixer.check()
    kinds = ("safe", "unsafe") if settings.unsafe else ("safe",)
    fixes = {kind: _fix(kind, fixer, tree) for kind in kinds}
    if settings.keep:
        for kind in kinds:
            _write_diff(tree, kind, job.folder / f"{kind}.diff")
    given = {
        "project": recipe.name,
        "version": recipe.version,
        "kind": recipe.kind,
        "python": python,
        "python_version": _python_version(environment.python),
        "target": recipe.target_of(python),
        "platform": f"{platform.system()} {platform.machine()}",
        "command": ["python", *recipe.command],
        "deselected": list(recipe.deselect),
        "recipe": recipe.digest(),
        "packages": list(environment.packages),
    }
    rest = _earlier(given, fixes, settings) or _run(Suite(recipe, job, tree, environment), fixes)
    return {
        **given,
        "tool": tool.version(),
        "date": date.today().isoformat(),
        "findings": {kind: findings[kind] for kind in ("safe", "unsafe", "none")},
        "unread": unread,
        **rest,
        "seconds": round(time.perf_counter() - start, 1),
    }


def _fix(kind: str, fixer: Fixer, tree: Tree) -> Fixed:
    tree.restore("released")
    return fixer.fix(kind)


def _run(suite: Suite, fixes: Mapping[str, Fixed]) -> Result:
    """Run the suite on the tree as released and as each fix left it, and compare."""
    suite.tree.restore("released")
    before = suite.run("suite before")
    return {
        "ran": {"tool": tool.version(), "date": date.today().isoformat()},
        "tests": len(before.outcomes),
        "before": before.counts(),
        "failed_before": before.failed(),
        **{kind: _compared(kind, suite, fixed, before) for kind, fixed in fixes.items()},
    }


def _compared(kind: str, suite: Suite, fixed: Fixed, before: Report) -> Result:
    suite.tree.restore(kind)
    after = suite.run(f"suite {kind}")
    found = compare.compare(suite, suite.tree, before, after, kind)
    loaded = len(set(fixed.files) & after.files)
    return {
        **_said(fixed, loaded),
        "outcomes": after.counts(),
        "changed": [asdict(change) for change in found.changed],
        "unstable": list(found.unstable),
    }


def _said(fixed: Fixed, loaded: int) -> Result:
    """What is written down of a fix, of whose files the suite imported so many."""
    faults = list(fixed.faults)
    if fixed.files and not loaded:
        # It would prove nothing: the suite ran another copy of the project.
        faults.append("the suite loaded none of the changed files")
    return {
        "rewrites": fixed.rewrites,
        "files": len(fixed.files),
        "files_loaded": loaded,
        "digest": fixed.digest,
        "faults": faults,
    }


def _earlier(given: Result, fixes: Mapping[str, Fixed], settings: Settings) -> Result | None:
    """What an earlier run of the suites found, if they would run the same files in the same environment."""
    if settings.earlier is None or not (path := result_file(given, settings.earlier)).is_file():
        return None
    old = json.loads(path.read_text(encoding="utf-8"))
    if any(old.get(key) != value for key, value in given.items()):
        return None
    if any(old.get(kind, {}).get("digest") != fixed.digest for kind, fixed in fixes.items()):
        return None
    kept = {key: old[key] for key in ("ran", "tests", "before", "failed_before")}
    runs = {kind: {**old[kind], **_said(fixed, old[kind]["files_loaded"])} for kind, fixed in fixes.items()}
    return {**kept, **runs}


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


def result_file(result: Result, output: Path) -> Path:
    """Where a result is kept."""
    return output / f"{result['project']}-{result['python']}.json"


def write(result: Result, output: Path) -> None:
    """Put a result in its file: whole or not at all."""
    output.mkdir(parents=True, exist_ok=True)
    path = result_file(result, output)
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    temporary.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    temporary.replace(path)


def read_all(output: Path) -> list[Result]:
    """All results of a folder, sorted by project and Python."""
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in output.glob("*.json")]
    return sorted(rows, key=lambda row: (row["project"], row["python"]))
