"""Evidence that stands beside a literal, where types and names say nothing."""
from __future__ import annotations

import pytest

from tests.test_detect import codes, evidence, fixes, plain, seen


def _finds(text: str, code: str) -> None:
    assert seen(text) == text
    assert codes(text) == [code]
    assert set(evidence(text)) == {"named"}


@pytest.mark.parametrize(
    "location",
    [
        pytest.param("'/users'", id="path"),
        pytest.param("'https://example.org'", id="address"),
        pytest.param("b'/users'", id="path in bytes"),
        pytest.param("b'http://example.org'", id="address in bytes"),
        pytest.param("f'/users/{x}'", id="f-string with a path"),
        pytest.param("f'{x}/users'", id="f-string that goes on with a path"),
        pytest.param("f'{url}?a=1'", id="f-string that starts with a URL"),
        pytest.param("'/users' + x", id="sum that starts with a path"),
        pytest.param("'/' + x + 'y' + z", id="longer sum"),
        pytest.param("'/users/%s' % x", id="format of a path"),
        pytest.param("url", id="name"),
        pytest.param("self.base_url", id="attribute"),
        pytest.param("self.base_url + x", id="sum of an attribute"),
        pytest.param("make_url(x)", id="call"),
        pytest.param("url.join(x)", id="method of a URL"),
        pytest.param("'/a/{}'.format(x)", id="method of a path"),
        pytest.param("x + '/users'", id="sum that goes on with a path"),
        pytest.param("x + f'/users/{y}'", id="sum that goes on with an f-string"),
        pytest.param("x + '/users/' + y + z", id="longer sum that goes on with a path"),
        pytest.param("'%s/users' % x", id="path behind what is put in"),
        pytest.param("'{}/users'.format(x)", id="path behind a field"),
        pytest.param("'image-url'", id="word for an address"),
        pytest.param("server.at + '/users?a=' + x", id="sum with a path in it"),
    ],
)
def test_a_method_beside_a_location(location: str) -> None:
    _finds(f"call(«'POST'», {location})\n", "HTS202")
    _finds(f"call({location}, «'POST'»)\n", "HTS202")
    _finds(f"x = (n, «'POST'», {location})\n", "HTS203")
    _finds(f"x = [{location}, «'POST'»]\n", "HTS203")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("call('POST', x)\n", id="other name"),
        pytest.param("call('POST', 'users')\n", id="other text"),
        pytest.param("call('POST', b'users')\n", id="other bytes"),
        pytest.param("call('POST', f'{x}')\n", id="f-string of a name"),
        pytest.param("call('POST', f'x{url}')\n", id="f-string that starts otherwise"),
        pytest.param("call('POST', f'')\n", id="empty f-string"),
        pytest.param("call('POST', x + 'users')\n", id="sum that starts otherwise"),
        pytest.param("call('POST', x - '/users')\n", id="difference"),
        pytest.param("call('POST', 'the url')\n", id="text that speaks of an address"),
        pytest.param("call('POST', 'curl')\n", id="text with the same letters"),
        pytest.param("run(['git', 'diff', 'HEAD', path])\n", id="revision"),
        pytest.param("run(['git', '-C', x, 'ls-tree', 'HEAD', '/a'])\n", id="revision, further away"),
        pytest.param("git('show', 'HEAD', path)\n", id="revision given to a function"),
        pytest.param("self.repo.restore('HEAD', path)\n", id="revision given to a method"),
        pytest.param("call('POST', 5)\n", id="number"),
        pytest.param("call('POST', x[0])\n", id="item"),
        pytest.param("call('POST', x()())\n", id="call of a call"),
        pytest.param("call('POST', x, '/users')\n", id="not next to it"),
        pytest.param("call('POST', url=x)\n", id="keyword"),
        pytest.param("call(n='POST', m='/')\n", id="keywords"),
        pytest.param("call('post', '/users')\n", id="lower case"),
        pytest.param("call(404, '/users')\n", id="status"),
        pytest.param("x = {'POST', '/users'}\n", id="set"),
        pytest.param("x = 'POST', \n", id="alone"),
        pytest.param("call('GET')\n", id="alone in a call"),
        pytest.param("call('POST', currency)\n", id="url inside a word"),
    ],
)
def test_a_method_beside_something_else(text: str) -> None:
    assert seen(text) == text




