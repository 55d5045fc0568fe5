"""The project agrees with itself: rules, pages, codemods, stubs and options are equal sets."""
from __future__ import annotations

import argparse
import ast
import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import NamedTuple

import pytest
from flake8.options.manager import OptionManager

from flake8_http_status import knowledge
from flake8_http_status.config import Options
from flake8_http_status.plugin import Plugin
from flake8_http_status.rules import RULES, SITE, page_of
from http_status_codemods._command import UseConstants
from tests import pages, rewriting, stubtest
from tests.pages import ROOT

ENGINE = sorted((ROOT / "flake8_http_status").rglob("*.py"))
CODEMODS = sorted((ROOT / "codemods").rglob("*.py"))
#: Stubs of the interpreter's own modules: their names are ordinary words, and one is our subject.
STANDARD = {name for name in knowledge.names() if name in sys.stdlib_module_names}
LIBRARIES = set(knowledge.names()) - STANDARD
#: A library that is too heavy to install for a test of its stub.
NOT_INSTALLED = {"homeassistant"}
#: Libraries whose names are words that an identifier may well hold.
PLAIN_WORDS = {"requests", "responses"}
#: A library that is called as a field of Python's own syntax trees is.
FIELDS = {"attr"}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


# Rules.


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    assert {page.stem for page in (ROOT / "docs" / "rules").glob("*.md")} == {rule.code for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rules_page_has_its_name_and_all_parts(rule: object) -> None:
    assert hasattr(rule, "code")
    assert hasattr(rule, "name")
    text = (ROOT / "docs" / "rules" / f"{rule.code}.md").read_text(encoding="utf-8")
    headings = re.findall(
        r"^#+ .*", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE
    )
    assert headings == [
        f"# {rule.code}: {rule.name}",
        "## What it does",
        "## Why",
        "## Examples",
        "## What stays",
        "## When not to use it",
    ]


def test_a_rules_page_shows_changes_and_silence() -> None:
    for rule in RULES:
        page = ROOT / "docs" / "rules" / f"{rule.code}.md"
        shown = {case.is_diff for case in pages.cases(page)}
        assert shown == ({True, False} if rule.codemod is not None else {False}), page


def test_every_rule_stands_in_the_readme_and_the_index() -> None:
    for page in ("README.md", "docs/index.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        listed = re.findall(r"^\| \[(HTS\d+)\]\(\S+\) ([\w-]+) \|", text, re.MULTILINE)
        assert listed == [(rule.code, rule.name) for rule in RULES], page


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(re.fullmatch(r"HTS[1-9]\d\d", code) for code in codes)


def test_the_address_of_a_rules_page_follows_from_its_file() -> None:
    assert [page_of(rule.code) for rule in RULES] == [f"{SITE}rules/{rule.code}/" for rule in RULES]
    assert PROJECT["project"]["urls"]["Documentation"] == SITE


def test_every_rule_has_a_codemod_and_every_codemod_a_rule() -> None:
    commands = {one.__name__: one.__module__.rpartition(".")[2] for one in rewriting.CODEMODS}
    assert set(commands) == {rule.codemod for rule in RULES} - {None}
    for name, module in commands.items():
        assert module == "_".join(re.findall(r"[A-Z]+(?![a-z])|[A-Z][a-z]+", name)).lower()


# Stubs.


def test_every_stub_has_a_page_and_every_page_a_stub() -> None:
    described = {page.stem for page in (ROOT / "docs" / "libraries").glob("*.md")}
    assert described == set(knowledge.names())


@pytest.mark.parametrize("name", knowledge.names())
def test_a_librarys_page_shows_every_annotated_name_of_its_stub(name: str) -> None:
    page = ROOT / "docs" / "libraries" / f"{name}.md"
    if not page.exists():
        pytest.fail(f"no page {page.name}")
    cases = pages.cases(page)
    changed = {word for case in cases if case.is_diff for word in _words(case.before)}
    shown = {word for case in cases for word in _words(case.before)}
    (stub,) = knowledge.load(name)
    slots = set(_annotated(stub.tree))
    missing = [one.names for one in slots if not (changed if one.fixable else shown) & set(one.names)]
    assert sorted(" or ".join(names) for names in missing) == []


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


class Shown(NamedTuple):
    """What an example must mention: one of ``names``, and in a diff if what stands there can be fixed."""

    names: tuple[str, ...]
    fixable: bool


def _annotated(tree: ast.Module) -> Iterator[Shown]:
    """The names whose annotation holds a slot."""
    aliases: set[str] = set()
    for _ in range(3):  # an alias may stand on another
        aliases |= {
            target.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and _has_slot(node.value, aliases)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
    yield from _of_body(tree.body, None, aliases, _other_names(tree))


def _of_body(
    body: list[ast.stmt], owner: str | None, aliases: set[str], others: OtherNames
) -> Iterator[Shown]:
    same = _same_functions(body)
    for node in body:
        match node:
            case ast.ClassDef(name=name):
                yield from _of_body(node.body, name, aliases, others)
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation, value=None):
                # A constant that is given its value is one of a table, which is proved as a whole.
                if _has_slot(annotation, aliases):
                    yield Shown((name,), _is_fixable(annotation))
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                names = (*_spoken(node.name, owner, others), *same.get(node.name, ()))
                yield from _of_function(node, names, aliases)


def _of_function(
    node: ast.FunctionDef | ast.AsyncFunctionDef, names: tuple[str, ...], aliases: set[str]
) -> Iterator[Shown]:
    slots = [one for one in _annotations(node) if _has_slot(one, aliases)]
    if slots:
        yield Shown(names, any(map(_is_fixable, slots)))
    for argument in node.args.kwonlyargs:
        if argument.annotation is not None and _has_slot(argument.annotation, aliases):
            yield Shown((argument.arg,), _is_fixable(argument.annotation))


def _same_functions(body: list[ast.stmt]) -> dict[str, list[str]]:
    """The further names of each function: ``post = put = get``."""
    same: dict[str, list[str]] = {}
    for node in body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
            same.setdefault(node.value.id, []).extend(names)
    return same


OtherNames = dict[str, list[tuple[str, frozenset[str]]]]


def _other_names(tree: ast.Module) -> OtherNames:
    """By which names a class is used besides its own, each with the methods that it has anew there.

    An alias, an import under another name, an object that it describes, a class that inherits of it.
    """
    others: OtherNames = {}
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=other)], value=ast.Name(id=name)):
                others.setdefault(name, []).append((other, frozenset()))
            case ast.alias(name=name, asname=str(other)):
                others.setdefault(name, []).append((other, frozenset()))
            case ast.AnnAssign(target=ast.Name(id=other), annotation=ast.Name(id=name)) if name[0] == "_":
                others.setdefault(name, []).append((other, frozenset()))
            case ast.ClassDef(name=other, bases=bases, body=body):
                anew = frozenset(one.name for one in body if isinstance(one, ast.FunctionDef))
                for base in bases:
                    others.setdefault(ast.unparse(base).rpartition(".")[2], []).append((other, anew))
    return others


