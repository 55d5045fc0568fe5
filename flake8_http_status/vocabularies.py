"""The constants of libraries and of the linted project: which an expression names, which others there are.

A vocabulary is a module or class whose stub gives names their values (docs/stubs.md), the enums of the
standard library's ``http``, or a module of the linted project that defines such names.
"""
from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from flake8_http_status.annotations import OF_RELEASES
from flake8_http_status.binders import Binding
from flake8_http_status.bindings import imported_module
from flake8_http_status.constants import METHODS, RENAMED, STATUSES
from flake8_http_status.findings import Kind
from flake8_http_status.infer import infer
from flake8_http_status.nodes import texts
from flake8_http_status.requirements import Release
from flake8_http_status.types import Class, Enum, Namespace, Type, options
from flake8_http_status.unit import Unit, is_submodule

#: What a constant is at run time: a plain number or text, a text with a phrase, a member of a library's
#: enum, or a member of the standard library's own.
Form: TypeAlias = Literal["number", "text", "phrase", "enum", "member"]
Home: TypeAlias = tuple[Unit | None, ast.AST | None]
#: The home of the members of ``http``'s enums themselves.
ENUM: Home = (None, None)

_PHRASE = re.compile(r"([1-5]\d\d) [A-Z]")
_ENUMS = frozenset({"IntEnum", "StrEnum", "Enum"})
_CODES = {member.name: code for code, member in [*STATUSES.items(), *RENAMED.items()]}
_MOST_STEPS = 8
_RELEASE = re.compile(r"[0-9]+(\.[0-9]+)*")
#: Words that show that a name of the project is about HTTP.
_TELLING = re.compile(
    r"(?:^|_)(?:HTTP|STATUS|CODE|SC|RESPONSE|METHOD|METH|VERB)(?:_|$)|(?:^|_)HTTP\d|^E?[1-5]\d\d_"
)


@dataclass(frozen=True, slots=True)
class Constant:
    """A name for a status or method: its own name, what it stands for, and where it is defined.

    ``since`` is the library's release that brought it and ``deprecated`` the one from which it warns;
    ``home`` is the module of the definition and the node of the module or class that holds it.
    """

    name: str
    kind: Kind
    value: int | str
    form: Form
    home: Home
    since: Release | None = None
    deprecated: Release | None = None

    @property
    def is_own(self) -> bool:
        """Whether the linted project defines it."""
        return self.home[0] is not None and not self.home[0].stub

    @property
    def is_of_object(self) -> bool:
        """Whether it is an attribute of an object or class, and no name of a module."""
        holder = self.home[1]
        return isinstance(holder, ast.ClassDef) and not is_submodule(holder)


def named(unit: Unit, node: ast.AST) -> Constant | None:
    """The constant that an expression names; None where it names none that is known."""
    return _named(unit, node, 0)


def _named(unit: Unit, node: ast.AST, steps: int) -> Constant | None:
    if steps > _MOST_STEPS:
        return None
    match node:
        case ast.Attribute(value=owner, attr=name):
            return _agreed(_in(one, name, steps + 1) for one in options(infer(unit, owner)))
        case ast.Subscript(value=owner, slice=ast.Constant(value=str(key))):
            return _agreed(_under(one, key, steps + 1) for one in options(infer(unit, owner)))
        case ast.Name(id=name):
            scope = unit.scopes.of_node.get(node)
            bindings = unit.lookup(name, scope) if scope is not None else []
            return _bound(unit, name, bindings, steps + 1) if bindings else _starred(unit, name, steps + 1)
    return None


def _starred(unit: Unit, name: str, steps: int) -> Constant | None:
    """The constant that a star import brings, if all star imports that stand below it are known."""
    for star in sorted(unit.scopes.module.bindings.get("*", ()), key=_line, reverse=True):
        found = options(unit.world.engine.binding(unit, star))
        if not found:
            return None  # It may bind the name, too.
        if constant := next(filter(None, (_in(one, name, steps) for one in found)), None):
            return constant
    return None


def closed_stars(unit: Unit) -> frozenset[str]:
    """The libraries' modules from which a star import brings a table of constants, as a stub lists it."""
    stars = (unit.scopes.parents[one.node] for one in unit.scopes.module.bindings.get("*", ()))
    names = (one.module for one in stars if isinstance(one, ast.ImportFrom) and not one.level and one.module)
    return frozenset(name for name in names if _is_table(unit, name))


