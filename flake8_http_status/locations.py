"""Which expressions are addresses: URLs, and paths on a server."""
from __future__ import annotations

import ast

from flake8_http_status.names import words

_LOCATIONS = frozenset({"url", "uri", "urls", "path", "endpoint", "route", "href", "link", "location"})


def is_location(node: ast.expr) -> bool:
    """Whether an expression is a URL or a path, by its text or by its name."""
    while isinstance(node, ast.BinOp):
        match node:
            case ast.BinOp(op=ast.Add(), right=ast.Constant(value=str(text))) if text.startswith("/"):
                return True
        node = node.left
    match node:
        case ast.Constant(value=str(text)):
            return text.startswith(("/", "http://", "https://"))
        case ast.Constant(value=bytes(raw)):
            return raw.startswith((b"/", b"http://", b"https://"))
        case ast.JoinedStr(values=[ast.FormattedValue(value=first), ast.Constant(value=str(text)), *_]):
            return text.startswith("/") or is_location(first)
        case ast.JoinedStr(values=[first, *_]):
            return is_location(first.value if isinstance(first, ast.FormattedValue) else first)
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return not _LOCATIONS.isdisjoint(words(name))
        case ast.Call(func=func):
            return is_location(func) or (isinstance(func, ast.Attribute) and is_location(func.value))
    return False
