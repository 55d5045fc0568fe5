"""What an expression is: upwards, from names, attributes and calls."""
from __future__ import annotations

import ast
from collections.abc import Callable as Answer

from flake8_http_status.annotations import evaluate
from flake8_http_status.calls import Signature, callables, declared, entered, result, substitute, unify
from flake8_http_status.constants import METHODS, STATUSES
from flake8_http_status.findings import Kind
from flake8_http_status.members import awaited, bound, class_member, declares, in_namespace, lineage, member
from flake8_http_status.scopes import Binding, parameters
from flake8_http_status.types import (
    PLAIN,
    Awaitable,
    Callable,
    Class,
    Collection,
    Function,
    Instance,
    Manager,
    Mapping,
    Namespace,
    Record,
    Slot,
    Tuple,
    Type,
    Variable,
    element,
    join,
    options,
    slot,
    value_at,
    words_of,
)
from flake8_http_status.world import Definition, Section, Unit, enum_of, is_submodule

_GENERATORS = (ast.Yield, ast.YieldFrom)


def remembered(
    unit: Unit, question: str, node: ast.AST, answer: Answer[[], Type | None]
) -> Type | None:
    """The answer to a question about a node, found once; a question within itself is unknown."""
    return unit.world.memory.ask(unit.memo, (question, node), answer)


def infer(unit: Unit, node: ast.expr) -> Type | None:
    """What ``node`` is; None where that is unknown."""
    return remembered(unit, "infer", node, lambda: _infer(unit, node))


def _infer(unit: Unit, node: ast.expr) -> Type | None:
    match node:
        case ast.Name():
            return _name(unit, node)
        case ast.Attribute(value=value, attr=attribute):
            return member(infer(unit, value), attribute) or named(unit, "attributes", attribute)
        case ast.Call():
            return _call(unit, node)
        case ast.Await(value=value):
            return awaited(infer(unit, value))
        case ast.NamedExpr(value=value) | ast.Starred(value=value):
            return infer(unit, value)
        case ast.IfExp(body=body, orelse=orelse):
            return join([infer(unit, body), infer(unit, orelse)])
        case ast.BoolOp(values=values):
            return join(infer(unit, value) for value in values)
        case ast.Subscript():
            return _subscript(unit, node)
        case ast.List(elts=elements) | ast.Set(elts=elements):
            return Collection(join(infer(unit, one) for one in elements))
        case ast.Tuple(elts=elements):
            return Tuple(tuple(infer(unit, one) for one in elements))
        case ast.Dict():
            return _dict(unit, node)
        case ast.ListComp(elt=result) | ast.SetComp(elt=result) | ast.GeneratorExp(elt=result):
            return Collection(infer(unit, result))
        case ast.DictComp(key=key, value=value):
            return Mapping(infer(unit, key), infer(unit, value))
        case ast.Lambda():
            return Function(unit, node)
        case ast.Constant(value=value) if value in STATUSES or value in METHODS:
            # As the constant in its place would be: a fix must not bring new evidence.
            kind: Kind = "method" if isinstance(value, str) else "status"
            return slot(unit.flow(node), kind) if not isinstance(value, bool) else None
        case ast.JoinedStr() | ast.Compare() | ast.UnaryOp():
            return PLAIN
    return None


def _dict(unit: Unit, node: ast.Dict) -> Type:
    names = [_text(key) for key in node.keys]
    keys = join(infer(unit, key) for key in node.keys if key is not None)
    if names and keys is None and all(name is not None for name in names):
        pairs = zip(names, node.values, strict=True)
        return Record(tuple((name, infer(unit, value)) for name, value in pairs if name is not None))
    return Mapping(keys, join(infer(unit, value) for value in node.values))


