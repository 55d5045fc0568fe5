"""Where the value of a literal goes: through variables, attributes, collections and calls."""
from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import replace

from flake8_http_status.calls import declared
from flake8_http_status.families import family_of, reads
from flake8_http_status.infer import called
from flake8_http_status.keepers import GROWING, Keeper, Place, kept, kept_on_the_way, taker
from flake8_http_status.members import is_property, is_self
from flake8_http_status.names import is_sentinel
from flake8_http_status.nodes import Definition
from flake8_http_status.paths import further
from flake8_http_status.scope import Scope
from flake8_http_status.types import Class, Function, Type, join
from flake8_http_status.unit import Unit

_MOST_PLACES = 200
_MOST_HOPS = 8


def places(unit: Unit, literal: ast.expr) -> Iterator[Place]:
    """The expressions that the value of ``literal`` reaches; the first is the one around the literal."""
    first, keepers = beginning(unit, literal)
    if first is not None:
        yield first
    yield from reached(keepers)


def beginning(unit: Unit, literal: ast.expr) -> tuple[Place | None, tuple[Keeper, ...]]:
    """The expression around ``literal`` that has its value, and what keeps that.

    None where the value goes no further than into a collection, of which another part is taken at once.
    """
    keepers: list[Keeper] = []
    first = _carried(Place(unit, literal), keepers)
    return first, (*keepers, *(kept(first) if first is not None else ()))


def reached(keepers: Iterable[Keeper]) -> Iterator[Place]:
    """The expressions that a value reaches through what keeps it."""
    seen: set[Keeper] = set()
    work = [*keepers]
    count = 0
    while work and count < _MOST_PLACES:
        keeper = work.pop()
        if keeper in seen or keeper.hops > _MOST_HOPS:
            continue
        seen.add(keeper)
        for read in _loads(keeper):
            count += 1
            if (place := _carried(read, work)) is not None:
                yield place
                work += kept(place)


def _whole_sum(unit: Unit, addition: ast.BinOp) -> ast.BinOp:
    """The sum that ``addition`` is one step of."""
    while isinstance(around := unit.scopes.parents[addition], ast.BinOp) and isinstance(around.op, ast.Add):
        addition = around
    return addition


def adds_text(unit: Unit, addition: ast.BinOp) -> bool:
    """Whether a text is among the terms of a sum, of which ``addition`` is one step."""
    work: list[ast.AST] = [_whole_sum(unit, addition)]
    while work:
        term = work.pop()
        if isinstance(term, ast.BinOp) and isinstance(term.op, ast.Add):
            work += [term.left, term.right]
        elif is_text(term):
            return True
    return False


def _is_searched(unit: Unit, addition: ast.BinOp) -> bool:
    """Whether a sum is one of collections that is searched in: ``code in GOOD + MOVED``."""
    top = _whole_sum(unit, addition)
    around = unit.scopes.parents[top]
    return (
        isinstance(around, ast.Compare)
        and isinstance(around.ops[-1], ast.In | ast.NotIn)
        and around.comparators[-1] is top
    )


def is_text(node: ast.AST) -> bool:
    """Whether an expression is a text as written."""
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def counts(unit: Unit, use: ast.expr) -> bool:
    """Whether the value is used as a number: in arithmetic, as an index, as a bound of a range."""
    match unit.scopes.parents[use]:
        case ast.BinOp(op=ast.Mod(), left=left) if left is not use:
            return False  # "%s" % status, or an operator that a library overloads
        case ast.BinOp(op=ast.Add()) as addition:
            return not adds_text(unit, addition) and not _is_searched(unit, addition)
        case ast.BinOp() | ast.AugAssign() | ast.Slice() | ast.UnaryOp(op=ast.USub()):
            return True
        case ast.Call(func=ast.Name(id="range")):
            return True
    return False


