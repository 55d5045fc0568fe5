"""The modules in view: the one that is linted, the stubs, and what is known of names alone."""
from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

from flake8_http_status import knowledge
from flake8_http_status.binders import Binding
from flake8_http_status.memory import Key, Memory
from flake8_http_status.names import endings, words
from flake8_http_status.nodes import Definition, within
from flake8_http_status.prefilter import lines_of
from flake8_http_status.project import Project, package_of, parse
from flake8_http_status.scope import Scope
from flake8_http_status.scopes import Scopes, scopes_of
from flake8_http_status.types import Enum, Namespace, Type, join, options

Section: TypeAlias = Literal["attributes", "variables", "keywords", "keys", "functions"]
BY_NAME = "_by_name"
#: The name that in a stub stands for the modules that import the library.
IMPORTER = "__importer__"
#: How many characters of a project's modules are kept in memory as trees: about 60 MB.
MOST_TEXT = 1_000_000
_ENUM_IMPORTS = frozenset({"http", "HTTPStatus", "HTTPMethod"})


class Unit:
    """One module in view, with the memo of what was found out about its nodes."""

    def __init__(
        self,
        world: World,
        tree: ast.Module,
        name: str,
        *,
        stub: bool = False,
        path: Path | None = None,
        source: str | None = None,
        linted: bool = False,
    ) -> None:
        self.world = world
        self.name = name
        self.stub = stub
        self.path = path
        self.scopes = scopes_of(tree, source) if linted else Scopes(tree, source)
        self.source = source
        self.memo: dict[Key, object] = {}
        self._places: dict[tuple[ast.AST, str], dict[ast.AST, int]] = {}
        #: Literals that stay, for an option or a comment says so.
        self.staying: frozenset[ast.AST] = frozenset()

    @property
    def by_name(self) -> bool:
        """Whether the module is the one that speaks for names alone."""
        return self.name == BY_NAME

    @cached_property
    def package(self) -> list[str]:
        """The parts of the package's name that relative imports start from."""
        if not self.name and self.path is not None:
            return package_of(self.path)
        parts = self.name.split(".")
        return parts if self.path is not None and self.path.name == "__init__.py" else parts[:-1]

    @cached_property
    def speaks_http(self) -> bool:
        """Whether the module imports a library that has to do with HTTP."""
        own = [self.name or ".".join(self.package)]
        return any(
            not self.world.http_words.isdisjoint(words(name)) or self.world.is_http(name.partition(".")[0])
            for name in (*own, *_imported(self.scopes))
        )

    @cached_property
    def displays(self) -> tuple[str, ...]:
        """The texts in the module that may show a mapping as its repr does: ``'code': 403``."""
        tree = self.scopes.tree
        nodes = ast.walk(tree) if self.source is None else within(tree, lines_of(["': "], self.source))
        constants = (node.value for node in nodes if isinstance(node, ast.Constant))
        return tuple(text for text in constants if isinstance(text, str) and "': " in text)

    @cached_property
    def said_of_importers(self) -> Type | None:
        """What the libraries that the module imports do with any value that it hands over."""
        libraries = {name.partition(".")[0] for name in _imported(self.scopes)}
        said = [
            (unit, one)
            for name in sorted(libraries)
            for unit in self.world.library(name)
            for one in unit.scopes.module.bindings.get(IMPORTER, ())
        ]
        return join(self.world.engine.binding(unit, one) for unit, one in said)

    def place(self, around: ast.AST, field: str, node: ast.AST) -> int:
        """The index (from 0) of ``node`` in a list of nodes, the ``field`` of ``around``; -1 where it is not.

        Of a table of thousands each element is looked up.
        """
        known = self._places.get((around, field))
        if known is None:
            known = {one: index for index, one in enumerate(getattr(around, field))}
            self._places[around, field] = known
        return known.get(node, -1)

    def dissolve(self) -> None:
        """Take apart what hangs in circles; the unit is of no use afterwards."""
        self.memo.clear()
        self.scopes.dissolve()

    def infer(self, node: ast.expr) -> Type | None:
        """What the expression ``node`` is."""
        return self.world.engine.infer(self, node)

    def flow(self, node: ast.AST) -> Type | None:
        """What is expected of the value that stands at ``node``, an expression or a parameter."""
        return self.world.engine.flow(self, node)

    def lookup(self, name: str, scope: Scope) -> list[Binding]:
        """How ``name``, as seen from ``scope``, gets its value; empty where nothing binds it."""
        owner = scope.lookup(name, nested_classes=self.stub)
        return owner.bindings[name] if owner is not None else []


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
        self._libraries: dict[str, tuple[Unit, ...]] = {}
        self._speaking: dict[str, bool] = {}
        self._said: dict[tuple[Section, str], tuple[Unit, Binding] | None] = {}
        self._modules: dict[Path, Unit | None] = {}
        #: The module that is linted, with its absolute path, and those that another one asked for.
        self._linted: tuple[Path | None, Unit] | None = None
        self._asked: set[Path] = set()
        #: How many characters of modules have been let go whose objects may hang in circles.
        self.let_go = 0

    def adopt(self, tree: ast.Module, source: str | None, path: Path | None) -> Unit:
        """The unit of the module that is linted, ``source`` (None if not at hand) parsed to ``tree``."""
        self._leave(tree)
        if path is None or self.project is None:
            self._linted = None, Unit(self, tree, "", path=path, source=source, linted=True)
            return self._linted[1]
        place = path.absolute()
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
        size = sum(len(unit.source or "") for unit in self._modules.values() if unit is not None)
        if size > MOST_TEXT:
            self._modules.clear()
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
            folders = unit.path.absolute().parent.parts if self.folders else ()
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

    @cached_property
    def http_words(self) -> frozenset[str]:
        """The words in the name of an import that show that the module has to do with HTTP."""
        found: set[str] = set()
        for unit in self.library(BY_NAME):
            body = _submodule(unit, unit.scopes.tree, "modules")
            found.update(unit.scopes.inner[body].bindings if body is not None else ())
        return frozenset(found)

    def is_http(self, name: str) -> bool:
        """Whether a library's stub mentions a status or a method."""
        if name not in self._speaking:
            self._speaking[name] = self._is_http(name)
        return self._speaking[name]

    def _is_http(self, name: str) -> bool:
        return any(
            alias.name in {"HTTPStatus", "HTTPMethod"}
            for unit in self.library(name)
            for node in unit.scopes.imports
            for alias in node.names
        )

    def namespace(self, dotted: str, near: Path | None = None) -> Type | None:
        """The module ``dotted`` as far as stubs and the project tell, imported in the file ``near``."""
        path = self.project.find(dotted, near) if self.project is not None else None
        own = self.module(path) if path is not None else None
        return join([Namespace(own, own.scopes.tree) if own is not None else None, self.stubbed(dotted)])

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
        node = _submodule(of.unit, of.node, first)
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
                body = _submodule(unit, unit.scopes.tree, section)
                bindings = unit.scopes.inner[body].bindings.get(candidate) if body is not None else None
                if bindings:
                    return unit, bindings[-1]
        return None


def is_submodule(node: ast.AST) -> bool:
    """Whether a class in a stub stands for a module: lower case, no bases."""
    return isinstance(node, ast.ClassDef) and node.name.islower() and not node.bases


def enum_of(module: str, name: str) -> Enum | None:
    """The enum that ``from module import name`` gives, if it is one of the standard library's."""
    match module, name:
        case "http", "HTTPStatus":
            return Enum("status")
        case "http", "HTTPMethod":
            return Enum("method")
    return None


def _submodule(unit: Unit, node: ast.Module | ast.ClassDef | None, name: str) -> ast.ClassDef | None:
    if node is None:
        return None
    for binding in unit.scopes.inner[node].bindings.get(name, ()):
        if isinstance(binding.node, ast.ClassDef) and is_submodule(binding.node):
            return binding.node
    return None


def _imported(scopes: Scopes) -> Iterator[str]:
    """The names in a module's imports, but for the enums themselves: a fix may have added them."""
    for node in scopes.imports:
        yield from (alias.name for alias in node.names if alias.name not in _ENUM_IMPORTS)
        if isinstance(node, ast.ImportFrom) and node.module is not None and node.module != "http":
            yield node.module
