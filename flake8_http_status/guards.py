"""Places that a value cannot reach, for what has its type went elsewhere before."""
from __future__ import annotations

import ast

from flake8_http_status.findings import Kind
from flake8_http_status.unit import Unit

_TYPES: dict[Kind, str] = {"status": "int", "method": "str"}
_LEAVING = (ast.Return, ast.Raise, ast.Continue, ast.Break)


def is_ruled_out(unit: Unit, use: ast.expr, kind: Kind) -> bool:
    """Whether a member, which is a number or a text as the literal is, never comes to ``use``.

    ``if isinstance(method, str): return …`` stands before it, or it is in the ``else`` of such an ``if``.
    """
    if not isinstance(use, ast.Name):
        return False
    inner: ast.AST = use
    for around in unit.scopes.ancestors(use):
        for field in ("body", "orelse", "finalbody"):
            if not isinstance(inner, ast.stmt) or not hasattr(around, field):
                continue
            if (place := unit.place(around, field, inner)) < 0:
                continue
            before = getattr(around, field)[:place]
            if any(isinstance(one, ast.If) and _takes_away(one, use.id, kind) for one in before):
                return True
            if field == "orelse" and isinstance(around, ast.If) and _is_type_test(around.test, use.id, kind):
                return True
        if isinstance(around, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            return False
        inner = around
    return False


def _takes_away(branch: ast.If, name: str, kind: Kind) -> bool:
    """Whether what has the type of the literal does not come behind an ``if``."""
    leaves = isinstance(branch.body[-1], _LEAVING)
    if _is_type_test(branch.test, name, kind):
        return leaves
    match branch.orelse:
        case [ast.If() as further] if leaves:  # Else it may have gone the first way.
            return _takes_away(further, name, kind)
    return False


def _is_type_test(test: ast.expr, name: str, kind: Kind) -> bool:
    match test:
        case ast.Call(func=ast.Name(id="isinstance"), args=[ast.Name(id=asked), classes]) if asked == name:
            several = classes.elts if isinstance(classes, ast.Tuple) else [classes]
            return any(isinstance(one, ast.Name) and one.id == _TYPES[kind] for one in several)
    return False
