"""The register in a database: what goes in. `queries.py` holds what comes out."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import islice
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, Self

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from banggiao import lexicon, model
from banggiao.register import arrivals, schema, shelving, voices
from banggiao.register.accounts import SqlAccounts
from banggiao.register.api import Added
from banggiao.register.arrivals import Arrivals
from banggiao.register.between import Between
from banggiao.register.database import Database
from banggiao.register.deciding import Deciding
from banggiao.register.derivation import derive_new, settle, waits
from banggiao.register.facts import block_of
from banggiao.register.harvesting import Harvesting
from banggiao.register.heads import Heads
from banggiao.register.intake import ArticleRows, article_rows, as_kept, key_of
from banggiao.register.members import Accounts
from banggiao.register.named import Named
from banggiao.register.names import Instruments
from banggiao.register.naming import agreements_told
from banggiao.register.pairing import pairs_together
from banggiao.register.queries import Queries
from banggiao.register.recorded import record_from
from banggiao.register.search import Searching
from banggiao.register.sounds import Sounds, sound_bytes
from banggiao.register.speaking import Mentions
from banggiao.register.touched import Touched


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Python's collector of cycles would look through the rows of a batch time and again, an eighth of the time of
    adding; there are none in them."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


class SqlRegister(Queries, Between, Searching, Deciding, Heads, Named, Arrivals, Harvesting):
    """See `banggiao.register.api.Register`. Use `open`, or `banggiao.register.open_register`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.location = database.location
        self._sounds = Sounds()
        self._touched = Touched()

    @classmethod
    def open(cls, location: str | Path) -> Self:
        return cls(Database.open(location))

    @cached_property
    def accounts(self) -> Accounts:
        return SqlAccounts(self._database)

    @cached_property
    def _words(self) -> lexicon.Lexicon:
        return lexicon.load()

    def _lexicon(self) -> lexicon.Lexicon:
        return self._words

    @cached_property
    def _instruments(self) -> Instruments:
        found = Instruments(self._words)
        with self._database.reading() as connection:
            found.hear(agreements_told(connection))
        return found

    def _names(self) -> Instruments:
        return self._instruments

    @cached_property
    def _speaks_of(self) -> Mentions:
        return Mentions(self._words)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction that writes what follows from readings, by what people have said of agreements' names: somebody
        may have done so elsewhere since the last one."""
        names = self._names()
        with self._database.writing() as connection:
            names.hear(agreements_told(connection))
            yield connection

    def add(self, article: model.Article, reading: model.Reading) -> Added:
        with self._writing() as connection:
            (added,) = self._keep(connection, [(article, reading)])
            settle(connection, self._names)
        return added

    def replace(self, article: model.Article, reading: model.Reading, *, derive: bool = True) -> Added:
        key = key_of(article)
        kept = self.article(key)
        same = (
            kept is not None
            and kept.article == as_kept(article, reading)
            and kept.reading.to_dict() == reading.to_dict()
        )
        blocks = [block_of(record, article.text, self._names) for record in reading.records] if same else []
        if same and self._blocks(key) == blocks:
            return Added(key, "known", len(reading.records))
        with self._writing() as connection:
            added = self._exchange(connection, article, reading)
            if derive:
                settle(connection, self._names)
        return Added(key, "reread" if kept is not None else added.outcome, added.records)

    def _blocks(self, key: str) -> list[str]:
        """Those of an article's records, which may be others by the present rules."""
        blocks = "SELECT block FROM mention WHERE article = ? ORDER BY idx"
        with self._database.reading() as connection:
            return [block for (block,) in self._database.ask(connection, blocks, (key,))]

    def add_many(self, items: Iterable[tuple[model.Article, model.Reading]], *, batch: int = 4_000) -> Iterator[Added]:
        # A batch writes each index all over: of a million records twice as many articles at once take two thirds of the
        # time to commit (300 and 200 µs an article).
        source = iter(items)
        while chunk := list(islice(source, batch)):
            with _no_collecting():
                # Before others are kept from writing: a third of the work on a batch.
                heard = self._names().said
                rows = [self._rows(*item) for item in chunk]
                with self._writing() as connection:
                    if self._names().said != heard:  # the blocks of agreements are others
                        rows = [self._rows(*item) for item in chunk]
                    added = self._keep_rows(connection, rows)
                del chunk, rows  # else the collector looks through all of them when it is let go
            yield from added
        self._settle()

    def knows(self, article: model.Article, reader: str) -> bool:
        table = schema.article
        with self._database.reading() as connection:
            found = select(table.c.key).where(table.c.key == key_of(article), table.c.reader == reader)
            if article.published:
                found = found.where(table.c.published == article.published)
            return connection.execute(found).first() is not None

    def remove(self, key: str) -> bool:
        with self._writing() as connection:
            gone = self._drop(connection, [key])
            settle(connection, self._names)
        return bool(gone)

    def derive(self) -> int:
        with self._writing() as connection:
            for table in (*schema.COMPANIONS, schema.name_word, schema.fact, schema.dirty):
                connection.execute(delete(table))
            blocks = select(schema.mention.c.block).distinct()
            connection.execute(insert(schema.dirty).from_select(["block"], blocks))
            while settle(connection, self._names):
                pass
            return connection.scalar(select(func.count()).select_from(schema.fact)) or 0

    def close(self) -> None:
        self._database.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _settled(self) -> Iterator[Connection]:
        with self._database.reading() as connection:
            if not waits(connection):
                yield connection
                return
        self._settle()
        with self._database.reading() as connection:
            yield connection

    def _settle(self) -> None:
        """Derives what a bulk or interrupted run left; each round is a transaction of its own."""
        with self._database.reading() as connection:
            left = waits(connection)
        while left:
            with _no_collecting(), self._writing() as connection:
                left = settle(connection, self._names) > 0

    def _keep(
        self,
        connection: Connection,
        items: Iterable[tuple[model.Article, model.Reading]],
        came: Mapping[str, int] = MappingProxyType({}),
    ) -> list[Added]:
        """Keeps articles; see `_keep_rows`."""
        return self._keep_rows(connection, [self._rows(*item) for item in items], came)

    def _rows(self, article: model.Article, reading: model.Reading) -> ArticleRows:
        return article_rows(article, reading, self._names, self._speaks_of)

    def _keep_rows(
        self,
        connection: Connection,
        rows: Sequence[ArticleRows],
        came: Mapping[str, int] = MappingProxyType({}),
    ) -> list[Added]:
        """Writes the articles that are new or read anew, and marks the blocks that they touch. came: when those did
        that have been taken out to be written anew."""
        table = schema.article
        keys = sorted({row["key"] for row, _ in rows})
        kept: dict[str, Any] = {}
        for at in range(0, len(keys), 500):
            found = select(table.c.key, table.c.reading, table.c.published).where(table.c.key.in_(keys[at : at + 500]))
            kept |= {row.key: (row.reading, row.published) for row in connection.execute(found)}
        new: dict[str, ArticleRows] = {}
        out = []
        for row, mentions in rows:
            key, state = row["key"], (row["reading"], row["published"])
            if kept.get(key) == state:
                out.append(Added(key, "known", row["records"]))
                continue
            out.append(Added(key, "reread" if key in kept else "new", row["records"]))
            kept[key] = state
            new[key] = (row, mentions)
        if new:
            again = [added.key for added in out if added.outcome == "reread"]
            came = came or arrivals.of_articles(connection, again)
            self._forget(connection, again)
            self._forget_articles(connection, again)
            rows_new = [row for row, _ in new.values()]
            now = arrivals.moment(connection)
            for row in rows_new:
                row["added"] = came.get(row["key"], now)
                row["sound"] = sound_bytes(row["voice"], row["sketch"])
            self._database.load(connection, table, rows_new)
            self._database.load(connection, schema.article_pair, [pair for row in rows_new for pair in row["together"]])
            shelving.put(connection, self._database.text_index, rows_new)
            if voices.hear(connection, rows_new, self._sounds):
                self._share_voices(connection)
            mentions = [mention for _, found in new.values() for mention in found]
            if mentions:
                derived = derive_new(connection, new.values(), self._names)
                self._database.load(connection, schema.mention, mentions)
                self._database.add_dirty(connection, sorted({mention["block"] for mention in mentions} - derived))
            self._follow(connection, sorted(new))
        return out

    def _exchange(self, connection: Connection, article: model.Article, reading: model.Reading) -> Added:
        """Keeps an article with this reading, whatever is kept of it."""
        key = key_of(article)
        came = arrivals.of_articles(connection, [key])
        self._forget(connection, [key])
        self._forget_articles(connection, [key])
        (added,) = self._keep(connection, [(article, reading)], came)
        return added

    def _drop(self, connection: Connection, keys: list[str]) -> int:
        """Takes articles out; returns how many there were."""
        shared = voices.leave(connection, keys, self._sounds)
        self._forget(connection, keys)
        gone = self._forget_articles(connection, keys)
        if voices.part(connection, shared, self._sounds):
            self._share_voices(connection)
        self._follow(connection, keys)
        return gone

    def _forget(self, connection: Connection, keys: list[str]) -> None:
        """Takes out the mentions of articles and marks their blocks."""
        if not keys:
            return
        of_them = schema.mention.c.article.in_(keys)
        blocks = connection.scalars(select(schema.mention.c.block).where(of_them).distinct()).all()
        self._database.insert_new(connection, schema.dirty, [{"block": block} for block in blocks])
        columns = (schema.mention.c.article, schema.mention.c.record, schema.mention.c.known)
        told = [row._asdict() for row in connection.execute(select(*columns).where(of_them))]
        if pairs := _together(told):
            t = schema.article_pair.c
            gone = delete(schema.article_pair).where(
                *(t[name] == bindparam(f"gone_{name}") for name in ("pair", "known", "article"))
            )
            connection.execute(gone, [{f"gone_{name}": value for name, value in row.items()} for row in pairs])
        connection.execute(delete(schema.mention).where(of_them))

    def _forget_articles(self, connection: Connection, keys: list[str]) -> int:
        """Takes out articles whose mentions are forgotten; returns how many there were."""
        shelving.take(connection, self._database.text_index, keys)
        return connection.execute(delete(schema.article).where(schema.article.c.key.in_(keys))).rowcount


def _together(mentions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of `article_pair` for the mentions of some articles."""
    by_article: dict[str, list[Any]] = {}
    for row in mentions:
        by_article.setdefault(row["article"], []).append((record_from(row["record"]), row["known"]))
    return [row for key, records in sorted(by_article.items()) for row in pairs_together(key, records)]
