"""What keeps a value beyond the expression that has it: variables, attributes, parameters and results."""
from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from flake8_http_status.calls import declared, parameter_for, parameters_behind
from flake8_http_status.infer import called
from flake8_http_status.members import class_of_self
from flake8_http_status.nodes import Definition, defaulted, parameters
from flake8_http_status.nodes import Function as FunctionNode
from flake8_http_status.paths import ELEMENT, KEY, MOST_STEPS, Path, Step, iterated, picked, put_under
from flake8_http_status.scope import Scope
from flake8_http_status.slots import leads_to_slot
from flake8_http_status.types import Arguments, Function
from flake8_http_status.unit import Unit

_ADDING = frozenset({"add", "append", "insert", "appendleft"})
GROWING = _ADDING | {"extend"}


@dataclass(frozen=True, slots=True)
class Place:
    """An expression that has the value, or a collection with the value in it, at ``path``.

    ``hops`` is how many functions took the value or gave it back on the way, and how many keys took it out;
    ``added`` says that it was put into a collection that had been made before.
    """

    unit: Unit
    node: ast.expr
    path: Path = ()
    hops: int = 0
    added: bool = False

    @property
    def inside(self) -> bool:
        """Whether the value is in a collection."""
        return bool(self.path)


@dataclass(frozen=True, slots=True)
class Keeper:
    """What keeps the value: a variable of a scope, an attribute of a class, or a function's result."""

    unit: Unit
    name: str
    owner: Scope | ast.ClassDef | Definition
    path: Path
    hops: int = field(compare=False)
    added: bool = field(default=False, compare=False)


def kept(place: Place) -> Iterator[Keeper]:
    """What keeps the value of an expression beyond it."""
    unit, node = place.unit, place.node
    parent = unit.scopes.parents[node]
    match parent:
        case ast.Assign(targets=targets, value=value) if value is node:
            for target in targets:
                yield from _held(place, target, place.path)
        case ast.AnnAssign(target=target, value=value) if value is node:
            yield from _held(place, target, place.path)
        case ast.AugAssign(target=target, op=ast.Add() | ast.BitOr()) if place.inside:
            yield from _held(place, target, place.path)
        case ast.For(target=target, iter=of) | ast.AsyncFor(target=target, iter=of) if of is node:
            yield from _held(place, target, iterated(place.path))
        case ast.comprehension(target=target, iter=of) if of is node:
            yield from _held(place, target, iterated(place.path))
        case ast.Return() | ast.YieldFrom():
            yield from _given_back(place, parent, place.path)
        case ast.Yield():
            yield from _given_back(place, parent, (ELEMENT, *place.path))
        case ast.arguments():
            yield from _default(place, parent)
        case ast.Call():
            yield from _handed(place, parent)
        case ast.keyword(arg=name) if isinstance(call := unit.scopes.parents[parent], ast.Call):
            if isinstance(call.func, ast.Attribute) and call.func.attr == "update":
                own = () if name is None else (Step("value", name),)
                yield from _held(place, call.func.value, (*own, *place.path))
            yield from _taken(place, call)


def kept_on_the_way(place: Place) -> Iterator[Keeper]:
    """The variable of an assignment that is an expression, which has the value as well."""
    if isinstance(place.node, ast.NamedExpr):
        yield from _held(place, place.node.target, place.path)


def _given_back(place: Place, way: ast.AST, path: Path) -> Iterator[Keeper]:
    """The function that gives a value back."""
    function = place.unit.scopes.enclosing_function(way)
    if isinstance(function, Definition):
        yield Keeper(place.unit, function.name, function, path, place.hops + 1)


def _handed(place: Place, call: ast.Call) -> Iterator[Keeper]:
    """What keeps a value that is an argument of ``call``."""
    if place.node is call.func:
        return
    if isinstance(call.func, ast.Attribute):
        if (path := _filled(call, call.func.attr, place)) is not None:
            added = place.added or call.func.attr in GROWING
            yield from _held(replace(place, added=added), call.func.value, path)
        elif place.inside:
            yield from _columns(place, call)
    yield from _taken(place, call)


def _filled(call: ast.Call, method: str, place: Place) -> Path | None:
    """The path in a container whose ``method`` takes the value; None where it takes it for something else."""
    if method in _ADDING:
        return (ELEMENT, *place.path)
    if method in {"extend", "update"} and place.inside:
        return place.path
    if method == "setdefault":
        return (KEY, *place.path) if place.node is call.args[0] else put_under(call.args[0], place.path)
    return None


