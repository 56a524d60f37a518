"""Facts without their reports: the same facts as with them, in both databases, some of them for the cost of some."""

from __future__ import annotations

from datetime import date as Day

import pytest

from banggiao.register import Register
from tests.register.conftest import PAIR, make, news


@pytest.fixture
def filled(register: Register) -> Register:
    for article, reading in news():
        register.add(article, reading)
    return register


def test_heads_are_the_facts(filled: Register) -> None:
    """The same ids, slots and reports, by party, kind and window; unknown dates last."""
    for asked in (
        {},
        {"parties": PAIR},
        {"kinds": ("meeting",)},
        {"since": Day(2018, 1, 1), "until": Day(2018, 12, 31)},
    ):
        heads, facts = filled.heads(**asked), filled.facts(**asked)  # type: ignore[arg-type]
        assert {h.id: (h.record, h.reports, h.first_reported) for h in heads} == {
            f.id: (f.record, len(f.mentions), f.first_reported) for f in facts
        }
        assert filled.count_facts(**asked) == len(facts)  # type: ignore[arg-type]
    dates = [getattr(head.record, "date", None) or "" for head in filled.heads()]
    assert dates == sorted(dates, reverse=True)


def test_heads_come_in_parts(filled: Register) -> None:
    """Limit and offset give each once."""
    whole = filled.heads()
    parts = [head for at in range(0, len(whole), 2) for head in filled.heads(limit=2, offset=at)]
    assert parts == whole
    assert len(whole) > 4


def test_names_find_the_same_with_and_without_reports(filled: Register) -> None:
    """By words and in full."""
    for name in ("philippe", "édouard", "nobody"):
        names = filled.names_with(name)
        assert {h.id for h in filled.heads_of_names(names)} == {f.id for f in filled.facts_named(name)}
    full = ["Édouard Philippe"]
    assert {h.id for h in filled.heads_of_names(full)} == {f.id for f in filled.facts_of_names(full)}
    assert filled.names_with("") == set()
    assert filled.heads_of_names([]) == filled.listed([]) == []
    assert filled.spelt(filled.names_with("philippe"))[" edouard philippe "] == "Édouard Philippe"


def test_a_list_of_a_name_says_where_its_facts_stand(filled: Register) -> None:
    """Newest first, with the last day on which each may have been so and the day from which it is known."""
    listed = filled.listed(filled.names_with("philippe"))
    facts = {fact.id: fact for fact in filled.facts_named("philippe")}
    assert {one.id for one in listed} == set(facts)
    assert [one.day for one in listed] == sorted((one.day for one in listed), reverse=True)
    for one in listed:
        fact = facts[one.id]
        assert one.kind == fact.kind
        assert one.known == min(Day.fromisoformat(m.known).toordinal() for m in fact.mentions if m.known)
        date = getattr(fact.record, "date", None)
        assert bool(one.day) == bool(date)
    assert filled.first_published() == filled.counts().first_published == "2013-09-26"


def test_facts_come_in_the_order_of_their_ids(filled: Register) -> None:
    """Unknown ids are passed over; by a day only what was known then."""
    ids = [head.id for head in filled.heads()][::-1]
    assert [fact.id for fact in filled.facts_of([*ids, "none"])] == ids
    early = filled.facts_of(ids, known_by=Day(2018, 10, 31))
    assert 0 < len(early) < len(ids)
    assert [head.kind for head in filled.heads_of(ids, kinds=("office",))] == ["office"]


def test_records_know_their_facts(filled: Register) -> None:
    """Until one is rejected."""
    (ref,) = filled.find_articles("visit")
    found = filled.facts_by_record(ref.key)
    assert [found[at] for at in sorted(found)] == [fact.id for fact in filled.facts_in(ref.key)]
    filled.reject(found[0], by="t")
    assert 0 not in filled.facts_by_record(ref.key)


def test_the_newest_facts_are_those_that_the_newest_articles_were_first_to_report(filled: Register) -> None:
    """What was known before is not new."""
    level = {"kind": "status", "parties": PAIR, "level": "strategic-partnership", "phase": "established"}
    old = next(f.id for f in filled.facts() if f.first_reported == "2013-09-26")
    filled.add(*make("again", "2025-01-01", "Quan hệ đối tác chiến lược từ 25/9/2013.", level | {"date": "2013-09-25"}))
    newest = filled.newest(3)
    assert old not in newest
    first = [fact.first_reported for fact in filled.facts_of(newest)]
    assert first == sorted(first, key=str, reverse=True)
    assert [ref.id for ref in filled.newest_articles(2)] == ["again", "raise"]
    assert filled.newest_articles(1, offset=5)[0].published is None


