"""The nodes of a syntax tree: of one node, or of some lines; as the ``ast`` module gives them, but fast."""
from __future__ import annotations

import ast
from bisect import bisect_left
from collections.abc import Iterator, Sequence
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


def has_one(node: ast.AST, lines: Sequence[int]) -> bool:
    """Whether ``node`` may stand in one of ``lines`` (from 1, sorted); so what has no place of its own."""
    first = getattr(node, "lineno", None)
    if first is None:
        return True  # arguments and the like
    for decorator in getattr(node, "decorator_list", ()):  # these stand above the line of a definition
        first = min(first, decorator.lineno)
    at = bisect_left(lines, first)
    last = getattr(node, "end_lineno", None) or first
    return at < len(lines) and lines[at] <= last


def expressions(tree: ast.Module, lines: Sequence[int]) -> Iterator[ast.expr]:
    """The expressions in ``tree`` that stand in one of ``lines``, the outer before the inner ones."""
    work: list[ast.AST] = [tree]
    while work:
        node = work.pop()
        if isinstance(node, ast.expr):
            yield node
        work += [child for child in children(node) if has_one(child, lines)]


def _fields(kind: Any) -> tuple[str, ...]:
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(name for name in kind._fields if name not in _EMPTY)
    return _FIELDS[kind]