@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("f('status', «404»)\n", "HTS102", id="status in a call"),
        pytest.param("x = ('status', «404»)\n", "HTS103", id="status in a tuple"),
        pytest.param("x = ['http_status', «404»]\n", "HTS103", id="status in a list"),
        pytest.param("f('method', «'GET'»)\n", "HTS202", id="method"),
        pytest.param("f(x, 'X-HTTP-Status', «404»)\n", "HTS102", id="later"),
        pytest.param("assert_status(x, «404»)\n", "HTS102", id="function called after statuses"),
        pytest.param("x.checkStatus(«404»)\n", "HTS102", id="method called after statuses"),
        pytest.param("HTTPError(«404», 'x')\n", "HTS102", id="error of HTTP"),
        pytest.param("x.check_response_code(«404»)\n", "HTS102", id="response code"),
        pytest.param("do_request(«'GET'», x)\n", "HTS202", id="function called after requests"),
        pytest.param("x.fetch(«'GET'»)\n", "HTS202", id="function that fetches"),
        pytest.param("x.y.route(«'GET'», ('a',), f)\n", "HTS202", id="route"),
        pytest.param("x.removeRoute(«'GET'», y)\n", "HTS202", id="route that goes"),
        pytest.param("import requests\ncall(«'HEAD'», path)\n", "HTS202", id="HEAD before a path"),
        pytest.param("call(«'HEAD'», self.url)\n", "HTS202", id="HEAD before an address"),
        pytest.param("x = {'errno': «404», 'error': 'Not Found'}\n", "HTS103", id="phrase in a mapping"),
        pytest.param("f({'message': 'Forbidden', 'n': «403», 'm': 404})\n", "HTS103", id="phrase before it"),
        pytest.param("raise HTTP(«404», 'x')\n", "HTS102", id="exception called after HTTP"),
        pytest.param("x.setStatus(«204» if y else «201»)\n", "HTS102", id="setter"),
        pytest.param("response.getStatus() == «404»\n", "HTS101", id="method of a response"),
        pytest.param("x.response.get_status() == «404»\n", "HTS101", id="method of a response inside"),
        pytest.param("code = x.getcode()\ncode == «404»\n", "HTS101", id="method that speaks"),
        pytest.param("span.get_tag('http.method') == «'GET'»\n", "HTS201", id="getter of a key"),
        pytest.param("tag_of(HTTP_STATUS_CODE) == «404»\n", "HTS101", id="function that gets a constant key"),
        pytest.param("f.assert_called_with(HTTP_METHOD, «'GET'»)\n", "HTS202", id="key a mock is asked for"),
        pytest.param("x = call(HTTP_STATUS_CODE, «404»)\n", "HTS102", id="call of a mock with a key"),
        pytest.param("assertThat(r.status_code, Equals(«404»))\n", "HTS101", id="matcher"),
        pytest.param("send(request_type=«'GET'»)\n", "HTS202", id="type of a request"),
        pytest.param("x.Response(code=«404», text='x')\n", "HTS102", id="keyword of a response"),
        pytest.param("x.fake('/x', method=y, code=1, status=«404»)\n", "HTS102", id="other keywords"),
        pytest.param("class PageNotFound(Lost):\n    code = «404»\n", "HTS103", id="class called after it"),
        pytest.param("int(x.status.split()[0]) == «404»\n", "HTS101", id="first word of a status line"),
        pytest.param("x.send(path, «'GET'»)\n", "HTS202", id="method that is sent"),
        pytest.param("m.resource('a', 'b', member={'x': «'POST'»})\n", "HTS202", id="member of a resource"),
        pytest.param("x.Response.make(«404», b'')\n", "HTS102", id="response that is made"),
        pytest.param("c.setopt(x.CUSTOMREQUEST, «'PUT'»)\n", "HTS202", id="option of curl"),
        pytest.param("c.getinfo(x.RESPONSE_CODE) == «404»\n", "HTS101", id="answer of curl"),
        pytest.param("x.ClientError(«404», {'message': 'lost'})\n", "HTS102", id="error with a message"),
        pytest.param("def show(request): return 'Done', «201»\n", "HTS103", id="answer to a request"),
        pytest.param("x.y.no_content(«204»)\n", "HTS102", id="success that something is called after"),
        pytest.param("class Response(Base): ...\nResponse('x', «502»)\n", "HTS102", id="unknown bases"),
        pytest.param("x.send_request.return_value = («404», {'a': 1})\n", "HTS103", id="what a mock gives"),
        pytest.param("with patch('x.post_it', return_value=(«200», b'')): ...\n", "HTS103", id="patch"),
        pytest.param("with patch.object(X, 'rest', return_value=(«200», x)): ...\n", "HTS103", id="object"),
        pytest.param("self.request = Mock(return_value=(«200», None))\n", "HTS103", id="mock of a request"),
        pytest.param("calls[(«'GET'», '/x')] += 1\n", "HTS203", id="key of a method and a path"),
        pytest.param("x.respond(«302», '')\n", "HTS102", id="answer that is given"),
        pytest.param("def f(): return «200», [], b'x'\n", "HTS103", id="headers and bytes"),
        pytest.param("def f(): return x, «302», None, url\n", "HTS103", id="address that an answer leads to"),
        pytest.param("def f(): return jsonify(x), «201» if y else 5\n", "HTS103", id="choice in an answer"),
        pytest.param("def f(): return (jsonify(x), «201») if y else 5\n", "HTS103", id="choice of answers"),
        pytest.param("self.fake_response = («404», {}, x)\n", "HTS103", id="response that is kept"),
        pytest.param("resp = «404», b''\n", "HTS103", id="response that is kept, by another name"),
        pytest.param("m.x.status_code.return_value = «404»\n", "HTS103", id="attribute mocked as a function"),
        pytest.param("f(x, «400», [{'error': y}])\n", "HTS102", id="documents of what went wrong"),
        pytest.param("x = [(1, «404», {'detail': y})]\n", "HTS103", id="document in a row"),
        pytest.param("OK_RESPONSE_CODES = [«200», «204»]\n", "HTS103", id="several of a response"),
        pytest.param("run(['curl', '-H', x, '-X', «'POST'», '-H', y])\n", "HTS202", id="option of a command"),
        pytest.param("x.will_respond_with(«404»)\n", "HTS102", id="answer of a pact"),
        pytest.param("p.response_str(«404», [], 'x')\n", "HTS102", id="answer of a protocol"),
        pytest.param("f(error_status_hint=«431»)\n", "HTS102", id="hint"),
        pytest.param("f(status_code_list=[«404»])\n", "HTS102", id="list of codes"),
        pytest.param("x.response(«404», result=y)\n", "HTS102", id="method that gives a response"),
        pytest.param("f(x, collection_actions={'detail': «'GET'»})\n", "HTS202", id="actions"),
        pytest.param("x.getcode.return_value = «404»\n", "HTS103", id="what a mock of a getter gives"),
        pytest.param("do('{x}/{y}'.format(x=x, y=y), «'PATCH'»)\n", "HTS202", id="address that is formatted"),
        pytest.param("x.request_verb == «'GET'»\n", "HTS201", id="verb"),
        pytest.param("x.GET('/a').code == «404»\n", "HTS101", id="client with upper-case methods"),
        pytest.param("('/a', «302») in x.redirect_chain\n", "HTS101", id="redirects that were followed"),
        pytest.param("def f(r, status): ...\nd.addCallback(f, «404»)\n", "HTS102", id="callback"),
        pytest.param("f(http_redirect_code=«302»)\n", "HTS102", id="code of HTTP"),
        pytest.param("FakeResponse(«404»)\n", "HTS102", id="response"),
        pytest.param("x.Response(«201», y, None)\n", "HTS102", id="response of a module"),
        pytest.param("_MockHTTPResponse({}, «404»)\n", "HTS102", id="response, the body first"),
        pytest.param("x = [«'GET'», «'POST'»]\n", "HTS203", id="methods in a list"),
        pytest.param("y = x, («'GET'», «'POST'»)\n", "HTS203", id="methods in a tuple"),
        pytest.param("y = x, {«'GET'», «'POST'»}\n", "HTS203", id="methods in a set"),
        pytest.param("x = {«'GET'»: 1, «'POST'»: 2, **y}\n", "HTS203", id="methods as keys"),
        pytest.param("x.pop('methods', [«'GET'»])\n", "HTS202", id="several behind a key"),
        pytest.param("f('status_codes', {«404»})\n", "HTS102", id="several statuses behind a key"),
        pytest.param("f('expected_status', [«404», «200»])\n", "HTS102", id="several behind a key of one"),
        pytest.param("f('users/{}/keys', «'PUT'»)\n", "HTS202", id="relative path before"),
        pytest.param("f(«'GET'», 'users/keys?all=1')\n", "HTS202", id="relative path behind"),
        pytest.param("f(«'HEAD'», self.url)\n", "HTS202", id="HEAD of an address"),
        pytest.param("x = ('/users', {«'GET'»: view})\n", "HTS203", id="one method behind a path"),
        pytest.param("f(url, {«'GET'»: 1, «'PUT'»: 2})\n", "HTS203", id="methods behind an address"),
        pytest.param("x = {'/users': {«'POST'»: view}}\n", "HTS203", id="one method under a path"),
        pytest.param("raise x.NotFound(«404», 'gone')\n", "HTS102", id="exception called after it"),
        pytest.param("ServiceBadRequest(y, code=«400»)\n", "HTS102", id="called after it, keyword"),
        pytest.param("route(allowed_methods=«'GET'»)\n", "HTS202", id="one for several"),
        pytest.param("x.allowed_methods = «'GET'»\n", "HTS203", id="attribute, one for several"),
        pytest.param("f(status_codes=«404»)\n", "HTS102", id="one status for several"),
        pytest.param("«'PUT'» in r.headers['Allow']\n", "HTS201", id="one of those that are allowed"),
        pytest.param("def f(): return «200», b'{\"a\": 1}'\n", "HTS103", id="JSON in bytes"),
        pytest.param("def f(): return «400», f'{{\"a\": {x}}}'.encode()\n", "HTS103", id="encoded JSON"),
        pytest.param("def f(): return «400», json.dumps(x)\n", "HTS103", id="JSON of an object"),
        pytest.param("def f(): return «201», {'status': «201»}, x\n", "HTS103", id="headers with it"),
        pytest.param("def f() -> TYPE_RESPONSE: return «200», {}, x()\n", "HTS103", id="annotated"),
        pytest.param("def f() -> web.Response: return x, «200»\n", "HTS103", id="annotated, behind"),
        pytest.param("x.get_method = lambda: «'HEAD'»\n", "HTS203", id="function that gives a method"),
        pytest.param("x = {'X-HTTP-Method-Override': «'GET'»}\n", "HTS203", id="header with a method"),
        pytest.param("x = {«404»: LostError, «409»: y.ClashFault}\n", "HTS103", id="exceptions by status"),
        pytest.param("ERRORS_BY_STATUS = {«404»: x, «409»: y}\n", "HTS103", id="mapping by status"),
        pytest.param("x.statusCodeToError = {«404»: x, y: z}\n", "HTS103", id="to something"),
        pytest.param("status_to_text: dict = {«404»: 'a', «200»: 'b'}\n", "HTS103", id="with an annotation"),
        pytest.param("ERROR_TO_STATUS = {x: «404», y: «500»}\n", "HTS103", id="mapping to a status"),
        pytest.param("status_by_name = {'a': «404»}\n", "HTS103", id="statuses by something"),
        pytest.param("ACTION_TO_METHOD = {'a': «'PUT'», 'b': 'put'}\n", "HTS203", id="mapping to a method"),
        pytest.param("METHOD_TO_ACTION = {«'GET'»: 1, 'WATCH': 2}\n", "HTS203", id="methods and others"),
        pytest.param("actions_by_http_method = {«'PUT'»: 1}\n", "HTS203", id="mapping by method"),
        pytest.param("span.add(HTTP_STATUS_CODE, «504»)\n", "HTS102", id="set under a constant"),
        pytest.param("span.set_it(Names.HTTP_METHOD, «'GET'»)\n", "HTS202", id="set under one of a class"),
        pytest.param("self.assertResponse(x, «404»)\n", "HTS102", id="whether a response is right"),
        pytest.param("check_bad_resp(«404», x)\n", "HTS102", id="whether one is wrong"),
        pytest.param("deny(«403», '403 Forbidden')\n", "HTS102", id="status line behind"),
        pytest.param("deny(«403», 'Forbidden')\n", "HTS102", id="phrase behind"),
        pytest.param("return_value = patch(x, return_value=(«403», {}, 'Forbidden'))\n", "HTS103", id="mock"),
        pytest.param("x.return_value = «404», y, 'Not Found'\n", "HTS103", id="what a mock gives"),
        pytest.param("def f(): return 'Not Found', x, «404»\n", "HTS103", id="phrase that is given back"),
        pytest.param("x.f(«'GET'» if y else «'POST'», url)\n", "HTS202", id="one of two beside an address"),
        pytest.param("x.request(«'GET'» if y else «'POST'», z)\n", "HTS202", id="one of two for a request"),
        pytest.param("x.deny('Not Found', «404», y)\n", "HTS102", id="phrase before"),
        pytest.param("x.set_status.assert_called_with(«500», b'x')\n", "HTS102", id="call of a mock"),
        pytest.param("request.assert_called_once_with(«'GET'», x)\n", "HTS202", id="call of a mock, once"),
        pytest.param("x.fetch.assert_any_call(«'GET'», y=1)\n", "HTS202", id="any call of a mock"),
        pytest.param("x.abort.assert_awaited_with(«404»)\n", "HTS102", id="call of a mock that is awaited"),
    ],
)
def test_what_stands_beside(text: str, code: str) -> None:
    _finds(text, code)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("f('count', 404)\n", id="another key"),
        pytest.param("f('status', 'GET')\n", id="key of the other kind"),
        pytest.param("f('method', 404)\n", id="key of the other kind, method"),
        pytest.param("f(status, 404)\n", id="name for a key"),
        pytest.param("f(b'status', 404)\n", id="key in bytes"),
        pytest.param("f('', 404)\n", id="empty key"),
        pytest.param("f(404, 'status')\n", id="key behind"),
        pytest.param("f('status', x, 404)\n", id="key before the one before"),
        pytest.param("f('GET', 404)\n", id="method for a key"),
        pytest.param("f('GET', 'POST')\n", id="methods as arguments"),
        pytest.param("f('status', n=404)\n", id="keyword"),
        pytest.param("f({'status', 404})\n", id="set"),
        pytest.param("f('methods', [x, ['GET']])\n", id="several, deeper"),
        pytest.param("f('expected_size', [404])\n", id="several behind another key"),
        pytest.param("x = ['users/keys', 'PUT']\n", id="relative path in a list"),
        pytest.param("f('DELETE', 'users/keys'), f('HEAD', 'refs/heads')\n", id="words for something else"),
        pytest.param("f('POST', 'text/html'), f('POST', 'N/A'), f('GET', 'a b/c')\n", id="no path"),
        pytest.param("git.diff('HEAD', path), git.diff('HEAD', x.old_path)\n", id="HEAD of a file"),
        pytest.param("x = ('/users', {'GET': 1, 'x': 2})\n", id="method among others behind a path"),
        pytest.param("x = {'users': {'POST': view}}\n", id="one method under a word"),
        pytest.param("x = ({'GET': view}, '/users')\n", id="one method before a path"),
        pytest.param("raise NotFound(400)\nraise Found(x, y, 404)\n", id="called after another"),
        pytest.param("created(201), x.Accepted(202), is_ok(200)\n", id="called after a word"),
        pytest.param("x.send_request.return_value = (404, 5), y\n", id="mock that gives something else"),
        pytest.param("x.request.return_value = (404, 5)\nx.request.return_value = (101, '')\n", id="sizes"),
        pytest.param("x.shape.return_value = (404, {})\nf(return_value=(404, {}))\n", id="another mock"),
        pytest.param("x.request.return_value = (404, {}, y, z)\nx.request = (404, {})\n", id="more"),
        pytest.param("x: Literal['GET', '/x']\ny[('GET', 'x')]\n", id="type, and no path"),
        pytest.param("def f():\n    if x: return 200, y\n    return 500, z\n", id="failure of any kind"),
        pytest.param("def f():\n    if x: return 200, y\n    return z, 404\n", id="at another place"),
        pytest.param("def f():\n    if x: return 200, y\n    if z: return 404, y\n    return 7, y\n", id="7"),
        pytest.param("def f():\n    def g(): return x\n    a = 200, y\n    return 404, z\n", id="kept"),
        pytest.param("raise NotFoundIn(404)\nf(NotFound, 404)\n", id="called otherwise"),
        pytest.param("x.methods == 'GET'\n", id="one compared with several"),
        pytest.param("'PUT' in r.headers['Disallow']\n", id="one of those that are not allowed"),
        pytest.param("def f(): return 100, b'{\"a\": 1}'\n", id="JSON and a small number"),
        pytest.param("def f(): return 400, b'{a}'\n", id="no JSON"),
        pytest.param("def f(): return 400, pickle.dumps(x)\n", id="other dumps"),
        pytest.param("def f(): return 201, {'n': 201}, x\n", id="no headers"),
        pytest.param("def f() -> Pair: return 200, x()\n", id="annotated otherwise"),
        pytest.param("x.get_name = lambda: 'HEAD'\n", id="function that gives something else"),
        pytest.param("f(HTTP_STATUS, 404)\n", id="constant for a key"),
        pytest.param("x = ['GET', 'x']\n", id="methods among others"),
        pytest.param("x = ['GET', x]\n", id="methods among names"),
        pytest.param("x = ['GET']\n", id="one method"),
        pytest.param("self.assertTrue(r.size, 404), self.assertFalse(r.status_code, 5)\n", id="message"),
        pytest.param("class A(Enum):\n    B = ('b', 404)\n    def __init__(self, x, n): ...\n", id="member"),
        pytest.param("class A:\n    B = 'b', 404\n    def __init__(self, x, status): ...\n", id="no member"),
        pytest.param("x.get_name.return_value = 404\n", id="what a mock of something gives"),
        pytest.param("do('{x} / {y}'.format(x=x, y=y), 'PATCH')\n", id="text that is formatted"),
        pytest.param("run(['x', '-Y', 'POST', '-H', y])\nrun(['-X', 'LOCK'])\n", id="another option"),
        pytest.param("f('GET', 404, x)\nf(x, 404, '/y')\n", id="two of three"),
        pytest.param("f('GET', 404, 5, '/x')\nf('GET', 'PUT', 404, x)\n", id="more numbers, more methods"),
        pytest.param("x = 200 if y else 404\nx = y == 5 or 404\nn == 200 or 201\n", id="no comparison"),
        pytest.param("FTPReply(200, 'OK')\n", id="answer of another protocol"),
        pytest.param("x.Reply.make(404), x.Response.take(404)\n", id="made of another"),
        pytest.param("c.getinfo(x.EXIT_CODE) == 404, c.setopt(x.PORT, 404)\n", id="other options"),
        pytest.param("x.ClientError(404, {'size': 5}), x.ClientError(404, 'lost')\n", id="error with more"),
        pytest.param("@pytest.fixture\ndef show(request): return 'Done', 404\n", id="fixture"),
        pytest.param("def show(request): return 'Done', 101\n", id="small number to a request"),
        pytest.param("def show(x, request): return 'Done', 404\n", id="function of something else"),
        pytest.param("x.Response(code=404)\nx.Reply(code=404, text='x')\n", id="code alone, other name"),
        pytest.param("x.fake('/x', method='lock', code=404)\n", id="code beside another method"),
        pytest.param("class PageNotFound:\n    code = 404\n", id="class of its own"),
        pytest.param("def f(): return 100, [], b'x'\n", id="small number, a list and bytes"),
        pytest.param("def f(): return 200, [], 'x'\n", id="number, a list and a text"),
        pytest.param("def f(): return 200, [], b'x', y\n", id="number, a list, bytes and more"),
        pytest.param("def f(): return x, 404, None, url\n", id="address, and no redirect"),
        pytest.param("def f(): return 302, url\n", id="a number and an address"),
        pytest.param("def f(): return jsonify(x) if 404 else y\n", id="condition"),
        pytest.param("fake_response = x, (404, {})\n", id="response with another before it"),
        pytest.param("fake_response = (404, x)\nanswer = (404, {})\n", id="number and who knows what"),
        pytest.param("fake_response = (101, {})\n", id="response that is kept, small number"),
        pytest.param("m.x.size.return_value = 404\n", id="attribute of another kind"),
        pytest.param("f('DELETE', 5, [404], x, '/x'), f('DELETE', x, [404, 5], '/x')\n", id="other numbers"),
        pytest.param("f(x, 200, [{'error': y}])\nf(x, 400, [{'size': y}])\n", id="other documents"),
        pytest.param("f(x, 400, y, {'error': y})\nf({'error': y}, 400)\n", id="document further away"),
        pytest.param("class PageLost(Lost):\n    code = 404\n", id="class with another name"),
        pytest.param("class PageNotFound(Lost):\n    size = 404\n", id="something else of a class"),
        pytest.param("int(x.status.split()[1]) == 404\n", id="second word of a status line"),
        pytest.param("def fetch(path): ...\nfetch('HEAD')\n", id="path that is taken"),
        pytest.param("x = [('a', 'b'), ('HEAD', 'HEAD')]\n", id="the same word twice"),
        pytest.param("x = ['PUT', 'DELETE'], {'PUT': 1, 'DELETE': 2}\n", id="words of a store"),
        pytest.param("with log('HEAD', path) as x: ...\n", id="HEAD before the path of a file"),
        pytest.param("job.get_status() == 404\n", id="method that speaks of a response only"),
        pytest.param("tag_of('method') == 'GET', len('http.method') == 100\n", id="no key of HTTP"),
        pytest.param("tag_of(x, 'http.method') == 'GET'\n", id="function of more than a key"),
        pytest.param("x = {'GET': 1}\n", id="one method as a key"),
        pytest.param("x = {1: 'GET', 2: 'POST'}\n", id="methods as values"),
        pytest.param("x = {'GET': 1, y: 2}\n", id="methods among keys"),
        pytest.param("x = [200, 404]\n", id="statuses alone"),
        pytest.param("x()(404), x[0]('GET')\n", id="function without a name"),
        pytest.param("call(404), call('GET')\n", id="function with another name"),
        pytest.param("do_request('x', 'GET')\n", id="not the first argument"),
        pytest.param("statistics(404), prerequest('GET')\n", id="part of a word"),
        pytest.param("x = {'X-HTTP-Override': 'GET'}\n", id="another header"),
        pytest.param("x = {404: LostError}\n", id="one exception by a number"),
        pytest.param("x = {404: LostError, 409: clash}\n", id="exceptions and others by numbers"),
        pytest.param("x = {404: LostError, 444: ClashError}\n", id="exceptions by statuses and others"),
        pytest.param("x = {101: LostError, 102: ClashError}\n", id="exceptions by small numbers"),
        pytest.param("x = {404: LostError, **y}\n", id="an exception and more"),
        pytest.param("x = {LostError: 200, ClashError: 409}\n", id="success by exception"),
        pytest.param("x = {LostError: 404, clash: 409}, {LostError: 404, ClashError: 404}\n", id="no table"),
        pytest.param("STATUS_TO_NAME = {100: 'new', 200: 'sent', 400: 'lost'}\n", id="states by hundreds"),
        pytest.param("STATUS_TO_NAME = {404: 'new', 700: 'sent'}\n", id="mapping of other numbers, too"),
        pytest.param("NAME_TO_STATUS = {404: 'x'}\n", id="key of a mapping to a status"),
        pytest.param("NAME_TO_STATUS = {'a': 100, 'b': 200}\n", id="mapping to states by hundreds"),
        pytest.param("STATUS_TO_NAME = {'a': 404}\n", id="value of a mapping by status"),
        pytest.param("NAME_TO_STATUS = {'a': [404]}\n", id="deeper"),
        pytest.param("STATUS_BY_NAME = {404: 'x'}\n", id="mapping by something else"),
        pytest.param("code_to_name = {404: 'x'}\n", id="weak name"),
        pytest.param("STATUS_TO_NAME = [{404: 'x'}]\n", id="list of mappings"),
        pytest.param("a = STATUS_TO_NAME = {404: 'x'}\n", id="two names"),
        pytest.param("status_to_name = {404: 'Not Found', 409: 'Conflict'}\n", id="table of phrases"),
        pytest.param("deny(403, 'Not Found')\n", id="phrase of another status"),
        pytest.param("deny(403, 'forbidden')\n", id="word"),
        pytest.param("deny(403, x, 'Forbidden')\n", id="phrase further away"),
        pytest.param("deny(403, b'Forbidden')\n", id="phrase in bytes"),
        pytest.param("x.set(HTTP_STATUS_TEXT, 404)\n", id="constant for another key"),
        pytest.param("x.set(http_status, 404), x.set(HTTP_STATUS, y, 404)\n", id="variable before it"),
        pytest.param("def f(): return 300, {'status': x}\n", id="number beside another status"),
        pytest.param("check_response(x, 100)\n", id="small number of a response"),
        pytest.param("assert_response_size(x, 200)\n", id="something else of a response"),
        pytest.param("read_response(x, 200)\n", id="response that is read"),
        pytest.param("show(100, 'Continue')\n", id="word that is also a phrase"),
        pytest.param("x = 404, y, 'Not Found'\n", id="phrase in a row that is kept"),
        pytest.param("x.f(y if z == 'GET' else z, url)\n", id="what a choice hangs on"),
        pytest.param("x = ('GET', '/GET'" + ", 'GETS'" * 11 + ")\n", id="list of words"),
        pytest.param("x = {'n': 100, 'm': 'Continue'}\n", id="word that is also a phrase, in a mapping"),
        pytest.param("x = {'n': 403, 'm': 'Not Found'}\n", id="phrase of another status, in a mapping"),
        pytest.param("x = {'n': 404, 'm': ['Not Found']}\n", id="phrase, deeper"),
        pytest.param("x = {404: y, 'm': 'Not Found'}\n", id="key beside a phrase"),
        pytest.param("x.route('GET')\n", id="route of a path"),
        pytest.param("x.routes('GET', y)\n", id="routes"),
        pytest.param("FakeResponse(100)\n", id="response with a small number"),
        pytest.param("FakeResponse(3, 404)\n", id="response with two numbers"),
        pytest.param("FakeResponse({}, x, 404)\n", id="response with the number at the end"),
        pytest.param("SearchResponse(404)\n", id="response of another kind"),
        pytest.param("fake_response(404)\n", id="function called after responses"),
        pytest.param(
            "class FakeResponse:\n    def __init__(self, n): ...\nFakeResponse(404)\n", id="known response"
        ),
        pytest.param("x.assert_called_with(404, 'GET')\n", id="call of a mock of another name"),
        pytest.param("x.set_status.assert_called(500)\n", id="another assertion"),
        pytest.param("import httpx\nresponding(404), x.FrameResponse(y, 404), Responses(404)\n", id="others"),
        pytest.param("import httpx\nclass Response: ...\nResponse(404)\n", id="known class"),
        pytest.param("import httpx\nFrameResponse(100)\n", id="small number"),
    ],
)
def test_what_stands_beside_and_says_nothing(text: str) -> None:
    assert seen(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("raise ApiError({0})\n", id="exception"),
        pytest.param("raise x.NotThereException({0}, 'x')\n", id="exception of a module"),
        pytest.param("ServiceFault({0})\n", id="fault"),
        pytest.param("x.TokenResponse({0}, json={{}})\n", id="response of an unknown module"),
        pytest.param("FrameResponse({0})\n", id="response of an unknown class"),
        pytest.param("def get(self): return {0}, {{'n': 404}}\n", id="handler"),
        pytest.param("async def put(self): return {{}}, {0}\n", id="async handler"),
        pytest.param("def handle_it(): return x, {0}, {{'n': 404}}\n", id="three parts"),
        pytest.param("def anything(): return {{}}, {0}\n", id="function that returns an object"),
        pytest.param("def anything(): return dict(x=1), {0}\n", id="function that makes an object"),
        pytest.param("def anything(): return '', {0}\n", id="empty body"),
        pytest.param("def anything(): return {0}, b'{{}}'\n", id="JSON"),
        pytest.param("def anything(): return '<p>x</p>', {0}\n", id="markup"),
        pytest.param("def anything(): return make_response(x), {0}\n", id="response"),
        pytest.param("def anything(): return resp, {0}\n", id="response by its name"),
        pytest.param("def anything(): return response_data, {0}\n", id="what a response has"),
        pytest.param("def anything(): return serializer.data, {0}\n", id="what a serializer has"),
        pytest.param("def anything(): return x.serialize(), {0}\n", id="what is serialized"),
        pytest.param("def anything(): return context, {0}\n", id="what a template is given"),
        pytest.param("def anything(): return x.render_template(y), {0}\n", id="template"),
    ],
)
def test_what_needs_a_module_that_has_to_do_with_http(text: str) -> None:
    strong, weak = "import http.client\n" + text.format("«404»"), "import os\n" + text.format("404")
    assert seen(strong) == strong
    assert seen(weak) == weak


