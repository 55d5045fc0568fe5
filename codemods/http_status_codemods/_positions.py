"""Where the literals of a LibCST module stand, and which statements hold none of them.

One pass of LibCST's code generator.  Its PositionProvider does the same for every node and takes twice
as long as parsing the file; a test holds the two against each other.
"""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable
from contextlib import AbstractContextManager, nullcontext
from itertools import accumulate
from types import TracebackType

import libcst as cst
from libcst._nodes.internal import CodegenState

Extent = tuple[int, int]

_LITERALS = frozenset({cst.Integer, cst.SimpleString, cst.ConcatenatedString})
# LibCST's nodes are abstract base classes, where isinstance() is slow.
_STATEMENTS = frozenset({cst.SimpleStatementLine, *cst.BaseCompoundStatement.__subclasses__()})
_NOTHING = nullcontext()


class Positions:
    """A module's code, and the extents in it: offsets of a start and an end."""

    def __init__(self, module: cst.Module) -> None:
        self._state = _Recorder(module)
        module._codegen(self._state)
        #: The same as ``module.code``.
        self.code = "".join(self._state.tokens)
        # The last token may have been taken back after it was counted.
        self._offsets = [0, *accumulate(map(len, self._state.tokens)), len(self.code)]

    def literals_at(self, extents: Container[Extent]) -> dict[cst.CSTNode, Extent]:
        """The literals at ``extents``, brackets around them not counted."""
        found = {}
        for node, start, end in self._state.literals:
            extent = (self._offsets[start], self._offsets[end])
            if extent in extents:
                found[node] = extent
        return found

    def statements_without(self, places: Iterable[int]) -> frozenset[cst.CSTNode]:
        """The statements that hold none of the offsets ``places``."""
        ordered = sorted(places)

        def holds_none(start: int, end: int) -> bool:
            index = bisect_left(ordered, self._offsets[start])
            return index == len(ordered) or ordered[index] >= self._offsets[end]

        return frozenset(node for node, start, end in self._state.statements if holds_none(start, end))


class _Recorder(CodegenState):
    """Generates code and notes the numbers of the first token and of the one behind the last."""

    def __init__(self, module: cst.Module) -> None:
        super().__init__(module.default_indent, module.default_newline)
        self.literals: list[tuple[cst.CSTNode, int, int]] = []
        self.statements: list[tuple[cst.CSTNode, int, int]] = []
        self.open: list[int] = []

    def before_codegen(self, node: cst.CSTNode) -> None:
        if type(node) in _STATEMENTS:
            self.open.append(len(self.tokens))

    def after_codegen(self, node: cst.CSTNode) -> None:
        if type(node) in _STATEMENTS:
            self.statements.append((node, self.open.pop(), len(self.tokens)))

    def record_syntactic_position(  # type: ignore[override]  # any context manager will do
        self, node: cst.CSTNode, *, start_node: cst.CSTNode | None = None, end_node: cst.CSTNode | None = None
    ) -> AbstractContextManager[None]:
        """Called around a node's own code, brackets around it left out."""
        return _Noting(self, node) if type(node) in _LITERALS else _NOTHING


class _Noting(AbstractContextManager[None]):
    def __init__(self, state: _Recorder, node: cst.CSTNode) -> None:
        self.state = state
        self.node = node
        self.start = len(state.tokens)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.state.literals.append((self.node, self.start, len(self.state.tokens)))
