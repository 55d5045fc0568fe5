"""What the patterns of a ``match`` statement are matched against."""
from __future__ import annotations

import ast

from flake8_http_status.infer import infer
from flake8_http_status.members import awaited, member
from flake8_http_status.speaking import named
from flake8_http_status.types import Class, Instance, Type, element, join, keys, options
from flake8_http_status.unit import Unit


def matched(unit: Unit, parent: ast.AST, node: ast.AST) -> Type | None:
    """What a pattern (or the value of one) is matched against."""
    match parent:
        case ast.MatchValue() | ast.MatchOr() | ast.MatchAs():
            return _subject(unit, parent)
        case ast.MatchSequence():
            place = unit.place(parent, "patterns", node)
            return element(_subject(unit, parent), place) if place >= 0 else None
        case ast.MatchMapping() if unit.place(parent, "keys", node) >= 0:
            return keys(_subject(unit, parent))
        case ast.MatchMapping(keys=known, patterns=patterns) if node in patterns:
            key = known[unit.place(parent, "patterns", node)]
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                return named(unit, "keys", key.value)
        case ast.MatchClass(cls=cls, kwd_attrs=names, kwd_patterns=patterns) if node in patterns:
            name = names[patterns.index(node)]
            classes = [one for one in options(infer(unit, cls)) if isinstance(one, Class)]
            return join(member(Instance(one), name) for one in classes) or named(unit, "attributes", name)
    return None


def _subject(unit: Unit, pattern: ast.AST) -> Type | None:
    around = unit.scopes.parents[pattern]
    if isinstance(around, ast.match_case):
        statement = unit.scopes.parents[around]
        assert isinstance(statement, ast.Match)
        return awaited(infer(unit, statement.subject))
    return matched(unit, around, pattern)
