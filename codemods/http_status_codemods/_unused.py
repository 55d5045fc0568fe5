"""Which imports a rewrite leaves behind that were only for what it replaced.

Works on the ``ast`` tree and needs no LibCST.
"""
from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from flake8_http_status.files import absolute
from flake8_http_status.findings import Edit, Span
from flake8_http_status.scope import Scope
from flake8_http_status.scopes import Scopes
from flake8_http_status.sparse import complete
from http_status_codemods._project import root_of
from http_status_codemods.tree import python_files

_DOTTED = re.compile(rb"\b([A-Za-z_]\w*)\.([A-Za-z_]\w*)")
_FROM = re.compile(rb"\bfrom\s+[\w.]*?(\w+)\s+import\s+(\([^)]*\)|[^\n#]+)")
_NAMING = frozenset({"getattr", "hasattr", "setattr", "delattr", "object"})
_SPACES = frozenset({"globals", "locals", "vars"})


@dataclass(frozen=True, slots=True)
class Unused:
    """A name of a top-level import: its module (with dots in front if relative), its name, its ``as``.

    The module is empty where the statement is ``import name``.
    """

    module: str
    name: str
    alias: str | None = None

    @property
    def bound(self) -> str:
        """The name that it has in the module."""
        return self.alias or (self.name if self.module else self.name.partition(".")[0])


def unused(
    source: str, scopes: Scopes, edits: Mapping[Span, Edit], path: Path | None
) -> tuple[Unused, ...]:
    """The imported names that nothing uses any more once ``edits`` are made, but for what they import.

    ``path`` is the file, whose project is asked who else takes the name from it.
    """
    if path is not None and path.name == "__init__.py":
        return ()
    lines = re.split(r"\r\n?|\n", source)
    kept = {word for edit in edits.values() for word in _words(edit)}
    found = [
        one
        for statement in scopes.tree.body
        if isinstance(statement, ast.Import | ast.ImportFrom) and not _has_comment(statement, lines)
        for one in _names(statement)
        if one.bound not in kept and _is_left(scopes, one.bound, edits, lines)
    ]
    return tuple(one for one in found if not _is_told(scopes, one.bound) and not _is_taken(path, one.bound))


def unused_in_functions(
    source: str, scopes: Scopes, edits: Mapping[Span, Edit]
) -> tuple[tuple[int, int], ...]:
    """The imports in functions of which nothing is used any more: line (from 1), column (from 0) of each."""
    lines = re.split(r"\r\n?|\n", source)
    kept = {word for edit in edits.values() for word in _words(edit)}
    found = []
    scopes.reveal("import")
    for function, scope in [*scopes.inner.items()]:
        body = function.body if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef) else []
        for statement in body:
            if not isinstance(statement, ast.Import | ast.ImportFrom) or _has_comment(statement, lines):
                continue
            names = [*_names(statement)]
            whole = len(names) == len(statement.names) and not kept & {one.bound for one in names}
            if whole and all(_is_left_in(scopes, scope, one.bound, edits, lines) for one in names):
                found.append((statement.lineno, statement.col_offset))
    return tuple(found)


def _is_left_in(scopes: Scopes, scope: Scope, name: str, spans: Collection[Span], lines: list[str]) -> bool:
    """Whether all uses of a function's name are in what is replaced, and there is one."""
    bindings = scope.bindings.get(name, ())
    if len(bindings) != 1 or name in scope.elsewhere or _is_told(scopes, name):
        return False
    uses = [*scopes.uses(name, scope)]
    return bool(uses) and all(any(_holds(span, one, lines) for span in spans) for one in uses)


def _words(edit: Edit) -> Iterator[str]:
    """The names that an edit takes over from what stood there."""
    for part in edit.parts:
        if isinstance(part, str):
            yield from re.findall(r"(?<![\w.])[^\W\d]\w*", part)


def _names(statement: ast.Import | ast.ImportFrom) -> Iterator[Unused]:
    """The names that an import binds; one that is imported as itself is meant for others."""
    for alias in statement.names:
        if alias.name == "*" or alias.asname == alias.name:
            continue
        if isinstance(statement, ast.Import):
            yield Unused("", alias.name, alias.asname)
        elif statement.module != "__future__":
            module = "." * statement.level + (statement.module or "")
            yield Unused(module, alias.name, alias.asname)


