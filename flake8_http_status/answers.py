"""What a function gives back that answers a request: a pair of a status and a body."""
from __future__ import annotations

import ast
import re

from flake8_http_status.contexts import Expected
from flake8_http_status.locations import is_location
from flake8_http_status.names import words
from flake8_http_status.nodes import name_of
from flake8_http_status.types import Slot
from flake8_http_status.unit import Unit

_STATUS = Slot("status", evidence="named")
_HANDLING = frozenset(
    {"get", "post", "put", "patch", "delete", "head", "options", "handle", "handler", "view", "endpoint",
     "callback", "response", "respond", "dispatch"}
)
_ROUTING = frozenset({"route", "get", "post", "put", "patch", "delete", "expose", "api_route"})
_ANSWERING = frozenset({"dict", "jsonify", "template", "response"})
_OPENING = ("{", "[", "<")
_DOCUMENTS = ('{"', '[{"', "<html", "<!doctype", "<?xml")
#: Names of headers are texts like these; the status is among them in some frameworks.
_HEADER = re.compile(r"[A-Z][A-Za-z0-9]*(-[A-Za-z0-9]+)+|Accept|Allow|Location|Server|Vary|status")


def response_tuple(unit: Unit, node: ast.Constant) -> Expected | None:
    """``return 404, {...}`` from a function that handles requests, in a module that speaks HTTP.

    With headers or a document beside it it says what it is anywhere: ``return 302, "", headers``.
    """
    parent = unit.scopes.parents[node]
    if not isinstance(parent, ast.Tuple) or not isinstance(unit.scopes.parents[parent], ast.Return):
        return None
    others = [one for one in parent.elts if one is not node]
    is_large = isinstance(node.value, int) and node.value >= 200
    if not 1 <= len(others) <= 3:
        return None
    if is_large and any(map(_is_headers, others)):
        return Expected(_STATUS, "value")
    function = unit.scopes.enclosing_function(parent)
    if len(others) > 2 or parent.elts.index(node) > 1:
        return None
    if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef) or _is_other_number(others[0]):
        return None
    if any(map(_is_route, function.decorator_list)) or _is_answer(node, others[0]):
        return Expected(_STATUS, "value")
    if is_large and (_is_response(function.returns) or any(map(_is_document, others))):
        return Expected(_STATUS, "value")
    handles = not _HANDLING.isdisjoint(words(function.name)) or isinstance(others[0], ast.Dict)
    answers = handles or (is_large and _is_body(others[0]))
    return Expected(_STATUS, "value") if answers and unit.speaks_http else None


def _is_other_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and not isinstance(node.value, str | bytes)


def _is_response(annotation: ast.expr | None) -> bool:
    """Whether what a function is declared to give back is called after responses."""
    match annotation:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.Constant(value=str(name)):
            return "response" in words(name)
    return False


def _is_document(node: ast.expr) -> bool:
    """Whether an expression is a text of JSON or markup: ``'{"error": …}'``, ``json.dumps(x).encode()``."""
    match node:
        case ast.Constant(value=str(text)) | ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]):
            return text.lower().startswith(_DOCUMENTS)
        case ast.Constant(value=bytes(raw)):
            return raw.lower().startswith(tuple(one.encode() for one in _DOCUMENTS))
        case ast.Call(func=ast.Attribute(value=text, attr="encode")):
            return _is_document(text)
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="dumps")):
            return "json" in name
    return False


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
            return "jsonify" in words(name_of(func)) and isinstance(node.value, int) and node.value >= 200
    return False


def _is_body(node: ast.expr) -> bool:
    """Whether an expression is the body of a response: nothing, JSON, markup, what a template gives."""
    match node:
        case ast.Constant(value=str(text)):
            return not text or text.startswith(_OPENING)
        case ast.Constant(value=bytes(raw)):
            return not raw or raw.startswith(tuple(one.encode() for one in _OPENING))
        case ast.Call(func=func):
            return not _ANSWERING.isdisjoint(words(name_of(func)))
    return False


def _is_route(decorator: ast.expr) -> bool:
    """Whether a decorator binds a function to a path: ``@app.route("/")``."""
    match decorator:
        case ast.Call(func=ast.Attribute(attr=name), args=[first, *_]):
            return name in _ROUTING and is_location(first)
    return False
