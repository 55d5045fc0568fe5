"""Whether the constant may stand in the literal's place, and why not."""
from __future__ import annotations

import re
from pathlib import Path

import pytest

from flake8_http_status import safety, typed
from flake8_http_status.config import Options
from flake8_http_status.detect import Detector
from flake8_http_status.findings import Verdict
from tests.pages import ROOT
from tests.test_detect import findings, fixes, plain, seen

HEAD = "import requests\nr = requests.get('/')\n"


def test_the_page_lists_all_reasons() -> None:
    page = (ROOT / "docs" / "sinks.md").read_text(encoding="utf-8").partition("## Reasons")[2]
    rows = re.findall(r"^\| (.+?) \| (safe|unsafe|none) \| (yes|no) \|$", page, re.MULTILINE)
    told = [Verdict(fix, reason, plain == "yes") for reason, fix, plain in rows]
    ours = [one for module in (safety, typed) for one in vars(module).values() if isinstance(one, Verdict)]
    assert sorted(told, key=str) == sorted(ours, key=str)


def _verdicts(text: str) -> set[str]:
    assert seen(HEAD + text) == HEAD + text
    return set(fixes(HEAD + text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("r.status_code == «404»\n", id="compared"),
        pytest.param("f'{r.status_code}', r.status_code == «404»\n", id="the other side is written"),
        pytest.param("requests.request(«'GET'», '/')\n", id="given"),
        pytest.param("def f(status=«404»): ...\n", id="default"),
        pytest.param("a = «404»\nr.status_code == a\n", id="variable"),
        pytest.param(
            "a = «404»\nr.status_code == a\na is None, a is not None, a is True\n",
            id="compared with None by identity",
        ),
        pytest.param(
            "a = «404»\nr.status_code == a\na is not DEFAULT, a is x.NOT_GIVEN, a is x.unset, a is not ...\n",
            id="compared with what stands for nothing",
        ),
        pytest.param(
            "a = «404»\nr.status_code == a\nlog('%s', a), f(a), a < 500, a.x\n", id="given to others"
        ),
        pytest.param(
            "a = «404»\nr.status_code == a\n"
            "len('x' + y), 'x' % y, 'x'.format(y), repr(y), type(y), print(y)\n",
            id="other values are written",
        ),
        pytest.param("a = «404»\nr.status_code == a\ndef f(a): print(a)\n", id="another variable is written"),
        pytest.param(
            "def f():\n    a = «404»\n    r.status_code == a\nprint(a)\n", id="variable of a function"
        ),
        pytest.param("a = [«404», «200»]\nfor b in a: r.status_code == b\n", id="in a list"),
        pytest.param("x.status_code = «404»\nprint(x.status_code)\n", id="attribute of another object"),
        pytest.param(
            "class NotHere(Exception):\n    status_code = «404»\n", id="class that is named otherwise"
        ),
        pytest.param("class Get:\n    method = «'GET'»\n", id="class of one word"),
        pytest.param(
            "status_texts = [('x', «404»)]\nfor t, s in status_texts: r.status_code == s\n",
            id="table of texts",
        ),
        pytest.param(
            "for t, s in ((OTHER, «404»), (OK, «200»)): r.status_code == s\n", id="table of other names"
        ),
        pytest.param("x = {'status': «404», 'n': 404}\n", id="mapping"),
    ],
)
def test_safe(text: str) -> None:
    assert _verdicts(text) == {"safe"}


@pytest.mark.parametrize(
    "use",
    [
        pytest.param("f'{a}'", id="f-string"),
        pytest.param("f'{a!s:>5}'", id="f-string with a width"),
        pytest.param("f'{a!r}'", id="f-string with repr"),
        pytest.param("'%s' % a", id="percent"),
        pytest.param("'%s %s' % (a, x)", id="percent with others"),
        pytest.param("'{}'.format(a)", id="format"),
        pytest.param("'x' + a", id="sum with a text"),
        pytest.param("a + f'x'", id="sum with an f-string"),
        pytest.param("str(a)", id="str"),
        pytest.param("format(a, '>5')", id="format()"),
        pytest.param("print(a)", id="print"),
        pytest.param("repr(a)", id="repr"),
        pytest.param("ascii(a)", id="ascii"),
        pytest.param("type(a)", id="type"),
        pytest.param("a is x", id="identity"),
        pytest.param("x is not a", id="no identity"),
        pytest.param("a is DEFAULT_STATUS", id="identity with a constant"),
        pytest.param("a is default", id="identity with a default"),
    ],
)
@pytest.mark.parametrize(
    "bound",
    [
        pytest.param("a = «404»\nr.status_code == a\n{}\n", id="assigned"),
        pytest.param("a: int = «404»\nr.status_code == a\n{}\n", id="annotated"),
        pytest.param("for a in («404», «200»):\n    r.status_code == a\n    {}\n", id="loop"),
        pytest.param("[(r.status_code == a, {}) for a in [«404»]]\n", id="comprehension"),
        pytest.param("r.status_code == (a := «404»)\n{}\n", id="walrus"),
        pytest.param("a = «404» if x else «410»\nr.status_code == a\n{}\n", id="conditional"),
        pytest.param("a = x or «404»\nr.status_code == a\n{}\n", id="or"),
        pytest.param(
            "import pytest\n@pytest.mark.parametrize('a', [«404»])\ndef test(a):\n"
            "    r.status_code == a\n    {}\n",
            id="parametrize",
        ),
    ],
)
def test_unsafe_where_the_variable_is_also_written(bound: str, use: str) -> None:
    assert _verdicts(bound.format(use)) == {"unsafe"}


