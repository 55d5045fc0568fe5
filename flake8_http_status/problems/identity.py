"""``is`` between numbers, texts or members that are only equal.

What a library gives is a number or a text, not the member: ``response.status_code is HTTPStatus.OK`` is
never true.  ``is 200`` is true by an accident of CPython, which keeps one object for each number
up to 256 (https://docs.python.org/3/c-api/long.html#c.PyLong_FromLong); ``is 404`` is not.
"""
from __future__ import annotations

import ast
from collections.abc import Iterator

from flake8_http_status.findings import ENUMS, Edit, Finding, Import, Span, Verdict
from flake8_http_status.infer import infer
from flake8_http_status.literals import PATTERNS, candidate
from flake8_http_status.problems.members import is_given, member_named
from flake8_http_status.sites import REPORT_ONLY, Look, View
from flake8_http_status.slots import slot
from flake8_http_status.types import Slot

_OPERATOR = r"\bis\b(?:[\s\\]+not\b)?"
_GAP = r"[\s\\(]*"
#: What is compared by ``is`` for good, and most often.
_NO_NAME = rf"(?!{_GAP}(?:not\b{_GAP})?(?:None|True|False)\b)"
_MEMBER_BEHIND = rf"is\b(?<=\bis){_GAP}(?:not\b{_GAP})?[\w.]*\.[A-Z]"
_MEMBER_BEFORE = rf"\.[A-Z][A-Z_0-9]*(?:\.(?:value|numerator|real))?[\s\\)]+is\b{_NO_NAME}"
_SMALL = 256
#: What of a member is a plain number or text.
_PLAIN = frozenset({"value", "numerator", "real"})
BY_ACCIDENT = Verdict("safe", "CPython keeps one object for each number up to 256")
NEVER = Verdict("unsafe", "the test has always had the same result, and now it can have the other")


def identity(view: View, node: ast.Compare) -> Iterator[Finding]:
    """Findings of one comparison by ``is`` or ``is not``."""
    match node:
        case ast.Compare(left=left, ops=[ast.Is() | ast.IsNot() as operator], comparators=[right]):
            sign = "==" if isinstance(operator, ast.Is) else "!="
        case _:
            return
    for one, other in ((right, left), (left, right)):
        given = _compared(view, one, other)
        if given is None:
            continue
        edit = _with_sign(view, node, one, sign)
        yield view.finding(
            "identity",
            node,
            f"use {sign} with {view.spelled(one)}: what equals it need not be the same object",
            kind=given.kind,
            context="comparison",
            evidence=given.evidence,
            edit=edit,
            verdict=REPORT_ONLY if edit is None else BY_ACCIDENT if _is_small(one) else NEVER,
        )
        return


def _compared(view: View, one: ast.expr, other: ast.expr) -> Slot | None:
    """What ``other`` is, if it is a status or method that is no member, and ``one`` stands for such."""
    if isinstance(one, ast.Constant) and (literal := candidate(one, view.text, view.target)) is not None:
        return slot(infer(view.unit, other), literal.kind)
    if isinstance(one, ast.Attribute) and one.attr in _PLAIN:
        named = member_named(view.unit, one.value)
        return slot(infer(view.unit, other), named.kind) if named is not None else None
    named = member_named(view.unit, one)
    if named is not None and is_given(view.unit, other):
        return slot(infer(view.unit, other), named.kind)
    return None


def _is_small(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int) and node.value <= _SMALL


def _with_sign(view: View, node: ast.Compare, one: ast.expr, sign: str) -> Edit | None:
    """The comparison with ``sign`` for its operator, and the member for the literal ``one``."""
    operator = view.operator(node.left, node.comparators[0], _OPERATOR)
    if operator is None:
        return None
    changes: list[tuple[Span, tuple[str | Import, ...]]] = [(operator, (sign,))]
    literal = candidate(one, view.text, view.target)
    if literal is not None and literal.value not in view.options.allow:
        return view.edit(node, *changes, (literal.span, (ENUMS[literal.kind], f".{literal.member.name}")))
    return view.edit(node, *changes)


LOOKS = (
    Look(
        frozenset({"identity"}),
        (ast.Compare,),
        (*PATTERNS, _MEMBER_BEHIND, _MEMBER_BEFORE),
        identity,
        (rf"is\b(?<=\bis){_NO_NAME}",),
    ),
)
