"""The project around the given paths: so that a shard of it sees what the whole sees."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from flake8_http_status.detect import Detector
from flake8_http_status.files import absolute
from http_status_codemods.tree import python_files

_REPOSITORY = (".git", ".hg")
_PROJECT = ("pyproject.toml", "setup.py", "setup.cfg")


def detector_for(paths: Iterable[Path], stubs: tuple[Path, ...]) -> Detector:
    """A detector that knows the modules of the projects that ``paths`` belong to."""
    roots = tuple(sorted({root_of(absolute(path)) for path in paths}))
    return _detector(roots, stubs)


@lru_cache(maxsize=4)
def _detector(roots: tuple[Path, ...], stubs: tuple[Path, ...]) -> Detector:
    return Detector.of_project(stubs, roots, lambda: _modules(roots))


def _modules(roots: tuple[Path, ...]) -> Iterator[Path]:
    # What is wrong with a folder is said when it is linted, not when a module is looked up there.
    return (path for path in python_files(roots, lambda path, cause: None) if path.is_file())


def root_of(path: Path) -> Path:
    """The folder of the project that ``path`` (absolute) is in.

    A given folder that holds a project or a repository is its root.  Else it is the repository
    around the path, or where there is none the nearest folder that holds a project, or the folder
    itself.
    """
    folder = path if path.is_dir() else path.parent
    if folder == path and _holds(folder, (*_PROJECT, *_REPOSITORY)):
        return folder
    around = [folder, *folder.parents]
    for markers in (_REPOSITORY, _PROJECT):
        found = next((one for one in around if _holds(one, markers)), None)
        if found is not None:
            return found
    return folder


def _holds(folder: Path, names: tuple[str, ...]) -> bool:
    return any((folder / name).exists() for name in names)
