"""``fix --interactive``: one hunk after the other, as ``git add -p`` walks them."""
from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from flake8_http_status.findings import Finding
from flake8_http_status.parsing import tree_of
from http_status_codemods import tree
from http_status_codemods._inspect import Inspected
from http_status_codemods._records import Change
from http_status_codemods._text import rewrite_text

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_CONTEXT = 3
_ANSWERS = {
    "y": "replace what this hunk shows",
    "n": "do not",
    "a": "replace this and all later hunks of the file",
    "d": "replace neither this nor a later hunk of the file",
    "q": "quit: neither this nor any hunk that is left; what was answered before holds",
    "?": "show this help",
}


@dataclass(frozen=True, slots=True)
class Hunk:
    """A part of a file's change: its rows as a diff has them, and the findings whose literals it replaces."""

    rows: tuple[str, ...]
    findings: tuple[Finding, ...]


class Walk:
    """Asks for each hunk, over the files of a run."""

    def __init__(self, *, colour: bool) -> None:
        self.quit = False
        self._colour = colour

    def over(self, path: Path, change: Change, *, write: bool) -> tuple[Finding, ...]:
        """Ask for each hunk of the file at ``path``; gives what was replaced, or would be without ``write``.

        Raises FileError where the file cannot be written.
        """
        wanted = self.chosen(path, change)
        if wanted and write:
            tree.replace(path, change.before, _rewritten(path, change, wanted))
        return wanted

    def chosen(self, path: Path, change: Change) -> tuple[Finding, ...]:
        """The findings of ``change`` that the user wants replaced in the file at ``path``."""
        found = list(hunks(path, change))
        print(self._painted(f"--- {path}", "1"))
        wanted: list[Finding] = []
        for number, hunk in enumerate(found, start=1):
            match self._answer(hunk, f"({number}/{len(found)}) Replace this hunk [y,n,a,d,q,?]? "):
                case "y":
                    wanted += hunk.findings
                case "a":
                    wanted += [each for later in found[number - 1 :] for each in later.findings]
                    break
                case "d":
                    break
                case "q":
                    self.quit = True
                    break
        return tuple(wanted)

    def _answer(self, hunk: Hunk, question: str) -> str:
        self._show(hunk)
        while True:
            try:
                answer = input(self._painted(question, "1;34")).strip().lower()
            except EOFError:  # nobody is there any more
                print()
                return "q"
            except KeyboardInterrupt:
                print()  # what is said now gets a line of its own
                raise
            if answer in _ANSWERS and answer != "?":
                return answer
            for key, meaning in _ANSWERS.items():
                print(self._painted(f"{key} - {meaning}", "1;31"))
            self._show(hunk)

    def _show(self, hunk: Hunk) -> None:
        for row in hunk.rows:
            print(self._painted(row, {"-": "31", "+": "32", "@": "36"}.get(row[:1], "")))

    def _painted(self, text: str, colour: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self._colour and colour else text


def _rewritten(path: Path, change: Change, wanted: Sequence[Finding]) -> bytes:
    """The file's bytes with ``wanted`` replaced, and the import that these need."""
    text = tree.decode(path, change.before)
    found = Inspected(text.source, tree_of(text.source), tuple(wanted), path)
    source = rewrite_text(text.source, wanted, found.plan_for(wanted), found.tree)
    tree_of(source)
    return tree.encode(text, source)


def hunks(path: Path, change: Change) -> Iterator[Hunk]:
    """The hunks of ``change`` that replace a literal; the one that only brings an import is none.

    The import comes with the first literal that is wanted.
    """
    before = tree.decode(path, change.before)
    old = _LINE.findall(before.source)
    new = _LINE.findall(tree.decode(path, change.after).source)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for group in matcher.get_grouped_opcodes(_CONTEXT):
        first, last = group[0][1], group[-1][2]
        inside = tuple(one for one in change.replaced if first < one.span.line <= last)
        if inside:
            yield Hunk(tuple(_rows(group, old, new)), inside)


def _rows(group: Sequence[tuple[str, int, int, int, int]], old: list[str], new: list[str]) -> Iterator[str]:
    (_, i1, _, j1, _), (_, _, i2, _, j2) = group[0], group[-1]
    yield f"@@ -{i1 + 1},{i2 - i1} +{j1 + 1},{j2 - j1} @@"
    for kind, start, end, new_start, new_end in group:
        if kind == "equal":
            yield from (f" {_shown(line)}" for line in old[start:end])
        else:
            yield from (f"-{_shown(line)}" for line in old[start:end])
            yield from (f"+{_shown(line)}" for line in new[new_start:new_end])


def _shown(line: str) -> str:
    """A line without its end and without what a terminal would obey."""
    text = line.rstrip("\r\n")
    return "".join(one if one == "\t" or one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in text)
