"""One pass over the text: every form of the lexicon, longest match first, at token boundaries; then the row of units.

The automaton runs over the tokens joined by marks on both sides of each, so that a form can only match whole tokens
("an" never inside "quan"). Dates come from `reading.dates` and take their stretch of tokens as one unit; a form that
begins before a date and holds it ("UNCLOS 1982") wins over it, otherwise the date wins.

The loop over tokens is the reader's busiest: what a written form means is looked up once and kept by its surface
(meanings, symbol, norm and classes together), and the lists of the row are filled by comprehensions at the end. That
took the step from 2.1 to 1.2 ms an article of the labelled ones (600 tokens), appending to six lists a unit before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, count
from typing import NamedTuple

import ahocorasick_rs

from banggiao.grammar import END, RuleSet, Symbols
from banggiao.lexicon import Entry, Lexicon
from banggiao.lexicon.tokens import TOKEN, plain
from banggiao.reading.dates import DATE_ROLES
from banggiao.reading.document import Document

_LEFT, _RIGHT = "\x01", "\x02"
_KEPT_SURFACES = 100_000  # written forms whose symbol is remembered; a newspaper's year has fewer
_SHAPES = ("low", "Cap", "CAPS", "num", "mark")
# A capitalised word with one of these meanings is not taken for a part of a person's name.
_NO_NAME = frozenset({"party", "city", "metonym", "post", "body", "instrument", "honorific", "ministry", "title"})


_BOUNDARY = -1  # in place of a form's number: a boundary between sentences; dates count from -2 downwards


class _Unit(NamedTuple):
    """What one written form is in the row: its meanings, the symbol of their classes, its norm, and the classes."""

    meanings: tuple[Entry, ...]
    symbol: str
    norm: str
    classes: tuple[str, ...]


_BETWEEN = _Unit((), END, "", ())


def _wrap(tokens: list[str]) -> str:
    return _LEFT + (_RIGHT + _LEFT).join(tokens) + _RIGHT


def _shape(surface: str) -> str:
    first = surface[0]
    if first.isalpha():
        if not first.isupper():
            return "low"
        return "CAPS" if len(surface) > 1 and surface.isupper() else "Cap"
    return "num" if first.isdigit() else "mark"


def _shape_classes(shape: str) -> set[str]:
    return {"CAPS", "Cap"} if shape == "CAPS" else {shape}


def _is_name(form: str, meanings: tuple[Entry, ...]) -> bool:
    return " " not in form and not any(entry.cls in _NO_NAME for entry in meanings)


class Scanner:
    """Finds the forms of one lexicon in documents. Holds the automaton and the symbols of all sets of classes."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.symbols = Symbols()
        self._forms = list(lexicon.forms)
        self._automaton = ahocorasick_rs.AhoCorasick(
            [_wrap(form.split(" ")) for form in self._forms], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )
        self._surfaces: dict[str, _Unit] = {}
        self._known: dict[tuple[str, str], tuple[tuple[Entry, ...], str]] = {}
        self._plain = {
            shape: self.symbols.of(frozenset(_shape_classes(shape) | ({"Name"} if shape in ("Cap", "CAPS") else set())))
            for shape in _SHAPES
        }
        self._dates = {role: self.symbols.of(frozenset({"date", f"date-{role}"})) for role in DATE_ROLES}
        for char in ",.;:-()\"'/+!?…[]&%$":
            self._known[char, "mark"] = ((), self.symbols.of(frozenset({"mark", f"'{char}'"})))
        for form in self._forms:
            for shape in ("low", "Cap", "CAPS") if form[0].isalpha() else (_shape(form),):
                self._look_up(form, shape)

    def grammars(self) -> dict[str, RuleSet]:
        """The unit grammars of the lexicon's folder, by "language/name"."""
        return {
            name: RuleSet(name, data, self.symbols)
            for name, data in self.lexicon.grammar.items()
            if isinstance(data, dict) and data.get("over") == "units"
        }

    def _look_up(self, form: str, shape: str) -> tuple[tuple[Entry, ...], str]:
        """The meanings that a form has in this writing, and the symbol of their classes."""
        found = self._known.get((form, shape))
        if found is None:
            meanings = tuple(
                entry
                for entry in self.lexicon.forms.get(form, ())
                if not entry.case or shape == "CAPS" or (entry.case == "capital" and shape == "Cap")
            )
            classes = _shape_classes(shape)
            for entry in meanings:
                classes.add(entry.cls)
                classes.update(entry.attrs.get("also", ()))
            if "Cap" in classes and _is_name(form, meanings):
                classes.add("Name")
            found = self._known[form, shape] = (meanings, self.symbols.of(frozenset(classes)))
        return found

    def scan(self, doc: Document) -> None:
        """Fills the row of units of a document whose sentences and dates are known."""
        low = plain(doc.low)
        tokens: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        sentence_of: list[int] = []
        spans: dict[int, tuple[int, int]] = {}
        for sentence in doc.sentences:
            found = [match.span() for match in TOKEN.finditer(low, sentence.start, sentence.end)]
            spans[len(tokens)] = (len(tokens) + 1, _BOUNDARY)
            tokens.append(END)
            starts.append(sentence.start)
            ends.append(sentence.start)
            tokens += [low[start:end] for start, end in found]
            starts += [start for start, _ in found]
            ends += [end for _, end in found]
            sentence_of += [sentence.index] * (len(found) + 1)
        spans[len(tokens)] = (len(tokens) + 1, _BOUNDARY)
        tokens.append(END)
        starts.append(len(doc.text))
        ends.append(len(doc.text))
        sentence_of.append(len(doc.sentences))

        wrapped = [f"{_LEFT}{token}{_RIGHT}" for token in tokens]
        at = dict(zip(accumulate(map(len, wrapped), initial=0), count()))
        for form, start, end in self._automaton.find_matches_as_indexes("".join(wrapped)):
            spans[at[start]] = (at[end], form)
        for first, (last, number) in self._date_tokens(doc, starts, ends).items():
            if first not in spans or last >= spans[first][0]:
                spans[first] = (last, -2 - number)
        self._build(doc, tokens, starts, ends, sentence_of, spans)

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
        tokens: list[str],
        starts: list[int],
        ends: list[int],
        sentence_of: list[int],
        spans: dict[int, tuple[int, int]],
    ) -> None:
        """Goes over the tokens. `spans`: first token → (token after the last, what stands there: the number of a form,
        `_BOUNDARY`, or below it a date)."""
        text = doc.text
        if len(self._surfaces) > _KEPT_SURFACES:
            self._surfaces.clear()
        known = self._surfaces
        surfaces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        units: list[_Unit] = []
        firsts: list[int] = []
        lasts: list[int] = []
        boundaries: list[int] = []
        index, number_of_tokens = 0, len(tokens)
        while index < number_of_tokens:
            span = spans.get(index)
            if span is None:
                last = index + 1
                surface = surfaces[index]
                unit = known.get(surface)
                if unit is None:
                    unit = known[surface] = self._single(surface, tokens[index])
            else:
                last, what = span
                if what >= 0:
                    surface = text[starts[index] : ends[last - 1]]
                    unit = known.get(surface)
                    if unit is None:
                        unit = known[surface] = self._unit(self._forms[what], _shape(surface))
                    if last > index + 1 and not unit.meanings:  # the writing does not fit: try the shorter forms inside
                        last, unit = self._shorter(tokens, index, last, _shape(surface))
                elif what == _BOUNDARY:
                    unit = _BETWEEN
                    boundaries.append(len(units))
                else:
                    date = doc.dates[-2 - what]
                    doc.date_at[len(units)] = date
                    unit = _Unit((), self._dates[date.role], " ".join(tokens[index:last]), ())
            units.append(unit)
            firsts.append(index)
            lasts.append(last - 1)
            index = last
        for sentence, first, after in zip(doc.sentences, boundaries[:-1], boundaries[1:], strict=True):
            sentence.first, sentence.last = first + 1, after
        doc.starts = [starts[first] for first in firsts]
        doc.ends = [ends[last] for last in lasts]
        doc.sentence_of = [sentence_of[first] for first in firsts]
        doc.entries = [unit.meanings for unit in units]
        doc.norms = [unit.norm for unit in units]
        doc.row = "".join([unit.symbol for unit in units])
        units_of = doc.units_of
        for number, unit in enumerate(units):
            for cls in unit.classes:
                if cls in units_of:
                    units_of[cls].append(number)
                else:
                    units_of[cls] = [number]

    def _unit(self, form: str, shape: str) -> _Unit:
        meanings, symbol = self._look_up(form, shape)
        return _Unit(meanings, symbol, form, tuple(entry.cls for entry in meanings))

    def _single(self, surface: str, norm: str) -> _Unit:
        """A token that no form of the lexicon begins with here; it may be one by itself, inside a longer form whose
        writing did not fit."""
        shape = _shape(surface)
        meanings, symbol = self._known.get((norm, shape)) or ((), self._plain[shape])
        return _Unit(meanings, symbol, norm, tuple(entry.cls for entry in meanings))

    def _shorter(self, tokens: list[str], index: int, last: int, shape: str) -> tuple[int, _Unit]:
        for end in range(last - 1, index, -1):
            form = " ".join(tokens[index:end])
            if form in self.lexicon.forms:
                unit = self._unit(form, shape)
                if unit.meanings:
                    return end, unit
        known = self._known.get((tokens[index], shape))
        meanings, symbol = known or ((), self._plain[shape])
        return index + 1, _Unit(meanings, symbol, tokens[index], tuple(entry.cls for entry in meanings))