def _is_table(unit: Unit, name: str) -> bool:
    found = options(unit.world.namespace(name, unit.path))
    return bool(found) and all(isinstance(one, Namespace) and _holds_constants(one) for one in found)


def _holds_constants(of: Namespace) -> bool:
    """Whether a stub's module is a table of constants; one that hands on another's has other names, too."""
    has_star = "*" in of.unit.scopes.inner[of.node].bindings
    return of.unit.stub and not has_star and any(True for _ in constants_of(of))


def stars_may_bring(unit: Unit, name: str) -> bool:
    """Whether a star import of the module may bring ``name``, as something that is not known.

    Where none may, a fix may import ``http``'s own by that name (the codemods' ``_stars.py``).
    """
    return not all(_brings_no(unit, name, star) for star in unit.scopes.module.bindings.get("*", ()))


def _brings_no(unit: Unit, name: str, star: Binding) -> bool:
    match unit.scopes.parents[star.node]:
        case ast.ImportFrom(module=str(module), level=0) if _is_standard(module) or _is_table(unit, module):
            return True
    found = options(unit.world.engine.binding(unit, star))
    return bool(found) and all(isinstance(one, Namespace) and _lacks(one.unit, name) for one in found)


def _is_standard(module: str) -> bool:
    return module.partition(".")[0] in sys.stdlib_module_names


def _lacks(unit: Unit, name: str) -> bool:
    """Whether a module of the project has no such name, nor takes all names from elsewhere."""
    return not unit.stub and name not in (unit.source or name) and "*" not in unit.scopes.module.bindings


def _agreed(found: Iterable[Constant | None]) -> Constant | None:
    """The first of some constants if all mean the same."""
    known = [*found]
    first = known[0] if known else None
    if first is None or any(one is None or one.value != first.value for one in known):
        return None
    return first


def _in(of: Type, name: str, steps: int) -> Constant | None:
    """The constant ``name`` of a module, a class, or an enum of ``http``."""
    match of:
        case Enum(kind="status") if name in _CODES:
            return Constant(name, "status", _CODES[name], "member", ENUM)
        case Enum(kind="method") if name in METHODS:
            return Constant(name, "method", name, "member", ENUM)
        case Namespace(unit=unit, node=node) | Class(unit=unit, node=node):
            bindings = unit.scopes.inner[node].bindings
            if name in bindings:
                return _bound(unit, name, bindings[name], steps)
            starred = (unit.world.engine.binding(unit, one) for one in bindings.get("*", ()))
            found = (_in(one, name, steps + 1) for star in starred for one in options(star))
            return next(filter(None, found), None) if steps <= _MOST_STEPS else None
    return None


def _under(of: Type, key: str, steps: int) -> Constant | None:
    """The constant that an object gives for a key: ``codes["ok"]``."""
    match of:
        case Class(unit=unit, node=node) if unit.stub and "__getitem__" in unit.scopes.inner[node].bindings:
            for one in unit.scopes.inner[node].bindings["__getitem__"]:
                match one.node:
                    case ast.FunctionDef(args=arguments, returns=ast.Name() as constant) if any(
                        isinstance(part, ast.Constant) and part.value == key for part in ast.walk(arguments)
                    ):
                        return _named(unit, constant, steps)
            return _in(of, key, steps)
    return None


def _bound(unit: Unit, name: str, bindings: Iterable[Binding], steps: int) -> Constant | None:
    """The constant that a name is which gets its value in these ways; imports that lead nowhere count not."""
    found = [(one, _from(unit, name, one, steps)) for one in bindings]
    return _agreed(constant for one, constant in found if constant is not None or one.kind != "import")


def _from(unit: Unit, name: str, binding: Binding, steps: int) -> Constant | None:
    if steps > _MOST_STEPS:
        return None
    match binding.kind, binding.node:
        case "import", ast.alias(name=imported) as alias:
            statement = unit.scopes.parents[alias]
            if not isinstance(statement, ast.ImportFrom) or imported == "*":
                return None
            dotted = imported_module(unit, statement)
            module = unit.world.namespace(dotted, unit.path) if dotted else None
            return _agreed(_in(one, imported, steps + 1) for one in options(module))
        case "annotation", ast.AnnAssign(annotation=annotation):
            return _defined(unit, name, binding, steps, annotation)
        case "value", ast.Assign() if not binding.path:
            return _defined(unit, name, binding, steps)
    return None


