"""Assertions that read like a sentence: ``expect(r.status_code).to.equal(404)``."""
from __future__ import annotations

import ast

from flake8_http_status.contexts import Expected
from flake8_http_status.findings import Kind
from flake8_http_status.infer import infer
from flake8_http_status.names import words
from flake8_http_status.slots import slot
from flake8_http_status.unit import Unit

_BEGINNING = frozenset({"expect", "that", "assert_that"})
_JOINING = frozenset({"should", "must", "should_not", "must_not"})
_SAME = frozenset({
    "equal", "equals", "equal_to", "to_equal", "is_equal_to", "is_not_equal_to", "not_equal", "not_equal_to",
    "eq", "be", "to_be", "is_", "is_not",
})


def asserted(unit: Unit, node: ast.Constant) -> Expected | None:
    """What a sentence says that its last word is equal to, or one of its parts in brackets."""
    parent = unit.scopes.parents[node]
    if not isinstance(parent, ast.Call) or parent.args[:1] != [node]:
        return None
    match parent.func:
        case ast.Attribute(value=sentence, attr=name) if name in _SAME:
            subject = _subject(sentence)
        case ast.Name(id=name) if name in _SAME:
            subject = _beside(unit, parent)
        case _:
            return None
    kind: Kind = "method" if isinstance(node.value, str) else "status"
    found = slot(infer(unit, subject), kind) if subject is not None else None
    return Expected(found, "comparison") if found is not None else None


def _subject(sentence: ast.expr) -> ast.expr | None:
    """Of what a sentence is: ``x`` in ``expect(x).to``, ``assert_that(x)`` and ``x.should``."""
    while True:
        match sentence:
            case ast.Attribute(value=subject, attr=name) if name in _JOINING:
                return subject
            case ast.Attribute(value=before):
                sentence = before
            case ast.Call(func=func, args=[subject, *_]) if _begins(func):
                return subject
            case ast.Call(func=ast.Attribute(value=before)):
                sentence = before
            case _:
                return None


def _beside(unit: Unit, matcher: ast.Call) -> ast.expr | None:
    """``x`` in ``assert_that(x, equal_to(404))``, where ``matcher`` is the second argument or in it."""
    inner: ast.AST = matcher
    for around in unit.scopes.ancestors(matcher):
        match around:
            case ast.Call(func=func, args=[subject, matching, *_]) if matching is inner and _begins(func):
                return subject
            case ast.Call(func=ast.Name(id=name), args=[only]) if only is inner and name in _SAME | {"not_"}:
                inner = around
            case _:
                return None
    return None


def _begins(func: ast.expr) -> bool:
    match func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return "_".join(words(name)) in _BEGINNING
    return False
