"""What is expected where a literal stands: every context, and what resembles one."""
from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_detect import codes, evidence, plain, seen

#: Before each case, so that ``r`` is a response and ``session`` makes some.
HEAD = 'import requests\nsession = requests.Session()\nr = session.get("/")\n'


def _finds(text: str, code: str) -> None:
    assert seen(HEAD + text) == plain(HEAD + text)[: len(HEAD)] + text
    assert codes(HEAD + text) == [code]


def _silent(text: str) -> None:
    assert seen(HEAD + text) == HEAD + text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("r.status_code == «404»\n", id="equal, right side"),
        pytest.param("«404» == r.status_code\n", id="equal, left side"),
        pytest.param("r.status_code != «404» != r.status_code\n", id="unequal, both sides"),
        pytest.param("not r.status_code == «404»\n", id="negated comparison"),
        pytest.param("r.status_code == «200» == r.ok\n", id="in a chain"),
        pytest.param("«200» == r.status_code <= 300\n", id="beside a bound"),
        pytest.param("r.status_code in («200», «404»)\n", id="in a tuple"),
        pytest.param("r.status_code not in [«200», «404»]\n", id="not in a list"),
        pytest.param("r.status_code in {«200», «404»}\n", id="in a set"),
        pytest.param("r.status_code in {«200»: 'a', «404»: 'b'}\n", id="in the keys of a mapping"),
        pytest.param("r.status_code in frozenset({«200», «404»})\n", id="in a frozenset of a set"),
        pytest.param("r.status_code in frozenset([«200»])\n", id="in a frozenset of a list"),
        pytest.param("r.status_code in set((«200», «404»))\n", id="in a set of a tuple"),
        pytest.param("r.status_code in tuple([«200»])\n", id="in a tuple of a list"),
        pytest.param("r.status_code in (*[«200»], x, «404»)\n", id="in a display with a starred part"),
        pytest.param("«404» in [one.status_code for one in (r, r)]\n", id="found in a list of statuses"),
        pytest.param("«404» in {r.status_code: 1}\n", id="found among keys"),
        pytest.param("{one.status_code for one in [r]} == {«200», «404»}\n", id="sets of statuses"),
        pytest.param("(r.status_code, r.text) == («404», 404)\n", id="place in a tuple"),
        pytest.param("[r.status_code] == [«404»]\n", id="place in a list"),
        pytest.param("{'a': r.status_code, 'n': 1} == {'a': «404», 'n': 404}\n", id="field of a mapping"),
        pytest.param("assert r.status_code == «404», 404\n", id="bare assert, but not its message"),
        pytest.param("assert «404» in (r.status_code, x)\n", id="bare assert of a member"),
        pytest.param("while (s := r.status_code) != «200»: print(s == «404»)\n", id="walrus"),
        pytest.param("r.status_code == (s := «404»)\n", id="walrus around the literal"),
        pytest.param("r.status_code == («404» if x == 404 else «410»)\n", id="both arms of a conditional"),
        pytest.param("(r.status_code if x else 0) == «404»\n", id="conditional on the other side"),
        pytest.param("(r.status_code or «500») == «500»\n", id="both arms of or"),
        pytest.param("r.status_code == (x or «404»)\n", id="second arm of or"),
        pytest.param("int(r.status_code) == «404»\n", id="converted to int"),
        pytest.param("r.status_code.value == «404»\n", id="value of a member"),
        pytest.param("f(a)[r.status_code == «404»]\n", id="comparison in brackets"),
        pytest.param("x = lambda: r.status_code == «404»\n", id="in a lambda"),
        pytest.param("[one for one in x if one.status_code == «404»]\n", id="condition of a comprehension"),
        pytest.param("list(map(lambda one: one.status_code, x)) == [«200», «404»]\n", id="list of a map"),
        pytest.param("list(filter(lambda one: one.status_code == «404», x))\n", id="lambda as an argument"),
        pytest.param(
            "match r.status_code:\n    case «200» | «201»: ...\n    case «404»: ...\n",
            id="match with alternatives",
        ),
        pytest.param("match r.status_code:\n    case («404» as s) if s: ...\n", id="match with a capture"),
        pytest.param("match r.status_code, 1:\n    case «404», 404: ...\n", id="match of a tuple"),
        pytest.param(
            "match r.status_code, x:\n    case [«404» | «410», *_]: ...\n", id="match of a sequence"
        ),
        pytest.param("match r:\n    case requests.Response(status_code=«404»): ...\n", id="match of a class"),
        pytest.param(
            "match x:\n    case Unknown(status_code=«404», n=404): ...\n", id="match of an unknown class"
        ),
        pytest.param("match x:\n    case {'status_code': «404», 'n': 404}: ...\n", id="match of a mapping"),
        pytest.param(
            "match {r.status_code: 1}:\n    case {«404»: x, **rest}: ...\n", id="match of a mapping's keys"
        ),
        pytest.param(
            "async def f():\n    match (await g()).status_code:\n        case «404»: ...\n",
            id="match of something awaited",
        ),
    ],
)
def test_status_comparison(text: str) -> None:
    _finds(text, "HTS101")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("self.assertEqual(r.status_code, «404»)\n", id="assertEqual"),
        pytest.param("self.assertEqual(«404», r.status_code)\n", id="assertEqual, other order"),
        pytest.param(
            "self.assertNotEqual(r.status_code, «404», 404)\n", id="assertNotEqual, not its message"
        ),
        pytest.param(
            "self.assertNotEqual(«404», r.status_code, msg=404)\n", id="assertNotEqual, other order"
        ),
        pytest.param("self.assertEqual(first=r.status_code, second=«404»)\n", id="by keyword"),
        pytest.param("self.assertIn(r.status_code, («200», «404»))\n", id="assertIn a tuple"),
        pytest.param("self.assertIn(r.status_code, [«200»])\n", id="assertIn a list"),
        pytest.param("self.assertIn(«404», [r.status_code])\n", id="assertIn, other order"),
        pytest.param("self.assertNotIn(r.status_code, {«500»})\n", id="assertNotIn a set"),
        pytest.param("self.assertTrue(r.status_code == «404»)\n", id="assertTrue of a comparison"),
        pytest.param(
            "self.assertListEqual([x.status_code for x in [r]], [«200», «404»])\n", id="assertListEqual"
        ),
        pytest.param("self.assertCountEqual([r.status_code], [«200»])\n", id="assertCountEqual"),
        pytest.param("self.assertEqual((r.status_code, 1), («404», 404))\n", id="place in a tuple"),
    ],
)
def test_unittest_asserts(text: str) -> None:
    _finds(f"import unittest\nclass Test(unittest.TestCase):\n    def test(self):\n        {text}", "HTS101")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("self.assertEqual(r.status_code, «404»)\n", id="assertEqual"),
        pytest.param("self.assertEqual(«404», r.status_code)\n", id="assertEqual, other order"),
        pytest.param("self.assertIn(r.status_code, («200», «404»))\n", id="assertIn"),
        pytest.param("self.assertNotEqual(r.status_code, «404», 404)\n", id="assertNotEqual"),
        pytest.param("self.assertNotIn(r.status_code, {«500»})\n", id="assertNotIn"),
    ],
)
def test_asserts_of_an_unknown_base(text: str) -> None:
    _finds(f"class Test(Unknown):\n    def test(self):\n        {text}", "HTS101")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("assertIs(r.status_code, 404)", id="identity"),
        pytest.param("assertIsNot(404, r.status_code)", id="no identity"),
        pytest.param("assertLess(r.status_code, 404)", id="bound"),
        pytest.param("assertGreaterEqual(r.status_code, 400)", id="lower bound"),
        pytest.param("assertEqual(404, 404)", id="two literals"),
        pytest.param("assertEqual(len(x), 404)", id="length"),
        pytest.param("assertEqual(r.text, 'GET')", id="text"),
        pytest.param("assertEqual(r.status_code // 100, 200)", id="quotient"),
        pytest.param("assertTrue(404)", id="truth"),
    ],
)
def test_unittest_asserts_that_say_nothing(text: str) -> None:
    _silent(f"import unittest\nclass Test(unittest.TestCase):\n    def test(self):\n        self.{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("def f(n, status_code): ...\nf(404, «404»)\n", id="positional"),
        pytest.param("def f(n, status_code, /): ...\nf(404, «404»)\n", id="positional only"),
        pytest.param("def f(n, status_code): ...\nf(status_code=«404», n=404)\n", id="keyword"),
        pytest.param("def f(n, *, status_code): ...\nf(404, status_code=«404»)\n", id="keyword only"),
        pytest.param("def f(status_code=«404», n=404): ...\n", id="default"),
        pytest.param(
            "def f(n=404, status_code=«404», /, m=404): ...\n", id="default of a positional-only one"
        ),
        pytest.param("def f(a, *, n, m=404, status_code=«404»): ...\n", id="default of a keyword-only one"),
        pytest.param("async def f(status_code=«404»): ...\n", id="default of an async function"),
        pytest.param("f = lambda status_code=«404», n=404: 404\n", id="default of a lambda"),
        pytest.param("unknown(status_code=«404», n=404)\n", id="keyword of an unknown function"),
        pytest.param("x.unknown()[0](status_code=«404»)\n", id="keyword of who knows what"),
        pytest.param("f(status_code=«404» if x else «410»)\n", id="conditional as an argument"),
        pytest.param("f(status_code=x or «404»)\n", id="or as an argument"),
        pytest.param("f(status_code=(y := «404»))\n", id="walrus as an argument"),
        pytest.param("f(status_codes=[«404», *[«410»]])\n", id="collection as an argument"),
        pytest.param("f(status_codes={«404»: 1})\n", id="keys as an argument"),
        pytest.param("f(expected_status=(«200», «404»))\n", id="several for a name in the singular"),
        pytest.param("@handler(status_code=«404», n=404)\ndef f(): ...\n", id="decorator of a function"),
        pytest.param("@handler(status_code=«404»)\nclass A: ...\n", id="decorator of a class"),
        pytest.param("x = (404, f(status_code=«404»))\n", id="call in a display"),
        pytest.param("f(n=404, **dict(status_code=«404»))\n", id="dict as keywords"),
        pytest.param("ok = []\nok.append(«200»)\nr.status_code in ok\n", id="appended"),
        pytest.param("a = [r.status_code]\na.append(«200»)\na[0]\n", id="appended to statuses"),
        pytest.param("a = [size, f(status_code=«404»)]\na.append(200)\na[0]\n", id="but not to others"),
        pytest.param("ok = set()\nok.add(«200»)\nok.discard(«404»)\nr.status_code in ok\n", id="added"),
        pytest.param(
            "ok = []\nok.insert(200, «200»)\nok.extend([«404»])\nr.status_code in ok\n", id="inserted"
        ),
    ],
)
def test_status_argument(text: str) -> None:
    _finds(text, "HTS102")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x.status_code = «404»\n", id="attribute"),
        pytest.param("x.status_code: int = «404»\n", id="annotated attribute"),
        pytest.param("x[0].y().status_code = n = «404»\n", id="attribute among several targets"),
        pytest.param("x.status_code, n = «404», 404\n", id="attribute in a tuple of targets"),
        pytest.param("x['status_code'] = «404»\nx['n'] = 404\n", id="item"),
        pytest.param("status_code = «404»\n", id="variable"),
        pytest.param("status_code: int = «404»\n", id="annotated variable"),
        pytest.param("(status_code, n), m = («404», 404), 404\n", id="nested targets"),
        pytest.param("n, *status_codes = 404, «404», 404\n", id="starred target"),
        pytest.param("status = «404» if y else «410»\n", id="conditional"),
        pytest.param("x = r.status_code or «500»\n", id="or"),
        pytest.param("x = {'status_code': «404», 'n': 404}\n", id="value of a key that speaks"),
        pytest.param("status_codes = [«404», «200»]\n", id="list"),
        pytest.param("x = [len(x), 404]\ny = [r.status_code, «404»]\n", id="beside a status in a list"),
        pytest.param("status_codes = {«404»: x, «200»: 404}\n", id="keys"),
        pytest.param("status_codes = [«404» for one in x]\n", id="comprehension"),
        pytest.param("for status_code in («404», «200»): ...\n", id="for over a tuple"),
        pytest.param("for n, status_code in ((404, «404»), (1, «200»)): ...\n", id="for over tuples"),
        pytest.param("async def f():\n    async for status_code in [«404»]: ...\n", id="async for"),
        pytest.param("[status_code for status_code in («404», «200»)]\n", id="comprehension over a tuple"),
        pytest.param("all(r.status_code == one for one in («404», «200»))\n", id="generator over a tuple"),
        pytest.param("def status_code():\n    return «404»\n", id="returned"),
        pytest.param(
            "def status_code(x):\n    if x:\n        return «404»\n    return «200»\n", id="returned twice"
        ),
        pytest.param("def f():\n    return r.status_code or «500»\n", id="returned after or"),
        pytest.param("class A:\n    status_code = «404»\n", id="class attribute"),
        pytest.param(
            "class A:\n    @property\n    def status_code(self):\n        return «404»\n", id="property"
        ),
        pytest.param("expected = «404»\nassert r.status_code == expected\n", id="bound once and compared"),
        pytest.param(
            "def f():\n    expected = «404»\n    assert r.status_code == expected\n", id="bound in a function"
        ),
        pytest.param("ok = («200», «201»)\nassert r.status_code in ok\n", id="collection that is searched"),
        pytest.param(
            "text = {«404»: 'a', «410»: 'b'}\nprint(text[r.status_code])\n", id="keys that are looked up"
        ),
        pytest.param("text = {«404»: 'a'}\nprint(text.get(r.status_code, 404))\n", id="keys of get"),
        pytest.param("{«404»: x, «410»: y}[r.status_code]\n", id="keys that are looked up at once"),
        pytest.param("{«404»: x, «410»: y}.get(r.status_code)\n", id="keys of get at once"),
        pytest.param("r.status_code == {'a': «404», 'b': 410}['a']\n", id="field that is looked up at once"),
        pytest.param("r.status_code == {x: «404»}[y]\n", id="value that is looked up at once"),
        pytest.param("r.status_code == {'a': «404», 'b': 410}.pop('a')\n", id="field of pop at once"),
        pytest.param("r.status_code == {x: «404»}.pop(y)\n", id="value of pop at once"),
        pytest.param("r.status_code == [«404», «410»][x]\n", id="element of a list at once"),
        pytest.param(
            "for k, v in {«404»: 410}.items(): print(r.status_code == k)\n", id="keys of items()"
        ),
        pytest.param(
            "for k, v in {x: «404»}.items(): print(r.status_code == v)\n", id="values of items()"
        ),
        pytest.param("for k in {«404»: 410}.keys(): print(r.status_code == k)\n", id="keys()"),
        pytest.param("for v in {x: «404», 410: «410»}.values(): print(r.status_code == v)\n", id="values()"),
        pytest.param(
            "async def f(): return «404»\nasync def g(): return r.status_code == await f()\n", id="awaited"
        ),
        pytest.param(
            "want = {'a': «404», 'b': «200»}\nr.status_code == want['a']\nr.status_code == want.get('b')\n",
            id="values that are looked up",
        ),
        pytest.param(
            "class A:\n    def f(self):\n        self.want = «404»\n        self.n = 404\n"
            "    def g(self):\n        assert r.status_code == self.want\n",
            id="attribute of self",
        ),
        pytest.param(
            "class A:\n    want = «404»\n    n = 404\n    def g(self):\n"
            "        return r.status_code == self.want\n",
            id="attribute of the class, used by self",
        ),
        pytest.param("if (want := «404») and r.status_code == want: ...\n", id="walrus that is compared"),
        pytest.param(
            "from flask import Flask\napp = Flask('x')\n@app.route('/')\ndef view():\n"
            "    return 'x', «404»\n",
            id="tuple returned by a view",
        ),
        pytest.param(
            "from flask import Flask\napp = Flask('x')\n@app.get('/')\nasync def view():\n"
            "    return {'n': 404}, «404» if x else «410», {'X': 404}\n",
            id="tuple with headers",
        ),
        pytest.param(
            "from flask import Flask\napp = Flask('x')\n@app.get('/')\ndef view():\n"
            "    answer = 'x', «404»\n    return answer\n",
            id="tuple returned by a name",
        ),
    ],
)
def test_status_value(text: str) -> None:
    _finds(text, "HTS103")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param('r.request.method == «"POST"»\n', "HTS201", id="equal"),
        pytest.param('«"POST"» != r.request.method\n', "HTS201", id="unequal, left side"),
        pytest.param('r.request.method in («"POST"», «"PUT"»)\n', "HTS201", id="in a tuple"),
        pytest.param('r.request.method.upper() == «"POST"»\n', "HTS201", id="upper"),
        pytest.param('match r.request.method:\n    case «"GET"» | «"HEAD"»: ...\n', "HTS201", id="match"),
        pytest.param(
            'match r.status_code, x.method:\n    case _, «"GET"»: ...\n', "HTS201", id="match of a tuple"
        ),
        pytest.param('requests.request(«"POST"», "/")\n', "HTS202", id="positional"),
        pytest.param('session.request(url="/", method=«"POST"»)\n', "HTS202", id="keyword"),
        pytest.param('def f(method=«"GET"», n="GET"): ...\n', "HTS202", id="default"),
        pytest.param('@handler(methods=[«"GET"», «"POST"»])\ndef f(): ...\n', "HTS202", id="decorator"),
        pytest.param('x.method = «"POST"»\n', "HTS203", id="attribute"),
        pytest.param(
            'for verb in («"GET"», «"PUT"»):\n    session.request(verb, "/")\n', "HTS203", id="loop"
        ),
        pytest.param('x = {"method": «"GET"», "name": "GET"}\n', "HTS203", id="key"),
        pytest.param('x = [«"GET"», «"POST"»]\n', "HTS203", id="several methods and nothing else"),
    ],
)
def test_methods(text: str, code: str) -> None:
    _finds(text, code)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "async def f(c):\n    r2 = await c.get('/')\n    assert (await c.x()).status == «404»\n",
            id="await",
        ),
        pytest.param("with session.get('/') as q:\n    assert q.status_code == «404»\n", id="with as"),
        pytest.param(
            "with session as s, s.get('/') as q:\n    q.status_code == «404»\n", id="with as, twice"
        ),
        pytest.param(
            "import aiohttp\nasync def f():\n    async with aiohttp.ClientSession() as s, s.get('/') as q:\n"
            "        assert q.status == «404»\n    return (await s.get('/')).status == «404»\n",
            id="async with",
        ),
    ],
)
def test_statements_that_bind(text: str) -> None:
    _finds(text, "HTS101")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("r.status_code + 200, 404 - r.status_code, r.status_code * 404\n", id="arithmetic"),
        pytest.param("r.status_code // 100 == 200, r.status_code % 100 == 404\n", id="result of arithmetic"),
        pytest.param(
            "-r.status_code == 404, abs(r.status_code) == 404\n", id="other number made of a status"
        ),
        pytest.param("f(status_code=404 + x), f(status_code=-404)\n", id="arithmetic as an argument"),
        pytest.param("r.status_code & 404, r.status_code | 404, r.status_code ^ 404\n", id="bit operations"),
        pytest.param("r.status_code << 404, r.status_code >> 200\n", id="shifts"),
        pytest.param("r.status_code < 404, r.status_code >= 400, 200 <= r.status_code < 300\n", id="bounds"),
        pytest.param("r.status_code in range(200, 300), range(404)\n", id="range"),
        pytest.param("max(404, r.status_code), min(r.status_code, 404)\n", id="greatest and least"),
        pytest.param("x[404], status[404], x[200:404], x[:404], x[404, 200]\n", id="subscripts"),
        pytest.param("f'{r.status_code == 404} {404} 404'\n", id="f-strings"),
        pytest.param('def f():\n    """r.status_code == 404, GET"""\n', id="docstring"),
        pytest.param('"GET"\n404\n', id="statements of literals"),
        pytest.param("def f(status_code: 404, x: 'GET') -> 404: ...\n", id="annotations"),
        pytest.param("status: 404\nx.method: 'GET'\n", id="annotations of variables"),
        pytest.param("status_code: Literal[404, 200]\nmethod: Literal['GET'] | None\n", id="Literal"),
        pytest.param("def f(method: typing.Literal['GET', 'PUT']): ...\n", id="Literal of typing"),
        pytest.param(
            "import enum\nclass S(enum.IntEnum):\n    NOT_FOUND = 404\n    status = 200\n", id="enum"
        ),
        pytest.param("len(x) == 404, r.text == 404, len(r.text) == 200\n", id="length"),
        pytest.param("session.get('/', timeout=200)\nrequests.get('GET', 'POST')\n", id="other parameters"),
        pytest.param("width == 200, size.width == 200\n", id="width"),
        pytest.param("width, height = 200, 404\nx.width = 200\nprice = 404\n", id="assigned to other names"),
        pytest.param("os.chmod(p, 0o640), os.mkdir(p, mode=0o640)\n", id="file modes"),
        pytest.param("r.status_code == 0x194\n", id="hexadecimal"),
        pytest.param("r.status_code == True\n", id="True"),
        pytest.param("r.request.method == b'GET'\n", id="bytes"),
        pytest.param("r.status_code == 'GET'\n", id="method for a status"),
        pytest.param("r.request.method == 404\n", id="number for a method"),
        pytest.param("r.request.method in 'GET', 'GET' in r.request.method\n", id="part of a text"),
        pytest.param("r.request.method.lower() == 'GET'\n", id="lower"),
        pytest.param("r.request.method.startswith('GET')\n", id="start of a text"),
        pytest.param("sys.exit(404)\nraise SystemExit(404)\n", id="exit"),
        pytest.param("process.exit_status == 200\nexit_code = 200\n", id="exit status"),
        pytest.param("x = 404 if r.status_code else 200\n", id="arms beside a test"),
        pytest.param("print(404, 'GET')\nlogging.info('x', 404)\n", id="printed"),
        pytest.param("f(status_code=lambda: 404, n=404)\n", id="lambda given for a status"),
        pytest.param("f(status_code=x[404])\nf(status_code=x(404))\n", id="index given for a status"),
        pytest.param("x.status_code += 200\n", id="augmented assignment"),
        pytest.param("assert r.ok, 404\nassert 404\n", id="message of an assert"),
        pytest.param(
            "match r:\n    case 404: ...\n    case [404, 'GET']: ...\n    case Unknown(404): ...\n",
            id="match of something else",
        ),
        pytest.param(
            "match x:\n    case {404: y, 'n': 'GET'}: ...\n    case {x.y: 404}: ...\n",
            id="match of a mapping",
        ),
        pytest.param("for x in (404, 200): print(x)\n", id="loop over numbers"),
        pytest.param("def f(n=404, *, m=200): return n\nf(404, m=404)\n", id="other parameters of one's own"),
        pytest.param("def f():\n    return 404, 'GET'\n", id="returned tuple of no view"),
        pytest.param("x = {'count': 404, 'name': 'GET', 404: 'x'}\n", id="keys that say nothing"),
        pytest.param("x = ['GET', 'x'], ('GET',), {'GET': 1, 'x': 2}\n", id="methods among other words"),
        pytest.param("for one in x:\n    yield_ = 404\n    del yield_\n", id="names that say nothing"),
    ],
)
@pytest.mark.filterwarnings("ignore::SyntaxWarning")
def test_silent(text: str) -> None:
    _silent(text)


