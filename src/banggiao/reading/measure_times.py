"""When an amount is so, when it is due, and whether it is so already: shared by figures and targets."""

from __future__ import annotations

from banggiao import edtf
from banggiao.reading.amounts import amounts_of
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence
from banggiao.reading.measures import Measured, unit_at
from banggiao.reading.sums import is_sum

_HEAD = 4  # units at the head of a sentence before a date that holds for all of it
_FAR = 40  # units from an amount beyond which no date is its own
_PAPER = 8  # units between the head of an instrument and the years for which it runs
_FROM = 3  # units before an amount with the word that makes it the one from which another is reached
_OTHER_FIRST = 16  # units by which another date may be farther off than one since which something goes on
_DAY = 10  # characters of a whole day in EDTF
_OF_GOAL = 6  # units behind an amount with a date of its own
_MEANT = 26  # units before an amount of goods in which their tariff is only threatened or proposed
_BEHIND = 6  # units behind an amount of goods in which their tariff is only possible
_AHEAD = 10  # units before an amount with a sign that it is not reached yet


def is_start(doc: Document, item: Measured) -> bool:
    """Whether an amount is the one from which another is reached ("từ mức 12,8 tỷ USD hiện nay")."""
    if "-" in doc.low[item.amount.start : item.amount.end]:
        return False  # "từ 1-1,5 tỷ USD"
    end = unit_at(doc, item.amount.end - 1) + 1
    behind = doc.entry(end, "starting-from") if end < item.sentence.last else None
    if behind is not None and behind.attrs.get("behind"):
        return True
    before = [
        unit
        for unit in doc.units("starting-from", max(item.sentence.first, item.at - _FROM), item.at)
        if not any(doc.entry(i, "party", "short", "metonym") for i in range(unit + 1, item.at))  # "từ Trung Quốc là …"
    ]
    return any(entry and not entry.attrs.get("behind") for entry in (doc.entry(i, "starting-from") for i in before))


def lies_ahead(doc: Document, item: Measured) -> bool:
    """Whether an amount is hoped for, feared or to come ("sẽ tăng 16 tỉ USD", "doạ áp thuế 25%") and so no fact yet."""
    if is_start(doc, item):
        return False
    start = max(item.sentence.first, item.at - _AHEAD)
    if item.measure.startswith("tariff") and _only_meant(doc, item):
        return True
    if not any(doc.has(cls, start, item.at) for cls in ("uncertain", "modal", "wish")):
        return False
    for unit in range(item.at - 1, start - 1, -1):
        if doc.norms[unit] in (",", ";") or doc.entry(unit, "past-sign"):
            return False
        if doc.entry(unit, "uncertain"):
            return True
        if doc.entry(unit, "giving"):
            continue  # "đã ủng hộ 10 triệu nhân dân tệ"
        modal = doc.entry(unit, "modal")
        if (modal and modal.attrs["act"] == "commit") or (doc.entry(unit, "wish") and doc.entry(unit, "act")):
            return True
    return False


def _only_meant(doc: Document, item: Measured) -> bool:
    """Whether a tariff is threatened, proposed or possible ("cảnh báo áp thuế bổ sung 25% đối với …", "300 tỷ USD hàng
    hoá có thể bị đánh thuế")."""
    if doc.has("uncertain", item.at, min(item.sentence.last, item.at + _BEHIND)):
        return True
    first = max(item.sentence.first, item.at - _MEANT)
    acts = (doc.entry(unit, "act") for unit in doc.units("act", first, item.at))
    meant = any(act and act.attrs["act"] == "propose" for act in acts) or doc.has("threat", first, item.at)
    return (meant or doc.has("uncertain", first, item.at)) and not doc.has("past-sign", first, item.at)


def time_of(doc: Document, item: Measured, *, ahead: bool) -> DateMention | None:
    """The date of a figure (before the amount, or right after it) or of a goal (after it, or a date by which)."""
    sentence = item.sentence
    end = unit_at(doc, item.amount.end - 1) + 1
    best: tuple[int, int, DateMention] | None = None
    early = any(doc.date_at[unit].edtf for unit in doc.units("date", sentence.first, item.at))
    for unit in doc.units("date", sentence.first, sentence.last):
        date = doc.date_at[unit]
        if not date.edtf or date.role == "anniversary":
            continue
        if ahead and (_of_bracket(doc, sentence, unit, item.at) or _of_the_telling(doc, sentence, unit, item)):
            continue
        compared = doc.units("compared", max(sentence.first, unit - 3), unit)
        if compared and not doc.parted(compared[-1], unit):
            continue  # "tăng 27% so với năm 2016"
        if not ahead and (date.rule == "date.span-ahead" or _of_a_deed(item, date)):
            continue
        if not ahead and date.rule.startswith("date.years") and unit < item.at and _of_a_paper(doc, sentence, unit):
            continue
        if not ahead and early and unit >= end and (doc.parted(end, unit) or doc.has("joiner", end, unit)):
            continue  # "năm ngoái đạt 21 tỷ USD và con số năm 2017 là 22 tỷ USD"
        if ahead and unit >= end and doc.parted(end, unit) and (not item.goal or date.rule.startswith("date.years")):
            continue  # the time of something else ("…, thực hiện Kế hoạch hành động giai đoạn 2017 - 2022")
        if (item.amount.unit == "rank" or not ahead) and _of_another(doc, item, date):
            continue
        if item.amount.unit == "rank" and _parted(doc, sentence, item.at, unit, end):
            continue
        if not ahead and unit < item.at and doc.has("now", unit + 1, item.at):
            continue  # "đạt 20 tỷ USD năm 2003 và giờ đứng ở mức 54 tỷ USD"
        if ahead and unit < item.at and date.role != "until" and _is_past(doc, sentence, date):
            continue  # the day on which the goal was told
        distance = unit - end if unit >= end else (item.at - unit) * (2 if ahead else 1) + 1
        if not ahead and date.role == "since":
            distance += _OTHER_FIRST  # "tăng kể từ năm 2013, đạt 227 tỷ euro năm 2017"
        if best is None or distance < best[0]:
            best = (distance, unit, date)
    return best[2] if best and (best[0] < _FAR or _at_head(doc, sentence, best[1])) else None