@pytest.mark.parametrize(
    ("others", "seen_so"),
    [
        pytest.param("raise x.ApiError(400)\n", True, id="another failure"),
        pytest.param("raise ApiError(404)\n", False, id="the same"),
        pytest.param("raise OtherError(400)\n", False, id="of another"),
        pytest.param("raise ApiError(200)\nraise ApiError(400)\n", False, id="a success"),
        pytest.param("raise ApiError(12)\nraise ApiError(400)\n", False, id="a number of another kind"),
    ],
)
def test_exceptions_that_are_made_with_several_failures(others: str, seen_so: bool) -> None:
    assert ("«404»" in seen(f"raise ApiError(404)\n{others}")) == seen_so
    owned = "class ApiError(Exception):\n    def __init__(self, n, text): ...\n"
    assert ("«404»" in seen(f"{owned}raise ApiError(404, x)\n{others}")) == seen_so


def test_a_function_that_gives_a_success_and_a_failure() -> None:
    text = "def f():\n    if x: return «200», y\n    return («404», None) if z else («409», z)\n"
    assert seen(text) == text
    assert codes(text) == ["HTS103"]


def test_several_statuses_of_an_exchange() -> None:
    text = "f(x, y, «'DELETE'», [«404», «410»], '/x')\n"
    assert seen(text) == text
    assert codes(text) == ["HTS102", "HTS202"]


