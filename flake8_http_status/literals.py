"""Which literals could mean HTTP, and how they are spelled."""
from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from flake8_http_status.constants import METHODS, RENAMED, STATUSES, Member, method_member, status_member
from flake8_http_status.findings import Kind, Span
from flake8_http_status.nodes import TemplateStr, children, has_one
from flake8_http_status.prefilter import line_starts, lines_of, one_of
from flake8_http_status.requirements import Version

#: What a file must hold one of for a candidate: a status code; a quoted method, or two short
#: strings side by side that may make one up.  Escapes in strings (``"\\x47ET"``) are out of scope.
PATTERNS = (
    rf"[1-5](?<![\w.].){one_of(STATUSES)}(?![0-9._jJ])",
    r"['\"](?:(?i:" + "|".join(METHODS) + r")['\"]"
    r"|[A-Za-z]{1,6}['\"][\s\\]*[rRuU]?['\"][A-Za-z]{1,6}['\"])",
)
# A method may be spelled with escapes, so every line with a backslash is looked at.
_ANYWHERE = (*PATTERNS, r"\\")
_PLAIN_NUMBER = re.compile(r"[1-5]\d\d")
_SHORT_TEXT = re.compile(r"""(?<!['"\w])(['"])[\w /:.=-]+\1(?!['"])""")
_PARTS = re.compile(r"\d+|[A-Z]+")
_IDENTIFIER_WORDS = re.compile(r"[A-Z0-9]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A literal whose value is a status code or a method, with the constant's name for the target."""

    node: ast.Constant
    kind: Kind
    value: int | str
    member: Member
    source: str
    span: Span


class Text:
    """The source by lines, as the parser counts them: only CR, LF and CRLF end a line."""

    def __init__(self, source: str) -> None:
        self.source = source
        # Of a long file few lines are asked for; as many texts they would take its size thrice.
        self._starts = line_starts(source)

    @cached_property
    def quote(self) -> str:
        """The quote that most short texts of the source have."""
        numbers = range(1, len(self._starts))
        marks = [mark for number in numbers for mark in _SHORT_TEXT.findall(self.line(number))]
        return "'" if marks.count("'") > marks.count('"') else '"'

    def line(self, number: int) -> str:
        """A line (from 1) with its end."""
        return self.source[self._starts[number - 1] : self._starts[number]]

    def characters(self, line: int, column: int) -> int:
        """A column in characters from a column in UTF-8 bytes, both from 0; ``line`` from 1."""
        text = self.line(line)
        if text.isascii():
            return column
        return len(text.encode("utf-8", "surrogatepass")[:column].decode("utf-8", "replace"))

    def span(self, node: ast.expr | ast.alias) -> Span:
        """Where ``node`` stands."""
        assert node.end_lineno is not None and node.end_col_offset is not None
        return Span(
            node.lineno,
            self.characters(node.lineno, node.col_offset),
            node.end_lineno,
            self.characters(node.end_lineno, node.end_col_offset),
        )

    def between(self, span: Span) -> str:
        """The text of a span."""
        rows = [*map(self.line, range(span.line, span.end_line + 1))]
        rows[-1] = rows[-1][: span.end_column]
        rows[0] = rows[0][span.column :]
        return "".join(rows)


def candidates(tree: ast.Module, source: str, target: Version) -> Iterator[Candidate]:
    """The literals of ``tree`` that may be a status code or a method, in no particular order.

    Left out: what no constant stands for in ``target``, strings alone in a statement, parts of
    f-strings, and numbers that are not written as three digits (``0o640`` is no 416).
    """
    text: Text | None = None
    for node in _constants(tree, candidate_lines(source)):
        if _member(node.value, target) is not None:
            text = text or Text(source)
            found = candidate(node, text, target)
            if found is not None:
                yield found


def candidate_lines(source: str) -> list[int]:
    """The lines (from 1, sorted) where a candidate may begin."""
    return lines_of(_ANYWHERE, source)


def candidate(node: ast.expr, text: Text, target: Version) -> Candidate | None:
    """The literal ``node`` as a candidate, None where it is none; ``text`` is the source."""
    if not isinstance(node, ast.Constant):
        return None
    member = _member(node.value, target)
    if member is None:
        return None
    span = text.span(node)
    spelled = text.between(span)
    match node.value:
        case int(value) if _PLAIN_NUMBER.fullmatch(spelled):
            return Candidate(node, "status", value, member, spelled, span)
        case str(value):
            return Candidate(node, "method", value, member, spelled, span)
    return None


def _constants(tree: ast.Module, lines: list[int]) -> Iterator[ast.Constant]:
    """The numbers and texts in ``tree`` of the statements and expressions that have one of ``lines``."""
    work: list[ast.AST] = [tree]
    while work:
        node = work.pop()
        match node:
            case ast.Constant(value=int() | str()):
                yield node
            case ast.JoinedStr() | TemplateStr() | ast.Expr(value=ast.Constant()):
                pass
            case _:
                work.extend(one for one in children(node) if has_one(one, lines))


def _member(value: object, target: Version) -> Member | None:
    match value:
        case bool():
            return None
        case int() if value in STATUSES:
            return status_member(value, target)
        case str() if len(value) <= 7 and value.upper() in METHODS:
            return method_member(value.upper(), target)
    return None


def names_itself(name: str, candidate: Candidate) -> bool:
    """Whether a constant called ``name`` already says the value: ``HTTP_NOT_FOUND``, ``GET``."""
    if not name.isupper():
        return False
    return str(candidate.value) in _PARTS.findall(name) or says_member(name, candidate.value)


def says_member(name: str, value: int | str) -> bool:
    """Whether the member for ``value`` is in the name of a constant: ``HTTP_NOT_FOUND`` for 404."""
    return any(f"_{one}_" in f"_{name}_" for one in _names(value))


def is_phrase(text: str, code: int) -> bool:
    """Whether ``text`` is the reason phrase of the status ``code``, or its status line.

    ``"Not Found"``, ``"404 Not Found"`` and ``"HTTP/1.1 404 Not Found"`` for 404.
    """
    said = "_".join(_IDENTIFIER_WORDS.findall(text.upper()))
    return any(said == one or f"_{said}".endswith(f"_{code}_{one}") for one in _names(code))


def ends_with_member(name: str, value: int | str) -> bool:
    """Whether a name in lower case ends with the member for ``value``: ``service_not_found`` for 404."""
    return any(f"_{name}".endswith(f"_{one.lower()}") for one in _names(value))


def _names(value: int | str) -> list[str]:
    """What the member for a value is called, in any version of Python."""
    if isinstance(value, str):
        return [value.upper()]
    return [names[value].name for names in (STATUSES, RENAMED) if value in names]
