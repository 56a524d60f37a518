"""The day of saying that a sentence itself names, before what is said or right behind its verb."""

from __future__ import annotations

from collections.abc import Iterator

from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence
from banggiao.reading.occasions import day_of_publication, is_after, is_day, is_period, is_quoted, is_today
from banggiao.reading.speakers import Subject

_SAID_ON = 4  # units after the verb in which the day of saying may stand
_YEAR = 4  # the length of a year's EDTF
_SINCE = ("sau khi", "kể từ khi", "từ khi", "kể từ")
_LED_BY = frozenset([",", "-", "–"])  # between a quotation and who says it
_BACK = 24  # units between a verb and its subject
_WHO = ("honorific", "post", "institution", "pair", "report", "non-speaker")
_END = frozenset([".", ""])
_LAST = 2  # units from a verb at the end of its sentence to behind the full stop
_FRAME = 8  # units that may but tell when and where: "Trong cuộc họp báo tại Hà Nội ngày 2/5, ông nói."
_SMALL = frozenset([",", "hồi", "vào", "cũng", "cũng trong", "tuy nhiên"])
_PAST = frozenset(
    f"date.{rule}"
    for rule in (
        *("month-relative", "month-year-relative", "week-relative", "year-relative", "weekend", "weekday"),
        *("ago", "ago-before", "yesterday", "day-before-yesterday"),
    )
)
"""Rules of times that are told by the day of publication."""


def stated_day(doc: Document, sentence: Sentence) -> DateMention | None:
    """A day named before the first verb of saying or right after it."""
    if not doc.has("date", sentence.first, sentence.last):
        return None  # as in most sentences
    credit = _credit_at_end(doc, sentence)
    verb = credit[1] if credit else _first_verb(doc, sentence)
    if verb is None:
        verb = next(iter(doc.units("according-to", sentence.first, sentence.last)), None)
        if verb is None or "," in doc.norms[verb + 1 : sentence.last]:
            return None  # "Theo bà X, chuyến thăm từ ngày 11 đến 13/9 …": the day is part of what is said
    vague: DateMention | None = None
    published = day_of_publication(doc, sentence.story)
    days = doc.units("date", credit[0], sentence.last) if credit else _dates_of_saying(doc, sentence, verb)
    for unit in days:
        date = doc.date_at[unit]
        if vague is None and is_today(doc, unit) and not (unit > verb and _told(doc, verb, unit)):
            return date
        if unit > verb and doc.norms[unit + 1] == "của":  # "chỉ trích phát biểu hôm 31/5 của ông Lý": of other words
            continue
        if is_after(date, published):  # what lies ahead is no day of saying
            continue
        if (unit > verb and _told(doc, verb, unit)) or _explains(doc, unit) or is_quoted(doc, unit):
            continue
        if _went_before(doc, sentence, unit, verb):
            continue
        if is_day(date):
            return date
        if vague is None and is_period(date):
            with_when = doc.text.startswith("ồi", date.start + 1)
            at_verb = unit == verb - 1 or (with_when and unit <= verb + 1)  # "Điện Kremlin tháng trước cho biết"
            month = len(str(date.edtf)) > _YEAR
            if unit == sentence.first or (month and (at_verb or _opens(doc, sentence, unit))):
                vague = date
    return vague


def day_behind(doc: Document, sentence: Sentence, subject: Subject) -> DateMention | None:
    """The day between a subject and its verb ("…, dù ông Trump hôm 17/6 nói …")."""
    date = doc.date_at.get(subject.last) if sentence.first < subject.last < sentence.last else None
    if date is None or not is_day(date) or not doc.has("act", subject.last + 1, subject.last + 3):
        return None
    return None if is_quoted(doc, subject.last) else date


def _first_verb(doc: Document, sentence: Sentence) -> int | None:
    """The first verb of saying, or that of the main clause where it opens the frame before it ("Phát biểu trước báo
    giới ngày 11/6, ông nói …")."""
    verbs = doc.units("act", sentence.first, sentence.last)
    if len(verbs) > 1 and verbs[0] == sentence.first and "," in doc.norms[verbs[0] : verbs[1]]:
        return verbs[1]
    return verbs[0] if verbs else None