def test_failures_of_other_protocols_tell_nothing() -> None:
    text = "raise ReplyError(500)\nraise ReplyError(501)\n"
    assert seen(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("raise ApiError(200)\n", id="exception with a success"),
        pytest.param("raise ApiError(x, 404)\n", id="exception with the number behind"),
        pytest.param("raise ApiError('GET')\n", id="exception with a method"),
        pytest.param(
            "class ApiError(Exception):\n    def __init__(self, n): ...\nraise ApiError(404)\n",
            id="known exception",
        ),
        pytest.param("errors(404), Errors(404), x[0](404)\n", id="other functions"),
        pytest.param("raise ApiError(n=404)\n", id="exception with a keyword"),
        pytest.param("def number(): return 404, 'x'\n", id="function of another name"),
        pytest.param("def number(): return 404, b'x'\n", id="bytes that are no JSON"),
        pytest.param("def number(): return '', 100\n", id="empty text and a small number"),
        pytest.param("def number(): return x, 404\n", id="function that returns a name"),
        pytest.param("def number(): return x.read(), 404\n", id="function that returns what it read"),
        pytest.param("def get(): return 404\n", id="handler that returns one value"),
        pytest.param("def get(): return 1, 404\n", id="handler that returns numbers"),
        pytest.param("def get(): return 404, 404\n", id="handler that returns the same twice"),
        pytest.param("def get(): return x, y, 404\n", id="handler with the number at the end"),
        pytest.param("def get(): return x, 404, y, z\n", id="handler that returns four values"),
        pytest.param("def get(): return [{}, 404]\n", id="handler that returns a list"),
        pytest.param("def get():\n    x = {}, 404\n", id="handler that returns nothing"),
        pytest.param("get = lambda: ({}, 404)\n", id="lambda"),
        pytest.param("def get():\n    yield {}, 404\n", id="generator"),
    ],
)
def test_what_is_no_failure_and_no_response(text: str) -> None:
    text = "import http.client\n" + text
    assert seen(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("@x.route('/a')\ndef f(): return 'x', «404»\n", id="route"),
        pytest.param("@x\n@x.post(url, n=404)\nasync def f(): return x, «404»\n", id="post"),
        pytest.param("@x.route('a')\ndef f(): return 'x', 404\n", id="no path"),
        pytest.param("@x.route\ndef f(): return 'x', 404\n", id="not called"),
        pytest.param("@x.other('/a')\ndef f(): return 'x', 404\n", id="another decorator"),
        pytest.param("@route('/a')\ndef f(): return 'x', 404\n", id="function of its own"),
        pytest.param("@x.errorhandler(KeyError)\ndef f(e): return 'x', «404»\n", id="handler of errors"),
        pytest.param("@x.errorhandler\ndef f(e): return 'x', 404\n", id="handler, not called"),
        pytest.param(
            "def errorhandler(n): return lambda f: f\n@errorhandler(x)\ndef f(e): return 'x', «404»\n",
            id="handler by a function of the project",
        ),
        pytest.param("@x.handler(KeyError)\ndef f(e): return 'x', 404\n", id="another handler"),
        pytest.param("def f(): return '', «204»\n", id="no content"),
        pytest.param("def f(): return x.jsonify(y), «404»\n", id="JSON"),
        pytest.param("def f(): return '', 200\n", id="no content, and another number"),
        pytest.param("def f(): return jsonify(y), 100\n", id="JSON, and another number"),
        pytest.param("def f(): return «302», '', headers\n", id="headers"),
        pytest.param("def f(): return x, «302», self.extra_headers\n", id="headers of an object"),
        pytest.param("def f(): return x, «302», {'Content-Type': y}\n", id="header"),
        pytest.param("def f(): return «302», [('Location', y)]\n", id="header in a list"),
        pytest.param("def f(): return «302», headers, x, y\n", id="headers and two more"),
        pytest.param("def f(): return 302, '', header\n", id="one header"),
        pytest.param("def f(): return x, 302, {'width': y}\n", id="mapping of other things"),
        pytest.param("def f(): return 302, [('width', y)]\n", id="list of other things"),
        pytest.param("def f(): return 100, headers\n", id="headers, and a small number"),
        pytest.param("def f(): return headers, x, «302»\n", id="headers, and a number at the end"),
        pytest.param("def f(): return headers, x, y, z, 302\n", id="headers and three more"),
        pytest.param("x = 302, headers\n", id="headers, not returned"),
    ],
)
def test_functions_that_a_path_leads_to(text: str) -> None:
    assert seen(text) == text


