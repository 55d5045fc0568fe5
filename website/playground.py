"""What the playground runs in the browser: the real engine over one text, and a fix by edits of spans.

Findings, verdicts and the spelling of a constant come from the packages that are released.  LibCST is not at
hand in a browser, so the import is put in here, by lines; where it stands in unusual places, the command
``fix`` does better.  tests/test_playground.py holds both against each other on every page.
"""
from __future__ import annotations

import ast
import difflib
import json
import re
import sys
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Any

from flake8_http_status import config, rules
from flake8_http_status.config import Options
from flake8_http_status.detect import Detector
from flake8_http_status.findings import Finding, Span
from http_status_codemods._inspect import Inspected, inspect
from http_status_codemods._plan import Plan
from http_status_codemods._spans import TextEdit, applied, offsets, text_edits

#: What it has read of the stubs is kept from one keystroke to the next.
DETECTOR = Detector()


def run(source: str, settings: str) -> str:
    """The findings in ``source`` and its fix as JSON; ``settings`` is JSON too, and may be ``{}``.

    Settings are ``target``, ``style``, ``evidence``, ``value``, ``unsafe`` (bool), and texts with commas:
    ``vocabulary``, ``allow`` and ``extend`` (codes of further rules).  What cannot be done is told as
    ``error``; where the text is no Python there is a ``detail``, and mostly a ``line`` and ``column`` from 1.
    """
    try:
        chosen = json.loads(settings)
        wanted = options(chosen)
        selected = rules.DEFAULT | rules.implied(wanted) | rules.codes(words(chosen, "extend"))
        found = inspect(source, wanted, None, selected, detector=DETECTOR)
        inspected = found.with_refusals()
    except SyntaxError as error:
        return json.dumps(no_python(error))
    except (RecursionError, MemoryError):
        return json.dumps({"error": "The text is nested too deeply."})
    except ValueError as error:
        return json.dumps({"error": str(error)})
    fixed, made = fix(inspected, unsafe=bool(chosen.get("unsafe")))
    shown = [row(each, is_made=each.span in made) for each in inspected.findings]
    return json.dumps({"findings": shown, "fixed": fixed, "diff": diff(source, fixed)})


def no_python(error: SyntaxError) -> dict[str, Any]:
    """What the page tells of a text that does not parse."""
    told: dict[str, Any] = {
        "error": f"Python {sys.version_info.major}.{sys.version_info.minor} cannot read this",
        "detail": error.msg,
    }
    if error.lineno is not None:
        told |= {"line": error.lineno, "column": max(error.offset or 1, 1)}
    return told


def options(chosen: dict[str, Any]) -> Options:
    """The engine's options for what the reader chose.  Raises ConfigError."""
    return Options(
        vocabulary=config.parse_vocabulary(
            part.strip() for part in chosen.get("vocabulary", "").split(",") if part.strip()
        ),
        style=config.parse_style(words(chosen, "style")),
        target=config.parse_target(chosen.get("target") or "3.11"),
        allow=config.parse_allow(words(chosen, "allow")),
        evidence=config.parse_evidence(chosen.get("evidence", "named")),
        value=config.parse_value(chosen.get("value", "never")),
    )


def words(chosen: dict[str, Any], name: str) -> list[str]:
    """A setting that is a list, as it is typed."""
    return re.findall(r"[^\s,]+", chosen.get(name, ""))


def row(finding: Finding, *, is_made: bool) -> dict[str, Any]:
    """A finding for the page: positions from 1, columns in characters."""
    rule = rules.rule_for(finding)
    return {
        "code": rule.code,
        "name": rule.name,
        "line": finding.span.line,
        "column": finding.span.column + 1,
        "endLine": finding.span.end_line,
        "endColumn": finding.span.end_column + 1,
        "message": finding.message,
        "fix": finding.verdict.fix,
        "reason": finding.verdict.reason,
        "made": is_made,
    }


def fix(inspected: Inspected, *, unsafe: bool) -> tuple[str, set[Span]]:
    """The text with its fixes, and the spans that were replaced."""
    wanted = inspected.fixable(unsafe=unsafe)
    planned = inspected.plan_for(wanted)
    edits = text_edits(inspected.source, wanted, planned)
    if not edits:
        return inspected.source, set()
    fixed = with_imports(applied(inspected.source, edits), planned)
    return without_unused(fixed, planned), {each.span for each in wanted if planned.text(each) is not None}


def line_starts(source: str) -> list[int]:
    """The offsets of the lines' first characters, and that of the end."""
    return [*offsets(source), len(source)]


def with_imports(source: str, planned: Plan) -> str:
    """``source`` with the names that ``planned`` misses imported, one module after the other."""
    names: dict[str, list[str]] = {}
    for one in planned.missing:
        names.setdefault(one.module, []).append(one.name)
    limit = planned.limit
    for module, wanted in sorted(names.items()):
        body = ast.parse(source).body
        edit = merged(source, body[:limit], module, wanted)
        if edit is None:
            edit = inserted(source, body, module, wanted, limit)
            limit += 1
        source = applied(source, [edit])
    return source


