"""Evidence where nothing resolves: what stands beside a literal.

Each way of knowing is one function of WAYS.  They are asked only when types and names say nothing;
what they find has the evidence "named".
"""
from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TypeAlias

from flake8_http_status.answers import answer_mocked, response_kept, response_made, response_tuple
from flake8_http_status.asserted import asserted
from flake8_http_status.calls import callables, parameter_for
from flake8_http_status.constants import METHODS, is_final
from flake8_http_status.contexts import Expected, expect
from flake8_http_status.failures import (
    among_failures,
    called_after,
    class_called_after,
    failure,
    failures_together,
)
from flake8_http_status.findings import Context, Kind
from flake8_http_status.infer import infer
from flake8_http_status.keyed import (
    as_text,
    document_beside,
    documented,
    key_of_mapping,
    mapped_by_name,
    media_beside,
    named_by_values,
    row_of_error,
)
from flake8_http_status.locations import chosen, key_under_location, location_beside, siblings
from flake8_http_status.names import words
from flake8_http_status.neighbours import (
    behind_option,
    beside_comparison,
    message_of_assertion,
    of_an_exchange,
    phrase_beside,
    said_by_neighbours,
)
from flake8_http_status.nodes import asserted_call, name_of
from flake8_http_status.slots import NAMED_METHOD, NAMED_STATUS, as_told, is_settled, slot
from flake8_http_status.speaking import key_of, named
from flake8_http_status.telling import code_of_error, part_of_answer, several_failures, unpacked
from flake8_http_status.types import Collection, Function, Type, element, join, options
from flake8_http_status.unit import Unit

Way: TypeAlias = Callable[[Unit, ast.Constant], Expected | None]
_FEW_STATUSES = 3


def expected(unit: Unit, node: ast.Constant) -> Expected:
    """What is expected where a literal stands: by types and names, or else by what is beside it."""
    found = expect(unit, node)
    kind: Kind = "method" if isinstance(node.value, str) else "status"
    if slot(found.type, kind) is not None or is_settled(found.type):
        return found
    beside = next(filter(None, (way(unit, node) for way in WAYS[kind])), None)
    if beside is None:
        return found
    # What the place does with any value it does with this one, too.
    return Expected(as_told(beside.type, found.type), beside.context)


def key_beside(unit: Unit, node: ast.Constant) -> Expected | None:
    """The value after a key that speaks: ``get("REQUEST_METHOD", "GET")``, ``("status", 404)``.

    Or one of several behind it: ``pop("methods", ["GET"])``.
    """
    kind: Kind = "method" if isinstance(node.value, str) else "status"
    said, context = _said_before(unit, node)
    found = slot(said, kind)
    display = unit.scopes.parents[node]
    if found is None and isinstance(display, ast.List | ast.Tuple | ast.Set):
        said, context = _said_before(unit, display)
        # A name in the singular may stand for several: setdefault("expected_status", [200, 204]).
        found = slot(join([element(said), said]), kind)
    return Expected(found, context) if found is not None else None


def _said_before(unit: Unit, node: ast.expr) -> tuple[Type | None, Context]:
    """What the key right before ``node`` says of it; a constant is one where something is set under it."""
    beside, place, context = siblings(unit, node)
    before = beside[place - 1] if place > 0 else None
    key = key_of(before) if isinstance(before, ast.Constant) or _sets(unit, node) else None
    return named(unit, "keys", key) if key is not None and key not in METHODS else None, context


def _sets(unit: Unit, node: ast.expr) -> bool:
    """Whether ``node`` is what a call sets under a key: ``span.set_attribute(HTTP_STATUS_CODE, 404)``.

    Or a mock is asked whether it was given: ``tag.assert_called_with(HTTP_STATUS_CODE, 404)``.
    """
    match unit.scopes.parents[node]:
        case ast.Call(func=func, args=[_, value]) if value is node:
            is_asserted = asserted_call(func) is not func
            return is_asserted or unit.world.lists("setters", words(name_of(func))[:1])
    return False


def methods_together(unit: Unit, node: ast.Constant) -> Expected | None:
    """Several methods and nothing else in a collection or as the keys of a mapping."""
    parent = unit.scopes.parents[node]
    match parent:
        case ast.List(elts=together) | ast.Set(elts=together) | ast.Tuple(elts=together):
            pass
        case ast.Dict(keys=keys) if unit.place(parent, "keys", node) >= 0:
            together = [key for key in keys if key is not None]
        case _:
            return None
    # Each of them asks, and the answer is the same.
    said = unit.world.memory.ask(unit.memo, ("methods alone", parent), lambda: _are_methods(unit, together))
    return Expected(NAMED_METHOD, "value") if said else None


