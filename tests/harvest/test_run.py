"""A run over sources, against a real server: what is kept, what is not asked again, and what goes wrong alone."""

from __future__ import annotations

import gzip
import threading
import time
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from banggiao.errors import UsageError
from banggiao.harvest.run import harvest
from banggiao.register import open_register
from tests.harvest.conftest import PACE, QUICK, item, rss, story
from tests.server import Handler

LANDS = ["Lào", "Pháp", "Nhật Bản", "Cuba", "Ấn Độ"]


def counts(outcome: Any) -> dict[str, int]:
    return {name: number for name, number in outcome.counts().items() if number}


def stories(site: Any, lands: list[str] = LANDS) -> list[str]:
    """Puts a page for each land on the site; gives the paths."""
    paths = [f"/bai-{number}.html" for number, _ in enumerate(lands)]
    site.routes |= {path: story(land) for path, land in zip(paths, lands, strict=True)}
    return paths


def test_a_feed_brings_its_articles_once(site, register, add, run):
    """The second run asks for the feed alone, and the third learns that it has not changed."""
    paths = stories(site)
    feed = rss(*(item(path) for path in paths))

    def answer(handler: Handler) -> None:
        if handler.headers["if-none-match"] == '"1"':
            handler.send(b"", status=304)
        else:
            handler.send(feed, etag='"1"', content_type="application/rss+xml")

    site.routes["/rss"] = answer
    address = add("/rss")
    (first,) = run()
    assert (first.kind, counts(first), first.ok) == ("feed", {"new": 5}, True)
    assert [ref.url for ref in register.articles()] == sorted(site.url(path) for path in paths)
    assert all(ref.records for ref in register.articles())
    site.asked.clear()
    (second,) = run()
    assert (counts(second), second.ok) == ({}, True)
    assert site.asked == ["/robots.txt", "/rss"]
    (state,) = register.sources()
    assert (state.address, state.kind, state.runs, state.articles, state.held_by) == (address, "feed", 2, 5, None)


def test_what_a_feed_has_new_is_asked_for_alone(site, add, run):
    """Known pages are counted, not fetched."""
    paths = stories(site)
    site.routes["/rss"] = rss(*(item(path) for path in paths[:2]))
    add("/rss")
    run()
    site.asked.clear()
    site.routes["/rss"] = rss(*(item(path) for path in paths[1:3]))
    (outcome,) = run()
    assert counts(outcome) == {"new": 1, "known": 1}
    assert site.asked == ["/robots.txt", "/rss", paths[2]]


SAME = {
    "http and marks of the way": lambda url: (url + "?utm_source=rss&utm_medium=x", url + "#cmt"),
    "a slash at the end": lambda url: (url, url + "/"),
}


@pytest.mark.parametrize("two", SAME.values(), ids=SAME.keys())
def test_two_addresses_of_one_page_are_asked_for_once(two, site, add, run):
    """Even before anything is known of it."""
    site.routes |= {path: story("Lào") for path in ("/bai", "/bai?utm_source=rss&utm_medium=x")}
    site.routes["/rss"] = rss(*(item(link) for link in two(site.url("/bai"))))
    add("/rss")
    assert counts(run()[0]) == {"new": 1}


def test_one_content_is_one_article(site, register, add, run):
    """By the canonical address that two pages share, by a redirect, and by the words alone."""
    canonical = f'<link rel="canonical" href="{site.url("/bai")}">'
    elsewhere = '<link rel="canonical" href="https://other.example/bai">'
    site.routes |= {
        "/bai": story("Lào"),
        "/amp/bai": story("Lào", head=canonical).replace("Tin", "AMP"),
        "/cu": lambda h: h.send(b"", status=301, location="/bai"),
        "/ban-in": story("Lào", head=elsewhere),
        "/rss": rss(item("/bai"), item("/amp/bai"), item("/cu"), item("/ban-in")),
    }
    add("/rss")
    (outcome,) = run()
    assert counts(outcome) == {"new": 1, "same": 3}
    assert [ref.url for ref in register.articles()] == [site.url("/bai")]
    assert counts(run()[0]) == {"known": 4}


def test_an_article_that_was_removed_does_not_come_back(site, register, add, run):
    """What a person took out stays out."""
    site.routes |= {"/bai": story("Lào"), "/rss": rss(item("/bai"))}
    add("/rss")
    run()
    (ref,) = register.articles()
    register.remove(ref.key)
    assert counts(run()[0]) == {"known": 1}
    assert register.articles() == []


DATES = {
    "only the feed": ("Thu, 02 Aug 2018 20:30:00 +0700", "", "2018-08-02", "feed"),
    "page and feed": ("Thu, 02 Aug 2018 20:30:00 +0700", "01/08/2018 08:15", "2018-08-01", "byline"),
    "a date to come": ("Thu, 02 Aug 2199 20:30:00 +0700", "", None, ""),
    "no date": ("hôm qua", "", None, ""),
}