def _defined(
    unit: Unit, name: str, binding: Binding, steps: int, annotation: ast.expr | None = None
) -> Constant | None:
    """The constant that a statement of a module or class defines."""
    holder = _holder(unit, binding.node)
    if holder is None or not (unit.stub or name.isupper()):
        return None
    match binding.value:
        case ast.Constant(value=bool()):
            return None
        case ast.Constant(value=int() | str() as value):
            found = _of_value(unit, name, value, holder)
        case ast.Name() | ast.Attribute() as other:
            meant = _named(unit, other, steps + 1)
            found = replace(meant, name=name, home=(unit, holder)) if meant is not None else None
        case _:
            return None
    return _with_releases(found, annotation) if found is not None and annotation is not None else found


def _holder(unit: Unit, node: ast.AST) -> ast.Module | ast.ClassDef | None:
    """The module or class in whose body a name is bound; None for a class of the project that has bases."""
    around = unit.scopes.parents.get(node)
    while isinstance(around, ast.If | ast.Try):
        around = unit.scopes.parents.get(around)
    match around:
        case ast.Module():
            return around
        case ast.ClassDef(bases=bases, decorator_list=[]) if unit.stub or not bases:
            return around
    return None


def _of_value(unit: Unit, name: str, value: int | str, holder: ast.Module | ast.ClassDef) -> Constant | None:
    home = (unit, holder)
    if isinstance(value, int):
        if not (unit.stub or (value in STATUSES and _says(name, value))) or not 100 <= value <= 599:
            return None
        return Constant(name, "status", value, "enum" if _is_enum(holder) else "number", home)
    if value in METHODS and (unit.stub or value in name.split("_")):
        return Constant(name, "method", value, "enum" if _is_enum(holder) else "text", home)
    phrase = _PHRASE.match(value) if unit.stub else None
    return Constant(name, "status", int(phrase[1]), "phrase", home) if phrase is not None else None


def _says(name: str, code: int) -> bool:
    """Whether a name of the project says that it is the status ``code``."""
    member, is_telling = STATUSES[code].name, _TELLING.search(name) is not None
    if re.search(rf"(?:^|_){member}(?:_|$)", name):
        return is_telling or "_" in member
    return is_telling and str(code) in re.findall(r"\d+", name)


def _is_enum(holder: ast.AST) -> bool:
    bases = holder.bases if isinstance(holder, ast.ClassDef) else []
    return any(isinstance(base, ast.Name) and base.id in _ENUMS for base in bases)


def _with_releases(constant: Constant, annotation: ast.expr) -> Constant:
    """The constant with the releases that its annotation names."""
    said = dict(word.split(":", 1) for word in texts(annotation) if word.startswith(OF_RELEASES))
    sound = {word: release for word, release in said.items() if _RELEASE.fullmatch(release)}
    releases = {word: tuple(map(int, release.split("."))) for word, release in sound.items()}
    return replace(constant, since=releases.get("since"), deprecated=releases.get("deprecated"))


def _line(binding: Binding) -> int:
    return getattr(binding.node, "lineno", 0)


def constants_of(of: Type) -> Iterator[Constant]:
    """The constants that a module or class holds, in the order of its text."""
    yield from _held(of, set())


def _held(of: Type, seen: set[ast.AST]) -> Iterator[Constant]:
    """The same, but for what was ``seen``: star imports may go round in a circle."""
    if not isinstance(of, Namespace | Class) or of.node in seen:
        return
    seen.add(of.node)
    bindings = of.unit.scopes.inner[of.node].bindings
    for name in sorted(bindings, key=lambda one: _line(bindings[one][0])):
        if name != "*" and (found := _in(of, name, 0)) is not None:
            yield replace(found, name=name)
    for star in bindings.get("*", ()):
        for one in options(of.unit.world.engine.binding(of.unit, star)):
            yield from _held(one, seen)
