"""A file, an address, standard input or a string → `Article`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from banggiao.errors import InputError
from banggiao.model import Article
from banggiao.pages import published as dates
from banggiao.pages.credits import credits_of
from banggiao.pages.decode import MAX_BYTES, decode
from banggiao.pages.language import language_of
from banggiao.pages.shapes import shapes
from banggiao.pages.zones import zones

_STORY = ("title", "lead", "body", "caption")
ENDINGS = {".txt", ".html", ".htm", ".xhtml"}
"""How the names of files end that are taken for articles where a whole folder is given."""
MAX_CHARS = 2_000_000
"""The longest text that is read as one article."""
_HTML = re.compile(
    r"\s*<(?:!doctype\s+html|\?xml|html|head|body|article|main|section|div|table|h1|p|meta|title|link|script|style)\b",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"[\s\ufeff]*(?:<!--.*?-->|<\?xml.*?\?>)", re.DOTALL)


def article_from_text(
    text: str,
    *,
    id: str,
    published: str | None = None,
    url: str | None = None,
    title: str | None = None,
    published_basis: str = "given",
    published_reason: str = "",
) -> Article:
    """An article given as text. `Article.text` is `text` unchanged, so that offsets are its own.

    published: EDTF day, month or year where it is known; otherwise the page is searched for it. Raises UsageError for a
    date that does not exist, InputError for a text that is empty or too long.
    """
    if not text.strip():
        raise InputError(id, "there is no text", hint="Save the page again.")
    if len(text) > MAX_CHARS:
        raise InputError(id, f"{len(text):,} characters are more than an article has", hint="Split it into articles.")
    known = shapes()
    found_zones = zones(text, known)
    story = "\n".join(text[z.start : z.end] for z in found_zones if z.kind in _STORY)
    if title is None:
        title = next((text[z.start : z.end] for z in found_zones if z.kind == "title"), "")
    if published is not None:
        basis, reason = published_basis, published_reason
        published = dates.checked(published)
    elif found := dates.find(text, found_zones, url, known):
        published, basis, reason = found
    else:
        basis = reason = ""
    address = url or dates.own_url(text, found_zones)
    outlet = dates.outlet_of(address, known) if address else None
    publisher, agency = credits_of(text, found_zones, outlet, known)
    return Article(
        id=id,
        text=text,
        title=title,
        published=published,
        published_basis=basis,
        published_reason=reason,
        url=url,
        publisher=publisher,
        agency=agency,
        language=language_of(story or text),
        zones=found_zones,
    )


def article_from_html(data: bytes | str, *, id: str, published: str | None = None, url: str | None = None) -> Article:
    """An article given as an HTML page. Its text is what trafilatura takes for the story, the headline first.

    Raises InputError for a page with no article in it.
    """
    from banggiao.pages.html import extract

    page = extract(data if isinstance(data, str) else decode(data, id), id, url)
    basis, reason = "given", ""
    if published is None and page.published:
        published, basis, reason = page.published, "meta", page.reason
    return article_from_text(
        page.text,
        id=id,
        published=published,
        url=url or page.url,
        title=page.title or None,
        published_basis=basis,
        published_reason=reason,
    )


def load(source: str | Path, *, id: str | None = None, published: str | None = None) -> Article:
    """An article from a file (text or HTML), an address (http, https) or `-` for standard input.

    id: by default the file's name without its ending, or the address. Raises InputError naming the source.
    """
    name = str(source)
    if name[:8].lower().startswith(("http://", "https://")):
        from banggiao.pages.fetch import fetch

        page = fetch(name)
        return article_from_bytes(page.body, id=id or name, published=published, url=name, charset=page.charset)
    if name == "-":
        return article_from_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), id=id or "stdin", published=published)
    path = Path(source)
    try:
        if path.is_dir():
            raise InputError(name, "this is a folder", hint="Give its files, or use `banggiao add`.")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(name, error.strerror or str(error), hint="Check the path and its permissions.") from error
    return article_from_bytes(data, id=id or path.stem, published=published, source=name)


def is_html(text: str) -> bool:
    """Whether a page begins with a tag, comments before it aside; a text that speaks of tags is a text."""
    start = 1 if text.startswith("\ufeff") else 0
    while match := _COMMENT.match(text, start):
        start = match.end()
    return bool(_HTML.match(text, start))


def article_from_bytes(
    data: bytes,
    *,
    id: str,
    published: str | None = None,
    url: str | None = None,
    source: str | None = None,
    charset: str = "",
) -> Article:
    """An article given as the bytes of a text or an HTML page. source: names it in errors, in place of `id`. charset:
    what a server declares, which is believed where the bytes do not say otherwise themselves."""
    text = decode(data, source or id, charset)
    try:
        if is_html(text):
            return article_from_html(text, id=id, published=published, url=url)
        return article_from_text(text, id=id, published=published, url=url)
    except InputError as error:
        if source:
            raise InputError(source, error.reason, hint=error.hint) from error
        raise
