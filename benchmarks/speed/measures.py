"""What is measured: for each row of the table two things to run, one over the other, and the bar."""
from __future__ import annotations

import filecmp
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.corpus import HERE, ROOT, SetUpError, environment, sample

_OURS = [sys.executable, "-m", "http_status_codemods"]
_PLAIN = {"PYTHONPATH": str(ROOT)}


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds of processor time with its children's, of the clock, and bytes at most."""

    cpu: float
    wall: float
    memory: int


@dataclass(frozen=True, slots=True)
class Measure:
    """A row: its text, its bar, and a function that runs both sides once and gives the ratio's two parts."""

    name: str
    text: str
    bar: float
    pair: Callable[[Setting], tuple[float, float]]
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """Where it is measured: the whole corpus, a sample for peers that take long, and room for files."""

    folder: Path
    corpus: Path
    step: int

    @property
    def few(self) -> Path:
        """Each ``step``-th file of the corpus."""
        return sample(self.corpus, self.folder, self.step)


def run(
    command: Sequence[str | Path], *, stdin: str = "", most: int = 1, **variables: str
) -> Cost:
    """What ``command`` costs; raises SetUpError where its exit status is above ``most``."""
    with tempfile.TemporaryFile("w+") as given, tempfile.TemporaryFile("w+") as errors:
        given.write(stdin)
        given.seek(0)
        begun = time.monotonic()
        process = subprocess.Popen(
            [str(word) for word in command], stdin=given, stdout=subprocess.DEVNULL, stderr=errors,
            env={**os.environ, **variables},
        )  # fmt: skip
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if not 0 <= process.returncode <= most:
            errors.seek(0)
            raise SetUpError(f"{command}: exit status {process.returncode}: {errors.read()[-300:]}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * 1024)


def check(folder: Path, *options: str) -> Cost:
    """``check`` in one process and without its cache, unless ``options`` say otherwise."""
    words = [*_OURS, "check", "--target=3.11", "--jobs=1", "--no-cache", *options, folder]
    return run(words, most=2)  # a few files of the corpus do not parse, on purpose


def floor(folder: Path, *options: str, files: Sequence[Path] | None = None) -> Cost:
    """The floor of reading, or with ``--cst`` of rewriting."""
    chosen = sorted(folder.rglob("*.py")) if files is None else files
    return run([sys.executable, HERE / "floor.py", *options], stdin="".join(f"{path}\n" for path in chosen))


def _flake8(setting: Setting) -> tuple[float, float]:
    ours, alone = environment(setting.folder, "flake8", str(ROOT)), environment(setting.folder, "flake8")
    words = ("-m", "flake8", "-j1", "--isolated", "--exit-zero", setting.few)
    return run([ours / "python", *words]).cpu, run([alone / "python", *words]).cpu


def _version(setting: Setting) -> tuple[float, float]:
    ours, alone = environment(setting.folder, "flake8", str(ROOT)), environment(setting.folder, "flake8")
    words = ("-m", "flake8", "--version")
    costs = [(run([ours / "python", *words]).cpu, run([alone / "python", *words]).cpu) for _ in range(5)]
    return sum(one for one, _ in costs), sum(other for _, other in costs)


def _over_floor(setting: Setting) -> tuple[float, float]:
    return check(setting.corpus).cpu, floor(setting.corpus).cpu


def _over(peer: str, *words: str, few: bool = True) -> Callable[[Setting], tuple[float, float]]:
    """``check`` over a peer's command, on the sample or on all."""

    def pair(setting: Setting) -> tuple[float, float]:
        where = setting.few if few else setting.corpus
        tool = environment(setting.folder, peer)
        return check(where).cpu, run([tool / words[0], *words[1:], where], **_path(tool)).cpu

    return pair


def _path(tool: Path) -> dict[str, str]:
    return {"PATH": f"{tool}{os.pathsep}{os.environ.get('PATH', '')}"}


def _fix(folder: Path) -> Cost:
    with _copy(folder) as copy:
        return run([*_OURS, "fix", "--target=3.11", "--jobs=1", copy], most=2)


def _copy(folder: Path) -> tempfile.TemporaryDirectory[str]:
    """A copy of a folder, to be changed."""
    copy = tempfile.TemporaryDirectory(dir=folder.parent)
    shutil.copytree(folder, copy.name, dirs_exist_ok=True)
    return copy


def _fix_over_floor(setting: Setting) -> tuple[float, float]:
    few = setting.few
    diff = subprocess.run(
        [*_OURS, "fix", "--diff", "--target=3.11", str(few)], capture_output=True, check=False
    ).stdout
    changing = [Path(os.fsdecode(row[6:])) for row in diff.splitlines() if row.startswith(b"+++ b/")]
    files = [Path("/", path) if few.is_absolute() else path for path in changing]
    least = check(few).cpu + floor(few, "--cst", files=files).cpu
    return _fix(few).cpu, least


def _fix_over_plain(setting: Setting) -> tuple[float, float]:
    tool = environment(setting.folder, "libcst")
    # The command first: before it libcst.tool takes the number of jobs for one.
    words = (tool / "python", "-m", "libcst.tool", "codemod", "-x", "benchmarks.speed.plain.PlainCommand",
             "-j", "2", "--hide-progress", "--no-format")  # fmt: skip
    with _copy(setting.few) as copy:
        plain = run([*words, copy], **_PLAIN)
        # Its exit status is 1 for a file that does not parse, and for a codemod that was not found.
        if filecmp.cmpfiles(copy, setting.few, _names(setting.few), shallow=False)[1] == []:
            raise SetUpError("the plain codemod changed nothing")
    return _fix(setting.few).cpu, plain.cpu


def _names(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in folder.rglob("*.py")]


def _fix_over_pyupgrade(setting: Setting) -> tuple[float, float]:
    tool = environment(setting.folder, "pyupgrade")
    with _copy(setting.few) as copy:
        files = sorted(Path(copy).rglob("*.py"))
        other = run([tool / "pyupgrade", "--py311-plus", *files])
    return _fix(setting.few).cpu, other.cpu


def _workers(setting: Setting) -> tuple[float, float]:
    return check(setting.corpus).wall, check(setting.corpus, "--jobs=2").wall


def _length(setting: Setting) -> tuple[float, float]:
    body = "def f{0}(response):\n    if response.status_code == 404:\n        return {0}\n    return None\n"
    costs = []
    for functions in (25_000, 12_500):  # 100,000 lines, and half of that
        path = setting.folder / f"long{functions}.py"
        path.write_text("".join(body.format(number) for number in range(functions)), encoding="utf-8")
        costs.append(check(path).cpu)
    return costs[0], costs[1]


def _memory(setting: Setting) -> tuple[float, float]:
    return check(setting.corpus).memory / 1e6, 1.0


def _cached(setting: Setting) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as kept:
        words = [*_OURS, "check", "--target=3.11", "--jobs=1", f"--cache-dir={kept}", setting.corpus]
        first = run(words, most=2)
        return run(words, most=2).cpu, first.cpu


_WEMAKE = ("flake8", "-j1", "--isolated", "--exit-zero", "--select=WPS")
_PYLINT = (
    "pylint", "-j1", "--rcfile=/dev/null", "--disable=all", "--load-plugins=pylint.extensions.magic_value",
    "--enable=R2004", "--recursive=y", "--exit-zero",
)  # fmt: skip
_SEMGREP = (
    "semgrep", "scan", "--jobs=1", "--metrics=off", "--disable-version-check", "--quiet", "--no-git-ignore",
    f"--config={HERE / 'rule.yml'}",
)  # fmt: skip
_RUFF = ("ruff", "check", "--isolated", "--no-cache", "--select=PLR2004", "--exit-zero", "--quiet")

MEASURES = (
    Measure("flake8", "CPU of `flake8 -j1` with the plugin over flake8 alone (sample)", 1.02, _flake8),
    Measure("floor", "CPU of `check` over reading, a look at the bytes and `ast.parse`", 1.30, _over_floor),
    Measure("ruff", "CPU of `check` over `ruff check --select PLR2004 --no-cache`", 5,
            _over("ruff", *_RUFF, few=False)),
    Measure("pylint", "CPU of `check` over pylint with R2004 alone (sample)", 1 / 20,
            _over("pylint", *_PYLINT)),
    Measure("wemake", "CPU of `check` over wemake-python-styleguide (sample)", 1 / 20,
            _over("wemake", *_WEMAKE)),
    Measure("semgrep", "CPU of `check` over semgrep with one equal rule (sample)", 1 / 20,
            _over("semgrep", *_SEMGREP)),
    Measure("plain", "CPU of `fix` over a plain LibCST codemod with `-j 2` (sample)", 1 / 10,
            _fix_over_plain),
    Measure("fix", "CPU of `fix` over `check` and LibCST's reading and writing of what changes (sample)", 1.5,
            _fix_over_floor),
    Measure("pyupgrade", "CPU of `fix` over pyupgrade (sample)", 1 / 3, _fix_over_pyupgrade),
    Measure("length", "CPU of a file of 100,000 lines over one of half the length", 2.2, _length),
    Measure("memory", "peak memory of a worker over the corpus, in MB", 150, _memory),
    Measure("version", "CPU of `flake8 --version` with the plugin over without", 1.05, _version),
    Measure("cache", "CPU of a second `check` over the first, with the cache", 0.15, _cached),
    Measure("workers", "time on the clock of one worker over two", 1.8, _workers, at_least=True),
)  # fmt: skip


def ratio(measure: Measure, setting: Setting, pairs: int) -> tuple[float, list[tuple[float, float]]]:
    """The ratio of the medians of so many pairs, and the pairs."""
    taken = [measure.pair(setting) for _ in range(pairs)]
    upper, lower = (statistics.median(side) for side in zip(*taken, strict=True))
    return upper / lower, taken
