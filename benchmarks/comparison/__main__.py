"""Tries the examples on each tool and writes the table of docs/comparison.md.

    python -m benchmarks.comparison

What Python needs is installed in a cache folder.  Expected on the path: Debian's staticcheck and Go 1.19;
usestdlibvars; RuboCop with its plugins for Rails and for RSpec with Rails.  A missing one is named.
"""
from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

from benchmarks.accuracy.environments import ToolError, default_cache
from benchmarks.comparison.examples import EXAMPLES, Example
from benchmarks.comparison.tools import Result, results

PAGE = Path(__file__).parents[2] / "docs" / "comparison.md"
START, END = "<!-- tried: start -->\n", "<!-- tried: end -->\n"
#: How an example's file is named by its number.
FILES = {"python": "example_{:02}.py", "go": "example_{:02}/main.go", "ruby": "example_{:02}_spec.rb"}


def main() -> int:
    """Runs the tools; exit status 2 where one cannot be had."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            folders = {language: Path(folder) / language for language in FILES}
            lay_out(folders)
            found = results(folders, default_cache())
    except ToolError as error:
        print(f"comparison: {error}", file=sys.stderr)
        return 2
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(START)
    _, after = rest.split(END)
    PAGE.write_text(f"{before}{START}\n{report(found)}\n{END}{after}", encoding="utf-8")
    return 0


def lay_out(folders: dict[str, Path]) -> None:
    """Writes the examples, those of a language into its folder."""
    for language, folder in folders.items():
        for number, example in enumerate(EXAMPLES):
            if text := getattr(example, language):
                path = folder / FILES[language].format(number)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(example.source(text)[0], encoding="utf-8")


def report(found: list[Result]) -> str:
    """The table and the versions."""
    names = [result.name if result.name != "flake8" else "this tool" for result in found]
    rows = [
        f"| where | {' | '.join(names)} |",
        "| --- |" + " --- |" * len(found),
        *(
            f"| {each.title} | {' | '.join(_cell(number, each, one) for one in found)} |"
            for number, each in enumerate(EXAMPLES)
        ),
        f"| **right** | {' | '.join(_right(one) for one in found)} |",
    ]
    versions = [
        f"* {name}: {result.version if result.name != 'flake8' else _own(result)}"
        for name, result in zip(names, found, strict=True)
    ]
    return "\n".join((*rows, "", f"{date.today().isoformat()}:", "", *versions))


def _own(result: Result) -> str:
    flake8, _, own = result.version.partition(" with ")
    return f"{own} in flake8 {flake8}"


def _cell(number: int, example: Example, result: Result) -> str:
    text = getattr(example, result.language)
    if not text:
        return "n/a"
    is_reported = _speaks(number, example, result)
    if example.is_meant:
        return "reported" if is_reported else "missed"
    return "false alarm" if is_reported else "silent"


def _speaks(number: int, example: Example, result: Result) -> bool:
    path = FILES[result.language].format(number)
    line = example.source(getattr(example, result.language))[1]
    return bool(result.lines & {(path, line), (Path(path).parent.name, line)})


def _right(result: Result) -> str:
    tried = [(number, each) for number, each in enumerate(EXAMPLES) if getattr(each, result.language)]
    right = sum(_speaks(number, each, result) == each.is_meant for number, each in tried)
    return f"{right} of {len(tried)}"


if __name__ == "__main__":
    sys.exit(main())