def _has_comment(statement: ast.stmt, lines: list[str]) -> bool:
    assert statement.end_lineno is not None
    return any("#" in line for line in lines[statement.lineno - 1 : statement.end_lineno])


def _is_left(scopes: Scopes, name: str, spans: Collection[Span], lines: list[str]) -> bool:
    """Whether all uses of a module's name are in what is replaced, and there is one."""
    for one in scopes.module.bindings.get(name, ()):
        if one.kind != "import" or scopes.parents[scopes.parents[one.node]] is not scopes.tree:
            return False
    uses = [*scopes.uses(name, scopes.module)]
    return bool(uses) and all(any(_holds(span, one, lines) for span in spans) for one in uses)


def _holds(span: Span, node: ast.Name, lines: list[str]) -> bool:
    line = lines[node.lineno - 1]
    before = line.encode("utf-8", "surrogatepass")[: node.col_offset]
    column = node.col_offset if line.isascii() else len(before.decode("utf-8", "ignore"))
    return (span.line, span.column) <= (node.lineno, column) < (span.end_line, span.end_column)


def _is_told(scopes: Scopes, name: str) -> bool:
    """Whether a text in the module names what is imported: ``__all__``, an annotation, a doctest, a patch."""
    word = re.compile(rf"\b{re.escape(name)}\b")
    complete(scopes.tree)
    for node in ast.walk(scopes.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and word.search(node.value):
            text = node.value
            if ">>>" in text or re.search(rf"\b{name}\.[^\W\d]|^[\w.]*\.{name}$", text):
                return True
            if text == name and _names_names(scopes, node):
                return True
            if _is_annotation(scopes, node):
                return True
    return False


def _names_names(scopes: Scopes, node: ast.Constant) -> bool:
    """Whether a text stands where names are looked up by text."""
    for around in scopes.ancestors(node):
        match around:
            case ast.Assign(targets=[ast.Name(id="__all__")]) | ast.AugAssign(target=ast.Name(id="__all__")):
                return True
            case ast.AnnAssign(target=ast.Name(id="__all__")):
                return True
            case ast.Call(func=ast.Attribute(value=ast.Name(id="__all__"))):
                return True
            case ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called)) if called in _NAMING:
                return True
            case ast.Subscript(value=ast.Call(func=ast.Name(id=called))) if called in _SPACES:
                return True
            case ast.stmt():
                return False
    return False


def _is_annotation(scopes: Scopes, node: ast.AST) -> bool:
    inner = node
    for around in scopes.ancestors(node):
        match around:
            case ast.AnnAssign(annotation=annotation) | ast.arg(annotation=annotation):
                return inner is annotation
            case ast.FunctionDef(returns=returns) | ast.AsyncFunctionDef(returns=returns):
                return inner is returns
            case ast.Call(func=ast.Name(id="cast") | ast.Attribute(attr="cast")):
                return True
        inner = around
    return False


def _is_taken(path: Path | None, name: str) -> bool:
    """Whether another file of the project takes the name from the one at ``path``, or patches it there."""
    if path is None or not path.is_file():
        return False
    taken = _taken(root_of(absolute(path)))
    return any((path.stem.encode(), one) in taken for one in (name.encode(), b"*"))


@lru_cache(maxsize=4)
def _taken(root: Path) -> frozenset[tuple[bytes, bytes]]:
    """The names that the files of a project mention of its modules, by the last part of the module's name."""
    files = [*python_files([root], lambda path, cause: None)]
    modules = {file.stem.encode() for file in files}
    found: set[tuple[bytes, bytes]] = set()
    for file in files:
        try:
            raw = file.read_bytes()
        except OSError:
            continue
        found.update(pair for pair in _DOTTED.findall(raw) if pair[0] in modules)
        for module, names in _FROM.findall(raw):
            if module in modules:
                found.update((module, name) for name in re.findall(rb"[A-Za-z_]\w*|\*", names))
    return frozenset(found)
