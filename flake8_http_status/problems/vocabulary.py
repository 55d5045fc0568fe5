"""Constants of another vocabulary than the wanted one, and constants where literals are wanted.

What changes with the constant is its type: a number, a text, a member of an enum.  Where that may be seen
is where a literal could not become a member either, so the verdict on a literal in the same place is
asked for; a member that becomes plain loses its attributes beside.
"""
from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import cast

from flake8_http_status.constants import METHODS, STATUSES, Member
from flake8_http_status.contexts import expect
from flake8_http_status.declarations import Declared, alternatives
from flake8_http_status.declarations import wanted as declared_at
from flake8_http_status.findings import Edit, Evidence, Finding, Import, Problem, Verdict
from flake8_http_status.infer import infer
from flake8_http_status.keepers import Place
from flake8_http_status.literals import Candidate
from flake8_http_status.safety import verdict
from flake8_http_status.sites import ANYWHERE, Look, View
from flake8_http_status.slots import slot
from flake8_http_status.spelling import PHRASE, SAME, Spelled, lacks, spelled
from flake8_http_status.types import Enum, options
from flake8_http_status.unit import Unit
from flake8_http_status.uses import places
from flake8_http_status.vocabularies import ENUM, Constant, named

UNKNOWN = Verdict("unsafe", "nothing is known of the place that takes it")
MEMBERS = Verdict("unsafe", "what only a member has is asked of the value")
DECLARED = Verdict("unsafe", "the enum is declared as the type here")
CAPTURES = Verdict("none", "a bare name in a pattern would bind, not compare")
OTHER_VALUE = Verdict("none", "the text with the phrase does not equal the number")
UNSPELLED = Verdict("none", "the wanted vocabulary has no name for it")

_OF_MEMBERS = frozenset(
    {"name", "value", "phrase", "description", "is_informational", "is_success", "is_redirection",
     "is_client_error", "is_server_error"}
)
_PLAIN = frozenset({"int", "str", "Any", "object"})
_GRADES = ("safe", "unsafe", "none")


def other_constant(view: View, node: ast.Attribute | ast.Name | ast.Subscript) -> Iterator[Finding]:
    """The finding of a constant that is of no wanted vocabulary."""
    if not isinstance(node.ctx, ast.Load) or not _may_name(node):
        return
    constant = named(view.unit, node)
    if constant is None or constant.value in view.options.allow or _is_part(view, node):
        return
    wanted = spelled(view.unit, view.options, constant.kind, constant.value, view.text.quote)
    if wanted is None:
        is_registered = constant.value in STATUSES or constant.value in METHODS
        if is_registered and not lacks(view.unit, view.options, constant.kind):
            yield _reported(view, node, constant)
        return
    if wanted.home == constant.home and not wanted.literal:
        return
    whole = _whole(view, node, wanted)
    decided = _decided(view, node, whole, constant, wanted)
    if decided is not None:
        yield _converted(view, whole, constant, wanted, decided)


def _may_name(node: ast.Attribute | ast.Name | ast.Subscript) -> bool:
    """Whether an expression looks as those do that name constants, so that it is worth resolving."""
    match node:
        case ast.Name(id=name):
            return name.isupper()
        case ast.Subscript(slice=ast.Constant(value=str())):
            return isinstance(node.value, ast.Attribute | ast.Name)
        case ast.Attribute(value=owner, attr=name):
            while isinstance(owner, ast.Attribute):
                owner = owner.value
            return isinstance(owner, ast.Name) and (name.isupper() or owner.id != "self")
    return False


def _is_part(view: View, node: ast.expr) -> bool:
    """Whether the constant stands in a type, ``Literal[HTTPStatus.OK]``."""
    around = view.parent(node)
    while isinstance(around, ast.Tuple):
        around = view.parent(around)
    match around:
        case ast.Subscript(value=ast.Name(id="Literal") | ast.Attribute(attr="Literal")):
            return True
    return False


def _whole(view: View, node: ast.expr, wanted: Spelled) -> ast.expr:
    """The expression to replace: ``HTTPStatus.OK.value`` as a whole where a plain value is written."""
    match view.parent(node):
        case ast.Attribute(attr="value") as around if wanted.form in ("number", "text"):
            return around
    return node


def _converted(view: View, node: ast.expr, constant: Constant, wanted: Spelled, decided: Verdict) -> Finding:
    if _is_capture(view, node, wanted.edit):
        decided = CAPTURES
    found = expect(view.unit, node)
    edit = wanted.edit if decided.fix != "none" else None
    return view.finding(
        "constant" if wanted.literal and not constant.is_own else _problem(constant),
        node,
        f"use {wanted.edit.text} instead of {view.spelled(node)}",
        kind=constant.kind,
        context=found.context,
        evidence=_evidence(view, node, constant),
        edit=edit,
        verdict=decided,
    )


