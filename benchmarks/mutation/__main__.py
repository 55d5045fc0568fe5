"""``python -m benchmarks.mutation``: how many mutants the tests kill (README.md)."""
from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from math import sqrt
from pathlib import Path

from benchmarks.checkout import commit
from benchmarks.mutation.mutants import Mutant, Mutants
from benchmarks.mutation.reach import ROOT, Reach, measured
from benchmarks.mutation.running import SURVIVED, outcome, warm_up

HERE = Path(__file__).parent
_ENGINE, _CODEMODS = ROOT / "flake8_http_status", ROOT / "codemods" / "http_status_codemods"
MODULES = {
    **{
        name: _ENGINE / f"{name}.py"
        for name in ("constants", "safety", "contexts", "infer", "binders", "reader", "scope", "scopes")
    },
    **{
        name: _CODEMODS / f"{name}.py"
        for name in ("_imports", "_plan", "_ways", "_insert", "_merge", "_spans", "_top")
    },
}
#: The tests that are about a module, where they do not have its name.
OWN = {
    **dict.fromkeys(("_imports", "_plan", "_ways", "_insert", "_merge"), ("imports", "wanted")),
    **dict.fromkeys(("_spans", "_top"), ("text", "rewrite", "imports")),
    "constants": ("constants", "members"), "safety": ("safety", "vocabularies"),
    **dict.fromkeys(("binders", "reader", "scope", "scopes"), ("scopes", "deferred", "flows")),
}  # fmt: skip
#: Seconds of tests, by what coverage measured, that a mutant is given: first of those that are about its
#: module or killed most, then, if it survives, of all; and how many tests.
_FEW_SECONDS, _MOST_SECONDS, _MOST_TESTS = 10.0, 40.0, 400

@dataclass(slots=True)
class Report:
    """What became of a module's mutants.

    ``killed_later`` are those of the killed that fell to tests which were written for them;
    ``survivors`` are line, number, operator, text before, text after.
    """

    module: str
    commit: str
    mutants: int
    seed: int
    tried: int = 0
    killed: int = 0
    timeouts: int = 0
    killed_later: int = 0
    survivors: list[tuple[int, int, str, str, str]] = field(default_factory=list)
    killers: dict[str, int] = field(default_factory=dict)

    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval of the share that is killed, among all mutants of the module."""
        n, z = self.tried, 1.96
        if not n or n == self.mutants:
            share = self.killed / n if n else 0.0
            return share, share
        share = self.killed / n
        middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return middle - half, middle + half


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line in ``argv`` (default: the process's own); gives the exit status."""
    arguments = _parser().parse_args(argv)
    os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(arguments.work / "hypothesis"))
    os.chdir(ROOT)
    sys.path[:0] = [str(ROOT)]
    if arguments.list:
        for name in arguments.module or MODULES:
            print(name, len(Mutants(MODULES[name].read_text(encoding="utf-8"))))
        return 0
    chosen = arguments.module or [*MODULES]
    # Survivors are tried with whole files of tests, which coverage need not choose.
    modules = [MODULES[name] for name in chosen]
    reach = Reach({}, {}) if arguments.survivors else measured(arguments.work, modules)
    warm_up()
    return max(_run(name, reach, arguments) for name in chosen)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutation", description=__doc__)
    add = parser.add_argument
    add("--module", action="append", choices=MODULES, help="may be given several times (default: all)")
    add("--sample", type=int, default=80, metavar="N", help="so many mutants of each (default: %(default)s)")
    add("--seed", type=int, default=0, metavar="N", help="of the sample (default: %(default)s)")
    add("--survivors", action="store_true",
        help="only those that survived before, with all tests about their module")
    add("--list", action="store_true", help="only count the mutants")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
    add("--work", type=Path, default=cache / "flake8-http-status" / "mutation", metavar="FOLDER",
        help="for what coverage measured (default: %(default)s)")
    add("--output", type=Path, default=HERE / "results", metavar="FOLDER", help="a JSON file for each module")
    return parser


