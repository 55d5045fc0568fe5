"""How a module can spell an enum of ``http``: the name at hand, ``http.X``, a new import, or not at all.

Works on the ``ast`` tree and needs no LibCST, so ``check`` knows what ``fix`` will leave alone.
"""
from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from flake8_http_status.findings import Finding
from flake8_http_status.scopes import Binding, Scope
from http_status_codemods._bindings import Bindings, line_of
from http_status_codemods._shadows import shadowing_file

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


@dataclass(frozen=True, slots=True)
class Plan:
    """How to write the enums in one module.

    ``spellings`` gives an enum's expression (``HTTPStatus``, ``S``, ``http.HTTPStatus``), ``refusals``
    why an enum cannot be written there, ``missing`` the names that a new import must bring, and
    ``limit`` the index of the first top-level statement that runs one of them: the import stands before it.
    """

    spellings: dict[str, str] = field(default_factory=dict)
    refusals: dict[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    limit: int = sys.maxsize


@dataclass(frozen=True, slots=True)
class _Use:
    """A place of use: its scope, its line (from 1), its top-level statement, and whether it runs later."""

    scope: Scope
    line: int
    index: int
    deferred: bool


def plan(source: str, tree: ast.Module, findings: Sequence[Finding], path: Path | None) -> Plan:
    """The plan for ``findings`` in the module ``tree``, which was parsed from ``source``."""
    enums = sorted({finding.enum for finding in findings})
    shadow = shadowing_file(path, source) if path is not None and enums else None
    if shadow is not None:
        return Plan(refusals=dict.fromkeys(enums, f"{shadow} shadows the standard library's http"))
    if not enums:
        return Plan()
    module = _Module(source, tree, path)
    result = Plan()
    missing: list[str] = []
    limit = sys.maxsize
    for enum in enums:
        uses = module.uses([finding for finding in findings if finding.enum == enum])
        spelling = module.spelling_at_hand(enum, uses)
        reason = None if spelling else module.obstacle_to_new(enum, uses)
        if reason is not None:
            result.refusals[enum] = reason
            continue
        result.spellings[enum] = spelling or enum
        if spelling is None:
            missing.append(enum)
            limit = min([limit, *(use.index for use in uses if not use.deferred)])
    return Plan(result.spellings, result.refusals, tuple(missing), limit)


class _Module:
    """One module's bindings, asked about the names of ``http``."""

    def __init__(self, source: str, tree: ast.Module, path: Path | None) -> None:
        self.source = source
        self.bindings = Bindings(source, tree)
        self.path = path
        self.scopes = self.bindings.scopes

    def uses(self, findings: Iterable[Finding]) -> list[_Use]:
        """The places of ``findings``."""
        found = []
        for finding in findings:
            node = self.literals[finding.span.line, self._byte_column(finding)]
            scope = self._scope_at(node)
            deferred = any(isinstance(each.node, _FUNCTIONS) for each in _chain(scope))
            found.append(_Use(scope, finding.span.line, self.bindings.top_index(node), deferred))
        return found

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

    def spelling_at_hand(self, enum: str, uses: Sequence[_Use]) -> str | None:
        """An expression that means the enum at all ``uses`` as the module stands."""
        for name in self.bindings.names_of(f"http.{enum}"):
            if self._serves(name, f"http.{enum}", uses):
                return name
        for name in self.bindings.names_of("http"):
            if self._serves(name, "http", uses):
                return f"{name}.{enum}"
        return None

    def obstacle_to_new(self, enum: str, uses: Sequence[_Use]) -> str | None:
        """Why ``from http import enum`` at the top would not do, or None."""
        foreign = self.bindings.foreign(enum, f"http.{enum}")
        if foreign is not None:
            return f"{enum} means something else here (line {foreign})"
        star = self.bindings.foreign_star(enum, self.path)
        if star is not None:
            return f"the star import in line {star} may bind {enum}"
        return self._local_obstacle(enum, f"http.{enum}", uses)

    def _serves(self, name: str, meaning: str, uses: Sequence[_Use]) -> bool:
        settled = self.bindings.settled(name, meaning)
        return (
            settled is not None
            and self.bindings.foreign(name, meaning) is None
            and all(use.deferred or settled < use.index for use in uses)
            and self._local_obstacle(name, meaning, uses) is None
        )

    def _local_obstacle(self, name: str, meaning: str, uses: Iterable[_Use]) -> str | None:
        """Why ``name`` is not the module's name at one of the ``uses``, or None."""
        for use in uses:
            owner = self.scopes.lookup(name, use.scope)
            if owner is None or owner is self.scopes.module:
                continue
            bindings = sorted(owner.bindings[name], key=line_of)
            foreign = [each for each in bindings if not self.bindings.means(each, meaning)]
            if foreign:
                return f"{name} means something else here (line {line_of(foreign[0])})"
            if not any(self._bound_before(each, owner, use) for each in bindings):
                return f"{name} is imported only later or under a condition (line {line_of(bindings[0])})"
        return None

    def _bound_before(self, binding: Binding, owner: Scope, use: _Use) -> bool:
        statement = self.bindings.statement(binding)
        return self.scopes.parents.get(statement) is owner.node and line_of(binding) < use.line


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
