"""Questions about questions: each is answered once, whatever was asked before."""
from __future__ import annotations

import ast
import itertools
from collections.abc import Collection, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flake8_http_status.memory import MOST_OPEN, Key, Memory

Graph = dict[int, tuple[int, ...]]
NODES = [ast.Pass() for _ in range(8)]
GRAPHS = st.dictionaries(
    st.integers(0, 5), st.lists(st.integers(0, 5), max_size=3).map(tuple), max_size=6
)  # fmt: skip


class Asked:
    """Questions by number, each of which asks others; the answer is the set of numbers that it reaches.

    Of those that are not ``known`` nothing is said: where only they are reached, the answer is None.
    """

    def __init__(self, graph: Graph, known: Collection[int] = range(len(NODES))) -> None:
        self.graph = graph
        self.known = known
        self.memory = Memory()
        self.store: dict[Key, object] = {}
        self.count = 0

    def ask(self, number: int) -> frozenset[int] | None:
        return self.memory.ask(self.store, ("reach", NODES[number]), lambda: self._answer(number))

    def _answer(self, number: int) -> frozenset[int] | None:
        self.count += 1
        parts = [self.ask(one) for one in self.graph.get(number, ())]
        own = frozenset({number}.intersection(self.known))
        return own.union(*(one for one in parts if one is not None)) or None


def _answers(
    graph: Graph, order: Iterable[int], known: Collection[int] = range(len(NODES))
) -> dict[int, frozenset[int] | None]:
    asked = Asked(graph, known)
    return {number: asked.ask(number) for number in order}


def test_a_question_is_answered_once() -> None:
    asked = Asked({0: (1, 2), 1: (2,)})
    assert asked.ask(0) == asked.ask(0) == {0, 1, 2}
    assert asked.ask(2) == {2}
    assert asked.count == 3


def test_nothing_is_an_answer_that_is_kept() -> None:
    memory, store, count = Memory(), {}, []
    for _ in range(2):
        assert memory.ask(store, ("x", NODES[0]), lambda: count.append(1)) is None
    assert count == [1]


def test_questions_of_another_kind_are_others() -> None:
    memory: Memory = Memory()
    store: dict[Key, object] = {}
    assert memory.ask(store, ("a", NODES[0]), lambda: 1) == 1
    assert memory.ask(store, ("b", NODES[0]), lambda: 2) == 2
    assert memory.ask({}, ("a", NODES[0]), lambda: 3) == 3


def test_a_question_within_itself_is_unknown() -> None:
    assert Asked({0: (0,)}).ask(0) == {0}
    assert Asked({0: (1,), 1: (0,)}).ask(0) == {0, 1}


def test_an_answer_in_a_cycle_is_not_the_one_that_stood_in_it() -> None:
    # Asked within 0, question 1 lacks what 0 knows; asked for itself it has it.
    asked = Asked({0: (1, 2), 1: (0,)})
    assert asked.ask(0) == {0, 1, 2}
    assert asked.ask(1) == {0, 1, 2}


@given(
    st.dictionaries(st.integers(0, 5), st.lists(st.integers(0, 5), max_size=3).map(tuple), max_size=6),
    st.permutations(range(6)),
)
def test_the_order_of_questions_does_not_show(graph: Graph, order: list[int]) -> None:
    assert _answers(graph, order) == _answers(graph, range(6))


def _reached(graph: Graph, start: int) -> set[int]:
    found, work = {start}, [start]
    while work:
        new = set(graph.get(work.pop(), ())) - found
        found |= new
        work += new
    return found


@given(
    st.dictionaries(st.integers(0, 5), st.lists(st.integers(0, 5), max_size=3).map(tuple), max_size=6),
    st.permutations(range(6)),
    st.frozensets(st.integers(0, 5)),
)
def test_what_is_unknown_in_a_cycle_hides_nothing(
    graph: Graph, order: list[int], known: frozenset[int]
) -> None:
    wanted = {number: frozenset(_reached(graph, number) & known) or None for number in order}
    assert _answers(graph, order, known) == wanted


def test_a_cycle_in_which_nothing_is_known_is_gone_through_once() -> None:
    size = len(NODES)
    ring = {number: ((number + 1) % size, (number + 3) % size) for number in range(size)}
    asked = Asked(ring, known=())
    assert [asked.ask(number) for number in range(size)] == [None] * size
    assert asked.count == size