@pytest.mark.parametrize(("said", "byline", "day", "basis"), DATES.values(), ids=DATES.keys())
def test_the_feed_dates_a_page_that_does_not(said, byline, day, basis, site, register, add, run):
    """With its basis said; the page's own word comes first."""
    site.routes |= {"/bai": story("Lào", date=byline), "/rss": rss(item("/bai", said))}
    add("/rss")
    run()
    (ref,) = register.articles()
    assert (ref.published, ref.published_basis) == (day, basis)
    assert basis != "feed" or "20:30" in ref.published_reason


def urlset(*urls: str) -> str:
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{"".join(urls)}</urlset>'


def index(*paths: str) -> str:
    found = "".join(f"<sitemap><loc>{path}</loc></sitemap>" for path in paths)
    return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{found}</sitemapindex>'


def test_a_sitemap_index_is_followed(site, register, add, run):
    """Packed ones too; one that points at itself, or cannot be had, does not stop the others."""
    paths = stories(site, LANDS[:3])
    news = (
        f"<url><loc>{paths[0]}</loc><n:news xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'>"
        "<n:publication_date>2018-08-02T09:00:00+07:00</n:publication_date></n:news></url>"
    )
    site.routes |= {
        "/index.xml": index("/index.xml", "/news.xml", "/more.xml.gz", "/gone.xml", "/index.xml?again"),
        "/index.xml?again": index("/index.xml", "/index.xml?again"),
        "/news.xml": urlset(news),
        "/more.xml.gz": gzip.compress(urlset(*(f"<url><loc>{path}</loc></url>" for path in paths[1:])).encode()),
    }
    add("/index.xml")
    (outcome,) = run()
    assert (outcome.kind, counts(outcome)) == ("sitemap", {"new": 3, "failed": 1})
    assert "gone.xml: the server answers 404" in outcome.told[0]
    assert not outcome.ok
    assert {ref.published_basis for ref in register.articles()} == {"", "sitemap"}
    assert site.asked.count("/index.xml") == 1


def test_a_changed_day_is_no_day_of_publication(site, register, add, run):
    """`lastmod` orders pages, and leaves out those before --since; it dates none."""
    old, new = stories(site, LANDS[:2])
    dated = "<url><loc>{}</loc><lastmod>{}</lastmod></url>".format
    site.routes["/sitemap.xml"] = urlset(dated(old, "2018-01-01"), dated(new, "2018-08-02"))
    add("/sitemap.xml", since="2018-08-01")
    assert counts(run()[0]) == {"new": 1}
    (ref,) = register.articles()
    assert (ref.url, ref.published) == (site.url(new), None)


def test_too_many_pages_are_taken_in_several_runs(site, register, add, run):
    """The newest first; what is left is not hidden by "unchanged"."""
    paths = stories(site)
    items = [item(path, f"0{number + 1} Aug 2018 09:00:00 +0700") for number, path in enumerate(paths)]
    site.routes["/rss"] = lambda h: (
        h.send(b"", status=304) if h.headers["if-none-match"] else h.send(rss(*items), etag='"1"')
    )
    add("/rss")
    (first,) = run(pace=replace(PACE, pages=2))
    assert counts(first) == {"new": 2, "left": 3}
    assert {ref.url for ref in register.articles()} == {site.url(path) for path in paths[-2:]}
    assert counts(run(pace=replace(PACE, pages=9))[0]) == {"new": 3, "known": 2}
    assert counts(run()[0]) == {}


def test_links_that_lead_to_no_page_are_left(site, add, run):
    """Scripts, files, mail and nonsense are never asked for."""
    stories(site, ["Lào"])
    bad = [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "mailto:toasoan@example.vn",
        "http://[::1",
        "ftp://x.example/a",
        "",
    ]
    site.routes["/rss"] = rss(*(item(link) for link in [*bad, "bai-0.html"]))
    add("/rss")
    assert counts(run()[0]) == {"new": 1}


def test_a_page_that_is_a_source_is_asked_each_time(site, register, add, run):
    """Its content is kept when it is new; otherwise it is there already."""
    site.routes["/trang"] = story("Lào")
    add("/trang")
    (first,) = run()
    assert (first.kind, counts(first)) == ("page", {"new": 1})
    assert counts(run()[0]) == {"same": 1}
    site.routes["/trang"] = story("Cuba")
    assert counts(run()[0]) == {"new": 1}
    assert len(register.articles()) == 2


