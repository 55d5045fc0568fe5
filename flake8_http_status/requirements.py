"""What a project's own files say that it runs on: the oldest Python, and releases of libraries."""
from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from flake8_http_status.parsing import UNPARSABLE, tree_of

#: Major and minor.
Version: TypeAlias = tuple[int, int]
Release: TypeAlias = tuple[int, ...]
#: ``^3.8`` and ``~3.8``, https://python-poetry.org/docs/dependency-specification/
_POETRY_BOUND = re.compile(r"(?<![<>=!~])[\^~](?=\s*\d)")
#: Where ``setup.cfg`` has it: setuptools' place, and pbr's.  A dash is as good as an underscore.
_SETUP_CFG = (
    ("options", "python_requires"),
    ("metadata", "python_requires"),
    ("metadata", "requires_python"),
)


class ConfigError(ValueError):
    """A wrong setting; the text names the setting or the file, and the cause."""


@cache
def required_python(folder: Path) -> Version | None:
    """The oldest Python that the project around ``folder`` says it runs on; None where it does not say.

    Looks in ``folder`` and upwards, and no further than the first ``pyproject.toml`` or ``setup.py``.  In a
    folder counts what comes first: ``requires-python`` or Poetry's ``python`` in ``pyproject.toml``
    (https://packaging.python.org/en/latest/specifications/pyproject-toml/), ``python_requires`` in
    ``setup.cfg``, and in ``setup.py`` where a text is written there (it is read, never run).

    Raises ConfigError where ``pyproject.toml`` cannot be read, or what is said is no version specifier.
    """
    for around in (folder, *folder.parents):
        for path, said in _said_in(around):
            return oldest_admitted(said, path)
        if (around / "pyproject.toml").is_file() or (around / "setup.py").is_file():
            return None
    return None


def _said_in(folder: Path) -> Iterator[tuple[Path, str]]:
    """What the files of one folder say of Python, each as a version specifier."""
    for name, read in (("pyproject.toml", _pyproject), ("setup.cfg", _setup_cfg), ("setup.py", _setup_py)):
        path = folder / name
        if path.is_file() and (said := read(path)) is not None:
            yield path, said


def _pyproject(path: Path) -> str | None:
    match _read(path):
        case {"project": {"requires-python": str(said)}}:
            return said
        case {"tool": {"poetry": {"dependencies": {"python": str(said)}}}} if "||" not in said:
            return _POETRY_BOUND.sub(">=", said) if said.strip() != "*" else None
    return None


def _setup_cfg(path: Path) -> str | None:
    import configparser

    parser = configparser.RawConfigParser(strict=False)
    try:
        parser.read(path, encoding="utf-8")
    except (OSError, ValueError, configparser.Error):
        return None  # flake8 reads this file, too, and says what is wrong with it.
    for section, wanted in _SETUP_CFG:
        for name, said in parser.items(section) if parser.has_section(section) else ():
            if name.replace("-", "_") == wanted:
                return said
    return None


def _setup_py(path: Path) -> str | None:
    try:
        tree = tree_of(path.read_bytes())
    except (OSError, *UNPARSABLE):
        return None
    wanted = next(filter(None, map(_argument, ast.walk(tree))), None)
    match wanted:
        case ast.Constant(value=str(said)):
            return said
        case ast.Name(id=name):
            return _text_of(name, tree)
    return None


def _argument(node: ast.AST) -> ast.expr | None:
    """What a call of ``setup`` is given as ``python_requires``."""
    match node:
        case ast.Call(func=ast.Name(id="setup") | ast.Attribute(attr="setup"), keywords=given):
            return next((one.value for one in given if one.arg == "python_requires"), None)
    return None


def _text_of(name: str, tree: ast.Module) -> str | None:
    """The text that a module assigns to a name once."""
    found = []
    for statement in tree.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                found.append(value.value if isinstance(value, ast.Constant) else None)
    return found[0] if len(found) == 1 and isinstance(found[0], str) else None


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: {error}") from error


@cache
def required_release(folder: Path, library: str) -> Release | None:
    """The oldest release of ``library`` that the dependencies in the nearest ``pyproject.toml`` admit.

    None where there is no such file or it does not say.  Raises ConfigError as ``required_python`` does.
    """
    path = folder / "pyproject.toml"
    if not path.is_file():
        return None if folder == folder.parent else required_release(folder.parent, library)
    project = _read(path).get("project")
    lines = project.get("dependencies") if isinstance(project, dict) else None
    for line in lines if isinstance(lines, list) else ():
        name, specifier = _split_requirement(str(line))
        if name == library.lower().replace("_", "-"):
            return oldest_release(specifier)
    return None


def _split_requirement(line: str) -> tuple[str, str]:
    """The name of a requirement in its normal form, and its version specifier."""
    from packaging.requirements import InvalidRequirement, Requirement
    from packaging.utils import canonicalize_name

    try:
        requirement = Requirement(line)
    except InvalidRequirement:
        return "", ""
    return canonicalize_name(requirement.name), str(requirement.specifier)


def oldest_release(specifier: str) -> Release | None:
    """The greatest lower bound of a version specifier: (0, 46) for ``>=0.46,<1``; None without one.

    Raises ConfigError where it is no specifier.
    """
    from packaging.specifiers import InvalidSpecifier, SpecifierSet
    from packaging.version import Version as Parsed

    try:
        known = [one for one in SpecifierSet(specifier) if one.operator in {">=", "~=", "==", ">"}]
        bounds = [Parsed(one.version) for one in known]
    except ValueError as error:
        raise ConfigError(f"{specifier!r} is no version specifier such as >=0.46: {error}") from error
    except InvalidSpecifier as error:
        raise ConfigError(f"{specifier!r} is no version specifier such as >=0.46") from error
    return max(bounds).release if bounds else None


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
