"""Counts of one corpus, kept on disk so that a run that was ended goes on where it was."""
from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.robustness.checks import Outcome
from benchmarks.robustness.corpora import File

_KEPT_SLOWEST = 5


@dataclass(slots=True)
class Counts:
    """What was seen of a corpus: files done and in each state, findings, fixes, problems, CPU seconds."""

    corpus: str
    tool: str
    python: str
    done: int = 0
    complete: bool = False
    states: dict[str, int] = field(default_factory=dict)
    with_findings: int = 0
    findings: int = 0
    rewritten: int = 0
    safe: int = 0
    unsafe: int = 0
    seconds: float = 0.0
    slowest: list[tuple[float, str]] = field(default_factory=list)
    problems: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, file: File, outcome: Outcome) -> None:
        """Count one file."""
        self.done += 1
        self.states[outcome.state] = self.states.get(outcome.state, 0) + 1
        self.with_findings += bool(outcome.findings)
        self.findings += outcome.findings
        self.rewritten += bool(outcome.safe or outcome.unsafe)
        self.safe += outcome.safe
        self.unsafe += max(0, outcome.unsafe - outcome.safe)
        self.seconds += outcome.seconds
        self.slowest = sorted([*self.slowest, (round(outcome.seconds, 3), file.name)], reverse=True)
        del self.slowest[_KEPT_SLOWEST:]
        self.problems += [(kind, file.name, detail) for kind, detail in outcome.problems]

    def row(self) -> dict[str, object]:
        """The same as JSON."""
        return {**asdict(self), "seconds": round(self.seconds, 1)}


def load(path: Path, fresh: Counts) -> Counts:
    """What an earlier run of the same tool and Python left at ``path``, or ``fresh``."""
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        kept = Counts(**row)
        # JSON knows no tuples.
        kept.slowest = [(seconds, name) for seconds, name in row["slowest"]]
    except (OSError, ValueError, TypeError, KeyError):
        return fresh
    same = (kept.corpus, kept.tool, kept.python) == (fresh.corpus, fresh.tool, fresh.python)
    return kept if same else fresh


def save(path: Path, counts: Counts) -> None:
    """Write ``counts`` to ``path``, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(counts.row(), file, indent=1)
        file.write("\n")
    Path(name).replace(path)
