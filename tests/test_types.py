"""The algebra of types: joining, elements, slots."""
from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flake8_http_status.findings import Kind
from flake8_http_status.slots import is_settled, leads_to_slot, slot, slots, words_of
from flake8_http_status.types import (
    PLAIN,
    Awaitable,
    Class,
    Collection,
    Enum,
    Manager,
    Mapping,
    Plain,
    Record,
    Slot,
    Tuple,
    Type,
    Union,
    Variable,
    element,
    join,
    options,
    value_at,
)

STATUS = Slot("status")
METHOD = Slot("method")
NAMED = Slot("status", evidence="named")

_SIMPLE: list[Type] = [STATUS, METHOD, NAMED, PLAIN, Enum("status"), Variable("T")]
TYPES = st.recursive(
    st.sampled_from(_SIMPLE),
    lambda inner: st.one_of(
        st.builds(Collection, inner),
        st.builds(Awaitable, inner),
        st.builds(Manager, inner),
        st.builds(Mapping, inner, inner, st.booleans()),
        st.lists(inner, max_size=3).map(lambda parts: Tuple(tuple(parts))),
        st.lists(st.tuples(st.sampled_from("ab"), inner), max_size=2).map(lambda pairs: Record(tuple(pairs))),
        st.lists(inner, min_size=2, max_size=3).map(join),
    ),
    max_leaves=6,
)


def test_joining_nothing_is_unknown() -> None:
    assert join([]) is None
    assert join([None, None]) is None


def test_what_is_said_of_any_value_is_kept_beside_others() -> None:
    written = Mapping(None, Plain(frozenset({"text"})))
    assert words_of(join([Plain(frozenset({"exact"})), written, PLAIN])) == {"exact", "text"}
    assert slot(join([Plain(frozenset({"exact"})), STATUS]), "status") == STATUS


def test_unknown_is_passed_over_and_so_is_plain_beside_anything_else() -> None:
    assert join([None, STATUS, PLAIN]) == STATUS
    assert join([PLAIN, PLAIN]) == PLAIN


def test_a_union_is_flat_and_has_each_option_once() -> None:
    both = join([STATUS, METHOD])
    assert both == Union((STATUS, METHOD))
    assert join([both, METHOD, STATUS]) == both
    assert options(both) == (STATUS, METHOD)
    assert options(STATUS) == (STATUS,)
    assert options(None) == ()


def test_records_become_one() -> None:
    first, second = Record((("a", STATUS),)), Record((("b", METHOD), ("a", STATUS)))
    assert join([first, second, PLAIN]) == Record((("a", STATUS), ("b", METHOD)))


def test_a_union_does_not_grow_without_bound() -> None:
    assert len(options(join(Variable(str(number)) for number in range(100)))) < 20


@given(st.lists(st.none() | TYPES, max_size=5))
def test_joining_again_changes_nothing(parts: list[Type | None]) -> None:
    once = join(parts)
    assert join([once]) == join([once, once]) == once
    assert join([None, once]) == once
    if len(options(once)) > 1:
        assert PLAIN not in options(once)
    assert not any(isinstance(option, Union) for option in options(once))


FEW = st.lists(st.sampled_from([*_SIMPLE, Collection(STATUS), Tuple((METHOD,))]), max_size=4)


@given(FEW, FEW)
def test_joining_in_parts_is_joining_at_once(first: list[Type], second: list[Type]) -> None:
    assert join([join(first), join(second)]) == join([*first, *second])


