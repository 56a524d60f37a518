"""Sources and pages in both databases."""

from __future__ import annotations

import threading
from dataclasses import replace

from banggiao.register import open_register
from banggiao.register.sources import Page, Source
from banggiao.register.upkeep import dump, restore

from .conftest import news

FEED = "https://bao.example/rss"


def test_a_source_keeps_its_state(register):
    """Added once, held by one run at a time, and left as it was found last."""
    assert register.add_source(FEED, kind="feed", allowed={"b", "a"}, since="2018-08-01")
    assert not register.add_source(FEED)
    (source,) = register.sources()
    assert source == Source(FEED, "feed", source.added, ("a", "b"), "2018-08-01")
    assert register.take_source(FEED, by="one", seconds=60)
    assert not register.take_source(FEED, by="two", seconds=60)
    assert register.take_source(FEED, by="one", seconds=60)
    marks = {FEED: ('"1"', "Wed, 01 Aug 2018 08:00:00 GMT")}
    after = replace(source, marks=marks, last_run="2018-08-02", runs=1, articles=3, last={"new": 3}, last_error="none")
    register.leave_source(after, by="two")
    assert register.sources()[0].runs == 0
    register.leave_source(after, by="one")
    assert register.sources() == [after]
    assert register.remove_source(FEED)
    assert not register.remove_source(FEED)
    assert not register.take_source(FEED, by="one", seconds=60)


def test_sources_stand_in_the_order_in_which_they_were_added(register):
    """Even within a second."""
    addresses = [f"https://{name}.example/" for name in "cab"]
    for address in addresses:
        register.add_source(address)
    assert [source.address for source in register.sources()] == addresses


def page(key: str, state="kept", **slots) -> Page:
    return Page(key, f"https://bao.example/{key}", FEED, state, **slots)


def retyped(one):
    """The same words, otherwise spaced: another text, the same content."""
    article, reading = one
    return replace(article, text=article.text + "\n"), reading


def test_one_content_is_kept_once(register):
    """The second page of it points at the article of the first."""
    first, second, *_ = news()
    kept = register.keep_page(page("a"), *first)
    assert (kept.outcome, len(register.articles())) == ("new", 1)
    assert register.keep_page(page("b"), *retyped(first)) == replace(kept, outcome="same")
    assert register.keep_page(page("a"), *first).outcome == "same"
    known = register.pages_known(["a", "b", "c"])
    assert {key: (one.state, one.article) for key, one in known.items()} == {
        "a": ("kept", kept.article),
        "b": ("same", kept.article),
    }
    assert register.keep_page(page("a"), *second).outcome == "new"
    assert len(register.articles()) == 2
    reprint = replace(second[0], url="https://khac.example/b"), second[1]
    assert register.keep_page(page("d"), *reprint).outcome == "new"


def test_pages_that_failed_are_found_until_they_are_given_up(register):
    """And hold what the source said of them."""
    failed = page("a", "failed", reason="500", tries=2, published="2018-08-02")
    register.note_page(failed)
    register.note_page(page("b", "refused"))
    assert register.pages_failed(FEED, fewer_than=3) == [failed]
    assert register.pages_failed(FEED, fewer_than=2) == []
    assert register.pages_failed("https://other.example", fewer_than=3) == []


def test_two_at_once_do_not_keep_one_content_twice(location):
    """Whichever comes second learns of the first."""
    items = [news()[0], retyped(news()[0])]
    outcomes = []
    start = threading.Barrier(2)

    def keep(key, item):
        with open_register(location) as own:
            start.wait()
            outcomes.append(own.keep_page(page(key), *item).outcome)

    with open_register(location):
        pass
    threads = [threading.Thread(target=keep, args=(key, item)) for key, item in zip("ab", items, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["new", "same"]
    with open_register(location) as register:
        assert len(register.articles()) == 1


def test_a_backup_holds_what_is_harvested(register, tmp_path):
    """Sources with their state, and the pages, so that nothing comes twice; no run holds them there."""
    register.add_source(FEED, kind="feed", allowed={"a"})
    register.take_source(FEED, by="one", seconds=60)
    register.keep_page(page("a"), *news()[0])
    register.note_page(page("b", "failed", reason="500", tries=2))
    lines = list(dump(register))
    with open_register(tmp_path / "copy.sqlite") as copy:
        list(restore(copy, lines, "b"))
        assert copy.sources() == [replace(register.sources()[0], held_by=None, held_until=None)]
        assert copy.pages() == register.pages()
        assert copy.keep_page(page("c"), *retyped(news()[0])).outcome == "same"
        list(restore(copy, lines, "b"))
        assert len(copy.pages()) == 3
