"""How a module can spell an enum of ``http``: the name at hand, ``http.X``, a new import, or not at all.

Works on the ``ast`` tree and needs no LibCST, so ``check`` knows what ``fix`` will leave alone.
"""
from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from flake8_http_status.findings import Finding, Span
from flake8_http_status.scopes import Binding, Scope
from http_status_codemods._bindings import Bindings, line_of
from http_status_codemods._dynamic import lazily_given
from http_status_codemods._shadows import shadowing_file
from http_status_codemods._stars import clashing_importer, foreign_star


@dataclass(frozen=True, slots=True)
class Plan:
    """How to write the enums in one module.

    ``spellings`` gives an enum's expression (``HTTPStatus``, ``S``, ``http.HTTPStatus``), ``refusals``
    why an enum cannot be written there; ``spellings_at`` and ``refusals_at`` say the same of single
    places.  ``missing`` are the names that a new import must bring, and ``limit`` is the index of the
    first top-level statement that holds one of them: the import stands before it.
    """

    spellings: dict[str, str] = field(default_factory=dict)
    refusals: dict[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    limit: int = sys.maxsize
    spellings_at: dict[Span, str] = field(default_factory=dict)
    refusals_at: dict[Span, str] = field(default_factory=dict)

    def spelling(self, finding: Finding) -> str | None:
        """The expression for the enum of ``finding`` in its place, None where it is refused."""
        if finding.span in self.refusals_at:
            return None
        return self.spellings_at.get(finding.span) or self.spellings.get(finding.enum)

    def refusal(self, finding: Finding) -> str | None:
        """Why the enum of ``finding`` cannot be written in its place, None where it can."""
        if self.spelling(finding) is not None:
            return None
        return self.refusals_at.get(finding.span) or self.refusals.get(finding.enum)

    @property
    def reasons(self) -> list[str]:
        """All that was refused, each reason once."""
        return list(dict.fromkeys([*self.refusals.values(), *self.refusals_at.values()]))


@dataclass(frozen=True, slots=True)
class _Use:
    """A place of use: its span, its scope, and the index of its top-level statement."""

    span: Span
    scope: Scope
    index: int


@dataclass(frozen=True, slots=True)
class _Way:
    """How one enum is written: at hand or by a new import, or why not; and the places that differ."""

    spelling: str | None = None
    refusal: str | None = None
    is_new: bool = False
    limit: int = sys.maxsize
    spellings_at: dict[Span, str] = field(default_factory=dict)
    refusals_at: dict[Span, str] = field(default_factory=dict)


def plan(source: str, tree: ast.Module, findings: Sequence[Finding], path: Path | None) -> Plan:
    """The plan for ``findings`` in the module ``tree``, which was parsed from ``source``."""
    enums = sorted({finding.enum for finding in findings})
    if not enums:
        return Plan()
    shadow = shadowing_file(path, source) if path is not None else None
    if shadow is not None:
        return Plan(refusals=dict.fromkeys(enums, f"{shadow} shadows the standard library's http"))
    module = _Module(source, tree, path)
    ways = {enum: module.way([each for each in findings if each.enum == enum], enum) for enum in enums}
    return Plan(
        spellings={enum: way.spelling for enum, way in ways.items() if way.spelling is not None},
        refusals={enum: way.refusal for enum, way in ways.items() if way.refusal is not None},
        missing=tuple(enum for enum, way in ways.items() if way.is_new),
        limit=min(way.limit for way in ways.values()),
        spellings_at={span: text for way in ways.values() for span, text in way.spellings_at.items()},
        refusals_at={span: text for way in ways.values() for span, text in way.refusals_at.items()},
    )


class _Module:
    """One module's bindings, asked about the names of ``http``."""

    def __init__(self, source: str, tree: ast.Module, path: Path | None) -> None:
        self.source = source
        self.tree = tree
        self.bindings = Bindings(tree)
        self.path = path
        self.scopes = self.bindings.scopes

    def way(self, findings: Sequence[Finding], enum: str) -> _Way:
        """How to write ``enum`` in the places of ``findings``."""
        uses = list(map(self._use, findings))
        if spelling := self._at_hand(enum, uses):
            return _Way(spelling)
        own = {use.span: text for use in uses if (text := self._imported_around(enum, use))}
        rest = [use for use in uses if use.span not in own]
        if not rest or (spelling := self._at_hand(enum, rest)):
            return _Way(spelling, spellings_at=own)
        if refusal := self._obstacle_to_new(enum):
            served = own | self._one_by_one(enum, rest)
            return _Way(refusal=refusal if len(served) < len(uses) else None, spellings_at=served)
        obstacles = ((use.span, self._local_obstacle(enum, f"http.{enum}", use)) for use in rest)
        reasons = {span: text for span, text in obstacles if text}
        free = [use for use in rest if use.span not in reasons]
        others = own | self._one_by_one(enum, [use for use in rest if use.span in reasons])
        refused = {span: text for span, text in reasons.items() if span not in others}
        if not free:
            return _Way(refusal=next(iter(refused.values()), None), spellings_at=others, refusals_at=refused)
        if spelling := self._at_hand(enum, free):
            return _Way(spelling, spellings_at=others, refusals_at=refused)
        return _Way(enum, None, True, min(use.index for use in free), others, refused)

    def _one_by_one(self, enum: str, uses: Sequence[_Use]) -> dict[Span, str]:
        """The expressions at hand where none serves all ``uses``."""
        return {use.span: text for use in uses if (text := self._at_hand(enum, [use]))}

    def _use(self, finding: Finding) -> _Use:
        node = self.literals[finding.span.line, self._byte_column(finding)]
        return _Use(finding.span, self._scope_at(node), self.bindings.top_index(node))

    @cached_property
    def literals(self) -> dict[tuple[int, int], ast.Constant]:
        """The literals by line (from 1) and column (from 0, in UTF-8 bytes)."""
        return {
            (node.lineno, node.col_offset): node
            for node in self.scopes.parents
            if isinstance(node, ast.Constant)
        }

    def _byte_column(self, finding: Finding) -> int:
        line = self.lines[finding.span.line - 1]
        return len(line[: finding.span.column].encode("utf-8", "surrogatepass"))

    @cached_property
    def lines(self) -> list[str]:
        return re.split(r"\r\n?|\n", self.source)

    def _scope_at(self, node: ast.AST) -> Scope:
        inner, child, parent = node, node, self.scopes.parents[node]
        while parent not in self.scopes.inner or not _runs_inside(parent, child, inner):
            inner, child, parent = child, parent, self.scopes.parents[parent]
        return self.scopes.inner[parent]

    def _at_hand(self, enum: str, uses: Sequence[_Use]) -> str | None:
        """An expression that means the enum at all ``uses`` as the module stands."""
        for name in self.bindings.names_of(f"http.{enum}"):
            if self._serves(name, f"http.{enum}", uses):
                return name
        for name in self.bindings.names_of("http"):
            if self._serves(name, "http", uses):
                return f"{name}.{enum}"
        return None

    def _serves(self, name: str, meaning: str, uses: Sequence[_Use]) -> bool:
        settled = self.bindings.settled(name, meaning)
        if settled is None or not all(settled < use.index for use in uses):
            # A function that stands above the import may be called above it, too.
            return False
        below = self.tree.body[settled].lineno - 1
        return (
            self.bindings.foreign(name, meaning) is None
            and foreign_star(self.bindings, name, self.path, after=below) is None
            and self.bindings.bound_by_text(name) is None
            and not any(self._local_obstacle(name, meaning, use) for use in uses)
        )

    def _imported_around(self, enum: str, use: _Use) -> str | None:
        """An expression that means the enum at ``use`` by an import in a function or class around it."""
        for meaning, tail in ((f"http.{enum}", ""), ("http", f".{enum}")):
            for name in self._names_around(use.scope, meaning):
                if self._local_obstacle(name, meaning, use) is None:
                    return name + tail
        return None

    def _names_around(self, scope: Scope, meaning: str) -> Iterator[str]:
        """The names that a function or class around imports with ``meaning``, and that ``scope`` sees."""
        for around in _chain(scope):
            if around is self.scopes.module:
                return
            for name, bindings in around.bindings.items():
                imported = any(self.bindings.means(each, meaning) for each in bindings)
                if imported and self.scopes.lookup(name, scope) is around:
                    yield name

    def _obstacle_to_new(self, enum: str) -> str | None:
        """Why ``from http import enum`` at the top would not do, or None."""
        foreign = self.bindings.foreign(enum, f"http.{enum}")
        if foreign is not None:
            return f"{enum} means something else here (line {foreign})"
        star = foreign_star(self.bindings, enum, self.path)
        if star is not None:
            return f"the star import in line {star} may bind {enum}"
        bound = self.bindings.bound_by_text(enum)
        if bound is not None:
            return f"line {bound} may bind {enum} by its text"
        lazy = lazily_given(self.tree, enum)
        if lazy is not None:
            return f"the module's __getattr__ may give {enum} (line {lazy})"
        importer = clashing_importer(self.path, enum) if self.path and not self._names_exports() else None
        return f"{importer} imports all names from here and may have another {enum}" if importer else None

    def _names_exports(self) -> bool:
        return "__all__" in self.scopes.module.bindings

    def _local_obstacle(self, name: str, meaning: str, use: _Use) -> str | None:
        """Why ``name`` is not the module's name, nor an import of its meaning, at ``use``; or None."""
        owner = self.scopes.lookup(name, use.scope)
        if owner is None or owner is self.scopes.module:
            return None
        bindings = sorted(owner.bindings[name], key=line_of)
        foreign = [line_of(each) for each in bindings if not self.bindings.means(each, meaning)]
        if deleted := self.bindings.deleted(name, owner):
            foreign.append(deleted)
        if foreign:
            return f"{name} means something else here (line {foreign[0]})"
        if not any(self._bound_before(each, owner, use) for each in bindings):
            return f"{name} is imported only later or under a condition (line {line_of(bindings[0])})"
        return None

    def _bound_before(self, binding: Binding, owner: Scope, use: _Use) -> bool:
        statement = self.bindings.statement(binding)
        return self.scopes.parents.get(statement) is owner.node and line_of(binding) < use.span.line


def _chain(scope: Scope | None) -> Iterator[Scope]:
    while scope is not None:
        yield scope
        scope = scope.parent


def _runs_inside(parent: ast.AST, child: ast.AST, grandchild: ast.AST) -> bool:
    """Whether ``child`` of ``parent`` runs in the scope that it opens; ``grandchild`` is on the way, too."""
    match parent:
        case ast.Lambda():
            return child is parent.body
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            first = parent.generators[0]
            return not (child is first and grandchild is first.iter)
    return isinstance(child, ast.stmt)
