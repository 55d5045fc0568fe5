"""``flake8-http-status learn``: stub files of a project's own helpers, written or checked."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from flake8_http_status.detect import LEARNT, Detector
from flake8_http_status.files import absolute
from http_status_codemods._project import root_of
from http_status_codemods.tree import FileError, cause


@dataclass(frozen=True, slots=True)
class Difference:
    """What separates the stubs in a folder from what a project tells now."""

    new: dict[Path, str]
    stale: list[Path]

    def __bool__(self) -> bool:
        return bool(self.new or self.stale)


def compare(detector: Detector, files: list[Path], given: list[Path], output: Path) -> Difference:
    """The stubs to write to the folder ``output``, and those of earlier runs that have no use any more.

    Raises FileError where a stub cannot be read.
    """
    if output.exists() and not output.is_dir():
        raise FileError("cannot be written: not a folder")
    root = root_of(absolute(given[0]))
    texts = detector.learn([absolute(file) for file in files], root)
    wanted = {output / f"{name}.pyi": text for name, text in texts.items()}
    new = {path: text for path, text in wanted.items() if _read(path) != text}
    known = sorted(output.glob("*.pyi")) if output.is_dir() else []
    stale = [path for path in known if path not in wanted and (_read(path) or "").startswith(LEARNT)]
    return Difference(new, stale)


def write(difference: Difference, output: Path) -> None:
    """Bring the folder up to date; files that ``learn`` did not write stay.  Raises FileError."""
    try:
        output.mkdir(parents=True, exist_ok=True)
        for path, text in difference.new.items():
            path.write_text(text, encoding="utf-8")
        for path in difference.stale:
            path.unlink()
    except OSError as error:
        raise FileError(f"cannot be written: {cause(error)}") from error


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(f"{path} cannot be read: {error}") from error
