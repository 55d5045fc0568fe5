"""When garbage is looked for in a process that is ours: rarely, for what the engine makes is large.

Python's own way is to look through all that is new each 700 objects, and through all that there is now and
then.  Of a syntax tree nothing is garbage before the file is done, and then most of it goes by itself.
"""
from __future__ import annotations

import gc

#: After how many bytes of modules that were let go: they were taken apart, so little is left of them.
_ENOUGH = 40_000_000
_state = {"swept": 0}


def by_hand() -> None:
    """Look for garbage no more but in ``sweep``."""
    gc.disable()


def sweep(let_go: int) -> None:
    """Look for garbage if there is enough; ``let_go`` bytes of modules were let go since the start."""
    if let_go - _state["swept"] >= _ENOUGH and not gc.isenabled():
        _state["swept"] = let_go
        gc.collect()
