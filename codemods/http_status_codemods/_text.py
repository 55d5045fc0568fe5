"""A text with the edits of findings in place, and the imports that they need: what ``fix`` writes.

It is what LibCST's tree gives (``_rewrite.py``), character by character, and tests hold the two against each
other; but LibCST is shown the imports alone, for it takes longer to read a module than all else together.
"""
from __future__ import annotations

import ast
from collections.abc import Sequence

from flake8_http_status.findings import Finding
from flake8_http_status.parsing import tree_of
from http_status_codemods._plan import Plan
from http_status_codemods._spans import applied, text_edits
from http_status_codemods._top import top_of


def rewrite_text(
    source: str, findings: Sequence[Finding], planned: Plan, tree: ast.Module | None = None
) -> str:
    """``source`` rewritten, every byte outside of the replaced expressions and the imports kept.

    ``tree`` is that of ``source``, whole, if it is at hand.  Raises ``libcst.ParserSyntaxError`` where LibCST
    cannot read what Python can, and is needed for all of it.
    """
    changed = _in_part(source, findings, planned, tree)
    if changed is not None:
        return changed
    from http_status_codemods import _rewrite

    return _rewrite.rewrite_text(source, findings, planned)


def _in_part(
    source: str, findings: Sequence[Finding], planned: Plan, tree: ast.Module | None
) -> str | None:
    """``source`` rewritten; None where that takes the whole module."""
    edits = text_edits(source, findings, planned)
    if edits is None or planned.unused_lines:
        return None
    if not edits or not (planned.missing or planned.unused):
        return applied(source, edits)
    top = top_of(source, tree if tree is not None else tree_of(source), edits)
    if top is None:
        return None
    from http_status_codemods._rewrite import rewrite_imports  # takes half a second

    changed = rewrite_imports(top.text, planned)
    return top.restored(changed) if changed is not None else None
