"""What the names of one module mean at its top level, as far as ``http`` goes."""
from __future__ import annotations

import ast
import re
import sys
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from flake8_http_status.scopes import Binding, Scopes
from http_status_codemods._shadows import lacks_name


class Bindings:
    """The module-level bindings of the module ``tree``, which was parsed from ``source``.

    A meaning is a dotted name: ``http``, ``http.HTTPStatus``.
    """

    def __init__(self, source: str, tree: ast.Module) -> None:
        self.source = source
        self.tree = tree
        self.scopes = Scopes(tree)
        self._index = {id(statement): number for number, statement in enumerate(tree.body)}

    def top_index(self, node: ast.AST) -> int:
        """The index of the top-level statement around ``node``."""
        while id(node) not in self._index:
            node = self.scopes.parents[node]
        return self._index[id(node)]

    def names_of(self, meaning: str) -> list[str]:
        """The module-level names that some binding gives ``meaning``, the enum's own name first."""
        own = meaning.rpartition(".")[2]
        names = [
            name
            for name in {own, *self.scopes.module.bindings} - {"*"}
            if any(self.means(binding, meaning) for binding in self.of(name))
        ]
        return sorted(names, key=lambda name: (name != own, name))

    def of(self, name: str) -> list[Binding]:
        """The module-level bindings of ``name``, those by ``from http import *`` included."""
        module = self.scopes.module.bindings
        stars = [each for each in module.get("*", ()) if self.statement(each) in self._http_stars]
        extra = stars if name in ("HTTPStatus", "HTTPMethod") else []
        return sorted([*module.get(name, ()), *extra], key=line_of)

    @cached_property
    def _http_stars(self) -> set[ast.AST]:
        return {
            parent
            for each in self.scopes.module.bindings.get("*", ())
            if isinstance(parent := self.statement(each), ast.ImportFrom)
            and parent.module == "http"
            and parent.level == 0
        }

    def _meaning(self, binding: Binding, *, deep: bool = True) -> str | None:
        """What a binding gives its name: ``http``, ``http.HTTPStatus`` …; None for anything else."""
        match binding.node, self.statement(binding):
            case ast.alias(name=name), ast.ImportFrom(module="http", level=0):
                return f"http.{name}"
            case ast.alias(name=name, asname=asname), ast.Import():
                return "http" if name == "http" or (not asname and name.startswith("http.")) else None
        if not deep or binding.path or binding.kind not in ("value", "annotation"):
            return None
        match binding.value:
            case ast.Name(id=name):
                return self._agreed(name)
            case ast.Attribute(value=ast.Name(id=name), attr=attribute) if self._agreed(name) == "http":
                return f"http.{attribute}"
        return None

    def _agreed(self, name: str) -> str | None:
        """The meaning on which all module-level imports of ``name`` agree."""
        found = {self._meaning(each, deep=False) for each in self.of(name)}
        return found.pop() if len(found) == 1 else None

    def means(self, binding: Binding, meaning: str) -> bool:
        """Whether ``binding`` gives its name ``meaning``."""
        # One star stands for both enums; who asks knows which name it asks for.
        if isinstance(binding.node, ast.alias) and binding.node.name == "*":
            return self.statement(binding) in self._http_stars
        return self._meaning(binding) == meaning

    def statement(self, binding: Binding) -> ast.AST:
        """What binds: the whole import for one of its names, else the binding's own node."""
        node = binding.node
        return self.scopes.parents[node] if isinstance(node, ast.alias) else node

    def settled(self, name: str, meaning: str) -> int | None:
        """The index of the first top-level statement after which ``name`` is surely bound."""
        good, other = self._sorted_out(name, meaning)
        for number, statement in enumerate(self.tree.body):
            if _settles(statement, good, other):
                return number
        return None

    def _sorted_out(self, name: str, meaning: str) -> tuple[set[ast.AST], set[ast.AST]]:
        """The statements that bind ``name`` to what is meant, and those that bind it otherwise."""
        good: set[ast.AST] = set()
        other: set[ast.AST] = set()
        for binding in self.of(name):
            (good if self.means(binding, meaning) else other).add(self.statement(binding))
        return good, other

    def foreign(self, name: str, meaning: str) -> int | None:
        """The line of a module-level binding that gives ``name`` another meaning, or a ``del`` of it.

        The other arm of an ``if`` or ``try`` that settles the name is the module's own way to
        live without ``http``; it does not count.
        """
        good, other = self._sorted_out(name, meaning)
        for binding in self.of(name):
            statement = self.statement(binding)
            top = self.tree.body[self.top_index(statement)]
            if statement in other and not (top is not statement and _settles(top, good, other)):
                return line_of(binding)
        deleted = re.search(rf"\bdel\b[^\n\r#]*\b{re.escape(name)}\b(?!\s*[.\[])", self.source)
        return self.source.count("\n", 0, deleted.start()) + 1 if deleted else None

    def foreign_star(self, enum: str, path: Path | None) -> int | None:
        """The line of a star import that may bind ``enum``.

        One of the standard library does not, nor one of a file beside ``path`` that neither holds
        the name nor imports everything from elsewhere itself.
        """
        for binding in self.scopes.module.bindings.get("*", ()):
            match self.statement(binding):
                case ast.ImportFrom(module=str(module), level=0) if _is_standard(module):
                    continue
                case ast.ImportFrom(module=module, level=level) if path is not None:
                    if lacks_name(module or "", level, path, enum):
                        continue
            return line_of(binding)
        return None


def line_of(binding: Binding) -> int:
    """The line of a binding, from 1."""
    return int(getattr(binding.node, "lineno", 0) or getattr(binding.value, "lineno", 0))


def _is_standard(module: str) -> bool:
    return module.partition(".")[0] in sys.stdlib_module_names


def _settles(statement: ast.stmt, good: set[ast.AST], other: set[ast.AST]) -> bool:
    """Whether the name is surely bound after ``statement``, in one way at least as it is meant."""
    if statement in good:
        return True

    def settled(block: Sequence[ast.stmt]) -> bool:
        return any(_settles(each, good, other) for each in block)

    def assured(block: Sequence[ast.stmt]) -> bool:
        return settled(block) or any(each in other or isinstance(each, ast.Raise) for each in block)

    match statement:
        case ast.If(test=ast.Name(id="TYPE_CHECKING") | ast.Attribute(attr="TYPE_CHECKING"), orelse=orelse):
            return settled(orelse)
        case ast.If(body=body, orelse=orelse):
            return (settled(body) and assured(orelse)) or (assured(body) and settled(orelse))
        case ast.Try(body=body, handlers=handlers):
            return settled(body) and all(assured(handler.body) for handler in handlers)
    return False
