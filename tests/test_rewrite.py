"""Spans become constants, and nothing else changes."""
from __future__ import annotations

import ast
import re
import subprocess
import sys
from dataclasses import replace

import libcst as cst
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from libcst.codemod import CodemodContext
from libcst.metadata import MetadataWrapper, PositionProvider

from flake8_http_status.config import Options
from flake8_http_status.findings import ENUMS, Edit, Finding, Span, Verdict, member_edit
from http_status_codemods._inspect import inspect
from http_status_codemods._plan import Plan
from http_status_codemods._positions import Positions
from http_status_codemods.use_http_method import UseHTTPMethod
from http_status_codemods.use_http_status import UseHTTPStatus
from tests.rewriting import rewrite_text

AT_HAND = Plan({one: one.name for one in ENUMS.values()})


def marked(text):
    """The source without the marks ``«`` and ``»``, and a finding at each marked literal."""
    findings, source = [], ""
    for piece in re.split("(«[^»]*»)", text):
        start = place(source)
        source += piece.strip("«»")
        if piece.startswith("«"):
            findings.append(finding(Span(*start, *place(source)), piece.strip("«»")))
    return source, findings


def place(text):
    rows = re.split("\r\n?|\n", text)
    return len(rows), len(rows[-1])


def finding(span, source):
    status = source.isdigit()
    kind, member = ("status", "NOT_FOUND") if status else ("method", "POST")
    edit = member_edit(kind, member)
    return Finding(span, source, kind, "comparison", "resolved", Verdict("safe", ""), edit)


def replaced(text):
    """The marked text with the constants put in by hand."""
    return re.sub(
        "«([^»]*)»", lambda m: "HTTPStatus.NOT_FOUND" if m[1].isdigit() else "HTTPMethod.POST", text
    )


KEPT = {
    "comparison": "r.status == «404»\n",
    "brackets": "r.status == ( «404» ) or (( # why\n «404» ))\n",
    "twice the same": "f(404, «404», 404)\n",
    "implicit concatenation": "f('POST', «'PO' 'ST'»)\n",
    "implicit concatenation over lines": "f(\n    «'PO'  # begins\n    'ST'»  # ends\n)\n",
    "part of a concatenation is none": "f('POST' 'x', «'POST'»)\n",
    "prefixed and triple": "f(«r'POST'», «'''POST'''», «u\"POST\"»)\n",
    "tabs": "if x:\n\tr.status\t==\t«404»\t# c\n",
    "CRLF": "x = 1\r\nr.status == «404»\r\n",
    "CR": "x = 1\rr.status == «404»\ry = '''\r'''\r",
    "mixed newlines": "x = '''\r\n'''\nr.status == «404»\r\n\ry = «404»\n",
    "no newline at the end": "r.status == «404»",
    "spaces at the end": "r.status == «404»  \n   \n  # c\n ",
    "wide characters": "é = '\U0001f600', «404», '\u2028', «'POST'»\n",
    "a line separator ends no line": "x = '\x0b\x1c\x85\u2028\u2029'; f(«404»)\n",
    "form feed on its own line": "x = 1\n\x0c\nf(«404»)\n",
    "form feed before code": "x = 1\n\x0cf(«404», «'POST'»)\n\x0c\x0cx = «404»\n",
    "form feed at the start": "\x0cf(«404»)\n\x0cy = 1\n",
    "form feed in a block": "if x:\n\x0c    f(«404»)\n    y\n\x0c    z\n",
    "form feed in brackets": "f(1,\n\x0c«404»)\n",
    "form feed and a carriage return at the end": "\x0cf(«404»)\r",
    "backslash": "x = \\\n  «404» + \\\n1\n",
    "semicolons": "x; f(«404»); y;\n",
    "match": "match m:\n    case «404» | «'POST'»:\n        pass\n",
    "lambda, default, decorator": "@f(«404»)\ndef g(x=«404», y=lambda z=«'POST'»: «404»): ...\n",
    "f-string": "f'{x!r:>{y}} {f(«404»)}'\n" if sys.version_info >= (3, 12) else "f'{x}', «404»\n",
    "type comment": "x = «404»  # type: int\n",
    "attribute of a literal": "«'POST'».lower()\n",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=list(KEPT))
def test_all_else_is_kept(text):
    source, findings = marked(text)
    ast.parse(source)
    assert rewrite_text(source, findings, AT_HAND) == replaced(text)


def test_a_name_does_not_run_into_its_neighbours():
    source, findings = marked(
        "def f(m):\n    return«'POST'»if m in«'POST'»else«'POST'»\nx = «404»if y else 1\n"
    )
    assert rewrite_text(source, findings, AT_HAND) == (
        "def f(m):\n    return(HTTPMethod.POST)if m in(HTTPMethod.POST)else(HTTPMethod.POST)\n"
        "x = (HTTPStatus.NOT_FOUND)if y else 1\n"
    )


