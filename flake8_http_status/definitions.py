"""Literals that say what a constant or a phrase is: they stay as they are."""
from __future__ import annotations

import ast

from flake8_http_status.constants import STATUSES
from flake8_http_status.literals import Candidate, is_phrase, names_itself, says_member
from flake8_http_status.unit import Unit

#: So many constants that say their status make a table of them.
_TABLE = 3


def defines(unit: Unit, candidate: Candidate) -> bool:
    """Whether the literal is the definition of a name or phrase for the very same value."""
    parent = unit.scopes.parents[candidate.node]
    match parent:
        case ast.Tuple(elts=[first, ast.Constant(value=str()), *_]) if first is candidate.node:
            # The phrase comes behind it: MULTI_STATUS = 207, "Multi-Status".
            parent = unit.scopes.parents[parent]
    match parent:
        case (
            ast.Assign(targets=[ast.Name(id=name) | ast.Attribute(attr=name)])
            | ast.AnnAssign(target=ast.Name(id=name))
        ):
            return (
                names_itself(name, candidate)
                or _in_enum(unit, parent)
                or _in_table(unit, parent, name)
                or _is_counted_on(unit, parent, name, candidate.value)
            )
        case ast.Dict(keys=keys, values=values) if unit.place(parent, "keys", candidate.node) >= 0:
            asked = unit.world.memory.ask(
                unit.memo, ("phrases", parent), lambda: _is_table_of_phrases(keys, values)
            )
            return bool(asked)
    return False


def _is_table_of_phrases(keys: list[ast.expr | None], values: list[ast.expr]) -> bool:
    """Whether a mapping says what numbers mean: by the usual phrases, or of numbers that no registry has."""
    if any(map(_is_row_of_phrases, keys, values)):
        return True
    numbers = [one.value for one in keys if isinstance(one, ast.Constant) and isinstance(one.value, int)]
    texts = [one for one in values if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    unknown = [one for one in numbers if one not in STATUSES]
    return len(texts) == len(keys) and 2 * len(unknown) > len(keys)


def _is_row_of_phrases(key: ast.expr | None, value: ast.expr) -> bool:
    """Whether a row of a mapping gives a status its phrase, so that the mapping is a table of them."""
    if not isinstance(key, ast.Constant) or not isinstance(key.value, int):
        return False
    texts = value.elts if isinstance(value, ast.Tuple | ast.List) else [value]
    said = [one.value for one in texts if isinstance(one, ast.Constant)]
    said += [one.decode("latin-1") for one in said if isinstance(one, bytes)]
    # "unauthorized" is what a document may call it, as "itemNotFound".
    phrases = (text for text in said if isinstance(text, str) and not (text.isalpha() and text.islower()))
    return any(is_phrase(text, key.value) for text in phrases)


def _in_table(unit: Unit, statement: ast.stmt, name: str) -> bool:
    """Whether a constant stands among others that say their status: ``HTTP_BAD_REQUEST = 400``.

    Then it is another name of the same kind, if not the usual one: ``HTTP_MEDIATYPE_NOT_SUPPORTED``.
    """
    around = unit.scopes.parents[statement]
    if not name.isupper() or not isinstance(around, ast.Module | ast.ClassDef):
        return False
    beginning = name.partition("_")[0]
    others = unit.keep(("named by status", (around, beginning)), lambda: _saying(around, beginning))
    return others >= _TABLE


def _saying(around: ast.Module | ast.ClassDef, beginning: str) -> int:
    """How many constants with names that begin so say which status they are."""
    constants = filter(None, map(_constant, around.body))
    return sum(says_member(name, value) for name, value in constants if name.partition("_")[0] == beginning)


def _constant(statement: ast.stmt) -> tuple[str, int] | None:
    """The name and the number of a constant; None where the statement defines none."""
    match statement:
        case (
            ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=int(number)))
            | ast.AnnAssign(target=ast.Name(id=name), value=ast.Constant(value=int(number)))
        ) if name.isupper():
            return name, number
    return None


def _is_counted_on(unit: Unit, statement: ast.stmt, name: str, value: int | str) -> bool:
    """Whether a constant has the number next to that of its neighbour, whose name begins as its own."""
    around = unit.scopes.parents[statement]
    if not name.isupper() or not isinstance(value, int) or not isinstance(around, ast.Module | ast.ClassDef):
        return False
    at = unit.place(around, "body", statement)
    beside = filter(None, map(_constant, around.body[max(0, at - 1) : at + 2]))
    beginning = name.partition("_")[0]
    return any(abs(number - value) == 1 and one.partition("_")[0] == beginning for one, number in beside)


def _in_enum(unit: Unit, statement: ast.stmt) -> bool:
    cls = unit.scopes.parents[statement]
    if not isinstance(cls, ast.ClassDef):
        return False
    bases = [base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "") for base in cls.bases]
    return any(base.endswith(("Enum", "Flag")) for base in bases)
