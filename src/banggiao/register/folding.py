"""Texts and words without case and diacritics, letter for letter, so that a hit in the folded text has its place in the
article's own.

The full text index holds what `index_text` gives, and takes an article out of it by giving the same again (SQLite keeps
no copy): whoever changes what it gives adds a migration that makes the index anew.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from banggiao.model import Span
from banggiao.normal import Normal, normalise

WORD = re.compile(r"[^\W_]+")
INDEXED_CHARACTERS = 100_000
"""So much of a text can be searched: PostgreSQL takes no more than 1 MB of words of one text."""


def _bases() -> dict[int, str]:
    """Composed letter → its base, where that is one ASCII letter; "đ" has no decomposition."""
    bases = {ord("đ"): "d"}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            bases[code] = base
    return bases


_BASES = _bases()


def without_marks(low: str) -> str:
    """Lower-case NFC text without diacritics; the length stays."""
    return low.translate(_BASES)


def index_text(text: str) -> str:
    """What the index is given of a text: lower case, NFC, one typing of tone marks."""
    return normalise(text).low[:INDEXED_CHARACTERS]


@dataclass(slots=True, frozen=True)
class Folded:
    """A text with its lower-case and its folded form; both have the offsets of `normal`."""

    normal: Normal
    folded: str

    @classmethod
    def of(cls, text: str) -> Folded:
        normal = normalise(text)
        return cls(normal, without_marks(normal.low))

    @property
    def low(self) -> str:
        return self.normal.low

    def norm_span(self, start: int, end: int) -> Span:
        return self.normal.norm(start), self.normal.norm(end)
