"""The least that any tool on Python's own ``ast`` does: read all, look at the bytes, parse what is left.

With ``--cst``, the least that any rewriting with LibCST does: parse and generate the given files.
"""
from __future__ import annotations

import ast
import re
import sys
import warnings
from pathlib import Path

# A status code, or a quoted method: the patterns of ``check`` itself, and a test holds them together.
_CANDIDATE = re.compile(
    rb"[1-5](?<![\w.].)(?:(?<=1)(?:00|01|02|03)"
    rb"|(?<=2)(?:00|01|02|03|04|05|06|07|08|26)"
    rb"|(?<=3)(?:00|01|02|03|04|05|07|08)"
    rb"|(?<=4)(?:00|01|02|03|04|05|06|07|08|09|10|11|12|13|14|15|16|17|18|21|22|23|24|25|26|28|29|31|51)"
    rb"|(?<=5)(?:00|01|02|03|04|05|06|07|08|10|11))(?![0-9._jJ])"
)
_METHOD = re.compile(
    rb"['\"](?:(?i:GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH)['\"]"
    rb"|[A-Za-z]{1,6}['\"][\s\\]*[rRuU]?['\"][A-Za-z]{1,6}['\"])"
)


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
