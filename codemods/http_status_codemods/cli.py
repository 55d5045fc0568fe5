"""``flake8-http-status check | fix | learn | explain``: the engine over a tree of files, without flake8.

Exit status: 0 clean, 1 findings (``check``) or changes to make (``fix --check``), 2 errors, 130 interrupted.
"""
from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

ERROR, INTERRUPTED = 2, 130
_PROGRAM = "flake8-http-status"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line in ``argv`` (default: the process's own); gives the exit status."""
    for stream in (sys.stdout, sys.stderr):
        # A path may hold characters that the terminal's encoding lacks.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        # Here, so that Ctrl-C ends the imports, too, without a traceback.
        from http_status_codemods._commands import run

        status = run(argv)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print(f"{_PROGRAM}: interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader has gone, as in "| head"
        _drop_output()
        return ERROR
    except OSError as error:  # of the output: what is wrong with a file is told with the file
        print(f"{_PROGRAM}: cannot write: {(error.strerror or str(error)).lower()}", file=sys.stderr)
        _drop_output()
        return ERROR
    return status


def _drop_output() -> None:
    # Python would complain once more when it closes stdout.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
