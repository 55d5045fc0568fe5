"""What stands against a name that speaks of a status: other numbers that it has, and what is around it."""
from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from flake8_http_status import compared
from flake8_http_status.compared import number_of, steps
from flake8_http_status.constants import FIRST_FAILURE, FIRST_FINAL, STATUSES, VENDOR_CODES
from flake8_http_status.literals import Candidate
from flake8_http_status.names import words
from flake8_http_status.nodes import defaulted, name_of
from flake8_http_status.slots import slot
from flake8_http_status.speaking import key_of, named
from flake8_http_status.types import Slot
from flake8_http_status.unit import Unit

#: What has others has codes of its own: 0 where all is well, -32602 in JSON-RPC.
_LIKE_STATUSES = range(100, 600)
#: The codes that end an exchange.
_FINAL = frozenset(code for code in STATUSES if code >= FIRST_FINAL)
_FEW = 30
_PURPOSES = {
    100: re.compile("(?i)100[- ]continue"),
    101: re.compile("(?i)web[-_]?socket|upgrade"),
    103: re.compile("(?i)early[-_ ]hints"),
}
_HUNDREDS = (100, 200, 300, 400, 500)
_SEVERAL = 3
#: What servers of mail answer, and no others: RFC 5321, section 4.2.3.
_REPLIES_TO_MAIL = frozenset({250, 251, 252, 354, 450, 452, 454, 455, 550, 551, 552, 553, 554, 555})
#: What often stands for no status at all.
_NONE = frozenset({-1})


def is_doubtful(unit: Unit, candidate: Candidate, wanted: Slot) -> bool:
    """Whether a literal is no status, although a name says so: ``code in (-32602, 401)``."""
    if wanted.evidence != "named" or not isinstance(candidate.value, int):
        return False
    node = candidate.node
    is_weak = "weak" in wanted.words
    if candidate.value < FIRST_FINAL and (is_weak or _is_small_number(unit, node)):
        return not _is_spoken_of(unit, candidate.value)
    if _is_among_others(unit, node, is_weak=is_weak) or _is_of_another_protocol(unit, node):
        return True
    if _is_of_row(unit, node) or _is_beside_replies_to_mail(unit, node):
        return True
    if "failure" in wanted.words and candidate.value < FIRST_FAILURE:
        return True
    if not is_weak:
        return False
    if _is_beside_status(unit, node):
        return True
    is_no_failure = candidate.value < FIRST_FAILURE and _is_in_error(unit, node)
    return is_no_failure or _has_other_numbers(unit, node)


def _is_spoken_of(unit: Unit, number: int) -> bool:
    """Whether a module speaks of what a small number is for: 101 answers who asks for a websocket."""
    said = _PURPOSES.get(number)
    if said is None:
        return False
    return unit.keep(("spoken of", number), lambda: said.search(unit.source or "") is not None)


def _is_small_number(unit: Unit, node: ast.expr) -> bool:
    """Whether 100 to 199 may be how far something has come, or a state: ``{"import_status": 100}``.

    They are no answers of their own, and rare: a response, HTTP or other statuses must be beside them.
    """
    parent = unit.scopes.parents[node]
    match parent:
        case ast.Tuple(elts=row) | ast.List(elts=row) | ast.Set(elts=row):
            beside = unit.keep(("final", parent), lambda: any(number_of(one) in _FINAL for one in row))
            return not beside and _is_small_number(unit, parent)
        case ast.keyword(arg=str(name)):
            said = [name]
        case ast.arguments() if (parameter := defaulted(parent, node)) is not None:
            said = [parameter.arg]
        case ast.Assign(targets=[target]):
            said = [*_names(target)]
        case ast.Dict(keys=keys) if (place := unit.place(parent, "values", node)) >= 0:
            said = [key_of(keys[place]) or ""]
        case _ if (subject := compared.subject(unit, node)) is not None:
            said = [*_names(subject)]
        case _:
            return False
    spoken = {word for name in said for word in words(name)}
    return spoken.isdisjoint({"http", "code", "codes"}) and not unit.world.lists("answers", spoken)


def _names(node: ast.expr) -> Iterator[str]:
    """The names and keys on the way to a value, the last one first."""
    while True:
        match node:
            case ast.Name(id=name):
                yield name
                return
            case ast.Attribute(value=node, attr=name):
                yield name
            case ast.Subscript(value=node, slice=key):
                yield key_of(key) or ""
            case ast.Call(func=ast.Attribute(value=node), args=[key, *_]):
                yield key_of(key) or ""
            case ast.Call(func=func):
                node = func
            case _:
                return


def _is_among_others(unit: Unit, node: ast.expr, *, is_weak: bool) -> bool:
    """Whether a row has negative numbers, too: codes of signals, of JSON-RPC.

    Or a mapping has keys that are no statuses: what it gives a name to are codes of its own.
    """
    parent = unit.scopes.parents[node]
    match parent:
        case ast.Tuple(elts=elements) | ast.List(elts=elements) | ast.Set(elts=elements):
            row = elements
        case ast.Dict(keys=keys) if unit.place(parent, "keys", node) >= 0:
            row = [key for key in keys if key is not None]
            is_other = _is_unknown if is_weak else _is_unlike
            # Each of them asks, and the answer is the same.
            asked = ("among others", parent, is_weak)
            return unit.keep(asked, lambda: any(map(is_other, row)) or _are_hundreds(row))
        case _:
            return False
    is_other = _is_small if is_weak else _is_negative
    return unit.keep(("among others", parent, is_weak), lambda: any(map(is_other, row)))


