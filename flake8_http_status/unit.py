"""One module in view: the one that is linted, one of its project, or a stub."""
from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from flake8_http_status.binders import Binding
from flake8_http_status.memory import Key
from flake8_http_status.names import words
from flake8_http_status.nodes import Definition, given_back, within
from flake8_http_status.prefilter import lines_of
from flake8_http_status.project import package_of
from flake8_http_status.scope import Scope
from flake8_http_status.scopes import Scopes, scopes_of
from flake8_http_status.types import Type, join

if TYPE_CHECKING:
    from flake8_http_status.world import World

Kept = TypeVar("Kept")
BY_NAME = "_by_name"
#: Measured: a node that was read, with its parent, scope, bindings, and some of what was found out of it.
_BYTES_OF_NODE = 300
#: The name that in a stub stands for the modules that import the library.
IMPORTER = "__importer__"
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
        self._given_back: dict[Definition, tuple[list[ast.Return], list[ast.Yield]]] = {}
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
        """Whether the module imports a library that has to do with HTTP.

        One that is called after another protocol has codes of that, whatever it imports.
        """
        own = [self.name or ".".join(self.package)]
        stem = self.path.stem if self.path is not None else ""
        if self.world.lists("protocols", words(f"{own[0]}.{stem}")):
            return False
        imported = [*_imported(self.scopes)]
        if any(self.world.lists("protocols", words(name)) for name in imported):
            # Their addresses are taken apart, too.
            imported = [name for name in imported if name != "urllib.parse"]
        return any(map(self._is_http, (*own, *imported)))

    def _is_http(self, name: str) -> bool:
        """Whether a module or a library of this name has to do with HTTP."""
        library, *inside = name.split(".")
        if inside and f"{library}_{inside[0]}" in self.world.words("elsewhere"):
            return False
        return self.world.lists("modules", words(name)) or self.world.is_http(library)

    def imports_module(self, dotted: str) -> bool:
        """Whether ``import a.b.c`` names ``dotted`` or a module in it."""
        plain = (node.names for node in self.scopes.imports if isinstance(node, ast.Import))
        return any(f"{one.name}.".startswith(f"{dotted}.") for names in plain for one in names)

    def near(self, pattern: str, around: ast.AST | None = None) -> Iterator[ast.AST]:
        """The nodes in the lines where ``pattern`` matches: below ``around``, or in all of the module.

        Of the module all bodies with such lines are parsed.  Where its text is not at hand, all nodes.
        """
        lines = lines_of([pattern], self.source or "")
        if around is None:
            around = self.scopes.tree
            self.scopes.reveal_lines(lines)
        return ast.walk(around) if self.source is None else within(around, lines)

    @cached_property
    def displays(self) -> tuple[str, ...]:
        """The texts in the module that may show a mapping as its repr does: ``'code': 403``."""
        constants = (node.value for node in self.near("': ") if isinstance(node, ast.Constant))
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

    def given_back(self, function: Definition) -> tuple[list[ast.Return], list[ast.Yield]]:
        """What ``function`` itself returns and yields, in no particular order."""
        known = self._given_back.get(function)
        if known is None:
            self.scopes.complete(function)
            known = given_back(function, yields=self.scopes.holds(function, "yield"))
            self._given_back[function] = known
        return known

    def keep(self, key: Key, answer: Callable[[], Kept]) -> Kept:
        """What ``answer`` gives, found once where it hangs on no cycle (``memory.py``)."""
        return self.world.memory.keep(self.memo, key, answer)

    @property
    def size(self) -> int:
        """About how many bytes it takes: its text, and what has been read of its tree."""
        return len(self.source or "") + _BYTES_OF_NODE * len(self.scopes.parents)

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

    def submodule(self, node: ast.Module | ast.ClassDef, name: str) -> ast.ClassDef | None:
        """The class in ``node`` that stands for the module ``name`` inside (in stubs)."""
        for binding in self.scopes.inner[node].bindings.get(name, ()):
            if isinstance(binding.node, ast.ClassDef) and is_submodule(binding.node):
                return binding.node
        return None


def is_submodule(node: ast.AST) -> bool:
    """Whether a class in a stub stands for a module: lower case, no bases."""
    return isinstance(node, ast.ClassDef) and node.name.islower() and not node.bases


def _imported(scopes: Scopes) -> Iterator[str]:
    """The names in a module's imports, but for the enums themselves: a fix may have added them."""
    for node in scopes.imports:
        yield from (alias.name for alias in node.names if alias.name not in _ENUM_IMPORTS)
        if isinstance(node, ast.ImportFrom) and node.module is not None and node.module != "http":
            yield node.module
