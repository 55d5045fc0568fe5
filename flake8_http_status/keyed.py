"""Keys of mappings and rows of tables: ``{"responses": {404: problem}}``, ``(202, "application/json")``."""
from __future__ import annotations

import ast
import re

from flake8_http_status.constants import FAILURES, STATUSES, is_final
from flake8_http_status.contexts import Expected, expect
from flake8_http_status.findings import Context, Kind
from flake8_http_status.literals import ends_with_member, is_phrase
from flake8_http_status.locations import location_beside, siblings
from flake8_http_status.names import words
from flake8_http_status.nodes import Definition, name_of
from flake8_http_status.slots import NAMED_STATUS, leads_to_slot, slot
from flake8_http_status.speaking import named, weakly_named
from flake8_http_status.types import Collection, Type, element, keys
from flake8_http_status.unit import Unit
from flake8_http_status.world import Section

#: So many keys that are told by what stands under them tell what the others are.
_TOLD = 2
_SEVERAL = 3
#: Media types of what a request is answered with; pictures and the like may have numbers of other kinds.
_MEDIA = re.compile(r"(application|text)/[\w.+*-]+(;.*)?")
_TAKING_KEYS = ("get", "pop", "setdefault")
#: A name as documents have it, not as constants are called.
_SPOKEN = re.compile("[a-z]+([A-Z_][a-zA-Z]*)*")


def mapped_by_name(unit: Unit, node: ast.Constant) -> Expected | None:
    """A key or value of a mapping that is called after them: ``ERRORS_BY_STATUS``, ``STATUS_CODES``."""
    parent = unit.scopes.parents[node]
    if not isinstance(parent, ast.Dict):
        return None
    kind: Kind = "method" if isinstance(node.value, str) else "status"
    is_key = unit.place(parent, "keys", node) >= 0
    question = ("called after", parent, is_key)
    found = unit.world.memory.ask(unit.memo, question, lambda: _said_of_mapping(unit, parent, is_key=is_key))
    said = slot(found, kind) or slot(element(found), kind)
    return Expected(said, "value") if said is not None else None


def _said_of_mapping(unit: Unit, mapping: ast.Dict, *, is_key: bool) -> Type | None:
    name = _called(unit, mapping)
    if name is None:
        return None
    around = mapping.keys if is_key else mapping.values
    constants = [one.value for one in around if isinstance(one, ast.Constant)]
    numbers = {one for one in constants if isinstance(one, int)}
    # States of something else are often counted by hundreds.
    if numbers and not (numbers <= STATUSES.keys() and any(one % 100 for one in numbers)):
        return None
    said = "_".join(words(name))
    of_keys, is_to, of_values = said.partition("_to_")
    if not is_to:
        of_values, is_to, of_keys = said.partition("_by_")
    if is_to:
        return named(unit, "variables", of_keys if is_key else of_values)
    # A name in the plural means those that are numbers: ERROR_STATUS_CODES = {LostError: 404}.
    several = named(unit, "variables", name)
    is_one = bool(numbers) and len(constants) == len(around) and isinstance(several, Collection)
    return several if is_one else None


def _called(unit: Unit, mapping: ast.Dict) -> str | None:
    """The name of what a mapping is assigned to, or of the function that gives it back."""
    match unit.scopes.parents[mapping]:
        case (
            ast.Assign(targets=[ast.Name(id=name) | ast.Attribute(attr=name)])
            | ast.AnnAssign(target=ast.Name(id=name) | ast.Attribute(attr=name))
        ):
            return name
        case ast.Return() as given:
            function = unit.scopes.enclosing_function(given)
            return function.name if isinstance(function, Definition) else None
    return None


def documented(unit: Unit, node: ast.Constant) -> Expected | None:
    """A key of what OpenAPI has for the answers of an operation, or before what it has for an answer.

    ``{"tags": […], "responses": {404: problem}}``, ``{404: {"content": …}}``.
    """
    parent = unit.scopes.parents[node]
    if not isinstance(parent, ast.Dict) or not is_final(node.value):
        return None
    place = unit.place(parent, "keys", node)
    if place < 0:
        return None
    under = parent.values[place]
    described = _is_answer(unit, under) or _repeats(unit, under, node) or _is_of_operation(unit, parent)
    return Expected(NAMED_STATUS, "value") if described else None


