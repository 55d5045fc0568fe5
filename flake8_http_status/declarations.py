"""What the linted code declares of a place, by the annotation that stands there.

``annotations`` says what an annotation means for HTTP; here it is asked what a type checker sees in
it.  Stubs do not count: they describe libraries in the terms of the constants.
"""
from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from flake8_http_status.annotations import form
from flake8_http_status.binders import Binding
from flake8_http_status.bindings import imported_module
from flake8_http_status.calls import field_for, parameter_for
from flake8_http_status.infer import called, infer
from flake8_http_status.members import is_self, lineage
from flake8_http_status.nodes import defaulted, parameters
from flake8_http_status.parsing import expression_of
from flake8_http_status.scope import Scope
from flake8_http_status.types import Class, Function, Instance, Namespace, options
from flake8_http_status.unit import Unit

_MOST_ALIASES = 8
_EITHER = frozenset({"Optional", "Union"})
_WRAPPERS = frozenset({"Annotated", "Final", "ClassVar", "Required", "NotRequired", "ReadOnly"})
#: Annotations that leave the type to be inferred.
_BARE = frozenset({"Final", "ClassVar"})


@dataclass(frozen=True, slots=True)
class Declared:
    """An annotation, and the scope that its names are looked up from."""

    unit: Unit
    node: ast.expr
    scope: Scope

    def at(self, node: ast.expr) -> Declared:
        """A part of the same annotation."""
        return Declared(self.unit, node, self.scope)

    @property
    def form(self) -> str | None:
        """The builtin or typing form that it names: ``list``, ``Literal``, ``int``."""
        head = self.node.value if isinstance(self.node, ast.Subscript) else self.node
        return form(self.unit, head, self.scope)

    @property
    def arguments(self) -> list[Declared]:
        """What stands in its brackets."""
        if not isinstance(self.node, ast.Subscript):
            return []
        inner = self.node.slice
        return [self.at(one) for one in (inner.elts if isinstance(inner, ast.Tuple) else [inner])]


def alternatives(of: Declared, depth: int = 0) -> Iterator[Declared]:
    """The types that an annotation names, without unions, aliases, quotes and ``Annotated``."""
    if depth > _MOST_ALIASES:
        return
    inner: list[Declared] = []
    match of.node:
        case ast.Constant(value=str(text)):
            inner = _quoted(of, text)
        case ast.BinOp(op=ast.BitOr(), left=left, right=right):
            inner = [of.at(left), of.at(right)]
        case ast.Subscript() if of.form in _EITHER:
            inner = of.arguments
        case ast.Subscript() if of.form in _WRAPPERS:
            inner = of.arguments[:1]
        case ast.Name() | ast.Attribute() if of.form is None:
            aliased = _aliased(of)
            inner = [] if aliased is None else [aliased]
            if aliased is None:
                yield of
        case _:
            yield of
    for one in inner:
        yield from alternatives(one, depth + 1)


def _quoted(of: Declared, text: str) -> list[Declared]:
    expression = expression_of(text)
    if expression is None:
        return []
    for part in ast.walk(expression):
        if isinstance(part, ast.Name):
            of.unit.scopes.of_node[part] = of.scope
    return [of.at(expression)]


def _aliased(of: Declared) -> Declared | None:
    """What an alias of a type stands for; None where the name is no alias."""
    unit, found = of.unit, list[Binding]()
    match of.node:
        case ast.Name(id=name):
            found = unit.lookup(name, of.scope)
        case ast.Attribute(value=value, attr=name):
            unit, found = _in_module(infer(unit, value), name) or (unit, [])
    if found and isinstance(found[0].node, ast.alias):
        statement = unit.scopes.parents[found[0].node]
        dotted = imported_module(unit, statement) if isinstance(statement, ast.ImportFrom) else None
        home = unit.world.namespace(dotted, unit.path) if dotted else None
        unit, found = _in_module(home, found[0].node.name) or (unit, [])
    match found:
        case [Binding(kind="value" | "annotation", value=ast.Call())]:
            pass
        case [Binding(kind="value" | "annotation", value=ast.expr() as value)]:
            return Declared(unit, value, unit.scopes.enclosing_scope(value))
    return None


def _in_module(module: object, name: str) -> tuple[Unit, list[Binding]] | None:
    if not isinstance(module, Namespace) or module.unit.stub:
        return None
    return module.unit, module.unit.scopes.module.bindings.get(name, [])


def wanted(unit: Unit, node: ast.expr) -> list[Declared]:
    """What the place is declared as in which the expression ``node`` stands."""
    parent = unit.scopes.parents[node]
    match parent:
        case ast.Call(func=func) if node is not func:
            return _of_argument(unit, parent, node)
        case ast.keyword():
            call = unit.scopes.parents[parent]
            return _of_argument(unit, call, node) if isinstance(call, ast.Call) else []
        case ast.Assign(targets=targets):
            return [one for target in targets for one in declared(unit, target)]
        case ast.AnnAssign(annotation=annotation, value=value) if value is node:
            return says(unit, annotation, parent.target)
        case ast.Return() | ast.Yield():
            return _of_result(unit, parent)
        case ast.arguments():
            return _of_default(unit, parent, node)
    return []


def says(unit: Unit, annotation: ast.expr | None, near: ast.AST) -> list[Declared]:
    """An annotation that stands with ``near``, unless it leaves the type open."""
    if annotation is None:
        return []
    of = Declared(unit, annotation, unit.scopes.enclosing_scope(near))
    return [] if of.form in _BARE and not of.arguments else [of]


