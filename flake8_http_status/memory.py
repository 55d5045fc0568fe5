"""Each question is answered once, and the answer does not depend on what was asked before it."""
from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeAlias, TypeVar, cast

Key: TypeAlias = tuple[Hashable, ...]
Answer = TypeVar("Answer")
#: How many questions may wait for one another; deeper is unknown. Well below what Python's
#: recursion limit of 1,000 frames allows, for a question takes up to twelve of them.
MOST_OPEN = 56
#: More steps than may be taken.
_TOO_FAR = 1 << 30
_NOTHING = object()


class Memory:
    """Answers to questions that ask further questions, with cycles cut.

    A question that is asked while it is open itself is unknown (None).  What was found out with
    the help of such a cut hangs on that question: it is kept in ``_provisional``.  If the question is
    found to be unknown indeed, all that hangs on it stays; else it is forgotten with the outermost
    question, so that the order of questions does not show in the answers.

    Where only some steps may be taken (``within``), a question further away than that is unknown.  An answer
    that lacks what was too far is kept for who has as many steps left; any other one with the steps that it
    took, for who has fewer left must not see it.
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
        self._waiting: dict[Key, _Question] = {}
        #: How many steps may be taken, and how many were taken to what is asked now.
        self._reach: int | None = None
        self._steps = 0
        #: How many steps were taken from there to find out what was, _TOO_FAR where one was not taken.
        self._way = 0

    def reset(self) -> None:
        """Forget the questions that are open, after an answer was broken off by an exception."""
        self._open.clear()
        self._stack.clear()
        self._provisional.clear()
        self._waiting.clear()
        self._lowest_cut = MOST_OPEN + 1
        self._reach, self._steps, self._way = None, 0, 0

    @contextmanager
    def within(self, steps: int) -> Iterator[None]:
        """Answer as far as ``steps`` lead; not while a question is open."""
        self._reach = steps
        try:
            yield
        finally:
            self._reach = None

    def ask(
        self,
        store: dict[Key, object],
        key: Key,
        answer: Callable[[], Answer],
        *,
        shared: bool = False,
        step: bool = False,
    ) -> Answer | None:
        """The answer to ``key``: from ``store``, or by ``answer`` and then kept in ``store``.

        A question that is ``shared`` by many, all of which hang on it as it hangs on them, is answered for
        itself and before them, else each of them would ask all the others.  One that is a ``step`` away from
        who asks counts as such.
        """
        if (kept := self._kept(store, key)) is not _NOTHING:
            return cast("Answer | None", kept)
        if step and self._steps == self._reach:
            self._way = _TOO_FAR
            return None
        depth = len(self._stack)
        if (known := self._found_on_the_way(key)) is not None:
            self._hang_on(known.on)
            self._way = max(self._way, known.way)
            return cast("Answer | None", known.answer)
        if (opened := self._open.get(key)) is not None:
            opened.is_cut = True
            self._lowest_cut = min(self._lowest_cut, opened.depth)
            return None
        if depth >= MOST_OPEN:
            # Kept until the outermost question is answered: asking again would cut as deep.
            self._provisional[key] = _Provisional(store, key, self._near(key), None, 0, self._stack[0])
            self._lowest_cut = 0
            self._doubts += 1
            return None
        question = _Question(store, key, answer, self._steps, step)
        found = self._answer(question, depth)
        if depth == 0:
            while self._waiting:
                question.forget(self._near(key))
                self._settle()
                found = self._answer(question, depth)
            self._way = 0
        elif shared and (key in self._provisional or self._near(key) in self._provisional):
            self._waiting[self._near(key)] = question
        return cast("Answer | None", found)

    def _found_on_the_way(self, key: Key) -> _Provisional | None:
        """The provisional answer to ``key`` for who has as many steps left."""
        known = self._provisional.get(key)
        if known is not None and (self._reach is None or self._steps + known.way <= self._reach):
            return known
        return self._provisional.get(self._near(key))

    def _near(self, key: Key) -> Key:
        """The key of an answer that lacks what is too far from here."""
        return key if self._reach is None else (*key, self._reach - self._steps)

    def _kept(self, store: dict[Key, object], key: Key) -> object:
        """The answer to ``key`` that is kept for who has as many steps left; _NOTHING if there is none."""
        kept = store.get(key, _NOTHING)
        if kept.__class__ is _Far:
            assert isinstance(kept, _Far)
            if self._reach is None or self._steps + kept.way <= self._reach:
                self._way = max(self._way, kept.way)
                return kept.answer
            kept = _NOTHING
        if kept is _NOTHING and self._reach is not None:
            kept = store.get(self._near(key), _NOTHING)
            if kept is not _NOTHING:
                self._way = _TOO_FAR
        return kept

    def _keep(self, store: dict[Key, object], key: Key, answer: object, way: int) -> None:
        """Keep an answer that took ``way`` steps to find."""
        if way == _TOO_FAR:
            store[self._near(key)] = answer
        else:
            # That nothing is known is not known better by who sees less.
            store[key] = _Far(answer, way) if way and answer is not None else answer

    def _settle(self) -> None:
        """Answer the shared questions that were found to hang on others, one after the other."""
        waiting, self._waiting = self._waiting, {}
        for question in waiting.values():
            # An answer that took more steps than who asks has left is none for it.
            self._steps = question.steps
            if self._kept(question.store, question.key) is _NOTHING:
                self._answer(question, 0)
        self._steps = 0
        self._waiting.clear()

    def keep(self, store: dict[Key, object], key: Key, answer: Callable[[], Answer]) -> Answer:
        """What ``answer`` gives, kept in ``store`` where no cut helped to find it.

        It is no question of its own, so that it changes no answer: within itself it is found again.
        """
        if (kept := self._kept(store, key)) is not _NOTHING:
            return cast("Answer", kept)
        outer_cut, self._lowest_cut = self._lowest_cut, MOST_OPEN + 1
        outer_way, self._way = self._way, 0
        try:
            found = answer()
            if self._lowest_cut > MOST_OPEN:
                self._keep(store, key, found, self._way)
        finally:
            self._lowest_cut = min(outer_cut, self._lowest_cut)
            self._way = max(outer_way, self._way)
        return found

    def _answer(self, question: _Question, depth: int) -> object:
        store, key = question.store, question.key
        outer_cut, self._lowest_cut = self._lowest_cut, MOST_OPEN + 1
        outer_way, self._way = self._way, 0
        outer_steps, self._steps = self._steps, question.steps + question.is_step
        doubts, before = self._doubts, len(self._provisional)
        opened = self._open[key] = _Open(depth)
        self._stack.append(opened)
        try:
            found = question.answer()
        finally:
            del self._open[key], self._stack[depth:]
            self._steps = question.steps
            way = min(self._way + question.is_step, _TOO_FAR)
            self._way = max(outer_way, way)
        if opened.is_cut:
            self._doubts += not _is_unknown(found)
        if self._lowest_cut >= depth:
            self._keep(store, key, found, way)
            opened.is_answered = True
            if self._doubts == doubts:
                self._keep_all_but(before, is_far=way == _TOO_FAR)
            self._lowest_cut = outer_cut
        else:
            opened.hangs_on = self._stack[self._lowest_cut]
            kept = _Provisional(store, key, self._near(key), found, way, opened.hangs_on)
            self._provisional[kept.near if way == _TOO_FAR else key] = kept
            self._lowest_cut = min(outer_cut, self._lowest_cut)
        self._steps = outer_steps
        if depth == 0:
            self._provisional.clear()
        return found

    def _hang_on(self, opened: _Open) -> None:
        """Note that what is asked now was found with the help of what hangs on a question."""
        while opened.hangs_on is not None:
            opened = opened.hangs_on
        self._lowest_cut = min(self._lowest_cut, 0 if opened.is_answered else opened.depth)
        self._doubts += opened.is_answered

    def _keep_all_but(self, before: int, *, is_far: bool) -> None:
        """Keep the provisional answers but for the first ``before`` of them.

        They hang on a question that is answered now, and on one another.  As each cut took for unknown what
        was found to be unknown, they are what asking them first would give, too.  Where something was too far
        for one of them (``is_far``), it was too far for all.
        """
        for _ in range(len(self._provisional) - before):
            _, known = self._provisional.popitem()
            if is_far:
                known.store[known.near] = known.answer
            else:
                self._keep(known.store, known.key, known.answer, known.way)
            self._waiting.pop(known.near, None)


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
    key: Key
    near: Key
    answer: object
    way: int
    on: _Open


@dataclass(frozen=True, slots=True)
class _Far:
    """An answer that is kept, and the steps that it took to find."""

    answer: object
    way: int


@dataclass(frozen=True, slots=True)
class _Question:
    """A question: where its answer is kept, how to find it, and how many steps were taken to who asks."""

    store: dict[Key, object]
    key: Key
    answer: Callable[[], object]
    steps: int
    is_step: bool

    def forget(self, near: Key) -> None:
        """Drop the answer."""
        self.store.pop(self.key, None)
        self.store.pop(near, None)


def _is_unknown(answer: object) -> bool:
    """Whether who asks sees in an answer what is seen in None."""
    if answer is None or answer is False:
        return True
    return getattr(answer, "type", answer) is None and getattr(answer, "context", None) == "value"
