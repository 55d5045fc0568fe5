"""May the enum member stand in the literal's place? safe, unsafe or none, and why."""
from __future__ import annotations

import ast

from flake8_http_status.config import Version
from flake8_http_status.findings import Context, Verdict
from flake8_http_status.infer import infer
from flake8_http_status.literals import Candidate
from flake8_http_status.names import words as words_in
from flake8_http_status.typed import rejected
from flake8_http_status.types import Enum, Type, options, slots
from flake8_http_status.uses import Place, adds_text, is_text, places
from flake8_http_status.world import Unit

#: Since Python 3.11, str() of an HTTPStatus is its number
#: (https://docs.python.org/3/whatsnew/3.11.html#enum, ReprEnum).
TEXT_IS_VALUE: Version = (3, 11)
EQUAL = Verdict("safe", "compares equal and converts to the same value")
NOT_UPPER = Verdict("unsafe", "the literal is not upper case")
EXACT = Verdict("none", "the exact type is checked or serialised here")
REPR = Verdict("unsafe", "the repr is shown here")
OLD_TEXT = Verdict("unsafe", "taken as text, which is the member's name before Python 3.11")
WRITTEN = Verdict("unsafe", "the value is also written as text")
IDENTITY = Verdict("unsafe", "the value is also compared by identity or type")
DEFINES = Verdict("unsafe", "the place defines the number for a name")


def verdict(
    unit: Unit, candidate: Candidate, wanted: Type | None, context: Context, target: Version
) -> Verdict | None:
    """What a fix of ``candidate`` would do where ``wanted`` is expected; None: nothing to report."""
    words = frozenset(
        word for slot in slots(wanted) if slot.kind == candidate.kind for word in slot.words
    )
    if "lower" in words:
        return None
    if isinstance(candidate.value, str) and candidate.value != candidate.value.upper():
        return NOT_UPPER if "folds" in words else None
    return (
        _by_place(unit, candidate)
        or (None if context == "comparison" else _by_sink(words, target))
        or _by_flow(unit, candidate.node)
        or rejected(unit, candidate, lambda other: _by_place(unit, other) or _by_flow(unit, other.node))
        or EQUAL
    )


def _by_sink(words: frozenset[str], target: Version) -> Verdict | None:
    if "exact" in words:
        return EXACT
    if "repr" in words:
        return REPR
    return OLD_TEXT if "text" in words and target < TEXT_IS_VALUE else None


def _by_place(unit: Unit, candidate: Candidate) -> Verdict | None:
    """Reasons that the syntax around the literal gives."""
    inner: ast.AST = candidate.node
    for around in unit.scopes.ancestors(candidate.node):
        match around:
            case ast.stmt() | ast.Lambda():
                return DEFINES if _class_says_it(unit, around, candidate) else None
            case ast.Tuple(elts=elements) if any(_says_it(unit, one, candidate) for one in elements):
                return None if isinstance(unit.scopes.parents[around], ast.Return) else DEFINES
            case ast.Dict(values=values) if inner in values and _key(around, inner) == "enum":
                return REPR
            case ast.FormattedValue(conversion=114):
                return REPR
            case ast.Call(func=ast.Name(id="repr" | "ascii")) if inner is not around.func:
                return REPR
        inner = around
    return None


def _key(display: ast.Dict, value: ast.AST) -> object:
    key = next(key for key, one in zip(display.keys, display.values, strict=True) if one is value)
    return key.value if isinstance(key, ast.Constant) else None


def _class_says_it(unit: Unit, statement: ast.AST, candidate: Candidate) -> bool:
    """Whether a class attribute gives a class that is named after the status its number."""
    cls = unit.scopes.parents.get(statement)
    if not isinstance(statement, ast.Assign | ast.AnnAssign) or not isinstance(cls, ast.ClassDef):
        return False
    return statement.value is candidate.node and _contains(cls.name, candidate)


def _says_it(unit: Unit, node: ast.expr, candidate: Candidate) -> bool:
    """Whether a neighbour in a table is a name or an enum member for the very same value."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return _contains(name, candidate)
        case ast.Call(func=func):
            return any(isinstance(option, Enum) for option in options(infer(unit, func)))
    return False


def _contains(name: str, candidate: Candidate) -> bool:
    said, wanted = "_".join(words_in(name)), candidate.member.name.lower()
    if wanted == "ok" or candidate.kind == "method":
        return wanted in said.split("_") and len(said.split("_")) > 1
    return wanted in said


def _by_flow(unit: Unit, literal: ast.expr) -> Verdict | None:
    """Reasons that the places give which the value reaches through variables and attributes."""
    return next(filter(None, (_by_use(unit, place) for place in places(unit, literal))), None)


def _by_use(unit: Unit, place: Place) -> Verdict | None:
    use = place.node
    # A collection shows the repr of what is in it.
    written = REPR if place.inside else WRITTEN
    parent = unit.scopes.parents[use]
    match parent:
        case ast.FormattedValue(conversion=conversion):
            return REPR if conversion == 114 else written
        case ast.Call(func=ast.Name(id="repr" | "ascii")):
            return REPR
        case ast.Call(func=ast.Name(id="str" | "format" | "print")):
            return written
        case ast.Call(func=ast.Name(id="type")):
            return IDENTITY
        case ast.Call(func=ast.Attribute(attr="format", value=ast.Constant())):
            return written
        case ast.BinOp(op=ast.Mod(), left=left) if is_text(left):
            return WRITTEN if isinstance(use, ast.Tuple) else written
        case ast.BinOp(op=ast.Add()) if not place.inside:
            return WRITTEN if adds_text(unit, parent) else None
        case ast.Compare(ops=ops) if any(isinstance(op, ast.Is | ast.IsNot) for op in ops):
            return IDENTITY if not _against_none(parent) else None
    return None


def _against_none(compare: ast.Compare) -> bool:
    sides = (compare.left, *compare.comparators)
    return any(isinstance(side, ast.Constant) and side.value in (None, True, False) for side in sides)
