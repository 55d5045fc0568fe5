"""Names that speak for themselves: what ``_by_name.pyi`` says of a name."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

#: Last words of names that stand for a value that was not given, and of constants that do.
_SENTINELS = frozenset({"unset", "notset", "sentinel"})
_CONSTANT_SENTINELS = _SENTINELS | {
    "any", "default", "set", "given", "missing", "omit", "nothing", "undefined",
}
_SEVERAL = frozenset({"codes", "statuses", "methods", "verbs"})
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


@lru_cache(maxsize=4096)
def words(name: str) -> tuple[str, ...]:
    """The words of an identifier in lower case: ``expectedStatus_code`` has three."""
    return tuple(word.lower() for word in _WORD.findall(name))


def endings(name: str) -> Iterator[str]:
    """The entries that may speak for ``name``, the longest first.

    ``expected_status_code`` gives itself, ``status_code`` and ``code``.  A number at the end only
    counts: ``response2`` is a second response.  So does what several are for: ``codes_to_retry``.
    """
    parts = words(name)
    while parts and parts[-1].isdigit():
        parts = parts[:-1]
    match parts:
        case (*said, "to", _) if said and said[-1] in _SEVERAL:
            parts = tuple(said)
    for start in range(len(parts)):
        yield "_".join(parts[start:])


def is_sentinel(name: str) -> bool:
    """Whether a name stands for a value that was not given: ``unset``, ``_NOT_GIVEN``."""
    return not (_CONSTANT_SENTINELS if name.isupper() else _SENTINELS).isdisjoint(words(name)[-1:])
