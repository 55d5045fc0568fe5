"""Classes of statuses that are told by their numbers: ``200 <= s < 300``, ``s // 100 == 2``.

A library's object may have a property of its own for it (``"means:200-299"`` in its stub), and a member of
``http.HTTPStatus`` has since Python 3.12
(https://docs.python.org/3/library/http.html#http.HTTPStatus.is_success).
"""
from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from flake8_http_status.annotations import MEANS
from flake8_http_status.declarations import alternatives, declared
from flake8_http_status.findings import Edit, Finding, Import, Verdict
from flake8_http_status.infer import infer
from flake8_http_status.members import lineage
from flake8_http_status.nodes import texts
from flake8_http_status.sites import ANYWHERE, REPORT_ONLY, Look, View
from flake8_http_status.slots import slot
from flake8_http_status.types import Class, Enum, Instance, options

_RANGE = re.compile(r"(not )?([0-9]+)(?:-([0-9]*))?")
MEANS_THE_SAME = Verdict("safe", "the property means the very same numbers")
FOR_STATUSES = Verdict("unsafe", "the property means the same of numbers from 100 to 599 alone")
_FIRST, _LAST, _NONE, _ALL = 100, 599, -1, 10**6
_NAMES = {
    (100, 199): "is_informational", (200, 299): "is_success", (300, 399): "is_redirection",
    (400, 499): "is_client_error", (500, 599): "is_server_error",
}
_MIRRORED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE,
}


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from ``first`` to ``last``, both included, or all others (``outside``)."""

    first: int
    last: int
    outside: bool = False

    def negated(self) -> Range:
        """All other numbers."""
        return Range(self.first, self.last, not self.outside)

    def holds(self, number: int) -> bool:
        """Whether a number is one of them."""
        return (self.first <= number <= self.last) is not self.outside

    def agrees(self, other: Range, first: int, last: int) -> bool:
        """Whether both mean the same of the numbers from ``first`` to ``last``."""
        edges = {first, last}
        bounds = (self.first, self.last, other.first, other.last)
        edges |= {bound + step for bound in bounds for step in (-1, 0, 1)}
        return all(self.holds(one) is other.holds(one) for one in edges if first <= one <= last)


def status_class(view: View, node: ast.Compare) -> Iterator[Finding]:
    """The finding of a comparison that tells a class of statuses."""
    told = _told(node)
    if told is None:
        return
    value, numbers = told
    known = slot(infer(view.unit, value), "status")
    if known is None:
        return
    found = _by_property(view, value, numbers)
    name = _NAMES.get((numbers.first, numbers.last))
    yield view.finding(
        "class",
        node,
        f"use {found[0].text} instead of {view.spelled(node)}" if found else _says(view, node, name),
        context="comparison",
        evidence=known.evidence,
        edit=found[0] if found else None,
        verdict=found[1] if found else REPORT_ONLY,
    )


def _says(view: View, node: ast.expr, name: str | None) -> str:
    told = f"as HTTPStatus.{name} does" if name is not None else "by its numbers"
    return f"{view.spelled(node)} tells a class of statuses {told}"


def _told(node: ast.Compare) -> tuple[ast.expr, Range] | None:
    """The value that is asked, and the numbers for which the comparison holds, if those are a class."""
    number = _number(node.left)
    match node:
        case ast.Compare(ops=[first, second], comparators=[value, upper]) if number is not None:
            above = _above(_MIRRORED.get(type(first)), number)
            found = Range(above, _below(type(second), _number(upper) or 0))
        case ast.Compare(ops=[operator], comparators=[value]) if number is not None:
            found = _open(_MIRRORED.get(type(operator)), number)
        case ast.Compare(left=left, ops=[operator], comparators=[other]):
            value, found = _of_part(left, operator, other) or (left, _of_whole(operator, other))
        case _:
            return None
    return (value, found) if _is_class(found) else None


def _number(node: ast.expr) -> int | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, int) else None


def _of_part(left: ast.expr, operator: ast.cmpop, other: ast.expr) -> tuple[ast.expr, Range] | None:
    """What is asked of the hundreds: ``s // 100 == 2``, ``str(s)[0] == "2"``."""
    match left, other:
        case (
            ast.BinOp(left=value, op=ast.FloorDiv(), right=ast.Constant(value=100)),
            ast.Constant(value=int(digit)),
        ):
            return value, _hundred(digit, operator)
        case (
            ast.Subscript(value=ast.Call(func=ast.Name(id="str"), args=[value]), slice=ast.Constant(value=0)),
            ast.Constant(value="1" | "2" | "3" | "4" | "5" as digit),
        ):
            return value, _hundred(int(digit), operator)
    return None