def _of_argument(unit: Unit, call: ast.Call, node: ast.expr) -> list[Declared]:
    found: list[Declared] = []
    taken = [one for one in called(unit, call) if isinstance(one, Function | Class) and not one.unit.stub]
    overloads = [one for one in taken if isinstance(one, Function) and _is_overload(one)]
    for one in overloads or taken:
        if isinstance(one, Function):
            parameter = parameter_for(one, call, node)
            found += says(one.unit, parameter.annotation, parameter) if parameter else []
        elif name := field_for(one, call, node):
            found += declared_attribute(one, name)
    return found


def _is_overload(function: Function) -> bool:
    decorators = [] if isinstance(function.node, ast.Lambda) else function.node.decorator_list
    names = {getattr(one, "attr", getattr(one, "id", "")) for one in decorators}
    return "overload" in names


def _of_result(unit: Unit, statement: ast.Return | ast.Yield) -> list[Declared]:
    function = unit.scopes.enclosing_function(statement)
    if function is None or isinstance(function, ast.Lambda):
        return []
    found = says(unit, function.returns, function)
    if isinstance(statement, ast.Return):
        return found
    return [inner for one in found for kind in alternatives(one) for inner in kind.arguments[:1]]


def _of_default(unit: Unit, arguments: ast.arguments, node: ast.expr) -> list[Declared]:
    parameter = defaulted(arguments, node)
    return says(unit, parameter.annotation, parameter) if parameter is not None else []


def declared(unit: Unit, node: ast.expr) -> list[Declared]:
    """The annotations of what an expression names: a variable, an attribute, a result, an item."""
    match node:
        case ast.Name(id=name):
            return declared_name(unit, name, unit.scopes.of_node[node])
        case ast.Attribute(value=value, attr=name):
            owners = [one.of if isinstance(one, Instance) else one for one in options(infer(unit, value))]
            classes = [one for one in owners if isinstance(one, Class)]
            return [one for owner in classes for one in declared_attribute(owner, name)]
        case ast.Call():
            return [of for one in called(unit, node) if isinstance(one, Function) for of in _result_of(one)]
        case ast.Await(value=value) | ast.NamedExpr(value=value):
            return declared(unit, value)
        case ast.Subscript(value=value, slice=ast.Constant(value=str(key))):
            return [field for one in declared(unit, value) for field in item(one, key)]
    return []


def _result_of(function: Function) -> list[Declared]:
    node = function.node
    if function.unit.stub or isinstance(node, ast.Lambda):
        return []
    return says(function.unit, node.returns, node)


def declared_name(unit: Unit, name: str, scope: Scope) -> list[Declared]:
    """The annotations of a variable or parameter."""
    owner = scope.lookup(name)
    if owner is not None and isinstance(owner.node, ast.ClassDef):
        return declared_attribute(Class(unit, owner.node), name)
    found: list[Declared] = []
    for one in owner.bindings[name] if owner is not None else ():
        match one.node:
            case ast.AnnAssign(annotation=annotation, target=target):
                found += says(unit, annotation, target)
            case ast.arg(annotation=annotation):
                found += says(unit, annotation, one.node)
    return found


def declared_attribute(of: Class, name: str) -> list[Declared]:
    """The annotations of an attribute: in the nearest class that has one."""
    for cls in lineage(of):
        found = [] if cls.unit.stub else [*_in_body(cls, name), *_on_self(cls, name)]
        if found:
            return found
    return []


def _in_body(cls: Class, name: str) -> Iterator[Declared]:
    for one in cls.unit.scopes.inner[cls.node].bindings.get(name, ()):
        match one.node:
            case ast.AnnAssign(annotation=annotation, target=target):
                yield from says(cls.unit, annotation, target)
            case ast.FunctionDef(returns=ast.expr() as returns, decorator_list=[_, *_]) as getter:
                yield from says(cls.unit, returns, getter)


def _on_self(cls: Class, name: str) -> Iterator[Declared]:
    for attribute in cls.unit.scopes.attributes(name):
        match cls.unit.scopes.parents[attribute]:
            case ast.AnnAssign(annotation=annotation, target=target) if target is attribute:
                if is_self(cls, attribute.value):
                    yield from says(cls.unit, annotation, attribute)


def item(of: Declared, key: str) -> list[Declared]:
    """The annotation of a typed dictionary's item."""
    found: list[Declared] = []
    for one in alternatives(of):
        named = options(infer(one.unit, one.node)) if isinstance(one.node, ast.Name | ast.Attribute) else ()
        classes = [cls for cls in named if isinstance(cls, Class)]
        found += [field for cls in classes for field in declared_attribute(cls, key)]
    return found


def is_typed(unit: Unit, node: ast.AST) -> bool:
    """Whether a type checker looks at the code around ``node``."""
    for around in unit.scopes.definitions(node):
        return around.returns is not None or any(one.annotation for one in parameters(around))
    tree = unit.scopes.tree
    return bool(unit.world.memory.ask(unit.memo, ("annotated", tree), lambda: _is_annotated(unit)))


def _is_annotated(unit: Unit) -> bool:
    unit.scopes.reveal()
    for node in unit.scopes.parents:
        match node:
            case ast.AnnAssign() | ast.arg(annotation=ast.expr()):
                return True
            case ast.FunctionDef(returns=ast.expr()) | ast.AsyncFunctionDef(returns=ast.expr()):
                return True
    return False
