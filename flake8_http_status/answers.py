"""What a request is answered with: ``return {...}, 404``, ``FakeResponse(404)``."""
from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from flake8_http_status.calls import callables
from flake8_http_status.compared import number_of
from flake8_http_status.constants import STATUSES, TELLING, is_final
from flake8_http_status.contexts import Expected
from flake8_http_status.infer import infer
from flake8_http_status.locations import chosen, is_location
from flake8_http_status.names import words
from flake8_http_status.nodes import Function as FunctionNode
from flake8_http_status.nodes import name_of, parameters
from flake8_http_status.slots import NAMED_STATUS
from flake8_http_status.types import Class, Function, options
from flake8_http_status.unit import Unit

_OPENING = ("{", "[", "<")
_DOCUMENTS = ('{"', '[{"', "<html", "<!doctype", "<?xml")
_SUCCESSES = frozenset({200, 201, 202, 204})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
#: Names of headers are texts like these.
_HEADER = re.compile(r"[A-Z][A-Za-z0-9]*(-[A-Za-z0-9]+)+|Accept|Allow|Location|Server|Vary")


def response_made(unit: Unit, node: ast.Constant) -> Expected | None:
    """The first or second argument of a response of who knows which library: ``FakeResponse(404, {})``.

    In a module that has to do with HTTP, the first one of any class that is called after responses.
    """
    match unit.scopes.parents[node]:
        case ast.Call(func=func, args=[first, *_] as given) if node in given[:2]:
            name = _name_of_class(unit, func)
            *kind, last = words(name) or ("",)
            makes = name.lstrip("_")[:1].isupper() and last == "response"
            makes = makes and is_final(node.value)
            counts = first is not node and isinstance(first, ast.Constant) and isinstance(first.value, int)
            is_one = not counts and unit.world.words("doubles").issuperset(kind)
            if makes and (is_one or (first is node and unit.speaks_http)) and not _is_known(unit, func):
                return Expected(NAMED_STATUS, "argument")
    return None


def _name_of_class(unit: Unit, func: ast.expr) -> str:
    """What is made by a call: of ``x.Response.make()`` as of ``x.Response()`` it is ``Response``."""
    match func:
        case ast.Attribute(value=cls, attr=name) if unit.world.lists("makers", [name]):
            return name_of(cls)
    return name_of(func)


def _is_known(unit: Unit, func: ast.expr) -> bool:
    """Whether what is called tells itself what it takes: not where it is left to bases that are unknown."""
    # By its name what is called may seem to be a response itself.
    return any(
        isinstance(one, Function) or (isinstance(one, Class) and _tells_what_it_takes(one))
        for one in options(infer(unit, func))
    )


def _tells_what_it_takes(of: Class) -> bool:
    constructors = (one for one in callables(of) if isinstance(one, Function))
    return of.unit.stub or not of.node.bases or any(constructors)


def response_tuple(unit: Unit, node: ast.Constant) -> Expected | None:
    """``return 404, {...}`` from a function that handles requests, in a module that speaks HTTP.

    With headers or a document beside it it says what it is anywhere: ``return 302, "", headers``.
    """
    given = chosen(unit, node)
    parent = unit.scopes.parents[given]
    if not isinstance(parent, ast.Tuple):
        return None
    if not isinstance(unit.scopes.parents[chosen(unit, parent)], ast.Return):
        return None
    others = [one for one in parent.elts if one is not given]
    is_large = is_final(node.value)
    if not 1 <= len(others) <= 3:
        return None
    if is_large and any(_is_headers(one) or _repeats(one, node) for one in others):
        return Expected(NAMED_STATUS, "value")
    if is_large and (_is_raw(others) or _is_redirect(unit, node, others)):
        return Expected(NAMED_STATUS, "value")
    function = unit.scopes.enclosing_function(parent)
    if is_large and function is not None and _answers_differ(unit, function, parent.elts.index(given)):
        return Expected(NAMED_STATUS, "value")
    if len(others) > 2 or parent.elts.index(given) > 1:
        return None
    if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef) or _is_other_number(others[0]):
        return None
    if any(_is_route(unit, one) for one in function.decorator_list) or _is_answer(node, others[0]):
        return Expected(NAMED_STATUS, "value")
    if is_large and (_is_response(function.returns) or any(map(_is_document, others))):
        return Expected(NAMED_STATUS, "value")
    # A fixture's request is another.
    is_plain = is_large and not function.decorator_list
    takes = is_plain and [one.arg for one in parameters(function)[:1]] == ["request"]
    handles = takes or unit.world.lists("handlers", words(function.name)) or isinstance(others[0], ast.Dict)
    answers = handles or (is_large and _is_body(unit, others[0]))
    return Expected(NAMED_STATUS, "value") if answers and (unit.speaks_http or takes) else None


def response_kept(unit: Unit, node: ast.Constant) -> Expected | None:
    """A status first in what is called a response: ``response = (404, {}, "gone")``."""
    row = unit.scopes.parents[node]
    match row, unit.scopes.parents.get(row):
        case (
            ast.Tuple(elts=[first, ast.Dict() | ast.Constant(value=str() | bytes()), *_]),
            ast.Assign(targets=[ast.Name(id=name) | ast.Attribute(attr=name)]),
        ) if first is node and is_final(node.value):
            is_one = unit.world.lists("answers", words(name)[-1:])
            return Expected(NAMED_STATUS, "value") if is_one else None
    return None


