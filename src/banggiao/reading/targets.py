"""Targets: measurable goals that lie ahead from the article's standpoint."""

from __future__ import annotations

from banggiao import edtf
from banggiao.model import Target
from banggiao.reading.document import Document
from banggiao.reading.measure_times import due_of, is_start, lies_ahead, time_of, within_years
from banggiao.reading.measures import Measured, measured, unit_at

_AGREED_ON = frozenset({"trade", "investment", "exports", "tourists"})
_WANTED = 24  # units before an amount in which it is wished for
PROMISED = frozenset({"aid", "credit", "imports", "tariff-lines", "tariff", "tariff-rate", "arms sales"})
_GIVEN = frozenset({"aid", "credit"})
_COMMITTED = 3  # units behind an amount that is committed
_THREATENED = frozenset({"tariff", "tariff-rate"})
DONE = frozenset({"border demarcation", "project value", "diaspora community", "population"})
"""What is so, whatever is to be done with it ("pháp lý hoá 84% công tác phân giới cắm mốc", "huỷ dự án 20 tỷ USD")."""
_ANNOUNCED = 18  # units before an amount in which it is made known
_PROMISE = 10  # units before an amount in which it is promised


def is_target(doc: Document, item: Measured) -> bool:
    """A goal by its words, unless its date is already past; or an amount dated to a time after publication."""
    if (item.measure.endswith("-rank") and not item.goal) or item.measure in DONE or is_start(doc, item):
        return False
    date = time_of(doc, item, ahead=True)
    published = doc.article.published if not item.sentence.story else None
    when = edtf.bounds(date.edtf) if date and date.edtf else None
    now = edtf.bounds(published) if published else None
    if when and now:
        if when[1] < now[0]:
            return False
        if when[0] > now[1] and date and (date.role == "until" or _wanted(doc, item)):
            return True
        if date and date.rule == "date.span-ahead" and when[1] > now[1]:
            return True
    if date and date.role == "since":
        return False
    return item.goal or (item.measure in PROMISED and _promised(doc, item))


def _wanted(doc: Document, item: Measured) -> bool:
    """Whether trade or investment of a time to come is somebody's goal, and not only reckoned with."""
    first = max(item.sentence.first, item.at - _WANTED)
    return item.measure in _AGREED_ON and doc.has("wish", first, item.at) and not doc.has("uncertain", first, item.at)


def _promised(doc: Document, item: Measured) -> bool:
    """Whether a party will give or do it ("sẽ viện trợ 100 triệu USD", "đồng ý viện trợ …"): what is only reckoned
    with is no promise."""
    first = max(item.sentence.first, item.at - _PROMISE)
    if item.measure in _THREATENED and _threatened(doc, item):
        return False
    for unit in doc.units("act", first, item.at):
        entry = doc.entry(unit, "act")
        noun = doc.entry(unit - 1, "measure", "noun-maker", "past-sign")  # "vốn cam kết", "với cam kết ban đầu"
        if entry and entry.attrs["act"] in ("commit", "agree") and noun is None:
            return True
    if item.measure in _GIVEN and _announced(doc, item):
        return True
    end = unit_at(doc, item.amount.end - 1) + 1
    behind = doc.units("act", end, min(item.sentence.last, end + _COMMITTED))
    if item.measure in _GIVEN and any(doc.norms[unit].endswith("cam kết") for unit in behind):
        return True  # "khoản tín dụng một tỷ USD đã cam kết"
    return lies_ahead(doc, item) and doc.has("modal", first, item.at)


def _announced(doc: Document, item: Measured) -> bool:
    """Whether aid is made known that will be given ("công bố hai dự án viện trợ, gồm …"): not what has been given."""
    told = doc.units("announcing", max(item.sentence.first, item.at - _ANNOUNCED), item.at)
    return bool(told) and not doc.has("past-sign", told[-1], item.at) and not doc.has("withdrawing", told[-1], item.at)


def _threatened(doc: Document, item: Measured) -> bool:
    """Whether a tariff will be laid only in some case, or not at all ("doạ áp thuế", "nếu …, sẽ áp thuế", "sẽ không
    tăng thuế")."""
    sentence = item.sentence
    if any(doc.has(cls, sentence.first, sentence.last) for cls in ("uncertain", "negation")):
        return True
    acts = (doc.entry(unit, "act") for unit in doc.units("act", sentence.first, item.at))
    return any(entry and entry.attrs["act"] == "oppose" for entry in acts)


def find_targets(doc: Document) -> None:
    """Adds one Target for each (measure, value, unit) of a story that is a goal; when it is due may be told later than
    the goal itself, as headlines leave it out."""
    found: dict[tuple[int, str, float, str], Target] = {}
    for item in measured(doc):
        key = (item.sentence.story, item.measure, item.amount.value, item.amount.unit)
        before = found.get(key)
        if (before is not None and before.due) or not is_target(doc, item):
            continue
        date = time_of(doc, item, ahead=True) or within_years(doc, item.sentence, item.at, item.sentence.last)
        if date and item.measure in _GIVEN and date.start < item.amount.start and _announced(doc, item):
            date = None  # the time at which it was announced
        if before is not None and (date is None or set(before.parties) != set(item.parties)):
            continue
        record = before or Target(
            parties=item.parties,
            measure=item.measure,
            value=item.amount.value,
            unit=item.unit,
            evidence=[],
            rules=[f"target.{item.measure}"],
            story=item.sentence.story,
        )
        record.evidence.append((item.sentence.start, item.sentence.end))
        if date:
            record.due = (date.edtf or "").split("/")[-1] if date.role == "until" else due_of(date)
            record.date_basis, record.date_reason = date.basis, date.reason
        if before is None:
            found[key] = record
            doc.records.append(record)
