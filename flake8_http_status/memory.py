"""Each question is answered once, and the answer does not depend on what was asked before it."""
from __future__ import annotations

from collections.abc import Callable, Hashable
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
    the help of such a cut holds for the outermost question only: it is kept in ``_provisional``
    and forgotten with it, so that the order of questions does not show in the answers.
    """

    def __init__(self) -> None:
        self._open: dict[Key, int] = {}
        self._provisional: dict[Key, object] = {}
        self._lowest_cut = MOST_OPEN + 1
        #: The shared questions that were answered with the help of a cut.
        self._waiting: dict[Key, Question] = {}

    def reset(self) -> None:
        """Forget the questions that are open, after an answer was broken off by an exception."""
        self._open.clear()
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
        depth = len(self._open)
        if key in self._provisional:
            self._lowest_cut = 0
            return cast("Answer | None", self._provisional[key])
        if key in self._open:
            self._lowest_cut = min(self._lowest_cut, self._open[key])
            return None
        if depth >= MOST_OPEN:
            # Kept until the outermost question is answered: asking again would cut as deep.
            self._provisional[key] = None
            self._lowest_cut = 0
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
        self._open[key] = depth
        try:
            found = answer()
        finally:
            del self._open[key]
        if self._lowest_cut >= depth:
            store[key] = found
            self._lowest_cut = outer_cut
        else:
            self._provisional[key] = found
            self._lowest_cut = min(outer_cut, self._lowest_cut)
        if depth == 0:
            self._provisional.clear()
        return found
