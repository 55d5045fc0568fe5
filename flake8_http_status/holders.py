"""The variables and attributes whose type a literal decides, as a type checker infers it."""
from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from flake8_http_status.annotations import form
from flake8_http_status.binders import Binding
from flake8_http_status.declarations import (
    alternatives,
    declared_attribute,
    declared_name,
    is_typed,
    says,
)
from flake8_http_status.families import descendants, is_of, reads
from flake8_http_status.findings import Kind
from flake8_http_status.members import class_of_self, declares, is_self, lineage
from flake8_http_status.paths import ELEMENT, Path, Step
from flake8_http_status.scope import Scope
from flake8_http_status.shapes import Value, is_member, taken_out
from flake8_http_status.types import Class
from flake8_http_status.unit import Unit

#: What a variable is that one of these binds is said elsewhere, or not at all.
_TYPED_OTHERWISE = frozenset({"parameter", "import", "function", "class", "manager", "exception", "capture"})

#: Whether a literal stays one, though it stands where a member is meant.
Stays: TypeAlias = Callable[[ast.expr], bool]


@dataclass(frozen=True, slots=True)
class Given:
    """What a variable or attribute is given at one place: ``value`` is None where that is computed."""

    place: ast.AST
    value: ast.expr | None
    path: Path


@dataclass(frozen=True, slots=True)
class Holder:
    """A variable of a scope, or an attribute of a class, with the literal at the end of ``path``.

    ``place`` is what gives it its first value, and so its type.
    """

    name: str
    owner: Scope | Class
    path: Path
    place: ast.AST


def holders(unit: Unit, kind: Kind, value: Value) -> Iterator[Holder]:
    """What takes its type from a value, for that is the first that it is given."""
    place = unit.scopes.parents[value.node]
    found: Iterator[Holder] = iter(())
    match place:
        case ast.Assign(targets=targets, value=given) if given is value.node:
            found = (one for target in targets for one in _held(unit, place, target, value.path))
        case ast.AnnAssign(target=target, value=given) if given is value.node:
            found = _held(unit, place, target, value.path)
        case ast.NamedExpr(target=target):
            found = _held(unit, place, target, value.path)
        case ast.For(target=target, iter=of) | ast.AsyncFor(target=target, iter=of) if of is value.node:
            found = _held(unit, place, target, taken_out(unit, kind, value))
        case ast.comprehension(target=target, iter=of) if of is value.node:
            found = _held(unit, place, target, taken_out(unit, kind, value))
    for holder in found:
        if _decides(unit, holder):
            yield holder


def _held(unit: Unit, place: ast.AST, target: ast.expr, path: Path | None) -> Iterator[Holder]:
    if path is None:
        return
    match target:
        case ast.Name(id=name):
            scope = unit.scopes.of_node[target]
            owner = scope.owner(name)
            in_class = owner.node if isinstance(owner.node, ast.ClassDef) else None
            yield Holder(name, Class(unit, in_class) if in_class is not None else owner, path, place)
        case ast.Attribute(value=of, attr=name):
            if (cls := class_of_self(unit, of)) is not None:
                yield Holder(name, cls, path, place)
        case ast.Tuple(elts=elements) | ast.List(elts=elements) if path:
            for index, one in enumerate(elements):
                if path[0].at == index or path[0].kind == "element":
                    yield from _held(unit, place, one, path[1:])


def _decides(unit: Unit, holder: Holder) -> bool:
    """Whether the holder has no declared type, and gets its first value at its place."""
    place = holder.place
    if isinstance(holder.owner, Class):
        return _decides_attribute(unit, place, holder.name, holder.owner)
    bindings = holder.owner.bindings.get(holder.name, [])
    if any(one.kind in _TYPED_OTHERWISE for one in bindings):
        return False
    if declared_name(unit, holder.name, holder.owner):
        return False
    valued = [one.node for one in bindings if not _is_none(one.value)]
    return bool(valued) and min(valued, key=_position) is place


def _decides_attribute(unit: Unit, place: ast.AST, name: str, cls: Class) -> bool:
    if unit.scopes.parents.get(place) is cls.node:
        bindings = unit.scopes.inner[cls.node].bindings[name]
        return not any(one.node is not place or _is_declared(unit, one) for one in bindings)
    if declared_attribute(cls, name):
        return False
    for one in lineage(cls):
        if one.unit.scopes.inner[one.node].bindings.get(name):
            return False
        if one != cls and any(True for _ in _stores(one, name)):
            return False
    first = min((store for store in _stores(cls, name)), key=_position, default=None)
    return first is not None and unit.scopes.parents[first] in {place, unit.scopes.parents.get(place)}


