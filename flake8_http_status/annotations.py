"""What an annotation says, in stubs and in the linted code alike."""
from __future__ import annotations

import ast

from flake8_http_status.findings import Kind
from flake8_http_status.parsing import expression_of
from flake8_http_status.scope import Scope
from flake8_http_status.slots import with_words
from flake8_http_status.types import (
    PLAIN,
    Arguments,
    Awaitable,
    Callable,
    Class,
    Collection,
    Enum,
    Instance,
    Manager,
    Mapping,
    Plain,
    Slot,
    Tuple,
    Type,
    Variable,
    join,
    options,
)
from flake8_http_status.unit import Unit

_TYPING = frozenset(
    {"typing", "typing_extensions", "collections.abc", "collections", "contextlib", "t", "te"}
)
_COLLECTIONS = frozenset(
    {
        "list", "set", "frozenset", "deque", "List", "Set", "FrozenSet", "Sequence", "MutableSequence",
        "Iterable", "Iterator", "Collection", "Container", "AbstractSet", "Generator", "AsyncIterator",
        "AsyncIterable", "AsyncGenerator",
    }
)
_MAPPINGS = frozenset(
    {"dict", "Dict", "Mapping", "MutableMapping", "defaultdict", "DefaultDict", "OrderedDict", "Counter"}
)
_AWAITABLES = frozenset({"Awaitable", "Coroutine", "Future", "Task"})
_MANAGERS = frozenset(
    {"ContextManager", "AsyncContextManager", "AbstractContextManager", "AbstractAsyncContextManager"}
)
#: Of which literals the words of ``Annotated[int, …]`` and ``Annotated[str, …]`` are said.
_ONLY: dict[str, Kind] = {"int": "status", "str": "method"}
#: Words about a constant of a library, which say nothing about its value.
OF_RELEASES = ("since:", "deprecated:")
#: What a property says of a status: ``"means:200-299"``.
MEANS = "means:"
_TRANSPARENT = frozenset({"Optional", "Union", "Final", "ClassVar", "Required", "NotRequired", "ReadOnly"})


def evaluate(unit: Unit, node: ast.expr | None, scope: Scope) -> Type | None:
    """What an annotation in ``scope`` says of a value; None where it says nothing that we know."""
    match node:
        case None | ast.Constant(value=None):
            return None
        case ast.Constant(value=str(text)):
            return _quoted(unit, text, scope)
        case ast.BinOp(op=ast.BitOr()):
            return join(evaluate(unit, part, scope) for part in _alternatives(node))
        case ast.Subscript(value=value, slice=slice):
            parts = slice.elts if isinstance(slice, ast.Tuple) else [slice]
            return _generic(unit, form(unit, value, scope), value, parts, scope)
        case ast.Name() | ast.Attribute():
            return _plain_name(unit, node, scope)
    return None


def _alternatives(node: ast.expr) -> list[ast.expr]:
    """The parts of ``A | B | C``, from the right; a loop, for a union may have thousands."""
    parts = []
    while isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        parts.append(node.right)
        node = node.left
    return [*parts, node]


def _quoted(unit: Unit, text: str, scope: Scope) -> Type | None:
    expression = expression_of(text)
    if expression is None:
        return None
    for part in ast.walk(expression):
        if isinstance(part, ast.Name):
            unit.scopes.of_node[part] = scope
    return evaluate(unit, expression, scope)


def _plain_name(unit: Unit, node: ast.Name | ast.Attribute, scope: Scope) -> Type | None:
    special = form(unit, node, scope)
    match special:
        case "int" | "str" | "object" | "bytes" | "bool" | "float":
            return PLAIN if unit.stub else None
        case str() if special in _COLLECTIONS:
            return Collection(None)
        case str() if special in _MAPPINGS:
            return Mapping(None, None)
        case str():
            return None
    if _is_self(node):
        return Variable("Self")
    return join(_value_of(unit, option) for option in options(unit.infer(node)))


