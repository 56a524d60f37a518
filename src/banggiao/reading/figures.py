"""Figures: measured facts about parties or their relations that are already true."""

from __future__ import annotations

from banggiao.model import Figure
from banggiao.reading.document import Document
from banggiao.reading.measures import lies_ahead, measured, time_of
from banggiao.reading.targets import is_target


def find_figures(doc: Document) -> None:
    """Adds one Figure for each (measure, value, unit) of a story that is no goal."""
    seen: set[tuple[int, str, float, str]] = set()
    for item in measured(doc):
        key = (item.sentence.story, item.measure, item.amount.value, item.amount.unit)
        if key in seen or is_target(doc, item) or lies_ahead(doc, item):
            continue
        seen.add(key)
        record = Figure(
            parties=item.parties,
            measure=item.measure,
            value=item.amount.value,
            unit=item.unit,
            evidence=[(item.sentence.start, item.sentence.end)],
            rules=[f"figure.{item.measure}"],
            story=item.sentence.story,
        )
        if date := time_of(doc, item, ahead=False):
            record.period, record.date_basis, record.date_reason = date.edtf, date.basis, date.reason
        doc.records.append(record)
