"""A second ``check`` of what has not changed: reports are kept by the content of what they came from.

A finding may depend on other files.  So beside a file's own content a kept report is bound to all files
that its run has opened (``_opened``), to the names of the project's files, because an import that found
nothing may find something later, and to the tool, its stubs, Python and the options.  One file holds all
that; it is read and written whole, so runs side by side only lose each other's work.
"""
from __future__ import annotations

import hashlib
import io
import os
import pickle
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from fnmatch import fnmatch
from pathlib import Path, PurePath
from typing import Any

import flake8_http_status
import http_status_codemods
from flake8_http_status.files import absolute
from http_status_codemods import _opened, tree
from http_status_codemods._project import root_of
from http_status_codemods._records import FileReport
from http_status_codemods._run import run
from http_status_codemods._stars import GLANCED, has_star
from http_status_codemods._worker import Job

DEFAULT = Path(".flake8_http_status_cache")
#: Raised when the form of what is written changes.
_FORM = 1
#: Files whose mere presence says something of a project, beside its modules.
_TELLING = ("*.py", "*.pyi", "*.toml", "*.cfg", "*.ini", ".flake8", "vendor*", "LICENSE*", "*.LICENSE")
_TELLING_FOLDERS = (".git", ".hg", "*.dist-info")
_ABOVE = (".git", ".hg", "pyproject.toml", "setup.py", "setup.cfg")
#: With fewer files, finding out whether something has changed takes as long as looking at them.
_FEWEST = 32
#: How much later than the clock (in nanoseconds) a file system may say that a file has changed.
_TICK = 10_000_000
_SAFE = {"pathlib": {"PosixPath", "WindowsPath", "Path"}, "pathlib._local": {"PosixPath", "WindowsPath"}}
_OURS = ("flake8_http_status.findings", "http_status_codemods._records")


@dataclass(frozen=True, slots=True)
class _Kept:
    """What one run has left: its circumstances, the files that it opened, and reports by path.

    Contents are hashes; of the files that are kept there is one beside each report.
    """

    circumstances: str
    opened: dict[str, str]
    reports: dict[str, tuple[str, FileReport]]


_NOTHING = _Kept("", {}, {})


def run_cached(job: Job, files: Iterable[Path], processes: int, folder: Path) -> Iterator[FileReport]:
    """The reports of ``files`` as ``run`` gives them, those of unchanged files from ``folder``.

    A folder that cannot be read or written is no error: there is nothing to be had from it.
    """
    begun = time.time_ns() - _TICK
    files = list(files)
    if len(files) < _FEWEST:
        yield from run(job, files, processes)
        return
    circumstances = _circumstances(job)
    place = folder / f"{_hash(_canonical(job).encode())[:32]}.{_FORM}"
    kept = _valid(_read(place), circumstances)
    contents = {path: _content(path) for path in files}
    known = {
        path: entry[1]
        for path, content in contents.items()
        if (entry := kept.reports.get(str(path))) is not None and entry[0] == content
    }
    fresh = run(job, [path for path in files if path not in known], processes)
    reports = dict(kept.reports)
    opened = set(kept.opened)
    for path in files:
        report = known.get(path)
        if report is None:
            report = next(fresh)
            opened |= report.opened
            reports.pop(str(path), None)
            if (content := contents[path]) and not (report.errors or report.config_errors):
                reports[str(path)] = (content, replace(report, opened=frozenset()))
        yield report
    if len(known) < len(files):
        _keep(place, _Kept(circumstances, dict.fromkeys(opened, ""), reports), begun)


def _circumstances(job: Job) -> str:
    """A hash of all that reports depend on but the contents of files of the project."""
    parts = [
        sys.version,
        str(Path.cwd()),
        _canonical(job),
        *_own_files(),
        *(_contents_below(stubs) for stubs in job.options.stubs),
        *(name for root in sorted({root_of(absolute(path)) for path in job.paths}) for name in _names(root)),
    ]
    return _hash("\0".join(parts).encode("utf-8", "surrogateescape"))


def _canonical(value: Any) -> str:
    """A text that is the same for equal values in every process."""
    if is_dataclass(value):
        own = (f"{each.name}={_canonical(getattr(value, each.name))}" for each in fields(value))
        return f"{type(value).__name__}({','.join(own)})"
    if isinstance(value, set | frozenset):
        return f"{{{','.join(sorted(map(_canonical, value)))}}}"
    if isinstance(value, Mapping):
        return _canonical(frozenset(map(_canonical, value.items())))
    if isinstance(value, tuple | list):
        return f"[{','.join(map(_canonical, value))}]"
    return repr(str(value) if isinstance(value, PurePath) else value)


