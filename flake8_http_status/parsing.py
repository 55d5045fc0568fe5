"""Python's parser, asked in one place: quietly, and with a known list of ways in which it fails."""
from __future__ import annotations

import ast
import gc
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

#: What ``tree_of`` raises where a text is no program, or is nested deeper than the parser can follow.
UNPARSABLE = (SyntaxError, ValueError, RecursionError, MemoryError)


def tree_of(source: str | bytes) -> ast.Module:
    """The tree of a module; raises what UNPARSABLE lists, and nothing else.

    The warnings about it belong to its author.
    """
    with _alone():
        return ast.parse(source)


def expression_of(text: str) -> ast.expr | None:
    """The tree of an expression that stands in a text, as in a quoted annotation; None where it is none."""
    try:
        with _alone():
            return ast.parse(text.strip(), mode="eval").body
    except UNPARSABLE:
        return None


@contextmanager
def _alone() -> Iterator[None]:
    """The parser by itself: without warnings, and without a collector that could run other code.

    Where a finalizer parses something else meanwhile, Python 3.11 and 3.12.0 take its depth for ours, and
    end in a SystemError.  Threads can do so, too: hence the other name for it.
    """
    collecting = gc.isenabled()
    gc.disable()  # All that a parser makes stays: looking for garbage also costs a quarter of its time.
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except SystemError as error:
        raise ValueError(f"Python's parser failed: {error}") from error
    finally:
        if collecting:
            gc.enable()
