"""Takes names out of a module's top-level imports, and the lines that are left without any."""
from __future__ import annotations

from collections.abc import Collection, Sequence

import libcst as cst
from libcst.helpers import get_full_name_for_node

from http_status_codemods._merge import Statement, module_name
from http_status_codemods._unused import Unused


def without_imports(module: cst.Module, names: Collection[Unused]) -> cst.Module:
    """``module`` without the imports of ``names``."""
    body: list[Statement] = []
    kept: list[cst.EmptyLine] | None = None
    for line in module.body:
        changed = _without(line, names) if isinstance(line, cst.SimpleStatementLine) else line
        if changed is None:
            kept = _kept(kept, line.leading_lines)
            continue
        if kept is not None:
            lines = _joined(kept, changed.leading_lines, is_first=not body)
            changed = changed.with_changes(leading_lines=lines)
            kept = None
        body.append(changed)
    return module.with_changes(body=body)


def _kept(before: list[cst.EmptyLine] | None, lines: Sequence[cst.EmptyLine]) -> list[cst.EmptyLine]:
    """The lines above statements that go, where several follow each other."""
    return _joined(before, lines, is_first=False) if before is not None else [*lines]


def _joined(
    above: Sequence[cst.EmptyLine], below: Sequence[cst.EmptyLine], *, is_first: bool
) -> list[cst.EmptyLine]:
    """The lines between what stood above a statement that goes and what follows it.

    The comments of both stay, and of the blank lines the larger number.
    """
    if any(line.comment for line in above):
        return [*above, *below]
    if is_first:
        return [*_from_comment(below)]
    return [*(above if _blank(above) > _blank(below) and not any(one.comment for one in below) else below)]


def _from_comment(lines: Sequence[cst.EmptyLine]) -> Sequence[cst.EmptyLine]:
    return lines[_blank(lines) :]


def _blank(lines: Sequence[cst.EmptyLine]) -> int:
    return next((number for number, line in enumerate(lines) if line.comment), len(lines))


def _without(line: cst.SimpleStatementLine, names: Collection[Unused]) -> cst.SimpleStatementLine | None:
    """The line without ``names``; None where nothing of it is left."""
    if len(line.body) != 1:
        return line
    match line.body[0]:
        case cst.ImportFrom(names=cst.ImportStar()):
            return line
        case cst.ImportFrom() as node:
            source = module_name(node)
        case cst.Import() as node:
            source = ""
        case _:
            return line
    assert not isinstance(node.names, cst.ImportStar)
    left = [alias for alias in node.names if _named(source, alias) not in names]
    if len(left) == len(node.names):
        return line
    if not left:
        return None
    last = node.names[-1]
    if left[-1] is not last:
        left[-1] = left[-1].with_changes(comma=last.comma)
    return line.with_changes(body=[node.with_changes(names=left)])


def _named(source: str, alias: cst.ImportAlias) -> Unused:
    name = get_full_name_for_node(alias.name) or ""
    return Unused(source, name, alias.evaluated_alias)
