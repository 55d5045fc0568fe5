"""Whether the constant may stand in the literal's place, and why not."""
from __future__ import annotations

import pytest

from tests.test_detect import findings, fixes, plain, seen

HEAD = "import requests\nr = requests.get('/')\n"


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
