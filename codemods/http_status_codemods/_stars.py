"""What star imports bring into a module, and what a module hands out by those of its neighbours."""
from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from flake8_http_status import sparse
from flake8_http_status.files import absolute
from flake8_http_status.parsing import UNPARSABLE
from http_status_codemods import _opened
from http_status_codemods._bindings import Bindings, line_of
from http_status_codemods.tree import FileError, read_bytes

#: Before the path of a file of which is known only that it holds no star import.
GLANCED = "?"
_STAR = re.compile(r"import(?<=\bimport)\s*\(?\s*\*")
_STAR_FROM = re.compile(r"from[ \t]+([\w.]+)[ \t]+import\s*\(?\s*\*")


def foreign_star(
    bindings: Bindings,
    name: str,
    meaning: str,
    path: Path | None,
    *,
    closed: frozenset[str] = frozenset(),
    after: int = 0,
) -> int | None:
    """The line of a star import below the line ``after`` that may bind ``name`` to anything but ``meaning``.

    One of the standard library does not where ``http`` is meant, nor one of a file beside ``path`` that
    does not bind the name otherwise, nor imports everything from elsewhere itself, nor one of ``closed``.
    """
    for binding in bindings.scopes.module.bindings.get("*", ()):
        if line_of(binding) <= after:
            continue
        match bindings.statement(binding):
            case ast.ImportFrom(module=str(module), level=0) if all(map(_is_standard, (module, meaning))):
                continue
            case ast.ImportFrom(module=str(module), level=0) if module in closed:
                continue
            case ast.ImportFrom(module=module, level=level) if path is not None:
                if _has_no_other(module or "", level, path, name, meaning):
                    continue
        return line_of(binding)
    return None


def clashing_importer(path: Path, name: str, meaning: str) -> str | None:
    """The neighbour that imports everything from the module at ``path`` and has another ``name``.

    Another than the one with this ``meaning``.

    Looked for beside the module and in the ``__init__.py`` of the packages around it.
    """
    for importer in _star_importers(absolute(path).parent):
        text = _text(importer)
        if not _may_take_all_from(text, path):
            continue
        bindings = _bindings_of(text)
        if bindings is None or not _takes_all_from(bindings, importer, absolute(path)):
            continue
        if bindings.foreign(name, meaning) or foreign_star(bindings, name, meaning, importer):
            return importer.name
    return None


@lru_cache(maxsize=4096)
def _star_importers(folder: Path) -> tuple[Path, ...]:
    """The files in ``folder``, and the packages around it, that hold a star import."""
    return tuple(file for file in _neighbours(folder) if _glance(file))


def _glance(file: Path) -> bool:
    """Whether a neighbour holds a star import; of one that does not, that is all that matters."""
    with _opened.unnoticed():
        found = has_star(file)
    _opened.note(str(file) if found else f"{GLANCED}{file}")
    return found


def has_star(file: Path) -> bool:
    """Whether the text of a file holds a star import."""
    return _STAR.search(_text(file)) is not None


def _neighbours(folder: Path) -> Iterator[Path]:
    try:
        yield from sorted(file for file in folder.glob("*.py") if file.is_file())
    except OSError:
        return
    while (folder / "__init__.py").is_file() and folder != folder.parent:
        folder = folder.parent
        if (package := folder / "__init__.py").is_file():
            yield package


def _may_take_all_from(text: str, path: Path) -> bool:
    """Whether a star import in ``text`` may be of the module at ``path``, by the last part of its name."""
    names = {absolute(path).parent.name, ""} if path.stem == "__init__" else {path.stem}
    modules = _STAR_FROM.findall(text)
    if len(modules) < len(_STAR.findall(text)):
        return True  # One is written in an unusual way.
    return any(module.rpartition(".")[2] in names for module in modules)


def _takes_all_from(bindings: Bindings, importer: Path, path: Path) -> bool:
    for binding in bindings.scopes.module.bindings.get("*", ()):
        match bindings.statement(binding):
            case ast.ImportFrom(module=module, level=level):
                if _file_of(module or "", level, importer) == path:
                    return True
    return False


def _is_standard(module: str) -> bool:
    return module.partition(".")[0] in sys.stdlib_module_names


def _has_no_other(module: str, level: int, path: Path, name: str, meaning: str) -> bool:
    """Whether ``from module import *`` in the file at ``path`` surely brings no other ``name``.

    That is so where the module is a file of the project that does not bind it, or only to
    ``meaning``, and has no star import of its own.  ``level`` is the number of leading dots.
    """
    file = _file_of(module, level, path)
    if file is None:
        return False
    text = _text(file)
    if _STAR.search(text):
        return False
    if name not in text:
        return True
    bindings = _bindings_of(text)
    if bindings is None or bindings.bound_by_text(name) is not None:
        return False
    return bindings.foreign(name, meaning) is None


def _file_of(module: str, level: int, path: Path) -> Path | None:
    """The file of the project that ``from module import …`` in the file at ``path`` reads."""
    folder = absolute(path).parent
    above = [folder, *folder.parents]
    starts = above[level - 1 : level] if level else above
    inside = Path(*module.split(".")) if module else Path()
    for start in starts:
        files = [(start / inside).with_suffix(".py")] if module else []
        for file in (*files, start / inside / "__init__.py"):
            if file.is_file():
                return file
    return None


def _text(file: Path) -> str:
    try:
        return read_bytes(file).decode(errors="replace")
    except FileError:
        return ""


@lru_cache(maxsize=2)
def _bindings_of(text: str) -> Bindings | None:
    """The bindings of a neighbour: one is asked for each name that its neighbours want."""
    try:
        return Bindings(sparse.parse(text), text)
    except UNPARSABLE:
        return None