def _taken(place: Place, call: ast.Call) -> Iterator[Keeper]:
    """The parameters of functions in the linted code that take a value as an argument of ``call``."""
    for one in called(place.unit, call):
        if not isinstance(one, Function) or one.unit.stub:
            continue
        parameter, path = taker(one, call, place)
        if parameter is not None:
            yield _parameter(one.unit, one.node, parameter, path, place.hops + 1)
        if isinstance(place.node, ast.Starred):
            # Which of them takes it, its place does not tell any more.
            for behind in parameters_behind(one, call, place.node):
                yield _parameter(one.unit, one.node, behind, place.path, place.hops + 1)


def taker(function: Function, call: ast.Call, place: Place) -> tuple[ast.arg | None, Path]:
    """The parameter that takes the argument at ``place``, None where none does, and the path in it."""
    signature, argument, path = function.node.args, place.node, place.path
    if any(one.arg is None and one.value is argument for one in call.keywords):
        named = [*signature.args, *signature.kwonlyargs]
        found = next((one for one in named if path and one.arg == path[0].at), None)
        return (found, path[1:]) if found is not None else (signature.kwarg, path)
    if isinstance(argument, ast.Starred):
        return signature.vararg, (ELEMENT, *path)
    found = parameter_for(function, call, argument)
    if found is not None and found is signature.kwarg:
        name = next(one.arg for one in call.keywords if one.value is argument)
        return found, (Step("value", name), *path)
    if found is not None and found is signature.vararg:
        before = len([*signature.posonlyargs, *signature.args]) - (function.owner is not None)
        return found, (Step("position", call.args.index(argument) - before), *path)
    return found, path


def _default(place: Place, signature: ast.arguments) -> Iterator[Keeper]:
    """The parameter that has the value as its default."""
    function = place.unit.scopes.parents[signature]
    assert isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    if (parameter := defaulted(signature, place.node)) is not None:
        yield _parameter(place.unit, function, parameter, place.path, place.hops)


def _parameter(unit: Unit, function: FunctionNode, taker: ast.arg, path: Path, hops: int) -> Keeper:
    return Keeper(unit, taker.arg, unit.scopes.inner[function], path, hops)


def _held(place: Place, target: ast.expr, path: Path | None) -> Iterator[Keeper]:
    """What keeps the value where ``target`` is given it, or a collection with it at ``path``."""
    unit = place.unit
    if path is None:
        return
    match target:
        case ast.Name(id=name):
            scope = unit.scopes.of_node[target]
            owner = scope.owner(name)
            yield Keeper(unit, name, owner, path, place.hops, place.added)
            if scope.is_class and isinstance(scope.node, ast.ClassDef):
                yield Keeper(unit, name, scope.node, path, place.hops, place.added)
        case ast.Attribute(value=of, attr=name):
            if (cls := class_of_self(unit, of)) is not None:
                yield Keeper(unit, name, cls.node, path, place.hops)
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            yield from _unpacked(place, elements, path)
        case ast.Subscript(value=of, slice=index):
            yield from _held(place, of, put_under(index, path)[:MOST_STEPS])
        case ast.Call(func=ast.Attribute(value=of, attr="get" | "setdefault"), args=[key, *_]) if path:
            yield from _held(place, of, put_under(key, path)[:MOST_STEPS])


def _unpacked(place: Place, elements: list[ast.expr], path: Path) -> Iterator[Keeper]:
    """What keeps the value where a collection with it is given to several targets."""
    inner = iterated(path)
    if inner is None:
        return
    at = path[0].at if path[0].kind == "position" else None
    moved = False
    for index, element in enumerate(elements):
        if isinstance(element, ast.Starred):
            moved = True
            yield from _held(place, element.value, (ELEMENT, *inner))
        elif moved or at is None or at == index:
            yield from _held(place, element, inner)


def _columns(place: Place, call: ast.Call) -> Iterator[Keeper]:
    """The parameters of a function that ``call`` decorates and names (``parametrize``)."""
    unit, function = place.unit, place.unit.scopes.parents[call]
    rows = iterated(place.path)
    if rows is None or not isinstance(function, Definition) or not call.args:
        return
    names = [
        part.strip()
        for one in ast.walk(call.args[0])
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
        for part in one.value.split(",")
    ]
    alone = isinstance(call.args[0], ast.Constant) and len(names) == 1
    said = _takes_columns(place, call)
    for parameter in parameters(function):
        if parameter.arg not in names or not (said or leads_to_slot(unit.flow(parameter))):
            continue
        path = rows if alone else picked(rows, ast.Constant(names.index(parameter.arg)))
        if path is not None:
            yield _parameter(unit, function, parameter, path, 0)


def _takes_columns(place: Place, call: ast.Call) -> bool:
    """Whether what is called is known to take rows of values for the parameters of what it decorates."""
    for one in called(place.unit, call):
        taker = parameter_for(one, call, place.node) if isinstance(one, Function) else None
        wanted = declared(one.unit, taker) if isinstance(one, Function) and taker is not None else None
        if isinstance(wanted, Arguments) and wanted.shape == "columns":
            return True
    return False