def test_unsafe_where_the_variable_is_added_to_several_texts() -> None:
    assert _verdicts("a = «404»\nr.status_code == a\n'x' + y + 'z' + a\n") == {"unsafe"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("requests.request(«'post'», '/')\n", id="lower case where any is taken"),
        pytest.param("repr(f(status=«404»))\n", id="in repr"),
        pytest.param("schema = {'enum': [«'GET'», «'PUT'»], 'x': y}\n", id="enum of a schema"),
        pytest.param("ascii({'status': «404»})\n", id="in ascii"),
        pytest.param(
            "class NotFound(Exception):\n    status_code = «404»\n", id="class called after the status"
        ),
        pytest.param(
            "class HTTPNotFoundError(Exception):\n    status_code: int = «404»\n",
            id="class with the status in its name",
        ),
        pytest.param("class GetView:\n    method = «'GET'»\n", id="class with the method in its name"),
        pytest.param(
            "for t, s in ((NOT_FOUND, «404»), (STATUS_OK, «200»)): r.status_code == s\n", id="table of names"
        ),
        pytest.param("for t, s in ((x.NOT_FOUND, «404»), ): r.status_code == s\n", id="table of attributes"),
        pytest.param(
            "from http import HTTPStatus\nfor t, s in ((HTTPStatus(404), «404»), ): r.status_code == s\n",
            id="table of members",
        ),
    ],
)
def test_unsafe(text: str) -> None:
    assert _verdicts(text) == {"unsafe"}


@pytest.mark.parametrize(
    ("use", "fix"),
    [
        pytest.param("'%d' % a", "safe", id="percent d"),
        pytest.param("'%% s' % a", "safe", id="percent as such"),
        pytest.param("'%(x)5.3s' % {'x': a}", "unsafe", id="percent by name"),
        pytest.param("def f(b): '%s %% {!r}' % b\nf(a)", "safe", id="percent s far away"),
        pytest.param("def f(b): '%s %r' % (x, b)\nf(a)", "unsafe", id="percent r far away"),
        pytest.param("def f(b): '{}'.format(b)\nf(a)", "safe", id="format far away"),
        pytest.param("def f(b): '{0!r:>{w}}'.format(b, w=3)\nf(a)", "unsafe", id="format with repr far away"),
        pytest.param("'no fields'.format(a)", "safe", id="template that takes nothing"),
        pytest.param("TEMPLATE % a", "unsafe", id="template in a variable"),
        pytest.param("TEMPLATE.format(a)", "unsafe", id="format of a variable"),
        pytest.param("f'{a:d}'", "safe", id="f-string as a number"),
        pytest.param("f'{a:{w}d}'", "safe", id="f-string as a number with a width"),
        pytest.param("print([a])", "unsafe", id="list"),
        pytest.param("f'{[a]}'", "unsafe", id="list in an f-string"),
        pytest.param("list(map(str, [a]))", "unsafe", id="str by map"),
        pytest.param("list(map(ascii, [a]))", "unsafe", id="ascii by map"),
        pytest.param("list(map(int, [a]))", "safe", id="int by map"),
        pytest.param("list(map(lambda b: b, [a]))", "safe", id="map of a lambda"),
        pytest.param("list(map(repr, a))", "safe", id="map over a number"),
        pytest.param("map(a=[a])", "safe", id="map that is no map"),
        pytest.param("import logging; logging.info('%s', a)", "safe", id="logger"),
        pytest.param("import logging; logging.info('%s', {'a': a})", "unsafe", id="collection to a logger"),
        pytest.param("self.log.warning('%s', a)", "safe", id="logger by name"),
        pytest.param("import yaml; yaml.safe_dump({'a': a})", "none", id="exact type"),
        pytest.param("import yaml; d = {}; d['a'] = a; yaml.safe_dump(d)", "none", id="exact type, later"),
        pytest.param("import yaml; repr(a); yaml.safe_dump(a)", "none", id="the gravest counts"),
        pytest.param("import yaml; yaml.safe_load(a)", "safe", id="other function"),
        pytest.param("import redis; redis.Redis().set('x', a)", "none", id="numbers alone"),
        pytest.param("import msgpack; msgpack.packb([a])", "safe", id="overload without a keyword"),
        pytest.param("import msgpack; msgpack.packb([a], strict_types=x)", "none", id="overload, keyword"),
        pytest.param("import msgpack; msgpack.packb(a, **x)", "none", id="overload, packed keywords"),
        pytest.param("from urllib.parse import urlencode; urlencode({'x': a})", "safe", id="mapping"),
        pytest.param("import orjson; orjson.dumps({'x': a})", "safe", id="a value where keys are exact"),
        pytest.param("def f(b): return str(b)\nf(a)", "safe", id="str in a function"),
        pytest.param("def f(b): return repr(b)\nf(a)", "unsafe", id="repr in a function"),
        pytest.param("def f(x, *b): print(b)\nf(1, a)", "unsafe", id="packed in a function"),
        pytest.param("def f(x, **b): print(b)\nf(1, b=a)", "unsafe", id="packed with its name in a function"),
        pytest.param(
            "def f(**b): g(1, **b)\ndef g(x, **c): '%r' % c\nf(b=a)", "unsafe", id="packed and handed on"
        ),
        pytest.param("def f(*b): g(1, *b)\ndef g(x, *c): print(c)\nf(a)", "unsafe", id="packed, handed on"),
        pytest.param("def f(**b): g(1, **b)\ndef g(x, b=1): b == 1\nf(b=a)", "safe", id="packed, unpacked"),
        pytest.param("def f(b): g(b)\ndef g(c): c is x\nf(a)", "unsafe", id="two functions deep"),
        pytest.param("def f(b): g(b)\ndef g(c): f(c)\nf(a)", "safe", id="two functions in a circle"),
        pytest.param("def f(): return a\nrepr(f())", "unsafe", id="given back"),
        pytest.param(
            "class C:\n    def __init__(self, s): self.s = s\n"
            "    def __repr__(self): return '%r' % self.s\nC(a)",
            "unsafe",
            id="kept by an object",
        ),
        pytest.param(
            "import dataclasses\n@dataclasses.dataclass\nclass C:\n    s: int\nC(a)", "unsafe", id="dataclass"
        ),
        pytest.param(
            "import dataclasses\n@dataclasses.dataclass(frozen=True)\nclass C:\n    s: int\nC(s=a)",
            "unsafe",
            id="dataclass with options",
        ),
        pytest.param(
            "from dataclasses import dataclass\n@dataclass\nclass C:\n    s: int\n"
            "    def __repr__(self): return 'C'\nC(a)",
            "safe",
            id="dataclass with a repr of its own",
        ),
        pytest.param(
            "from typing import NamedTuple\nclass C(NamedTuple):\n    s: int\nC(a)", "unsafe", id="NamedTuple"
        ),
        pytest.param(
            "from collections import namedtuple\nC = namedtuple('C', 's')\nC(a)", "unsafe", id="namedtuple"
        ),
        pytest.param("class C:\n    s: int\nC(a)", "safe", id="class without constructor"),
    ],
)
def test_what_a_place_does_with_the_value(use: str, fix: str) -> None:
    source = HEAD + f"a = «404»\nr.status_code == a\n{use}\n"
    assert seen(source) == source
    assert set(fixes(source)) == {fix}


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        pytest.param("import yaml\nyaml.dump({'status': «404»})\n", "none", id="exact type"),
        pytest.param("print({'status': «404»})\n", "unsafe", id="collection that is printed"),
        pytest.param("json.dumps({'status': «404»})\n", "safe", id="collection that is dumped"),
        pytest.param("print('%s' % {'status_code': «404»})\n", "unsafe", id="collection in a text"),
        pytest.param("x = {'status_code': «404»}\nf'{x}'\n", "unsafe", id="mapping that is written later"),
        pytest.param("x = dict(status_code=«404»)\nf'{x}'\n", "unsafe", id="mapping by keywords"),
        pytest.param("def f(status=«404»): print(status)\n", "unsafe", id="default"),
        pytest.param("def f(*, status=«404»): repr(status)\n", "unsafe", id="default of a keyword"),
    ],
)
def test_what_a_place_does_with_a_collection(text: str, fix: str) -> None:
    assert seen(text) == text
    assert set(fixes(text)) == {fix}


