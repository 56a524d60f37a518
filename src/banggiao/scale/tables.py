"""Outcomes as Arrow tables: the documented shape (`docs/bulk.md`) of what `bulk` writes and `scan` gives."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pyarrow as pa

from banggiao import edtf
from banggiao.model import RECORD_TYPES, Record
from banggiao.register.intake import key_of
from banggiao.scale.items import Outcome

_STRINGS = pa.list_(pa.string())
_SPAN = pa.struct([("start", pa.int32()), ("end", pa.int32()), ("quote", pa.string())])
_ZONE = pa.struct([("kind", pa.string()), ("start", pa.int32()), ("end", pa.int32()), ("story", pa.int32())])

ARTICLES = pa.schema(
    [
        ("key", pa.string()),
        ("id", pa.string()),
        ("source", pa.string()),
        ("position", pa.int64()),
        ("outcome", pa.string()),
        ("records", pa.int32()),
        ("url", pa.string()),
        ("title", pa.string()),
        ("publisher", pa.string()),
        ("agency", pa.string()),
        ("published", pa.string()),
        ("published_basis", pa.string()),
        ("published_reason", pa.string()),
        ("language", pa.string()),
        ("text", pa.string()),
        ("zones", pa.list_(_ZONE)),
        ("notes", _STRINGS),
        ("reader", pa.string()),
    ]
)
SLOTS: dict[str, Any] = {
    "date": pa.string(), "person": pa.string(), "role": pa.string(), "party": pa.string(), "title": pa.string(),
    "form": pa.string(), "phase": pa.string(), "city": pa.string(), "country": pa.string(), "mechanism": pa.string(),
    "session": pa.int32(), "people": _STRINGS, "level": pa.string(), "name": pa.string(), "stage": pa.string(),
    "until": pa.string(), "act": pa.string(), "speaker": pa.string(), "topics": _STRINGS, "measure": pa.string(),
    "value": pa.float64(), "unit": pa.string(), "due": pa.string(), "period": pa.string(),
}  # fmt: skip
"""The slots of all kinds of record; a record fills those of its kind."""
RECORDS = pa.schema(
    [
        ("article", pa.string()),
        ("index", pa.int32()),
        ("kind", pa.string()),
        ("parties", _STRINGS),
        ("published", pa.string()),
        ("earliest", pa.date32()),
        ("latest", pa.date32()),
        *SLOTS.items(),
        ("date_basis", pa.string()),
        ("date_reason", pa.string()),
        ("story", pa.int32()),
        ("evidence", pa.list_(_SPAN)),
        ("rules", _STRINGS),
    ]
)
REJECTS = pa.schema(
    [
        ("source", pa.string()),
        ("position", pa.int64()),
        ("id", pa.string()),
        ("url", pa.string()),
        ("code", pa.string()),
        ("reason", pa.string()),
    ]
)
SCHEMAS = {"records": RECORDS, "articles": ARTICLES, "rejects": REJECTS}
_SLOTS_OF = {kind: frozenset(field.name for field in fields(cls)) for kind, cls in RECORD_TYPES.items()}
_WHEN = ("date", "period", "due")  # a record has one of them at most


def tables_of(outcomes: list[Outcome]) -> dict[str, bytes]:
    """The tables as Arrow streams, which cost a reader of them nothing to take apart."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in SCHEMAS}
    for outcome in outcomes:
        if outcome.refusal:
            rows["rejects"].append(_reject(outcome))
        else:
            rows["articles"].append(_article(outcome))
            if outcome.reading:
                rows["records"] += _records(outcome, rows["articles"][-1])
    return {name: _stream(found, SCHEMAS[name]) for name, found in rows.items() if found}


def _stream(rows: list[dict[str, Any]], schema: Any) -> bytes:
    columns = [pa.array([row.get(field.name) for row in rows], field.type) for field in schema]
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, schema) as writer:
        writer.write_batch(pa.record_batch(columns, schema=schema))
    return bytes(sink.getvalue())


def table(name: str, streams: list[bytes]) -> Any:
    """One table of many streams, in their order."""
    found = [pa.ipc.open_stream(stream).read_all() for stream in streams]
    return pa.concat_tables(found) if found else SCHEMAS[name].empty_table()


def _reject(outcome: Outcome) -> dict[str, Any]:
    assert outcome.refusal is not None
    return {
        "source": outcome.source,
        "position": outcome.position,
        "id": outcome.id,
        "url": outcome.url,
        "code": outcome.refusal.code,
        "reason": outcome.refusal.reason,
    }


def _article(outcome: Outcome) -> dict[str, Any]:
    article, reading = outcome.article, outcome.reading
    assert article is not None
    row: dict[str, Any] = {
        "key": key_of(article),
        "id": article.id,
        "source": outcome.source,
        "position": outcome.position,
        "outcome": "read" if reading else "dismissed",
        "records": len(reading.records) if reading else 0,
        "url": article.url,
        "title": article.title or None,
        "published": article.published,
        "language": None,
    }
    if reading:
        row |= {
            "title": reading.title or None,
            "publisher": reading.publisher,
            "agency": reading.agency,
            "published": reading.published,
            "published_basis": reading.published_basis or None,
            "published_reason": reading.published_reason or None,
            "language": reading.language,
            "reader": reading.reader,
        }
        # Text where something rests on it, and there alone: the archive itself has the rest.
        if reading.records:
            row |= {
                "text": article.text,
                "zones": [
                    {"kind": zone.kind, "start": zone.start, "end": zone.end, "story": zone.story}
                    for zone in reading.zones
                ],
                "notes": [note.message for note in reading.notes],
            }
    return row


def _records(outcome: Outcome, article: dict[str, Any]) -> list[dict[str, Any]]:
    assert outcome.article is not None
    assert outcome.reading is not None
    text = outcome.article.text
    out = []
    for index, record in enumerate(outcome.reading.records):
        row: dict[str, Any] = {
            "article": article["key"],
            "index": index,
            "kind": record.kind,
            "parties": record.parties,
            "published": article["published"],
            "date_basis": record.date_basis,
            "date_reason": record.date_reason or None,
            "story": record.story,
            "evidence": [{"start": start, "end": end, "quote": text[start:end]} for start, end in record.evidence],
            "rules": record.rules,
        }
        for slot in SLOTS.keys() & _SLOTS_OF[record.kind]:
            value = getattr(record, slot)
            row[slot] = None if value == "" else value
        row |= _bounds(record)
        out.append(row)
    return out


def _bounds(record: Record) -> dict[str, Any]:
    when = next((value for name in _WHEN if (value := getattr(record, name, None))), None)
    found = edtf.bounds(when) if when else None
    return {"earliest": found[0], "latest": found[1]} if found else {}
