"""Where in a value a literal is: alone, or an element, key or item of what a variable holds."""
from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from flake8_http_status.declarations import alternatives, declared
from flake8_http_status.findings import Kind
from flake8_http_status.infer import infer
from flake8_http_status.paths import ELEMENT, KEY, Path, Step, viewed
from flake8_http_status.slots import slot
from flake8_http_status.types import Enum, options
from flake8_http_status.unit import Unit

_COPYING = frozenset({"list", "set", "frozenset", "tuple", "sorted", "reversed"})


@dataclass(frozen=True, slots=True)
class Value:
    """An expression that has the literal's value at the end of ``path``.

    The first steps, ``fresh`` in number, lead into what is made right there: such a list still takes
    the type that is wanted of it, where one that was made before has its own.
    """

    node: ast.expr
    path: Path
    fresh: int = 0

    def within(self, node: ast.expr, *steps: Step) -> Value:
        """The value of a display around this one."""
        return Value(node, (*steps, *self.path), self.fresh + len(steps))


def outermost(unit: Unit, kind: Kind, node: ast.expr, path: Path = ()) -> Value | None:
    """The largest expression whose type the literal in ``node`` decides.

    None where something beside it decides: a list of a member and another number is one of numbers.
    """
    value = Value(node, path)
    while True:
        parent = unit.scopes.parents[value.node]
        further = _around(unit, kind, parent, value)
        if further is None:
            return value
        if not _agree(unit, kind, parent, value):
            return None
        value = further


def _around(unit: Unit, kind: Kind, parent: ast.AST, value: Value) -> Value | None:
    """The value that ``parent`` makes of another one; None where it makes something else."""
    node, path = value.node, value.path
    match parent:
        case ast.List() | ast.Set():
            return value.within(parent, *(() if isinstance(node, ast.Starred) else (ELEMENT,)))
        case ast.ListComp(elt=one) | ast.SetComp(elt=one) | ast.GeneratorExp(elt=one) if one is node:
            return value.within(parent, ELEMENT)
        case ast.Tuple():
            return value.within(parent, Step("position", unit.place(parent, "elts", node)))
        case ast.Dict():
            is_key = unit.place(parent, "keys", node) >= 0
            return value.within(parent, KEY if is_key else _at_key(unit, parent, node))
        case ast.DictComp(key=key, value=item) if node is key or node is item:
            return value.within(parent, KEY if node is key else Step("value"))
        case ast.IfExp(test=test) if test is not node:
            return value.within(parent)
        case ast.BoolOp():
            return value.within(parent)
        case ast.Starred() if path:
            return Value(parent, path, max(value.fresh, 1))
        case ast.Call(func=ast.Name(id=name), args=[one]) if one is node and name in _COPYING:
            inner = taken_out(unit, kind, value)
            return Value(parent, (ELEMENT, *inner), max(value.fresh, 1)) if inner is not None else None
        case ast.keyword(arg=str(name)):
            call = unit.scopes.parents[parent]
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "dict":
                return value.within(call, Step("value", name))
        case ast.Attribute(attr="items" | "keys" | "values" as method) if path:
            return _of_view(unit, parent, method, path)
        case ast.Subscript(value=container, slice=index) if container is node:
            if isinstance(parent.ctx, ast.Load) and path and _picks(path[0], index):
                return Value(parent, path[1:])
    return None


def _at_key(unit: Unit, display: ast.Dict, node: ast.expr) -> Step:
    key = display.keys[unit.place(display, "values", node)]
    return Step("value", key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else None)


def _of_view(unit: Unit, method_of: ast.Attribute, method: str, path: Path) -> Value | None:
    call = unit.scopes.parents[method_of]
    inner = viewed(path, method)
    if inner is None or not isinstance(call, ast.Call) or call.func is not method_of:
        return None
    return Value(call, inner)


def _picks(step: Step, index: ast.expr) -> bool:
    at = index.value if isinstance(index, ast.Constant) else None
    match step.kind:
        case "position":
            return at == step.at
        case "element":
            return not isinstance(index, ast.Slice)
    return step.kind == "value"