def test_what_is_known_is_not_asked_for_evidence() -> None:
    text = "import requests\nrequests.Session().request(x, 'status', 404, 'GET', '/')\n"
    assert seen(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("import http.client\nx = {}\nraise KeyError(404)\n", id="KeyError"),
        pytest.param("import http.client\nraise ValueError(404)\n", id="ValueError"),
    ],
)
def test_exceptions_of_the_language(text: str) -> None:
    assert seen(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("expect(r.status_code).to.equal({0})\n", id="expect"),
        pytest.param("x.expect(r.status_code).to.be.equal({0})\n", id="expect of a module"),
        pytest.param("expect(r.status_code).not_to.equal({0})\n", id="not"),
        pytest.param("r.status_code.should.equal({0})\n", id="should"),
        pytest.param("r.status_code.should.be.eq({0})\n", id="should be"),
        pytest.param("assert_that(r.status_code).is_equal_to({0})\n", id="assert_that"),
        pytest.param("assert_that(r.status_code).described_as('x').is_equal_to({0})\n", id="described"),
        pytest.param("assert_that(r.status_code, equal_to({0}))\n", id="matcher"),
        pytest.param("assert_that(r.status_code, is_(equal_to({0})), 'x')\n", id="matcher in another"),
        pytest.param("assertThat(r.status_code, is_({0}))\n", id="other spelling"),
    ],
)
def test_assertions_that_read_like_a_sentence(text: str) -> None:
    known = text.format("«404»")
    assert seen(known) == known
    assert codes(known) == ["HTS101"]
    assert fixes(known) == ["safe"]
    method = known.replace("404", '"GET"').replace("status_code", "method")
    assert seen(method) == method
    for other in (text.replace("status_code", "length"), text.replace("status_code", "method")):
        assert seen(other.format("404")) == other.format("404")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("expect(r.status_code).to.be.within(200)\n", id="another word"),
        pytest.param("x.equal(404)\n", id="of nothing"),
        pytest.param("check(r.status_code).equal(404)\n", id="another beginning"),
        pytest.param("equal_to(404)\n", id="matcher alone"),
        pytest.param("check(r.status_code, equal_to(404))\n", id="matcher with another beginning"),
        pytest.param("assert_that(r.status_code, x, equal_to(404))\n", id="matcher further away"),
        pytest.param("assert_that(r.status_code, has_size(equal_to(404)))\n", id="matcher of another"),
        pytest.param("assert_that(r.status_code).is_equal_to(x, 404)\n", id="second argument"),
    ],
)
def test_what_is_no_such_assertion(text: str) -> None:
    assert seen(text) == text