def test_what_a_key_says_holds_whatever_reads_the_mapping() -> None:
    text = (
        "def check(environ):\n    assert environ['REQUEST_METHOD'] == «'GET'»\n"
        "environ = {'REQUEST_METHOD': «'GET'»}\ncheck(environ)\n"
    )
    assert seen(text) == text
    assert fixes(text) == ["safe", "none"]


@pytest.mark.parametrize(
    ("use", "before", "since"),
    [
        pytest.param("import logging; logging.info('%s', a)", "none", "safe", id="logger"),
        pytest.param("log.info('%s', a)", "none", "safe", id="logger by its name"),
        pytest.param(
            "from string import Template; Template(x).substitute(status=a)", "none", "safe", id="by its name"
        ),
        pytest.param("str(a)", "none", "unsafe", id="str"),
        pytest.param("f'{a!s}'", "none", "unsafe", id="f-string"),
        pytest.param("def f(b): print(b)\nf(a)", "unsafe", "safe", id="function of the project"),
        pytest.param("str([a])", "unsafe", "unsafe", id="in a collection"),
        pytest.param(
            "from string import Template; Template(x).substitute(status_codes=[a])", "unsafe", "unsafe",
            id="in a collection, by its name",
        ),
    ],
)
def test_what_is_text_elsewhere_depends_on_the_target(use: str, before: str, since: str) -> None:
    source = HEAD + f"a = «404»\nr.status_code == a\n{use}\n"
    assert set(fixes(source, target=(3, 11))) == {since}
    assert set(fixes(source, target=(3, 10))) == {before}


def test_what_a_subclass_does_with_its_value_depends_on_the_target_for_the_class_above_too() -> None:
    text = (
        "def show(n: int) -> str: return f'{n}'\nclass A:\n    status_code = «500»\n"
        "class B(A):\n    status_code = «404»\n    def f(self) -> str: return show(self.status_code)\n"
    )
    assert seen(text) == text
    assert fixes(text, target=(3, 11)) == ["safe", "safe"]
    assert fixes(text, target=(3, 10)) == ["unsafe", "unsafe"]


WSGI = """
class Builder:
    def __init__(self, method: str = «'GET'»):
        {}

    def environ(self):
        return {{"REQUEST_METHOD": self.method}}
"""


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("self.method = method", id="alone"),
        pytest.param("self.method = method; print(method)", id="before it is written"),
        pytest.param("self.method = method; type(method)", id="before its type is asked"),
        pytest.param("type(method); self.method = method", id="after its type is asked"),
        pytest.param("repr(method); self.method = method", id="after its repr is taken"),
    ],
)
def test_the_gravest_of_all_places_wins_whatever_their_order(body: str) -> None:
    text = WSGI.format(body)
    assert seen(text) == text
    assert fixes(text) == ["none"]


@pytest.mark.parametrize(
    "chosen",
    [
        "write = yaml.dump if x else tomli_w.dumps\nwrite(",
        "write = tomli_w.dumps if x else yaml.dump\nwrite(",
        "library = yaml if x else tomli_w\nlibrary.dump(",
        "def f(library):\n    library == yaml; library == tomli_w\n    library.dump(",
    ],
)
def test_what_one_of_two_functions_does_counts(chosen: str) -> None:
    """The one says something of any value, the other of values in a mapping."""
    text = f"import tomli_w, yaml\n{chosen}{{'status': «404»}})\n"
    assert seen(text) == text
    assert fixes(text) == ["none"]


