"""Who is bound to what, by Python's rules."""
from __future__ import annotations

import ast
import builtins
import symtable
import sys
from textwrap import dedent

import pytest

from flake8_http_status.binders import Binding, bound_by
from flake8_http_status.nodes import parameters
from flake8_http_status.scopes import Scopes
from tests.test_detect import evidence, seen


def _scopes(source: str) -> Scopes:
    return Scopes(ast.parse(dedent(source)))


def _bindings(source: str) -> list[tuple[str, str, tuple[int, ...]]]:
    """Name, kind and path of the module's bindings, sorted."""
    bound = _scopes(source).module.bindings
    return sorted((name, one.kind, one.path) for name, many in bound.items() for one in many)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("import a.b, c as d", [("a", "import", ()), ("d", "import", ())], id="import"),
        pytest.param(
            "from a import b, c as d, *".replace(", *", ""),
            [("b", "import", ()), ("d", "import", ())],
            id="from import",
        ),
        pytest.param("from a import *", [("*", "import", ())], id="import of everything"),
        pytest.param(
            "def f(x): ...\nasync def g(): ...",
            [("f", "function", ()), ("g", "function", ())],
            id="functions",
        ),
        pytest.param("class A(B): x = 1", [("A", "class", ())], id="class"),
        pytest.param("a = b = 1", [("a", "value", ()), ("b", "value", ())], id="assignment"),
        pytest.param(
            "a, (b, [c, *d]) = x",
            [
                ("a", "value", (0,)),
                ("b", "value", (1, 0)),
                ("c", "value", (1, 1, 0)),
                ("d", "value", (1, 1, 1, -1)),
            ],
            id="nested targets",
        ),
        pytest.param("a.b = c[0] = 1", [], id="targets that are no names"),
        pytest.param(
            "a: int\nb: int = 1\nc.d: int = 1",
            [("a", "annotation", ()), ("b", "annotation", ())],
            id="annotations",
        ),
        pytest.param("a += 1\nb.c += 1", [("a", "other", ())], id="augmented assignment"),
        pytest.param(
            "for a, b in x: c = 1",
            [("a", "element", (0,)), ("b", "element", (1,)), ("c", "value", ())],
            id="for",
        ),
        pytest.param(
            "with x as a, y as (b, c), z: ...",
            [("a", "manager", ()), ("b", "manager", (0,)), ("c", "manager", (1,))],
            id="with",
        ),
        pytest.param(
            "try: ...\nexcept X as a: ...\nexcept Y: ...\nexcept: ...", [("a", "exception", ())], id="except"
        ),
        pytest.param("(a := 1), [b := 2]", [("a", "value", ()), ("b", "value", ())], id="walrus"),
        pytest.param(
            "match x:\n    case {'k': a, **b}: ...\n    case [c, *d] | (c as d): ...\n    case [*_]: ...",
            [
                ("a", "capture", ()),
                ("b", "other", ()),
                ("c", "capture", ()),
                ("c", "capture", ()),
                ("d", "capture", ()),
                ("d", "capture", ()),
            ],
            id="match",
        ),
        pytest.param("del a\nglobal_ = 1\nassert b\nc", [("global_", "value", ())], id="what binds nothing"),
    ],
)
def test_bindings_of_a_module(source: str, expected: list[tuple[str, str, tuple[int, ...]]]) -> None:
    assert _bindings(source) == expected


def test_parameters_in_the_order_of_the_signature() -> None:
    (function,) = ast.parse("def f(a, /, b, *c, d, **e): ...").body
    assert isinstance(function, ast.FunctionDef)
    assert [one.arg for one in parameters(function)] == list("abcde")
    (function,) = ast.parse("def f(*, d): ...").body
    assert isinstance(function, ast.FunctionDef)
    assert [one.arg for one in parameters(function)] == ["d"]


def test_a_class_hides_its_names_from_its_methods_but_not_in_stubs() -> None:
    scopes = _scopes("x = 1\nclass A:\n    x = 2\n    def f(self): x\n    x\n")
    cls = next(node for node in ast.walk(scopes.tree) if isinstance(node, ast.ClassDef))
    function = next(node for node in ast.walk(scopes.tree) if isinstance(node, ast.FunctionDef))
    inside = scopes.inner[function]
    assert inside.lookup("x") is scopes.module
    assert inside.lookup("x", nested_classes=True) is scopes.inner[cls]
    assert scopes.inner[cls].lookup("x") is scopes.inner[cls]
    assert inside.lookup("y") is None
    assert [name.lineno for name in scopes.uses("x", scopes.module)] == [4]


