"""The register in a database: what comes out, always in one order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Day
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from banggiao import edtf
from banggiao.lexicon import fold
from banggiao.model import Record
from banggiao.register.api import ArticleRef, Counts, Fact, Kind, Mention, Rung, StoredArticle
from banggiao.register.database import Database
from banggiao.register.deciding import load_decisions
from banggiao.register.decisions import Ruling, corrected, ruling_from
from banggiao.register.facts import Item, merge
from banggiao.register.intake import article_from, reading_from, record_from, ref_columns, ref_from, spoken_from
from banggiao.register.ladder import rungs
from banggiao.register.naming import told
from banggiao.register.person_names import Told
from banggiao.register.placing import date_of, in_window
from banggiao.register.schema import article, fact, fact_name, fact_pair, fact_party, mention

_CHUNK = 500


class Queries:
    """The reading half of the register."""

    _database: Database
    location: str

    def _settle(self) -> None:
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
        return StoredArticle(ref_from(row), article_from(row), reading_from(row, records))

    def facts_in(self, key: str) -> list[Fact]:
        self._settle()
        with self._database.reading() as connection:
            ids = connection.scalars(select(mention.c.fact).where(mention.c.article == key).order_by(mention.c.idx))
            order = {id: at for at, id in reversed(list(enumerate(ids)))}
            facts = _load(connection, select(mention.c.fact).where(mention.c.article == key), None)
        return sorted(facts, key=lambda f: order[f.id])

    def counts(self) -> Counts:
        self._settle()
        with self._database.reading() as connection:
            kinds = connection.execute(select(fact.c.kind, func.count()).group_by(fact.c.kind).order_by(fact.c.kind))
            facts = {row[0]: row[1] for row in kinds}
            c = article.c
            # Two questions, each answered by an index alone: together they would read every article.
            voices = connection.scalar(select(func.count(c.voice.distinct()))) or 0
            totals = connection.execute(
                select(func.count(), func.sum(c.records), func.min(c.published), func.max(c.published))
            ).one()
        return Counts(totals[0], voices, int(totals[1] or 0), facts, totals[2], totals[3])

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
    ) -> list[Fact]:
        chosen = select(fact.c.id)
        for party in sorted(set(parties)):
            chosen = chosen.where(fact.c.id.in_(_of_party(party)))
        if wanted := sorted(set(kinds)):
            chosen = chosen.where(fact.c.kind.in_(wanted))
        found = self._facts(chosen, known_by)
        return [f for f in found if in_window(date_of(f.record), since, until)]

    def facts_of_pair(self, a: str, b: str, *, known_by: Day | None = None) -> list[Fact]:
        both = select(fact.c.id).where(fact.c.id.in_(_of_party(a)), fact.c.id.in_(_of_party(b)))
        said = select(fact_pair.c.fact).where(fact_pair.c.pair == "|".join(sorted((a, b))))
        about = self._facts(both.union(said), known_by)
        articles = sorted({m.article.key for f in about for m in f.mentions})
        posts: list[Fact] = []
        for at in range(0, len(articles), _CHUNK):
            named = (
                select(fact.c.id)
                .join(mention, mention.c.fact == fact.c.id)
                .where(fact.c.kind == "office", mention.c.article.in_(articles[at : at + _CHUNK]))
                .where(or_(fact.c.id.in_(_of_party(a)), fact.c.id.in_(_of_party(b))))
            )
            posts += self._facts(named, known_by)
        return _in_order({f.id: f for f in about + posts}.values())

    def facts_named(self, name: str, *, known_by: Day | None = None) -> list[Fact]:
        chosen = of_words(name)
        return [] if chosen is None else self._facts(chosen, known_by)

    def facts_of_names(self, names: Iterable[str], *, known_by: Day | None = None) -> list[Fact]:
        chosen = of_names(names)
        return [] if chosen is None else self._facts(chosen, known_by)

    def told(self) -> Told:
        with self._database.reading() as connection:
            return told(connection)

    def ladder(self, a: str, b: str, *, as_of: Day, known_by: Day | None = None) -> list[Rung]:
        facts = self.facts(parties=(a, b), kinds=("status",), known_by=known_by or as_of)
        return rungs([f for f in facts if set(f.record.parties) == {a, b}], as_of)

    def _facts(self, ids: Any, known_by: Day | None) -> list[Fact]:
        self._settle()
        with self._database.reading() as connection:
            return _in_order(_load(connection, ids, known_by))


def of_words(name: str) -> Select[Any] | None:
    """The ids of facts one of whose names holds all words of this one; None for a name without words."""
    words = fold(name).split()
    chosen = select(fact_name.c.fact)
    for word in words:
        chosen = chosen.where(fact_name.c.name.contains(f" {word} ", autoescape=True))
    return chosen if words else None


def of_names(names: Iterable[str]) -> Select[Any] | None:
    """The ids of facts one of whose names is one of these, in full; None where none of these has a word."""
    folded = sorted({f" {one} " for name in names if (one := fold(name))})
    return select(fact_name.c.fact).where(fact_name.c.name.in_(folded)) if folded else None


def _of_party(party: str) -> Select[Any]:
    return select(fact_party.c.fact).where(fact_party.c.party == party)


def _refs() -> Select[Any]:
    return select(*(article.c[name] for name in ref_columns()))


def _load(connection: Connection, ids: Any, known_by: Day | None) -> list[Fact]:
    """Facts with those of their mentions that count by a day; facts without any are left out."""
    chosen = ids.subquery()
    column = next(iter(chosen.c))
    of_them = select(mention).where(mention.c.fact.in_(select(column)))
    if known_by is not None:
        of_them = of_them.where(mention.c.known <= known_by.isoformat())
    rows = connection.execute(of_them).all()
    keys = sorted({row.article for row in rows})
    articles: dict[str, Any] = {}
    wanted = [article.c[name] for name in ref_columns()] + [article.c.pairs, article.c.text]
    for at in range(0, len(keys), _CHUNK):
        for row in connection.execute(select(*wanted).where(article.c.key.in_(keys[at : at + _CHUNK]))):
            articles[row.key] = (ref_from(row), spoken_from(row.pairs).stories, row.text)
    by_fact: dict[str, list[Mention]] = {}
    rulings: dict[tuple[str, int], tuple[Ruling, str]] = {}
    for row in rows:
        ref, pairs, text = articles[row.article]
        record = record_from(row.record)
        ruling, link = ruling_from(row.decided)
        if ruling:
            rulings[row.article, row.idx] = ruling, link
        quotes = [(start, end, text[start:end]) for start, end in record.evidence]
        about = pairs.get(record.story, frozenset())
        by_fact.setdefault(row.fact, []).append(Mention(ref, row.idx, record, quotes, about, row.known))
    heads = {
        row.id: row
        for row in connection.execute(
            select(fact.c.id, fact.c.key, fact.c.reports, fact.c.record).where(fact.c.id.in_(select(column)))
        )
    }
    decided = {d.id: d for d in load_decisions(connection, sorted({id for r, _ in rulings.values() for id in r.ids}))}
    said = told(connection)
    out = []
    for id, mentions in by_fact.items():
        head = heads[id]
        mentions.sort(key=lambda m: (m.reported or "9999", m.article.key, m.index))
        whole = len(mentions) == head.reports
        record = record_from(head.record) if whole else _merged(mentions, rulings, said)
        of_it = {i for m in mentions if (found := rulings.get((m.article.key, m.index))) for i in found[0].ids}
        out.append(Fact(id, record, mentions, head.key, [one for i, one in decided.items() if i in of_it]))
    return out


def best_records(connection: Connection, ids: Iterable[str]) -> dict[str, Record]:
    """The best slots of facts, without their reports."""
    wanted = sorted(set(ids))
    out: dict[str, Record] = {}
    for at in range(0, len(wanted), _CHUNK):
        rows = connection.execute(select(fact.c.id, fact.c.record).where(fact.c.id.in_(wanted[at : at + _CHUNK])))
        out |= {id: record_from(best) for id, best in rows}
    return out


def _merged(mentions: list[Mention], rulings: dict[tuple[str, int], tuple[Ruling, str]], said: Told) -> Record:
    """The slots as those mentions alone give them: what was known then, not what later reports made of it. A decision
    counts on every day: what was misread was never reported."""
    items = []
    for m in mentions:
        ruling, link = rulings.get((m.article.key, m.index), (None, ""))
        slots = {slot: value for slot, (_, value) in ruling.slots.items()} if ruling else {}
        items.append(
            Item(m.article.key, m.index, m.reported, m.article.voice, corrected(m.record, slots), ruling, link)
        )
    return merge(items, said)


def _in_order(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda f: (edtf.sort_key(date_of(f.record)), f.kind, f.id))


def _article_order(ref: ArticleRef) -> tuple[tuple[int, str], str, str]:
    return edtf.sort_key(ref.published), ref.id, ref.key