@pytest.mark.parametrize(
    ("of", "index", "expected"),
    [
        pytest.param(None, None, None, id="unknown"),
        pytest.param(STATUS, None, None, id="no container"),
        pytest.param(Collection(STATUS), None, STATUS, id="collection"),
        pytest.param(Collection(STATUS), 7, STATUS, id="any place of a collection"),
        pytest.param(Collection(None), 0, None, id="collection of unknown"),
        pytest.param(Tuple((PLAIN, STATUS)), 1, STATUS, id="place in a tuple"),
        pytest.param(Tuple((PLAIN, STATUS)), -1, STATUS, id="place from the end"),
        pytest.param(Tuple((PLAIN, STATUS)), 2, None, id="no such place"),
        pytest.param(Tuple((PLAIN, STATUS)), -3, None, id="no such place from the end"),
        pytest.param(Tuple((PLAIN, STATUS)), None, STATUS, id="any element of a tuple"),
        pytest.param(Tuple(()), None, None, id="empty tuple"),
        pytest.param(Mapping(STATUS, METHOD), None, STATUS, id="keys of a mapping"),
        pytest.param(Mapping(PLAIN, METHOD, indexed=True), 0, METHOD, id="items of what may be a sequence"),
        pytest.param(Record((("a", STATUS),)), None, None, id="keys of a record"),
        pytest.param(Union((Collection(STATUS), Tuple((METHOD,)))), 0, Union((STATUS, METHOD)), id="either"),
    ],
)
def test_elements(of: Type | None, index: int | None, expected: Type | None) -> None:
    assert element(of, index) == expected


@pytest.mark.parametrize(
    ("of", "key", "expected"),
    [
        pytest.param(Mapping(PLAIN, STATUS), "a", STATUS, id="any key of a mapping"),
        pytest.param(Mapping(PLAIN, STATUS), None, STATUS, id="unknown key of a mapping"),
        pytest.param(Record((("a", STATUS), ("b", METHOD))), "b", METHOD, id="field of a record"),
        pytest.param(Record((("a", STATUS),)), "b", None, id="no such field"),
        pytest.param(Record((("a", STATUS),)), None, None, id="unknown key of a record"),
        pytest.param(Collection(STATUS), "a", None, id="no mapping"),
        pytest.param(None, "a", None, id="unknown"),
    ],
)
def test_values(of: Type | None, key: str | None, expected: Type | None) -> None:
    assert value_at(of, key) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(STATUS, True, id="slot"),
        pytest.param(Union((PLAIN, METHOD)), True, id="one of several"),
        pytest.param(Collection(Awaitable(Tuple((PLAIN, STATUS)))), True, id="deep inside"),
        pytest.param(Mapping(STATUS, None), True, id="keys"),
        pytest.param(Mapping(None, STATUS), True, id="values"),
        pytest.param(Record((("a", STATUS),)), True, id="field"),
        pytest.param(None, False, id="unknown"),
        pytest.param(PLAIN, False, id="plain"),
        pytest.param(Collection(None), False, id="collection of unknown"),
        pytest.param(Enum("status"), False, id="the enum itself"),
        pytest.param(Tuple(()), False, id="empty tuple"),
    ],
)
def test_leads_to_slot(of: Type | None, expected: bool) -> None:
    assert leads_to_slot(of) is expected


@pytest.mark.parametrize(
    ("of", "kind", "expected"),
    [
        pytest.param(Union((NAMED, STATUS)), "status", STATUS, id="the better evidence"),
        pytest.param(Union((METHOD, STATUS)), "method", METHOD, id="the kind"),
        pytest.param(METHOD, "status", None, id="another kind"),
        pytest.param(Collection(STATUS), "status", None, id="a collection is no slot"),
        pytest.param(None, "status", None, id="unknown"),
    ],
)
def test_the_slot_of_a_kind(of: Type | None, kind: Kind, expected: Slot | None) -> None:
    assert slot(of, kind) == expected
    assert expected is None or expected in list(slots(of))


def test_settled_is_known_to_be_nothing_of_ours() -> None:
    assert is_settled(PLAIN)
    assert not is_settled(None)
    assert not is_settled(STATUS)
    assert not is_settled(Collection(PLAIN))


def test_words() -> None:
    folds = Slot("method", frozenset({"folds"}))
    text = Slot("status", frozenset({"text"}))
    assert words_of(join([folds, Collection(text), PLAIN])) == {"folds", "text"}
    assert words_of(None) == frozenset()


def test_types_of_code_are_equal_by_their_node() -> None:
    node, other = ast.parse("class A: ...\nclass A: ...").body
    assert isinstance(node, ast.ClassDef)
    assert isinstance(other, ast.ClassDef)
    unit = object()
    assert Class(unit, node) == Class(unit, node)  # type: ignore[arg-type]
    assert Class(unit, node) != Class(unit, other)  # type: ignore[arg-type]
