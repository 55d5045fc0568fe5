"""The whole pipeline in reading order: source in, findings out."""
from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from flake8_http_status import sparse
from flake8_http_status.config import HTTP, Options
from flake8_http_status.contexts import Expected, settle_around
from flake8_http_status.definitions import defines
from flake8_http_status.doubts import is_doubtful
from flake8_http_status.engine import Engine
from flake8_http_status.evidence import expected
from flake8_http_status.findings import Edit, Evidence, Finding, Span, Verdict
from flake8_http_status.foreign import is_foreign
from flake8_http_status.keyed import is_index
from flake8_http_status.learn import LEARNT, learn
from flake8_http_status.literals import (
    PATTERNS,
    Candidate,
    Text,
    candidate_lines,
    candidates,
)
from flake8_http_status.noqa import Noqa
from flake8_http_status.parsing import tree_of
from flake8_http_status.prefilter import holds, lines_of, may_hold_near
from flake8_http_status.problems import LOOKS
from flake8_http_status.project import Project
from flake8_http_status.quantities import is_quantity
from flake8_http_status.rules import DEFAULT, RULES, problems, rule_for
from flake8_http_status.safety import DEFINES, NOT_UPPER, VALUE, verdict
from flake8_http_status.sites import Look, View
from flake8_http_status.sites import findings as found_by
from flake8_http_status.slots import is_other, slot
from flake8_http_status.spelling import NEWEST, PHRASE, SAME, Spelled, spelled
from flake8_http_status.unit import Unit
from flake8_http_status.vocabularies import closed_stars
from flake8_http_status.world import World

__all__ = ["LEARNT", "Detector", "find", "matters", "may_matter", "parse_for"]
#: Through how many functions a literal is followed to find out what it is.
FEW_STEPS = 3
#: And one in the rows of a table, of which all rows are asked about at once.
FEW_STEPS_OF_A_ROW = 4
_DISPLAYS = (ast.Tuple, ast.List, ast.Set)
_VALUE_CODES = {
    rule.kind: rule.code for rule in RULES if (rule.problem, rule.context) == ("literal", "value")
}


def may_matter(raw: bytes, selected: frozenset[str] = DEFAULT) -> bool:
    """Whether a file with these bytes can have a finding of the rules ``selected``; never wrongly False.

    Read are bytes of any encoding that keeps ASCII.  Strings that spell a method with escapes
    (``"\\x47ET"``) are out of scope.
    """
    return holds(_sufficient(selected), raw) or any(
        may_hold_near(look.patterns, look.near, raw) for look in _looks(selected) if look.near
    )


def matters(source: str, selected: frozenset[str] = DEFAULT) -> bool:
    """``may_matter`` for the text of a file, which tells it more exactly."""
    return any(_worth(source, selected))


def _worth(source: str, selected: frozenset[str]) -> tuple[bool, list[Look]]:
    """Whether a file with this text may hold candidates, and the questions that may have an answer in it."""
    looks = [look for look in _looks(selected) if look.matters(source)]
    return "literal" in problems(selected) and bool(lines_of(PATTERNS, source)), looks


def parse_for(source: str, selected: frozenset[str] = DEFAULT) -> ast.Module:
    """``source`` parsed as far as ``Detector.find`` needs it; the functions that it does not need may wait.

    Raises as ``ast.parse`` does, but not for mistakes in those functions.
    """
    literals, looks = _worth(source, selected)
    lines = {line for look in looks for line in look.lines(source)}
    return sparse.parse(source, sorted(lines.union(candidate_lines(source) if literals else ())))


@cache
def _sufficient(selected: frozenset[str]) -> tuple[str, ...]:
    """Regular expressions, a match of any of which makes a file worth parsing."""
    own = PATTERNS if "literal" in problems(selected) else ()
    free = (one for look in _looks(selected) if not look.near for one in look.patterns)
    return tuple(dict.fromkeys([*own, *free]))


@cache
def _looks(selected: frozenset[str]) -> tuple[Look, ...]:
    wanted = problems(selected)
    return tuple(look for look in LOOKS if look.problems & wanted)


class Detector:
    """Finds in one file after the other; what was learnt of libraries and of ``project`` is kept."""

    def __init__(self, stubs: tuple[Path, ...] = (), project: Project | None = None) -> None:
        self.world = World(Engine(), stubs, project)

    @classmethod
    def of_project(
        cls, stubs: tuple[Path, ...], roots: Iterable[Path], files: Callable[[], Iterable[Path]]
    ) -> Detector:
        """A detector that also knows a project's own modules.

        ``roots`` are the folders that its imports start from, ``files`` lists its modules.
        """
        return cls(stubs, Project(roots, files))

    def prepare(self) -> None:
        """List the project's modules now instead of when the first import is looked up."""
        if self.world.project is not None:
            self.world.project.find("", None)

    def closed_stars(self, tree: ast.Module, path: Path | None) -> frozenset[str]:
        """The modules whose star imports in ``tree``, read from ``path``, bring known constants alone."""
        return closed_stars(self.world.adopt(tree, None, path))

    def learn(self, files: list[Path], root: Path) -> dict[str, str]:
        """Stubs of the project's modules ``files``, the text of each by its dotted module name.

        ``root`` is the folder that the paths in their comments are relative to.
        """
        return learn(self.world, files, root)

    def find(
        self,
        source: str,
        options: Options,
        *,
        tree: ast.Module | None = None,
        path: Path | None = None,
        selected: frozenset[str] = DEFAULT,
    ) -> list[Finding]:
        """The findings in ``source``, as the function ``find`` gives them."""
        literals, looks = _worth(source, selected)
        if not (literals or looks) or is_foreign(source, path, options):
            return []
        settled = options.for_file(path)
        assert settled.target is not None
        looks = [look for look in looks if look.until is None or settled.target < look.until]
        tree = tree if tree is not None else tree_of(source)
        every: list[Candidate] = []
        if literals:
            known = settled.target if settled.wanted == (HTTP,) else NEWEST
            every = [*candidates(tree, source, known)]
        found = [one for one in every if one.value not in settled.allow]
        if not (found or looks):
            return []
        unit = self.world.adopt(tree, source, path)
        unit.staying = _staying(every, source, settled)
        findings = [*filter(None, (self._settle(unit, one, settled) for one in found))]
        if looks:
            findings = _together(findings, found_by(View(unit, Text(source), settled), looks))
        self.world.forget()
        chosen = (one for one in findings if rule_for(one).code in selected)
        return sorted(chosen, key=lambda one: one.span)

    def _settle(self, unit: Unit, candidate: Candidate, settled: Options) -> Finding | None:
        try:
            return _finding(unit, candidate, settled)
        except RecursionError:
            # Nested deeper than can be followed: nothing is known, as of any other unknown place.
            self.world.memory.reset()
            return None


