"""The measures, from labelled sites and what a tool reports."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from benchmarks.accuracy.data import Label, Site
from benchmarks.accuracy.reports import Reports, reproduces

#: What a tool reports, by folder (``OWNER+NAME/COMMIT``).
ByFolder: TypeAlias = Mapping[str, Reports]


@dataclass(frozen=True, slots=True)
class Ratio:
    """``part`` of ``whole``; without a value where there is no whole."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """The quotient."""
        return self.part / self.whole if self.whole else None

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(self.part + other.part, self.whole + other.whole)


@dataclass(frozen=True, slots=True)
class Scores:
    """The measures of one set of labels."""

    precision: Ratio
    recall: Ratio
    unsafe: Ratio


@dataclass(slots=True)
class Sites:
    """The sites where a tool and the data disagree."""

    false_alarms: list[Site] = field(default_factory=list)
    missed: list[Site] = field(default_factory=list)
    unsafe_rewrites: list[Site] = field(default_factory=list)
    not_reproduced: list[Site] = field(default_factory=list)


def score(labels: Iterable[Label], found: ByFolder) -> Scores:
    """The measures of ``labels``, all of whose folders are in ``found``."""
    reported = true = safe = safe_found = changed = changed_wrongly = 0
    for label in labels:
        report = found[label.site.folder].at(label.site)
        safe += label.safe
        if report is None:
            continue
        reported += 1
        true += label.right
        safe_found += label.safe
        if report.fix == "safe":
            changed += 1
            changed_wrongly += not label.safe
    return Scores(Ratio(true, reported), Ratio(safe_found, safe), Ratio(changed_wrongly, changed))


def by_set(labels: Iterable[Label], found: ByFolder) -> dict[str, Scores]:
    """The measures of each set, of each kind of literal in it, and of all labels together.

    Keys are such as ``R``, ``R status``, ``H method`` and ``all``.
    """
    groups: defaultdict[str, list[Label]] = defaultdict(list)
    for label in labels:
        for name in ("all", label.sample, f"{label.sample} {label.site.kind}"):
            groups[name].append(label)
    return {name: score(group, found) for name, group in sorted(groups.items())}


def reproduced(migrations: Iterable[Site], found: ByFolder) -> Ratio:
    """How many of the literals that people replaced are reported with the right value."""
    part = whole = 0
    for site in migrations:
        report = found[site.folder].at(site)
        whole += 1
        part += report is not None and reproduces(report, site)
    return Ratio(part, whole)


def disagreements(labels: Iterable[Label], migrations: Iterable[Site], found: ByFolder) -> Sites:
    """The sites that cost a tool its measures."""
    sites = Sites()
    for label in labels:
        report = found[label.site.folder].at(label.site)
        if report is not None and not label.right:
            sites.false_alarms.append(label.site)
        if report is None and label.safe:
            sites.missed.append(label.site)
        if report is not None and report.fix == "safe" and not label.safe:
            sites.unsafe_rewrites.append(label.site)
    for site in migrations:
        report = found[site.folder].at(site)
        if report is None or not reproduces(report, site):
            sites.not_reproduced.append(site)
    return sites
