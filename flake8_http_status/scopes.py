"""Who is bound to what: the tree of one module with its parents, scopes and bindings.

The bodies of functions are read when somebody asks for what is in them (``deferred.py``): most never are.
"""
from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, TypeVar

from flake8_http_status.deferred import Deferred
from flake8_http_status.nodes import children

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
BindingKind: TypeAlias = Literal[
    "import", "function", "class", "value", "annotation", "element", "manager", "parameter",
    "exception", "capture", "other",
]
_OPENING = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(frozen=True, slots=True)
class Binding:
    """One way in which a name gets its value.

    ``node`` is what binds (a statement, an ``ast.arg``, an ``ast.alias``), ``value`` the expression
    that it takes the value from, ``path`` the positions on the way through nested targets:
    in ``a, (b, c) = value`` the name c has the path (1, 1).
    """

    kind: BindingKind
    node: ast.AST
    value: ast.expr | None = None
    path: tuple[int, ...] = ()


class Scope:
    """A module, class, function or comprehension with the names that it binds and loads.

    ``scopes`` is asked to fill it where it stands for a function whose body has not been read.
    """

    __slots__ = ("_bindings", "_children", "_elsewhere", "_loads", "node", "number", "parent", "unread")

    def __init__(self, node: ast.AST, parent: Scope | None, number: int = 0) -> None:
        self.node = node
        self.parent = parent
        #: Its place among the children of its parent.
        self.number = number
        #: Where to have the body read, as long as that is not done.
        self.unread: Scopes | None = None
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
            self.unread.read(self)

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

    def dissolve(self) -> None:
        """Let go of all other scopes."""
        self.unread = None
        self._children.clear()
        self._elsewhere.clear()

    @property
    def is_class(self) -> bool:
        """Whether the names bound here are hidden from the functions inside."""
        return isinstance(self.node, ast.ClassDef)