def test_evidence_is_resolved_where_a_type_says_it_and_named_where_a_name_does() -> None:
    assert evidence(HEAD + "r.status_code == 404\n") == ["resolved"]
    assert evidence(HEAD + "unknown.status_code == 404\n") == ["named"]
    assert evidence(HEAD + "expected = 404\nr.status_code == expected\n") == ["resolved"]
    assert evidence(HEAD + "status = 404\n") == ["named"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("for status, n in [[«404», 404], [«200», 200]]: ...\n", id="for over lists"),
        pytest.param("[status, n] = [«404», 404]\n", id="list of targets"),
        pytest.param(
            "import pytest\n@pytest.mark.parametrize('path, status, n', [['/', «404», 404]])\n"
            "def test(path, status, n): ...\n",
            id="rows of parametrize as lists",
        ),
        pytest.param(
            "found = [one.status_code for one in x]\nassert found == [«200»]\n"
            "found = [(one.status_code, len(one.data)) for one in x]\nassert found == [(«200», 100)]\n",
            id="rows under the name of a list of statuses",
        ),
    ],
)
def test_places_in_a_list(text: str) -> None:
    assert seen(HEAD + text) == HEAD + text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("def f():\n    yield «404»\n    yield «200»\nr.status_code in f()\n", id="by its use"),
        pytest.param(
            "from http import HTTPStatus\nfrom typing import Iterator\ndef f() -> Iterator[HTTPStatus]:\n"
            "    yield «404»\n",
            id="by its annotation",
        ),
    ],
)
def test_yielded_values(text: str) -> None:
    assert seen(HEAD + text) == HEAD + text


def test_what_is_awaited_is_handed_on_by_what_gives_it_back(tmp_path: Path) -> None:
    stub = tmp_path / "lib.pyi"
    stub.write_text(
        '"""https://example.org"""\nfrom http import HTTPStatus\nfrom typing import Awaitable, TypeVar\n'
        'T = TypeVar("T")\nx: HTTPStatus\ndef later(given: T) -> Awaitable[T]: ...\n',
        encoding="utf-8",
    )
    text = "import lib\nasync def f(): return lib.x == await lib.later(«404»), lib.x == lib.later(410)\n"
    assert seen(text, stubs=(stub,)) == text
