"""Copies and rewrites of one text: by the runs of words that two texts share.

A text's spots (SpotSigs, Theobald et al. 2008) are the runs of words that begin with one of the commonest words of the
language: some 100 an article, spread over its sentences. A sketch (Broder 1997) is a sample of their hashes, always the
smallest, so that two texts keep the same spots if both hold them. From two sketches follows how much of the shorter
text stands in the longer one: a reprint with a new headline, a shortened or a longer version score high, an
independent report of the same event low.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import compress
from zlib import crc32

from banggiao.normal import normalise

Sketch = tuple[int, ...]
"""Sorted 32-bit hashes, at most `SIZE`; fewer than that are all that the text has."""

SIZE = 48  # most articles have fewer spots, so little is estimated
COPY = 0.5
"""Share of the shorter text that stands in the other one: on 700 alike pairs of one year's press, reprints and new
versions of a report share 0.5 or more, independent reports of an event 0.3 or less, most of them a tenth."""
_BITS = 1024
_RUN = 4
_FEW = 3  # a text with fewer spots is a copy of the same text only; fewer shared ones may be chance
_MASK = 0xFFFFFFFF


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    rows = (files("banggiao") / "data" / "frequencies" / "spots.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for row in rows if row and row[0] != "#" for word in row.partition(": ")[2].split(", "))


def sketch(text: str) -> Sketch:
    """The sketch of a text; case, Unicode form, place of tone marks and line breaks do not matter."""
    return sketch_of_words(normalise(text).low.split())


def sketch_of_words(words: Sequence[str]) -> Sketch:
    """The sketch of a text given as the words of its normal form in lower case."""
    starts = list(compress(range(len(words)), map(_openers().__contains__, words)))
    if len(starts) < _FEW:
        return (_hash(words),)
    join = " ".join
    try:
        spots = {crc32(join(words[at : at + _RUN]).encode()) for at in starts}
    except UnicodeEncodeError:  # a lone surrogate
        spots = {_hash(words[at : at + _RUN]) for at in starts}
    return tuple(sorted(spots)[:SIZE])


def _hash(words: Sequence[str]) -> int:
    return crc32(" ".join(words).encode("utf-8", "surrogatepass"))


def mask_of(sketch: Sequence[int]) -> int:
    """A bit for each spot of a sketch, of `_BITS`: two texts share at most as many spots as their masks have bits in
    common, and one more for each two spots of one of them that fell on one bit."""
    bits = bytearray(_BITS // 8)
    for spot in sketch:
        bits[spot % _BITS >> 3] |= 1 << (spot & 7)
    return int.from_bytes(bits, "little")


def contained(a: Sketch, b: Sketch) -> float:
    """How much of the shorter text stands in the other one, from 0 to 1, as far as the sketches tell."""
    shared, least = _compared(a, b)
    return shared / least if least else 0.0


def is_copy(a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether one text repeats the other in whole or for the most part."""
    if a == b:
        return True
    shared, least = _compared(a, b)
    return shared >= _FEW and shared >= COPY * least


def _compared(a: Sequence[int], b: Sequence[int]) -> tuple[int, int]:
    """How many spots two sketches share, and how many the shorter one has of those that both can tell of."""
    return len(set(a).intersection(b)), _comparable(a, b)


def _comparable(a: Sequence[int], b: Sequence[int]) -> int:
    """How many spots the shorter one has of those that both can tell of: what lies above the end of a full sketch was
    cut off there, and tells nothing about the other."""
    ends = a[-1] if len(a) == SIZE else _MASK, b[-1] if len(b) == SIZE else _MASK
    top = min(ends)
    return min(bisect_right(a, top), bisect_right(b, top))


def alike(
    sketches: Sequence[Sequence[int]],
    near: Iterable[tuple[int, Iterable[int]]] | None = None,
    *,
    masks: Sequence[int] | None = None,
) -> Iterator[tuple[int, int]]:
    """The pairs of numbers (a < b) whose sketches are copies. near: numbers, each with those that it is to be held
    against if they are smaller; where it is left out, all with those that share a spot. masks: those of the sketches,
    where they are at hand."""
    if masks is None:
        masks = [mask_of(sketch) for sketch in sketches]
    ends = [found[-1] if len(found) == SIZE else _MASK for found in sketches]
    for number, others in sharing(sketches) if near is None else near:
        found = sketches[number]
        mask, end, size = masks[number], ends[number], len(found)
        doubled = size - mask.bit_count()
        for other in sorted(others):
            if other >= number:
                break
            # Most that share one spot share few others, which the masks tell in a third of the time. What follows is
            # `_comparable`, whose calls took three tenths of the time of this loop.
            theirs, its = masks[other], ends[other]
            most = (theirs & mask).bit_count() + doubled
            if theirs != mask:
                if most < _FEW:
                    continue
                if end <= its:
                    least = min(size, bisect_right(sketches[other], end))
                else:
                    least = min(len(sketches[other]), bisect_right(found, its))
                if most < COPY * least:
                    continue
            if is_copy(sketches[other], found):
                yield other, number


def sharing(spots: Iterable[Iterable[int]]) -> Iterator[tuple[int, set[int]]]:
    """Each number with the smaller ones that share a spot with it."""
    homes: dict[int, list[int]] = {}
    for number, found in enumerate(spots):
        near: set[int] = set()
        for spot in found:
            home = homes.setdefault(spot, [])
            near.update(home)
            home.append(number)
        yield number, near


def families(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """For each number the smallest one that it is a copy of, by whatever chain of copies; itself where it is none."""
    home = list(range(count))

    def root(n: int) -> int:
        while home[n] != n:
            home[n] = n = home[home[n]]
        return n

    for a, b in pairs:
        one, two = sorted((root(a), root(b)))
        home[two] = one
    return [root(n) for n in range(count)]
