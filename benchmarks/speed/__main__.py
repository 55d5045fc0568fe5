"""``python -m benchmarks.speed``: the whole table of ratios in one run (README.md)."""
from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Sequence
from compileall import compile_dir
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.speed.corpus import ROOT, SetUpError, fetched, sample
from benchmarks.speed.measures import MEASURES, Setting, ratio

_BEGIN, _END = "<!-- figures -->", "<!-- end of figures -->"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line in ``argv`` (default: the process's own); gives the exit status."""
    arguments = _parser().parse_args(argv)
    folder: Path = arguments.folder.absolute()
    try:
        corpus = fetched(folder)
        if arguments.part > 1:
            corpus = sample(corpus, folder, arguments.part)
        for ours in ("flake8_http_status", "codemods"):
            compile_dir(ROOT / ours, quiet=1)
        setting = Setting(folder, corpus, arguments.sample)
        rows = list(_rows(setting, arguments))
    except SetUpError as error:
        print(f"speed: {error}", file=sys.stderr)
        return 2
    document = {"date": str(date.today()), "machine": _machine(), "command": _command(arguments),
                "files": sum(1 for _ in corpus.rglob("*.py")), "rows": rows}  # fmt: skip
    arguments.output.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    if arguments.page:
        _write(arguments.page, document)
    return 0


def _rows(setting: Setting, arguments: argparse.Namespace) -> Any:
    for measure in MEASURES:
        if arguments.only and measure.name not in arguments.only:
            continue
        row: dict[str, Any] = {"name": measure.name, "measure": measure.text, "bar": measure.bar}
        try:
            found, pairs = ratio(measure, setting, arguments.pairs)
        except SetUpError as error:
            row |= {"error": str(error)}
        else:
            met = found >= measure.bar if measure.at_least else found <= measure.bar
            row |= {"ratio": round(found, 3), "met": met, "pairs": pairs}
        print(json.dumps(row), flush=True)
        yield row


def _machine() -> str:
    return f"{os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}"


def _command(arguments: argparse.Namespace) -> str:
    only = f" --only {','.join(arguments.only)}" if arguments.only else ""
    sizes = f" --pairs {arguments.pairs} --sample {arguments.sample} --part {arguments.part}"
    return f"python -m benchmarks.speed{sizes}{only}"


def _write(page: Path, document: dict[str, Any]) -> None:
    rows = ["| measure | bar | ratio | met |", "|---|---|---|---|"]
    for row in document["rows"]:
        found = f"{row['ratio']:.3f}" if "ratio" in row else "not measured"
        met = "yes" if row.get("met") else "no" if "met" in row else ""
        rows.append(f"| {row['measure']} | {row['bar']:.3g} | {found} | {met} |")
    told = f"{document['date']}, {document['machine']}, {document['files']} files: `{document['command']}`"
    before, _, rest = page.read_text(encoding="utf-8").partition(_BEGIN)
    after = rest.partition(_END)[2]
    text = "\n".join([_BEGIN, told, "", *rows, _END])
    page.write_text(before + text + after, encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    add = parser.add_argument
    add("--folder", type=Path, default=Path("/tmp/flake8-http-status-speed"), metavar="DIR",
        help="for the corpus and the environments, a gigabyte (default: %(default)s)")
    add("--pairs", type=int, default=5, help="how often each pair is run (default: %(default)s)")
    add("--sample", type=int, default=25, metavar="N",
        help="slow peers get each N-th file (default: %(default)s)")
    add("--part", type=int, default=1, metavar="N", help="use each N-th file of the corpus (default: all)")
    add("--only", type=lambda text: text.split(","), default=[], metavar="NAMES",
        help=f"of {','.join(one.name for one in MEASURES)}")
    add("--output", type=Path, default=ROOT / "benchmarks" / "speed" / "results.json", metavar="FILE")
    add("--page", type=Path, metavar="FILE", help="the page to write the table into, such as docs/speed.md")
    return parser


if __name__ == "__main__":
    sys.exit(main())
