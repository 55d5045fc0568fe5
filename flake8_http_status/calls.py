"""How a call meets a signature: which parameter takes an argument, and what comes back."""
from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TypeAlias

from flake8_http_status.annotations import evaluate
from flake8_http_status.members import class_member, declares, instance_member, lineage
from flake8_http_status.nodes import parameters
from flake8_http_status.slots import with_words
from flake8_http_status.types import (
    Awaitable,
    Callable,
    Class,
    Collection,
    Enum,
    Function,
    Instance,
    Manager,
    Mapping,
    Overloads,
    Plain,
    Slot,
    Tuple,
    Type,
    Variable,
    element,
    join,
    options,
)
from flake8_http_status.unit import Unit

#: What can be called.  A Class stands for itself where its fields are its signature.
Signature: TypeAlias = Function | Callable | Class | Enum


def callables(of: Type | None) -> Iterator[Signature]:
    """The signatures that a call of a value may meet."""
    for option in options(of):
        match option:
            case Function() | Callable() | Enum():
                yield option
            case Overloads(functions=functions):
                yield from functions
            case Class():
                yield from _constructors(option)
            case Instance(of=cls):
                if declares(cls, "__call__"):
                    yield from callables(class_member(cls, "__call__", bound=True))


def _constructors(of: Class) -> Iterator[Signature]:
    for name in ("__init__", "__new__"):
        found = declares(of, name)
        if found is None:
            continue
        cls, bindings = found
        for binding in bindings:
            if isinstance(binding.node, ast.FunctionDef):
                yield Function(cls.unit, binding.node, of)
        return
    yield of


def parameter_for(function: Function, call: ast.Call, argument: ast.expr) -> ast.arg | None:
    """The parameter that takes ``argument`` (a value of ``call``); None where that is open."""
    arguments = function.node.args
    for keyword in call.keywords:
        if keyword.value is argument:
            if keyword.arg is None:
                return None
            named = [*arguments.args, *arguments.kwonlyargs]
            return next((one for one in named if one.arg == keyword.arg), arguments.kwarg)
    positional = [*arguments.posonlyargs, *arguments.args]
    if function.owner is not None and positional:
        positional = positional[1:]
    for index, given in enumerate(call.args):
        if isinstance(given, ast.Starred):
            return None
        if given is argument:
            return positional[index] if index < len(positional) else arguments.vararg
    return None


def parameters_behind(function: Function, call: ast.Call, starred: ast.Starred) -> list[ast.arg]:
    """The positional parameters that may take the values of ``*args`` in a call, in their order."""
    arguments = function.node.args
    if any(isinstance(given, ast.Starred) for given in call.args[: call.args.index(starred)]):
        return []
    positional = [*arguments.posonlyargs, *arguments.args]
    return positional[call.args.index(starred) + (function.owner is not None) :]


def field_for(of: Class, call: ast.Call, argument: ast.expr) -> str | None:
    """The field of a class without constructor (a dataclass, a model) that takes ``argument``."""
    for keyword in call.keywords:
        if keyword.value is argument:
            return keyword.arg
    fields = [
        statement.target.id
        for cls in reversed(list(lineage(of)))
        for statement in cls.node.body
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
    ]
    for index, given in enumerate(call.args):
        if isinstance(given, ast.Starred):
            return None
        if given is argument and index < len(fields):
            return fields[index]
    return None


def declared(unit: Unit, parameter: ast.arg) -> Type | None:
    """What the annotation of a parameter says."""
    return evaluate(unit, parameter.annotation, unit.scopes.enclosing_scope(parameter))


def declared_result(function: Function) -> Type | None:
    """What the annotation of a function's result says."""
    node = function.node
    if isinstance(node, ast.Lambda):
        return None
    return evaluate(function.unit, node.returns, function.unit.scopes.enclosing_scope(node))


def arguments_of(call: ast.Call) -> list[ast.expr]:
    """The values that a call hands over, in the order of the text."""
    return [*call.args, *(keyword.value for keyword in call.keywords)]


def solve(
    unit: Unit, function: Function, call: ast.Call, apart_from: ast.expr | None = None
) -> dict[str, Type]:
    """What a stub's type variables are in ``call``, by its arguments other than ``apart_from``."""
    found: dict[str, Type] = {}
    if function.owner is not None:
        found["Self"] = Instance(function.owner)
    if not _mentions_variables(function):
        return found
    for argument in arguments_of(call):
        parameter = parameter_for(function, call, argument)
        if argument is apart_from or parameter is None or parameter.annotation is None:
            continue
        value = argument.value if isinstance(argument, ast.Starred) else argument
        unify(declared(function.unit, parameter), unit.infer(value), found)
    return found


