"""Wrong uses: what is reported beside the literals, and what must not be."""
from __future__ import annotations

from pathlib import Path

import pytest

from flake8_http_status.config import Options
from flake8_http_status.constants import STATUSES, VENDOR_CODES
from flake8_http_status.detect import find
from flake8_http_status.findings import Finding
from flake8_http_status.problems.numbers import nearest
from flake8_http_status.rules import RULES, rule_for

EVERY = frozenset(rule.code for rule in RULES)
HEAD = "from http import HTTPStatus, HTTPMethod\nimport requests\nr = requests.get('u')\n"


def findings(text: str, target: tuple[int, int] = (3, 11), head: str = HEAD) -> list[Finding]:
    found = find(head + text, Options(target=target), selected=EVERY)
    return [one for one in found if rule_for(one).code.startswith("HTS3")]


def codes(text: str, target: tuple[int, int] = (3, 11), head: str = HEAD) -> list[str]:
    return [rule_for(one).code for one in findings(text, target, head)]


def test_a_key_hit_twice_is_the_likelier_slip() -> None:
    assert [nearest(4004), nearest(2200), nearest(5003), nearest(4321)] == [404, 200, 503, None]


def test_two_digits_the_other_way_round_are_the_next_slip_and_a_neighbour_the_last() -> None:
    assert [nearest(240), nearest(432), nearest(309), nearest(299)] == [204, 423, 308, None]


def test_no_status_and_no_vendors_code_is_odd() -> None:
    for code in (*STATUSES, *VENDOR_CODES, 99, 600, 700, 999):
        assert codes(f"r.status_code == {code}\n") == []


@pytest.mark.parametrize("code", [104, 240, 299, 306, 432, 512])
def test_three_digits_that_nobody_knows_are_odd(code: int) -> None:
    assert codes(f"r.status_code == {code}\n") == ["HTS301"]
    assert codes(f"r.status_code in (200, {code})\n") == ["HTS301"]


def test_a_code_that_the_project_names_is_its_own() -> None:
    named = Options(target=(3, 11), vendor_codes=frozenset({299}))
    found = find("import requests\nrequests.get(u).status_code == 299\n", named)
    assert found == []


@pytest.mark.parametrize(
    "path", ["tests/shop.py", "a/test/b.py", "test_shop.py", "shop_test.py", "conftest.py"]
)
def test_tests_make_codes_up(path: str) -> None:
    source = "import requests\nrequests.get(u).status_code == {}\n"
    options = Options(target=(3, 11))
    assert find(source.format(299), options, path=Path(path)) == []
    assert find(source.format(4004), options, path=Path(path)) != []
    assert find(source.format(299), options, path=Path("shop/latest.py")) != []


@pytest.mark.parametrize(
    "text",
    [
        "r.status_code == 1006", "r.status_code == 2001", "r.status_code == 4000",
        "x.status_code == 4004", "f(status_code=4004)", "r.status_code == 0xFA4",
        "r.status_code == True", "r.json()['code'] == 4004", "r.status_code > 4004", "timeout = 4004",
        "x.status_code == 299", "r.status_code > 299", "timeout = 299", "200 <= r.status_code < 300",
    ],
)  # fmt: skip
def test_a_number_that_may_be_meant_is_no_unknown_status(text: str) -> None:
    assert "HTS301" not in codes(text + "\n")


@pytest.mark.parametrize(
    ("text", "edit", "fix"),
    [
        ("r.status_code is 200", "r.status_code == HTTPStatus.OK", "safe"),
        ("200 is r.status_code", "HTTPStatus.OK == r.status_code", "safe"),
        ("r.status_code is not 404", "r.status_code != HTTPStatus.NOT_FOUND", "unsafe"),
        ("r.status_code is   not HTTPStatus.OK", "r.status_code != HTTPStatus.OK", "unsafe"),
        ("(r.status_code)is(200)", "(r.status_code)==(HTTPStatus.OK)", "safe"),
        ("(r.status_code # why\n is 200)", None, "none"),
        ("r.status_code is HTTPStatus.OK.value", "r.status_code == HTTPStatus.OK.value", "unsafe"),
        ("x.status_code is 200", "x.status_code == HTTPStatus.OK", "safe"),
        ("r.request.method is 'GET'", "r.request.method == HTTPMethod.GET", "unsafe"),
    ],
)
def test_identity_becomes_equality(text: str, edit: str | None, fix: str) -> None:
    (found,) = findings(text + "\n")
    assert (rule_for(found).code, found.replacement, found.verdict.fix) == ("HTS302", edit, fix)


@pytest.mark.parametrize(
    "text",
    [
        "r.status_code is None", "r.status_code is True", "x is HTTPStatus.OK", "x is 200", "r is 200",
        "x.code is HTTPStatus.OK", "x.status_code is HTTPStatus.OK", "x is HTTPStatus.OK.value",
        "HTTPStatus(200) is HTTPStatus.OK", "1 < r.status_code is 200",
        "def f(s: HTTPStatus):\n    return s is HTTPStatus.OK",
    ],
)  # fmt: skip
def test_identity_of_what_may_be_the_same_object_stays(text: str) -> None:
    assert codes(text + "\n") == []


