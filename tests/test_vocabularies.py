"""Constants turn from any vocabulary into any other, and what cannot turn stays."""
from __future__ import annotations

import ast
import importlib.util
import re
from itertools import permutations
from pathlib import Path

import pytest

from flake8_http_status import config, detect, rules
from flake8_http_status.config import Options
from flake8_http_status.constants import STATUSES
from flake8_http_status.findings import Finding
from flake8_http_status.problems.vocabulary import PROBLEMS
from flake8_http_status.requirements import ConfigError
from tests.rewriting import at_once

VOCABULARIES = {
    "http": "from http import HTTPStatus",
    "http.client": "from http import client",
    "starlette>=0.48": "from starlette import status",
    "fastapi>=0.130": "from fastapi import status",
    "rest_framework>=3.15": "from rest_framework import status",
    "litestar": "from litestar import status_codes",
    "flask_api": "from flask_api import status",
    "robyn": "from robyn import status_codes",
    "requests>=2.32": "from requests import codes",
    "httpx": "from httpx import codes",
}
TARGET = (3, 13)


def options(*vocabulary: str, style: tuple[str, ...] = ()) -> Options:
    return Options(
        target=TARGET,
        vocabulary=config.parse_vocabulary(vocabulary),
        style=config.parse_style(style),
    )


def converted(source: str, *vocabulary: str, path: Path | None = None, unsafe: bool = False) -> str:
    chosen = options(*vocabulary)
    selected = rules.DEFAULT | rules.implied(chosen)
    return at_once(source, chosen, path=path, unsafe=unsafe, selected=selected)


def reported(source: str, *vocabulary: str, path: Path | None = None) -> list[Finding]:
    chosen = options(*vocabulary)
    return detect.find(source, chosen, path=path, selected=rules.DEFAULT | rules.implied(chosen))


def _lines(*codes: int) -> str:
    compared = "".join(f"assert requests.get(url).status_code != {code}\n" for code in codes)
    return f"import requests\n\nurl = 'https://example.org'\n{compared}"


def _values(source: str) -> list[object]:
    """What is compared with, by the installed libraries."""
    imports = [one for one in ast.parse(source).body if isinstance(one, ast.Import | ast.ImportFrom)]
    space: dict[str, object] = {}
    exec(compile(ast.Module(imports, []), "", "exec"), space)
    compared = [one.comparators[0] for one in ast.walk(ast.parse(source)) if isinstance(one, ast.Compare)]
    return [eval(ast.unparse(one), space) for one in compared]


#: What every vocabulary has a name for.
COMMON = (200, 404, 413, 418, 429, 503)
#: FastAPI's is Starlette's.
PAIRS = [*permutations(sorted(VOCABULARIES.keys() - {"fastapi>=0.130"}), 2)]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_any_turns_into_any_and_back(first: str, second: str) -> None:
    start = converted(_lines(*COMMON), first)
    middle = converted(start, second)
    assert middle == converted(_lines(*COMMON), second)
    assert converted(middle, first) == start


def test_what_a_vocabulary_lacks_stays_with_its_import() -> None:
    source = converted(_lines(200, 425), "http")
    after = converted(source, "flask_api")
    assert "status.HTTP_200_OK" in after
    assert "HTTPStatus.TOO_EARLY" in after
    assert "from http import HTTPStatus" in after


def test_one_module_under_two_names_is_one_vocabulary() -> None:
    source = converted(_lines(*COMMON), "starlette>=0.48")
    assert converted(source, "fastapi") == source


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", VOCABULARIES)
def test_what_is_written_has_the_value_in_the_installed_library(name: str) -> None:
    library = VOCABULARIES[name].split()[1]
    if importlib.util.find_spec(library) is None:
        pytest.skip(f"{library} is not installed")
    if name.startswith(("http.client", "http")):
        pytest.skip("the members of a newer Python than may run here; tests/test_constants.py has them")
    assert _values(converted(_lines(*STATUSES), name)) == list(STATUSES)


@pytest.mark.parametrize("name", VOCABULARIES)
def test_literals_come_back(name: str) -> None:
    source = _lines(*STATUSES)
    assert converted(converted(source, name), "literal") == source


def test_the_release_decides_between_names() -> None:
    source = _lines(422)
    assert "HTTP_422_UNPROCESSABLE_ENTITY" in converted(source, "starlette>=0.40")
    assert "HTTP_422_UNPROCESSABLE_CONTENT" in converted(source, "starlette>=0.48")
    assert "HTTP_422_UNPROCESSABLE_ENTITY" in converted(source, "starlette")


def test_what_an_old_release_lacks_stays() -> None:
    source = _lines(429)
    assert "HTTP_429" in converted(source, "rest_framework>=3")
    assert converted(source, "rest_framework>=1") == source
    (left,) = reported(converted(source, "requests"), "rest_framework>=1")
    assert left.edit is None
    assert left.message == "requests.codes.too_many_requests has no name in rest_framework"