def without_unused(source: str, planned: Plan) -> str:
    """``source`` without the imports that were only for what the edits replaced."""
    gone = {(one.module, one.name, one.alias) for one in planned.unused}
    starts, edits = line_starts(source), []
    for statement in ast.parse(source).body:
        if not isinstance(statement, IMPORTS):
            continue
        module = module_of(statement) if isinstance(statement, ast.ImportFrom) else ""
        kept = [each for each in statement.names if (module, each.name, each.asname) not in gone]
        start, end = starts[statement.lineno - 1], starts[statement.end_lineno or 0]
        if not kept:
            edits.append(joined(source, start, end))
        elif len(kept) < len(statement.names):
            statement.names = kept
            edits.append(TextEdit(start, end, ast.unparse(statement) + "\n"))
    return applied(source, edits)


def joined(source: str, start: int, end: int) -> TextEdit:
    """The edit that takes a line out, and of the blank lines around it all but the larger number."""
    above = len(source[:start]) - len(source[:start].rstrip("\n")) - 1
    below = len(source[end:]) - len(source[end:].lstrip("\n"))
    return TextEdit(start, end + (below if start == 0 else min(max(above, 0), below)), "")


def merged(source: str, body: Sequence[ast.stmt], module: str, names: Sequence[str]) -> TextEdit | None:
    """The names added to a line ``from module import …`` that is there, None where there is none."""
    starts = line_starts(source)
    for statement in body:
        match statement:
            case ast.ImportFrom(module=str(theirs), level=0, names=aliases) if (
                theirs == module and statement.lineno == statement.end_lineno and aliases[0].name != "*"
            ):
                texts = [f"{each.name} as {each.asname}" if each.asname else each.name for each in aliases]
                line = ", ".join(sorted((*texts, *names), key=name_order))
                start = starts[statement.lineno - 1]
                span = start + statement.col_offset, start + (statement.end_col_offset or 0)
                return TextEdit(*span, f"from {module} import {line}")
    return None


def name_order(name: str) -> tuple[int, str]:
    """isort's order of the names of a module: constants, classes, the rest."""
    word = name.partition(" ")[0]
    return 0 if word.isupper() and len(word) > 1 else 1 if word[:1].isupper() else 2, name


def inserted(
    source: str, body: Sequence[ast.stmt], module: str, names: Sequence[str], limit: int
) -> TextEdit:
    """A new line: among imports of its kind, above others, or at the top of the code."""
    line = f"from {module} import {', '.join(sorted(names, key=name_order))}\n"
    top = next((index for index, each in enumerate(body) if not is_head(index, each)), 0)
    top = min(top, limit)
    rest = body[top : limit + 1]
    first = next((index for index, each in enumerate(rest) if isinstance(each, IMPORTS)), len(rest))
    block = list(takewhile(lambda each: isinstance(each, IMPORTS), rest[first:]))
    own = [each for each in block if is_standard(module_of(each)) == is_standard(module)]
    if own:
        return among(source, own, module, line)
    if block and not is_standard(module):
        end = line_starts(source)[block[-1].end_lineno or 0]
        apart = source[end:].startswith(("\n", "\r"))
        behind = "" if apart else blank_lines(source, rest[first + len(block)])
        return TextEdit(end, end, f"\n{line}{behind}")
    follower = block[0] if block else body[top]
    gap = "\n" if block else blank_lines(source, follower)
    if not source[: above(source, follower)].strip():
        return TextEdit(0, 0, line + ("" if source.startswith("\n") else gap))
    return TextEdit(*[above(source, follower)] * 2, line + gap)


IMPORTS = (ast.Import, ast.ImportFrom)


def is_head(index: int, statement: ast.stmt) -> bool:
    """Whether a statement is a docstring or an import from ``__future__``."""
    match statement:
        case ast.Expr(value=ast.Constant(value=str())):
            return index == 0
        case ast.ImportFrom(module="__future__"):
            return True
    return False


def is_standard(module: str) -> bool:
    """Whether a module is one of the standard library's."""
    return module.partition(".")[0] in sys.stdlib_module_names


def module_of(statement: ast.stmt) -> str:
    """The module that an import names first."""
    match statement:
        case ast.ImportFrom(module=module, level=level):
            return "." * level + (module or "")
        case ast.Import(names=[alias, *_]):
            return alias.name
    return ""


def among(source: str, own: Sequence[ast.stmt], module: str, line: str) -> TextEdit:
    """The line in isort's order among the imports ``own``: behind plain ones, by the module's name."""
    froms = [each for each in own if isinstance(each, ast.ImportFrom)]
    for each in froms:
        if module_of(each).lower() > module:
            return TextEdit(*[above(source, each)] * 2, line)
    end = line_starts(source)[own[-1].end_lineno or 0]
    opening = "" if source[:end].endswith(("\n", "\r")) else "\n"
    return TextEdit(end, end, opening + line)


def above(source: str, statement: ast.stmt) -> int:
    """The offset of the line above which something is put that is to stand before ``statement``."""
    starts, number = line_starts(source), statement.lineno - 1
    decorators = getattr(statement, "decorator_list", [])
    number = min([number, *(each.lineno - 1 for each in decorators)])
    lines = [source[start:end] for start, end in pairwise(starts)]
    moved = number
    while moved > 0 and lines[moved - 1].startswith("#"):
        moved -= 1
    # Comments at the very top are the file's own.
    return starts[number if moved == 0 else moved]


def blank_lines(source: str, follower: ast.stmt) -> str:
    """What parts the new import from the code that follows."""
    return "\n\n" if isinstance(follower, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) else "\n"


def diff(before: str, after: str) -> str:
    """The change as a unified diff without its two first lines; empty where there is none."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=3)
    return "\n".join(list(lines)[2:])