def _reported(view: View, node: ast.expr, constant: Constant) -> Finding:
    names = " or ".join(entry.name for entry in view.options.wanted)
    return view.finding(
        _problem(constant),
        node,
        f"{view.spelled(node)} has no name in {names}",
        kind=constant.kind,
        context=expect(view.unit, node).context,
        verdict=UNSPELLED,
    )


def _problem(constant: Constant) -> Problem:
    if constant.is_own:
        return "project-constant"
    if constant.form == "member":
        return "client-constant"
    return "codes-constant" if constant.is_of_object else "framework-constant"


def _evidence(view: View, node: ast.expr, constant: Constant) -> Evidence:
    """What a project's own constant means goes by its name, unless the place says it too."""
    if not constant.is_own:
        return "resolved"
    known = slot(expect(view.unit, node).type, constant.kind)
    return known.evidence if known is not None else "named"


def _is_capture(view: View, node: ast.expr, edit: Edit) -> bool:
    is_name = all(isinstance(part, Import) for part in edit.parts)
    return is_name and isinstance(view.parent(node), ast.MatchValue)


def _decided(
    view: View, node: ast.expr, whole: ast.expr, constant: Constant, wanted: Spelled
) -> Verdict | None:
    """Whether the wanted spelling may take the constant's place; None: nothing to report."""
    if whole is not node:
        return SAME
    match view.parent(node):
        case ast.Attribute(attr=name) if name in _OF_MEMBERS and wanted.form != "member":
            return None
    if constant.form == wanted.form != "enum":
        return SAME
    found = expect(view.unit, node)
    known = slot(found.type, constant.kind) is not None
    if "phrase" in (constant.form, wanted.form):
        return PHRASE if known and found.context != "comparison" else OTHER_VALUE
    decided = verdict(view.unit, _candidate(view, node, constant), found.type, found.context, view.target)
    if decided is None:
        return None
    if decided.fix == "none" and wanted.form in ("number", "text"):
        # A place that refuses members takes what is written, and does something else than before.
        decided = Verdict("unsafe", decided.reason)
    reasons = [decided, *_lost(view.unit, node, constant, wanted)]
    if not known and found.context != "comparison" and not _is_harmless(view, node):
        reasons.append(UNKNOWN)
    return max(reasons, key=lambda one: _GRADES.index(one.fix))


def _is_harmless(view: View, node: ast.expr) -> bool:
    """Whether what takes a value sees the number alone: arithmetic, a key that is looked up."""
    parent = view.parent(node)
    match parent:
        case ast.BinOp(op=ast.Mod() | ast.Add()):
            return False
        case ast.BinOp() | ast.UnaryOp():
            return True
        case ast.Subscript(slice=key):
            return key is node
    return False


def _candidate(view: View, node: ast.expr, constant: Constant) -> Candidate:
    if isinstance(constant.value, int):
        member = STATUSES.get(constant.value, Member(constant.name, (3, 5), ""))
    else:
        member = METHODS[constant.value]
    # Of the node it is only asked what stands around it.
    literal = cast("ast.Constant", node)
    return Candidate(literal, constant.kind, constant.value, member, view.spelled(node), view.span(node))


def _lost(unit: Unit, node: ast.expr, constant: Constant, wanted: Spelled) -> Iterator[Verdict]:
    """What a member had and the new constant has not, where the value goes."""
    if constant.form not in ("member", "enum") or wanted.form == "member":
        return
    for place in places(unit, node):
        if _wants_member(place):
            yield MEMBERS
        if constant.home == ENUM or constant.form == "member":
            yield from (DECLARED for of in declared_at(place.unit, place.node) if _is_enum(of))


def _wants_member(place: Place) -> bool:
    match place.unit.scopes.parents[place.node]:
        case ast.Attribute(attr=name):
            return name in _OF_MEMBERS and not place.inside
    return False


def _is_enum(of: Declared) -> bool:
    """Whether a declared type is the enum, and a plain number or text would not do."""
    either = [*alternatives(of)]
    enums = (one for each in either for one in options(infer(each.unit, each.node)))
    return any(isinstance(one, Enum) for one in enums) and not any(each.form in _PLAIN for each in either)


PROBLEMS = frozenset[Problem](
    {"client-constant", "codes-constant", "framework-constant", "project-constant", "constant"}
)
LOOKS = (
    Look(
        PROBLEMS,
        (ast.Attribute, ast.Name, ast.Subscript),
        # Constants come by an import, and the project's own are written in capitals.
        r"import|[A-Z]{2}",
        other_constant,
        ANYWHERE,
    ),
)
