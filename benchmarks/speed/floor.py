"""The least that any tool on Python's own ``ast`` does: read all, look at the bytes, parse what is left.

With ``--cst``, the least that any rewriting with LibCST does: parse and generate the given files.
"""
from __future__ import annotations

import ast
import re
import sys
import warnings
from pathlib import Path

# A status code, or a quoted method.
_CANDIDATE = re.compile(
    rb"[1-5](?<![\w.].)[0-9]{2}(?![0-9.])"
)
_METHOD = re.compile(rb"['\"](?i:get|head|post|put|delete|connect|options|trace|patch)['\"]")


def main() -> None:
    """Do it to the files that are named on the standard input, one a line."""
    warnings.simplefilter("ignore")
    rewriting = "--cst" in sys.argv
    for line in sys.stdin:
        raw = Path(line.rstrip("\n")).read_bytes()
        if rewriting:
            import libcst

            _ = libcst.parse_module(raw).code
        elif _CANDIDATE.search(raw) or _METHOD.search(raw):
            try:
                ast.parse(raw)
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                continue


if __name__ == "__main__":
    main()
