"""What an expression is: upwards, from names, attributes and calls."""
from __future__ import annotations

import ast
from collections.abc import Callable as Answer

from flake8_http_status.calls import Signature, callables, result
from flake8_http_status.constants import METHODS, STATUSES
from flake8_http_status.families import left_to_heirs
from flake8_http_status.findings import Kind
from flake8_http_status.grown import ANYTHING, grown, loads
from flake8_http_status.members import (
    FEW_VALUES,
    awaited,
    bound,
    declares,
    enum_of,
    in_namespace,
    member,
    named_by_many,
)
from flake8_http_status.nodes import asserted_call
from flake8_http_status.raised import raised
from flake8_http_status.slots import is_hollow, leads_to_slot, method_result, slot, words_of
from flake8_http_status.speaking import named, under_constant, under_http_key
from flake8_http_status.types import (
    PLAIN,
    Class,
    Collection,
    Function,
    Instance,
    Mapping,
    Record,
    Slot,
    Tuple,
    Type,
    classes,
    element,
    is_large,
    join,
    options,
    value_at,
)
from flake8_http_status.unit import Unit
from flake8_http_status.world import Section

#: What a name says of a literal, it says of who is compared with that.
_OF_NAMES = frozenset({"weak", "failure"})
#: The questions that lead into a function of the linted code, or out of it.
_STEPS = frozenset({"expected", "handed on", "parameter", "returned", "return expected"})


def remembered(
    unit: Unit, question: str, node: ast.AST, answer: Answer[[], Type | None]
) -> Type | None:
    """The answer to a question about a node, found once; a question within itself is unknown."""
    step = question in _STEPS and not unit.stub
    return unit.world.memory.ask(unit.memo, (question, node), answer, step=step)


def infer(unit: Unit, node: ast.expr) -> Type | None:
    """What ``node`` is; None where that is unknown."""
    return remembered(unit, "infer", node, lambda: _bounded(_infer(unit, node)))


def _bounded(of: Type | None) -> Type | None:
    """The type, or unknown where it has grown beyond use (tuples of tuples of the same names)."""
    return None if is_large(of) else of


def _infer(unit: Unit, node: ast.expr) -> Type | None:
    match node:
        case ast.Name():
            return _name(unit, node)
        case ast.Attribute(value=value, attr=attribute):
            return _or_named(unit, _attribute(unit, infer(unit, value), node), "attributes", attribute)
        case ast.Call():
            return _call(unit, node)
        case ast.Await(value=value):
            return awaited(infer(unit, value))
        case ast.NamedExpr(target=ast.Name(id=name), value=value):
            return _or_named(unit, infer(unit, value), "variables", name)
        case ast.Starred(value=value):
            return infer(unit, value)
        case ast.IfExp(body=body, orelse=orelse) | ast.BoolOp(values=[body, *_, orelse]):
            values = node.values if isinstance(node, ast.BoolOp) else [body, orelse]
            return join(infer(unit, value) for value in values)
        case ast.Subscript():
            return _subscript(unit, node)
        case ast.List(elts=elements) | ast.Set(elts=elements):
            return Collection(join(infer(unit, one) for one in elements))
        case ast.Tuple(elts=elements):
            return Tuple(tuple(infer(unit, one) for one in elements))
        case ast.Dict():
            return _dict(unit, node)
        case ast.ListComp(elt=each) | ast.SetComp(elt=each) | ast.GeneratorExp(elt=each):
            return Collection(infer(unit, each))
        case ast.DictComp(key=key, value=value):
            return Mapping(infer(unit, key), infer(unit, value))
        case ast.Lambda():
            return Function(unit, node)
        case ast.Constant(value=value) if value in STATUSES or value in METHODS:
            # As the constant in its place would be: a fix must not bring new evidence.
            kind: Kind = "method" if isinstance(value, str) else "status"
            known = slot(unit.flow(node), kind) if not isinstance(value, bool) else None
            return Slot(kind, known.words & _OF_NAMES, known.evidence) if known is not None else None
        case ast.BinOp():
            return _operation(unit, node)
        case ast.JoinedStr() | ast.Compare() | ast.UnaryOp():
            return PLAIN
    return None


def _attribute(unit: Unit, of: Type | None, node: ast.Attribute) -> Type | None:
    known = member(of, node.attr) or raised(unit, node)
    known = left_to_heirs(of, node, known) or known
    if known != ANYTHING:
        return known
    inside = [one for one in classes(of) if not one.unit.stub]
    return join(grown(one.unit, loads(one, node.attr)) for one in inside) or known


def _operation(unit: Unit, node: ast.BinOp) -> Type | None:
    if isinstance(node.op, ast.Mod):
        return join(map(result, callables(member(infer(unit, node.left), "__mod__"))))
    both = join([infer(unit, node.left), infer(unit, node.right)])
    # Spellings in lower case that are added do not make lower case wanted of the others.
    lists = (one for one in options(both) if isinstance(one, Collection))
    return join(one for one in lists if "lower" not in words_of(one))


def _dict(unit: Unit, node: ast.Dict) -> Type:
    names = [_text(key) for key in node.keys]
    keys = join(infer(unit, key) for key in node.keys if key is not None)
    if names and keys is None and all(name is not None for name in names):
        pairs = zip(names, node.values, strict=True)
        return Record(tuple((name, infer(unit, value)) for name, value in pairs if name is not None))
    return Mapping(keys, join(infer(unit, value) for value in node.values))


