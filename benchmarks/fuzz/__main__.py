"""``python -m benchmarks.fuzz``: a fuzzer looks for what no test thought of (README.md)."""
from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.checkout import commit

CLEAN, FOUND, ERROR = 0, 1, 2
HERE = Path(__file__).parent
NAMES = ("stubs", "pages", "imports")
_LONGEST = 4096
_DONE = re.compile(r"#(\d+)\s+DONE\s+cov: (\d+) ft: (\d+) corp: (\d+)/")
#: What of the project a fuzzer with feedback watches.
_WATCHED = ("flake8_http_status", "http_status_codemods", "tests.pages")


@dataclass(slots=True)
class Report:
    """What one run of a target gave; ``covered`` are edges of the watched modules, None without feedback."""

    target: str
    engine: str
    python: str
    commit: str
    seconds: float = 0.0
    executions: int = 0
    covered: int | None = None
    kept: int | None = None
    problems: list[tuple[str, str, str]] = field(default_factory=list)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line in ``argv`` (default: the process's own); gives the exit status."""
    arguments = _parser().parse_args(argv)
    if arguments.inside:
        return _inside(arguments)
    if arguments.input:
        return _again(arguments)
    found = False
    for name in arguments.target or NAMES:
        report = _run(name, arguments)
        if report is None:
            return ERROR
        found = found or bool(report.problems)
    return FOUND if found else CLEAN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    add = parser.add_argument
    add("--target", action="append", choices=NAMES, help="may be given several times (default: all)")
    add("--seconds", type=int, default=600, metavar="N", help="for each target (default: %(default)s)")
    add("--executions", type=int, metavar="N", help="end after so many inputs, too")
    add("--engine", choices=("atheris", "random"), default="atheris",
        help="random needs nothing installed, and has no feedback (default: %(default)s)")
    add("--seed", type=int, default=1, metavar="N", help="(default: %(default)s)")
    add("--work", type=Path, default=_default_work(), metavar="FOLDER",
        help="for the inputs that are kept, which the next run starts from (default: %(default)s)")
    add("--output", type=Path, default=HERE / "results", metavar="FOLDER", help="a JSON file for each target")
    add("--input", type=Path, metavar="FILE", help="only check this input, for one --target")
    add("--inside", type=Path, metavar="FILE", help=argparse.SUPPRESS)
    return parser


def _default_work() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "flake8-http-status" / "fuzz"


def _run(name: str, arguments: argparse.Namespace) -> Report | None:
    """One target; None where the fuzzer is not there."""
    version = ".".join(map(str, sys.version_info[:3]))
    report = Report(name, arguments.engine, version, commit() or "unknown")
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "problems.jsonl"
        found.touch()
        if arguments.engine == "random":
            _by_chance(report, arguments, found)
        elif not _by_atheris(report, arguments, found):
            return None
        report.problems = [tuple(json.loads(line)) for line in found.read_text(encoding="utf-8").splitlines()]
    report.seconds = round(time.monotonic() - start, 1)
    arguments.output.mkdir(parents=True, exist_ok=True)
    kept = [(kind, told, Path(file).name) for kind, told, file in report.problems]
    text = json.dumps({**asdict(report), "problems": kept}, indent=1)
    (arguments.output / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")
    covered = f", {report.covered} edges" if report.covered is not None else ""
    done = f"{report.executions} inputs in {report.seconds:.0f} s{covered}"
    print(f"{name}: {done}, {len(report.problems)} problems")
    for kind, told, data in report.problems:
        print(f"{kind}: {told}\n  {data}")
    return report


class _Problems:
    """Problems, each kind in each place once, kept on disk as they come: a fuzzer may end at any time."""

    def __init__(self, path: Path, inputs: Path) -> None:
        self._path = path
        self._inputs = inputs
        self._seen: set[tuple[str, str]] = set()

    def add(self, data: bytes, problems: Sequence[tuple[str, str]]) -> None:
        """Keep the new ones of ``problems``, and the input."""
        for kind, told in problems:
            place = told.partition(": ")[0]
            alike = kind, place if kind == "crash" else re.sub("[0-9]+", "", place)
            if alike in self._seen:
                continue
            self._seen.add(alike)
            self._inputs.mkdir(parents=True, exist_ok=True)
            file = self._inputs / f"{kind.replace(' ', '-')}-{hashlib.sha1(data).hexdigest()[:12]}"
            file.write_bytes(data)
            with self._path.open("a", encoding="utf-8") as stream:
                stream.write(json.dumps([kind, told, str(file)]) + "\n")


def _by_chance(report: Report, arguments: argparse.Namespace, found: Path) -> None:
    from benchmarks.fuzz.choices import mutated
    from benchmarks.fuzz.targets import TARGETS, problems_of

    target, chance = TARGETS[report.target], random.Random(arguments.seed)
    problems = _Problems(found, arguments.work / report.target / "problems")
    seeds, end = list(target.seeds()), time.monotonic() + arguments.seconds
    while time.monotonic() < end and report.executions != arguments.executions:
        data = mutated(seeds, target.dictionary, chance, _LONGEST)
        problems.add(data, problems_of(target, data))
        report.executions += 1


def _by_atheris(report: Report, arguments: argparse.Namespace, found: Path) -> bool:
    """Run atheris in a process of its own, which it ends as it likes; whether it was there."""
    command = [
        sys.executable, "-m", "benchmarks.fuzz", "--inside", found, "--target", report.target,
        "--work", arguments.work, "--seconds", arguments.seconds, "--seed", arguments.seed,
        "--executions", arguments.executions or -1,
    ]  # fmt: skip
    process = subprocess.run(
        list(map(str, command)), cwd=HERE.parents[1], stderr=subprocess.PIPE, check=False, text=True,
        errors="replace",
    )  # fmt: skip
    done = _DONE.search(process.stderr)
    if "No module named 'atheris'" in process.stderr:
        print("fuzz: atheris is not installed: pip install atheris, or --engine random", file=sys.stderr)
        return False
    if done is None:
        print(process.stderr[-3000:], file=sys.stderr)
        with found.open("a", encoding="utf-8") as stream:
            told = f"the fuzzer ended with status {process.returncode}"
            stream.write(json.dumps(["ended", told, ""]) + "\n")
        return True
    report.executions, report.covered, _, report.kept = map(int, done.groups())
    return True


def _inside(arguments: argparse.Namespace) -> int:
    import atheris

    with atheris.instrument_imports(include=list(_WATCHED)):
        from benchmarks.fuzz.targets import TARGETS, problems_of
    [name] = arguments.target
    target, own = TARGETS[name], arguments.work / name
    problems = _Problems(arguments.inside, own / "problems")
    corpus, seeds, dictionary = own / "corpus", own / "seeds", own / "words.txt"
    for folder in (corpus, seeds):
        folder.mkdir(parents=True, exist_ok=True)
    for data in target.seeds():
        (seeds / hashlib.sha1(data).hexdigest()[:12]).write_bytes(data)
    words = ("".join(f"\\x{byte:02x}" for byte in word) for word in target.dictionary)
    dictionary.write_text("".join(f'"{word}"\n' for word in words), encoding="ascii")

    def one(data: bytes) -> None:
        problems.add(data, problems_of(target, data))

    options = [
        f"-max_total_time={arguments.seconds}", f"-seed={arguments.seed}", f"-max_len={_LONGEST}",
        f"-runs={arguments.executions or -1}", f"-artifact_prefix={own}/", "-timeout=60",
        "-rss_limit_mb=4096",
    ]  # fmt: skip
    if target.dictionary:
        options.append(f"-dict={dictionary}")
    atheris.Setup([sys.argv[0], *options, str(corpus), str(seeds)], one)
    atheris.Fuzz()
    return CLEAN


def _again(arguments: argparse.Namespace) -> int:
    from benchmarks.fuzz.targets import TARGETS, problems_of

    if len(arguments.target or ()) != 1:
        print("fuzz: --input needs one --target", file=sys.stderr)
        return ERROR
    problems = problems_of(TARGETS[arguments.target[0]], arguments.input.read_bytes())
    for kind, told in problems:
        print(f"{kind}: {told}")
    return FOUND if problems else CLEAN


if __name__ == "__main__":
    sys.exit(main())
