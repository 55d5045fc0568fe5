"""What is expected where a literal stands: downwards, from the syntax around it."""
from __future__ import annotations

import ast
from dataclasses import dataclass

from flake8_http_status import arguments, flows
from flake8_http_status.calls import callables, declared
from flake8_http_status.containers import container_of
from flake8_http_status.findings import Context
from flake8_http_status.infer import infer
from flake8_http_status.matching import matched
from flake8_http_status.members import class_member, member
from flake8_http_status.nodes import defaulted, parameters
from flake8_http_status.outlets import taken_back, way_back
from flake8_http_status.slots import as_compared, leads_to_slot, slots
from flake8_http_status.speaking import key_of
from flake8_http_status.types import (
    Awaitable,
    Collection,
    Function,
    Instance,
    Mapping,
    Record,
    Slot,
    Tuple,
    Type,
    element,
    join,
    keys,
    options,
    value_at,
)
from flake8_http_status.unit import Unit


@dataclass(frozen=True, slots=True)
class Expected:
    """What a place expects, and in which way a literal there would be used."""

    type: Type | None
    context: Context


_UNKNOWN = Expected(None, "value")


def expect(unit: Unit, node: ast.AST) -> Expected:
    """What is expected where ``node`` stands; its type is None where that is unknown."""
    found = unit.world.memory.ask(unit.memo, ("expect", node), lambda: _expect(unit, node))
    return found or _UNKNOWN


def _expect(unit: Unit, node: ast.AST) -> Expected | None:
    parent = unit.scopes.parents.get(node)
    match parent, node:
        case ast.Compare(), ast.expr():
            return Expected(_compared(unit, parent, node), "comparison")
        case ast.Call(func=func), ast.expr() if node is not func:
            return _argument(unit, parent, node)
        case ast.keyword(), ast.expr():
            call = unit.scopes.parents[parent]
            return _argument(unit, call, node) if isinstance(call, ast.Call) else None
        case (ast.Tuple() | ast.List() | ast.Set()), ast.expr():
            return _element(unit, parent, node)
        case ast.Dict(), ast.expr():
            return _item(unit, parent, node)
        case ast.pattern() | ast.MatchValue(), _:
            return Expected(matched(unit, parent, node), "comparison")
        case (ast.IfExp() | ast.BoolOp() | ast.NamedExpr() | ast.Await() | ast.Starred()), ast.expr():
            return _passed_on(unit, parent, node)
        case ast.Subscript(value=value, slice=ast.Constant(value=str(name))), _ if node is value:
            return Expected(Record(((name, expect(unit, parent).type),)), "value")
        case ast.Subscript(value=value, slice=ast.Slice()), _ if node is value:
            # Of a part of a list the same is expected as of all; a part of a text may mean another thing.
            parts = (one for one in options(expect(unit, parent).type) if not isinstance(one, Slot))
            return Expected(join(parts), "value")
        case ast.Subscript(value=value, slice=key), _ if node is value:
            return Expected(Mapping(infer(unit, key), expect(unit, parent).type, indexed=True), "value")
        case ast.Subscript(value=value, slice=key), _ if node is key:
            return Expected(keys(infer(unit, value)), "value")
        case ast.Attribute(), ast.expr():
            return _container_use(unit, parent)
        case ast.BinOp(op=ast.Add() | ast.BitOr() | ast.Sub() | ast.BitAnd()), _ if _makes_collection(node):
            return Expected(_combined_with(unit, parent, node), "value")
        case ast.BinOp(op=ast.Add() | ast.BitOr()), ast.Name() | ast.Attribute() | ast.Tuple():
            return Expected(_collections(expect(unit, parent).type), "value")
        case ast.BinOp(op=ast.Mult()), ast.List() | ast.Tuple():
            return Expected(_collections(expect(unit, parent).type), "value")
        case ast.BinOp(left=left, op=ast.Mod(), right=right), _ if node is right:
            return Expected(_operand(infer(unit, left), "__mod__"), "argument")
    return _statement(unit, parent, node)


