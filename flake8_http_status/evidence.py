"""Evidence where nothing resolves: what stands beside a literal.

Each way of knowing is one function of WAYS.  They are asked only when types and names say nothing;
what they find has the evidence "named".
"""
from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Callable
from typing import TypeAlias

from flake8_http_status.asserted import asserted
from flake8_http_status.constants import METHODS, STATUSES
from flake8_http_status.contexts import Expected, expect
from flake8_http_status.findings import Context, Kind
from flake8_http_status.infer import infer, named
from flake8_http_status.literals import is_phrase
from flake8_http_status.names import words
from flake8_http_status.nodes import asserted_call
from flake8_http_status.slots import as_told, is_settled, slot
from flake8_http_status.types import Slot, Type, element
from flake8_http_status.unit import Unit

Way: TypeAlias = Callable[[Unit, ast.Constant], Expected | None]
_METHOD = Slot("method", evidence="named")
_STATUS = Slot("status", evidence="named")
_LOCATIONS = frozenset({"url", "uri", "urls", "path", "endpoint", "route", "href", "link", "location"})
_ASKING = frozenset({"request", "fetch", "http", "rest"})
_HANDLING = frozenset(
    {"get", "post", "put", "patch", "delete", "head", "options", "handle", "handler", "view", "endpoint",
     "callback", "response", "respond", "dispatch"}
)
_ROUTING = frozenset({"route", "get", "post", "put", "patch", "delete", "expose", "api_route"})
_ANSWERING = frozenset({"dict", "jsonify", "template", "response"})
_OPENING = ("{", "[", "<")
_FAILING = ("Error", "Exception", "Fault", "Failure")
#: Names of headers are texts like these.
_HEADER = re.compile(r"[A-Z][A-Za-z0-9]*(-[A-Za-z0-9]+)+|Accept|Allow|Location|Server|Vary")


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


def location_beside(unit: Unit, node: ast.Constant) -> Expected | None:
    """A method next to a URL or path: ``call("POST", "/users")``, ``("GET", url)``."""
    if node.value not in METHODS:
        return None
    siblings, place, context = _siblings(unit, node)
    if place < 0:
        return None
    # Behind an address, HEAD is more often a revision than a method: git ls-remote URL HEAD.
    before = siblings[max(0, place - 1) : place] if node.value != "HEAD" else []
    around = before + siblings[place + 1 : place + 2]
    return Expected(_METHOD, context) if any(_is_location(one) for one in around) else None


def _siblings(unit: Unit, node: ast.expr) -> tuple[list[ast.expr], int, Context]:
    """What stands in a row with ``node``, and its place there (from 0, -1 where it has none)."""
    parent = unit.scopes.parents[node]
    match parent:
        case ast.Call(args=given):
            return given, unit.place(parent, "args", node), "argument"
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            return elements, unit.place(parent, "elts", node), "value"
    return [], -1, "value"


def _is_location(node: ast.expr) -> bool:
    while isinstance(node, ast.BinOp):
        node = node.left
    match node:
        case ast.Constant(value=str(text)):
            return text.startswith(("/", "http://", "https://"))
        case ast.Constant(value=bytes(raw)):
            return raw.startswith((b"/", b"http://", b"https://"))
        case ast.JoinedStr(values=[ast.FormattedValue(value=first), ast.Constant(value=str(text)), *_]):
            return text.startswith("/") or _is_location(first)
        case ast.JoinedStr(values=[first, *_]):
            return _is_location(first.value if isinstance(first, ast.FormattedValue) else first)
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return not _LOCATIONS.isdisjoint(words(name))
        case ast.Call(func=func):
            return _is_location(func) or (isinstance(func, ast.Attribute) and _is_location(func.value))
    return False


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
        found = slot(element(said), kind)
    return Expected(found, context) if found is not None else None


def _said_before(unit: Unit, node: ast.expr) -> tuple[Type | None, Context]:
    """What the key right before ``node`` says of it."""
    siblings, place, context = _siblings(unit, node)
    key = siblings[place - 1] if place > 0 else None
    if not isinstance(key, ast.Constant) or not isinstance(key.value, str) or key.value in METHODS:
        return None, context
    return named(unit, "keys", key.value), context


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
    said = unit.world.memory.ask(unit.memo, ("methods alone", parent), lambda: _are_methods(together))
    return Expected(_METHOD, "value") if said else None


def _are_methods(together: list[ast.expr]) -> bool:
    values = [one.value for one in together if isinstance(one, ast.Constant)]
    return len(values) >= max(2, len(together)) and all(value in METHODS for value in values)


def failures_together(unit: Unit, node: ast.Constant) -> Expected | None:
    """A key of a mapping of exceptions and nothing else: ``{404: NotFoundError, 409: ConflictError}``."""
    parent = unit.scopes.parents[node]
    if not isinstance(parent, ast.Dict) or unit.place(parent, "keys", node) < 0:
        return None
    said = unit.world.memory.ask(unit.memo, ("failures alone", parent), lambda: _are_failures(parent))
    return Expected(_STATUS, "value") if said else None


def _are_failures(mapping: ast.Dict) -> bool:
    keys = [one.value for one in mapping.keys if isinstance(one, ast.Constant)]
    codes = [one for one in keys if isinstance(one, int) and one >= 300 and one in STATUSES]
    failures = [one for one in mapping.values if _name(one).endswith(_FAILING)]
    return len(codes) == len(failures) == len(mapping.keys) > 1