def _is_beside_replies_to_mail(unit: Unit, node: ast.expr) -> bool:
    """Whether a collection, or a table in its rows, has numbers of SMTP: ``(421, 450, 452)``."""
    row = unit.scopes.parents[node]
    if not isinstance(row, ast.Tuple | ast.List | ast.Set):
        return False
    table = unit.scopes.parents.get(row)
    place = unit.place(row, "elts", node)
    if not isinstance(table, ast.Tuple | ast.List | ast.Set):
        return unit.keep(("mail in", row), lambda: _are_replies_to_mail(row.elts))
    rows = (one.elts for one in table.elts if isinstance(one, ast.Tuple | ast.List))
    return unit.keep(
        ("mail in", table, place),
        lambda: _are_replies_to_mail([elements[place] for elements in rows if place < len(elements)]),
    )


def _are_replies_to_mail(numbers: list[ast.expr]) -> bool:
    return len({*map(number_of, numbers)} & _REPLIES_TO_MAIL) > 1


def _are_hundreds(row: list[ast.expr]) -> bool:
    """Whether states of something are counted by hundreds: ``{100: "created", 200: "paid", 300: "sent"}``."""
    numbers = [*map(number_of, row)]
    return len(numbers) >= _SEVERAL and all(one in _HUNDREDS for one in numbers) and _HUNDREDS[0] in numbers


def _is_small(node: ast.expr) -> bool:
    """Whether a number is below 200; -1 and 0 often stand for no answer at all."""
    number = number_of(node)
    return number is not None and number < FIRST_FINAL and number not in _NONE


def _is_unlike(node: ast.expr) -> bool:
    number = number_of(node)
    return number is not None and number not in _LIKE_STATUSES and number not in _NONE


def _is_unknown(node: ast.expr) -> bool:
    number = number_of(node)
    return number is not None and number not in _FINAL | VENDOR_CODES.keys() | _NONE


def _is_negative(node: ast.expr) -> bool:
    """Whether a number is below -1, which often stands for no status at all."""
    number = number_of(node)
    return number is not None and number < -1


def _is_of_another_protocol(unit: Unit, node: ast.expr) -> bool:
    """Whether a class around a literal, or what is given it, is called after another protocol."""
    around = unit.scopes.enclosing_class(node)
    call = unit.scopes.parents[node]
    called = name_of(call.func) if isinstance(call, ast.Call) else ""
    return any(unit.world.lists("protocols", words(name)) for name in (around.name if around else "", called))


def _is_beside_status(unit: Unit, node: ast.Constant) -> bool:
    """Whether the status itself stands beside a code: ``{"http_code": 406, "app_code": 201}``."""
    parent = unit.scopes.parents[node]
    around = unit.scopes.parents.get(parent)
    beside: list[tuple[str | None, ast.expr]] = []
    match parent, around:
        case ast.Dict(keys=keys, values=values), _:
            beside = [*zip(map(key_of, keys), values, strict=True)]
        case ast.keyword(), ast.Call(keywords=given):
            beside = [(one.arg, one.value) for one in given]
        case ast.Assign(), ast.ClassDef(body=body):
            several = (one for one in body if isinstance(one, ast.Assign))
            beside = [(name_of(one.targets[0]), one.value) for one in several]
    # More are a table.
    few = beside if len(beside) <= _FEW else []
    return any(name and _is_another_status(unit, name, value, node) for name, value in few)


def _is_another_status(unit: Unit, name: str, value: ast.expr, node: ast.Constant) -> bool:
    """Whether ``name`` says that ``value`` is the status, and that is not the number ``node`` again."""
    spoken = {*words(name)}
    if "http" not in spoken and not {"status", "code"} <= spoken:
        return False
    said = slot(named(unit, "keys", name), "status")
    repeats = isinstance(value, ast.Constant) and value.value == node.value
    return said is not None and "weak" not in said.words and not repeats


def _is_of_row(unit: Unit, node: ast.expr) -> bool:
    """Whether a number is given to what asks for or makes rows of a database, under a name of one word."""
    match unit.scopes.parents[node]:
        case ast.keyword(arg=str(name)) as given if len(words(name)) == 1:
            call = unit.scopes.parents[given]
            func = call.func if isinstance(call, ast.Call) else None
        case _:
            return False
    last = words(name_of(func)) if func is not None else ()
    if unit.world.lists("rows", ["_".join(last), *last[-1:]]):
        return True
    while isinstance(func, ast.Attribute | ast.Call):
        func = func.func if isinstance(func, ast.Call) else func.value
        if isinstance(func, ast.Attribute) and unit.world.lists("rows", [func.attr]):
            return True
    return False


def _is_in_error(unit: Unit, node: ast.expr) -> bool:
    """Whether a number stands in what is called an error: ``{"error": {"code": 303}}``."""
    inner, around = node, unit.scopes.parents[node]
    while isinstance(around, ast.Dict) and (place := unit.place(around, "values", inner)) >= 0:
        key = around.keys[place]
        if isinstance(key, ast.Constant) and _speaks_of_error(str(key.value)):
            return True
        inner, around = around, unit.scopes.parents[around]
    subject = compared.subject(unit, inner)
    return subject is not None and any(map(_speaks_of_error, steps(subject)))


def _speaks_of_error(name: str) -> bool:
    return not {"error", "errors", "err"}.isdisjoint(words(name))


def _has_other_numbers(unit: Unit, node: ast.expr) -> bool:
    """Whether what a literal is compared with is compared with a number that is no status, too."""
    subject = compared.subject(unit, node)
    numbers = compared.numbers(unit, node, subject) if subject is not None else frozenset()
    return bool(numbers - STATUSES.keys() - VENDOR_CODES.keys() - _NONE)
