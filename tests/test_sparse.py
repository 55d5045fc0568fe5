"""Bodies that are parsed when they are asked for: the tree is the same in the end, wherever they end."""
from __future__ import annotations

import ast
import inspect
import random
from types import ModuleType

import pytest

import flake8_http_status.contexts
import flake8_http_status.prefilter
import flake8_http_status.scopes
from benchmarks.robustness.grammar import program
from flake8_http_status.nodes import Definition
from flake8_http_status.scopes import Scopes
from flake8_http_status.sparse import Sparse, complete, parse

#: Enough to make a body worth waiting.
MORE = "x = 'a text that makes this function so long that it is worth to wait for what is in it'"
LONG = f"    {MORE}\n    {MORE}\n"


def _functions(tree: ast.AST) -> list[Definition]:
    return [one for one in ast.walk(tree) if isinstance(one, Definition)]


def _without_ends(tree: ast.AST) -> str:
    """The tree with all places but the columns where statements with others in them end."""
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt | ast.ExceptHandler) and hasattr(node, "body"):
            node.end_col_offset = 0
    return ast.dump(tree, include_attributes=True).partition("(")[2]


def _waits(tree: ast.AST, name: str) -> bool:
    (function,) = [one for one in _functions(tree) if one.name == name]
    return len(function.body) == 1 and isinstance(function.body[0], ast.Pass)


def _agrees(source: str) -> bool:
    """Whether ``source`` gives the same tree as at once; whether any of it has waited."""
    whole, tree = ast.parse(source), parse(source)
    lines = {(one.name, one.lineno, one.end_lineno) for one in _functions(whole)}
    assert {(one.name, one.lineno, one.end_lineno) for one in _functions(tree)} <= lines
    waited = isinstance(tree, Sparse)
    complete(tree)
    assert _without_ends(tree) == _without_ends(whole)
    return waited


MODULES: list[ModuleType] = [
    ast, inspect, random, pytest, flake8_http_status.contexts, flake8_http_status.prefilter,
    flake8_http_status.scopes,
]  # fmt: skip


@pytest.mark.parametrize("module", MODULES, ids=lambda one: one.__name__)
def test_real_modules(module):
    assert _agrees(inspect.getsource(module)) or module is pytest


@pytest.mark.parametrize("seed", range(300))
def test_generated_programs(seed):
    source = program(random.Random(seed)).decode("utf-8-sig", "replace")
    try:
        ast.parse(source)
    except (SyntaxError, ValueError):
        return
    _agrees(f"def first():\n{LONG}{source}")


@pytest.mark.parametrize(
    "text",
    [
        f"def f(x):\n{LONG}",
        f"def f(x):\n{LONG}".rstrip(),
        f"async def f(x):\n{LONG}    await x\n    async with x as y: yield y\nz = 1\n",
        f"class A:\n    @a.b\n    def f(self):\n    {LONG.replace(chr(10), chr(10) + '    ')}\n    y = 1\n",
        f"if x:\n    def f(self):\n    {LONG.replace(chr(10), chr(10) + '    ')}\nelse:\n    y = 1\n",
        f"def f(a=(1, ':'), *, b: 'dict[str, int]' = {{1: 2}}) -> dict[str, 'a:b']:  # end: here\n{LONG}",
        f"def f(\n    a,  # (: \n    b='''\n:''',\n):\n{LONG}",
        f'def f():\n    """Text.\n\ndef g():\n# no\n    """\n{LONG}y = 1\n',
        f'def f():\n{LONG}    return """\nunindented\n"""\n',
        f"def f():\n{LONG}\n# left of it\n    y = 2\n\n    # at the end\n\n# of no function\ny = 1\n",
        f"def f():\n{LONG}    def g():\n    {LONG.replace(chr(10), chr(10) + '    ')}\n    return g\n",
        f"def f():\n\t{MORE}\n\t{MORE}\nclass A:\n\tdef g():\n\t\t{MORE}\n\t\t{MORE}\n",
        f"def f():\n{LONG}    y = '#' + \"'\" + '\\'' # don't\n    z = '\\\\'\ny = 1\n",
        f"def f():\n{LONG}    return {{\n        1: 2,\n    }}\ny = 1\n",
        f"def f():\n{LONG}def g():\n{LONG}def h(): pass\ndef i():\n{LONG}",
        f"def f():\n{LONG}    if x:\n        return 1\n    else:\n        return 2\n@f\ndef g():\n{LONG}",
        f"x = '''\ndef f():\n{LONG}'''\ndef g():\n{LONG}",
        f"def f():\n{LONG}    match x:\n        case {{'a': 1}}:\n            pass\n",
        f"def f():\n{LONG}\x0c\ndef g():\n{LONG}",
        f"def f():\n{LONG}    y = f\"{{x!r:#x}}'\"\n    z = ''\ndef g():\n{LONG}",
        f"def f():\n{LONG}    é = 'ü'; return é\ny = 'ö'\n",
    ],
)  # fmt: skip
def test_where_a_body_ends(text):
    assert _agrees(f"\n{text}")
    assert _agrees(f"import a\n{text}")


