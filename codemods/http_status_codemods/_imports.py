"""Plans a module's imports: how each name that edits need is written there, and what goes with the edits.

Works on the ``ast`` tree and needs no LibCST, so ``check`` knows what ``fix`` will leave alone.
"""
from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from flake8_http_status.findings import Finding, Import
from http_status_codemods._plan import Plan
from http_status_codemods._unused import unused, unused_in_functions
from http_status_codemods._ways import Module, Way

_MOST_ROUNDS = 3


def plan(
    source: str, tree: ast.Module, findings: Sequence[Finding], path: Path | None,
    closed: frozenset[str] = frozenset(),
) -> Plan:
    """The plan for ``findings`` in the module ``tree``, which was parsed from ``source``.

    A star import of a module in ``closed`` brings no name that an edit could need.
    """
    needs = {each: each.edit.imports for each in findings if each.edit is not None}
    if not needs:
        return Plan()
    module = Module(source, tree, path, closed, sorted({each.span.line for each in needs}))
    every = edits = {each.span: each.edit for each in needs if each.edit is not None}
    drops_imports = any(each.problem != "literal" for each in needs)
    for _ in range(_MOST_ROUNDS):
        if drops_imports:
            module.unused = unused(source, module.scopes, edits, path)
        made = replace(_with_halves(module, needs), unused=module.unused)
        made_edits = {each.span: every[each.span] for each in needs if made.text(each) is not None}
        if not module.unused or made_edits == edits:
            inner = unused_in_functions(source, module.scopes, made_edits) if drops_imports else ()
            return replace(made, unused_lines=inner)
        # What is refused still uses its imports, so that there is less that nothing uses.
        edits = made_edits
    module.unused = ()
    return _with_halves(module, needs)


def _with_halves(module: Module, needs: dict[Finding, tuple[Import, ...]]) -> Plan:
    made = _planned(module, needs)
    # An import that an edit needs is of no use where another one that it needs is refused.
    halves = [each for each, needed in needs.items() if len(needed) > 1 and made.text(each) is None]
    if not halves:
        return made
    rest = _planned(module, {each: needed for each, needed in needs.items() if each not in halves})
    why = {(each.span, wanted): made.refusal(each) or "" for each in halves for wanted in needs[each]}
    return replace(rest, refusals_at=rest.refusals_at | why)


def _planned(module: Module, needs: dict[Finding, tuple[Import, ...]]) -> Plan:
    wanted = sorted({each for needed in needs.values() for each in needed})
    if not wanted:
        return Plan()
    ways = {one: module.way([each for each, needed in needs.items() if one in needed], one) for one in wanted}
    ways = dict(_apart(ways))
    return Plan(
        spellings={one: way.spelling for one, way in ways.items() if way.spelling is not None},
        refusals={one: way.refusal for one, way in ways.items() if way.refusal is not None},
        missing=tuple(one for one, way in ways.items() if way.is_new),
        limit=min(way.limit for way in ways.values()),
        spellings_at={(at, one): text for one, way in ways.items() for at, text in way.spellings_at.items()},
        refusals_at={(at, one): text for one, way in ways.items() for at, text in way.refusals_at.items()},
    )


def _apart(ways: Mapping[Import, Way]) -> Iterator[tuple[Import, Way]]:
    """``ways`` with one new import a name: the second would take the name from the first."""
    taken: dict[str, Import] = {}
    for one, way in ways.items():
        if way.is_new and (first := taken.setdefault(one.name, one)) != one:
            reason = f"{one.name} is needed for {first.meaning} here"
            yield one, Way(None, reason, spellings_at=way.spellings_at, refusals_at=way.refusals_at)
        else:
            yield one, way
