"""One pass over the text: every form of the lexicon, longest match first, at token boundaries; then the row of units.

The automaton runs over the tokens with one character in place of each, so that a form can only match whole tokens
("an" never inside "quan") and its matches count tokens. Dates come from `reading.dates` and take their stretch of
tokens as one unit; a form that begins before a date and holds it ("UNCLOS 1982") wins over it, otherwise the date wins.

This is the reader's busiest step. What stands between two blanks is cut into tokens once and kept by the written form,
each token with its meanings, symbol, norm and classes; an article is then looked up chunk by chunk, and its offsets are
sums of lengths. What a form or date joins is put together span by span (`docs/design/speed.md`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable
from itertools import accumulate, chain, compress
from typing import Any, NamedTuple, TypeVar

import ahocorasick_rs

from banggiao.grammar import END, RuleSet, Symbols
from banggiao.lexicon import Entry, Lexicon
from banggiao.lexicon.tokens import TOKEN, plain
from banggiao.normal import lower
from banggiao.reading.dates import DATE_ROLES, DateMention
from banggiao.reading.document import Document

_TOKENS = re.compile(f"({TOKEN.pattern})")
_T = TypeVar("_T")
_UNKNOWN = "\x00"  # the automaton's character for every token that is in no form
_FIRST_LETTER = 0xE000  # behind the surrogates: as many characters as any lexicon has words
_KEPT = 50_000  # chunks that are remembered, then all are forgotten: those of some 5,000 articles, 15 MB
_SHAPES = ("low", "Cap", "CAPS", "num", "mark")
# A capitalised word with one of these meanings is not taken for a part of a person's name.
_NO_NAME = frozenset({"party", "city", "metonym", "post", "body", "instrument", "honorific", "ministry", "title"})


class _Unit(NamedTuple):
    """What one written form is in the row: its meanings, the symbol of their classes, its norm, the classes; and, for a
    single token, the character that the automaton knows it by."""

    meanings: tuple[Entry, ...]
    symbol: str
    norm: str
    classes: tuple[str, ...]
    letter: str = ""


_BETWEEN = _Unit((), END, "", (), _UNKNOWN)


class _Chunk(NamedTuple):
    """What stands between two blanks: its tokens as units, by turns how many characters stand before a token (the blank
    included) and how many are in it, and the units' letters."""

    units: tuple[_Unit, ...]
    lengths: tuple[int, ...]
    letters: str


class _OddBlanksError(ValueError):
    """White space other than one blank, at the end of what stands between two."""


class _Kept(dict[str, _T]):
    """What was worked out by the written form. `[]` works out what is not known yet."""

    def __init__(self, work_out: Callable[[str], _T]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, written: str) -> _T:
        found = self[written] = self._work_out(written)
        return found


def _shape(surface: str) -> str:
    first = surface[0]
    if first.isalpha():
        if not first.isupper():
            return "low"
        return "CAPS" if len(surface) > 1 and surface.isupper() else "Cap"
    return "num" if first.isdigit() else "mark"


def _classes(shape: str, form: str, meanings: tuple[Entry, ...]) -> frozenset[str]:
    """The classes of a unit, by its writing, its form ("" for one that is no form of the lexicon) and its meanings."""
    classes = {"CAPS", "Cap"} if shape == "CAPS" else {shape}
    for entry in meanings:
        classes.add(entry.cls)
        classes.update(entry.attrs.get("also", ()))
    if "Cap" in classes and " " not in form and not any(entry.cls in _NO_NAME for entry in meanings):
        classes.add("Name")
    return frozenset(classes)


