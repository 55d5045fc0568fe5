"""What a bound name is: an import, a function after its decorators, a parameter, a loop variable."""
from __future__ import annotations

import ast

from flake8_http_status.annotations import evaluate
from flake8_http_status.binders import Binding
from flake8_http_status.calls import Signature, callables, declared, entered, result, substitute, unify
from flake8_http_status.infer import infer, remembered
from flake8_http_status.members import awaited, class_member, declares, enum_of, lineage, member
from flake8_http_status.nodes import Definition, parameters
from flake8_http_status.slots import leads_to_slot
from flake8_http_status.types import (
    PLAIN,
    Awaitable,
    Callable,
    Class,
    Collection,
    Dotted,
    Function,
    Instance,
    Manager,
    Mapping,
    Namespace,
    Record,
    Tuple,
    Type,
    Variable,
    element,
    join,
    options,
)
from flake8_http_status.unit import Unit, is_submodule


def binding(unit: Unit, one: Binding) -> Type | None:
    """What a name is that gets its value by ``one``."""
    match one.kind, one.node:
        case "import", ast.alias() as alias:
            return remembered(unit, "import", alias, lambda: _imported(unit, alias))
        case "function", ast.FunctionDef() | ast.AsyncFunctionDef() as node:
            return decorated(unit, node)
        case "class", ast.ClassDef() as cls:
            return Namespace(unit, cls) if unit.stub and is_submodule(cls) else Class(unit, cls)
        case "value", _ if one.value is not None:
            return _assigned(unit, one.value, one.path)
        case "annotation", ast.AnnAssign() as statement:
            scope = unit.scopes.enclosing_scope(statement.target)
            said = evaluate(unit, statement.annotation, scope)
            return said or (infer(unit, one.value) if one.value is not None else None)
        case "element", _ if one.value is not None:
            return _step(iterated(infer(unit, one.value)), one.path)
        case "manager", _ if one.value is not None:
            return _step(entered(infer(unit, one.value)), one.path)
        case "parameter", ast.arg() as parameter:
            return remembered(unit, "parameter", parameter, lambda: _parameter(unit, parameter))
        case "exception", _ if one.value is not None:
            return _caught(infer(unit, one.value))
    return None


def _step(of: Type | None, path: tuple[int, ...]) -> Type | None:
    for index in path:
        of = element(of, index)
    return of


def iterated(of: Type | None) -> Type | None:
    """What a ``for`` loop takes out of a value."""
    found = [element(of)]
    for option in options(of):
        if isinstance(option, Instance):
            for name in ("__iter__", "__aiter__"):
                if declares(option.of, name):
                    found += [element(result(one)) for one in callables(member(option, name))]
    return join(found)


def _assigned(unit: Unit, value: ast.expr, path: tuple[int, ...]) -> Type | None:
    match value:
        case ast.Call(func=ast.Name(id="TypeVar"), args=[ast.Constant(value=str(name)), *_]):
            return Variable(name)
        case ast.Subscript() | ast.BinOp() if unit.stub:
            return evaluate(unit, value, unit.scopes.module)
        case ast.Tuple(elts=elements) if path and 0 <= path[0] < len(elements):
            return _assigned(unit, elements[path[0]], path[1:])
    return _step(infer(unit, value), path)


def _caught(of: Type | None) -> Type | None:
    classes = [option for option in options(of) if isinstance(option, Class)]
    for option in options(of):
        if isinstance(option, Tuple):
            classes += [one for part in option.elements for one in options(part) if isinstance(one, Class)]
    return join(Instance(cls) for cls in classes)


def _imported(unit: Unit, alias: ast.alias) -> Type | None:
    match unit.scopes.parents[alias]:
        case ast.Import():
            name = alias.name if alias.asname else alias.name.partition(".")[0]
            found = unit.world.namespace(name, unit.path)
            return found or (Dotted(unit, name) if name != alias.name else None)
        case ast.ImportFrom(level=level) as statement:
            dotted = imported_module(unit, statement)
            if dotted is None:
                return None
            enum = None if level else enum_of(dotted, alias.name)
            if enum is not None or not dotted:
                return enum
            if alias.name == "*":
                return unit.world.namespace(dotted, unit.path)
            found = member(unit.world.namespace(dotted, unit.path), alias.name)
            return found or unit.world.namespace(f"{dotted}.{alias.name}", unit.path)
    return None


def imported_module(unit: Unit, statement: ast.ImportFrom) -> str | None:
    """The dotted name of the module that ``from … import`` takes names from."""
    if statement.level > len(unit.package):
        return None
    base = unit.package[: len(unit.package) - statement.level + 1] if statement.level else []
    return ".".join([*base, *([statement.module] if statement.module else [])])


def decorated(unit: Unit, node: Definition) -> Type | None:
    """What a function is after its decorators; one that we do not know leaves it as it is."""
    function = Function(unit, node)
    if unit.stub or not node.decorator_list:
        return function
    return remembered(unit, "decorated", node, lambda: _decorated(unit, node, function))


