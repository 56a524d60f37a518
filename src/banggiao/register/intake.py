"""Articles and readings into rows, and back: what came in is given back unchanged."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import msgspec

from banggiao import edtf, model
from banggiao.coverage.copies import sketch_of_words
from banggiao.model import Record
from banggiao.normal import normalise
from banggiao.pages.published import host_of
from banggiao.register.api import ArticleRef
from banggiao.register.digests import sha256_hex
from banggiao.register.facts import block_of
from banggiao.register.folding import indexable
from banggiao.register.names import Instruments
from banggiao.register.pairing import pairs_together
from banggiao.register.recorded import record_from, record_text
from banggiao.register.spoken import SpeaksOf, spoken_text

_REF = tuple(ArticleRef.__dataclass_fields__)
_HAPPENED = {"held", "established", "agreed", "signed", "ratified"}


def key_of(article: model.Article) -> str:
    """The register's id of this text of this source: another text under the same URL is another article."""
    return _key(article, text_sha256(article.text))


def _key(article: model.Article, text_digest: str) -> str:
    return _sha(f"{article.url or article.id}\x1f{text_digest}")[:24]


def text_sha256(text: str) -> str:
    return _sha(text)


def voice_of(text: str) -> str:
    """Shared by texts that differ in nothing but case, spaces, Unicode form and place of tone marks."""
    return voice_of_words(normalise(text).low.split())


def voice_of_words(words: list[str]) -> str:
    """The same of the words of a text's normal form in lower case."""
    return _sha(" ".join(words))[:24]


def content_of(article: model.Article) -> str:
    """Shared by pages of one paper that hold the same words. A reprint in another paper is another article; `voice_of`
    says that both are one witness."""
    return _sha(f"{article.publisher or host_of(article.url or '')}\x1f{voice_of(article.text)}")[:24]


def _sha(text: str) -> str:
    return sha256_hex(text.encode("utf-8", "surrogatepass"))


def as_kept(article: model.Article, reading: model.Reading) -> model.Article:
    """The article as the register keeps it: with the day and the title that the reading gives where it has none."""
    return replace(
        article,
        title=article.title or reading.title,
        published=article.published or reading.published,
        published_basis=article.published_basis or reading.published_basis,
        published_reason=article.published_reason or reading.published_reason,
    )


ArticleRows = tuple[dict[str, Any], list[dict[str, Any]]]
"""The row of an article and those of its mentions."""


def article_rows(
    article: model.Article, reading: model.Reading, instruments: Callable[[], Instruments], speaks_of: SpeaksOf
) -> ArticleRows:
    """The row of an article and those of its mentions, each of which has its record besides (`made`). Beside its
    columns the first has what is dear to make of the text: its `sketch`, and its words as the index takes them
    (`indexable`); and `together`, its rows of `article_pair`."""
    text_digest = text_sha256(article.text)
    key = _key(article, text_digest)
    low = normalise(article.text).low
    words = low.split()
    article = as_kept(article, reading)
    published = article.published
    told = (edtf.bounds(published) or (None, None))[1] if published else None
    main = None if published else latest_event(r for r in reading.records if not r.story)
    known = told.isoformat() if told else main
    saved = known
    if any(record.story for record in reading.records):
        # A list of teasers is of the day on which the page was saved, which may be years after the article.
        saved = max(filter(None, (known, latest_event(reading.records))), default=None)
    row: dict[str, Any] = {
        "key": key,
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "publisher": article.publisher,
        "agency": article.agency,
        "published": published,
        "published_basis": article.published_basis,
        "published_reason": article.published_reason,
        "language": article.language,
        "zones": _zones_text(article.zones),
        "text": article.text,
        "text_sha256": text_digest,
        "indexable": indexable(low, words),
        "sketch": sketch_of_words(words),
        "voice": voice_of_words(words),
        "not_before": main,
        "reader": reading.reader,
        "pairs": spoken_text(reading.records, article.text, speaks_of),
        "records": len(reading.records),
    }
    row["reading"] = own_text(reading, row)
    mentions: list[dict[str, Any]] = [
        {
            "article": key,
            "idx": index,
            "block": block_of(record, article.text, instruments),
            "known": saved if record.story else known,
            "fact": None,
            "record": record_text(record),
            "made": record,
        }
        for index, record in enumerate(reading.records)
    ]
    row["together"] = pairs_together(key, ((r, m["known"]) for r, m in zip(reading.records, mentions, strict=True)))
    return row, mentions


def _zones_text(zones: Iterable[model.Zone]) -> str:
    return as_json([[z.kind, z.start, z.end, z.story] for z in zones])


SHARED: tuple[str, ...] = (
    "id",
    "published",
    "title",
    "url",
    "publisher",
    "agency",
    "language",
    "published_basis",
    "published_reason",
    "text_sha256",
)


def own_text(reading: model.Reading, row: dict[str, Any]) -> str:
    """What a reading's head says that the article's row (its columns by name) does not say already."""
    own: dict[str, Any] = {name: value for name in SHARED if (value := getattr(reading, name)) != row[name]}
    if (zones := _zones_text(reading.zones)) != row["zones"]:
        own["zones"] = msgspec.Raw(zones.encode())
    own["reader"] = reading.reader
    if reading.notes:
        own["notes"] = [[note.message, note.span] for note in reading.notes]
    return as_json(own)


def latest_event(records: Iterable[Record]) -> str | None:
    """The latest day by which something told in the records had surely happened."""
    days = []
    for record in records:
        date = getattr(record, "date", None)
        phase = getattr(record, "phase", None) or getattr(record, "stage", None)
        if date and (phase in _HAPPENED or isinstance(record, model.Statement)) and (found := edtf.bounds(date)):
            days.append(found[1].isoformat())
    return max(days, default=None)


def ref_from(row: Any) -> ArticleRef:
    return ArticleRef(**{name: getattr(row, name) for name in _REF})


def ref_columns() -> tuple[str, ...]:
    return _REF


def article_from(row: Any) -> model.Article:
    return model.Article(
        id=row.id,
        text=row.text,
        title=row.title,
        published=row.published,
        published_basis=row.published_basis,
        published_reason=row.published_reason,
        url=row.url,
        publisher=row.publisher,
        agency=row.agency,
        language=row.language,
        zones=tuple(model.Zone(*zone) for zone in msgspec.json.decode(row.zones)),
    )


def reading_from(row: Any, records: list[str]) -> model.Reading:
    own = msgspec.json.decode(row.reading)
    shared = {name: own.get(name, getattr(row, name)) for name in SHARED}
    zones = own["zones"] if "zones" in own else msgspec.json.decode(row.zones)
    return model.Reading(
        **shared,
        records=[record_from(record) for record in records],
        zones=tuple(model.Zone(*zone) for zone in zones),
        reader=own["reader"],
        notes=[model.ReadingNote(message, tuple(span) if span else None) for message, span in own.get("notes", [])],
    )


def as_json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
