"""What an object shows of what it was made from, and a function of its defaults and its source."""
from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator

from flake8_http_status.calls import Signature, callables, declared, declared_result
from flake8_http_status.infer import called, infer
from flake8_http_status.members import lineage
from flake8_http_status.nodes import Definition, parameters
from flake8_http_status.slots import words_of
from flake8_http_status.speaking import named
from flake8_http_status.types import Callable, Class, Function, Type
from flake8_http_status.unit import Unit


def shows_given(unit: Unit, call: ast.Call) -> bool:
    """Whether ``call`` makes an object whose repr shows what it was made from."""
    for one in called(unit, call):
        match one:
            case Class() if "repr" in _words_of_repr(one):
                return True
            case Callable(returns=made) if "repr" in words_of(made):
                return True
    return False


def shows_default(unit: Unit, statement: ast.AnnAssign) -> bool:
    """Whether ``statement`` gives a default to a field that the repr of an object shows."""
    cls = unit.scopes.parents[statement]
    if not isinstance(cls, ast.ClassDef) or _is_class_variable(statement.annotation):
        return False
    return not _words_of_repr(Class(unit, cls)).isdisjoint({"repr", "defaults"})


def signature_is_shown(unit: Unit, signature: ast.arguments) -> bool:
    """Whether the function with a default in ``signature`` is handed to what shows signatures."""
    function = unit.scopes.parents[signature]
    return isinstance(function, Definition) and "signature" in _said_of(unit, function)


def becomes_argument(unit: Unit, call: ast.Call) -> bool:
    """Whether ``call`` gives an exception the arguments that its text is made of (``super().__init__``)."""
    cls = unit.scopes.enclosing_class(call)
    match call.func:
        case ast.Attribute(value=ast.Call(func=ast.Name(id="super")), attr="__init__") if cls is not None:
            family = list(lineage(Class(unit, cls)))
            above = {name for one in family if one.node is not cls for name in _own(one)}
            told = "__str__" in {*_own(Class(unit, cls)), *above} or "__init__" in above
            return not told and any(_is_exception(base) for one in family for base in one.node.bases)
    return False


def _own(of: Class) -> Iterator[str]:
    yield from of.unit.scopes.inner[of.node].bindings


def _is_exception(base: ast.expr) -> bool:
    found = getattr(builtins, base.id, None) if isinstance(base, ast.Name) else None
    return isinstance(found, type) and issubclass(found, BaseException)


def is_shipped(unit: Unit, node: ast.AST) -> bool:
    """Whether ``node`` stands in a function whose source is run elsewhere, without the module's imports."""
    return any("ships" in _said_of(unit, one) for one in unit.scopes.definitions(node))


def _words_of_repr(of: Class) -> frozenset[str]:
    """What is said of the repr of a class without constructor that may be made of its fields."""
    for cls in lineage(of):
        own = cls.unit.scopes.inner[cls.node].bindings.get("__repr__", ())
        if own:
            functions = (one.node for one in own if isinstance(one.node, Definition))
            results = (declared_result(Function(cls.unit, one)) for one in functions)
            return frozenset().union(*map(words_of, results)) if cls.unit.stub else frozenset()
        if words := _said_by_decorators(cls.unit, cls.node) & {"repr", "defaults"}:
            return words
    return frozenset()


def _is_class_variable(annotation: ast.expr) -> bool:
    match annotation:
        case ast.Subscript(value=of):
            return _is_class_variable(of)
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name == "ClassVar"
    return False


def _said_of(unit: Unit, function: Definition) -> frozenset[str]:
    """What decorators, and what the function is handed to, say that they do with it."""
    found = unit.world.memory.ask(
        unit.memo, ("said of a function", function), lambda: _find_said_of(unit, function)
    )
    return found or frozenset()


def _find_said_of(unit: Unit, function: Definition) -> frozenset[str]:
    found = _said_by_decorators(unit, function)
    for reference in _references(unit, function):
        around = unit.scopes.parents[reference]
        call = unit.scopes.parents[around] if isinstance(around, ast.keyword) else around
        if isinstance(call, ast.Call) and call.func is not reference and _may_say(unit, call):
            found |= words_of(unit.flow(reference))
    return found


def _may_say(unit: Unit, call: ast.Call) -> bool:
    """Whether what ``call`` hands a function to may show its signature or its source.

    Where it is handed on from there is not asked: from one executor to the next that is half of a project.
    """
    names = unit.world.showing
    homes = (unit, *(one.unit for one in called(unit, call) if isinstance(one, Class | Function)))
    return any(home.scopes.mentions(*names) for home in homes if not home.stub)


def _references(unit: Unit, function: Definition) -> Iterator[ast.expr]:
    if isinstance(unit.scopes.parents.get(function), ast.ClassDef):
        yield from unit.scopes.attributes(function.name)
    else:
        yield from unit.scopes.uses(function.name, unit.scopes.of_node[function])


def _said_by_decorators(unit: Unit, node: Definition | ast.ClassDef) -> frozenset[str]:
    taken = (_first_taken(one) for by in node.decorator_list for one in _decorating(unit, by))
    return frozenset().union(*map(words_of, taken))


def _decorating(unit: Unit, decorator: ast.expr) -> list[Signature]:
    known = list(callables(infer(unit, decorator)))
    if not known and isinstance(decorator, ast.Name):
        return list(callables(named(unit, "functions", decorator.id)))
    return known


def _first_taken(of: Signature) -> Type | None:
    match of:
        case Callable(parameters=(first, *_)):
            return first
        case Function(unit=unit, node=node) if own := parameters(node)[1 if of.owner else 0 :]:
            return declared(unit, own[0])
    return None