def _mentions_variables(function: Function) -> bool:
    if not function.unit.stub:
        return False
    return any(
        isinstance(part, ast.Name) and len(part.id) == 1 and part.id.isupper()
        for parameter in parameters(function.node)
        if parameter.annotation is not None
        for part in ast.walk(parameter.annotation)
    )


def unify(pattern: Type | None, actual: Type | None, found: dict[str, Type]) -> None:
    """Enter into ``found`` what the type variables in ``pattern`` are if it is ``actual``."""
    for option in options(pattern):
        match option:
            case Variable(name=name):
                known = join([found.get(name), actual])
                if known is not None:
                    found[name] = known
            case Collection(element=inner):
                unify(inner, element(actual), found)
            case Awaitable(result=inner):
                results = [one.result for one in options(actual) if isinstance(one, Awaitable)]
                unify(inner, join(results), found)
            case Manager(result=inner):
                unify(inner, entered(actual), found)
            case Callable(returns=inner):
                unify(inner, join(result(one) for one in callables(actual)), found)
            case Mapping(key=key, value=value):
                for one in options(actual):
                    if isinstance(one, Mapping):
                        unify(key, one.key, found)
                        unify(value, one.value, found)
            case Tuple(elements=elements):
                for index, inner in enumerate(elements):
                    unify(inner, element(actual, index), found)


def substitute(of: Type | None, found: dict[str, Type]) -> Type | None:
    """``of`` with its type variables replaced; an unsolved one is unknown."""
    return join(_substitute(option, found) for option in options(of))


def _substitute(of: Type, found: dict[str, Type]) -> Type | None:
    match of:
        case Variable(name=name, words=words):
            solved = found.get(name)
            return with_words(solved, words) if solved is not None or not words else Plain(words)
        case Collection(element=inner):
            return Collection(substitute(inner, found))
        case Awaitable(result=inner):
            return Awaitable(substitute(inner, found))
        case Manager(result=inner):
            return Manager(substitute(inner, found))
        case Tuple(elements=elements):
            return Tuple(tuple(substitute(one, found) for one in elements))
        case Mapping(key=key, value=value):
            return Mapping(substitute(key, found), substitute(value, found))
        case Callable(parameters=parameters, returns=returns):
            given = parameters and tuple(substitute(one, found) for one in parameters)
            return Callable(given, substitute(returns, found))
    return of


def result(of: Signature, unit: Unit | None = None, call: ast.Call | None = None) -> Type | None:
    """What calling a signature gives; ``call``, in ``unit``, tells type variables."""
    match of:
        case Callable(returns=returns):
            return returns
        case Class():
            return Instance(of)
        case Enum(kind=kind):
            return Slot(kind)
        case Function(node=ast.Lambda(body=body)):
            return of.unit.infer(body)
        case Function(node=ast.FunctionDef(name="__init__"), owner=Class() as owner):
            return Instance(owner)
        case Function(node=ast.FunctionDef() | ast.AsyncFunctionDef() as node):
            returned = of.unit.world.engine.returned(of.unit, node)
            if unit is None or call is None:
                return returned
            return substitute(returned, solve(unit, of, call))
    return None


def set_item(of: Type | None) -> Type | None:
    """What ``__setitem__`` of an object of a library takes."""
    return join(
        declared(one.unit, parameters(one.node)[-1])
        for option in options(of)
        if isinstance(option, Instance) and declares(option.of, "__setitem__")
        for one in callables(instance_member(option.of, "__setitem__"))
        if isinstance(one, Function) and one.unit.stub
    )


def entered(of: Type | None) -> Type | None:
    """What ``with`` or ``async with`` binds; an object without ``__enter__`` gives itself."""
    found: list[Type | None] = []
    for option in options(of):
        match option:
            case Manager(result=inner):
                found.append(inner)
            case Awaitable(result=inner):
                found.append(entered(inner))
            case Instance(of=cls):
                found.append(_entered_instance(cls) or option)
            case _:
                found.append(option)
    return join(found)


def _entered_instance(cls: Class) -> Type | None:
    for name in ("__enter__", "__aenter__"):
        if declares(cls, name):
            results = [
                substitute(result(one), {"Self": Instance(cls)})
                for one in callables(instance_member(cls, name))
            ]
            return join(
                inner.result if isinstance(inner, Awaitable) else inner
                for one in results
                for inner in options(one)
            )
    return None