def test_a_name_for_a_librarys_status_is_one() -> None:
    assert codes("s = r.status_code\ns is HTTPStatus.OK\n") == ["HTS302"]
    assert codes("s = r.status_code\ns = HTTPStatus.OK\ns is HTTPStatus.OK\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "x.status_code == '404'", "str(r.status_code) == '404'", "r.status_code == '4040'", "r.text == '404'",
        "r.status_code == '404 Not Found'", "r.headers['status'] == '404'", "r.status_code < '404'",
        "import bottle\nbottle.response.status == '404'",
    ],
)  # fmt: skip
def test_a_text_that_may_be_right_stays(text: str) -> None:
    assert "HTS303" not in codes(text + "\n")


@pytest.mark.parametrize(
    "text", ["r.status_code == '404'", "'404' != r.status_code", "r.status_code in {'404'}"]
)
def test_a_number_is_never_a_text(text: str) -> None:
    (found,) = findings(text + "\n")
    assert (rule_for(found).code, found.source) == ("HTS303", "'404'")
    assert found.replacement == "HTTPStatus.NOT_FOUND"


DJANGO = "from django.shortcuts import render\n"


@pytest.mark.parametrize(
    "text",
    [
        "r.request.method == 'get'", "'get' != r.request.method", "r.request.method in ('GET', 'get')",
        "def f(x):\n    return x.method.upper() == 'get'",
    ],
)  # fmt: skip
def test_upper_case_is_never_lower_case(text: str) -> None:
    assert codes(text + "\n") == ["HTS304"]


@pytest.mark.parametrize(
    "text",
    [
        "r.request.method == 'GET'", "r.request.method.lower() == 'get'",
        "requests.Request('get').method == 'get'", "x.method == 'get'",
        "r.request.method == 'getter'", "m = 'get'", "r.request.method < 'get'",
        "def f(request):\n    return request.method == 'get'",
    ],
)  # fmt: skip
def test_a_method_in_lower_case_that_may_be_right_stays(text: str) -> None:
    assert codes(text + "\n", head="import requests\nr = requests.get('u')\n") == []


def test_a_views_request_is_known_by_the_framework() -> None:
    assert codes("def f(request):\n    return request.method == 'post'\n", head=DJANGO) == ["HTS304"]
    of_class = "class V:\n    def f(self):\n        return self.request.method == 'post'\n"
    assert codes(of_class, head=DJANGO) == ["HTS304"]
    assert codes("def f(thing):\n    return thing.method == 'post'\n", head=DJANGO) == []
    assert codes("request = object()\nrequest.method == 'post'\n", head=DJANGO) == []


AS_TEXT = [
    "str({})", "print('x', {})", "'%s' % {}", "'%d %s' % (1, {})", "'{{!s}}'.format({})", "f'{{{}!s}}'",
    "import logging\nlogging.info('%s', {})", "import logging\nlogging.info({})", "log.error({})",
    "import logging\nlogging.getLogger().log(logging.INFO, {})", "log.info(msg={})",
    "'%(a)d %(a)s' % {{'b': 1, 'a': {}}}", "'{{a!s}}'.format(a={})",
]  # fmt: skip


@pytest.mark.parametrize("text", AS_TEXT)
@pytest.mark.parametrize("member", ["HTTPStatus.OK", "HTTPStatus(200)", "S"])
def test_the_text_of_a_member_is_its_name_before_3_11(text: str, member: str) -> None:
    head = "from http import HTTPStatus\nS = HTTPStatus.OK\n"
    (found,) = findings(text.format(member) + "\n", (3, 10), head)
    assert (rule_for(found).code, found.replacement) == ("HTS305", f"{member}.value")
    assert codes(text.format(member) + "\n", (3, 11), head) == []
    assert codes(text.format(f"{member}.value") + "\n", (3, 10), head) == []