def test_a_cycle_whose_cuts_said_nothing_wrong_stays() -> None:
    # 1 hangs on 0 as 0 hangs on it, and on 2, which is known: what it said of 2 is right.
    asked = Asked({0: (1,), 1: (0,), 2: (1, 0)}, known=())
    assert asked.ask(2) is None
    assert asked.count == 3


def test_what_hung_on_a_cut_that_proved_wrong_is_asked_anew() -> None:
    # Asked within 0, question 1 has nothing, for 0 is cut; 0 has what 2 knows.
    asked = Asked({0: (1, 2), 1: (0,)}, known={2})
    assert asked.ask(0) == {2}
    assert asked.ask(1) == {2}


def test_what_hangs_on_a_question_hangs_on_what_that_hangs_on() -> None:
    # Within 1, question 3 is cut at 2, which is cut at 1 in its turn: then 0 has 3 from there.
    graph = {0: (0, 3), 1: (6, 2, 1), 2: (1, 5, 1, 3), 3: (2, 2), 4: (6, 3, 0), 5: (0, 2, 4), 6: (2, 0)}
    answers = _answers(graph, [5, 1, 6, 4, 3, 0, 2], known={1, 2})
    assert set(answers.values()) == {frozenset({1, 2})}


@pytest.mark.parametrize("graph", [{0: (1, 2), 1: (2, 0), 2: (1,)}, {0: (1,), 1: (2, 0), 2: (0, 1)}])
def test_cycles_in_each_order(graph: Graph) -> None:
    alone = {number: _answers(graph, [number])[number] for number in range(3)}
    for order in itertools.permutations(range(3)):
        assert _answers(graph, order) == alone


def test_what_is_kept_is_found_once_where_nothing_is_cut() -> None:
    asked, store = Asked({0: (1,), 1: (2,)}), dict[Key, object]()
    for _ in range(2):
        assert asked.memory.keep(store, ("x", 0), lambda: asked.ask(0)) == {0, 1, 2}
    assert [*store] == [("x", 0)]


class Keeping(Asked):
    """As Asked, but what the questions that one asks say together is kept."""

    def _answer(self, number: int) -> frozenset[int]:
        def asked() -> list[frozenset[int] | None]:
            return [self.ask(one) for one in self.graph.get(number, ())]

        parts = self.memory.keep(self.store, ("parts", number), asked)
        return frozenset({number}).union(*(one for one in parts if one is not None))


@given(
    st.dictionaries(st.integers(0, 5), st.lists(st.integers(0, 5), max_size=3).map(tuple), max_size=6),
    st.permutations(range(6)),
)
def test_what_is_kept_changes_no_answer(graph: Graph, order: list[int]) -> None:
    keeping = Keeping(graph)
    assert {number: keeping.ask(number) for number in order} == _answers(graph, order)


class Sharing(Asked):
    """As Asked, but some questions are shared."""

    shared = frozenset({0, 2, 4, 6})

    def ask(self, number: int) -> frozenset[int] | None:
        key = ("reach", NODES[number])
        return self.memory.ask(self.store, key, lambda: self._answer(number), shared=number in self.shared)


@given(
    st.dictionaries(st.integers(0, 5), st.lists(st.integers(0, 5), max_size=3).map(tuple), max_size=6),
    st.permutations(range(6)),
)
def test_what_is_shared_changes_no_answer(graph: Graph, order: list[int]) -> None:
    sharing = Sharing(graph)
    assert {number: sharing.ask(number) for number in order} == _answers(graph, order)


def test_what_many_share_is_answered_once_for_all_of_them() -> None:
    # Each of 1 to 7 asks 0, which asks all of them.
    graph = {0: tuple(range(1, 8)), **dict.fromkeys(range(1, 8), (0,))}
    asked, sharing = Asked(graph), Sharing(graph)
    sharing.shared = frozenset({0})
    for one in (asked, sharing):
        assert {one.ask(number) for number in range(1, 8)} == {frozenset(range(8))}
    assert sharing.count < asked.count


