"""What a name is inside a module or a class, and an attribute of any value."""
from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from flake8_http_status.binders import Binding
from flake8_http_status.nodes import Definition, parameters
from flake8_http_status.scope import Scope
from flake8_http_status.types import (
    PLAIN,
    Awaitable,
    Class,
    Collection,
    Dotted,
    Enum,
    Function,
    Instance,
    Mapping,
    Namespace,
    Overloads,
    Slot,
    Tuple,
    Type,
    Union,
    join,
    options,
)
from flake8_http_status.unit import Unit, is_submodule

_MOST_BASES = 30
_PROPERTIES = frozenset({"property", "cached_property", "setter", "reify"})
_NUMBERS = range(100, 1000)
#: So many values of an attribute or a name may ask one another; more ask all of them together.
FEW_VALUES = 12
LITERALS = (ast.Constant, ast.Tuple, ast.List, ast.Set, ast.Dict)


def member(of: Type | None, name: str) -> Type | None:
    """The attribute ``name`` of a value; None where it is unknown."""
    match of:
        case Namespace(unit=unit, node=node):
            return in_namespace(unit, node, name)
        case Dotted(unit=unit, name=package):
            inside = f"{package}.{name}"
            found = unit.world.namespace(inside, unit.path)
            return found or (Dotted(unit, inside) if unit.imports_module(inside) else None)
        case Instance(of=of_class):
            return instance_member(of_class, name)
        case Class():
            return class_member(of, name, bound=False)
        case Enum(kind=kind) if name.isupper():
            return Slot(kind)
        case Slot() if name == "value":
            return of
        case Mapping() | Collection() | Tuple():
            return None
        case Union():
            return join(member(option, name) for option in of.options)
    return None


def in_namespace(unit: Unit, node: ast.Module | ast.ClassDef, name: str) -> Type | None:
    """What ``name`` is in a module, or in a submodule of a stub."""
    if unit.name == "http" and node is unit.scopes.tree and (enum := enum_of("http", name)):
        return enum
    bindings = unit.scopes.inner[node].bindings.get(name, [])
    if bindings:
        return bound(unit, bindings)
    of_project = None if unit.stub else unit.world.namespace(f"{unit.name}.{name}", unit.path)
    return of_project or _starred(unit, node, name)


def _starred(unit: Unit, node: ast.Module | ast.ClassDef, name: str) -> Type | None:
    """What ``from … import *`` in a module, or in a submodule of a stub, brings in as ``name``."""
    if (unit, name) in unit.world.starring:
        return None  # Two modules that import everything from each other.
    unit.world.starring.add((unit, name))
    try:
        bindings = unit.scopes.inner[node].bindings.get("*", ())
        stars = (unit.world.engine.binding(unit, one) for one in bindings)
        return join(member(found, name) for found in stars if found is not None)
    finally:
        unit.world.starring.discard((unit, name))


def bound(unit: Unit, bindings: list[Binding]) -> Type | None:
    """What a name is that has these bindings."""
    if not unit.stub and len(bindings) == 1 and _is_other_number(bindings[0]):
        return PLAIN
    functions = [one.node for one in bindings if isinstance(one.node, ast.FunctionDef | ast.AsyncFunctionDef)]
    if unit.stub and len(functions) > 1:
        return Overloads(tuple(Function(unit, node) for node in functions))
    return join(unit.world.engine.binding(unit, binding) for binding in bindings)


def _is_other_number(one: Binding) -> bool:
    """Whether a constant holds a number that is no status, whatever it is called: ``STATUS = 2``."""
    match one:
        case Binding(node=ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=int(number)))):
            return name.isupper() and number not in _NUMBERS
    return False


def named_by_many(unit: Unit, name: str, owner: Scope) -> Type | None:
    """``bound`` for a name that is bound again and again, and read as often."""
    ask, about, bindings = unit.world.memory.ask, (owner, name), owner.bindings[name]
    found = ask(unit.memo, ("bound", about), lambda: bound(unit, bindings), shared=True)
    computed = (one for one in bindings if not isinstance(one.value, LITERALS))
    return found or ask(unit.memo, ("bound by calls", about), lambda: bound(unit, [*computed]))


def lineage(of: Class) -> Iterator[Class]:
    """A class and the bases of it that are known, each once, in the order of the text."""
    seen: set[ast.ClassDef] = set()
    work = [of]
    while work and len(seen) < _MOST_BASES:
        current = work.pop(0)
        if current.node in seen:
            continue
        seen.add(current.node)
        yield current
        for base in current.node.bases:
            node = base.value if isinstance(base, ast.Subscript) else base
            work.extend(one for one in options(current.unit.infer(node)) if isinstance(one, Class))


def declares(of: Class, name: str) -> tuple[Class, list[Binding]] | None:
    """The class of the lineage that binds ``name`` in its body, and how."""
    for cls in lineage(of):
        bindings = cls.unit.scopes.inner[cls.node].bindings.get(name)
        if bindings:
            return cls, bindings
    return None


def class_member(of: Class, name: str, *, bound: bool) -> Type | None:
    """An attribute of a class, or (``bound``) of its instances as far as the class body says."""
    for cls in lineage(of):
        bindings = cls.unit.scopes.inner[cls.node].bindings.get(name)
        if bindings:
            found = join(_declared(cls, binding, of, bound) for binding in bindings)
            if found is not None:
                return found
    return None


