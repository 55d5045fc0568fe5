"""The two sides of a comparison, written as one or as an assertion."""
from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from flake8_http_status.names import words
from flake8_http_status.unit import Unit


def subject(unit: Unit, node: ast.expr) -> ast.expr | None:
    """What ``node``, or a row with it, is compared with."""
    parent = unit.scopes.parents[node]
    if isinstance(parent, ast.Tuple | ast.List | ast.Set):
        node, parent = parent, unit.scopes.parents[parent]
    for left, right in pairs(parent):
        if node in (left, right):
            return left if right is node else right
    return None


def pairs(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """The two sides of a comparison, or of what asserts one."""
    match node:
        case ast.Compare(left=left, comparators=[right]):
            yield left, right
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name), args=[left, right, *_]):
            if "assert" in words(name):
                yield left, right


def numbers(unit: Unit, node: ast.expr, subject: ast.expr) -> frozenset[int]:
    """The numbers that ``subject``, which ``node`` is compared with, is compared with anywhere near.

    A variable or attribute in the same function, what stands under a key anywhere in the module.
    """
    way = steps(subject)
    if not way:
        return frozenset()
    is_local = isinstance(subject, ast.Name | ast.Attribute)
    around = unit.scopes.enclosing_function(node) if is_local else None
    if is_local and around is None:
        return frozenset()
    return unit.keep(("numbers of", around, way), lambda: frozenset(_numbers(unit, around, way)))


def steps(subject: ast.expr) -> tuple[str, ...]:
    """The last two names, keys or attributes on the way to a value, the last one first."""
    found: list[str] = []
    while len(found) < 2:
        match subject:
            case ast.Name(id=name):
                return (*found, name)
            case ast.Attribute(value=subject, attr=name):
                found.append(name)
            case ast.Subscript(value=subject, slice=ast.Constant(value=str(name))):
                found.append(name)
            case ast.Call(func=ast.Attribute(value=subject), args=[ast.Constant(value=str(name)), *_]):
                found.append(name)
            case ast.Call(func=ast.Name(), args=[subject]) | ast.Call(func=subject):
                pass
            case ast.Subscript(value=subject):
                pass
            case _:
                break
    return tuple(found)


def number_of(node: ast.expr) -> int | None:
    """The number that an expression is, as written."""
    match node:
        case ast.Constant(value=int(number)) if not isinstance(number, bool):
            return number
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(number))):
            return -number
    return None


def _numbers(unit: Unit, around: ast.AST | None, way: tuple[str, ...]) -> Iterator[int]:
    """The numbers that what has the name or the keys ``way`` is compared with, in ``around`` if given."""
    for node in unit.near(rf"\b{re.escape(way[0])}\b", around):
        for left, right in pairs(node):
            for subject, other in ((left, right), (right, left)):
                if steps(subject) == way:
                    several = other.elts if isinstance(other, ast.Tuple | ast.List | ast.Set) else [other]
                    yield from (number for one in several if (number := number_of(one)) is not None)