def test_a_page_without_an_article_names_its_feeds(site, add, run):
    """The error of a front page says what to add in its place."""
    link = '<link rel="alternate" type="application/rss+xml" href="/the-gioi.rss">'
    site.routes["/"] = f"<html><head>{link}</head><body><nav>Trang chủ</nav></body></html>"
    add("/")
    (outcome,) = run()
    assert site.url("/the-gioi.rss") in outcome.error


# -- manners ---------------------------------------------------------------------------------------------------------


def test_robots_are_asked_and_obeyed(site, add, run):
    """By our name before all others'."""
    paths = stories(site, LANDS[:2])
    site.routes["/robots.txt"] = f"User-agent: *\nDisallow: /\n\nUser-agent: banggiao\nDisallow: {paths[1]}\n"
    site.routes["/rss"] = rss(*(item(path) for path in paths))
    add("/rss")
    (outcome,) = run()
    assert counts(outcome) == {"new": 1, "refused": 1}
    assert outcome.ok
    assert "robots.txt" in outcome.told[0]
    assert paths[1] not in site.asked


def test_robots_that_cannot_be_had_forbid_all(site, add, run):
    """The site is asked again next time, not struck off."""
    paths = stories(site, ["Lào"])
    site.routes["/robots.txt"] = lambda h: h.send(b"", status=500)
    site.routes["/rss"] = rss(item(paths[0]))
    add("/rss")
    (outcome,) = run()
    assert "answers 500" in outcome.error
    assert site.asked == ["/robots.txt"]
    del site.routes["/robots.txt"]
    assert counts(run()[0]) == {"new": 1}


@pytest.mark.parametrize(("wanted", "least"), [("0.1", 0.1), ("3600", 0.2)])
def test_a_host_is_given_time_between_requests(wanted, least, site, add, run):
    """As much as its robots.txt wants, within bounds."""
    paths = stories(site, LANDS[:3])
    times: list[float] = []

    def timed(body: str):
        return lambda handler: (times.append(time.monotonic()), handler.send(body))

    site.routes |= {path: timed(site.routes[path]) for path in paths}
    site.routes["/robots.txt"] = f"User-agent: *\nCrawl-delay: {wanted}\n"
    site.routes["/rss"] = rss(*(item(path) for path in paths))
    add("/rss")
    assert counts(run()[0]) == {"new": 3}
    assert all(later - earlier > least * 0.8 for earlier, later in pairwise(times))


def test_a_short_wait_is_waited(site, add, run):
    """A server that asks for a moment is asked again after it."""
    stories(site, ["Lào"])
    answers = [503]

    def busy(handler: Handler) -> None:
        if answers:
            handler.send(b"", status=answers.pop(), retry_after="0")
        else:
            handler.send(rss(item("/bai-0.html")))

    site.routes["/rss"] = busy
    add("/rss")
    assert counts(run()[0]) == {"new": 1}


def test_a_long_wait_is_kept_in_mind(site, register, add, run):
    """Nobody's fault: the source is left until then, also by later runs."""
    site.routes["/rss"] = lambda h: h.send(b"", status=429, retry_after="3600")
    add("/rss")
    (first,) = run()
    assert first.ok
    assert "wait 3600 s" in first.note
    site.asked.clear()
    (second,) = run()
    assert "not to be asked before" in second.note
    assert site.asked == []


# -- what goes wrong -------------------------------------------------------------------------------------------------


def test_a_broken_source_does_not_stop_the_others(site, add, run):
    """Each has its own error."""
    paths = stories(site, ["Lào"])
    bomb = gzip.compress(b"\0" * 60_000_000)
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    site.routes |= {
        "/gone": lambda h: h.send(b"", status=404),
        "/laughs": f'<!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]><rss><channel><item><link>&l9;</link></item></channel></rss>',
        "/laughs.xml": f'<!DOCTYPE u [<!ENTITY l0 "ha">{laughs}]><urlset><url><loc>&l9;</loc></url></urlset>',
        "/bomb": lambda h: h.send(bomb, content_encoding="gzip"),
        "/bomb.gz": gzip.compress(b"<urlset>" + b" " * 60_000_000),
        "/silent": lambda h: h.server.stopping.wait(3),
        "/inside": lambda h: h.send(b"", status=302, location="http://169.254.169.254/latest/"),
        "/promise": lambda h: h.send(b"", content_length="10000000000"),
        "/picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 200,
        "/good": rss(item(paths[0])),
    }
    addresses = [add(path) for path in site.routes if not path.startswith("/bai")]
    outcomes = {outcome.address.removeprefix(site.url("")): outcome for outcome in run()}
    assert list(outcomes) == [address.removeprefix(site.url("")) for address in addresses]
    assert counts(outcomes.pop("/good")) == {"new": 1}
    assert "private network" in outcomes["/inside"].error
    assert "10,000,000,000" in outcomes["/promise"].error
    assert "too slow" in outcomes["/silent"].error
    assert "too much" in outcomes["/bomb"].error
    assert "picture" in outcomes["/picture"].error
    assert "damaged" in outcomes["/laughs.xml"].error
    assert all(not outcome.new for outcome in outcomes.values())
    assert "haha" not in "".join(site.asked)


