"""The day of a story's main occasion: the one that its title, lead and first sentences are about.

Statements, signatures and agreements of a report without a date of their own happened on it. It is the first full day
named in the story's first sentences, else the publication day where the story speaks of today; otherwise nothing.
"""

from __future__ import annotations

import re
from datetime import date as Day

from banggiao import edtf
from banggiao.model import Meeting
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence
from banggiao.reading.people import people_in

_HEAD = 4  # sentences at the beginning of a story in which its occasion is dated
_HEAD_OF_UNDATED = 8  # and in which the month of its report is told
_EVENT = 4  # units between a day and the event that it dates
_SAME = 6  # units before a day in which the word for its occasion stands
_PLANNED = 8  # units before a day in which it is told that something is still to come
_FROM = 3  # units from the comma before a day from which something lasts
_TODAY = frozenset(["date.today", "date.yesterday", "date.day-before-yesterday", "date.weekday"])
_AT_VERB = 2  # units between a weekday and the verb of saying at which it stands
_RECENT = 4  # days before publication that a report looks back
_HOUR = re.compile(r"\b(?:sáng|trưa|chiều|tối|đêm)\b")
_HOURS = 6  # characters before a day in which its hour may stand
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


def day_of_publication(doc: Document, story: int) -> tuple[Day, Day] | None:
    """The day on which a story was published, where the page tells; of a derived date only the year is sure."""
    if story or not doc.article.published or doc.article.published_basis == "derived":
        return None
    return edtf.bounds(doc.article.published)


def undated_occasion(doc: Document, story: int) -> DateMention | None:
    """The day of the main occasion of a story of which no page tells when it was published, by its own first
    sentences; None where they speak of "today" or "yesterday" without its day, for then older days stand there."""
    head = [s for s in doc.sentences if s.story == story][:_HEAD_OF_UNDATED]
    if any(is_today(doc, unit) for s in head for unit in doc.units("date", s.first, s.last)):
        return None
    date = _unpublished(doc, head)
    if date is None:
        return None
    unit = unit_of(doc, date)
    start = doc.sentences[doc.sentence_of[unit]].first
    return None if doc.has("meeting-sign", start, unit) else date  # "Theo kế hoạch, ông X rời Mỹ ngày 3/11"


def _find(doc: Document, story: int) -> DateMention | None:
    """In this order: a single day of the story's head, a single day of the last days before publication anywhere in
    it, a range of days of its head. What lies after publication is no day on which anything was said."""
    sentences = [s for s in doc.sentences if s.story == story]
    published = day_of_publication(doc, story)
    if published is None:
        return _unpublished(doc, sentences[: _HEAD + 1])
    head: list[DateMention] = []
    for sentence in sentences[: _HEAD + 1]:
        days = [date for date in days_in(doc, sentence) if not is_after(date, published)]
        if days and is_caption(doc, sentence):
            days = [date for date in days if _days_before(date, published) <= _RECENT]
        head += days
    singles = [date for date in head if "/" not in str(date.edtf)]
    singles = [date for date in singles if _days_before(date, published) <= _RECENT] or singles
    if singles:  # a caption may begin with the day of its photograph
        return next((date for date in singles if _near_event(doc, unit_of(doc, date))), singles[0])
    for sentence in sentences[_HEAD + 1 :]:
        for date in days_in(doc, sentence):
            if "/" not in str(date.edtf) and 0 <= _days_before(date, published) <= _RECENT:
                return date
    return head[0] if head else None


def _unpublished(doc: Document, head: list[Sentence]) -> DateMention | None:
    """The day of the occasion where that of publication is not known: of what happened "today" only another mention of
    it, or a picture, tells the day, whatever other days the head names. Of 10 labelled articles whose head speaks of
    today 6 had the day of something else."""
    dated = [(s, doc.units("date", s.first, s.last)) for s in head]
    said = [(s, units, is_caption(doc, s)) for s, units in dated if units]
    today = next((u for _, units, caption in said for u in units if not caption and is_today(doc, u)), None)
    days: list[tuple[int, DateMention]] = []
    for sentence, units, caption in said:
        for unit in units:
            date = doc.date_at[unit]
            if not is_day(date):
                continue
            if today is not None and _of_today(doc, sentence, unit, today, caption=caption):
                doc.facts.setdefault("told-todays", {})[sentence.story, doc.date_at[today].rule] = date
                return date
            if caption:
                if today is None and _told_beside(doc, sentence, date):
                    days.append((unit, date))
            elif (today is None or unit < today) and not _planned(doc, unit):
                days.append((unit, date))
    days = [(unit, date) for unit, date in days if "/" not in str(date.edtf)] or days
    if not days:
        return None
    return next((date for unit, date in days if "/" not in str(date.edtf) and _near_event(doc, unit)), days[0][1])


