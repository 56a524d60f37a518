"""What travels: items of input on their way to a worker, and what becomes of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from banggiao.model import Article, Reading

Form = Literal["json", "fields", "page", "article", "refused"]
Code = Literal["malformed", "too-long", "cut-off", "empty", "encoding", "date", "language", "unreadable", "crashed"]
"""Why an item was refused. `malformed`: not of its file's format; `too-long`: above a limit; `cut-off`: its file or
record ends too early; `empty`: no text; `encoding`: its characters cannot be told; `date`: its day of publication does
not exist; `language`: not one that is read; `unreadable`: another fault of the page; `crashed`: the reader's process
ended or stood still over it, twice."""

MAX_RECORD = 20_000_000
"""Bytes of the largest record (a line of JSON, a page) that is taken in; a press page with its markup has 0.2 MB."""


@dataclass(slots=True, frozen=True)
class Item:
    """One record of input, as little looked at as can be: the work is the workers'.

    position: line or row (from 1); in a WARC file the byte at which the record begins; 0 for a file that is one page.
    data: `json` a line's bytes; `fields` values by column; `page` bytes of text or HTML; `article` an Article;
    `refused` (code, reason).
    """

    source: str
    position: int
    form: Form
    data: Any
    id: str = ""
    url: str | None = None
    encodings: tuple[str, ...] = ()
    """For a page from the web: its transfer and content encodings, in the order in which they are to be undone."""

    def size(self) -> int:
        """About how many bytes it holds."""
        if isinstance(self.data, bytes):
            return len(self.data)
        if isinstance(self.data, Article):
            return len(self.data.text)
        if isinstance(self.data, dict):
            return sum(len(value) for value in self.data.values() if isinstance(value, str))
        return 0


def refused(source: str, position: int, code: Code, reason: str, *, id: str = "", url: str | None = None) -> Item:
    """An item that was found bad before it could be handed to a worker."""
    return Item(source, position, "refused", (code, reason), id, url)


@dataclass(slots=True, frozen=True)
class Refusal:
    """Why an item gave no article."""

    code: Code
    reason: str


@dataclass(slots=True, frozen=True)
class Columns:
    """The names of the columns that hold an article's parts; None for those that common names are tried for."""

    text: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    id: str | None = None


@dataclass(slots=True, frozen=True)
class Outcome:
    """What became of one item: an article with its reading, an article that the gate dismissed (no reading), or a
    refusal."""

    source: str
    position: int
    id: str
    url: str | None = None
    article: Article | None = None
    reading: Reading | None = None
    refusal: Refusal | None = None


@dataclass(slots=True)
class Counts:
    """How many items came in, and what became of them."""

    items: int = 0
    dismissed: int = 0
    read: int = 0
    with_records: int = 0
    records: int = 0
    rejects: int = 0

    def add(self, other: Counts) -> None:
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass(slots=True, frozen=True)
class Work:
    """What a worker is asked: the items, and what to make of them.

    wanted: `tables` (Arrow, see `tables.py`) or `outcomes`. gate: dismiss before zones and dates are looked for.
    """

    items: tuple[Item, ...]
    wanted: Literal["tables", "outcomes"] = "tables"
    columns: Columns = field(default_factory=Columns)
    gate: bool = True


@dataclass(slots=True)
class Done:
    """What a worker answers: the counts, and either tables (Arrow streams by name) or outcomes."""

    counts: Counts
    tables: dict[str, bytes] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)
