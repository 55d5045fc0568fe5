"""Whether a file of the project stands in the way of a module of the standard library."""
from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from flake8_http_status.files import absolute
from http_status_codemods._project import root_of


def shadowing_file(path: Path, source: str, module: str) -> str | None:
    """The ``http.py`` or ``http/`` that ``import http`` in the file at ``path`` would get, or None.

    ``module`` is the first part of the module's name: ``http``.

    Python looks in the folder of the script first, and in the source root: the first folder upwards
    that is no package.  A module inside a package does not see its neighbours, unless it is run as a
    script itself.  ``python -m`` looks in the folder where it is started, most often the project's.
    """
    folder = absolute(path).parent
    script = path.name == "__main__.py" or _is_run_as_script(source)
    found = _held_in(folder, module) if script else None
    return found or _held_in(_source_root(folder), module) or _held_in(_start(folder), module)


def _is_run_as_script(source: str) -> bool:
    """However the condition is written: a module that names ``__main__`` is likely run as it."""
    return source.startswith("#!") or any(name in source for name in ("'__main__'", '"__main__"'))


@lru_cache(maxsize=4096)
def _start(folder: Path) -> Path:
    """Where the project's commands are started: its root, if that is no package."""
    return _source_root(root_of(folder))


@lru_cache(maxsize=4096)
def _source_root(folder: Path) -> Path:
    while folder != folder.parent and (folder / "__init__.py").is_file():
        folder = folder.parent
    return folder


@lru_cache(maxsize=4096)
def _held_in(folder: Path, module: str) -> str | None:
    if (folder / f"{module}.py").is_file():
        return f"{module}.py"
    # A folder without __init__.py is a namespace package, which the standard library comes before.
    return f"{module}/" if (folder / module / "__init__.py").is_file() else None

