"""Puts ``from … import …`` into a module: merged into such a line, or where isort would put it."""
from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

import libcst as cst

from flake8_http_status.findings import Import
from http_status_codemods._merge import Statement, merged, module_name, order_of

_COOKIE = re.compile(r"coding[:=]\s*[-\w.]+")
_STDLIB_HEADING = re.compile(r"(?i)\b(std|stdlib|standard|built-?ins?|core|python)\b")
# How editors, jupytext and Databricks write that a cell begins.
_CELL = re.compile(r"#\s?(%%|In ?\[|<codecell>|COMMAND -{3,}|\+( |$))")
_PATCHES = re.compile(r"(^|_)patch(_|$)")
_BLANK = cst.EmptyLine(indent=False)


@dataclass(frozen=True, slots=True)
class _Import:
    """A top-level import: its index in the body, whether it says ``from``, its module and its first name."""

    index: int
    is_from: bool
    module: str
    name: str = ""

    @property
    def order(self) -> tuple[str, tuple[int, str]]:
        """Where it stands among its like in isort's order."""
        return self.module.lower(), order_of(self.name)

    @property
    def section(self) -> int:
        """Its place among isort's sections."""
        return section_of(self.module)


def section_of(module: str) -> int:
    """isort's section of a module: the standard library 0, others 1, relative ones 2."""
    if module.startswith("."):
        return 2
    return 0 if module.partition(".")[0] in sys.stdlib_module_names else 1


def add_imports(module: cst.Module, wanted: Sequence[Import], limit: int) -> cst.Module:
    """``module`` with what is ``wanted`` imported before the top-level statement number ``limit``.

    ``limit`` counts as ``ast`` does: two statements on one line are two.
    """
    names: dict[str, list[str]] = {}
    for one in wanted:
        names.setdefault(one.module, []).append(one.name)
    for source in sorted(names, key=lambda one: (section_of(one), one)):
        count = _statements(module.body)
        module = _with_import(module, source, names[source], limit)
        limit += _statements(module.body) - count
    return module


def _with_import(module: cst.Module, source: str, names: Sequence[str], limit: int) -> cst.Module:
    last = _line_index(module.body, limit)
    return merged(module, source, names, last) or _inserted(_with_own_lines(module), source, names, last)


def _statements(body: Sequence[Statement]) -> int:
    return sum(len(line.body) if isinstance(line, cst.SimpleStatementLine) else 1 for line in body)


def _line_index(body: Sequence[Statement], limit: int) -> int:
    """The index in LibCST's body, where statements on one line are one, of ``ast``'s index ``limit``."""
    counted = 0
    for index, statement in enumerate(body):
        counted += len(statement.body) if isinstance(statement, cst.SimpleStatementLine) else 1
        if counted > limit:
            return index
    return len(body)


def _with_own_lines(module: cst.Module) -> cst.Module:
    """``module`` with the comment and the blank lines above the first statement given to that statement.

    LibCST gives all lines at the top to the module.  Comments that no blank line parts from the top
    are the file's own: a licence, an interpreter line, an encoding.
    """
    header = list(module.header)
    own = _popped(header, comments=True)
    cookie = any(line.comment and _COOKIE.search(line.comment.value) for line in own)
    if cookie or not header:
        header, own = header + own, []
    own = _popped(header, comments=False) + own
    if not own or not module.body:
        return module
    first, *rest = module.body
    first = first.with_changes(leading_lines=[*own, *first.leading_lines])
    return module.with_changes(header=header, body=[first, *rest])


def _popped(lines: list[cst.EmptyLine], *, comments: bool) -> list[cst.EmptyLine]:
    """The comments, or the blank lines, at the end of ``lines``, taken from there."""
    count = len(list(takewhile(lambda line: (line.comment is not None) is comments, reversed(lines))))
    taken = lines[len(lines) - count :]
    del lines[len(lines) - count :]
    return taken


