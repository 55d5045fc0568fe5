"""Functions that are read when they are asked for: no answer depends on it, and most are never read."""
from __future__ import annotations

import ast
import inspect
import random
from textwrap import dedent
from types import ModuleType

import pytest

import flake8_http_status.contexts
import flake8_http_status.reader
import flake8_http_status.scopes
import http_status_codemods._ways
from flake8_http_status.deferred import Deferred
from flake8_http_status.scope import Scope
from flake8_http_status.scopes import Scopes

MIXED = dedent(
    """
    import a
    def outer(x, y=a.status):
        @a.deco(x.status)
        def inner(z):
            nonlocal x
            x = z.status
            return [one.status for one in x.many if one.status]
        class Local:
            status = x
            def method(self):
                import late
                del x.status, late
                return self.status
        return lambda: x.status + inner(x)
    def setter():
        global made
        made = 1
    async def other(): return (yield outer(made).status)
    class Top:
        def one(self): self.status = self.other
        def two(self):
            for status in outer: status.status = made
    """
)


def _sources() -> list[str]:
    modules: list[ModuleType] = [
        flake8_http_status.contexts, flake8_http_status.reader, flake8_http_status.scopes,
        http_status_codemods._ways, ast,
    ]  # fmt: skip
    return [MIXED, *map(inspect.getsource, modules)]


def _told(scope: Scope) -> list[object]:
    """What a scope says, and those in it."""
    bindings = {
        name: [(one.kind, one.node, one.value, one.path) for one in many]
        for name, many in scope.bindings.items()
    }
    elsewhere = {name: one.node for name, one in scope.elsewhere.items()}
    return [scope.node, bindings, scope.loads, elsewhere, [_told(one) for one in scope.children]]


@pytest.mark.parametrize("source", _sources())
class TestTheSame:
    def test_whatever_is_asked_first(self, source):
        tree = ast.parse(source)
        eager = Scopes(tree)
        nodes = [*eager.parents]
        for seed in range(3):
            lazy = Scopes(tree, source)
            for node in random.Random(seed).sample(nodes, 40):
                assert lazy.parents[node] is eager.parents[node]
                assert lazy.enclosing_scope(node).node is eager.enclosing_scope(node).node
                assert (node in lazy.of_node) is (node in eager.of_node)
            assert _told(lazy.module) == _told(eager.module)

    def test_attributes_imports_and_deletions_in_their_order(self, source):
        tree = ast.parse(source)
        eager, lazy = Scopes(tree), Scopes(tree, source)
        assert set(lazy.imports) == set(eager.imports)
        assert [name for name, _ in lazy.deletions] == [name for name, _ in eager.deletions]
        for name in eager.attribute_names():
            assert Scopes(tree, source).stores(name) == eager.stores(name)
            assert lazy.attributes(name) == eager.attributes(name)
        assert set(lazy.classes()) == set(eager.classes())
        lazy.reveal()
        assert set(lazy.parents) == set(eager.parents)

    def test_uses(self, source):
        tree = ast.parse(source)
        eager, lazy = Scopes(tree), Scopes(tree, source)
        for name in eager.module.bindings:
            assert [*lazy.uses(name, lazy.module)] == [*eager.uses(name, eager.module)]

    def test_uses_in_a_function(self, source):
        tree = ast.parse(source)
        eager = Scopes(tree)
        for node, scope in eager.inner.items():
            lazy = Scopes(tree, source)
            for name in scope.bindings:
                assert [*lazy.uses(name, lazy.inner[node])] == [*eager.uses(name, scope)]

    def test_uses_that_are_no_calls(self, source):
        tree = ast.parse(source)
        eager = Scopes(tree)
        for name in eager.module.bindings:
            every = [*eager.uses(name, eager.module)]
            called = {one.func for one in ast.walk(tree) if isinstance(one, ast.Call)}
            lazy = Scopes(tree, source)
            found = [*lazy.uses(name, lazy.module, called=False)]
            assert [one for one in found if one not in called] == [one for one in every if one not in called]


def test_what_is_not_asked_for_is_not_read() -> None:
    source = "".join(f"def f{number}(x):\n    return x.status{number}\n" for number in range(1000))
    scopes = Scopes(ast.parse(source), source)
    before = len(scopes.parents)
    assert len(scopes.attributes("status7")) == 1
    assert len([*scopes.uses("nowhere", scopes.module)]) == 0
    # A return, an attribute and a name, of one function of a thousand.
    assert len(scopes.parents) == before + 3


def test_the_uses_of_a_parameter_are_looked_for_in_its_function() -> None:
    source = "".join(f"def f{number}(x):\n    def g(): return x\n    return x\n" for number in range(9))
    scopes = Scopes(tree := ast.parse(source), source)
    assert len([*scopes.uses("x", scopes.inner[tree.body[3]])]) == 2
    assert scopes.deferred is not None
    assert len(scopes.deferred.holding([])) == 8


def test_who_calls_a_function_does_not_hand_it_over() -> None:
    source = "def f(): pass\ndef g():\n    f()\n    f ()\ndef h():\n    run(f)\n    f\n"
    scopes = Scopes(ast.parse(source), source)
    assert sorted(one.lineno for one in scopes.uses("f", scopes.module, called=False)) == [6, 7]
    assert scopes.deferred is not None
    assert len(scopes.deferred.holding([])) == 2
    assert sorted(one.lineno for one in scopes.uses("f", scopes.module)) == [3, 4, 6, 7]