def _statement(unit: Unit, parent: ast.AST | None, node: ast.AST) -> Expected | None:
    match parent:
        case ast.Assign(targets=targets, value=value) if node is value:
            return Expected(join(flows.target(unit, one) for one in targets), "value")
        case ast.AnnAssign(target=target, value=value) if node is value:
            return Expected(flows.target(unit, target), "value")
        case ast.Return() | ast.Lambda():
            function = parent if isinstance(parent, ast.Lambda) else unit.scopes.enclosing_function(parent)
            return Expected(flows.returned(unit, function), "value") if function is not None else None
        case ast.Yield():
            function = unit.scopes.enclosing_function(parent)
            given = flows.returned(unit, function) if function is not None else None
            return Expected(join([element(given), *slots(given)]), "value")
        case ast.arguments() if (parameter := defaulted(parent, node)) is not None:
            return Expected(_of_default(unit, parent, parameter), "argument")
        case ast.For(target=target, iter=of) | ast.AsyncFor(target=target, iter=of) if node is of:
            return Expected(Collection(flows.target(unit, target)), "value")
        case ast.comprehension(target=target, iter=of) if node is of:
            return Expected(Collection(flows.target(unit, target)), "value")
        case ast.ListComp(elt=one) | ast.SetComp(elt=one) | ast.GeneratorExp(elt=one) if node is one:
            around = expect(unit, parent)
            return Expected(element(around.type), around.context)
    return None


def _of_default(unit: Unit, signature: ast.arguments, parameter: ast.arg) -> Type | None:
    """What is expected of the default of a parameter, also by what the function gives back."""
    function = unit.scopes.parents[signature]
    assert isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    found = flows.parameter(unit, parameter)
    if leads_to_slot(found) or unit.stub:
        return found
    way = way_back(unit, function, parameter.arg)
    back = taken_back(way, flows.returned(unit, function)) if way is not None else None
    return back if leads_to_slot(back) else found


def _compared(unit: Unit, parent: ast.Compare, node: ast.expr) -> Type | None:
    operands = [parent.left, *parent.comparators]
    place = operands.index(node)
    found: list[Type | None] = []
    for index in (place - 1, place):
        if not 0 <= index < len(parent.ops):
            continue
        other = operands[index if index < place else index + 1]
        match parent.ops[index]:
            case ast.Eq() | ast.NotEq():
                found.append(as_compared(infer(unit, other)))
            case ast.In() | ast.NotIn() if index < place:
                found.append(Collection(as_compared(infer(unit, other))))
            case ast.In() | ast.NotIn():
                found.append(element(infer(unit, other)))
    return join(found)


def _makes_collection(node: ast.AST) -> bool:
    match node:
        case ast.List() | ast.Set() | ast.BinOp() | ast.Call(func=ast.Name(id="list" | "set" | "frozenset")):
            return True
    return False


def _combined_with(unit: Unit, both: ast.BinOp, one: ast.AST) -> Type | None:
    """What is expected of a list or set that another is added to or taken from: what is of both together."""
    other = infer(unit, both.right if one is both.left else both.left)
    return join([expect(unit, both).type, _collections(other)])


def _collections(of: Type | None) -> Type | None:
    return join(one for one in options(of) if isinstance(one, Collection))


def _operand(left: Type | None, operator: str) -> Type | None:
    """What an object whose class overloads an operator expects on the right of it."""
    owners = [option for option in options(left) if isinstance(option, Instance)]
    taken = (one for owner in owners for one in callables(member(owner, operator)))
    return join(
        declared(one.unit, parameters(one.node)[-1]) for one in taken if isinstance(one, Function)
    )


def _argument(unit: Unit, call: ast.Call, node: ast.expr) -> Expected | None:
    found, way = arguments.expected(unit, call, node)
    match way:
        case "returned":
            return Expected(found, expect(unit, call).context)
        case "compared":
            return Expected(found, "comparison")
    return Expected(found, "argument")


