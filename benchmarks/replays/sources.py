"""Source distributions: downloaded once, checked, unpacked; and the states of an unpacked tree."""
from __future__ import annotations

import filecmp
import hashlib
import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.replays.commands import Job, Words, uv
from benchmarks.replays.recipes import Recipe

_PIP = "pip==25.3"


def default_cache() -> Path:
    """The folder for downloads, by the XDG base directory specification."""
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "flake8-http-status" / "replays"


def archive(recipe: Recipe, job: Job, cache: Path) -> Path:
    """The project's source distribution; downloaded where the cache has none.  Raises StepError."""
    cache.mkdir(parents=True, exist_ok=True)
    kept = cache / f"{recipe.name}-{recipe.version}-{recipe.sha256[:12]}.tar.gz"
    if not (kept.is_file() and _hash(kept) == recipe.sha256):
        with tempfile.TemporaryDirectory(dir=cache) as folder:
            found = _download(recipe, job, Path(folder))
            if _hash(found) != recipe.sha256:
                raise job.error("download", f"the hash of {found.name} is {_hash(found)}")
            found.replace(kept)
    return kept


def _download(recipe: Recipe, job: Job, folder: Path) -> Path:
    pin = folder / "pin.txt"
    pin.write_text(f"{recipe.name}=={recipe.version} --hash=sha256:{recipe.sha256}\n", encoding="utf-8")
    # Only this project from source: what builds it may come as wheels.
    options: Words = ["--no-deps", "--no-binary", recipe.name, "--require-hashes", "-r", pin, "-d", folder]
    job.must("download", [uv(), "tool", "run", "--from", _PIP, "pip", "download", *options], cwd=folder)
    found = [path for path in folder.iterdir() if path != pin]
    if len(found) != 1 or not found[0].name.endswith((".tar.gz", ".tgz", ".tar.bz2")):
        raise job.error("download", f"expected one tar file, found {[path.name for path in found]}")
    return found[0]


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def unpack(packed: Path, job: Job, folder: Path) -> Path:
    """The one folder of a source distribution, unpacked in ``folder``.  Raises StepError."""
    try:
        with tarfile.open(packed) as tar:
            tar.extractall(folder, filter="data")
    except (OSError, tarfile.TarError) as error:
        raise job.error("unpack", str(error)) from error
    found = [path for path in folder.iterdir() if path.is_dir()]
    if len(found) != 1:
        raise job.error("unpack", f"expected one folder, found {sorted(path.name for path in found)}")
    return found[0]


@dataclass(frozen=True, slots=True)
class Tree:
    """A project's folder, and copies of its states to go back to."""

    folder: Path
    states: Path

    def keep(self, state: str) -> None:
        """Remember the tree as it is now."""
        copy = self.states / state
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.folder, copy, symlinks=True)

    def restore(self, state: str) -> None:
        """Make the tree what it was, so that what a suite writes does not reach the next run."""
        shutil.rmtree(self.folder)
        shutil.copytree(self.states / state, self.folder, symlinks=True)

    def changed(self, before: str, after: str) -> list[str]:
        """The files whose bytes differ between two states, relative to the tree, sorted."""
        old, new = self.states / before, self.states / after
        names = _files(old) | _files(new)
        return sorted(name for name in names if not _same(old / name, new / name))

    def digest(self, state: str, names: Iterable[str]) -> str:
        """A hash of those files of a state, of their names and bytes."""
        found = hashlib.sha256()
        for name in names:
            data = (self.states / state / name).read_bytes()
            found.update(f"{name} {len(data)}\n".encode(errors="surrogateescape") + data)
        return found.hexdigest()


def _files(folder: Path) -> set[str]:
    return set(_walk(folder))


def _walk(folder: Path) -> Iterator[str]:
    for path, _, names in os.walk(folder):
        for name in names:
            yield (Path(path) / name).relative_to(folder).as_posix()


def _same(one: Path, other: Path) -> bool:
    if one.is_symlink() and other.is_symlink():
        return one.readlink() == other.readlink()
    return one.is_file() and other.is_file() and filecmp.cmp(one, other, shallow=False)
