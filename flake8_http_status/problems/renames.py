"""Constants of a library that have another name since the release that the project asks for."""
from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from flake8_http_status.constants import RENAMED
from flake8_http_status.files import absolute
from flake8_http_status.findings import Edit, Finding, Import
from flake8_http_status.requirements import Release, required_release
from flake8_http_status.sites import Look, View
from flake8_http_status.spelling import SAME
from flake8_http_status.types import Class, Namespace
from flake8_http_status.unit import Unit, is_submodule
from flake8_http_status.vocabularies import Constant, constants_of, named

#: How the names look that libraries change: those of the statuses that RFC 9110 renamed.
_NUMBERED = "HTTP_(?:" + "|".join(map(str, RENAMED)) + ")_"
_IS_NUMBERED = re.compile(_NUMBERED)


def renamed(view: View, node: ast.Attribute | ast.Name) -> Iterator[Finding]:
    """The finding of a name that the library warns of."""
    name = node.attr if isinstance(node, ast.Attribute) else node.id
    if not isinstance(node.ctx, ast.Load) or not _IS_NUMBERED.match(name):
        return
    constant = named(view.unit, node)
    if constant is None or constant.deprecated is None:
        return
    release = _release(view, constant)
    if release is None or release < constant.deprecated:
        return
    newer = _newer(constant, release)
    if newer is not None:
        yield view.finding(
            "renamed",
            node,
            f"use {newer} instead of {name}, which warns since {'.'.join(map(str, constant.deprecated))}",
            kind=constant.kind,
            edit=_edit(view, node, constant, newer),
            verdict=SAME,
        )


def _release(view: View, constant: Constant) -> Release | None:
    """The oldest release of the library that the project supports."""
    home = constant.home[0]
    if home is None:
        return None
    chosen = (one.release for one in view.options.wanted if one.name.partition(".")[0] == home.name)
    known = next(filter(None, chosen), None)
    path = view.unit.path
    return known or (required_release(absolute(path).parent, home.name) if path is not None else None)


def _newer(constant: Constant, release: Release) -> str | None:
    unit, holder = constant.home
    if unit is None or not isinstance(holder, ast.Module | ast.ClassDef):
        return None
    is_class = isinstance(holder, ast.ClassDef) and not is_submodule(holder)
    of = Class(unit, holder) if is_class and isinstance(holder, ast.ClassDef) else Namespace(unit, holder)
    same = (one for one in constants_of(of) if one.value == constant.value and one.deprecated is None)
    return next((one.name for one in same if (one.since or ()) <= release), None)


def _edit(view: View, node: ast.Attribute | ast.Name, constant: Constant, newer: str) -> Edit:
    if isinstance(node, ast.Attribute):
        return Edit((f"{view.spelled(node.value)}.{newer}",))
    return Edit((Import(_imported_from(view, node) or _module(*constant.home), newer),))


def _imported_from(view: View, node: ast.Name) -> str | None:
    """The module that the file itself takes the name from, which may hand on another's constants."""
    for one in view.unit.lookup(node.id, view.unit.scopes.of_node[node]):
        statement = view.unit.scopes.parents[one.node]
        if isinstance(statement, ast.ImportFrom) and not statement.level:
            return statement.module
    return None


def _module(unit: Unit | None, holder: ast.AST | None) -> str:
    """The dotted name of the module that holds a constant."""
    assert unit is not None
    assert holder is not None
    around = [holder, *unit.scopes.ancestors(holder)]
    return ".".join([unit.name, *reversed([one.name for one in around if isinstance(one, ast.ClassDef)])])


LOOKS = (Look(frozenset({"renamed"}), (ast.Attribute, ast.Name), _NUMBERED, renamed),)
