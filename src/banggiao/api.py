"""From Python, on one screen: `read_text` for a string, `read` for a file or URL, `stories` for many articles."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from banggiao import coverage, pages
from banggiao.coverage import Story
from banggiao.model import Article, Reading
from banggiao.reading import Reader

__all__ = ["Story", "default_reader", "read", "read_text", "stories"]


@lru_cache(maxsize=1)
def default_reader() -> Reader:
    """The reader with the shipped lexicon, built at first use and kept."""
    return Reader()


def read_text(text: str, *, id: str, published: str | None = None, url: str | None = None) -> Reading:
    """The reading of an article given as text (a page saved as text, or the article alone).

    published: EDTF date of publication where it is known; otherwise it is looked for in the page. Evidence offsets of
    the result are those of `text`. Raises UsageError for a date that does not exist, LanguageError for a language that
    no grammar here reads.
    """
    return default_reader().read(pages.article_from_text(text, id=id, published=published, url=url))


def read(source: str | Path, *, id: str | None = None, published: str | None = None) -> Reading:
    """The reading of a file (text or HTML), of a URL, or of `-` (standard input).

    Raises InputError for what cannot be read; the message names the source and what to do.
    """
    return default_reader().read(pages.load(source, id=id, published=published))


def stories(articles: Iterable[Article]) -> list[Story]:
    """Articles about anything, grouped by the event that they report; those of most articles first.

    Every article is in one story. Copies and rewrites of one text are one voice (`Story.voices`). The order of the
    articles makes no difference. `pages.load` and `pages.article_from_text` make articles.
    """
    return coverage.group(articles)