def test_the_project_says_which_release_it_wants(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\ndependencies = ["starlette~=0.45.1", "httpx"]\n')
    file = tmp_path / "app.py"
    file.write_text(_lines(422))
    assert "HTTP_422_UNPROCESSABLE_ENTITY" in converted(_lines(422), "starlette", path=file)


def test_methods_stay_in_a_vocabulary_of_statuses() -> None:
    source = (
        "import requests\nfrom aiohttp import hdrs\n\n"
        'requests.request(hdrs.METH_GET, "")\nrequests.request("PUT", "")\n'
    )
    assert converted(source, "starlette") == source
    assert reported(source, "starlette") == []
    assert "METH_PUT" in converted(source, "starlette", "aiohttp")


USE = "\nassert response.status_code == status.HTTP_200_OK\n"
STAYING = {
    "a re-export by __all__": "from rest_framework import status\n\n__all__ = ['status']\n",
    "a re-export by as": "from rest_framework import status as status\n",
    "a comment on the import": "from rest_framework import status  # noqa: F401\n",
    "a patch by text": "from rest_framework import status\n\nPATCHED = 'app.status.HTTP_200_OK'\n",
    "code in a text": "from rest_framework import status\n\neval('code == status.HTTP_200_OK')\n",
    "an annotation in quotes": "from rest_framework import status\n\nhow: 'status.Any'\n",
    "another use": "from rest_framework import status\n\nprint(status.is_success(code))\n",
    "an import under a condition": (
        "try:\n    from rest_framework import status\nexcept ImportError:\n    raise\n"
    ),
}


@pytest.mark.parametrize("head", STAYING.values(), ids=STAYING)
def test_an_import_stays_that_may_be_wanted_otherwise(head: str) -> None:
    source = f"{head}\n\ndef test(response):\n    assert response.status_code == status.HTTP_200_OK\n"
    after = converted(source, "http")
    assert "== HTTPStatus.OK" in after
    assert head.splitlines()[-1] in after


def test_an_import_goes_that_was_only_for_it() -> None:
    source = f"from rest_framework import serializers, status\n{USE}"
    after = converted(source, "http")
    assert "from rest_framework import serializers\n" in after
    assert "status.HTTP" not in after


def test_an_import_in_a_function_goes_too() -> None:
    source = (
        "def test(response):\n    from rest_framework import status\n\n"
        "    assert response.status_code == status.HTTP_200_OK\n\n\n"
        "def other(response):\n    from rest_framework import status\n"
        "    return response.status_code == status.HTTP_200_OK or status.is_success(response.status_code)\n"
    )
    after = converted(source, "literal")
    assert after == source.replace("    from rest_framework import status\n", "", 1).replace(
        "status.HTTP_200_OK", "200"
    )


def test_a_package_keeps_its_imports(tmp_path: Path) -> None:
    file = tmp_path / "__init__.py"
    source = f"from rest_framework import status\n{USE}"
    file.write_text(source)
    assert "from rest_framework import status" in converted(source, "http", path=file)


@pytest.mark.parametrize(
    "other",
    [
        "from app import status",
        "from app import *",
        "import app\n\nprint(app.status)",
        "from .app import (\n    status,\n)",
    ],
)
def test_an_import_stays_that_another_file_takes(tmp_path: Path, other: str) -> None:
    (tmp_path / "pyproject.toml").write_text("")
    (tmp_path / "other.py").write_text(f"{other}\n")
    file = tmp_path / "app.py"
    source = f"from rest_framework import status\n{USE}"
    file.write_text(source)
    assert "from rest_framework import status" in converted(source, "http", path=file)


def test_the_same_name_may_come_from_elsewhere_now() -> None:
    source = f"from rest_framework import status\n{USE}"
    assert converted(source, "starlette") == source.replace("rest_framework", "starlette")


JUDGED = {
    "compared": ("assert response.status_code == {}", "safe", "safe"),
    "the phrase is asked later": (
        "def f(status=None):\n    print(status.phrase)\n\n\nf({})", "safe", "unsafe",
    ),
    "the repr is shown": ("print(repr({}))", "unsafe", "unsafe"),
    "the repr of what it is given to is shown": ("print(f'{{g(status_code={})!r}}')", "unsafe", "unsafe"),
    "told apart by identity": ("x = {}\nassert x is response.status_code", "unsafe", "unsafe"),
    "handed to somebody unknown": ("somebody({})", "unsafe", "unsafe"),
    "a key": ("print(TABLE[{}])", "safe", "safe"),
    "a class of statuses": ("assert response.status_code // 100 == {} // 100", "safe", "safe"),
}


@pytest.mark.parametrize(("text", "to_enum", "to_number"), JUDGED.values(), ids=JUDGED)
def test_a_change_of_the_type_is_judged_by_the_place(text: str, to_enum: str, to_number: str) -> None:
    number = "from starlette import status\n" + text.format("status.HTTP_404_NOT_FOUND")
    member = "from http import HTTPStatus\n" + text.format("HTTPStatus.NOT_FOUND")
    found = [one for one in reported(number, "http") if one.problem == "framework-constant"]
    assert [one.verdict.fix for one in found] == [to_enum]
    found = [one for one in reported(member, "starlette") if one.problem == "client-constant"]
    assert [one.verdict.fix for one in found] == [to_number]


def test_a_declared_enum_keeps_its_members() -> None:
    source = "from http import HTTPStatus\n\ndef f(status: HTTPStatus) -> None: ...\n\nf(HTTPStatus.OK)\n"
    assert [one.verdict.fix for one in reported(source, "literal")] == ["unsafe"]
    either = source.replace("status: HTTPStatus", "status: HTTPStatus | int")
    assert [one.verdict.fix for one in reported(either, "literal")] == ["safe"]


def test_a_bare_name_is_no_pattern() -> None:
    source = (
        "from rest_framework import status\n\nmatch response.status_code:\n"
        "    case status.HTTP_200_OK:\n        pass\n"
    )
    assert converted(source, "falcon", unsafe=True) == source


PROJECT = {
    "codes.py": "HTTP_OK = 200\nHTTP_MISSING_404 = 404\nLIMIT = 500\n",
    "again.py": "from codes import *\nfrom codes import HTTP_OK as FINE_STATUS_200\n",
    "pyproject.toml": "",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in PROJECT.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def _in_project(source: str, project: Path, *vocabulary: str) -> list[Finding]:
    file = project / "app.py"
    file.write_text(source)
    files = sorted(project.glob("*.py"))
    detector = detect.Detector.of_project((), [project], lambda: files)
    chosen = options(*vocabulary)
    return detector.find(source, chosen, path=file, selected=rules.DEFAULT | rules.implied(chosen))


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("from codes import HTTP_OK", "HTTP_OK"),
        ("import codes", "codes.HTTP_OK"),
        ("from again import HTTP_OK", "HTTP_OK"),
        ("from again import FINE_STATUS_200", "FINE_STATUS_200"),
    ],
)
def test_a_projects_constant_is_followed_through_its_files(project: Path, head: str, name: str) -> None:
    (found,) = _in_project(f"{head}\n\nassert response.status_code == {name}\n", project, "http")
    assert rules.rule_for(found).code == "HTS404"
    assert found.message == f"use HTTPStatus.OK instead of {name}"