def test_the_state_differs_after_every_change(filled: Register) -> None:
    """An article, a decision, and its withdrawal."""
    states = [filled.state()]
    filled.add(*make("more", "2025-01-01", "Tin mới."))
    states.append(filled.state())
    made = filled.accept(filled.facts()[0].id, by="t")
    states.append(filled.state())
    filled.withdraw(made.id, by="t")
    states.append(filled.state())
    assert len(set(states)) == len(states)
    assert filled.state() == states[-1]


@pytest.mark.parametrize("by", [Day(2000, 1, 1), Day(2013, 9, 26), Day(2018, 3, 28), Day(2030, 1, 1)])
def test_heads_known_by_a_day_are_the_facts_known_by_it(filled: Register, by: Day) -> None:
    """No more and no fewer, undated articles included: so that what is counted is what can be shown."""
    talks = {"kind": "meeting", "parties": PAIR, "form": "talks", "phase": "held", "says": "hội đàm"}
    filled.add(*make("undated", None, "Hai nước hội đàm.", talks))
    known = {fact.id for fact in filled.facts(known_by=by)}
    everything = [head.id for head in filled.heads()]
    assert {head.id for head in filled.heads(known_by=by)} == known
    assert filled.count_facts(known_by=by) == len(known)
    assert [head.id for head in filled.heads_of(everything, known_by=by)] == [id for id in everything if id in known]
    assert {fact.id for fact in filled.facts_of(everything, known_by=by)} == known


def test_a_partys_meetings_are_counted_by_year(filled: Register) -> None:
    """By their own date, as known by a day; a cancelled one is none."""
    called_off = {"kind": "meeting", "parties": PAIR, "form": "talks", "phase": "cancelled", "date": "2020-03-05"}
    filled.add(*make("off", "2020-03-01", "Hội đàm Việt - Pháp bị hủy.", called_off))
    assert filled.meetings_by_year("FRA") == {"2018": 1, "2019": 1}
    assert filled.meetings_by_year("FRA", known_by=Day(2018, 12, 31)) == {"2018": 1}
    assert filled.meetings_by_year("JPN") == {}


def test_heads_as_known_by_a_day(filled: Register) -> None:
    """The slots are those that the reports of that time give, and what was reported later is not there."""
    (visit,) = filled.heads_known(kinds=("meeting",), known_by=Day(2018, 10, 31))
    assert (visit.record.phase, visit.reports) == ("planned", 1)  # type: ignore[attr-defined]
    now = {head.id: head for head in filled.heads_known(kinds=("meeting",))}
    assert (len(now), now[visit.id].record.phase) == (2, "held")  # type: ignore[attr-defined]


def test_one_kind_of_one_party_comes_in_its_order(filled: Register) -> None:
    """The walk of a party's facts gives what sorting them gives, with every condition."""
    for asked in ({}, {"since": Day(2019, 1, 1)}, {"until": Day(2018, 12, 31)}, {"known_by": Day(2018, 12, 31)}):
        walked = filled.heads(parties=["FRA"], kinds=("meeting",), **asked)  # type: ignore[arg-type]
        among = filled.heads(parties=PAIR, kinds=("meeting",), **asked)  # type: ignore[arg-type]
        assert walked == among
        assert filled.heads(parties=["FRA"], kinds=("meeting",), limit=1, **asked) == walked[:1]  # type: ignore[arg-type]


def test_facts_that_differ_are_found_by_what_they_tell_of(filled: Register) -> None:
    """Two values of one figure; facts that agree are not among them."""
    trade = {"kind": "figure", "parties": PAIR, "measure": "trade", "unit": "USD", "period": "2018"}
    for number, value in enumerate((5e9, 6e9)):
        words = f"Kim ngạch {value:.0f} USD."
        filled.add(*make(f"t{number}", f"2019-0{number + 1}-01", words, trade | {"value": value}))
    assert sorted(fact.record.value for fact in filled.contested()) == [5e9, 6e9]  # type: ignore[attr-defined]


def test_articles_know_the_facts_that_they_report(filled: Register) -> None:
    """In the order of their records; an article that is not there reports nothing."""
    keys = [ref.key for ref in filled.articles()]
    told = filled.facts_by_article([*keys, "none"])
    assert told == {key: [facts[n] for n in sorted(facts)] for key in keys if (facts := filled.facts_by_record(key))}