def test_a_word_may_be_said_of_numbers_alone() -> None:
    text = "import redis\nredis.Redis().hset('x', mapping={'status': «404», 'method': «'GET'»})\n"
    assert seen(text) == text
    assert fixes(text) == ["none", "safe"]


def test_what_is_said_of_any_value_holds_where_the_place_is_known_by_what_is_beside() -> None:
    text = "import redis\nredis.Redis().hset('x', 'status', «404»)\n"
    assert seen(text) == text
    assert fixes(text) == ["none"]


def test_the_ids_of_parametrized_tests_depend_on_the_target() -> None:
    source = "import pytest\n@pytest.mark.parametrize('status', [«404»])\ndef test(status): ...\n"
    assert fixes(source, target=(3, 11)) == ["safe"]
    assert fixes(source, target=(3, 10)) == ["unsafe"]


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        pytest.param("r.status_code == 404\n", "HTTPStatus.NOT_FOUND", id="compared"),
        pytest.param("a = 404\nr.status_code == a\nrepr(a)\n", "HTTPStatus.NOT_FOUND.value", id="repr"),
        pytest.param("import yaml\nyaml.dump({'status': 404})\n", "HTTPStatus.NOT_FOUND.value", id="exact"),
        pytest.param("a = 404\nr.status_code == a\na is x\n", "HTTPStatus.NOT_FOUND", id="identity"),
    ],
)
def test_value(text: str, needed: str) -> None:
    def replaced(value: str) -> list[str]:
        return [finding.replacement for finding in findings(HEAD + text, value=value)]

    assert replaced("never") == ["HTTPStatus.NOT_FOUND"]
    assert replaced("needed") == [needed]
    always = "HTTPStatus.NOT_FOUND" + (".value" if "is x" not in text else "")
    assert replaced("always") == [always]


def test_the_plain_value_is_safe() -> None:
    assert fixes("import yaml\nyaml.dump({'status': 404})\n", value="needed") == ["safe"]


def test_what_is_compared_cannot_be_written() -> None:
    """A comparison keeps nothing, whatever its sink does with the value otherwise."""
    text = "from flask import request\nrequest.environ['REQUEST_METHOD'] == «'GET'»\n"
    assert seen(text) == text
    assert fixes(text) == ["safe"]


def test_a_reason_is_given() -> None:
    reasons = {
        finding.verdict.reason
        for finding in findings(plain(HEAD + "a = «404»\nr.status_code == a\nrepr(a)\n"))
    }
    assert reasons == {"the repr is shown here"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('f\'{requests.request("GET", "/")!r}\'\n', id="f-string"),
        pytest.param("x = {'enum': 404, 'status': {'enum': [404]}}\n", id="enum of a schema"),
    ],
)
def test_not_reported_at_all(text: str) -> None:
    assert _verdicts(text) == set()


FIELDS = [
    ("from dataclasses import dataclass\n@dataclass\nclass C:\n    status_code: int = «404»\n", "unsafe"),
    ("import pydantic\nclass C(pydantic.BaseModel):\n    status_codes: list = [«404», «200»]\n", "unsafe"),
    (
        ("from dataclasses import dataclass\nfrom typing import ClassVar\n@dataclass\nclass C:\n"
        "    status_code: ClassVar[int] = «404»\n    size: int = 0\n"),
        "safe",
    ),
    (
        ("from dataclasses import dataclass\n@dataclass(repr=False)\nclass C:\n    status_code: int = «404»\n"
        "    def __repr__(self): return 'C'\n"),
        "safe",
    ),
    ("class C:\n    status_code: int = «404»\n", "safe"),
    ("from typing import NamedTuple\nclass C(NamedTuple):\n    status_code: int = «404»\n", "unsafe"),
    ("from pydantic import BaseModel\nclass C(BaseModel):\n    status_code: int = «404»\n", "unsafe"),
    (
        "from pydantic import BaseModel\nclass C(BaseModel):\n    status_code: int\nC(status_code=«404»)\n",
        "safe",
    ),
    ("import attrs\n@attrs.define()\nclass C:\n    status_code: int = «404»\n", "unsafe"),
]


@pytest.mark.parametrize(("text", "fix"), FIELDS)
def test_a_default_is_shown_where_the_objects_repr_shows_its_fields(text: str, fix: str) -> None:
    assert seen(text) == text
    assert set(fixes(text)) == {fix}


@pytest.mark.parametrize(
    ("use", "fix"),
    [
        ("import inspect; print(inspect.signature(f))", "unsafe"),
        ("from inspect import signature; s = signature(obj=f)", "unsafe"),
        ("import inspect; print(inspect.signature(g))", "safe"),
        ("import inspect; print(inspect.isfunction(f))", "safe"),
        ("print(f)", "safe"),
    ],
)
def test_the_default_of_a_function_whose_signature_is_shown(use: str, fix: str) -> None:
    text = f"def f(status_code=«404»): ...\ndef g(status_code): ...\n{use}\n"
    assert seen(text) == text
    assert fixes(text) == [fix]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("import inspect\ndef f(): return {'status': «404»}\nsend(inspect.getsource(f))\n", ["unsafe"]),
        ("import inspect\ndef f(): return {'status': «404»}\nsend(inspect.getsource(g))\n", ["safe"]),
        (
            ("from inspect import getsource\ndef f():\n    def g(): return {'status': «404»}\n"
            "    send(getsource(g))\n    return {'status': «404»}\n"),
            ["unsafe", "safe"],
        ),
        ("@run_in_pyodide\ndef f(s): return {'status': «404»}\n", ["unsafe"]),
        ("@run_in_pyodide(packages=[])\ndef f(s): return {'status': «404»}\n", ["unsafe"]),
        ("@fixture\ndef f(s): return {'status': «404»}\n", ["safe"]),
    ],
)
def test_a_function_whose_source_is_run_elsewhere(text: str, verdicts: list[str]) -> None:
    assert seen(text) == text
    assert fixes(text) == verdicts


