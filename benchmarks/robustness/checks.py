"""What must hold for any file: no crash, no hang, the same program but for constants, a silent second run."""
from __future__ import annotations

import ast
import re
import signal
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path
from types import FrameType
from typing import TypeAlias

from libcst import ParserSyntaxError

from flake8_http_status.config import Options
from flake8_http_status.detect import Detector, may_matter
from flake8_http_status.findings import Finding, Import
from flake8_http_status.parsing import UNPARSABLE, tree_of
from http_status_codemods import _rewrite, tree
from http_status_codemods._inspect import Inspected, inspect
from http_status_codemods._plan import Plan
from http_status_codemods._text import rewrite_text

#: CPU seconds for one file, all of ``check`` and ``fix``: more is a hang.
LIMIT = 2.0
#: CPU seconds after which a file is given up.
GIVE_UP = 30.0
OPTIONS = Options(target=(3, 11), include=frozenset({"generated", "vendored"}))
_LINE = re.compile(r"\r\n?|\n")


class HangError(BaseException):
    """A file that takes too long; no handler of exceptions must hold it up."""


@dataclass(slots=True)
class Outcome:
    """What one file gave: ``state`` is ``read``, ``no candidate``, ``undecodable`` or ``unparsable``.

    A file without a candidate is not parsed, as ``check`` does not either.
    """

    state: str = "read"
    findings: int = 0
    safe: int = 0
    unsafe: int = 0
    seconds: float = 0.0
    problems: list[tuple[str, str]] = field(default_factory=list)


def examine(raw: bytes, path: Path, detector: Detector, options: Options = OPTIONS) -> Outcome:
    """All checks of the file with the bytes ``raw``, as if it stood at ``path``.

    Seconds are of the CPU, for one ``check`` and one ``fix``.  What is slow is measured once more: the
    first file of a project may have to wait for the list of all of them.
    """
    outcome = _once(raw, path, detector, options)
    if LIMIT < outcome.seconds < GIVE_UP:
        outcome = _once(raw, path, detector, options)
    if outcome.seconds > LIMIT:
        outcome.problems.append(("slow", f"{outcome.seconds:.1f} s for {len(raw)} bytes"))
    return outcome


def _once(raw: bytes, path: Path, detector: Detector, options: Options) -> Outcome:
    outcome = Outcome()
    start = time.process_time()
    try:
        with _limited():
            _examine(raw, path, detector, options, outcome)
    except HangError:
        outcome.problems.append(("hang", f"given up after {GIVE_UP:g} s"))
    except Exception as error:
        outcome.problems.append(("crash", _described(error)))
    outcome.seconds = outcome.seconds or time.process_time() - start
    return outcome


def _described(error: BaseException) -> str:
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    where = f"{Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}" if last else "?"
    return f"{type(error).__name__} at {where}: {' '.join(str(error).split())[:200]}"


@contextmanager
def _limited() -> Iterator[None]:
    def give_up(number: int, frame: FrameType | None) -> None:
        raise HangError

    previous = signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, GIVE_UP)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, previous)


def _examine(raw: bytes, path: Path, detector: Detector, options: Options, outcome: Outcome) -> None:
    if not may_matter(raw):
        outcome.state = "no candidate"
        return
    try:
        source = tree.decode(path, raw).source
    except tree.FileError:
        outcome.state = "undecodable"
        return
    start = time.process_time()
    try:
        found = inspect(source, options, path, detector=detector)
    except UNPARSABLE:
        if _parses(source):
            raise
        outcome.state = "unparsable"
        return
    outcome.seconds = time.process_time() - start
    outcome.findings = len(found.findings)
    in_part = inspect(source, options, path, detector=detector, whole=False)
    if in_part.findings != found.findings and _differs_in_part(source, options, path, detector):
        outcome.problems.append(("in part", f"{len(in_part.findings)} of {len(found.findings)} findings"))
    start = time.process_time() - outcome.seconds
    if not found.findings:
        return
    _check_spans(source, found, outcome)
    found.with_refusals()
    first = True
    fixed: set[int] = set()
    for unsafe in (False, True):
        wanted = found.fixable(unsafe=unsafe)
        if len(wanted) in fixed or not wanted:
            continue
        fixed.add(len(wanted))
        planned = found.plan_for(wanted)
        wanted = [each for each in wanted if planned.text(each) is not None]
        if not wanted:
            continue
        after = rewrite_text(source, wanted, planned, found.tree)
        if first:
            outcome.seconds, first = time.process_time() - start, False
        if difference := unlike_libcst(source, wanted, planned, after):
            outcome.problems.append(("codemod", difference))
        if unsafe:
            outcome.unsafe = len(wanted)
        else:
            outcome.safe = len(wanted)
        outcome.problems += _compared(found, wanted, planned, after, path, detector, options, unsafe)


def _differs_in_part(source: str, options: Options, path: Path, detector: Detector) -> bool:
    """Asked of detectors that know nothing yet: ours may know another file's text after its fix."""
    world = detector.world
    found = [
        inspect(source, options, path, detector=Detector(world.folders, world.project), whole=whole).findings
        for whole in (True, False)
    ]
    return found[0] != found[1]


