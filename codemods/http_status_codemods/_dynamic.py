"""Names that a module binds by their text: by ``globals()``, ``setattr``, ``exec`` or ``__getattr__``."""
from __future__ import annotations

import ast
from collections.abc import Iterator

from flake8_http_status.sparse import complete

_NAMESPACES = {"globals", "vars", "locals"}
#: The functions that may bind a name by its text.
BINDING = (*_NAMESPACES, "setattr", "delattr", "exec")
_READING_METHODS = {"get", "items", "keys", "values", "copy"}
# What takes a namespace and leaves it as it is.
_READERS = {"dict", "eval", "len", "list", "print", "repr", "set", "sorted", "str", "tuple"}


def bound_by_text(tree: ast.Module, parents: dict[ast.AST, ast.AST], name: str) -> int | None:
    """The line where the module may bind or unbind its global ``name`` by the name's text, or None."""
    for node in _calls(parents):
        match node:
            case ast.Call(func=ast.Name(id="setattr" | "delattr"), args=[owner, key, *_]):
                changes = _may_be(key, name) and (isinstance(key, ast.Constant) or _is_own_module(owner))
            case ast.Call(func=ast.Name(id="exec"), args=[_]):
                changes = _at_top(node, parents)
            case ast.Call(func=ast.Name(id=called), args=[], keywords=[]) if called in _NAMESPACES:
                # The namespace of a function is a copy; only globals() reaches out of it.
                outer = called == "globals" or _at_top(node, parents)
                changes = outer and _changes(node, parents, name)
            case _:
                continue
        if changes:
            return node.lineno
    return None


def lazily_given(tree: ast.Module, name: str) -> int | None:
    """The line of a module-level ``__getattr__`` that may give ``name``: the module holds its text."""
    for statement in tree.body:
        if isinstance(statement, ast.FunctionDef) and statement.name == "__getattr__":
            complete(tree)
            texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
            return statement.lineno if name in texts else None
    return None


def _calls(parents: dict[ast.AST, ast.AST]) -> Iterator[ast.Call]:
    found = (node for node in parents if isinstance(node, ast.Call))
    return iter(sorted(found, key=lambda one: (one.lineno, one.col_offset)))


def _changes(namespace: ast.Call, parents: dict[ast.AST, ast.AST], name: str) -> bool:
    """Whether what is done with ``globals()`` may change what ``name`` is there."""
    around = parents[namespace]
    match around:
        case ast.Subscript(slice=key, ctx=context):
            return not isinstance(context, ast.Load) and _may_be(key, name)
        case ast.Attribute(attr="update"):
            return _updates(parents[around], name)
        case ast.Attribute(attr="pop" | "setdefault" | "__setitem__" | "__delitem__"):
            return _first_may_be(parents[around], name)
        case ast.Attribute(attr=method):
            return method not in _READING_METHODS
        case ast.Call(func=ast.Name(id=called)) if called in _READERS:
            return False
    # Assigned to a name or given to a function: who knows what is done with it there.
    return isinstance(around, ast.Call | ast.Assign | ast.AnnAssign | ast.NamedExpr | ast.Return)


def _updates(call: ast.AST, name: str) -> bool:
    match call:
        case ast.Call(args=args, keywords=keywords):
            named = any(each.arg is None or each.arg == name for each in keywords)
            return named or any(_may_hold(each, name) for each in args)
    return True


def _may_hold(mapping: ast.expr, name: str) -> bool:
    match mapping:
        case ast.Dict(keys=keys):
            return any(key is None or _may_be(key, name) for key in keys)
        case ast.DictComp(key=key):
            return _may_be(key, name)
    return True


def _first_may_be(call: ast.AST, name: str) -> bool:
    match call:
        case ast.Call(args=[key, *_]):
            return _may_be(key, name)
    return True


def _may_be(key: ast.expr, name: str) -> bool:
    """Whether the text ``key`` may be ``name``: the start and the end of an f-string may rule it out."""
    match key:
        case ast.Constant(value=value):
            return value == name
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]) if not name.startswith(start):
            return False
        case ast.JoinedStr(values=[*_, ast.Constant(value=str(end))]):
            return name.endswith(end)
        case ast.BinOp(op=ast.Add(), left=ast.Constant(value=str(start))):
            return name.startswith(start)
        case ast.BinOp(op=ast.Add(), right=ast.Constant(value=str(end))):
            return name.endswith(end)
    return True


def _is_own_module(node: ast.expr) -> bool:
    match node:
        case ast.Subscript(value=ast.Attribute(attr="modules"), slice=ast.Name(id="__name__")):
            return True
    return False


def _at_top(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> bool:
    """Whether ``node`` runs in the module's own scope."""
    while node in parents:
        node = parents[node]
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            return False
    return True
