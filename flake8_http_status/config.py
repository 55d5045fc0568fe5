"""One Options object for flake8 and the command line, and where its defaults come from."""
from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from flake8_http_status.findings import Evidence

Version: TypeAlias = tuple[int, int]


class ConfigError(ValueError):
    """A wrong setting; the text names the setting or the file, and the cause."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the user chose.

    ``target`` is the oldest Python that the linted code supports; None takes it from the nearest
    ``pyproject.toml``.  ``allow`` holds the codes and methods that may stay literals, ``stubs``
    further stub files or folders of them, ``evidence`` the least evidence that is reported, and
    ``vendor_codes`` the status codes outside the registry that are in use.
    """

    target: Version | None = None
    allow: frozenset[int | str] = frozenset()
    stubs: tuple[Path, ...] = ()
    evidence: Evidence = "named"
    vendor_codes: frozenset[int] = frozenset()

    def for_file(self, path: Path | None) -> Options:
        """The same options with the target settled for the file at ``path`` (None: no file)."""
        if self.target is not None:
            return self
        found = required_python(path.absolute().parent) if path is not None else None
        return replace(self, target=found or running_python())


def running_python() -> Version:
    """The version of the Python that runs us."""
    return sys.version_info[:2]


@lru_cache(maxsize=None)
def required_python(folder: Path) -> Version | None:
    """The oldest Python that ``requires-python`` of the nearest ``pyproject.toml`` admits.

    Looks in ``folder`` and upwards and stops at the first ``pyproject.toml``; None where there is
    none or where it does not say.  Raises ConfigError where the file cannot be read as what
    https://packaging.python.org/en/latest/specifications/pyproject-toml/ describes.
    """
    path = folder / "pyproject.toml"
    if path.is_file():
        return _declared(path)
    return None if folder == folder.parent else required_python(folder.parent)


def _declared(path: Path) -> Version | None:
    import tomllib

    try:
        document: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: {error}") from error
    project = document.get("project")
    wanted = project.get("requires-python") if isinstance(project, dict) else None
    if not isinstance(wanted, str):
        return None
    return oldest_admitted(wanted, path)


def oldest_admitted(specifier: str, path: Path) -> Version | None:
    """The oldest 3.x that a version specifier admits, such as (3, 9) for ``>=3.9,<4``."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    try:
        admitted = SpecifierSet(specifier)
    except InvalidSpecifier as error:
        raise ConfigError(f"{path}: requires-python: {error}") from error
    for minor in range(60):
        # A bound such as >=3.11.4 excludes 3.11.0, yet the code supports 3.11.
        if admitted.contains(f"3.{minor}.0") or admitted.contains(f"3.{minor}.99"):
            return (3, minor)
    return None
