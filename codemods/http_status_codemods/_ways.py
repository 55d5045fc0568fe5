"""The ways in which a module can write a name: as at hand, ``http.X``, by a new import, or not at all.

Works on the ``ast`` tree and needs no LibCST.
"""
from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from flake8_http_status.binders import Binding
from flake8_http_status.findings import Finding, Import, Span
from flake8_http_status.nodes import expressions
from flake8_http_status.scope import Scope
from http_status_codemods._bindings import Bindings, line_of
from http_status_codemods._dynamic import lazily_given
from http_status_codemods._shadows import shadowing_file
from http_status_codemods._stars import clashing_importer, foreign_star
from http_status_codemods._unused import Unused


@dataclass(frozen=True, slots=True)
class Use:
    """A place of use: its span, its scope, and the index of its top-level statement."""

    span: Span
    scope: Scope
    index: int


@dataclass(frozen=True, slots=True)
class Way:
    """How one name is written: at hand or by a new import, or why not; and the places that differ."""

    spelling: str | None = None
    refusal: str | None = None
    is_new: bool = False
    limit: int = sys.maxsize
    spellings_at: dict[Span, str] = field(default_factory=dict)
    refusals_at: dict[Span, str] = field(default_factory=dict)


class Module:
    """One module's bindings, asked about the names that edits need."""

    def __init__(
        self,
        source: str,
        tree: ast.Module,
        path: Path | None,
        closed: frozenset[str],
        found_in: Sequence[int],
    ) -> None:
        self.closed = closed
        self.source = source
        self.tree = tree
        self.bindings = Bindings(tree)
        self.path = path
        self.scopes = self.bindings.scopes
        #: The lines of the findings, sorted.
        self.found_in = found_in
        self._around: dict[tuple[Scope, str], list[str]] = {}
        #: What goes with the edits, and is neither at hand nor in the way.
        self.unused: tuple[Unused, ...] = ()

    def way(self, findings: Sequence[Finding], wanted: Import) -> Way:
        """How to write ``wanted`` in the places of ``findings``."""
        if shadow := self._shadow(wanted):
            return Way(refusal=shadow)
        uses = list(map(self._use, findings))
        if spelling := self._at_hand(wanted, uses):
            return Way(spelling)
        own = {use.span: text for use in uses if (text := self._imported_around(wanted, use))}
        rest = [use for use in uses if use.span not in own]
        if not rest or (spelling := self._at_hand(wanted, rest)):
            return Way(spelling, spellings_at=own)
        if refusal := self._obstacle_to_new(wanted):
            served = own | self._one_by_one(wanted, rest)
            return Way(refusal=refusal if len(served) < len(uses) else None, spellings_at=served)
        obstacles = ((use.span, self._local_obstacle(wanted.name, wanted.meaning, use)) for use in rest)
        reasons = {span: text for span, text in obstacles if text}
        free = [use for use in rest if use.span not in reasons]
        others = own | self._one_by_one(wanted, [use for use in rest if use.span in reasons])
        refused = {span: text for span, text in reasons.items() if span not in others}
        if not free:
            return Way(refusal=next(iter(refused.values()), None), spellings_at=others, refusals_at=refused)
        if spelling := self._at_hand(wanted, free):
            return Way(spelling, spellings_at=others, refusals_at=refused)
        return Way(wanted.name, None, True, min(use.index for use in free), others, refused)

    def _shadow(self, wanted: Import) -> str | None:
        """Why the standard library's module is not to be had here, or None."""
        first = wanted.module.partition(".")[0]
        if self.path is None or first not in sys.stdlib_module_names:
            return None
        file = shadowing_file(self.path, self.source, first)
        return f"{file} shadows the standard library's {first}" if file is not None else None

    def _one_by_one(self, wanted: Import, uses: Sequence[Use]) -> dict[Span, str]:
        """The expressions at hand where none serves all ``uses``."""
        return {use.span: text for use in uses if (text := self._at_hand(wanted, [use]))}

    def _use(self, finding: Finding) -> Use:
        span = finding.span
        node = self.expression(finding)
        return Use(span, self._scope_at(node), self.bindings.top_index(node))

    def expression(self, finding: Finding) -> ast.expr:
        """The expression that ``finding`` is about."""
        span = finding.span
        place = (span.line, self._bytes(span.line, span.column))
        end = (span.end_line, self._bytes(span.end_line, span.end_column))
        return self._expressions[place, end]

    @cached_property
    def _expressions(self) -> dict[tuple[object, object], ast.expr]:
        """The expressions in the lines of the findings, by their places; of several the innermost."""
        return {
            ((node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)): node
            for node in expressions(self.tree, self.found_in)
        }

    def _bytes(self, line: int, column: int) -> int:
        return len(self.lines[line - 1][:column].encode("utf-8", "surrogatepass"))

    @cached_property
    def lines(self) -> list[str]:
        return re.split(r"\r\n?|\n", self.source)

    def _scope_at(self, node: ast.AST) -> Scope:
        inner, child, parent = node, node, self.scopes.parents[node]
        while parent not in self.scopes.inner or not _runs_inside(parent, child, inner):
            inner, child, parent = child, parent, self.scopes.parents[parent]
        return self.scopes.inner[parent]

    def _at_hand(self, wanted: Import, uses: Sequence[Use]) -> str | None:
        """An expression that means ``wanted`` at all ``uses`` as the module stands."""
        for meaning, tail in _ways_to(wanted):
            for name in self.bindings.names_of(meaning):
                if self._serves(name, meaning, uses):
                    return name + tail
        # import a.b.c binds a, and loads a.b and a.b.c.
        module = wanted.meaning if wanted.is_module else wanted.module
        first = module.partition(".")[0]
        if first not in self.bindings.names_of(first):
            return None
        serves = self.bindings.loads(first, module) and self._serves(first, first, uses)
        return wanted.meaning if serves else None

    def _serves(self, name: str, meaning: str, uses: Sequence[Use]) -> bool:
        settled = self.bindings.settled(name, meaning)
        if settled is None or not all(settled < use.index for use in uses):
            # A function that stands above the import may be called above it, too.
            return False
        below = self.tree.body[settled].lineno - 1
        return (
            not self._goes(name)
            and self.bindings.foreign(name, meaning) is None
            and foreign_star(self.bindings, name, meaning, self.path, closed=self.closed, after=below) is None
            and self.bindings.bound_by_text(name) is None
            and not any(self._local_obstacle(name, meaning, use) for use in uses)
        )

    def _imported_around(self, wanted: Import, use: Use) -> str | None:
        """An expression that means ``wanted`` at ``use`` by an import in a function or class around it."""
        for meaning, tail in _ways_to(wanted):
            if (use.scope, meaning) not in self._around:
                self._around[use.scope, meaning] = [*self._names_around(use.scope, meaning)]
            for name in self._around[use.scope, meaning]:
                if self._local_obstacle(name, meaning, use) is None:
                    return name + tail
        return None

    def _names_around(self, scope: Scope, meaning: str) -> Iterator[str]:
        """The names that a function or class around imports with ``meaning``, and that ``scope`` sees."""
        for around in _chain(scope):
            if around is self.scopes.module:
                return
            for name in self.bindings.bound_in(around).get(meaning, ()):
                if scope.lookup(name) is around:
                    yield name

    def _obstacle_to_new(self, wanted: Import) -> str | None:
        """Why ``from module import name`` at the top would not do, or None."""
        name, meaning = wanted.name, wanted.meaning
        foreign = self.bindings.foreign(name, meaning)
        if foreign is not None and not self._goes(name):
            return f"{name} means something else here (line {foreign})"
        star = foreign_star(self.bindings, name, meaning, self.path, closed=self.closed)
        if star is not None:
            return f"the star import in line {star} may bind {name}"
        bound = self.bindings.bound_by_text(name)
        if bound is not None:
            return f"line {bound} may bind {name} by its text"
        lazy = lazily_given(self.tree, name)
        if lazy is not None:
            return f"the module's __getattr__ may give {name} (line {lazy})"
        if self.path is None or self._names_exports():
            return None
        importer = clashing_importer(self.path, name, meaning)
        return f"{importer} imports all names from here and may have another {name}" if importer else None

    def _goes(self, name: str) -> bool:
        return any(one.bound == name for one in self.unused)

    def _names_exports(self) -> bool:
        return "__all__" in self.scopes.module.bindings

    def _local_obstacle(self, name: str, meaning: str, use: Use) -> str | None:
        """Why ``name`` is not the module's name, nor an import of its meaning, at ``use``; or None."""
        owner = use.scope.lookup(name)
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

    def _bound_before(self, binding: Binding, owner: Scope, use: Use) -> bool:
        statement = self.bindings.statement(binding)
        return self.scopes.parents.get(statement) is owner.node and line_of(binding) < use.span.line


def _ways_to(wanted: Import) -> list[tuple[str, str]]:
    """What a name may mean to give ``wanted``, and what is written behind that name then."""
    ways = [(wanted.meaning, "")]
    # The module around gives a name of its own, but a module in it only if something has loaded that.
    return ways if wanted.is_module else [*ways, (wanted.module, f".{wanted.name}")]


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