def _is_answer(unit: Unit, value: ast.expr) -> bool:
    """Whether a mapping has a model or contents, and no text as the model: that may be one of a device."""
    if not isinstance(value, ast.Dict):
        return False
    fields = {one.value: under for one, under in _fields(value)}
    if not fields or len(fields) < len(value.keys) or not fields.keys() <= unit.world.words("documents"):
        return False
    told = [fields[name] for name in ("model", "content") if name in fields]
    return bool(told) and not any(isinstance(one, ast.Constant) and one.value is not None for one in told)


def _repeats(unit: Unit, value: ast.expr, node: ast.Constant) -> bool:
    """Whether what stands under a number is made with it: ``{404: answer(status_code=404)}``."""
    given = value.keywords if isinstance(value, ast.Call) else []
    same = (one.arg for one in given if isinstance(one.value, ast.Constant) and one.value.value == node.value)
    return any(slot(named(unit, "keywords", name), "status") for name in same if name is not None)


def _fields(mapping: ast.Dict) -> list[tuple[ast.Constant, ast.expr]]:
    rows = zip(mapping.keys, mapping.values, strict=True)
    return [(key, value) for key, value in rows if isinstance(key, ast.Constant)]


def _is_of_operation(unit: Unit, answers: ast.Dict) -> bool:
    operation = unit.scopes.parents[answers]
    if not isinstance(operation, ast.Dict):
        return False
    names = {str(key.value) for key, _ in _fields(operation)}
    under = [str(key.value) for key, value in _fields(operation) if value is answers]
    said = [keys(weakly_named(unit, "keys", one)) for one in under]
    return any(slot(one, "status") for one in said) and unit.world.lists("operations", names)


def named_by_values(unit: Unit, node: ast.Constant) -> Expected | None:
    """A key of a mapping of failures to their names: ``{400: "badRequest", 404: "itemNotFound"}``."""
    parent = unit.scopes.parents[node]
    if not isinstance(parent, ast.Dict) or unit.place(parent, "keys", node) < 0:
        return None
    said = unit.world.memory.ask(unit.memo, ("named by values", parent), lambda: _names_failures(parent))
    return Expected(NAMED_STATUS, "value") if said else None


def _names_failures(mapping: ast.Dict) -> bool:
    called = [(key.value, _name(value)) for key, value in _fields(mapping)]
    if len(called) < max(_SEVERAL, len(mapping.keys)) or not all(_is_failure(code) for code, _ in called):
        return False
    # One that repeats the phrases or the names of all is the table that defines them.
    if not all(map(_SPOKEN.fullmatch, (name for _, name in called))):
        return False
    if all(isinstance(code, int) and is_phrase(name, code) for code, name in called):
        return False
    told = (isinstance(code, int) and ends_with_member("_".join(words(name)), code) for code, name in called)
    return sum(told) >= _TOLD


def _is_failure(code: object) -> bool:
    return isinstance(code, int) and code in FAILURES


def _name(value: ast.expr) -> str:
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else ""


def media_beside(unit: Unit, node: ast.Constant) -> Expected | None:
    """A number right before the media type of an answer, and nothing else: ``(202, "application/json")``."""
    if not is_final(node.value):
        return None
    around, place, context = siblings(unit, node)
    match around[place + 1 :] if place == 0 else []:
        case [ast.Constant(value=str(text))] if _MEDIA.fullmatch(text):
            return Expected(NAMED_STATUS, context)
    return None


