"""Names of a library's constants that warn since a release, where the project asks for that release."""
from __future__ import annotations

import ast
from collections.abc import Iterator

from flake8_http_status.config import Release, required_release
from flake8_http_status.findings import Edit, Finding, Import, Verdict
from flake8_http_status.sites import Look, View
from flake8_http_status.types import Namespace
from flake8_http_status.vocabularies import Constant, constants_of, named

SAME = Verdict("safe", "both names stand for the same number")


def deprecated(view: View, node: ast.Attribute | ast.Name) -> Iterator[Finding]:
    """The finding of one name that a library has replaced."""
    if not node.attr.isupper() if isinstance(node, ast.Attribute) else not node.id.isupper():
        return
    old = named(view.unit, node)
    if old is None or old.deprecated is None or not _is_required(view, old, old.deprecated):
        return
    newer = _successor(old)
    if newer is None:
        return
    edit = _edit(view, node, newer)
    says = f"use {edit.text}: {old.name} is deprecated since {_dotted(old.deprecated)} of the library"
    yield view.finding("renamed", node, says, edit=edit, verdict=SAME)


def _is_required(view: View, old: Constant, release: Release) -> bool:
    """Whether the project's dependencies ask for the release that deprecates a name, or a later one."""
    unit, path = old.home[0], view.unit.path
    if unit is None or path is None:
        return False
    asked = required_release(path.absolute().parent, unit.name)
    return asked is not None and asked >= release


def _successor(old: Constant) -> Constant | None:
    """The name for the same value that is not deprecated."""
    unit, holder = old.home
    if unit is None or not isinstance(holder, ast.Module | ast.ClassDef):
        return None
    every = constants_of(Namespace(unit, holder))
    return next((one for one in every if one.value == old.value and one.deprecated is None), None)


def _edit(view: View, node: ast.Attribute | ast.Name, newer: Constant) -> Edit:
    if isinstance(node, ast.Attribute):
        return Edit((f"{view.spelled(node.value)}.{newer.name}",))
    unit, holder = newer.home
    assert unit is not None
    inside = f".{holder.name}" if isinstance(holder, ast.ClassDef) else ""
    return Edit((Import(f"{unit.name}{inside}", newer.name),))


def _dotted(release: Release) -> str:
    return ".".join(map(str, release))


LOOKS = (
    Look(frozenset({"renamed"}), (ast.Attribute, ast.Name), r"HTTP_4(?:13|14|16|22)_[A-Z]", deprecated),
)
