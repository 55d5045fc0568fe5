"""Where the value of a literal goes: through variables, attributes, collections and calls."""
from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from flake8_http_status.calls import parameter_for
from flake8_http_status.infer import called
from flake8_http_status.members import descendants, is_self, lineage, reads
from flake8_http_status.nodes import Definition, parameters
from flake8_http_status.nodes import Function as FunctionNode
from flake8_http_status.scope import Scope
from flake8_http_status.slots import slots
from flake8_http_status.types import Class, Function
from flake8_http_status.unit import Unit

_MOST_PLACES = 200
_MOST_HOPS = 8
_COPYING = frozenset(
    {"sorted", "list", "tuple", "set", "frozenset", "reversed", "iter", "next", "min", "max", "dict"}
)
_GROWING = frozenset({"add", "append", "insert", "extend", "appendleft"})
_FILLING = _GROWING | {"update", "setdefault"}


@dataclass(frozen=True, slots=True)
class Place:
    """An expression that has the value, or (``inside``) a collection with the value in it.

    ``hops`` is how many functions took the value, or gave it back, on the way; ``added`` says that it was
    put into a collection that had been made before.
    """

    unit: Unit
    node: ast.expr
    inside: bool
    hops: int = 0
    added: bool = False


@dataclass(frozen=True, slots=True)
class Holder:
    """What keeps the value: a variable of a scope, an attribute of a class, or a function's result."""

    unit: Unit
    name: str
    owner: Scope | ast.ClassDef | Definition
    inside: bool
    hops: int = field(compare=False)
    added: bool = field(default=False, compare=False)


def places(unit: Unit, literal: ast.expr) -> Iterator[Place]:
    """The expressions that the value of ``literal`` reaches; the first is the one around the literal."""
    first, kept = beginning(unit, literal)
    yield first
    yield from reached(kept)


def beginning(unit: Unit, literal: ast.expr) -> tuple[Place, tuple[Holder, ...]]:
    """The expression around ``literal`` that has its value, and what keeps that."""
    first = _carried(Place(unit, literal, inside=False))
    return first, tuple(_kept(first))


def reached(kept: Iterable[Holder]) -> Iterator[Place]:
    """The expressions that a value reaches through what keeps it."""
    seen: set[Holder] = set()
    work = [*kept]
    count = 0
    while work and count < _MOST_PLACES:
        holder = work.pop()
        if holder in seen or holder.hops > _MOST_HOPS:
            continue
        seen.add(holder)
        for read in _loads(holder):
            count += 1
            place = _carried(read)
            yield place
            work += _kept(place)


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


def joins_object(place: Place) -> bool:
    """Whether a value is put beside others in a collection that is a public attribute of an object."""
    match place.unit.scopes.parents[place.node]:
        case ast.Assign(targets=targets, value=value) if value is place.node and place.added:
            return any(map(_is_public, targets))
        case ast.Call(func=ast.Attribute(value=collection, attr=attr)) as call if place.node in call.args:
            return attr in _GROWING and _is_public(collection)
    return False


def _is_public(target: ast.expr) -> bool:
    return isinstance(target, ast.Attribute) and not target.attr.startswith("_")


def _loads(holder: Holder) -> Iterator[Place]:
    """Where a holder is read."""
    unit, owner = holder.unit, holder.owner
    if isinstance(owner, ast.ClassDef):
        for home, read in _reads(Class(unit, owner), holder.name):
            # Another class is another piece of code, as a function that takes the value is.
            hops = holder.hops + (not is_self(Class(unit, owner), read.value))
            yield Place(home, read, holder.inside, hops, holder.added)
        return
    uses = unit.scopes.uses(holder.name, owner) if isinstance(owner, Scope) else calls_of(unit, owner)
    for use in uses:
        yield Place(unit, use, holder.inside, holder.hops, holder.added)


def _reads(of: Class, name: str) -> Iterator[tuple[Unit, ast.Attribute]]:
    """Where an attribute is read from objects of a class: in itself, what inherits from it, and its bases."""
    bases = [one for one in lineage(of) if one.node is not of.node and not one.unit.stub]
    family = [*descendants(of), *bases]
    for unit in dict.fromkeys(one.unit for one in family):
        for attribute in reads(family, unit, name):
            yield unit, attribute


def calls_of(unit: Unit, function: Definition) -> Iterator[ast.expr]:
    """The calls of a function in its own module, as far as its name tells, and what awaits them."""
    owner = unit.scopes.parents.get(function)
    references: Iterator[ast.expr]
    if isinstance(owner, ast.ClassDef):
        references = (use for home, use in _reads(Class(unit, owner), function.name) if home is unit)
    else:
        references = unit.scopes.uses(function.name, unit.scopes.of_node[function])
    for reference in references:
        match unit.scopes.parents[reference]:
            case ast.Call(func=func) as call if func is reference:
                around = unit.scopes.parents[call]
                yield around if isinstance(around, ast.Await) else call


