"""``explain``: what a status, a method, a rule or a library is."""
from __future__ import annotations

import os
import pty
import subprocess
import sys
from http import HTTPStatus

import pytest

from flake8_http_status.constants import METHODS, RENAMED, STATUSES
from flake8_http_status.rules import RULES, page_of
from http_status_codemods import _pages, cli
from http_status_codemods._explain import UnknownError, explain
from tests.pages import ROOT


@pytest.mark.parametrize(
    "spelling",
    [
        "404", "NOT_FOUND", "not_found", "Not Found", "not-found", "HTTPStatus.NOT_FOUND", "404 Not Found",
        "http.HTTPStatus.NOT_FOUND", "HTTP_404_NOT_FOUND", "HTTP 404", " 404 ",
    ],
)  # fmt: skip
def test_a_status_in_any_spelling(spelling: str) -> None:
    text = explain(spelling)
    assert text.startswith("# 404 Not Found\n\n`HTTPStatus.NOT_FOUND`, since Python 3.5.\n\n")
    assert HTTPStatus.NOT_FOUND.description in text
    assert "<https://www.rfc-editor.org/rfc/rfc7231#section-6.5.4>" in text


@pytest.mark.parametrize("code", STATUSES)
def test_every_status_is_explained_by_code_and_by_name(code: int) -> None:
    text = explain(str(code))
    assert text.startswith(f"# {code} ")
    names = {members[code].name for members in (STATUSES, RENAMED) if code in members}
    for name in names:
        assert f"`HTTPStatus.{name}`" in text
        assert explain(name) == text


def test_a_renamed_status_has_both_names_and_since_when() -> None:
    text = explain("413")
    assert "`HTTPStatus.CONTENT_TOO_LARGE`, since Python 3.13." in text
    assert "`HTTPStatus.REQUEST_ENTITY_TOO_LARGE` is its old name, since Python 3.5" in text


def test_a_code_that_only_a_vendor_uses() -> None:
    text = explain("444")
    assert text == explain("HTTP 444")
    assert text.startswith("# 444\n\nNo registry has it, nor has `HTTPStatus`, but it is in use: nginx.\n\n")
    assert f"<{page_of('HTS301')}>" in text


@pytest.mark.parametrize("method", METHODS)
def test_every_method_is_explained(method: str) -> None:
    text = explain(method.lower())
    assert text.startswith(f"# {method}\n\n`HTTPMethod.{method}`, since Python 3.11.\n\n")
    assert explain(f"HTTPMethod.{method}") == text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_its_page(rule: object) -> None:
    assert hasattr(rule, "code")
    assert hasattr(rule, "name")
    page = (ROOT / "docs" / "rules" / f"{rule.code}.md").read_text(encoding="utf-8")
    assert explain(rule.code.lower()) == explain(rule.name)
    assert explain(rule.code) == f"{page}\nOn the web: <{page_of(rule.code)}>\n"


def test_a_library_is_its_page() -> None:
    assert explain("Requests") == (ROOT / "docs" / "libraries" / "requests.md").read_text(encoding="utf-8")
    assert explain("rest-framework") == explain("REST_framework")
    for name in _pages.names("libraries"):
        assert explain(name) == _pages.page("libraries", name)


@pytest.mark.parametrize(
    ("wrong", "near"),
    [
        ("not_fuond", "not_found"), ("HTS110", "hts10"), ("reqests", "requests"), ("PSOT", "post"),
        ("4O4", "404"),
    ],
)  # fmt: skip
def test_what_is_unknown_has_near_matches(wrong: str, near: str) -> None:
    with pytest.raises(UnknownError, match=rf"^'{wrong}' is no status.*; did you mean .*{near}"):
        explain(wrong)


@pytest.mark.parametrize("wrong", ["", "998", "1404", "4040", "qqqqqqqq", "../../README", "*"])
def test_what_is_like_nothing_is_unknown(wrong: str) -> None:
    with pytest.raises(UnknownError, match="is no status, method, rule or library"):
        explain(wrong)


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", "404", "post"]) == 0
    output = capsys.readouterr().out
    assert output == explain("404") + explain("post")
    assert cli.main(["explain", "nothing_like_it", "get"]) == 2
    said = capsys.readouterr()
    assert said.out == explain("get")
    assert said.err.startswith("flake8-http-status: 'nothing_like_it' is no status")


def test_pages_are_laid_out_on_a_terminal() -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "http_status_codemods", "explain", "HTS101"]
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": ""}
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        output = b""
        try:
            while part := os.read(ours, 65536):
                output += part
        except OSError:  # how Linux says that the other side has gone
            pass
    os.close(ours)
    assert process.returncode == 0
    assert b"\x1b[" in output
    assert b"# HTS101" not in output
    assert b"```" not in output


def test_without_rich_pages_are_plain(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("http_status_codemods._terminal.has_rich", lambda: False)
    assert cli.main(["explain", "404"]) == 0
    assert capsys.readouterr().out == explain("404")
