"""Whether a file of the project stands in the way of the standard library's ``http``."""
from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

_RUN_AS_SCRIPT = re.compile(r"""\A#!|^if\s+__name__\s*==\s*['"]__main__['"]""", re.MULTILINE)


def shadowing_file(path: Path, source: str) -> str | None:
    """The ``http.py`` or ``http/`` that ``import http`` in the file at ``path`` would get, or None.

    Python looks in the folder of the script first, and in the source root: the first folder upwards
    that is no package.  A module inside a package does not see its neighbours, unless it is run as a
    script itself.
    """
    folder = path.absolute().parent
    script = path.name == "__main__.py" or _RUN_AS_SCRIPT.search(source) is not None
    found = _http_in(folder) if script else None
    return found or _http_in(_source_root(folder))


@lru_cache(maxsize=4096)
def _source_root(folder: Path) -> Path:
    if folder != folder.parent and (folder / "__init__.py").is_file():
        return _source_root(folder.parent)
    return folder


@lru_cache(maxsize=4096)
def _http_in(folder: Path) -> str | None:
    if (folder / "http.py").is_file():
        return "http.py"
    # A folder without __init__.py is a namespace package, which the standard library comes before.
    return "http/" if (folder / "http" / "__init__.py").is_file() else None


def lacks_name(module: str, level: int, path: Path, name: str) -> bool:
    """Whether ``from module import *`` in the file at ``path`` surely does not bind ``name``.

    That is so where the module is a file of the project that does not hold the word, nor a star
    import of its own.  ``level`` is the number of leading dots.
    """
    folder = path.absolute().parent
    starts = [folder.parents[level - 2] if level > 1 else folder] if level else [folder, *folder.parents]
    inside = Path(*module.split(".")) if module else Path()
    for start in starts:
        for candidate in ((start / inside).with_suffix(".py"), start / inside / "__init__.py"):
            if candidate.is_file():
                text = candidate.read_text(encoding="utf-8", errors="replace")
                return name not in text and not re.search(r"\bimport\s*\*", text)
    return False
