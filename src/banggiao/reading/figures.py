"""Figures: measured facts about parties or their relations that are already true."""

from __future__ import annotations

from banggiao import edtf
from banggiao.model import Figure, Target
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document
from banggiao.reading.measure_parties import tells_parts
from banggiao.reading.measure_times import is_start, lies_ahead, time_of
from banggiao.reading.measures import EXPELLED, Measured, measured, unit_at
from banggiao.reading.sums import CURRENCY
from banggiao.reading.targets import DONE, PROMISED, is_target

_DONE_ON, _DONE_BEFORE = 3, 5  # units behind and before those who are counted with the day on which it was done
_SAME_TIME = 10  # units between an amount and the growth that is told with it


def find_figures(doc: Document) -> None:
    """Adds one Figure for each (measure, value, unit) of a story that is no goal; its time may be told later."""
    found: dict[tuple[object, ...], Figure] = {}
    before: tuple[Measured, DateMention | None] | None = None
    aims = {(r.story, r.measure, r.value) for r in doc.records if isinstance(r, Target) and r.measure in PROMISED}
    for item in measured(doc):
        each = item.amount.unit == "rank" or item.measure == EXPELLED  # many are somebody's first partner
        whose = tuple(item.parties if item.measure == EXPELLED else sorted(item.parties)) if each else ()
        key = (item.sentence.story, item.measure, item.amount.value, item.amount.unit, whose)
        date = None if item.measure in DONE and item.goal else _time(doc, item, before)
        if not item.measure.endswith("-growth"):
            before = item, date
        known = found.get(key)
        if known is not None and (known.period or date is None or set(known.parties) != set(item.parties)):
            continue
        if item.measure == "tariff-rate" and is_start(doc, item):
            continue  # "tăng thuế từ 10% lên 25%"
        if key[:3] in aims or (item.amount.unit == "tonnes" and item.measure == "imports"):
            continue  # a headline tells what is promised as if it were done; what may be bought is no fact
        if is_target(doc, item) or (item.measure not in DONE and lies_ahead(doc, item)) or _to_come(doc, item, date):
            continue
        record = known or Figure(
            parties=item.parties,
            measure=item.measure,
            value=item.amount.value,
            unit=item.unit,
            evidence=[],
            rules=[f"figure.{item.measure}"],
            story=item.sentence.story,
        )
        record.evidence.append((item.sentence.start, item.sentence.end))
        if date and (period := _period(doc, item, date)):
            record.period, record.date_basis, record.date_reason = period, date.basis, date.reason
        if known is None:
            found[key] = record
            doc.records.append(record)


def _time(doc: Document, item: Measured, before: tuple[Measured, DateMention | None] | None) -> DateMention | None:
    """A growth is of the time of the amount that it is told with ("đạt 4,6 tỷ USD, tăng 11,6% so với năm trước")."""
    if before and item.measure.endswith("-growth"):
        other, date = before
        near = other.sentence is item.sentence and 0 < item.at - other.at <= _SAME_TIME
        another = doc.has(
            "measure", unit_at(doc, other.amount.end), item.at
        )  # "đầu tư tăng 3 lần, thương mại tăng 20%"
        if near and other.amount.unit != "rank" and not another:
            return date
    if is_start(doc, item):
        return _time_of_start(doc, item)
    if item.measure == EXPELLED:
        return _day_of_deed(doc, item)
    own = time_of(doc, item, ahead=False)
    if own is None and before and _part_of(doc, item, before[0]):
        return before[1]
    return own


def _day_of_deed(doc: Document, item: Measured) -> DateMention | None:
    """The day on which something was done to those who are counted: right behind them, else shortly before the verb."""
    end = unit_at(doc, item.amount.end - 1) + 1
    behind = doc.units("date", end, min(item.sentence.last, end + _DONE_ON))
    before = doc.units("date", max(item.sentence.first, item.at - _DONE_BEFORE), item.at)
    near = [*behind[:1], *(unit for unit in before[-1:] if not doc.parted(unit, item.at))]
    return next((doc.date_at[unit] for unit in near if doc.date_at[unit].edtf), None)


def _period(doc: Document, item: Measured, date: DateMention) -> str | None:
    """The time of a figure: a sum that has come together since a year ("kể từ năm 2002") is of all years until
    publication; of nobody knows how many, where that is not known."""
    year = str(date.edtf)
    if date.role != "since" or not year.isdigit() or len(item.amount.unit) != CURRENCY:
        return date.edtf
    published = doc.article.published if not item.sentence.story else None
    until = published[:4] if published else ""
    return f"{year}/{until}" if until > year else None


def _part_of(doc: Document, item: Measured, whole: Measured) -> bool:
    """Whether a sentence tells the parts of an amount in the one before it ("Trong đó, xuất khẩu đạt …")."""
    sentence = item.sentence
    follows = sentence.index - whole.sentence.index == 1 and sentence.story == whole.sentence.story
    return follows and tells_parts(doc, sentence)


def _time_of_start(doc: Document, item: Measured) -> DateMention | None:
    """The time of an amount from which another is reached: only what stands behind it in its clause, for the others are
    of that ("lên 100 tỷ USD vào năm 2030, từ mức 64 tỷ USD năm ngoái")."""
    for unit in range(unit_at(doc, item.amount.end - 1) + 1, item.sentence.last):
        if doc.entry(unit, "up", "growth", "past-sign") or doc.norms[unit] in (",", ";"):
            return None
        if date := doc.date_at.get(unit):
            return date if date.edtf else None
    return None


def _to_come(doc: Document, item: Measured, date: DateMention | None) -> bool:
    """Whether a figure's time begins after the publication: it is reckoned with, and no fact."""
    published = doc.article.published if not item.sentence.story else None
    when = edtf.bounds(str(date.edtf)) if date and date.edtf else None
    now = edtf.bounds(published) if published else None
    return bool(when and now and when[0] > now[1])
