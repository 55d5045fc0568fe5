"""Members of ``http``'s enums where they stand, and values that are none of them but only equal one."""
from __future__ import annotations

import ast
from dataclasses import dataclass

from flake8_http_status.findings import Kind
from flake8_http_status.infer import infer
from flake8_http_status.types import Class, Enum, Instance, options
from flake8_http_status.unit import Unit

#: What may stand behind a dot.
SPACE = r"(?:[\s\\]|#[^\r\n]*[\r\n])*"
#: The look of a member where it stands, whatever its enum is called.
MEMBER = (rf"\.{SPACE}[A-Z]",)
_MOST_STEPS = 8


@dataclass(frozen=True, slots=True)
class Named:
    """A member that is written out: ``HTTPStatus.NOT_FOUND``, and the enum as it is spelled there."""

    kind: Kind
    name: str
    enum: ast.expr


def member_named(unit: Unit, node: ast.AST) -> Named | None:
    """The member that ``node`` writes out, None where it is anything else."""
    match node:
        case ast.Attribute(value=enum, attr=name) if name.isupper():
            kind = enum_kind(unit, enum)
            return Named(kind, name, enum) if kind is not None else None
    return None


def enum_kind(unit: Unit, node: ast.expr) -> Kind | None:
    """Which of ``http``'s enums ``node`` is, None where it is neither."""
    if not isinstance(node, ast.Name | ast.Attribute):
        return None
    return next((one.kind for one in options(infer(unit, node)) if isinstance(one, Enum)), None)


def kind_of_member(unit: Unit, node: ast.expr, steps: int = _MOST_STEPS) -> Kind | None:
    """Which enum ``node`` surely is a member of: by name, by ``HTTPStatus(…)``, or by a variable for it."""
    match node:
        case ast.Attribute():
            found = member_named(unit, node)
            return found.kind if found is not None else None
        case ast.Call(func=func):
            return enum_kind(unit, func)
        case ast.Name(id=name) if steps > 0:
            scope = unit.scopes.of_node.get(node)
            bindings = unit.lookup(name, scope) if scope is not None else []
            if not all(one.kind == "value" and not one.path and one.value is not None for one in bindings):
                return None
            kinds = {kind_of_member(unit, one.value, steps - 1) for one in bindings if one.value is not None}
            return kinds.pop() if len(kinds) == 1 else None
    return None


def is_given(unit: Unit, node: ast.expr) -> bool:
    """Whether ``node`` is a status or method as a library gives it: a number or a text, no member."""
    for _ in range(_MOST_STEPS):
        match node:
            case ast.Attribute(value=owner):
                return _gives(unit, owner)
            case ast.NamedExpr(value=value):
                node = value
            case ast.Name(id=name):
                scope = unit.scopes.of_node.get(node)
                found = unit.lookup(name, scope) if scope is not None else []
                if len(found) != 1 or found[0].kind != "value" or found[0].path or found[0].value is None:
                    return False
                node = found[0].value
            case _:
                return False
    return False


def _gives(unit: Unit, owner: ast.expr) -> bool:
    """Whether ``owner`` is an object of a library; a project's own class may well hold members."""
    known = options(infer(unit, owner))
    return bool(known) and all(isinstance(one, Instance) and _is_of_library(one.of) for one in known)


def _is_of_library(of: Class) -> bool:
    return of.unit.stub and not of.unit.by_name
