"""May the enum member stand in the literal's place? safe, unsafe or none, and why."""
from __future__ import annotations

import ast
from collections import abc
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from flake8_http_status.contexts import expect
from flake8_http_status.findings import Context, Fix, Kind, Verdict
from flake8_http_status.guards import is_ruled_out
from flake8_http_status.infer import infer
from flake8_http_status.keepers import Place
from flake8_http_status.literals import Candidate
from flake8_http_status.names import words as words_in
from flake8_http_status.nodes import Interpolation
from flake8_http_status.paths import ELEMENT
from flake8_http_status.requirements import Version
from flake8_http_status.shown import (
    becomes_argument,
    is_shipped,
    shows_default,
    shows_given,
    signature_is_shown,
)
from flake8_http_status.slots import is_lower, is_other, words_for, words_of
from flake8_http_status.templates import braces, percent, percent_of
from flake8_http_status.typed import rejected
from flake8_http_status.types import Collection, Enum, Plain, Slot, Type, options
from flake8_http_status.unit import Unit
from flake8_http_status.uses import adds_text, against_sentinel, beginning, joins_object, reached, unpacked

#: Since Python 3.11, str() of an HTTPStatus is its number
#: (https://docs.python.org/3/whatsnew/3.11.html#enum, ReprEnum).
TEXT_IS_VALUE: Version = (3, 11)
EQUAL = Verdict("safe", "compares equal and converts to the same value", plain=True)
VALUE = Verdict("safe", "the member's value is the very same")
NOT_UPPER = Verdict("unsafe", "the literal is not upper case")
EXACT = Verdict("none", "the exact type is checked or serialised here", plain=True)
REPR = Verdict("unsafe", "the repr is shown here", plain=True)
FIELD = Verdict("unsafe", "the repr of the object shows it", plain=True)
SIGNATURE = Verdict("unsafe", "the signature is shown, with the repr of its defaults", plain=True)
SHIPPED = Verdict("unsafe", "the source of the function is run elsewhere, without the import")
OLD_TEXT = Verdict("unsafe", "taken as text, which is the member's name before Python 3.11", plain=True)
#: As OLD_TEXT where the member itself is at hand: what HTS305 would say of the fixed file.
OWN_NAME = Verdict("none", OLD_TEXT.reason, plain=True)
WRITTEN = Verdict("unsafe", "the value is also written as text", plain=True)
IDENTITY = Verdict("unsafe", "the value is also compared by identity")
TYPE = Verdict("unsafe", "the type of the value is also asked for", plain=True)
BESIDE = Verdict("unsafe", "joins other values in an object's collection, which may be shown", plain=True)
DEFINES = Verdict("unsafe", "the place defines the number for a name")
Conversions: TypeAlias = abc.Callable[[str], set[str]]
_GRADES: tuple[Fix, ...] = ("safe", "unsafe", "none")


def verdict(
    unit: Unit, candidate: Candidate, wanted: Type | None, context: Context, target: Version
) -> Verdict | None:
    """What a fix of ``candidate`` would do where ``wanted`` is expected; None: nothing to report."""
    if is_other(candidate, wanted, context):
        return None
    if is_lower(candidate):
        return NOT_UPPER
    words = words_for(candidate, wanted)
    reasons = [*_at_run_time(unit, candidate, target)]
    if context != "comparison":
        reasons.append(_by_words(words | words_of(unit.said_of_importers, candidate.kind), target))
    reasons.append(rejected(unit, candidate, lambda other: _gravest(_at_run_time(unit, other, target))))
    return _gravest([*reasons, EQUAL])


def _at_run_time(unit: Unit, candidate: Candidate, target: Version) -> Iterator[Verdict | None]:
    """Reasons that the places give where the literal stands and where its value goes."""
    yield _by_place(unit, candidate)
    yield SHIPPED if is_shipped(unit, candidate.node) else None
    first, kept = beginning(unit, candidate.node)
    if first is not None:
        yield _by_use(first, candidate.kind, target)
    if kept:
        # All that one variable is given goes the same ways.
        question = "further uses", (candidate.kind, target, *((one, one.hops, one.added) for one in kept))
        yield unit.keep(
            question, lambda: _gravest(_by_use(one, candidate.kind, target) for one in reached(kept))
        )


