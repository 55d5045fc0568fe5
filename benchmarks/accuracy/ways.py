"""How the tool knows what it reports: the count of right and wrong sites for each way of knowing.

A finding says only "resolved" or "named".  Here the engine is asked once more, while each way of
knowing leaves its name as a word on the slots that it finds: the functions of ``evidence.WAYS`` in a
wrapper, the entries of ``_by_name.pyi`` in a copy of that file.  Words travel with the slot, so the
name arrives wherever the knowledge does; here, unlike elsewhere, through another literal, too.
"""
from __future__ import annotations

import ast
import tokenize
import warnings
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias
from unittest.mock import patch

from benchmarks.accuracy.data import Label, Site
from benchmarks.accuracy.measures import ByFolder
from benchmarks.accuracy.ours import TARGET
from flake8_http_status import evidence, infer, knowledge
from flake8_http_status.config import parse_target
from flake8_http_status.contexts import Expected
from flake8_http_status.detect import Detector
from flake8_http_status.literals import candidates
from flake8_http_status.slots import slot
from flake8_http_status.types import Slot, Type, join, options
from flake8_http_status.unit import BY_NAME, Unit
from http_status_codemods._project import detector_for

Infers: TypeAlias = Callable[[Unit, ast.expr], Type | None]

_MARK = "by="
_ENUMS = frozenset({"HTTPStatus", "HTTPMethod"})
#: The site was reported, and yet asking again did not tell how.
UNTOLD = "(not told)"


@dataclass(slots=True)
class Count:
    """The reported sites that one way of knowing brought: by the labels, and of the migrations."""

    true: int = 0
    false: int = 0
    migrated: int = 0


class Attribution:
    """Says for a place in a folder which way of knowing speaks for it; ``close`` when done."""

    def __init__(self) -> None:
        self._temporary = TemporaryDirectory(prefix="accuracy-")
        stubs = Path(self._temporary.name)
        source = (knowledge.SHIPPED / f"{BY_NAME}.pyi").read_text(encoding="utf-8")
        (stubs / f"{BY_NAME}.pyi").write_text(marked(source), encoding="utf-8")
        self._stubs = (stubs,)
        marked_ways = {kind: tuple(map(_marking, ways)) for kind, ways in evidence.WAYS.items()}
        self._patches = ExitStack()
        self._patches.enter_context(patch.dict(evidence.WAYS, marked_ways))
        self._patches.enter_context(patch.object(infer, "_infer", _passed_on(infer._infer)))

    def close(self) -> None:
        """Remove what was written, and leave the engine as it was."""
        self._patches.close()
        self._temporary.cleanup()

    def of(self, folder: Path, path: str, places: Iterable[tuple[int, int]]) -> Iterator[str]:
        """The way of knowing for each of ``places`` (line from 1, column from 0) in a file of ``folder``."""
        detector = detector_for([folder], self._stubs)
        told = _told(detector, folder / path)
        return (told.get(place, UNTOLD) for place in places)


def marked(source: str) -> str:
    """A stub in which every annotation that names an enum also names its own entry."""
    tree = ast.parse(source)
    for section in tree.body:
        if isinstance(section, ast.ClassDef):
            for entry in section.body:
                _Marking(f"{_MARK}by_name.{section.name}.{_entry(entry)}").visit(entry)
    return ast.unparse(ast.fix_missing_locations(tree))


def _entry(statement: ast.stmt) -> str:
    match statement:
        case ast.AnnAssign(target=ast.Name(id=name)) | ast.FunctionDef(name=name):
            return name
    return "(alias)"


class _Marking(ast.NodeTransformer):
    def __init__(self, mark: str) -> None:
        self._mark = mark

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id not in _ENUMS:
            return node
        parts = ast.Tuple([node, ast.Constant(self._mark)], ast.Load())
        return ast.Subscript(ast.Name("Annotated", ast.Load()), parts, ast.Load())


def _told(detector: Detector, path: Path) -> dict[tuple[int, int], str]:
    """The way of knowing for each literal of a file that the engine has something to say of."""
    with tokenize.open(path) as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = file.read()
        tree = ast.parse(source)
    target = parse_target(TARGET)
    assert target is not None
    unit = detector.world.adopt(tree, source, path)
    found: dict[tuple[int, int], str] = {}
    for candidate in candidates(tree, source, target):
        wanted = slot(evidence.expected(unit, candidate.node).type, candidate.kind)
        if wanted is not None:
            found[candidate.span.line, candidate.span.column] = _way(wanted)
    return found


def _way(wanted: Slot) -> str:
    if wanted.evidence == "resolved":
        return "resolved"
    # A way beside the literal that asked for a name leaves both: it comes first in the alphabet.
    marks = sorted(word.removeprefix(_MARK) for word in wanted.words if word.startswith(_MARK))
    return marks[0] if marks else "named"


def _marking(way: evidence.Way) -> evidence.Way:
    """``way`` with its name left on what it finds."""

    def asked(unit: Unit, node: ast.Constant) -> Expected | None:
        found = way(unit, node)
        return replace(found, type=_with_mark(found.type, f"beside.{way.__name__}")) if found else None

    return asked


def _passed_on(infers: Infers) -> Infers:
    """``infers``, by which a literal passes on the marks with what is known of it, and no other words."""

    def asked(unit: Unit, node: ast.expr) -> Type | None:
        found = infers(unit, node)
        if not (isinstance(node, ast.Constant) and isinstance(found, Slot)):
            return found
        known = slot(unit.flow(node), found.kind)
        marks = (word for word in known.words if word.startswith(_MARK)) if known is not None else ()
        return replace(found, words=frozenset(marks))

    return asked


def _with_mark(of: Type | None, mark: str) -> Type | None:
    words = frozenset({_MARK + mark})
    return join(
        replace(option, words=option.words | words) if isinstance(option, Slot) else option
        for option in options(of)
    )


def count(
    corpus: Path, labels: Iterable[Label], migrations: Iterable[Site], found: ByFolder
) -> dict[str, Count]:
    """The counts by way of knowing, for the sites that ``found`` reports; the most frequent first."""
    right: defaultdict[tuple[str, str], dict[tuple[int, int], Counter[str]]]
    right = defaultdict(lambda: defaultdict(Counter))
    for label in labels:
        if found[label.site.folder].at(label.site) is not None:
            _note(right, label.site, "true" if label.right else "false")
    for site in migrations:
        if found[site.folder].at(site) is not None:
            _note(right, site, "migrated")
    counts: defaultdict[str, Count] = defaultdict(Count)
    attribution = Attribution()
    try:
        for (folder, path), places in sorted(right.items()):
            for place, way in zip(places, attribution.of(corpus / folder, path, places), strict=True):
                counts[way].true += places[place]["true"]
                counts[way].false += places[place]["false"]
                counts[way].migrated += places[place]["migrated"]
    finally:
        attribution.close()
    return dict(sorted(counts.items(), key=lambda item: (-item[1].true - item[1].migrated, item[0])))


def _note(
    right: defaultdict[tuple[str, str], dict[tuple[int, int], Counter[str]]], site: Site, what: str
) -> None:
    right[site.folder, site.path][site.line, site.column][what] += 1
