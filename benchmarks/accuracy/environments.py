"""Running tools, and the virtual environments and downloads that they need, kept in a cache folder."""
from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path


class ToolError(RuntimeError):
    """A tool that could not be set up or that broke; the text names the command and the cause."""


def default_cache() -> Path:
    """The folder for environments and downloads, by the XDG base directory specification."""
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "flake8-http-status-accuracy"


def run(
    command: Sequence[str | Path], *, cwd: Path | None = None, statuses: Iterable[int] | None = (0,)
) -> subprocess.CompletedProcess[str]:
    """Run ``command``; raises ToolError where it exits with none of ``statuses`` (None: any will do)."""
    words = [str(word) for word in command]
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONWARNINGS": "", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        words, capture_output=True, cwd=cwd, env=environment, encoding="utf-8", errors="replace", check=False
    )
    if statuses is not None and done.returncode not in statuses:
        told = (done.stderr or done.stdout).strip()[-2000:]
        raise ToolError(f"{' '.join(words)[:300]}: exit status {done.returncode}\n{told}")
    return done


def run_flake8(python: str | Path, plugin: str, *arguments: str, cwd: Path) -> str:
    """What flake8 prints; raises ToolError where it broke, or where ``plugin`` is not installed with it."""
    command = [python, "-P", "-m", "flake8", "--isolated", "--jobs=1", f"--require-plugins={plugin}"]
    done = run([*command, *arguments], cwd=cwd, statuses=(0, 1))
    # Its exit status for findings is the same as for its own failure.
    if "critical error" in done.stdout[:200] or done.stderr.strip():
        raise ToolError(f"flake8 in {cwd}: {(done.stderr or done.stdout).strip()[-2000:]}")
    return done.stdout


def environment(cache: Path, *requirements: str) -> Path:
    """The Python of a virtual environment that has ``requirements``; made on first use."""
    version = ".".join(map(str, sys.version_info[:2]))
    key = hashlib.sha256("\n".join((sys.executable, *requirements)).encode()).hexdigest()[:8]
    name = requirements[0].partition("==")[0]
    folder = cache / f"{name}-{version}-{key}"
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not (folder / "complete").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        run([sys.executable, "-m", "venv", folder])
        run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *requirements])
        (folder / "complete").touch()
    return python
