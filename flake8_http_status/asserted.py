"""Assertions that read like a sentence: ``expect(r.status_code).to.equal(404)``."""
from __future__ import annotations

import ast

from flake8_http_status.contexts import Expected
from flake8_http_status.findings import Kind
from flake8_http_status.infer import infer
from flake8_http_status.names import words
from flake8_http_status.slots import slot
from flake8_http_status.unit import Unit


def asserted(unit: Unit, node: ast.Constant) -> Expected | None:
    """What a sentence says that its last word is equal to, or one of its parts in brackets."""
    parent = unit.scopes.parents[node]
    if not isinstance(parent, ast.Call) or parent.args[:1] != [node]:
        return None
    match parent.func:
        case ast.Attribute(value=sentence, attr=name) if _is_equality(unit, name):
            subject = _subject(unit, sentence)
        case ast.Name(id=name) if _is_equality(unit, name):
            subject = _beside(unit, parent)
        case _:
            return None
    kind: Kind = "method" if isinstance(node.value, str) else "status"
    found = slot(infer(unit, subject), kind) if subject is not None else None
    return Expected(found, "comparison") if found is not None else None


def _subject(unit: Unit, sentence: ast.expr) -> ast.expr | None:
    """Of what a sentence is: ``x`` in ``expect(x).to``, ``assert_that(x)`` and ``x.should``."""
    while True:
        match sentence:
            case ast.Attribute(value=subject, attr=name) if name in unit.world.words("joints"):
                return subject
            case ast.Attribute(value=before):
                sentence = before
            case ast.Call(func=func, args=[subject, *_]) if _begins(unit, func):
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
            case ast.Call(func=func, args=[subject, matching, *_]) if matching is inner:
                return subject if _begins(unit, func) else None
            case ast.Call(func=ast.Name(id=name), args=[only]) if only is inner:
                if name != "not_" and not _is_equality(unit, name):
                    return None
                inner = around
            case _:
                return None
    return None


def _is_equality(unit: Unit, name: str) -> bool:
    return unit.world.lists("equalities", ["_".join(words(name))])


def _begins(unit: Unit, func: ast.expr) -> bool:
    match func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return unit.world.lists("beginnings", ["_".join(words(name))])
    return False
