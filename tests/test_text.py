"""What ``fix`` writes is what LibCST's tree gives, though LibCST sees the imports of a module alone."""
from __future__ import annotations

from dataclasses import replace
from textwrap import dedent

import libcst as cst
import pytest

from flake8_http_status.config import Options
from flake8_http_status.findings import Edit, Finding, Span, Verdict
from http_status_codemods import _text
from http_status_codemods._inspect import inspect
from http_status_codemods._plan import Plan
from tests.rewriting import at_once, rewrite_text

#: Something beside the imports tells where a new one goes, or statements are hard to tell apart by lines.
TOPS = {
    "a docstring": '"""What it is."""\nr.status_code == 404\n',
    "a docstring in part": "'What' f'{it}'\nr.status_code == 404\n",
    "a docstring and a use in its line": '"""What it is."""; r.status_code == 404\n',
    "two statements in a line": "import os; r.status_code == 404\nimport re\n",
    "two statements in the first line": "x = 1; y = r.status_code == 404\nimport re\n",
    "a use in a line with an import": "r.status_code == 404; import os\nx = 1\n",
    "a call that patches": "monkey.patch_all()\nr.status_code == 404\n",
    "a call that patches, with a status": "monkey.patch_all(r.status_code == 404)\nimport os\n",
    "a decorator": "@f(r.status_code == 404)\n@g\ndef h(): ...\n",
    "a decorator below imports": "import os\n@f(r.status_code == 404)\nclass C: ...\n",
    "a comment below a block": "def f(r):\n    r.status_code == 404\n    # of f\n\n# of g\ndef g(): ...\n",
    "a block and an import": "def f():\n  x\n  # of f\nfrom os import x\nr.status_code == 404\n",
    "a comment at the end of a block": "import os\ndef f(r):\n    return r.status_code == 404\n    # more\n",
    "comments in a block": "try:\n    import os\nexcept E:\n  pass\n  # n\nr.status_code == 404\n",
    "a comment right of nothing": "x = 1\n  # where?\ndef f(r): r.status_code == 404\n",
    "one line in a block": "if x: y = 1\n    # whose?\nr.status_code == 404\n",
    "a class": "# licence\n\nclass C:\n    def m(self, r):\n        return r.status_code == 404\n",
    "a name for its parts": "part_ = part_0_ = 1\ndef f(r): return r.status_code == 404, 'part_0_'\n",
    "no line end": "import os\ndef f(r): return r.status_code == 404",
    "a comment at the end": "import os\ndef f(r): return r.status_code == 404  # c\n# end",
    "Windows": "import os\r\ndef f(r):\r\n    return r.status_code == 404\r\n\r\nx = 1\r\n",
    "Windows, a function first": "def f(r):\r\n    return r.status_code == 404\r\n",
    "Windows, no line end": "import os\r\ndef f(r): return r.status_code == 404",
    "Windows, a comment at the end": "def f(r): return r.status_code == 404\r\n# end",
    "old Macs, no line end": "import os\rdef f(r): return r.status_code == 404",
    "Windows and others": "import os\r\ndef f(r):\n    return r.status_code == 404\n",
    "old Macs": "import os\rr.status_code == 404\r",
    "old Macs, functions": "import os\rdef f(r): return r.status_code == 404\rx = 1\rdef g():\r  pass\r",
    "form feeds": "import os\n\x0c\ndef f(r):\n    \x0c\n    return r.status_code == 404\n\x0cimport re\n",
    "blanks in an empty line": "import os\n   \ndef f(r):\n    return r.status_code == 404\n \t\nx = 1\n",
    "a star": "from os import *\ndef f(r): return r.status_code == 404\n",
    "a merged import": "from http import (\n  HTTPMethod,  # why\n)\ndef f(r): return r.status_code == 404\n",
    "a name a line": "from os import a\nfrom os import b\nfrom http import client\nr.status_code == 404\n",
    "a backslash": "import os, \\\n  re\nx = \\\n  r.status_code == 404\n",
    "a text over lines": 'x = """\ndef f():\n  # no\n"""\nr.status_code == 404\n',
    "a cell": "# %%\nimport os\n# %%\nr.status_code == 404\n",
    "words in the way": "def f(r):\n    return 404if 404== r.status_code else'GET'\n",
    "a declaration": "x: int = 1\ntype: str\nr.status_code == 404\n",
    "a loop and a match": "for x in y: pass\nelse: z\nmatch r.status_code:\n    case 404: pass\nimport os\n",
}


@pytest.mark.parametrize("source", TOPS.values(), ids=TOPS)
def test_the_top_of_a_module(source: str) -> None:
    options = Options(target=(3, 11))
    after = at_once(source, options)
    assert "HTTPStatus.NOT_FOUND" in after
    assert at_once(after, options) == after


def test_what_is_no_import_is_not_read_by_libcst(monkeypatch: pytest.MonkeyPatch) -> None:
    source = dedent(
        """\
        '''Many lines.'''
        import os


        def f(r):
            return r.status_code == 404
        """
    ) + "".join(f"\n\ndef f{number}():\n    return {number}\n" for number in range(100))
    read: list[str] = []
    parse = cst.parse_module
    monkeypatch.setattr(cst, "parse_module", lambda text: read.append(text) or parse(text))
    found = inspect(source, Options(target=(3, 11)), None)
    wanted = found.fixable(unsafe=False)
    after = _text.rewrite_text(source, wanted, found.plan_for(wanted), found.tree)
    assert after == source.replace("404", "HTTPStatus.NOT_FOUND").replace(
        "import os", "import os\nfrom http import HTTPStatus"
    )
    (text,) = read
    assert "return" not in text


def test_nothing_is_read_by_libcst_where_the_name_is_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cst, "parse_module", None)
    source = "from http import HTTPStatus\nr.status_code == 404\n"
    found = inspect(source, Options(target=(3, 11)), None)
    planned = found.plan_for(found.findings)
    after = _text.rewrite_text(source, found.findings, planned)
    assert after == source.replace("404", "HTTPStatus.NOT_FOUND")


def test_of_two_edits_the_outer_one_is_made() -> None:
    source = "x = a is 404 or 404\n"
    spans = {"a is 404": Span(1, 4, 1, 12), "404": Span(1, 9, 1, 12), "a": Span(1, 4, 1, 5)}
    inner, outer, first = (
        Finding(spans[text], text, "status", "value", "named", Verdict("safe", ""), Edit((new,)))
        for text, new in (("404", "b"), ("a is 404", "c == d"), ("a", "e"))
    )
    for findings in ([inner, outer, first], [outer, first, inner], [first, inner, outer]):
        assert rewrite_text(source, [replace(one, problem="identity") for one in findings], Plan()) == (
            "x = c == d or 404\n"
        )
