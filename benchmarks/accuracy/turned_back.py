"""How many of the constants that people wrote would have been found as literals.

In a copy of each project the constants for statuses and methods are turned back into what they stand for, and
their imports are taken out.  What ``check`` does not report there is missed: each is a place where somebody
meant a status or method, in code that nobody wrote for this tool.

    python -m benchmarks.accuracy.turned_back --missed FOLDER ...

A bound (``status < HTTPStatus.BAD_REQUEST``) is none of them: a literal may stay there.
"""
from __future__ import annotations

import argparse
import ast
import re
import sys
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http import HTTPMethod, HTTPStatus
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.accuracy.environments import ToolError
from benchmarks.accuracy.ours import check

#: Where constants come from: a module, what is imported from it, and what that is.
_OWNERS = {
    ("http", "HTTPStatus"): "status", ("http", "HTTPMethod"): "method", ("http", "client"): "status",
    ("six.moves", "http_client"): "status", ("requests", "codes"): "status",
    ("rest_framework", "status"): "numbered", ("starlette", "status"): "numbered",
    ("fastapi", "status"): "numbered",
}  # fmt: skip
_MODULES = {
    "http.client": "status", "http": "http", "requests": "requests", "rest_framework.status": "numbered",
    "starlette.status": "numbered", "fastapi.status": "numbered",
}  # fmt: skip
_NUMBERED = re.compile(r"HTTP_(\d{3})_")
_NEW_NAMES = {
    "CONTENT_TOO_LARGE": 413, "URI_TOO_LONG": 414, "RANGE_NOT_SATISFIABLE": 416, "UNPROCESSABLE_CONTENT": 422,
}  # fmt: skip
_STATUSES = {**{name: int(one) for name, one in HTTPStatus.__members__.items()}, **_NEW_NAMES}
_METHODS = {name: str(one.value) for name, one in HTTPMethod.__members__.items()}
#: Lines that ``str.splitlines`` counts and the parser does not, or the other way round.
_OTHER_LINES = re.compile("[\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_BOUNDS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


@dataclass(frozen=True, slots=True, order=True)
class Site:
    """A constant that became a literal: its line (from 1), its column (from 0, in characters), its value."""

    line: int
    column: int
    value: str


@dataclass(frozen=True, slots=True)
class _Edit:
    """What replaces a piece of a line (from 1); columns from 0, in bytes of UTF-8."""

    line: int
    column: int
    end: int
    text: str
    is_site: bool


def turn_back(source: str) -> tuple[str, list[Site]]:
    """``source`` with literals for constants, and where they stand; as it is where it has none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(source)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    names, imports = _imported(tree)
    edits = [
        _Edit(node.lineno, node.col_offset, node.end_col_offset or 0, text, is_site=True)
        for node, text in _constants(tree, parents, names)
        if node.lineno == node.end_lineno
    ]
    return _apply(source, [*edits, *imports]) if edits else (source, [])


def _imported(tree: ast.Module) -> tuple[dict[str, str], list[_Edit]]:
    """What the names of a module are that bring constants, and how their imports are taken out."""
    names: dict[str, str] = {}
    edits: list[_Edit] = []
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=aliases):
                for one in aliases:
                    bound = one.asname or ("http" if one.name == "http.client" else one.name)
                    kind = "http" if one.name == "http.client" and not one.asname else _MODULES.get(one.name)
                    names.update({bound: kind} if kind else {})
            case ast.ImportFrom(module=str(module), names=aliases, level=0) if node.lineno == node.end_lineno:
                kinds = {one: _kind(module, one.name) for one in aliases}
                names.update((one.asname or one.name, kind) for one, kind in kinds.items() if kind)
                left = [ast.unparse(one) for one, kind in kinds.items() if not kind]
                if len(left) < len(aliases):
                    text = f"from {module} import {', '.join(left)}" if left else "pass"
                    end = node.end_col_offset or 0
                    edits.append(_Edit(node.lineno, node.col_offset, end, text, is_site=False))
    return names, edits


def _kind(module: str, name: str) -> str | None:
    owner = module.removesuffix(".status") if module.endswith(".status") else module
    if (owner, "status") in _OWNERS and (number := _NUMBERED.match(name)):
        return number.group(1)
    return _OWNERS.get((module, name))


def _constants(
    tree: ast.Module, parents: dict[ast.AST, ast.AST], names: dict[str, str]
) -> Iterator[tuple[ast.expr, str]]:
    for node in ast.walk(tree):
        value = _value(node, names) if isinstance(node, ast.Attribute | ast.Name) else None
        if value is None or not isinstance(node, ast.expr):
            continue
        around = parents[node]
        if isinstance(around, ast.Attribute) and around.attr == "value":
            node, around = around, parents[around]
        match around:
            case ast.Attribute() | ast.FormattedValue() | ast.arg():
                continue  # Something else of the member, or another text.
            case ast.Call(func=func) if func is node:
                continue
            case ast.Compare(ops=ops) if any(isinstance(one, _BOUNDS) for one in ops):
                continue
        yield node, f'"{value}"' if isinstance(value, str) else str(value)


def _value(node: ast.Attribute | ast.Name, names: dict[str, str]) -> int | str | None:
    match node:
        case ast.Name(id=name, ctx=ast.Load()):
            number = names.get(name, "")
            return int(number) if number.isdigit() else None
        case ast.Attribute(value=owner, attr=name):
            match _owner(owner, names):
                case "status":
                    return _STATUSES.get(name.upper())
                case "method":
                    return _METHODS.get(name)
                case "numbered" if found := _NUMBERED.match(name):
                    return int(found.group(1))
    return None


def _owner(node: ast.expr, names: dict[str, str]) -> str | None:
    match node:
        case ast.Name(id=name):
            return names.get(name)
        case ast.Attribute(value=ast.Name(id=module), attr=name):
            return _OWNERS.get((names.get(module) or module, name))
    return None


def _apply(source: str, edits: Iterable[_Edit]) -> tuple[str, list[Site]]:
    lines = source.splitlines(keepends=True)
    sites: list[Site] = []
    for number in {one.line for one in edits}:
        raw, done, at = lines[number - 1].encode(), b"", 0
        for one in sorted((one for one in edits if one.line == number), key=lambda one: one.column):
            done += raw[at : one.column]
            if one.is_site:
                sites.append(Site(number, len(done.decode()), one.text))
            done, at = done + one.text.encode(), one.end
        lines[number - 1] = (done + raw[at:]).decode()
    return "".join(lines), sorted(sites)


def copy(folder: Path, to: Path) -> dict[str, list[Site]]:
    """Write ``folder``'s Python files to ``to`` with literals; the sites of each by its relative path."""
    found: dict[str, list[Site]] = {}
    for path in sorted(folder.rglob("*.py")):
        if not path.is_file() or path.is_symlink():
            continue
        source = path.read_bytes().decode("utf-8", "surrogateescape")
        inside = path.relative_to(folder)
        try:
            text, sites = (source, []) if _OTHER_LINES.search(source) else turn_back(source)
            ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            text, sites = source, []
        target = to / inside
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8", "surrogateescape"))
        if sites:
            found[inside.as_posix()] = sites
    return found


def missed(folder: Path) -> tuple[int, list[tuple[str, Site, str]]]:
    """How many constants of ``folder`` there are, and those that are not reported: path, site, its line.

    Raises ToolError.
    """
    with TemporaryDirectory(prefix="turned-back-") as to:
        copied = Path(to).resolve() / folder.name
        sites = copy(folder, copied)
        reports = check(copied).all if sites else ()
        seen = {(one.path, one.line, one.column) for one in reports}
        lost = [
            (path, site, (copied / path).read_text("utf-8", "replace").split("\n")[site.line - 1].strip())
            for path, several in sites.items()
            for site in several
            if (path, site.line, site.column) not in seen
        ]
    return sum(map(len, sites.values())), lost


def main() -> int:
    """Print a row for each folder, and one for all."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--missed", action="store_true", help="list what is missed, too")
    arguments = parser.parse_args()
    total, lost = 0, 0
    print("| project | constants | found | missed |\n| --- | --- | --- | --- |")
    for folder in arguments.folders:
        try:
            number, rows = missed(folder)
        except ToolError as error:
            print(f"{folder}: {error}", file=sys.stderr)
            return 2
        total, lost = total + number, lost + len(rows)
        print(f"| {folder.name} | {number} | {number - len(rows)} | {len(rows)} |")
        for path, site, text in rows if arguments.missed else ():
            place = f"{folder.name}/{path}:{site.line}:{site.column + 1}"
            print(f"{place}: {site.value}: {text}", file=sys.stderr)
    share = f" ({(total - lost) / total:.4f})" if total else ""
    print(f"| all | {total} | {total - lost}{share} | {lost} |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