def _credit_at_end(doc: Document, sentence: Sentence) -> tuple[int, int] | None:
    """The comma and the verb of the clause at the end of a sentence that tells who said what stands before it ("Hai bên
    sẽ họp ngày 2/5, ông Peskov cho biết."): a day before the comma is part of that."""
    verb = next(iter(reversed(doc.units("act", sentence.first, sentence.last))), None)
    if verb is None or doc.norms[verb + 1] not in _END or sentence.last - verb > _LAST:
        return None
    entry = doc.entry(verb, "act")
    commas = [u for u in range(verb - 1, max(verb - _BACK, sentence.first), -1) if doc.norms[u] == ","]
    if commas[:1] == [verb - 1]:  # "…, ông Im, chánh văn phòng tổng thống, cho hay."
        commas = commas[2:]
    comma = commas[0] if commas else None
    if entry is None or not entry.attrs.get("frame") or comma is None:
        return None
    if not any(doc.entry(unit, *_WHO) or doc.is_cap(unit) for unit in range(comma + 1, verb)):
        return None  # "X, theo uỷ nhiệm, đã ra tuyên bố."
    return (comma, verb) if comma - sentence.first > _FRAME else None


def past_time(doc: Document, sentence: Sentence) -> DateMention | None:
    """A month, week or year told by that of publication, which is not known, in which something was said ("Năm ngoái,
    ông Trump nói", "Điện Kremlin tháng trước cho biết")."""
    if not doc.has("date", sentence.first, sentence.last + 2):
        return None
    verb = _first_verb(doc, sentence)
    if verb is None:
        return None
    for unit in doc.units("date", sentence.first, verb + 2):
        date = doc.date_at[unit]
        if date.edtf is None and date.rule in _PAST and (_opens(doc, sentence, unit) or abs(unit - verb) == 1):
            return date
    return None


def _opens(doc: Document, sentence: Sentence, date: int) -> bool:
    """Whether a date opens its sentence, behind no more than small words ("Hồi tháng trước, …", "Trước đó, vào tháng 4,
    …")."""
    before = date - 1
    while before >= sentence.first and (doc.norms[before] in _SMALL or doc.entry(before, "earlier", "carrying-on")):
        before -= 1
    return before < sentence.first


def _went_before(doc: Document, sentence: Sentence, date: int, verb: int) -> bool:
    """Whether a clause before the verb tells by a date what had happened before ("Sau khi Toà Trọng tài hôm 12/7 ra
    phán quyết, Bắc Kinh tuyên bố"), other than a meeting after which they spoke."""
    opening = next((u for u in range(date - 1, sentence.first - 1, -1) if doc.norms[u] in _SINCE), None)
    if opening is None or opening >= verb or "," in doc.norms[opening:date]:
        return False
    end = next((u for u in range(date, verb) if doc.norms[u] == ","), None)
    return end is not None and not doc.has("occasion", opening, end)


def _explains(doc: Document, date: int) -> bool:
    """Whether a date in brackets tells when that was which stands before it ("lập quan hệ (ngày 21-9-1973)")."""
    return doc.norms[date - 1] == "(" and date - 2 not in doc.date_at


def _told(doc: Document, verb: int, date: int) -> bool:
    """Whether a date behind a verb of saying belongs to what is said ("cho biết 45 năm trước, ngày 21-9-1973, …")."""
    return any(doc.norms[i] == "," or i in doc.date_at for i in range(verb + 1, date)) and not doc.quotes(verb, date)


def _dates_of_saying(doc: Document, sentence: Sentence, verb: int) -> Iterator[int]:
    """The dates that may be the day of saying: those before the verb and right after it; behind a quotation that
    ends in the sentence all of them ("…”, ông Putin nói tại cuộc họp hôm qua"). Where one stands right before the
    verb, or before the paper that passes the words on, none but this: others are of what is said ("Hai bên sẽ họp vào
    ngày 2/5, Reuters hôm qua dẫn lời …")."""
    if (right_before := _right_before(doc, sentence, verb)) is not None:
        yield right_before
        return
    yield from doc.units("date", sentence.first, min(verb + _SAID_ON, sentence.last))
    for closing in doc.quotes(sentence.first + 1, sentence.last)[-1:]:
        if doc.norms[closing + 1] not in _LED_BY and doc.norms[closing - 1] != ",":
            continue  # words in quotation marks within what is told
        if doc.has("act", closing, min(closing + _BACK, sentence.last)):
            yield from doc.units("date", max(closing, verb + _SAID_ON), sentence.last)


def _right_before(doc: Document, sentence: Sentence, verb: int) -> int | None:
    """The date of the clause of saying at the end of a sentence, right before its verb or its credit."""
    dates = doc.units("date", sentence.first, verb)
    if not dates:
        return None
    comma = next((unit for unit in range(verb - 1, sentence.first, -1) if doc.norms[unit] == ","), None)
    if comma is None or dates[0] >= comma:
        return None
    credit = next(iter(doc.units("news-verb", comma, verb) or doc.units("according-to", comma, verb)), verb)
    return next((unit - 1 for unit in (verb, credit) if unit - 1 > comma and unit - 1 in doc.date_at), None)
