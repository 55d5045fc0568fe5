"""Addresses and paths, and the methods beside them."""
from __future__ import annotations

import ast
import re

from flake8_http_status.constants import METHODS
from flake8_http_status.contexts import Expected
from flake8_http_status.findings import Context
from flake8_http_status.names import words
from flake8_http_status.slots import NAMED_METHOD
from flake8_http_status.unit import Unit

#: What stands in a row with more is a list of words, whatever some of them are.
_LONGEST_ROW = 12
#: What a path may begin with: itself, or what is put before it.
_BEGINNINGS = ("/", "http://", "https://", "%s/", "{}/")
_FIELD_AND_SLASH = re.compile(r"\{[^{}]*\}/")
_PLACEHOLDER = re.compile(r"[\w-]+")
#: Methods that hardly are the word for something else.
_CLEAR = re.compile("GET|POST|PUT|PATCH")
_RELATIVE = re.compile(r"[a-z{%][\w{}%.:-]*(/[\w{}%.:-]+)+(\?\S*)?")
_MEDIA = ("application/", "audio/", "image/", "message/", "multipart/", "text/", "video/")


def location_beside(unit: Unit, node: ast.Constant) -> Expected | None:
    """A method next to a URL or path: ``call("POST", "/users")``, ``("GET", url)``."""
    if node.value not in METHODS:
        return None
    around, place, context = siblings(unit, node)
    if place < 0 or len(around) > _LONGEST_ROW:
        return None
    if node.value == "HEAD" and _is_revision(unit, node, around):
        return None
    # Behind an address, HEAD is more often a revision than a method: git ls-remote URL HEAD.
    before = around[max(0, place - 1) : place] if node.value != "HEAD" else []
    beside = before + around[place + 1 : place + 2]
    # And one of a file, where nothing else tells that a path is another.
    is_certain = node.value != "HEAD" or unit.speaks_http
    found = any(is_location(unit, one) for one in beside if is_certain or not _is_path_by_name(unit, one))
    if not found and context == "argument":
        is_clear = _CLEAR.fullmatch(str(node.value)) is not None
        found = (is_clear or unit.speaks_http) and any(map(_is_relative, beside))
    return Expected(NAMED_METHOD, context) if found else None


def _is_revision(unit: Unit, node: ast.Constant, around: list[ast.expr]) -> bool:
    """Whether ``"HEAD"`` is git's: ``["git", "diff", "HEAD", path]``, ``repo.checkout("HEAD", path)``."""
    said = [one.value for one in around if isinstance(one, ast.Constant)]
    spoken = {text.replace("-", "_") for text in said if isinstance(text, str)}
    func = parent.func if isinstance(parent := unit.scopes.parents[node], ast.Call) else None
    while isinstance(func, ast.Attribute):
        spoken.update(words(func.attr))
        func = func.value
    spoken.update(words(func.id) if isinstance(func, ast.Name) else ())
    return unit.world.lists("revisions", spoken)


def key_under_location(unit: Unit, node: ast.Constant) -> Expected | None:
    """A key of a mapping that stands behind a path, or under one: ``("/users", {"GET": view})``."""
    parent = unit.scopes.parents[node]
    if not isinstance(parent, ast.Dict) or unit.place(parent, "keys", node) < 0:
        return None
    if not all(isinstance(key, ast.Constant) and key.value in METHODS for key in parent.keys):
        return None
    around = unit.scopes.parents[parent]
    if isinstance(around, ast.Dict):
        place = unit.place(around, "values", parent)
        before = around.keys[place] if place >= 0 else None
    else:
        beside, place, _ = siblings(unit, parent)
        before = beside[place - 1] if place > 0 else None
    return Expected(NAMED_METHOD, "value") if before is not None and is_location(unit, before) else None


def siblings(unit: Unit, node: ast.expr) -> tuple[list[ast.expr], int, Context]:
    """What stands in a row with ``node``, and its place there (from 0, -1 where it has none)."""
    node = chosen(unit, node)
    parent = unit.scopes.parents[node]
    match parent:
        case ast.Call(args=given):
            return given, unit.place(parent, "args", node), "argument"
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            return elements, unit.place(parent, "elts", node), "value"
    return [], -1, "value"


def chosen(unit: Unit, node: ast.expr) -> ast.expr:
    """``node``, or the choice that it is one of: ``"POST" if data else "GET"``."""
    around = unit.scopes.parents[node]
    while isinstance(around, ast.IfExp) and node is not around.test:
        node, around = around, unit.scopes.parents[around]
    return node


def is_location(unit: Unit, node: ast.expr) -> bool:
    """Whether an expression is an address or a path, by its text or by its name."""
    while isinstance(node, ast.BinOp):
        if isinstance(node.op, ast.Add) and _is_path(node.right):
            return True
        node = node.left
    match node:
        case ast.Constant(value=str(text)):
            return text.startswith(_BEGINNINGS) or _stands_for_one(unit, text)
        case ast.Constant(value=bytes(raw)):
            return raw.startswith((b"/", b"http://", b"https://"))
        case ast.JoinedStr(values=[ast.FormattedValue(value=first), ast.Constant(value=str(text)), *_]):
            return text.startswith("/") or is_location(unit, first)
        case ast.JoinedStr(values=[first, *_]):
            return is_location(unit, first.value if isinstance(first, ast.FormattedValue) else first)
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return _speaks_of_one(unit, name)
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="format")):
            return text.startswith(_BEGINNINGS) or _FIELD_AND_SLASH.match(text) is not None
        case ast.Call(func=func):
            owner = func.value if isinstance(func, ast.Attribute) else None
            return is_location(unit, func) or (owner is not None and is_location(unit, owner))
    return False


def _speaks_of_one(unit: Unit, name: str) -> bool:
    spoken = words(name)
    return unit.world.lists("addresses", spoken) or unit.world.lists("paths", spoken)


def _is_path_by_name(unit: Unit, node: ast.expr) -> bool:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return not unit.world.lists("addresses", words(name))
    return False


def _is_path(node: ast.expr) -> bool:
    """Whether a text begins with a slash: ``base + "/users"``."""
    match node:
        case ast.Constant(value=str(text)) | ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]):
            return text.startswith("/")
    return False


def _stands_for_one(unit: Unit, text: str) -> bool:
    """Whether a text is the word for an address, as tests have it: ``"image-url"``."""
    return _PLACEHOLDER.fullmatch(text) is not None and unit.world.lists("addresses", words(text))


def _is_relative(node: ast.expr) -> bool:
    """Whether a text is a path that is put behind another: ``"users/{}/keys"``."""
    match node:
        case ast.Constant(value=str(text)):
            return _RELATIVE.fullmatch(text) is not None and not text.startswith(_MEDIA)
    return False