def _inserted(module: cst.Module, source: str, names: Sequence[str], last: int) -> cst.Module:
    """``module`` with a new line ``from source import names``."""
    body = module.body
    start = next((index for index, line in enumerate(body) if index or not _is_docstring(line)), len(body))
    start = next((index for index in range(start, len(body)) if not _is_future(body[index])), len(body))
    if start > last:
        return _within_line(module, last, _statement(source, names))
    runs = list(_runs(body[:last], start))
    line = cst.SimpleStatementLine([_statement(source, names)])
    if own := _like(module.body, runs, source):
        before, after = _neighbours(own, (source.lower(), order_of(names[0])))
        if before is None:
            return _spliced(module, after + 1, [line])
        return _before(module, before, line, own_section=False)
    if earlier := [each for run in runs for each in run if each.section < section_of(source)]:
        return _after(module, earlier[-1].index, line)
    floor = _after_patches(body[:last], start)
    place = next((run[0].index for run in runs if run[0].index >= floor), floor)
    return _before(module, place, line, own_section=True)


def _like(body: Sequence[Statement], runs: Sequence[list[_Import]], source: str) -> list[_Import]:
    """The imports that one of the module ``source`` belongs with; none where there are none."""
    section = section_of(source)
    for run in runs:
        if own := [each for each in run if each.section == section]:
            if section == 0:
                return own
            blocks = list(_blocks(body, own))
            first = source.partition(".")[0]
            same = (block for block in blocks if any(_first(each) == first for each in block))
            return next(same, blocks[0])
    return []


def _first(one: _Import) -> str:
    return one.module.partition(".")[0]


def _blocks(body: Sequence[Statement], own: Sequence[_Import]) -> Iterator[list[_Import]]:
    """``own`` as blank lines part them: other people's libraries, and the project's own."""
    block: list[_Import] = []
    for each in own:
        if block and any(line.comment is None for line in body[each.index].leading_lines):
            yield block
            block = []
        block.append(each)
    yield block


def _after(module: cst.Module, index: int, line: cst.SimpleStatementLine) -> cst.Module:
    """``module`` with ``line`` as a section of its own after the statement at ``index``."""
    changed = _spliced(module, index + 1, [line.with_changes(leading_lines=[_BLANK])])
    # Something follows: the use that the import is for.
    follower = changed.body[index + 2]
    if follower.leading_lines and follower.leading_lines[0].comment is None:
        return changed
    count = 1 if _import_at(changed.body, index + 2) is not None else _least_above(follower)
    parted = follower.with_changes(leading_lines=[*[_BLANK] * count, *follower.leading_lines])
    return changed.with_changes(body=[*changed.body[: index + 2], parted, *changed.body[index + 3 :]])


def _least_above(code: Statement) -> int:
    """The number of blank lines that isort puts between imports and ``code``."""
    return 2 if isinstance(code, (cst.FunctionDef, cst.ClassDef)) else 1


def _within_line(module: cst.Module, index: int, statement: cst.ImportFrom) -> cst.Module:
    """``module`` with the import in a line that holds a docstring or ``from __future__`` and a use."""
    line = module.body[index]
    assert isinstance(line, cst.SimpleStatementLine)
    heads = (each for each in line.body if _is_text(each) or _is_of_future(each))
    count = len(list(heads))
    # The new statement takes the place, and its semicolon is left to LibCST.
    changed = line.with_changes(body=[*line.body[:count], statement, *line.body[count:]])
    return module.with_changes(body=[*module.body[:index], changed, *module.body[index + 1 :]])


def _after_patches(body: Sequence[Statement], start: int) -> int:
    """The index after the last call that patches other modules, which is to run before their import."""
    patching = [index for index, line in enumerate(body) if index >= start and _patches(line)]
    return patching[-1] + 1 if patching else start


def _patches(line: Statement) -> bool:
    for node in line.body if isinstance(line, cst.SimpleStatementLine) else ():
        match node:
            case cst.Expr(cst.Call(func=cst.Name(name) | cst.Attribute(attr=cst.Name(name)))):
                if _PATCHES.search(name):
                    return True
    return False


def _statement(source: str, names: Sequence[str]) -> cst.ImportFrom:
    aliases = ", ".join(sorted(names, key=order_of))
    statement = cst.parse_statement(f"from {source} import {aliases}")
    assert isinstance(statement, cst.SimpleStatementLine)
    assert isinstance(statement.body[0], cst.ImportFrom)
    return statement.body[0]