@pytest.mark.parametrize(
    ("helper", "call", "fix"),
    [
        ("import inspect\ndef remote(f): send(inspect.getsource(f))\n", "remote(job)", "unsafe"),
        ("import execnet\ndef remote(f, g): g.remote_exec(f)\n", "remote(g=way, f=job)", "safe"),
        (
            "import execnet\ndef remote(f):\n    execnet.makegateway().remote_exec(f)\n",
            "remote(f=job)",
            "unsafe",
        ),
        ("def remote(f): return executor.submit(f)\n", "remote(job)", "safe"),
    ],
)
def test_a_function_that_another_module_runs_elsewhere(
    tmp_path: Path, helper: str, call: str, fix: str
) -> None:
    (tmp_path / "helper.py").write_text(helper, encoding="utf-8")
    source = f"from helper import remote\ndef job(): return {{'status': 404}}\n{call}\n"
    detector = Detector.of_project((), [tmp_path], lambda: [tmp_path / "helper.py"])
    (found,) = detector.find(source, Options(target=(3, 11)), path=tmp_path / "main.py")
    assert found.verdict.fix == fix


def test_what_a_library_does_in_all_modules_that_import_it() -> None:
    text = (
        "import http.client\nimport vcr\nc = http.client.HTTPConnection('h')\nc.request(«'GET'», '/')\n"
        "assert c.getresponse().status == «200»\nassert request.method == «'GET'»\n"
    )
    assert seen(text) == text
    assert fixes(text) == ["none", "safe", "safe"]
    assert fixes(text.replace("import vcr", "import vcs")) == ["safe", "safe", "safe"]


@pytest.mark.parametrize(
    "use",
    [
        pytest.param("print([b for b in [a]])", id="list"),
        pytest.param("print({b: 1 for b in [a]})", id="mapping"),
        pytest.param("print(sorted(b for b in [a]))", id="generator"),
    ],
)
def test_what_a_comprehension_collects_is_followed(use: str) -> None:
    source = HEAD + f"a = «404»\nr.status_code == a\n{use}\n"
    assert seen(source) == source
    assert set(fixes(source)) == {"unsafe"}


@pytest.mark.parametrize(
    ("shown", "fix"),
    [
        ("\"'status': 404\"", "unsafe"),
        ("\"\"\"\n>>> f()\n{'status': 404}\n\"\"\"", "unsafe"),
        ("\"'status': 410\"", "safe"),
        ("\"'code': 404\"", "safe"),
        ("'\"status\": 404'", "safe"),
    ],
)
def test_a_mapping_that_a_text_of_the_module_shows(shown: str, fix: str) -> None:
    text = f"{shown}\nanswer = {{'status': «404»}}\n"
    assert seen(text) == text
    assert fixes(text) == [fix]


@pytest.mark.parametrize(
    ("body", "fix"),
    [
        pytest.param("super().__init__(status, message)", "unsafe", id="several arguments"),
        pytest.param("super().__init__(message); self.status = status", "safe", id="kept"),
        pytest.param("super().__init__(status)", "safe", id="one argument"),
        pytest.param(
            "super().__init__(status, message)\n    def __str__(self): return 'x'", "safe", id="own text"
        ),
        pytest.param("super().__init__(f'{message} {status:d}')", "safe", id="written as a number"),
    ],
)
def test_what_an_exception_is_given(body: str, fix: str) -> None:
    text = (
        f"class ApiError(Exception):\n    def __init__(self, status, message):\n        {body}\n"
        "raise ApiError(«404», 'x')\n"
    )
    assert seen(text) == text
    assert fixes(text) == [fix]


def test_the_text_of_an_exceptions_one_argument_is_a_name_before_python_3_11() -> None:
    text = (
        "class ApiError(Exception):\n    def __init__(self, status):\n        super().__init__(status)\n"
        "raise ApiError(status=404)\n"
    )
    assert fixes(text, target=(3, 10)) == ["unsafe"]
    assert fixes(text, target=(3, 11)) == ["safe"]


def test_the_status_of_an_asgi_message_stands_in_a_servers_log() -> None:
    text = (
        "async def app(scope, receive, send):\n"
        "    await send({'type': 'http.response.start', 'status': 404, 'headers': []})\n"
    )
    assert fixes(text, target=(3, 10)) == ["unsafe"]
    assert fixes(text, target=(3, 11)) == ["safe"]


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        pytest.param(
            "class A(Exception):\n    status_code = «500»\n"
            "    def __str__(self): return repr(self.status_code)\n"
            "class B(A):\n    status_code = «404»\n",
            "unsafe unsafe",
            id="a base shows it",
        ),
        pytest.param(
            "class A:\n    status_code = «404»\n"
            "class B(A):\n    def show(self): return f'{self.status_code!r}'\n",
            "unsafe",
            id="what inherits from the class shows it",
        ),
        pytest.param(
            "class A:\n    def show(self): return repr(self.status_code)\n"
            "class B(A):\n    def __init__(self): self.status_code = «404»\n",
            "unsafe",
            id="a base shows what a method assigns",
        ),
        pytest.param(
            "class A(Exception):\n    status_code = «404»\n"
            "try: f()\nexcept A as error: repr(error.status_code)\n",
            "unsafe",
            id="read from an object",
        ),
        pytest.param(
            "class A:\n    status_code = «404»\ndef f(): return repr(A.status_code)\n",
            "unsafe",
            id="read from the class",
        ),
        pytest.param(
            "class A(Exception):\n    def __str__(self): return str(self.status_code)\n"
            "class B(A):\n    status_code = «404»\n",
            "safe",
            id="a base writes it as text",
        ),
        pytest.param(
            "class A:\n    def show(self): return repr(self.status_code)\n"
            "class B:\n    status_code = «404»\n",
            "safe",
            id="another class shows its own",
        ),
        pytest.param(
            "class A:\n    def show(self): return repr(self.method)\nclass B(A):\n    status_code = «404»\n",
            "safe",
            id="a base shows another attribute",
        ),
    ],
)
def test_the_attribute_of_a_family_of_classes(text: str, fix: str) -> None:
    assert seen(text) == text
    assert fixes(text) == fix.split()


