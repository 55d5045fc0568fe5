"""The catalogue against the csv of facts and against the ``http`` module of each Python found here."""
from __future__ import annotations

import csv
import itertools
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from flake8_http_status.constants import (
    METHODS,
    RENAMED,
    STATUSES,
    VENDOR_CODES,
    method_member,
    status_member,
)
from flake8_http_status.requirements import Version
from tests.pages import ROOT

Module: TypeAlias = tuple[Version, dict[str, int], list[str]]
FACTS = Path(__file__).parent / "data" / "http-module.csv"
MODULE = """
import http, json, sys
members = {name: int(member) for name, member in http.HTTPStatus.__members__.items()}
methods = list(http.HTTPMethod.__members__) if sys.version_info >= (3, 11) else []
print(json.dumps([sys.version_info[:2], members, methods]))
"""


def _pythons() -> list[str]:
    found = sorted((Path.home() / ".pyenv" / "versions").glob("3.*/bin/python"))
    return [sys.executable, *(str(path) for path in found)]


@pytest.fixture(scope="module", params=_pythons())
def module(request: pytest.FixtureRequest) -> Module:
    """A Python's version and the members of its ``http`` module."""
    process = subprocess.run([request.param, "-I", "-c", MODULE], capture_output=True, check=False, text=True)
    if process.returncode:
        pytest.skip(f"{request.param} does not run")
    version, statuses, methods = json.loads(process.stdout)
    if version[0] != 3 or version[1] < 5:
        pytest.skip("older than http.HTTPStatus")
    return tuple(version), statuses, methods


def test_a_status_member_is_in_the_module_since_its_version(module: Module) -> None:
    version, statuses, _ = module
    for members in (STATUSES, RENAMED):
        for code, member in members.items():
            expected = code if member.since <= version else None
            assert statuses.get(member.name) == expected, f"{member} on {version}"


def test_the_module_has_no_member_that_is_missing_here(module: Module) -> None:
    _, statuses, methods = module
    known = {(member.name, code) for members in (STATUSES, RENAMED) for code, member in members.items()}
    assert set(statuses.items()) <= known
    assert set(methods) <= set(METHODS)


def test_a_method_member_is_in_the_module_since_its_version(module: Module) -> None:
    version, _, methods = module
    assert set(methods) == {member.name for member in METHODS.values() if member.since <= version}


def test_the_name_for_a_target_exists_from_then_on(module: Module) -> None:
    version, statuses, _ = module
    for code, minor in itertools.product(STATUSES, range(5, version[1] + 1)):
        member = status_member(code, (3, minor))
        assert member is None or statuses[member.name] == code


def test_the_catalogue_holds_the_facts() -> None:
    with FACTS.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    ours = {
        (kind, str(value), member.name, f"{member.since[0]}.{member.since[1]}", member.reference)
        for kind, members in (("status", STATUSES), ("method", METHODS))
        for value, member in members.items()
    }
    assert ours == {tuple(row) for row in rows}


def test_the_numbers_of_the_catalogue() -> None:
    assert (len(STATUSES), len(RENAMED), len(METHODS)) == (62, 4, 9)


@pytest.mark.parametrize(("code", "section"), [(413, 14), (414, 15), (416, 17), (422, 21)])
def test_a_new_name_refers_to_its_section_of_rfc_9110(code: int, section: int) -> None:
    assert RENAMED[code].reference == f"HTTP Semantics RFC 9110, Section 15.5.{section}"


def test_the_page_says_which_vendor_uses_a_code_that_no_registry_has() -> None:
    page = (ROOT / "docs" / "rules" / "HTS301.md").read_text(encoding="utf-8")
    told = {
        code: vendor
        for codes, vendor in re.findall(r"^\| ([0-9, to]+) \| (\w.*?) \|$", page, re.MULTILINE)
        for code in _numbers(codes)
    }
    assert told == VENDOR_CODES
    assert not VENDOR_CODES.keys() & STATUSES.keys()


def _numbers(text: str) -> Iterator[int]:
    """The numbers of ``494 to 497, 499``."""
    for part in text.split(", "):
        first, _, last = part.partition(" to ")
        yield from range(int(first), int(last or first) + 1)


@pytest.mark.parametrize(
    ("code", "target", "name"),
    [
        (422, (3, 8), "UNPROCESSABLE_ENTITY"),
        (422, (3, 12), "UNPROCESSABLE_ENTITY"),
        (422, (3, 13), "UNPROCESSABLE_CONTENT"),
        (413, (3, 14), "CONTENT_TOO_LARGE"),
        (418, (3, 9), "IM_A_TEAPOT"),
        (418, (3, 8), None),
        (599, (3, 13), None),
    ],
)
def test_a_status_has_the_newest_name_that_all_of_the_target_has(
    code: int, target: Version, name: str | None
) -> None:
    member = status_member(code, target)
    assert (member and member.name) == name


@pytest.mark.parametrize(
    ("method", "target", "name"), [("GET", (3, 11), "GET"), ("GET", (3, 10), None), ("get", (3, 11), None)]
)
def test_a_method_needs_python_3_11(method: str, target: Version, name: str | None) -> None:
    member = method_member(method, target)
    assert (member and member.name) == name
