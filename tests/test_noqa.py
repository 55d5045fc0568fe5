"""Noqa suppresses what the installed flake8 suppresses: each case is given to both."""
from __future__ import annotations

import re
import subprocess
import sys

import pytest

from flake8_http_status.noqa import Noqa

# flake8 reports E225 (no space around the operator) where the text has "x=1".
CASES = {
    "no comment": "x=1\n",
    "blanket": "x=1  # noqa\n",
    "blanket in capitals": "x=1  # NOQA\n",
    "no space after the hash is no comment for flake8": "x=1  #noqa\n",
    "two spaces neither": "x=1  #  noqa\n",
    "own code": "x=1  # noqa: E225\n",
    "own code without a space": "x=1  # noqa:E225\n",
    "two spaces before the code make it blanket": "x=1  # noqa:  E225\n",
    "a start of the code": "x=1  # noqa: E2\n",
    "a letter alone is no code, so blanket": "x=1  # noqa: E\n",
    "another code": "x=1  # noqa: F401\n",
    "a code that is longer": "x=1  # noqa: E2251\n",
    "several codes": "x=1  # noqa: F401,E225\n",
    "several codes, spaces": "x=1  # noqa: F401 E225\n",
    "several codes, both": "x=1  # noqa: F401, E225\n",
    "lower-case code": "x=1  # noqa: e225\n",
    "words after the code": "x=1  # noqa: F401 because of E225\n",
    "words instead of codes": "x=1  # noqa: because\n",
    "words before": "x=1  # why not # noqa: E225\n",
    "the first comment counts": "x=1  # noqa: F401 # noqa: E225\n",
    "in a string": "y = '# noqa'; x=1\n",
    "on the line before": "# noqa\nx=1\n",
    "on the line after": "x=1\n# noqa\n",
    "at the end of a statement over lines": "y = [\n    1, x==1,\n    2,\n]  # noqa: E225\n",
    "inside a statement over lines": "y = [\n    1, lambda x=1: x,  # noqa\n    x==1,\n]\nx=1\n",
    "after a backslash": "y = 1 + \\\n    2; x=1  # noqa\n",
    "behind a string over lines": "x=1; y = '''\n\n'''  # noqa: E225\n",
    "in a string over lines": "x=1; y = '''\n# noqa\n'''\n",
    "behind an f-string over lines, in capitals": "y = RF'''\n\n'''; x=1  # noqa\nx=1\n",
    "the first of two strings' ends": "x=1; y = '''\n# noqa: F401\n''', x==1, \"\"\"\n\"\"\"  # noqa\n",
    "a backslash in a string": "y = '\\\n'; x=1  # noqa\nx=1\n",
    "two backslashes, a row": "y = 1 + \\\n 1 + \\\n 2; x=1  # noqa: E225\nx=1\n",
    "in an indented block": "if y:\n    x=1  # noqa\n    x=1\nx=1\n",
    "in the head of a block": "if y:  # noqa\n    x=1\n",
    "no newline at the end": "x=1  # noqa",
    "no newline and no comment": "x=1",
    "whole file": "# flake8: noqa\nx=1\n",
    "whole file at the end, indented": "x=1\nif y:\n    # flake8: noqa\n    pass\n",
    "whole file with a code": "# flake8: noqa: F401\nx=1\n",
    "whole file, other spelling": "#flake8=NOQA\nx=1\n",
    "whole file, spelling that counts": "# FLAKE8=NOQA\nx=1\n",
    "whole file behind code is none": "x=1  # flake8: noqa\nx=1\n",
    "whole file in a string over lines": "y = '''\n# flake8: noqa\n'''\nx=1\n",
    "CRLF": "x=1  # noqa\r\nx=1\r\n",
    "carriage returns alone": "x=1  # noqa\rx=1\r",
    "form feed": "x=1  # noqa\n\x0cx=1\n",
    "form feed in a comment": "x=1  # \x0c noqa # noqa\nx=1\n",
    "line separator in a comment": "x=1  # \u2028 # noqa\nx=1\n",
    "non-ASCII digits": "x=1  # noqa: E\u0662\u0662\u0665\n",
}
ROW = re.compile(r"^(\d+)\.py:(\d+):\d+: E225", re.MULTILINE)


@pytest.fixture(scope="module")
def reported(tmp_path_factory):
    """The (case, line) pairs that flake8 reports, with and without ``--disable-noqa``."""
    folder = tmp_path_factory.mktemp("noqa")
    for number, source in enumerate(CASES.values()):
        (folder / f"{number}.py").write_bytes(source.encode())

    def run(*options):
        command = [sys.executable, "-m", "flake8", "--isolated", "--select=E225", "-j1", *options]
        output = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        assert not output.stderr
        return {(int(case), int(line)) for case, line in ROW.findall(output.stdout.replace("./", ""))}

    return run("--disable-noqa"), run()


@pytest.mark.parametrize(("number", "name"), list(enumerate(CASES)), ids=list(CASES))
def test_as_flake8(reported, number, name):
    everything, kept = reported
    noqa = Noqa(CASES[name])
    lines = {line for case, line in everything if case == number}
    assert lines, "the case shows nothing"
    assert {line for line in lines if not noqa.hides(line, "E225")} == {
        line for case, line in kept if case == number
    }


def test_text_that_does_not_tokenize():
    noqa = Noqa("x = (404  # noqa\n404\n")
    assert noqa.hides(1, "HTS101")
    assert not noqa.hides(2, "HTS101")


def test_inside_an_f_string_over_lines():
    noqa = Noqa("y = f'''\n{404}\n'''  # noqa\nx = 404\n")
    assert [noqa.hides(line, "HTS101") for line in (1, 2, 3, 4)] == [True, True, True, False]
