"""Feeds and sitemaps → the addresses that they list, with the day of publication where they give one.

Feeds are read by feedparser, which takes no entities but the harmless ones; sitemaps by lxml, strictly and without
entities: recovering from one fault, libxml2 drops each `&amp;` after it, which makes other addresses of them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

from lxml import etree

from banggiao.errors import InputError
from banggiao.pages.inflate import inflate, whole

Kind = Literal["feed", "sitemap", "page"]

MAX_LISTING = 50_000_000
"""Bytes of the largest sitemap, unpacked: what the protocol allows."""
MAX_FEED = 10_000_000
"""feedparser takes a second for a megabyte; a feed with the text of a hundred articles has one."""
MAX_LINKS = 50_000
"""Addresses of one sitemap: what the protocol allows."""
_ROOT = re.compile(rb"<(?:[A-Za-z]\w*:)?(rss|feed|RDF|urlset|sitemapindex|html)[\s>]", re.IGNORECASE)
_HEAD = 65_536
_BARE_AMPERSAND = re.compile(rb"&(?!(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]\w*);)")
_ZONE = re.compile(r"\b(?:GMT|UTC)\s*([+-])\s*(\d{1,2})(?::?(\d\d))?\s*$")
_LOCAL = timedelta(hours=7)  # the newspapers that this reads write from one time zone, without summer time


@dataclass(slots=True, frozen=True)
class Entry:
    """A page that is listed. published: day, where the listing says when it was published (not when it was changed);
    reason: the listing's words for it. when: the latest time that it gives, for the order; "" where it gives none."""

    url: str
    published: str | None = None
    reason: str = ""
    when: str = ""


@dataclass(slots=True)
class Listing:
    """What a document lists. sitemaps: (address, when changed) of further sitemaps. skipped: links that lead to no web
    page (javascript:, file:, damaged ones). fault: where the rest of the document could not be read."""

    kind: Kind
    entries: list[Entry] = field(default_factory=list)
    sitemaps: list[tuple[str, str]] = field(default_factory=list)
    skipped: int = 0
    fault: str = ""


def kind_of(body: bytes) -> Kind:
    """What a document is by its first known tag."""
    match = _ROOT.search(body[:_HEAD].replace(b"\0", b""))  # without the zeros of UTF-16
    match_name = match.group(1).lower() if match else b"html"
    return "page" if match_name == b"html" else "sitemap" if match_name in (b"urlset", b"sitemapindex") else "feed"


def unpacked(body: bytes, url: str) -> bytes:
    """The bytes of a listing that is kept as a gzip file."""
    return whole(inflate([body], "gzip", url), MAX_LISTING, url) if body.startswith(b"\x1f\x8b") else body


def listing(body: bytes, url: str) -> Listing:
    """What a feed or sitemap lists; its relative links are taken from its address `url`.

    Raises InputError for a document that is neither, and for one that holds nothing readable.
    """
    kind = kind_of(body)
    if kind == "feed":
        found = _feed(body, url)
    elif kind == "sitemap":
        found = _sitemap(body, url)
    else:
        raise InputError(url, "this is neither a feed nor a sitemap", hint="Give its address, or use --kind page.")
    if found.fault and not found.entries and not found.sitemaps:
        raise InputError(url, f"the {kind} is damaged: {found.fault}", hint="Try again later.")
    return found


def _feed(body: bytes, url: str) -> Listing:
    if len(body) > MAX_FEED:
        raise InputError(url, f"{len(body):,} bytes are more than a feed has", hint="Give the site's news sitemap.")
    import feedparser  # some 150 ms

    # a stream, since feedparser would open a string that looks like a path or an address
    parsed = feedparser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    out = Listing("feed")
    if parsed.bozo and isinstance(parsed.bozo_exception, Exception):
        out.fault = str(parsed.bozo_exception)
    for item in parsed.entries:
        said = str(item.get("published") or item.get("created") or "")
        # asked for outright, feedparser gives the time of publication for a missing time of change
        changed = str(item["updated"]) if "updated" in item else ""
        _take(out, item.get("link"), url, said, f"the feed dates it {said!r}", said or changed)
    return out


