"""The command line's arguments."""
from __future__ import annotations

import argparse
from pathlib import Path

from http_status_codemods import _flake8, _formats
from http_status_codemods._arguments import add_engine_options, add_selection
from http_status_codemods._cache import DEFAULT as DEFAULT_CACHE
from http_status_codemods._run import usable_cpus


def parser(program: str, settings: _flake8.Settings) -> argparse.ArgumentParser:
    """The parser of all commands; ``settings`` give the defaults, ``command`` says which was called."""
    description = "Finds HTTP status codes and methods that are literals or used wrongly, and mends them."
    top = argparse.ArgumentParser(prog=program, description=description)
    commands = top.add_subparsers(metavar="COMMAND", dest="command", required=True)
    report = "report what the rules find"
    check = commands.add_parser("check", help=report, description=f"{report.capitalize()}.")
    check.add_argument(
        "--output-format", choices=_formats.NAMES, default="text", help="(default: %(default)s)"
    )
    check.add_argument(
        "--cache-dir",
        type=Path,
        default=DEFAULT_CACHE,
        metavar="DIR",
        help="where reports of unchanged files are kept (default: %(default)s)",
    )
    check.add_argument("--no-cache", action="store_true", help="look at every file anew, and keep nothing")
    mend = "mend what the rules find"
    fix = commands.add_parser("fix", help=mend, description=f"{mend.capitalize()}.")
    _add_fix(fix)
    learn = commands.add_parser(
        "learn",
        help="write stubs of the project's own helpers",
        description="Write stub files of the project's own helpers, for tools that see one file at a time.",
    )
    _add_learn(learn)
    explain = commands.add_parser(
        "explain",
        help="tell what a status, a method, a rule or a library is",
        description="Tell what a status, a method, a rule or a library is.",
    )
    explain.add_argument(
        "subjects", nargs="+", metavar="SUBJECT", help="such as 404, NOT_FOUND, POST, HTS101, requests"
    )
    for command in (check, fix, learn):
        _add_paths(command)
        add_selection(command)
        add_engine_options(command, settings.options)
    for command in (check, fix):
        command.add_argument(
            "--jobs",
            type=_positive,
            default=usable_cpus(),
            metavar="N",
            help="how many processes to use (default: as many as there are processors, here %(default)s)",
        )
        command.add_argument(
            "--stdin-filename",
            type=Path,
            metavar="PATH",
            help="what the text from the standard input (-) is called, for its settings and for messages",
        )
    return top


def _add_fix(fix: argparse.ArgumentParser) -> None:
    how = fix.add_mutually_exclusive_group()
    how.add_argument("--diff", action="store_true", help="print the changes as a diff and write nothing")
    how.add_argument("--interactive", action="store_true", help="ask for each hunk whether to replace it")
    fix.add_argument("--check", action="store_true", help="write nothing; exit 1 if something would change")
    fix.add_argument("--unsafe-fixes", action="store_true", help="also make changes that may alter behaviour")


def _add_learn(learn: argparse.ArgumentParser) -> None:
    learn.add_argument(
        "--output", type=Path, default=Path("http-stubs"), metavar="DIR", help="(default: %(default)s)"
    )
    learn.add_argument("--check", action="store_true", help="write nothing; exit 1 if stubs are out of date")


def _add_paths(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="files, folders, patterns such as 'src/**/views.py', or - for the standard input "
        "(default: the current folder)",
    )
    command.add_argument(
        "--files-from",
        metavar="FILE",
        help="a list of files, separated by NUL or by newlines; - reads it from the standard input",
    )


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes such as 4")
    return int(text)
