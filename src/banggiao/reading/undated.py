"""The year of a page that gives no date, where its story fixes it; marked as derived, with the reason.

Two things fix a year: a numbered session whose year the lexicon knows, reported with a day ("Hội nghị Bộ trưởng Ngoại
giao ASEAN lần thứ 51, chiều 2/8"), and a second half-year or a quarter that the story still looks ahead to ("trong nửa
cuối năm 2020") beside a day of the same half ("ngày 1/7"). Nothing else is derived; hints that disagree say nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from banggiao.edtf import Part, parse
from banggiao.model import Article, Meeting
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document
from banggiao.reading.occasions import days_in

_TOLD_BY_DAY = frozenset(
    f"date.{rule}"
    for rule in (
        *("today", "yesterday", "day-before-yesterday", "tomorrow", "day-after-tomorrow"),
        *("weekday", "weekday-bare", "weekend", "week-relative"),
    )
)


@dataclass(slots=True, frozen=True)
class Hint:
    """A year and why it is so."""

    year: int
    reason: str


def with_derived_date(doc: Document) -> Article | None:
    """The document's article with a derived publication date, or None where nothing fixes one."""
    hints = [*_sessions(doc), *_halves(doc)]
    if not hints or len({hint.year for hint in hints}) > 1:
        return None
    day = _first_day(doc)
    if day is None or day.month is None:
        return None
    published = str(Part(hints[0].year, day.month, day.day))
    return replace(doc.article, published=published, published_basis="derived", published_reason=hints[0].reason)


def forget_days(dates: list[DateMention]) -> None:
    """Takes the day, in place, from what is told by that of publication ("hôm qua", "thứ năm tuần trước"): of a derived
    date only the year is sure. Of fifteen such pages with such words half had been published on another day."""
    for mention in dates:
        if mention.rule in _TOLD_BY_DAY:
            mention.edtf, mention.reason = None, ""


def _first_day(doc: Document) -> Part | None:
    """The first day of the main story that lacks its year."""
    for sentence in doc.sentences:
        if sentence.story == 0:
            for date in days_in(doc, sentence):
                part = parse(str(date.edtf))[0]
                if part and part.year is None and part.day is not None:
                    return part
    return None


def _sessions(doc: Document) -> list[Hint]:
    """Known sessions of the main story that are dated to a day without a year."""
    out: list[Hint] = []
    bodies: dict[int, tuple[str, int]] = doc.facts.get("sessions", {})
    for index, record in enumerate(doc.records):
        if not isinstance(record, Meeting) or record.story or index not in bodies:
            continue
        body, session = bodies[index]
        series = doc.lexicon.bodies[body]
        year = series.session_facts(session).get("year")
        if year and record.date and record.date.startswith("XXXX"):
            day = parse(record.date)[0]
            if series.yearly and day and (day.month or 0) < series.yearly.get("opens", 0):
                continue  # a session of the General Assembly goes on into the next year
            out.append(Hint(int(year), f"session {session} of {_name(doc, body)} was held in {year}"))
    return out


def _name(doc: Document, body: str) -> str:
    """The acronym of a series, else its name in the article's language."""
    series = doc.lexicon.bodies[body]
    return (series.acronyms or series.names.get(doc.article.language) or series.names["en"])[0]


def _halves(doc: Document) -> list[Hint]:
    """Halves and quarters with a year that lie ahead of, or hold, a day without one. Not the first half: from February
    "the first half of 2019" may be that of the next year, since one's own is called "this year's"."""
    day = _first_day(doc)
    if day is None or day.month is None:
        return []
    out: list[Hint] = []
    for date in doc.dates:
        if date.rule in ("date.half", "date.quarter") and date.basis == "stated" and _ahead(doc, date):
            first, last = parse(str(date.edtf))
            if (
                first
                and last
                and first.year
                and first.month
                and last.month
                and (date.rule == "date.quarter" or first.month > 1)
                and first.month <= day.month + 3 <= last.month + 3
            ):
                words = doc.text[date.start : date.end]
                out.append(Hint(first.year, f"the page looks ahead to {words!r}"))
    return out


def _ahead(doc: Document, date: DateMention) -> bool:
    sentence = next((s for s in doc.sentences if s.start <= date.start < s.end and s.story == 0), None)
    return sentence is not None and (
        doc.has("meeting-sign", sentence.first, sentence.last) or doc.has("goal", sentence.first, sentence.last)
    )
