"""Where in a value a literal is, and which code puts it there and takes it out again."""
from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Literal, TypeAlias

from flake8_http_status.unit import Unit

MOST_STEPS = 5
#: Builtins that give back a collection of what is in their argument, ...
_COPYING = frozenset({"sorted", "list", "tuple", "set", "frozenset", "reversed", "iter"})
#: ... and one of what is in it.
_CHOOSING = frozenset({"next", "min", "max"})
_PAIRING = frozenset({"enumerate", "zip"})
_GIVING_BACK = _COPYING | _CHOOSING | _PAIRING | {"dict"}
_TAKING = frozenset({"get", "pop", "popleft", "popitem", "setdefault", "items", "keys", "values", "copy"})
_WITH_DEFAULT = frozenset({"get", "pop"})


@dataclass(frozen=True, slots=True)
class Step:
    """One step into a value: any element, the element at a position, a key, a value (of a known key).

    An item is what was put under ``[...]``: an element or a value.
    """

    kind: Literal["element", "position", "key", "value", "item"]
    at: int | str | None = None


Path: TypeAlias = tuple[Step, ...]
ELEMENT = Step("element")
KEY = Step("key")


def constant(node: ast.expr | None) -> int | str | None:
    """A number or text as written; None for what is known at run time only."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, int | str) else None


def put_under(index: ast.expr, path: Path) -> Path:
    """The path in a container in which ``[index]`` is set to a value."""
    if isinstance(index, ast.Slice):
        return path
    name = constant(index)
    return (Step("value", name) if isinstance(name, str) else Step("item"), *path)


def iterated(path: Path) -> Path | None:
    """The path in what a loop takes out; None where it takes another part: of a mapping, the keys."""
    return path[1:] if path and path[0].kind != "value" else None


def picked(path: Path, index: ast.expr) -> Path | None:
    """The path in what ``[index]`` takes out; None where that is surely another part."""
    if not path:
        return None
    step, rest = path[0], path[1:]
    if isinstance(index, ast.Slice):
        return (ELEMENT, *rest)
    at = constant(index)
    other = step.at is not None and at is not None and step.at != at
    return None if step.kind == "key" or other else rest


def viewed(path: Path, method: str) -> Path | None:
    """The path in what ``keys()``, ``values()`` or ``items()`` gives of a mapping."""
    step, rest = path[0], path[1:]
    if step.kind not in {"key", "value", "item"}:
        return None
    is_key = step.kind == "key"
    if method == "items":
        return (ELEMENT, Step("position", 0 if is_key else 1), *rest)
    return (ELEMENT, *rest) if is_key is (method == "keys") else None


def further(unit: Unit, node: ast.expr, path: Path) -> tuple[ast.expr, Path | None] | None:
    """The expression right around ``node`` that still has the literal, which is in ``node`` at ``path``.

    Its path is None where it takes out another part, so that the literal goes no further.  All is None where
    the code around makes something else of the value.
    """
    parent = unit.scopes.parents[node]
    found = _collected(unit, parent, node, path) or _passed_on(unit, parent, node, path)
    if found is None or found[1] is None:
        return found
    # Of what is nested deeper than anybody writes (a list that is put into itself) the core is as good.
    return found[0], found[1][:MOST_STEPS]


def _collected(unit: Unit, parent: ast.AST, node: ast.expr, path: Path) -> tuple[ast.expr, Path] | None:
    """A new collection with the literal in it."""
    match parent:
        case ast.List() | ast.Set():
            return parent, (ELEMENT, *path)
        case ast.Tuple():
            return parent, (_place_in(unit, parent, node), *path)
        case ast.Dict(keys=keys):
            if unit.place(parent, "keys", node) >= 0:
                return parent, (KEY, *path)
            key = keys[unit.place(parent, "values", node)]
            return parent, path if key is None else (Step("value", constant(key)), *path)
        case ast.ListComp(elt=one) | ast.SetComp(elt=one) | ast.GeneratorExp(elt=one) if node is one:
            return parent, (ELEMENT, *path)
        case ast.DictComp(key=key, value=one) if node in (key, one):
            return parent, (KEY if node is key else Step("value"), *path)
        case ast.BinOp(op=ast.Add() | ast.Mult()) if path:
            return parent, (ELEMENT, *path[1:])
        case ast.BinOp(op=ast.BitOr() | ast.BitAnd()) if path:
            return parent, path
        case ast.BinOp(op=ast.Sub(), left=left) if path and node is left:
            return parent, path  # What is taken away is not in what is left.
    return None


def _place_in(unit: Unit, display: ast.Tuple, node: ast.expr) -> Step:
    index = unit.place(display, "elts", node)
    starred = unit.keep(("starred", display), lambda: _first_starred(display))
    return Step("position", index) if starred is None or index < starred else ELEMENT


def _first_starred(display: ast.Tuple) -> int | None:
    """The place from which on nobody knows where in a tuple its elements are."""
    return next((at for at, one in enumerate(display.elts) if isinstance(one, ast.Starred)), None)


def _passed_on(
    unit: Unit, parent: ast.AST, node: ast.expr, path: Path
) -> tuple[ast.expr, Path | None] | None:
    """The value itself, or what is taken out of it or copied."""
    match parent:
        case ast.BoolOp() | ast.NamedExpr():
            return parent, path
        case ast.IfExp(test=test) if node is not test:
            return parent, path
        case ast.Starred():
            return parent, iterated(path) if path else path
        case ast.Subscript(value=value, slice=index, ctx=ast.Load()) if node is value and path:
            return parent, picked(path, index)
        case ast.Attribute(attr=method) if path and method in _TAKING:
            call = unit.scopes.parents[parent]
            return _taken(call, method, path) if isinstance(call, ast.Call) and call.func is parent else None
        case ast.Call(func=ast.Name(id=name)) if name in _GIVING_BACK and node is not parent.func:
            return parent, _given_back(parent, name, node, path)
        case ast.Call(func=ast.Attribute(attr=method), args=[_, one]):
            # What is known to be called is no mapping.
            if one is node and method in _WITH_DEFAULT and unit.infer(parent.func) is None:
                return parent, path
        case ast.Call(func=ast.Name(id="getattr"), args=[_, _, one]) if one is node:
            return parent, path
        case ast.keyword(arg=name):
            call = unit.scopes.parents[parent]
            match call:
                case ast.Call(func=ast.Name(id="dict")):
                    return call, (*(() if name is None else (Step("value", name),)), *path)
                case ast.Call(func=ast.Name(id="min" | "max")) if name == "default":
                    return call, path
    return None


def _taken(call: ast.Call, method: str, path: Path) -> tuple[ast.expr, Path | None] | None:
    """What a method takes out of a container."""
    match method, call.args:
        case ("items" | "keys" | "values"), []:
            return call, viewed(path, method)
        case "copy", []:
            return call, path
        case "popitem", _:
            pair = viewed(path, "items")
            return call, pair[1:] if pair is not None else None
        case ("get" | "pop" | "setdefault"), [key, *_] if path[0].kind in {"key", "value", "item"}:
            return call, picked(path, key)
        case ("pop" | "popleft"), _:
            return call, iterated(path)
    return None


def _given_back(call: ast.Call, name: str, node: ast.expr, path: Path) -> Path | None:
    """The path in what a builtin gives back of its argument ``node``."""
    if name == "dict":
        return _paired(path)
    if name in _CHOOSING and (node is not call.args[0] or (name != "next" and len(call.args) > 1)):
        return path
    inner = iterated(path)
    if inner is None or name in _CHOOSING:
        return inner
    if name in _PAIRING:
        index = 1 if name == "enumerate" else call.args.index(node)
        return (ELEMENT, Step("position", index), *inner)
    return (ELEMENT, *inner)


def _paired(path: Path) -> Path:
    """The path in a mapping that is made of another one, or of pairs."""
    if not path or path[0].kind in {"key", "value", "item"}:
        return path
    match path[1:]:
        case (Step(kind="position", at=index), *rest):
            return (KEY if index == 0 else Step("value"), *rest)
    return (Step("item"), *path[2:])
