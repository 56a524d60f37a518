"""Feeds and sitemaps as sites write them: addresses, days, and what is none."""

from __future__ import annotations

import gzip
import time

import pytest

from banggiao.errors import InputError
from banggiao.pages.addresses import page_key
from banggiao.pages.listings import Entry, day_of, kind_of, links_of, listing, unpacked

AT = "https://bao.example/rss/the-gioi.rss"

FEEDS = {
    "RSS 2.0": '<rss version="2.0"><channel><item><link>https://bao.example/a</link></item></channel></rss>',
    "RSS 1.0": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
    "<item><link>https://bao.example/a</link></item></rdf:RDF>",
    "a link in CDATA": "<rss><channel><item><link><![CDATA[ https://bao.example/a ]]></link></item></channel></rss>",
    "a guid that is the link": "<rss><channel><item><guid>https://bao.example/a</guid></item></channel></rss>",
    "relative": "<rss><channel><item><link>/a#top</link></item></channel></rss>",
    "Atom": '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="self" href="/x"/><link href="/a"/></entry></feed>',
    "cut off": "<rss><channel><item><link>https://bao.example/a</link></item><item><title>Hai b",
    "with a mark": '\ufeff<?xml version="1.0" encoding="utf-8"?><rss><channel><item><link>/a</link></item></channel></rss>',
    "behind a comment": f"<!-- {'x' * 3000} --><rss><channel><item><link>/a</link></item></channel></rss>",
}


@pytest.mark.parametrize("text", FEEDS.values(), ids=FEEDS.keys())
def test_the_links_of_a_feed(text: str) -> None:
    """Absolute, without fragments."""
    assert kind_of(text.encode()) == "feed"
    assert [entry.url for entry in listing(text.encode(), AT).entries] == ["https://bao.example/a"]


def test_a_feed_in_utf16_is_a_feed() -> None:
    """Its zeros hide no tag."""
    assert kind_of(FEEDS["RSS 2.0"].encode("utf-16")) == "feed"


def test_what_a_feed_says_of_time() -> None:
    """Publication dates a page, a change only orders it."""
    entry = "<entry><link href='/{}'/>{}</entry>".format
    published = entry("a", "<published>2018-08-02T23:30:00+07:00</published><updated>2018-08-05T01:00:00Z</updated>")
    text = f"<feed xmlns='http://www.w3.org/2005/Atom'>{published}{entry('b', '<updated>2018-08-05</updated>')}</feed>"
    assert listing(text.encode(), AT).entries == [
        Entry(
            "https://bao.example/a",
            "2018-08-02",
            "the feed dates it '2018-08-02T23:30:00+07:00'",
            "2018-08-02T16:30:00",
        ),
        Entry("https://bao.example/b", None, "", "2018-08-04T17:00:00"),
    ]


DAYS = {
    "Thu, 02 Aug 2018 23:30:00 +0700": "2018-08-02",
    "Thu, 02 Aug 2018 23:30:00 GMT+7": "2018-08-02",
    "Thu, 02 Aug 2018 06:30:00 GMT": "2018-08-02",
    "Thu, 02 Aug 2018 20:30:00 GMT": None,  # that day in Greenwich, the next in Hà Nội, or a mislabelled evening
    "2018-08-02T20:30:00Z": None,
    "2018-08-02T20:30:00+07:00": "2018-08-02",
    "2018-08-02 20:30:00": "2018-08-02",
    "2018-08-02": "2018-08-02",
    "8/2/2018 9:00:00 AM": None,  # the second of August or the eighth of February
    "Thu, 31 Feb 2018 09:00:00 +0700": None,
    "Thu, 01 Jan 1970 07:00:00 +0700": None,  # a clock that was never set
    "hôm qua": None,
    "": None,
}


@pytest.mark.parametrize(("said", "day"), DAYS.items())
def test_the_day_of_a_time(said: str, day: str | None) -> None:
    """The local one, or none where two are possible."""
    assert day_of(said) == day


def urlset(*urls: str) -> bytes:
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{"".join(urls)}</urlset>'.encode()