def _gravest(reasons: abc.Iterable[Verdict | None]) -> Verdict | None:
    """The gravest of some reasons, and of equals the first."""
    return max(filter(None, reasons), key=lambda one: _GRADES.index(one.fix), default=None)


def _by_words(words: frozenset[str], target: Version) -> Verdict | None:
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
            case ast.Tuple() if any(one is not inner for one in _saying(unit, around, candidate)):
                return None if isinstance(unit.scopes.parents[around], ast.Return) else DEFINES
            case ast.Dict() if _key(unit, around, inner) in {"enum", "const"}:
                return REPR
            case ast.Dict() if inner is candidate.node and unit.place(around, "values", inner) >= 0:
                # A text of the module, a doctest or what a test expects, shows the mapping.
                row = f"{_key(unit, around, inner)!r}: {candidate.value!r}"
                if any(row in text for text in unit.displays):
                    return REPR
            case ast.FormattedValue(conversion=114) | Interpolation(conversion=114):
                return REPR
            case ast.Call(func=ast.Name(id="repr" | "ascii")) if inner is not around.func:
                return REPR
        inner = around
    return None


def _key(unit: Unit, display: ast.Dict, value: ast.AST) -> object:
    """The text or number that a value of a mapping has as its key; None where it has none, or is a key."""
    at = unit.place(display, "values", value)
    key = display.keys[at] if at >= 0 else None
    return key.value if isinstance(key, ast.Constant) else None


def _class_says_it(unit: Unit, statement: ast.AST, candidate: Candidate) -> bool:
    """Whether a class attribute gives a class that is named after the status its number."""
    cls = unit.scopes.parents.get(statement)
    if not isinstance(statement, ast.Assign | ast.AnnAssign) or not isinstance(cls, ast.ClassDef):
        return False
    return statement.value is candidate.node and _contains(cls.name, candidate)


def _saying(unit: Unit, around: ast.Tuple, candidate: Candidate) -> list[ast.expr]:
    """The elements that are a name or an enum member for the value; each literal of a long tuple asks."""
    return unit.keep(
        ("saying", (around, candidate.kind, candidate.member.name)),
        lambda: [one for one in around.elts if _says_it(unit, one, candidate)],
    )


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


def _by_use(place: Place, kind: Kind, target: Version) -> Verdict | None:
    """Reasons that a place gives which the value reaches through variables, attributes and calls."""
    use = place.node
    if refuses(place, kind):
        return EXACT
    if joins_object(place):
        return BESIDE
    parent = place.unit.scopes.parents[use]
    match parent:
        case ast.FormattedValue() | Interpolation():
            conversion, spec = parent.conversion, parent.format_spec
            if conversion == 114:
                return REPR
            return _written(place, target) if spec is None or conversion == 115 else None
        case ast.Call() | ast.keyword():
            return _by_call(place, parent, kind, target)
        case ast.BinOp(op=ast.Mod(), left=left) if left is not use:
            path = place.path[1:] if isinstance(use, ast.Tuple) else place.path
            return _by_template(replace(place, path=path), left, percent, target)
        case ast.BinOp(op=ast.Add()) if not place.inside and adds_text(place.unit, parent):
            return _written(place, target)
        case ast.Compare(ops=ops) if any(isinstance(op, ast.Is | ast.IsNot) for op in ops):
            return IDENTITY if not against_sentinel(parent) else None
        case ast.Assign(targets=[ast.Subscript() | ast.Attribute()]):
            return _by_words(words_of(place.unit.flow(use), kind), target)
        case ast.AnnAssign(value=value) if value is use and shows_default(place.unit, parent):
            return FIELD
        case ast.arguments() if signature_is_shown(place.unit, parent):
            return SIGNATURE
    return None


def refuses(place: Place, kind: Kind) -> bool:
    """Whether a member is refused where it goes: the exact type is asked for, and it is not only compared."""
    taken = expect(place.unit, place.node)
    return taken.context != "comparison" and "exact" in words_of(taken.type, kind)


