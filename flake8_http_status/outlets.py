"""Parameters that a function gives back: what they are for, each call says for itself.

``ok = option("ok", 200)`` and ``size = option("size", 100)`` call the same ``def option(name, default)``.
"""
from __future__ import annotations

import ast
from collections.abc import Iterator

from flake8_http_status.nodes import Function
from flake8_http_status.types import Type, element
from flake8_http_status.unit import Unit

#: Through how many variables a value is followed to where it is given back.
_MOST_VARIABLES = 2
_CONVERTING = frozenset({"int", "str", "list", "tuple", "set", "frozenset", "sorted"})


def inner_uses(unit: Unit, function: Function, name: str) -> Iterator[ast.expr]:
    """The uses of a name in a function where its value does not go to who calls it."""
    for use, way in _uses(unit, function, name, _MOST_VARIABLES):
        if way is None:
            yield use


def way_back(unit: Unit, function: Function, name: str) -> int | None:
    """Where a function gives back what it is given as ``name``: its place in a tuple, -1 alone, or None."""
    return unit.keep(("way back", function, name), lambda: _way_back(unit, function, name))


def _way_back(unit: Unit, function: Function, name: str) -> int | None:
    ways = (way for _, way in _uses(unit, function, name, _MOST_VARIABLES))
    return next((way for way in ways if way is not None), None)


def taken_back(way: int, result: Type | None) -> Type | None:
    """What is expected of what a function gives back in this ``way``, by what is expected of its result."""
    return element(result, way) if way >= 0 else result


def _uses(unit: Unit, function: Function, name: str, further: int) -> Iterator[tuple[ast.expr, int | None]]:
    """The uses of a name, and for what is given back its position in a tuple: -1 where that is none."""
    scope = unit.scopes.inner[function]
    for use in unit.scopes.uses(name, scope):
        top, way = _outermost(unit, use)
        match unit.scopes.parents[top]:
            case ast.Return() | ast.Lambda() as end if _is_end_of(unit, end, function):
                yield use, way
            case ast.Assign(targets=[ast.Name(id=other)]) if further and other != name and way == -1:
                yield from _uses(unit, function, other, further - 1)
            case _:
                yield use, None


def _is_end_of(unit: Unit, end: ast.Return | ast.Lambda, function: Function) -> bool:
    return end is function or unit.scopes.enclosing_function(end) is function


def _outermost(unit: Unit, use: ast.expr) -> tuple[ast.expr, int]:
    """The largest expression that has the value of ``use`` in it, and where in a tuple it is, or -1."""
    node, way = use, -1
    while True:
        around = unit.scopes.parents[node]
        match around:
            case ast.IfExp(test=test) if node is not test:
                pass
            case ast.BoolOp() | ast.Await():
                pass
            case ast.Call(func=ast.Attribute(attr="get" | "pop"), args=[_, default]) if default is node:
                pass
            case ast.Call(func=ast.Name(id="getattr"), args=[_, _, default]) if default is node:
                pass
            case ast.Call(func=ast.Name(id=name), args=[one]) if one is node and name in _CONVERTING:
                pass
            case ast.Tuple() if way == -1 and isinstance(unit.scopes.parents[around], ast.Return):
                way = unit.place(around, "elts", node)
            case _:
                return node, way
        assert isinstance(around, ast.expr)
        node = around
