"""What is being done, while it is done, and a table of the results at the end."""
from __future__ import annotations

import time
from collections.abc import Sequence
from types import TracebackType

from rich import progress as rich_progress
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from benchmarks.replays.commands import Say
from benchmarks.replays.replay import Result
from benchmarks.replays.table import more

_HEADER = (
    "project", "python", "tests", "rewrites", "changed", "unstable", "unsafe", "changed by those", "seconds",
)  # fmt: skip


class Progress:
    """A bar over all projects and a line for each under way; plain lines where there is no terminal."""

    def __init__(self, total: int) -> None:
        self._console = Console(stderr=True, highlight=False)
        self._bars = rich_progress.Progress(
            rich_progress.SpinnerColumn(),
            rich_progress.TextColumn("{task.description}"),
            rich_progress.BarColumn(),
            rich_progress.MofNCompleteColumn(),
            rich_progress.TimeElapsedColumn(),
            console=self._console,
            disable=not self._console.is_terminal,
        )
        self._all = self._bars.add_task("projects", total=total)
        self._lines: dict[str, rich_progress.TaskID] = {}
        self._start = time.monotonic()

    def __enter__(self) -> Progress:
        self._bars.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.__exit__(kind, error, trace)

    def said_by(self, label: str) -> Say:
        """A function that shows what ``label`` is at."""

        def say(text: str) -> None:
            self._show(label, text)

        return say

    def _show(self, label: str, text: str) -> None:
        if not self._console.is_terminal:
            self._console.print(f"{time.monotonic() - self._start:6.0f} s  {escape(label)}: {escape(text)}")
            return
        if label not in self._lines:
            self._lines[label] = self._bars.add_task("", total=None)
        self._bars.update(self._lines[label], description=escape(f"{label}: {text}"))

    def ended(self, label: str) -> None:
        """One project is done."""
        self._bars.advance(self._all)
        if (line := self._lines.pop(label, None)) is not None:
            self._bars.remove_task(line)

    def summary(self, results: Sequence[Result], errors: Sequence[str]) -> None:
        """A row for each project, then what changed, and the errors."""
        console = Console(highlight=False)
        if not console.is_terminal:
            console.width = 200
        table = Table(*_HEADER)
        for one in sorted(results, key=lambda one: (one["project"], one["python"])):
            table.add_row(*_row(one))
        console.print(table)
        for one in results:
            for kind in ("safe", "unsafe"):
                for line in _told(one, kind):
                    console.print(escape(line), soft_wrap=True)
        for text in errors:
            console.print(f"error: {escape(text)}", soft_wrap=True)


def _row(one: Result) -> tuple[str, ...]:
    safe, unsafe = one["safe"], one.get("unsafe")
    extra = (str(unsafe["rewrites"] - safe["rewrites"]), str(len(more(one)))) if unsafe else ("", "")
    numbers = (one["tests"], safe["rewrites"], len(safe["changed"]), len(safe["unstable"]))
    return (one["project"], one["python"], *map(str, numbers), *extra, str(one["seconds"]))


def _told(one: Result, kind: str) -> list[str]:
    label = f"{one['project']} {one['python']}: {kind}"
    run = one.get(kind)
    if not run:
        return []
    changed = (
        f"{each['id']}: {each['before']}, then {each['after']}\n    {each['text']}" for each in run["changed"]
    )
    return [
        *(f"{label}: {fault}" for fault in run["faults"]),
        *(f"{label}: {each}" for each in changed),
        *(f"{label}: unstable: {test}" for test in run["unstable"]),
    ]