def test_a_base_in_another_module_shows_it(tmp_path: Path) -> None:
    (tmp_path / "base.py").write_text(
        "class Fault(Exception):\n    def __repr__(self): return f'<{self.status_code!r}>'\n"
    )
    classes = "class Missing(Fault):\n    status_code = 404\nclass Other:\n    status_code = 404\n"
    text = "from base import Fault\n" + classes
    detector = Detector.of_project((), [tmp_path], lambda: [tmp_path / "base.py"])
    found = detector.find(text, Options(target=(3, 11)), path=tmp_path / "user.py")
    assert [one.verdict.fix for one in found] == ["unsafe", "safe"]


def test_all_of_a_tuple_in_a_field_is_judged_alike() -> None:
    text = (
        "from dataclasses import dataclass\n@dataclass\nclass Retry:\n"
        "    total: int = 3\n    status_codes: tuple = («404», «200», «503»)\n"
    )
    assert seen(text) == text
    assert fixes(text) == ["unsafe"] * 3


TAKEN_OUT = [
    pytest.param("a = {'status': «404»}\n{}(a['status'])\n", id="key"),
    pytest.param("a = {'status': «404»}\nb = a['status']\n{}(b)\n", id="key, kept in a variable"),
    pytest.param("a = {'status': «404»}\n{}(a.get('status'))\n", id="get"),
    pytest.param("a = {'status': «404»}\n{}(a.pop('status', None))\n", id="pop"),
    pytest.param("a = {'status': «404»}\n{}(a[key])\n", id="any key"),
    pytest.param("a = {}\na['status'] = «404»\n{}(a['status'])\n", id="put in later"),
    pytest.param("a = dict(status=«404»)\n{}(a['status'])\n", id="mapping by keywords"),
    pytest.param("a = {}\na.update(status=«404»)\n{}(a['status'])\n", id="update by keyword"),
    pytest.param("a = {}\na.update({'status': «404»})\n{}(a['status'])\n", id="update by mapping"),
    pytest.param("a = {}\na |= {'status': «404»}\n{}(a['status'])\n", id="joined in place"),
    pytest.param("a = b | {'status': «404»}\n{}(a['status'])\n", id="joined"),
    pytest.param("a = {}\na.setdefault('status', «404»)\n{}(a['status'])\n", id="setdefault"),
    pytest.param("a = {}\na.setdefault('x', {})['status'] = «404»\n{}(a['x']['status'])\n", id="made there"),
    pytest.param("a = {'x': {'status': «404»}}\n{}(a['x']['status'])\n", id="two keys"),
    pytest.param("a = {'x': {'status': «404»}}\nb = a['x']\n{}(b['status'])\n", id="two keys, apart"),
    pytest.param("a = {**b, **{'status': «404»}}\n{}(a['status'])\n", id="unpacked into another"),
    pytest.param("a = {'status': «404»}\nb = {**a, 'x': 1}\n{}(b['status'])\n", id="unpacked"),
    pytest.param("a = {'status': «404»}\nb = a.copy()\n{}(b['status'])\n", id="copied"),
    pytest.param("(a := {'status': «404»})['x']\n{}(a['status'])\n", id="named on the way"),
    pytest.param("a = {'status': «404»}\nfor v in a.values(): {}(v)\n", id="values"),
    pytest.param("a = {'status': «404»}\nfor k, v in a.items(): {}(v)\n", id="items"),
    pytest.param("a = {'x': {'status': «404»}}\nfor k, v in a.items(): {}(v['status'])\n", id="items, key"),
    pytest.param("a = [{'status': «404»}]\nfor b in a: {}(b['status'])\n", id="loop"),
    pytest.param("a = [{'status': «404»}]\nfor n, b in enumerate(a): {}(b['status'])\n", id="counted loop"),
    pytest.param("a = [{'status': «404»}]\nfor x, b in zip(y, a): {}(b['status'])\n", id="two loops in one"),
    pytest.param("a = [{'status': «404»}]\n{}(a[0]['status'])\n", id="place and key"),
    pytest.param("a = [{'status': «404»}]\n[{}(b['status']) for b in a]\n", id="comprehension"),
    pytest.param("a = [{'status': «404»}]\n{}(next(iter(a))['status'])\n", id="first"),
    pytest.param("a = []\na.append({'status': «404»})\n{}(a[-1]['status'])\n", id="added, last"),
    pytest.param("a = [{'status': «404»}] * 2\n{}(a[1]['status'])\n", id="repeated"),
    pytest.param("def f(p): {}(p['status'])\nf({'status': «404»})\n", id="given to a function"),
    pytest.param("def f(p): g(p)\ndef g(q): {}(q['status'])\nf({'status': «404»})\n", id="handed on"),
    pytest.param("def f(**p): {}(p['status'])\nf(status=«404»)\n", id="packed"),
    pytest.param("def f(status): {}(status)\na = {'status': «404»}\nf(**a)\n", id="unpacked for a function"),
    pytest.param("def f(): return {'status': «404»}\n{}(f()['status'])\n", id="given back"),
    pytest.param("def f(): yield {'status': «404»}\nfor a in f(): {}(a['status'])\n", id="yielded"),
    pytest.param(
        "class A:\n    row = {'status': «404»}\n    def f(self): {}(self.row['status'])\n",
        id="class attribute",
    ),
    pytest.param(
        "class A:\n    def __init__(self): self.row = {'status': «404»}\n"
        "    def f(self): {}(self.row['status'])\n",
        id="attribute",
    ),
    pytest.param(
        "class A:\n    def __init__(self):\n        self.row = {}\n        self.row['status'] = «404»\n"
        "    def f(self): {}(self.row.get('status'))\n",
        id="put into an attribute",
    ),
    pytest.param(
        "class A:\n    row = {'status': «404»}\nclass B(A):\n    def f(self): {}(self.row['status'])\n",
        id="family",
    ),
    pytest.param(
        "import pytest\n@pytest.mark.parametrize('n, a', [(1, {'status': «404»})])\n"
        "def test(n, a): {}(a['status'])\n",
        id="parametrize",
    ),
]


