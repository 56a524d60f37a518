"""What a search gives: names, facts and articles, each list best first, each hit with the words that it is found by."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from banggiao.model import Record, Span

if TYPE_CHECKING:
    from banggiao.register.api import ArticleRef

Where = Literal["title", "adjacent", "words"]
"""All words in the title; side by side in the order asked; anywhere in the text."""
NameKind = Literal["party", "person", "series", "instrument"]


@dataclass(slots=True, frozen=True)
class Snippet:
    """Words of an article: `[start, start + len(text))` of its text, offsets in characters. marks: the hits in `text`,
    rising, half-open."""

    text: str
    start: int
    marks: list[Span] = field(default_factory=list)


@dataclass(slots=True, frozen=True)
class ArticleHit:
    """An article that holds all words. exact: with the diacritics that were asked for (or none were)."""

    article: ArticleRef
    where: Where
    exact: bool
    snippet: Snippet


@dataclass(slots=True, frozen=True)
class FactHit:
    """A fact that a report tells in these words. record: its best slots. article, snippet: the report; the snippet is a
    sentence that the fact rests on. start: where in the article's text the first words begin that it rests on.
    `Register.fact(id)` gives all its reports."""

    id: str
    record: Record
    where: Where
    exact: bool
    article: ArticleRef
    snippet: Snippet
    start: int = 0


@dataclass(slots=True, frozen=True)
class NameHit:
    """A party, or a name that facts bear. name: as the lexicon or a report writes it. code: of a party, else "".
    facts: how many facts there are (counted up to `search.COUNTED`)."""

    name: str
    kind: NameKind
    code: str
    exact: bool
    facts: int


@dataclass(slots=True, frozen=True)
class Found:
    """words: what was searched for, as it was understood. more: there are more articles or facts than are given."""

    words: list[str]
    names: list[NameHit] = field(default_factory=list)
    facts: list[FactHit] = field(default_factory=list)
    articles: list[ArticleHit] = field(default_factory=list)
    more: bool = False
