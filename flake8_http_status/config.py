"""One Options object for flake8 and the command line, and where its defaults come from."""
from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from http import HTTPMethod, HTTPStatus
from pathlib import Path

from flake8_http_status.files import absolute
from flake8_http_status.findings import Evidence, Style, Value
from flake8_http_status.requirements import (
    ConfigError,
    Release,
    Version,
    oldest_release,
    required_python,
    required_release,
)

_VOCABULARY = re.compile(
    r"(?P<name>(?:project:)?[^\W\d]\w*(?:\.[^\W\d]\w*)*)\s*(?P<releases>[<>=~!].*)?"
)
_STYLES: dict[str, Style] = {"constant": "constant", "literal": "literal"}
INCLUDABLE = frozenset({"generated", "vendored", "excluded", "ignored"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """A vocabulary that the user wants, and the oldest release of its library that the code supports.

    ``name`` is ``http``, ``literal``, a library's or its module's dotted name, or ``project:`` and a module
    of the linted project.  ``release`` is None where it is not known.
    """

    name: str
    release: Release | None = None


HTTP = Wanted("http")
LITERAL = Wanted("literal")


@dataclass(frozen=True, slots=True)
class Options:
    """What the user chose.

    ``target`` is the oldest Python that the linted code supports; None takes it from the project's
    own files.  ``allow`` holds the codes and methods that may stay literals, ``stubs``
    further stub files or folders of them, ``evidence`` the least evidence that is reported,
    ``vendor_codes`` the status codes outside the registry that are in use, ``value`` says where the
    member's ``.value`` is written, and ``include`` which files are not left alone: those that are
    ``generated``, ``vendored``, ``excluded`` by flake8's configuration, or ``ignored`` by git's.
    ``vocabulary`` are the vocabularies that are wanted, the first choice first (none: the standard
    library's ``http``), and ``style`` are patterns of paths with what is wanted there, ``constant`` or
    ``literal``: the first that matches counts.
    """

    target: Version | None = None
    allow: frozenset[int | str] = frozenset()
    stubs: tuple[Path, ...] = ()
    evidence: Evidence = "named"
    vendor_codes: frozenset[int] = frozenset()
    value: Value = "never"
    include: frozenset[str] = frozenset()
    vocabulary: tuple[Wanted, ...] = ()
    style: tuple[tuple[str, Style], ...] = ()

    def for_file(self, path: Path | None) -> Options:
        """The same options with target and vocabulary settled for the file at ``path`` (None: no file)."""
        if self.target is not None and not self.vocabulary and not self.style:
            return self
        folder = absolute(path).parent if path is not None else None
        target = self.target or (required_python(folder) if folder else None) or running_python()
        wanted = self._wanted_at(path)
        settled = tuple(_with_release(one, folder) for one in wanted) if folder is not None else wanted
        return replace(self, target=target, vocabulary=settled)

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        """The vocabularies that are wanted, the first choice first."""
        return self.vocabulary or (HTTP,)

    @property
    def wants_literals(self) -> bool:
        """Whether literals are wanted anywhere."""
        return LITERAL in self.vocabulary or any(style == "literal" for _, style in self.style)

    def _wanted_at(self, path: Path | None) -> tuple[Wanted, ...]:
        style = next((style for pattern, style in self.style if _matches(path, pattern)), None)
        if style == "literal":
            return (LITERAL,)
        if style == "constant":
            return tuple(one for one in self.vocabulary if one != LITERAL)
        return self.vocabulary


def _matches(path: Path | None, pattern: str) -> bool:
    """Whether a path is meant by a pattern, as flake8's ``exclude`` and ``per-file-ignores`` mean it."""
    if path is None:
        return pattern == "*"
    return any(fnmatch(text, pattern) for text in (path.name, str(absolute(path))))


def _with_release(wanted: Wanted, folder: Path) -> Wanted:
    """A vocabulary with the release of its library that the nearest ``pyproject.toml`` asks for."""
    if wanted.release is not None or wanted in (HTTP, LITERAL) or wanted.name.startswith("project:"):
        return wanted
    return replace(wanted, release=required_release(folder, wanted.name.partition(".")[0]))


def running_python() -> Version:
    """The version of the Python that runs us."""
    return sys.version_info[:2]


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


def parse_vocabulary(entries: Iterable[str]) -> tuple[Wanted, ...]:
    """The vocabularies of ``entries``, such as ``http``, ``starlette>=0.46`` and ``literal``.

    Raises ConfigError.
    """
    return tuple(map(_vocabulary, entries))


def import_roots() -> list[Path]:
    """The folders that imports of a project start from, as seen from the current one."""
    return [Path.cwd() / "src", Path.cwd()]


def vocabulary_files(wanted: Iterable[Wanted]) -> list[Path]:
    """The files of the project's own modules among some vocabularies, where they are found."""
    own = [one.name.removeprefix("project:") for one in wanted if one.name.startswith("project:")]
    places = [root.joinpath(*name.split(".")) for name in own for root in import_roots()]
    files = [file for place in places for file in (place.with_suffix(".py"), place / "__init__.py")]
    return [file for file in files if file.is_file()]


def _vocabulary(entry: str) -> Wanted:
    match = _VOCABULARY.fullmatch(entry)
    if match is None:
        examples = "http, starlette>=0.46, literal or project:acme.codes"
        raise ConfigError(f"{entry!r} is no vocabulary such as {examples}")
    return Wanted(match["name"], oldest_release(match["releases"]) if match["releases"] else None)


def parse_style(entries: Iterable[str]) -> tuple[tuple[str, Style], ...]:
    """The patterns of ``entries`` with their style: ``tests/*: literal``, or ``constant`` for all else.

    A pattern with a ``/`` becomes absolute; one without is held against the file's name alone.
    Raises ConfigError.
    """
    # flake8 takes white space for the end of an entry.
    joined = re.sub(r":\n(?=literal$|constant$)", ":", "\n".join(entries), flags=re.MULTILINE)
    return tuple(map(_style, joined.splitlines()))


def _style(entry: str) -> tuple[str, Style]:
    pattern, _, named = (part.strip() for part in entry.rpartition(":"))
    style: Style | None = _STYLES.get(named)
    if style is None:
        raise ConfigError(f"{entry!r} names neither 'constant' nor 'literal', as in tests/*: literal")
    if "/" in pattern:
        pattern = str(Path(pattern).absolute())
    return pattern or "*", style


def parse_stubs(entries: Iterable[str]) -> tuple[Path, ...]:
    """The stub files and folders at the paths ``entries``, absolute.  Raises ConfigError."""
    return tuple(_stub_path(Path(entry).absolute()) for entry in entries)


def _stub_path(path: Path) -> Path:
    if path.is_dir() or (path.is_file() and path.suffix == ".pyi"):
        return path
    raise ConfigError(f"{path} is neither a stub file (.pyi) nor a folder")
