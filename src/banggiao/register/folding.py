"""Texts and words without case and diacritics, letter for letter, so that a hit in the folded text has its place in the
article's own.

The full text index holds what `index_words` gives, and takes an article out of it by giving the same again (SQLite
keeps no copy): whoever changes what it gives adds a migration that makes the index anew.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import filterfalse

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


_LONGEST = 255
"""PostgreSQL takes words of 2,046 bytes; longer ones are no words."""
_HALF = _LONGEST // 2
"""Where each so many bytes hold a blank, no word is longer than twice that."""
_MARKED = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
_OTHERS = "\xa0\u200b\ufeff–—‐‑−“”‘’„«»…•·°²³½€£§©®×″′äåæçëîïñöøûüāčėğłńōśşšūžżß"
_LETTERS = (*map(chr, range(128)), *sorted({c for c in _MARKED + _OTHERS if c > "\x7f"}))
"""The characters of the press, each as one byte. With any other a text goes the long way."""


def _codes(form: Callable[[str], str]) -> bytes:
    """Byte → byte, as `form` has its character."""
    out = [_LETTERS.index(form(char)) for char in _LETTERS]
    return bytes([*out, *range(len(out), 256)])


def _blank(char: str) -> str:
    """What is no letter or digit is a blank: databases disagree about "/", "." and "-" between letters."""
    return char if char.isalnum() else " "


_FROM_BYTES = "".join(_LETTERS).ljust(256, "\ufffe")
_TO_BYTES = codecs.charmap_build(_FROM_BYTES)
_PLAIN = _codes(_blank)
_BARE_BYTES = _codes(without_marks)


@dataclass(slots=True, frozen=True)
class Indexable:
    """A text as the index is given it: its words in their order without diacritics, some blanks between them; and those
    with diacritics (or of other letters), some of them twice, some plain ones among them."""

    words: str
    exact: str


def indexable(low: str, words: Sequence[str]) -> Indexable:
    """What the index is given of a text in its normal form in lower case. words: the same, cut at blanks."""
    if len(low) > INDEXED_CHARACTERS:
        low = low[:INDEXED_CHARACTERS]
        words = low.split()
    try:
        # Whole texts as bytes: to look up each word took half as long again while a register was filled.
        plain = _plain(low)
        exact = _plain(" ".join(filterfalse(str.isascii, words)))
    except UnicodeEncodeError:
        return _any_letters(low)
    if any(plain.find(b" ", at, at + _HALF) < 0 for at in range(0, len(plain) - _HALF + 1, _HALF)):
        return _any_letters(low)  # there may be words that are too long
    return Indexable(_text(plain.translate(_BARE_BYTES)), _text(exact))


def _plain(low: str) -> bytes:
    return codecs.charmap_encode(low, "strict", _TO_BYTES)[0].translate(_PLAIN)


def _any_letters(low: str) -> Indexable:
    words = [word[:_LONGEST] for word in "".join(map(_blank, low)).split()]
    return Indexable(" ".join(map(without_marks, words)), " ".join(filterfalse(str.isascii, words)))


def _text(coded: bytes) -> str:
    return codecs.charmap_decode(coded, "strict", _FROM_BYTES)[0]


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
        try:  # as bytes in a fifth of the time
            bare = _text(codecs.charmap_encode(normal.low, "strict", _TO_BYTES)[0].translate(_BARE_BYTES))
        except UnicodeEncodeError:
            bare = without_marks(normal.low)
        return cls(normal, bare)

    @property
    def low(self) -> str:
        return self.normal.low

    def norm_span(self, start: int, end: int) -> Span:
        return self.normal.norm(start), self.normal.norm(end)
