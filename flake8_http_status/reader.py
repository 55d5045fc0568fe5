"""The walk through a tree that finds its scopes, and what is bound and loaded in them."""
from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any, TypeAlias

from flake8_http_status.binders import Binding, bound_by, targets
from flake8_http_status.nodes import Definition, Function, children, parameters
from flake8_http_status.scope import COMPREHENSIONS, Scope

#: Nodes that neither bind nor open anything: the most of them.
_WITHOUT_NAMES = frozenset(
    {ast.Call, ast.Expr, ast.Return, ast.If, ast.Assert, ast.Compare, ast.BinOp, ast.BoolOp, ast.UnaryOp,
     ast.Tuple, ast.List, ast.Dict, ast.Set, ast.Subscript, ast.keyword, ast.JoinedStr, ast.FormattedValue,
     ast.Starred, ast.IfExp, ast.Raise, ast.Pass, ast.With, ast.Try, ast.Slice, ast.Await, ast.Yield}
)  # fmt: skip


#: The place of a node in the order in which a module is read: the place of its function, and that in it.
Order: TypeAlias = tuple[int, ...]
Wait: TypeAlias = Callable[[Definition, Scope, Order], bool]


class Found:
    """What was found so far, by nodes (``Scopes`` says what), by names, and in the order of reading."""

    def __init__(
        self,
        module: Scope,
        parents: dict[ast.AST, ast.AST],
        of_node: dict[ast.AST, Scope],
        inner: dict[ast.AST, Scope],
    ) -> None:
        self.module = module
        self.parents = parents
        self.of_node = of_node
        self.inner = inner
        self.attributes: dict[str, list[tuple[Order, ast.Attribute]]] = {}
        #: The scopes that load a name.
        self.loading: dict[str, list[Scope]] = {}
        self.imports: list[ast.Import | ast.ImportFrom] = []
        self.deletions: list[tuple[Order, ast.Name, Scope]] = []


