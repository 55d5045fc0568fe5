"""The recipes on releases from before people migrated: how lines are compared, and the runs themselves."""
from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.migrations import __main__ as command
from benchmarks.migrations.compare import Change, changes
from benchmarks.migrations.recipes import Recipe, recipes
from benchmarks.migrations.run import run
from benchmarks.replays.sources import default_cache

PAGE = Path(__file__).parent.parent / "docs" / "recipes.md"
RECIPES = recipes()

BEFORE = '''\
"""Gives http_client.OK."""
import http_client
assert r.status == http_client.OK
assert r.status == http_client.GONE, "x"
assert r.status == http_client.CREATED
assert http_client.FOUND == r.status
assert r.status == http_client.ACCEPTED
'''
FIXED = '''\
"""Gives http_client.OK."""
from http import HTTPStatus
assert r.status == HTTPStatus.OK
assert r.status == http_client.GONE, "x"
assert r.status == HTTPStatus.CREATED
assert HTTPStatus.FOUND == r.status
assert r.status == HTTPStatus.ACCEPTED
'''
# They moved a line, changed a status, wrote a number, and left one.
AFTER = '''\
"""Gives HTTPStatus.OK."""
import new
from http import HTTPStatus
assert r.status == HTTPStatus.OK
assert r.status == HTTPStatus.GONE, "x"
assert r.status == HTTPStatus.NO_CONTENT
assert 302 == r.status
assert r.status == http_client.ACCEPTED
'''


def test_lines_that_people_spelled_anew_are_compared(tmp_path: Path) -> None:
    for name, text in {"before": BEFORE, "fixed": FIXED, "after": AFTER}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "app.py").write_text(text, encoding="utf-8")
    found = changes(tmp_path / "before", tmp_path / "fixed", tmp_path / "after", r"http_client\.[A-Z]")
    assert [(one.line, one.fixed == one.people) for one in found] == [(3, True), (4, False), (6, False)]


def test_a_file_that_is_gone_is_no_version(tmp_path: Path) -> None:
    for name in ("before", "fixed", "after"):
        (tmp_path / name).mkdir()
    (tmp_path / "before" / "app.py").write_text(BEFORE, encoding="utf-8")
    assert not [*changes(tmp_path / "before", tmp_path / "fixed", tmp_path / "after", "http_client")]


def test_a_change_says_what_all_three_wrote() -> None:
    one = Change("app.py", 3, "http_client.OK", "HTTPStatus.OK", "200")
    assert (one.was, one.fixed, one.people) == ("http_client.OK", "HTTPStatus.OK", "200")


def test_the_page_has_the_figures() -> None:
    rows = [command.row(one, one.sites, one.files, one.lines, one.same) for one in RECIPES]
    table = "\n".join([command.HEAD, "|---|---|---|---|---|---|", *rows])
    assert table in PAGE.read_text(encoding="utf-8")


@pytest.mark.migrations
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.project)
def test_a_recipe_on_the_release_before(recipe: Recipe, tmp_path: Path) -> None:
    outcome = run(recipe, default_cache(), tmp_path)
    found = (outcome.sites, outcome.files, len(outcome.changes), outcome.same)
    assert found == (recipe.sites, recipe.files, recipe.lines, recipe.same)