@pytest.mark.parametrize(
    "text",
    [
        "'%d' % {}", "'%s %d' % (1, {})", "'{{}}'.format({})", "f'{{{}}}'", "f'{{{}:d}}'", "format({})",
        "int({})", "import logging\nlogging.info('%d', {})", "repr({})", "def str(x): ...\nstr({})",
        "x == {}", "'%(a)s' % {}", "'%(a)d %(b)s' % {{'a': {}, 'b': 1}}", "'{{a}}'.format(a={})",
        "'{{a!s}}'.format(a=1, b={})", "x % {{'a': {}}}",
        "import logging\nlogging.info('x', extra={{'a': {}}})", "import logging\nlogging.log({}, 'x')",
        "import logging\nlogging.info(f'{{{}}}')", "handler.exception_for({})",
    ],
)  # fmt: skip
def test_what_gives_the_number_on_every_python_stays(text: str) -> None:
    assert codes(text.format("HTTPStatus.OK") + "\n", (3, 8), "from http import HTTPStatus\n") == []


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("HTTPStatus.EARLY_HINTS", (3, 9)), ("HTTPStatus.CONTENT_TOO_LARGE", (3, 13)),
        ("HTTPStatus.OK.is_success", (3, 12)), ("HTTPStatus(200).is_client_error", (3, 12)),
        ("404 in HTTPStatus", (3, 12)), ("s = HTTPStatus\n404 in s", (3, 12)),
        ("s = HTTPStatus(x)\ns.is_server_error", (3, 12)),
    ],
)  # fmt: skip
def test_what_a_target_lacks_is_reported_up_to_its_version(text: str, since: tuple[int, int]) -> None:
    head = "from http import HTTPStatus\n"
    assert codes(text + "\n", (3, since[1] - 1), head) == ["HTS306"]
    assert codes(text + "\n", since, head) == []


@pytest.mark.parametrize(
    "text",
    [
        "try:\n    HTTPStatus.NOPE\nexcept AttributeError:\n    pass",
        "import sys\nif sys.version_info >= (3, 13):\n    HTTPStatus.CONTENT_TOO_LARGE",
        "hasattr(HTTPStatus, 'NOPE') and HTTPStatus.NOPE",
        "import falcon\nfalcon.HTTPStatus.NOPE", "HTTPStatus.__members__", "HTTPStatus.OK.phrase",
        "r.is_success", "s = HTTPStatus(x)\ns = r\ns.is_success", "HTTPStatus.OK in HTTPStatus",
        "404 in list(HTTPStatus)",
    ],
)  # fmt: skip
def test_what_is_there_or_asked_for_first_stays(text: str) -> None:
    assert codes(text + "\n", (3, 11)) == []


def test_a_member_that_no_python_has() -> None:
    assert codes("HTTPStatus.NOTFOUND\nHTTPMethod.PURGE\n", (3, 13)) == ["HTS306", "HTS306"]


@pytest.mark.parametrize("spelling", ["HTTPStatus", "http.HTTPStatus", "S"])
def test_a_renamed_member_keeps_its_enum_as_it_is_spelled(spelling: str) -> None:
    head = "import http\nfrom http import HTTPStatus\nfrom http import HTTPStatus as S\n"
    (found,) = findings(f"{spelling}.UNPROCESSABLE_ENTITY\n", (3, 13), head)
    assert (rule_for(found).code, found.replacement) == ("HTS307", f"{spelling}.UNPROCESSABLE_CONTENT")
    assert codes(f"{spelling}.UNPROCESSABLE_ENTITY\n", (3, 12), head) == []


@pytest.mark.parametrize(
    "text",
    [
        "HTTPStatus(200)", "HTTPStatus(x)", "HTTPStatus['OK']", "HTTPStatus(HTTPStatus.OK)",
        "try:\n    HTTPStatus(r.status_code)\nexcept (KeyError, ValueError):\n    pass",
        "HTTPStatus(r.status_code) if r.status_code in known else None",
        "[HTTPStatus(c['s']) for c in codes if c['s'] in known]",
    ],
)  # fmt: skip
def test_a_lookup_that_cannot_fail_or_is_ready_for_it_stays(text: str) -> None:
    assert codes(text + "\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "HTTPStatus(r.status_code)", "HTTPStatus(int(x))", "HTTPStatus(row['s'])",
        "s = r.status_code\nHTTPStatus(s)",
    ],
)  # fmt: skip
def test_a_lookup_of_what_comes_from_outside(text: str) -> None:
    assert codes(text + "\n") == ["HTS308"]


def test_a_rule_that_is_off_is_silent_until_it_is_selected() -> None:
    found = find(HEAD + "HTTPStatus(r.status_code)\n", Options(target=(3, 11)))
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "import yaml\nyaml.safe_dump([HTTPStatus.OK])",
        "import yaml\nyaml.safe_dump({'a': {'b': HTTPStatus.OK}})",
        "import yaml\ndata = HTTPStatus.OK\nyaml.safe_dump(data)",
        "import marshal\nmarshal.dumps(HTTPMethod.GET)",
    ],
)  # fmt: skip
def test_a_member_that_is_refused(text: str) -> None:
    assert codes(text + "\n") == ["HTS309"]


@pytest.mark.parametrize(
    "text",
    [
        "import yaml\nyaml.safe_dump([HTTPStatus.OK.value])", "import json\njson.dumps([HTTPStatus.OK])",
        "import yaml\nyaml.safe_load('x')[HTTPStatus.OK]", "import pprint\npprint.pprint(HTTPStatus.OK)",
    ],
)  # fmt: skip
def test_a_member_that_is_taken_stays(text: str) -> None:
    assert codes(text + "\n") == []
