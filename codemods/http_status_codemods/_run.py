"""A run over many files, in one process or in several."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from http_status_codemods._pool import spread, usable_cpus
from http_status_codemods._records import FileReport
from http_status_codemods._worker import Fixing, Job, Worker

__all__ = ["Fixing", "Job", "run", "run_text", "usable_cpus"]

#: With fewer files for each of them, starting processes costs more than they save.
_FEWEST = 32


def run(job: Job, files: Iterable[Path], processes: int = 1) -> Iterator[FileReport]:
    """The reports of ``files``, in their order, by at most so many processes."""
    if processes > 1:
        files = list(files)
        processes = min(processes, len(files) // _FEWEST)
        if processes > 1:
            return spread(job, files, processes)
    worker = Worker(job)
    return map(worker.report, files)


def run_text(job: Job, path: Path, raw: bytes) -> FileReport:
    """The report of a text that is not read from ``path`` but belongs there; nothing is to be written."""
    return Worker(replace(job, named=job.named | {path})).report(path, raw)
