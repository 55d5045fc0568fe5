"""One call of a command: its files, its options, and what goes wrong with one file and not with others."""
from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from flake8_http_status.foreign import is_vendored
from flake8_http_status.rules import DEFAULT, implied
from http_status_codemods import tree
from http_status_codemods._arguments import engine_options
from http_status_codemods._cache import run_cached
from http_status_codemods._flake8 import Settings
from http_status_codemods._ignored import Ignored, can_ignore
from http_status_codemods._matching import absolute, matches
from http_status_codemods._paths import STDIN, expanded, listed
from http_status_codemods._records import FileReport
from http_status_codemods._run import Fixing, Job, run, run_text
from http_status_codemods._selection import Selection


class Session:
    """A run over many files: what is wrong with one of them leaves the others alone."""

    def __init__(self, arguments: argparse.Namespace, settings: Settings) -> None:
        """Take what the user chose.  Raises FileError where the list of files cannot be read."""
        self._named = tuple(expanded(arguments.paths))
        self._listed = listed(arguments.files_from) if arguments.files_from else []
        if not arguments.paths and not arguments.files_from:
            self._named = (Path(),)
        if STDIN in self._named and len(self._named) + len(self._listed) > 1:
            raise tree.FileError(f"{STDIN} stands for one text, and goes with no other path")
        self.stdin_name: Path = getattr(arguments, "stdin_filename", None) or Path("stdin")
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
        if any(path.is_dir() and is_vendored(path / "any") for path in self._named):
            # Whoever names such a folder wants to know what is in it.
            self.options = replace(self.options, include=self.options.include | {"vendored"})
        self._exclude = () if "excluded" in self.options.include else settings.exclude
        configured = replace(settings.selection, default=DEFAULT | implied(self.options))
        self._selection = _selection(arguments, configured)
        self._processes: int = getattr(arguments, "jobs", 1)
        no_cache = getattr(arguments, "no_cache", True)
        self._cache: Path | None = None if no_cache else arguments.cache_dir
        self._heed_noqa = not settings.disable_noqa
        self.failed = False
        self._told: set[str] = set()
        for note in settings.notes:
            self.say(note)

    @property
    def reads_stdin(self) -> bool:
        """Whether the one text to look at comes from the standard input."""
        return self._named == (STDIN,)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where to look for the project: the paths that were given, of listed files their folders."""
        if self.reads_stdin:
            return (self.stdin_name,)
        return (*self._named, *dict.fromkeys(path.parent for path in self._listed)) or (Path(),)

    def say(self, line: str) -> None:
        """Print ``line`` to stderr, once: a wrong setting shows in each file that it touches."""
        if line not in self._told:
            self._told.add(line)
            print(line, file=sys.stderr)

    def fail(self, path: Path, cause: str) -> None:
        """Report an error with the file at ``path``."""
        self.failed = True
        self.say(f"{path}: {' '.join(cause.split())}")

    def reports(
        self,
        files: Iterable[Path] | None = None,
        fixing: Fixing = "no",
        *,
        unsafe: bool = False,
        texts: bool = False,
    ) -> Iterator[FileReport]:
        """What there is to say of each of the ``files`` (default: all); tells errors and notes among it."""
        job = Job(
            paths=self.paths,
            options=self.options,
            selection=self._selection,
            # Of a file that is named one wants to hear that it is broken, even if it can hold no finding.
            named=frozenset(path for path in self._named if not path.is_dir()),
            heed_noqa=self._heed_noqa,
            fixing=fixing,
            unsafe=unsafe,
            texts=texts,
        )
        files = self.files() if files is None else files
        for report in self._reports(job, files):
            for note in report.notes:
                self.say(f"{report.path}: {note}")
            for error in report.errors:
                self.fail(report.path, error)
            for error in report.config_errors:
                self.failed = True
                self.say(error)
            yield report

    def _reports(self, job: Job, files: Iterable[Path]) -> Iterator[FileReport]:
        if self.reads_stdin:
            return self._stdin_report(job)
        if self._cache is not None and job.fixing == "no":
            return run_cached(job, files, self._processes, self._cache)
        return run(job, files, self._processes)

    def _stdin_report(self, job: Job) -> Iterator[FileReport]:
        if not self._is_excluded(self.stdin_name):
            yield run_text(job, self.stdin_name, self.stdin)

    @cached_property
    def stdin(self) -> bytes:
        """What comes from the standard input."""
        return sys.stdin.buffer.read()

    def files(self) -> Iterator[Path]:
        """The files to look at."""
        given = (*self._named, *self._listed)
        return tree.python_files(given, self.fail, self._is_excluded, self._ignored_below)

    def _is_excluded(self, path: Path) -> bool:
        return matches(path, self._exclude)

    def _ignored_below(self, folder: Path) -> Callable[[Path, bool], bool] | None:
        """What tells whether a path below ``folder`` is ignored, and whether it is asked for a folder."""
        if "ignored" in self.options.include:
            return None
        top = Path(absolute(folder))
        ignored = Ignored.around(top)
        if ignored is None or not can_ignore():
            if ignored is not None and (hidden := ignored.first_file(top)) is not None:
                needs = "pathspec (pip install 'flake8-http-status[codemod]')"
                self.say(f"{hidden}: is passed over: to read it needs {needs}")
            return None
        if ignored.holds_folder(top):
            return None  # whoever names such a folder wants to know what is in it

        def tell(path: Path, is_folder: bool) -> bool:
            whole = Path(absolute(path))
            return ignored.holds_folder(whole) if is_folder else ignored.holds_file(whole)

        return tell


def _selection(arguments: argparse.Namespace, configured: Selection) -> Selection:
    """The rules that were chosen: what the command line says goes before what the configuration says."""
    given = {
        name: value
        for name in ("select", "extend_select", "ignore", "extend_ignore")
        if (value := getattr(arguments, name)) is not None
    }
    return replace(configured, **given).for_us()
