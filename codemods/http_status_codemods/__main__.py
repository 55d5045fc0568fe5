"""``python -m http_status_codemods``: the command line, where its script is not on the PATH."""
from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; Ctrl-C is answered with one line even while it is still being loaded."""
    try:
        from http_status_codemods import _garbage, cli

        _garbage.by_hand()
        return cli.main()
    except KeyboardInterrupt:
        print("flake8-http-status: interrupted", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