def _sitemap(body: bytes, url: str) -> Listing:
    out = Listing("sitemap")
    try:
        for tag, fields in _blocks(_BARE_AMPERSAND.sub(b"&amp;", body)):
            if tag == "sitemap":
                if link := _web(fields.get("loc"), url):
                    out.sitemaps.append((link, fields.get("lastmod", "")))
                else:
                    out.skipped += 1
                continue
            said, changed = fields.get("publication_date", ""), fields.get("lastmod", "")
            _take(out, fields.get("loc"), url, said, f"the sitemap dates it {said!r}", said or changed)
            if len(out.entries) >= MAX_LINKS:
                out.fault = f"more than {MAX_LINKS:,} addresses"
                break
    except etree.XMLSyntaxError as error:
        out.fault = str(error)
    return out


def _blocks(body: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    """Each `url` and `sitemap` element with the texts inside it, by local name. A text with an entity in it is none."""
    events = etree.iterparse(
        io.BytesIO(body), events=("end",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    fields: dict[str, str] = {}
    for _, element in events:
        tag = etree.QName(element).localname
        if tag in ("url", "sitemap"):
            yield tag, fields
            fields = {}
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
        elif len(element) == 0 and element.text:
            # the page's own address comes before those of its pictures and videos, which end in `loc` too
            fields.setdefault(tag, element.text.strip())


def _take(out: Listing, link: Any, base: str, said: str, reason: str, when: str) -> None:
    address = _web(link, base)
    if address is None:
        out.skipped += 1
        return
    day = day_of(said)
    moment = _moment(when)
    out.entries.append(Entry(address, day, reason if day else "", _sortable(moment) if moment else ""))


def _web(link: Any, base: str) -> str | None:
    """The absolute web address that a link means, without its fragment; None where it is none."""
    if not isinstance(link, str) or not link.strip():
        return None
    try:
        address = urljoin(base, link.strip())
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname or len(address) > 2000:
            return None
    except ValueError:
        return None
    return parts._replace(fragment="").geturl()


def day_of(said: str) -> str | None:
    """The local day that a feed's or sitemap's time falls on; None for what is no date, or leaves the day open.

    A time "GMT" may be one, or a local time that is mislabelled, as in many Vietnamese feeds: from 17:00 on the two
    fall on different days.
    """
    moment = _moment(said)
    if moment is None or not 1990 <= moment.year < 2100:
        return None
    if moment.utcoffset() == timedelta(0) and (moment + _LOCAL).date() != moment.date():
        return None
    return moment.date().isoformat()


def _moment(said: str) -> datetime | None:
    said = said.strip()[:60]
    try:
        return datetime.fromisoformat(said)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(_ZONE.sub(lambda m: f"{m[1]}{int(m[2]):02}{m[3] or '00'}", said))
    except (ValueError, OverflowError, IndexError, TypeError):
        return None


def _sortable(moment: datetime) -> str:
    """A time as text whose order is the order of time; one without a zone is taken for local."""
    offset = moment.utcoffset()
    return (moment.replace(tzinfo=None) - (_LOCAL if offset is None else offset)).isoformat()


@dataclass(slots=True, frozen=True)
class Links:
    """What the head of a page says of other addresses: its own lasting one, and feeds of the site."""

    canonical: str | None
    feeds: list[str]


def links_of(body: bytes, url: str) -> Links:
    """A canonical address counts only on the page's own site: a page may not pass for one of another."""
    parser = etree.HTMLParser(no_network=True, recover=True, huge_tree=False)
    try:
        tree = etree.fromstring(body, parser)
    except etree.XMLSyntaxError:
        tree = None
    canonical: str | None = None
    feeds: list[str] = []
    for link in tree.iter("link") if tree is not None else ():
        address = _web(link.get("href"), url)
        relations = (link.get("rel") or "").lower().split()
        if address and "canonical" in relations and canonical is None and _site(address) == _site(url):
            canonical = address
        elif address and "alternate" in relations and (link.get("type") or "") in _FEED_TYPES:
            feeds.append(address)
    return Links(canonical, feeds)


_FEED_TYPES = ("application/rss+xml", "application/atom+xml")


def _site(url: str) -> str:
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    return f"{host}:{parts.port or ''}"