def test_what_is_asked_of_a_node_reads_its_function_alone() -> None:
    source = "def f(x):\n    return x.one\ndef g(x):\n    def h(y): return x.two\n"
    tree = ast.parse(source)
    f, g = tree.body
    assert isinstance(f, ast.FunctionDef)
    assert isinstance(g, ast.FunctionDef)
    (h,) = g.body
    scopes = Scopes(tree, source)
    assert scopes.deferred is not None
    assert scopes.enclosing_scope(f) is scopes.module
    assert len(scopes.deferred.holding([])) == 2, "a function itself does not stand in its body"
    assert scopes.enclosing_function(f.body[0]) is f
    assert len(scopes.deferred.holding([])) == 1
    assert h in scopes.parents
    assert len(scopes.deferred.holding([])) == 1, "the function in it is still to be read"
    assert [*scopes.inner[h].loads] == ["x"]
    assert not scopes.deferred.holding([])


@pytest.mark.parametrize("first", [0, 1])
def test_the_order_of_uses_is_not_that_of_the_reading(first: int) -> None:
    tree = ast.parse(source := "def f(): return a\ndef g(): return a\na = 1\n")
    scopes, eager = Scopes(tree, source), Scopes(tree)
    assert tree.body[first].body[0] in scopes.parents  # type: ignore[attr-defined]
    assert [*scopes.uses("a", scopes.module)] == [*eager.uses("a", eager.module)]
    assert [one.lineno for one in scopes.uses("a", scopes.module)] == [1, 2]


def test_a_function_that_is_not_read_hides_no_use_in_its_neighbours() -> None:
    source = "def f():\n    a = 1\n    def g(): pass\n    def h(): return a\n    def i(): pass\n"
    scopes = Scopes(tree := ast.parse(source), source)
    assert [one.lineno for one in scopes.uses("a", scopes.inner[tree.body[0]])] == [4]
    assert scopes.deferred is not None
    assert len(scopes.deferred.holding([])) == 2


@pytest.mark.parametrize("statement", ["import a", "from a import b", "del x.y, z"])
def test_a_statement_in_a_function_is_found_by_its_word(statement: str) -> None:
    source = f"def f(x):\n    z = x\n    {statement}\n"
    scopes = Scopes(ast.parse(source), source)
    assert len(scopes.deletions if "del" in statement else scopes.imports) == 1


@pytest.mark.parametrize(
    ("statement", "stored"),
    [
        ("self.status = 1", True),
        ("self.status: int", True),
        ("self.status += 1", True),
        ("(self.status, x) = 1, 2", True),
        ("(x, self.status) = 1, 2", True),
        ("[*self.status] = 1, 2", True),
        ("for self.status in x: pass", True),
        ("with x as self.status: pass", True),
        ("self .status = 1", True),
        ("self. status = 1", True),
        ("self.\\\n status = 1", True),
        ("(self. # why\n status) = 1", True),
        ("x = [self for self.status in x]", True),
        ("self.status()", False),
        ("self.status (x)", False),
        ("self.status.code = 1", False),
        ("self.status[0] = 1", False),
        ("x(status=1)", False),
        ("status = 1", False),
    ],
)
def test_what_is_stored_is_looked_for_where_it_may_be(statement, stored):
    source = f"def f(self, x):\n    {statement}\n"
    scopes = Scopes(ast.parse(source), source)
    assert [one.attr for one in scopes.stores("status")] == ["status"] * stored
    assert (scopes.deferred is None or not scopes.deferred.holding(["f"])) is stored


def test_a_node_that_stands_in_no_line() -> None:
    tree = ast.parse(source := "def f():\n    def g(): pass\n")
    inner = tree.body[0].body[0]  # type: ignore[attr-defined]
    assert Scopes(tree, source).parents[inner.args] is inner


def test_a_name_that_is_written_in_another_form_is_found() -> None:
    source = "def f():\n    return x.ﬁeld\n"
    scopes = Scopes(ast.parse(source), source)
    assert len(scopes.attributes("field")) == 1


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_end_as_the_parser_says(newline):
    source = "x = '\x0c\x1c'\ndef f():\n    return a.b\ndef g(): return a.c".replace("\n", newline)
    scopes = Scopes(ast.parse(source), source)
    assert [node.attr for name in "bc" for node in scopes.attributes(name)] == ["b", "c"]


@pytest.mark.parametrize("names", [["f0", "x"], ["né", "a·b", "ab", "_x", "x"]])
def test_a_name_is_found_in_the_same_places_once_all_words_are_gone_through(names: list[str]) -> None:
    source = "def f0(x, né):\n    a·b = x.ab, _x, 'né x', x_, 0x0\n    return f0(x)  # ab a·b\n"
    few = Deferred[None](source)
    many = Deferred[None](source)
    for number in range(1000):
        many.mentions(f"other{number}")
    for name in [*names, "nowhere"]:
        assert [*many._found(name)] == [*few._found(name)]
        assert many.mentions(name) is few.mentions(name) is (name != "nowhere")
