"""Reading from Python, on one screen: `read_text` for a string, `read` for a file or URL."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from banggiao import pages
from banggiao.model import Reading
from banggiao.reading import Reader


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
