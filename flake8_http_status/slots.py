"""The statuses and methods in a type, and the words that are said of them."""
from __future__ import annotations

from collections.abc import Iterator

from flake8_http_status.findings import Context, Kind
from flake8_http_status.literals import Candidate
from flake8_http_status.types import (
    PLAIN,
    Awaitable,
    Collection,
    Mapping,
    Plain,
    Record,
    Slot,
    Tuple,
    Type,
    Variable,
    element,
    join,
    options,
)

#: What is known by the words around a literal alone.
NAMED_METHOD = Slot("method", evidence="named")
NAMED_STATUS = Slot("status", evidence="named")
#: The words about what becomes of a value that is given to a place (docs/stubs.md).
_OF_SINKS = frozenset({"text", "repr", "exact", "defaults", "signature", "ships"})


def slots(of: Type | None) -> Iterator[Slot]:
    """The slots among the alternatives of a type."""
    return (option for option in options(of) if isinstance(option, Slot))


def slot(of: Type | None, kind: Kind) -> Slot | None:
    """The slot of ``kind`` among the alternatives, the one with the better evidence first."""
    found = [option for option in slots(of) if option.kind == kind]
    return min(found, key=lambda one: (one.evidence == "named", sorted(one.words)), default=None)


def leads_to_slot(of: Type | None) -> bool:
    """Whether a status or method is somewhere in a type."""
    return any(_leads_to_slot(option) for option in options(of))


def _leads_to_slot(of: Type) -> bool:
    match of:
        case Slot():
            return True
        case Collection(element=inner) | Awaitable(result=inner):
            return leads_to_slot(inner)
        case Tuple(elements=elements):
            return any(leads_to_slot(one) for one in elements)
        case Mapping(key=key, value=value):
            return leads_to_slot(key) or leads_to_slot(value)
        case Record(fields=fields):
            return any(leads_to_slot(value) for _, value in fields)
    return False


def is_settled(of: Type | None) -> bool:
    """Whether a type is known and is no status, method or place for them.

    A mapping of what is neither is none.  A place that does the same with whatever it is given
    (``Annotated[object, "repr"]``) leaves that open.
    """
    known = options(of)
    return bool(known) and all(
        one == PLAIN or (isinstance(one, Mapping) and not leads_to_slot(one)) for one in known
    )


def is_hollow(of: Type | None) -> bool:
    """Whether all that is known of a value is that somebody looks into it, or what is done with any value.

    A text is looked into as a list is: ``event["httpMethod"][0]``.
    """
    known = options(of)
    return bool(known) and all(map(_is_hollow, known))


def _is_hollow(of: Type) -> bool:
    match of:
        case Plain(words=words):
            return bool(words)
        case Collection(element=inner):
            parts: tuple[Type | None, ...] = (inner,)
        case Tuple(elements=elements):
            parts = elements
        case Mapping(key=key, value=value):
            parts = key, value
        case Record(fields=fields):
            parts = tuple(value for _, value in fields)
        case _:
            return False
    return all(one is None or is_hollow(one) for one in parts)


def words_of(of: Type | None, kind: Kind | None = None) -> frozenset[str]:
    """All words about the slots in a type, or about whatever (or, whatever of ``kind``) is given."""
    found: frozenset[str] = frozenset()
    for option in options(of):
        match option:
            case Plain(words=words, kind=only) if only is None or kind is None or only == kind:
                found |= words
            case Variable(words=words):
                found |= words
            case Slot(kind=meant, words=words) if kind is None or kind == meant:
                found |= words
            case Collection(element=inner):
                found |= words_of(inner, kind)
            case Mapping(value=value):  # What is said of keys, a key hears where it stands.
                found |= words_of(value, kind)
            case Tuple(elements=elements):
                found = found.union(*(words_of(one, kind) for one in elements))
    return found


def as_told(of: Type | None, by: Type | None) -> Type | None:
    """A type with what ``by`` says of whatever is given added to its slots, each what is said of its kind."""
    found: list[Type | None] = []
    for option in options(of):
        kind = option.kind if isinstance(option, Slot) else None
        found.append(with_words(option, words_of(by, kind)))
    return join(found)


def with_words(of: Type | None, words: frozenset[str]) -> Type | None:
    """A type with ``words`` added to the slots in it; "named" lowers their evidence."""
    return join(_with_words(option, words) for option in options(of))


def _with_words(of: Type, words: frozenset[str]) -> Type:
    match of:
        case Slot(kind=kind, words=already, evidence=evidence):
            evidence = "named" if "named" in words else evidence
            return Slot(kind, already | (words - {"named"}), evidence)
        case Plain(words=already, kind=only):
            return Plain(already | words, only)
        case Variable(name=name, words=already):
            return Variable(name, already | words)
        case Collection(element=element):
            return Collection(with_words(element, words))
        case Tuple(elements=elements):
            return Tuple(tuple(with_words(one, words) for one in elements))
        case Mapping(key=key, value=value):
            return Mapping(with_words(key, words), with_words(value, words))
    return of


def as_compared(of: Type | None) -> Type | None:
    """A type without what its place does with what it is given: what is compared with it goes nowhere."""
    return join(
        Slot(one.kind, one.words - _OF_SINKS, one.evidence) if isinstance(one, Slot) else one
        for one in options(of)
    )


def is_other(candidate: Candidate, wanted: Type | None, context: Context) -> bool:
    """Whether no member equals what stands there, or what is wanted: a text in lower case, a status line."""
    words = words_for(candidate, wanted)
    if "lower" in words or ("line" in words and context == "comparison"):
        return True
    return is_lower(candidate) and "folds" not in words


def is_lower(candidate: Candidate) -> bool:
    """Whether a method is not written in capitals."""
    return isinstance(candidate.value, str) and candidate.value != candidate.value.upper()


def words_for(candidate: Candidate, wanted: Type | None) -> frozenset[str]:
    """What a place where ``wanted`` is expected does with a literal of this kind."""
    return frozenset(word for slot in slots(wanted) if slot.kind == candidate.kind for word in slot.words)


def method_result(of: Type, method: str) -> Type | None:
    """What a method of a text or of a container gives: ``x.upper()``, ``x.items()``."""
    match of, method:
        case Slot(kind="method"), "upper" | "strip":
            return of
        case Slot(kind="method"), "split":
            return Collection(of)
        case Slot(kind="status"), "split":
            return Tuple((of,))  # The phrase is behind it.
        case Slot(kind="method"), "lower":
            return Slot("method", of.words | {"lower"}, of.evidence)
        case Mapping(key=key), "keys":
            return Collection(key)
        case Mapping(value=value), "values":
            return Collection(value)
        case Mapping(key=key, value=value), "items":
            return Collection(Tuple((key, value)))
        case Mapping(value=value), "get" | "pop" | "setdefault":
            return value
        case Record(), "copy":
            return of
        case (Collection() | Tuple()), "pop":
            return element(of)
        case (Collection() | Mapping()), "copy":
            return of
    return None
