"""One pass over the text: every form of the lexicon, longest match first, at token boundaries; then the row of units.

The automaton runs over the tokens joined by marks on both sides of each, so that a form can only match whole tokens
("an" never inside "quan"). Dates come from `reading.dates` and take their stretch of tokens as one unit; a form that
begins before a date and holds it ("UNCLOS 1982") wins over it, otherwise the date wins.
"""

from __future__ import annotations

from itertools import accumulate

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
        self._surfaces: dict[str, tuple[tuple[Entry, ...], str]] = {}
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
        low, text = plain(doc.low), doc.text
        tokens: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        sentence_of: list[int] = []
        for sentence in doc.sentences:
            found = list(TOKEN.finditer(low, sentence.start, sentence.end))
            tokens.append(END)
            starts.append(sentence.start)
            ends.append(sentence.start)
            tokens += [match.group() for match in found]
            starts += [match.start() for match in found]
            ends += [match.end() for match in found]
            sentence_of += [sentence.index] * (len(found) + 1)
        tokens.append(END)
        starts.append(len(text))
        ends.append(len(text))
        sentence_of.append(len(doc.sentences))

        at = {
            position: index
            for index, position in enumerate(accumulate((len(token) + 2 for token in tokens), initial=0))
        }
        mentions: dict[int, tuple[int, int]] = {}
        for form, start, end in self._automaton.find_matches_as_indexes(_wrap(tokens)):
            mentions[at[start]] = (at[end], form)
        dates = self._date_tokens(doc, starts, ends)
        self._build(doc, tokens, starts, ends, sentence_of, mentions, dates)

    @staticmethod
    def _date_tokens(doc: Document, starts: list[int], ends: list[int]) -> dict[int, tuple[int, int]]:
        """First token → (token after the last, index of the date mention)."""
        first_at = {start: index for index, start in enumerate(starts)}
        last_at = {end: index + 1 for index, end in enumerate(ends)}
        out: dict[int, tuple[int, int]] = {}
        for number, date in enumerate(doc.dates):
            first, last = first_at.get(date.start), last_at.get(date.end)
            if first is not None and last is not None and first < last:
                out[first] = (last, number)
        return out

    def _build(
        self,
        doc: Document,
        tokens: list[str],
        starts: list[int],
        ends: list[int],
        sentence_of: list[int],
        mentions: dict[int, tuple[int, int]],
        dates: dict[int, tuple[int, int]],
    ) -> None:
        text = doc.text
        row: list[str] = []
        symbols = self._surfaces
        if len(symbols) > _KEPT_SURFACES:
            symbols.clear()
        units_of: dict[str, list[int]] = doc.units_of
        unit_starts, unit_ends, norms = doc.starts, doc.ends, doc.norms
        entries, unit_sentences = doc.entries, doc.sentence_of
        nothing: tuple[Entry, ...] = ()
        index, count = 0, len(tokens)
        while index < count:
            norm = tokens[index]
            last = index + 1
            meanings = nothing
            if norm == END:
                symbol, norm = END, ""
                if sentence_of[index] < len(doc.sentences):
                    doc.sentences[sentence_of[index]].first = len(row) + 1
                if row:
                    doc.sentences[sentence_of[index - 1]].last = len(row)
            elif (mention := mentions.get(index)) and not (index in dates and dates[index][0] >= mention[0]):
                last, number = mention
                norm = self._forms[number]
                shape = _shape(text[starts[index] : ends[last - 1]])
                meanings, symbol = self._look_up(norm, shape)
                if not meanings and last > index + 1:  # the writing does not fit: try the shorter forms inside
                    last, meanings, symbol, norm = self._shorter(tokens, index, last, shape)
            elif index in dates:
                last, number = dates[index]
                date = doc.dates[number]
                doc.date_at[len(row)] = date
                norm = " ".join(tokens[index:last])
                symbol = self._dates[date.role]
            else:
                surface = text[starts[index] : ends[index]]
                kept = symbols.get(surface)
                if kept is None:
                    shape = _shape(surface)
                    known = self._known.get((norm, shape))
                    kept = symbols[surface] = known or (nothing, self._plain[shape])
                meanings, symbol = kept
            if meanings:
                for entry in meanings:
                    units_of.setdefault(entry.cls, []).append(len(row))
            row.append(symbol)
            unit_starts.append(starts[index])
            unit_ends.append(ends[last - 1])
            norms.append(norm)
            entries.append(meanings)
            unit_sentences.append(sentence_of[index])
            index = last
        doc.row = "".join(row)

    def _shorter(self, tokens: list[str], index: int, last: int, shape: str) -> tuple[int, tuple[Entry, ...], str, str]:
        for end in range(last - 1, index, -1):
            form = " ".join(tokens[index:end])
            if form in self.lexicon.forms:
                meanings, symbol = self._look_up(form, shape)
                if meanings:
                    return end, meanings, symbol, form
        known = self._known.get((tokens[index], shape))
        return index + 1, known[0] if known else (), known[1] if known else self._plain[shape], tokens[index]
