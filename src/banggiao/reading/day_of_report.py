"""The day of a report of which no page tells when it was published, where the report itself dates "today".

"… sáng nay (3-5)", "hôm qua, 2-5": both say that the report is of 3 May, and so on which days "ngày mai" and in which
month "tháng trước" were. Only what the day alone settles is told: without its year a report's "tuần trước" and "thứ
năm" stay open. Two days that disagree say nothing, and words in quotation marks are of their own day. For "tháng
trước" the day of the report's occasion is enough, but at the end of a month.
"""

from __future__ import annotations

from banggiao.edtf import later
from banggiao.reading.dates import DateGrammar, DateMention, find_dates
from banggiao.reading.document import Document
from banggiao.reading.occasions import undated_occasion

_DAY = 10  # the length of a full day's EDTF
_GAP = " ,("  # what may stand between "today" and its date
_UNKNOWN = "XXXX"
_YEARS = (2000, 2001)  # a leap year and a common one: where they agree, the year does not matter
_MONTH = "date.month-relative"
_LATE = 28  # the day of a month from which on its news may be told in the next
_MARKS = frozenset('"“”')
_REASON = "the report dates its own day"
_OCCASION = "the day of the occasion that the report dates"


def tell_days(doc: Document, grammar: DateGrammar, story_of: dict[int, int]) -> None:
    """Dates, in place, what is told by the day of a story whose publication date is not known; `story_of` gives the
    story of each date by its place in the list."""
    if all(mention.edtf for mention in doc.dates):
        return
    days: dict[int, set[str]] = {}
    for index, mention in enumerate(doc.dates):
        story = story_of[index]
        if (day := _own_day(doc, grammar, index)) and not _quoted(doc, mention):
            days.setdefault(story, set()).add(day)
    known = {story: next(iter(told)) for story, told in days.items() if len(told) == 1}
    if not known:
        return
    relative = {grammar.rules[index]["name"] for index in grammar.told_by_day}
    for index, mention in enumerate(doc.dates):
        day = known.get(story_of[index])
        if day is None or mention.edtf is not None or _quoted(doc, mention):
            continue
        if mention.rule in relative or mention.rule == _MONTH or not day.startswith(_UNKNOWN):
            mention.edtf = _resolved(doc.low, grammar, mention, day)
            mention.basis, mention.reason = "derived", _REASON if mention.edtf else ""


def tell_months(doc: Document) -> None:
    """Dates, in place, the months that a story tells by its own ("tháng trước"), by the day of its occasion."""
    days: dict[int, str | None] = {}
    for unit in doc.units("date", 0, len(doc.norms)):
        mention = doc.date_at[unit]
        if mention.rule != _MONTH or mention.edtf is not None or _quoted(doc, mention):
            continue
        story = doc.sentences[doc.sentence_of[unit]].story
        if story not in days:
            days[story] = _day_of_occasion(doc, story)
        if day := days[story]:
            mention.edtf = _resolved(doc.low, doc.facts["date-grammar"], mention, day)
            mention.basis, mention.reason = "derived", _OCCASION


def _day_of_occasion(doc: Document, story: int) -> str | None:
    """The single day of a story's occasion, where its report is of the same month."""
    date = undated_occasion(doc, story)
    day = (date.edtf or "") if date else ""
    return day if len(day) == _DAY and int(day[-2:]) < _LATE else None


def _own_day(doc: Document, grammar: DateGrammar, index: int) -> str | None:
    """The day of the report by a date that begins with "today", "yesterday" or "tomorrow", or stands right behind."""
    mention = doc.dates[index]
    if len(mention.edtf or "") != _DAY or mention.basis == "derived":
        return None
    words = mention
    if index and not doc.low[doc.dates[index - 1].end : mention.start].strip(_GAP):
        words = doc.dates[index - 1]
    for rule in grammar.told_by_day:
        if grammar.pattern(rule).match(doc.low, words.start, mention.end):
            return later(str(mention.edtf), -int(grammar.rules[rule]["shift"]))
    return None


def _without_year(day: str, edtf: str | None) -> str | None:
    """A date resolved against a day, without its year where the day has none."""
    return _UNKNOWN + edtf[len(_UNKNOWN) :] if edtf and day.startswith(_UNKNOWN) else edtf


def _resolved(low: str, grammar: DateGrammar, mention: DateMention, day: str) -> str | None:
    found: set[str | None] = set()
    for year in _YEARS:
        span = (mention.start, mention.end, day.replace(_UNKNOWN, str(year)))
        first = next(iter(find_dates(low, grammar, [span])), None)
        found.add(_without_year(day, first.edtf) if first else None)
    return found.pop() if len(found) == 1 else None


def _quoted(doc: Document, mention: DateMention) -> bool:
    """Whether a date stands within quotation marks of its sentence."""
    start = next((s.start for s in doc.sentences if s.start <= mention.start < s.end), mention.start)
    return sum(letter in _MARKS for letter in doc.low[start : mention.start]) % 2 == 1
