"""``python -m benchmarks.robustness``: nothing crashes on 150,000 files (README.md)."""
from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from benchmarks.checkout import commit
from benchmarks.robustness import corpora
from benchmarks.robustness.checks import examine
from benchmarks.robustness.corpora import Corpus, CorpusError
from benchmarks.robustness.progress import Counts, load, save
from benchmarks.robustness.table import write_table
from flake8_http_status.detect import Detector
from http_status_codemods import _garbage
from http_status_codemods.tree import python_files

CLEAN, FOUND, ERROR, INTERRUPTED = 0, 1, 2, 130
_HERE = Path(__file__).parent
_ROOT = _HERE.parents[1]
_SAVE_EVERY = 10.0
CORPORA = ("cpython", "packages", "planted", "grammar", "hypothesmith")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line in ``argv`` (default: the process's own); gives the exit status."""
    arguments = _parser().parse_args(argv)
    try:
        if not arguments.table:
            results = [_run(corpus, arguments) for corpus in _corpora(arguments)]
            problems = [problem for one in results for problem in one.problems]
            for kind, name, detail in problems:
                print(f"{kind}: {name}: {detail}")
            if problems:
                return FOUND
    except CorpusError as error:
        print(f"robustness: {error}", file=sys.stderr)
        return ERROR
    except KeyboardInterrupt:
        return INTERRUPTED
    if arguments.table:
        write_table(arguments.output, arguments.page)
    return CLEAN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.robustness", description=__doc__)
    add = parser.add_argument
    add("--only", type=lambda text: text.split(","), default=list(CORPORA), metavar="NAMES",
        help=f"(default: {','.join(CORPORA)})")
    add("--grammar", type=int, default=100_000, metavar="N",
        help="programs of the grammar (default: %(default)s)")
    add("--first", type=int, default=0, metavar="SEED", help="the first of them (default: %(default)s)")
    add("--hypothesmith", type=int, default=1_000, metavar="N", help="programs of hypothesmith")
    add("--most", type=int, metavar="N", help="at most this many files of each corpus")
    add("--pythons", type=Path, default=Path.home() / ".pyenv" / "versions", metavar="FOLDER",
        help="where CPython 3.11 to 3.13 are (default: %(default)s)")
    add("--work", type=Path, default=_default_work(), metavar="FOLDER",
        help="for the packages (default: %(default)s)")
    add("--output", type=Path, default=_HERE / "results", metavar="FOLDER",
        help="a JSON file for each corpus")
    add("--again", action="store_true", help="do not go on where an earlier run was ended")
    add("--table", action="store_true", help="only write the table, from the results that are there")
    add("--page", type=Path, default=_ROOT / "docs" / "robustness.md", metavar="FILE")
    return parser


def _default_work() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "flake8-http-status" / "robustness"


def _corpora(arguments: argparse.Namespace) -> list[Corpus]:
    if unknown := set(arguments.only) - set(CORPORA):
        raise CorpusError(f"{', '.join(sorted(unknown))}: not one of {', '.join(CORPORA)}")
    packages: Path = arguments.work / "packages"
    real: list[Corpus] = []
    if {"cpython", "planted"} & set(arguments.only):
        real += map(_of_python, corpora.pythons(arguments.pythons))
    if {"packages", "planted"} & set(arguments.only):
        corpora.install(packages)
        real.append(Corpus("packages", lambda: corpora.below(packages, "packages"), packages))
    chosen = [one for one in real if ("packages" if one.name == "packages" else "cpython") in arguments.only]
    if "planted" in arguments.only:
        chosen += [Corpus(f"planted {one.name}", corpora.with_plants(one.files), one.root) for one in real]
    if "grammar" in arguments.only:
        first = arguments.first
        chosen.append(Corpus("grammar", lambda: corpora.generated(arguments.grammar, first)))
    if "hypothesmith" in arguments.only:
        chosen.append(Corpus("hypothesmith", lambda: corpora.smithed(arguments.hypothesmith)))
    return chosen


def _of_python(folder: Path) -> Corpus:
    return Corpus(folder.name, lambda: corpora.below(folder, folder.name, moved=True))


def _run(corpus: Corpus, arguments: argparse.Namespace) -> Counts:
    version = ".".join(map(str, sys.version_info[:3]))
    fresh = Counts(corpus.name, commit() or "unknown", version)
    path = arguments.output / f"{corpus.name.replace(' ', '-')}-{version.rpartition('.')[0]}.json"
    counts = fresh if arguments.again else load(path, fresh)
    if counts.complete:
        print(f"{corpus.name}: {counts.done} files, done before", file=sys.stderr)
        return counts
    detector = _detector(corpus.root)
    saved = time.monotonic()
    _garbage.by_hand()  # as `check` and `fix` do
    for file in islice(corpus.files(), counts.done, arguments.most):
        counts.add(file, examine(file.raw, file.path, detector))
        _garbage.sweep(detector.world.let_go)
        if time.monotonic() - saved > _SAVE_EVERY:
            save(path, counts)
            saved = time.monotonic()
            _say(counts)
    counts.complete = arguments.most is None
    save(path, counts)
    _say(counts)
    return counts


def _detector(root: Path | None) -> Detector:
    if root is None:
        return Detector()
    return Detector.of_project((), [root], lambda: python_files([root], lambda path, cause: None))


def _say(counts: Counts) -> None:
    rate = counts.done / counts.seconds if counts.seconds else 0
    print(
        f"{counts.corpus}: {counts.done} files, {counts.findings} findings, "
        f"{counts.safe + counts.unsafe} fixed, {len(counts.problems)} problems, "
        f"{rate:.0f} files a CPU second",
        file=sys.stderr, flush=True,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
