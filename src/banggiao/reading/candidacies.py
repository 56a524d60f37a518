"""Candidacies: a seat for which a state stands, for years that lie ahead, and a year in which it will chair an
organisation are targets of that state."""

from __future__ import annotations

from banggiao import edtf
from banggiao.model import Target
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence
from banggiao.reading.parties import PartyMention, mentions_in
from banggiao.reading.people_posts import are_states

_STANDS = 4  # units between a state and the word by which it stands
_SEAT = 10  # units from there to the seat
_YEARS = 8  # units from the seat to its years
_CHAIRED = 5  # units from who chairs to what is chaired
_CHAIR = 8  # units between a state and the chair that it takes, and between that and its year
_TO_COME = ("modal", "planned", "wish")


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


def find_chairs(doc: Document) -> None:
    """Adds a Target for each organisation that a state of a story will chair in a year to come."""
    seen: set[tuple[int, str, str]] = set()
    for unit in doc.units_of.get("chair", ()):
        sentence = doc.sentences[doc.sentence_of[unit]]
        bodies = mentions_in(doc, unit + 1, min(unit + _CHAIRED, sentence.last))
        if not bodies or are_states(doc, bodies[0].codes):
            continue
        body = bodies[0]
        state, year = _chairing(doc, sentence, unit, body), _year_of_chair(doc, sentence, unit, body)
        if state is None or year is None or (sentence.story, body.codes[0], state) in seen:
            continue
        seen.add((sentence.story, body.codes[0], state))
        doc.records.append(
            Target(
                parties=[state, body.codes[0]],
                measure=f"{body.codes[0]} chairmanship",
                due=year.edtf,
                evidence=[(sentence.start, sentence.end)],
                rules=["target.chair"],
                story=sentence.story,
                date_basis=year.basis,
                date_reason=year.reason,
            )
        )


def _chairing(doc: Document, sentence: Sentence, unit: int, body: PartyMention) -> str | None:
    """The state that chairs: the last one before the chair, else the one behind it ("Chủ tịch ASEAN của Việt Nam")."""
    before = mentions_in(doc, max(sentence.first, unit - _CHAIR), unit)
    behind = [
        m
        for m in mentions_in(doc, body.last, min(body.last + _CHAIR, sentence.last))
        if doc.norms[m.first - 1] == "của"
    ]
    named = [m for m in [*before[-1:], *behind[:1]] if len(m.codes) == 1 and are_states(doc, m.codes)]
    return named[0].codes[0] if named else None


def _year_of_chair(doc: Document, sentence: Sentence, unit: int, body: PartyMention) -> DateMention | None:
    """The year of a chair, behind it or at the head of its clause, where it is to come: by the day of publication, else
    by what stands before it."""
    behind = doc.units("date", body.last, min(body.last + _CHAIR // 2, sentence.last))
    before = doc.units("date", max(sentence.first, unit - 2 * _CHAIR), unit)
    dates = [doc.date_at[i] for i in [*behind[:1], *before[-1:]]]
    year = next((d for d in dates if str(d.edtf).isdigit()), None)
    when = edtf.bounds(str(year.edtf)) if year else None
    published = doc.article.published if not sentence.story else None
    now = edtf.bounds(published) if published else None
    if when is None or (now and when[0] <= now[1]):
        return None
    first = max(sentence.first, unit - 2 * _CHAIR)
    return year if now or any(doc.has(cls, first, unit) for cls in _TO_COME) else None
