"""Decisions in the database: kept, found again after an article was read anew, and brought to bear on its records."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, bindparam, insert, select, update

from banggiao import model
from banggiao.errors import UsageError
from banggiao.model import Record, Statement, record_to_dict
from banggiao.register import renaming, schema
from banggiao.register.database import Database
from banggiao.register.decisions import (
    HAND,
    Action,
    Anchor,
    Decision,
    Ruling,
    corrected,
    effect,
    find,
    no_such_fact,
    rule,
    ruling_text,
    stamp,
)
from banggiao.register.derivation import settle
from banggiao.register.facts import block_of
from banggiao.register.intake import article_from, as_json, key_of
from banggiao.register.names import Instruments
from banggiao.register.naming import AGREEMENT, agreements_told, naming, naming_agreements, naming_series, stale
from banggiao.register.recorded import record_from
from banggiao.register.touched import SINGLE, Touched

_CHUNK = 400
_Place = tuple[str, int]  # article key, number of a record


class _Row(NamedTuple):
    """A row of `mention`. text: the article's, for a statement: of no other record it says where it belongs."""

    record: Record
    block: str
    decided: str | None
    fact: str | None
    text: str = ""


class Deciding:
    """The deciding part of the register; see `banggiao.register.api.Register`."""

    _database: Database
    _touched: Touched

    def _names(self) -> Instruments:
        raise NotImplementedError

    def _writing(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def _settle(self) -> None:
        raise NotImplementedError

    def _exchange(self, connection: Connection, article: model.Article, reading: model.Reading) -> Any:
        raise NotImplementedError

    def _drop(self, connection: Connection, keys: list[str]) -> int:
        raise NotImplementedError

    # -- what people say --

    def accept(self, fact: str, *, by: str, why: str = "", at: datetime | None = None) -> Decision:
        return self._decide("accept", [fact], by, why, at)

    def reject(self, fact: str, *, by: str, why: str = "", at: datetime | None = None) -> Decision:
        return self._decide("reject", [fact], by, why, at)

    def correct(
        self, fact: str, slots: dict[str, Any], *, by: str, why: str = "", at: datetime | None = None
    ) -> Decision:
        return self._decide("correct", [fact], by, why, at, slots=slots)

    def merge(self, facts: Sequence[str], *, by: str, why: str = "", at: datetime | None = None) -> Decision:
        if len(set(facts)) < 2:
            raise UsageError("One fact cannot be merged.", hint="Name two facts or more that are one thing.")
        return self._decide("merge", list(dict.fromkeys(facts)), by, why, at)

    def split(
        self, fact: str, articles: Collection[str], *, by: str, why: str = "", at: datetime | None = None
    ) -> Decision:
        return self._decide("split", [fact], by, why, at, articles=set(articles))

    def add_by_hand(
        self,
        article: model.Article,
        record: Record,
        *,
        of: str = "",
        by: str,
        why: str = "",
        at: datetime | None = None,
    ) -> Decision:
        reading = model.Reading(article.id, article.published, article.title, [record], reader=HAND)
        key = key_of(article)
        with self._writing() as connection:
            reader = connection.scalar(select(schema.article.c.reader).where(schema.article.c.key == key))
            if reader not in (None, HAND):
                raise UsageError(
                    "The register holds this text as an article.", hint="Name the article and quote a sentence of it."
                )
            reading.records[:0] = self._records(connection, key)
            self._exchange(connection, article, reading)
            anchors = [(key, len(reading.records) - 1, record)]
            made = self._write(connection, "add", anchors, by, why, at, {"of": of} if of else {})
            self._bear(connection, [made])
            settle(connection, self._names)
        return self._one(made)

    def same_person(
        self, names: Sequence[str], *, party: str = "", by: str, why: str = "", at: datetime | None = None
    ) -> Decision:
        return self._name(naming("same", names, party, by, why, at))

    def two_people(
        self, names: Sequence[str], *, party: str = "", by: str, why: str = "", at: datetime | None = None
    ) -> Decision:
        return self._name(naming("apart", names, party, by, why, at))

    def same_agreement(
        self, names: Sequence[str], *, parties: Collection[str] = (), by: str, why: str = "", at: datetime | None = None
    ) -> Decision:
        return self._name(naming_agreements("same", names, parties, by, why, at))

    def two_agreements(
        self, names: Sequence[str], *, parties: Collection[str] = (), by: str, why: str = "", at: datetime | None = None
    ) -> Decision:
        return self._name(naming_agreements("apart", names, parties, by, why, at))

    def same_series(self, names: Sequence[str], *, by: str, why: str = "", at: datetime | None = None) -> Decision:
        return self._name(naming_series("same", names, by, why, at))

    def two_series(self, names: Sequence[str], *, by: str, why: str = "", at: datetime | None = None) -> Decision:
        return self._name(naming_series("apart", names, by, why, at))

    def _name(self, one: Decision) -> Decision:
        self._settle()
        with self._writing() as connection:
            self._database.insert_new(connection, schema.decision, [_row(one)])
            self._rename(connection, [one])
            settle(connection, self._names)
        return one

    def _rename(self, connection: Connection, decisions: Sequence[Decision]) -> None:
        """Brings to bear what those of these decisions say that are on names, made or withdrawn."""
        stale(connection, self._database, decisions)
        if any(one.kind == AGREEMENT for one in decisions):
            self._names().hear(agreements_told(connection))
            self._bear(connection, renaming.move(connection, self._database, self._names))

    def withdraw(self, decision: str, *, by: str, why: str = "", at: datetime | None = None) -> Decision:
        table = schema.decision
        with self._writing() as connection:
            known = self._load_decisions(connection, [decision])
            if not known:
                raise UsageError(f"There is no decision {decision!r}.", hint="They are listed by: banggiao decisions")
            if known[0].withdrawn:
                raise UsageError(f"The decision {decision} was withdrawn by {known[0].withdrawn_by} before.")
            values = {"withdrawn": stamp(at), "withdrawn_by": by, "withdrawn_why": why}
            connection.execute(update(table).where(table.c.id == decision).values(values))
            if known[0].action == "add":
                self._take_out(connection, known[0])
            touched = self._bear(connection, [decision])
            self._rename(connection, known)
            settle(connection, self._names, touched=touched)
            state = self._database.state(connection)
        if known[0].anchors and known[0].action != "add":
            self._touched.note(state, touched)
        return self._one(decision)

    def touched(self, since: int, until: int) -> frozenset[str] | None:
        return self._touched.between(since, until)

    def decisions(
        self, *, article: str | None = None, fact: str | None = None, standing: bool = False
    ) -> list[Decision]:
        if fact is not None:
            self._settle()
        a, m = schema.anchor.c, schema.mention.c
        ids = select(schema.decision.c.id)
        if article is not None:
            ids = select(a.decision).where(a.article == article)
        if fact is not None:
            ids = (
                select(a.decision)
                .join(schema.mention, (m.article == a.article) & (m.idx == a.idx))
                .where(m.fact == fact)
            )
        with self._database.reading() as connection:
            found = self._load_decisions(connection, list(connection.scalars(ids.distinct())))
        return [one for one in found if not (standing and one.withdrawn)]

    def restore_decisions(self, decisions: Iterable[Decision]) -> int:
        with self._writing() as connection:
            here = set(connection.scalars(select(schema.decision.c.id)))
            new = [one for one in decisions if one.id not in here]
            for one in new:
                connection.execute(insert(schema.decision), [_row(one)])
                if one.anchors:
                    rows = [_anchor_row(one.id, n, a) for n, a in enumerate(one.anchors)]
                    connection.execute(insert(schema.anchor), rows)
            self._rename(connection, new)
            self._follow(connection, sorted({a.article for one in new for a in one.anchors}))
            settle(connection, self._names)
        return len(new)

    def _decide(
        self,
        action: Action,
        facts: list[str],
        by: str,
        why: str,
        at: datetime | None,
        *,
        slots: dict[str, Any] | None = None,
        articles: set[str] | None = None,
    ) -> Decision:
        self._settle()
        m = schema.mention.c
        with self._writing() as connection:
            anchors: list[tuple[str, int, Record]] = []
            for fact in facts:
                of_it = select(m.article, m.idx, m.record).where(m.fact == fact).order_by(m.article, m.idx)
                rows = connection.execute(of_it).all()
                if not rows:
                    raise no_such_fact(fact)
                anchors += [(row.article, row.idx, record_from(row.record)) for row in rows]
            if len(kinds := sorted({record.kind for *_, record in anchors})) > 1:
                raise UsageError(f"Facts of different kinds ({', '.join(kinds)}) cannot be one.")
            if articles is not None:
                anchors = self._part(anchors, articles)
            made = self._write(connection, action, anchors, by, why, at, slots or {})
            touched = self._bear(connection, [made])
            settle(connection, self._names, touched=touched)
            state = self._database.state(connection)
        self._touched.note(state, touched)
        return self._one(made)

    @staticmethod
    def _part(anchors: list[tuple[str, int, Record]], articles: set[str]) -> list[tuple[str, int, Record]]:
        part = [anchor for anchor in anchors if anchor[0] in articles]
        if missing := articles - {anchor[0] for anchor in part}:
            raise UsageError(f"The fact does not rest on {', '.join(sorted(missing))}.", hint="See: banggiao show FACT")
        if len(part) == len(anchors):
            raise UsageError("All reports of the fact are named: nothing would stay.", hint="Name some of them.")
        return part

    # -- rows --

    def _write(
        self,
        connection: Connection,
        action: Action,
        anchors: list[tuple[str, int, Record]],
        by: str,
        why: str,
        at: datetime | None,
        slots: dict[str, Any],
    ) -> str:
        made = stamp(at)
        resting = [Anchor(article, record, index) for article, index, record in anchors]
        parts = [made, action, by, as_json(slots), *(f"{a} {i}" for a, i, _ in anchors)]
        id = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
        one = Decision(id, action, made, by, why, anchors[0][2].kind, slots, resting)
        # The same word of the same person at the same moment is one, as when a button is pressed twice.
        self._database.insert_new(connection, schema.decision, [_row(one)])
        self._database.insert_new(connection, schema.anchor, [_anchor_row(id, n, a) for n, a in enumerate(resting)])
        return id

    def _one(self, id: str) -> Decision:
        with self._database.reading() as connection:
            return self._load_decisions(connection, [id])[0]

    def _load_decisions(self, connection: Connection, ids: Sequence[str]) -> list[Decision]:
        return load_decisions(connection, ids)

    # -- bringing to bear --

    def _follow(self, connection: Connection, articles: Sequence[str]) -> None:
        """Finds the records of these articles' anchors again (all of them: the articles are new, changed or gone)."""
        a, m = schema.anchor.c, schema.mention.c
        touched: set[str] = set()
        for at in range(0, len(articles), _CHUNK):
            some = list(articles[at : at + _CHUNK])
            rows = connection.execute(
                select(a.decision, a.number, a.article, a.idx, a.record, schema.decision.c.action)
                .join_from(schema.anchor, schema.decision)
                .where(a.article.in_(some))
                .order_by(a.decision, a.number)
            ).all()
            if not rows:
                continue
            records: dict[str, list[Record]] = {}
            theirs = sorted({row.article for row in rows})
            for row in connection.execute(
                select(m.article, m.record).where(m.article.in_(theirs)).order_by(m.article, m.idx)
            ):
                records.setdefault(row.article, []).append(record_from(row.record))
            for row in rows:
                touched.add(row.decision)
                index = find(record_from(row.record), row.action, records.get(row.article, []))
                if index != row.idx:
                    this = (a.decision == row.decision) & (a.number == row.number)
                    connection.execute(update(schema.anchor).where(this).values(idx=index))
        added = connection.execute(
            select(schema.decision.c.id, schema.decision.c.slots).where(schema.decision.c.action == "add")
        )
        touched |= {row.id for row in added if msgspec.json.decode(row.slots).get("of") in articles}
        if touched:
            self._bear(connection, sorted(touched))

    def _bear(self, connection: Connection, ids: Iterable[str]) -> set[str]:
        """Writes what the decisions named, and all that touch the same records, come to; marks what has to be derived
        again. Returns what the facts of these records are part of (see `touched.py`)."""
        decisions = self._connected(connection, set(ids))
        on: dict[_Place, list[Decision]] = {}
        for one in decisions:
            for anchor in one.anchors:
                if anchor.index is not None:
                    on.setdefault((anchor.article, anchor.index), []).append(one)
            self._share_voice(connection, one)
        rulings = {place: rule(found) for place, found in on.items()}
        links = _components(rulings)
        rows = self._mentions(connection, rulings.keys())
        blocks: dict[str, str] = {}
        stale: set[str] = set()
        changes: list[dict[str, Any]] = []
        moved: list[dict[str, Any]] = []
        for place in sorted(rows):
            row, ruling = rows[place], rulings[place]
            slots = {slot: value for slot, (_, value) in ruling.slots.items()} if ruling else {}
            link = links.get(place, "")
            block = block_of(corrected(row.record, slots), row.text, self._names)
            if link:  # records that are one thing are derived together, where the first of them belongs
                block = blocks.setdefault(link, block)
            decided = ruling_text(ruling, link) if ruling else None
            if (block, decided) == (row.block, row.decided):
                continue
            changes.append({"of": place[0], "number": place[1], "decided": decided})
            if block != row.block or effect(decided) != effect(row.decided):
                stale |= {block, row.block}
                moved.append({"of": place[0], "number": place[1], "block": block, "fact": None})
        touched = _words_of(connection, (row.fact for row in rows.values() if row.fact))
        m = schema.mention.c
        this = update(schema.mention).where(m.article == bindparam("of"), m.idx == bindparam("number"))
        for some in (changes, moved):
            if some:
                connection.execute(this, some)
        self._database.insert_new(connection, schema.dirty, [{"block": block} for block in sorted(stale)])
        return touched

    def _connected(self, connection: Connection, ids: set[str]) -> list[Decision]:
        """These decisions and all that share a record with them, directly or by way of others."""
        a = schema.anchor.c
        while True:
            found = load_decisions(connection, sorted(ids))
            articles = sorted({anchor.article for one in found for anchor in one.anchors})
            places = {(anchor.article, anchor.index) for one in found for anchor in one.anchors}
            more: set[str] = set()
            for at in range(0, len(articles), _CHUNK):
                near = select(a.decision, a.article, a.idx).where(a.article.in_(articles[at : at + _CHUNK]))
                more |= {row.decision for row in connection.execute(near) if (row.article, row.idx) in places}
            if more <= ids:
                return found
            ids |= more

    @staticmethod
    def _mentions(connection: Connection, places: Collection[_Place]) -> dict[_Place, _Row]:
        # By articles: for pairs of values SQLite takes no index, 400 ms for the 640 reports of a level.
        articles = sorted({article for article, _ in places})
        theirs = "SELECT article, idx, record, block, decided, fact FROM mention WHERE article IN ({})"
        rows = {
            (article, index): _Row(record_from(record), block, decided, fact)
            for article, index, record, block, decided, fact in Database.ask_for(connection, theirs, articles)
            if (article, index) in places
        }
        t = schema.article.c
        quoting = sorted({article for (article, _), row in rows.items() if isinstance(row.record, Statement)})
        for at in range(0, len(quoting), _CHUNK):
            found = connection.execute(select(t.key, t.text).where(t.key.in_(quoting[at : at + _CHUNK])))
            texts = {row.key: row.text for row in found}
            rows |= {place: row._replace(text=texts[place[0]]) for place, row in rows.items() if place[0] in texts}
        return rows

    def _share_voices(self, connection: Connection) -> None:
        """The same for all facts that people added, where voices were found anew."""
        added = select(schema.decision.c.id).where(schema.decision.c.action == "add")
        for one in load_decisions(connection, list(connection.scalars(added.order_by(schema.decision.c.id)))):
            self._share_voice(connection, one)

    def _share_voice(self, connection: Connection, one: Decision) -> None:
        """A fact that a person found in an article of the register is that article's word, no second witness."""
        of = one.slots.get("of") if one.action == "add" and not one.withdrawn else None
        t = schema.article
        voice = connection.scalar(select(t.c.voice).where(t.c.key == of)) if of else None
        if voice:
            connection.execute(update(t).where(t.c.key.in_([a.article for a in one.anchors])).values(voice=voice))
            blocks = select(schema.mention.c.block).where(
                schema.mention.c.article.in_([a.article for a in one.anchors])
            )
            self._database.insert_new(
                connection, schema.dirty, [{"block": block} for block in sorted(set(connection.scalars(blocks)))]
            )

    def _take_out(self, connection: Connection, one: Decision) -> None:
        """Takes out what a person had added: its record, and the text if nothing else rests on it."""
        for anchor in one.anchors:
            if anchor.index is None:
                continue
            records = self._records(connection, anchor.article)
            del records[anchor.index]
            if not records:
                self._drop(connection, [anchor.article])
                continue
            row = connection.execute(select(schema.article).where(schema.article.c.key == anchor.article)).one()
            kept = article_from(row)
            reading = model.Reading(kept.id, kept.published, kept.title, records, reader=HAND)
            self._exchange(connection, kept, reading)

    @staticmethod
    def _records(connection: Connection, key: str) -> list[Record]:
        of_it = select(schema.mention.c.record).where(schema.mention.c.article == key).order_by(schema.mention.c.idx)
        return [record_from(row) for row in connection.scalars(of_it)]


def load_decisions(connection: Connection, ids: Sequence[str]) -> list[Decision]:
    """The decisions of these ids, in the order in which they were made."""
    d, a = schema.decision.c, schema.anchor.c
    anchors: dict[str, list[Anchor]] = {}
    rows: list[Any] = []
    for at in range(0, len(ids), _CHUNK):
        some = list(ids[at : at + _CHUNK])
        rows += connection.execute(select(schema.decision).where(d.id.in_(some))).all()
        of_them = select(schema.anchor).where(a.decision.in_(some)).order_by(a.decision, a.number)
        for row in connection.execute(of_them):
            anchors.setdefault(row.decision, []).append(Anchor(row.article, record_from(row.record), row.idx))
    out = [
        Decision(
            row.id,
            row.action,
            row.made,
            row.made_by,
            row.why,
            row.kind,
            msgspec.json.decode(row.slots),
            anchors.get(row.id, []),
            row.withdrawn or "",
            row.withdrawn_by or "",
            row.withdrawn_why or "",
        )
        for row in rows
    ]
    return sorted(out, key=lambda one: (one.made, one.id))


def _words_of(connection: Connection, facts: Iterable[str]) -> set[str]:
    """What answers that tell of these facts rest on."""
    ids = sorted(set(facts))
    words = set(ids)
    words |= {row[0] for row in Database.ask_for(connection, "SELECT pair FROM fact_pair WHERE fact IN ({})", ids)}
    words |= {row[0] for row in Database.ask_for(connection, "SELECT party FROM fact_party WHERE fact IN ({})", ids)}
    single = "SELECT 1 FROM fact WHERE id IN ({}) AND thing IS NOT NULL"
    return words | {SINGLE for _ in Database.ask_for(connection, single, ids)}


def _components(rulings: dict[_Place, Ruling | None]) -> dict[_Place, str]:
    """Records that mergers join → a name of the whole that they make: the first of the mergers."""
    by_merger: dict[str, list[_Place]] = {}
    for place, ruling in sorted(rulings.items()):
        for link in ruling.links if ruling else ():
            by_merger.setdefault(link, []).append(place)
    name = {link: link for link in by_merger}

    def top(link: str) -> str:
        while name[link] != link:
            link = name[link]
        return link

    for ruling in rulings.values():
        tops = sorted({top(link) for link in (ruling.links if ruling else ())})
        for other in tops[1:]:
            name[other] = tops[0]
    return {place: top(link) for link, places in by_merger.items() for place in places}


def _row(one: Decision) -> dict[str, Any]:
    return {
        "id": one.id,
        "action": one.action,
        "made": one.made,
        "made_by": one.by,
        "why": one.why,
        "kind": one.kind,
        "slots": as_json(one.slots),
        "withdrawn": one.withdrawn or None,
        "withdrawn_by": one.withdrawn_by or None,
        "withdrawn_why": one.withdrawn_why or None,
    }


def _anchor_row(decision: str, number: int, anchor: Anchor) -> dict[str, Any]:
    return {
        "decision": decision,
        "number": number,
        "article": anchor.article,
        "record": as_json(record_to_dict(anchor.record)),
        "idx": anchor.index,
    }
