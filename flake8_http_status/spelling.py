"""How the chosen vocabulary spells a status or method: what is written, and what must be imported for it."""
from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from flake8_http_status.config import Options, Wanted
from flake8_http_status.constants import method_member, status_member
from flake8_http_status.findings import ENUMS, Edit, Import, Kind, Verdict
from flake8_http_status.requirements import ConfigError
from flake8_http_status.types import Class, Namespace, Type, options
from flake8_http_status.unit import Unit, is_submodule
from flake8_http_status.vocabularies import ENUM, Constant, Form, Home, constants_of
from flake8_http_status.world import World

#: A Python that has all members.
NEWEST = (3, 99)
SAME = Verdict("safe", "the value and its type stay as they are")
PHRASE = Verdict("unsafe", "the text with the phrase is another value than the number")

_MOST_LEVELS = 3


@dataclass(frozen=True, slots=True)
class Spelled:
    """What is written for a value: the edit, what it is at run time, and the vocabulary that has it."""

    edit: Edit
    form: Form
    home: Home
    literal: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A module or class with constants, and the path by which people reach it: ``starlette.status``."""

    path: tuple[str, ...]
    of: Namespace | Class
    constants: tuple[Constant, ...]
    #: Whether a name of it is imported by itself, and not the module or class that holds it.
    by_name: bool = False


def spelled(unit: Unit, settled: Options, kind: Kind, value: int | str, quote: str = '"') -> Spelled | None:
    """How the first of the chosen vocabularies that can spells ``value``; None where none can."""
    ways = (_by(unit, settled, entry, kind, value, quote) for entry in settled.wanted)
    return next(filter(None, ways), None)


def lacks(unit: Unit, settled: Options, kind: Kind) -> bool:
    """Whether no chosen vocabulary has any constant of a kind, as one of statuses has no method."""
    return not any(
        entry.name in {"http", "literal"}
        or any(one.kind == kind for one in found(unit.world, entry).constants)
        for entry in settled.wanted
    )


def _by(
    unit: Unit, settled: Options, entry: Wanted, kind: Kind, value: int | str, quote: str
) -> Spelled | None:
    match entry.name:
        case "literal":
            text = str(value) if isinstance(value, int) else f"{quote}{value}{quote}"
            return Spelled(Edit((text,)), "number" if kind == "status" else "text", ENUM, literal=True)
        case "http":
            assert settled.target is not None
            if isinstance(value, int):
                member = status_member(value, settled.target)
            else:
                member = method_member(value, settled.target)
            return Spelled(Edit((ENUMS[kind], f".{member.name}")), "member", ENUM) if member else None
    return _of_library(unit, settled, entry, value)


def _of_library(unit: Unit, settled: Options, entry: Wanted, value: int | str) -> Spelled | None:
    vocabulary = found(unit.world, entry)
    known = [one for one in vocabulary.constants if one.value == value]
    admitted = [one for one in known if _is_admitted(one, entry, settled)]
    # Where the release is not known, a name that all releases have is the first choice.
    best = min(admitted, key=lambda one: _rank(one, entry), default=None)
    if best is None:
        return None
    return Spelled(_edit(vocabulary, best.name), best.form, best.home)


def _is_admitted(constant: Constant, entry: Wanted, settled: Options) -> bool:
    if constant.form == "member" and isinstance(constant.value, int):
        # The standard library's own: its releases are Python's.
        assert settled.target is not None
        member = status_member(constant.value, settled.target)
        return member is not None and (constant.name == member.name or constant.is_own)
    return entry.release is None or (constant.since or ()) <= entry.release


def _rank(constant: Constant, entry: Wanted) -> tuple[bool, bool]:
    if entry.release is None:
        return False, constant.since is not None
    return constant.deprecated is not None and constant.deprecated <= entry.release, False


def _edit(vocabulary: Vocabulary, name: str) -> Edit:
    *package, last = vocabulary.path
    if vocabulary.by_name or not package:
        return Edit((Import(".".join(vocabulary.path), name),))
    holder = vocabulary.of.node
    is_module = isinstance(holder, ast.Module) or (
        is_submodule(holder) and vocabulary.of.unit.name == vocabulary.path[0]
    )
    return Edit((Import(".".join(package), last, is_module), f".{name}"))


def found(world: World, entry: Wanted) -> Vocabulary:
    """The vocabulary of a library or of the project that an entry names.  Raises ConfigError."""
    known = world.vocabularies.get(entry.name)
    if not isinstance(known, Vocabulary):
        known = world.vocabularies[entry.name] = _found(world, entry)
    return known


def _found(world: World, entry: Wanted) -> Vocabulary:
    dotted = entry.name.removeprefix("project:")
    path = tuple(dotted.split("."))
    own = entry.name.startswith("project:")
    space = world.namespace(dotted) if own else world.stubbed(dotted)
    for one in options(space):
        if isinstance(one, Namespace | Class):
            if held := tuple(constants_of(one)):
                return Vocabulary(path, one, held, by_name=own or len(path) == 1)
            inner = next(_inside(one, path), None)
            if inner is not None:
                return inner
    raise ConfigError(f"vocabulary: {entry.name!r} has no constants that are known")


def _inside(of: Namespace | Class, path: tuple[str, ...]) -> Iterator[Vocabulary]:
    """The vocabularies inside a module, those that stand first in the text first."""
    if len(path) > _MOST_LEVELS:
        return
    children: list[tuple[str, Type]] = []
    for name, bindings in of.unit.scopes.inner[of.node].bindings.items():
        for binding in bindings if not name.startswith("_") else ():
            children += [(name, one) for one in options(of.unit.world.engine.binding(of.unit, binding))]
    for name, one in children:
        if isinstance(one, Namespace | Class) and (held := tuple(constants_of(one))):
            yield Vocabulary((*path, name), one, held)
    for name, one in children:
        if isinstance(one, Namespace) and one.unit is of.unit:
            yield from _inside(one, (*path, name))

