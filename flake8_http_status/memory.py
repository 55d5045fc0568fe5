"""Each question is answered once, and the answer does not depend on what was asked before it."""
from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TypeAlias, TypeVar, cast

Key: TypeAlias = tuple[str, Hashable]
Answer = TypeVar("Answer")
Question: TypeAlias = tuple[dict[Key, object], Callable[[], object]]
#: How many questions may wait for one another; deeper is unknown. Well below what Python's
#: recursion limit of 1,000 frames allows, for a question takes up to twelve of them.
MOST_OPEN = 56


class Memory:
    """Answers to questions that ask further questions, with cycles cut.

    A question that is asked while it is open itself is unknown (None).  What was found out with
    the help of such a cut hangs on that question: it is kept in ``_provisional``.  If the question is
    found to be unknown indeed, all that hangs on it stays; else it is forgotten with the outermost
    question, so that the order of questions does not show in the answers.
    """

    def __init__(self) -> None:
        #: The questions that are open, the outermost first.
        self._open: dict[Key, _Open] = {}
        self._stack: list[_Open] = []
        self._provisional: dict[Key, _Provisional] = {}
        #: At which depth the outermost of the open questions stands that was cut for what is asked now.
        self._lowest_cut = MOST_OPEN + 1
        #: How often something was found with the help of a cut that proved wrong.
        self._doubts = 0
        #: The shared questions that were answered with the help of a cut.
        self._waiting: dict[Key, Question] = {}

    def reset(self) -> None:
        """Forget the questions that are open, after an answer was broken off by an exception."""
        self._open.clear()
        self._stack.clear()
        self._provisional.clear()
        self._waiting.clear()
        self._lowest_cut = MOST_OPEN + 1

    def ask(
        self, store: dict[Key, object], key: Key, answer: Callable[[], Answer], *, shared: bool = False
    ) -> Answer | None:
        """The answer to ``key``: from ``store``, or by ``answer`` and then kept in ``store``.

        A question that is ``shared`` by many, all of which hang on it as it hangs on them, is answered for
        itself and before them, else each of them would ask all the others.
        """
        if key in store:
            return cast("Answer | None", store[key])
        depth = len(self._stack)
        if (known := self._provisional.get(key)) is not None:
            self._hang_on(known.on)
            return cast("Answer | None", known.answer)
        if (opened := self._open.get(key)) is not None:
            opened.is_cut = True
            self._lowest_cut = min(self._lowest_cut, opened.depth)
            return None
        if depth >= MOST_OPEN:
            # Kept until the outermost question is answered: asking again would cut as deep.
            self._provisional[key] = _Provisional(store, None, self._stack[0])
            self._lowest_cut = 0
            self._doubts += 1
            return None
        found = self._answer(store, key, depth, answer)
        if depth == 0:
            while self._waiting:
                del store[key]
                self._settle()
                found = self._answer(store, key, depth, answer)
        elif shared and key in self._provisional:
            self._waiting[key] = store, answer
        return found

    def _settle(self) -> None:
        """Answer the shared questions that were found to hang on others, one after the other."""
        waiting, self._waiting = self._waiting, {}
        for key, (store, answer) in waiting.items():
            if key not in store:
                self._answer(store, key, 0, answer)
        self._waiting.clear()

    def keep(self, store: dict[Key, object], key: Key, answer: Callable[[], Answer]) -> Answer:
        """What ``answer`` gives, kept in ``store`` where no cut helped to find it.

        It is no question of its own, so that it changes no answer: within itself it is found again.
        """
        if key in store:
            return cast("Answer", store[key])
        outer_cut, self._lowest_cut = self._lowest_cut, MOST_OPEN + 1
        try:
            found = answer()
            if self._lowest_cut > MOST_OPEN:
                store[key] = found
        finally:
            self._lowest_cut = min(outer_cut, self._lowest_cut)
        return found

    def _answer(
        self, store: dict[Key, object], key: Key, depth: int, answer: Callable[[], Answer]
    ) -> Answer:
        outer_cut, self._lowest_cut = self._lowest_cut, MOST_OPEN + 1
        doubts, before = self._doubts, len(self._provisional)
        opened = self._open[key] = _Open(depth)
        self._stack.append(opened)
        try:
            found = answer()
        finally:
            del self._open[key], self._stack[depth:]
        if opened.is_cut:
            self._doubts += not _is_unknown(found)
        if self._lowest_cut >= depth:
            store[key] = found
            opened.is_answered = True
            if self._doubts == doubts:
                self._keep_all_but(before)
            self._lowest_cut = outer_cut
        else:
            opened.hangs_on = self._stack[self._lowest_cut]
            self._provisional[key] = _Provisional(store, found, opened.hangs_on)
            self._lowest_cut = min(outer_cut, self._lowest_cut)
        if depth == 0:
            self._provisional.clear()
        return found

    def _hang_on(self, opened: _Open) -> None:
        """Note that what is asked now was found with the help of what hangs on a question."""
        while opened.hangs_on is not None:
            opened = opened.hangs_on
        self._lowest_cut = min(self._lowest_cut, 0 if opened.is_answered else opened.depth)
        self._doubts += opened.is_answered

    def _keep_all_but(self, before: int) -> None:
        """Keep the provisional answers but for the first ``before`` of them.

        They hang on a question that is answered now, and on one another.  As each cut took for unknown what
        was found to be unknown, they are what asking them first would give, too.
        """
        for _ in range(len(self._provisional) - before):
            key, known = self._provisional.popitem()
            known.store[key] = known.answer
            self._waiting.pop(key, None)


@dataclass(slots=True)
class _Open:
    """A question that is being answered, or was, and then the one that its answer hangs on."""

    depth: int
    is_cut: bool = False
    is_answered: bool = False
    hangs_on: _Open | None = None


@dataclass(frozen=True, slots=True)
class _Provisional:
    """An answer that hangs on an open question."""

    store: dict[Key, object]
    answer: object
    on: _Open


def _is_unknown(answer: object) -> bool:
    """Whether who asks sees in an answer what is seen in None."""
    if answer is None or answer is False:
        return True
    return getattr(answer, "type", answer) is None and getattr(answer, "context", None) == "value"
