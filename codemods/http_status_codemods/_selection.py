"""Which rules are wanted where: ``select``, ``ignore`` and their kin, as flake8 weighs them.

Facts: https://flake8.pycqa.org/en/latest/user/violations.html; a test holds them against flake8.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from flake8_http_status.rules import DEFAULT, PREFIX, RULES
from http_status_codemods._matching import matches

_CODES = tuple(rule.code for rule in RULES)


@dataclass(frozen=True, slots=True)
class Selection:
    """What the user wants to hear of, by codes or their first letters; ``select`` None: the default.

    ``per_file_ignores`` are patterns of paths, each with what is ignored where it matches, and
    ``default`` the codes of the rules that are on where the user does not say.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    default: frozenset[str] = DEFAULT

    def for_us(self) -> Selection:
        """The same for a tool that reports our rules alone.

        Where ``select`` names none of them it is meant for flake8's other rules: who calls us by name
        wants to hear us all the same.
        """
        if any(map(_is_ours, (*(self.select or ()), *self.extend_select))):
            return self
        return replace(self, select=None)

    def codes(self, path: Path | None) -> frozenset[str]:
        """The codes of the rules that report in the file at ``path``."""
        return _chosen(self, self._ignored_in(path) if path is not None else ())

    def _ignored_in(self, path: Path) -> tuple[str, ...]:
        """What is ignored in the file at ``path`` alone: by the longest pattern, as flake8 has it."""
        matching = [entry for entry in self.per_file_ignores if matches(path, (entry[0],))]
        return max(matching, key=lambda entry: len(entry[0]))[1] if matching else ()


#: All rules that are on by default.
ALL = Selection()


def _is_ours(prefix: str) -> bool:
    return any(code.startswith(prefix) for code in _CODES)


@lru_cache(maxsize=256)
def _chosen(selection: Selection, ignored_here: tuple[str, ...]) -> frozenset[str]:
    chosen = (*(selection.select or ()), *selection.extend_select)
    ignored = (*selection.ignore, *selection.extend_ignore, *ignored_here)
    default = frozenset[str]() if selection.select is not None else selection.default
    return frozenset(code for code in _CODES if _is_wanted(code, chosen, ignored, default))


def _is_wanted(code: str, chosen: Iterable[str], ignored: Iterable[str], default: frozenset[str]) -> bool:
    """The longest of the prefixes that fit decides; where both are as long, the rule is ignored.

    A rule that is off by default must be meant: by more than what the codes of all rules start with.
    """
    if code not in DEFAULT:
        chosen = [prefix for prefix in chosen if len(prefix) > len(PREFIX)]
    for_it, against = _longest(code, chosen), _longest(code, ignored)
    if for_it is None:
        return code in default and against is None
    return against is None or for_it > against


def _longest(code: str, prefixes: Iterable[str]) -> int | None:
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=None)
