"""What is asked beside the literals: a module for each kind of problem, and the table of them."""
from __future__ import annotations

from flake8_http_status.problems import identity
from flake8_http_status.sites import Look

#: Every question of the engine about members, comparisons and calls.
LOOKS: tuple[Look, ...] = (*identity.LOOKS,)
