"""How each project is installed and tested: one TOML file a project in ``projects`` (README.md)."""
from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

PROJECTS = Path(__file__).parent / "projects"
PYTHONS = ("3.11", "3.13")
KINDS = ("client", "server", "framework", "test helper", "app")
RUNNERS = ("pytest", "unittest")
_TYPES: Mapping[str, Any] = {
    "editable": bool, "small": bool, "timeout": (int, float), "environment": dict, "target": dict
}  # fmt: skip
_HASH = re.compile(r"[0-9a-f]{64}")


class RecipeError(ValueError):
    """A recipe that is not as README.md says; the text names the file and the cause."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """One project: what to download, how to install it, what its suite is."""

    name: str
    version: str
    sha256: str
    kind: str
    install: tuple[str, ...]
    command: tuple[str, ...]
    runner: str = "pytest"
    editable: bool = True
    folder: str = "."
    fix: tuple[str, ...] = (".",)
    prepare: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    deselect: tuple[str, ...] = ()
    timeout: float = 900
    target: Mapping[str, str] = field(default_factory=dict)
    pythons: tuple[str, ...] = PYTHONS
    small: bool = False

    def installs(self) -> list[str]:
        """The arguments of ``uv pip install``: the project itself with ``-e``."""
        words: list[str] = []
        for word in self.install:
            words += ["-e", word] if word.startswith(".") else [word]
        return words

    def target_of(self, python: str) -> str:
        """The oldest Python that the code is said to support: the one that runs the suite."""
        return self.target.get(python, python)

    def digest(self) -> str:
        """A hash of all that says what is run; two runs with the same one can be compared."""
        aside = ("kind", "small", "timeout")
        values = [repr(getattr(self, one.name)) for one in fields(self) if one.name not in aside]
        return hashlib.sha256("\n".join(values).encode()).hexdigest()


def load(path: Path) -> Recipe:
    """The recipe in the file at ``path``.  Raises RecipeError."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        recipe = _recipe(data)
        _check(recipe, path.stem)
    except (OSError, ValueError, TypeError) as error:
        raise RecipeError(f"{path.name}: {error}") from error
    return recipe


def _recipe(data: dict[str, Any]) -> Recipe:
    known = {one.name: one for one in fields(Recipe)}
    if unknown := sorted(set(data) - set(known)):
        raise ValueError(f"unknown keys: {', '.join(unknown)}")
    values: dict[str, Any] = {}
    for key, value in data.items():
        wanted = _TYPES.get(key, list if str(known[key].type).startswith("tuple") else str)
        if not isinstance(value, wanted):
            raise ValueError(f"{key} is {value!r}")
        values[key] = tuple(map(str, value)) if wanted is list else value
    return Recipe(**values)


def _check(recipe: Recipe, name: str) -> None:
    problems = {
        f"name is {recipe.name!r}": recipe.name != name,
        "sha256 is not 64 hexadecimal digits": not _HASH.fullmatch(recipe.sha256),
        f"kind is not one of {', '.join(KINDS)}": recipe.kind not in KINDS,
        f"runner is not one of {', '.join(RUNNERS)}": recipe.runner not in RUNNERS,
        "the command of a pytest runner must start with -m pytest": recipe.runner == "pytest"
        and recipe.command[:2] != ("-m", "pytest"),
        "a project that is not editable runs from its folder: '.' must not be installed": not recipe.editable
        and any(word.startswith(".") for word in recipe.install),
    }
    if found := [text for text, wrong in problems.items() if wrong]:
        raise ValueError("; ".join(found))


def load_all(folder: Path = PROJECTS) -> list[Recipe]:
    """All recipes of ``folder``, sorted by name.  Raises RecipeError."""
    return [load(path) for path in sorted(folder.glob("*.toml"))]


def choose(recipes: Iterable[Recipe], only: Iterable[str], which: str) -> list[Recipe]:
    """The recipes that are named in ``only``, or where it is empty those of the set.  Raises RecipeError."""
    known = {recipe.name: recipe for recipe in recipes}
    names = list(only)
    if unknown := sorted(set(names) - set(known)):
        raise RecipeError(f"no such project: {', '.join(unknown)}; known are {', '.join(known)}")
    if names:
        return [known[name] for name in names]
    return [recipe for recipe in known.values() if recipe.small or which == "all"]
