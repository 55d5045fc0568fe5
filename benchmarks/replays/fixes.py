"""The tool under test, as its users run it: ``check`` and ``fix`` over a project, and what must hold."""
from __future__ import annotations

import importlib.metadata
import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass

from benchmarks.checkout import commit, git
from benchmarks.replays.commands import Done, Job, Words
from benchmarks.replays.environments import Environment
from benchmarks.replays.recipes import Recipe
from benchmarks.replays.sources import Tree

_COMMAND = (sys.executable, "-P", "-m", "http_status_codemods")
_DONE = re.compile(r"^([\d,]+) (?:literal|constant|finding)s? in ([\d,]+) files? replaced$", re.MULTILINE)
_COMPILE = """
import sys
for line in sys.stdin.buffer.read().split(b"\\0"):
    if line:
        with open(line, "rb") as file:
            compile(file.read(), line.decode(errors="replace"), "exec", dont_inherit=True)
"""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What a fix did: how many literals it replaced in which files; ``faults`` are broken promises.

    Two fixes of one release with the same ``digest`` left the same files behind.
    """

    rewrites: int
    files: tuple[str, ...]
    faults: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Fixer:
    """The tool on one project."""

    recipe: Recipe
    job: Job
    tree: Tree
    environment: Environment
    python: str

    def check(self, step: str = "check") -> tuple[Counter[str], list[str]]:
        """How many findings there are of each kind of fix, and the files that could not be read."""
        done = self._run(step, "check", "--output-format=jsonl")
        lines = done.text().splitlines()
        rows = [json.loads(line) for line in lines if line.startswith("{")]
        return Counter(row["fix"] for row in rows), [line for line in lines if not line.startswith("{")]

    def fix(self, kind: str) -> Fixed:
        """Fix the tree, ``safe`` or ``unsafe``, and keep it as the state of that name.  Raises StepError."""
        options = ["--unsafe-fixes"] if kind == "unsafe" else []
        rewrites, files = self._fix(f"fix {kind}", options)
        self.tree.keep(kind)
        changed = self.tree.changed("released", kind)
        faults = list(self._compiled(kind, changed))
        if len(changed) != files:
            faults.append(f"the fix says {files} files, and {len(changed)} are changed")
        again, _ = self._fix(f"fix {kind} again", options)
        self.tree.keep("again")
        if again or self.tree.changed(kind, "again"):
            faults.append(f"a second fix replaced {again} literals")
        left, _ = self.check(f"check after {kind}")
        found = left["safe"] + (left["unsafe"] if kind == "unsafe" else 0)
        if found:
            faults.append(f"{found} findings that should be fixed are still reported")
        return Fixed(rewrites, tuple(changed), tuple(faults), self.tree.digest(kind, changed))

    def _fix(self, step: str, options: list[str]) -> tuple[int, int]:
        done = self._run(step, "fix", *options)
        numbers = replaced(done.text())
        if numbers is None:
            raise self.job.error(step, "it does not say what it replaced", done)
        return numbers

    def _run(self, step: str, command: str, *options: str) -> Done:
        """Run our command; a project's file that Python cannot read (status 2) is no error of ours."""
        self.job.say(step)
        target = f"--target={self.recipe.target_of(self.python)}"
        words = [*_COMMAND, command, target, *options, *self.recipe.fix]
        done = self.job.run(step, words, cwd=self.tree.folder)
        broken = re.search(r"^usage:|^Traceback|: internal error: ", done.text(), re.MULTILINE)
        if done.status not in {0, 1, 2} or broken:
            raise self.job.error(step, f"exit status {done.status}", done)
        return done

    def _compiled(self, kind: str, changed: list[str]) -> list[str]:
        """What is wrong where a changed file does not compile on the project's Python."""
        names = b"\0".join(str(self.tree.folder / name).encode() for name in changed)
        command: Words = [self.environment.python, "-W", "ignore", "-c", _COMPILE]
        done = subprocess.run(command, input=names, capture_output=True, check=False)
        last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        return [f"{kind}: a changed file does not compile: {last}"] if done.returncode else []


def replaced(text: str) -> tuple[int, int] | None:
    """How many literals in how many files a fix says that it replaced, None where it says nothing."""
    match = _DONE.search(text)
    return (_number(match[1]), _number(match[2])) if match else None


def _number(text: str) -> int:
    return int(text.replace(",", ""))


def version() -> dict[str, str]:
    """The tool's version and, in a checkout, its commit."""
    at = commit()
    if at and git("status", "--porcelain", "--", "flake8_http_status", "codemods"):
        at += "-changed"
    return {"version": importlib.metadata.version("flake8-http-status"), "commit": at}
