"""Any name from any module can be planned: at hand, in a section of its own, or refused."""
from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest

from flake8_http_status.config import Options
from flake8_http_status.findings import Edit, Finding, Import, Span, Verdict
from http_status_codemods._imports import plan
from http_status_codemods._inspect import inspect
from http_status_codemods._plan import Plan
from tests.rewriting import rewrite_text

STATUS = Import("starlette", "status", is_module=True)
CLIENT = Import("http", "client", is_module=True)
CODES = Import("requests", "codes")
OWN = Import(".constants", "HTTP_OK")
ENUM = Import("http", "HTTPStatus")
USE = "\n\ndef f(x):\n    return x == 404\n"


def planned(source: str, *wanted: Import, path: Path | None = None) -> tuple[str, Plan]:
    """``source`` with each literal 404 replaced by all the names that are wanted, and the plan for it."""
    findings = [
        Finding(
            Span(number, line.index("404"), number, line.index("404") + 3),
            "404", "status", "comparison", "resolved", Verdict("safe", ""), Edit(wanted),
        )
        for number, line in enumerate(source.splitlines(), 1)
        if "404" in line
    ]
    made = plan(source, ast.parse(source), findings, path)
    return rewrite_text(source, findings, made), made


def _finding(line: int, column: int, source: str, *parts: str | Import) -> Finding:
    span = Span(line, column, line, column + len(source))
    return Finding(span, source, "status", "value", "resolved", Verdict("safe", ""), Edit(parts))


AT_HAND = {
    "from import": ("from starlette import status\n", STATUS, "status"),
    "from import, renamed": ("from starlette import status as st\n", STATUS, "st"),
    "import of the module": ("import starlette.status\n", STATUS, "starlette.status"),
    "import of the module, renamed": ("import starlette.status as s\n", STATUS, "s"),
    "http.client": ("import http.client\n", CLIENT, "http.client"),
    "import of the package": ("import requests\n", CODES, "requests.codes"),
    "import of the package, renamed": ("import requests as r\n", CODES, "r.codes"),
    "a module of the package": ("import requests.adapters\n", CODES, "requests.codes"),
    "a relative import": ("from .constants import HTTP_OK as OK\n", OWN, "OK"),
    "a name for a name": ("import requests\ncodes = requests.codes\n", CODES, "codes"),
}


@pytest.mark.parametrize(("head", "wanted", "spelling"), AT_HAND.values(), ids=AT_HAND)
def test_a_name_at_hand_is_used(head: str, wanted: Import, spelling: str) -> None:
    assert planned(head + USE, wanted)[0] == head + USE.replace("404", spelling)


