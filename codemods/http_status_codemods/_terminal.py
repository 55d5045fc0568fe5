"""What a stream can show: colours, a progress bar, pages."""
from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from typing import IO, TypeVar

Item = TypeVar("Item")
_REDRAW = 0.1  # seconds


def colourful(stream: IO[str]) -> bool:
    """Whether to write ANSI colours to ``stream``.

    As https://no-color.org and https://force-color.org have it: either variable counts if it is not
    empty, and the first goes before the second.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def has_rich() -> bool:
    """Whether the library that draws bars and pages is installed."""
    return find_spec("rich") is not None


def tracked(items: Iterable[Item], number: int, stream: IO[str]) -> Iterator[Item]:
    """``items``, of which there are ``number``, with a bar on ``stream`` if that is a terminal."""
    if not stream.isatty() or os.environ.get("TERM") == "dumb" or not has_rich():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Fixing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # No thread that draws: beside one, worker processes cannot be forked.
    with Progress(*columns, console=Console(file=stream), transient=True, auto_refresh=False) as bar:
        task, drawn = bar.add_task("", total=number), 0.0
        for item in items:
            yield item
            bar.advance(task)
            if (now := time.monotonic()) - drawn > _REDRAW:
                bar.refresh()
                drawn = now


def show_page(markdown: str, stream: IO[str]) -> None:
    """Write ``markdown`` to ``stream``, laid out if that is a terminal, as it stands if not."""
    if not has_rich() or not (stream.isatty() or colourful(stream)):
        stream.write(markdown)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    colour = colourful(stream)
    console = Console(file=stream, force_terminal=colour or None, no_color=not colour)
    console.print(Markdown(markdown, hyperlinks=colour))