@pytest.mark.parametrize("call", ["repr", "type", "is_it"])
@pytest.mark.parametrize("text", TAKEN_OUT)
def test_what_is_taken_out_again_is_followed(text: str, call: str) -> None:
    text = text.replace("{}(", f"{call}(")
    assert seen(text) == text
    assert fixes(text) == ["safe" if call == "is_it" else "unsafe"]


@pytest.mark.parametrize(
    "use",
    [
        pytest.param("f\"{a['status']!r}\"", id="f-string"),
        pytest.param("'%r' % a['status']", id="percent"),
        pytest.param("a['status'] is x", id="identity"),
        pytest.param("type(a['status']) is int", id="type"),
        pytest.param("print(a)", id="the whole"),
    ],
)
def test_what_is_done_with_what_is_taken_out(use: str) -> None:
    text = f"a = {{'status': «404», 'n': 1}}\n{use}\n"
    assert seen(text) == text
    assert fixes(text) == ["unsafe"]
    assert fixes(text.replace("a['status']", "a['n']")) == ["unsafe" if use == "print(a)" else "safe"]


def test_what_is_taken_out_for_an_exact_type() -> None:
    text = (
        "import yaml\nclass A:\n    def __init__(self): self.row = {'status': «404»}\n"
        "    def f(self): yaml.dump(self.row['status'])\n"
    )
    assert seen(text) == text
    assert fixes(text) == ["none"]


@pytest.mark.parametrize(
    "use",
    [
        pytest.param("r.status_code == a['status']", id="compared"),
        pytest.param("a['status'] < 500, f(a['status']), a.get('status', None)", id="given to others"),
        pytest.param("repr(a['x'])", id="another key"),
        pytest.param("repr(a['x']['status'])", id="the key in another mapping"),
        pytest.param("repr(a.get('x')), repr(a.pop('x')), type(a.setdefault('x', 1))", id="other methods"),
        pytest.param("for k in a: repr(k)", id="keys"),
        pytest.param("for k, v in a.items(): repr(k)", id="keys of items()"),
        pytest.param("repr(a.keys()), repr(list(a)), repr(len(a))", id="only keys"),
        pytest.param("def f(p): repr(p['x'])\nf(a)", id="another key in a function"),
        pytest.param("def f(p, **q): repr(q)\nf(p=a['status'], x=a['x'])", id="another parameter"),
        pytest.param("def f(x, status): repr(x)\nf(**a)", id="another parameter of several"),
        pytest.param("def f(*p): repr(p[0])\nf(1, a['status'])", id="another place"),
        pytest.param("b, c = a['x'], a['status']\nrepr(b)", id="another of two"),
        pytest.param("for b, c in [(a['x'], a['status'])]: repr(b)", id="another in a pair"),
    ],
)
def test_another_part_may_be_shown(use: str) -> None:
    text = f"{HEAD}a = {{'status': «404», 'x': y}}\n{use}\n"
    assert seen(text) == text
    assert fixes(text) == ["safe"]


def test_a_default_that_a_mapping_gives_is_followed() -> None:
    text = "x = d.get('status', «404»)\nrepr(x)\n"
    assert seen(text) == text
    assert fixes(text) == ["unsafe"]


def test_a_mapping_in_itself_comes_to_an_end() -> None:
    text = "a = {'status': «404»}\nfor b in c: a = {'x': a}; a['x'] = a\nrepr(a['x']['x']['status'])\n"
    assert seen(text) == text
    assert fixes(text) == ["unsafe"]


@pytest.mark.parametrize(
    "use",
    [
        pytest.param("print(a['status'])", id="print"),
        pytest.param("'x' + a['status']", id="sum with a text"),
        pytest.param("'%(x)s' % {'x': a['status']}", id="template"),
        pytest.param("for k, v in a.items(): str(v)", id="items"),
        pytest.param("def f(p): print(p['status'])\nf(a)", id="function"),
        pytest.param("import logging\nlogging.info('%(x)s', {'x': a['status']})", id="logger"),
    ],
)
def test_the_text_of_what_is_taken_out_is_a_name_before_python_3_11(use: str) -> None:
    text = f"a = {{'status': 404}}\n{use}\n"
    assert fixes(text, target=(3, 10)) == ["unsafe"]
    assert fixes(text, target=(3, 11)) == ["safe"]