def test_entities_are_never_put_in(site, add, run):
    """Neither those that swell nor those that read a file: their names stay as they are."""
    swelling = '<!DOCTYPE r [<!ENTITY a "/bai">]><rss><channel><item><link>&a;</link></item></channel></rss>'
    reading = '<!DOCTYPE u [<!ENTITY s SYSTEM "file:///etc/hostname">]><urlset><url><loc>/a&s;</loc></url></urlset>'
    site.routes |= {"/1": swelling, "/2": reading, "/bai": story("Lào")}
    add("/1")
    add("/2")
    run()
    assert set(site.asked) == {"/robots.txt", "/1", "/&a", "/2"}


def test_a_page_that_fails_is_tried_again_even_when_the_feed_has_dropped_it(site, register, add, run):
    """So many times, then no more; a page that is gone is not."""
    site.routes["/rss"] = rss(item("/loi", "Thu, 02 Aug 2018 20:30:00 +0700"), item("/mat"))
    site.routes["/loi"] = lambda h: h.send(b"", status=500)
    add("/rss")
    (first,) = run()
    assert (counts(first), first.ok) == ({"failed": 1, "refused": 1}, False)
    site.routes |= {"/rss": rss(), "/loi": story("Lào")}
    (second,) = run()
    assert (counts(second), second.ok) == ({"new": 1}, True)
    assert register.articles()[0].published == "2018-08-02"


def test_a_page_is_given_up_after_so_many_tries(site, add, run):
    """It is known from then on."""
    site.routes |= {"/rss": rss(item("/loi")), "/loi": lambda h: h.send(b"", status=500)}
    add("/rss")
    assert [counts(run()[0]) for _ in range(3)] == [{"failed": 1}, {"failed": 1}, {"known": 1}]


def test_a_host_that_fails_is_left_for_this_run(site, add, run):
    """After a few pages in a row, so that a dead host costs moments, not hours."""
    site.routes["/rss"] = rss(*(item(f"/loi-{n}") for n in range(9)))
    site.routes |= {f"/loi-{n}": lambda h: h.send(b"", status=500) for n in range(9)}
    add("/rss")
    (outcome,) = run()
    assert "3 pages in a row" in outcome.error
    assert counts(outcome) == {"failed": 3, "left": 6}


def test_articles_in_another_language_are_refused_for_good(site, add, run):
    """No failure: a feed of many languages gives no alarm each morning."""
    english = "<p>The foreign ministers of the two countries met in Hanoi on Monday and agreed on the plan.</p>" * 9
    site.routes |= {"/en": f"<html><body><article>{english}</article></body></html>", "/rss": rss(item("/en"))}
    add("/rss")
    (outcome,) = run()
    assert (counts(outcome), outcome.ok) == ({"refused": 1}, True)
    assert counts(run()[0]) == {"known": 1}


def test_an_unknown_source_is_named(run, add):
    """And nothing is run."""
    add("/rss")
    with pytest.raises(UsageError, match=r"other\.example"):
        run("https://other.example/rss")


# -- two runs at once ------------------------------------------------------------------------------------------------


def test_two_runs_at_once_share_the_work(site, register, add, reader, tmp_path):
    """What one holds the other leaves, and says so."""
    (path,) = stories(site, ["Lào"])
    reached, go = threading.Event(), threading.Event()

    def slow(handler: Handler) -> None:
        reached.set()
        go.wait(0.3)
        handler.send(rss(item(path)))

    site.routes["/rss"] = slow
    add("/rss")
    outcomes: list[Any] = []

    def one() -> None:
        with open_register(tmp_path / "register.sqlite") as own:
            outcomes.extend(harvest(own, reader.read, pace=PACE, limits=QUICK))

    thread = threading.Thread(target=one)
    thread.start()
    assert reached.wait(5)
    (second,) = harvest(register, reader.read, pace=PACE, limits=QUICK)
    go.set()
    thread.join()
    assert (second.note, second.ok, counts(second)) == ("another run is at it", True, {})
    assert counts(outcomes[0]) == {"new": 1}


def test_a_run_that_died_does_not_hold_a_source_for_ever(site, register, add, run):
    """Its lease runs out."""
    (path,) = stories(site, ["Lào"])
    site.routes["/rss"] = rss(item(path))
    address = add("/rss")
    assert register.take_source(address, by="dead", seconds=60)
    assert run()[0].note == "another run is at it"
    assert register.take_source(address, by="dead", seconds=-1)
    assert counts(run()[0]) == {"new": 1}
