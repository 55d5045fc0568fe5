"""The only reader of the stubs: a library's name in, its validated declarations out.

The language is described in docs/stubs.md.  A stub is parsed and never run.
"""
from __future__ import annotations

import ast
import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flake8_http_status.parsing import tree_of
from flake8_http_status.requirements import ConfigError

SHIPPED = Path(__file__).parent
ALLOWED = "docstring, import, class, def with the body '...', annotated name, alias, TypeVar"
DECORATORS = frozenset({"overload", "staticmethod", "classmethod", "property"})


class StubError(ConfigError):
    """A stub that is no stub; the text names the file, the line and what is allowed."""


@dataclass(frozen=True, slots=True)
class Stub:
    """The declarations of one library: its import name, where they stand, the parsed file."""

    name: str
    path: Path
    tree: ast.Module


def load(name: str, folders: tuple[Path, ...] = ()) -> tuple[Stub, ...]:
    """The stubs that speak for the library ``name`` (the first part of its import name).

    ``name`` may also be a dotted module: ``shop.errors.pyi`` speaks for ``shop.errors`` alone.
    ``folders`` are the user's stub files and folders of them; they come before the shipped stub.
    Raises StubError where one does not parse or holds code.
    """
    paths = [path for folder in folders for path in _candidates(folder, name)]
    return tuple(read(path) for path in (*paths, SHIPPED / f"{name}.pyi") if _is_stub(path))


def names(folder: Path = SHIPPED) -> list[str]:
    """The libraries that the stubs of ``folder`` speak for, sorted."""
    return sorted(path.stem for path in folder.glob("*.pyi") if not path.stem.startswith("_"))


@cache
def saying(words: frozenset[str], folders: tuple[Path, ...] = ()) -> tuple[str, ...]:
    """The libraries whose stubs say one of ``words`` of what they take; the user's are in ``folders``.

    Of a stub for a dotted module it is the last part of the name.
    """
    given = (sorted(one.glob("*.pyi")) if one.is_dir() else [one] for one in (SHIPPED, *folders))
    paths = [path for several in given for path in several]
    quoted = [f'"{word}"'.encode() for word in words]
    said = (path.stem for path in paths if _is_stub(path) and _holds(path, quoted))
    return tuple(dict.fromkeys(name.rpartition(".")[2] for name in said if not name.startswith("_")))


def _holds(path: Path, words: list[bytes]) -> bool:
    raw = path.read_bytes()
    return any(word in raw for word in words)


def _candidates(given: Path, name: str) -> Iterator[Path]:
    if given.suffix != ".pyi":
        yield given / f"{name}.pyi"
    elif given.stem == name:
        yield given


@cache
def _is_stub(path: Path) -> bool:
    return path.is_file()


@cache
def read(path: Path) -> Stub:
    """The stub at ``path``.  Raises StubError."""
    try:
        tree = tree_of(path.read_bytes())
    except OSError as error:
        raise StubError(f"{path}: {error.strerror}") from error
    except SyntaxError as error:
        raise StubError(f"{path}:{error.lineno or 1}: not a stub: {error.msg}") from error
    except ValueError as error:
        raise StubError(f"{path}: not a stub: {error}") from error
    except (RecursionError, MemoryError) as error:  # as the parser has it
        raise StubError(f"{path}: not a stub: nested too deeply") from error
    _check_body(tree.body, path)
    return Stub(path.stem, path, tree)


def _check_body(body: list[ast.stmt], path: Path) -> None:
    for statement in body:
        if not _is_declaration(statement):
            raise StubError(
                f"{path}:{statement.lineno}: a stub holds declarations only, allowed are: {ALLOWED}"
            )
        if isinstance(statement, ast.ClassDef):
            _check_body(statement.body, path)


def _is_declaration(statement: ast.stmt) -> bool:
    match statement:
        case ast.Import() | ast.ImportFrom(level=0) | ast.Pass():
            return True
        case ast.Expr(value=ast.Constant(value=str() | types.EllipsisType())):
            return True
        case ast.ClassDef(bases=bases, keywords=[], decorator_list=[]):
            return all(_is_plain(base) for base in bases)
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return _is_signature(statement)
        case ast.AnnAssign(target=ast.Name(), value=None | ast.Constant(value=int() | str())):
            return _is_plain(statement.annotation)
        case ast.Assign(targets=targets, value=value):
            return all(isinstance(target, ast.Name) for target in targets) and (
                _is_plain(value) or _is_type_variable(value)
            )
    return False


def _is_signature(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    arguments = node.args
    annotated = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    annotated += [extra for extra in (arguments.vararg, arguments.kwarg) if extra is not None]
    annotations = [argument.annotation for argument in annotated]
    defaults = [*arguments.defaults, *(value for value in arguments.kw_defaults if value is not None)]
    return (
        all(isinstance(name, ast.Name) and name.id in DECORATORS for name in node.decorator_list)
        and all(_is_plain(part) for part in (*annotations, node.returns) if part is not None)
        and all(_is_default(default) for default in defaults)
        and all(isinstance(statement, ast.Expr) and _is_declaration(statement) for statement in node.body)
    )


def _is_default(node: ast.expr) -> bool:
    match node:
        case ast.Constant():
            return True
        case ast.UnaryOp(operand=ast.Constant()):
            return True
    return False


def _is_type_variable(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="TypeVar"), args=[ast.Constant()], keywords=[]):
            return True
    return False


def _is_plain(node: ast.expr) -> bool:
    """Whether ``node`` is an annotation: names, subscripts, unions, lists and words only."""
    allowed = (
        ast.Name, ast.Attribute, ast.Subscript, ast.Tuple, ast.List, ast.Constant, ast.BinOp,
        ast.BitOr, ast.expr_context,
    )
    return all(isinstance(part, allowed) for part in ast.walk(node))