def _by_call(
    place: Place, around: ast.Call | ast.keyword, kind: Kind, target: Version
) -> Verdict | None:
    """Reasons that a call gives which takes the value as an argument."""
    call = around if isinstance(around, ast.Call) else place.unit.scopes.parents[around]
    if not isinstance(call, ast.Call) or place.node is call.func:
        return None
    match call.func:
        case ast.Name(id="repr" | "ascii"):
            return REPR
        case ast.Name(id="str") if isinstance(place.node, ast.Constant) and target >= TEXT_IS_VALUE:
            return None  # The text of this very literal, and nothing else is made of it.
        case ast.Name(id="str" | "format" | "print"):
            return _written(place, target)
        case ast.Name(id="map") if place.inside:
            return _by_converter(call)
        case ast.Name(id="type"):
            return TYPE if not is_ruled_out(place.unit, place.node, kind) else None
        case ast.Attribute(value=template, attr="format" | "format_map" as how):
            mapping = how == "format_map" or (isinstance(around, ast.keyword) and around.arg is None)
            path = place.path[1:] if mapping else place.path
            return _by_template(replace(place, path=path), template, braces, target)
    if becomes_argument(place.unit, call):
        several = len(call.args) > 1 or isinstance(place.node, ast.Starred)
        return _written(replace(place, path=(ELEMENT, *place.path)) if several else place, target)
    taken = place.unit.flow(place.node)
    if isinstance(place.node, ast.Starred) or (isinstance(around, ast.keyword) and around.arg is None):
        taken, place = unpacked(call, place)
    if any(map(_writes_any, options(taken))):
        naming = next(filter(_takes_by_name, call.args), None)
        if naming is not None and place.inside:
            found = _by_template(place, naming, percent, target)
            return found if found is not WRITTEN else None  # The same, as of what a logger is given alone.
        if place.inside:
            return REPR
        if place.hops == 0 and target < TEXT_IS_VALUE:
            return OWN_NAME
    if found := _by_words(words_of(taken, kind), target):
        return found
    return FIELD if shows_given(place.unit, call) else None


def _by_converter(call: ast.Call) -> Verdict | None:
    """What ``map`` does with the elements of a collection."""
    match call.args:
        case [ast.Name(id="repr" | "ascii"), *_]:
            return REPR
        case [ast.Name(id="str"), *_]:
            return WRITTEN
    return None


def _writes_any(one: Type) -> bool:
    """Whether a place writes any value as text, a status as well for all that is known but by its name."""
    match one:
        case Plain(words=words) | Slot(words=words, evidence="named"):
            return "text" in words
        case Collection(element=Slot() as inner):  # Several by a name in the plural: status_codes=[…].
            return _writes_any(inner)
    return False


def _written(place: Place, target: Version) -> Verdict | None:
    """What it means that ``str()`` is taken of a value, or of the collection with it."""
    if place.inside:
        return REPR  # A collection shows the repr of what is in it.
    if target < TEXT_IS_VALUE:
        return OWN_NAME if place.hops == 0 else OLD_TEXT
    return WRITTEN if place.hops == 0 else None


def _by_template(
    place: Place, template: ast.expr, conversions: Conversions, target: Version
) -> Verdict | None:
    """What a template does with a value; ``conversions`` are the letters of what it may take of it."""
    if not isinstance(template, ast.Constant) or not isinstance(template.value, str):
        is_named = conversions is percent and isinstance(place.node, ast.Dict)
        return _written(replace(place, path=place.path[1:]) if is_named else place, target)
    taken = conversions(template.value)
    if conversions is percent and place.inside and _takes_by_name(template):
        name, place = place.path[0].at, replace(place, path=place.path[1:])
        taken = percent_of(template.value, name) if name is not None else taken
    if taken & {"r", "a"}:
        return REPR
    return _written(place, target) if taken else None


def _takes_by_name(template: ast.expr) -> bool:
    """Whether a text is a template of ``%`` that takes values out of a mapping."""
    return isinstance(template, ast.Constant) and "%(" in str(template.value).replace("%%", "")
