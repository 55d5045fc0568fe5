"""What the engine yields: a place where an HTTP constant is meant or misused, and what to write there."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["status", "method"]
Context: TypeAlias = Literal["comparison", "argument", "value"]
Evidence: TypeAlias = Literal["resolved", "named"]
Fix: TypeAlias = Literal["safe", "unsafe", "none"]
Value: TypeAlias = Literal["never", "needed", "always"]
Style: TypeAlias = Literal["constant", "literal"]
#: What is wrong in a place; with kind and context it decides the rule (``rules.py``).
Problem: TypeAlias = Literal[
    "literal", "unknown", "identity", "text-comparison", "case", "as-text", "not-in-target", "renamed",
    "unguarded", "rejected", "client-constant", "codes-constant", "framework-constant", "project-constant",
    "class", "constant",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where an expression stands: lines from 1, columns from 0 in characters, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the edit may be made, and the reason in a short phrase.

    ``plain``: the member's ``.value``, which is the very number or text, may stand there in any case.
    """

    fix: Fix
    reason: str
    plain: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Import:
    """A name that a replacement needs: what ``from module import name`` binds.

    ``is_module`` where the name is a module itself, so that ``import module`` alone does not bring it.
    """

    module: str
    name: str
    is_module: bool = False

    @property
    def meaning(self) -> str:
        """The dotted name of what is imported: ``http.HTTPStatus``."""
        return f"{self.module}.{self.name}"


@dataclass(frozen=True, slots=True)
class Edit:
    """An expression that takes the place of another: texts, and names that must be imported, in their order.

    It stands in its place without brackets of its own.
    """

    parts: tuple[str | Import, ...]

    @property
    def imports(self) -> tuple[Import, ...]:
        """The names that must be imported, each once."""
        return tuple(dict.fromkeys(part for part in self.parts if isinstance(part, Import)))

    def spelled(self, spellings: Mapping[Import, str]) -> str:
        """The text with each name as ``spellings`` has it."""
        return "".join(part if isinstance(part, str) else spellings[part] for part in self.parts)

    @property
    def text(self) -> str:
        """The text with each name as people write it: ``HTTPStatus.NOT_FOUND``."""
        return "".join(part if isinstance(part, str) else part.name for part in self.parts)


@dataclass(frozen=True, slots=True)
class Finding:
    """A place where an HTTP constant is meant, or where one is misused.

    ``source`` is what stands there and ``edit`` what should, if that is known.  ``evidence`` says whether
    the place was resolved to a known API or goes by names alone.  ``says`` is what the user reads where
    the message is not that of a literal; a finding without an edit must have one.
    """

    span: Span
    source: str
    kind: Kind
    context: Context
    evidence: Evidence
    verdict: Verdict
    edit: Edit | None = None
    problem: Problem = "literal"
    says: str = ""

    @property
    def replacement(self) -> str | None:
        """The edit as people write it, such as ``HTTPStatus.NOT_FOUND``; None where there is none."""
        return self.edit.text if self.edit is not None else None

    @property
    def message(self) -> str:
        """What the user reads after the code: ``use HTTPStatus.NOT_FOUND instead of 404``."""
        return self.says or f"use {self.replacement} instead of {self.source}"


def member_edit(kind: Kind, attribute: str) -> Edit:
    """The member of ``http``'s enum for ``kind``; ``attribute`` is ``NOT_FOUND`` or ``NOT_FOUND.value``."""
    return Edit((ENUMS[kind], f".{attribute}"))


ENUMS: dict[Kind, Import] = {
    "status": Import("http", "HTTPStatus"),
    "method": Import("http", "HTTPMethod"),
}