def taken_out(unit: Unit, kind: Kind, of: Value) -> Path | None:
    """The path in what a loop takes out of a value; None where it takes out more than the literal's like."""
    if not of.path or of.path[0].kind == "value":
        return None
    if of.path[0].kind == "position" and isinstance(of.node, ast.Tuple):
        rest = of.path[1:]
        return rest if all(is_member(unit, kind, one, rest) for one in of.node.elts) else None
    return of.path[1:]


def _agree(unit: Unit, kind: Kind, parent: ast.AST, value: Value) -> bool:
    """Whether all that ``parent`` joins with a value is a member too."""
    node, path = value.node, value.path
    siblings: list[ast.expr | None] = []
    match parent:
        case ast.List(elts=elements) | ast.Set(elts=elements):
            siblings = [*elements]
            if isinstance(node, ast.Starred):
                path = path[1:]
        case ast.Dict(keys=keys, values=values):
            siblings = [*(keys if node in keys else values)]
        case ast.IfExp(body=body, orelse=orelse):
            siblings = [body, orelse]
        case ast.BoolOp(values=values):
            siblings = [*values]
        case ast.keyword():
            call = unit.scopes.parents[parent]
            siblings = [one.value for one in call.keywords] if isinstance(call, ast.Call) else []
    return all(one is node or is_member(unit, kind, one, path) for one in siblings)


def is_member(unit: Unit, kind: Kind, node: ast.expr | None, path: Path = ()) -> bool:
    """Whether a value is, at the end of ``path``, a member of the enum or will be one."""
    match node:
        case ast.Constant(value=None):
            return True
        case ast.IfExp(body=body, orelse=orelse):
            return is_member(unit, kind, body, path) and is_member(unit, kind, orelse, path)
        case ast.BoolOp(values=values):
            return all(is_member(unit, kind, one, path) for one in values)
        case ast.NamedExpr(value=value):
            return is_member(unit, kind, value, path)
        case ast.List() | ast.Set() | ast.Tuple() | ast.Dict() if path:
            return all(is_member(unit, kind, one, path[1:]) for one in _reached(node, path[0]))
        case ast.Starred(value=value):
            return is_member(unit, kind, value, (ELEMENT, *path))
        case ast.Call(func=ast.Name(id=name), args=[one]) if path and name in _COPYING:
            return is_member(unit, kind, one, path)
        case ast.Constant():
            return _becomes_member(unit, kind, node)
        case ast.expr() if path:
            return is_anything(unit, node)
        case ast.Attribute(value=value) | ast.Call(func=value) if Enum(kind) in options(infer(unit, value)):
            return True
        case ast.expr():
            return is_anything(unit, node) or _is_declared_member(unit, kind, node)
    return False


def _reached(display: ast.expr, step: Step) -> Iterator[ast.expr | None]:
    """The parts of a display that a step into it means."""
    match display:
        case ast.Tuple(elts=elements) if step.kind == "position" and isinstance(step.at, int):
            yield from elements[step.at : step.at + 1]
        case ast.List(elts=elements) | ast.Set(elts=elements) | ast.Tuple(elts=elements):
            yield from elements
        case ast.Dict(keys=keys, values=values):
            yield from keys if step.kind in {"key", "element"} else values


def _becomes_member(unit: Unit, kind: Kind, node: ast.Constant) -> bool:
    """Whether a literal is reported as well; one that is not upper case stays as it is."""
    if isinstance(node.value, str) and not node.value.isupper():
        return False
    return slot(infer(unit, node), kind) is not None


def _is_declared_member(unit: Unit, kind: Kind, node: ast.expr) -> bool:
    kinds = [one for of in declared(unit, node) for one in alternatives(of)]
    return bool(kinds) and all(Enum(kind) in options(infer(one.unit, one.node)) for one in kinds)


def is_anything(unit: Unit, node: ast.expr) -> bool:
    """Whether an expression comes out of something that is declared as ``Any``."""
    while True:
        kinds = [one for of in declared(unit, node) for one in alternatives(of)]
        if any(one.form == "Any" for one in kinds):
            return True
        match node:
            case ast.Attribute(value=inner) | ast.Subscript(value=inner) | ast.Await(value=inner):
                node = inner
            case ast.Call(func=ast.Attribute(value=inner)):
                node = inner
            case _:
                return False
