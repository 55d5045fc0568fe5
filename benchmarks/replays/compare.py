"""Two runs of a suite: which outcomes changed, and which tests do not give the same one twice."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.replays.sources import Tree
from benchmarks.replays.suites import Report, Suite


@dataclass(frozen=True, slots=True)
class Change:
    """A test whose outcome changed, and what the failing run says."""

    id: str
    before: str
    after: str
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The changed outcomes, and the tests that gave more than one on the same tree."""

    changed: tuple[Change, ...] = ()
    unstable: tuple[str, ...] = ()


def differing(before: Report, after: Report) -> list[str]:
    """The tests whose outcomes differ, sorted."""
    tests = set(before.outcomes) | set(after.outcomes)
    return sorted(test for test in tests if before.name(test) != after.name(test))


def compare(suite: Suite, tree: Tree, before: Report, after: Report, state: str) -> Comparison:
    """What the fix changed.  What differs runs again, first alone and then, in doubt, with all others.

    A test that only fails among others (or only alone) would look unstable where it runs alone, so
    that a test counts as unstable only if two runs of one and the same kind differ.
    Leaves the tree as released.
    """
    left = differing(before, after)
    confirmed: list[str] = []
    if left and suite.recipe.runner == "pytest":
        again, fixed = _again(suite, tree, state, "alone", left)
        confirmed = [test for test in left if _as_before(test, (before, again), (after, fixed))]
        left = [test for test in left if test not in confirmed]
    unstable: list[str] = []
    if left:
        again, fixed = _again(suite, tree, state, "whole", None)
        steady = [test for test in left if _as_before(test, (before, again), (after, fixed))]
        unstable = [test for test in left if test not in steady]
        confirmed += steady
    tree.restore("released")
    changes = (
        Change(test, before.name(test), after.name(test), _why(test, before, after))
        for test in sorted(confirmed)
    )
    return Comparison(tuple(changes), tuple(unstable))


def _again(
    suite: Suite, tree: Tree, state: str, how: str, only: Iterable[str] | None
) -> tuple[Report, Report]:
    tests = None if only is None else list(only)
    tree.restore(state)
    fixed = suite.run(f"suite {state} {how}", tests)
    tree.restore("released")
    return suite.run(f"suite before {state} {how}", tests), fixed


def _as_before(test: str, *pairs: tuple[Report, Report]) -> bool:
    """Whether both runs of each pair agree on a test."""
    return all(first.name(test) == second.name(test) for first, second in pairs)


def _why(test: str, before: Report, after: Report) -> str:
    return (after.text(test) or before.text(test))[:500]
