"""The register in a database: what comes out, always in one order."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager
from datetime import date as Day
from typing import Any

from sqlalchemy import Connection, Select, func, intersect, or_, select

from banggiao import edtf
from banggiao.lexicon import fold
from banggiao.model import Record
from banggiao.register.api import ArticleRef, Counts, Fact, Kind, Rung, StoredArticle
from banggiao.register.chosen import chosen
from banggiao.register.database import Database
from banggiao.register.facts import folded_names
from banggiao.register.intake import article_from, reading_from, ref_columns, ref_from
from banggiao.register.ladder import rungs
from banggiao.register.loading import Wanted, facts_from
from banggiao.register.names import AgreementsTold
from banggiao.register.naming import agreements_told, told
from banggiao.register.pairing import NEVER, name_of
from banggiao.register.person_names import Told
from banggiao.register.placing import date_of, fact_order, in_window
from banggiao.register.recorded import record_from
from banggiao.register.schema import article, fact, fact_name, mention, name_word


class Queries:
    """The reading half of the register."""

    _database: Database
    location: str

    def _settled(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    # -- articles --

    def articles(self, *, since: Day | None = None, until: Day | None = None) -> list[ArticleRef]:
        with self._database.reading() as connection:
            refs = [ref_from(row) for row in connection.execute(_refs())]
        return sorted((ref for ref in refs if in_window(ref.published, since, until)), key=_article_order)

    def find_articles(self, name: str) -> list[ArticleRef]:
        c = article.c
        with self._database.reading() as connection:
            found = connection.execute(_refs().where(or_(c.key == name, c.id == name, c.url == name)))
            return sorted((ref_from(row) for row in found), key=_article_order)

    def article(self, key: str) -> StoredArticle | None:
        with self._database.reading() as connection:
            row = connection.execute(select(article).where(article.c.key == key)).first()
            if row is None:
                return None
            of_it = select(mention.c.record).where(mention.c.article == key).order_by(mention.c.idx)
            records = list(connection.scalars(of_it))
        return StoredArticle(ref_from(row), article_from(row), reading_from(row, records), row.added)

    def facts_in(self, key: str) -> list[Fact]:
        with self._settled() as connection:
            ids = connection.scalars(select(mention.c.fact).where(mention.c.article == key).order_by(mention.c.idx))
            order = {id: at for at, id in reversed(list(enumerate(ids))) if id is not None}
            facts = facts_from(connection, order, Wanted())
        return sorted(facts, key=lambda f: order[f.id])

    def counts(self) -> Counts:
        with self._settled() as connection:
            kinds = connection.execute(select(fact.c.kind, func.count()).group_by(fact.c.kind).order_by(fact.c.kind))
            facts = {row[0]: row[1] for row in kinds}
            # Each is answered by an index alone, most without walking it; two together would walk or read it all.
            articles, voices, reports, first, last = (
                connection.scalar(select(one).select_from(article))
                for one in (
                    func.count(),
                    func.count(article.c.voice.distinct()),
                    func.sum(article.c.records),
                    func.min(article.c.published),
                    func.max(article.c.published),
                )
            )
        return Counts(articles or 0, voices or 0, int(reports or 0), facts, first, last)

    def first_published(self) -> str | None:
        with self._database.reading() as connection:
            found: str | None = connection.scalar(select(func.min(article.c.published)))
            return found

    def readers(self) -> dict[str, int]:
        c = article.c
        with self._database.reading() as connection:
            rows = connection.execute(select(c.reader, func.count()).group_by(c.reader).order_by(c.reader))
            return {row[0]: row[1] for row in rows}

    # -- facts --

    def fact(self, id: str, *, known_by: Day | None = None) -> Fact | None:
        return next(iter(self._facts(select(fact.c.id).where(fact.c.id == id), known_by)), None)

    def facts(
        self,
        *,
        parties: Iterable[str] = (),
        kinds: Iterable[Kind] = (),
        since: Day | None = None,
        until: Day | None = None,
        known_by: Day | None = None,
        reports: int | None = None,
    ) -> list[Fact]:
        found = self._facts(chosen(select(fact.c.id), parties, kinds), known_by, reports)
        return [f for f in found if in_window(date_of(f.record), since, until)]

    def facts_named(self, name: str, *, known_by: Day | None = None) -> list[Fact]:
        chosen = of_words(name)
        return [] if chosen is None else self._facts(chosen, known_by)

    def facts_of_names(self, names: Iterable[str], *, known_by: Day | None = None) -> list[Fact]:
        chosen = of_names(names)
        return [] if chosen is None else self._facts(chosen, known_by)

    def told(self) -> Told:
        with self._database.reading() as connection:
            return told(connection)

    def agreements_told(self) -> AgreementsTold:
        with self._database.reading() as connection:
            return agreements_told(connection)

    def articles_about(
        self, pairs: Collection[tuple[str, ...]], *, known_by: Day | None = None
    ) -> dict[tuple[str, ...], int]:
        day = NEVER if known_by is None else known_by.toordinal()
        counted = "SELECT pair, count(*) FROM article_pair WHERE pair IN ({}) AND known <= ? GROUP BY pair"
        names: dict[str, tuple[str, ...]] = {name_of(a, b): (a, b) for a, b in pairs}
        with self._database.reading() as connection:
            # Lists are filled up with their last: it comes once all the same.
            return {names[pair]: n for pair, n in Database.ask_for(connection, counted, sorted(names), (day,))}

    def ladder(self, a: str, b: str, *, as_of: Day, known_by: Day | None = None) -> list[Rung]:
        facts = self.facts(parties=(a, b), kinds=("status",), known_by=known_by or as_of)
        articles = self.articles_about([(a, b)], known_by=known_by or as_of).get((a, b), 0)
        return rungs([f for f in facts if set(f.record.parties) == {a, b}], as_of, articles=articles)

    def _facts(self, ids: Any, known_by: Day | None, reports: int | None = None) -> list[Fact]:
        with self._settled() as connection:
            return sorted(
                facts_from(connection, set(connection.scalars(ids)), Wanted(known_by, reports)), key=fact_order
            )

    def _in_order(self, ids: Collection[str], known_by: Day | None) -> list[Fact]:
        with self._database.reading() as connection:
            return sorted(facts_from(connection, ids, Wanted(known_by)), key=fact_order)


def names_with(name: str) -> Any:
    """The names of facts that hold all words of this one; None for a name without words."""
    words = sorted(set(fold(name).split()))
    if not words:
        return None
    w = name_word.c
    names = [select(w.name).where(w.word == word) for word in words]
    return intersect(*names) if len(names) > 1 else names[0]


def of_words(name: str) -> Select[Any] | None:
    """The ids of facts one of whose names holds all words of this one; None for a name without words."""
    names = names_with(name)
    return None if names is None else select(fact_name.c.fact).where(fact_name.c.name.in_(names))


def of_names(names: Iterable[str]) -> Select[Any] | None:
    """The ids of facts one of whose names is one of these, in full; None where none of these has a word."""
    folded = folded_names(names)
    return select(fact_name.c.fact).where(fact_name.c.name.in_(folded)) if folded else None


def _refs() -> Select[Any]:
    return select(*(article.c[name] for name in ref_columns()))


def best_records(connection: Connection, ids: Iterable[str]) -> dict[str, Record]:
    """The best slots of facts, without their reports."""
    kept = Database.ask_for(connection, "SELECT id, record FROM fact WHERE id IN ({})", sorted(set(ids)))
    return {id: record_from(record) for id, record in kept}


def _article_order(ref: ArticleRef) -> tuple[tuple[int, str], str, str]:
    return edtf.sort_key(ref.published), ref.id, ref.key
