"""The targets by name."""
from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.fuzz import pages, planner, stubs
from benchmarks.robustness.checks import LIMIT

Problem = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Target:
    """What is fuzzed: a check of one input, inputs to start from, and words of the language."""

    check: Callable[[bytes], list[Problem]]
    seeds: Callable[[], Iterator[bytes]]
    dictionary: Sequence[bytes]


TARGETS = {
    "stubs": Target(stubs.check, stubs.seeds, stubs.DICTIONARY),
    "pages": Target(pages.check, pages.seeds, pages.DICTIONARY),
    "imports": Target(planner.check, planner.seeds, planner.DICTIONARY),
}


def problems_of(target: Target, data: bytes) -> list[Problem]:
    """What is wrong with one input: what the target's check says, what it raises, how long it takes."""
    start = time.process_time()
    try:
        found = target.check(data)
    except Exception as error:
        found = [("crash", _described(error))]
    seconds = time.process_time() - start
    if seconds > LIMIT:
        found = [*found, ("slow", f"{seconds:.1f} s of CPU time")]
    return found


def _described(error: BaseException) -> str:
    """The error, and the innermost place in a file of the project that it passed."""
    root = str(Path(__file__).parents[2])
    where, last = "?", error.__traceback__
    while last is not None:
        path = last.tb_frame.f_code.co_filename
        if path.startswith(root) and "/.venv" not in path:
            where = f"{Path(path).name}:{last.tb_lineno}"
        last = last.tb_next
    return f"{type(error).__name__} at {where}: {' '.join(str(error).split())[:200]}"
