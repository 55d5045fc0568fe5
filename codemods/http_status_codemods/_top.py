"""A module's top level alone, for what is done to its imports: LibCST takes long to read the rest.

Statements that are no imports stand there as short ones of their kind, and come back at the end.
"""
from __future__ import annotations

import ast
import re
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from http_status_codemods._spans import LINE_END, TextEdit, applied, offsets

_INDENTED_COMMENT = re.compile(r"[ \t\f]+#")
_SIMPLE = (ast.Import, ast.ImportFrom, ast.Expr, ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Assert,
           ast.Delete, ast.Raise, ast.Pass, ast.Global, ast.Nonlocal, ast.Return)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Top:
    """The text of a module's top level; ``mark`` begins the names that tell its ``parts`` apart."""

    text: str
    mark: str
    parts: tuple[str, ...]

    def restored(self, changed: str) -> str:
        """The whole module, where ``changed`` is ``text`` with other imports."""
        line = re.compile(rf"(?<![^\r\n])[^\r\n]*?{self.mark}(\d+)_[^\r\n]*")
        return line.sub(lambda match: self.parts[int(match[1])], changed)


def top_of(source: str, tree: ast.Module, edits: Sequence[TextEdit]) -> Top | None:
    """The top level of ``source``, which ``tree`` was parsed from, with ``edits`` made.

    ``edits`` are in their order.  None where lines end in several ways: LibCST ends new lines as the first.
    """
    if len(set(LINE_END.findall(source))) > 1:
        return None
    mark = _unused_name(source)
    texts: list[str] = []
    parts: list[str] = []
    left, at = deque(edits), 0
    for start, end, statement in _extents(source, tree):
        if (short := _short(statement, f"{mark}{len(parts)}_")) is not None:
            texts += [_changed(source, at, start, left), short]
            parts.append(_changed(source, start, end, left))
            at = end
    texts.append(_changed(source, at, len(source), left))
    return Top("".join(texts), mark, tuple(parts))


def _changed(source: str, start: int, end: int, left: deque[TextEdit]) -> str:
    """The text from ``start`` to before ``end`` with its edits made, which are taken from ``left``."""
    inside = []
    while left and left[0].end <= end:
        one = left.popleft()
        inside.append(TextEdit(one.start - start, one.end - start, one.text))
    return applied(source[start:end], inside)


def _unused_name(source: str) -> str:
    name = "part_"
    while name in source:
        name += "_"
    return name


def _short(statement: ast.stmt, name: str) -> str | None:
    """A statement of the same kind in one line, with ``name`` in it; None where it is to stay itself."""
    match statement:
        case ast.Import() | ast.ImportFrom():
            return None
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return f"def {name}(): pass"
        case ast.ClassDef():
            return f"class {name}: pass"
        # What is called tells whether other modules are patched there.
        case ast.Expr(value=ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called))):
            return f"{called}({name})"
        case ast.Expr():  # A docstring, or what LibCST takes for one: "a" f"b".
            return None
    return f"{name} = 0"


def _extents(source: str, tree: ast.Module) -> Iterator[tuple[int, int, ast.stmt]]:
    """Where the lines of statements begin and end, without the end of the last line.

    Statements that share a line are left out, and those that a comment in their last block follows.
    """
    starts = [*offsets(source), len(source)]
    # Decorators, above the line of what they decorate, stay themselves.
    firsts = [*(one.lineno for one in tree.body), sys.maxsize]
    before = 0
    for statement, first, following in zip(tree.body, firsts, firsts[1:], strict=False):
        last = statement.end_lineno or statement.lineno
        is_alone = before < first and last < following
        before = last
        if is_alone and (
            isinstance(statement, _SIMPLE)
            or not any(_INDENTED_COMMENT.match(source, start) for start in starts[last : following - 1])
        ):
            yield starts[first - 1], starts[last] - _length_of_end(source, starts[last]), statement


def _length_of_end(source: str, place: int) -> int:
    """The length of the line end before a place."""
    if source.endswith("\r\n", 0, place):
        return 2
    return 1 if source.endswith(("\r", "\n"), 0, place) else 0
