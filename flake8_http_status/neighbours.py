"""Literals that others beside them explain: a phrase, a method with its path, a comparison."""
from __future__ import annotations

import ast

from flake8_http_status.constants import METHODS, STATUSES
from flake8_http_status.contexts import Expected, expect
from flake8_http_status.infer import infer
from flake8_http_status.literals import is_phrase
from flake8_http_status.locations import is_location, siblings
from flake8_http_status.names import words
from flake8_http_status.nodes import name_of
from flake8_http_status.slots import NAMED_METHOD, NAMED_STATUS, slot
from flake8_http_status.speaking import weakly_named
from flake8_http_status.unit import Unit

#: A mapping with more is a table.
_FEW_FIELDS = 12
#: What a response is made of.
_CONTENTS = frozenset({"text", "json", "body", "headers", "content"})
#: Command lines have a method behind one of these, as those of curl.
_OPTIONS = ("-X", "--request")


def said_by_neighbours(unit: Unit, node: ast.Constant) -> Expected | None:
    """A keyword that says little alone, beside others that say more: ``f(method="POST", code=201)``.

    Or given to what is called after responses: ``Response(code=404, text=x)``.
    """
    parent = unit.scopes.parents[node]
    while isinstance(parent, ast.IfExp):
        parent = unit.scopes.parents[parent]
    if not isinstance(parent, ast.keyword) or parent.arg is None:
        return None
    found = slot(weakly_named(unit, "keywords", parent.arg), "status")
    call = unit.scopes.parents[parent]
    if found is None or not isinstance(call, ast.Call):
        return None
    given = {one.arg: one.value for one in call.keywords}
    method = given.get("method")
    is_asking = isinstance(method, ast.Constant) and method.value in METHODS
    answers = words(name_of(call.func))[-1:] == ("response",) and not _CONTENTS.isdisjoint(given)
    return Expected(found, "argument") if is_asking or answers else None


def phrase_beside(unit: Unit, node: ast.Constant) -> Expected | None:
    """A number before or behind its own phrase, or in a mapping or an answer with it.

    ``deny(403, "Forbidden")``, ``{"errno": 404, "error": "Not Found"}``, ``return 404, {}, "Not Found"``.
    """
    if not isinstance(node.value, int) or node.value < 200:
        return None
    around: list[ast.expr] = []
    match unit.scopes.parents[node]:
        case ast.Call():
            beside, place, context = siblings(unit, node)
            around = beside[max(0, place - 1) : place + 2] if place >= 0 else []
        case ast.Dict(values=values) if node in values and len(values) <= _FEW_FIELDS:
            around, context = values, "value"
        case ast.Tuple(elts=elements) as row if _is_given_back(unit, row):
            around, context = elements, "value"
    for one in around:
        match one:
            case ast.Constant(value=str(text)) if not text[:1].islower() and is_phrase(text, node.value):
                return Expected(NAMED_STATUS, context)
    return None


def _is_given_back(unit: Unit, row: ast.Tuple) -> bool:
    """Whether a function gives a tuple back, or a mock of one."""
    match unit.scopes.parents[row]:
        case ast.Return() | ast.keyword(arg="return_value"):
            return True
        case ast.Assign(targets=[ast.Attribute(attr="return_value")]):
            return True
    return False


def beside_comparison(unit: Unit, node: ast.Constant) -> Expected | None:
    """What stands for another side of a comparison: ``assert r.status_code == 200 if x else 429``.

    It never was compared, for the comparison binds closer; but it is what was meant.
    """
    match unit.scopes.parents[node]:
        case ast.IfExp(body=body, orelse=orelse) as choice if node is not choice.test:
            others = [body, orelse]
        case ast.BoolOp(op=ast.Or(), values=others):
            pass
        case _:
            return None
    compared = [one.comparators[0] for one in others if isinstance(one, ast.Compare)]
    found = [slot(expect(unit, one).type, "status") for one in compared if _is_status(one)]
    return Expected(found[0], "value") if found and found[0] is not None else None


def message_of_assertion(unit: Unit, node: ast.Constant) -> Expected | None:
    """The message of an assertion of a status, meant to be its value: ``assertTrue(r.status_code, 200)``."""
    match unit.scopes.parents[node]:
        case ast.Assert(test=subject, msg=message) if message is node:
            pass
        case ast.Call(func=func, args=[subject, message]) if message is node:
            if words(name_of(func)) not in (("assert", "true"), ("assert",)):
                return None
        case _:
            return None
    return Expected(found, "value") if (found := slot(infer(unit, subject), "status")) is not None else None


def _is_status(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value in STATUSES


def behind_option(unit: Unit, node: ast.Constant) -> Expected | None:
    """A method behind the option of a command that takes one: ``["curl", "-X", "POST", …]``."""
    around, place, context = siblings(unit, node)
    match around[place - 1] if place > 0 else None:
        case ast.Constant(value=str(text)) if text in _OPTIONS and node.value in METHODS:
            return Expected(NAMED_METHOD, context)
    return None


def of_an_exchange(unit: Unit, node: ast.Constant) -> Expected | None:
    """A method, a status and a path, all three in a row: ``allow("POST", 503, "/runs")``.

    Or several statuses: ``allow("POST", "/runs", [200, 503])``.
    """
    given: ast.expr = node
    several = unit.scopes.parents[node]
    match several, unit.scopes.parents.get(several):
        case (ast.List() | ast.Tuple() | ast.Set()) as row, ast.Call():
            given = row
    around, place, context = siblings(unit, given)
    if place < 0 or len(around) > _FEW_FIELDS:
        return None
    methods = [one for one in around if isinstance(one, ast.Constant) and one.value in METHODS]
    numbers = [one for one in around if _is_number(one)]
    if len(methods) != 1 or len(numbers) != 1 or not _are_statuses(numbers[0]):
        return None
    if not any(is_location(unit, one) for one in around if one is not methods[0]):
        return None
    return Expected(NAMED_METHOD if node is methods[0] else NAMED_STATUS, context)


def _is_number(node: ast.expr) -> bool:
    match node:
        case ast.Constant(value=int()):
            return True
        case ast.List(elts=elements) | ast.Tuple(elts=elements) | ast.Set(elts=elements):
            return bool(elements) and all(map(_is_number, elements))
    return False


def _are_statuses(node: ast.expr) -> bool:
    match node:
        case ast.List(elts=elements) | ast.Tuple(elts=elements) | ast.Set(elts=elements):
            return all(map(_is_status, elements))
    return _is_status(node)
