"""What is done with one file after the other: what is wrong with one leaves the others alone."""
from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Literal, TypeAlias

from flake8_http_status.config import Options
from flake8_http_status.detect import Detector, matters, may_matter
from flake8_http_status.parsing import tree_of
from flake8_http_status.requirements import ConfigError
from http_status_codemods import _garbage, _opened, tree
from http_status_codemods._inspect import Inspected, inspect
from http_status_codemods._project import detector_for
from http_status_codemods._records import Change, FileReport
from http_status_codemods._selection import ALL, Selection
from http_status_codemods._text import rewrite_text

Fixing: TypeAlias = Literal["no", "plan", "write"]


@dataclass(frozen=True, slots=True)
class Job:
    """What is asked of a run; the same for each of its files.

    ``paths`` are those that were given, for the project around them, and ``named`` the files that are
    parsed, all of them, even if they can hold no finding.  ``texts`` asks for those of a report.  ``fixing``
    says whether changes are made (``write``), only worked out (``plan``), or not asked for.
    """

    paths: tuple[Path, ...]
    options: Options
    selection: Selection = ALL
    named: frozenset[Path] = frozenset()
    heed_noqa: bool = True
    texts: bool = False
    fixing: Fixing = "no"
    unsafe: bool = False


class Worker:
    """Does a job for one file after the other; what it learns of the project is kept."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self._told: frozenset[str] = frozenset()

    @cached_property
    def detector(self) -> Detector:
        """The detector of the project around the job's paths."""
        return detector_for(self.job.paths, self.job.options.stubs)

    def prepare(self) -> None:
        """Find out what is the same for all files, to have it before the process is copied."""
        self.detector.prepare()

    def report(self, path: Path, raw: bytes | None = None) -> FileReport:
        """What there is to say of the file at ``path``; never raises but for what ends the process.

        ``raw`` are its bytes if they are not to be read there.
        """
        report = self._guarded(path, raw)
        _garbage.sweep(self.detector.world.let_go if "detector" in vars(self) else 0)
        opened = _opened.files()
        if len(opened) == len(self._told):
            return report
        new, self._told = opened - self._told, opened
        return replace(report, opened=new)

    def _guarded(self, path: Path, raw: bytes | None) -> FileReport:
        try:
            return self._report(path, raw)
        except tree.FileError as error:
            return _failed(path, str(error))
        except ConfigError as error:
            return FileReport(path, config_errors=(_in_one_line(str(error)),))
        except RecursionError:
            return _failed(path, "is nested too deeply")
        except MemoryError:  # The parser says so of its own stack, too.
            return _failed(path, "is nested too deeply, or too large for the memory")
        except Exception as error:
            # A fault of ours in one file must not end the run over a million others.
            return _failed(path, f"internal error: {type(error).__name__}: {error}")

    def _report(self, path: Path, raw: bytes | None) -> FileReport:
        if path.suffix == ".ipynb":  # JSON, which reads like Python now and then
            raise tree.FileError("is a notebook, not Python; convert it first")
        if raw is None:
            with _opened.unnoticed():
                raw = tree.read_bytes(path)
        selected = self.job.selection.codes(path)
        if not may_matter(raw, selected) and path not in self.job.named:
            return FileReport(path)
        text = tree.decode(path, raw)
        if not matters(text.source, selected) and path not in self.job.named:
            return FileReport(path)
        found = self._inspect(text, selected)
        if not found.findings:
            return FileReport(path)
        settled = found.with_refusals().findings
        source_lines = found.lines()
        lines = tuple(source_lines[each.span.line - 1] for each in settled)
        if self.job.fixing == "no":
            texts = found.texts_at_hand() if self.job.texts else ()
            return FileReport(path, settled, lines, texts)
        notes, change = self._change(text, found)
        return FileReport(path, settled, lines, notes=notes, change=change)

    def _inspect(self, text: tree.Text, selected: frozenset[str]) -> Inspected:
        job = self.job
        try:
            return inspect(
                text.source,
                job.options,
                text.path,
                selected,
                detector=self.detector,
                heed_noqa=job.heed_noqa,
                whole=job.fixing != "no" or text.path in job.named,
            )
        except SyntaxError as error:
            raise tree.FileError(f"does not parse: {error.msg} (line {error.lineno})") from error
        except ConfigError:
            raise
        except ValueError as error:
            raise tree.FileError(f"does not parse: {error}") from error

    def _change(self, text: tree.Text, found: Inspected) -> tuple[tuple[str, ...], Change | None]:
        """Why places are left alone, and what is changed in the others, on disk too if that is asked for."""
        wanted = found.fixable(unsafe=self.job.unsafe)
        planned = found.plan_for(wanted)
        notes = tuple(f"left alone: {reason}" for reason in planned.reasons)
        wanted = [each for each in wanted if planned.text(each) is not None]
        if not wanted:
            return notes, None
        source = rewrite_text(text.source, wanted, planned, found.tree)
        # The last line of defence: nothing is written that Python cannot read.
        tree_of(source)
        after = tree.encode(text, source)
        if self.job.fixing == "write":
            tree.replace(text.path, text.raw, after)
        return notes, Change(text.raw, after, tuple(wanted))


def _failed(path: Path, cause: str) -> FileReport:
    return FileReport(path, errors=(_in_one_line(cause),))


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
