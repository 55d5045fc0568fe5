"""What a release says of itself in several places agrees: version, addresses, the changelog's form."""
from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from flake8_http_status.rules import RULES, SITE, page_of
from tests.pages import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
VERSION = PROJECT["version"]
CHANGELOG = (ROOT / "docs" / "changelog.md").read_text(encoding="utf-8")
KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
TEXTS = (
    "README.md", "SECURITY.md", "mkdocs.yml", "pyproject.toml", "docs/usage.md", "docs/integrations.md",
    ".github/ISSUE_TEMPLATE/config.yml", "flake8_http_status/rules.py",
)


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["README.md", "docs/usage.md", "docs/integrations.md"])
def test_the_pages_name_this_release(name: str) -> None:
    assert set(re.findall(r"rev: (v\d\S*)", _text(name))) >= {f"v{VERSION}"}
    others = re.findall(rf"flake8-http-status\n\s+rev: (?!v{re.escape(VERSION)})", _text(name))
    assert others == []


def test_the_version_is_written_nowhere_in_the_code() -> None:
    for folder in ("flake8_http_status", "codemods", "website"):
        for path in (ROOT / folder).rglob("*.py"):
            if "node_modules" not in path.parts:
                assert VERSION not in path.read_text(encoding="utf-8"), path


def test_all_addresses_are_of_one_owner() -> None:
    owners = {
        owner
        for name in TEXTS
        for pair in re.findall(r"github\.com/([\w-]+)/flake8-http-status|//([\w-]+)\.github\.io", _text(name))
        for owner in pair
        if owner
    }
    assert len(owners) == 1, owners
    assert PROJECT["urls"]["Documentation"] == SITE
    assert f"site_url: {SITE}\n" in _text("mkdocs.yml")
    assert f"repo_url: {PROJECT['urls']['Source']}\n" in _text("mkdocs.yml")


def test_every_rule_has_the_page_that_its_messages_link_to() -> None:
    for rule in RULES:
        path = page_of(rule.code).removeprefix(SITE).rstrip("/")
        assert (ROOT / "docs" / f"{path}.md").is_file(), rule.code


def test_no_rule_is_younger_than_the_release() -> None:
    release = tuple(map(int, VERSION.split(".")))
    for rule in RULES:
        assert tuple(map(int, rule.since.split("."))) <= release, rule.code


def test_the_changelog_follows_keep_a_changelog() -> None:
    headings = re.findall(r"(?m)^## (.*)$", CHANGELOG)
    assert headings[0] == "Unreleased"
    dated = [re.fullmatch(r"(\d+\.\d+\.\d+) - (\d{4}-\d\d-\d\d)", heading) for heading in headings[1:]]
    assert all(dated), headings
    versions = [tuple(map(int, match[1].split("."))) for match in dated if match]
    days = [date.fromisoformat(match[2]) for match in dated if match]
    assert versions == sorted(set(versions), reverse=True)
    assert days == sorted(days, reverse=True)
    assert ".".join(map(str, versions[0])) == VERSION
    assert set(re.findall(r"(?m)^### (.*)$", CHANGELOG)) <= KINDS


@pytest.mark.parametrize(
    "name",
    ["LICENSE", "SECURITY.md", "CONTRIBUTING.md", ".github/workflows/release.yml", ".ci/release"],
)
def test_what_a_stranger_looks_for_is_there(name: str) -> None:
    assert (Path(ROOT) / name).stat().st_size > 200