def test_a_definition_is_not_reported(project: Path) -> None:
    assert _in_project(PROJECT["codes.py"], project, "http") == []


def test_a_name_that_says_nothing_is_no_constant(project: Path) -> None:
    assert _in_project("from codes import LIMIT\n\nprint(LIMIT)\n", project, "http") == []


@pytest.mark.parametrize(
    ("definition", "is_one"),
    [
        ("HTTP_OK = 200", True),
        ("NOT_FOUND = 404", True),
        ("STATUS_404 = 404", True),
        ("SC_GONE: int = 410", True),
        ("METHOD_GET = 'GET'", True),
        ("OK = 200", False),
        ("HTTP_TOKEN_LIMIT = 200", False),
        ("RETRY_408 = 408", False),
        ("HTTP_OK = 201", False),
        ("HTTP_OK = '200'", False),
        ("HTTP_OK = True", False),
        ("http_ok = 200", False),
        ("HTTP_OK = load()", False),
        ("if x:\n    HTTP_OK = 200\nelse:\n    HTTP_OK = 500", False),
    ],
)
def test_a_projects_constant_is_known_by_name_and_value(definition: str, is_one: bool) -> None:
    name = re.findall(r"\w+", definition.rpartition("\n")[2])[0]
    found = reported(f"{definition}\n\nassert response.unknown == {name}\n", "http")
    assert [rules.rule_for(one).code for one in found] == ["HTS404"] * is_one


def test_a_module_of_the_project_is_a_vocabulary(project: Path) -> None:
    source = "import requests\n\nassert requests.get('').status_code == 200\n"
    (found,) = _in_project(source, project, "project:codes")
    assert found.edit is not None
    assert [(one.module, one.name) for one in found.edit.imports] == [("codes", "HTTP_OK")]


@pytest.mark.parametrize("text", ["", "Http!", "starlette>=x", "project:", "http.", "1st"])
def test_a_wrong_vocabulary_is_refused(text: str) -> None:
    with pytest.raises(ConfigError):
        config.parse_vocabulary([text])


@pytest.mark.parametrize("name", ["nowhere", "project:nowhere", "starlette.routing"])
def test_a_vocabulary_without_constants_is_refused(name: str) -> None:
    with pytest.raises(ConfigError, match=name):
        reported(_lines(200), name)


def test_styles_go_by_path() -> None:
    styles = config.parse_style(["tests/*:literal", "conftest.py:", "constant", "literal"])
    chosen = Options(target=TARGET, style=styles)
    assert chosen.for_file(Path("tests/deep/test_it.py")).wanted == (config.LITERAL,)
    assert chosen.for_file(Path("src/conftest.py")).wanted == (config.HTTP,)
    assert chosen.for_file(Path("src/app.py")).wanted == (config.LITERAL,)
    with pytest.raises(ConfigError):
        config.parse_style(["tests/*"])


def test_nothing_is_asked_of_constants_by_default() -> None:
    assert not rules.problems(rules.DEFAULT) & PROBLEMS
    assert not rules.implied(Options()) & rules.codes(["HTS4", "HTS9"])