def test_uses_of_a_classs_name() -> None:
    scopes = _scopes("x = 1\nclass A:\n    x = 2\n    def f(self): x\n    x\n")
    cls = next(node for node in ast.walk(scopes.tree) if isinstance(node, ast.ClassDef))
    assert [name.lineno for name in scopes.uses("x", scopes.inner[cls])] == [5]


def test_uses_stop_where_another_binding_hides_the_name() -> None:
    scopes = _scopes(
        """\
        x = 1
        def f(): x
        def g():
            x = 2
            x
        def h(x): x
        [x for x in x]
        lambda: x
        """
    )
    assert sorted(name.lineno for name in scopes.uses("x", scopes.module)) == [2, 7, 8]


def test_global_and_nonlocal_belong_to_the_scope_that_owns_the_name() -> None:
    scopes = _scopes(
        """\
        def f():
            global x
            x = 1
            y = 1
            def g():
                nonlocal y
                y = 2
                x
            return y
        x
        """
    )
    f = next(node for node in ast.walk(scopes.tree) if isinstance(node, ast.FunctionDef))
    owner = scopes.inner[f]
    assert len(scopes.module.bindings["x"]) == 1
    assert len(owner.bindings["y"]) == 2
    assert sorted(name.lineno for name in scopes.uses("x", scopes.module)) == [8, 10]
    assert [name.lineno for name in scopes.uses("y", owner)] == [9]
    assert owner.lookup("x") is scopes.module


def test_what_stands_around() -> None:
    scopes = _scopes("class A:\n    y = 1\n    def f(self):\n        return lambda: z\n")
    nodes = {type(node): node for node in ast.walk(scopes.tree)}
    z = next(node for node in ast.walk(scopes.tree) if isinstance(node, ast.Name) and node.id == "z")
    assert scopes.enclosing_function(z) is nodes[ast.Lambda]
    assert scopes.enclosing_function(nodes[ast.Lambda]) is nodes[ast.FunctionDef]
    assert scopes.enclosing_function(nodes[ast.Assign]) is None
    assert scopes.enclosing_function(nodes[ast.ClassDef]) is None
    assert scopes.enclosing_class(z) is nodes[ast.ClassDef]
    assert scopes.enclosing_class(nodes[ast.ClassDef]) is None
    assert list(scopes.definitions(z)) == [nodes[ast.FunctionDef]]
    assert list(scopes.ancestors(z))[-1] is scopes.tree


def test_a_default_is_looked_up_around_its_function_and_the_body_in_it() -> None:
    scopes = _scopes("def f(x=1):\n    def g(y=2): return 3\n")
    (f,) = scopes.tree.body
    assert isinstance(f, ast.FunctionDef)
    (g,) = f.body
    assert isinstance(g, ast.FunctionDef)
    (returned,) = g.body
    found = [scopes.enclosing_scope(one).node for one in (f.args.defaults[0], g.args.defaults[0], returned)]
    assert found == [scopes.tree, f, g]
    assert list(scopes.definitions(returned)) == [g, f]


SHAPES = """\
import os.path as p, sys
from a import b as c
g0 = 1
def f(a, /, b=g0, *c, d: int = 1, **e) -> int:
    global g1
    g1 = [it_x for it_x in a for it_y in it_x if it_y]
    local = {it_k: it_v for it_k, it_v in (lambda q=b: q)()}
    def inner():
        nonlocal local
        local = 2
        class C(B, metaclass=M):
            attr = local
            def method(self): return __class__, attr, local
        return C
    try:
        pass
    except E as err:
        with open(a) as fh, x as (t1, [t2, *t3]):
            for i, j in fh: del i
    match a:
        case {"k": cap, **rest} if cap: pass
        case [one, *more] | D(x=one, y=more): pass
    if (w := g0): w2: int = w
    print((yield w), {it_s for it_s in [1]}, (z := 1))
"""


