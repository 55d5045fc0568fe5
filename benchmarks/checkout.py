"""The checkout that is measured: what git says of it."""
from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]


def git(*words: str) -> str:
    """The answer to a command of git; empty where there is no git, or it fails."""
    try:
        done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, check=False, encoding="utf-8")
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def commit() -> str:
    """The commit in short; empty where it is not known."""
    return git("rev-parse", "--short=10", "HEAD")
