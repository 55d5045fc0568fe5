"""The other starting points: members, comparisons and calls, where a constant may be used wrongly.

Each question that is asked of them is a ``Look``; ``problems/`` holds them, a module for each kind.
"""
from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from flake8_http_status.config import Options
from flake8_http_status.findings import (
    Context,
    Edit,
    Evidence,
    Finding,
    Import,
    Kind,
    Problem,
    Span,
    Verdict,
)
from flake8_http_status.literals import Text
from flake8_http_status.nodes import has_one, within
from flake8_http_status.prefilter import lines_near, lines_of
from flake8_http_status.requirements import Version
from flake8_http_status.unit import Unit

#: In a line of any kind.
ANYWHERE = ("",)
Question: TypeAlias = Callable[["View", Any], Iterator[Finding]]
REPORT_ONLY = Verdict("none", "what is meant is for people to say")


@dataclass(frozen=True, slots=True)
class Look:
    """A question: the problems that it may find, the nodes that it is asked of, and its answer.

    ``pattern`` is a regular expression that a file must match for the question to be worth asking, or
    several of which it must match one.  They go through the bytes of every file, so they must be cheap
    (``prefilter`` says which are) and must never be wrong in saying no.  In a node that has an answer one of
    them begins; where that cannot be told, ``places`` are patterns of which it can.  From the target
    ``until`` on there is nothing to find.  With ``near``, one of these words in lower case must stand in the
    line, or shortly before it (``prefilter.NEAR``).
    """

    problems: frozenset[Problem]
    nodes: tuple[type[ast.AST], ...]
    pattern: str | tuple[str, ...]
    find: Question
    places: tuple[str, ...] = ()
    until: Version | None = None
    near: tuple[str, ...] = ()

    @property
    def patterns(self) -> tuple[str, ...]:
        """The regular expressions, one of which must match."""
        return (self.pattern,) if isinstance(self.pattern, str) else self.pattern

    def matters(self, source: str) -> bool:
        """Whether the question is worth asking of a file with the text ``source``."""
        return bool(self._lines(self.patterns, source))

    def lines(self, source: str) -> list[int]:
        """The lines (from 1, sorted) in which the nodes begin that it is asked of."""
        return self._lines(self.places or self.patterns, source)

    def _lines(self, patterns: tuple[str, ...], source: str) -> list[int]:
        return lines_near(patterns, self.near, source) if self.near else lines_of(patterns, source)


@dataclass(frozen=True, slots=True)
class View:
    """What a question sees of a file: the module in its world, its text, and the settled options."""

    unit: Unit
    text: Text
    options: Options

    @property
    def target(self) -> Version:
        """The oldest Python that the code supports."""
        assert self.options.target is not None
        return self.options.target

    def span(self, node: ast.expr | ast.alias) -> Span:
        """Where ``node`` stands, brackets around it left out."""
        return self.text.span(node)

    def spelled(self, node: ast.expr | ast.alias) -> str:
        """``node`` as it is written, brackets around it left out."""
        return self.text.between(self.span(node))

    def edit(self, node: ast.expr, *changes: tuple[Span, tuple[str | Import, ...]]) -> Edit:
        """``node`` as it is written, but with other text at some spans in it."""
        whole = self.span(node)
        parts: list[str | Import] = []
        at = (whole.line, whole.column)
        for span, new in sorted(changes, key=lambda change: change[0]):
            parts += [self.text.between(Span(*at, span.line, span.column)), *new]
            at = (span.end_line, span.end_column)
        parts.append(self.text.between(Span(*at, whole.end_line, whole.end_column)))
        return Edit(tuple(part for part in parts if part))

    def operator(self, left: ast.expr, right: ast.expr, pattern: str) -> Span | None:
        """Where ``pattern`` first matches between two operands; None where a comment stands there."""
        first, last = self.span(left), self.span(right)
        gap = self.text.between(Span(first.end_line, first.end_column, last.line, last.column))
        found = re.search(pattern, gap)
        if found is None or "#" in gap:
            return None
        at = (first.end_line, first.end_column)
        return Span(*_moved(at, gap[: found.start()]), *_moved(at, gap[: found.end()]))

    def parent(self, node: ast.AST) -> ast.AST:
        """The node around ``node``."""
        return self.unit.scopes.parents[node]

    def finding(
        self,
        problem: Problem,
        node: ast.expr | ast.alias,
        says: str,
        *,
        kind: Kind = "status",
        context: Context = "value",
        evidence: Evidence = "resolved",
        edit: Edit | None = None,
        verdict: Verdict = REPORT_ONLY,
    ) -> Finding:
        """A finding at ``node``; without an edit it is reported only."""
        return Finding(
            span=self.span(node),
            source=self.spelled(node),
            kind=kind,
            context=context,
            evidence=evidence,
            verdict=verdict,
            edit=edit,
            problem=problem,
            says=says,
        )


def _moved(at: tuple[int, int], text: str) -> tuple[int, int]:
    """The place behind ``text`` that starts ``at`` a line and column."""
    *before, last = re.split(r"\r\n?|\n", text)
    return (at[0] + len(before), len(last)) if before else (at[0], at[1] + len(last))


def findings(view: View, looks: Iterable[Look]) -> Iterator[Finding]:
    """What the questions ``looks`` find in the file of ``view``, in no particular order."""
    asked: dict[type[ast.AST], list[tuple[Question, list[int]]]] = {}
    source = view.text.source
    every: set[int] = set()
    for look in looks:
        lines = look.lines(source)
        every.update(lines)
        for kind in look.nodes:
            asked.setdefault(kind, []).append((look.find, lines))
    for node in within(view.unit.scopes.tree, sorted(every)):
        for question, lines in asked.get(type(node), ()):
            if has_one(node, lines):
                yield from _answer(view, question, node)


def _answer(view: View, question: Question, node: ast.AST) -> list[Finding]:
    try:
        found = list(question(view, node))
    except RecursionError:
        # Nested deeper than can be followed: nothing is known, as of any other unknown place.
        view.unit.world.memory.reset()
        return []
    if view.options.evidence == "resolved":
        found = [one for one in found if one.evidence == "resolved"]
    return found