def _parses(source: str) -> bool:
    try:
        tree_of(source)
    except UNPARSABLE:
        return False
    return True


def _check_spans(source: str, found: Inspected, outcome: Outcome) -> None:
    starts = [0, *(match.end() for match in _LINE.finditer(source))]
    for each in found.findings:
        span = each.span
        text = source[starts[span.line - 1] + span.column : starts[span.end_line - 1] + span.end_column]
        if text != each.source:
            outcome.problems.append(("span", f"line {span.line}: {text!r} for {each.source!r}"))


def _compared(
    found: Inspected, wanted: Sequence[Finding], planned: Plan, after: str, path: Path, detector: Detector,
    options: Options, unsafe: bool,
) -> Iterator[tuple[str, str]]:  # fmt: skip
    how = "unsafe" if unsafe else "safe"
    try:
        now = inspect(after, options, path, detector=detector)
    except SyntaxError as error:
        yield "broken", f"{how}: {error.msg} (line {error.lineno})"
        return
    if difference := different(found.source, found.tree, now.tree, wanted, planned):
        yield "changed", f"{how}: {difference}"
    again = now.fixable(unsafe=unsafe)
    plan_again = now.plan_for(again)
    for each in again:
        if plan_again.text(each) is not None:
            yield "second run", f"{how}: line {each.span.line}: {each.source} again"
            break
    else:
        # A new import may bind a name that was free before, so that its other uses can be judged.
        left = sum(each.problem == "literal" for each in now.findings)
        before = sum(each.problem == "literal" for each in found.findings)
        gone = sum(each.problem == "literal" for each in wanted)
        if left > before - gone:
            told = f"{left} literals after {before} - {gone}"
            yield "second run", f"{how}: {told}"


def unlike_libcst(source: str, wanted: Sequence[Finding], planned: Plan, after: str) -> str | None:
    """How ``after`` differs from what LibCST's tree of the whole module gives; None: not at all."""
    try:
        whole = _rewrite.rewrite_text(source, wanted, planned)
    except ParserSyntaxError:  # It cannot read all that Python can.
        return None
    rows = list(unified_diff(whole.splitlines(), after.splitlines(), lineterm="", n=0))
    return "; ".join(rows[3:7]) if whole != after else None


def different(
    source: str, before: ast.Module, after: ast.Module, wanted: Sequence[Finding], planned: Plan
) -> str | None:
    """How the two programs differ but for the edits of ``wanted`` and their imports; None: not at all."""
    lines = _LINE.split(source)

    def place(line: int, column: int) -> tuple[int, int]:
        return line, len(lines[line - 1][:column].encode("utf-8", "surrogatepass"))

    edits: dict[tuple[int, int, int, int], str] = {}
    for each in wanted:
        span, text = each.span, planned.text(each)
        extent = (*place(span.line, span.column), *place(span.end_line, span.end_column))
        edits[extent] = ast.unparse(ast.parse(f"({text})", mode="eval"))
    old_imports, old_body = _apart(before.body)
    new_imports, new_body = _apart(after.body)
    brought = Counter(map(_brought, planned.missing))
    gone = old_imports + brought - new_imports
    if new_imports - old_imports - brought or (gone and not planned.unused):
        return f"imports: {sorted(map(str, new_imports - old_imports))} new, {sorted(map(str, gone))} gone"
    work: list[tuple[object, object]] = [(old_body, new_body)]
    while work:
        old, new = work.pop()
        if isinstance(old, ast.expr) and (text := edits.pop(_extent(old), None)) is not None:
            if not isinstance(new, ast.expr) or ast.unparse(new) != text:
                return f"line {old.lineno}: not {text}"
        elif type(old) is not type(new):
            return f"line {getattr(old, 'lineno', '?')}: {type(old).__name__} became {type(new).__name__}"
        elif isinstance(old, ast.AST):
            work += [(getattr(old, name, None), getattr(new, name, None)) for name in old._fields]
        elif isinstance(old, list):
            assert isinstance(new, list)
            if len(old) != len(new):
                return f"{len(old)} parts became {len(new)}"
            work += zip(old, new, strict=True)
        elif old != new:
            return f"{old!r} became {new!r}"
    return f"not replaced: {edits}" if edits else None


def _brought(one: Import) -> tuple[str | None, int, str, str | None]:
    module = one.module.lstrip(".")
    return module or None, len(one.module) - len(module), one.name, None


def _extent(node: ast.expr) -> tuple[int, int, int, int]:
    return node.lineno, node.col_offset, node.end_lineno or 0, node.end_col_offset or 0


Imports: TypeAlias = "Counter[tuple[str | None, int, str, str | None]]"


def _apart(body: Sequence[ast.stmt]) -> tuple[Imports, list[ast.stmt]]:
    """The names that the imports of a module bring, and its other statements."""
    imports: Imports = Counter()
    rest: list[ast.stmt] = []
    for statement in body:
        match statement:
            case ast.ImportFrom(module=module, level=level, names=names):
                imports.update((module, level, alias.name, alias.asname) for alias in names)
            case ast.Import(names=names):
                imports.update((None, 0, alias.name, alias.asname) for alias in names)
            case _:
                rest.append(statement)
    return imports, rest