def test_what_is_refused_stays():
    source, findings = marked("f(«404», «'POST'»)\n")
    planned = Plan({ENUMS["status"]: "http.HTTPStatus"}, {ENUMS["method"]: "no"})
    assert rewrite_text(source, findings, planned) == "f(http.HTTPStatus.NOT_FOUND, 'POST')\n"
    assert rewrite_text(source, [], planned) == source


def test_a_span_that_is_no_literal_stays():
    wrong = finding(Span(1, 0, 1, 3), "404")
    assert rewrite_text("abc = 404\n", [wrong], AT_HAND) == "abc = 404\n"


SPACES = st.sampled_from([" ", "  ", "\t", " \\\n ", "\x0c "])
NEWLINES = st.sampled_from(["\n", "\r\n"])
LITERALS = st.sampled_from(
    ["«404»", "404", "«'POST'»", "'POST'", "(«404»)", "«'PO'\"ST\"»", "é", "'\u2028\x0c'"]
)
PIECES = st.lists(st.tuples(LITERALS, SPACES, st.sampled_from(["+", "==", ",", "in", "or"])), min_size=1)
LINES = st.lists(st.tuples(PIECES, st.sampled_from(["", "# é\x0c", "\x0c", "; x"])), min_size=1, max_size=5)


@given(LINES, NEWLINES, st.sampled_from(["", "if é:", "def f(): # c"]), st.booleans())
@settings(deadline=None)
def test_equals_bare_edits(lines, newline, block, ends):
    rows = [
        "".join(f"{literal}{space}{operator}{space}" for literal, space, operator in pieces) + "1" + tail
        for pieces, tail in lines
    ]
    indent = "\t" if block else ""
    text = newline.join([*filter(None, [block]), *(indent + row for row in rows)]) + newline * ends
    text = text.replace("\\\n", "\\" + newline)
    source, findings = marked(text)
    assert rewrite_text(source, findings, AT_HAND) == replaced(text)


SOURCE = "import requests\nr = requests.get(u)\nr.status_code == 404\nrequests.request('POST', u)\n"
STATUS = SOURCE.replace("import requests", "from http import HTTPStatus\n\nimport requests").replace(
    "404", "HTTPStatus.NOT_FOUND"
)


def run(command, source, **settings):
    context = CodemodContext(filename=settings.pop("filename", None))
    module = command(context, target=(3, 11), **settings).transform_module(cst.parse_module(source))
    return module.code, context.warnings


def test_each_codemod_has_its_own_rules():
    assert run(UseHTTPStatus, SOURCE) == (STATUS, [])
    after, _ = run(UseHTTPMethod, STATUS)
    assert after.startswith("from http import HTTPMethod, HTTPStatus\n")
    assert "request(HTTPMethod.POST, u)" in after
    assert run(UseHTTPMethod, after)[0] == run(UseHTTPStatus, after)[0] == after


def test_codemod_honours_noqa():
    source = SOURCE.replace("404", "404  # noqa: HTS101")
    assert run(UseHTTPStatus, source) == (source, [])
    source = "# flake8: noqa\n" + SOURCE
    assert run(UseHTTPStatus, source) == (source, [])


def test_codemod_warns_where_it_cannot():
    source = "from falcon import HTTPStatus\n" + SOURCE
    reason = "left alone: HTTPStatus means something else here (line 1)"
    assert run(UseHTTPStatus, source) == (source, [reason])


def test_codemod_takes_the_file_into_account(tmp_path):
    (tmp_path / "http.py").touch()
    after, warnings = run(UseHTTPStatus, SOURCE, filename=str(tmp_path / "app.py"))
    assert after == SOURCE
    assert warnings == ["left alone: http.py shadows the standard library's http"]


def test_codemod_keeps_bytes():
    raw = ("\ufeff" + SOURCE.replace("u)", "'é')")).replace("\n", "\r\n").encode()
    module = UseHTTPStatus(CodemodContext(), target=(3, 11)).transform_module(cst.parse_module(raw))
    assert module.bytes == ("\ufeff" + STATUS.replace("u)", "'é')")).replace("\n", "\r\n").encode()


def test_codemod_unsafe_fixes(monkeypatch):
    def find(self, source, options, *, tree, path, selected):
        found = finding(Span(1, 4, 1, 7), "404")
        return [replace(found, verdict=Verdict("unsafe", ""))]

    monkeypatch.setattr("flake8_http_status.detect.Detector.find", find)
    assert run(UseHTTPStatus, "x = 404\n")[0] == "x = 404\n"
    after = "from http import HTTPStatus\n\nx = HTTPStatus.NOT_FOUND\n"
    assert run(UseHTTPStatus, "x = 404\n", unsafe_fixes=True)[0] == after


