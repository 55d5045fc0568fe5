"""Exceptions and their statuses: what is raised with one, or called after one."""
from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator

from flake8_http_status.constants import FAILURES, STATUSES, TELLING
from flake8_http_status.contexts import Expected
from flake8_http_status.infer import infer
from flake8_http_status.literals import ends_with_member
from flake8_http_status.names import words
from flake8_http_status.nodes import name_of
from flake8_http_status.slots import NAMED_STATUS, slot
from flake8_http_status.speaking import weakly_named
from flake8_http_status.types import Class, options
from flake8_http_status.unit import Unit

#: So many classes that are called after their status tell what the numbers of the others are.
_CALLED_AFTER = 2
#: What an exception may be for; a redirect is one, too.
_FAILED = frozenset(code for code in STATUSES if code >= 300)


def failures_together(unit: Unit, node: ast.Constant) -> Expected | None:
    """A key of a mapping of exceptions and nothing else: ``{404: NotFoundError, 409: ConflictError}``.

    Or a value of one by exceptions: ``{NotFoundError: 404, ConflictError: 409}``.
    """
    parent = unit.scopes.parents[node]
    if not isinstance(parent, ast.Dict):
        return None
    said = unit.world.memory.ask(unit.memo, ("failures alone", parent), lambda: _are_failures(unit, parent))
    return Expected(NAMED_STATUS, "value") if said else None


def _are_failures(unit: Unit, mapping: ast.Dict) -> bool:
    for codes, failures in ((mapping.keys, mapping.values), (mapping.values, mapping.keys)):
        numbers = {one.value for one in codes if isinstance(one, ast.Constant)}
        if len(numbers) > 1 and numbers <= _FAILED and all(isinstance(one, ast.Constant) for one in codes):
            return all(one is not None and _is_failure(unit, name_of(one)) for one in failures)
    return False


def _is_failure(unit: Unit, name: str) -> bool:
    """Whether ``name`` is that of a class of exceptions: ``NotFoundError``."""
    last = words(name)[-1:]
    return unit.world.lists("failures", last) and name.endswith(last[0].capitalize())


def called_after(unit: Unit, node: ast.Constant) -> Expected | None:
    """An argument of what is called after the very status: ``NotFound(404)``, ``Conflict(code=409)``."""
    parent = unit.scopes.parents[node]
    call = unit.scopes.parents[parent] if isinstance(parent, ast.keyword) else parent
    if not isinstance(call, ast.Call):
        return None
    first = parent is not call or call.args[:1] == [node]
    is_one = first and _is_called_after(name_of(call.func), node)
    return Expected(NAMED_STATUS, "argument") if is_one else None


def _is_called_after(name: str, node: ast.Constant) -> bool:
    value = node.value
    if not isinstance(value, int) or not ends_with_member("_".join(words(name)), value):
        return False
    # "created" and "accepted" are words for other things, too; "no_content" is not.
    return value >= 300 or "_" in STATUSES[value].name


def class_called_after(unit: Unit, node: ast.Constant) -> Expected | None:
    """An attribute of a class that is called after the very status: ``class ObjectNotFound: code = 404``."""
    statement = unit.scopes.parents[node]
    match statement, unit.scopes.parents.get(statement):
        case ast.Assign(targets=[ast.Name(id=name)]), ast.ClassDef(name=called, bases=[_, *_]):
            said = slot(weakly_named(unit, "attributes", name), "status")
            if said is not None and _is_called_after(called, node):
                return Expected(said, "value")
    return None


def among_failures(unit: Unit, node: ast.Constant) -> Expected | None:
    """An attribute of exceptions that others have, too, some of them called after their status."""
    statement = unit.scopes.parents[node]
    match statement, unit.scopes.parents.get(statement):
        case ast.Assign(targets=[ast.Name(id=name)]), ast.ClassDef():
            said = slot(weakly_named(unit, "attributes", name), "status")
            if said is None:
                return None
            question = ("failures with", name)
            together = unit.world.memory.ask(unit.memo, question, lambda: _are_failures_with(unit, name))
            return Expected(said, "value") if together else None
    return None


def _are_failures_with(unit: Unit, name: str) -> bool:
    """Whether the classes of the module that set an attribute to a number are a table of exceptions."""
    found = [(cls.name, number) for cls in unit.scopes.classes() for number in _set_to(cls, name)]
    called = sum(ends_with_member("_".join(words(cls)), number) for cls, number in found)
    return called >= _CALLED_AFTER and all(one in FAILURES for _, one in found)


def _set_to(cls: ast.ClassDef, name: str) -> Iterator[int]:
    for statement in cls.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=one)], value=ast.Constant(value=int(number))) if one == name:
                yield number


def failure(unit: Unit, node: ast.Constant) -> Expected | None:
    """The first argument of an exception, in a module that has to do with HTTP.

    Or of one that is made with failures as other protocols hardly have them, and with nothing else.
    """
    parent = unit.scopes.parents[node]
    match parent:
        case ast.Call(func=func, args=[first, *_]) if first is node:
            name = name_of(func)
            fails = _is_failure(unit, name) and isinstance(node.value, int) and node.value >= 300
            if not fails or hasattr(builtins, name):
                return None
            known = [*options(infer(unit, func))]
            if any(not isinstance(one, Class) or one.unit.stub for one in known):
                return None
            speaks = unit.speaks_http and not known
            return Expected(NAMED_STATUS, "argument") if speaks or _are_made_with(unit, name) else None
    return None


def _are_made_with(unit: Unit, name: str) -> bool:
    """Whether a module makes exceptions of one name with failures alone, one of them a telling one."""
    numbers = unit.keep(("made with", name), lambda: frozenset(_made_with(unit, name)))
    return len(numbers) > 1 and not numbers.isdisjoint(TELLING) and numbers <= FAILURES


def _made_with(unit: Unit, name: str) -> Iterator[int]:
    """The first arguments of the calls of ``name``."""
    for one in unit.near(rf"\b{re.escape(name)}\("):
        match one:
            case ast.Call(func=func, args=[ast.Constant(value=int(number)), *_]) if name_of(func) == name:
                yield number
