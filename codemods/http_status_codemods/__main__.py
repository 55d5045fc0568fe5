"""``python -m http_status_codemods``."""
import sys

from http_status_codemods.cli import main

if __name__ == "__main__":
    sys.exit(main())