@pytest.mark.parametrize(("letter", "fix"), [("s", "safe"), ("d", "safe"), ("r", "unsafe")])
def test_a_logger_takes_values_out_by_name(letter: str, fix: str) -> None:
    text = f"import logging\nstatus_code = «404»\nlogging.info('%(x){letter}', {{'x': status_code}})\n"
    assert seen(text) == text
    assert fixes(text) == [fix]


SINKS = [
    pytest.param("{'status': «404»}", "http.cookies.SimpleCookie(a)", id="cookies, from the start"),
    pytest.param("{'status': «404»}", "http.cookies.SimpleCookie().load(a)", id="cookies, later"),
    pytest.param("{'status': «404»}", "b = http.cookies.SimpleCookie()\nb['x'] = a['status']", id="a cookie"),
    pytest.param("{'status': «404»}", "b = configparser.ConfigParser()\nb['x'] = a", id="a section"),
]


@pytest.mark.parametrize(("value", "use"), SINKS)
def test_what_an_object_is_given_by_its_key(value: str, use: str) -> None:
    text = f"import configparser, http.cookies\na = {value}\n{use}\n"
    assert seen(text) == text
    assert fixes(text, target=(3, 10)) == ["unsafe"]
    assert fixes(text, target=(3, 11)) == ["safe"]
    other = text.replace("'status': «404»", "'status': «404», 'x': 1").replace("a['status']", "a['x']")
    assert fixes(other.replace("(a)", "(b)").replace("= a\n", "= b\n"), target=(3, 10)) == ["safe"]


@pytest.mark.parametrize(
    ("use", "fix"),
    [
        pytest.param("log.info('x', **a)", "unsafe", id="shown by a logger's keywords"),
        pytest.param("log.info('x', **a['x'])", "safe", id="another part"),
        pytest.param("log.bind('x')", "safe", id="not given"),
    ],
)
def test_what_is_unpacked_for_a_library(use: str, fix: str) -> None:
    text = f"import structlog\nlog = structlog.get_logger()\na = {{'status': «404», 'x': y}}\n{use}\n"
    assert seen(text) == text
    assert fixes(text) == [fix]


@pytest.mark.parametrize(
    ("use", "fix"),
    [
        pytest.param("'%(status)r' % a", "unsafe", id="its repr"),
        pytest.param("'%(status)d' % a", "safe", id="its number"),
        pytest.param("'%(status)d %(x)r' % a", "safe", id="the repr of another"),
        pytest.param("'%(x)s' % a", "safe", id="not taken"),
        pytest.param("'%(x)s' % {'x': a}", "unsafe", id="the whole, under a name"),
        pytest.param("'%s' % a", "unsafe", id="the whole"),
        pytest.param("'%s %r' % (x, a)", "unsafe", id="the whole, with others"),
        pytest.param("import logging; logging.info('%(status)d', a)", "safe", id="a logger's number"),
        pytest.param("import logging; logging.info('%(status)r', a)", "unsafe", id="a logger's repr"),
        pytest.param("import logging; logging.info('%(x)r', a)", "safe", id="another for a logger"),
        pytest.param("import logging; logging.info('%s', a)", "unsafe", id="the whole for a logger"),
    ],
)
def test_what_a_template_takes_out_by_name(use: str, fix: str) -> None:
    text = f"a = {{'status': «404», 'x': y}}\n{use}\n"
    assert seen(text) == text
    assert fixes(text) == [fix]


def test_a_default_is_kept_under_its_key_by_setdefault_alone() -> None:
    text = "x.method = environ.{}('REQUEST_METHOD', «'GET'»)\n"
    assert fixes(text.format("get")) == fixes(text.format("pop")) == ["safe"]
    assert fixes(text.format("setdefault")) == ["none"]


def test_what_is_left_of_a_set_is_followed() -> None:
    text = "import requests\ncodes = {}\nprint(codes)\nrequests.get(url).status_code in codes\n"
    for left in ("{«404»} - x", "set([«404»]) - x", "{«404»} & x", "x & {«404»}", "{«404»} | x"):
        assert fixes(text.format(left)) == ["unsafe"], left
    assert fixes(text.format("x - {«404»}")) == ["safe"]


@pytest.mark.parametrize(
    ("body", "fix"),
    [
        ("if isinstance(m, str): return m.encode()\n    raise TypeError(type(m).__name__)", "safe"),
        ("if isinstance(m, (bytes, str)):\n        return m\n    seen = type(m)", "safe"),
        ("if x: pass\n    elif isinstance(m, str): return m\n    type(m)", "unsafe"),
        ("if isinstance(m, str): return m\n    for x in y:\n        with z: type(m)", "safe"),
        ("if isinstance(m, bytes): return 1\n    elif isinstance(m, str): return 2\n    type(m)", "safe"),
        ("if isinstance(m, str): n = m\n    else: n = type(m)", "safe"),
        ("if isinstance(m, str): n = m\n    seen = type(m)", "unsafe"),
        ("if isinstance(m, bytes): return m\n    seen = type(m)", "unsafe"),
        ("if isinstance(n, str): return n\n    seen = type(m)", "unsafe"),
        ("seen = type(m)\n    if isinstance(m, str): return m", "unsafe"),
        ("if isinstance(m, str): seen = type(m)", "unsafe"),
        ("if isinstance(m.x, str): return m\n    seen = type(m)", "unsafe"),
        ("try:\n        if isinstance(m, str): return m\n    finally: seen = type(m)", "unsafe"),
    ],
)
def test_a_type_that_is_asked_where_the_value_does_not_come(body: str, fix: str) -> None:
    text = f"import requests\ndef f(m, n=0):\n    {body}\n"
    text += "def g(m):\n    f(m)\n    requests.request(m, '/')\ng('GET')\n"
    assert fixes(text) == [fix]
