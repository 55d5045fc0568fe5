"""What is expected of an argument of a call."""
from __future__ import annotations

import ast
from typing import Literal, TypeAlias

from flake8_http_status import flows
from flake8_http_status.calls import (
    callables,
    declared,
    declared_result,
    field_for,
    parameter_for,
    parameters_behind,
    solve,
    substitute,
    unify,
)
from flake8_http_status.flows import parameter
from flake8_http_status.infer import called, infer
from flake8_http_status.members import instance_member
from flake8_http_status.nodes import Definition, parameters
from flake8_http_status.outlets import taken_back, way_back
from flake8_http_status.slots import as_told, is_hollow, leads_to_slot, with_words, words_of
from flake8_http_status.speaking import named
from flake8_http_status.types import (
    PLAIN,
    Arguments,
    Callable,
    Class,
    Collection,
    Enum,
    Function,
    Tuple,
    Type,
    Variable,
    element,
    join,
    keys,
    options,
    value_at,
)
from flake8_http_status.unit import Unit

Way: TypeAlias = Literal["taken", "compared", "returned"]


def expected(unit: Unit, call: ast.Call, argument: ast.expr) -> tuple[Type | None, Way]:
    """What ``call`` expects of ``argument``, and in which way.

    It takes it as a parameter says, it compares it with another argument, or it hands it on as a
    part of its result.
    """
    found: list[Type | None] = []
    way: Way = "taken"
    for one in called(unit, call):
        match one:
            case Callable(parameters=given) if given is not None and argument in call.args:
                index = call.args.index(argument)
                found.append(given[index] if index < len(given) else None)
            case Function():
                wanted, how = _of_function(unit, one, call, argument)
                found.append(wanted)
                way = how if wanted is not None else way
            case Enum():
                return PLAIN, way
            case Class() if not one.unit.stub:
                found.append(_of_field(unit, one, call, argument))
    if not found:
        found += [_of_container_method(unit, call, argument), _of_default(unit, call, argument)]
    if leads_to_slot(join(found)) or PLAIN in found:
        return join(found), way
    by_name, way_by_name = _by_functions_name(unit, call, argument)
    if by_name is not None:
        return by_name, way_by_name
    name = next((one.arg for one in call.keywords if one.value is argument), None)
    if name is not None and isinstance(call.func, ast.Name) and call.func.id == "dict":
        found.append(named(unit, "keys", name))
    elif name is not None:
        # What is done with any keyword is done with one that is called status, too.
        found.append(as_told(named(unit, "keywords", name), join(found)))
    return join(found), way


