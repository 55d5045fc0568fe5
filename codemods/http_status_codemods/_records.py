"""What a run says of each file: plain records that go from a worker to the output formats."""
from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from flake8_http_status.findings import Finding


@dataclass(frozen=True, slots=True)
class Change:
    """A file's bytes before and after, and the findings whose literals were replaced."""

    before: bytes
    after: bytes
    replaced: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class FileReport:
    """All that a run has to say of the file at ``path``, which is spelled as it was given or found.

    ``findings`` stand in the order of their positions, with no fix promised where none is made, and
    ``lines`` holds for each of them the text of the line that it starts in, without the line's end;
    ``texts``, where the run was asked for it, what a safe fix writes in its place if that needs no
    new import.
    ``errors`` are causes, each in one line and without the path; ``config_errors`` name their file
    themselves and come up again for each file that the wrong setting touches.  ``notes`` say what was
    left alone and why.  ``change`` is what was written, or what would be.  ``opened`` are the other files
    that the process has read for the first time, where notes are taken of that.
    """

    path: Path
    findings: tuple[Finding, ...] = ()
    lines: tuple[str, ...] = ()
    texts: tuple[str | None, ...] = ()
    errors: tuple[str, ...] = ()
    config_errors: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    change: Change | None = None
    opened: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def says_something(self) -> bool:
        """Whether there is anything to tell of the file."""
        return bool(self.findings or self.errors or self.config_errors or self.notes or self.change)