def _text(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def named(unit: Unit, section: Section, name: str) -> Type | None:
    """What a name alone says in ``unit``; None where it says nothing.

    A weak name says something only in a module that has to do with HTTP otherwise too.
    """
    said = _named(unit, section, name)
    if said is None or unit.speaks_http or "weak" not in words_of(said):
        return said
    return None


def _named(unit: Unit, section: Section, name: str) -> Type | None:
    found = unit.world.speaking(section, name)
    if found is None or unit.by_name:
        return None
    home, node = found
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return Function(home, node)
        case ast.AnnAssign(annotation=annotation):
            return evaluate(home, annotation, home.scopes.enclosing_scope(node.target))
    return None


def _name(unit: Unit, node: ast.Name) -> Type | None:
    scope = unit.scopes.of_node.get(node)
    if scope is None:
        return None
    bindings = unit.lookup(node.id, scope)
    if not bindings and not unit.stub:
        if "*" in unit.scopes.module.bindings:
            starred = in_namespace(unit, unit.scopes.tree, node.id)
            if starred is not None:
                return starred
        builtin = member(unit.world.namespace("builtins"), node.id)
        if builtin is not None:
            return builtin
    found = bound(unit, bindings)
    return found or (None if unit.stub else named(unit, "variables", node.id))


def _call(unit: Unit, node: ast.Call) -> Type | None:
    match node:
        case ast.Call(func=ast.Name(id="super")):
            return _super(unit, node)
        case ast.Call(func=ast.Name(id="getattr"), args=[of, ast.Constant(value=str(name)), *_]):
            return member(infer(unit, of), name) or named(unit, "attributes", name)
    results = [result(one, unit, node) for one in called(unit, node)]
    return join(results) or _container_method(unit, node)


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
    if known:
        return known
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return list(callables(named(unit, "functions", name)))
    return []


def _container_method(unit: Unit, node: ast.Call) -> Type | None:
    match node.func:
        case ast.Attribute(value=value, attr=method):
            found = join(_method_result(option, method) for option in options(infer(unit, value)))
            return found or _looked_up(unit, node, method)
    return None


def _looked_up(unit: Unit, node: ast.Call, method: str) -> Type | None:
    match method, node.args:
        case ("get" | "pop" | "setdefault"), [ast.Constant(value=str(key)), *_]:
            assert isinstance(node.func, ast.Attribute)
            return value_at(infer(unit, node.func.value), key) or named(unit, "keys", key)
    return None


def _method_result(of: Type, method: str) -> Type | None:
    match of, method:
        case Slot(kind="method"), "upper" | "strip":
            return of
        case Slot(kind="method"), "lower":
            return Slot("method", of.words | {"lower"}, of.evidence)
        case Mapping(key=key), "keys":
            return Collection(key)
        case Mapping(value=value), "values":
            return Collection(value)
        case Mapping(key=key, value=value), "items":
            return Collection(Tuple((key, value)))
        case Mapping(value=value), "get" | "pop" | "setdefault":
            return value
        case Record(), "copy":
            return of
        case (Collection() | Tuple()), "pop":
            return element(of)
        case (Collection() | Mapping()), "copy":
            return of
    return None


def _subscript(unit: Unit, node: ast.Subscript) -> Type | None:
    of = infer(unit, node.value)
    match node.slice:
        case ast.Constant(value=str(key)):
            items = join(_item(option) for option in options(of))
            return value_at(of, key) or items or named(unit, "keys", key)
        case ast.Slice():
            return of
        case ast.Constant(value=int(index)):
            return value_at(of, None) or join(_item(one) for one in options(of)) or element(of, index)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(index))):
            return element(of, -index)
    return join(value_at(option, None) or _item(option) or element(option) for option in options(of))


def _item(of: Type) -> Type | None:
    """What ``__getitem__`` of an object gives."""
    match of:
        case Instance(of=cls) if declares(cls, "__getitem__"):
            return join(result(one) for one in callables(member(of, "__getitem__")))
    return None


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
            return unit.world.namespace(name, unit.path)
        case ast.ImportFrom(module=module, level=level):
            base = unit.package[: len(unit.package) - level + 1] if level else []
            dotted = ".".join([*base, *([module] if module else [])])
            enum = enum_of(dotted, alias.name)
            if enum is not None or not dotted:
                return enum
            found = member(unit.world.namespace(dotted, unit.path), alias.name)
            return found or unit.world.namespace(f"{dotted}.{alias.name}", unit.path)
    return None


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
    returns, yields = [], []
    for part in own_nodes(node):
        if isinstance(part, ast.Return) and part.value is not None:
            returns.append(infer(unit, part.value))
        elif isinstance(part, ast.Yield) and part.value is not None:
            yields.append(infer(unit, part.value))
    return Collection(join(yields)) if yields else join(returns)


def own_nodes(node: Definition) -> list[ast.AST]:
    """The nodes of a function's body without those of functions and classes inside."""
    found: list[ast.AST] = []
    work: list[ast.AST] = list(node.body)
    while work:
        part = work.pop()
        found.append(part)
        if not isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            work.extend(ast.iter_child_nodes(part))
    return found


def _parameter(unit: Unit, parameter: ast.arg) -> Type | None:
    function = unit.scopes.parents[unit.scopes.parents[parameter]]
    if isinstance(function, ast.Lambda):
        return unit.flow(parameter)
    assert isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
    owner = unit.scopes.parents.get(function)
    if isinstance(owner, ast.ClassDef) and parameters(function)[0] is parameter:
        if not _decorated_with(function, "staticmethod"):
            of = Class(unit, owner)
            return of if _decorated_with(function, "classmethod") else Instance(of)
    said = declared(unit, parameter)
    if parameter is function.args.vararg:
        return Collection(said)
    if parameter is function.args.kwarg:
        return Mapping(PLAIN, said)
    return (
        said
        or inherited_parameter(unit, function, parameter)
        or unit.flow(parameter)
        or _fixture(unit, function, parameter)
    )


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
            if _decorated_with(node, "fixture", "yield_fixture"):
                given = awaited(returned(home, node))
                generated = any(isinstance(part, ast.Yield) for part in own_nodes(node))
                return element(given) if generated else given
    return None
