"""What a collection that begins empty holds: what is added to it later."""
from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from itertools import islice

from flake8_http_status.members import is_self
from flake8_http_status.slots import leads_to_slot
from flake8_http_status.types import Class, Collection, Type, join
from flake8_http_status.unit import Unit

#: A collection of what nobody knows.
ANYTHING = Collection(None)
_ADDING = frozenset({"add", "append", "appendleft"})
_MOST_USES = 20


def grown(unit: Unit, uses: Iterable[ast.expr]) -> Type | None:
    """The collection by what the ``uses`` of its name add, where all of that is a status or a method."""
    added = [*_added(unit, islice(uses, _MOST_USES))]
    parts = [unit.infer(one) for one in added]
    return Collection(join(parts)) if parts and all(map(leads_to_slot, parts)) else None


def _added(unit: Unit, uses: Iterable[ast.expr]) -> Iterator[ast.expr]:
    for use in uses:
        around = unit.scopes.parents[use]
        call = unit.scopes.parents[around]
        match around, call:
            case ast.Attribute(attr=name), ast.Call(args=[one]) if name in _ADDING and call.func is around:
                yield one


def loads(of: Class, name: str) -> Iterator[ast.Attribute]:
    """Where the methods of a class read ``self.name``."""
    for node in of.unit.scopes.attributes(name):
        if isinstance(node.ctx, ast.Load) and is_self(of, node.value):
            yield node
