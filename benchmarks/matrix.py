"""``python -m benchmarks.matrix``: every supported Python, flake8 and LibCST finds and fixes the same.

Makes an environment for each combination, lints and fixes the same files there, and compares. The exit
status is 0 where all agree, 1 where not, 2 where a combination cannot be made. Syntax that an older Python
cannot parse is left out of the comparison. Needs uv (``pip install -e '.[replays]'``).
"""
from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAME, DIFFERENT, ERROR = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Combination:
    """A Python such as 3.11, and releases of flake8 and LibCST; an empty release is the newest."""

    python: str
    flake8: str
    libcst: str

    def __str__(self) -> str:
        return f"Python {self.python}, flake8 {self.flake8 or 'newest'}, LibCST {self.libcst or 'newest'}"


#: Each end of what pyproject.toml admits; the first is what the others are compared with.
COMBINATIONS = (
    Combination("3.11", "", ""),
    Combination("3.11", "6.0.0", "1.5.0"),
    Combination("3.12", "6.1.0", ""),
    Combination("3.12", "7.0.0", "1.5.0"),
    Combination("3.13", "7.1.2", ""),
    Combination("3.13", "", "1.5.1"),
)
Rows = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Seen:
    """What one combination says: findings of flake8 and of ``check`` by file, the fix, unreadable files."""

    flake8: Rows
    check: Rows
    fix: str
    unread: frozenset[str]


class StepError(Exception):
    """What could not be run, and its last words."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line in ``argv`` (default: the process's own); gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matrix", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="the oldest of all and the newest of all")
    parser.add_argument("paths", nargs="*", type=Path, default=[ROOT / "examples"], metavar="PATH")
    arguments = parser.parse_args(argv)
    chosen = (COMBINATIONS[1], COMBINATIONS[-1]) if arguments.quick else COMBINATIONS
    with tempfile.TemporaryDirectory(prefix="matrix-") as name:
        folder = Path(name)
        files = folder / "files"
        for number, path in enumerate(arguments.paths):
            _copy(path, files / str(number))
        try:
            seen = {one: _see(one, files, folder / f"environment-{n}") for n, one in enumerate(chosen)}
        except StepError as error:
            print(f"matrix: {error}", file=sys.stderr)
            return ERROR
    return _compare(seen)


def _copy(path: Path, target: Path) -> None:
    if path.is_dir():
        shutil.copytree(path, target, ignore=shutil.ignore_patterns("__pycache__", ".git", ".venv"))
    else:
        target.mkdir(parents=True)
        shutil.copy(path, target)


def _see(one: Combination, files: Path, environment: Path) -> Seen:
    uv = [sys.executable, "-m", "uv"]
    _run([*uv, "venv", "--quiet", "--python", _interpreter(one.python), environment], ROOT)
    python = environment / "bin" / "python"
    wanted = [f"{name}=={release}" if release else name for name, release in _releases(one)]
    _run([*uv, "pip", "install", "--quiet", "--python", python, *wanted, f"{ROOT}[codemod]"], ROOT)
    linted = _run(
        [python, "-P", "-m", "flake8", "--isolated", "--select=HTS", "--http-target=3.11", "."], files
    )
    tool = [python, "-P", "-m", "http_status_codemods"]
    checked = _run([*tool, "check", "--target=3.11", "--output-format=jsonl", "."], files)
    fixed = _run([*tool, "fix", "--target=3.11", "--diff", "--unsafe-fixes", "."], files)
    rows = [json.loads(line) for line in checked.stdout.splitlines()]
    unread = {line.partition(":")[0] for line in checked.stderr.splitlines() if "does not parse" in line}
    return Seen(
        _by_file(line.removeprefix("./").split(":", 1) for line in linted.stdout.splitlines()),
        _by_file((row.pop("path"), json.dumps(row)) for row in rows),
        fixed.stdout,
        frozenset(unread),
    )


def _interpreter(version: str) -> Path:
    """The Python of a version: on the path, or of pyenv."""
    candidates = sorted((Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin/python"))
    if candidates:
        return candidates[-1]
    found = shutil.which(f"python{version}")
    if found is None:
        raise StepError(f"there is no Python {version}, neither on the path nor of pyenv")
    return Path(found)


def _releases(one: Combination) -> tuple[tuple[str, str], ...]:
    return ("flake8", one.flake8), ("libcst", one.libcst)


def _by_file(pairs: object) -> Rows:
    found: Rows = {}
    for name, row in pairs:  # type: ignore[attr-defined]
        found.setdefault(name, []).append(row)
    return found


def _run(command: Sequence[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONWARNINGS": "ignore", "NO_COLOR": "1"}
    process = subprocess.run(
        command, cwd=folder, capture_output=True, check=False, encoding="utf-8", env=environment
    )
    failed = "Traceback" in process.stderr or "internal error" in process.stderr
    if failed or process.returncode not in (0, 1, 2):
        raise StepError(f"{' '.join(map(str, command))}\n{process.stderr[-2000:]}")
    if command[0] == sys.executable and process.returncode != 0:
        raise StepError(f"{' '.join(map(str, command))}\n{process.stderr[-2000:]}")
    return process


def _compare(seen: dict[Combination, Seen]) -> int:
    (first, expected), *others = seen.items()
    status = SAME
    print(f"{first}: {sum(map(len, expected.check.values()))} findings")
    for one, found in others:
        unread = expected.unread | found.unread
        same = all(
            _without(getattr(expected, face), unread) == _without(getattr(found, face), unread)
            for face in ("flake8", "check")
        ) and (bool(unread) or expected.fix == found.fix)
        print(f"{one}: {'the same' if same else 'DIFFERENT'}")
        status = status if same else DIFFERENT
    return status


def _without(rows: Rows, unread: frozenset[str]) -> Rows:
    return {name: found for name, found in rows.items() if name not in unread}


if __name__ == "__main__":
    sys.exit(main())