NEW = {
    "the package does not load its modules": (
        "import http\n", CLIENT, "import http\nfrom http import client\n",
    ),
    "a section for other people's code": (
        "import os\n", STATUS, "import os\n\nfrom starlette import status\n",
    ),
    "a section right above code": (
        "import os\nx = 1\n", STATUS, "import os\n\nfrom starlette import status\n\nx = 1\n",
    ),
    "a section above code that stands apart": (
        "import os\n\ndef f(): ...\n", STATUS, "import os\n\nfrom starlette import status\n\ndef f(): ...\n",
    ),
    "a section above a comment of the code": (
        "import os\n# mine\nx = 1\n", STATUS, "import os\n\nfrom starlette import status\n\n# mine\nx = 1\n",
    ),
    "a section above a function": (
        "import os\ndef f(): ...\n", STATUS, "import os\n\nfrom starlette import status\n\n\ndef f(): ...\n",
    ),
    "a section above a class with a decorator": (
        "import os\n@f\nclass A: ...\n",
        STATUS,
        "import os\n\nfrom starlette import status\n\n\n@f\nclass A: ...\n",
    ),
    "a section above a condition": (
        "import os\nif os: ...\n", STATUS, "import os\n\nfrom starlette import status\n\nif os: ...\n",
    ),
    "among other people's code, right above code": (
        "import requests\nx = 1\n", STATUS, "import requests\nfrom starlette import status\nx = 1\n",
    ),
    "among other people's code": (
        "import os\n\nimport requests\nfrom zope import x\n",
        STATUS,
        "import os\n\nimport requests\nfrom starlette import status\nfrom zope import x\n",
    ),
    "beside its own package": (
        "import os\n\nimport alpha\n\nfrom starlette.requests import Request\n",
        STATUS,
        "import os\n\nimport alpha\n\nfrom starlette import status\nfrom starlette.requests import Request\n",
    ),
    "merged": (
        "from starlette import routing, websockets\n",
        STATUS,
        "from starlette import routing, status, websockets\n",
    ),
    "a section between two": (
        "import os\n\nfrom . import x\n",
        STATUS,
        "import os\n\nfrom starlette import status\n\nfrom . import x\n",
    ),
    "a section between two that stood close together": (
        "import os\nfrom . import x\n",
        STATUS,
        "import os\n\nfrom starlette import status\n\nfrom . import x\n",
    ),
    "a section above a comment of the next": (
        "import os\n# mine\nfrom . import x\n",
        STATUS,
        "import os\n\nfrom starlette import status\n\n# mine\nfrom . import x\n",
    ),
    "a section between two, below a relative one": (
        "from . import x\nimport os\nfrom . import y\n",
        STATUS,
        "from . import x\nimport os\n\nfrom starlette import status\n\nfrom . import y\n",
    ),
    "relative, below all": (
        "import os\n\nimport requests\n",
        OWN,
        "import os\n\nimport requests\n\nfrom .constants import HTTP_OK\n",
    ),
    "relative, merged": ("from .constants import AA\n", OWN, "from .constants import AA, HTTP_OK\n"),
    "merged, beside a line of another module": (
        "from alpha import a\nfrom starlette import x\n",
        STATUS,
        "from alpha import a\nfrom starlette import status, x\n",
    ),
    "a line for each name of a module": (
        "from starlette import routing\nfrom starlette import x\n",
        STATUS,
        "from starlette import routing\nfrom starlette import status\nfrom starlette import x\n",
    ),
    "constants before classes, of which one letter is one": (
        "from requests import A, b\n", Import("requests", "OK"), "from requests import OK, A, b\n",
    ),
    "of the package around, merged": (
        "from . import AA\n", Import(".", "HTTP_OK"), "from . import AA, HTTP_OK\n",
    ),
    "where plain imports stand among the others, after that of its module": (
        "from alpha import a\nimport starlette\nfrom zope import x\n",
        Import("starlette", "STATUS", is_module=True),
        "from alpha import a\nimport starlette\nfrom starlette import STATUS\nfrom zope import x\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("head", "wanted", "after"), NEW.values(), ids=NEW)
def test_a_new_import_goes_where_isort_would_put_it(head: str, wanted: Import, after: str) -> None:
    source, made = planned(head + USE, wanted)
    assert source == after + USE.replace("404", wanted.name)
    assert planned(source, wanted)[0] == source
    assert made.missing == (wanted,)


REFUSED = {
    "another meaning": ("status = 3\n", STATUS),
    "another module's": ("from rest_framework import status\n", STATUS),
    "a star import": ("from somewhere import *\n", STATUS),
    "a library that may be missing": (
        "try:\n    from starlette import status\nexcept ImportError:\n    status = None\n", STATUS,
    ),
    "a parameter": ("def f(status):\n    return status == 404\n", STATUS),
}  # fmt: skip


@pytest.mark.parametrize(("head", "wanted"), REFUSED.values(), ids=REFUSED)
def test_a_name_with_another_meaning_is_refused(head: str, wanted: Import) -> None:
    source = head if "404" in head else head + USE
    after, made = planned(source, wanted)
    assert after == source
    assert made.reasons


def test_an_edit_needs_all_of_its_names() -> None:
    source = "status = 3\n" + USE
    after, made = planned(source, ENUM, STATUS)
    assert after == source
    assert not made.missing
    assert made.refusal(_finding(5, 16, "404", ENUM, STATUS)) == "status means something else here (line 1)"


def test_where_nothing_is_edited_nothing_is_imported_or_refused() -> None:
    idle = replace(_finding(4, 16, "404"), edit=None)
    made = plan(USE, ast.parse(USE), [idle], None)
    assert made.missing == made.unused == made.unused_lines == ()
    assert made.text(idle) is made.refusal(idle) is None
    assert not made.needs_import(idle)


def test_what_a_function_imports_for_itself_is_at_hand_there_alone() -> None:
    source = (
        "def f(x):\n    from http import HTTPStatus\n    return x.status_code == 404\n"
        "def g(x):\n    return x.status_code == 410\n"
    )
    found = inspect(source, Options(target=(3, 11)), None)
    assert found.texts_at_hand() == ("HTTPStatus.NOT_FOUND", None)
    at_top = inspect(f"from http import HTTPStatus\n{source}", Options(target=(3, 11)), None)
    assert at_top.texts_at_hand() == ("HTTPStatus.NOT_FOUND", "HTTPStatus.GONE")


def test_two_modules_of_the_same_name_are_not_both_imported() -> None:
    other = Import("rest_framework", "status", is_module=True)
    findings = [_finding(4, 16, "404", STATUS), _finding(8, 16, "405", other)]
    source = USE + USE.replace("404", "405")
    made = plan(source, ast.parse(source), findings, None)
    assert made.missing == (other,)
    assert made.refusal(findings[0]) == "status is needed for rest_framework.status here"
    after = rewrite_text(source, findings, made)
    assert after == f"from rest_framework import status\n{USE}{USE.replace('404', 'status')}"
    assert planned(USE, STATUS, other)[0] == USE


def test_what_an_edit_leaves_in_use_is_at_hand_for_another() -> None:
    # The import goes with both edits.  The first is refused, so it stays, and the second may take it.
    head = "from requests import codes as c\ncodes = 3\n"
    source = f"{head}def f(HTTPStatus): return c.ok\nx(c.moved)\n"
    findings = [
        replace(_finding(3, 26, "c.ok", ENUM), problem="codes-constant"),
        replace(_finding(4, 2, "c.moved", CODES, ".moved_permanently"), problem="renamed"),
    ]
    made = plan(source, ast.parse(source), findings, None)
    assert rewrite_text(source, findings, made) == source.replace("moved", "moved_permanently")


def test_a_star_import_that_is_known_to_bring_no_such_name_is_in_nobodys_way() -> None:
    source = f"from somewhere import *\n{USE}"
    findings = [_finding(5, 16, "404", STATUS)]
    refused = plan(source, ast.parse(source), findings, None)
    assert refused.reasons == ["the star import in line 1 may bind status"]
    closed = frozenset({"somewhere"})
    assert plan(source, ast.parse(source), findings, None, closed).missing == (STATUS,)


def test_two_modules_are_two_imports() -> None:
    after, _ = planned("import os\n" + USE, ENUM, Import("requests", "codes"))
    assert after.startswith("import os\nfrom http import HTTPStatus\n\nfrom requests import codes\n")


def test_a_file_in_the_way_of_the_standard_library_is_seen(tmp_path: Path) -> None:
    (tmp_path / "http.py").touch()
    assert planned(USE, CLIENT, path=tmp_path / "app.py")[1].reasons == [
        "http.py shadows the standard library's http"
    ]
