"""Members that are taken as text, and members that a place refuses.

Before Python 3.11 ``str()`` of a member is its name, ``HTTPStatus.NOT_FOUND``, and so is all that asks for
it (https://docs.python.org/3/whatsnew/3.11.html#enum); ``format()`` and f-strings give the number everywhere.
"""
from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator

from flake8_http_status.findings import Edit, Finding, Problem, Verdict
from flake8_http_status.problems.members import MEMBER, kind_of_member, member_named
from flake8_http_status.safety import TEXT_IS_VALUE, refuses
from flake8_http_status.sites import ANYWHERE, Look, View
from flake8_http_status.slots import words_of
from flake8_http_status.types import Plain, options
from flake8_http_status.uses import places

TEXT = Verdict("unsafe", "before Python 3.11 the text becomes the number")
PLAIN = Verdict("unsafe", "what is refused now goes through")
_CONVERSION = re.compile(r"%(?:\((?P<key>[^)]*)\))?[#0 +-]*[\d*]*(?:\.[\d*]+)?[hlL]?(?P<letter>[a-zA-Z%])")


def as_text(view: View, node: ast.expr) -> Iterator[Finding]:
    """The finding of a member whose text is taken where it stands."""
    # HTTPMethod is of Python 3.11 itself, so its text has always been its value.
    if not _is_taken_as_text(view, node):
        return
    if kind_of_member(view.unit, node) != "status":
        return
    name = view.spelled(node)
    yield view.finding(
        "as-text",
        node,
        f"use {name}.value: before Python 3.11 the text of {name} is its name, "
        f"and the target is {view.target[0]}.{view.target[1]}",
        context="argument",
        edit=Edit((f"{name}.value",)),
        verdict=TEXT,
    )


def _is_taken_as_text(view: View, node: ast.expr) -> bool:
    parent = view.parent(node)
    match parent:
        case ast.FormattedValue(conversion=115, value=value):
            return value is node
        case ast.BinOp(op=ast.Mod(), left=ast.Constant(value=str(template)), right=right) if right is node:
            return _letter(template, 0) == "s"
        case ast.Tuple(elts=elements):
            around = view.parent(parent)
            match around:
                case ast.BinOp(op=ast.Mod(), left=ast.Constant(value=str(template)), right=right):
                    return right is parent and _letter(template, elements.index(node)) == "s"
        case ast.Dict(keys=keys, values=values) if node in values:
            key = keys[values.index(node)]
            match view.parent(parent):
                case ast.BinOp(op=ast.Mod(), left=ast.Constant(value=str(template)), right=right):
                    name = key.value if isinstance(key, ast.Constant) else None
                    return right is parent and _letters(template).get(name) == "s"
        case ast.Call(func=ast.Name(id="str"), args=[one], keywords=[]):
            return one is node and _is_builtin(view, parent.func)
        case ast.Call(func=ast.Name(id="print"), args=given) if node in given:
            return _is_builtin(view, parent.func)
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(template)), attr="format"), args=given):
            return node in given and _braced(template, str(given.index(node))) == "s"
        case ast.Call(args=given) if node in given:
            return _takes_any_as_text(view, node) and _is_written(given, given.index(node))
        case ast.keyword(arg=name):
            match view.parent(parent):
                case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(template)), attr="format")):
                    return _braced(template, name or "") == "s"
            return _takes_any_as_text(view, node)
    return False


def _takes_any_as_text(view: View, node: ast.expr) -> bool:
    """Whether a place takes the text of whatever it is given, as a logger does.

    Where a status is meant the place is known to work with members, but for the looks of its text.
    """
    taken = options(view.unit.flow(node))
    return bool(taken) and all(isinstance(one, Plain) and "text" in words_of(one, "status") for one in taken)


def _is_builtin(view: View, func: ast.expr) -> bool:
    scope = view.unit.scopes.of_node.get(func)
    return isinstance(func, ast.Name) and scope is not None and not view.unit.lookup(func.id, scope)


def _letter(template: str, index: int) -> str:
    """The letter of the conversion that takes the positional value ``index``; empty where that is unknown."""
    found = [one for one in _CONVERSION.finditer(template) if one["letter"] != "%"]
    if any(one["key"] is not None or "*" in one[0] for one in found) or index >= len(found):
        return ""
    return found[index]["letter"]


def _letters(template: str) -> dict[object, str]:
    """The letter of the conversion of each key; of several ``s`` goes first."""
    found = (one for one in _CONVERSION.finditer(template) if one["key"] is not None)
    return dict(sorted(((one["key"], one["letter"]) for one in found), key=lambda pair: pair[1] == "s"))


def _braced(template: str, wanted: str) -> str:
    """The conversion of a value, a number for its position or a keyword, in a template of ``str.format``."""
    try:
        fields = [one for one in string.Formatter().parse(template) if one[1] is not None]
    except ValueError:
        return ""
    for place, (_, name, _, conversion) in enumerate(fields):
        if name == wanted or (name == "" and str(place) == wanted):
            return conversion or ""
    return ""


def _is_written(given: list[ast.expr], index: int) -> bool:
    """Whether a logger's template, if there is one before it, takes the text of its value."""
    for place, one in enumerate(given[:index]):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and "%" in one.value:
            return _letter(one.value, index - place - 1) == "s"
    return True


def rejected(view: View, node: ast.Attribute) -> Iterator[Finding]:
    """The finding of a member that reaches a place which wants the plain number or text."""
    named = member_named(view.unit, node)
    if named is None:
        return
    for place in places(view.unit, node):
        if not refuses(place, named.kind):
            continue
        name = view.spelled(node)
        where = "" if place.hops == 0 else f" (line {place.node.lineno})"
        yield view.finding(
            "rejected",
            node,
            f"use {name}.value: the member is refused where it goes{where}",
            kind=named.kind,
            context="argument",
            edit=Edit((f"{name}.value",)),
            verdict=PLAIN,
        )
        return


_ENUMS = r"HTTP(?:Status|Method)\b"
_AS_TEXT = frozenset[Problem]({"as-text"})
LOOKS = (
    Look(_AS_TEXT, (ast.Attribute, ast.Call, ast.Name), _ENUMS, as_text, ANYWHERE, TEXT_IS_VALUE),
    Look(frozenset({"rejected"}), (ast.Attribute,), _ENUMS, rejected, MEMBER),
)
