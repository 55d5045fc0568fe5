"""What a tool reports, and whether a labelled site is among it."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPMethod, HTTPStatus

from benchmarks.accuracy.data import Site
from flake8_http_status.findings import Fix


@dataclass(frozen=True, slots=True)
class Report:
    """One finding of a tool.

    ``path`` is relative to the linted folder with ``/``, ``line`` counts from 1.  A tool that gives
    the literal's own place gives its ``column`` (from 0, in characters).  One that gives the
    expression around it leaves that None and says its last line and the ``value`` that it names.
    ``replacement`` and ``fix`` are None where the tool proposes nothing.
    """

    path: str
    line: int
    column: int | None = None
    end_line: int = 0
    value: int | str | None = None
    replacement: str | None = None
    fix: Fix | None = None


class Reports:
    """The findings of one tool in one folder; ``unread`` are its complaints about files."""

    def __init__(self, reports: Iterable[Report] = (), unread: Iterable[str] = ()) -> None:
        self.all = tuple(reports)
        self.unread = tuple(unread)
        self._exact: dict[tuple[str, int, int], Report] = {}
        self._around: defaultdict[str, list[Report]] = defaultdict(list)
        for one in self.all:
            if one.column is None:
                self._around[one.path].append(one)
            else:
                self._exact[one.path, one.line, one.column] = one

    def at(self, site: Site) -> Report | None:
        """The report of a site: at its line and column, or around its line with its very value."""
        exact = self._exact.get((site.path, site.line, site.column))
        if exact is not None:
            return exact
        around = self._around.get(site.path, ())
        return next((one for one in around if _covers(one, site)), None)


def _covers(report: Report, site: Site) -> bool:
    same = type(report.value) is type(site.value) and report.value == site.value
    return same and report.line <= site.line <= max(report.line, report.end_line)


def reproduces(report: Report, site: Site) -> bool:
    """Whether a report means the site's value; a tool that proposes nothing cannot be wrong there."""
    if report.replacement is None:
        return True
    enum, _, name = report.replacement.rpartition(".")
    if isinstance(site.value, str):
        member = HTTPMethod.__members__.get(name) if enum == "HTTPMethod" else None
        return member is not None and member == site.value.upper()
    return enum == "HTTPStatus" and HTTPStatus.__members__.get(name) == site.value
