"""What is asked beside the literals: a module for each kind of problem, and the table of them."""
from __future__ import annotations

from flake8_http_status.problems import (
    case,
    classes,
    identity,
    lookup,
    names,
    numbers,
    renames,
    texts,
    vocabulary,
)
from flake8_http_status.sites import Look

#: Every question of the engine about members, comparisons and calls.
LOOKS: tuple[Look, ...] = (
    *numbers.LOOKS,
    *identity.LOOKS,
    *case.LOOKS,
    *texts.LOOKS,
    *names.LOOKS,
    *lookup.LOOKS,
    *renames.LOOKS,
    *vocabulary.LOOKS,
    *classes.LOOKS,
)
