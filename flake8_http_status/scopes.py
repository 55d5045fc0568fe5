"""Who is bound to what: the tree of one module with its parents, scopes and bindings.

The bodies of functions are read when somebody asks for what is in them (``deferred.py``): most never are.
"""
from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from flake8_http_status.deferred import Deferred
from flake8_http_status.nodes import Definition, Function
from flake8_http_status.reader import Found, Order, Reader
from flake8_http_status.scope import COMPREHENSIONS, Scope
from flake8_http_status.sparse import complete

_OPENING = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
Value = TypeVar("Value")


class _ByNode(dict[ast.AST, Value]):
    """What is known of nodes; of one in a function's body that is read for it."""

    __slots__ = ("_scopes",)

    def __init__(self, scopes: Scopes) -> None:
        super().__init__()
        self._scopes = scopes

    def __missing__(self, node: ast.AST) -> Value:
        if self._scopes.reach(node) and dict.__contains__(self, node):
            return dict.__getitem__(self, node)
        raise KeyError(node)

    def get(self, node: ast.AST, default: Any = None) -> Any:
        """What is known of ``node``, or ``default``."""
        try:
            return self[node]
        except KeyError:
            return default

    def __contains__(self, node: object) -> bool:
        return dict.__contains__(self, node) or (
            isinstance(node, ast.AST) and self._scopes.reach(node) and dict.__contains__(self, node)
        )