def _spoken(name: str, owner: str | None, others: OtherNames) -> tuple[str, ...]:
    """The words by which a function is used: a dunder method's are its class's."""
    if not name.startswith("__") or owner is None:
        return (name,)
    return (owner, *(other for other, anew in others.get(owner, ()) if name not in anew))


def _annotations(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.expr]:
    arguments = node.args
    every = [
        *arguments.posonlyargs,
        *arguments.args,
        *arguments.kwonlyargs,
        arguments.vararg,
        arguments.kwarg,
    ]
    annotations = [*(argument.annotation for argument in every if argument is not None), node.returns]
    return [one for one in annotations if one is not None]


def _is_fixable(annotation: ast.expr) -> bool:
    """Whether no word of the annotation says that nothing is changed there."""
    words = {node.value for node in ast.walk(annotation) if isinstance(node, ast.Constant)}
    return not words & {"exact", "lower"}


def _has_slot(annotation: ast.expr, aliases: set[str]) -> bool:
    wanted = {"HTTPStatus", "HTTPMethod"} | aliases
    return any(isinstance(node, ast.Name) and node.id in wanted for node in ast.walk(annotation))


def test_every_library_is_installed_for_its_stub_in_one_run() -> None:
    files = sorted((ROOT / "tests" / "libraries").glob("*.txt"))
    named = sorted(name for file in files for name in stubtest.libraries(file))
    assert named == sorted(LIBRARIES - NOT_INSTALLED)


