"""The results as Markdown tables and as JSON."""
from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from benchmarks.accuracy.data import Site
from benchmarks.accuracy.measures import Ratio, Scores, Sites
from benchmarks.accuracy.negative import Alarm, Package
from benchmarks.accuracy.ways import Count


@dataclass(frozen=True, slots=True)
class Result:
    """What one tool reached.

    ``scores`` are by the names of ``measures.by_set``, ``reproduced`` is None without migrations,
    ``unread`` counts the files that it complained about.
    """

    tool: str
    version: str
    scores: Mapping[str, Scores]
    reproduced: Ratio | None
    unread: int
    seconds: float
    sites: Sites


@dataclass(frozen=True, slots=True)
class Outcome:
    """A whole run.

    ``complete`` is false where a tool broke and is left out, ``ways`` are those of the tool
    ``check``, ``packages`` are the negative corpus.
    """

    date: str
    python: str
    labels: int
    migrations: int
    folders: int
    absent: tuple[str, ...]
    results: tuple[Result, ...]
    complete: bool
    ways: Mapping[str, Count]
    packages: tuple[Package, ...]


_Cell = Callable[[Result], Ratio | None]
_NOTHING = "n/a"
_Rows = Sequence[tuple[str, str, _Cell]]


def _score(name: str, measure: str) -> _Cell:
    def cell(result: Result) -> Ratio | None:
        scores = result.scores.get(name)
        ratio: Ratio | None = getattr(scores, measure) if scores is not None else None
        return ratio

    return cell


_MEASURES: _Rows = (
    ("R: precision", ">= 0.997", _score("R", "precision")),
    ("R: recall", ">= 0.97", _score("R", "recall")),
    ("H: precision", ">= 0.985", _score("H", "precision")),
    ("H: recall", ">= 0.92", _score("H", "recall")),
    ("unsafe rewrites, R and H", "<= 0.01", _score("all", "unsafe")),
    ("migrations reproduced", ">= 0.97", lambda result: result.reproduced),
)
_WORDS = {"unsafe": "unsafe rewrites"}
_KINDS: _Rows = tuple(
    (f"{group}: {_WORDS.get(measure, measure)}", "", _score(group, measure))
    for group in ("R status", "R method", "H status", "H method")
    for measure in ("precision", "recall", "unsafe")
)


def markdown(outcome: Outcome, *, sites: bool = False) -> str:
    """The tables; with ``sites``, also the places where the tools and the data disagree."""
    parts = [_head(outcome), _comparison(outcome, _MEASURES), _comparison(outcome, _KINDS)]
    if outcome.ways:
        parts.append(_ways(outcome.ways))
    if outcome.packages:
        parts += [_packages(outcome.packages), _alarms(outcome.packages)]
    if sites:
        parts += ["\n".join(_listed(result)) for result in outcome.results]
    return "\n\n".join(part for part in parts if part)


def _head(outcome: Outcome) -> str:
    sites = f"{outcome.labels} labels and {outcome.migrations} migrated literals"
    lines = [f"{outcome.date}, Python {outcome.python}: {sites} in {outcome.folders} checkouts.", ""]
    for one in outcome.results:
        unread = f", {one.unread} files could not be read" if one.unread else ""
        lines.append(f"* {one.tool}: {one.version} ({one.seconds:.0f} s{unread})")
    if outcome.absent:
        lines.append(f"* Left out, for the checkout is absent: {', '.join(outcome.absent)}")
    return "\n".join(lines)


def _comparison(outcome: Outcome, rows: _Rows) -> str:
    header = ["measure", "bar", *(result.tool for result in outcome.results)]
    cells = [[name, bar, *(_ratio(cell(result)) for result in outcome.results)] for name, bar, cell in rows]
    if all(set(row[2:]) == {_NOTHING} for row in cells):
        return ""
    if not any(bar for _, bar, _ in rows):
        header, cells = [header[0], *header[2:]], [[row[0], *row[2:]] for row in cells]
    return _table(header, cells)


def _ways(ways: Mapping[str, Count]) -> str:
    rows = [(name, str(one.true), str(one.false), str(one.migrated)) for name, one in ways.items()]
    total = [str(sum(getattr(one, key) for one in ways.values())) for key in ("true", "false", "migrated")]
    header = ("way of knowing", "right by label", "wrong by label", "migrated by people")
    return _table(header, [*rows, ("all", *total)])


def _packages(packages: Sequence[Package]) -> str:
    rows = [
        (one.name, f"{one.files:,}", f"{one.lines:,}", str(len(one.alarms)), str(one.false_safe))
        for one in packages
    ]
    total = (
        "all",
        f"{sum(one.files for one in packages):,}",
        f"{sum(one.lines for one in packages):,}",
        str(sum(len(one.alarms) for one in packages)),
        str(sum(one.false_safe for one in packages)),
    )
    return _table(("package", "files", "lines", "findings", "false alarms with a safe fix"), [*rows, total])


def _alarms(packages: Iterable[Package]) -> str:
    rows = [_alarm(one) for package in packages for one in package.alarms]
    return _table(("finding", "line", "fix", "way of knowing", "judgement"), rows) if rows else ""


def _alarm(one: Alarm) -> tuple[str, ...]:
    place, text = f"{one.report.path}:{one.report.line}", one.text.replace("|", "\\|").replace("`", "'")
    return place, f"`{text}`", str(one.report.fix), one.way, one.judgement


def _listed(result: Result) -> Iterator[str]:
    for kind, sites in _kinds_of(result.sites):
        for site in sites:
            place = f"{site.folder}/{site.path}:{site.line}:{site.column + 1}"
            yield f"{result.tool}: {kind}: {place}: {site.value!r}"


def _kinds_of(sites: Sites) -> Iterator[tuple[str, list[Site]]]:
    yield "false alarm", sites.false_alarms
    yield "missed", sites.missed
    yield "unsafe rewrite", sites.unsafe_rewrites
    yield "not reproduced", sites.not_reproduced


def _ratio(ratio: Ratio | None) -> str:
    if ratio is None or ratio.value is None:
        return _NOTHING
    return f"{ratio.value:.4f} ({ratio.part}/{ratio.whole})"


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def as_json(outcome: Outcome, *, sites: bool = False) -> str:
    """Everything as one JSON object; places have lines from 1 and columns from 0."""
    document = asdict(outcome)
    if not sites:
        for result in document["results"]:
            del result["sites"]
    return json.dumps(document, indent=2)
