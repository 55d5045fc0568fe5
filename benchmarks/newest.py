"""``python -m benchmarks.newest``: the engine's tests on the Python that the playground runs on.

That is CPython as Pyodide builds it for WebAssembly, here run by Node: for machines that have no newer one.
Tests that need LibCST, processes or a standard library in files are left out.  The exit status is 0 where all
pass, 1 where not, 2 where they cannot be run.  Needs node, and ``npm ci --prefix website --ignore-scripts``.
"""
from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
PYODIDE = ROOT / "website" / "node_modules" / "pyodide"
PASSED, FAILED, ERROR = 0, 1, 2
#: In the order of the alphabet.  Each is a process of its own: what one fills of the memory stays full.
TESTS = (
    "annotations", "calls", "classes", "contexts", "deferred", "detect", "evidence", "flows", "foreign",
    "infer", "knowledge", "learn", "literals", "members", "memory", "names", "prefilter", "problems",
    "quantities", "robustness", "safety", "scopes", "sparse", "types", "world",
)  # fmt: skip
#: What cannot be had there: other processes, and the text of the standard library, which is in a zip file.
LEFT_OUT = (
    "tests/test_knowledge.py::test_a_stub_says_what_the_library_is[http]",
    "tests/test_knowledge.py::test_a_stub_says_what_the_library_is[urllib]",
    "tests/test_robustness.py::test_a_long_line_of_subclasses_in_a_fresh_process",
    "tests/test_robustness.py::test_the_standard_library",
)
#: Pure Python, for nothing else runs there.
_PACKAGES = ("pytest", "flake8", "packaging", "pathspec", "hypothesis")
#: In place of pyproject.toml's settings, which name plugins that are not there.
_SETTINGS = "[pytest]\n"


class StepError(Exception):
    """What could not be run, and its last words."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line in ``argv`` (default: the process's own); gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.newest", description=__doc__)
    parser.add_argument("names", nargs="*", default=TESTS, metavar="NAME", help="as in tests/test_NAME.py")
    arguments = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="newest-") as name:
        packages = Path(name)
        try:
            _install(packages)
            failed = [one for one in arguments.names if not _passes(one, packages)]
        except StepError as error:
            print(f"newest: {error}", file=sys.stderr)
            return ERROR
    return FAILED if failed else PASSED


def _install(packages: Path) -> None:
    if not PYODIDE.is_dir():
        raise StepError(f"{PYODIDE} is not there: npm ci --prefix website --ignore-scripts")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", packages]
    _run([*pip, "--no-deps", ROOT])
    _run([*pip, "--only-binary=:all:", "--platform=any", "--python-version=3.14", *_PACKAGES])
    (packages / "pytest.ini").write_text(_SETTINGS, encoding="utf-8")


def _passes(name: str, packages: Path) -> bool:
    node = shutil.which("node")
    if node is None:
        raise StepError("there is no node")
    program = [node, "--stack-size=30000", Path(__file__).with_suffix(".mjs"), PYODIDE, ROOT, packages]
    process = subprocess.run([*program, *_words(name)], capture_output=True, check=False, encoding="utf-8")
    python, *lines = process.stdout.splitlines() or [""]
    print(f"{name}, Python {python}: {lines[-1] if lines else process.stderr[-300:]}", flush=True)
    if process.returncode != 0:
        print("\n".join(lines), process.stderr[-2000:], sep="\n")
    return process.returncode == 0


def _words(name: str) -> Iterator[str]:
    yield from ("-q", "--noconftest", "--rootdir=/checkout", "-c", "/packages/pytest.ini")
    yield from ("-p", "no:cacheprovider")
    yield from (f"--deselect={one}" for one in LEFT_OUT)
    yield f"tests/test_{name}.py"


def _run(command: Sequence[str | Path]) -> None:
    process = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    if process.returncode != 0:
        raise StepError(f"{' '.join(map(str, command))}\n{process.stderr[-2000:]}")


if __name__ == "__main__":
    sys.exit(main())