def within_years(doc: Document, sentence: Sentence, first: int, last: int) -> DateMention | None:
    """The year in which a span ends that units `[first, last)` count from publication on ("trong vòng ba năm")."""
    published = doc.article.published if not sentence.story else None
    counted = published and first < last
    found = amounts_of(doc).within(doc.low, doc.starts[first], doc.ends[last - 1]) if counted else None
    if found is None or published is None:
        return None
    start, end, years = found
    year = str(int(published[:4]) + years)
    return DateMention(start, end, year, "date.within-years", "resolved", f"{years} years from publication")


def length_of(doc: Document, date: DateMention) -> tuple[float, str] | None:
    """The number and unit of a span that nobody knows the end of, for its publication is not known ("ba năm tới")."""
    if date.edtf or date.count is None:
        return None
    unit = amounts_of(doc).length_unit(doc.low[date.start : date.end])
    return (float(date.count), unit) if unit else None


def due_of(date: DateMention) -> str:
    """The end of a span ("trong ba năm tới"), to the year where the span is counted in years; else the date."""
    text = str(date.edtf)
    found = edtf.bounds(text)
    if date.role != "span" or found is None:
        return text
    end = text.split("/")[-1]
    return end[:4] if (found[1] - found[0]).days > 360 else end


def _of_a_paper(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether years are those for which an instrument named right before them runs ("Quy hoạch hợp tác giai đoạn 2017 -
    2021, khoản vay 250 triệu USD")."""
    return doc.has("instrument-head", max(sentence.first, unit - _PAPER), unit)


def _of_a_deed(item: Measured, date: DateMention) -> bool:
    """Whether a date is that of a deed, or of the telling, and not of what is measured: trade or aid is of months and
    years, or of all until a day ("ngày 1/9 thông báo huỷ khoản viện trợ 300 triệu USD"). Tariffs and sales of arms are
    deeds themselves."""
    whole_day = len(str(date.edtf)) == _DAY and date.role != "until"
    return whole_day and not item.measure.startswith(("tariff", "arms"))


def _of_bracket(doc: Document, sentence: Sentence, date: int, item: int) -> bool:
    """Whether a date is that of another amount, which stands with it in brackets ("tăng trưởng trên 20% (năm 2018 đạt
    4,7 tỷ USD)")."""
    opening = next((i for i in range(date - 1, sentence.first - 1, -1) if doc.norms[i] in ("(", ")")), sentence.first)
    closing = next((i for i in range(date + 1, sentence.last) if doc.norms[i] in ("(", ")")), sentence.last)
    if doc.norms[opening] != "(" or opening < item < closing:
        return False
    return any(doc.norms[i][:1].isdigit() for i in range(opening, closing) if i not in doc.date_at)


def _of_the_telling(doc: Document, sentence: Sentence, unit: int, item: Measured) -> bool:
    """Whether a date before a goal is the day on which it was told, or that of another goal, which stands right before
    the date ("6 tỷ USD năm 2020 và tiến tới 10 tỷ USD")."""
    date = doc.date_at[unit]
    if unit >= item.at or date.role in ("until", "span"):
        return False
    if len(str(date.edtf)) >= _DAY:
        return True
    before = amounts_of(doc).find(doc.low, doc.starts[max(sentence.first, unit - _OF_GOAL)], date.start)
    return any(amount.unit == item.amount.unit for amount in before) and not doc.parted(
        unit_at(doc, before[-1].end - 1), unit
    )


def _of_another(doc: Document, item: Measured, date: DateMention) -> bool:
    """Whether a date is that of another sum, which stands between it and an amount before: of any that is told with a
    rank ("đối tác lớn thứ 7, với kim ngạch đạt 8 tỷ USD năm 2016"), of one in the same money that is joined to it or
    with which it is compared ("áp thuế với 34 tỷ USD và sẽ áp với 16 tỷ USD từ ngày 23/8")."""
    end = item.amount.end
    if end >= date.start or not (item.amount.unit == "rank" or is_sum(item.amount)):
        return False
    for other in amounts_of(doc).find(doc.low, end, date.start):
        if item.amount.unit == "rank" and is_sum(other):
            return True
        first, last = unit_at(doc, end), unit_at(doc, other.start)
        if other.unit == item.amount.unit and (doc.has("joiner", first, last) or doc.has("compared", first, last)):
            return True
    return False


def _parted(doc: Document, sentence: Sentence, first: int, unit: int, last: int) -> bool:
    """Whether a date belongs to another clause than the rank at units `[first, last)`: a comma parts them, other than
    the one behind a date at the head of the sentence."""
    between = range(last, unit) if unit >= last else range(unit + 1, first)
    return doc.parted(between.start, between.stop) and not _at_head(doc, sentence, unit)


def _at_head(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether a date holds for all of its sentence: it stands at the head, with a comma behind it."""
    return unit <= sentence.first + _HEAD and doc.norms[unit + 1] == ","


def _is_past(doc: Document, sentence: Sentence, date: DateMention) -> bool:
    published = doc.article.published if not sentence.story else None
    when = edtf.bounds(date.edtf or "..")
    now = edtf.bounds(published) if published else None
    return bool(when and now and when[1] < now[0])