def _own_files() -> list[str]:
    """The tool itself: its version alone would not tell one state of a working copy from another."""
    folders = [Path(str(package.__file__)).parent for package in (flake8_http_status, http_status_codemods)]
    return [_contents_below(folder) for folder in folders]


def _contents_below(path: Path) -> str:
    """A hash of the source and stub files at or below ``path``, and of their names."""
    found = sorted(path.rglob("*.py*")) if path.is_dir() else [path]
    own = [(each, _content(each)) for each in found if each.suffix in (".py", ".pyi")]
    return _hash(repr([(str(each), content) for each, content in own]).encode())


def _names(root: Path) -> Iterator[str]:
    """The names of the files below ``root`` that tell something of the project."""
    for folder, folders, names in os.walk(root):
        here = [name for name in folders if not tree.is_excluded(name)]
        yield from (f"{folder}/{name}/" for name in folders if _is_like(name, _TELLING_FOLDERS))
        folders[:] = sorted(here)
        yield from (f"{folder}/{name}" for name in sorted(names) if _is_like(name, _TELLING))
    for around in root.parents:
        yield from (f"{around}/{name}" for name in _ABOVE if (around / name).exists())


def _is_like(name: str, patterns: Iterable[str]) -> bool:
    return name.endswith(".py") or any(fnmatch(name, pattern) for pattern in patterns)


def _content(path: Path | str) -> str:
    """The hash of a file's bytes; empty where nothing can be read, or would be waited for."""
    try:
        if not Path(path).is_file():
            return ""
        with _opened.unnoticed(), Path(path).open("rb") as file:
            return hashlib.file_digest(file, "blake2b").hexdigest()[:32]
    except OSError:
        return ""


def _hash(raw: bytes) -> str:
    return hashlib.blake2b(raw).hexdigest()


def _valid(kept: _Kept, circumstances: str) -> _Kept:
    if kept.circumstances != circumstances:
        return _NOTHING
    return kept if all(_still(entry, content) for entry, content in kept.opened.items()) else _NOTHING


def _still(entry: str, content: str) -> bool:
    """Whether what was read of another file is as it was."""
    if not entry.startswith(GLANCED):
        return _content(entry) == content
    path = Path(entry.removeprefix(GLANCED))
    with _opened.unnoticed():
        return _content(path) == content or not has_star(path)


def _keep(place: Path, found: _Kept, begun: int) -> None:
    """Write down what was found, but for what may have changed since the run has ``begun``."""
    if any(_changed_since(entry.removeprefix(GLANCED), begun) for entry in found.opened):
        return
    opened = {entry: _content(entry.removeprefix(GLANCED)) for entry in found.opened}
    reports = {path: kept for path, kept in found.reports.items() if not _changed_since(path, begun)}
    try:
        with _opened.unnoticed():
            _write(place, pickle.dumps(_plain(_Kept(found.circumstances, opened, reports))))
    except OSError:
        return  # No room, no permission: the next run takes as long as this one.


def _changed_since(path: str, moment: int) -> bool:
    try:
        state = Path(path).stat()
    except OSError:
        return False  # Then it has no content either.
    # To Windows st_ctime is when the file was made.
    return (state.st_mtime_ns if sys.platform == "win32" else state.st_ctime_ns) >= moment


def _write(place: Path, raw: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    ignore = place.parent / ".gitignore"
    if not ignore.exists():
        ignore.write_text("# Made by flake8-http-status; it may be removed at any time.\n*\n")
    temporary = place.with_name(f"{place.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(hashlib.blake2b(raw).digest() + raw)
        temporary.replace(place)
    finally:
        temporary.unlink(missing_ok=True)


def _plain(kept: _Kept) -> tuple[str, dict[str, str], dict[str, tuple[str, FileReport]]]:
    return kept.circumstances, kept.opened, kept.reports


def _read(place: Path) -> _Kept:
    try:
        with _opened.unnoticed():
            raw = place.read_bytes()
        if hashlib.blake2b(raw[64:]).digest() != raw[:64]:
            return _NOTHING
        return _Kept(*_Unpickler(io.BytesIO(raw[64:])).load())
    except (OSError, ValueError, TypeError, AttributeError, LookupError, pickle.UnpicklingError, EOFError):
        return _NOTHING


class _Unpickler(pickle.Unpickler):
    """Makes our records and paths, and nothing that could run code."""

    def find_class(self, module: str, name: str) -> Any:
        if name in _SAFE.get(module, ()):
            return getattr(sys.modules[module], name)
        found = getattr(sys.modules.get(module), name, None) if module in _OURS else None
        if not (isinstance(found, type) and is_dataclass(found)):
            raise pickle.UnpicklingError(f"{module}.{name} does not belong here")
        return found
