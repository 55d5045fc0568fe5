"""A virtual environment for each project and Python, and the locks that make it the same next year."""
from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from benchmarks.replays.commands import Job, Words, interpreter, uv
from benchmarks.replays.recipes import Recipe

LOCKS = Path(__file__).parent / "locks"


@dataclass(frozen=True, slots=True)
class Environment:
    """A project's environment: its interpreter and what is installed."""

    python: Path
    packages: tuple[str, ...]


def lock_of(recipe: Recipe, python: str, locks: Path) -> Path:
    """The file with the versions to install."""
    return locks / f"{recipe.name}-{python}.txt"


def make(recipe: Recipe, python: str, job: Job, tree: Path, *, locks: Path, lock: bool) -> Environment:
    """Install the project in a new environment; with ``lock``, write down what came.  Raises StepError."""
    folder = job.folder / "venv"
    job.must("environment", [uv(), "venv", "-q", "--python", interpreter(python), folder], cwd=tree)
    own = folder / "bin" / "python"
    pinned = lock_of(recipe, python, locks)
    constraints: Words = ["-c", pinned.absolute()] if pinned.is_file() and not lock else []
    pip: Words = [uv(), "pip", "install", "--no-config", "--python", own]
    settings = {**os.environ, **recipe.environment}
    job.must("install", [*pip, *constraints, *recipe.installs()], cwd=tree, environment=settings)
    for number, command in enumerate(recipe.prepare, 1):
        path = os.pathsep.join([str(folder / "bin"), os.environ.get("PATH", os.defpath)])
        settings |= {"VIRTUAL_ENV": str(folder), "PATH": path}
        job.must(f"prepare {number}", ["sh", "-ec", command], cwd=tree, environment=settings)
    freeze: Words = [uv(), "pip", "freeze", "-q", "--exclude-editable", "--python", own]
    frozen = job.must("freeze", freeze, cwd=tree)
    packages = tuple(line for line in frozen.text().splitlines() if "==" in line)
    if lock:
        pinned.parent.mkdir(parents=True, exist_ok=True)
        pinned.write_text("".join(f"{line}\n" for line in packages), encoding="utf-8")
    return Environment(own, packages)
