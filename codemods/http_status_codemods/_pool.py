"""Several processes for one run: its reports in the files' order, whatever becomes of a process.

``concurrent.futures`` gives a whole run up when one of its processes dies.  Here a dead worker costs
the one file that it died of.
"""
from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Literal, TypeAlias

from http_status_codemods import _garbage, _opened
from http_status_codemods._records import FileReport
from http_status_codemods._worker import Job, Worker

#: How many files a worker is given at once, and how many such parcels it may have waiting.
_PARCEL = 16
_PARCELS = 2
#: How far the workers may run ahead of the first file that is not reported yet: bounds the memory
#: that finished reports take while one file takes long.
_AHEAD = 2048
_PATIENCE = 0.5  # seconds for a worker to put its temporary file away

Parcel: TypeAlias = list[int]
Way: TypeAlias = Literal["fork", "spawn"]
_CONTEXTS: dict[Way, Any] = {"fork": multiprocessing.get_context("fork")} if hasattr(os, "fork") else {}
_CONTEXTS["spawn"] = multiprocessing.get_context("spawn")


@dataclass(eq=False, slots=True)
class _Hand:
    """A worker process: our end of its pipe, and the parcels that it has not finished."""

    process: BaseProcess
    pipe: Connection
    parcels: deque[Parcel] = field(default_factory=deque)


def usable_cpus() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(job: Job, files: Sequence[Path], processes: int) -> Iterator[FileReport]:
    """The reports of ``files``, in their order, by so many worker processes.

    Closing the iterator, as an exception in its consumer does, ends the workers.
    """
    crew = _Crew(job, files)
    try:
        crew.start(processes)
        yield from crew.reports()
    finally:
        crew.stop()


class _Crew:
    """The workers of one run, and which files are to be done."""

    def __init__(self, job: Job, files: Sequence[Path]) -> None:
        self._job = job
        self._files = files
        numbers = range(len(files))
        self._todo = deque(list(numbers[at : at + _PARCEL]) for at in range(0, len(files), _PARCEL))
        self._done: dict[int, FileReport] = {}
        self._next = 0
        self._hands: list[_Hand] = []

    def start(self, processes: int) -> None:
        """Start the workers."""
        if _way_to_start() == "fork":
            Worker(self._job).prepare()
        gc.collect()
        gc.freeze()  # What is shared with the workers is not to be copied for the collector's marks.
        for _ in range(min(processes, len(self._todo))):
            self._hire()

    def _hire(self) -> None:
        way = _way_to_start()
        context = _CONTEXTS[way]
        ours, theirs = context.Pipe()
        # A forked child holds our ends of all pipes; while it does, no worker sees that we are gone.
        inherited = [hand.pipe for hand in self._hands] + [ours] if way == "fork" else []
        process = context.Process(
            target=_work, args=(self._job, self._files, theirs, inherited), daemon=True
        )
        with _ctrl_c_held_back():
            process.start()
            theirs.close()
            self._hands.append(_Hand(process, ours))

    def reports(self) -> Iterator[FileReport]:
        """The reports in order, as they come in."""
        while self._next < len(self._files):
            self._hand_out()
            # Which kind of pipe it is, the system says: Windows has one of its own.
            hands: dict[object, _Hand] = {hand.pipe: hand for hand in self._hands}
            for pipe in wait([hand.pipe for hand in self._hands]):
                self._take(hands[pipe])
            while (report := self._done.pop(self._next, None)) is not None:
                self._next += 1
                yield report

    def _hand_out(self) -> None:
        """Give parcels to those that have room, one each in turn."""
        for number in range(1, _PARCELS + 1):
            for hand in list(self._hands):
                if len(hand.parcels) >= number:
                    continue
                if not self._todo or self._todo[0][0] >= self._next + _AHEAD:
                    return
                parcel = self._todo.popleft()
                hand.parcels.append(parcel)
                with suppress(OSError):  # It died: its pipe's end says so, and others get what it had.
                    hand.pipe.send(parcel)

    def _take(self, hand: _Hand) -> None:
        try:
            reports: list[tuple[int, FileReport]] = hand.pipe.recv()
        except (EOFError, OSError):
            if hand in self._hands:
                self._replace(hand)
            return
        self._done.update(reports)
        last = reports[-1][0]
        if hand.parcels and hand.parcels[0][-1] == last:
            hand.parcels.popleft()

    def _replace(self, dead: _Hand) -> None:
        """Let another worker do what a dead one has left, file by file: so it shows which one kills."""
        self._hands.remove(dead)
        dead.pipe.close()
        dead.process.join(_PATIENCE)
        given = [number for parcel in dead.parcels for number in parcel]
        left = [number for number in given if number >= self._next and number not in self._done]
        if len(left) == 1 or (dead.parcels and len(dead.parcels[0]) == 1):
            guilty, *left = left
            self._done[guilty] = self._obituary(guilty, dead.process.exitcode)
        self._todo.extendleft([number] for number in reversed(left))
        self._hire()

    def _obituary(self, number: int, status: int | None) -> FileReport:
        how = f"exit status {status}"
        if status is not None and status < 0:
            how = signal.Signals(-status).name if -status in set(signal.Signals) else f"signal {-status}"
        return FileReport(self._files[number], errors=(f"the worker process died of it ({how})",))

    def stop(self) -> None:
        """End the workers at once: a file that is being written is old or new, and nothing is left over."""
        with _undisturbed():
            for hand in self._hands:
                hand.pipe.close()
                if self._next < len(self._files):
                    hand.process.terminate()
            for hand in self._hands:
                hand.process.join(_PATIENCE)
                if hand.process.is_alive():
                    hand.process.kill()
                    hand.process.join()
            self._hands.clear()
            gc.unfreeze()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No second Ctrl-C in between."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _ctrl_c_held_back() -> Iterator[None]:
    """A Ctrl-C in between comes afterwards: a child that is just being forked would tell of it at length."""
    if sys.platform == "win32":  # It has no signal masks, and no forks.
        yield
    else:
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _way_to_start() -> Way:
    # A fork has the modules and stubs at hand; beside other threads, or on macOS, it is not safe.
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _work(job: Job, files: Sequence[Path], pipe: Connection, inherited: Sequence[Connection]) -> None:
    """What a worker process does until its pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent ends us.
    signal.signal(signal.SIGTERM, _leave)
    _garbage.by_hand()
    _opened.watch()
    for other in inherited:
        other.close()
    worker = Worker(job)
    try:
        while True:
            _do(worker, files, pipe.recv(), pipe)
    except (EOFError, OSError):
        return  # The parent has finished, or is gone.


def _do(worker: Worker, files: Sequence[Path], parcel: Parcel, pipe: Connection) -> None:
    """Report on each file; what says nothing waits for the next one that does."""
    ready: list[tuple[int, FileReport]] = []
    for number in parcel:
        report = worker.report(files[number])
        ready.append((number, report))
        if report.says_something or number == parcel[-1]:
            pipe.send(ready)
            ready = []


def _leave(number: int, frame: object) -> None:
    raise SystemExit(128 + number)