def _carried(place: Place) -> Place:
    """The outermost expression around a place that still has the value, alone or in a collection."""
    node, inside = place.node, place.inside
    while True:
        parent = place.unit.scopes.parents[node]
        match parent:
            case ast.List() | ast.Tuple() | ast.Set():
                inside = True
            case ast.Dict() if node in parent.values or node in parent.keys:
                inside = True
            case ast.ListComp(elt=one) | ast.SetComp(elt=one) | ast.GeneratorExp(elt=one) if node is one:
                inside = True
            case ast.DictComp(key=key, value=one) if node in (key, one):
                inside = True
            case ast.BoolOp() | ast.Starred() | ast.NamedExpr():
                pass
            case ast.IfExp(test=test) if node is not test:
                pass
            case ast.Call(func=func) if _is_copying(parent) and node is not func:
                pass
            case ast.keyword() if _is_copying(call := place.unit.scopes.parents[parent]):
                parent, inside = call, True
            case _:
                return replace(place, node=node, inside=inside)
        assert isinstance(parent, ast.expr)
        node = parent


def _is_copying(node: ast.AST) -> bool:
    """Whether ``node`` calls a builtin that gives back what it is given, or a collection of it."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _COPYING


def _kept(place: Place) -> Iterator[Holder]:
    """What keeps the value of an expression beyond it."""
    unit, node = place.unit, place.node
    parent = unit.scopes.parents[node]
    match parent:
        case ast.Assign(targets=targets, value=value) if value is node:
            for target in targets:
                yield from _held(place, target, place.inside)
        case ast.AnnAssign(target=target, value=value) if value is node:
            yield from _held(place, target, place.inside)
        case ast.For(target=target, iter=of) | ast.AsyncFor(target=target, iter=of) if of is node:
            yield from _held(place, target, False)
        case ast.comprehension(target=target, iter=of) if of is node:
            yield from _held(place, target, False)
        case ast.Return():
            function = unit.scopes.enclosing_function(parent)
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                yield Holder(unit, function.name, function, place.inside, place.hops + 1)
        case ast.arguments():
            yield from _default(place, parent)
        case ast.Call():
            yield from _handed(place, parent)
        case ast.keyword() if isinstance(call := unit.scopes.parents[parent], ast.Call):
            yield from _taken(place, call)
    if isinstance(node, ast.NamedExpr):
        yield from _held(place, node.target, place.inside)


def _handed(place: Place, call: ast.Call) -> Iterator[Holder]:
    """What keeps a value that is an argument of ``call``."""
    if place.node is call.func:
        return
    if isinstance(call.func, ast.Attribute):
        if call.func.attr in _FILLING:
            added = place.added or call.func.attr in _GROWING
            yield from _held(replace(place, added=added), call.func.value, True)
        elif place.inside:
            yield from _columns(place.unit, call)
    yield from _taken(place, call)


def _taken(place: Place, call: ast.Call) -> Iterator[Holder]:
    """The parameters of functions in the linted code that take a value as an argument of ``call``."""
    for one in called(place.unit, call):
        if not isinstance(one, Function) or one.unit.stub:
            continue
        taker = _taker(one, call, place.node)
        if taker is not None:
            packed = taker in {one.node.args.vararg, one.node.args.kwarg}
            yield _parameter(one.unit, one.node, taker, place.inside or packed, place.hops + 1)


def _taker(function: Function, call: ast.Call, argument: ast.expr) -> ast.arg | None:
    """The parameter that takes ``argument``; what is unpacked goes to the one that packs."""
    if any(one.arg is None and one.value is argument for one in call.keywords):
        return function.node.args.kwarg
    if isinstance(argument, ast.Starred):
        return function.node.args.vararg
    return parameter_for(function, call, argument)


def _default(place: Place, signature: ast.arguments) -> Iterator[Holder]:
    """The parameter that has the value as its default."""
    function = place.unit.scopes.parents[signature]
    assert isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    positional = [*signature.posonlyargs, *signature.args]
    pairs = [*zip(reversed(positional), reversed(signature.defaults), strict=False)]
    pairs += [
        (one, given) for one, given in zip(signature.kwonlyargs, signature.kw_defaults, strict=True) if given
    ]
    for taker, given in pairs:
        if given is place.node:
            yield _parameter(place.unit, function, taker, place.inside, place.hops)


def _parameter(unit: Unit, function: FunctionNode, taker: ast.arg, inside: bool, hops: int) -> Holder:
    return Holder(unit, taker.arg, unit.scopes.inner[function], inside, hops)


def _held(place: Place, target: ast.expr, inside: bool) -> Iterator[Holder]:
    unit = place.unit
    match target:
        case ast.Name(id=name):
            scope = unit.scopes.of_node[target]
            owner = scope.lookup(name) or scope
            yield Holder(unit, name, owner, inside, place.hops, place.added)
            if scope.is_class and isinstance(scope.node, ast.ClassDef):
                yield Holder(unit, name, scope.node, inside, place.hops, place.added)
        case ast.Attribute(value=of, attr=name):
            cls = unit.scopes.enclosing_class(target)
            if cls is not None and is_self(Class(unit, cls), of):
                yield Holder(unit, name, cls, inside, place.hops)
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            for element in elements:
                yield from _held(place, element, False)
        case ast.Subscript(value=of):
            yield from _held(place, of, True)


def _columns(unit: Unit, call: ast.Call) -> Iterator[Holder]:
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
            yield _parameter(unit, function, parameter, False, 0)