def _run(name: str, reach: Reach, arguments: argparse.Namespace) -> int:
    """The mutants of one module; 1 where less than nine of ten are killed."""
    path = MODULES[name]
    source = path.read_text(encoding="utf-8")
    every = Mutants(source)
    package = path.parent.name
    output = arguments.output / f"{name.strip('_')}.json"
    report = Report(name, commit() or "unknown", len(every), arguments.seed)
    chosen = every.sample(arguments.sample, random.Random(f"{arguments.seed} {name}"))
    if arguments.survivors:
        old = json.loads(output.read_text(encoding="utf-8"))
        left = {(operator, before, after) for _, _, operator, before, after in old["survivors"]}
        chosen = every.alike(left)
    trial = _Trial(f"{package}.{name}", path, reach)
    trial.new_tests = arguments.survivors
    for one in chosen:
        told, killer = trial.of(one)
        report.tried += 1
        report.killed += told != SURVIVED
        report.timeouts += told == "timeout"
        if told == SURVIVED:
            report.survivors.append((one.line, one.number, one.operator, one.before, one.after))
            told = f"{one.before[:200]!r} -> {one.after[:200]!r}"
            print(f"{name}:{one.line}: {one.operator}: {told}", flush=True)
        else:
            trial.note(killer)
    if (failed := trial.failing(Mutant(-1, "none", 1, 1, "", "", source))) is not None:
        print(f"{name}: the tests fail without a change: {failed}", file=sys.stderr)
        return 2
    report.killers = dict(trial.killed_by.most_common(8))
    if arguments.survivors:
        _correct(report, output)
    low, high = report.interval()
    share = f"{report.killed} of {report.tried} killed ({report.mutants} mutants)"
    print(f"{name}: {share}, 95 %: {low:.3f} to {high:.3f}", flush=True)
    arguments.output.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(asdict(report), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0 if report.killed >= 0.9 * report.tried else 1


def _correct(report: Report, earlier: Path) -> None:
    """Make of a report on survivors one on the whole sample: what is killed now is killed."""
    old = Report(**json.loads(earlier.read_text(encoding="utf-8")))
    report.tried, report.timeouts = old.tried, old.timeouts
    report.killers = old.killers
    # Not what was killed now: other mutants may have the texts of a survivor, and are tried, too.
    report.killed_later = old.killed_later + len(old.survivors) - len(report.survivors)
    report.killed = report.tried - len(report.survivors)


class _Trial:
    """Tries mutants of one module, with the tests first that are likely to kill them."""

    def __init__(self, module: str, path: Path, reach: Reach) -> None:
        self._module = module
        self._path = path
        self._reach = reach
        self._own = [f"tests/test_{word}.py" for word in OWN.get(path.stem, (path.stem.strip("_"),))]
        self.new_tests = False
        self.killed_by: Counter[str] = Counter()
        self._killers: set[str] = set()

    def note(self, killer: str) -> None:
        """Remember a test that killed a mutant."""
        self.killed_by[killer.partition("::")[0]] += 1
        if "::" in killer:
            self._killers.add(killer)

    def failing(self, whole: Mutant) -> str | None:
        """One of the tests that killed something and fail as well for ``whole``, which changes nothing."""
        told, killer = self._tried(whole, sorted(self._killers))
        return None if told == SURVIVED else killer or told

    def of(self, one: Mutant) -> tuple[str, str]:
        """What became of the mutant, and what killed it."""
        if self.new_tests:
            # What was not there when coverage was measured is known by its file alone.
            return self._tried(one, self._own)
        found = self._reach.tests(self._path, one.line, one.end_line)
        first = [file for file, _ in self.killed_by.most_common(2)]
        likely = [each for each in found if each.partition("::")[0] in {*self._own, *first}]
        at_import = self._reach.at_import(self._path, one.line, one.end_line)
        few = self._own if at_import else self._within(likely, _FEW_SECONDS)
        told, killer = self._tried(one, few)
        return self._tried(one, self._within(found, _MOST_SECONDS)) if told == SURVIVED else (told, killer)

    def _tried(self, one: Mutant, ids: Sequence[str]) -> tuple[str, str]:
        if not ids:
            return SURVIVED, ""
        seconds = sum(self._reach.seconds.get(each, 10.0) for each in ids)
        return outcome(self._module, str(self._path), one.code, ids, 3 * seconds + 30)

    def _within(self, found: Sequence[str], most: float) -> list[str]:
        """Tests that take up to ``most`` seconds together: quick ones, as many of each file."""
        rank: Counter[str] = Counter()
        keyed = []
        for each in found:
            file = each.partition("::")[0]
            rank[file] += 1
            keyed.append((rank[file], each))
        kept, seconds = [], 0.0
        for _, each in sorted(keyed)[:_MOST_TESTS]:
            seconds += self._reach.seconds.get(each, 1.0)
            if seconds > most and kept:
                break
            kept.append(each)
        return kept


if __name__ == "__main__":
    sys.exit(main())
