"""The tables of ``docs/robustness.md``, written from the results."""
from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]
START, END = "<!-- files: written by python -m benchmarks.robustness --table -->", "<!-- end of files -->"
_HEADER = (
    "corpus", "Python", "commit", "files", "with candidates", "with findings",
    "findings", "safe fixes", "unsafe fixes",
    "slowest, CPU seconds", "problems",
)  # fmt: skip


def write_table(results: Path, page: Path) -> None:
    """Put the table of the ``results`` into ``page``, between its two marks."""
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(results.glob("*.json"))]
    text = page.read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{START}\n{table(rows)}{END}{after}", encoding="utf-8")


def table(rows: Sequence[Row]) -> str:
    """The results as a table of Markdown, with their sum."""
    lines = [_line(_HEADER), _line(["---"] * len(_HEADER)), *(_line(_cells(row)) for row in rows)]
    total = ["**all**", "", "", *(f"**{_sum(rows, key)}**" for key in _KEYS), "", f"**{_problems(rows)}**"]
    return "\n".join([*lines, _line(total)]) + "\n"


_KEYS = ("done", "read", "with_findings", "findings", "safe", "unsafe")


def _value(row: Row, key: str) -> int:
    return int(row["states"].get("read", 0) if key == "read" else row[key])


def _sum(rows: Iterable[Row], key: str) -> int:
    return sum(_value(row, key) for row in rows)


def _problems(rows: Iterable[Row]) -> int:
    return sum(len(row["problems"]) for row in rows)


def _cells(row: Row) -> list[str]:
    numbers = [str(_value(row, key)) for key in _KEYS]
    slowest = f"{row['slowest'][0][0]:.1f}" if row["slowest"] else "n/a"
    name = row["corpus"] if row["complete"] else f"{row['corpus']} (in part)"
    return [name, row["python"], row["tool"], *numbers, slowest, str(len(row["problems"]))]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