def _is_self(node: ast.expr) -> bool:
    """Whether an annotation is ``Self``: the class that the method was found on."""
    return isinstance(node, ast.Name) and node.id == "Self"


def _value_of(unit: Unit, named: Type) -> Type | None:
    """What a value is whose annotation is the type object ``named``."""
    match named:
        case Enum(kind=kind):
            return Slot(kind, evidence="named" if unit.by_name else "resolved")
        case Class():
            return Instance(named)
        case Slot() | Variable() | Callable() | Collection() | Tuple() | Mapping() | Awaitable() | Manager():
            return named  # an alias of an annotation
    return None


def form(unit: Unit, node: ast.expr, scope: Scope) -> str | None:
    """The name of a builtin or typing form that ``node`` refers to."""
    match node:
        case ast.Attribute(value=ast.Name(id=module), attr=name) if module in _TYPING or module == "asyncio":
            return name
        case ast.Name(id=name):
            bindings = unit.lookup(name, scope)
            if not bindings or all(binding.kind == "function" for binding in bindings):
                # A stub may declare the function list() and still say list[...].
                return name if name.islower() else None
            parent = unit.scopes.parents.get(bindings[0].node)
            if isinstance(parent, ast.ImportFrom) and parent.module in _TYPING:
                alias = bindings[0].node
                return alias.name if isinstance(alias, ast.alias) else None
    return None


def _generic(
    unit: Unit, special: str | None, value: ast.expr, parts: list[ast.expr], scope: Scope
) -> Type | None:
    first = parts[0] if parts else None
    match special:
        case "Annotated":
            return _annotated(unit, parts, scope)
        case "Callable":
            return _callable(unit, parts, scope)
        case "type" | "Type":
            return join(_class_of(option) for option in options(evaluate(unit, first, scope)))
        case "tuple" | "Tuple" if len(parts) == 2 and _is_ellipsis(parts[1]):
            return Collection(evaluate(unit, first, scope))
        case "tuple" | "Tuple":
            return Tuple(tuple(evaluate(unit, part, scope) for part in parts))
        case str() if special in _TRANSPARENT:
            return join(evaluate(unit, part, scope) for part in parts)
        case str() if special in _COLLECTIONS:
            return Collection(evaluate(unit, first, scope))
        case str() if special in _MAPPINGS:
            both = [evaluate(unit, part, scope) for part in parts[:2]]
            return Mapping(both[0], both[-1])
        case str() if special in _AWAITABLES:
            return Awaitable(evaluate(unit, parts[-1], scope))
        case str() if special in _MANAGERS:
            return Manager(evaluate(unit, first, scope))
        case str():
            return None
    return evaluate(unit, value, scope)


def _class_of(instance: Type) -> Type | None:
    match instance:
        case Instance(of=of):
            return of
        case Slot(kind=kind):
            return Enum(kind)
    return None


def _is_ellipsis(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is ...


def _annotated(unit: Unit, parts: list[ast.expr], scope: Scope) -> Type | None:
    constants = [part.value for part in parts[1:] if isinstance(part, ast.Constant)]
    words = [word for word in constants if isinstance(word, str)]
    said = [word for word in words if not word.startswith((*OF_RELEASES, MEANS))]
    plain = frozenset(word for word in said if ":" not in word)
    for word in said:
        shape, colon, names = word.partition(":")
        if colon:
            return Arguments(shape, names, plain) if unit.stub else None
    annotated = evaluate(unit, parts[0], scope)
    if not unit.stub:
        return annotated
    only = _ONLY.get(form(unit, parts[0], scope) or "")
    return Plain(plain, only) if only is not None and plain else with_words(annotated, plain)


def _callable(unit: Unit, parts: list[ast.expr], scope: Scope) -> Type | None:
    if len(parts) != 2:
        return None
    returns = evaluate(unit, parts[1], scope)
    match parts[0]:
        case ast.List(elts=elements):
            return Callable(tuple(evaluate(unit, one, scope) for one in elements), returns)
    return Callable(None, returns)


