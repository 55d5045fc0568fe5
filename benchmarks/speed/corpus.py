"""The files that are measured, fetched from PyPI once, and the environments of the peers."""
from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LISTS = tomllib.loads((HERE / "corpus.toml").read_text(encoding="utf-8"))
_PIP = "pip==25.3"


class SetUpError(Exception):
    """What could not be fetched or installed, and why."""


def fetched(folder: Path) -> Path:
    """The folder of the unpacked modules; what is missing is downloaded and held against its hash."""
    corpus = folder / "corpus"
    for name, (version, digest) in LISTS["sdists"].items():
        target = corpus / f"{name}-{version}"
        if not target.is_dir():
            _unpack(_archive(folder / "sdists", name, version, digest), target)
    return corpus


def _archive(cache: Path, name: str, version: str, digest: str) -> Path:
    cache.mkdir(parents=True, exist_ok=True)
    kept = cache / f"{digest[:16]}.tar.gz"
    if not kept.is_file():
        with tempfile.TemporaryDirectory(dir=cache) as temporary:
            pin = Path(temporary, "pin.txt")
            pin.write_text(f"{name}=={version} --hash=sha256:{digest}\n", encoding="utf-8")
            options = ["--no-deps", "--no-binary", name, "--require-hashes", "-r", str(pin), "-d", temporary]
            _must(["uv", "tool", "run", "--from", _PIP, "pip", "download", "-q", *options])
            next(Path(temporary).glob("*.tar.gz")).replace(kept)
    if hashlib.sha256(kept.read_bytes()).hexdigest() != digest:
        raise SetUpError(f"{kept} is not {name} {version}: its hash is another")
    return kept


def _unpack(archive: Path, target: Path) -> None:
    with tempfile.TemporaryDirectory(dir=archive.parent) as temporary:
        with tarfile.open(archive) as tar:
            tar.extractall(
                temporary, filter="data", members=[one for one in tar if one.name.endswith(".py")]
            )
        (unpacked,) = Path(temporary).iterdir()
        target.parent.mkdir(parents=True, exist_ok=True)
        unpacked.replace(target)


def sample(corpus: Path, folder: Path, step: int) -> Path:
    """A folder with each ``step``-th module of ``corpus``, in the same folders."""
    target = folder / f"sample-{step}"
    if not target.is_dir():
        for path in sorted(corpus.rglob("*.py"))[::step]:
            copy = target / path.relative_to(corpus)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    return target


def environment(folder: Path, name: str, *more: str) -> Path:
    """The folder ``bin`` of a virtual environment with a peer's packages and ``more``."""
    place = folder / "environments" / "-".join([name, *(["plugin"] if more else [])])
    if not (place / "ready").exists():
        shutil.rmtree(place, ignore_errors=True)
        _must(["uv", "venv", "-q", "--python", sys.executable, str(place)])
        # Compiled, as pip does it: else each run of a tool would begin with that.
        _must(["uv", "pip", "install", "-q", "--compile-bytecode", "--python", str(place / "bin" / "python"),
               *LISTS["peers"][name], *more])  # fmt: skip
        (place / "ready").touch()
    return place / "bin"


def _must(command: list[str]) -> None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PATH": path})
    if done.returncode:
        raise SetUpError(f"{' '.join(command)}: {done.stderr.strip()[-300:]}")