def _by_symtable(table: symtable.SymbolTable) -> list[tuple[str, int, list[str]]]:
    """Name, line and bound names of each scope, as Python's own compiler sees them."""
    bound = sorted(
        symbol.get_name()
        for symbol in table.get_symbols()
        if (symbol.is_local() or symbol.is_parameter())
        and (symbol.is_assigned() or symbol.is_imported() or symbol.is_parameter() or symbol.is_annotated())
        # Newer Pythons list the variables of comprehensions in the function around.
        and not symbol.get_name().startswith((".", "__", "it_"))
    )
    rows = [(table.get_name(), table.get_lineno(), bound)]
    for child in table.get_children():
        if child.get_name() != "__annotate__":  # Since Python 3.14 annotations are evaluated later.
            rows += _by_symtable(child)
    return rows


def test_the_same_names_are_bound_as_python_says() -> None:
    scopes = _scopes(SHAPES)
    ours = {
        (getattr(node, "lineno", 0), frozenset(scope.bindings) - set(scope.elsewhere) - {"g1"})  # global in f
        for node, scope in scopes.inner.items()
        if not isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp))
    }
    theirs = {
        (line, frozenset(names))
        for scope, line, names in _by_symtable(symtable.symtable(SHAPES, "x.py", "exec"))
        if scope not in {"listcomp", "setcomp", "dictcomp", "genexpr"}
    }
    assert ours == theirs


def test_every_name_knows_its_scope_and_every_node_its_parent() -> None:
    scopes = _scopes(SHAPES)
    for node in ast.walk(scopes.tree):
        if isinstance(node, ast.Name):
            assert node in scopes.of_node
        for child in ast.iter_child_nodes(node):
            if not isinstance(child, (ast.expr_context, ast.operator, ast.cmpop, ast.unaryop, ast.boolop)):
                assert scopes.parents[child] is node


def test_builtins_bind_nothing() -> None:
    scopes = _scopes("print(len(x))")
    assert all(scopes.module.lookup(name) is None for name in dir(builtins))


def test_a_binding_says_where_its_value_is() -> None:
    scopes = _scopes("a, b = f()\ndef c(): pass\n")
    statement, _ = scopes.tree.body
    assert isinstance(statement, ast.Assign)
    assert scopes.module.bindings["b"] == [Binding("value", statement, statement.value, (1,))]
    assert [one.value for one in scopes.module.bindings["c"]] == [None]


# The same rules seen from outside: evidence is resolved where the right binding was found.


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("r = requests.get('/')\ndef f(): r.status_code == «404»\n", id="module from a function"),
        pytest.param(
            "def f():\n    global r\n    r = requests.get('/')\nr.status_code == «404»\n", id="global"
        ),
        pytest.param(
            "global r\nr = requests.get('/')\nr.status_code == «404»\n", id="global in the module itself"
        ),
        pytest.param(
            "def f():\n    r = None\n    def g():\n        nonlocal r\n        r = requests.get('/')\n"
            "    r.status_code == «404»\n",
            id="nonlocal",
        ),
        pytest.param(
            "def f():\n    r = None\n    def g():\n        def h():\n            nonlocal r\n"
            "            r = requests.get('/')\n    r.status_code == «404»\n",
            id="nonlocal, two functions further in",
        ),
        pytest.param(
            "class A:\n    r = requests.get('/')\n    x = r.status_code == «404»\n", id="class body"
        ),
        pytest.param("[r.status_code == «404» for r in [requests.get('/')]]\n", id="comprehension"),
        pytest.param("{r.status_code == «404» for r in [requests.get('/')]}\n", id="set comprehension"),
        pytest.param("{1: r.status_code == «404» for r in [requests.get('/')]}\n", id="dict comprehension"),
        pytest.param("any(r.status_code == «404» for r in [requests.get('/')])\n", id="generator"),
        pytest.param("if (r := requests.get('/')): r.status_code == «404»\n", id="walrus"),
        pytest.param("[r := requests.get('/')]\nr.status_code == «404»\n", id="walrus in a list"),
        pytest.param(
            "try: x\nexcept requests.HTTPError as e: e.response.status_code == «404»\n", id="except"
        ),
        pytest.param(
            "try: x\nexcept (OSError, requests.HTTPError) as e: e.response.status_code == «404»\n",
            id="except of several",
        ),
        pytest.param(
            "try: x\nexcept* requests.HTTPError as e: e.exceptions\nr = requests.get('')\n"
            "r.status_code == «404»\n",
            id="except star",
        ),
        pytest.param(
            "if x:\n    r = None\nelse:\n    r = requests.get('/')\nr.status_code == «404»\n",
            id="one of two branches",
        ),
    ],
)
def test_resolved(source: str) -> None:
    text = "import requests\n" + source
    assert seen(text) == text
    assert evidence(text) == ["resolved"]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("r = requests.get('/')\ndef f(r): r.status_code == «404»\n", id="parameter"),
        pytest.param(
            "r = requests.get('/')\ndef f():\n    r = x\n    r.status_code == «404»\n", id="local variable"
        ),
        pytest.param(
            "class A:\n    r = requests.get('/')\n    def f(self): r.status_code == «404»\n",
            id="class variable",
        ),
        pytest.param(
            "[r for r in [requests.get('/')]]\nr.status_code == «404»\n", id="variable of a comprehension"
        ),
        pytest.param("def f(): r = requests.get('/')\nr.status_code == «404»\n", id="variable of a function"),
        pytest.param(
            "requests = x\nrequests.get('/').status_code == «404»\n".replace(
                "requests = x", "import x as requests"
            ),
            id="other module of the name",
            marks=pytest.mark.xfail(
                reason="two imports of one name are joined: both are possible", strict=True
            ),
        ),
    ],
)
def test_hidden(source: str) -> None:
    text = "import requests\n" + source
    assert seen(text) == text
    assert evidence(text) == ["named"]


