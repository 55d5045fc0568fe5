"""Where the expressions of a LibCST module stand, and which statements hold none of them.

One pass of LibCST's code generator.  Its PositionProvider does the same for every node and takes twice
as long as parsing the file; a test holds the two against each other.
"""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import accumulate
from types import TracebackType

import libcst as cst
from libcst._nodes.internal import CodegenState

Extent = tuple[int, int]

_LITERALS = frozenset({cst.Integer, cst.SimpleString, cst.ConcatenatedString})


def _below(cls: type) -> Iterator[type]:
    one: type
    for one in cls.__subclasses__():
        yield one
        yield from _below(one)


# LibCST's nodes are abstract base classes, where isinstance() is slow.
_STATEMENTS = frozenset({cst.SimpleStatementLine, *cst.BaseCompoundStatement.__subclasses__()})
_EXPRESSIONS = frozenset(_below(cst.BaseExpression))
_NOTHING = nullcontext()


class Positions:
    """A module's code, and the extents in it: offsets of a start and an end.

    With ``literals_only`` the extents of numbers and strings alone are known, which takes less time.
    """

    def __init__(self, module: cst.Module, *, literals_only: bool = False) -> None:
        self._state = _Recorder(module, _LITERALS if literals_only else _EXPRESSIONS)
        module._codegen(self._state)
        #: The same as ``module.code``.
        self.code = "".join(self._state.tokens)
        # The last token may have been taken back after it was counted.
        self._offsets = [0, *accumulate(map(len, self._state.tokens)), len(self.code)]

    def expressions_at(self, extents: Container[Extent]) -> dict[cst.BaseExpression, Extent]:
        """The expressions at ``extents``, brackets around them not counted."""
        found = {}
        for node, start, end in self._state.expressions:
            extent = (self._offsets[start], self._offsets[end])
            if extent in extents:
                found[node] = extent
        return found

    def lines_at(self, places: Iterable[int]) -> list[cst.SimpleStatementLine]:
        """The lines of simple statements that hold the offsets ``places``."""
        ordered = sorted(places)
        found = []
        for node, start, end in self._state.statements:
            index = bisect_left(ordered, self._offsets[start])
            holds_one = index < len(ordered) and ordered[index] < self._offsets[end]
            if holds_one and isinstance(node, cst.SimpleStatementLine):
                found.append(node)
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

    def __init__(self, module: cst.Module, kinds: frozenset[type]) -> None:
        super().__init__(module.default_indent, module.default_newline)
        self.kinds = kinds
        self.expressions: list[tuple[cst.BaseExpression, int, int]] = []
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
        return _Noting(self, node) if type(node) in self.kinds else _NOTHING


class _Noting(AbstractContextManager[None]):
    def __init__(self, state: _Recorder, node: cst.CSTNode) -> None:
        self.state = state
        self.node = node
        self.start = len(state.tokens)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert isinstance(self.node, cst.BaseExpression)
        self.state.expressions.append((self.node, self.start, len(self.state.tokens)))
