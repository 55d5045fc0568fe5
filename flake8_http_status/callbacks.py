"""Functions that are handed over: what a decorator, or the taker of a callback, hands to them."""
from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import chain

from flake8_http_status.calls import Signature, callables, declared, result
from flake8_http_status.infer import infer
from flake8_http_status.nodes import Function as FunctionNode
from flake8_http_status.nodes import parameters
from flake8_http_status.speaking import named
from flake8_http_status.types import Callable, Function, Type, options
from flake8_http_status.unit import Unit


def injected(unit: Unit, function: FunctionNode, node: ast.arg) -> Type | None:
    """What a decorator, or the taker of a callback, says that it hands to a function."""
    own = parameters(function)
    if isinstance(unit.scopes.parents.get(function), ast.ClassDef):
        own = own[1:]
    if node not in own:
        return None
    for one in taken_for(unit, function):
        position = own.index(node)
        if one.parameters is not None and position < len(one.parameters):
            return one.parameters[position]
    return None


def taken_for(unit: Unit, function: FunctionNode) -> Iterator[Callable]:
    """What the decorators of a function, and the calls that it is handed to, take it for."""
    for use in _handed_over(unit, function):
        yield from (option for option in options(unit.flow(use)) if isinstance(option, Callable))
    for decorator in [] if isinstance(function, ast.Lambda) else function.decorator_list:
        for one in (*callables(infer(unit, decorator)), *_by_decorators_name(unit, decorator)):
            match one:
                case Callable(parameters=(first, *_)):
                    taken: Type | None = first
                case Function(unit=home, node=ast.FunctionDef() as node) if home.stub:
                    own = parameters(node)[1 if one.owner else 0 :]
                    taken = declared(home, own[0]) if own else None
                case _:
                    continue
            yield from (option for option in options(taken) if isinstance(option, Callable))


def _by_decorators_name(unit: Unit, decorator: ast.expr) -> Iterator[Signature]:
    """What the name of a decorator says where its own definition may not tell: ``@app.errorhandler(404)``."""
    match decorator:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            said = callables(named(unit, "functions", name))
            yield from chain.from_iterable(callables(result(one)) for one in said)


def _handed_over(unit: Unit, function: FunctionNode) -> Iterator[ast.expr]:
    """The places where a function is named without being called."""
    if isinstance(function, ast.Lambda):
        yield function
        return
    if isinstance(unit.scopes.parents.get(function), ast.ClassDef):
        return
    for use in unit.scopes.uses(function.name, unit.scopes.of_node[function], called=False):
        around = unit.scopes.parents[use]
        if isinstance(around, ast.keyword | ast.Assign) or (
            isinstance(around, ast.Call) and around.func is not use
        ):
            yield use
