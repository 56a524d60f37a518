"""Deadlines: an instrument that is to be completed, signed, adopted or ratified by a time is a target."""

from __future__ import annotations

import re

from banggiao import edtf
from banggiao.model import Instrument, Span, Target
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence
from banggiao.reading.measure_times import due_of, length_of, within_years

_ACRONYM = re.compile(r"\(([A-Z][A-Z0-9+-]{2,})\)")
_OF_A_DEED = 3  # units between "hoàn tất" and the deed that is completed
_BEFORE = 30  # characters between a deed and what is told of its instrument
_WISHED = 8  # units before a deed in which it is wished for
_DAY = 10  # characters of a whole day in EDTF
_REACH = 14  # units between the deed and its date
_TO_COME = ("tới", "sau", "nữa", "cuối năm nay", "trong năm nay")
_PARTS = frozenset({"date.quarter", "date.half"})


def find_deadlines(doc: Document) -> None:
    """Adds a Target for each instrument under negotiation whose sentence gives it a deed and a time that lies ahead."""
    seen: set[tuple[int, str]] = set()
    papers = [record for record in doc.records if isinstance(record, Instrument)]
    for record in papers:
        if record.stage not in ("negotiating", "agreed") or record.rules == ["instrument.quoted"]:
            continue
        others = [span for other in papers if other is not record for span in other.evidence]
        for sentence in _sentences(doc, record):
            found = _deadline(doc, sentence, record, others)
            name = _short(doc, record.name)
            if found is None or (record.story, name) in seen:
                continue
            seen.add((record.story, name))
            deed, date = found
            length = length_of(doc, date)
            doc.records.append(
                Target(
                    parties=list(record.parties),
                    measure=f"{deed} of {name}",
                    value=length[0] if length else None,
                    unit=length[1] if length else None,
                    due=due_of(date) if date.edtf else None,
                    evidence=[(sentence.start, sentence.end)],
                    rules=["target.deadline"],
                    story=record.story,
                    date_basis=date.basis if date.edtf else None,
                    date_reason=date.reason,
                )
            )


def _sentences(doc: Document, record: Instrument) -> list[Sentence]:
    return [s for s in doc.sentences if any(s.start <= start < s.end for start, _ in record.evidence)]


def _deadline(
    doc: Document, sentence: Sentence, record: Instrument, others: list[Span]
) -> tuple[str, DateMention] | None:
    """The deed that is told of an instrument and the time after it, where that time is ahead of publication. `others`:
    what is told of other instruments."""
    deeds = doc.units("deed", sentence.first, sentence.last)
    for number, unit in enumerate(deeds):
        deed = doc.entry(unit, "deed")
        if deed and deed.attrs["deed"] == "completion" and any(i - unit <= _OF_A_DEED for i in deeds[number + 1 :]):
            continue  # "hoàn tất việc phê chuẩn": what is completed says more
        if not _of(doc.starts[unit], record.evidence, others):
            continue
        if deed and (date := _time(doc, sentence, record, unit)):
            return str(deed.attrs["deed"]), date
    return None


def _time(doc: Document, sentence: Sentence, record: Instrument, deed: int) -> DateMention | None:
    """The time of a deed: the first one behind it that lies ahead, else a span of years from publication on."""
    last = min(deed + _REACH, sentence.last)
    for at in doc.units("date", deed + 1, last):
        date = doc.date_at[at]
        if date.rule == "date.years" or (record.until and str(date.edtf).endswith(record.until)):
            break  # the time for which the instrument runs
        if _ahead(doc, sentence, date, deed):
            return date
    return within_years(doc, sentence, deed + 1, last)


def _of(start: int, own: list[Span], others: list[Span]) -> bool:
    """Whether a deed that begins at a character is told of this instrument: in the evidence, shortly before it, or
    behind it with no other instrument nearer."""
    if any(first - _BEFORE <= start < last for first, last in own):
        return True
    ends = [last for _, last in own if last <= start]
    return bool(ends) and not any(max(ends) <= first <= start + _BEFORE for first, _ in others)


def _ahead(doc: Document, sentence: Sentence, date: DateMention, deed: int) -> bool:
    """Whether a date lies ahead: by the day of publication, else where the deed is wished for or will be done."""
    published = doc.article.published if not sentence.story else None
    if published is None:
        start = max(sentence.first, deed - _WISHED)
        if date.role == "anniversary" or doc.has("past-sign", start, deed) or not _wished(doc, start, deed):
            return False
        return _by_year(date) if date.edtf else doc.low[date.start : date.end].endswith(_TO_COME)
    when, now = edtf.bounds(str(date.edtf)), edtf.bounds(published)
    if date.role == "anniversary" or when is None or now is None:
        return False
    return when[1] > now[1] and (_by_year(date) or date.role == "span")


def _wished(doc: Document, first: int, deed: int) -> bool:
    """Whether a deed is wished for or will be done, by the units before it from `first` on."""
    if any(doc.has(cls, first, deed + 1) for cls in ("wish", "goal", "modal")):
        return True
    if any(doc.norms[unit].startswith("sớm ") for unit in range(first, deed + 1)):
        return True
    acts = (doc.entry(unit, "act") for unit in doc.units("act", first, deed))
    return any(act is not None and act.attrs["act"] in ("commit", "agree") for act in acts)


def _by_year(date: DateMention) -> bool:
    """Whether a date is a month, a quarter or a year: a day is that on which something was told."""
    when = edtf.bounds(str(date.edtf))
    return when is not None and (len(str(date.edtf)) < _DAY or date.rule in _PARTS)


def _short(doc: Document, name: str) -> str:
    """The acronym of a name, where it has one, else the name."""
    if own := _ACRONYM.search(name):
        return own[1]
    words = name.replace("(", " ").replace(")", " ").split()
    acronyms = (word for word in words if len(word) > 2 and word.isupper() and word not in doc.lexicon.parties)
    return next(acronyms, name)
