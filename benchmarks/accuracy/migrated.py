"""How many of the literals that people replaced by hand come out as they wrote them.

For each site of a migrations file the tool is asked for the vocabulary that the people chose, and what it
would write is held against theirs (the field ``human``): the same name of the same value, however the
module that has it is spelled.

    python -m benchmarks.accuracy.migrated --migrations migrations.jsonl --corpus CORPUS
"""
from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.accuracy.environments import ToolError, run

_COMMAND = (sys.executable, "-P", "-m", "http_status_codemods", "check", "--select", "HTS1,HTS2")
#: The vocabulary by what stands before the last dot of what people wrote, or by its beginning.  The names
#: of Starlette, FastAPI and Django REST framework are the same.
_BY_OWNER = {
    "HTTPStatus": "http", "HTTPMethod": "http", "http_client": "http.client", "httpx.codes": "httpx",
    "codes": "httpx", "hdrs": "aiohttp", "status": "starlette>=0.40", "fastapi.status": "starlette>=0.40",
}
_NUMBERED = re.compile(r"HTTP_\d{3}_")


@dataclass(frozen=True, slots=True)
class Migrated:
    """A literal that people replaced: the checkout, the place (column from 0), and what they wrote."""

    folder: str
    path: str
    line: int
    column: int
    human: str

    @property
    def name(self) -> str:
        """The constant's own name: ``NOT_FOUND`` of ``int(http_client.NOT_FOUND)``."""
        return re.sub(r"^int\((.*)\)$", r"\1", self.human).rpartition(".")[2]

    @property
    def vocabulary(self) -> str | None:
        """The vocabulary that people chose; None where it is a name of their own."""
        owner = re.sub(r"^int\((.*)\)$", r"\1", self.human).rpartition(".")[0]
        return _BY_OWNER.get(owner) or ("starlette>=0.40" if _NUMBERED.match(self.name) else None)


@dataclass(slots=True)
class Score:
    """Counts of sites: all, those reported, and those that come out as people wrote them."""

    sites: int = 0
    reported: int = 0
    same: int = 0
    safe: int = 0

    def add(self, other: Score) -> None:
        """Count in what ``other`` counted."""
        self.sites += other.sites
        self.reported += other.reported
        self.same += other.same
        self.safe += other.safe


def read(path: Path) -> Iterator[Migrated]:
    """The rows of a migrations file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        folder = f"{row['repo'].replace('/', '+')}/{row['parent']}"
        yield Migrated(folder, row["path"], row["line"], row["col"], row["human"])


def score(sites: Iterable[Migrated], corpus: Path) -> tuple[dict[str, Score], Counter[str]]:
    """The scores by repository and people's vocabulary, and how many sites were left out and why.

    Raises ToolError where the tool breaks.
    """
    jobs: defaultdict[tuple[str, str], list[Migrated]] = defaultdict(list)
    left: Counter[str] = Counter()
    for site in sites:
        if site.vocabulary is None:
            left[f"a name of the project's own: {site.human}"] += 1
        elif not (corpus / site.folder / site.path).is_file():
            left[f"no checkout: {site.folder.partition('/')[0]}"] += 1
        else:
            jobs[site.folder, site.vocabulary].append(site)
    scores: defaultdict[str, Score] = defaultdict(Score)
    for (folder, vocabulary), wanted in sorted(jobs.items()):
        found = _written(corpus / folder, vocabulary, sorted({site.path for site in wanted}))
        total = scores[f"{folder.partition('/')[0].replace('+', '/')} to {vocabulary}"]
        for site in wanted:
            row = found.get((site.path, site.line, site.column))
            total.sites += 1
            total.reported += row is not None
            total.same += row is not None and row[0].rpartition(".")[2] == site.name
            total.safe += row is not None and row[1] == "safe"
    return scores, left


def _written(folder: Path, vocabulary: str, files: list[str]) -> dict[tuple[str, int, int], tuple[str, str]]:
    """What the tool would write, and how safe that is, by path, line and column."""
    done = run(
        [*_COMMAND, "--target", "3.11", "--vocabulary", vocabulary, "--output-format", "jsonl",
         *(str(folder / file) for file in files)],
        statuses=(0, 1, 2),
    )
    if "Traceback (most recent call last)" in done.stderr:
        raise ToolError(done.stderr.strip()[-2000:])
    found = {}
    for line in done.stdout.splitlines():
        row = json.loads(line)
        path = Path(row["path"]).relative_to(folder).as_posix()
        found[path, row["line"], row["column"] - 1] = (row["replacement"] or "", row["fix"])
    return found


def main() -> int:
    """Print a table, and what was left out."""
    parser = argparse.ArgumentParser(description="Score migrations that people made by hand.")
    parser.add_argument("--migrations", type=Path, required=True, help="the file with the sites, JSON lines")
    parser.add_argument("--corpus", type=Path, required=True, help="the checkouts: OWNER+NAME/COMMIT/")
    arguments = parser.parse_args()
    scores, left = score(read(arguments.migrations), arguments.corpus)
    total = Score()
    print("| migration | sites | reported | the same as people wrote | safe |")
    print("| --- | --- | --- | --- | --- |")
    for name, one in sorted(scores.items()):
        print(f"| {name} | {one.sites} | {one.reported} | {one.same} | {one.safe} |")
        total.add(one)
    print(f"| all | {total.sites} | {total.reported} | {total.same} | {total.safe} |")
    for reason, count in left.most_common():
        print(f"left out: {count} ({reason})", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
