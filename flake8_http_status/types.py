"""What an expression can be: HTTP slots, instances, functions and the containers around them.

``None`` stands for "unknown" wherever a ``Type | None`` is asked for; PLAIN for "known to be
neither a status nor a method, and nothing that leads to one".
"""
from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from flake8_http_status.findings import Evidence, Kind
from flake8_http_status.nodes import Function as FunctionNode

if TYPE_CHECKING:
    from flake8_http_status.unit import Unit


@dataclass(frozen=True, slots=True)
class Slot:
    """A status or a method; ``words`` say what the place does with it (docs/stubs.md)."""

    kind: Kind
    words: frozenset[str] = frozenset()
    evidence: Evidence = "resolved"


@dataclass(frozen=True, slots=True)
class Plain:
    """A value that is no status, no method and no container of them.

    ``words`` say what the place does with whatever it is given (docs/stubs.md), or where ``kind`` is
    set with numbers alone ("status") or with texts alone ("method").
    """

    words: frozenset[str] = frozenset()
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Enum:
    """The class ``http.HTTPStatus`` or ``http.HTTPMethod`` itself."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Namespace:
    """A module, or a submodule that a stub writes as a class."""

    unit: Unit
    node: ast.Module | ast.ClassDef


@dataclass(frozen=True, slots=True)
class Dotted:
    """A package of which only modules inside are known, as ``import a.b.c`` binds ``a``."""

    unit: Unit
    name: str


@dataclass(frozen=True, slots=True)
class Class:
    """A class object."""

    unit: Unit
    node: ast.ClassDef


@dataclass(frozen=True, slots=True)
class Instance:
    """An object of a class."""

    of: Class


@dataclass(frozen=True, slots=True)
class Function:
    """A function; ``owner`` is the class that a bound method was found on, so ``self`` is taken."""

    unit: Unit
    node: FunctionNode
    owner: Class | None = None


@dataclass(frozen=True, slots=True)
class Overloads:
    """A function with several signatures."""

    functions: tuple[Function, ...]


@dataclass(frozen=True, slots=True)
class Callable:
    """What a ``Callable[...]`` annotation says; ``parameters`` is None for ``...``."""

    parameters: tuple[Type | None, ...] | None
    returns: Type | None


@dataclass(frozen=True, slots=True)
class Collection:
    """Any number of elements of one type."""

    element: Type | None


@dataclass(frozen=True, slots=True)
class Tuple:
    """A fixed number of elements."""

    elements: tuple[Type | None, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values; ``indexed`` where it may be a sequence too, for only ``x[key]`` is known."""

    key: Type | None
    value: Type | None
    indexed: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with a type of its own for each key that is known, such as a JSON object."""

    fields: tuple[tuple[str, Type | None], ...]


@dataclass(frozen=True, slots=True)
class Awaitable:
    """What gives ``result`` when awaited."""

    result: Type | None


@dataclass(frozen=True, slots=True)
class Manager:
    """What gives ``result`` in a ``with`` statement."""

    result: Type | None


@dataclass(frozen=True, slots=True)
class Variable:
    """A type variable of a stub, and what is done with any value of it."""

    name: str
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Arguments:
    """Values that reach a decorated function's parameters (``Annotated[object, "columns:names"]``).

    ``shape`` is the word before the colon, ``names`` the parameter that holds their names, and
    ``words`` say what is done with each value beside that.
    """

    shape: str
    names: str
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Union:
    """One of several; made by ``join`` only."""

    options: tuple[Type, ...]


Type: TypeAlias = (
    Slot | Plain | Enum | Namespace | Dotted | Class | Instance | Function | Overloads | Callable | Collection
    | Tuple | Mapping | Record | Awaitable | Manager | Variable | Arguments | Union
)
PLAIN = Plain()
_MOST_OPTIONS = 8
_MOST_PARTS = 2000


def options(of: Type | None) -> tuple[Type, ...]:
    """The alternatives of a type; none for unknown."""
    match of:
        case None:
            return ()
        case Union():
            return of.options
    return (of,)


def join(types: Iterable[Type | None]) -> Type | None:
    """Either of ``types``; unknown ones are passed over, and beside others what is plain and says nothing."""
    found: dict[Type, None] = {}
    for one in types:
        if isinstance(one, Union):
            found |= dict.fromkeys(one.options)
        elif one is not None:
            found[one] = None
    if len(found) <= 1:
        return next(iter(found), None)
    others = [option for option in found if not isinstance(option, Plain)]
    # What one of them does with whatever it is given, may be done here.
    said = [one for one in _merged(found) if one.words or not others]
    found = dict.fromkeys([*others, *said])
    records = [option for option in found if isinstance(option, Record)]
    if len(records) > 1:
        found = {option: None for option in found if option not in records}
        found[Record(tuple(dict.fromkeys(field for one in records for field in one.fields)))] = None
    kept = tuple(found)[:_MOST_OPTIONS]
    return kept[0] if len(kept) == 1 else Union(kept) if kept else None


def _merged(plain: Iterable[Type]) -> list[Plain]:
    """One for all kinds, and one for each kind that more is said of."""
    words: dict[Kind | None, frozenset[str]] = {}
    for one in plain:
        if isinstance(one, Plain):
            words[one.kind] = words.get(one.kind, frozenset()) | one.words
    return [Plain(said, kind) for kind, said in words.items() if said] or [PLAIN]


def classes(of: Type | None) -> Iterator[Class]:
    """The classes among the alternatives of a type, and those of its instances."""
    for option in options(of):
        match option:
            case Class():
                yield option
            case Instance(of=cls):
                yield cls


def value_at(of: Type | None, key: str | None) -> Type | None:
    """The value of a mapping under ``key``, or (None) under a key that is not known."""
    found: list[Type | None] = []
    for option in options(of):
        match option:
            case Mapping(value=value):
                found.append(value)
            case Record(fields=fields):
                found += [value for name, value in fields if name == key]
    return join(found)


def element(of: Type | None, index: int | None = None) -> Type | None:
    """An element of a container; ``index`` (from 0, or from the end below 0) picks in a tuple."""
    found: list[Type | None] = []
    for option in options(of):
        match option:
            case Collection(element=one):
                found.append(one)
            case Tuple(elements=many) if index is None:
                found.extend(many)
            case Tuple(elements=many) if index is not None and -len(many) <= index < len(many):
                found.append(many[index])
            case Mapping(value=value, indexed=True):
                found.append(value)
            case Mapping(key=key):
                found.append(key)
    return join(found)


def keys(of: Type | None) -> Type | None:
    """A key of a mapping."""
    return join(option.key for option in options(of) if isinstance(option, Mapping))


def is_large(of: Type | None) -> bool:
    """Whether a type has more parts than anybody writes down."""
    work: list[Type | None] = [of]
    for _ in range(_MOST_PARTS):
        if not work:
            return False
        match work.pop():
            case Union(options=parts) | Tuple(elements=parts):
                work += parts
            case Collection(element=inner) | Awaitable(result=inner) | Manager(result=inner):
                work.append(inner)
            case Mapping(key=key, value=value):
                work += (key, value)
            case Record(fields=fields):
                work += [value for _, value in fields]
    return True