@pytest.mark.parametrize("path", ENGINE + CODEMODS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_librarys_name_stands_in_code(path: Path) -> None:
    """A branch on a library's name would be a word that the stub language lacks.  Prose may name one."""
    found = sorted(
        {name for name in _names(ast.parse(path.read_text(encoding="utf-8"))) if name in LIBRARIES - FIELDS}
    )
    assert found == []


def _names(tree: ast.Module) -> Iterator[str]:
    """What may mean a library: imports, whole strings such as ``"flask.views"``, words of identifiers."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name.partition(".")[0] for alias in names)
            case ast.ImportFrom(module=str(module)):
                yield module.partition(".")[0]
            case ast.Constant(value=str(text)) if re.fullmatch(r"[\w.]+", text):
                yield text.partition(".")[0].lower()
            case (
                ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name) | ast.FunctionDef(name=name)
            ):
                yield from {name.lower(), *re.findall(r"[a-z]+\d*", name.lower())} - PLAIN_WORDS


# Options.


def _flake8_options() -> set[str]:
    manager = OptionManager(
        version="", plugin_versions="", parents=[argparse.ArgumentParser(add_help=False)], formatter_names=[]
    )
    Plugin.add_options(manager)
    assert all(option.parse_from_config for option in manager.options)
    return {str(option.long_option_name).removeprefix("--http-") for option in manager.options}


def test_flake8_has_an_option_for_each_setting() -> None:
    assert _flake8_options() == {field.name.replace("_", "-") for field in fields(Options)}


def test_every_option_is_documented() -> None:
    text = (ROOT / "docs" / "options.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^## `([\w-]+)`$", text, re.MULTILINE)) == _flake8_options()


def test_the_command_has_an_option_for_each_setting() -> None:
    parser = argparse.ArgumentParser()
    UseConstants.add_args(parser)
    given = {action.option_strings[-1].removeprefix("--") for action in parser._actions}
    assert given - {"help", "unsafe-fixes"} == _flake8_options()


def test_a_page_can_set_every_option() -> None:
    settings = {"stub" if name == "stubs" else name for name in _flake8_options()}
    assert settings | {"filename", "beside", "unsafe-fixes", "extend-select"} == pages.SETTINGS


# Packaging and contracts.


def test_the_import_contracts_hold() -> None:
    process = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert process.returncode == 0, process.stdout


def test_every_extra_that_the_hook_installs_is_the_projects() -> None:
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    wanted = PROJECT["project"]["optional-dependencies"]["codemod"]
    assert f"additional_dependencies: {json.dumps(wanted)}" in hooks


def test_the_changelog_knows_the_version() -> None:
    text = (ROOT / "docs" / "changelog.md").read_text(encoding="utf-8")
    assert f"## {PROJECT['project']['version']}" in text


def test_the_pages_name_the_version_of_the_project() -> None:
    for page in pages.PAGES:
        named = re.findall(r"flake8-http-status\n +rev: v(\S+)", page.read_text(encoding="utf-8"))
        assert set(named) <= {PROJECT["project"]["version"]}, page


def test_a_tag_is_released_by_a_workflow_without_a_password() -> None:
    yaml = pytest.importorskip("yaml")
    folder = ROOT / ".github" / "workflows"
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.yml")}
    release = yaml.safe_load(texts["release.yml"])
    assert release[True] == {"push": {"tags": ["v*"]}}  # YAML 1.1 reads "on" as true
    assert release["jobs"]["publish"]["permissions"] == {"id-token": "write"}
    assert ".ci/run" in texts["ci.yml"]
    assert not any(re.search(r"password:|secrets\.", text) for text in texts.values())


def test_a_wheel_holds_both_packages_with_their_data(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path, ROOT],
        check=True,
        capture_output=True,
        timeout=300,
    )
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    ours = {
        str(path.relative_to(folder))
        for folder, package in ((ROOT, "flake8_http_status"), (ROOT / "codemods", "http_status_codemods"))
        for path in (folder / package).rglob("*")
        if path.suffix in {".py", ".pyi"} or path.name == "py.typed"
    }
    pages = {
        str(Path("http_status_codemods", "docs", page.relative_to(ROOT / "docs")))
        for shelf in ("rules", "libraries")
        for page in (ROOT / "docs" / shelf).glob("*.md")
    }
    assert {name for name in packed if ".dist-info/" not in name} == ours | pages
    assert any(name.endswith("LICENSE") for name in packed)
    _explains_by_itself(wheel, tmp_path / "site")


def _explains_by_itself(wheel: Path, folder: Path) -> None:
    """What is in a wheel shows the pages without the project around it."""
    zipfile.ZipFile(wheel).extractall(folder)
    code = (
        "import sys; from http_status_codemods import _pages, cli; print(_pages.__file__, flush=True); "
        "sys.exit(cli.main(['explain', 'HTS101', 'requests']))"
    )
    process = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    first, page, *_ = process.stdout.splitlines()
    assert first.startswith(str(folder))
    assert page == "# HTS101: status-comparison"
    assert "\n# requests\n" in process.stdout


def test_linting_needs_neither_libcst_nor_the_codemods() -> None:
    code = (
        "import sys, flake8_http_status.plugin, flake8_http_status.detect\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('libcst', 'http_status_codemods')])"
    )
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert process.stdout == "[]\n"