@pytest.mark.parametrize("configured", [False, True])
def test_by_the_tool_of_libcst(tmp_path, configured):
    file = tmp_path / "app.py"
    file.write_text(SOURCE)
    command, extra = "http_status_codemods.use_http_status.UseHTTPStatus", ["-x"]
    if configured:
        modules = "modules: ['http_status_codemods']\nrepo_root: '.'\n"
        (tmp_path / ".libcst.codemod.yaml").write_text(modules)
        command, extra = "use_http_status.UseHTTPStatus", []
    tool = [sys.executable, "-m", "libcst.tool", "codemod", *extra, "--no-format", command]
    done = subprocess.run([*tool, "--target", "3.11", "app.py"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert file.read_text() == STATUS


def test_listed_by_the_tool_of_libcst(tmp_path):
    (tmp_path / ".libcst.codemod.yaml").write_text("modules: ['http_status_codemods']\nrepo_root: '.'\n")
    tool = [sys.executable, "-m", "libcst.tool", "list"]
    done = subprocess.run(tool, cwd=tmp_path, capture_output=True, text=True)
    assert [line.partition(" ")[0] for line in done.stdout.splitlines()] == [
        "mend_http_uses.MendHTTPUses",
        "use_http_literals.UseHTTPLiterals",
        "use_http_method.UseHTTPMethod",
        "use_http_status.UseHTTPStatus",
        "use_http_status_class.UseHTTPStatusClass",
        "use_http_vocabulary.UseHTTPVocabulary",
    ]


@given(LINES, NEWLINES, st.sampled_from(["", "if é:", "@f(404)\ndef f(x=404): # c", "class A(404):"]))
@settings(deadline=None)
def test_positions_are_those_of_libcst(lines, newline, block):
    rows = ["".join(f"{a}{b}{c}{b}" for a, b, c in pieces) + "1" + tail for pieces, tail in lines]
    text = newline.join([*filter(None, [block]), *("\t" * bool(block) + row for row in rows)])
    module = cst.parse_module(marked(text.replace("\n", newline))[0])
    positions, literals = Positions(module), Positions(module, literals_only=True)
    assert positions.code == module.code
    code = module.code
    starts = [0, *(match.end() for match in re.finditer("\r\n?|\n", code))]
    expected = {}
    for node, place_ in MetadataWrapper(module, unsafe_skip_copy=True).resolve(PositionProvider).items():
        if isinstance(node, cst.BaseExpression):
            first, last = place_.start, place_.end
            expected[node] = (starts[first.line - 1] + first.column, starts[last.line - 1] + last.column)
    assert positions.expressions_at(set(expected.values())) == expected
    few = (cst.Integer, cst.SimpleString, cst.ConcatenatedString)
    alone = {node: extent for node, extent in expected.items() if isinstance(node, few)}
    assert literals.expressions_at(set(expected.values())) == alone


def test_findings_of_the_engine_are_where_libcst_has_them():
    found = inspect(SOURCE, Options(target=(3, 11)), None)
    assert [each.source for each in found.fixable(unsafe=False)] == ["404", "'POST'"]


EDITS = {
    "an attribute": ("x = «a.b»\n", "c.d"),
    "a comparison": ("if «a is 200»: pass\n", "a == HTTPStatus.OK"),
    "a comparison in brackets of its own": ("if(«a is 200»): pass\n", "a == 200"),
    "a comparison over two lines": ("if («a is\n    200»):\n    pass\n", "a ==\n    HTTPStatus.OK"),
    "a comparison with a comment": ("f(«a is ( # why\n 200)»)\n", "a == ( # why\n 200)"),
    "a call": ("x = [«f(1)(2)» for y in z]\n", "HTTPStatus(f(1)(2)).is_success"),
    "a text next to a word": ("def f():\n    return«'404'»if x else y\n", "404"),
    "a name next to brackets": ("x = not(«a»)\n", "b"),
    "text that is not ASCII": ("é = «ü.ä», «'ö'»\n", "b"),
}


@pytest.mark.parametrize(("text", "new"), EDITS.values(), ids=EDITS)
def test_any_expression_can_be_replaced(text, new):
    source, findings = marked(text)
    findings = [replace(each, edit=Edit((new,)), problem="identity") for each in findings]
    expected = re.sub("«[^»]*»", lambda m: new, text).replace("return404if", "return(404)if")
    assert rewrite_text(source, findings, Plan()) == expected
