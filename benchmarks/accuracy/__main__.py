"""``python -m benchmarks.accuracy``: score a folder of checkouts and print the measures (README.md)."""
from __future__ import annotations

import argparse
import platform
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol, TypeAlias

from benchmarks.accuracy import data, measures, negative, output, ways
from benchmarks.accuracy.environments import ToolError, default_cache, environment
from benchmarks.accuracy.others import PYLINT, RUFF, WEMAKE, Pylint, Ruff, Wemake
from benchmarks.accuracy.ours import Check, Flake8, Learnt
from benchmarks.accuracy.reports import Reports

Say: TypeAlias = Callable[[str], None]
_DOWNLOAD = Path()


class Tool(Protocol):
    """A linter that can be scored."""

    @property
    def name(self) -> str:
        """As ``--tools`` has it."""

    def version(self) -> str:
        """What exactly was run."""

    def reports(self, folder: Path, files: Sequence[str]) -> Reports:
        """What it reports in ``folder``, at least in ``files``, which are relative to it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line in ``argv`` (default: the process's own); gives the exit status."""
    arguments = _parser().parse_args(argv)
    try:
        with _progress() as say, closing(Learnt()) as learnt:
            outcome = _run(arguments, learnt, say)
    except (data.DataError, ToolError, OSError) as error:
        print(f"accuracy: {error}", file=sys.stderr)
        return 2
    write = output.as_json if arguments.output == "json" else output.markdown
    print(write(outcome, sites=arguments.sites))
    return 0 if outcome.complete else 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    add = parser.add_argument
    add("--labels", type=Path, required=True, help="labelled literals, JSON lines")
    add("--migrations", type=Path, help="literals that people replaced, JSON lines")
    add("--corpus", type=Path, required=True, help="the checkouts: OWNER+NAME/COMMIT/ in this folder")
    add("--negative", type=Path, nargs="?", const=_DOWNLOAD, metavar="DIR",
        help="also look for false alarms in packages without HTTP: those in the folders of DIR, "
        "or without DIR pinned wheels from PyPI")
    add("--tools", default="", help=f"some of {','.join(_tools(Path(), Learnt))} (default: all)")
    add("--output", choices=("table", "json"), default="table", help="(default: %(default)s)")
    add("--sites", action="store_true", help="also list the places where the tools and the data disagree")
    add("--cache", type=Path, default=default_cache(), metavar="DIR",
        help="where environments and downloads are kept (default: %(default)s)")
    return parser


def _tools(cache: Path, learnt: Callable[[], Learnt]) -> dict[str, Callable[[], Tool]]:
    return {
        "check": Check,
        "check+learn": lambda: Check(learnt()),
        "flake8": Flake8,
        "flake8+learn": lambda: Flake8(learnt()),
        "ruff": lambda: Ruff(environment(cache, RUFF)),
        "pylint": lambda: Pylint(environment(cache, PYLINT)),
        "wemake": lambda: Wemake(environment(cache, WEMAKE)),
    }


def _chosen(arguments: argparse.Namespace, learnt: Learnt, say: Say) -> list[Tool]:
    known = _tools(arguments.cache.absolute(), lambda: learnt)
    asked = [name.strip() for name in arguments.tools.split(",") if name.strip()]
    unknown = sorted(set(asked) - set(known))
    if unknown:
        raise ToolError(f"unknown tools: {', '.join(unknown)}; known are {', '.join(known)}")
    names = asked or list(known)
    if any(name.endswith("+learn") for name in names) and not learnt.available():
        if asked:
            raise ToolError("flake8-http-status has no command 'learn'")
        say("without learn: flake8-http-status does not know the command")
        names = [name for name in names if not name.endswith("+learn")]
    return [known[name]() for name in names]


def _run(arguments: argparse.Namespace, learnt: Learnt, say: Say) -> output.Outcome:
    corpus: Path = arguments.corpus.absolute()
    tools = _chosen(arguments, learnt, say)
    labels = data.labels(arguments.labels)
    migrations = data.migrations(arguments.migrations) if arguments.migrations else []
    every = {site.folder for site in [*(label.site for label in labels), *migrations]}
    absent = {folder for folder in every if not (corpus / folder).is_dir()}
    labels = [label for label in labels if label.site.folder not in absent]
    migrations = [site for site in migrations if site.folder not in absent]
    files = _files([*(label.site for label in labels), *migrations])

    results, counts = [], {}
    for tool in tools:
        start = time.perf_counter()
        try:
            found = _reports(tool, corpus, files, say)
        except ToolError as error:
            # The others take their time too: what one of them breaks on must not cost their results.
            print(f"accuracy: {tool.name} is left out: {error}", file=sys.stderr)
            continue
        results.append(_result(tool, labels, migrations, found, time.perf_counter() - start))
        if tool.name == "check":
            say("check: the ways of knowing")
            counts = ways.count(corpus, labels, migrations, found)
    packages = _negative(arguments, say) if arguments.negative is not None else ()
    return output.Outcome(
        date=date.today().isoformat(),
        python=platform.python_version(),
        labels=len(labels),
        migrations=len(migrations),
        folders=len(files),
        absent=tuple(sorted(absent)),
        results=tuple(results),
        complete=len(results) == len(tools),
        ways=counts,
        packages=tuple(packages),
    )


def _files(sites: Iterable[data.Site]) -> dict[str, list[str]]:
    """The files that hold labelled sites, by folder, both sorted."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for site in sites:
        found[site.folder].add(site.path)
    return {folder: sorted(paths) for folder, paths in sorted(found.items())}


def _reports(tool: Tool, corpus: Path, files: dict[str, list[str]], say: Say) -> dict[str, Reports]:
    found = {}
    for number, (folder, paths) in enumerate(files.items(), 1):
        say(f"{tool.name}: {number}/{len(files)} {folder}")
        there = [path for path in paths if (corpus / folder / path).is_file()]
        found[folder] = tool.reports(corpus / folder, there)
    return found


def _result(
    tool: Tool,
    labels: list[data.Label],
    migrations: list[data.Site],
    found: dict[str, Reports],
    seconds: float,
) -> output.Result:
    return output.Result(
        tool=tool.name,
        version=tool.version(),
        scores=measures.by_set(labels, found),
        reproduced=measures.reproduced(migrations, found) if migrations else None,
        unread=sum(len(one.unread) for one in found.values()),
        seconds=seconds,
        sites=measures.disagreements(labels, migrations, found),
    )


def _negative(arguments: argparse.Namespace, say: Say) -> Iterator[negative.Package]:
    folder = arguments.negative
    if folder == _DOWNLOAD:
        say("negative corpus: downloading")
        folder = negative.download(arguments.cache.absolute())
    for package in negative.packages(folder.absolute()):
        say(f"negative corpus: {package.name}")
        yield negative.scan(package)


@contextmanager
def _progress() -> Iterator[Say]:
    """A function that shows what is being done: on a terminal only, and where rich is installed."""
    if not sys.stderr.isatty() or find_spec("rich") is None:
        yield lambda text: None
        return
    from rich.console import Console

    with Console(stderr=True).status("") as status:
        yield status.update


if __name__ == "__main__":
    sys.exit(main())
