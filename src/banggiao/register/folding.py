"""Texts and words without case and diacritics, letter for letter, so that a hit in the folded text has its place in the
article's own.

The full text index holds what `index_words` gives, and takes an article out of it by giving the same again (SQLite
keeps no copy): whoever changes what it gives adds a migration that makes the index anew.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
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


_REMEMBERED = 200_000


class _Bare(dict[str, str]):
    """Word → the word without diacritics, of the same length; worked out when first met."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = out = word.translate(_BASES)
        return out


_BARE = _Bare()


def without_marks(low: str) -> str:
    """Lower-case NFC text without diacritics; the length stays."""
    if low.isascii():
        return low
    # To translate each letter of a text takes five times as long as to look up its words.
    return " ".join(map(_BARE.__getitem__, low.split(" ")))


class _Memory(dict[str, str]):
    """Word of a text, with the marks about it → what the index has of it; worked out when first met. An article has
    300 words and all but two or three were met before: to translate each letter of a text takes five times as long."""

    def __init__(self, form: Callable[[str], str]) -> None:
        self._form = form

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        # What is no letter or digit is a blank: databases disagree about "/", "." and "-" between letters.
        plain = word if word.isalnum() else "".join(char if char.isalnum() else " " for char in word)
        self[word] = out = " ".join(one[:_LONGEST] for one in self._form(plain).split())
        return out


_LONGEST = 255
"""PostgreSQL takes words of 2,046 bytes; longer ones are no words."""
_FOLDED = _Memory(without_marks)
_MARKED = _Memory(lambda plain: " ".join(word for word in plain.split() if not word.isascii()))


@dataclass(slots=True, frozen=True)
class Indexable:
    """A text as the index is given it: its words in their order without diacritics, and those with diacritics (or of
    other letters), each once."""

    words: str
    exact: str


def indexable(low: str, words: Sequence[str]) -> Indexable:
    """What the index is given of a text in its normal form in lower case. words: the same, cut at blanks."""
    if len(low) > INDEXED_CHARACTERS:
        words = low[:INDEXED_CHARACTERS].split()
    return Indexable(
        " ".join(filter(None, map(_FOLDED.__getitem__, words))),
        " ".join(filter(None, map(_MARKED.__getitem__, dict.fromkeys(words)))),
    )


def index_words(text: str) -> Indexable:
    """The same of any text."""
    low = normalise(text).low
    return indexable(low, low.split())


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
