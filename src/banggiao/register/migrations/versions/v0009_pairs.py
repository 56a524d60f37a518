"""What a fact is to two parties, by the order of an answer; the days from which facts are known; what there can be only
one of. All facts are derived again when the register is next asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Text, select, update

from banggiao import lexicon
from banggiao.register.intake import as_json
from banggiao.register.pairing import pairs_together
from banggiao.register.recorded import record_from
from banggiao.register.schema import article, article_pair, mention
from banggiao.register.speaking import Mentions
from banggiao.register.spoken import spoken_text

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    _forget_facts()
    op.drop_index("ix_mention_fact", "mention")
    op.create_index("ix_mention_fact_known", "mention", ["fact", "known"])
    for name in ("first_known", "last_known"):
        op.add_column("fact", Column(name, Integer, nullable=False, server_default="0"))
    op.add_column("fact", Column("thing", BigInteger))
    op.create_index("ix_fact_thing", "fact", ["thing"])
    _companion("fact_party", Column("party", Text, primary_key=True), _number("kind"), _number("day"), _fact())
    pair = Column("pair", Text, primary_key=True)
    days = (_number(name) for name in ("since", "first", "last"))
    _companion("fact_pair", pair, _number("part"), _number("rank"), _fact(), *days)
    op.create_table(
        "article_pair",
        Column("pair", Text, primary_key=True),
        _number("known"),
        Column("article", Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    speaks_of = Mentions(lexicon.load())
    _rewrite(lambda row, records: spoken_text(records, row.text, speaks_of), fill=True)


def downgrade() -> None:
    _forget_facts()
    op.drop_table("article_pair")
    for table, column in (("fact_party", "party"), ("fact_pair", "pair")):
        _companion(table, Column(column, Text, primary_key=True), _fact())
    op.drop_index("ix_fact_thing", "fact")
    for name in ("first_known", "last_known", "thing"):
        op.drop_column("fact", name)
    op.drop_index("ix_mention_fact_known", "mention")
    op.create_index("ix_mention_fact", "mention", ["fact"])
    _rewrite(lambda row, _: as_json({s: found for s, found in msgspec.json.decode(row.pairs).items() if s != "named"}))


def _number(name: str) -> Column[Any]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


def _fact() -> Column[Any]:
    return Column("fact", Text, ForeignKey("fact.id", ondelete="CASCADE"), primary_key=True, index=True)


def _companion(table: str, *columns: Column[Any]) -> None:
    op.drop_table(table)
    op.create_table(table, *columns, sqlite_with_rowid=False)


def _forget_facts() -> None:
    """Takes all facts out and marks them as to be derived."""
    for table in ("fact_party", "fact_pair", "fact_name", "name_word", "fact", "dirty"):
        op.execute(f"DELETE FROM {table}")
    op.execute("INSERT INTO dirty SELECT DISTINCT block FROM mention")


def _rewrite(pairs: Callable[[Any, list[Any]], str], *, fill: bool = False) -> None:
    """Writes anew of whom each article speaks. fill: its rows of `article_pair` too."""
    connection = op.get_bind()
    of_them = select(article.c.key).where(article.c.records > 0)
    for key in connection.scalars(of_them).all():
        row = connection.execute(select(article.c.pairs, article.c.text).where(article.c.key == key)).one()
        of_it = select(mention.c.record, mention.c.known).where(mention.c.article == key).order_by(mention.c.idx)
        records = [(record_from(text), known) for text, known in connection.execute(of_it)]
        if (made := pairs(row, [record for record, _ in records])) != row.pairs:
            connection.execute(update(article).where(article.c.key == key).values(pairs=made))
        if fill and (rows := pairs_together(key, records)):
            connection.execute(article_pair.insert(), rows)