Value = TypeVar("Value")
#: The place of a node in the order in which a module is read: the place of its function, and that in it.
_Order: TypeAlias = tuple[int, ...]


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
        self.parents: dict[ast.AST, ast.AST] = _ByNode(self)
        self.module = Scope(tree, None)
        self.inner: dict[ast.AST, Scope] = _ByNode(self)
        self.inner[tree] = self.module
        self.of_node: dict[ast.AST, Scope] = _ByNode(self)
        self._attributes: dict[str, list[tuple[_Order, ast.Attribute]]] = {}
        self._sorted: dict[str, list[ast.Attribute]] = {}
        self._stored: dict[str, list[ast.Attribute]] = {}
        self._loading: dict[str, list[Scope]] = {}
        self._around: dict[ast.AST, Scope] = {}
        self._openings: dict[ast.AST, Function | ast.ClassDef | None] = {}
        self._imports: list[ast.Import | ast.ImportFrom] = []
        self._deletions: list[tuple[_Order, ast.Name, Scope]] = []
        self._revealed: set[tuple[str, ...]] = set()
        self.deferred: Deferred[tuple[Scope, _Order]] | None = Deferred.of(source)
        _Builder(self, ()).build()

    def dissolve(self) -> None:
        """Take apart what hangs in circles, so that no search for garbage is needed; of no use afterwards."""
        for scope in dict.values(self.inner):
            scope.dissolve()
        self.parents, self.inner, self.of_node = {}, {}, {}
        self._around.clear()
        self._loading.clear()
        self.deferred = None
        if _linted and _linted[0] is self:
            _linted.clear()

    def read(self, scope: Scope) -> None:
        """Read the body of the function of ``scope``."""
        assert self.deferred is not None and isinstance(scope.node, ast.FunctionDef | ast.AsyncFunctionDef)
        scope.unread = None
        _, order = self.deferred.take(scope.node.lineno)
        _Builder(self, order).read(scope.node, scope)

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
        while found := self.deferred.holding(words):
            for scope, _ in found:
                scope._read()
        self._revealed.add(words)

    def mentions(self, *words: str) -> bool:
        """Whether one of the names ``words`` may be in the module's text."""
        return self.deferred is None or any(map(self.deferred.mentions, words))

    @property
    def imports(self) -> list[ast.Import | ast.ImportFrom]:
        """All imports, wherever they stand."""
        self.reveal("import")
        return self._imports

    @property
    def deletions(self) -> list[tuple[ast.Name, Scope]]:
        """The names that ``del`` takes away, and the scopes where."""
        self.reveal("del")
        return [(name, scope) for _, name, scope in sorted(self._deletions, key=lambda one: one[0])]

    def attributes(self, name: str) -> list[ast.Attribute]:
        """Every attribute called ``name``, of whatever."""
        if name not in self._sorted:
            self.reveal(name)
            found = sorted(self._attributes.get(name, ()), key=lambda one: one[0])
            self._sorted[name] = [node for _, node in found]
        return self._sorted[name]

    def stores(self, name: str) -> list[ast.Attribute]:
        """Every attribute called ``name`` that is assigned to."""
        if name not in self._stored:
            self._stored[name] = [one for one in self.attributes(name) if isinstance(one.ctx, ast.Store)]
        return self._stored[name]

    def attribute_names(self) -> list[str]:
        """The names of all attributes."""
        self.reveal()
        return [*self._attributes]

    def classes(self) -> list[ast.ClassDef]:
        """All classes, wherever they stand."""
        self.reveal("class")
        return [node for node in self.inner if isinstance(node, ast.ClassDef)]

    def lookup(self, name: str, scope: Scope, *, nested_classes: bool = False) -> Scope | None:
        """The scope that binds ``name`` as seen from ``scope``, by Python's rules.

        ``nested_classes`` makes names of outer classes visible too, as they are in stubs.
        """
        current: Scope | None = scope
        while current is not None:
            if name in current.elsewhere:
                current = current.elsewhere[name]
            if name in current.bindings and (
                nested_classes or current is scope or not current.is_class
            ):
                return current
            current = current.parent
        return None

    def uses(self, name: str, scope: Scope) -> Iterator[ast.Name]:
        """Every load of ``name`` that means the name bound in ``scope``."""
        self.reveal(name)
        if scope is self.module:
            # Not through all that the module holds, for it may be asked for each of its names.
            found = [
                one for one in self._loading.get(name, ()) if (self.lookup(name, one) or scope) is scope
            ]
            for one in sorted(found, key=Scope.place):
                yield from one.loads[name]
            return
        stack = [scope]
        while stack:
            current = stack.pop()
            yield from current.loads.get(name, ())
            if current is scope and scope.is_class:
                continue  # The functions in a class do not see its names.
            for child in current.children:
                if child.unread is not None:
                    continue  # It does not have the name.
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
        return around if isinstance(around, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) else None

    def enclosing_class(self, node: ast.AST) -> ast.ClassDef | None:
        """The innermost class around ``node``, through functions."""
        around = self._opening(node)
        while around is not None and not isinstance(around, ast.ClassDef):
            around = self._opening(around)
        return around

    def definitions(self, node: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """The functions with a name around ``node``, innermost first."""
        around = self._opening(node)
        while around is not None:
            if isinstance(around, ast.FunctionDef | ast.AsyncFunctionDef):
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


class _Builder:
    """Fills Scopes in one walk; a work list instead of recursion, for deeply nested code.

    ``order`` is the place of the function whose body it reads, () for the module.
    """

    def __init__(self, scopes: Scopes, order: _Order) -> None:
        self.scopes = scopes
        self.order = order
        self.count = 0
        self.work: list[tuple[ast.AST, Scope]] = []

    def build(self) -> None:
        """Read the module."""
        root = self.scopes.module
        self.scopes.of_node[root.node] = root
        self.push_children(root.node, root)
        self.walk()
        self.link_outer_names()

    def read(self, node: ast.FunctionDef | ast.AsyncFunctionDef, inner: Scope) -> None:
        """Read the body of a function."""
        self.push_body(node, inner)
        self.walk()

    def walk(self) -> None:
        while self.work:
            node, scope = self.work.pop()
            self.visit(node, scope)

    def place(self) -> _Order:
        """The next place in the order."""
        self.count += 1
        return (*self.order, self.count)

    def push_children(self, node: ast.AST, scope: Scope) -> None:
        parents, work = self.scopes.parents, self.work
        for child in children(node):
            parents[child] = node
            if child.__class__ is not ast.Constant:
                work.append((child, scope))

    def push(self, child: ast.AST, parent: ast.AST, scope: Scope) -> None:
        self.scopes.parents[child] = parent
        self.work.append((child, scope))

    def visit(self, node: ast.AST, scope: Scope) -> None:
        if node.__class__ in _WITHOUT_NAMES:
            self.push_children(node, scope)
            return
        if isinstance(node, ast.Name):
            self.visit_name(node, scope)
            return
        if isinstance(node, ast.Attribute):
            self.scopes._attributes.setdefault(node.attr, []).append((self.place(), node))
            self.push(node.value, node, scope)
            return
        match node:
            case ast.Constant():
                return
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                self.visit_function(node, scope)
                return
            case ast.ClassDef():
                self.visit_class(node, scope)
                return
            case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                self.visit_comprehension(node, scope)
                return
            case ast.NamedExpr():
                self.bind(node, _around_comprehensions(scope))
            case ast.Import() | ast.ImportFrom():
                self.scopes._imports.append(node)
                self.bind(node, scope)
            case ast.stmt() | ast.ExceptHandler() | ast.withitem() | ast.pattern():
                self.bind(node, scope)
                self.note_outer_names(node, scope)
        self.push_children(node, scope)

    def bind(self, node: ast.AST, scope: Scope) -> None:
        for name, binding in _bindings(node):
            _bind(scope, name, binding)

    def visit_name(self, node: ast.Name, scope: Scope) -> None:
        self.scopes.of_node[node] = scope
        if isinstance(node.ctx, ast.Load):
            if node.id not in scope._loads:
                scope._loads[node.id] = []
                self.scopes._loading.setdefault(node.id, []).append(scope)
            scope._loads[node.id].append(node)
        elif isinstance(node.ctx, ast.Del):
            self.scopes._deletions.append((self.place(), node, scope))

    def open(self, node: ast.AST, scope: Scope) -> Scope:
        inner = Scope(node, scope, len(scope._children))
        scope._children.append(inner)
        self.scopes.inner[node] = inner
        self.scopes.of_node[node] = scope
        return inner

    def visit_function(self, node: Function, scope: Scope) -> None:
        inner = self.open(node, scope)
        arguments = node.args
        self.scopes.parents[arguments] = node
        for default in (*arguments.defaults, *filter(None, arguments.kw_defaults)):
            self.push(default, arguments, scope)
        for argument in parameters(node):
            self.scopes.parents[argument] = arguments
            if argument.annotation is not None:
                self.push(argument.annotation, argument, scope)
            _bind(inner, argument.arg, Binding("parameter", argument))
        if isinstance(node, ast.Lambda):
            self.push(node.body, node, inner)
            return
        _bind(scope, node.name, Binding("function", node))
        for parameter in _type_parameters(node):
            _bind(inner, parameter.name, Binding("other", parameter))
            self.push(parameter, node, inner)
        for outer in (*node.decorator_list, *filter(None, [node.returns])):
            self.push(outer, node, scope)
        deferred = self.scopes.deferred
        if deferred is not None and deferred.put(node, (inner, self.place())):
            inner.unread = self.scopes
        else:
            self.push_body(node, inner)

    def push_body(self, node: ast.FunctionDef | ast.AsyncFunctionDef, inner: Scope) -> None:
        for statement in node.body:
            self.push(statement, node, inner)

    def visit_class(self, node: ast.ClassDef, scope: Scope) -> None:
        _bind(scope, node.name, Binding("class", node))
        around = self.scope_of_type_parameters(node, scope)
        inner = self.open(node, around)
        self.scopes.of_node[node] = scope
        for decorator in node.decorator_list:
            self.push(decorator, node, scope)
        for outer in (*node.bases, *node.keywords):
            self.push(outer, node, around)
        for statement in node.body:
            self.push(statement, node, inner)

    def scope_of_type_parameters(self, node: ast.ClassDef, scope: Scope) -> Scope:
        """The scope around a class that holds its type parameters (PEP 695): its methods see them."""
        parameters = _type_parameters(node)
        if not parameters:
            return scope
        around = self.open(parameters[0], scope)
        for parameter in parameters:
            _bind(around, parameter.name, Binding("other", parameter))
            self.push(parameter, node, around)
        return around

    def visit_comprehension(self, node: ast.AST, scope: Scope) -> None:
        assert isinstance(node, _COMPREHENSIONS)
        inner = self.open(node, scope)
        for number, generator in enumerate(node.generators):
            self.scopes.parents[generator] = node
            for name, path in _targets(generator.target):
                _bind(inner, name, Binding("element", generator, generator.iter, path))
            self.push(generator.target, generator, inner)
            self.push(generator.iter, generator, inner if number else scope)
            for condition in generator.ifs:
                self.push(condition, generator, inner)
        results = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        for result in results:
            self.push(result, node, inner)

    def note_outer_names(self, node: ast.AST, scope: Scope) -> None:
        match node:
            case ast.Global(names=names):
                scope._elsewhere.update(dict.fromkeys(names, self.scopes.module))
            case ast.Nonlocal(names=names) if scope.parent is not None:
                scope._elsewhere.update(dict.fromkeys(names, scope.parent))

    def link_outer_names(self) -> None:
        """Move what is bound under ``global`` and ``nonlocal`` to the scope that owns the name."""
        for scope in list(self.scopes.inner.values()):
            for name, hint in list(scope._elsewhere.items()):
                owner = hint if hint is self.scopes.module else self.scopes.lookup(name, hint)
                owner = owner or self.scopes.module
                if owner is scope:
                    # Legal and without effect: ``global x`` where x is the module's anyway.
                    del scope.elsewhere[name]
                    continue
                scope.elsewhere[name] = owner
                for binding in scope.bindings.get(name, ()):
                    _bind(owner, name, binding)


#: Nodes that neither bind nor open anything: the most of them.
_WITHOUT_NAMES = frozenset(
    {ast.Call, ast.Expr, ast.Return, ast.If, ast.Assert, ast.Compare, ast.BinOp, ast.BoolOp, ast.UnaryOp,
     ast.Tuple, ast.List, ast.Dict, ast.Set, ast.Subscript, ast.keyword, ast.JoinedStr, ast.FormattedValue,
     ast.Starred, ast.IfExp, ast.Raise, ast.Pass, ast.With, ast.Try, ast.Slice, ast.Await, ast.Yield}
)  # fmt: skip

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
    return isinstance(node, _COMPREHENSIONS)


def _around_comprehensions(scope: Scope) -> Scope:
    """Where ``:=`` binds: the scope itself, or the one around it if that is a comprehension."""
    while isinstance(scope.node, _COMPREHENSIONS) and scope.parent is not None:
        scope = scope.parent
    return scope


def _type_parameters(node: ast.AST) -> list[Any]:
    # The classes of the nodes came with Python 3.12.
    return getattr(node, "type_params", [])


def parameters(node: Function) -> list[ast.arg]:
    """All parameters of a function in the order of its signature."""
    arguments = node.args
    found = [*arguments.posonlyargs, *arguments.args]
    found += [arguments.vararg] if arguments.vararg else []
    found += arguments.kwonlyargs
    return found + ([arguments.kwarg] if arguments.kwarg else [])


def _bind(scope: Scope, name: str, binding: Binding) -> None:
    scope._bindings.setdefault(name, []).append(binding)


def _targets(target: ast.AST, path: tuple[int, ...] = ()) -> Iterator[tuple[str, tuple[int, ...]]]:
    match target:
        case ast.Name(id=name):
            yield name, path
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            for index, element in enumerate(elements):
                yield from _targets(element, (*path, index))
        case ast.Starred(value=value):
            yield from _targets(value, (*path, -1))


def _bindings(node: ast.AST) -> Iterator[tuple[str, Binding]]:
    match node:
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            for alias in names:
                yield alias.asname or alias.name.partition(".")[0], Binding("import", alias)
        case ast.Assign(targets=targets, value=value):
            for target in targets:
                for name, path in _targets(target):
                    yield name, Binding("value", node, value, path)
        case ast.NamedExpr(target=ast.Name(id=name), value=value):
            yield name, Binding("value", node, value)
        case ast.AnnAssign(target=ast.Name(id=name), value=value):
            yield name, Binding("annotation", node, value)
        case ast.AugAssign(target=ast.Name(id=name)):
            yield name, Binding("other", node)
        case ast.For(target=target, iter=value) | ast.AsyncFor(target=target, iter=value):
            for name, path in _targets(target):
                yield name, Binding("element", node, value, path)
        case ast.withitem(context_expr=value, optional_vars=ast.AST() as target):
            for name, path in _targets(target):
                yield name, Binding("manager", node, value, path)
        case ast.ExceptHandler(name=str(name), type=value):
            yield name, Binding("exception", node, value)
        case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
            yield name, Binding("capture", node)
        case ast.MatchMapping(rest=str(name)):
            yield name, Binding("other", node)
        case _ if type(node).__name__ == "TypeAlias":  # Python 3.12
            named: Any = node
            yield named.name.id, Binding("other", node)
