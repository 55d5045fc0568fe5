"""Where a file is, however it was named."""
from __future__ import annotations

import os
from pathlib import Path


def absolute(path: Path) -> Path:
    """``path`` from the root of the file system; without ``..`` unless a link makes another place of it.

    The folders around ``tool/../source/module.py`` are not those of ``tool``.
    """
    given = path.absolute()
    if ".." not in given.parts:
        return given
    plain = Path(os.path.normpath(given))
    try:
        return plain if plain.samefile(given) else given
    except OSError:  # Neither is there.
        return given
