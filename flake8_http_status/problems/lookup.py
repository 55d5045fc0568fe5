"""``HTTPStatus(x)`` of a number from outside: servers send codes that the enum does not have."""
from __future__ import annotations

import ast
from collections.abc import Iterator

from flake8_http_status.findings import Finding
from flake8_http_status.problems.members import enum_kind, is_given
from flake8_http_status.sites import ANYWHERE, Look, View

_CATCHING = frozenset({"ValueError", "Exception", "BaseException"})
_CONVERTING = frozenset({"int", "str"})


def unguarded(view: View, node: ast.Call) -> Iterator[Finding]:
    """The finding of one call of the enum."""
    match node:
        case ast.Call(func=func, args=[given], keywords=[]) if not isinstance(given, ast.Starred):
            kind = enum_kind(view.unit, func)
        case _:
            return
    if kind is None or not _is_from_outside(view, given) or _is_guarded(view, node, given):
        return
    yield view.finding(
        "unguarded",
        node,
        f"{view.spelled(func)}() raises ValueError for a value that it does not have, "
        f"and {view.spelled(given)} comes from outside",
        kind=kind,
        context="argument",
    )


def _is_from_outside(view: View, node: ast.expr) -> bool:
    """Whether a value is what a library gave, or is read from text or from data."""
    match node:
        case ast.Call(func=ast.Name(id=name), args=[inner, *_]) if name in _CONVERTING:
            return not isinstance(inner, ast.Constant)
        case ast.Subscript():
            return True
        case ast.Call(func=ast.Attribute(attr="get" | "group")):
            return True
        case ast.Name(id=name):
            scope = view.unit.scopes.of_node.get(node)
            found = view.unit.lookup(name, scope) if scope is not None else []
            values = [one.value for one in found if one.kind == "value" and not one.path]
            if len(found) == 1 and values and values[0] is not None and not isinstance(values[0], ast.Name):
                return _is_from_outside(view, values[0])
            return False
    return is_given(view.unit, node)


def _is_guarded(view: View, node: ast.Call, given: ast.expr) -> bool:
    inner: ast.AST = node
    for around in view.unit.scopes.ancestors(node):
        match around:
            case ast.Try(body=body, handlers=handlers) if inner in body and any(map(_catches, handlers)):
                return True
            case ast.With(items=items) if any(_suppresses(one.context_expr) for one in items):
                return True
            # Whatever is asked of the value before, it is more than nothing.
            case ast.If(test=test) | ast.IfExp(test=test) if inner is not test and _mentions(test, given):
                return True
            case ast.ListComp(generators=loops) | ast.SetComp(generators=loops) | ast.GeneratorExp(
                generators=loops
            ) if any(_mentions(test, given) for loop in loops for test in loop.ifs):
                return True
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                return False
        inner = around
    return False


def _catches(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(isinstance(one, ast.Name) and one.id in _CATCHING for one in caught)


def _suppresses(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="suppress") | ast.Attribute(attr="suppress" | "raises"), args=given):
            return any(isinstance(one, ast.Name) and one.id in _CATCHING for one in given)
    return False


def _mentions(test: ast.expr, given: ast.expr) -> bool:
    wanted = ast.dump(given)
    return any(ast.dump(one) == wanted for one in ast.walk(test))


LOOKS = (
    Look(frozenset({"unguarded"}), (ast.Call,), (r"HTTPStatus\(", r"HTTPMethod\("), unguarded, ANYWHERE),
)
