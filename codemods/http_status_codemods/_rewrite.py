"""Findings → the module's LibCST tree with the edits in place, and the imports that they need."""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

import libcst as cst

from flake8_http_status.findings import Finding, Span
from http_status_codemods._insert import add_imports
from http_status_codemods._plan import Plan
from http_status_codemods._positions import Extent, Positions
from http_status_codemods._remove import without_imports
from http_status_codemods._spans import LINE_END, extent, offsets, touches_a_word

_DOTTED = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")


def rewrite(module: cst.Module, findings: Sequence[Finding], planned: Plan) -> cst.Module:
    """``module`` with each finding's edit in its place, as ``planned`` for them.

    ``findings`` are those of ``module.code``; those that the plan refuses stay.
    """
    return _rewrite(module, _positions(module, findings), findings, planned)


def rewrite_text(source: str, findings: Sequence[Finding], planned: Plan) -> str:
    """``source`` rewritten, every byte outside of the replaced expressions and the imports kept.

    Raises ``libcst.ParserSyntaxError`` where LibCST cannot read what Python can.
    """
    module = cst.parse_module(source)
    positions = _positions(module, findings)
    if positions.code == source:
        return _rewrite(module, positions, findings, planned).code
    moved = _as_read(findings, source, positions.code)
    return _restored(source, positions.code, _rewrite(module, positions, moved, planned).code)


def _positions(module: cst.Module, findings: Sequence[Finding]) -> Positions:
    # All expressions take much longer than the literals, and mostly it is those alone.
    return Positions(module, literals_only=all(each.problem == "literal" for each in findings))


def _rewrite(
    module: cst.Module, positions: Positions, findings: Sequence[Finding], planned: Plan
) -> cst.Module:
    starts = offsets(positions.code)
    texts = {extent(starts, each.span): planned.text(each) for each in findings}
    wanted = {place: text for place, text in texts.items() if text is not None}
    edits: dict[cst.CSTNode, cst.BaseExpression | cst.RemovalSentinel] = {}
    for node, place in positions.expressions_at(wanted).items():
        edits[node] = _expression(module, node, wanted[place], positions.code, place)
    if not edits:
        return module
    others = positions.statements_without(start for start, _ in wanted)
    gone = positions.lines_at(starts[line - 1] + column for line, column in planned.unused_lines)
    edits |= {line: cst.RemovalSentinel.REMOVE for line in gone if len(line.body) == 1}
    return _with_imports(module.visit(_Replace(edits, others)), planned)


def rewrite_imports(source: str, planned: Plan) -> str | None:
    """``source`` with the imports that ``planned`` wants; None where LibCST does not read it as it is."""
    try:
        module = cst.parse_module(source)
    except cst.ParserSyntaxError:
        return None
    return _with_imports(module, planned).code if module.code == source else None


def _with_imports(module: cst.Module, planned: Plan) -> cst.Module:
    if planned.missing:
        module = add_imports(module, planned.missing, planned.limit)
    return without_imports(module, planned.unused) if planned.unused else module


def _expression(
    module: cst.Module, node: cst.BaseExpression, text: str, code: str, place: Extent
) -> cst.BaseExpression:
    """The expression ``text`` that replaces ``node``, in its brackets."""
    if _DOTTED.fullmatch(text):
        edit = _dotted(text)
    else:
        # In brackets of its own, so that it may run over several lines as what it replaces.
        edit = cst.parse_expression(f"({text})", config=module.config_for_parsing)
    if not node.lpar and touches_a_word(code, place, text):
        return edit.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
    return edit.with_changes(lpar=node.lpar, rpar=node.rpar)


def _dotted(text: str) -> cst.BaseExpression:
    first, *rest = text.split(".")
    node: cst.BaseExpression = cst.Name(first)
    for name in rest:
        node = cst.Attribute(node, cst.Name(name))
    return node


class _Replace(cst.CSTTransformer):
    """Replaces nodes, which it knows by identity, and does not enter the ``others``."""

    def __init__(
        self,
        edits: Mapping[cst.CSTNode, cst.BaseExpression | cst.RemovalSentinel],
        others: frozenset[cst.CSTNode],
    ) -> None:
        super().__init__()
        self.edits = edits
        self.others = others

    def on_visit(self, node: cst.CSTNode) -> bool:
        return node not in self.others

    def on_leave(  # type: ignore[override]  # the replaced nodes are expressions, and so are the edits
        self, original_node: cst.CSTNode, updated_node: cst.CSTNode
    ) -> cst.CSTNode | cst.RemovalSentinel:
        return self.edits.get(original_node, updated_node)


def _as_read(findings: Sequence[Finding], source: str, read: str) -> list[Finding]:
    """The findings at their columns in ``read``, where LibCST dropped form feeds at the start of lines."""
    pairs = zip(_lines(source), _lines(read), strict=False)  # white space at the very end may be missing
    shifts = [old.find(new.rstrip("\r\n")) for old, new in pairs]

    def moved(span: Span) -> Span:
        first, last = (max(shifts[line - 1], 0) for line in (span.line, span.end_line))
        return Span(span.line, span.column - first, span.end_line, span.end_column - last)

    return [replace(each, span=moved(each.span)) for each in findings]


def _restored(source: str, before: str, after: str) -> str:
    """``after`` with what LibCST dropped in ``before``, its own reading of ``source``, put back.

    That is a form feed right before code, and white space or a lone carriage return at the very end.
    """
    old, read, new = (_lines(text) for text in (source, before, after))
    result: list[str] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, read, new, autojunk=False).get_opcodes():
        if kind == "equal":
            result += old[i1:i2]
        elif i2 - i1 == j2 - j1:
            result += [_patched(*three) for three in zip(old[i1:i2], read[i1:i2], new[j1:j2], strict=True)]
        else:
            result += new[j1:j2]
    return "".join(result + old[len(read) :])


def _patched(old: str, read: str, new: str) -> str:
    lead, found, tail = old.partition(read)
    return lead + new + tail if found else new


def _lines(text: str) -> list[str]:
    return list(_split(text))


def _split(text: str) -> Iterator[str]:
    start = 0
    for match in LINE_END.finditer(text):
        yield text[start : match.end()]
        start = match.end()
    if start < len(text):
        yield text[start:]
