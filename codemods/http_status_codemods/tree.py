"""The files of a tree: which of them can matter, reading them, and writing them whole or not at all."""
from __future__ import annotations

import io
import os
import re
import stat
import tempfile
import tokenize
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import translate
from pathlib import Path
from typing import TypeAlias

#: Names of files and folders that a walk leaves out: flake8's, and those of environments.
EXCLUDE = (
    ".svn", "CVS", ".bzr", ".hg", ".git", "__pycache__", ".tox", ".nox", ".eggs", "*.egg",
    ".venv", "venv", "node_modules",
)
_EXCLUDED = re.compile("|".join(translate(os.path.normcase(pattern)) for pattern in EXCLUDE))

#: A file with more bytes is not read: it is data, and its tree would take gigabytes.
LARGEST = 10_000_000
#: Whether a path is ignored; the second argument says whether it is a folder.
Ignoring: TypeAlias = Callable[[Path, bool], bool]


class FileError(Exception):
    """What is wrong with a file: the text is the cause, in one line."""


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text as it was read: newlines as they stand, no byte order mark.

    ``raw`` are the file's bytes and ``encoding`` their codec; ``utf-8-sig`` where there is a mark.
    """

    path: Path
    raw: bytes
    encoding: str
    source: str


def python_files(
    paths: Iterable[Path],
    report: Callable[[Path, str], None],
    excluded: Callable[[Path], bool] = lambda path: False,
    ignored_below: Callable[[Path], Ignoring | None] = lambda folder: None,
) -> Iterator[Path]:
    """The files to look at, each once: those given, and ``*.py`` in the folders given, sorted.

    Links to folders are not followed, nor links to files that lie outside of the given paths.
    Leaves out the files and folders that are ``excluded``, and those in a given folder of which the
    answer of ``ignored_below`` for it says that they are ignored.  Calls ``report`` with a path and
    a cause for each folder that cannot be listed.
    """
    seen: set[str] = set()
    paths = tuple(paths)
    inside = tuple(dict.fromkeys(Path(os.path.realpath(path)) for path in paths))
    for path in paths:
        if excluded(path):
            continue
        for file in _found(path, report, excluded, ignored_below, inside) if path.is_dir() else [path]:
            if (key := str(file.absolute())) not in seen:
                seen.add(key)
                yield file


def _found(
    folder: Path,
    report: Callable[[Path, str], None],
    excluded: Callable[[Path], bool],
    ignored_below: Callable[[Path], Ignoring | None],
    inside: Sequence[Path],
) -> Iterator[Path]:
    ignored = ignored_below(folder)

    def left_out(path: Path, is_folder: bool) -> bool:
        return excluded(path) or (ignored is not None and ignored(path, is_folder))

    return _walk(folder, report, left_out, inside)


def _walk(
    top: Path, report: Callable[[Path, str], None], left_out: Ignoring, inside: Sequence[Path]
) -> Iterator[Path]:
    # A loop, as a tree may be deeper than functions may call each other.
    work = [iter(_listed(top, report))]
    while work:
        entry = next(work[-1], None)
        if entry is None:
            work.pop()
            continue
        path = Path(entry.path)
        is_folder = entry.is_dir(follow_symlinks=False)
        if not (is_folder or entry.name.endswith(".py")):
            continue
        if is_excluded(entry.name) or left_out(path, is_folder):
            continue
        if is_folder:
            work.append(iter(_listed(path, report)))
        elif _is_readable(entry, inside):
            yield path


def is_excluded(name: str) -> bool:
    """Whether a walk leaves out what has this name, a file or a folder."""
    return _EXCLUDED.match(os.path.normcase(name)) is not None


def _listed(folder: Path, report: Callable[[Path, str], None]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as listing:
            return sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        report(folder, cause(error))
        return []


def _is_readable(entry: os.DirEntry[str], inside: Sequence[Path]) -> bool:
    """Whether an entry is a file of the tree: no pipe, no device, no link that leads out of it."""
    if not entry.is_symlink():
        return entry.is_file()
    if not Path(entry.path).exists():
        return True  # broken, or a loop: its reader says so
    return entry.is_file() and _lies_in(Path(os.path.realpath(entry.path)), inside)


def _lies_in(path: Path, folders: Sequence[Path]) -> bool:
    return any(folder == path or folder in path.parents for folder in folders)


def cause(error: OSError) -> str:
    """What an operating system's error says, without its number."""
    return (error.strerror or str(error)).lower()


def read_bytes(path: Path) -> bytes:
    """The bytes of the file at ``path``, at most LARGEST of them; raises FileError."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        broken = path.is_symlink()
        raise FileError("broken symbolic link" if broken else cause(error)) from error
    except OSError as error:
        raise FileError(cause(error)) from error
    if len(raw) > LARGEST:
        raise FileError(f"is larger than {LARGEST:,} bytes")
    return raw


def decode(path: Path, raw: bytes) -> Text:
    """The text in ``raw`` by its byte order mark or its cookie (PEP 263), else UTF-8; raises FileError."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(raw).readline)
        return Text(path, raw, encoding, raw.decode(encoding))
    except UnicodeDecodeError as error:
        what = f"byte {error.object[error.start]:#04x} at offset {error.start} is not {error.encoding}"
        raise FileError(f"cannot be decoded: {what}") from error
    except (SyntaxError, UnicodeError, LookupError) as error:
        raise FileError(f"cannot be decoded: {error}") from error


def encode(text: Text, source: str) -> bytes:
    """The bytes of ``source`` in the encoding of ``text``, with its byte order mark; raises FileError."""
    try:
        if text.source.encode(text.encoding) != text.raw:
            raise FileError(f"its bytes are not what {text.encoding} makes of its text; left alone")
        return source.encode(text.encoding)
    except UnicodeError as error:
        raise FileError(f"cannot be encoded: {error}") from error


def replace(path: Path, before: bytes, after: bytes) -> None:
    """Put ``after`` in the place of ``before`` in the file at ``path``, whole or not at all.

    Mode, owner and symbolic links stay.  A file that holds something else than ``before`` is left
    alone.  Raises FileError.
    """
    try:
        _replace(path.resolve(), before, after)
    except OSError as error:
        raise FileError(f"cannot be written: {cause(error)}") from error


def _replace(path: Path, old: bytes, new: bytes) -> None:
    state = path.stat()
    if not stat.S_ISREG(state.st_mode):
        raise FileError("cannot be written: not a regular file")
    # Renaming over a read-only file would work, and its owner would not expect it.
    if not state.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise FileError("cannot be written: read-only file")
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        _copy_rights(temporary, state)
        if path.read_bytes() != old:
            raise FileError("changed while it was being read; left alone")
        temporary.replace(path)
    except BaseException:
        temporary.unlink()
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Have the new name on the disk too, where the system can open a folder for that."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return  # The file is in its place; a folder that may not be listed cannot be synchronised.
    try:
        os.fsync(descriptor)
    except OSError:
        pass  # Some network file systems refuse.
    finally:
        os.close(descriptor)


def _copy_rights(path: Path, state: os.stat_result) -> None:
    own = path.stat()
    if hasattr(os, "chown") and (own.st_uid, own.st_gid) != (state.st_uid, state.st_gid):
        os.chown(path, state.st_uid, state.st_gid)
    path.chmod(stat.S_IMODE(state.st_mode))