def _decorated(unit: Unit, node: Definition, function: Function) -> Type | None:
    of: Type = function
    for decorator in reversed(node.decorator_list):
        for one in callables(infer(unit, decorator)):
            after = _applied(one, of)
            of = after if after is not None else of
    return of


def _applied(decorator: Signature, of: Type) -> Type | None:
    match decorator:
        case Function(unit=home, node=ast.FunctionDef() as node) if home.stub and parameters(node):
            found: dict[str, Type] = {}
            own = parameters(node)[1 if decorator.owner else 0 :]
            if own:
                unify(declared(home, own[0]), of, found)
            after = substitute(result(decorator), found)
            return after if isinstance(after, (Callable, Function, Instance)) else None
    return None


def returned(unit: Unit, node: Definition) -> Type | None:
    """What calling a function gives: its annotation, or else what its returns are."""
    return remembered(unit, "returned", node, lambda: _returned(unit, node))


def _returned(unit: Unit, node: Definition) -> Type | None:
    said = evaluate(unit, node.returns, unit.scopes.enclosing_scope(node))
    if said is None and not unit.stub:
        said = _given_back(unit, node)
    if _decorated_with(node, "contextmanager", "asynccontextmanager"):
        return Manager(element(said))
    generates = isinstance(said, Collection) and isinstance(node, ast.AsyncFunctionDef)
    return Awaitable(said) if isinstance(node, ast.AsyncFunctionDef) and not generates else said


def _decorated_with(node: Definition, *names: str) -> bool:
    plain = [one.func if isinstance(one, ast.Call) else one for one in node.decorator_list]
    found = {
        one.attr if isinstance(one, ast.Attribute) else one.id
        for one in plain
        if isinstance(one, ast.Attribute | ast.Name)
    }
    return not found.isdisjoint(names)


def _given_back(unit: Unit, node: Definition) -> Type | None:
    returned, yielded = unit.given_back(node)
    if yields := [one.value for one in yielded if one.value is not None]:
        return Collection(join(infer(unit, one) for one in yields))
    return join(infer(unit, one.value) for one in returned if one.value is not None)


def _parameter(unit: Unit, parameter: ast.arg) -> Type | None:
    function = unit.scopes.parents[unit.scopes.parents[parameter]]
    if isinstance(function, ast.Lambda):
        return unit.flow(parameter)
    assert isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
    owner = unit.scopes.parents.get(function)
    first = isinstance(owner, ast.ClassDef) and parameters(function)[0] is parameter
    if first and isinstance(owner, ast.ClassDef) and not _decorated_with(function, "staticmethod"):
        of = Class(unit, owner)
        return of if _decorated_with(function, "classmethod") else Instance(of)
    said = declared(unit, parameter)
    if parameter is function.args.vararg:
        return Collection(said)
    if parameter is function.args.kwarg:
        return Mapping(PLAIN, said)
    known = said or inherited_parameter(unit, function, parameter) or _fixture(unit, function, parameter)
    if known is not None:
        return known
    flowing = unit.flow(parameter)
    # That something is asked by key (x.get("a")) does not tell what it is.
    only_asked = all(isinstance(option, Mapping | Record) for option in options(flowing))
    return None if only_asked and not leads_to_slot(flowing) else flowing


def inherited_parameter(unit: Unit, function: Definition, parameter: ast.arg) -> Type | None:
    """What the method that this one overrides says of the parameter at the same place."""
    overridden = overrides(unit, function)
    if overridden is None:
        return None
    position = function.args.args.index(parameter) if parameter in function.args.args else None
    for one in parameters(overridden.node):
        if one.arg == parameter.arg:
            return declared(overridden.unit, one)
    arguments = overridden.node.args.args
    if position is not None and position < len(arguments):
        return declared(overridden.unit, arguments[position])
    return None


def overrides(unit: Unit, function: Definition) -> Function | None:
    """The method of a stub's class that a method of the linted code overrides."""
    owner = unit.scopes.parents.get(function)
    if not isinstance(owner, ast.ClassDef) or unit.stub:
        return None
    for cls in lineage(Class(unit, owner)):
        if not cls.unit.stub:
            continue
        for one in options(class_member(cls, function.name, bound=True)):
            if isinstance(one, Function):
                return one
    return None


def _fixture(unit: Unit, function: Definition, parameter: ast.arg) -> Type | None:
    """What a fixture of the parameter's name gives (pytest hands it over by name)."""
    for home in (unit, *unit.world.conftests(unit)):
        for one in home.scopes.module.bindings.get(parameter.arg, ()):
            node = one.node
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or node is function:
                continue
            if home.stub or _decorated_with(node, "fixture", "yield_fixture"):
                given = awaited(returned(home, node))
                _, generated = home.given_back(node)
                return element(given) if generated else given
    return None