class Scopes:
    """The scopes of one module.

    ``parents`` gives each node's parent, ``of_node`` the scope that a name, function, lambda or
    class stands in, ``inner`` the scope that a function, class or comprehension opens.  Whoever goes through
    all of one of them, not only through what hangs on known nodes, calls ``reveal`` before.

    With ``source``, the text of the module, functions are read when they are asked for.
    """

    def __init__(self, tree: ast.Module, source: str | None = None) -> None:
        self.tree = tree
        self.module = Scope(tree, None)
        self.parents: dict[ast.AST, ast.AST] = _ByNode(self)
        self.of_node: dict[ast.AST, Scope] = _ByNode(self)
        self.inner: dict[ast.AST, Scope] = _ByNode(self)
        self._found = Found(self.module, self.parents, self.of_node, self.inner)
        self._sorted: dict[str, list[ast.Attribute]] = {}
        self._stored: dict[str, list[ast.Attribute]] = {}
        self._around: dict[ast.AST, Scope] = {}
        self._openings: dict[ast.AST, Function | ast.ClassDef | None] = {}
        self._revealed: set[tuple[str, ...]] = set()
        self.deferred: Deferred[tuple[Scope, Order]] | None = Deferred.of(source)
        Reader(self._found, self._wait).read_module()

    def dissolve(self) -> None:
        """Take apart what hangs in circles, so that no search for garbage is needed; of no use afterwards."""
        for scope in dict.values(self.inner):
            scope.dissolve()
        self.parents, self.inner, self.of_node = {}, {}, {}
        self._around.clear()
        self._found = Found(self.module, {}, {}, {})
        self.deferred = None
        if _linted and _linted[0] is self:
            _linted.clear()

    def _wait(self, function: Definition, scope: Scope, order: Order) -> bool:
        """Let a function wait until somebody asks for what is in it; False where it must not."""
        if self.deferred is None or not self.deferred.put(function, (scope, order)):
            self.complete(function)
            return False
        scope.unread = self.read
        return True

    def complete(self, *functions: Definition) -> None:
        """Have the bodies of ``functions`` in the tree; whoever goes through one calls this before."""
        complete(self.tree, functions)

    def read(self, scope: Scope) -> None:
        """Read the body of the function of ``scope``."""
        assert self.deferred is not None and isinstance(scope.node, Definition)
        self.complete(scope.node)
        scope.unread = None
        _, order = self.deferred.take(scope.node.lineno)
        Reader(self._found, self._wait, order).read_function(scope.node, scope)

    def reach(self, node: ast.AST) -> bool:
        """Read the functions around ``node``; whether there was one to read."""
        if self.deferred is None or node is self.tree or dict.__contains__(self.parents, node):
            return False
        line = next((line for one in ast.walk(node) if (line := getattr(one, "lineno", None))), None)
        if line is None:  # the parameters of a function without any
            self.reveal()
            return True
        found = False
        while (given := self.deferred.at(line)) is not None:
            self.read(given[0])
            found = True
            if dict.__contains__(self.parents, node):
                break
        return found

    def reveal(self, *words: str) -> None:
        """Read the functions whose text has one of the names ``words``; without words, all of them."""
        if self.deferred is None or words in self._revealed:
            return
        waiting = self.deferred
        self._read_while(lambda: waiting.holding(words))
        self._revealed.add(words)

    def reveal_lines(self, lines: Iterable[int]) -> None:
        """Read the functions that have one of ``lines`` (from 1)."""
        for line in lines:
            while self.deferred is not None and (given := self.deferred.at(line)) is not None:
                self.read(given[0])

    def _read_while(self, found: Callable[[], list[tuple[Scope, Order]]]) -> None:
        """Read functions until none is ``found`` any more: there may be further ones in them."""
        while functions := found():
            self.complete(*(scope.node for scope, _ in functions if isinstance(scope.node, Definition)))
            for scope, _ in functions:
                self.read(scope)

    def mentions(self, *words: str) -> bool:
        """Whether one of the names ``words`` may be in the module's text."""
        return self.deferred is None or any(map(self.deferred.mentions, words))

    def holds(self, node: ast.AST, word: str) -> bool:
        """Whether the name ``word`` may be in the text of ``node``, a statement."""
        return self.deferred is None or self.deferred.holds(node, word)

    @property
    def imports(self) -> list[ast.Import | ast.ImportFrom]:
        """All imports, wherever they stand."""
        self.reveal("import")
        return self._found.imports

    @property
    def deletions(self) -> list[tuple[ast.Name, Scope]]:
        """The names that ``del`` takes away, and the scopes where."""
        self.reveal("del")
        return [(name, scope) for _, name, scope in sorted(self._found.deletions, key=lambda one: one[0])]

    def attributes(self, name: str) -> list[ast.Attribute]:
        """Every attribute called ``name``, of whatever."""
        if name not in self._sorted:
            self.reveal(name)
            self._sorted[name] = self._known_attributes(name)
        return self._sorted[name]

    def _known_attributes(self, name: str) -> list[ast.Attribute]:
        return [node for _, node in sorted(self._found.attributes.get(name, ()), key=lambda one: one[0])]

    def stores(self, name: str) -> list[ast.Attribute]:
        """Every attribute called ``name`` that is assigned to."""
        if name not in self._stored:
            if (waiting := self.deferred) is not None:
                self._read_while(lambda: waiting.storing(name))
            found = self._known_attributes(name)
            self._stored[name] = [one for one in found if isinstance(one.ctx, ast.Store)]
        return self._stored[name]

    def attribute_names(self) -> list[str]:
        """The names of all attributes."""
        self.reveal()
        return [*self._found.attributes]

    def classes(self) -> list[ast.ClassDef]:
        """All classes, wherever they stand."""
        self.reveal("class")
        return [node for node in self.inner if isinstance(node, ast.ClassDef)]

    def uses(self, name: str, scope: Scope, *, called: bool = True) -> Iterator[ast.Name]:
        """Every load of ``name`` that means the name bound in ``scope``; not all calls if not ``called``."""
        if scope is self.module:
            if called or (waiting := self.deferred) is None:
                self.reveal(name)
            else:
                self._read_while(lambda: waiting.handing_over(name))
            # Not through all that the module holds, for it may be asked for each of its names.
            found = [
                one for one in self._found.loading.get(name, ()) if (one.lookup(name) or scope) is scope
            ]
            for one in sorted(found, key=Scope.place):
                yield from one.loads[name]
            return
        stack = [scope]
        while stack:
            current = stack.pop()
            yield from current.loads.get(name, ())
            if current is scope and scope.is_class:
                return  # The functions in a class do not see its names.
            for child in current.children:
                if child.unread is not None and not self.holds(child.node, name):
                    continue
                hidden = name in child.bindings and child.elsewhere.get(name) is not scope
                if not hidden:
                    stack.append(child)
                elif child.is_class:
                    stack.extend(child.children)

    def enclosing_scope(self, node: ast.AST) -> Scope:
        """The scope that the names in ``node`` are looked up from."""
        self.reach(node)
        current, way = node, []
        found: Scope | None = None
        while found is None:
            found = self._around.get(current) or self.of_node.get(current)
            if found is None:
                way.append(current)
                inside, current = current, self.parents[current]
                if current in self.inner and _is_body(current, inside):
                    found = self.inner[current]
        # Code may be nested as deep as a file is long (elif), and much of it is asked for.
        self._around.update(dict.fromkeys(way, found))
        return found

    def ancestors(self, node: ast.AST) -> Iterator[ast.AST]:
        """The nodes around ``node``, innermost first."""
        while node in self.parents:
            node = self.parents[node]
            yield node

    def enclosing_function(self, node: ast.AST) -> Function | None:
        """The innermost function whose body holds ``node``."""
        around = self._opening(node)
        return around if isinstance(around, Function) else None

    def enclosing_class(self, node: ast.AST) -> ast.ClassDef | None:
        """The innermost class around ``node``, through functions."""
        around = self._opening(node)
        while around is not None and not isinstance(around, ast.ClassDef):
            around = self._opening(around)
        return around

    def definitions(self, node: ast.AST) -> Iterator[Definition]:
        """The functions with a name around ``node``, innermost first."""
        around = self._opening(node)
        while around is not None:
            if isinstance(around, Definition):
                yield around
            around = self._opening(around)

    def _opening(self, node: ast.AST) -> Function | ast.ClassDef | None:
        """The innermost function, lambda or class around ``node``."""
        way, found = [], None
        while node not in self._openings:
            around = self.parents.get(node)
            way.append(node)
            if around is None or isinstance(around, _OPENING):
                found = around
                break
            node = around
        else:
            found = self._openings[node]
        self._openings.update(dict.fromkeys(way, found))
        return found


#: The scopes of the tree that is linted: the engine builds them, and who plans imports asks again.
_linted: list[Scopes] = []


def scopes_of(tree: ast.Module, source: str | None = None) -> Scopes:
    """The scopes of ``tree``, which has the text ``source``; those of the last one are kept."""
    if not _linted or _linted[0].tree is not tree:
        _linted[:] = [Scopes(tree, source)]
    return _linted[0]


def _is_body(node: ast.AST, child: ast.AST) -> bool:
    """Whether ``child`` is run in the scope that ``node`` opens, not in the one around it."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return child in node.body
        case ast.Lambda():
            return child is node.body
    return isinstance(node, COMPREHENSIONS)