# Where PEP 695 and ``:=`` bind.


def test_a_walrus_binds_around_its_comprehensions() -> None:
    scopes = _scopes("def f(y):\n    return [[(x := z) for z in y] for _ in y]\n")
    (owner,) = (scope for scope in scopes.inner.values() if "x" in scope.bindings)
    assert isinstance(owner.node, ast.FunctionDef)


@pytest.mark.skipif(sys.version_info < (3, 12), reason="PEP 695")
@pytest.mark.parametrize(
    "source",
    [
        pytest.param("def f[T](): return T", id="of a function"),
        pytest.param("def f[**T](): return T", id="for parameters"),
        pytest.param("class A[*T]:\n    def f(self): return T", id="of a class, seen in its methods"),
        pytest.param("class A[T](list[T]): pass", id="of a class, seen in its bases"),
    ],
)
def test_a_type_parameter_is_no_name_of_the_module(source: str) -> None:
    scopes = _scopes(source)
    loads = [node for node in scopes.of_node if isinstance(node, ast.Name) and node.id == "T"]
    owners = [scopes.of_node[node].lookup("T") for node in loads]
    assert loads
    assert None not in owners
    assert scopes.module not in owners


@pytest.mark.skipif(sys.version_info < (3, 12), reason="PEP 695")
def test_a_type_alias_binds() -> None:
    assert "T" in _scopes("type T = int\n").module.bindings


# The same on any Python, with nodes that have what those of Python 3.12 have.


def test_the_type_parameters_of_a_class_stand_in_a_scope_around_it() -> None:
    tree = ast.parse("class A:\n    def f(self): return T\n")
    (cls,) = tree.body
    assert isinstance(cls, ast.ClassDef)
    parameter = ast.alias("T")
    cls.type_params = [parameter]  # type: ignore[attr-defined,unused-ignore]
    scopes = Scopes(tree)
    around = scopes.inner[cls].parent
    assert around is not None
    assert around.parent is scopes.module
    assert around.bindings == {"T": [Binding("other", parameter)]}
    (loaded,) = (one for one in ast.walk(tree) if isinstance(one, ast.Name) and one.id == "T")
    assert scopes.of_node[loaded].lookup("T") is around
    assert scopes.of_node[cls] is scopes.module


def test_the_type_parameters_of_a_function_are_names_of_its_own() -> None:
    tree = ast.parse("def f(): return T\n")
    (function,) = tree.body
    assert isinstance(function, ast.FunctionDef)
    parameter = ast.alias("T")
    function.type_params = [parameter]  # type: ignore[attr-defined,unused-ignore]
    scopes = Scopes(tree)
    assert scopes.inner[function].bindings == {"T": [Binding("other", parameter)]}
    assert scopes.parents[parameter] is function


def test_a_type_alias_binds_its_name_in_some_other_way() -> None:
    class TypeAlias(ast.stmt):
        name: ast.Name

    alias = TypeAlias()
    alias.name = ast.Name("T")
    assert [*bound_by(alias)] == [("T", Binding("other", alias))]
