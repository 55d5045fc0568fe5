"""A class of the linted code and what inherits from it: an attribute of one may be meant for the other."""
from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence

from flake8_http_status.members import instance_member, is_self, lineage
from flake8_http_status.types import Class, Function, Instance, Type, join, options
from flake8_http_status.unit import Unit


def descendants(of: Class) -> tuple[Class, ...]:
    """A class of the linted code and those of its module that inherit from it, in the order of the text."""
    unit = of.unit
    return unit.world.memory.ask(unit.memo, ("descendants", of.node), lambda: _descendants(of)) or (of,)


def _descendants(of: Class) -> tuple[Class, ...]:
    classes = (Class(of.unit, node) for node in of.unit.scopes.classes())
    return tuple(one for one in classes if any(base == of for base in lineage(one)))


def is_of(family: Iterable[Class], unit: Unit, node: ast.expr) -> bool:
    """Whether ``node`` is one of these classes or, as far as is known, an object of one."""
    if _is_self_of(family, unit, node):
        return True
    found = [one.of if isinstance(one, Instance) else one for one in options(unit.infer(node))]
    return any(cls in found for cls in family)


def _is_self_of(family: Iterable[Class], unit: Unit, node: ast.expr) -> bool:
    return any(is_self(cls, node) for cls in family if cls.unit is unit)


def reads(family: Sequence[Class], unit: Unit, name: str) -> Iterator[ast.Attribute]:
    """Where the module ``unit`` reads the attribute ``name`` of these classes, or of objects of them."""
    for attribute in unit.scopes.attributes(name):
        if isinstance(attribute.ctx, ast.Load) and is_of(family, unit, attribute.value):
            yield attribute


def family_of(of: Class) -> list[Class]:
    """A class, what inherits from it in its module, and its bases in the linted code."""
    bases = [one for one in lineage(of) if one.node is not of.node and not one.unit.stub]
    return [*descendants(of), *bases]


def loads(of: Class, name: str) -> Iterator[tuple[Unit, ast.Attribute]]:
    """Where the methods of a class, of what inherits from it and of its bases read ``self.name``.

    And its own module, of objects of it.
    """
    family = family_of(of)
    for unit in dict.fromkeys(one.unit for one in family):
        own = [one for one in family if one.unit is unit]
        for node in unit.scopes.attributes(name):
            is_own = is_of if unit is of.unit else _is_self_of
            if isinstance(node.ctx, ast.Load) and is_own(own, unit, node.value):
                yield unit, node


def left_to_heirs(of: Type | None, node: ast.Attribute, known: Type | None) -> Type | None:
    """What ``self.name`` is in a class that leaves that to those that inherit from it."""
    if not isinstance(of, Instance) or not isinstance(node.value, ast.Name) or of.of.unit.stub:
        return None
    if known is not None and not (isinstance(known, Function) and _is_abstract(known)):
        return None
    heirs = [one for one in descendants(of.of) if one != of.of] if is_self(of.of, node.value) else []
    return join(instance_member(one, node.attr) for one in heirs)


def _is_abstract(method: Function) -> bool:
    """Whether a method does nothing but say that another one must."""
    if isinstance(method.node, ast.Lambda) or method.unit.stub:
        return False
    return all(isinstance(one, ast.Raise | ast.Pass | ast.Expr) for one in method.node.body)
