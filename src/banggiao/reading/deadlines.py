"""Deadlines: an instrument that is to be completed, signed, adopted or ratified by a time is a target."""

from __future__ import annotations

import re

from banggiao import edtf
from banggiao.model import Instrument, Span, Target
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence
from banggiao.reading.measure_times import due_of, within_years

_ACRONYM = re.compile(r"\(([A-Z][A-Z0-9+-]{2,})\)")
_OF_A_DEED = 3  # units between "hoàn tất" and the deed that is completed
_BEFORE = 30  # characters between a deed and what is told of its instrument
_WISHED = 8  # units before a deed in which it is wished for
_DAY = 10  # characters of a whole day in EDTF
_REACH = 14  # units between the deed and its date


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
            doc.records.append(
                Target(
                    parties=list(record.parties),
                    measure=f"{deed} of {name}",
                    due=due_of(date),
                    evidence=[(sentence.start, sentence.end)],
                    rules=["target.deadline"],
                    story=record.story,
                    date_basis=date.basis,
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
        for at in range(unit + 1, min(unit + _REACH, sentence.last)):
            date = doc.date_at.get(at)
            if date and (date.rule == "date.years" or (record.until and str(date.edtf).endswith(record.until))):
                break  # the time for which the instrument runs
            if deed and date and date.edtf and _ahead(doc, sentence, date, unit):
                return str(deed.attrs["deed"]), date
        last = min(unit + _REACH, sentence.last)
        if deed and (date := within_years(doc, sentence, unit + 1, last)):
            return str(deed.attrs["deed"]), date
    return None


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
        wished = any(doc.has(cls, start, deed + 1) for cls in ("wish", "goal", "modal"))
        wished = wished or any(doc.norms[unit].startswith("sớm ") for unit in range(start, deed + 1))
        return wished and date.role != "anniversary" and not doc.has("past-sign", start, deed) and _by_year(date)
    when, now = edtf.bounds(str(date.edtf)), edtf.bounds(published) if published else None
    if date.role == "anniversary" or when is None or now is None:
        return False
    return when[1] > now[1] and (_by_year(date) or date.role == "span")


def _by_year(date: DateMention) -> bool:
    """Whether a date is a month or a year: a day is that on which something was told."""
    return edtf.bounds(str(date.edtf)) is not None and len(str(date.edtf)) < _DAY


def _short(doc: Document, name: str) -> str:
    """The acronym of a name, where it has one, else the name."""
    if own := _ACRONYM.search(name):
        return own[1]
    words = name.replace("(", " ").replace(")", " ").split()
    acronyms = (word for word in words if len(word) > 2 and word.isupper() and word not in doc.lexicon.parties)
    return next(acronyms, name)
