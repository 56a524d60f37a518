"""The day of a story's main occasion: the one that its title, lead and first sentences are about.

Statements, signatures and agreements of a report without a date of their own happened on it. It is the first full day
named in the story's first sentences, else the publication day where the story speaks of today; otherwise nothing.
"""

from __future__ import annotations

from datetime import date as Day

from banggiao import edtf
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence

_HEAD = 4  # sentences at the beginning of a story in which its occasion is dated
_EVENT = 4  # units between a day and the event that it dates
_RECENT = 4  # days before publication that a report looks back
_DAY, _MONTH, _YEAR = 10, 7, 4  # the lengths of a full day's EDTF, a month's and a year's


def is_day(date: DateMention) -> bool:
    """A single day, or a range of days of one occasion."""
    return (
        bool(date.edtf)
        and date.role in ("", "since", "until")
        and all(len(end) == _DAY for end in str(date.edtf).split("/"))
    )


def is_period(date: DateMention) -> bool:
    """A single month or year."""
    return bool(date.edtf) and date.role in ("", "since", "until") and len(str(date.edtf)) in (_MONTH, _YEAR)


def days_in(doc: Document, sentence: Sentence) -> list[DateMention]:
    """The days that a sentence names, in order."""
    dates = [doc.date_at[unit] for unit in doc.units("date", sentence.first, sentence.last)]
    return [date for date in dates if is_day(date)]


def at_head(doc: Document, sentence: Sentence) -> bool:
    """Whether a sentence is one of its story's first, which tell of its main occasion."""
    first = next(s.index for s in doc.sentences if s.story == sentence.story)
    return sentence.index - first <= _HEAD


def occasion_date(doc: Document, sentence: Sentence) -> DateMention | None:
    """The day of the main occasion of the sentence's story, or None."""
    known: dict[int, DateMention | None] = doc.facts.setdefault("occasion-dates", {})
    if sentence.story not in known:
        known[sentence.story] = _find(doc, sentence.story)
    return known[sentence.story]


def _find(doc: Document, story: int) -> DateMention | None:
    """In this order: a single day of the story's head, a single day of the last days before publication anywhere in
    it, a range of days of its head. What lies after publication is no day on which anything was said."""
    published = edtf.bounds(doc.article.published) if doc.article.published and not story else None
    sentences = [s for s in doc.sentences if s.story == story]
    head = [date for s in sentences[: _HEAD + 1] for date in days_in(doc, s) if not is_after(date, published)]
    singles = [date for date in head if "/" not in str(date.edtf)]
    if published:  # a caption may have the day of an older photograph
        singles = [date for date in singles if _days_before(date, published) <= _RECENT] or singles
    if singles:  # a caption may begin with the day of its photograph
        return next((date for date in singles if _at_event(doc, date)), singles[0])
    if published:
        for sentence in sentences[_HEAD + 1 :]:
            for date in days_in(doc, sentence):
                if "/" not in str(date.edtf) and 0 <= _days_before(date, published) <= _RECENT:
                    return date
    return head[0] if head else None


def _days_before(date: DateMention, published: tuple[Day, Day]) -> int:
    """How many days before publication a day lies."""
    when = edtf.bounds(str(date.edtf))
    return (published[1] - when[0]).days if when else _RECENT + 1


def _at_event(doc: Document, date: DateMention) -> bool:
    """Whether a day stands at a verb of saying or at an occasion ("ngày 26/2 phát biểu", "hội nghị hôm 2/8")."""
    unit = next((unit for unit, found in doc.date_at.items() if found is date), None)
    if unit is None:
        return False
    near = max(unit - _EVENT, 0), unit + _EVENT + 1
    return doc.has("act", unit, near[1]) or doc.has("occasion", *near)


def is_after(date: DateMention, published: tuple[Day, Day] | None) -> bool:
    """Whether a date begins after the publication; no date does where that is unknown."""
    when = edtf.bounds(str(date.edtf)) if date.edtf else None
    return bool(when and published and when[0] > published[1])
