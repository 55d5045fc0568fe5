"""The page ``docs/replays.md``, written from the results."""
from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeAlias

from benchmarks.replays.replay import Result

_REASONS = Path(__file__).parent / "unsafe.toml"
_NOTHING = "n/a"
_HEADER = (
    "project", "version", "kind", "tests", "rewrites", "changed on 3.11", "changed on 3.13",
    "unsafe rewrites", "outcomes changed by those",
)  # fmt: skip
_TOP = """\
# Replays

A safe fix must not change what a program does. These projects were unpacked as released, their suites run,
the whole tree fixed, package and tests, and the suites run again: each test's outcome (passed, failed, error,
skipped, xfailed, xpassed) is compared with its outcome before.
[benchmarks/replays](../benchmarks/replays/README.md) says how, and holds recipes, locks and results.

```sh
python -m benchmarks.replays --unsafe
python -m benchmarks.replays --table
```
"""
_COLUMNS = """\
"Rewrites" are literals that the safe fix replaced, "changed" are outcomes that it changed. "Unsafe rewrites"
are the further ones of `--unsafe-fixes`. Two numbers stand for two Pythons that differ.
"""
Group: TypeAlias = Sequence[Result]


def page(results: Sequence[Result]) -> str:
    """The page as Markdown."""
    groups = _groups(results)
    parts = [_TOP, _made(results), _COLUMNS, _table(groups)]
    parts += [part for part in (_safe(results), _unstable(results), _unsafe(results)) if part]
    return "\n".join(parts)


def _groups(results: Iterable[Result]) -> list[Group]:
    """The results of each project, by Python."""
    found: dict[str, list[Result]] = {}
    for result in results:
        found.setdefault(result["project"], []).append(result)
    return [sorted(group, key=lambda one: one["python"]) for _, group in sorted(found.items())]


def _made(results: Sequence[Result]) -> str:
    def each(key: Callable[[Result], str]) -> str:
        return ", ".join(sorted({key(one) for one in results}))

    dates = sorted({one["date"] for one in results}) or ["never"]
    when = dates[0] if len(dates) == 1 else f"{dates[0]} to {dates[-1]}"
    versions = each(lambda one: one["tool"]["version"])
    commits = each(lambda one: one["tool"]["commit"] or "released")
    pythons, platforms = each(lambda one: one["python_version"]), each(lambda one: one["platform"])
    tool = f"flake8-http-status {versions} ({commits})"
    return f"{when}, {tool}, Python {pythons}, {platforms}.\n{_earlier(results)}"


def _earlier(results: Sequence[Result]) -> str:
    """Which suites were not run again, because the fix left the very same files as on an earlier commit."""
    old = [one for one in results if one["ran"]["tool"] != one["tool"]]
    if not old:
        return ""
    commits = ", ".join(sorted({one["ran"]["tool"]["commit"] or "released" for one in old}))
    return (
        f"For {len(old)} of {len(results)} the fix left the very same files as an earlier commit's fix, "
        f"so that the outcomes are\nof the run on that one ({commits}).\n"
    )


def _table(groups: Sequence[Group]) -> str:
    rows = [_row(group) for group in groups]
    every = [one for group in groups for one in group]
    pythons = sorted({one["python"] for one in every})
    sums = _cells([[one for one in every if one["python"] == python] for python in pythons])
    rows.append((f"all ({len(groups)})", "", "", *sums))
    lines = [_HEADER, ["---"] * len(_HEADER), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _row(group: Group) -> tuple[str, ...]:
    first = group[0]
    return (first["project"], first["version"], first["kind"], *_cells([[one] for one in group]))


def _cells(by_python: Sequence[Group]) -> tuple[str, ...]:
    """The numbers of a row; each group holds the results of one Python, which are summed."""
    unsafe = [found for group in by_python if (found := [one for one in group if one.get("unsafe")])]
    return (
        _both(sum(one["tests"] for one in group) for group in by_python),
        _both(sum(one["safe"]["rewrites"] for one in group) for group in by_python),
        *(_changed(by_python, python) for python in ("3.11", "3.13")),
        _both(sum(map(_extra, group)) for group in unsafe),
        _both(sum(len(more(one)) for one in group) for group in unsafe),
    )


def more(result: Result) -> list[dict[str, str]]:
    """The outcomes that the unsafe fixes changed, and not the safe ones among them already."""
    safe = {change["id"] for change in result["safe"]["changed"]}
    return [change for change in result["unsafe"]["changed"] if change["id"] not in safe]


def _extra(result: Result) -> int:
    extra: int = result["unsafe"]["rewrites"] - result["safe"]["rewrites"]
    return extra


def _changed(by_python: Sequence[Group], python: str) -> str:
    found = [one for group in by_python for one in group if one["python"] == python]
    return str(sum(len(one["safe"]["changed"]) for one in found)) if found else _NOTHING


def _both(numbers: Iterable[int]) -> str:
    listed = list(numbers)
    return " / ".join(map(str, listed if len(set(listed)) > 1 else listed[:1])) or _NOTHING


def _safe(results: Iterable[Result]) -> str:
    return _section("Changed by safe fixes", (line for one in results for line in _broken(one)))


def _broken(result: Result) -> Iterator[str]:
    for fault in result["safe"]["faults"]:
        yield f"{_name(result)}: {fault}"
    yield from _changes(result, result["safe"]["changed"])


def _changes(result: Result, changes: Iterable[dict[str, str]]) -> Iterator[str]:
    for change in changes:
        yield f"{_name(result)}: {_change(change)}"


def _change(change: Mapping[str, str]) -> str:
    return f"`{change['id']}`: {change['before']}, then {change['after']}"


def _unstable(results: Iterable[Result]) -> str:
    lines = (
        f"{_name(one)}: `{test}`"
        for one in results
        for test in sorted({*one["safe"]["unstable"], *(one.get("unsafe") or one["safe"])["unstable"]})
    )
    return _section("Unstable: more than one outcome on the same files", lines)


def _unsafe(results: Sequence[Result]) -> str:
    """What the unsafe fixes changed, with the Pythons on which they did, and why each was called unsafe."""
    pythons: dict[tuple[str, str], list[str]] = {}
    for one in results:
        for change in more(one) if one.get("unsafe") else ():
            why = reason(one["project"], change["id"])
            line = _change(change) + (f". {why[0].upper()}{why[1:]}." if why else "")
            pythons.setdefault((one["project"], line), []).append(one["python"])
    for one in results:
        for fault in one["unsafe"]["faults"] if one.get("unsafe") else ():
            pythons.setdefault((one["project"], fault), []).append(one["python"])
    lines = (f"{name} on {' and '.join(on)}: {line}" for (name, line), on in sorted(pythons.items()))
    return _section("Changed by unsafe fixes", lines)


def reason(project: str, test: str) -> str:
    """What a test saw of an unsafe fix, from ``unsafe.toml``; empty where that does not say."""
    known = _reasons().get(project, {})
    return next((why for beginning, why in known.items() if test.startswith(beginning)), "")


@cache
def _reasons() -> dict[str, dict[str, str]]:
    return tomllib.loads(_REASONS.read_text(encoding="utf-8"))


def _section(title: str, lines: Iterable[str]) -> str:
    listed = "".join(f"* {line}\n" for line in lines)
    return f"## {title}\n\n{listed}" if listed else ""


def _name(result: Result) -> str:
    return f"{result['project']} on {result['python']}"