def _element(unit: Unit, parent: ast.Tuple | ast.List | ast.Set, node: ast.expr) -> Expected | None:
    around = expect(unit, parent)
    place = unit.place(parent, "elts", node)
    found = element(around.type, place)
    is_row = any(isinstance(one, Tuple) for one in options(around.type))
    if not is_row and not any(True for _ in slots(found)):
        # A name in the singular may stand for several: expected_status=(200, 204).
        found = join([found, *(one for one in slots(around.type) if one.evidence == "named")])
    # Only of a literal: what a name beside a status is, its own bindings know better.
    literal = isinstance(node, ast.Constant)
    if literal and not any(True for _ in slots(found)) and _is_homogeneous(unit, parent):
        found = join([found, *slots(_beside(unit, parent))])
    return Expected(found, around.context)


def _beside(unit: Unit, display: ast.Tuple | ast.List | ast.Set) -> Type | None:
    """What the elements of a display are, asked once for all of them: each of n would ask n others."""
    question = ("beside", display)
    return unit.world.memory.ask(
        unit.memo, question, lambda: join(infer(unit, one) for one in display.elts)
    )


def settle_around(unit: Unit, node: ast.Constant) -> None:
    """Answer what is expected of the displays around a literal, the outermost first.

    Asked from within, each of a table's literals would ask of all the others, and forget what they said:
    the table hangs on them as they hang on it.
    """
    displays: list[ast.expr] = []
    parent = unit.scopes.parents[node]
    while isinstance(parent, ast.Tuple | ast.List | ast.Set | ast.Dict):
        displays.append(parent)
        parent = unit.scopes.parents[parent]
    for display in reversed(displays):
        expect(unit, display)
    match displays:
        case [(ast.Tuple() | ast.List() | ast.Set()) as around, *_] if _is_homogeneous(unit, around):
            _beside(unit, around)


def _is_homogeneous(unit: Unit, display: ast.Tuple | ast.List | ast.Set) -> bool:
    """Whether all elements mean the same; those of a tuple only where it is searched in."""
    if not isinstance(display, ast.Tuple):
        return not any(isinstance(one, Tuple) for one in options(expect(unit, display).type))
    around = unit.scopes.parents[display]
    return isinstance(around, ast.Compare) and isinstance(around.ops[-1], ast.In | ast.NotIn)


def _item(unit: Unit, parent: ast.Dict, node: ast.expr) -> Expected | None:
    around = expect(unit, parent)
    mappings = [one for one in options(around.type) if isinstance(one, Mapping)]
    if unit.place(parent, "keys", node) >= 0:
        # A mapping is a collection of its keys.
        wanted = join([one.key for one in mappings] + [element(_collections(around.type))])
        return Expected(wanted, around.context)
    key = parent.keys[unit.place(parent, "values", node)]
    if key is None:
        return around  # {**node}
    if not isinstance(key, ast.Constant) or not isinstance(key.value, str):
        known = join(one.value for one in mappings)
        found = flows.under_key(unit, known, key_of(key))
        return Expected(found, around.context if known is not None else "value")
    typed = [one.of for one in options(around.type) if isinstance(one, Instance)]
    fields = [class_member(cls, key.value, bound=True) for cls in typed]
    found = join([value_at(around.type, key.value), *fields])
    return Expected(flows.under_key(unit, found, key.value), around.context if found is not None else "value")


def _passed_on(unit: Unit, parent: ast.AST, node: ast.expr) -> Expected | None:
    around = expect(unit, parent)
    match parent:
        case ast.IfExp(test=test) if node is test:
            return None
        case ast.BoolOp(values=values):
            others = join(infer(unit, one) for one in values if one is not node)
            return Expected(join([around.type, *slots(others)]), around.context)
        case ast.NamedExpr(target=target):
            return Expected(join([around.type, flows.target(unit, target)]), around.context)
        case ast.Await():
            return Expected(Awaitable(around.type), around.context)
        case ast.Starred() if around.type is None or not isinstance(unit.scopes.parents[parent], ast.Call):
            return Expected(Collection(around.type), around.context)
    return around


def _container_use(unit: Unit, parent: ast.Attribute) -> Expected | None:
    """What ``node.get(key)``, ``node.items()`` and the like say of the container ``node``."""
    call = unit.scopes.parents.get(parent)
    if not isinstance(call, ast.Call) or call.func is not parent:
        return None
    return Expected(container_of(unit, parent.attr, call.args, expect(unit, call).type), "value")