def row_of_error(unit: Unit, node: ast.Constant) -> Expected | None:
    """The number between a name and a sentence: ``ERROR_GONE = ("ERROR_GONE", 410, "It is gone.")``."""
    row = unit.scopes.parents[node]
    match row:
        case ast.Tuple(elts=[ast.Constant(value=str(code)), number, (ast.Constant() | ast.JoinedStr())]) if (
            number is node and code.isupper() and code.isidentifier() and _is_failure(node.value)
        ):
            is_one = _is_called_error(unit, unit.scopes.parents[row], row, code)
            return Expected(NAMED_STATUS, "value") if is_one else None
    return None


def _is_called_error(unit: Unit, around: ast.AST, row: ast.Tuple, code: str) -> bool:
    """Whether a row is kept under its own name, or under one of an error."""
    match around:
        case ast.Assign(targets=[ast.Name(id=name)]):
            is_error = unit.world.lists("failures", words(name)) and unit.world.lists("failures", words(code))
            return name == code or is_error
        case ast.Dict() if (place := unit.place(around, "values", row)) >= 0:
            key = around.keys[place]
            return key is not None and unit.world.lists("failures", words(name_of(key))[-1:])
    return False


def document_beside(unit: Unit, node: ast.Constant) -> Expected | None:
    """A failure right before the document that says what went wrong: ``(400, [{"error": "no name"}])``."""
    around, place, context = siblings(unit, node)
    if place < 0 or not _is_failure(node.value):
        return None
    is_one = any(map(_is_message, around[place + 1 : place + 2]))
    return Expected(NAMED_STATUS, context) if is_one else None


def _is_message(node: ast.expr) -> bool:
    """Whether an expression is a document that says what went wrong, or several of them."""
    match node:
        case ast.Dict(keys=[ast.Constant(value="message" | "error" | "errors" | "detail" | "reason"), *_]):
            return True
        case ast.List(elts=[ast.Dict() as first, *_]):
            return _is_message(first)
    return False


def key_of_mapping(unit: Unit, node: ast.expr) -> Expected | None:
    """The key to a mapping that is called after what it has: ``exception_handlers.get(500)``."""
    match unit.scopes.parents[node]:
        case ast.Subscript(value=mapping, slice=key) if key is node:
            context: Context = "value"
        case ast.Call(func=ast.Attribute(value=mapping, attr=method), args=[key, *_]) if key is node:
            if method not in _TAKING_KEYS:
                return None
            context = "argument"
        case ast.Compare(left=key, ops=[ast.In() | ast.NotIn()], comparators=[mapping]) if key is node:
            context = "comparison"
        case _:
            return None
    section: Section = "attributes" if isinstance(mapping, ast.Attribute) else "variables"
    known = named(unit, section, name_of(mapping))
    said = slot(keys(known), "status")
    return Expected(said, context) if said is not None else None


def as_text(unit: Unit, node: ast.Constant) -> Expected | None:
    """A status that is made a text where one is meant: ``responses[str(404)]``."""
    parent = unit.scopes.parents[node]
    match parent:
        case ast.Call(func=ast.Name(id="str"), args=[only], keywords=[]) if only is node:
            around = expect(unit, parent)
            said = slot(around.type, "status") if isinstance(node.value, int) else None
            return Expected(said, around.context) if said is not None else key_of_mapping(unit, parent)
    return None


def is_index(unit: Unit, node: ast.AST) -> bool:
    """Whether the literal, or a tuple with it, stands in brackets of no mapping: ``Literal["GET"]``."""
    parent = unit.scopes.parents[node]
    if isinstance(parent, ast.Tuple):
        # A method and its path are the key to something: calls["GET", "/users"].
        beside = location_beside(unit, node) if isinstance(node, ast.Constant) else None
        return (beside is None or _is_literal_type(unit, parent)) and is_index(unit, parent)
    if not isinstance(parent, ast.Subscript) or parent.slice is not node:
        return False
    return not leads_to_slot(expect(unit, node).type) and key_of_mapping(unit, node) is None


def _is_literal_type(unit: Unit, key: ast.expr) -> bool:
    around = unit.scopes.parents[key]
    return isinstance(around, ast.Subscript) and name_of(around.value) == "Literal"