def _declared(cls: Class, binding: Binding, receiver: Class, is_bound: bool) -> Type | None:
    match binding.node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() as node:
            return _method(cls, node, receiver, is_bound)
        case ast.ClassDef() as node if cls.unit.stub and is_submodule(node):
            return Namespace(cls.unit, node)
    if not cls.unit.stub and _is_other_number(binding):
        return PLAIN
    found = cls.unit.world.engine.binding(cls.unit, binding)
    if is_bound:
        return join(
            Function(option.unit, option.node, receiver) if isinstance(option, Function) else option
            for option in options(found)
        )
    return found


def _method(
    cls: Class, node: ast.FunctionDef | ast.AsyncFunctionDef, receiver: Class, is_bound: bool
) -> Type | None:
    decorators = _decorators(node)
    if is_property(node):
        return cls.unit.world.engine.returned(cls.unit, node) if is_bound else None
    if "staticmethod" in decorators:
        return Function(cls.unit, node)
    takes_self = is_bound or "classmethod" in decorators
    if cls.unit.stub or not node.decorator_list:
        return Function(cls.unit, node, receiver if takes_self else None)
    decorated = cls.unit.world.engine.decorated(cls.unit, node)
    return join(
        Function(option.unit, option.node, receiver)
        if takes_self and isinstance(option, Function) and option.node is node
        else option
        for option in options(decorated)
    )


def _decorators(node: Definition) -> set[str]:
    """The last names of a function's plain decorators."""
    names = {one.id for one in node.decorator_list if isinstance(one, ast.Name)}
    return names | {one.attr for one in node.decorator_list if isinstance(one, ast.Attribute)}


def is_property(node: Definition) -> bool:
    """Whether a method is called where it is read."""
    return not _PROPERTIES.isdisjoint(_decorators(node))


def instance_member(of: Class, name: str) -> Type | None:
    """An attribute of an instance: what class bodies declare, then what methods assign to it."""
    found = class_member(of, name, bound=True)
    if found is None:
        return _assigned(of, name)
    # A class in the body is what the attribute is before a method sets it.
    return join([found, _assigned(of, name)]) if isinstance(found, Class) else found


def _assigned(of: Class, name: str) -> Type | None:
    about = of.node, name
    if (said := of.unit.keep(("annotated", about), lambda: _annotated(of, name))) is not None:
        return said
    values = of.unit.keep(("values", about), lambda: [*_values(of, name)])
    if len(values) <= FEW_VALUES:
        return _either(values)
    ask, memo = of.unit.world.memory.ask, of.unit.memo
    found = ask(memo, ("assigned", about), lambda: _either(values), shared=True)
    # Within itself, where one of the literals asks, it is what the other values say.
    return found or ask(
        memo, ("computed", about), lambda: _either(one for one in values if not isinstance(one[1], LITERALS))
    )


def _annotated(of: Class, name: str) -> Type | None:
    """What a method says an attribute is an object of: ``self.client: Client``."""
    for cls in lineage(of):
        for attribute in cls.unit.scopes.stores(name) if not cls.unit.stub else ():
            match cls.unit.scopes.parents[attribute]:
                case ast.AnnAssign() as statement if is_self(cls, attribute.value):
                    said = cls.unit.world.engine.binding(cls.unit, Binding("annotation", statement))
                    if any(isinstance(one, Instance) for one in options(said)):
                        return said
    return None


def _values(of: Class, name: str) -> Iterator[tuple[Unit, ast.expr]]:
    """What the methods of a class and of its bases assign to ``self.name``."""
    for cls in lineage(of):
        if not cls.unit.stub:
            yield from ((cls.unit, value) for value in assigned(cls, name))


def _either(values: Iterable[tuple[Unit, ast.expr]]) -> Type | None:
    return join(unit.infer(value) for unit, value in values)


def assigned(of: Class, name: str) -> Iterator[ast.expr]:
    """The values that the methods of a class of the linted code assign to ``self.name``."""
    scopes = of.unit.scopes
    for attribute in scopes.stores(name):
        if not is_self(of, attribute.value):
            continue
        match scopes.parents[attribute]:
            case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value):
                yield value
            case ast.withitem(context_expr=value):
                yield value


def is_self(of: Class, node: ast.expr) -> bool:
    """Whether ``node`` is the first parameter of a method of the class, or the class by name."""
    if not isinstance(node, ast.Name):
        return False
    method = of.unit.scopes.enclosing_function(node)
    while isinstance(method, ast.Lambda) or (
        method is not None and not isinstance(of.unit.scopes.parents[method], ast.ClassDef)
    ):
        method = of.unit.scopes.enclosing_function(method)
    if method is not None and of.unit.scopes.parents[method] is of.node:
        names = parameters(method)
        if names and names[0].arg == node.id:
            return True
    return node.id == of.node.name and _is_bound_to(of, node)


def class_of_self(unit: Unit, node: ast.expr) -> Class | None:
    """The class around ``node`` where that is an object of it, or the class itself: ``self``, ``cls``."""
    cls = unit.scopes.enclosing_class(node)
    of = Class(unit, cls) if cls is not None else None
    return of if of is not None and is_self(of, node) else None


def _is_bound_to(of: Class, node: ast.Name) -> bool:
    scopes = of.unit.scopes
    owner = scopes.of_node[node].lookup(node.id)
    return owner is not None and any(one.node is of.node for one in owner.bindings.get(node.id, ()))


def awaited(of: Type | None) -> Type | None:
    """What ``await`` gives."""
    return join(option.result if isinstance(option, Awaitable) else option for option in options(of))


def enum_of(module: str, name: str) -> Enum | None:
    """The enum that ``from module import name`` gives, if it is one of the standard library's."""
    match module, name:
        case "http", "HTTPStatus":
            return Enum("status")
        case "http", "HTTPMethod":
            return Enum("method")
    return None
