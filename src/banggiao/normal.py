"""The one form of the text in which everything is matched, and the way back to the article's own offsets.

The press types Vietnamese in several ways: composed or decomposed letters, tone marks old style ("hòa") or new
("hoà"). `Normal.text` is composed (NFC) with the writer's capitals; `Normal.low` is the same in lower case with tone
marks in the new style. Both have the same length, so one offset serves both; `raw` leads back to the input.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from banggiao.model import Span

# Old place of the tone mark → new place. Both sides have two letters, so offsets stay.
_TONES = [
    (old + end, first + new)
    for end, first, olds, news in (
        ("a", "o", "òóỏõọ", "àáảãạ"),
        ("e", "o", "òóỏõọ", "èéẻẽẹ"),
        ("y", "u", "ùúủũụ", "ỳýỷỹỵ"),
    )
    for old, new in zip(olds, news, strict=True)
]
_NEW_TONE = dict(_TONES)
_OLD_TONE = re.compile("[òóỏõọùúủũụ][aey]")  # and pairs that are none: they stay
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")
_COMMON_MARKS = "\u200b\xad\u200e\u200f\u202c\u2060\ufeff"
"""Blanks and hyphens without width, and marks of the direction of writing: Unicode's Cf, as pages have them."""
_MARKS = re.compile(f"[{_COMMON_MARKS}]+")
_CLUSTER_OR_MARKS = re.compile(f"{_CLUSTER.pattern}|{_MARKS.pattern}")


def lower(text: str) -> str:
    """Lower case with tone marks in the new style, never changing the length (of NFC text)."""
    low = text.lower()
    if len(low) != len(text):  # "İ" lowers to two code points
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return _OLD_TONE.sub(lambda pair: _NEW_TONE.get(pair[0], pair[0]), low)


def old_tones(low: str) -> str:
    """A lower-case text with tone marks in the old style: "hoà" → "hòa"."""
    for old, new in _TONES:
        low = low.replace(new, old)
    return low


@dataclass(slots=True, frozen=True)
class Normal:
    """A text in its normal forms. `_norm` and `_raw` hold the offsets at which both texts are in step again."""

    text: str
    low: str
    _norm: list[int]
    _raw: list[int]

    def raw(self, offset: int) -> int:
        """The offset in the input for an offset in `text`."""
        if not self._norm:
            return offset
        i = bisect_right(self._norm, offset) - 1
        return self._raw[i] + offset - self._norm[i] if i >= 0 else offset

    def norm(self, offset: int) -> int:
        """The offset in `text` for an offset in the input; inside a decomposed letter, that letter's start."""
        if not self._raw:
            return offset
        i = bisect_right(self._raw, offset) - 1
        if i < 0:
            return offset
        here = self._norm[i] + offset - self._raw[i]
        return min(here, self._norm[i + 1]) if i + 1 < len(self._norm) else here

    def raw_span(self, start: int, end: int) -> Span:
        return self.raw(start), self.raw(end)


@lru_cache(maxsize=1)
def normalise(text: str) -> Normal:
    """The normal forms of any string. The last one is kept: zones are cut out of an article before it is read."""
    if unicodedata.is_normalized("NFC", text):
        return Normal(text, lower(text), [], [])
    return _formed(text, _CLUSTER)


def readable(text: str) -> Normal:
    """The normal forms of an article as it is read: also without marks that have no width, of which one page in a
    hundred has some, mostly before a word whose name nobody would know with them. What is kept of texts elsewhere (the
    full text index, voices of copies) is made of `normalise`."""
    if not any(map(text.__contains__, _COMMON_MARKS)):  # a tenth of the time of a search
        return normalise(text)
    return _formed(text, _CLUSTER_OR_MARKS)


def _formed(text: str, changing: re.Pattern[str]) -> Normal:
    """The normal forms of a text in which some runs of letters are to change."""
    parts: list[str] = []
    norm_at: list[int] = []
    raw_at: list[int] = []
    last = length = 0
    for match in changing.finditer(text):
        composed = unicodedata.normalize("NFC", _MARKS.sub("", match.group()))
        if composed == match.group():
            continue
        parts += (text[last : match.start()], composed)
        length += match.start() - last + len(composed)
        last = match.end()
        norm_at.append(length)
        raw_at.append(last)
    parts.append(text[last:])
    joined = "".join(parts)
    return Normal(joined, lower(joined), norm_at, raw_at)
