"""The tables. `article` and `mention` hold what came in, as it came; `fact` and its companions are derived from them.

A record is kept once, in `mention.record`; `article.reading` is the rest of the reading, so that both together give
the reading back unchanged. `mention.block` is the part of derivation that a record belongs to: facts of one block
depend on the records of that block alone. `dirty` holds the blocks whose facts are older than their records; it is
written in the transaction that adds an article, so that an interrupted run knows what is left to derive.

`shelf` numbers the articles by day for the full text index, whose own tables are as each database has them
(`text_index.py`); `name_word` leads from a word to the names of `fact_name`.

`decision` and `anchor` hold what people decided and the records that it rests on (`anchor.record` as it was then,
`anchor.idx` where it is now). What the decisions on a record come to stands in `mention.decided`, derived from them.

PostgreSQL compares all text letter by letter, as SQLite does (migration 0019): in the order of a language an index took
the server a sixth longer to fill, a range of words would not be one with the same beginning, and names stood in another
order. That is said in the database alone: SQLAlchemy would say it again with each value.

`source` and `page` hold what is harvested and what became of each page that was listed or dropped into a folder.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

from banggiao.register.packed import Packed
from banggiao.register.packing import RECORDS, TEXTS

metadata = MetaData()

article = Table(
    "article",
    metadata,
    Column("key", Text, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("url", Text, index=True),
    Column("title", Text, nullable=False),
    Column("publisher", Text),
    Column("agency", Text),
    Column("published", Text),
    Column("published_basis", Text, nullable=False),
    Column("published_reason", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("zones", Text, nullable=False),
    Column("text", Packed(TEXTS), nullable=False),
    Column("text_sha256", Text, nullable=False),
    Column("voice", Text, nullable=False, index=True),
    Column("not_before", Text),
    Column("reader", Text, nullable=False),
    Column("reading", Text, nullable=False),
    Column("pairs", Text, nullable=False),
    Column("records", Integer, nullable=False),
    Column("added", BigInteger, nullable=False, server_default="0", index=True),
    Column("sound", LargeBinary),
    Index("ix_article_published", "published", "records"),
)

"""added: when it came, by `arrivals.py`; 0 for what came before that was kept. sound: see `sounds.py`; none for what
came before that was."""

mention = Table(
    "mention",
    metadata,
    Column("article", Text, ForeignKey("article.key", ondelete="CASCADE"), primary_key=True),
    Column("idx", Integer, primary_key=True),
    Column("block", Text, nullable=False, index=True),
    Column("known", Text),
    Column("fact", Text),
    Column("record", Packed(RECORDS), nullable=False),
    Column("decided", Text),
    Index("ix_mention_fact_known", "fact", "known"),
)

revision = Table("revision", metadata, Column("number", BigInteger, primary_key=True, autoincrement=False))
"""One row: how many transactions have written so far."""

article_pair = Table(
    "article_pair",
    metadata,
    Column("pair", Text, primary_key=True),
    Column("known", Integer, primary_key=True, autoincrement=False),
    Column("article", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""The pairs that an article's records speak of together, and the day from which that is known (`pairing.py`). No
foreign key: a deletion would look through the whole table for want of another index."""

dirty = Table("dirty", metadata, Column("block", Text, primary_key=True))

fact = Table(
    "fact",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("block", Text, nullable=False, index=True),
    Column("key", Text, nullable=False),
    Column("record", Packed(RECORDS), nullable=False),
    Column("earliest", Text),
    Column("latest", Text),
    Column("first_reported", Text),
    Column("last_reported", Text),
    Column("reports", Integer, nullable=False),
    Column("voices", Integer, nullable=False),
    Column("first_known", Integer, nullable=False),
    Column("last_known", Integer, nullable=False),
    Column("thing", BigInteger),
    Index("ix_fact_thing", "thing"),
)
"""first_known, last_known: the days (`pairing.number`) from which the first of its reports is known, and all of them:
from then on `record` is the answer for any day. thing: a number for what there can be only one of (`conflicts.py`)."""
Index("ix_fact_kind_latest", fact.c.kind, fact.c.latest.desc().nulls_last(), fact.c.id)


