"""The sources of articles in the database, and the pages that came from them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, or_, select, update

from banggiao import model
from banggiao.register import schema
from banggiao.register.api import Added
from banggiao.register.database import Database
from banggiao.register.derivation import settle
from banggiao.register.intake import as_json, content_of
from banggiao.register.names import Instruments
from banggiao.register.sources import Kept, Page, Source, SourceKind

_CHUNK = 400


class Harvesting:
    """The harvesting part of the register; see `banggiao.register.api.Register`."""

    _database: Database

    def _names(self) -> Instruments:
        raise NotImplementedError

    def _writing(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def _keep(self, connection: Connection, items: list[tuple[model.Article, model.Reading]]) -> list[Added]:
        raise NotImplementedError

    def add_source(
        self,
        address: str,
        *,
        kind: SourceKind = "auto",
        allowed: Collection[str] = (),
        since: str | None = None,
    ) -> bool:
        added = datetime.now(UTC).isoformat(timespec="microseconds")
        source = Source(address, kind, added, tuple(sorted(allowed)), since)
        with self._database.writing() as connection:
            there = connection.execute(select(_S.address).where(_S.address == address)).first() is not None
            if not there:
                connection.execute(insert(schema.source), _row(source))
        return not there

    def sources(self) -> list[Source]:
        with self._database.reading() as connection:
            return [_source(row) for row in connection.execute(select(schema.source).order_by(_S.added, _S.address))]

    def remove_source(self, address: str) -> bool:
        with self._database.writing() as connection:
            return connection.execute(delete(schema.source).where(_S.address == address)).rowcount > 0

    def take_source(self, address: str, *, by: str, seconds: float) -> bool:
        now = datetime.now(UTC)
        free = or_(_S.held_by.is_(None), _S.held_by == by, _S.held_until <= _stamp(now))
        hold = {"held_by": by, "held_until": _stamp(now + timedelta(seconds=seconds))}
        with self._database.writing() as connection:
            return (
                connection.execute(update(schema.source).where(_S.address == address, free).values(hold)).rowcount > 0
            )

    def leave_source(self, source: Source, *, by: str) -> None:
        values = _row(replace(source, held_by=None, held_until=None))
        with self._database.writing() as connection:
            connection.execute(
                update(schema.source).where(_S.address == source.address, _S.held_by == by).values(values)
            )

    def pages_known(self, keys: Collection[str]) -> dict[str, Page]:
        wanted = sorted(set(keys))
        out: dict[str, Page] = {}
        with self._database.reading() as connection:
            for at in range(0, len(wanted), _CHUNK):
                found = select(schema.page).where(_P.key.in_(wanted[at : at + _CHUNK]))
                out |= {row.key: _page(row) for row in connection.execute(found)}
        return out

    def pages_failed(self, source: str, *, fewer_than: int) -> list[Page]:
        wanted = select(schema.page).where(_P.source == source, _P.state == "failed", _P.tries < fewer_than)
        with self._database.reading() as connection:
            return [_page(row) for row in connection.execute(wanted.order_by(_P.key))]

    def note_page(self, page: Page) -> None:
        with self._database.writing() as connection:
            _write(connection, page)

    def pages(self) -> list[Page]:
        with self._database.reading() as connection:
            return [_page(row) for row in connection.execute(select(schema.page).order_by(_P.key))]

    def restore_sources(self, sources: Iterable[Source], pages: Iterable[Page]) -> None:
        with self._database.writing() as connection:
            self._database.insert_new(connection, schema.source, [_row(source) for source in sources])
            self._database.insert_new(connection, schema.page, [asdict(page) | {"seen": _stamp()} for page in pages])

    def keep_page(self, page: Page, article: model.Article, reading: model.Reading) -> Kept:
        content = content_of(article)
        with self._writing() as connection:
            self._database.alone(connection, schema.page)  # so that two runs do not keep one content each
            held = select(_P.article).where(_P.content == content)
            if there := connection.execute(held).first():
                own = connection.scalar(select(_P.content).where(_P.key == page.key))
                if own != content:
                    _write(connection, replace(page, state="same", article=there.article))
                return Kept("same", there.article)
            (added,) = self._keep(connection, [(article, reading)])
            settle(connection, self._names)
            _write(connection, replace(page, state="kept", article=added.key, content=content))
        return Kept("same" if added.outcome == "known" else "new", added.key)


_S = schema.source.c
_P = schema.page.c


def _write(connection: Connection, page: Page) -> None:
    connection.execute(delete(schema.page).where(_P.key == page.key))
    connection.execute(insert(schema.page), asdict(page) | {"seen": _stamp()})


def _page(row: Any) -> Page:
    return Page(**{name: getattr(row, name) for name in Page.__dataclass_fields__})


def _row(source: Source) -> dict[str, Any]:
    return asdict(source) | {name: as_json(getattr(source, name)) for name in ("allowed", "marks", "last")}


def _source(row: Any) -> Source:
    values = {name: getattr(row, name) for name in Source.__dataclass_fields__}
    marks = msgspec.json.decode(row.marks, type=dict[str, tuple[str, str]])
    values |= {
        "allowed": tuple(msgspec.json.decode(row.allowed)),
        "marks": marks,
        "last": msgspec.json.decode(row.last),
    }
    return Source(**values)


def _stamp(at: datetime | None = None) -> str:
    return (at or datetime.now(UTC)).isoformat(timespec="seconds")
