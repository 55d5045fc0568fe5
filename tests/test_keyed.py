"""Keys of mappings and rows of tables that tell what they are."""
from __future__ import annotations

import pytest

from tests.test_detect import codes, evidence, fixes, plain, seen

FAULTS = "faults = {«400»: 'badRequest', «403»: 'forbidden', «404»: 'itemNotFound', «413»: 'overLimit'}\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("x = {'tags': y, 'responses': {«200»: z, **more}}\n", "HTS103", id="operation"),
        pytest.param("x = {«204»: {'model': None}}\n", "HTS103", id="answer without a model"),
        pytest.param("x = {«404»: {'description': 'a', 'content': {}}}\n", "HTS103", id="contents"),
        pytest.param(FAULTS, "HTS103", id="names of failures"),
        pytest.param("def status_to_name(): return {«404»: a.b, «200»: a.c}\n", "HTS103", id="function"),
        pytest.param("STATUS_CODES = {lost: «404», gone: «410»}\n", "HTS103", id="values of a name"),
        pytest.param("STATUS_CODES = {«404»: lost, «410»: gone}\n", "HTS103", id="keys of a name"),
        pytest.param("x = {(«202», 'application/json'): 3}\n", "HTS103", id="media type"),
        pytest.param("f(«404», 'text/html; charset=utf-8')\n", "HTS102", id="media type of a call"),
        pytest.param("ERROR_GONE = ('ERROR_GONE', «410», f'It is {x}.')\n", "HTS103", id="row of an error"),
        pytest.param("USER_LOST = ('USER_LOST', «404», 'lost')\n", "HTS103", id="row under its own name"),
        pytest.param("ERROR_A = ('ERROR_B', «404», 'lost')\n", "HTS103", id="row under another name"),
        pytest.param("x = {LostError: ('LOST', «404», 'lost')}\n", "HTS103", id="row of an exception"),
        pytest.param("x.exception_handlers.get(«500»)\n", "HTS102", id="key that is got"),
        pytest.param("exception_handlers[«500»]\n", "HTS103", id="key in brackets"),
        pytest.param("«500» in app.exception_handlers\n", "HTS101", id="key that is looked for"),
        pytest.param("exception_handlers[str(«500»)]\n", "HTS103", id="key as a text"),
        pytest.param("f(status=str(«500»))\n", "HTS102", id="keyword as a text"),
        pytest.param("x = {**{«404»: {'content': y}}, **z}\n", "HTS103", id="mapping in another"),
    ],
)
def test_keys_and_rows(text: str, code: str) -> None:
    assert seen(text) == text
    assert set(codes(text)) == {code}
    assert set(evidence(text)) == {"named"}
    assert set(fixes(text)) == {"safe"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x = {'size': y, 'responses': {200: z}}\n", id="no operation"),
        pytest.param("x = {'tags': y, 'sizes': {200: z}}\n", id="something else of an operation"),
        pytest.param("x = {404: {'model': 'X404'}, 200: {'model': 5}}\n", id="models of devices"),
        pytest.param("x = {404: {'description': 'a'}, 405: {}}\n", id="descriptions alone"),
        pytest.param("x = {404: {'content': y, 'size': 3}, 405: {**y}}\n", id="more than an answer"),
        pytest.param("STATUS_CODES = {lost: 404, gone: 5}\n", id="other values of a name"),
        pytest.param("STATUS_CODES = {lost: 100, gone: 200}\n", id="values by hundreds"),
        pytest.param("status = {lost: 404, gone: 410}\n", id="name of one"),
        pytest.param("codes = {lost: 404, gone: 410}\n", id="weak name"),
        pytest.param("x = {404: f(404), 410: f(size=410), 409: f(**y)}\n", id="made with another"),
        pytest.param("x = {'content': 404, 101: {'content': y}}\n", id="value, small number"),
        pytest.param("x = {400: 'badRequest', 403: 'forbidden', 5: 'small'}\n", id="other numbers"),
        pytest.param("x = {400: 'badRequest', 403: 'forbidden'}\n", id="two"),
        pytest.param("x = {400: 'badRequest', 403: 'forbidden', **y}\n", id="two and more"),
        pytest.param("x = {400: 'badRequest', 409: 'small', 410: 'large'}\n", id="one that is called so"),
        pytest.param("x = {400: 'BAD_REQUEST', 403: 'FORBIDDEN', 404: 'NOT_FOUND'}\n", id="constants"),
        pytest.param("x = {401: 'unauthorized', 403: 'forbidden', 409: 'conflict'}\n", id="phrases"),
        pytest.param("x = {'badRequest': 400, 'forbidden': 403, 'notFound': 404}\n", id="values"),
        pytest.param("x = (200, 'image/png'), (200, 'text/x y'), (101, 'text/html')\n", id="others"),
        pytest.param("x = ('text/html', 404), (404, 'text/html', y), (404, y)\n", id="media type elsewhere"),
        pytest.param("ERROR_A = ('ERROR_A', 550, 'lost')\n", id="row with another number"),
        pytest.param("ERROR_A = ('ERROR_A', 302, 'lost')\n", id="row without failure"),
        pytest.param("SIZE_A = ('SIZE_B', 404, 'lost')\n", id="row of another kind"),
        pytest.param("error_a = ('a text', 404, 'lost')\n", id="row without a name"),
        pytest.param("x = [('ERROR_A', 404, 'lost')]\nf(('ERROR_A', 404, 'x'))\n", id="row elsewhere"),
        pytest.param("x = {size: ('LOST', 404, 'lost'), **{}}\n", id="row of no exception"),
        pytest.param("sizes.get(404), sizes[404], 404 in sizes, sizes[str(404)]\n", id="key of another"),
        pytest.param("f(exception_handlers, 404)\n", id="no key"),
        pytest.param("x: Literal[404]\ny: Literal['GET', 'POST']\n", id="types"),
        pytest.param("str(404), str(404, x), repr(status == str(y, 404))\n", id="texts"),
    ],
)
def test_keys_and_rows_of_something_else(text: str) -> None:
    assert seen(text) == text


def test_what_is_made_a_text_is_its_name_before_python_3_11() -> None:
    assert fixes("exception_handlers[str(404)]\n", target=(3, 10)) == ["none"]


def test_the_keys_of_a_known_mapping() -> None:
    text = "import http.client\nhttp.client.responses[«404»], http.client.responses.get(«410»)\n"
    assert seen(text) == text
    assert set(evidence(text)) == {"resolved"}


def test_what_a_route_answers_by_its_name_in_a_module_that_has_to_do_with_http() -> None:
    text = "responses[«404»] = x\n«200» in y_responses\n"
    assert seen("import http.client\n" + plain(text)) == "import http.client\n" + text
    assert seen(plain(text)) == plain(text)


def test_what_is_made_with_its_key() -> None:
    text = "x = {«422»: answer(y, status_code=«422»), 404: answer(status_code=«410»)}\n"
    assert seen(text) == text
