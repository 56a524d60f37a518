"""How long a visit lasts: until which day, or for how many days.

The press dates a visit by the day on which it begins and tells its end apart from that ("bắt đầu chuyến thăm kéo dài
đến ngày 26/5", "chuyến thăm ba ngày"), often in another sentence; the two make one range once both are known.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeGuard

from banggiao import edtf
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence

_REACH = 12  # units between a visit and what is said of its length
_LONGEST = 31  # days; what lasts longer is no visit, or two dates of different visits
_DAY = 10  # the length of a full day's EDTF


def is_end(date: DateMention | None) -> TypeGuard[DateMention]:
    """Whether a date is a day until which something lasts."""
    return date is not None and date.role == "until" and len(date.edtf or "") == _DAY


def days_of(doc: Document, sentence: Sentence, last: int) -> int | None:
    """For how many days a visit lasts whose word ends before unit `last`."""
    numbers: dict[str, int] = doc.lexicon.grammar["vi/amounts"]["numbers"]
    for unit in doc.units("day-word", last, min(sentence.last, last + _REACH)):
        if doc.has("modal", last, unit) or doc.has("meeting-sign", last, unit):
            return None  # "sẽ thăm Anh, trước khi dự kiến chơi golf hai ngày"
        word = doc.norms[unit - 1]
        days = int(word) if word.isdecimal() else numbers.get(word, 0)
        if 1 < days <= _LONGEST and (unit - 1 == last or doc.entry(unit - 2, "lasting")):
            return days
    return None


def ending_on(date: DateMention, days: int) -> DateMention:
    """The days of a visit of some days that ends on a date ("kết thúc chuyến thăm ba ngày hôm 7/7")."""
    first = edtf.later(date.edtf or "", 1 - days) if len(date.edtf or "") == _DAY else None
    return replace(date, edtf=f"{first}/{date.edtf}") if first else date


def first_day(doc: Document, sentence: Sentence, end: DateMention) -> DateMention | None:
    """The day of a sentence on which what ends with another of its days began."""
    for unit in range(sentence.first, sentence.last):
        date = doc.date_at.get(unit)
        if date and date.start < end.start and date.role in ("", "since") and len(date.edtf or "") == _DAY:
            return date
    return None


def last_day(doc: Document, sentence: Sentence, start: DateMention, last: int) -> DateMention | None:
    """The day until which an occasion goes on whose word ends before unit `last`, told next behind it and its first day
    ("từ tối 22/5, kéo dài đến 25/5")."""
    units = [unit for unit in doc.units("date", sentence.first, sentence.last) if doc.date_at[unit].start > start.start]
    end = next((unit for unit in units if unit >= last), None)
    if end is None or not is_end(doc.date_at[end]):
        return None
    begin = max(last, *(unit + 1 for unit in range(sentence.first, end) if doc.date_at.get(unit) is start))
    return doc.date_at[end] if end - begin <= _REACH and not doc.has("occasion", begin, end) else None


def stay(start: DateMention, end: DateMention | None, days: int | None) -> DateMention:
    """The days of a visit that begins on a day: to its end where that is known and later, else the day alone."""
    day = start.edtf or ""
    if len(day) != _DAY:
        return start
    begin = edtf.bounds(day)
    if end and end.edtf and end.edtf > day and end.edtf[:4] == day[:4]:
        close = edtf.bounds(end.edtf)
        if not (begin and close) or (close[0] - begin[0]).days <= _LONGEST:
            return replace(start, edtf=f"{day}/{end.edtf}")
    elif days and end is None and (last := edtf.later(day, days - 1)):
        return replace(start, edtf=f"{day}/{last}")
    return start