def test_an_error_leaves_nothing_open() -> None:
    memory: Memory = Memory()
    store: dict[Key, object] = {}
    with pytest.raises(ZeroDivisionError):
        memory.ask(store, ("a", NODES[0]), lambda: 1 // 0)
    assert memory.ask(store, ("a", NODES[0]), lambda: 1) == 1


def test_what_is_too_deep_is_unknown_and_found_when_asked_for_itself() -> None:
    memory: Memory = Memory()
    store: dict[Key, object] = {}
    nodes = [ast.Pass() for _ in range(MOST_OPEN + 10)]

    def length(number: int) -> int:
        inner = (
            memory.ask(store, ("length", nodes[number]), lambda: length(number + 1)) if number < last else 0
        )
        return -1 if inner is None or inner < 0 else inner + 1

    last = len(nodes) - 1
    assert length(0) == -1
    assert length(last - 5) == 6
    assert length(last - 5) == 6


class Stepping(Asked):
    """The same, where each question is a step away from who asks it."""

    def ask(self, number: int) -> frozenset[int] | None:
        key = ("reach", NODES[number])
        return self.memory.ask(self.store, key, lambda: self._answer(number), step=True)

    def within(self, steps: int, number: int) -> frozenset[int] | None:
        with self.memory.within(steps):
            return self.ask(number)


def _downwards(graph: Graph) -> Graph:
    """The graph without the edges that could close a circle."""
    return {number: tuple(one for one in others if one > number) for number, others in graph.items()}


def _reached_within(graph: Graph, start: int, steps: int) -> set[int]:
    if steps == 0:
        return set()
    found = {start}
    for one in graph.get(start, ()):
        found |= _reached_within(graph, one, steps - 1)
    return found


@given(GRAPHS, st.lists(st.tuples(st.integers(0, 5), st.integers(0, 4)), max_size=8))
def test_what_is_too_many_steps_away_is_unknown(
    graph: Graph, order: list[tuple[int, int]]
) -> None:
    graph = _downwards(graph)
    asked = Stepping(graph)
    for number, steps in order:
        assert (asked.within(steps, number) or set()) == _reached_within(graph, number, steps)
        assert asked.ask(5 - number) == _reached(graph, 5 - number)


@given(
    GRAPHS,
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 4)), max_size=8),
    st.frozensets(st.integers(0, 5)),
)
def test_what_was_too_far_once_is_no_answer_to_who_is_nearer(
    graph: Graph, order: list[tuple[int, int]], known: frozenset[int]
) -> None:
    """In circles, too: an answer without a limit is the same, whatever was asked within one before."""
    asked = Stepping(graph, known)
    for number, steps in order:
        asked.within(steps, number)
    for number in range(6):
        assert asked.ask(number) == _answers(graph, [number], known)[number]


def test_what_nothing_was_too_far_for_is_kept_for_all() -> None:
    asked = Stepping({0: (1,), 1: (2,)})
    asked.within(3, 0)
    assert asked.count == 3
    assert asked.within(2, 1) == {1, 2}
    assert asked.count == 3
    assert asked.within(1, 1) == {1}, "who may take one step does not see what took two"
    assert asked.ask(0) == {0, 1, 2}
    assert asked.count == 4
    asked = Stepping({0: (1,), 1: (2,)})
    asked.within(2, 0)
    asked.within(2, 0)
    assert asked.count == 2
    assert asked.ask(0) == {0, 1, 2}


def test_what_hung_on_what_was_too_far_is_not_kept_for_all() -> None:
    asked = Stepping({0: (1, 2), 1: (0,), 2: (4,), 4: (3,)}, known={3})
    assert asked.within(3, 0) is None
    assert asked.ask(1) == {3}


class SteppingAndSharing(Stepping):
    """As Stepping, but some questions are shared, and some are no step away."""

    near: frozenset[int] = frozenset()
    shared: frozenset[int] = frozenset()

    def ask(self, number: int) -> frozenset[int] | None:
        assert self.count < 5_000, "without an end"
        return self.memory.ask(
            self.store, ("reach", NODES[number]), lambda: self._answer(number),
            shared=number in self.shared, step=number not in self.near,
        )  # fmt: skip


SOME = st.frozensets(st.integers(0, 5))


@given(GRAPHS, st.lists(st.tuples(st.integers(0, 5), st.integers(0, 4)), max_size=8), SOME, SOME, SOME)
def test_what_is_shared_comes_to_an_end_within_steps(
    graph: Graph,
    order: list[tuple[int, int]],
    known: frozenset[int],
    near: frozenset[int],
    shared: frozenset[int],
) -> None:
    asked = SteppingAndSharing(graph, known)
    asked.near, asked.shared = near, shared
    for number, steps in order:
        asked.within(steps, number)
    for number in range(6):
        assert asked.ask(number) == _answers(graph, [number], known)[number]


def test_an_answer_that_took_too_many_steps_settles_nothing_for_who_is_further() -> None:
    asked = SteppingAndSharing({0: (1, 2), 2: (0,)}, known={0, 2})
    asked.near, asked.shared = frozenset({0}), frozenset({1, 2})
    assert asked.within(2, 2) == {0, 2}
    assert asked.within(1, 0) == {0, 2}
