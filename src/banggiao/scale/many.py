"""Many articles from Python: readings in order, or tables in and tables out."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal

from banggiao.errors import InputError, UsageError
from banggiao.model import Article, Reading
from banggiao.scale.batch import done
from banggiao.scale.columns import ColumnError, chosen
from banggiao.scale.items import Columns, Done, Item, Work
from banggiao.scale.local import LocalEngine, cores
from banggiao.scale.run import batches
from banggiao.scale.schedule import answers
from banggiao.scale.sources import Mark, rows_of
from banggiao.scale.streams import needs_extra


def read_many(
    articles: Iterable[str | Article | Mapping[str, Any]],
    *,
    workers: int | None = None,
    errors: Literal["raise", "skip"] = "raise",
) -> Iterator[Reading]:
    """The readings of many articles, in their order, read by several processes.

        for reading in banggiao.read_many(texts): ...
        for reading in banggiao.read_many({"id": "a", "text": text, "published": "2018-08-02"} for text in texts): ...

    articles: texts, articles, or mappings with `text` and if known `id`, `published`, `title`, `url`; a text without
    id is called by its number, from 0. They are taken as they are needed, so that a generator of millions is no burden.
    workers: how many processes; default: all cores; 1 reads in this process. errors: whether an article that cannot be
    read (empty, another language, a day that does not exist) raises InputError when its turn comes, or is left out.
    """
    asked = ((Mark(0, number), _item(number, article)) for number, article in enumerate(articles))
    wanted = batches(asked, lambda items: Work(items, "outcomes", gate=False))
    with closing(_answered(wanted, workers)) as answered:
        for outcome in chain.from_iterable(each.outcomes for each in answered):
            if outcome.reading:
                yield outcome.reading
            elif errors == "raise" and outcome.refusal:
                raise InputError(outcome.id, outcome.refusal.reason, hint="errors='skip' leaves such articles out.")


@dataclass(slots=True, frozen=True)
class Tables:
    """What `scan` found: three tables of the kind that was given, their columns as in `docs/bulk.md`."""

    records: Any
    articles: Any
    rejects: Any


def scan(
    table: Any,
    *,
    text: str | None = None,
    title: str | None = None,
    published: str | None = None,
    url: str | None = None,
    id: str | None = None,
    workers: int | None = None,
) -> Tables:
    """Reads a table of articles: polars in, polars out; Arrow (or anything that gives Arrow) in, Arrow out.

        found = banggiao.scan(polars.read_parquet("archive.parquet"), text="body")
        found.records.filter(polars.col("kind") == "meeting")

    text, title, published, url, id: the names of the columns that hold them; by default common names are tried.
    workers: how many processes; default: all cores; 1 reads in this process. Raises UsageError where no column of text
    is found, and for what is no table.
    """
    try:
        import pyarrow

        from banggiao.scale.tables import SCHEMAS
        from banggiao.scale.tables import table as joined
    except ModuleNotFoundError as error:
        raise needs_extra("scan", "bulk") from error
    columns = Columns(text, title, published, url, id)
    try:
        arrow = table if isinstance(table, pyarrow.Table) else pyarrow.table(table)
        held = chosen(arrow.column_names, columns)
    except (TypeError, ValueError) as error:
        raise UsageError(f"{type(table).__name__} is no table.", hint="Give one of polars, Arrow or pandas.") from error
    except ColumnError as error:
        raise UsageError(
            f"The table has {error}.", hint='Name the column of the text: scan(table, text="…").'
        ) from error
    rows = (row for batch in arrow.to_batches(max_chunksize=256) for row in rows_of(batch, held))
    items = (
        (Mark(0, number), Item("table", number, "fields", row, id=f"row-{number}"))
        for number, row in enumerate(rows, 1)
    )
    streams: dict[str, list[bytes]] = {name: [] for name in SCHEMAS}
    with closing(_answered(batches(items, lambda part: Work(part, "tables")), workers)) as answered:
        for each in answered:
            for name, stream in each.tables.items():
                streams[name].append(stream)
    found = {name: joined(name, streams[name]) for name in SCHEMAS}
    if type(table).__module__.partition(".")[0] == "polars":
        import polars

        found = {name: polars.from_arrow(each) for name, each in found.items()}
    return Tables(**found)


def _item(number: int, article: str | Article | Mapping[str, Any]) -> Item:
    if isinstance(article, Article):
        return Item("articles", number, "article", article, id=article.id)
    fields = {"text": article} if isinstance(article, str) else dict(article)
    return Item("articles", number, "fields", {"text": "", **fields}, id=str(number))


def _answered(wanted: Iterable[tuple[Work, Mark]], workers: int | None) -> Generator[Done, None, None]:
    workers = workers or cores()
    if workers == 1:
        for work, _ in wanted:
            yield done(work)
        return
    with closing(LocalEngine(workers)) as engine:
        for pieces, _ in answers(wanted, engine):
            yield from pieces
