"""``python -m http_status_codemods``: the command line, where its script is not on the PATH."""
from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the command line; Ctrl-C is answered with one line even while it is still being loaded."""
    try:
        from http_status_codemods import cli

        # The process is ours, and what the engine makes lives as long as the file it looks at: the
        # default of looking for garbage at each 700 new objects costs a fifth of the time.
        gc.set_threshold(100_000, 20, 20)
        return cli.main()
    except KeyboardInterrupt:
        print("flake8-http-status: interrupted", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
