"""The codemods as LibCST runs them, one after the other, and as ``flake8-http-status fix`` does, at once."""
from __future__ import annotations

import importlib
import inspect as inspection
import pkgutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import libcst as cst
from libcst.codemod import CodemodContext

import http_status_codemods
from flake8_http_status.config import Options
from flake8_http_status.findings import Finding
from flake8_http_status.rules import DEFAULT
from http_status_codemods import _rewrite, _text
from http_status_codemods._command import UseConstants
from http_status_codemods._inspect import inspect
from http_status_codemods._plan import Plan


def _commands() -> Iterator[type[UseConstants]]:
    """The codemods of the package, whichever modules they stand in."""
    for found in pkgutil.iter_modules(http_status_codemods.__path__):
        if not found.name.startswith("_") or found.name == "_command":
            module = importlib.import_module(f"http_status_codemods.{found.name}")
            for value in vars(module).values():
                if inspection.isclass(value) and UseConstants in value.__mro__[1:]:
                    yield value


CODEMODS = tuple(sorted(_commands(), key=lambda one: min(one.codes)))


def rewritten(
    source: str,
    options: Options,
    *,
    path: Path,
    unsafe: bool = False,
    selected: frozenset[str] = DEFAULT,
) -> str:
    """``source`` as the codemods leave it, in either order and at once: all three must agree."""
    used = tuple(one for one in CODEMODS if one.codes & selected)
    forwards = _in_turn(source, options, path, unsafe, used, selected)
    assert _in_turn(source, options, path, unsafe, used[::-1], selected) == forwards
    assert at_once(source, options, path=path, unsafe=unsafe, selected=selected) == forwards
    return forwards


def at_once(
    source: str,
    options: Options,
    *,
    path: Path | None = None,
    unsafe: bool = False,
    selected: frozenset[str] = DEFAULT,
) -> str:
    """``source`` as the command ``fix`` leaves it."""
    inspected = inspect(source, options, path, selected)
    findings = inspected.fixable(unsafe=unsafe)
    return rewrite_text(source, findings, inspected.plan_for(findings))


def rewrite_text(source: str, findings: Sequence[Finding], planned: Plan) -> str:
    """``source`` rewritten in part and as a whole: both must agree."""
    whole = _rewrite.rewrite_text(source, findings, planned)
    assert _text.rewrite_text(source, findings, planned) == whole
    return whole


def _in_turn(
    source: str,
    options: Options,
    path: Path,
    unsafe: bool,
    commands: tuple[type[UseConstants], ...],
    selected: frozenset[str],
) -> str:
    module = cst.parse_module(source)
    for command in commands:
        codemod = command(CodemodContext(filename=str(path)), unsafe_fixes=unsafe)
        codemod.options = options
        codemod.codes = command.codes & selected
        module = codemod.transform_module(module)
    return module.code