class Scanner:
    """Finds the forms of one lexicon in documents. Holds the automaton and the symbols of all sets of classes."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.symbols = Symbols()
        self._forms = [form for form in lexicon.forms if " " in form]
        self._letters: dict[str, str] = {}
        for form in self._forms:
            for token in form.split(" "):
                self._letters.setdefault(token, chr(_FIRST_LETTER + len(self._letters)))
        self._automaton = ahocorasick_rs.AhoCorasick(
            ["".join([self._letters[token] for token in form.split(" ")]) for form in self._forms],
            matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
            store_patterns=False,
        )
        self._tokens = _Kept(self._single)
        self._chunks = _Kept(self._chunk)
        self._surfaces: dict[str, _Unit] = {}
        marks = {(char, "mark"): frozenset({"mark", f"'{char}'"}) for char in ",.;:-()\"'/+!?…[]&%$"}
        bare = {shape: _classes(shape, "", ()) for shape in _SHAPES}
        dates = {role: frozenset({"date", f"date-{role}"}) for role in DATE_ROLES}
        self.symbols.of_all([*marks.values(), *bare.values(), *dates.values(), *self._sets()])
        self._known: dict[tuple[str, str], tuple[tuple[Entry, ...], str]] = {
            key: ((), self.symbols.of(classes)) for key, classes in marks.items()
        }
        self._plain = {shape: self.symbols.of(classes) for shape, classes in bare.items()}
        self._dates = {role: self.symbols.of(classes) for role, classes in dates.items()}

    def _sets(self) -> set[frozenset[str]]:
        """Every set of classes that a form of the lexicon can have in any writing. Forms whose meanings are of the same
        classes have the same sets: 5,000 forms are of some hundred kinds."""
        kinds: dict[Any, str] = {}
        for form, meanings in self.lexicon.forms.items():
            classes = tuple([(entry.cls, entry.case, tuple(entry.attrs.get("also", ()))) for entry in meanings])
            kinds.setdefault((" " in form, _shape(form), classes), form)
        return {
            _classes(shape, form, self._fitting(form, shape))
            for form in kinds.values()
            for shape in (("low", "Cap", "CAPS") if form[0].isalpha() else (_shape(form),))
        }

    def grammars(self) -> dict[str, RuleSet]:
        """The unit grammars of the lexicon's folder, by "language/name"."""
        return {
            name: RuleSet(name, data, self.symbols)
            for name, data in self.lexicon.grammar.items()
            if isinstance(data, dict) and data.get("over") == "units"
        }

    def _fitting(self, form: str, shape: str) -> tuple[Entry, ...]:
        """The meanings that a form has in this writing."""
        return tuple(
            entry
            for entry in self.lexicon.forms.get(form, ())
            if not entry.case or shape == "CAPS" or (entry.case == "capital" and shape == "Cap")
        )

    def _look_up(self, form: str, shape: str) -> tuple[tuple[Entry, ...], str]:
        """The meanings that a form, or a token that is none, has in this writing, and the symbol of their classes."""
        found = self._known.get((form, shape))
        if found is None:
            if form not in self.lexicon.forms:
                return (), self._plain[shape]
            meanings = self._fitting(form, shape)
            found = self._known[form, shape] = (meanings, self.symbols.of(_classes(shape, form, meanings)))
        return found

    def scan(self, doc: Document) -> None:
        """Fills the row of units of a document whose sentences and dates are known."""
        text = plain(doc.text)
        if len(self._chunks) > _KEPT:
            for kept in (self._tokens, self._chunks, self._surfaces):
                kept.clear()
        known = self._chunks
        chunks: list[_Chunk] = []
        end = 0
        for sentence in doc.sentences:
            said = text[sentence.start : sentence.end]
            try:
                first, *rest = [known[chunk] for chunk in said.split(" ")]
            except _OddBlanksError:
                first, *rest = [self._chunk(said)]
            chunks.append(_Chunk((_BETWEEN,), (sentence.start - end, 0), _UNKNOWN))
            before, *lengths = first.lengths
            chunks.append(_Chunk(first.units, (before - 1, *lengths), first.letters))  # no blank before it
            chunks += rest
            end = sentence.end
        chunks.append(_Chunk((_BETWEEN,), (len(text) - end, 0), _UNKNOWN))
        units_of, lengths_of, letters_of = zip(*chunks, strict=True)
        units = list(chain.from_iterable(units_of))
        offsets = list(accumulate(chain.from_iterable(lengths_of)))
        starts, ends = offsets[::2], offsets[1::2]
        found = self._automaton.find_matches_as_indexes("".join(letters_of))
        spans = {start: (end, form) for form, start, end in found}
        for token, (after, number) in self._date_tokens(doc, starts, ends).items():
            if token not in spans or after >= spans[token][0]:
                spans[token] = (after, ~number)
        self._build(doc, text, units, starts, ends, sorted(spans.items()))

    @staticmethod
    def _date_tokens(doc: Document, starts: list[int], ends: list[int]) -> dict[int, tuple[int, int]]:
        """First token → (token after the last, index of the date mention)."""
        out: dict[int, tuple[int, int]] = {}
        for number, date in enumerate(doc.dates):
            first, last = bisect_right(starts, date.start) - 1, bisect_left(ends, date.end)
            # dates that do not begin and end with tokens are none of the row's
            if first <= last < len(ends) and starts[first] == date.start and ends[last] == date.end:
                out[first] = (last + 1, number)
        return out

    def _build(
        self,
        doc: Document,
        text: str,
        units: list[_Unit],
        starts: list[int],
        ends: list[int],
        spans: list[tuple[int, tuple[int, int]]],
    ) -> None:
        """Joins the tokens of forms and dates, and fills the row. `units`, `starts` and `ends` are by token.
        `spans`: first token, (token after the last, what stands there: the number of a form, or a date's number
        inverted), rising."""
        known = self._surfaces
        kept = bytearray(b"\x01") * len(units)
        dates: list[DateMention] = []
        after = 0
        for first, (last, what) in spans:
            if first < after:
                continue
            if what >= 0:
                surface = text[starts[first] : ends[last - 1]]
                unit = known.get(surface)
                if unit is None:
                    unit = known[surface] = self._unit(self._forms[what], _shape(surface))
                if not unit.meanings:  # the writing does not fit: try the shorter forms inside
                    length, unit = self._shorter([u.norm for u in units[first:last]], _shape(surface))
                    last = first + length
            else:
                date = doc.dates[~what]
                dates.append(date)
                unit = _Unit((), self._dates[date.role], " ".join([u.norm for u in units[first:last]]), ("date",))
            units[first] = unit
            ends[first] = ends[last - 1]
            kept[first + 1 : last] = bytes(last - first - 1)
            after = last
        units = list(compress(units, kept))
        doc.starts, doc.ends = list(compress(starts, kept)), list(compress(ends, kept))
        meanings, symbols, norms, classes, _ = zip(*units, strict=True)  # in half the time of a look at each unit
        doc.entries, doc.norms, doc.row = list(meanings), list(norms), "".join(symbols)
        doc.date_at = {bisect_right(doc.starts, date.start) - 1: date for date in dates}
        boundary = 0
        for sentence in doc.sentences:
            sentence.first, sentence.last = boundary + 1, doc.row.index(END, boundary + 1)
            doc.sentence_of += [sentence.index] * (sentence.last - boundary)
            boundary = sentence.last
        doc.sentence_of.append(len(doc.sentences))
        units_of: defaultdict[str, list[int]] = defaultdict(list)
        for number, held in compress(enumerate(classes), classes):
            for cls in held:
                units_of[cls].append(number)
        doc.units_of = dict(units_of)

    def _unit(self, form: str, shape: str) -> _Unit:
        meanings, symbol = self._look_up(form, shape)
        return _Unit(meanings, symbol, form, tuple(entry.cls for entry in meanings))

    def _chunk(self, written: str) -> _Chunk:
        pieces = _TOKENS.split(written)  # by turns what stands between tokens, and a token
        if len(pieces) == 1 or pieces.pop():
            raise _OddBlanksError(written)
        lengths = [len(piece) for piece in pieces]
        lengths[0] += 1  # the blank
        units = tuple([self._tokens[token] for token in pieces[1::2]])
        return _Chunk(units, tuple(lengths), "".join([unit.letter for unit in units]))

    def _single(self, surface: str) -> _Unit:
        """What a token is by itself."""
        shape, norm = _shape(surface), lower(surface)
        meanings, symbol = self._look_up(norm, shape)
        classes = tuple(entry.cls for entry in meanings)
        return _Unit(meanings, symbol, norm, classes, self._letters.get(norm, _UNKNOWN))

    def _shorter(self, tokens: list[str], shape: str) -> tuple[int, _Unit]:
        """The longest form that the tokens begin with and that may be written so, else the first token; and how many
        tokens that takes."""
        for end in range(len(tokens) - 1, 0, -1):
            form = " ".join(tokens[:end])
            if form in self.lexicon.forms:
                unit = self._unit(form, shape)
                if unit.meanings:
                    return end, unit
        meanings, symbol = self._look_up(tokens[0], shape)
        return 1, _Unit(meanings, symbol, tokens[0], tuple(entry.cls for entry in meanings))