def _of_today(doc: Document, sentence: Sentence, unit: int, today: int, *, caption: bool) -> bool:
    """Whether a day is that of what the head tells of "today": a picture has the hour too, the occasion is the same
    ("hôm nay điện đàm …", "trong cuộc điện đàm ngày 16/1"), or those who meet today are on the picture."""
    if caption and _with_hour(doc, sentence, doc.date_at[unit]):
        return True
    event = next((i for i in doc.units("occasion", today - _EVENT, today + _EVENT + 1)), None)
    if event is None or doc.has("act", min(event, today), max(event, today)):
        return False
    told = doc.sentences[doc.sentence_of[today]]
    codes = doc.facts["sentence-parties"]
    both = len({*codes[told.index]} & {*codes[sentence.index]}) > 1
    for other in doc.units("occasion", unit - _SAME, unit + _EVENT):
        if doc.norms[other] == doc.norms[event] or (both and form_of(doc, other) == form_of(doc, event)):
            return True
    theirs = [m.person for m in people_in(doc, told.first, told.last) if m.person]
    here = {m.person.name for m in people_in(doc, sentence.first, sentence.last) if m.person in theirs}
    return caption and len(here) > 1


def form_of(doc: Document, unit: int) -> str | None:
    """The form of meeting of a word for an occasion."""
    entry = doc.entry(unit, "occasion")
    return entry.attrs.get("form") if entry else None


def _with_hour(doc: Document, sentence: Sentence, date: DateMention) -> bool:
    return _HOUR.search(doc.low, max(date.start - _HOURS, sentence.start), date.end) is not None


def is_today(doc: Document, unit: int) -> bool:
    """Whether a day is told by that of publication, which is not known ("hôm nay", but not "thứ năm tuần này (18-4)"),
    by the article itself."""
    date = doc.date_at[unit]
    if date.edtf is not None or date.rule not in _TODAY:
        return False
    if date.rule == "date.weekday" and not doc.has("act", max(unit - _AT_VERB, 0), unit + _AT_VERB + 1):
        return False
    return not is_quoted(doc, unit) and unit + 1 + (doc.norms[unit + 1] in ("(", ",")) not in doc.date_at


def is_quoted(doc: Document, unit: int) -> bool:
    """Whether a unit stands within quotation marks."""
    sentence = doc.sentences[doc.sentence_of[unit]]
    return (len(doc.quotes(sentence.first, unit)) + (sentence.index in doc.facts.get("quoted", ()))) % 2 == 1


def _planned(doc: Document, unit: int) -> bool:
    """Whether a day is that of something still to come ("dự kiến diễn ra ngày 12/6", "ngày 12/6 sẽ …", "ngày 12/6 tới",
    but not "ngày 12/6 tới Singapore")."""
    if doc.norms[unit + 1].startswith("sẽ"):
        return True
    if doc.norms[unit + 1] == "tới" and (not doc.norms[unit + 2][:1].isalnum() or doc.entry(unit + 2, "preposition")):
        return True
    date = doc.date_at[unit]
    begins = date.role == "since" or "/" in str(date.edtf)
    for before in range(unit - 1, max(unit - _PLANNED, -1), -1):
        if begins and doc.norms[before] == "," and unit - before <= _FROM:
            continue  # "sẽ thăm Mỹ, bắt đầu từ ngày 26/5"
        if not doc.norms[before][:1].isalnum() or doc.entry(before, "act", "joiner"):
            return False
        sign = doc.entry(before, "meeting-sign")
        if doc.entry(before, "planned") or (sign and sign.attrs.get("phase") == "planned"):
            return True
    return False


def is_caption(doc: Document, sentence: Sentence) -> bool:
    """Whether a sentence belongs to a picture: told by its shape, or run once more at the end, where pages repeat the
    captions of the pictures that stand in the text. Every tenth article of the press has such a one with a day."""
    if sentence.zone == "caption":
        return True
    return sentence.zone == "body" and doc.text.find(doc.text[sentence.start : sentence.end], sentence.end) >= 0


def _told_beside(doc: Document, caption: Sentence, date: DateMention) -> bool:
    """Whether a caption's day is that of the report and not of an older photograph: told with its hour ("sáng 10/9"),
    named in the text too, or that of a meeting of which the text tells."""
    if _with_hour(doc, caption, date):
        return True
    if sum(other.edtf == date.edtf for other in doc.dates) > 1:
        return True
    spans = [r.evidence for r in doc.records if isinstance(r, Meeting) and r.date == date.edtf]
    return any(any(not caption.start <= start < caption.end for start, _ in evidence) for evidence in spans)


def _days_before(date: DateMention, published: tuple[Day, Day]) -> int:
    """How many days before publication a day lies."""
    when = edtf.bounds(str(date.edtf))
    return (published[1] - when[0]).days if when else _RECENT + 1


def unit_of(doc: Document, date: DateMention) -> int:
    """The unit that a date of the document is."""
    return next(unit for unit, found in doc.date_at.items() if found is date)


def _near_event(doc: Document, unit: int) -> bool:
    """Whether a day stands at a verb of saying or at an occasion ("ngày 26/2 phát biểu", "hội nghị hôm 2/8")."""
    near = max(unit - _EVENT, 0), unit + _EVENT + 1
    return doc.has("act", unit, near[1]) or doc.has("occasion", *near)


def is_after(date: DateMention, published: tuple[Day, Day] | None) -> bool:
    """Whether a date begins after the publication; no date does where that is unknown."""
    when = edtf.bounds(str(date.edtf)) if date.edtf else None
    return bool(when and published and when[0] > published[1])
