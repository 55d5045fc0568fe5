"""What a name says alone, where nothing else is known: ``_by_name.pyi`` lists those that speak."""
from __future__ import annotations

import ast

from flake8_http_status.names import words
from flake8_http_status.slots import words_of
from flake8_http_status.types import Type
from flake8_http_status.unit import Unit
from flake8_http_status.world import Section


def named(unit: Unit, section: Section, name: str) -> Type | None:
    """What a name alone says in ``unit``; None where it says nothing.

    A weak name says something only in a module that has to do with HTTP otherwise too, or with another
    word for it: ``http_redirect_code``.
    """
    said = weakly_named(unit, section, name)
    if said is None or unit.speaks_http or "weak" not in words_of(said) or "http" in words(name):
        return said
    return None


def weakly_named(unit: Unit, section: Section, name: str) -> Type | None:
    """What a name says, or would say if something else spoke for it."""
    found = unit.world.speaking(section, name)
    if found is None or unit.by_name:
        return None
    home, declared = found
    return home.world.engine.binding(home, declared)


def key_of(node: ast.expr | None) -> str | None:
    """What a key is called: its text, or the name of the constant that stands for it (``ATTR_STATUS``)."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.Name(id=name) | ast.Attribute(attr=name) if name.isupper():
            return name.removesuffix("_KEY")
    return None


def under_constant(unit: Unit, key: ast.expr) -> Type | None:
    """What the name of a constant says of what is kept under it."""
    name = key_of(key)
    return named(unit, "keys", name) if name is not None else None


def under_http_key(unit: Unit, node: ast.Call) -> Type | None:
    """What a call gives whose only argument is a key of HTTP: ``span.get_tag("http.method")``.

    A key of one word may be the key to anything.
    """
    match node:
        case ast.Call(args=[key], keywords=[]):
            name = key_of(key)
            said = named(unit, "keys", name) if name is not None and len(words(name)) > 1 else None
            return said if "weak" not in words_of(said) else None
    return None
