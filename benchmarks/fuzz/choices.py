"""A fuzzer's bytes as choices, so that a change of one byte is a change of one choice."""
from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Choices:
    """Numbers, and parts of sequences, as ``data`` has it; where it is used up, always the first."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def randrange(self, stop: int, /) -> int:
        """A number from 0 to below ``stop``, which is at most 65,536."""
        width = 1 if stop <= 256 else 2
        taken = self._data[self._at : self._at + width]
        self._at += width
        return int.from_bytes(taken) % stop

    def of(self, these: Sequence[T]) -> T:
        """One of ``these``."""
        return these[self.randrange(len(these))]

    def some(self, most: int) -> range:
        """To go through up to ``most`` times, none included."""
        return range(self.randrange(most + 1))


def mutated(seeds: Sequence[bytes], words: Sequence[bytes], chance: random.Random, longest: int) -> bytes:
    """What a fuzzer without feedback tries: a seed with some changes, or bytes of chance alone."""
    if not seeds or chance.random() < 0.3:
        return chance.randbytes(chance.randrange(longest))
    data = bytearray(chance.choice(seeds)[:longest])
    for _ in range(chance.randrange(1, 8)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((0, 1, 2, 4, 16, 64)))
        match chance.randrange(4):
            case 0:
                data[start:end] = chance.randbytes(chance.choice((0, 1, 4)))
            case 1:
                data[start:end] = chance.choice(words) if words else b""
            case 2:
                other = chance.choice(seeds)
                place = chance.randrange(len(other) + 1)
                data[start:end] = other[place : place + chance.choice((1, 8, 64))]
            case _:
                data[start:start] = data[start:end]
    return bytes(data[:longest])
