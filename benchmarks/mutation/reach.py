"""Which tests reach which lines, and how long each takes: measured once, by coverage."""
from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
#: The tests that are tried: those of the engine and the planner that run in one process and take little.
FILES = (
    "contexts", "infer", "scopes", "safety", "constants", "imports", "wanted", "flows", "calls", "detect",
    "evidence", "literals", "members", "problems", "classes", "annotations", "types", "typed", "world",
    "names", "memory", "vocabularies", "rewrite", "noqa", "project", "learn", "upper", "round_trip",
    "robustness", "explain", "pages", "source", "stub_reader", "imports_run", "text",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reach:
    """For each file the tests that reach a line, and the seconds that each test takes."""

    lines: dict[str, dict[int, list[str]]]
    seconds: dict[str, float]

    def tests(self, path: Path, first: int, last: int) -> list[str]:
        """The tests that reach one of the lines, the quickest first; where import alone does, all of them."""
        found = self._reached(path, first, last)
        found = found or {one for tests in self._known(path).values() for one in tests}
        return sorted(found, key=lambda one: (self.seconds.get(one, 1.0), one))

    def at_import(self, path: Path, first: int, last: int) -> bool:
        """Whether no test runs the lines itself: a table, which coverage does not see anybody read."""
        return not self._reached(path, first, last)

    def _reached(self, path: Path, first: int, last: int) -> set[str]:
        known = self._known(path)
        return {one for line in range(first, last + 1) for one in known.get(line, ())}

    def _known(self, path: Path) -> dict[int, list[str]]:
        return self.lines.get(_name(path), {})


class Durations:
    """A plugin of pytest that writes down what each test takes."""

    seconds: dict[str, float] = {}  # noqa: RUF012

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Add the part of a test that has just run."""
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration

    def pytest_sessionfinish(self) -> None:
        """Write all of them."""
        Path(os.environ["MUTATION_SECONDS"]).write_text(json.dumps(self.seconds), encoding="utf-8")


def measured(work: Path, modules: Iterable[Path]) -> Reach:
    """Run the tests under coverage, or take what was left in ``work`` if the modules are the same."""
    work.mkdir(parents=True, exist_ok=True)
    kept = work / "reach.json"
    row = json.loads(kept.read_text(encoding="utf-8")) if kept.is_file() else {}
    if any(row.get("texts", {}).get(_name(path)) != _digest(path) for path in modules):
        row = _measure(work)
        kept.write_text(json.dumps(row), encoding="utf-8")
    lines = {
        file: {int(line): tests for line, tests in known.items()} for file, known in row["lines"].items()
    }
    return Reach(lines, row["seconds"])


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _measure(work: Path) -> dict[str, Any]:
    import coverage

    data, seconds, settings = work / "coverage", work / "seconds.json", work / "coveragerc"
    packages = "flake8_http_status, http_status_codemods"
    settings.write_text(f"[run]\nsource_pkgs = {packages}\ndata_file = {data}\n", encoding="utf-8")
    command = [
        sys.executable, "-m", "pytest", "-q", "--no-header", "-p", "no:cacheprovider", "-W", "ignore",
        "-p", "benchmarks.mutation.plugin", "--cov", "--cov-config", settings, "--cov-context=test",
        "--cov-report=",
        *(f"tests/test_{name}.py" for name in FILES),
    ]  # fmt: skip
    environment = {**os.environ, "MUTATION_SECONDS": str(seconds)}
    subprocess.run(list(map(str, command)), cwd=ROOT, env=environment, check=True)
    found = coverage.CoverageData(str(data))
    found.read()
    files = [Path(file) for file in found.measured_files()]
    lines = {
        _name(file): {
            str(line): sorted({one.partition("|")[0] for one in contexts} - {""})
            for line, contexts in found.contexts_by_lineno(str(file)).items()
        }
        for file in files
    }
    texts = {_name(file): _digest(file) for file in files}
    return {"lines": lines, "texts": texts, "seconds": json.loads(seconds.read_text(encoding="utf-8"))}
