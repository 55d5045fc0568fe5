"""Members that the target's Pythons do not all have, and members that have a newer name.

Versions from https://docs.python.org/3/library/http.html, https://docs.python.org/3/library/enum.html.
"""
from __future__ import annotations

import ast
from collections.abc import Iterator

from flake8_http_status.constants import METHODS, RENAMED, STATUS_NAMES, STATUSES, status_member
from flake8_http_status.findings import Edit, Finding, Verdict
from flake8_http_status.infer import infer
from flake8_http_status.problems.members import MEMBER, SPACE, kind_of_member, member_named
from flake8_http_status.requirements import Version
from flake8_http_status.sites import Look, View
from flake8_http_status.types import Enum, options

SAME = Verdict("safe", "both names are of the same member")
HTTP_METHOD: Version = (3, 11)
#: The properties of a member that tell its class.
CLASSES: Version = (3, 12)
_CLASSES = frozenset(
    {"is_informational", "is_success", "is_redirection", "is_client_error", "is_server_error"}
)
#: Since when ``404 in HTTPStatus`` is no TypeError.
CONTAINS: Version = (3, 12)


def missing(view: View, node: ast.Attribute | ast.Compare) -> Iterator[Finding]:
    """Findings of one member, of a property of it, or of a search in an enum."""
    match node:
        case ast.Compare(left=left, ops=[ast.In() | ast.NotIn()], comparators=[right]):
            found = _searched(view, left, right)
        case ast.Attribute(attr=name) if name in _CLASSES:
            found = _class_asked(view, node)
        case ast.Attribute():
            found = _member(view, node)
        case _:
            return
    if found is not None and not _is_guarded(view, node):
        yield found


def _member(view: View, node: ast.Attribute) -> Finding | None:
    named = member_named(view.unit, node)
    if named is None:
        return None
    if named.kind == "method":
        if named.name not in METHODS:
            return _report(view, node, f"no Python has HTTPMethod.{named.name}")
        return None
    value = STATUS_NAMES.get(named.name)
    if value is None:
        return _report(view, node, f"no Python has HTTPStatus.{named.name}")
    since = next(
        one.since for table in (STATUSES, RENAMED) if (one := table.get(value)) and one.name == named.name
    )
    if since <= view.target:
        return None
    older = status_member(value, view.target)
    says = f"HTTPStatus.{named.name} is of Python {_dotted(since)}, and the target is {_dotted(view.target)}"
    if older is None:
        return _report(view, node, says)
    edit = Edit((view.spelled(named.enum), f".{older.name}"))
    return view.finding("not-in-target", node, f"{says}: use {edit.text}", edit=edit, verdict=SAME)


def _class_asked(view: View, node: ast.Attribute) -> Finding | None:
    if view.target >= CLASSES:
        return None
    if kind_of_member(view.unit, node.value) != "status":
        return None
    says = f"HTTPStatus.{node.attr} is of Python {_dotted(CLASSES)}, and the target is {_dotted(view.target)}"
    return _report(view, node, says)


def _searched(view: View, left: ast.expr, right: ast.expr) -> Finding | None:
    if view.target >= CONTAINS or not _may_be_class(view, right):
        return None
    if not any(isinstance(one, Enum) for one in options(infer(view.unit, right))):
        return None
    if member_named(view.unit, left) is not None:
        return None
    compare = view.parent(left)
    assert isinstance(compare, ast.Compare)
    return _report(
        view,
        compare,
        f"a number or text in {view.spelled(right)} is a TypeError before Python {_dotted(CONTAINS)}, "
        f"and the target is {_dotted(view.target)}",
    )


def _may_be_class(view: View, node: ast.expr) -> bool:
    """Whether an expression may name a class by how it is written, for what it is may take long to find."""
    match node:
        case ast.Attribute(attr=name):
            return not name.islower()
        case ast.Name(id=name):
            known = view.unit.lookup(name, view.unit.scopes.enclosing_scope(node))
            given = (one.value for one in known)
            return not name.islower() or any(isinstance(one, ast.Name | ast.Attribute) for one in given)
    return False


def imported(view: View, node: ast.ImportFrom) -> Iterator[Finding]:
    """Findings of ``from http import HTTPMethod``."""
    if node.module != "http" or node.level or _is_guarded(view, node):
        return
    for alias in node.names:
        if alias.name == "HTTPMethod":
            says = f"HTTPMethod is of Python {_dotted(HTTP_METHOD)}, and the target is {_dotted(view.target)}"
            yield view.finding("not-in-target", alias, says, kind="method")


def renamed(view: View, node: ast.Attribute) -> Iterator[Finding]:
    """Findings of one member that has a newer name which all of the target has."""
    named = member_named(view.unit, node)
    if named is None or named.kind != "status" or named.name not in STATUS_NAMES:
        return
    newer = RENAMED.get(STATUS_NAMES[named.name])
    if newer is None or newer.name == named.name or newer.since > view.target:
        return
    edit = Edit((view.spelled(named.enum), f".{newer.name}"))
    says = f"use {edit.text}: the name since Python {_dotted(newer.since)}"
    yield view.finding("renamed", node, says, edit=edit, verdict=SAME)


def _report(view: View, node: ast.expr, says: str) -> Finding:
    return view.finding("not-in-target", node, says)


def _is_guarded(view: View, node: ast.AST) -> bool:
    """Whether the code asks for the version, or is ready for the error."""
    inner: ast.AST = node
    for around in view.unit.scopes.ancestors(node):
        match around:
            case ast.Try(body=body, handlers=handlers) if inner in body and handlers:
                return True
            case ast.If(test=test) | ast.IfExp(test=test) if inner is not test and _is_on_versions(test):
                return True
            case ast.BoolOp() if any(map(_is_on_versions, around.values)):
                return True
        inner = around
    return False


def _is_on_versions(test: ast.expr) -> bool:
    names = {one.attr if isinstance(one, ast.Attribute) else getattr(one, "id", "") for one in ast.walk(test)}
    return bool(names & {"version_info", "hexversion", "TYPE_CHECKING", "hasattr", "PY2", "PY3"}) or any(
        name.startswith(("PY_3", "PY3", "IS_PY", "is_py", "PYTHON")) for name in names
    )


def _dotted(version: Version) -> str:
    return f"{version[0]}.{version[1]}"


_ENUMS = r"HTTP(?:Status|Method)\b"
_PLACES = (*MEMBER, rf"\.{SPACE}is_", r"in\b(?<=\bin)")
LOOKS = (
    Look(frozenset({"not-in-target"}), (ast.Attribute, ast.Compare), _ENUMS, missing, _PLACES),
    Look(frozenset({"not-in-target"}), (ast.ImportFrom,), _ENUMS, imported, until=HTTP_METHOD),
    Look(
        frozenset({"renamed"}),
        (ast.Attribute,),
        (
            r"REQUEST(?:_ENTITY_TOO_LARGE|_URI_TOO_LONG|ED_RANGE_NOT_SATISFIABLE)\b",
            r"UNPROCESSABLE_ENTITY\b",
        ),
        renamed,
    ),
)