def _is_docstring(line: Statement) -> bool:
    return isinstance(line, cst.SimpleStatementLine) and _is_text(line.body[0])


def _is_text(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.Expr) and isinstance(node.value, cst.SimpleString | cst.ConcatenatedString)


def _is_future(line: Statement) -> bool:
    return isinstance(line, cst.SimpleStatementLine) and _is_of_future(line.body[0])


def _is_of_future(node: cst.CSTNode) -> bool:
    match node:
        case cst.ImportFrom(module=cst.Name("__future__")):
            return True
    return False


def _runs(body: Sequence[Statement], start: int) -> Iterator[list[_Import]]:
    """The runs of import lines that follow each other, from ``start`` to the end of its cell."""
    run: list[_Import] = []
    seen = False
    for index in range(start, len(body)):
        if seen and _cell_start(body[index].leading_lines):
            break
        found = _import_at(body, index)
        if found is not None:
            run.append(found)
            seen = True
        elif run:
            yield run
            run = []
    if run:
        yield run


def _cell_start(lines: Sequence[cst.EmptyLine]) -> int:
    """The number of ``lines`` down to the last that marks a cell; 0 where none does."""
    comments = [line.comment.value if line.comment else "" for line in lines]
    return max((number for number, text in enumerate(comments, 1) if _CELL.match(text)), default=0)


def _import_at(body: Sequence[Statement], index: int) -> _Import | None:
    line = body[index]
    if not isinstance(line, cst.SimpleStatementLine):
        return None
    match line.body:
        case [cst.ImportFrom() as node, *_]:
            first = "*" if isinstance(node.names, cst.ImportStar) else node.names[0].evaluated_name
            return _Import(index, True, module_name(node), first)
        case [cst.Import(names=[alias, *_]), *_]:
            return _Import(index, False, alias.evaluated_name)
    return None


def _neighbours(
    own: Sequence[_Import], order: tuple[str, tuple[int, str]]
) -> tuple[int | None, int]:
    """The import of its section that ours comes before, if any, and the one that it comes after.

    Plain imports stand before ``from`` imports, except where the module mixes them by name.
    """
    froms = [each for each in own if each.is_from]
    mixed = bool(froms) and any(not each.is_from and each.index > froms[0].index for each in own)
    rivals = list(own) if mixed or not froms else froms
    if not froms and not mixed:
        return None, own[-1].index
    before = next((each.index for each in rivals if each.order > order), None)
    return before, rivals[-1].index


def _before(
    module: cst.Module, index: int, line: cst.SimpleStatementLine, *, own_section: bool
) -> cst.Module:
    """``module`` with ``line`` before the statement at ``index``, which keeps its comments.

    The blank lines above that statement go above ``line``.  With ``own_section`` blank lines part the two.
    """
    follower = module.body[index]
    cell = _cell_start(follower.leading_lines)
    marks, leading = list(follower.leading_lines[:cell]), list(follower.leading_lines[cell:])
    blanks = list(takewhile(lambda each: each.comment is None, leading))
    kept = leading[len(blanks) :]
    if own_section and _import_at(module.body, index) is not None:
        after_future = index > 0 and _import_at(module.body, index - 1) is not None and not marks
        blanks = blanks or [_BLANK] * after_future
        kept = [_BLANK, *kept]
    elif own_section:
        kept = [_BLANK] * max(_least_above(follower), len(blanks) - 1) + kept
        apart = (index > 0 and not marks) or (module.header and blanks)
        blanks = [_BLANK] if apart else []
    elif kept and kept[0].comment and _STDLIB_HEADING.search(kept[0].comment.value):
        blanks, kept = leading, []
    parted = module.with_changes(
        body=[*module.body[:index], follower.with_changes(leading_lines=kept), *module.body[index + 1 :]]
    )
    return _spliced(parted, index, [line.with_changes(leading_lines=[*marks, *blanks])])


def _spliced(module: cst.Module, index: int, lines: Sequence[cst.SimpleStatementLine]) -> cst.Module:
    return module.with_changes(body=[*module.body[:index], *lines, *module.body[index:]])