def test_a_method_beside_makes_a_keyword_one() -> None:
    text = "x.fake('/x', method=«'PUT'», code=«404» if y else «201»)\n"
    assert seen(text) == text


def test_the_environ_of_a_dict_is_kept_exactly() -> None:
    assert fixes("x = dict(REQUEST_METHOD='GET')\n") == fixes("x = {'REQUEST_METHOD': 'GET'}\n") == ["none"]


FAILURES = """\
class Lost(Exception):
    error_code = «500»
class Missing(Lost):
    error_code = «404»
class PageNotFound(Lost):
    error_code = «404»
class Forbidden(Lost):
    error_code = «403»
"""


def test_exceptions_that_are_called_after_their_status_speak_for_others() -> None:
    assert seen(FAILURES) == FAILURES
    others = plain(FAILURES) + "class Small(Lost):\n    error_code = 12\n"
    assert seen(others).count("«") == 2, "those that are called after it"
    alone = plain(FAILURES).replace("Forbidden", "Denied")
    assert seen(alone).count("«") == 1


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("from twisted.internet import defer\ncode == 404\n", False),
        ("from django.db import models\ncode == 404\n", False),
        ("from twisted.web import client\ncode == 404\n", True),
        ("from django.db import models\nfrom django.http import JsonResponse\ncode == 404\n", True),
        ("import django.db, django\ncode == 404\n", True),
        ("from urllib.parse import urlparse\ncode == 404\n", True),
        ("from urllib.parse import urlparse\nimport kombu\ncode == 404\n", False),
        ("import requests, urllib.parse, kombu\ncode == 404\n", True),
    ],
)
def test_parts_of_a_library_that_have_nothing_to_do_with_http(text: str, is_one: bool) -> None:
    assert ("«404»" in seen(text)) == is_one


@pytest.mark.parametrize(
    "text",
    [
        "assert r.status_code == «200» if x else «429»\n",
        "assert r.status_code == «200» or «201»\n",
        "f(«'POST'», «503», '/runs')\n",
        "x = {LostError: «404», errors.ClashError: «409»}\n",
        "x = ('/runs', «404», «'GET'»)\n",
        "self.assertTrue(r.status_code, «404»)\nassert r.status_code, «404»\n",
        "class Codes(Enum):\n    LOST = ('lost', «404»)\n    def __init__(self, name, status): ...\n",
        "class Codes(Enum):\n    LOST = 'lost', «404»\n    def __new__(cls, name, status): ...\n",
        "def f(codes):\n    def g(): send_error(codes.pop(0))\nf([«500», «404»])\n",
        "A = («200», «201»)\nB = [«404»]\nr.status_code in A + (*B,) + C\nC = («410», «409»)\n",
    ],
)
def test_literals_that_explain_one_another(text: str) -> None:
    assert seen(text) == text