def _by_functions_name(unit: Unit, call: ast.Call, argument: ast.expr) -> tuple[Type | None, Way]:
    """What a function's name says where its own definition does not tell (a project's ``assertEqual``)."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            for one in callables(named(unit, "functions", name)):
                if isinstance(one, Function):
                    return _of_function(unit, one, call, argument)
    return None, "taken"


def _of_default(unit: Unit, call: ast.Call, argument: ast.expr) -> Type | None:
    """What is expected of what a mapping gives where it has nothing: ``codes.get(error, 500)``."""
    match call:
        case ast.Call(func=ast.Attribute(attr="setdefault"), args=[ast.Constant(), _]):
            return None  # It is kept, and what is kept there its key knows best.
        case ast.Call(func=ast.Attribute(value=of, attr="get" | "pop" | "setdefault"), args=[_, default]):
            return join([unit.flow(call), value_at(infer(unit, of), None)]) if default is argument else None
    return None


def _of_container_method(unit: Unit, call: ast.Call, argument: ast.expr) -> Type | None:
    """What ``methods.append("GET")`` and the like expect."""
    match call.func:
        case ast.Attribute(value=value, attr="append" | "add" | "remove" | "discard" | "index" | "count"):
            return element(_container(unit, value))
        case ast.Attribute(value=value, attr="extend" | "update" | "union" | "issubset" | "issuperset"):
            return _container(unit, value)
        case ast.Attribute(value=value, attr="get" | "pop" | "setdefault") if call.args[:1] == [argument]:
            return keys(infer(unit, value))
        case ast.Attribute(value=value, attr="insert") if call.args and argument is call.args[-1]:
            return element(_container(unit, value))
    return None


def _container(unit: Unit, node: ast.expr) -> Type | None:
    """What is expected of a container, or else what it was when it was made."""
    wanted = flows.target(unit, node)
    if wanted is not None and not is_hollow(wanted):
        return wanted
    return infer(unit, node) or wanted


def _of_field(unit: Unit, of: Class, call: ast.Call, argument: ast.expr) -> Type | None:
    field = field_for(of, call, argument)
    if field is None:
        return None
    known = instance_member(of, field)
    if not leads_to_slot(known):
        by_uses = flows.by_loads(of.unit, of, field)
        known = by_uses if leads_to_slot(by_uses) else named(unit, "variables", field) or known
    return known


def _of_function(
    unit: Unit, function: Function, call: ast.Call, argument: ast.expr
) -> tuple[Type | None, Way]:
    if isinstance(argument, ast.Starred):
        return _of_several(function, call, argument), "taken"
    taker = parameter_for(function, call, argument)
    if taker is None:
        return None, "taken"
    if taker is function.node.args.kwarg:
        said = declared(function.unit, taker) if function.unit.stub else None
        return (said if words_of(said) else None), "taken"
    if not function.unit.stub:
        by_place = _by_place(function, taker, call, argument)
        inside = by_place or parameter(function.unit, taker)
        way = way_back(function.unit, function.node, taker.arg)
        # What a function gives back again is what this very call is for.
        back = taken_back(way, unit.flow(call)) if way is not None else None
        return (join([inside, back]) if leads_to_slot(back) else inside), "taken"
    wanted = declared(function.unit, taker)
    if taker.annotation is None:
        return PLAIN, "taken"
    if isinstance(wanted, Arguments):
        return with_words(_handed_on(unit, function, call, argument, wanted), wanted.words), "taken"
    variables = [one.name for one in _parts(wanted) if isinstance(one, Variable)]
    found = solve(unit, function, call, argument)
    if not variables or any(name in found for name in variables):
        return substitute(wanted, found), "compared" if variables else "taken"
    unify(declared_result(function), unit.flow(call), found)
    return substitute(wanted, found), "returned"


def _of_several(function: Function, call: ast.Call, starred: ast.Starred) -> Type | None:
    """What is expected of the values of ``*args``, by their places."""
    unit, rest = function.unit, function.node.args.vararg
    behind = parameters_behind(function, call, starred)
    if behind:
        return Tuple(tuple(declared(unit, one) if unit.stub else parameter(unit, one) for one in behind))
    return Collection(parameter(unit, rest)) if rest is not None and not unit.stub else None


def _by_place(function: Function, taker: ast.arg, call: ast.Call, argument: ast.expr) -> Type | None:
    """What is expected of one of ``*args``, where the function hands them on: ``return request(*args)``."""
    if taker is not function.node.args.vararg or argument not in call.args:
        return None
    behind = len(function.node.args.posonlyargs) + len(function.node.args.args) - (function.owner is not None)
    handed = flows.handed_on(function.unit, function.node, taker)
    rows = join(one for one in options(handed) if isinstance(one, Tuple))
    found = element(rows, call.args.index(argument) - behind)
    return found if leads_to_slot(found) else None


def _parts(of: Type | None) -> list[Type]:
    found: list[Type] = []
    for option in options(of):
        match option:
            case Collection(element=inner) | Callable(returns=inner):
                found += _parts(inner)
            case _:
                found.append(option)
    return found


def _handed_on(
    unit: Unit, function: Function, call: ast.Call, argument: ast.expr, how: Arguments
) -> Type | None:
    """What is expected of values that reach a decorated function's parameters."""
    if how.shape == "row":
        return _of_row(unit, call, argument)
    if how.shape in ("call", "method"):
        return _of_later_call(unit, function, call, argument, how)
    decorated = unit.scopes.parents[call]
    if how.shape == "columns" and isinstance(decorated, ast.ClassDef):
        methods = [one for one in decorated.body if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)]
        return join(_columns(unit, function, call, how.names, method) for method in methods)
    if not isinstance(decorated, ast.FunctionDef | ast.AsyncFunctionDef):
        # A decorator that is kept for later: what it will decorate nobody says, but the names of its columns.
        return _columns(unit, function, call, how.names, None) if how.shape == "columns" else None
    own = [one for one in parameters(decorated) if one.arg not in {"self", "cls"}]
    types = [parameter(unit, one) for one in own]
    match how.shape:
        case "columns":
            return _columns(unit, function, call, how.names, decorated)
        case "rows":
            return Collection(join([Tuple(tuple(types)), *types[:1]]))
        case "each":
            return join([Tuple(tuple(types)), *types[:1]])
    return None


def _of_later_call(
    unit: Unit, function: Function, call: ast.Call, argument: ast.expr, how: Arguments
) -> Type | None:
    """What the function that ``call`` takes, as ``how`` says where, expects of an argument behind it."""
    takers = (getattr(parameter_for(function, call, one), "arg", None) for one in call.args)
    handed = next((one for one, taker in zip(call.args, takers, strict=True) if taker == how.names), None)
    if handed is None:
        return None
    bound_to = [ast.Name("self")] if how.shape == "method" else []
    later = ast.Call(handed, [*bound_to, *call.args[call.args.index(handed) + 1 :]], call.keywords)
    found = []
    for one in callables(infer(unit, handed)):
        if isinstance(one, Function):
            wanted = parameter_for(one, later, argument)
            found.append(parameter(one.unit, wanted) if wanted is not None else None)
    return join(found)


def _of_row(unit: Unit, call: ast.Call, argument: ast.expr) -> Type | None:
    index = call.args.index(argument) if argument in call.args else None
    found: list[Type | None] = []
    for option in options(unit.flow(call)):
        match option:
            case Tuple(elements=elements) if index is not None and index < len(elements):
                found.append(elements[index])
            case Tuple():
                pass
            case _ if index == 0:
                found.append(option)
    return join(found)


def _columns(
    unit: Unit, function: Function, call: ast.Call, names: str, decorated: Definition | None
) -> Type | None:
    by_name = {one.arg: one for one in parameters(decorated)} if decorated is not None else {}
    columns = [
        parameter(unit, by_name[name]) if name in by_name else named(unit, "variables", name)
        for name in _column_names(function, call, names)
    ]
    row = Tuple(tuple(columns))
    return Collection(join([columns[0], row]) if len(columns) == 1 else row)


def _column_names(function: Function, call: ast.Call, names: str) -> list[str]:
    for given in (*call.args, *(keyword.value for keyword in call.keywords)):
        taker = parameter_for(function, call, given)
        if taker is None or taker.arg != names:
            continue
        match given:
            case ast.Constant(value=str(text)):
                return [part.strip() for part in text.split(",") if part.strip()]
            case ast.Tuple(elts=elements) | ast.List(elts=elements):
                constants = [one.value for one in elements if isinstance(one, ast.Constant)]
                return [name for name in constants if isinstance(name, str)]
    return []
