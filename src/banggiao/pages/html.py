"""HTML → the story's text, by way of trafilatura; its date by way of htmldate. Imported only when a page is HTML."""

from __future__ import annotations

from dataclasses import dataclass

import trafilatura
from htmldate import find_date
from lxml import etree
from trafilatura.settings import Document

from banggiao.errors import InputError

MAX_ELEMENTS = 30_000
"""The largest page that is read; a press page with all its menus has some 3,000 elements."""
_FALLBACK = 3_000
"""Above so many elements trafilatura's fallback (jusText) is left out: its time grows with the square of the
paragraphs, 20 s for 16,000 short ones (128 KB) against 0.5 s without it."""
_HINT = "Save the page of one article, or give its text."


@dataclass(slots=True)
class Page:
    """What an HTML page holds: text with the headline first, title, date with the reason for it, canonical address."""

    text: str
    title: str
    published: str | None
    reason: str
    url: str | None


def extract(html: str, source: str, url: str | None = None) -> Page:
    """The story of a page. Raises InputError where there is none.

    The page is parsed without entity expansion or network; scripts and styles are gone.
    """
    parser = etree.HTMLParser(no_network=True, recover=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise InputError(source, f"not readable as HTML: {error}", hint=_HINT) from error
    if tree is None:
        raise InputError(source, "the page is empty", hint=_HINT)
    elements = sum(1 for _ in tree.iter())
    if elements > MAX_ELEMENTS:
        raise InputError(source, f"{elements:,} elements are more than a page has", hint=_HINT)
    document = trafilatura.bare_extraction(
        html, url=url, include_comments=False, include_tables=False, with_metadata=True, fast=elements > _FALLBACK
    )
    body = (document.text or "").strip() if isinstance(document, Document) else ""
    if len(body) < 80:
        raise InputError(source, "there is no article on this page", hint=_HINT)
    assert isinstance(document, Document)
    title = (document.title or "").strip()
    text = body if not title or body.startswith(title) else f"{title}\n{body}"
    published = find_date(html, extensive_search=False, original_date=True, url=url)
    return Page(text, title, published, "the page's meta data" if published else "", document.url or url)
