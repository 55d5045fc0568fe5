"""Running commands: each with a log, a time limit, and an error that says where it happened."""
from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

Say: TypeAlias = Callable[[str], None]
Words: TypeAlias = Sequence[str | Path]
_LAST_LINES = 25
_PROCESSES = Path("/proc")
#: The variable by which the processes of one run of a suite are known.
MARK = "REPLAY_RUN"
_running: set[subprocess.Popen[bytes]] = set()
_lock = threading.Lock()


class StepError(RuntimeError):
    """A step that failed: the text names the project, the step and the last lines of its log."""


class MissingError(RuntimeError):
    """Something that must be on the machine and is not."""


@dataclass(frozen=True, slots=True)
class Done:
    """A command that has ended; ``status`` is None where its time was up."""

    status: int | None
    log: Path

    def text(self) -> str:
        """All that it printed."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def last_lines(self) -> str:
        """The end of what it printed."""
        return "\n".join(self.text().rstrip().splitlines()[-_LAST_LINES:])


@dataclass(frozen=True, slots=True)
class Job:
    """One project on one Python: its folder, and who is told what is being done."""

    label: str
    folder: Path
    say: Say = field(default=lambda text: None)

    def run(
        self,
        step: str,
        command: Words,
        *,
        cwd: Path,
        environment: Mapping[str, str] | None = None,
        timeout: float = 1800,
    ) -> Done:
        """Run ``command``, with its output in a log of the step's name; its children end with it."""
        log = self.folder / "logs" / f"{step.replace(' ', '-')}.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        words = [str(word) for word in command]
        with log.open("wb") as output:
            process = subprocess.Popen(
                words, cwd=cwd, env=environment, stdin=subprocess.DEVNULL, stdout=output,
                stderr=subprocess.STDOUT, start_new_session=True,
            )
        with _lock:
            _running.add(process)
        try:
            status: int | None = process.wait(timeout)
        except subprocess.TimeoutExpired:
            status = None
        finally:
            _end(process)
            _end_strays(environment or {})
            with _lock:
                _running.discard(process)
        return Done(status, log)

    def must(self, step: str, command: Words, **settings: object) -> Done:
        """Run ``command``; raises StepError where its exit status is not 0."""
        self.say(step)
        done = self.run(step, command, **settings)  # type: ignore[arg-type]
        if done.status != 0:
            raise self.error(step, _ended(done), done)
        return done

    def error(self, step: str, cause: str, done: Done | None = None) -> StepError:
        """The error of a step."""
        lines = f"\n{done.last_lines()}" if done else ""
        return StepError(f"{self.label}: {step}: {cause}{lines}")


def _ended(done: Done) -> str:
    return "its time was up" if done.status is None else f"exit status {done.status}"


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill what is left of the process's own session: servers that a suite started and forgot."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _end_strays(environment: Mapping[str, str]) -> None:
    """Kill what a suite started in sessions of their own: it still has the run's variable."""
    mark = environment.get(MARK)
    if mark is None or not _PROCESSES.is_dir():
        return
    wanted = f"{MARK}={mark}".encode()
    for path in _PROCESSES.glob("[0-9]*/environ"):
        # They come and go, and some belong to others.
        with contextlib.suppress(OSError):
            if wanted in path.read_bytes().split(b"\0"):
                os.kill(int(path.parent.name), signal.SIGKILL)


def end_all() -> None:
    """Kill the commands that are still running."""
    with _lock:
        for process in _running:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def uv() -> Path:
    """The command uv.  Raises MissingError."""
    try:
        from uv import find_uv_bin
    except ImportError:
        found = shutil.which("uv")
        if found is None:
            raise MissingError("uv is not installed: pip install -e '.[replays]'") from None
        return Path(found)
    return Path(find_uv_bin())


def interpreter(version: str) -> Path:
    """A Python of that version on this machine.  Raises MissingError."""
    pyenv = Path(os.environ.get("PYENV_ROOT") or "~/.pyenv").expanduser() / "versions"
    on_path = shutil.which(f"python{version}")
    candidates = [Path(sys.executable), *([Path(on_path)] if on_path else [])]
    candidates += sorted(pyenv.glob(f"{version}.*/bin/python"), reverse=True)
    for candidate in candidates:
        if _version(candidate) == version:
            return candidate
    raise MissingError(f"there is no Python {version} on this machine")


def _version(python: Path) -> str | None:
    code = "import sys, venv; print('%d.%d' % sys.version_info[:2])"
    done = subprocess.run([python, "-c", code], capture_output=True, check=False, encoding="utf-8")
    return done.stdout.strip() if done.returncode == 0 else None