@pytest.mark.parametrize(
    "text",
    [
        f"def f():\n{LONG}    return g(\n1)\n\ndef g():\n{LONG}",
        f"def f():\n{LONG}    y = [\n1,\n2]\n    return y\n\ndef g():\n{LONG}",
        f"def f():\n{LONG}    y = 1 + \\\n2\n    return y\n",
        f"def f():\n{LONG}    y = 1 + \\\n2\n",
        f"def f():\n{LONG}    return lambda: (\n)\nclass A: pass\n\ndef g():\n{LONG}",
    ],
)
def test_lines_further_left_than_their_function(text):
    _agrees(f"\n{text}{text.replace('f()', 'h()').replace('def g', 'def i')}")


def test_one_such_function_does_not_keep_the_others_from_waiting() -> None:
    tree = parse(f"\ndef f():\n{LONG}    return g(\n1)\n\ndef g():\n{LONG}\ndef h():\n{LONG}")
    assert [_waits(tree, name) for name in "fgh"] == [False, True, True]


def test_functions_with_one_of_the_lines_are_there() -> None:
    source = f"\ndef f():\n{LONG}\n\ndef g():\n{LONG}\ndef h():\n{LONG}"
    lines = [number for number, line in enumerate(source.split("\n"), 1) if MORE in line]
    for number in range(6):
        tree = parse(source, [lines[number]])
        assert [_waits(tree, name) for name in "fgh"] == [number // 2 != place for place in range(3)]
    assert not isinstance(parse(source, lines), Sparse)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "x = 1\n",
        "def f(): return 1\n",
        "\ndef f():\n    return 1\n",
        f"\ndef f():\n{LONG}    global x\n",
        f"\ndef f():\n    x = 1\n    def g():\n        nonlocal x\n        {MORE}\n        {MORE}\n",
        f"\ndef f():\n{LONG}".replace("\n", "\r\n"),
        f"\ndef f():\n{LONG}\nﬁx = 1\n",  # a name that is normalised
        f"\ndef f():\n{LONG}" + 20 * f"{MORE}\n",  # not worth it
    ],
)
def test_what_does_not_wait(source):
    whole = ast.parse(source)
    tree = parse(source)
    assert not isinstance(tree, Sparse)
    assert _without_ends(tree) == _without_ends(whole)


@pytest.mark.parametrize(
    "source", [f"x = (\n\ndef f():\n{LONG}", f"\ndef f():\n{LONG}\nprint 1\n", f"\ndef f(:\n{LONG}", "'''"]
)
def test_a_mistake_elsewhere_is_told_as_ever(source):
    with pytest.raises(SyntaxError) as wanted:
        ast.parse(source)
    with pytest.raises(SyntaxError) as found:
        parse(source)
    assert (found.value.lineno, found.value.msg) == (wanted.value.lineno, wanted.value.msg)


def test_a_mistake_in_a_body_leaves_that_one_empty() -> None:
    source = f"\ndef f():\n{LONG}    print 1\ndef g():\n{LONG}\ndef h():\n{LONG}    (" + "(" * 300 + "\n"
    tree = parse(source.replace("(" * 300, "print 1"))
    complete(tree)
    assert [_waits(tree, name) for name in "fgh"] == [True, False, True]


def test_scopes_ask_for_bodies() -> None:
    first = f"import other\n\ndef f(one):\n{LONG}    return one\n"
    source = f"{first}\ndef g(two):\n{LONG}    return other, two\n"
    tree = parse(source)
    f, g = _functions(tree)
    scopes = Scopes(tree, source)
    assert [one.lineno for one in scopes.uses("other", scopes.module)] == [11]
    assert (len(f.body), len(g.body)) == (1, 3)
    assert [one.lineno for one in scopes.uses("one", scopes.inner[f])] == [6]
    assert len(f.body) == 3


def test_without_the_text_all_is_read() -> None:
    source = f"import a\n\ndef f(one):\n{LONG}    return a\n"
    scopes = Scopes(parse(source))
    assert [one.lineno for one in scopes.uses("a", scopes.module)] == [6]
