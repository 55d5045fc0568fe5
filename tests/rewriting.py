"""The codemods as LibCST runs them, one after the other, and as ``flake8-http-status fix`` does, at once."""
from __future__ import annotations

from pathlib import Path

import libcst as cst
from libcst.codemod import CodemodContext

from flake8_http_status.config import Options
from http_status_codemods._inspect import inspect
from http_status_codemods._rewrite import rewrite_text
from http_status_codemods.use_http_method import UseHTTPMethod
from http_status_codemods.use_http_status import UseHTTPStatus

CODEMODS = (UseHTTPStatus, UseHTTPMethod)


def rewritten(source: str, options: Options, *, path: Path, unsafe: bool = False) -> str:
    """``source`` as the codemods leave it, in either order and at once: all three must agree."""
    forwards = _in_turn(source, options, path, unsafe, CODEMODS)
    assert _in_turn(source, options, path, unsafe, CODEMODS[::-1]) == forwards
    assert at_once(source, options, path=path, unsafe=unsafe) == forwards
    return forwards


def at_once(source: str, options: Options, *, path: Path | None = None, unsafe: bool = False) -> str:
    """``source`` as the command ``fix`` leaves it."""
    inspected = inspect(source, options, path)
    findings = inspected.fixable(unsafe=unsafe)
    return rewrite_text(source, findings, inspected.plan_for(findings))


def _in_turn(
    source: str,
    options: Options,
    path: Path,
    unsafe: bool,
    commands: tuple[type[UseHTTPStatus | UseHTTPMethod], ...],
) -> str:
    module = cst.parse_module(source)
    for command in commands:
        codemod = command(CodemodContext(filename=str(path)), unsafe_fixes=unsafe)
        codemod.options = options
        module = codemod.transform_module(module)
    return module.code
