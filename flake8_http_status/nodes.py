"""The nodes in a node of a syntax tree, as ``ast.iter_child_nodes`` gives them, but fast."""
from __future__ import annotations

import ast
from typing import Any

#: Fields that hold texts, or nodes that stand for nothing but themselves: operators and contexts.
_EMPTY = frozenset({"ctx", "op", "ops", "id", "attr", "kind", "type_comment", "conversion", "level"})
_FIELDS: dict[Any, tuple[str, ...]] = {}


def children(node: ast.AST) -> list[ast.AST]:
    """The nodes right below ``node`` in the order of its fields; operators and contexts left out."""
    found: list[ast.AST] = []
    for name in _fields(type(node)):
        child = getattr(node, name, None)
        if child.__class__ is list:
            found += [one for one in child if isinstance(one, ast.AST)]
        elif isinstance(child, ast.AST):
            found.append(child)
    return found


def _fields(kind: Any) -> tuple[str, ...]:
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(name for name in kind._fields if name not in _EMPTY)
    return _FIELDS[kind]