def _is_declared(unit: Unit, one: Binding) -> bool:
    return isinstance(one.node, ast.AnnAssign) and bool(says(unit, one.node.annotation, one.node.target))


def _is_none(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _position(node: ast.AST) -> tuple[int, int]:
    at = node.target if isinstance(node, ast.comprehension) else node
    return getattr(at, "lineno", 0), getattr(at, "col_offset", 0)


def _stores(cls: Class, name: str) -> Iterator[ast.Attribute]:
    """The places in a class where ``self.name`` is assigned."""
    return (one for one in cls.unit.scopes.stores(name) if is_self(cls, one.value))


def loads(unit: Unit, holder: Holder) -> Iterator[ast.expr]:
    """Where in its module the value is read."""
    if isinstance(holder.owner, Scope):
        yield from unit.scopes.uses(holder.name, holder.owner)
        return
    yield from reads(descendants(holder.owner), unit, holder.name)


def takes_others(unit: Unit, kind: Kind, holder: Holder, stays: Stays) -> bool:
    """Whether the holder is also given what is no member."""
    for given in _given(unit, holder):
        if given.place is holder.place or not is_typed(unit, given.place) or _is_none(given.value):
            continue
        if given.value is None or not is_member(unit, kind, given.value, given.path):
            return True
        if isinstance(holder.owner, Class) and stays(given.value):
            return True
        if not unit.staying.isdisjoint(ast.walk(given.value)):
            return True
    return False


def _given(unit: Unit, holder: Holder) -> Iterator[Given]:
    if isinstance(holder.owner, Scope):
        for one in holder.owner.bindings.get(holder.name, ()):
            yield from _by_binding(one, holder.path)
        return
    family = descendants(holder.owner)
    for cls in family:
        for one in unit.scopes.inner[cls.node].bindings.get(holder.name, ()):
            if cls != holder.owner and _is_declared(unit, one):
                yield from _by_declaration(unit, one, holder)
            elif not isinstance(one.node, ast.FunctionDef):
                yield from _by_binding(one, holder.path)
    for attribute in unit.scopes.stores(holder.name):
        if is_of(family, unit, attribute.value):
            yield _by_store(unit, attribute, holder.path)


def _by_binding(one: Binding, path: Path) -> Iterator[Given]:
    unpacked = (*(Step("position", index) for index in one.path), *path)
    match one.node:
        case ast.AugAssign(value=value):
            yield Given(one.node, value if path else None, path)
        case ast.AnnAssign(value=None):
            pass
        case _:
            yield Given(one.node, one.value, (ELEMENT, *unpacked) if one.kind == "element" else unpacked)


def _by_declaration(unit: Unit, one: Binding, holder: Holder) -> Iterator[Given]:
    """A subclass that declares the attribute as any number changes its type."""
    assert isinstance(one.node, ast.AnnAssign)
    said = says(unit, one.node.annotation, one.node.target)
    if not holder.path and any(kind.form in {"int", "str"} for of in said for kind in alternatives(of)):
        yield Given(one.node, None, holder.path)


def _by_store(unit: Unit, attribute: ast.Attribute, path: Path) -> Given:
    place = unit.scopes.parents[attribute]
    match place:
        case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value):
            return Given(place, value, path)
        case ast.AugAssign(value=value):
            return Given(place, value if path else None, path)
        case ast.Tuple(elts=elements):
            around = unit.scopes.parents[place]
            if isinstance(around, ast.Assign):
                return Given(around, around.value, (Step("position", elements.index(attribute)), *path))
    return Given(place, None, path)


def wanted_by_protocol(unit: Unit, holder: Holder) -> bool:
    """Whether a protocol of the module that the class meets has the attribute as one of any values."""
    if not isinstance(holder.owner, Class):
        return False
    return any(
        _is_protocol(unit, node) and _meets(unit, holder, node) for node in unit.scopes.classes()
    )


def _is_protocol(unit: Unit, node: ast.ClassDef) -> bool:
    bases = [base.value if isinstance(base, ast.Subscript) else base for base in node.bases]
    return any(form(unit, base, unit.scopes.of_node[node]) == "Protocol" for base in bases)


def _meets(unit: Unit, holder: Holder, protocol: ast.ClassDef) -> bool:
    assert isinstance(holder.owner, Class)
    wanted = unit.scopes.inner[protocol].bindings
    if not any(isinstance(one.node, ast.AnnAssign) for one in wanted.get(holder.name, ())):
        return False
    cls = holder.owner
    return all(declares(cls, name) or any(True for _ in _stores(cls, name)) for name in wanted)
