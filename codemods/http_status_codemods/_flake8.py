"""flake8's own configuration, as far as it concerns us: excludes, selected rules, our options.

Found and read as flake8 does (https://flake8.pycqa.org/en/latest/user/configuration.html), so that
``check`` and ``flake8`` run in the same folder say the same; flake8 itself need not be there.
"""
from __future__ import annotations

import configparser
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flake8_http_status.files import absolute
from flake8_http_status.requirements import ConfigError
from http_status_codemods._matching import normal
from http_status_codemods._selection import Selection

_FILES = ("setup.cfg", "tox.ini", ".flake8")
_SECTION = "flake8"
_SECTIONS = (_SECTION, "flake8:local-plugins")
_PREFIXES = ("http-", "http_")
#: The distributions that make flake8 read ``pyproject.toml``.
_READERS = ("Flake8-pyproject", "pyproject-flake8")
_CODES = re.compile(r"[A-Z]+[0-9]*")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a configuration file says, and what the user is told of it.

    ``exclude`` holds patterns, ``options`` our options by name without prefix; ``notes`` are lines for
    the user about what was not read.
    """

    path: Path | None = None
    exclude: tuple[str, ...] = ()
    selection: Selection = field(default_factory=Selection)
    disable_noqa: bool = False
    options: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def read(folder: Path) -> Settings:
    """The settings that hold in ``folder``: of the nearest file around it with a section for flake8.

    The search ends below the home folder, as flake8's does.  ``pyproject.toml`` counts where a plugin
    makes flake8 read it, in ``folder`` alone, and then before the others.  Raises ConfigError where a
    value of such a file cannot be read.
    """
    folder = absolute(folder)
    notes: tuple[str, ...] = ()
    pyproject = folder / "pyproject.toml"
    if (said := _table(pyproject)) is not None:
        if any(map(_is_installed, _READERS)):
            return _settings(pyproject, said)
        notes = (f"{pyproject}: [tool.flake8] is passed over, as flake8 does without {_READERS[0]}",)
    for around in (folder, *folder.parents):
        if around == _home() and around != folder:
            break
        for name in _FILES:
            parser = _parsed(around / name)
            if parser is not None and any(parser.has_section(section) for section in _SECTIONS):
                said = dict(parser.items(_SECTION)) if parser.has_section(_SECTION) else {}
                return _settings(around / name, said, notes)
    return Settings(notes=notes)


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None


def _parsed(path: Path) -> configparser.RawConfigParser | None:
    parser = configparser.RawConfigParser()
    if not path.is_file():  # a pipe would be waited for
        return None
    try:
        parser.read(path, encoding="utf-8")
    except (UnicodeDecodeError, configparser.ParsingError):
        return None  # flake8 passes such a file over, too.
    except (OSError, configparser.Error) as error:
        raise ConfigError(f"{path}: {' '.join(str(error).split())}") from error
    return parser


def _table(path: Path) -> dict[str, str] | None:
    """The table ``[tool.flake8]`` of a ``pyproject.toml``, None where there is none."""
    if not path.is_file():
        return None
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None  # what else is wanted of that file says what is wrong with it
    if _SECTION not in text:
        return None
    import tomllib

    try:
        table = tomllib.loads(text).get("tool", {}).get(_SECTION)
    except (tomllib.TOMLDecodeError, AttributeError):
        return None
    return {name: _spelled(value) for name, value in table.items()} if isinstance(table, dict) else None


def _spelled(value: Any) -> str:
    """A value of TOML as an INI file has it."""
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value)


def _is_installed(name: str) -> bool:
    from importlib.metadata import PackageNotFoundError, distribution  # heavy, and seldom asked for

    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def _settings(path: Path, said: Mapping[str, str], notes: tuple[str, ...] = ()) -> Settings:
    excluded = entries(f"{_value(said, 'exclude')},{_value(said, 'extend-exclude')}")
    options = {
        name.removeprefix(prefix).replace("_", "-"): ",".join(value.split("\n"))
        for name, value in said.items()
        for prefix in _PREFIXES
        if name.startswith(prefix)
    }
    for name in options.keys() & {"stubs", "style"}:
        options[name] = ",".join(normal(entry, path.parent) for entry in entries(options[name]))
    return Settings(
        path,
        tuple(normal(pattern, path.parent) for pattern in excluded),
        _selection(path, said),
        _is_true(path, said, "disable-noqa"),
        options,
        notes,
    )


def _selection(path: Path, said: Mapping[str, str]) -> Selection:
    def prefixes(name: str) -> tuple[str, ...]:
        return tuple(entries(_value(said, name)))

    return Selection(
        prefixes("select") if _has(said, "select") else None,
        prefixes("extend-select"),
        prefixes("ignore"),
        prefixes("extend-ignore"),
        _per_file_ignores(path, _value(said, "per-file-ignores")),
    )


def _per_file_ignores(path: Path, text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """``files: codes`` after ``files: codes``, each a list with commas or white space in between."""
    found: list[tuple[str, tuple[str, ...]]] = []
    files: list[str] = []
    codes: list[str] = []
    behind = False
    for word in (*re.findall(r":|[^\s:,]+", text), ""):
        is_code = behind and _CODES.fullmatch(word)
        if word == ":":
            if behind or not files:
                raise ConfigError(f"{path}: per-file-ignores: expected 'files: codes', not {text.strip()!r}")
            behind = True
        elif is_code:
            codes.append(word)
        elif behind:
            # Patterns are relative to where flake8 runs, not to the file, unlike those of exclude.
            found += [(normal(file, Path()), tuple(codes)) for file in files]
            files, codes, behind = [word], [], False
        else:
            files.append(word)
    if files not in ([], [""]):
        raise ConfigError(f"{path}: per-file-ignores: expected 'files: codes', not {text.strip()!r}")
    return tuple(found)


def _is_true(path: Path, said: Mapping[str, str], name: str) -> bool:
    value = _value(said, name).lower() or "false"
    states = configparser.RawConfigParser.BOOLEAN_STATES
    if value not in states:
        raise ConfigError(f"{path}: {name}: {value!r} is neither true nor false")
    return states[value]


def _has(said: Mapping[str, str], name: str) -> bool:
    return name in said or name.replace("-", "_") in said


def _value(said: Mapping[str, str], name: str) -> str:
    """An option's text; flake8 takes either spelling of its name."""
    return said.get(name, said.get(name.replace("-", "_"), ""))


def entries(text: str) -> list[str]:
    """The entries of a list of flake8's: separated by commas or white space."""
    return [entry for entry in re.split(r"[,\s]", text) if entry]
