"""Numbers that are no status where one is meant, and numbers compared with texts.

Codes from https://www.iana.org/assignments/http-status-codes, and from the documentation of vendors.
"""
from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from flake8_http_status.constants import STATUSES, VENDOR_CODES, status_member
from flake8_http_status.evidence import expected
from flake8_http_status.findings import ENUMS, Edit, Finding, Verdict
from flake8_http_status.infer import infer
from flake8_http_status.literals import PATTERNS
from flake8_http_status.members import declares
from flake8_http_status.nodes import texts
from flake8_http_status.prefilter import one_of
from flake8_http_status.sites import Look, View
from flake8_http_status.slots import slot
from flake8_http_status.types import Class, Instance, options

NEVER = Verdict("unsafe", "the test has always had the same result, and now it can have the other")
#: Three digits that no registry and no vendor knows, behind the first of them.
_UNREGISTERED = rf"(?!{one_of((*STATUSES, *VENDOR_CODES))})[0-9]{{2}}"
#: Four digits with two neighbours alike, but for years and round thousands.
_DOUBLED = r"(?:(?:22|33|44|55)[0-9]{2}|[345]00[1-9]|(?:2[1-9]|[345][0-9])(?:11|22|33|44|55|66|77|88|99))"
_TWICE = re.compile(_DOUBLED)
#: Either of them in the text, and a little more, behind the first digit.
_TAILS = (
    _UNREGISTERED,
    r"(?:(?<=2)2|(?<=3)3|(?<=4)4|(?<=5)5)[0-9]{2}",
    r"(?<=[345])00[1-9]",
    r"(?<=[2-5])[0-9](?:11|22|33|44|55|66|77|88|99)",
)
_ODD = rf"[1-5](?<![\w.].)(?:{'|'.join(_TAILS)})(?![\w.])"
#: Such numbers stand in many files; where a status is meant, something around them tells.
_TELLING = ("status", "http", "code", "response", "request", "abort", "error")
#: What a status can be at all (https://www.rfc-editor.org/rfc/rfc9110#section-15).
_POSSIBLE = range(100, 600)
_DIGITS = re.compile(r"[1-5][0-9]{2}")


def unknown(view: View, node: ast.Constant) -> Iterator[Finding]:
    """The finding of a number where a status is meant that cannot be one."""
    value = node.value
    if isinstance(value, bool) or not isinstance(value, int) or not _is_odd(value, view):
        return
    if re.fullmatch(r"[0-9]+", view.spelled(node)) is None:
        return
    found = expected(view.unit, node)
    wanted = slot(found.type, "status")
    if wanted is None or wanted.evidence != "resolved" or "weak" in wanted.words:
        return
    near = nearest(value)
    known = status_member(near, view.target) if near is not None else None
    hint = f"; did you mean {near}, HTTPStatus.{known.name}?" if known is not None else ""
    yield view.finding(
        "unknown", node, f"{value} is no HTTP status{hint}", context=found.context, evidence=wanted.evidence
    )


def _is_odd(value: int, view: View) -> bool:
    """Whether a number looks like a status and is none.

    Of four digits, one with a key hit twice: from 1000 on there are the codes of WebSocket, from 2000 on
    there are years, and round numbers are limits.  Of three digits, one that neither the registry nor a
    vendor has; but tests make such numbers up.
    """
    if value in _POSSIBLE:
        known = value in STATUSES or value in VENDOR_CODES or value in view.options.vendor_codes
        return not known and not _is_test(view.unit.path)
    return _TWICE.fullmatch(str(value)) is not None and nearest(value) is not None


def _is_test(path: Path | None) -> bool:
    """Whether pytest or unittest would take a file for one of tests, or it lies in a folder of tests."""
    if path is None:
        return False
    here = Path.cwd()
    # Where the project lies is no evidence: /home/me/test/shop.
    inside = path.relative_to(here) if path.is_relative_to(here) else path
    folders = {"test", "tests", "testing"}.intersection(inside.parts[:-1])
    return bool(folders) or path.name.startswith(("test_", "conftest.")) or path.stem.endswith("_test")


def nearest(value: int) -> int | None:
    """The status that ``value`` may be a slip for; None where none is near.

    That is the one without one of two digits in a row that are alike (4004), the one with two digits the
    other way round (240), or the next one in the same hundred (432).
    """
    text = str(value)
    pairs = range(len(text) - 1)
    if value in _POSSIBLE:
        turned = (int(text[:at] + text[at + 1] + text[at] + text[at + 2 :]) for at in pairs)
        beside = (value + step for step in (-1, 1, -2, 2) if (value + step) // 100 == value // 100)
        slips = (*turned, *beside)
    else:
        twice = (at for at in pairs if text[at] == text[at + 1])
        slips = (*(int(text[:at] + text[at + 1 :]) for at in twice),)
    return next((one for one in slips if one in STATUSES), None)


def compared(view: View, node: ast.Compare) -> Iterator[Finding]:
    """Findings of one comparison of a number with a text."""
    operands = [node.left, *node.comparators]
    for index, operator in enumerate(node.ops):
        left, right = operands[index], operands[index + 1]
        match operator:
            case ast.Eq() | ast.NotEq():
                pairs = [(left, right), (right, left)]
            case ast.In() | ast.NotIn() if isinstance(right, ast.Tuple | ast.List | ast.Set):
                pairs = [(left, one) for one in right.elts]
            case _:
                continue
        for given, literal in pairs:
            if (finding := _mixed(view, given, literal)) is not None:
                yield finding


def _mixed(view: View, given: ast.expr, literal: ast.expr) -> Finding | None:
    if not isinstance(literal, ast.Constant) or not isinstance(given, ast.Attribute):
        return None
    match literal.value:
        case bool():
            return None
        case str(text) if _DIGITS.fullmatch(text) and _declared(view, given) == "int":
            member = status_member(int(text), view.target)
            if member is None:
                return None
            edit = Edit((ENUMS["status"], f".{member.name}"))
            says = f"use {edit.text}: {view.spelled(given)} is a number and never {view.spelled(literal)}"
            return view.finding(
                "text-comparison", literal, says, context="comparison", edit=edit, verdict=NEVER
            )
        case int(number) if number in STATUSES and _declared(view, given) == "str":
            says = f"{view.spelled(given)} is a text such as '{number} …' and never the number {number}"
            return view.finding("text-comparison", literal, says, context="comparison")
    return None


def _declared(view: View, node: ast.Attribute) -> str | None:
    """What the stub of a library says of an attribute: ``int`` where it is a status, ``str``, else None."""
    owners = options(infer(view.unit, node.value))
    said = {_said(one.of, node.attr) for one in owners if isinstance(one, Instance)}
    return said.pop() if len(said) == 1 and len(owners) == 1 else None


def _said(of: Class, name: str) -> str | None:
    found = declares(of, name)
    if found is None or not found[0].unit.stub or not isinstance(found[1][-1].node, ast.AnnAssign):
        return None
    annotation = found[1][-1].node.annotation
    if "line" in texts(annotation):
        return "str"
    match annotation:
        case ast.Name(id="str") if name == "status":
            return "str"
        case ast.Name(id="HTTPStatus"):
            return "int"
    return None


LOOKS = (
    Look(
        frozenset({"unknown"}),
        (ast.Constant,),
        _ODD,
        unknown,
        near=_TELLING,
    ),
    # Either way there is a status, as a number or as a text.
    Look(frozenset({"text-comparison"}), (ast.Compare,), PATTERNS[0], compared),
)
