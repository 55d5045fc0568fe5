"""The linted project's own modules: which file an import means."""
from __future__ import annotations

import ast
import tokenize
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path

from flake8_http_status import sparse
from flake8_http_status.files import absolute
from flake8_http_status.parsing import UNPARSABLE

#: A module that is larger than this (in bytes) is data, not a place where helpers are defined.
LARGEST = 2_000_000


class Project:
    """The files of a project, by the module names that an import may use for them.

    A file inside packages has its dotted name from the outermost folder with an ``__init__.py``
    down; every file also has the dotted path below each root, for namespace packages, and its bare
    name, for scripts side by side.  Source folders below a root are guessed.
    """

    def __init__(self, roots: Iterable[Path], files: Callable[[], Iterable[Path]]) -> None:
        """Take the folders that imports start from, and how to list the project's files.

        They are listed when an import is looked up for the first time.
        """
        self.roots = [absolute(root) for root in roots]
        self._list = files
        #: The names of the folders that were asked about.
        self._above: dict[Path, list[tuple[str, ...]]] = {}

    @cached_property
    def files(self) -> list[Path]:
        """The project's modules, absolute."""
        # Those below an absolute root are; to take each apart would be remembered by each.
        return [file if file.is_absolute() else absolute(file) for file in self._list()]

    @cached_property
    def _packages(self) -> set[Path]:
        return {file.parent for file in self.files if file.name == "__init__.py"}

    @cached_property
    def _by_name(self) -> dict[str, list[Path]]:
        index: dict[str, list[Path]] = defaultdict(list)
        for file in self.files:
            for name in self.names(file):
                index[name].append(file)
        return index

    def names(self, file: Path) -> list[str]:
        """The dotted names of ``file``, the surest first."""
        folder = file.parent
        above = self._above.get(folder)
        if above is None:
            above = self._above[folder] = self._names_above(folder)
        stem = file.stem
        if stem == "__init__":
            return [".".join(parts) for parts in above if parts]
        return [".".join((*parts, stem)) for parts in above] if stem.isidentifier() else []

    def _names_above(self, folder: Path) -> list[tuple[str, ...]]:
        """The dotted names of a folder in parts, the surest first."""
        top = folder
        while top in self._packages:
            top = top.parent
        tops = [top, *(root for root in self.roots if root == folder or root in folder.parents)]
        found = dict.fromkeys(folder.relative_to(one).parts for one in tops)
        return [parts for parts in found if all(part.isidentifier() for part in parts)]

    def find(self, dotted: str, near: Path | None) -> Path | None:
        """The file of the module ``dotted``, as an import in the file ``near`` means it.

        Where several have the name, the one that shares the longest path with ``near``.
        """
        candidates = self._by_name.get(dotted, [])
        if len(candidates) <= 1 or near is None:
            return candidates[0] if candidates else None
        parts = absolute(near).parts
        return max(candidates, key=lambda one: (_shared(one.parts, parts), -len(one.parts), str(one)))

    def guess(self, dotted: str) -> Path | None:
        """The one file whose path ends as ``dotted`` does: in a source folder that nothing names."""
        parts = tuple(dotted.split("."))
        found = [file for file in self._by_last.get(parts[-1], ()) if _ending(file)[-len(parts) :] == parts]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _by_last(self) -> dict[str, list[Path]]:
        index: dict[str, list[Path]] = defaultdict(list)
        for file in self.files:
            index[_ending(file)[-1]].append(file)
        return index

    def conftests(self, file: Path) -> list[Path]:
        """The ``conftest.py`` files that pytest reads for ``file``, the nearest first."""
        folders = [absolute(file).parent, *absolute(file).parent.parents]
        known = self._conftests
        return [known[folder] for folder in folders if folder in known]

    @cached_property
    def _conftests(self) -> dict[Path, Path]:
        return {file.parent: file for file in self.files if file.name == "conftest.py"}


def parse(path: Path) -> tuple[str, ast.Module] | None:
    """The text and tree of a module of the project; None where it cannot be read or does not parse.

    Functions get their bodies when they are asked for (``sparse.py``).

    It is read for what it tells about other modules: what is wrong with it is said when it is linted.
    """
    try:
        if path.stat().st_size > LARGEST:
            return None
        with tokenize.open(path) as file:
            source = file.read()
        return source, sparse.parse(source)
    except (OSError, *UNPARSABLE):
        return None


def package_of(path: Path) -> list[str]:
    """The parts of the dotted name of the package that the file at ``path`` is in, by the file system."""
    parts: list[str] = []
    folder = absolute(path).parent
    while (folder / "__init__.py").is_file():
        parts.insert(0, folder.name)
        folder = folder.parent
    return parts


def _ending(file: Path) -> tuple[str, ...]:
    """The parts of the path of a module, a package by the name of its folder."""
    return file.parent.parts if file.stem == "__init__" else (*file.parent.parts, file.stem)


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
