"""What the commands do; each gives its exit status."""
from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from flake8_http_status.requirements import ConfigError
from http_status_codemods import _flake8, _formats, _opened, tree
from http_status_codemods import _learn as _stubs
from http_status_codemods._explain import UnknownError, explain
from http_status_codemods._formats.common import Setting
from http_status_codemods._parser import parser
from http_status_codemods._project import detector_for
from http_status_codemods._records import FileReport
from http_status_codemods._report import diff
from http_status_codemods._session import Session
from http_status_codemods._summary import Summary
from http_status_codemods._terminal import colourful, show_page, tracked

CLEAN, FOUND, ERROR = 0, 1, 2
_PROGRAM = "flake8-http-status"
#: Where a CI job says that the repository is: https://docs.github.com/actions, https://docs.gitlab.com/ci.
_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


def run(argv: Sequence[str] | None) -> int:
    """Run the command that ``argv`` names."""
    _opened.watch()  # from the first settings on
    try:
        settings = _flake8.read(Path())
    except ConfigError as error:
        return _refuse(str(error))
    arguments = parser(_PROGRAM, settings).parse_args(argv)
    if arguments.command == "explain":
        return _explain(arguments.subjects)
    if arguments.command == "fix" and find_spec("libcst") is None:
        return _refuse("fix needs LibCST: pip install 'flake8-http-status[codemod]'")
    try:
        session = Session(arguments, settings)
    except tree.FileError as error:
        return _refuse(str(error))
    match arguments.command:
        case "check":
            return _check(session, arguments)
        case "fix" if session.reads_stdin:
            return _fix_text(session, arguments)
        case "fix":
            return _fix(session, arguments)
        case _:
            return _learn(session, arguments)


def _refuse(cause: str) -> int:
    print(f"{_PROGRAM}: {cause}", file=sys.stderr)
    return ERROR


def _check(session: Session, arguments: argparse.Namespace) -> int:
    count = 0

    def counted_reports() -> Iterator[FileReport]:
        nonlocal count
        for report in session.reports(texts=arguments.output_format == "sarif"):
            count += len(report.findings)
            yield report

    setting = Setting(colourful(sys.stdout), _root())
    for piece in _formats.render(arguments.output_format, counted_reports(), setting):
        sys.stdout.write(piece)
    return ERROR if session.failed else FOUND if count else CLEAN


def _root() -> Path:
    """The folder that a server takes paths to be relative to: the CI job's, or else the current one."""
    here = Path.cwd()
    told = (Path(os.environ[name]) for name in _ROOTS if os.environ.get(name))
    return next((root for root in told if here.is_relative_to(root)), here)


def _fix(session: Session, arguments: argparse.Namespace) -> int:
    if arguments.interactive:
        return _fix_by_hand(session, arguments)
    write = not (arguments.diff or arguments.check)
    files = list(session.files())
    reports = session.reports(files, "write" if write else "plan", unsafe=arguments.unsafe_fixes)
    if not (arguments.diff and sys.stdout.isatty()):
        reports = tracked(reports, len(files), sys.stderr)
    summary = Summary()
    for report in reports:
        if report.change is not None:
            summary.add(report.path, report.change.replaced)
            if arguments.diff:
                _print_bytes(diff(report.path, report.change.before, report.change.after))
    for line in summary.lines("replaced" if write else "to replace"):
        print(line, file=sys.stderr)
    return ERROR if session.failed else FOUND if arguments.check and summary.files else CLEAN


def _fix_by_hand(session: Session, arguments: argparse.Namespace) -> int:
    from http_status_codemods._interactive import Walk

    walk, summary = Walk(colour=colourful(sys.stdout)), Summary()
    for report in session.reports(fixing="plan", unsafe=arguments.unsafe_fixes):
        if report.change is None:
            continue
        try:
            replaced = walk.over(report.path, report.change, write=not arguments.check)
        except tree.FileError as error:
            session.fail(report.path, str(error))
            continue
        if replaced:
            summary.add(report.path, replaced)
        if walk.quit:
            break
    for line in summary.lines("to replace" if arguments.check else "replaced"):
        print(line, file=sys.stderr)
    return ERROR if session.failed else FOUND if arguments.check and summary.files else CLEAN


def _fix_text(session: Session, arguments: argparse.Namespace) -> int:
    """Fix the text from the standard input and write it, or its diff, to the standard output."""
    if arguments.interactive:
        return _refuse("--interactive needs files: the answers come from the standard input")
    summary = Summary()
    changed = session.stdin
    for report in session.reports(fixing="plan", unsafe=arguments.unsafe_fixes):
        if report.change is not None:
            changed = report.change.after
            summary.add(report.path, report.change.replaced)
    if arguments.diff:
        _print_bytes(diff(session.stdin_name, session.stdin, changed))
    elif not arguments.check:
        _print_bytes(changed)
    return ERROR if session.failed else FOUND if arguments.check and summary.files else CLEAN


def _learn(session: Session, arguments: argparse.Namespace) -> int:
    if session.reads_stdin:
        return _refuse("learn needs files")
    files, paths = list(session.files()), list(session.paths)
    output: Path = arguments.output
    try:
        difference = _stubs.compare(detector_for(paths, session.options.stubs), files, paths, output)
        for path in (*difference.new, *difference.stale):
            done = "" if arguments.check else " removed" if path in difference.stale else " written"
            print(f"{path}{done}")
        if not arguments.check:
            _stubs.write(difference, output)
    except tree.FileError as error:
        session.fail(output, str(error))
    except ConfigError as error:
        session.failed = True
        session.say(" ".join(str(error).split()))
    return ERROR if session.failed else FOUND if arguments.check and difference else CLEAN


def _explain(subjects: Sequence[str]) -> int:
    status = CLEAN
    for subject in subjects:
        try:
            show_page(explain(subject), sys.stdout)
        except UnknownError as error:
            status = _refuse(str(error))
    return status


def _print_bytes(raw: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(raw)
