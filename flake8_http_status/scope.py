"""One scope: what a module, class, function or comprehension binds and loads."""
from __future__ import annotations

import ast
from collections.abc import Callable, Iterable

from flake8_http_status.binders import Binding

COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


class Scope:
    """A module, class, function or comprehension with the names that it binds and loads.

    Where it stands for a function whose body has not been read, that is done as soon as somebody asks.
    """

    __slots__ = ("_bindings", "_children", "_elsewhere", "_loads", "node", "number", "parent", "unread")

    def __init__(self, node: ast.AST, parent: Scope | None, number: int = 0) -> None:
        self.node = node
        self.parent = parent
        #: Its place among the children of its parent.
        self.number = number
        #: What reads the body, as long as that is not done.
        self.unread: Callable[[Scope], None] | None = None
        self._bindings: dict[str, list[Binding]] = {}
        self._loads: dict[str, list[ast.Name]] = {}
        self._elsewhere: dict[str, Scope] = {}
        self._children: list[Scope] = []

    def place(self) -> tuple[int, ...]:
        """Where it is in its module: the outer before the inner ones, and the last of a parent's first."""
        found, scope = [], self
        while scope.parent is not None:
            found.append(-scope.number)
            scope = scope.parent
        return tuple(reversed(found))

    def _read(self) -> None:
        if self.unread is not None:
            self.unread(self)

    @property
    def bindings(self) -> dict[str, list[Binding]]:
        """How each name gets its values."""
        self._read()
        return self._bindings

    @property
    def loads(self) -> dict[str, list[ast.Name]]:
        """Where each name is read."""
        self._read()
        return self._loads

    @property
    def elsewhere(self) -> dict[str, Scope]:
        """The scopes of the names that are ``global`` or ``nonlocal`` here."""
        self._read()
        return self._elsewhere

    @property
    def children(self) -> list[Scope]:
        """The scopes right inside."""
        self._read()
        return self._children

    def bind(self, name: str, binding: Binding) -> None:
        """Note one way in which ``name`` gets its value here."""
        self._bindings.setdefault(name, []).append(binding)

    def load(self, node: ast.Name) -> bool:
        """Note where a name is read; whether it is the first time here."""
        known = self._loads.get(node.id)
        if known is None:
            self._loads[node.id] = [node]
            return True
        known.append(node)
        return False

    def borrow(self, names: Iterable[str], owner: Scope) -> None:
        """Note that ``names`` mean those of ``owner`` here, or of a scope around it."""
        self._elsewhere.update(dict.fromkeys(names, owner))

    def open(self, node: ast.AST) -> Scope:
        """A new scope right inside."""
        inner = Scope(node, self, len(self._children))
        self._children.append(inner)
        return inner

    def lookup(self, name: str, *, nested_classes: bool = False) -> Scope | None:
        """The scope that binds ``name`` as seen from here, by Python's rules.

        ``nested_classes`` makes names of outer classes visible too, as they are in stubs.
        """
        current: Scope | None = self
        while current is not None:
            if name in current.elsewhere:
                current = current.elsewhere[name]
            if name in current.bindings and (nested_classes or current is self or not current.is_class):
                return current
            current = current.parent
        return None

    def owner(self, name: str) -> Scope:
        """The scope that binds ``name`` as seen from here; this one where none does."""
        return self.lookup(name) or self

    def dissolve(self) -> None:
        """Let go of all other scopes."""
        self.unread = None
        self._children.clear()
        self._elsewhere.clear()

    @property
    def is_class(self) -> bool:
        """Whether the names bound here are hidden from the functions inside."""
        return isinstance(self.node, ast.ClassDef)