def unpacked(call: ast.Call, place: Place) -> tuple[Type | None, Place]:
    """What a library does with the values that are unpacked as arguments of a call, and one of them."""
    found = [
        declared(one.unit, parameter)
        for one in called(place.unit, call)
        if isinstance(one, Function) and one.unit.stub
        if (parameter := taker(one, call, place)[0]) is not None
    ]
    if isinstance(place.node, ast.Starred):
        return join(found), place
    return join(found), replace(place, path=place.path[1:], hops=place.hops + 1)


def joins_object(place: Place) -> bool:
    """Whether a value is put beside others in a collection that is a public attribute of an object."""
    match place.unit.scopes.parents[place.node]:
        case ast.Assign(targets=targets, value=value) if value is place.node and place.added:
            return any(map(_is_public, targets))
        case ast.Call(func=ast.Attribute(value=collection, attr=attr)) as call if place.node in call.args:
            return attr in GROWING and _is_public(collection)
    return False


def _is_public(target: ast.expr) -> bool:
    return isinstance(target, ast.Attribute) and not target.attr.startswith("_")


def _loads(keeper: Keeper) -> Iterator[Place]:
    """Where a keeper is read."""
    unit, owner = keeper.unit, keeper.owner
    if isinstance(owner, ast.ClassDef):
        for home, read in _reads(Class(unit, owner), keeper.name):
            # Another class is another piece of code, as a function that takes the value is.
            hops = keeper.hops + (not is_self(Class(unit, owner), read.value))
            yield Place(home, read, keeper.path, hops, keeper.added)
        return
    uses: Iterator[tuple[Unit, ast.expr]]
    if isinstance(owner, Scope):
        uses = ((unit, use) for use in unit.scopes.uses(keeper.name, owner))
    else:
        uses = calls_of(unit, owner)
    for home, use in uses:
        yield Place(home, use, keeper.path, keeper.hops, keeper.added)


def _reads(of: Class, name: str) -> Iterator[tuple[Unit, ast.Attribute]]:
    """Where an attribute is read from objects of a class: in itself, what inherits from it, and its bases."""
    family = family_of(of)
    for unit in dict.fromkeys(one.unit for one in family):
        for attribute in reads(family, unit, name):
            yield unit, attribute


def calls_of(unit: Unit, function: Definition) -> Iterator[tuple[Unit, ast.expr]]:
    """The calls of a function in its own module, as far as its name tells, and what awaits them.

    Of a method also those by its bases; of a property where it is read.
    """
    owner = unit.scopes.parents.get(function)
    references: Iterator[tuple[Unit, ast.expr]]
    if isinstance(owner, ast.ClassDef):
        references = _reads(Class(unit, owner), function.name)
    else:
        scope = unit.scopes.of_node[function]
        references = ((unit, use) for use in unit.scopes.uses(function.name, scope))
    is_read = isinstance(owner, ast.ClassDef) and is_property(function)
    for home, reference in references:
        if is_read:
            yield home, reference
            continue
        match home.scopes.parents[reference]:
            case ast.Call(func=func) as call if func is reference:
                around = home.scopes.parents[call]
                yield home, around if isinstance(around, ast.Await) else call


def _carried(place: Place, keepers: list[Keeper]) -> Place | None:
    """The outermost expression around a place that still has the value, alone or in a collection.

    None where another part is taken out of the collection.  What keeps it on the way joins ``keepers``.
    """
    while (found := further(place.unit, place.node, place.path)) is not None:
        node, path = found
        if path is None:
            return None
        # What a key or a method takes out may be any of many things, as what a function is given.
        taken = isinstance(place.unit.scopes.parents[place.node], ast.Subscript | ast.Attribute)
        added = place.added and len(path) >= len(place.path)
        place = replace(place, node=node, path=path, hops=place.hops + taken, added=added)
        keepers += kept_on_the_way(place)
    return place


def against_sentinel(compare: ast.Compare) -> bool:
    """Whether a value is only asked whether it is given at all: none is None, ``...`` or ``UNSET``."""
    return any(map(_is_sentinel, (compare.left, *compare.comparators)))


def _is_sentinel(node: ast.expr) -> bool:
    match node:
        case ast.Constant(value=value):
            return value in (None, True, False, ...)
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return is_sentinel(name)
    return False
