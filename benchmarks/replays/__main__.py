"""``python -m benchmarks.replays``: fix released projects, compare what their suites say (README.md)."""
from __future__ import annotations

import argparse
import contextlib
import shutil
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from pathlib import Path

from benchmarks.replays import commands, environments, recipes, sources
from benchmarks.replays.commands import Job, MissingError, StepError
from benchmarks.replays.recipes import Recipe, RecipeError
from benchmarks.replays.replay import Result, Settings, broken, read_all, replay, write
from benchmarks.replays.table import page

_HERE = Path(__file__).parent
_PAGE = _HERE.parents[1] / "docs" / "replays.md"
_alone: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
SAME, CHANGED, ERROR, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line in ``argv`` (default: the process's own); gives the exit status."""
    arguments = _parser().parse_args(argv)
    try:
        if arguments.table:
            arguments.page.write_text(page(read_all(arguments.output)), encoding="utf-8")
            return SAME
        chosen = recipes.choose(recipes.load_all(arguments.projects), arguments.only, arguments.set)
        commands.uv()
        return _run(chosen, arguments)
    except (RecipeError, MissingError, OSError) as error:
        print(f"replays: {error}", file=sys.stderr)
        return ERROR


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.replays", description=__doc__)
    add = parser.add_argument
    add("--only", type=_names, default=[], metavar="NAMES", help="these projects: flask,webob")
    add("--set", choices=("small", "all"), default="all", help="which projects (default: %(default)s)")
    add("--python", type=_names, default=list(recipes.PYTHONS), metavar="VERSIONS",
        help=f"(default: {','.join(recipes.PYTHONS)})")
    add("--unsafe", action="store_true", help="also make the unsafe fixes, and list what they change")
    add("--jobs", type=int, default=1, metavar="N", help="this many suites at a time (default: %(default)s)")
    add("--output", type=Path, default=_HERE / "results", metavar="FOLDER", help="the results, a file each")
    add("--work", type=Path, metavar="FOLDER", help="where to unpack and install; outside of any repository")
    add("--keep", action="store_true", help="keep that folder: trees, logs, and the diffs of the fixes")
    add("--lock", action="store_true", help="install the newest versions and write them to the locks")
    add("--reuse", action="store_true",
        help="run a suite only where the fixed tree is not the one of the result that is there")
    add("--table", action="store_true", help="only write the page, from the results that are there")
    add("--page", type=Path, default=_PAGE, metavar="FILE", help="(default: docs/replays.md)")
    add("--projects", type=Path, default=recipes.PROJECTS, metavar="FOLDER", help="the recipes")
    add("--locks", type=Path, default=environments.LOCKS, metavar="FOLDER", help="the locks")
    add("--cache", type=Path, default=sources.default_cache(), metavar="FOLDER",
        help="the downloads (default: %(default)s)")
    return parser


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _run(chosen: Sequence[Recipe], arguments: argparse.Namespace) -> int:
    try:
        from benchmarks.replays.progress import Progress
    except ImportError:
        raise MissingError("rich is not installed: pip install -e '.[replays]'") from None
    work = (arguments.work or Path(tempfile.mkdtemp(prefix="replays-"))).absolute()
    _check_work(work)
    # One project on two Pythons at a time would fight for its ports, see _one.
    pairs = [(recipe, python) for python in arguments.python for recipe in chosen if python in recipe.pythons]
    settings = Settings(
        arguments.cache.absolute(), arguments.locks, arguments.unsafe, arguments.lock, arguments.keep,
        arguments.output if arguments.reuse else None,
    )
    results: list[Result] = []
    errors: list[str] = []
    with Progress(len(pairs)) as progress, ThreadPoolExecutor(max(1, arguments.jobs)) as pool:
        waiting: dict[Future[Result], str] = {}
        for recipe, python in pairs:
            label = f"{recipe.name} {python}"
            job = Job(label, work / f"{recipe.name}-{python}", progress.said_by(label))
            waiting[pool.submit(_one, recipe, python, job, settings, arguments.output)] = label
        try:
            for future in as_completed(waiting):
                progress.ended(waiting[future])
                _take(future, waiting[future], results, errors)
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            commands.end_all()
            return INTERRUPTED
    progress.summary(results, errors)
    if arguments.keep or errors:
        print(f"logs and trees: {work}", file=sys.stderr)
    else:
        _clear(work, [f"{recipe.name}-{python}" for recipe, python in pairs])
    return ERROR if errors else CHANGED if any(map(broken, results)) else SAME


def _clear(work: Path, names: Sequence[str]) -> None:
    """Remove what this run made, and the work folder if there is nothing else in it."""
    for name in names:
        shutil.rmtree(work / name, ignore_errors=True)
    with contextlib.suppress(OSError):
        work.rmdir()


def _check_work(work: Path) -> None:
    """A project in a repository would be taken for a part of it, by the tool and by what builds it."""
    for folder in (work, *work.parents):
        if (folder / ".git").exists():
            raise MissingError(f"the work folder {work} lies in a repository: take another with --work")


def _one(recipe: Recipe, python: str, job: Job, settings: Settings, output: Path) -> Result:
    with _alone[recipe.name]:
        shutil.rmtree(job.folder, ignore_errors=True)
        job.folder.mkdir(parents=True)
        result = replay(recipe, python, job, settings)
    write(result, output)
    if not settings.keep:
        # An environment and three copies of a tree, for each of many projects.
        for path in job.folder.iterdir():
            if path.name != "logs":
                shutil.rmtree(path, ignore_errors=True)
    return result


def _take(future: Future[Result], label: str, results: list[Result], errors: list[str]) -> None:
    try:
        results.append(future.result())
    except (StepError, MissingError) as error:
        errors.append(str(error))
    except Exception as error:
        # A fault of ours with one project must not cost the others' results.
        errors.append(f"{label}: internal error: {type(error).__name__}: {error}")


if __name__ == "__main__":
    sys.exit(main())