def _of_whole(operator: ast.cmpop, other: ast.expr) -> Range:
    """What is asked of a number: ``s >= 400``, ``s in range(200, 300)``."""
    match operator, other:
        case ast.In() | ast.NotIn(), ast.Call(func=ast.Name(id="range"), args=[low, high], keywords=[]):
            first, end = _number(low), _number(high)
            if first is not None and end is not None:
                return Range(first, end - 1, isinstance(operator, ast.NotIn))
        case _, ast.Constant(value=int(bound)):
            return _open(type(operator), bound)
    return Range(_NONE, _NONE)


def _above(operator: type[ast.cmpop] | None, bound: int) -> int:
    return bound if operator is ast.GtE else bound + 1 if operator is ast.Gt else _NONE


def _below(operator: type[ast.cmpop], bound: int) -> int:
    return bound if operator is ast.LtE else bound - 1 if operator is ast.Lt else _NONE


def _open(operator: type[ast.cmpop] | None, bound: int) -> Range:
    if operator in (ast.GtE, ast.Gt):
        return Range(_above(operator, bound), _ALL)
    if operator in (ast.LtE, ast.Lt):
        return Range(0, _below(operator, bound))
    return Range(_NONE, _NONE)


def _hundred(digit: int, operator: ast.cmpop) -> Range:
    if not isinstance(operator, ast.Eq | ast.NotEq):
        return Range(_NONE, _NONE)
    return Range(digit * 100, digit * 100 + 99, isinstance(operator, ast.NotEq))


def _is_class(numbers: Range) -> bool:
    """Whether the bounds are those of classes."""
    first, last = numbers.first, numbers.last
    if first >= last or not (first % 100 == 0 and (last % 100 == 99 or last == _ALL)):
        return False
    return first in range(0, 600, 100) and (last in range(199, 700, 100) or last == _ALL)


def _by_property(view: View, value: ast.expr, numbers: Range) -> tuple[Edit, Verdict] | None:
    """The property that tells the same, and how surely."""
    for owner, name, meant in _properties(view, value):
        for wanted, sign in ((meant, ""), (meant.negated(), "not ")):
            parts: tuple[str | Import, ...] = (f"{sign}{view.spelled(owner)}.{name}",)
            if wanted.agrees(numbers, 0, _ALL):
                return Edit(parts), MEANS_THE_SAME
            if wanted.agrees(numbers, _FIRST, _LAST):
                return Edit(parts), FOR_STATUSES
    return None


def _properties(view: View, value: ast.expr) -> Iterator[tuple[ast.expr, str, Range]]:
    """The properties that tell classes: the object that has them, their names, and what they mean."""
    either = [one for each in declared(view.unit, value) for one in alternatives(each)]
    enums = [any(isinstance(two, Enum) for two in options(infer(one.unit, one.node))) for one in either]
    if either and all(enums) and view.target >= (3, 12):
        yield from ((value, name, Range(*bounds)) for bounds, name in _NAMES.items())
    if isinstance(value, ast.Attribute):
        known = options(infer(view.unit, value.value))
        classes = [one.of for one in known if isinstance(one, Instance)]
        if len(classes) == len(known) == 1:
            yield from ((value.value, name, meant) for name, meant in _declared(classes[0]))


def _declared(of: Class) -> Iterator[tuple[str, Range]]:
    for cls in lineage(of):
        for statement in cls.node.body if cls.unit.stub else ():
            match statement:
                case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
                    said = [word for word in texts(annotation) if word.startswith(MEANS)]
                    ranges = (_range(word.removeprefix(MEANS)) for word in said)
                    yield from ((name, meant) for meant in ranges if meant is not None)


def _range(text: str) -> Range | None:
    """The numbers that a word means; None where it is none of ``200-299`` and ``not 400-599``."""
    match = _RANGE.fullmatch(text)
    return Range(int(match[2]), int(match[3] or _ALL), bool(match[1])) if match is not None else None


LOOKS = (
    Look(frozenset({"class"}), (ast.Compare,), r"[0-6](?:00|99)\b|\bstr\(.*\)\[0\]", status_class, ANYWHERE),
)
