"""Numbers that a name says to be a number of something else: ``max_length=200``, ``{"port": 500}``.

They are no statuses, whatever else is known of the place, so nothing else is asked: what a name or a row
is passed on to may be all over a project.
"""
from __future__ import annotations

import ast
from collections.abc import Iterator

from flake8_http_status.literals import Candidate
from flake8_http_status.names import words
from flake8_http_status.nodes import defaulted
from flake8_http_status.unit import Unit

_CHECKS = ("assert", "Assert")


def is_quantity(unit: Unit, candidate: Candidate) -> bool:
    """Whether a name beside the literal says that its number counts or measures something.

    Or that it is a code of another protocol: ``smtp_code == 421``.
    """
    if candidate.kind != "status":
        return False
    own = words(candidate.member.name)
    if any(_says_so(unit, name, own) for name in _names(unit, candidate.node)):
        return True
    spoken = (words(name) for name in _beside(unit, _row_of(unit, candidate.node)))
    return any(unit.world.lists("protocols", one) for one in spoken)


def _row_of(unit: Unit, node: ast.expr) -> ast.expr:
    """The display that ``node`` stands in, or else itself."""
    parent = unit.scopes.parents[node]
    return parent if isinstance(parent, ast.List | ast.Tuple | ast.Set) else node


def _says_so(unit: Unit, name: str, own: tuple[str, ...]) -> bool:
    """Whether ``name`` speaks of a quantity; the ``own`` words of the constant do not: 408 is a timeout."""
    spoken = words(name)
    if not spoken or spoken[-1] in own:
        return False
    return unit.world.speaking("quantities", name) is not None


def _names(unit: Unit, node: ast.expr) -> Iterator[str]:
    """The names of what gets the value of ``node``, or is compared with it; of several, where it is one."""
    parent = unit.scopes.parents[node]
    if isinstance(parent, ast.List | ast.Tuple | ast.Set):
        yield from (name for name in _beside(unit, parent) if name.endswith("s"))
    else:
        yield from _beside(unit, node)


def _beside(unit: Unit, node: ast.expr) -> Iterator[str]:
    parent = unit.scopes.parents[node]
    match parent:
        case ast.keyword(arg=str(name)):
            yield name
        case ast.Dict(keys=keys) if (place := unit.place(parent, "values", node)) >= 0:
            key = keys[place]
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield key.value
        case ast.Assign(targets=[target]) | ast.AnnAssign(target=target):
            yield from _name(target)
        case ast.arguments():
            parameter = defaulted(parent, node)
            yield from [parameter.arg] if parameter is not None else []
        case ast.Compare(left=left, comparators=[right]):
            yield from _name(right if node is left else left)
        case ast.Call(func=func, args=[first, second, *_]) if node in (first, second):
            if any(name.startswith(_CHECKS) for name in _name(func)):
                yield from _name(second if node is first else first)


def _name(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            yield name
        case ast.Subscript(slice=ast.Constant(value=str(name))):
            yield name
        case ast.Call(func=ast.Name(id="len")):
            yield "length"
