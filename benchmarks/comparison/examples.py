"""The examples: one literal each, in Python, Go and Ruby.

Go or Ruby is left out where the language has no such place, or no name to put there.
"""
from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent

#: Marks the line that a tool is to speak of, or not; no tool sees it.
MARK = "<<"


@dataclass(frozen=True, slots=True)
class Example:
    """A place, what stands there in each language, and whether it is one that means HTTP."""

    title: str
    python: str
    go: str = ""
    ruby: str = ""
    is_meant: bool = True

    def source(self, text: str) -> tuple[str, int]:
        """A text without its mark, and the marked line, from 1."""
        lines = dedent(text).strip("\n").split("\n")
        number = next(number for number, line in enumerate(lines, 1) if line.endswith(MARK))
        return "\n".join(line.removesuffix(MARK).rstrip() for line in lines) + "\n", number


def _go(body: str, before: str = "") -> str:
    return (
        f'package tried\n\nimport "net/http"\n{before}\nfunc use(w http.ResponseWriter, r *http.Request, '
        f"resp *http.Response, width int) {{\n{body}\n}}\n"
    )


def _spec(line: str, before: str = "") -> str:
    body = f"    get '/items/7'\n    {line} {MARK}\n"
    return f"RSpec.describe 'x' do\n{before}  it 'answers' do\n{body}  end\nend\n"


def _controller(line: str) -> str:
    return f"class ItemsController < ApplicationController\n  def show\n    {line} {MARK}\n  end\nend\n"


EXAMPLES = (
    Example(
        "compared",
        """
        import requests
        if requests.get("https://example.org").status_code == 404:  <<
            print("gone")
        """,
        _go(f"if resp.StatusCode == 404 {{ {MARK}\nreturn\n}}"),
        _spec("expect(response.status).to eq(404)"),
    ),
    Example(
        "compared, on the left",
        """
        import requests
        if 404 == requests.get("https://example.org").status_code:  <<
            print("gone")
        """,
        _go(f"if 404 == resp.StatusCode {{ {MARK}\nreturn\n}}"),
    ),
    Example(
        "one of several",
        """
        import requests
        if requests.get("https://example.org").status_code in (301, 302):  <<
            print("moved")
        """,
        _go(f"switch resp.StatusCode {{\ncase 301, 302: {MARK}\nreturn\n}}"),
    ),
    Example(
        "a case of `match`",
        """
        import requests
        match requests.get("https://example.org").status_code:
            case 404:  <<
                print("gone")
        """,
        _go(f"switch resp.StatusCode {{\ncase 404: {MARK}\nreturn\n}}"),
    ),
    Example(
        "an argument by position",
        """
        from flask import abort
        abort(404)  <<
        """,
        _go(f'http.Error(w, "gone", 404) {MARK}'),
        _controller("head 404"),
    ),
    Example(
        "an argument by name",
        """
        from django.http import HttpResponse
        answer = HttpResponse("gone", status=404)  <<
        """,
        _go(f"_ = http.Response{{StatusCode: 404}} {MARK}"),
        _controller("render :gone, status: 404"),
    ),
    Example(
        "set on a response",
        """
        from django.http import HttpResponse
        answer = HttpResponse()
        answer.status_code = 404  <<
        """,
        _go(f"w.WriteHeader(404) {MARK}"),
        _controller("response.status = 404"),
    ),
    Example(
        "returned beside the body",
        """
        from flask import Flask
        app = Flask(__name__)
        @app.route("/items", methods=["GET"])
        def items():
            return "", 204  <<
        """,
    ),
    Example(
        "in a decorator",
        """
        from flask import Flask
        app = Flask(__name__)
        @app.errorhandler(404)  <<
        def gone(error):
            return "gone"
        """,
    ),
    Example(
        "a key of `responses=`",
        """
        from fastapi import FastAPI
        app = FastAPI()
        @app.get("/items", responses={404: {"description": "gone"}})  <<
        def items():
            return []
        """,
    ),
    Example(
        "expected by a test",
        """
        import unittest
        class ItemTest(unittest.TestCase):
            def test_item(self):
                self.assertEqual(self.client.get("/items/7").status_code, 404)  <<
        """,
        _go(
            f"answer := httptest.NewRecorder()\nif answer.Code != 404 {{ {MARK}\nreturn\n}}",
            'import "net/http/httptest"\n',
        ),
        _spec("expect(response).to have_http_status(404)"),
    ),
    Example(
        "given to the project's own helper",
        """
        def check(client, path, wanted):
            assert client.get(path).status_code == wanted
        def test_item(client):
            check(client, "/items/7", 404)  <<
        """,
        _go(
            f"check(resp, 404) {MARK}",
            "func check(resp *http.Response, wanted int) bool {\nreturn resp.StatusCode == wanted\n}\n",
        ),
        _spec("check(404)", "  def check(wanted)\n    expect(response).to have_http_status(wanted)\n  end\n"),
    ),
    Example(
        "a method, given",
        """
        import requests
        requests.request("POST", "https://example.org")  <<
        """,
        _go(f'_, _ = http.NewRequest("POST", "https://example.org", nil) {MARK}'),
    ),
    Example(
        "a method, compared",
        """
        from flask import request
        if request.method == "POST":  <<
            print("sent")
        """,
        _go(f'if r.Method == "POST" {{ {MARK}\nreturn\n}}'),
    ),
    Example(
        "a width of 200",
        """
        def fits(width):
            return width == 200  <<
        """,
        _go(f"if width == 200 {{ {MARK}\nreturn\n}}"),
        _spec("expect(width).to eq(200)"),
        is_meant=False,
    ),
    Example(
        "a time-out of 200 s",
        """
        import requests
        requests.get("https://example.org", timeout=200)  <<
        """,
        _go(f"_ = http.Client{{Timeout: 200}} {MARK}"),
        _spec("Timeout.timeout(200) { get '/items/8' }"),
        is_meant=False,
    ),
    Example(
        "the bounds of a range",
        """
        import requests
        if 200 <= requests.get("https://example.org").status_code < 300:  <<
            print("fine")
        """,
        _go(f"if resp.StatusCode >= 400 {{ {MARK}\nreturn\n}}"),
        _spec("expect(response.status).to be >= 400"),
        is_meant=False,
    ),
    Example(
        "the class of a status",
        """
        import requests
        if requests.get("https://example.org").status_code // 100 == 2:  <<
            print("fine")
        """,
        _go(f"if resp.StatusCode/100 == 2 {{ {MARK}\nreturn\n}}"),
        _spec("expect(response.status / 100).to eq(2)"),
        is_meant=False,
    ),
    Example(
        "a `status_code` of something else",
        """
        class Valve:
            def __init__(self, status_code: int) -> None:
                self.status_code = status_code
        def is_open(valve: Valve) -> bool:
            return valve.status_code == 200  <<
        """,
        _go(
            f"valve := Valve{{7}}\nif valve.StatusCode == 200 {{ {MARK}\nreturn\n}}",
            "type Valve struct { StatusCode int }\n",
        ),
        _spec("expect(valve.status).to eq(200)"),
        is_meant=False,
    ),
)
