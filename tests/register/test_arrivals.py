"""What is new to somebody who has looked before: by when articles came, not by when they were published."""

from __future__ import annotations

from dataclasses import replace

import pytest

from banggiao.register import Register, open_register
from banggiao.register.upkeep import dump, restore

from .conftest import Item, make, news

LEVEL = {"kind": "status", "parties": ["VNM", "FRA"], "level": "strategic-partnership", "phase": "established"}


def old() -> Item:
    """A report of an old event that nobody had before."""
    target = {
        "kind": "target",
        "parties": ["VNM", "FRA"],
        "measure": "trade",
        "value": 3e9,
        "unit": "USD",
        "due": "2015",
    }
    return make("archive", "2012-07-10", "Đến năm 2015, Việt Nam và Pháp phấn đấu đạt kim ngạch 3 tỷ USD.", target)


@pytest.fixture
def register(location):
    with open_register(location) as opened:
        yield opened


def test_an_old_article_that_comes_today_is_new(register: Register) -> None:
    list(register.add_many(news()))
    seen = register.last_arrival()
    assert register.arrived(seen, 10).ids == []
    key = register.add(*old()).key
    new = register.arrived(seen, 10)
    assert new.ids == [fact.id for fact in register.facts_in(key)]
    assert (new.facts, new.articles, new.more) == (1, 1, False)


def test_another_report_of_what_is_known_brings_no_new_fact(register: Register) -> None:
    """Facts are new, not articles."""
    first = make(
        "one", "2013-09-26", "Việt Nam và Pháp lập đối tác chiến lược ngày 25/9.", LEVEL | {"date": "2013-09-25"}
    )
    again = make("two", "2013-10-01", "Ngày 25/9, hai nước lập đối tác chiến lược.", LEVEL | {"date": "2013-09-25"})
    register.add(*first)
    seen = register.last_arrival()
    register.add(*again)
    new = register.arrived(seen, 10)
    assert (new.ids, new.facts, new.articles) == ([], 0, 1)
    assert register.arrived(0, 10).facts == 1


def test_what_is_read_anew_keeps_its_moment(register: Register) -> None:
    article, reading = old()
    key = register.add(article, reading).key
    came = register.last_arrival()
    list(register.add_many(news()))
    later = register.last_arrival()
    register.replace(article, replace(reading, reader="another"))
    list(register.add_many([(article, replace(reading, reader="a third"))]))
    stored = register.article(key)
    assert stored is not None
    assert stored.added == came
    assert register.last_arrival() == later


def test_moments_rise_whatever_the_clock_does(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each transaction is later than those before it, so that nothing that comes late is taken for seen."""
    from banggiao.register import arrivals

    monkeypatch.setattr(arrivals.time, "time_ns", lambda: 5_000_000)
    moments = [register.last_arrival()]
    for item in news():
        register.add(*item)
        moments.append(register.last_arrival())
    assert moments == sorted(set(moments))
    assert moments[1] == 5


def test_of_very_many_new_articles_the_last_are_looked_through(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    from banggiao.register import arrivals

    monkeypatch.setattr(arrivals, "_LOOKED", 2)
    for item in news():
        register.add(*item)
    new = register.arrived(0, 1)
    assert new.more
    assert new.articles == len(news())
    assert len(new.ids) == 1
    assert 0 < new.facts < sum(register.counts().facts.values())


def test_a_backup_knows_when_articles_came(register: Register, tmp_path) -> None:
    """What is restored is no more new than it was; what was there already stays as it came."""
    list(register.add_many(news()))
    seen = register.last_arrival()
    key = register.add(*old()).key
    lines = list(dump(register))
    with open_register(tmp_path / "again.sqlite") as other:
        assert other.add(*news()[0]).outcome == "new"
        own = other.last_arrival()
        list(restore(other, lines, "backup"))
        assert other.last_arrival() == max(own, register.last_arrival())
        assert other.article(key).added == register.article(key).added  # type: ignore[union-attr]
        assert next(iter(other.facts_in(key))).id in other.arrived(seen, 10).ids


def test_a_backup_of_an_older_version_says_nothing_of_it(tmp_path) -> None:
    import msgspec

    with open_register(tmp_path / "one.sqlite") as register:
        register.add(*old())
        lines = [msgspec.json.decode(line) for line in dump(register)]
    for line in lines:
        line.pop("added", None)
    with open_register(tmp_path / "two.sqlite") as other:
        list(restore(other, [msgspec.json.encode(line) for line in lines], "backup"))
        assert other.last_arrival() == 0
        assert other.counts().articles == 1