URLS = {
    "plain": ("<url><loc>https://bao.example/a</loc></url>", "https://bao.example/a"),
    "blanks": ("<url><loc>\n  https://bao.example/a\n</loc></url>", "https://bao.example/a"),
    "ampersands": ("<url><loc>https://bao.example/?a=1&amp;b=2</loc></url>", "https://bao.example/?a=1&b=2"),
    "bare ampersands": ("<url><loc>https://bao.example/?a=1&b=2</loc></url>", "https://bao.example/?a=1&b=2"),
    "a picture of the page": (
        "<url><loc>/a</loc><image xmlns='http://www.google.com/schemas/sitemap-image/1.1'><loc>/p.jpg</loc></image></url>",
        "https://bao.example/a",
    ),
}


@pytest.mark.parametrize(("url", "address"), URLS.values(), ids=URLS.keys())
def test_the_addresses_of_a_sitemap(url: str, address: str) -> None:
    """As they are meant; those of pictures are none."""
    found = listing(urlset(url), AT)
    assert ([entry.url for entry in found.entries], found.fault) == ([address], "")


def test_a_sitemap_that_is_cut_off_gives_what_came_before() -> None:
    """And says so."""
    whole = urlset(*(f"<url><loc>/{n}</loc></url>" for n in range(100)))
    found = listing(whole[:2000], AT)
    assert 20 < len(found.entries) < 100
    assert found.fault


def test_no_address_is_changed_by_damage_before_it() -> None:
    """An unknown entity ends the reading; a parser that goes on behind it loses each ampersand."""
    text = urlset("<url><loc>/a</loc></url>", "<url><loc>/&nothing;</loc></url>", "<url><loc>/?a=1&amp;b=2</loc></url>")
    try:
        found = [entry.url for entry in listing(text, AT).entries]
    except InputError:
        found = []
    assert set(found) <= {"https://bao.example/a", "https://bao.example/?a=1&b=2"}


@pytest.mark.parametrize("text", [b"<html><body>x</body></html>", b"plain", b"<urlset><url>", b"<rss", b"<feed"])
def test_what_lists_nothing_is_refused_by_name(text: bytes) -> None:
    """The address is in the error."""
    with pytest.raises(InputError, match=r"the-gioi\.rss"):
        listing(text, AT)


HOSTILE = {
    "nested": b"<rss><channel><item>" + b"<a>" * 50_000,
    "brackets": b"<rss><channel><item><title>" + b"<" * 200_000,
    "ampersands": b"<urlset>" + b"&" * 500_000,
    "attributes": b"<urlset " + b"a='1' " * 50_000 + b"/>",
    "declarations": b"<!DOCTYPE rss [" + b"<!ENTITY " * 50_000 + b"]><rss></rss>",
    "links": b"<rss><channel>" + b"<item><link>/a</link></item>" * 5_000 + b"</channel></rss>",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_listings_take_bounded_time(text: bytes) -> None:
    """Read or refused within seconds."""
    start = time.process_time()
    try:
        listing(text, AT)
    except InputError:
        pass
    assert time.process_time() - start < 10


def test_a_packed_sitemap_is_unpacked_within_limits() -> None:
    """A bomb is refused."""
    assert unpacked(gzip.compress(urlset()), AT) == urlset()
    with pytest.raises(InputError, match="too much"):
        unpacked(gzip.compress(b" " * 60_000_000), AT)


LINKS = {
    "own site": ('<link rel="canonical" href="/b">', "https://bao.example/b"),
    "with www": ('<link rel="canonical" href="https://www.bao.example/b">', "https://www.bao.example/b"),
    "another site": ('<link rel="canonical" href="https://khac.example/b">', None),
    "a script": ('<link rel="canonical" href="javascript:b()">', None),
    "none": ("", None),
}


@pytest.mark.parametrize(("head", "address"), LINKS.values(), ids=LINKS.keys())
def test_a_page_names_its_lasting_address_on_its_own_site(head: str, address: str | None) -> None:
    """None may pass for a page of another."""
    page = f"<html><head>{head}</head><body>x</body></html>".encode()
    assert links_of(page, "https://bao.example/a?x=1").canonical == address


KEYS = [
    "https://bao.example/a?id=1&trang=2",
    "http://www.bao.example/a?trang=2&id=1",
    "https://bao.example/a/?id=1&trang=2#cmt",
    "https://bao.example/a?id=1&trang=2&utm_source=rss&fbclid=x",
    "https://bao.example:443/a?id=1&trang=2",
]


def test_addresses_of_one_page_share_a_key() -> None:
    """And those of two do not."""
    assert len({page_key(url) for url in KEYS}) == 1
    assert len({page_key(url) for url in (KEYS[0], "https://bao.example/a?id=2&trang=2", "https://bao.example/A")}) == 3
