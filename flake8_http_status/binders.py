"""How names get their values: by imports, assignments, loops, patterns and the like."""
from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

BindingKind: TypeAlias = Literal[
    "import", "function", "class", "value", "annotation", "element", "manager", "parameter",
    "exception", "capture", "other",
]


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


def targets(target: ast.AST, path: tuple[int, ...] = ()) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The names that an assignment to ``target`` binds, and their positions in it."""
    match target:
        case ast.Name(id=name):
            yield name, path
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            for index, element in enumerate(elements):
                yield from targets(element, (*path, index))
        case ast.Starred(value=value):
            yield from targets(value, (*path, -1))


def bound_by(node: ast.AST) -> Iterator[tuple[str, Binding]]:
    """The names that a statement, pattern or the like binds in its own scope."""
    match node:
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            for alias in names:
                yield alias.asname or alias.name.partition(".")[0], Binding("import", alias)
        case ast.Assign(targets=several, value=value):
            for target in several:
                for name, path in targets(target):
                    yield name, Binding("value", node, value, path)
        case ast.NamedExpr(target=ast.Name(id=name), value=value):
            yield name, Binding("value", node, value)
        case ast.AnnAssign(target=ast.Name(id=name), value=value):
            yield name, Binding("annotation", node, value)
        case ast.AugAssign(target=ast.Name(id=name)):
            yield name, Binding("other", node)
        case ast.For(target=target, iter=value) | ast.AsyncFor(target=target, iter=value):
            for name, path in targets(target):
                yield name, Binding("element", node, value, path)
        case ast.withitem(context_expr=value, optional_vars=ast.AST() as target):
            for name, path in targets(target):
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
