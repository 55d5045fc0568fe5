"""The modules in view: the one that is linted, the stubs, and what is known of names alone."""
from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

from flake8_http_status import knowledge
from flake8_http_status.binders import Binding
from flake8_http_status.files import absolute
from flake8_http_status.memory import Memory
from flake8_http_status.names import endings
from flake8_http_status.nodes import Definition, texts
from flake8_http_status.project import Project, parse
from flake8_http_status.types import Namespace, Type, join, options
from flake8_http_status.unit import BY_NAME, Unit

Section: TypeAlias = Literal["attributes", "variables", "keywords", "keys", "functions", "quantities"]
#: How much of a project's modules is kept in memory, in bytes, as ``Unit.size`` tells.
MOST_SIZE = 8_000_000
#: What stubs say of what a function is handed to.
_OF_FUNCTIONS = frozenset({"ships", "signature"})


class Engine(Protocol):
    """The questions that modules below ``infer`` and ``contexts`` ask of them."""

    def infer(self, unit: Unit, node: ast.expr) -> Type | None:
        """What an expression is."""

    def flow(self, unit: Unit, node: ast.AST) -> Type | None:
        """What is expected of the value that stands at an expression or a parameter."""

    def binding(self, unit: Unit, binding: Binding) -> Type | None:
        """What a name is that gets its value this way."""

    def returned(self, unit: Unit, node: Definition) -> Type | None:
        """What calling a function gives."""

    def decorated(self, unit: Unit, node: Definition) -> Type | None:
        """What a function is after its decorators."""

    def may_be_starred(self, unit: Unit, name: str) -> bool:
        """Whether a star import of the module may bring ``name``."""


