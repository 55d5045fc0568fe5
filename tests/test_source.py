"""Bytes that a page of Markdown cannot hold: columns are in characters, and every other byte stays."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from http_status_codemods import cli

LINES = (
    "import requests",
    "if x:",
    "\tr = requests.get('é\U0001f600'); r.status_code == 404  # naïve",
    "\tr.status_code == 404; requests.request('POST', '\x0c\u2028\x85')",
)
AFTER = (
    "from http import HTTPMethod, HTTPStatus",
    "",
    "import requests",
    "if x:",
    "\tr = requests.get('é\U0001f600'); r.status_code == HTTPStatus.NOT_FOUND  # naïve",
    "\tr.status_code == HTTPStatus.NOT_FOUND; requests.request(HTTPMethod.POST, '\x0c\u2028\x85')",
)
PLACES = [
    ("HTS101", 3, LINES[2].index("404") + 1),
    ("HTS101", 4, LINES[3].index("404") + 1),
    ("HTS202", 4, LINES[3].index("'POST'") + 1),
]


def together(lines, newline, end, mark):
    return ("\ufeff" * mark + newline.join(lines) + newline * end).encode()


@pytest.mark.parametrize("mark", [False, True], ids=["", "BOM"])
@pytest.mark.parametrize("end", [True, False], ids=["", "no newline at the end"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
class TestNewlinesAndMark:
    @pytest.fixture(autouse=True)
    def file(self, tmp_path, monkeypatch, newline, end, mark):
        monkeypatch.chdir(tmp_path)
        Path("app.py").write_bytes(together(LINES, newline, end, mark))
        return Path("app.py")

    def test_columns(self, capsys):
        cli.main(["check", "--target=3.11", "--output-format=jsonl"])
        rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [(row["code"], row["line"], row["column"]) for row in rows] == PLACES

    def test_fix(self, file, newline, end, mark):
        assert cli.main(["fix", "--target=3.11"]) == 0
        assert file.read_bytes() == together(AFTER, newline, end, mark)
        assert cli.main(["fix", "--target=3.11"]) == 0
        assert file.read_bytes() == together(AFTER, newline, end, mark)


STATUS = "import requests\nr = requests.get(u)\n{}r.status_code == 404{}\n"
BYTES = {
    "a page break": ("\x0c\n", ""),
    "a form feed before the code": ("\x0c", ""),
    "a form feed before a comment": ("\x0c# page\n", ""),
    "a form feed behind the code": ("", "\x0c # page"),
    "a tab behind the code": ("", "\t"),
    "blanks in empty lines": ("  \n\t\n", ""),
    "brackets": ("((x)) or (", " ) # ) "),
    "a long concatenation": ("'a' 'b' or ", " or ('c'\n  'd')"),
    "a wide string": ("'\u00e9\u4e2d\U0001f600' or ", " or 'e\u0301'"),
    "a comment of another file's newline": ("# a\r\n", ""),
    "blanks at the very end": ("", "\n  "),
}


@pytest.mark.parametrize(("before", "behind"), BYTES.values(), ids=list(BYTES))
def test_bytes_stay(tmp_path, before, behind):
    source = STATUS.format(before, behind)
    file = tmp_path / "app.py"
    file.write_bytes(source.encode())
    assert cli.main(["fix", str(file)]) == 0
    expected = "from http import HTTPStatus\n\n" + source.replace("404", "HTTPStatus.NOT_FOUND")
    assert file.read_bytes() == expected.encode()


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "koi8-r", "shift_jis", "euc-kr", "utf-8"])
def test_encodings(tmp_path, encoding):
    letter = {"koi8-r": "ж", "shift_jis": "ソ表", "euc-kr": "한"}.get(encoding, "é")
    source = f"# -*- coding: {encoding} -*-\n" + STATUS.format(f"'{letter}' or ", "")
    file = tmp_path / "app.py"
    file.write_bytes(source.encode(encoding))
    assert cli.main(["fix", str(file)]) == 0
    head, rest = source.split("\n", 1)
    expected = f"{head}\nfrom http import HTTPStatus\n\n" + rest.replace("404", "HTTPStatus.NOT_FOUND")
    assert file.read_bytes() == expected.encode(encoding)
