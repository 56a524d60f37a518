"""What a person typed into a search, as words; and where a text holds them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from banggiao.lexicon import fold
from banggiao.model import Span
from banggiao.normal import lower
from banggiao.register.folding import WORD, Folded, without_marks

_LONGEST = 400
_MOST = 12
"""So many characters and words of a question count; nobody types more, and a pasted page would ask for everything."""
_QUOTED = re.compile(r'["“”„«]([^"“”„«»]*)["“”»]')
_PLACES = 200
"""So many places of a word are looked at in one text."""


@dataclass(slots=True, frozen=True)
class Word:
    """A word as it was typed (lower case) and folded. more: it may go on, being typed still; endings: how."""

    typed: str
    folded: str
    more: bool = False
    endings: tuple[str, ...] = ()

    @property
    def marked(self) -> bool:
        """Whether it was typed with diacritics, so that spelling counts."""
        return self.typed != self.folded

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.folded, *self.endings)

    def pattern(self, *, typed: bool) -> re.Pattern[str]:
        end = "" if self.more else r"(?![^\W_])"
        return re.compile(rf"(?<![^\W_]){re.escape(self.typed if typed else self.folded)}{end}")


@dataclass(slots=True, frozen=True)
class Wanted:
    """All words, in the order typed; `phrases`: ranges of words that must stand side by side (they were quoted)."""

    words: tuple[Word, ...]
    phrases: tuple[range, ...] = ()
    name_words: tuple[str, ...] = field(default=())
    """The words as names have them: "ASEAN+3" is one."""

    @property
    def marked(self) -> bool:
        return any(word.marked for word in self.words)

    def units(self) -> Iterator[list[Word]]:
        """Quoted words together, others by themselves."""
        at = 0
        while at < len(self.words):
            end = next((r.stop for r in self.phrases if r.start == at), at + 1)
            yield list(self.words[at:end])
            at = end


def parse(typed: str, *, prefix: bool = False) -> Wanted:
    """The words of a question. prefix: the last one may go on. Any string will do: marks, operators and characters
    that cannot be seen are no part of words."""
    shown = "".join(c for c in typed[: _LONGEST * 4] if unicodedata.category(c) not in ("Cf", "Cs"))
    text = unicodedata.normalize("NFC", shown)[:_LONGEST]
    words: list[Word] = []
    phrases: list[range] = []
    last = 0
    for match in _QUOTED.finditer(text):
        words += _words(text[last : match.start()])
        inside = _words(match[1])
        if len(inside) > 1 and len(words) + len(inside) <= _MOST:
            phrases.append(range(len(words), len(words) + len(inside)))
        words += inside
        last = match.end()
    words += _words(text[last:])
    words = words[:_MOST]
    names = tuple(fold(text).split()[:_MOST])
    if prefix and words and not any(words and r.stop == len(words) for r in phrases) and text[-1:].isalnum():
        words[-1] = Word(words[-1].typed, words[-1].folded, more=True)
    return Wanted(tuple(words), tuple(phrases), names)


def _words(text: str) -> list[Word]:
    low = lower(text)
    return [Word(word, without_marks(word)) for word in WORD.findall(low)]


@dataclass(slots=True, frozen=True)
class Places:
    """Where a text holds the words: spans of its normal form, of each word and of all side by side."""

    words: list[list[Span]]
    adjacent: list[Span]
    exact: bool
    """With the diacritics that were typed; of words side by side all of them are."""


class Finder:
    """Looks for the words in folded texts."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self._units = [(unit[0], _row(unit, typed=False)) for unit in wanted.units() if len(unit) > 1]

    @cached_property
    def _row(self) -> re.Pattern[str]:
        return _row(self.wanted.words, typed=False)

    @cached_property
    def _typed_row(self) -> re.Pattern[str]:
        return _row(self.wanted.words, typed=True)

    def starts(self, text: Folded) -> list[list[int]]:
        """Where each word may begin in a text, rising: a first look, that tells where they cannot all be."""
        folded = text.folded
        return [_beginnings(word.folded, folded) for word in self.wanted.words]

    def places(self, text: Folded, spans: Sequence[Span] | None = None) -> Places | None:
        """Where the text (or these spans of its normal form) holds the words; None if one is missing."""
        within = spans if spans is not None else [(0, len(text.folded))]
        # What is quoted first: most texts that hold its words hold them apart.
        if not all(_rows(first, row, text.folded, within) for first, row in self._units):
            return None
        words: list[list[Span]] = []
        for word in self.wanted.words:
            if not (found := _all(word.folded, word.more, text.folded, within)):
                return None
            words.append(found)
        adjacent = words[0]
        if len(words) > 1:
            adjacent = _rows(self.wanted.words[0], self._row, text.folded, within)
        exact = True
        if self.wanted.marked:
            if side_by_side := [span for span in adjacent if self._typed_row.match(text.low, span[0])]:
                adjacent = side_by_side + [span for span in adjacent if span not in side_by_side]
            else:
                exact = not adjacent and all(
                    any(_stands(word.typed, word.more, text.low, start, len(text.low)) for start, _ in found)
                    for word, found in zip(self.wanted.words, words, strict=True)
                    if word.marked
                )
        return Places(words, adjacent, exact)


def _row(words: Sequence[Word], *, typed: bool) -> re.Pattern[str]:
    """The words side by side, whatever marks stand between them."""
    return re.compile(r"[\W_]+".join(word.pattern(typed=typed and word.marked).pattern for word in words))


def _stands(word: str, more: bool, text: str, at: int, end: int) -> bool:
    """Whether the word stands at a place of the text, as a word. more: it may go on."""
    after = at + len(word)
    return (
        after <= end
        and text.startswith(word, at)
        and not (at and text[at - 1].isalnum())
        and (more or after == end or not text[after].isalnum())
    )


def _starts(word: str, more: bool, text: str, within: Sequence[Span]) -> Iterator[int]:
    """Where the word stands in these spans of the text. By `find`: a pattern that looks behind takes thrice as long."""
    for start, end in within:
        at = text.find(word, start, end)
        while at >= 0:
            if _stands(word, more, text, at, end):
                yield at
                at += len(word)
            else:
                at += 1
            at = text.find(word, at, end)


def _beginnings(word: str, text: str) -> list[int]:
    found = []
    at = text.find(word)
    while at >= 0:
        found.append(at)
        at = text.find(word, at + 1)
    return found


def _all(word: str, more: bool, text: str, within: Sequence[Span]) -> list[Span]:
    return [(at, at + len(word)) for at in islice(_starts(word, more, text, within), _PLACES)]


def _rows(first: Word, row: re.Pattern[str], text: str, within: Sequence[Span]) -> list[Span]:
    """The places of words side by side, the first of which is given."""
    found: list[Span] = []
    for start, end in within:
        after = start
        for at in _starts(first.folded, first.more, text, [(start, end)]):
            if at >= after and (match := row.match(text, at, end)):
                found.append(match.span())
                after = match.end()
                if len(found) == _PLACES:
                    return found
    return found