class World:
    """What a linted module can refer to, and the engine that answers questions about it."""

    def __init__(
        self, engine: Engine, folders: tuple[Path, ...] = (), project: Project | None = None
    ) -> None:
        self.engine = engine
        self.folders = folders
        self.project = project
        self.memory = Memory()
        #: The names that are being looked up through star imports.
        self.starring: set[tuple[Unit, str]] = set()
        #: The vocabularies that were asked for, by name (``spelling.py``).
        self.vocabularies: dict[str, object] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._libraries: dict[str, tuple[Unit, ...]] = {}
        self._speaking: dict[str, bool] = {}
        self._said: dict[tuple[Section, str], tuple[Unit, Binding] | None] = {}
        self._modules: dict[Path, Unit | None] = {}
        #: The module that is linted, with its absolute path, and those that another one asked for.
        self._linted: tuple[Path | None, Unit] | None = None
        self._asked: set[Path] = set()
        #: How many bytes of modules have been let go whose objects may hang in circles.
        self.let_go = 0

    def adopt(self, tree: ast.Module, source: str | None, path: Path | None) -> Unit:
        """The unit of the module that is linted, ``source`` (None if not at hand) parsed to ``tree``."""
        self._leave(tree)
        if path is None or self.project is None:
            self._linted = None, Unit(self, tree, "", path=path, source=source, linted=True)
            return self._linted[1]
        place = absolute(path)
        names = self.project.names(place)
        unit = Unit(self, tree, names[0] if names else "", path=path, source=source, linted=True)
        self._modules[place] = unit
        self._linted = place, unit
        return unit

    def _leave(self, tree: ast.Module) -> None:
        """Let go of the module that was linted last, unless it is ``tree``, or another one asked for it."""
        if self._linted is None:
            return
        place, unit = self._linted
        self._linted = None
        if unit.scopes.tree is tree:
            return  # It is looked at once more.
        if place is None or place not in self._asked:
            if place is not None:
                self._modules.pop(place, None)
            unit.dissolve()

    def forget(self) -> None:
        """Let go of the project's modules where they have become many; they are read again if asked for."""
        units = [unit for unit in self._modules.values() if unit is not None]
        size = sum(unit.size for unit in units)
        if size <= MOST_SIZE:
            return
        linted = [self._linted[1]] if self._linted is not None else []
        for unit in units:
            if unit not in linted:
                unit.dissolve()
        self._modules.clear()
        # What was found out of others may lead there.
        self.vocabularies.clear()
        for unit in (*linted, *chain.from_iterable(self._libraries.values())):
            unit.memo.clear()
        self.let_go += size

    def module(self, path: Path) -> Unit | None:
        """The unit of another file of the project; None where that does not parse."""
        assert self.project is not None
        self._asked.add(path)
        if path not in self._modules:
            source, tree = parse(path) or ("", None)
            names = self.project.names(path)
            name = names[0] if names else ""
            unit = Unit(self, tree, name, path=path, source=source) if tree is not None else None
            self._modules[path] = unit
        return self._modules[path]

    def conftests(self, unit: Unit) -> Iterator[Unit]:
        """The project's ``conftest.py`` modules that serve a test module, the nearest first."""
        if unit.path is None:
            return
        if self.project is None:
            folders = absolute(unit.path).parent.parts if self.folders else ()
            for start in range(len(folders) + 1):
                yield from self.library(".".join([*folders[start:], "conftest"]))
            return
        for path in self.project.conftests(unit.path):
            found = self.module(path)
            if found is not None and found is not unit:
                yield found

    def library(self, name: str) -> tuple[Unit, ...]:
        """The stubs of a library by the first part of its import name; the user's come first."""
        if name not in self._libraries:
            stubs = knowledge.load(name, self.folders)
            self._libraries[name] = tuple(
                Unit(self, stub.tree, name, stub=True, path=stub.path) for stub in stubs
            )
        return self._libraries[name]

    def lists(self, section: str, said: Iterable[str]) -> bool:
        """Whether a submodule of ``_by_name.pyi`` lists one of the words ``said`` (docs/stubs.md)."""
        return not self.words(section).isdisjoint(said)

    def words(self, section: str) -> frozenset[str]:
        """All words that a submodule of ``_by_name.pyi`` lists; a keyword has an underscore there."""
        if section not in self._words:
            found: set[str] = set()
            for unit in self.library(BY_NAME):
                body = unit.submodule(unit.scopes.tree, section)
                found.update(unit.scopes.inner[body].bindings if body is not None else ())
            bare = (one.removesuffix("_") for one in found)
            self._words[section] = frozenset(bare)
        return self._words[section]

    @cached_property
    def showing(self) -> tuple[str, ...]:
        """The names without one of which nobody is handed a function to show its signature or its source."""
        found = [*knowledge.saying(_OF_FUNCTIONS, self.folders)]
        for unit in self.library(BY_NAME):
            body = unit.submodule(unit.scopes.tree, "functions")
            for name, bindings in unit.scopes.inner[body].bindings.items() if body is not None else ():
                if any(not _OF_FUNCTIONS.isdisjoint(texts(one.node)) for one in bindings):
                    found.append(name)
        return tuple(found)

    def is_http(self, name: str) -> bool:
        """Whether a library's stub mentions a status or a method."""
        if name not in self._speaking:
            self._speaking[name] = False  # Within itself: two stubs that import all of each other.
            self._speaking[name] = self._is_http(name)
        return self._speaking[name]

    def _is_http(self, name: str) -> bool:
        return any(
            alias.name in {"HTTPStatus", "HTTPMethod"} or self._is_all_of_http(node, alias)
            for unit in self.library(name)
            for node in unit.scopes.imports
            for alias in node.names
        )

    def _is_all_of_http(self, node: ast.Import | ast.ImportFrom, alias: ast.alias) -> bool:
        """Whether an import takes over all that another library has, which has to do with HTTP."""
        from_ = node.module if isinstance(node, ast.ImportFrom) else None
        return from_ is not None and alias.name == "*" and self.is_http(from_.partition(".")[0])

    def namespace(self, dotted: str, near: Path | None = None) -> Type | None:
        """The module ``dotted`` as far as stubs and the project tell, imported in the file ``near``."""
        path = self._file_of(dotted, near)
        own = self.module(path) if path is not None else None
        return join([Namespace(own, own.scopes.tree) if own is not None else None, self.stubbed(dotted)])

    def _file_of(self, dotted: str, near: Path | None) -> Path | None:
        if self.project is None:
            return None
        first, dot, _ = dotted.partition(".")
        found = self.project.find(dotted, near)
        if found is None and dot and first not in sys.stdlib_module_names and not self.library(first):
            return self.project.guess(dotted)
        return found

    def stubbed(self, dotted: str) -> Type | None:
        """The module ``dotted`` as far as stubs tell."""
        first, *rest = dotted.split(".")
        found: list[Type] = []
        if rest and self.folders:
            found += [Namespace(unit, unit.scopes.tree) for unit in self.library(dotted)]
        for unit in self.library(first):
            found += self._inside(Namespace(unit, unit.scopes.tree), rest)
        return join(found)

    def _inside(self, of: Namespace, path: list[str]) -> Iterator[Namespace]:
        """The module under a path inside a stub: a submodule of it, or one that it imports by that name."""
        if not path:
            yield of
            return
        first, *rest = path
        node = of.unit.submodule(of.node, first)
        if node is not None:
            yield from self._inside(Namespace(of.unit, node), rest)
            return
        for binding in of.unit.scopes.inner[of.node].bindings.get(first, ()):
            if binding.kind == "import":
                for one in options(self.engine.binding(of.unit, binding)):
                    if isinstance(one, Namespace):
                        yield from self._inside(one, rest)

    def speaking(self, section: Section, name: str) -> tuple[Unit, Binding] | None:
        """The declaration in ``_by_name.pyi`` that speaks for ``name``: its unit and its binding."""
        if (section, name) not in self._said:
            self._said[section, name] = self._speaking_for(section, name)
        return self._said[section, name]

    def _speaking_for(self, section: Section, name: str) -> tuple[Unit, Binding] | None:
        candidates = [name] if section == "functions" else endings(name)
        for candidate in candidates:
            for unit in self.library(BY_NAME):
                body = unit.submodule(unit.scopes.tree, section)
                bindings = unit.scopes.inner[body].bindings.get(candidate) if body is not None else None
                if bindings:
                    return unit, bindings[-1]
        return None
