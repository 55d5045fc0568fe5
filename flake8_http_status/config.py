"""One Options object for flake8 and the command line, and where its defaults come from."""
from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from http import HTTPMethod, HTTPStatus
from pathlib import Path
from typing import Any, TypeAlias

from flake8_http_status.findings import Evidence, Value

Version: TypeAlias = tuple[int, int]


INCLUDABLE = frozenset({"generated", "vendored", "excluded"})


class ConfigError(ValueError):
    """A wrong setting; the text names the setting or the file, and the cause."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the user chose.

    ``target`` is the oldest Python that the linted code supports; None takes it from the nearest
    ``pyproject.toml``.  ``allow`` holds the codes and methods that may stay literals, ``stubs``
    further stub files or folders of them, ``evidence`` the least evidence that is reported,
    ``vendor_codes`` the status codes outside the registry that are in use, ``value`` says where the
    member's ``.value`` is written, and ``include`` which files are not left alone: those that are
    ``generated``, ``vendored``, or ``excluded`` by flake8's configuration.
    """

    target: Version | None = None
    allow: frozenset[int | str] = frozenset()
    stubs: tuple[Path, ...] = ()
    evidence: Evidence = "named"
    vendor_codes: frozenset[int] = frozenset()
    value: Value = "never"
    include: frozenset[str] = frozenset()

    def for_file(self, path: Path | None) -> Options:
        """The same options with the target settled for the file at ``path`` (None: no file)."""
        if self.target is not None:
            return self
        found = required_python(path.absolute().parent) if path is not None else None
        return replace(self, target=found or running_python())


def running_python() -> Version:
    """The version of the Python that runs us."""
    return sys.version_info[:2]


@cache
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


def parse_target(text: str) -> Version | None:
    """The version that ``3.11`` names; None for the empty text.  Raises ConfigError."""
    if not text:
        return None
    if re.fullmatch(r"3\.(0|[1-9]\d?)", text, re.ASCII) is None:
        raise ConfigError(f"{text!r} is not a Python version such as 3.11")
    return (3, int(text[2:]))


def parse_allow(entries: Iterable[str]) -> frozenset[int | str]:
    """The registered status codes and request methods (any case) of ``entries``.  Raises ConfigError."""
    return frozenset(_allowed(entry) for entry in entries)


def _allowed(entry: str) -> int | str:
    if entry.upper() in HTTPMethod.__members__:
        return entry.upper()
    if entry in {str(status.value) for status in HTTPStatus}:
        return int(entry)
    raise ConfigError(f"{entry!r} is neither a status code such as 200 nor a request method such as GET")


def parse_vendor_codes(entries: Iterable[str]) -> frozenset[int]:
    """The status codes of ``entries``, three digits from 100 to 999.  Raises ConfigError."""
    return frozenset(_vendor_code(entry) for entry in entries)


def _vendor_code(entry: str) -> int:
    if re.fullmatch(r"[1-9]\d\d", entry, re.ASCII) is None:
        raise ConfigError(f"{entry!r} is not a status code of three digits such as 520")
    return int(entry)


def parse_evidence(text: str) -> Evidence:
    """The least evidence that is reported.  Raises ConfigError."""
    if text == "named":
        return "named"
    if text == "resolved":
        return "resolved"
    raise ConfigError(f"{text!r} is neither 'named' nor 'resolved'")


def parse_value(text: str) -> Value:
    """Where the member's ``.value`` is written.  Raises ConfigError."""
    if text == "never":
        return "never"
    if text == "needed":
        return "needed"
    if text == "always":
        return "always"
    raise ConfigError(f"{text!r} is none of 'never', 'needed' and 'always'")


def parse_include(entries: Iterable[str]) -> frozenset[str]:
    """The kinds of files of ``entries`` that are not left alone.  Raises ConfigError."""
    named = frozenset(entries)
    for entry in sorted(named - INCLUDABLE):
        raise ConfigError(f"{entry!r} is none of {', '.join(map(repr, sorted(INCLUDABLE)))}")
    return named


def parse_stubs(entries: Iterable[str]) -> tuple[Path, ...]:
    """The stub files and folders at the paths ``entries``, absolute.  Raises ConfigError."""
    return tuple(_stub_path(Path(entry).absolute()) for entry in entries)


def _stub_path(path: Path) -> Path:
    if path.is_dir() or (path.is_file() and path.suffix == ".pyi"):
        return path
    raise ConfigError(f"{path} is neither a stub file (.pyi) nor a folder")
