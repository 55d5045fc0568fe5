"""flake8's own configuration, as far as it concerns us: what it excludes, and our options in it.

Found and read as flake8 does (https://flake8.pycqa.org/en/latest/user/configuration.html), so that
``check`` and ``flake8`` run in the same folder say the same; flake8 itself need not be there.
"""
from __future__ import annotations

import configparser
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from flake8_http_status.config import ConfigError

_FILES = ("setup.cfg", "tox.ini", ".flake8")
_SECTION = "flake8"
_SECTIONS = (_SECTION, "flake8:local-plugins")
_PREFIXES = ("http-", "http_")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a configuration file says: patterns of ``exclude``, and our options by name without prefix."""

    path: Path | None = None
    exclude: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)


def read(folder: Path) -> Settings:
    """The settings that hold in ``folder``: of the nearest file around it with a section for flake8.

    The search ends below the home folder, as flake8's does.  Raises ConfigError where a value of
    that file cannot be read.
    """
    folder = folder.absolute()
    for around in (folder, *folder.parents):
        if around == _home() and around != folder:
            break
        for name in _FILES:
            parser = _parsed(around / name)
            if parser is not None and any(parser.has_section(section) for section in _SECTIONS):
                return _settings(around / name, parser)
    return Settings()


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None


def _parsed(path: Path) -> configparser.RawConfigParser | None:
    parser = configparser.RawConfigParser()
    try:
        parser.read(path, encoding="utf-8")
    except (UnicodeDecodeError, configparser.ParsingError):
        return None  # flake8 passes such a file over, too.
    except (OSError, configparser.Error) as error:
        raise ConfigError(f"{path}: {' '.join(str(error).split())}") from error
    return parser


def _settings(path: Path, parser: configparser.RawConfigParser) -> Settings:
    said = dict(parser.items(_SECTION)) if parser.has_section(_SECTION) else {}
    names = ("exclude", "extend-exclude", "extend_exclude")
    patterns = [pattern for name in names for pattern in entries(said.get(name, ""))]
    options = {
        name.removeprefix(prefix).replace("_", "-"): value
        for name, value in said.items()
        for prefix in _PREFIXES
        if name.startswith(prefix)
    }
    if "stubs" in options:
        options["stubs"] = ",".join(_normal(entry, path.parent) for entry in entries(options["stubs"]))
    return Settings(path, tuple(_normal(pattern, path.parent) for pattern in patterns), options)


def entries(text: str) -> list[str]:
    """The entries of a list of flake8's: separated by commas or white space."""
    return [entry for entry in re.split(r"[,\s]", text) if entry]


def _normal(pattern: str, folder: Path) -> str:
    """A path or pattern as flake8 reads it: one with a slash is relative to the file's folder."""
    if pattern == "." or "/" in pattern:
        return _absolute(Path(folder, pattern))
    return pattern


def matches(path: Path, patterns: tuple[str, ...]) -> bool:
    """Whether one of ``patterns`` matches the name of ``path``, or all of it as an absolute path."""
    whole = _absolute(path)
    return any(fnmatch(path.name, pattern) or fnmatch(whole, pattern) for pattern in patterns)


def _absolute(path: Path) -> str:
    # Links are not followed: flake8 compares what it was given.
    return os.path.abspath(path)  # noqa: PTH100
