"""What the engine yields: a literal that stands where an HTTP constant is meant."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["status", "method"]
Context: TypeAlias = Literal["comparison", "argument", "value"]
Evidence: TypeAlias = Literal["resolved", "named"]
Fix: TypeAlias = Literal["safe", "unsafe", "none"]
Value: TypeAlias = Literal["never", "needed", "always"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where a literal stands: lines from 1, columns from 0 in characters, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the constant may stand in the literal's place, and the reason in a short phrase.

    ``plain``: the member's ``.value``, which is the very number or text, may stand there in any case.
    """

    fix: Fix
    reason: str
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A literal in an HTTP context.

    ``source`` is the literal as it is spelled, ``member`` the name of the constant in its enum,
    ``evidence`` says whether the place was resolved to a known API or goes by names alone, and
    ``by_value`` whether the member's ``.value`` is to be written.
    """

    span: Span
    source: str
    kind: Kind
    context: Context
    member: str
    evidence: Evidence
    verdict: Verdict
    by_value: bool = False

    @property
    def enum(self) -> str:
        """The enum's name in the standard library's ``http`` module."""
        return "HTTPStatus" if self.kind == "status" else "HTTPMethod"

    @property
    def attribute(self) -> str:
        """What is written behind the enum and a dot: ``NOT_FOUND``, or ``NOT_FOUND.value``."""
        return f"{self.member}.value" if self.by_value else self.member

    @property
    def replacement(self) -> str:
        """The constant as people write it: ``HTTPStatus.NOT_FOUND``."""
        return f"{self.enum}.{self.attribute}"