def request_function(unit: Unit, node: ast.Constant) -> Expected | None:
    """A method as the first argument of a function that is called after requests."""
    parent = unit.scopes.parents[node]
    match parent:
        case ast.Call(func=func, args=[first, *_]) if first is node:
            asking = not _ASKING.isdisjoint(words(_name(func)))
            return Expected(_METHOD, "argument") if asking and node.value in METHODS else None
    return None


def status_function(unit: Unit, node: ast.Constant) -> Expected | None:
    """An argument of a function that is called after statuses: ``assert_status(response, 200)``."""
    parent = unit.scopes.parents[node]
    match parent:
        case ast.Call(func=func) if unit.place(parent, "args", node) >= 0:
            spoken = set(words(_name(func)))
            says = "status" in spoken or {"http", "error"} <= spoken or {"response", "code"} <= spoken
            return Expected(_STATUS, "argument") if says else None
    return None


def phrase_beside(unit: Unit, node: ast.Constant) -> Expected | None:
    """An argument before or behind its own phrase: ``deny(403, "Forbidden")``."""
    parent = unit.scopes.parents[node]
    if not isinstance(parent, ast.Call) or not isinstance(node.value, int) or node.value < 200:
        return None
    siblings, place, context = _siblings(unit, node)
    for one in siblings[max(0, place - 1) : place + 2] if place >= 0 else []:
        match one:
            case ast.Constant(value=str(text)) if text[:1].isupper() and is_phrase(text, node.value):
                return Expected(_STATUS, context)
    return None


def _name(func: ast.expr) -> str:
    match asserted_call(func):
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def failure(unit: Unit, node: ast.Constant) -> Expected | None:
    """The first argument of an exception, in a module that has to do with HTTP."""
    parent = unit.scopes.parents[node]
    match parent:
        case ast.Call(func=func, args=[first, *_]) if first is node:
            fails = _name(func).endswith(_FAILING) and isinstance(node.value, int) and node.value >= 300
            fails = fails and not hasattr(builtins, _name(func)) and infer(unit, func) is None
            return Expected(_STATUS, "argument") if fails and unit.speaks_http else None
    return None


def response_tuple(unit: Unit, node: ast.Constant) -> Expected | None:
    """``return 404, {...}`` from a function that handles requests, in a module that speaks HTTP.

    With headers beside it it says what it is anywhere: ``return 302, "", headers``.
    """
    parent = unit.scopes.parents[node]
    if not isinstance(parent, ast.Tuple) or not isinstance(unit.scopes.parents[parent], ast.Return):
        return None
    others = [one for one in parent.elts if one is not node]
    if not 1 <= len(others) <= 3:
        return None
    if isinstance(node.value, int) and node.value >= 200 and any(map(_is_headers, others)):
        return Expected(_STATUS, "value")
    if len(others) > 2 or parent.elts.index(node) > 1:
        return None
    if any(isinstance(one, ast.Constant) and not isinstance(one.value, str | bytes) for one in others[:1]):
        return None
    function = unit.scopes.enclosing_function(parent)
    if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
        return None
    if any(_is_route(one) for one in function.decorator_list):
        return Expected(_STATUS, "value")
    if _is_answer(node, others[0]):
        return Expected(_STATUS, "value")
    handles = not _HANDLING.isdisjoint(words(function.name)) or isinstance(others[0], ast.Dict)
    answers = handles or (isinstance(node.value, int) and node.value >= 200 and _is_body(others[0]))
    return Expected(_STATUS, "value") if answers and unit.speaks_http else None


def _is_headers(node: ast.expr) -> bool:
    """Whether an expression is the headers of a response, by its name or by one of them."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.Call(func=ast.Attribute(attr=name)):
            return words(name)[-1:] == ("headers",)
        case ast.Dict(keys=[ast.Constant(value=str(name)), *_]):
            return _HEADER.fullmatch(name) is not None
        case ast.List(elts=[ast.Tuple(elts=[ast.Constant(value=str(name)), _]), *_]):
            return _HEADER.fullmatch(name) is not None
    return False


def _is_answer(node: ast.Constant, beside: ast.expr) -> bool:
    """Whether a pair says what it is in any module: ``"", 204``, ``jsonify(x), 201``."""
    match beside:
        case ast.Constant(value="" | b""):
            return node.value == 204
        case ast.Call(func=func):
            return "jsonify" in words(_name(func)) and isinstance(node.value, int) and node.value >= 200
    return False


def _is_body(node: ast.expr) -> bool:
    """Whether an expression is the body of a response: nothing, JSON, markup, what a template gives."""
    match node:
        case ast.Constant(value=str(text)):
            return not text or text.startswith(_OPENING)
        case ast.Constant(value=bytes(raw)):
            return not raw or raw.startswith(tuple(one.encode() for one in _OPENING))
        case ast.Call(func=func):
            return not _ANSWERING.isdisjoint(words(_name(func)))
    return False


def _is_route(decorator: ast.expr) -> bool:
    """Whether a decorator binds a function to a path: ``@app.route("/")``."""
    match decorator:
        case ast.Call(func=ast.Attribute(attr=name), args=[first, *_]):
            return name in _ROUTING and _is_location(first)
    return False


WAYS: dict[str, tuple[Way, ...]] = {
    "method": (location_beside, key_beside, methods_together, request_function, asserted),
    "status": (
        key_beside, status_function, phrase_beside, failures_together, failure, response_tuple, asserted,
    ),
}
