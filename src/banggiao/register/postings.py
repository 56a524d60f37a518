"""Which texts of a segment hold a term: as bytes in a table, and as a whole number whose bits are the texts.

A segment has so many texts (`size`, at most `MOST`), each known by its place: 0 is the oldest. The places of a term are
kept in the shortest of three ways, which the first byte names: one bit for each text of the segment; two bytes for the
first place and one for the way from each to the next, where none is longer than 255; or two bytes for each place.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, compress, islice, pairwise
from operator import sub

MOST = 1 << 16
"""Texts of a segment: a place has two bytes."""
BUNDLE = 8
"""Terms that are kept as one: a row of a table by itself takes half as much again."""
_BITS, _WAYS, _PLACES = b"bwp"
_FEW = 24
"""So few places are set as bits one by one."""


def packed(size: int, places: Sequence[int]) -> bytes:
    """Places, rising, as they are kept; nothing where there are none."""
    if not places:
        return b""
    whole = (size + 7) // 8
    if len(places) < whole:
        try:
            ways = bytes(map(sub, islice(places, 1, None), places))
            return bytes((_WAYS, places[0] & 255, places[0] >> 8)) + ways
        except ValueError:  # one is longer
            if 2 * len(places) <= whole:
                return bytes((_PLACES,)) + little(array("H", places)).tobytes()
    return bytes((_BITS,)) + _bits(size, places).to_bytes(whole, "little")


def either(size: int, terms: Iterable[bytes]) -> int:
    """The texts that hold any of some terms, as bits. terms: what is kept of each."""
    out = 0
    places: list[int] = []
    for kept in terms:
        if kept[:1] == bytes((_BITS,)):
            out |= int.from_bytes(kept[1:], "little")
        else:
            places += places_of(kept)
    return out | _bits(size, places)


def places_of(kept: bytes) -> list[int]:
    """The same as places, rising."""
    if not kept:
        return []
    if kept[0] == _BITS:
        # Digit by digit in C: a loop over the bits took six times as long.
        digits = f"{int.from_bytes(kept[1:], 'little'):b}"[::-1].encode().translate(_DIGITS)
        return [*compress(range(len(digits)), digits)]
    if kept[0] == _WAYS:
        return [*accumulate(chain((kept[1] | kept[2] << 8,), kept[3:]))]
    return little(array("H", kept[1:])).tolist()


def bundled(terms: Sequence[bytes]) -> bytes:
    """What is kept of `BUNDLE` terms, as one; nothing where there is nothing of any."""
    return little(array("H", map(len, terms))).tobytes() + b"".join(terms) if any(terms) else b""


def unbundled(kept: bytes) -> list[bytes]:
    """What is kept of each of them."""
    ends = [*accumulate(little(array("H", kept[: 2 * BUNDLE])), initial=2 * BUNDLE)]
    return [kept[start:end] for start, end in pairwise(ends)]


def from_the_end(bits: int) -> Iterator[int]:
    """The places of bits, highest first."""
    while bits:
        place = bits.bit_length() - 1
        yield place
        bits ^= 1 << place


class Joining:
    """Several segments made one, in which texts stand by their number again. segments: by id the numbers of its texts,
    rising, and those of them that are gone, as bits."""

    def __init__(self, segments: Mapping[int, tuple[Sequence[int], int]]) -> None:
        every = sorted(
            (number, id, place)
            for id, (numbers, gone) in segments.items()
            for place, number in enumerate(numbers)
            if not gone >> place & 1
        )
        self.numbers = [number for number, _, _ in every]
        self._to: dict[int, list[int]] = {id: [-1] * len(numbers) for id, (numbers, _) in segments.items()}
        for at, (_, id, place) in enumerate(every):
            self._to[id][place] = at

    def joined(self, term: Iterable[tuple[int, bytes]]) -> bytes:
        """What the one keeps of a term. term: what the segments, by id, keep of it."""
        places = [at for id, kept in term for at in map(self._to[id].__getitem__, places_of(kept)) if at >= 0]
        places.sort()
        return packed(len(self.numbers), places)


def _bits(size: int, places: Sequence[int]) -> int:
    if len(places) <= _FEW:
        out = 0
        for place in places:
            out |= 1 << place
        return out
    digits = bytearray(b"0" * size)
    for place in places:
        digits[~place] = 49  # "1"; the first place is the last digit
    return int(digits, 2)


def little(numbers: array[int]) -> array[int]:
    """Numbers to and from the order of bytes in which they are kept."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


_DIGITS = bytes.maketrans(b"01", b"\0\1")
