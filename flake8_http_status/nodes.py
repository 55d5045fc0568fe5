"""The nodes of a syntax tree: of one node, or of some lines; as the ``ast`` module gives them, but fast."""
from __future__ import annotations

import ast
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

Definition: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
Function: TypeAlias = Definition | ast.Lambda
# A template string (PEP 750) is to us as an f-string is: it keeps the text of its expressions, too.
if sys.version_info >= (3, 14):
    TemplateStr = ast.TemplateStr
    Interpolation = ast.Interpolation
else:
    TemplateStr = ast.JoinedStr
    Interpolation = ast.FormattedValue
#: What a mock is asked about the calls of a function, with the arguments that it was called with.
_ASSERTIONS = frozenset({
    "assert_called_with", "assert_called_once_with", "assert_any_call",
    "assert_awaited_with", "assert_awaited_once_with", "assert_any_await",
})
#: Fields that hold texts, or nodes that stand for nothing but themselves: operators and contexts.
_EMPTY = frozenset({"ctx", "op", "ops", "id", "attr", "kind", "type_comment", "conversion", "level"})
#: Fields that are lists with other things than nodes in them, or instead of nodes.
_MIXED = frozenset({"keys", "kw_defaults", "names", "kwd_attrs"})
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_FIELDS: dict[Any, tuple[str, ...]] = {ast.Constant: ()}


def children(node: ast.AST) -> list[ast.AST]:
    """The nodes right below ``node`` in the order of its fields; operators and contexts left out."""
    found: list[ast.AST] = []
    for name in _FIELDS.get(node.__class__) or _fields(node.__class__):
        child = getattr(node, name, None)
        if child.__class__ is list:
            found += [one for one in child if isinstance(one, ast.AST)] if name in _MIXED else child
        elif isinstance(child, ast.AST):
            found.append(child)
    return found


def parameters(node: Function) -> list[ast.arg]:
    """All parameters of a function in the order of its signature."""
    arguments = node.args
    found = [*arguments.posonlyargs, *arguments.args]
    found += [arguments.vararg] if arguments.vararg else []
    found += arguments.kwonlyargs
    return found + ([arguments.kwarg] if arguments.kwarg else [])


def asserted_call(func: ast.expr) -> ast.expr:
    """What is called: of ``respond.assert_called_with``, which repeats a call's arguments, ``respond``."""
    match func:
        case ast.Attribute(value=of, attr=name) if name in _ASSERTIONS:
            return of
    return func


def defaulted(signature: ast.arguments, default: ast.AST) -> ast.arg | None:
    """The parameter that has ``default`` in a signature; None where none has."""
    positional = [*signature.posonlyargs, *signature.args]
    pairs: list[tuple[ast.arg, ast.expr | None]]
    pairs = [*zip(reversed(positional), reversed(signature.defaults), strict=False)]
    pairs += zip(signature.kwonlyargs, signature.kw_defaults, strict=True)
    return next((one for one, given in pairs if given is default), None)


def has_one(node: ast.AST, lines: Sequence[int]) -> bool:
    """Whether ``node`` may stand in one of ``lines`` (from 1, sorted); so what has no place of its own."""
    try:
        first, last = node.lineno, node.end_lineno  # type: ignore[attr-defined]
    except AttributeError:
        return True  # arguments and the like
    if isinstance(node, _DEFINITIONS):
        for decorator in node.decorator_list:  # these stand above the line of a definition
            first = min(first, decorator.lineno)
    at = bisect_left(lines, first)
    return at < len(lines) and lines[at] <= (last or first)


def within(tree: ast.AST, lines: Sequence[int]) -> Iterator[ast.AST]:
    """The nodes of ``tree`` that may stand in one of ``lines``, the outer before the inner ones."""
    work: list[ast.AST] = [tree] if lines else []
    while work:
        node = work.pop()
        yield node
        work += [child for child in children(node) if has_one(child, lines)]


def expressions(tree: ast.Module, lines: Sequence[int]) -> Iterator[ast.expr]:
    """The expressions in ``tree`` that stand in one of ``lines``, the outer before the inner ones."""
    return (node for node in within(tree, lines) if isinstance(node, ast.expr))


def _fields(kind: Any) -> tuple[str, ...]:
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(name for name in kind._fields if name not in _EMPTY)
    return _FIELDS[kind]


def texts(node: ast.AST) -> Iterator[str]:
    """The texts in ``node``: of an annotation in a stub, its words."""
    constants = (one.value for one in ast.walk(node) if isinstance(one, ast.Constant))
    return (value for value in constants if isinstance(value, str))


def given_back(node: Definition, *, yields: bool) -> tuple[list[ast.Return], list[ast.Yield]]:
    """What a function itself returns, and where ``yields`` what it yields, in no particular order.

    What is in functions and classes inside is theirs.
    """
    returned: list[ast.Return] = []
    yielded: list[ast.Yield] = []
    work: list[ast.AST] = [*node.body]
    while work:
        part = work.pop()
        match part:
            case ast.Return():
                returned.append(part)
            case ast.Yield():
                yielded.append(part)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda() | ast.ClassDef():
                continue
        work += [one for one in children(part) if yields or not isinstance(one, ast.expr)]
    return returned, yielded


def is_counted(node: ast.AST) -> bool:
    """Whether a number is added to a variable or taken from it."""
    return isinstance(node, ast.AugAssign) and isinstance(node.value, ast.Constant)


def is_literal(value: ast.expr | None) -> bool:
    """Whether a value is a literal, a display, or a choice of values."""
    return isinstance(value, (ast.Constant, ast.Tuple, ast.List, ast.Set, ast.Dict, ast.IfExp, ast.BoolOp))


def called_name(func: ast.expr) -> str:
    """The name that a call is made by, whatever is asserted of it; empty where it has none."""
    match asserted_call(func):
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
