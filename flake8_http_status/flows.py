"""What is expected of a name: by its declaration, by where its value goes, by how it is called."""
from __future__ import annotations

import ast
from collections.abc import Iterable
from itertools import chain, islice

from flake8_http_status.annotations import evaluate
from flake8_http_status.bindings import binding, inherited_parameter, overrides
from flake8_http_status.callbacks import injected, taken_for
from flake8_http_status.calls import callables, declared, result, set_item
from flake8_http_status.families import loads
from flake8_http_status.infer import infer, remembered
from flake8_http_status.members import FEW_VALUES, class_member, lineage, member
from flake8_http_status.nodes import Definition, is_counted, is_literal, name_of, parameters
from flake8_http_status.nodes import Function as FunctionNode
from flake8_http_status.outlets import inner_uses, way_back
from flake8_http_status.scope import Scope
from flake8_http_status.slots import as_told, is_hollow, leads_to_slot, slots, words_of
from flake8_http_status.speaking import key_of, named
from flake8_http_status.types import (
    Awaitable,
    Callable,
    Class,
    Function,
    Instance,
    Tuple,
    Type,
    classes,
    element,
    join,
    options,
    value_at,
)
from flake8_http_status.unit import Unit
from flake8_http_status.uses import calls_of, counts

_MOST_USES = 60


def target(unit: Unit, node: ast.expr) -> Type | None:
    """What is expected of a value that is assigned to ``node``."""
    match node:
        case ast.Name(id=name):
            return variable(unit, name, unit.scopes.of_node[node])
        case ast.Attribute():
            return attribute(unit, node)
        case ast.Subscript(value=value, slice=ast.Constant(value=str(key))):
            return under_key(unit, _kept_in(unit, value, key), key)
        case ast.Subscript(value=value, slice=index):
            return under_key(unit, _kept_in(unit, value, None), key_of(index))
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            return Tuple(tuple(target(unit, one) for one in elements))
        case ast.Starred(value=value):
            return element(target(unit, value))
    return None


def _kept_in(unit: Unit, mapping: ast.expr, key: str | None) -> Type | None:
    """What is expected of what is put into a mapping: by what it is, or else by what is taken out of it."""
    of = infer(unit, mapping)
    known = join([value_at(of, key), set_item(of)])
    if leads_to_slot(known) or not isinstance(mapping, ast.Name | ast.Attribute):
        return known
    return join([known, value_at(target(unit, mapping), key)])


def under_key(unit: Unit, known: Type | None, key: str | None) -> Type | None:
    """What is expected of the value under ``key`` in a mapping, of which ``known`` is known otherwise."""
    if key is None:
        return known
    by_name = named(unit, "keys", key)
    # What the key says of the sink holds, whatever else is known of the value.
    if leads_to_slot(known):
        return join([known, by_name])
    # And what is done with any value is done with one under a key that speaks.
    if words_of(known):
        return as_told(by_name, known) or known
    return join([known, by_name]) if is_hollow(known) else known or by_name


def variable(unit: Unit, name: str, scope: Scope) -> Type | None:
    """What is expected of the values of ``name``, as it is bound in ``scope``."""
    owner = scope.owner(name)
    question = "variable", (owner, name)
    if owner.is_class or len(owner.bindings.get(name, ())) <= FEW_VALUES:
        return unit.keep(question, lambda: _variable(unit, name, owner))
    found = unit.world.memory.ask(unit.memo, question, lambda: _variable(unit, name, owner), shared=True)
    return found or named(unit, "variables", name)


def _variable(unit: Unit, name: str, owner: Scope) -> Type | None:
    if owner.is_class:
        return _class_variable(unit, name, owner)
    known = join(
        binding(unit, one)
        for one in owner.bindings.get(name, ())
        if one.kind in {"annotation", "parameter"} or not is_literal(one.value)
    )
    bound_by = [one.node for one in owner.bindings.get(name, ())]
    if any(map(is_counted, bound_by)):
        return None
    # What x := value gives goes on from there; to calculate with one value says nothing of the others.
    walrus = (node for node in bound_by if isinstance(node, ast.NamedExpr) and not counts(unit, node))
    by_uses = _by_uses(unit, chain(unit.scopes.uses(name, owner), walrus))
    return _best(known, by_uses, named(unit, "variables", name))


def _class_variable(unit: Unit, name: str, scope: Scope) -> Type | None:
    assert isinstance(scope.node, ast.ClassDef)
    of = Class(unit, scope.node)
    inherited = join(
        class_member(cls, name, bound=True) for cls in lineage(of) if cls.node is not scope.node
    )
    declared_here = [one for one in scope.bindings.get(name, ()) if one.kind == "annotation"]
    inherited = join([inherited, *(binding(unit, one) for one in declared_here), _taken_apart(of)])
    by_name = named(unit, "attributes", name) or named(unit, "variables", name)
    return _best(inherited, by_loads(unit, of, name), by_name)


def _taken_apart(of: Class) -> Type | None:
    """What the members of an enum are made of, where its own ``__init__`` or ``__new__`` takes them apart."""
    bindings = of.unit.scopes.inner[of.node].bindings
    own = chain(bindings.get("__new__", ()), bindings.get("__init__", ()))
    made = [one.node for one in own if isinstance(one.node, ast.FunctionDef)]
    if not made or not any(name_of(base).endswith("Enum") for base in of.node.bases):
        return None
    return Tuple(tuple(parameter(of.unit, one) for one in parameters(made[-1])[1:]))