def _are_methods(unit: Unit, together: list[ast.expr]) -> bool:
    values = [one.value for one in together if isinstance(one, ast.Constant)]
    if len(values) < len(together) or not all(value in METHODS for value in values):
        return False
    # PUT and DELETE are words of stores and queues, too.
    return len({*values}) > 1 and (unit.world.lists("clear", map(str, values)) or unit.speaks_http)


def request_function(unit: Unit, node: ast.Constant) -> Expected | None:
    """A method as the first argument of a function that is called after requests, or adds a route."""
    given = chosen(unit, node)
    match unit.scopes.parents[given]:
        case ast.Call(func=func, args=[first, *others]) as call if first is given:
            if _takes_path(unit, call, given):
                return None
            spoken = words(name_of(func))
            asking = unit.world.lists("requesters", spoken) or (spoken[-1:] == ("route",) and len(others) > 0)
            return Expected(NAMED_METHOD, "argument") if asking and node.value in METHODS else None
    return None


def _takes_path(unit: Unit, call: ast.Call, given: ast.expr) -> bool:
    """Whether a function of the project takes an argument as a path: ``def fetch(self, path)``."""
    known = (one for one in callables(infer(unit, call.func)) if isinstance(one, Function))
    takers = (parameter_for(one, call, given) for one in known if not one.unit.stub)
    said = [words(taker.arg) for taker in takers if taker is not None]
    return any(unit.world.lists(kind, one) for kind in ("addresses", "paths") for one in said)


def status_function(unit: Unit, node: ast.Constant) -> Expected | None:
    """An argument of a function that is called after statuses: ``assert_status(response, 200)``.

    Or of one that looks whether a response is right: ``check_response(response, 200)``.
    """
    parent = unit.scopes.parents[node]
    match parent:
        case ast.Call(func=func) if unit.place(parent, "args", node) >= 0:
            spoken = words(name_of(func))
            says = any(set(one.split("_")).issubset(spoken) for one in unit.world.words("tellers"))
            looks = unit.world.lists("checkers", spoken[:1]) and unit.world.lists("answers", spoken[-1:])
            looks = looks and is_final(node.value)
            if (says or looks) and _is_told(unit, parent) and not _is_behind_state(parent.args, node):
                return Expected(NAMED_STATUS, "argument")
    return None


def _is_behind_state(given: list[ast.expr], node: ast.Constant) -> bool:
    """Whether the status itself is the text before a number: ``set_status(zone, "SUCCESS", 101)``."""
    before = given[: given.index(node)]
    texts = [one.value for one in before if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return any(text.isupper() and text not in METHODS for text in texts)


def _is_told(unit: Unit, call: ast.Call) -> bool:
    """Whether a function is given few numbers; one that is given many is given a table."""
    numbers = (one for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, int))
    return unit.keep(("told few", call), lambda: sum(1 for _ in numbers) <= _FEW_STATUSES)


def one_for_several(unit: Unit, node: ast.Constant) -> Expected | None:
    """One where a name in the plural means several: ``route(allowed_methods="GET")``."""
    kind: Kind = "method" if isinstance(node.value, str) else "status"
    around = expect(unit, node)
    inner = [one.element for one in options(around.type) if isinstance(one, Collection)]
    found = slot(join(inner), kind)
    if found is None or found.evidence != "named" or around.context == "comparison":
        return None
    return Expected(found, around.context)


WAYS: dict[str, tuple[Way, ...]] = {
    "method": (
        location_beside, key_under_location, key_beside, behind_option, of_an_exchange, methods_together,
        mapped_by_name, request_function, one_for_several, asserted,
    ),
    "status": (
        key_beside, said_by_neighbours, status_function, phrase_beside, beside_comparison,
        message_of_assertion, of_an_exchange, called_after, class_called_after, among_failures,
        mapped_by_name, failures_together, failure, response_made, response_tuple, response_kept, documented,
        named_by_values, media_beside, document_beside, row_of_error, key_of_mapping, as_text, part_of_answer,
        unpacked, several_failures, code_of_error, answer_mocked, one_for_several, asserted,
    ),
}
