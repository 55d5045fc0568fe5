"""Run the recipes of docs/recipes.md on releases from before people made the migration by hand.

    python -m benchmarks.migrations [PROJECT...]

The source distributions come from PyPI, by version and hash, and are kept where those of the replays are.
Printed is the table of the page, and on the standard error each line that people wrote otherwise.
"""
from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.migrations.recipes import Recipe, recipes
from benchmarks.migrations.run import Outcome, run
from benchmarks.replays.sources import default_cache

HEAD = "| migration | release before | sites | files | lines that people changed | the same |"


def row(recipe: Recipe, sites: int, files: int, lines: int, same: int) -> str:
    """A row of the table."""
    people = f"{lines:,} | {same:,}" if recipe.after is not None else "- | -"
    return f"| {recipe.name} | {recipe.project} {recipe.before.version} | {sites:,} | {files:,} | {people} |"


def _print(recipe: Recipe, outcome: Outcome) -> None:
    print(row(recipe, outcome.sites, outcome.files, len(outcome.changes), outcome.same), flush=True)
    for one in outcome.changes:
        if one.fixed != one.people:
            print(f"{one.path}:{one.line}: {one.was} | {one.fixed} | {one.people}", file=sys.stderr)


def main() -> int:
    """Run them."""
    parser = argparse.ArgumentParser(description="Run recipes on releases from before a migration.")
    parser.add_argument("projects", nargs="*", metavar="PROJECT", help="such as cinder (default: all)")
    wanted = parser.parse_args().projects
    print(f"{HEAD}\n|---|---|---|---|---|---|", flush=True)
    for recipe in recipes():
        if not wanted or recipe.project in wanted:
            with tempfile.TemporaryDirectory() as work:
                _print(recipe, run(recipe, default_cache(), Path(work)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
