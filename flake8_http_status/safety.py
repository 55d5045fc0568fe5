"""May the enum member stand in the literal's place? safe, unsafe or none, and why."""
from __future__ import annotations

from flake8_http_status.config import Version
from flake8_http_status.findings import Context, Verdict
from flake8_http_status.literals import Candidate
from flake8_http_status.types import Slot

#: Since Python 3.11, str() of an HTTPStatus is its number
#: (https://docs.python.org/3/whatsnew/3.11.html#enum, ReprEnum).
TEXT_IS_VALUE: Version = (3, 11)
EQUAL = Verdict("safe", "compares equal and converts to the same value")


def verdict(candidate: Candidate, slot: Slot, context: Context, target: Version) -> Verdict | None:
    """What a fix of ``candidate`` in ``slot`` would do; None where there is nothing to report."""
    words = slot.words
    if "lower" in words:
        return None
    if isinstance(candidate.value, str) and candidate.value != candidate.value.upper():
        return Verdict("unsafe", "the literal is not upper case") if "folds" in words else None
    if context == "comparison":
        return EQUAL
    if "exact" in words:
        return Verdict("none", "the exact type is checked or serialised here")
    if "repr" in words:
        return Verdict("unsafe", "the repr is shown here")
    if "text" in words and target < TEXT_IS_VALUE:
        return Verdict("unsafe", "taken as text, which is the member's name before Python 3.11")
    return EQUAL
