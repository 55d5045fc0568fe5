"""What ``fix`` did, by rule and by folder."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from flake8_http_status.findings import Finding
from flake8_http_status.rules import RULES, rule_for
from http_status_codemods._words import counted

_FOLDERS = 10


class Summary:
    """Counts what a run replaced."""

    def __init__(self) -> None:
        self.files = 0
        self._by_rule: Counter[str] = Counter()
        self._by_folder: Counter[Path] = Counter()

    @property
    def replaced(self) -> str:
        """How many of what were replaced: literals, constants, or findings of any kind."""
        problems = {rule.problem for rule in RULES if self._by_rule[rule.code]}
        number = self._by_rule.total()
        if problems <= {"literal"}:
            return counted(number, "literal")
        constants = all(problem.endswith("constant") for problem in problems)
        return counted(number, "constant" if constants else "finding")

    def add(self, path: Path, replaced: Iterable[Finding]) -> None:
        """Count what was replaced in the file at ``path``."""
        codes = [rule_for(finding).code for finding in replaced]
        self.files += 1
        self._by_rule.update(codes)
        self._by_folder[path.parent] += len(codes)

    def lines(self, done: str) -> Iterator[str]:
        """The summary for people; ``done`` is what was done: ``replaced``."""
        if self.files > 1:
            yield from _table([(rule.code, rule.name, self._by_rule[rule.code]) for rule in RULES])
            folders = self._by_folder.most_common(_FOLDERS)
            yield from _table([(str(folder), "", number) for folder, number in sorted(folders)])
            if (rest := len(self._by_folder) - _FOLDERS) > 0:
                yield f"  … and {counted(rest, 'folder')} with less"
        yield f"{self.replaced} in {counted(self.files, 'file')} {done}"


def _table(rows: list[tuple[str, str, int]]) -> Iterator[str]:
    rows = [row for row in rows if row[2]]
    heads = [f"{first} {second}".rstrip() for first, second, _ in rows]
    width = max(map(len, heads), default=0)
    numbers = [f"{number:,}" for *_, number in rows]
    digits = max(map(len, numbers), default=0)
    for head, number in zip(heads, numbers, strict=True):
        yield f"  {head:<{width}}  {number:>{digits}}"
