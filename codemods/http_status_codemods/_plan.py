"""How the names that edits need are written in one module, and which edits cannot be made there."""
from __future__ import annotations

import sys
from dataclasses import dataclass, field

from flake8_http_status.findings import Finding, Import, Span
from http_status_codemods._unused import Unused


@dataclass(frozen=True, slots=True)
class Plan:
    """How to write the names that edits need in one module.

    ``spellings`` gives a name's expression (``HTTPStatus``, ``S``, ``http.HTTPStatus``), ``refusals``
    why a name cannot be written there; ``spellings_at`` and ``refusals_at`` say the same of single
    places.  ``missing`` are the names that a new import must bring, and ``limit`` is the index of the
    first top-level statement that holds one of them: the import stands before it.  ``unused`` are the
    imported names that were only for what the edits replace.
    """

    spellings: dict[Import, str] = field(default_factory=dict)
    refusals: dict[Import, str] = field(default_factory=dict)
    missing: tuple[Import, ...] = ()
    limit: int = sys.maxsize
    spellings_at: dict[tuple[Span, Import], str] = field(default_factory=dict)
    refusals_at: dict[tuple[Span, Import], str] = field(default_factory=dict)
    unused: tuple[Unused, ...] = ()
    #: The imports in functions that go, by line (from 1) and column (from 0).
    unused_lines: tuple[tuple[int, int], ...] = ()

    def text(self, finding: Finding) -> str | None:
        """The edit of ``finding`` as it is written in its place, None where it has none or is refused."""
        if finding.edit is None:
            return None
        spelled = {each: self._spelling(finding.span, each) for each in finding.edit.imports}
        known = {each: text for each, text in spelled.items() if text is not None}
        return finding.edit.spelled(known) if len(known) == len(spelled) else None

    def _spelling(self, span: Span, wanted: Import) -> str | None:
        if (span, wanted) in self.refusals_at:
            return None
        return self.spellings_at.get((span, wanted)) or self.spellings.get(wanted)

    def needs_import(self, finding: Finding) -> bool:
        """Whether the edit of ``finding`` stands on a name that a new import brings."""
        wanted = finding.edit.imports if finding.edit is not None else ()
        return any(one in self.missing and (finding.span, one) not in self.spellings_at for one in wanted)

    def refusal(self, finding: Finding) -> str | None:
        """Why the edit of ``finding`` cannot be written in its place, None where it can."""
        for wanted in finding.edit.imports if finding.edit is not None else ():
            if self._spelling(finding.span, wanted) is None:
                return self.refusals_at.get((finding.span, wanted)) or self.refusals.get(wanted)
        return None

    @property
    def reasons(self) -> list[str]:
        """All that was refused, each reason once."""
        return list(dict.fromkeys([*self.refusals.values(), *self.refusals_at.values()]))
