"""The files: CPython's, those of much used packages, real ones with literals planted, generated ones."""
from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.robustness.grammar import program
from benchmarks.robustness.planting import planted

HERE = Path(__file__).parent
#: The 200 packages that were downloaded most from PyPI in November 2026, with versions and hashes.
PACKAGES = HERE / "packages.txt"


class CorpusError(Exception):
    """A corpus that cannot be had; the text names what is missing."""


@dataclass(frozen=True, slots=True)
class File:
    """One file of a corpus: a name that finds it again, its bytes, and where it stands or would stand."""

    name: str
    raw: bytes
    path: Path


@dataclass(frozen=True, slots=True)
class Corpus:
    """Files in a fixed order; ``root`` is the folder of the project that they belong to, if any."""

    name: str
    files: Callable[[], Iterator[File]]
    root: Path | None = None


def pythons(folder: Path) -> list[Path]:
    """The ``lib/python3.x`` of each CPython 3.11 to 3.13 of pyenv in ``folder``."""
    found = [path for path in sorted(folder.glob("3.1[123]*/lib/python3.1[123]")) if path.is_dir()]
    if not found:
        raise CorpusError(f"no CPython 3.11, 3.12 or 3.13 below {folder}: name the folder with --pythons")
    return found


def install(target: Path) -> None:
    """Unpack the wheels of PACKAGES in ``target``, where they are not yet; nothing of them is run."""
    done = target / ".complete"
    if done.is_file() and done.read_bytes() == PACKAGES.read_bytes():
        return
    command = [
        sys.executable, "-m", "uv", "pip", "install", "--quiet", "--no-deps", "--require-hashes",
        "--only-binary", ":all:", "--target", target, "--requirement", PACKAGES,
    ]  # fmt: skip
    if subprocess.run(command, check=False).returncode != 0:
        raise CorpusError("the packages cannot be installed (pip install -e '.[replays]' brings uv)")
    done.write_bytes(PACKAGES.read_bytes())


def below(root: Path, prefix: str, *, moved: bool = False) -> Iterator[File]:
    """Every ``.py`` below ``root`` but those of ``site-packages``, in the order of their names.

    ``moved`` takes them as files of nowhere: beside its own ``http`` no file may import from it.
    """
    for path in sorted(root.rglob("*.py")):
        inside = path.relative_to(root)
        if path.is_file() and "site-packages" not in inside.parts:
            yield File(f"{prefix}/{inside.as_posix()}", path.read_bytes(), inside if moved else path)


def with_plants(files: Callable[[], Iterator[File]]) -> Callable[[], Iterator[File]]:
    """The files of ``files`` with literals planted; those where none can be are left out."""

    def plant() -> Iterator[File]:
        for file in files():
            if (raw := planted(file.raw, file.name)) is not None:
                yield File(f"planted {file.name}", raw, file.path)

    return plant


def generated(count: int, first: int = 0) -> Iterator[File]:
    """``count`` programs of our own grammar; the number in a name is the seed."""
    for seed in range(first, first + count):
        yield File(f"grammar {seed}", program(random.Random(seed)), Path("generated.py"))


def smithed(count: int) -> Iterator[File]:
    """``count`` programs of hypothesmith with literals planted; needs hypothesmith."""
    try:
        import hypothesmith
        from hypothesis import HealthCheck, Phase, given, seed, settings
    except ImportError:
        raise CorpusError("hypothesmith is not installed: pip install hypothesmith") from None
    texts: list[str] = []
    quiet = settings(
        max_examples=max(1, count // 2), deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip

    @seed(0)
    @quiet
    @given(hypothesmith.from_grammar())
    def by_grammar(text: str) -> None:
        texts.append(text)

    @seed(0)
    @quiet
    @given(hypothesmith.from_node())
    def by_node(text: str) -> None:
        texts.append(text)

    by_grammar()
    by_node()
    for number, text in enumerate(texts):
        raw = text.encode("utf-8", "surrogatepass")
        name = f"hypothesmith {number}"
        yield File(name, planted(raw, name) or raw, Path("generated.py"))