def answer_mocked(unit: Unit, node: ast.Constant) -> Expected | None:
    """A status first in what a mock gives for a request: ``client.post.return_value = (404, {})``.

    Or ``patch("acme.send_request", return_value=(404, {}))``.
    """
    row = unit.scopes.parents[node]
    match row:
        case ast.Tuple(elts=[first, body, *others]) if first is node and len(others) < 2:
            is_status = is_final(node.value) and number_of(body) is None
            asked = _mocked(unit, row) if is_status else ""
            return Expected(NAMED_STATUS, "value") if unit.world.lists("mocked", words(asked)) else None
    return None


def _mocked(unit: Unit, given: ast.Tuple) -> str:
    """The name of the function that ``given`` is the result of, by who mocks it; empty where nobody does."""
    around = unit.scopes.parents[given]
    match around, unit.scopes.parents.get(around):
        case ast.Assign(targets=[ast.Attribute(value=ast.Attribute(attr=name), attr="return_value")]), _:
            return name
        case ast.keyword(arg="return_value"), ast.Call(args=[*_, ast.Constant(value=str(path))]):
            return path.rpartition(".")[2]
        case ast.keyword(arg="return_value"), ast.Call() as call:
            outer = unit.scopes.parents[call]
            if isinstance(outer, ast.Assign) and isinstance(outer.targets[0], ast.Attribute):
                return outer.targets[0].attr
    return ""


def _is_raw(others: list[ast.expr]) -> bool:
    """Whether headers and the bytes of a body are beside a status: ``200, [], b"{}"``."""
    headers = (isinstance(one, ast.List | ast.Dict) for one in others)
    bodies = (isinstance(one, ast.Constant) and isinstance(one.value, bytes) for one in others)
    return len(others) == 2 and any(headers) and any(bodies)


def _answers_differ(unit: Unit, function: FunctionNode, place: int) -> bool:
    """Whether a function gives a success and a telling failure at the same place of what it gives back.

    ``return 200, user`` and ``return 404, None``.
    """
    numbers = unit.keep(("numbers given", function, place), lambda: frozenset(_given(unit, function, place)))
    differ = not (numbers.isdisjoint(_SUCCESSES) or numbers.isdisjoint(TELLING))
    return differ and numbers <= STATUSES.keys()


def _given(unit: Unit, function: FunctionNode, place: int) -> Iterator[int]:
    """The numbers at one place of the tuples that a function gives back."""
    rows = (one for one in ast.walk(function) if isinstance(one, ast.Tuple) and place < len(one.elts))
    for row in rows:
        number = number_of(row.elts[place])
        is_given = isinstance(unit.scopes.parents[chosen(unit, row)], ast.Return)
        if number is not None and is_given and unit.scopes.enclosing_function(row) is function:
            yield number


def _is_redirect(unit: Unit, node: ast.Constant, others: list[ast.expr]) -> bool:
    """Whether an answer leads to another address: ``return "", 302, None, url``."""
    return node.value in _REDIRECTS and len(others) > 1 and any(is_location(unit, one) for one in others)


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


def _repeats(headers: ast.expr, node: ast.Constant) -> bool:
    """Whether the status is among the headers, as some frameworks have it: ``201, {"status": 201}``."""
    match headers:
        case ast.Dict(keys=[ast.Constant(value="status"), *_], values=[ast.Constant(value=number), *_]):
            return bool(number == node.value)
    return False


def _is_answer(node: ast.Constant, beside: ast.expr) -> bool:
    """Whether a pair says what it is in any module: ``"", 204``, ``jsonify(x), 201``."""
    match beside:
        case ast.Constant(value="" | b""):
            return node.value == 204
        case ast.Call(func=func):
            return "jsonify" in words(name_of(func)) and is_final(node.value)
    return False


def _is_body(unit: Unit, node: ast.expr) -> bool:
    """Whether an expression is the body of a response: nothing, JSON, markup, what a template gives."""
    match node:
        case ast.Constant(value=str(text)):
            return not text or text.startswith(_OPENING)
        case ast.Constant(value=bytes(raw)):
            return not raw or raw.startswith(tuple(one.encode() for one in _OPENING))
        case ast.Call(func=func):
            return unit.world.lists("renderers", words(name_of(func)))
        case ast.Name(id=name):
            spoken = words(name)
            ends = spoken[:1] + spoken[-1:]
            return unit.world.lists("bodies", spoken[-1:]) or unit.world.lists("answers", ends)
        case ast.Attribute(attr="data"):
            return True
    return False


def _is_route(unit: Unit, decorator: ast.expr) -> bool:
    """Whether a decorator binds a function to a path: ``@app.route("/")``."""
    match decorator:
        case ast.Call(func=ast.Attribute(attr=name), args=[first, *_]):
            return name in unit.world.words("routes") and is_location(unit, first)
    return False
