"""What stands against a name that speaks of a status: the other numbers that it has."""
from __future__ import annotations

import ast
from collections.abc import Iterator

from flake8_http_status.literals import Candidate
from flake8_http_status.types import Slot
from flake8_http_status.unit import Unit

#: The first code of a failure: what is called after errors has none below.
_FIRST_FAILURE = 400


def is_doubtful(unit: Unit, candidate: Candidate, wanted: Slot) -> bool:
    """Whether a literal is no status, although a name says so: ``code in (-32602, 401)``."""
    if wanted.evidence != "named" or not isinstance(candidate.value, int):
        return False
    if "failure" in wanted.words and candidate.value < _FIRST_FAILURE:
        return True
    node = candidate.node
    return _is_among_negatives(unit, node) or ("weak" in wanted.words and _may_be_zero(unit, node))


def _is_among_negatives(unit: Unit, node: ast.expr) -> bool:
    """Whether a row has negative numbers, too: codes of signals, of JSON-RPC."""
    match unit.scopes.parents[node]:
        case ast.Tuple(elts=elements) | ast.List(elts=elements) | ast.Set(elts=elements):
            return any(_is_negative(one) for one in elements)
        case ast.Dict(keys=keys) if node in keys:
            return any(_is_negative(one) for one in keys if one is not None)
    return False


def _is_negative(node: ast.expr) -> bool:
    """Whether a number is below -1, which often stands for no status at all."""
    match node:
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(number))):
            return number > 1
    return False


def _may_be_zero(unit: Unit, node: ast.expr) -> bool:
    """Whether what a literal is compared with is compared with 0, too: then that means success."""
    subject = _subject(unit, node)
    around = unit.scopes.enclosing_function(node) if subject is not None else None
    if subject is None or around is None:
        return False
    compared = unit.keep(("compared with zero", around), lambda: frozenset(_compared_with_zero(around)))
    return ast.dump(subject) in compared


def _subject(unit: Unit, node: ast.expr) -> ast.expr | None:
    """What ``node``, or a row with it, is compared with."""
    parent = unit.scopes.parents[node]
    if isinstance(parent, ast.Tuple | ast.List | ast.Set):
        node, parent = parent, unit.scopes.parents[parent]
    match parent:
        case ast.Compare(left=left, comparators=[right]):
            return right if node is left else left
    return None


def _compared_with_zero(around: ast.AST) -> Iterator[str]:
    for one in ast.walk(around):
        match one:
            case ast.Compare(left=ast.Constant(value=0), comparators=[subject]):
                yield ast.dump(subject)
            case ast.Compare(left=subject, comparators=[ast.Constant(value=0)]):
                yield ast.dump(subject)