def _text(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _name(unit: Unit, node: ast.Name) -> Type | None:
    scope = unit.scopes.of_node.get(node)
    if scope is None:
        return None
    owner = scope.lookup(node.id, nested_classes=unit.stub)
    bindings = owner.bindings[node.id] if owner is not None else []
    if owner is not None and len(bindings) > FEW_VALUES and not unit.stub:
        return named_by_many(unit, node.id, owner) or named(unit, "variables", node.id)
    if not bindings and not unit.stub:
        if "*" in unit.scopes.module.bindings:
            starred = in_namespace(unit, unit.scopes.tree, node.id)
            if starred is not None:
                return starred
        # What a fix would import: the name must mean the same before and after it.
        if (enum := enum_of("http", node.id)) and not unit.world.engine.may_be_starred(unit, node.id):
            return enum
        builtin = member(unit.world.namespace("builtins"), node.id)
        if builtin is not None:
            return builtin
    found = bound(unit, bindings)
    if found == ANYTHING and owner is not None and not unit.stub:
        found = grown(unit, unit.scopes.uses(node.id, owner)) or found
    return found if unit.stub else _or_named(unit, found, "variables", node.id)


def _or_named(unit: Unit, known: Type | None, section: Section, name: str) -> Type | None:
    """What is known of a name, or else what it says: of ``methods = []`` what it is a collection of."""
    if known is not None and known != ANYTHING:
        return known
    said = named(unit, section, name)
    return said if known is None or isinstance(said, Collection) else known


def _or_key(unit: Unit, known: Type | None, key: str) -> Type | None:
    """What is known of the value under a key, or else what the key says."""
    if known is None or is_hollow(known):
        return join([known, named(unit, "keys", key)])
    return known


def _call(unit: Unit, node: ast.Call) -> Type | None:
    match node:
        case ast.Call(func=ast.Name(id="super")):
            return _super(unit, node)
        case ast.Call(func=ast.Name(id="getattr"), args=[of, ast.Constant(value=str(name)), *_]):
            return member(infer(unit, of), name) or named(unit, "attributes", name)
    results = [result(one, unit, node) for one in called(unit, node)]
    return join(results) or _container_method(unit, node) or under_http_key(unit, node)


def _super(unit: Unit, node: ast.Call) -> Type | None:
    """``super()`` as an instance of the bases of the class it stands in."""
    cls = unit.scopes.enclosing_class(node)
    if cls is None:
        return None
    bases = [option for base in cls.bases for option in options(infer(unit, base))]
    return join(Instance(base) for base in bases if isinstance(base, Class))


def called(unit: Unit, node: ast.Call) -> list[Signature]:
    """The signatures that a call meets: of what it calls, or else of the name that it calls."""
    known = list(callables(infer(unit, node.func)))
    func = asserted_call(node.func)
    if not known and func is not node.func:
        known = list(callables(infer(unit, func)))
    if known:
        return [one for one in known if _fits(one, node)] if len(known) > 1 else known
    match func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return list(callables(named(unit, "functions", name)))
    return []


def _fits(one: Signature, call: ast.Call) -> bool:
    """Whether a call gives the keywords that one of several signatures cannot do without."""
    if not isinstance(one, Function) or not one.unit.stub:
        return True
    given = {keyword.arg for keyword in call.keywords}
    signature = one.node.args
    pairs = zip(signature.kwonlyargs, signature.kw_defaults, strict=True)
    return None in given or given.issuperset(taker.arg for taker, default in pairs if default is None)


def _container_method(unit: Unit, node: ast.Call) -> Type | None:
    match node.func:
        case ast.Attribute(value=value, attr=method):
            found = join(method_result(option, method) for option in options(infer(unit, value)))
            looked_up = _looked_up(unit, node, method)
            # Of what may be several mappings, one may say what is under this very key.
            is_more = found is None or is_hollow(found) or leads_to_slot(looked_up)
            return join([found, looked_up]) if is_more else found
    return None


def _looked_up(unit: Unit, node: ast.Call, method: str) -> Type | None:
    match method, node.args:
        case ("get" | "pop" | "setdefault"), [ast.Constant(value=str(key)), *_]:
            assert isinstance(node.func, ast.Attribute)
            return _or_key(unit, value_at(infer(unit, node.func.value), key), key)
        case ("get" | "pop" | "setdefault"), [key, *_]:
            return under_constant(unit, key)
    return None


def _subscript(unit: Unit, node: ast.Subscript) -> Type | None:
    of = infer(unit, node.value)
    match node.slice:
        case ast.Constant(value=str(key)):
            items = join(_item(option) for option in options(of))
            return _or_key(unit, value_at(of, key) or items, key)
        case ast.Slice():
            return of
        case ast.Constant(value=int(index)):
            return value_at(of, None) or join(_item(one) for one in options(of)) or _in_row(of, index)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(index))):
            return _in_row(of, -index)
    found = join(value_at(option, None) or _item(option) or _in_row(option, None) for option in options(of))
    return found or under_constant(unit, node.slice)


def _in_row(of: Type | None, index: int | None) -> Type | None:
    """An element by its position: what a mapping is a collection of, its keys, nobody gets that way."""
    return element(join(option for option in options(of) if not isinstance(option, Mapping)), index)


def _item(of: Type) -> Type | None:
    """What ``__getitem__`` of an object gives."""
    match of:
        case Instance(of=cls) if declares(cls, "__getitem__"):
            return join(result(one) for one in callables(member(of, "__getitem__")))
        case Class(unit=unit) if unit.stub and declares(of, "__getitem__"):
            # An object that the stub describes by a class.
            return join(result(one) for one in callables(member(Instance(of), "__getitem__")))
    return None
