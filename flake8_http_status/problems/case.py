"""A method in lower case where the library gives it in upper case: a comparison that never holds."""
from __future__ import annotations

import ast
from collections.abc import Iterator

from flake8_http_status.constants import METHODS, method_member
from flake8_http_status.findings import ENUMS, Edit, Evidence, Finding, Verdict
from flake8_http_status.infer import infer
from flake8_http_status.literals import PATTERNS
from flake8_http_status.nodes import texts
from flake8_http_status.scopes import Scopes
from flake8_http_status.sites import Look, View
from flake8_http_status.slots import slots
from flake8_http_status.types import Instance, options
from flake8_http_status.unit import Unit

NEVER = Verdict("unsafe", "the test has always had the same result, and now it can have the other")
_REQUESTS = frozenset({"request", "req"})


def case(view: View, node: ast.Compare) -> Iterator[Finding]:
    """Findings of one comparison: the literals in it that are not upper case."""
    operands = [node.left, *node.comparators]
    for index, operator in enumerate(node.ops):
        left, right = operands[index], operands[index + 1]
        match operator:
            case ast.Eq() | ast.NotEq():
                pairs = [(left, [right]), (right, [left])]
            case ast.In() | ast.NotIn() if isinstance(right, ast.Tuple | ast.List | ast.Set):
                pairs = [(left, right.elts)]
            case _:
                continue
        for given, others in pairs:
            literals = [one for one in others if _is_lower(one)]
            evidence = _is_upper(view.unit, given) if literals else None
            if evidence is not None:
                yield from (_finding(view, given, one, evidence) for one in literals)


def _is_lower(node: ast.expr) -> bool:
    """Whether ``node`` is a method that is not written in upper case."""
    value = node.value if isinstance(node, ast.Constant) else None
    return isinstance(value, str) and value not in METHODS and value.upper() in METHODS


def _finding(view: View, given: ast.expr, literal: ast.expr, evidence: Evidence) -> Finding:
    assert isinstance(literal, ast.Constant)
    method = str(literal.value).upper()
    member = method_member(method, view.target)
    edit = Edit((ENUMS["method"], f".{member.name}")) if member is not None else Edit((f'"{method}"',))
    return view.finding(
        "case",
        literal,
        f"use {edit.text}: {view.spelled(given)} is upper case and never {view.spelled(literal)}",
        kind="method",
        context="comparison",
        evidence=evidence,
        edit=edit,
        verdict=NEVER,
    )


def _is_upper(unit: Unit, node: ast.expr) -> Evidence | None:
    """How ``node`` is known to be a method in upper case; None where it is not."""
    match node:
        case ast.Call(func=ast.Attribute(value=inner, attr="upper"), args=[], keywords=[]):
            found = next(iter(slots(infer(unit, inner))), None)
            return found.evidence if found is not None and found.kind == "method" else None
    found = next((one for one in slots(infer(unit, node)) if one.kind == "method"), None)
    if found is not None and "lower" not in found.words and "upper" in found.words:
        return found.evidence
    # A view without annotations takes the framework's request by its name.
    return "named" if _is_of_a_view(unit, node) else None


def _is_of_a_view(unit: Unit, node: ast.expr) -> bool:
    match node:
        case ast.Attribute(value=ast.Name(id=name) as owner, attr="method"):
            scope = unit.scopes.of_node.get(owner)
            bindings = unit.lookup(name, scope) if scope is not None else []
            taken = bool(bindings) and all(one.kind == "parameter" for one in bindings)
            return name in _REQUESTS and taken and _is_unknown(unit, owner) and _serves(unit)
        case ast.Attribute(value=ast.Attribute(value=ast.Name(id="self"), attr=name) as owner, attr="method"):
            return name in _REQUESTS and _is_unknown(unit, owner) and _serves(unit)
    return False


def _is_unknown(unit: Unit, node: ast.expr) -> bool:
    """Whether no library tells what ``node`` is, but at most its name."""
    return all(isinstance(one, Instance) and one.of.unit.by_name for one in options(infer(unit, node)))


def _serves(unit: Unit) -> bool:
    """Whether the module imports a library all of whose requests give the method in upper case."""
    names = {name.partition(".")[0] for name in _imported(unit.scopes)}
    said = ([word for stub in unit.world.library(name) for word in _said(stub)] for name in sorted(names))
    return any(words and all(words) for words in said)


def _imported(scopes: Scopes) -> Iterator[str]:
    for node in scopes.imports:
        match node:
            case ast.Import(names=names):
                yield from (one.name for one in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module


def _said(stub: Unit) -> Iterator[bool]:
    """For each attribute ``method`` of a stub's classes, whether it is upper case."""
    for node in stub.scopes.parents:
        match node:
            case ast.AnnAssign(target=ast.Name(id="method"), annotation=annotation):
                yield "upper" in texts(annotation)


LOOKS = (Look(frozenset({"case"}), (ast.Compare,), PATTERNS[1], case),)