# The companions have no foreign key: to look up the fact of each of their rows, of which it has seven, was an eighth of
# the server's time. They are written and deleted with their facts alone (`derivation.py`).
def _companion(name: str, *keys: Column[Any]) -> Table:
    return Table(
        name,
        metadata,
        *keys,
        Column("fact", Text, primary_key=True, index=True),
        sqlite_with_rowid=False,
    )


def _number(name: str) -> Column[Any]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


fact_party = _companion("fact_party", Column("party", Text, primary_key=True), _number("kind"), _number("day"))
"""kind: its place among `pairing.KINDS`; day: the last on which the fact may have been so, 0 where nobody knows."""
fact_pair = Table(
    "fact_pair",
    metadata,
    Column("pair", Text, primary_key=True),
    _number("part"),
    _number("rank"),
    Column("fact", Text, primary_key=True, index=True),
    _number("since"),
    _number("first"),
    _number("last"),
    sqlite_with_rowid=False,
)
"""What a brief on two parties tells, in its order: see `pairing.py`. All columns are the key, so that a question walks
the index alone."""
fact_name = Table(
    "fact_name",
    metadata,
    Column("name", Text, primary_key=True),
    _number("kind"),
    _number("day"),
    Column("fact", Text, primary_key=True, index=True),
    _number("known"),
    sqlite_with_rowid=False,
)
"""Folded names under which a fact is found, with a space at either end; kind, day: as in `fact_party`; known: as
`fact.first_known`. All columns are the key, so that "the newest of a kind, as of a day" walks the index alone."""
COMPANIONS = (fact_party, fact_pair, fact_name)

name_word = Table(
    "name_word",
    metadata,
    Column("word", Text, primary_key=True),
    Column("name", Text, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

shelf = Table(
    "shelf",
    metadata,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("article", Text, ForeignKey("article.key", ondelete="CASCADE"), nullable=False, unique=True),
)
"""`shelving.py` says how an article gets its number."""

spot = Table(
    "spot",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("article", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""The few spots by which copies of an article's text are found (`voices.py`). No foreign key: a deletion would look
through the whole table for want of another index."""

decision = Table(
    "decision",
    metadata,
    Column("id", Text, primary_key=True),
    Column("action", Text, nullable=False),
    Column("made", Text, nullable=False, index=True),
    Column("made_by", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("slots", Text, nullable=False),
    Column("withdrawn", Text),
    Column("withdrawn_by", Text),
    Column("withdrawn_why", Text),
)

anchor = Table(
    "anchor",
    metadata,
    Column("decision", Text, ForeignKey("decision.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("article", Text, nullable=False, index=True),
    Column("record", Text, nullable=False),
    Column("idx", Integer),
)

source = Table(
    "source",
    metadata,
    Column("address", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("added", Text, nullable=False),
    Column("allowed", Text, nullable=False),
    Column("since", Text),
    Column("marks", Text, nullable=False),
    Column("last_run", Text),
    Column("last_error", Text, nullable=False),
    Column("wait_until", Text),
    Column("runs", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("last", Text, nullable=False),
    Column("held_by", Text),
    Column("held_until", Text),
)

page = Table(
    "page",
    metadata,
    Column("key", Text, primary_key=True),
    Column("address", Text, nullable=False),
    Column("source", Text, nullable=False, index=True),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("article", Text),
    Column("tries", Integer, nullable=False),
    Column("published", Text),
    Column("content", Text, unique=True),
    Column("seen", Text, nullable=False),
)
"""`content` is set for the page by which a content came first; `article` outlives an article that somebody removed, so
that it does not come back by itself."""

account = Table(
    "account",
    metadata,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("secret", Text, nullable=False),
    Column("made", Text, nullable=False),
)

credential = Table(
    "credential",
    metadata,
    Column("key", Text, primary_key=True),
    Column("account", Text, ForeignKey("account.name", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("until", Text),
)
"""Sessions of browsers and tokens of programs, by the digest of their key."""

account_change = Table(
    "account_change",
    metadata,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("made", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("detail", Text, nullable=False),
)
"""What was done to accounts, by whom; it outlives the account."""
