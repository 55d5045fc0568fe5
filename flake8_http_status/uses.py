"""Where the value of a literal goes inside its module: through variables, attributes and collections."""
from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from flake8_http_status.members import is_self
from flake8_http_status.scopes import Scope, parameters
from flake8_http_status.types import Class, slots
from flake8_http_status.world import Unit

_MOST_PLACES = 200
_COPYING = frozenset({"sorted", "list", "tuple", "set", "frozenset", "reversed", "iter", "next", "min"})
_FILLING = frozenset({"add", "append", "insert", "extend", "update", "setdefault", "appendleft"})


@dataclass(frozen=True, slots=True)
class Place:
    """An expression that has the value, or (``inside``) a collection with the value in it."""

    node: ast.expr
    inside: bool


@dataclass(frozen=True, slots=True)
class _Holder:
    """A variable of a scope, or an attribute of a class, that keeps the value."""

    name: str
    owner: Scope | ast.ClassDef
    inside: bool


def places(unit: Unit, literal: ast.expr) -> Iterator[Place]:
    """The expressions that the value of ``literal`` reaches, other than where it stands."""
    seen: set[_Holder] = set()
    work = list(_kept(unit, literal, False))
    count = 0
    while work and count < _MOST_PLACES:
        holder = work.pop()
        if holder in seen:
            continue
        seen.add(holder)
        for use in _loads(unit, holder):
            count += 1
            place = _carried(unit, use, holder.inside)
            yield place
            work += _kept(unit, place.node, place.inside)


def adds_text(unit: Unit, addition: ast.BinOp) -> bool:
    """Whether a text is among the terms of a sum, of which ``addition`` is one step."""
    top: ast.AST = addition
    while isinstance(around := unit.scopes.parents[top], ast.BinOp) and isinstance(around.op, ast.Add):
        top = around
    work = [top]
    while work:
        term = work.pop()
        if isinstance(term, ast.BinOp) and isinstance(term.op, ast.Add):
            work += [term.left, term.right]
        elif is_text(term):
            return True
    return False


def is_text(node: ast.AST) -> bool:
    """Whether an expression is a text as written."""
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _loads(unit: Unit, holder: _Holder) -> Iterator[ast.expr]:
    if isinstance(holder.owner, Scope):
        yield from unit.scopes.uses(holder.name, holder.owner)
        return
    of = Class(unit, holder.owner)
    for attribute in unit.scopes.attributes.get(holder.name, ()):
        if isinstance(attribute.ctx, ast.Load) and is_self(of, attribute.value):
            yield attribute


def _carried(unit: Unit, node: ast.expr, inside: bool) -> Place:
    """The outermost expression around ``node`` that still has the value, alone or in a collection."""
    while True:
        parent = unit.scopes.parents[node]
        match parent:
            case ast.List() | ast.Tuple() | ast.Set():
                inside = True
            case ast.Dict() if node in parent.values:
                inside = True
            case ast.BoolOp() | ast.Starred() | ast.NamedExpr():
                pass
            case ast.IfExp(test=test) if node is not test:
                pass
            case ast.Call(func=ast.Name(id=name)) if name in _COPYING and node is not parent.func:
                pass
            case _:
                return Place(node, inside)
        assert isinstance(parent, ast.expr)
        node = parent


def _kept(unit: Unit, node: ast.expr, inside: bool) -> Iterator[_Holder]:
    """What keeps the value of an expression beyond it."""
    place = _carried(unit, node, inside)
    node, inside = place.node, place.inside
    parent = unit.scopes.parents[node]
    match parent:
        case ast.Assign(targets=targets, value=value) if value is node:
            for target in targets:
                yield from _held(unit, target, inside)
        case ast.AnnAssign(target=target, value=value) if value is node:
            yield from _held(unit, target, inside)
        case ast.For(target=target, iter=of) | ast.AsyncFor(target=target, iter=of) if of is node:
            yield from _held(unit, target, False)
        case ast.comprehension(target=target, iter=of) if of is node:
            yield from _held(unit, target, False)
        case ast.Call(func=ast.Attribute(value=filled, attr=method)) if node in parent.args:
            if method in _FILLING:
                yield from _held(unit, filled, True)
            elif inside:
                yield from _columns(unit, parent)
    if isinstance(node, ast.NamedExpr):
        yield from _held(unit, node.target, inside)


def _held(unit: Unit, target: ast.expr, inside: bool) -> Iterator[_Holder]:
    match target:
        case ast.Name(id=name):
            scope = unit.scopes.of_node[target]
            yield _Holder(name, unit.scopes.lookup(name, scope) or scope, inside)
            if scope.is_class and isinstance(scope.node, ast.ClassDef):
                yield _Holder(name, scope.node, inside)
        case ast.Attribute(value=of, attr=name):
            cls = unit.scopes.enclosing_class(target)
            if cls is not None and is_self(Class(unit, cls), of):
                yield _Holder(name, cls, inside)
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            for element in elements:
                yield from _held(unit, element, False)
        case ast.Subscript(value=of):
            yield from _held(unit, of, True)


def _columns(unit: Unit, call: ast.Call) -> Iterator[_Holder]:
    """The parameters of a function that ``call`` decorates and names (``parametrize``)."""
    function = unit.scopes.parents[call]
    if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
        return
    named = {
        part.strip()
        for given in call.args[:1]
        for constant in ast.walk(given)
        if isinstance(constant, ast.Constant) and isinstance(constant.value, str)
        for part in constant.value.split(",")
    }
    for parameter in parameters(function):
        if parameter.arg in named and any(True for _ in slots(unit.flow(parameter))):
            yield _Holder(parameter.arg, unit.scopes.inner[function], False)
