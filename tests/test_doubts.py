"""What stands against a name that speaks of a status."""
from __future__ import annotations

import pytest

from tests.test_detect import seen

HEAD = "import pytest, requests\nanswer = requests.get('/').json()\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("if code in (-32602, 203, 401): pass\n", id="negative number beside it"),
        pytest.param("codes = [404, -9]\n", id="negative number in a list"),
        pytest.param("error_codes = {-32602: 'a', 401: 'b'}\nerror_codes[code]\n", id="negative key"),
        pytest.param("def f(code):\n    if code == 0: pass\n    elif code == 301: pass\n", id="zero"),
        pytest.param(
            "def f():\n    if 0 != answer['code']: return answer['code'] in (301, 404)\n", id="zero in a key"
        ),
        pytest.param("def f(code):\n    if code == 1: pass\n    elif code == 301: pass\n", id="one"),
        pytest.param("def f(code): return code in (235, 250) or code == 421\n", id="others, like statuses"),
        pytest.param("x = {'error': {'code': 302}}\ny['error'] == {'code': 201}\n", id="redirect in error"),
        pytest.param("answer['error']['code'] == 303\n", id="redirect of an error"),
        pytest.param(
            "def f(): return answer['e']['code'] in (905, 403)\ndef g(): y.get('e')['code'] == 404\n",
            id="others elsewhere under the same keys",
        ),
        pytest.param("class SMTPCodes:\n    BUSY = StatusCode(503, b'Busy')\n", id="another class"),
        pytest.param("x = {'import_status': 100}\nf(status=100)\nstatus = 100\n", id="percentage"),
        pytest.param("class A(Lost):\n    http_code = x\n    app_code = 201\n", id="code beside the status"),
        pytest.param("x = {'http_status': y, 'code': 403}\n", id="code beside another"),
        pytest.param("f(status_code=y, code=404)\n", id="code beside a status that is given"),
        pytest.param("STATUS = {0: 'off', 100: 'idle', 200: 'hot'}\nSTATUS[x.status]\n", id="own state"),
        pytest.param("def f(code): return code == 299 or code == 404\n", id="one that no registry has"),
        pytest.param("def f(status=100): ...\ncodes = [100, 203, 300]\n", id="small ones"),
        pytest.param("MAP = {100: 'a', 200: 'b', 300: 'c'}\nMAP[x.status]\n", id="by hundreds"),
        pytest.param("def f(e):\n    if e['code'] == 102: e['code'][0]\n", id="looked into"),
        pytest.param("self.status == 100, device['status'] in (101, 102)\n", id="small state"),
        pytest.param("answer['code'] == 102\ndef f(code): code in (102, 103)\n", id="small code"),
        pytest.param("error_codes = {105: 'a', 401: 'b'}\nerror_codes[code]\n", id="key of its own"),
        pytest.param("x = {'error_code': 200, 'error_string': 'no'}\n", id="success as an error"),
        pytest.param("if smtp_code == 421: pass\n", id="another protocol"),
        pytest.param("nntp_code = x.status_code\nnntp_code in (411, 423)\n", id="another protocol, several"),
        pytest.param(
            "with pytest.raises(SystemExit) as caught: main()\nassert caught.value.code == 101\n", id="raises"
        ),
        pytest.param(
            "with self.assertRaises(SystemExit) as caught: main()\n"
            "self.assertEqual(caught.exception.code, 200)\n",
            id="assertRaises",
        ),
        pytest.param("try: f()\nexcept (SystemExit, KeyError) as e: e.code == 101\n", id="except"),
        pytest.param("Order.objects.create(code=404, status=200)\n", id="row of a database"),
        pytest.param("Order.objects.filter(x).get(code=404)\n", id="query"),
        pytest.param("OrderFactory(status=500)\n", id="factory"),
        pytest.param("session.query(Order).filter_by(status=200)\n", id="another query"),
        pytest.param("log.debug(format='x', code=404)\n", id="entry of a log"),
        pytest.param("set_status(zone, 'SUCCESS', 404)\nx.set_status('LOST', 404)\n", id="behind the status"),
        pytest.param(
            "x = {440: 'Login', 451: 'Redirect', 509: 'Wide'}\nx[requests.get('/').status_code]\n",
            id="table of unknown codes",
        ),
        pytest.param(
            "from starlette.websockets import WebSocketDisconnect\n"
            "with pytest.raises(WebSocketDisconnect) as caught: main()\ncaught.value.code == 403\n",
            id="code that closes a socket",
        ),
        pytest.param("if answer.status in (421, 450, 452): ...\n", id="replies to mail"),
        pytest.param(
            "x = [(421, 'a'), (450, 'b'), (454, 'c')]\nfor status, text in x: ...\n", id="table for mail"
        ),
        pytest.param("assertStatusTable(100, 200, 404, 500)\n", id="all numbers of a table"),
    ],
)  # fmt: skip
def test_what_another_number_speaks_against(text: str) -> None:
    assert "«" not in seen(HEAD + text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("if code in (-1, «404»): pass\n", id="none at all"),
        pytest.param("if answer.status_code in (599, «404»): pass\nr = f(-5)\n", id="number that is none"),
        pytest.param("if requests.get('/').status_code in (-5, «404»): pass\n", id="resolved"),
        pytest.param("if y['code'] == -1: pass\nelif y['code'] == «301»: pass\n", id="none"),
        pytest.param("def f(code): return code in (444, 499, 520) or code == «404»\n", id="vendors' codes"),
        pytest.param("def f(e): return e.code == 0 or answer.code == «404»\n", id="zero of another"),
        pytest.param("x['a']['code'] == 0\nx['b']['code'] == «404»\n", id="under another key"),
        pytest.param("x = {'error': {'code': «404»}, 'code': «302»}\n", id="failure in an error"),
        pytest.param("def f(code): code == 0\ndef g(code): code == «404»\n", id="zero elsewhere"),
        pytest.param("def f(status):\n    if status == 0: pass\n    if status == «301»: pass\n", id="strong"),
        pytest.param("x = {'error_code': «404», 'error_string': 'no'}\n", id="failure"),
        pytest.param(
            "with self.assertRaises(HTTPError) as caught: main()\nassert caught.exception.code == «404»\n",
            id="exception that nobody knows",
        ),
        pytest.param("with raises(x) as caught: main()\nassert caught.value.code == «404»\n", id="unknown"),
        pytest.param("assert_status(x, «200», «204»)\n", id="some statuses"),
        pytest.param("x = [(«421», 450), («404», 454)]\nfor status, n in x: ...\n", id="another column"),
        pytest.param("if answer.status in («421», 450): ...\n", id="one that could be of mail"),
        pytest.param("resp['status'] == «101», x.response.status == «101»\n", id="small one of a response"),
        pytest.param("# The handshake of a WebSocket.\nif status != «101»: ...\n", id="with a purpose"),
        pytest.param("f(status_code=«101»)\nhttp_status = «100»\nx.status in («101», «204»)\n", id="small"),
        pytest.param("x = {'status': 'error', 'code': «404»}\n", id="code and what it means"),
        pytest.param("x = {'status_code': «404», 'code': «404»}\n", id="the same number twice"),
        pytest.param("Log.objects.filter(status_code=«404»)\n", id="row with a status code"),
        pytest.param("assert_status(«'GET'», '/x', «200»)\n", id="behind a method"),
        pytest.param(
            "names = {444: 'a', «404»: 'b', «409»: 'c'}\nnames[requests.get('/').status_code]\n",
            id="most codes are known",
        ),
    ],
)
def test_what_does_not_speak_against_it(text: str) -> None:
    assert seen(HEAD + text) == HEAD + text