def find(
    source: str,
    options: Options,
    *,
    tree: ast.Module | None = None,
    path: Path | None = None,
    selected: frozenset[str] = DEFAULT,
) -> list[Finding]:
    """The findings in ``source`` of the rules with the codes ``selected``, in the order of their positions.

    ``tree`` is the parsed ``source`` if it is at hand.  ``path`` is where the source was read,
    for the settings that depend on it.  Raises what ``parsing.UNPARSABLE`` lists,
    and ConfigError where a setting or a stub file is wrong.
    """
    return Detector(options.stubs).find(source, options, tree=tree, path=path, selected=selected)


def _staying(every: Iterable[Candidate], source: str, settled: Options) -> frozenset[ast.AST]:
    """The literals that stay where they are a value, by the option ``allow`` or a comment."""
    silence = Noqa(source)
    return frozenset(
        one.node
        for one in every
        if one.value in settled.allow or silence.hides(one.span.line, _VALUE_CODES[one.kind])
    )


def _together(literals: list[Finding], others: Iterator[Finding]) -> list[Finding]:
    """All findings; a literal goes where an edit of something around it takes care of it."""
    found = list(others)
    edited = [one.span for one in found if one.edit is not None]
    return [one for one in literals if not any(_holds(span, one.span) for span in edited)] + found


def _holds(outer: Span, inner: Span) -> bool:
    begins = (outer.line, outer.column) <= (inner.line, inner.column)
    return begins and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)


def _is_in_row(unit: Unit, node: ast.Constant) -> bool:
    """Whether a literal stands in a display that is an element of another."""
    row = unit.scopes.parents[node]
    table = unit.scopes.parents.get(row)
    return isinstance(row, _DISPLAYS) and isinstance(table, _DISPLAYS)


def _finding(unit: Unit, candidate: Candidate, settled: Options) -> Finding | None:
    if is_index(unit, candidate.node) or is_quantity(unit, candidate):
        return None
    with unit.world.memory.within(FEW_STEPS_OF_A_ROW if _is_in_row(unit, candidate.node) else FEW_STEPS):
        settle_around(unit, candidate.node)
        found = expected(unit, candidate.node)
    if slot(found.type, candidate.kind) is None or is_other(candidate, found.type, found.context):
        return None
    # What is done with what is one is followed as far as it goes.
    settle_around(unit, candidate.node)
    found = expected(unit, candidate.node)
    if found.context != "argument" and defines(unit, candidate):
        return None
    wanted = slot(found.type, candidate.kind)
    if wanted is None or settled.target is None:
        return None
    if wanted.evidence == "named" and settled.evidence == "resolved":
        return None
    if is_doubtful(unit, candidate, wanted):
        return None
    written = spelled(unit, settled, candidate.kind, _upper(candidate.value))
    if written is None or written.literal:
        return None
    decided = verdict(unit, candidate, found.type, found.context, settled.target)
    if decided is None:
        return None
    if written.form != "member":
        return _of_vocabulary(candidate, found, wanted.evidence, written, decided)
    by_value = decided.plain and (
        settled.value == "always" or (settled.value == "needed" and decided.fix != "safe")
    )
    return Finding(
        span=candidate.span,
        source=candidate.source,
        kind=candidate.kind,
        context=found.context,
        evidence=wanted.evidence,
        verdict=VALUE if by_value else decided,
        edit=Edit((*written.edit.parts, ".value")) if by_value else written.edit,
    )


def _upper(value: int | str) -> int | str:
    return value.upper() if isinstance(value, str) else value


def _of_vocabulary(
    candidate: Candidate, found: Expected, evidence: Evidence, written: Spelled, decided: Verdict
) -> Finding | None:
    """The finding of a literal that becomes a constant of a library or of the project."""
    if decided not in (NOT_UPPER, DEFINES):
        if written.form in ("number", "text"):
            decided = SAME
        elif written.form == "phrase":
            if found.context == "comparison":
                return None
            decided = PHRASE
    return Finding(
        span=candidate.span,
        source=candidate.source,
        kind=candidate.kind,
        context=found.context,
        evidence=evidence,
        verdict=decided,
        edit=written.edit,
    )
