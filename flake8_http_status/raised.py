"""The exception that a block is expected to raise: ``e.value`` in ``with raises(KeyError) as e:``."""
from __future__ import annotations

import ast

from flake8_http_status.types import Class, Instance, Type, join, options
from flake8_http_status.unit import Unit


def raised(unit: Unit, node: ast.Attribute) -> Type | None:
    """What an attribute is of what a ``with`` gives that is told the class of an exception."""
    if not isinstance(node.value, ast.Name) or node.attr not in unit.world.words("raised"):
        return None
    scope = unit.scopes.of_node.get(node.value)
    found: list[Type | None] = []
    for binding in unit.lookup(node.value.id, scope) if scope is not None else ():
        match binding.kind, binding.value:
            case "manager", ast.Call(args=[expected, *_]):
                found += [Instance(one) for one in options(unit.infer(expected)) if isinstance(one, Class)]
    return join(found)