def attribute(unit: Unit, node: ast.Attribute) -> Type | None:
    """What is expected of a value that is assigned to ``node``, such as ``self.status``."""
    if node.attr == "return_value" and isinstance(mocked := node.value, ast.Attribute):
        known = infer(unit, mocked) or named(unit, "functions", mocked.attr)
        # What a mock is mistaken for a function that gives, is meant to be the attribute.
        return join([*map(result, callables(known)), *slots(known)])
    receiver = infer(unit, node.value)
    known = member(receiver, node.attr)
    owners = [cls for cls in classes(receiver) if cls.unit is unit]
    by_uses = join(by_loads(unit, cls, node.attr) for cls in owners)
    return _best(known, by_uses, named(unit, "attributes", node.attr))


def _best(known: Type | None, by_uses: Type | None, by_name: Type | None) -> Type | None:
    """What is expected of a variable by what it is, by where its value goes and by its name."""
    if leads_to_slot(known) or any(isinstance(option, Instance) for option in options(known)):
        return join([known, by_uses])
    # Both: where uses lead back to the name, which of them is known hangs on what was asked first.
    return join([by_uses, by_name]) if leads_to_slot(by_uses) else by_name or by_uses or known


def by_loads(unit: Unit, of: Class, name: str) -> Type | None:
    """What is expected of an attribute by where its class, its bases and those that inherit read it."""
    about = of.node, name
    uses = unit.keep(("loads", about), lambda: [*islice(loads(of, name), _MOST_USES)])
    return unit.keep(("by loads", about), lambda: _by_uses_of(uses))


def _by_uses(unit: Unit, uses: Iterable[ast.expr]) -> Type | None:
    return _by_uses_of((unit, use) for use in uses)


def _by_uses_of(uses: Iterable[tuple[Unit, ast.expr]]) -> Type | None:
    """What the places expect that a value goes to; nothing where one of them does arithmetic."""
    found = []
    for number, (unit, use) in enumerate(uses):
        if number >= _MOST_USES:
            break
        if counts(unit, use):
            return None
        found.append(unit.flow(use))
    return join(found)


def parameter(unit: Unit, node: ast.arg) -> Type | None:
    """What is expected of the arguments that a parameter takes."""
    return remembered(unit, "expected", node, lambda: _parameter(unit, node))


def _parameter(unit: Unit, node: ast.arg) -> Type | None:
    said = declared(unit, node)
    if unit.stub:
        return said
    function = unit.scopes.parents[unit.scopes.parents[node]]
    assert isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    described = None if isinstance(function, ast.Lambda) else _described(unit, function, node)
    if leads_to_slot(described):
        return described
    if leads_to_slot(said):
        return said
    found = None if isinstance(function, ast.Lambda) else inherited_parameter(unit, function, node)
    found = found or injected(unit, function, node)
    if found is not None:
        return found
    found = parameter_flow(unit, function, node)
    if leads_to_slot(found) or any(isinstance(option, Instance) for option in options(said)):
        return found or said
    return named(unit, "variables", node.arg) or found or said


def _described(unit: Unit, function: Definition, node: ast.arg) -> Type | None:
    """What a stub says of the parameter where the linted code is the library itself."""
    owner = unit.scopes.parents.get(function)
    path = [owner.name, function.name] if isinstance(owner, ast.ClassDef) else [function.name]
    found = unit.world.stubbed(unit.name)
    for name in path:
        found = member(found, name)
    return join(
        declared(twin.unit, one)
        for twin in options(found)
        if isinstance(twin, Function)
        for one in parameters(twin.node)
        if one.arg == node.arg
    )


def parameter_flow(unit: Unit, function: FunctionNode, node: ast.arg) -> Type | None:
    """What is expected of a parameter by the places that its value goes to in the function."""
    found = _by_uses(unit, inner_uses(unit, function, node.arg))
    if node is function.args.vararg:
        # What is said of one by its place, is not said of the others.
        return element(join(one for one in options(found) if not isinstance(one, Tuple)))
    return found if node is not function.args.kwarg else None


def handed_on(unit: Unit, function: FunctionNode, node: ast.arg) -> Type | None:
    """What the places expect that a parameter goes to, ``*args`` as a whole."""
    uses = unit.scopes.uses(node.arg, unit.scopes.inner[function])
    return remembered(unit, "handed on", node, lambda: _by_uses(unit, uses))


def returned(unit: Unit, function: FunctionNode) -> Type | None:
    """What is expected of the values that a function returns (or, as a generator, yields)."""
    if isinstance(function, ast.Lambda):
        return join(
            result(option)
            for option in options(unit.flow(function))
            if isinstance(option, Callable | Function) and option != Function(unit, function)
        )
    return remembered(unit, "return expected", function, lambda: _returned(unit, function))


def _returned(unit: Unit, function: Definition) -> Type | None:
    said = _result(evaluate(unit, function.returns, unit.scopes.enclosing_scope(function)))
    if said is not None and leads_to_slot(said):
        return said
    found = join(_result(one.returns) for one in taken_for(unit, function))
    overridden = overrides(unit, function)
    if found is None and overridden is not None:
        scope = overridden.unit.scopes.enclosing_scope(overridden.node)
        node = overridden.node
        found = None if isinstance(node, ast.Lambda) else evaluate(overridden.unit, node.returns, scope)
    if found is None:
        found = _by_calls(unit, function)
    return found or named(unit, "variables", function.name)


def _by_calls(unit: Unit, function: Definition) -> Type | None:
    """What the places expect that a function's results go to.

    One that gives back what it is given, or something else in its place, is many things: all must agree.
    """
    if all(way_back(unit, function, one.arg) is None for one in parameters(function)):
        return _by_uses_of(calls_of(unit, function))
    uses = [*islice(calls_of(unit, function), _MOST_USES)]
    found = [home.flow(use) for home, use in uses]
    return join(found) if all(map(leads_to_slot, found)) else None


def _result(of: Type | None) -> Type | None:
    return join(option.result if isinstance(option, Awaitable) else option for option in options(of))
