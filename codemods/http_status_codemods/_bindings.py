"""What the names of one module mean at its top level, as far as imports tell."""
from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from functools import cached_property

from flake8_http_status.binders import Binding
from flake8_http_status.scope import Scope
from flake8_http_status.scopes import Scopes, scopes_of
from http_status_codemods._dynamic import BINDING, bound_by_text


class Bindings:
    """The module-level bindings of the module ``tree``.

    A meaning is a dotted name: ``http``, ``http.HTTPStatus``; with dots in front if it is relative.
    ``source`` is the text of a module that is not the linted one, which is read as far as it is asked for.
    """

    def __init__(self, tree: ast.Module, source: str | None = None) -> None:
        self.tree = tree
        self.scopes = scopes_of(tree) if source is None else Scopes(tree, source)
        self._index = {id(statement): number for number, statement in enumerate(tree.body)}
        self._names: dict[str, list[str]] = {}
        self._bound_in: dict[Scope, dict[str, list[str]]] = {}

    def top_index(self, node: ast.AST) -> int:
        """The index of the top-level statement around ``node``."""
        while id(node) not in self._index:
            node = self.scopes.parents[node]
        return self._index[id(node)]

    def names_of(self, meaning: str) -> list[str]:
        """The module-level names that some binding gives ``meaning``, its own name first."""
        if meaning not in self._names:
            self._names[meaning] = self._names_of(meaning)
        return self._names[meaning]

    def bound_in(self, scope: Scope) -> Mapping[str, Sequence[str]]:
        """The names that a function or class binds, by what one of their bindings gives them."""
        if scope not in self._bound_in:
            found: dict[str, dict[str, None]] = {}
            for name, bindings in scope.bindings.items():
                for meaning in filter(None, map(self._meaning, bindings)):
                    found.setdefault(meaning, {})[name] = None
            self._bound_in[scope] = {meaning: [*names] for meaning, names in found.items()}
        return self._bound_in[scope]

    def _names_of(self, meaning: str) -> list[str]:
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
            case ast.alias(name=name), ast.ImportFrom(module=module, level=level):
                return f"{'.' * level}{module or ''}.{name}"
            case ast.alias(name=name, asname=asname), ast.Import():
                return name if asname else name.partition(".")[0]
        if not deep or binding.path or binding.kind not in ("value", "annotation"):
            return None
        match binding.value:
            case ast.Name(id=name):
                return self._agreed(name)
            case ast.Attribute(value=ast.Name(id=name), attr=attribute) if meaning := self._agreed(name):
                return f"{meaning}.{attribute}"
        return None

    def _agreed(self, name: str) -> str | None:
        """The meaning on which all module-level imports of ``name`` agree."""
        found = {self._meaning(each, deep=False) for each in self.of(name)}
        return found.pop() if len(found) == 1 else None

    def loads(self, name: str, module: str) -> bool:
        """Whether each import of ``name``, the first part of the dotted ``module``, loads all of it."""
        return all(
            isinstance(each.node, ast.alias) and f"{each.node.name}.".startswith(f"{module}.")
            for each in self.of(name)
            if self.means(each, name)
        )

    def means(self, binding: Binding, meaning: str) -> bool:
        """Whether ``binding`` gives its name ``meaning``."""
        # One star stands for both enums; who asks knows which name it asks for.
        if isinstance(binding.node, ast.alias) and binding.node.name == "*":
            return meaning.startswith("http.") and self.statement(binding) in self._http_stars
        return self._meaning(binding) == meaning

    def statement(self, binding: Binding) -> ast.AST:
        """What binds: the whole import for one of its names, else the binding's own node."""
        node = binding.node
        return self.scopes.parents[node] if isinstance(node, ast.alias) else node

    def settled(self, name: str, meaning: str) -> int | None:
        """The index of the first top-level statement after which ``name`` is surely bound."""
        good, other = self._sorted_out(name, meaning)
        for number, statement in enumerate(self.tree.body):
            if _settles(statement, good, other, sure=_is_standard(meaning)):
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
        """The line of a module-level binding that gives ``name`` another meaning, or that unbinds it.

        The arm of an ``if`` or ``try`` that is there for a Python without the name does not count.
        """
        good, other = self._sorted_out(name, meaning)
        for binding in self.of(name):
            statement = self.statement(binding)
            spare = _is_standard(meaning) and self._is_for_old_pythons(statement, good, other)
            if statement in other and not spare:
                return line_of(binding)
        return self.deleted(name, self.scopes.module)

    def _is_for_old_pythons(self, statement: ast.AST, good: set[ast.AST], other: set[ast.AST]) -> bool:
        """Whether ``statement`` stands in an arm that does not run where ``http`` has the name."""
        top = self.tree.body[self.top_index(statement)]
        arms: list[list[ast.stmt]] = []
        match top:
            case ast.Try(body=body, handlers=handlers) if all(each in good for each in body):
                arms = [handler.body for handler in handlers]
            case ast.If(test=test, body=body, orelse=orelse) if any(map(_is_version, ast.walk(test))):
                arms = [body, orelse]
        settled = top is not statement and _settles(top, good, other, sure=True)
        return settled and any(_holds(arm, {statement}) and not _holds(arm, good) for arm in arms)

    def deleted(self, name: str, scope: Scope) -> int | None:
        """The line of a ``del`` of the ``name`` that ``scope`` binds."""
        lines = (
            node.lineno
            for node, around in self.scopes.deletions
            if node.id == name and (around.lookup(name) or self.scopes.module) is scope
        )
        return next(lines, None)

    def bound_by_text(self, name: str) -> int | None:
        """The line where the module may bind ``name`` by its text, as ``globals()[…]`` does."""
        if not self.scopes.mentions(*BINDING):
            return None
        self.scopes.reveal(*BINDING)
        return bound_by_text(self.tree, self.scopes.parents, name)


def line_of(binding: Binding) -> int:
    """The line of a binding, from 1."""
    return int(getattr(binding.node, "lineno", 0) or getattr(binding.value, "lineno", 0))


def _is_version(node: ast.AST) -> bool:
    """Whether ``node`` is ``sys.version_info`` or one of its like in ``six``."""
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return name in ("version_info", "hexversion", "PY2", "PY3")


def _holds(block: Sequence[ast.stmt], nodes: set[ast.AST]) -> bool:
    return any(node in nodes for statement in block for node in ast.walk(statement))


def _is_standard(meaning: str) -> bool:
    """Whether every supported Python has what is meant; other modules may be missing."""
    return meaning.partition(".")[0] == "http"


def _settles(statement: ast.stmt, good: set[ast.AST], other: set[ast.AST], *, sure: bool) -> bool:
    """Whether the name is surely bound after ``statement``, in one way at least as it is meant.

    ``sure`` if an import of what is meant cannot fail.
    """
    if statement in good:
        return True

    def settled(block: Sequence[ast.stmt]) -> bool:
        return any(_settles(each, good, other, sure=sure) for each in block)

    def assured(block: Sequence[ast.stmt]) -> bool:
        return settled(block) or any(each in other or isinstance(each, ast.Raise) for each in block)

    match statement:
        case ast.If(test=ast.Name(id="TYPE_CHECKING") | ast.Attribute(attr="TYPE_CHECKING"), orelse=orelse):
            return settled(orelse)
        case ast.If(body=body, orelse=orelse):
            return (settled(body) and assured(orelse)) or (assured(body) and settled(orelse))
        case ast.Try(body=body, handlers=handlers):
            if sure and all(each in good for each in body):
                return True
            return settled(body) and all(assured(handler.body) for handler in handlers)
    return False
