"""``flake8-http-status check | fix | learn | explain``: the engine over a tree of files, without flake8.

Exit status: 0 clean, 1 findings (``check``) or changes to make (``fix --check``), 2 errors, 130 interrupted.
"""
from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from flake8_http_status.config import ConfigError
from flake8_http_status.foreign import is_vendored
from flake8_http_status.rules import DEFAULT, implied
from http_status_codemods import _flake8, _formats, tree
from http_status_codemods import _learn as _stubs
from http_status_codemods._arguments import add_engine_options, add_select, engine_options
from http_status_codemods._explain import UnknownError, explain
from http_status_codemods._formats.common import Setting
from http_status_codemods._matching import matches
from http_status_codemods._project import detector_for
from http_status_codemods._records import FileReport
from http_status_codemods._report import diff
from http_status_codemods._run import Fixing, Job, run, usable_cpus
from http_status_codemods._terminal import colourful, show_page
from http_status_codemods._words import counted

CLEAN, FOUND, ERROR, INTERRUPTED = 0, 1, 2, 130
_PROGRAM = "flake8-http-status"
#: Where a CI server says that the repository's files are: https://docs.github.com/actions, https://docs.gitlab.com/ci.
_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line in ``argv`` (default: the process's own); gives the exit status."""
    for stream in (sys.stdout, sys.stderr):
        # A path may hold characters that the terminal's encoding lacks.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        try:
            settings = _flake8.read(Path())
        except ConfigError as error:
            print(f"{_PROGRAM}: {error}", file=sys.stderr)
            return ERROR
        arguments = _parser(settings).parse_args(argv, argparse.Namespace(exclude=settings.exclude))
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print(f"{_PROGRAM}: interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has gone, as in "| head"; Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ERROR
    return status


def _parser(settings: _flake8.Settings) -> argparse.ArgumentParser:
    description = "Finds and replaces HTTP status codes and request methods that are written as literals."
    parser = argparse.ArgumentParser(prog=_PROGRAM, description=description)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    check = commands.add_parser("check", help="report the literals", description="Report the literals.")
    check.set_defaults(run=_check)
    check.add_argument(
        "--output-format", choices=_formats.NAMES, default="text", help="(default: %(default)s)"
    )
    fix = commands.add_parser("fix", help="replace the literals", description="Replace the literals.")
    fix.set_defaults(run=_fix)
    fix.add_argument("--diff", action="store_true", help="print the changes as a diff and write nothing")
    fix.add_argument("--check", action="store_true", help="write nothing; exit 1 if something would change")
    fix.add_argument("--unsafe-fixes", action="store_true", help="also make changes that may alter behaviour")
    learn = commands.add_parser(
        "learn",
        help="write stubs of the project's own helpers",
        description="Write stub files of the project's own helpers, for tools that see one file at a time.",
    )
    learn.set_defaults(run=_learn)
    learn.add_argument(
        "--output", type=Path, default=Path("http-stubs"), metavar="DIR", help="(default: %(default)s)"
    )
    learn.add_argument("--check", action="store_true", help="write nothing; exit 1 if stubs are out of date")
    explaining = commands.add_parser(
        "explain",
        help="tell what a status, a method, a rule or a library is",
        description="Tell what a status, a method, a rule or a library is.",
    )
    explaining.set_defaults(run=_explain)
    explaining.add_argument(
        "subjects", nargs="+", metavar="SUBJECT", help="such as 404, NOT_FOUND, POST, HTS101, requests"
    )
    for command in (check, fix):
        command.add_argument(
            "--jobs",
            type=_positive,
            default=usable_cpus(),
            metavar="N",
            help="how many processes to use (default: as many as there are processors, here %(default)s)",
        )
    learn.set_defaults(jobs=1)
    for command in (check, fix, learn):
        command.add_argument("paths", nargs="*", type=Path, default=[Path()], metavar="PATH")
        add_select(command)
        add_engine_options(command, settings.options)
    return parser


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes such as 4")
    return int(text)


class _Run:
    """One run over many files: what is wrong with one of them leaves the others alone."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.paths: list[Path] = arguments.paths
        self.options = engine_options(
            arguments.target,
            arguments.allow,
            arguments.stubs,
            arguments.evidence,
            arguments.vendor_codes,
            arguments.value,
            arguments.include,
            arguments.vocabulary,
            arguments.style,
        )
        chosen = arguments.select | arguments.extend_select
        # Who names the rules wants no others.
        by_default = arguments.select is DEFAULT
        self.selected: frozenset[str] = chosen | implied(self.options) if by_default else chosen
        if any(path.is_dir() and is_vendored(path / "any") for path in self.paths):
            # Whoever names such a folder wants to know what is in it.
            self.options = replace(self.options, include=self.options.include | {"vendored"})
        self._processes: int = arguments.jobs
        self._exclude = () if "excluded" in self.options.include else arguments.exclude
        self.failed = False
        self._told: set[str] = set()

    def say(self, line: str) -> None:
        """Print ``line`` to stderr, once: a wrong setting shows in each file that it touches."""
        if line not in self._told:
            self._told.add(line)
            print(line, file=sys.stderr)

    def fail(self, path: Path, cause: str) -> None:
        """Report an error with the file at ``path``."""
        self.failed = True
        self.say(f"{path}: {' '.join(cause.split())}")

    def reports(self, fixing: Fixing = "no", *, unsafe: bool = False) -> Iterator[FileReport]:
        """What there is to say of each file; tells the errors and the notes among it."""
        job = Job(tuple(self.paths), self.options, self.selected, fixing, unsafe)
        for report in run(job, self.files(), self._processes):
            for note in report.notes:
                self.say(f"{report.path}: {note}")
            for error in report.errors:
                self.fail(report.path, error)
            for error in report.config_errors:
                self.failed = True
                self.say(error)
            yield report

    def files(self) -> Iterator[Path]:
        """The files to look at."""
        return tree.python_files(self.paths, self.fail, lambda path: matches(path, self._exclude))


def _check(arguments: argparse.Namespace) -> int:
    run, count = _Run(arguments), 0

    def counted_reports() -> Iterator[FileReport]:
        nonlocal count
        for report in run.reports():
            count += len(report.findings)
            yield report

    setting = Setting(colourful(sys.stdout), _root())
    for piece in _formats.render(arguments.output_format, counted_reports(), setting):
        sys.stdout.write(piece)
    return ERROR if run.failed else FOUND if count else CLEAN


def _root() -> Path:
    """The folder that a server takes paths to be relative to: the CI job's, or else the current one."""
    here = Path.cwd()
    told = (Path(os.environ[name]) for name in _ROOTS if os.environ.get(name))
    return next((root for root in told if here.is_relative_to(root)), here)


def _fix(arguments: argparse.Namespace) -> int:
    if find_spec("libcst") is None:
        print(f"{_PROGRAM}: fix needs LibCST: pip install 'flake8-http-status[codemod]'", file=sys.stderr)
        return ERROR
    run = _Run(arguments)
    write = not (arguments.diff or arguments.check)
    fixed = files = 0
    for report in run.reports("write" if write else "plan", unsafe=arguments.unsafe_fixes):
        if report.change is None:
            continue
        if arguments.diff:
            _print_bytes(diff(report.path, report.change.before, report.change.after))
        fixed, files = fixed + len(report.change.replaced), files + 1
    done = "replaced" if write else "to replace"
    print(f"{counted(fixed, 'literal')} in {counted(files, 'file')} {done}", file=sys.stderr)
    return ERROR if run.failed else FOUND if arguments.check and fixed else CLEAN


def _learn(arguments: argparse.Namespace) -> int:
    run = _Run(arguments)
    files = list(run.files())
    output: Path = arguments.output
    try:
        difference = _stubs.compare(detector_for(run.paths, run.options.stubs), files, run.paths, output)
        for path in (*difference.new, *difference.stale):
            done = "" if arguments.check else " removed" if path in difference.stale else " written"
            print(f"{path}{done}")
        if not arguments.check:
            _stubs.write(difference, output)
    except tree.FileError as error:
        run.fail(output, str(error))
    except ConfigError as error:
        run.failed = True
        run.say(" ".join(str(error).split()))
    return ERROR if run.failed else FOUND if arguments.check and difference else CLEAN



def _explain(arguments: argparse.Namespace) -> int:
    status = CLEAN
    for subject in arguments.subjects:
        try:
            show_page(explain(subject), sys.stdout)
        except UnknownError as error:
            print(f"{_PROGRAM}: {error}", file=sys.stderr)
            status = ERROR
    return status


def _print_bytes(raw: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(raw)