class Reader:
    """Adds to what was found in one walk; a work list instead of recursion, for deeply nested code.

    ``wait`` lets a function wait to be read, and says whether it does.  ``order`` is the place of the
    function whose body is read, () for the module.
    """

    def __init__(self, found: Found, wait: Wait, order: Order = ()) -> None:
        self.found = found
        self.wait = wait
        self.order = order
        self.count = 0
        self.work: list[tuple[ast.AST, Scope]] = []

    def read_module(self) -> None:
        """Read all but what waits."""
        root = self.found.module
        self.found.inner[root.node] = self.found.of_node[root.node] = root
        self.push_children(root.node, root)
        self.walk()
        self.link_outer_names()

    def read_function(self, node: Definition, inner: Scope) -> None:
        """Read the body of a function that has waited."""
        self.push_body(node, inner)
        self.walk()

    def walk(self) -> None:
        while self.work:
            node, scope = self.work.pop()
            self.visit(node, scope)

    def place(self) -> Order:
        """The next place in the order."""
        self.count += 1
        return (*self.order, self.count)

    def push_children(self, node: ast.AST, scope: Scope) -> None:
        parents, work = self.found.parents, self.work
        for child in children(node):
            parents[child] = node
            if child.__class__ is not ast.Constant:
                work.append((child, scope))

    def push(self, child: ast.AST, parent: ast.AST, scope: Scope) -> None:
        self.found.parents[child] = parent
        self.work.append((child, scope))

    def visit(self, node: ast.AST, scope: Scope) -> None:
        if node.__class__ in _WITHOUT_NAMES:
            self.push_children(node, scope)
            return
        if isinstance(node, ast.Name):
            self.visit_name(node, scope)
            return
        if isinstance(node, ast.Attribute):
            self.found.attributes.setdefault(node.attr, []).append((self.place(), node))
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
                self.found.imports.append(node)
                self.bind(node, scope)
            case ast.stmt() | ast.ExceptHandler() | ast.withitem() | ast.pattern():
                self.bind(node, scope)
                self.note_outer_names(node, scope)
        self.push_children(node, scope)

    def bind(self, node: ast.AST, scope: Scope) -> None:
        for name, binding in bound_by(node):
            scope.bind(name, binding)

    def visit_name(self, node: ast.Name, scope: Scope) -> None:
        self.found.of_node[node] = scope
        if isinstance(node.ctx, ast.Load):
            if scope.load(node):
                self.found.loading.setdefault(node.id, []).append(scope)
        elif isinstance(node.ctx, ast.Del):
            self.found.deletions.append((self.place(), node, scope))

    def open(self, node: ast.AST, scope: Scope) -> Scope:
        inner = scope.open(node)
        self.found.inner[node] = inner
        self.found.of_node[node] = scope
        return inner

    def visit_function(self, node: Function, scope: Scope) -> None:
        inner = self.open(node, scope)
        arguments = node.args
        self.found.parents[arguments] = node
        for default in (*arguments.defaults, *filter(None, arguments.kw_defaults)):
            self.push(default, arguments, scope)
        for argument in parameters(node):
            self.found.parents[argument] = arguments
            if argument.annotation is not None:
                self.push(argument.annotation, argument, scope)
            inner.bind(argument.arg, Binding("parameter", argument))
        if isinstance(node, ast.Lambda):
            self.push(node.body, node, inner)
            return
        scope.bind(node.name, Binding("function", node))
        for parameter in _type_parameters(node):
            inner.bind(parameter.name, Binding("other", parameter))
            self.push(parameter, node, inner)
        for outer in (*node.decorator_list, *filter(None, [node.returns])):
            self.push(outer, node, scope)
        if not self.wait(node, inner, self.place()):
            self.push_body(node, inner)

    def push_body(self, node: Definition, inner: Scope) -> None:
        for statement in node.body:
            self.push(statement, node, inner)

    def visit_class(self, node: ast.ClassDef, scope: Scope) -> None:
        scope.bind(node.name, Binding("class", node))
        around = self.scope_of_type_parameters(node, scope)
        inner = self.open(node, around)
        self.found.of_node[node] = scope
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
            around.bind(parameter.name, Binding("other", parameter))
            self.push(parameter, node, around)
        return around

    def visit_comprehension(self, node: ast.AST, scope: Scope) -> None:
        assert isinstance(node, COMPREHENSIONS)
        inner = self.open(node, scope)
        for number, generator in enumerate(node.generators):
            self.found.parents[generator] = node
            for name, path in targets(generator.target):
                inner.bind(name, Binding("element", generator, generator.iter, path))
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
                scope.borrow(names, self.found.module)
            case ast.Nonlocal(names=names) if scope.parent is not None:
                scope.borrow(names, scope.parent)

    def link_outer_names(self) -> None:
        """Move what is bound under ``global`` and ``nonlocal`` to the scope that owns the name."""
        module = self.found.module
        for scope in list(self.found.inner.values()):
            if scope.unread is not None:
                continue  # It has no such names, else it would not wait.
            for name, hint in list(scope.elsewhere.items()):
                owner = hint if hint is module else hint.lookup(name) or module
                if owner is scope:
                    # Legal and without effect: ``global x`` where x is the module's anyway.
                    del scope.elsewhere[name]
                    continue
                scope.elsewhere[name] = owner
                for binding in scope.bindings.get(name, ()):
                    owner.bind(name, binding)


def _around_comprehensions(scope: Scope) -> Scope:
    """Where ``:=`` binds: the scope itself, or the one around it if that is a comprehension."""
    while isinstance(scope.node, COMPREHENSIONS) and scope.parent is not None:
        scope = scope.parent
    return scope


def _type_parameters(node: ast.AST) -> list[Any]:
    # The classes of the nodes came with Python 3.12.
    return getattr(node, "type_params", [])
