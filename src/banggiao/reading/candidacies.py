"""Candidacies: a seat for which a state stands, for years that lie ahead, is a target of that state."""

from __future__ import annotations

from banggiao import edtf
from banggiao.model import Target
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence
from banggiao.reading.parties import mentions_in

_STANDS = 4  # units between a state and the word by which it stands
_SEAT = 10  # units from there to the seat
_YEARS = 8  # units from the seat to its years


def find_candidacies(doc: Document) -> None:
    """Adds a Target for each (seat, state) of a story, with the years of the seat."""
    seen: set[tuple[int, str, str]] = set()
    for unit in doc.units_of.get("candidacy", ()):
        sentence = doc.sentences[doc.sentence_of[unit]]
        seat = next(iter(doc.units("seat", unit + 1, min(unit + _SEAT, sentence.last))), None)
        before = mentions_in(doc, max(sentence.first, unit - _STANDS), unit)
        named = mentions_in(doc, unit + 2, unit + 3) if doc.norms[unit + 1] == "của" else []  # "ứng cử của Việt Nam"
        states = [m for m in named or before if len(m.codes) == 1]
        if seat is None or not states:
            continue
        years = _years(doc, sentence, seat)
        entry, state = doc.entry(seat, "seat"), states[-1].codes[0]
        if years is None or entry is None:
            continue
        key = (sentence.story, str(entry.attrs["seat"]), state)
        if key in seen:
            continue
        seen.add(key)
        doc.records.append(
            Target(
                parties=[state],
                measure=f"{entry.attrs['seat']} seat",
                due=str(years.edtf),
                evidence=[doc.span(min(states[-1].first, unit), seat + 1)],
                rules=["target.seat"],
                story=sentence.story,
                date_basis=years.basis,
                date_reason=years.reason,
            )
        )


def _years(doc: Document, sentence: Sentence, seat: int) -> DateMention | None:
    """The years of a seat, unless they had begun when the page was published."""
    for unit in doc.units("date", seat + 1, min(seat + _YEARS, sentence.last)):
        date = doc.date_at[unit]
        when = edtf.bounds(str(date.edtf)) if date.rule.startswith("date.years") else None
        published = doc.article.published if not sentence.story else None
        now = edtf.bounds(published) if published else None
        if when:
            return date if now is None or when[0] > now[1] else None
    return None
