"""What people decide about facts: kept apart from readings, brought to bear on them, undone, and never lost."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from banggiao.errors import UsageError
from banggiao.model import Article, Instrument, Meeting, Reading
from banggiao.register import derivation, open_register
from banggiao.register.decisions import HAND, record_by_hand, slots_from
from banggiao.register.touched import DERIVED, SINGLE
from banggiao.register.upkeep import dump, reread, restore, verify

from .conftest import PAIR, make, news

LAN = {"by": "Lan"}


@pytest.fixture
def filled(register):
    for article, reading in news():
        register.add(article, reading)
    return register


def meetings(register, **asked):
    return register.facts(parties=PAIR, kinds=["meeting"], **asked)


def visit_of(register):
    return next(f for f in meetings(register) if f.record.form == "visit")


def reader_of(items):
    """A reader that reads each article as it is labelled."""
    return lambda article: next(reading for known, reading in items if known.id == article.id)


def at(day):
    return datetime(2026, 11, day, 9, 0, tzinfo=UTC)


def test_an_accepted_fact_says_by_whom_and_is_otherwise_as_it_was(filled):
    """The decision stands on the fact; taken back, it stands on the list alone."""
    before = visit_of(filled)
    made = filled.accept(before.id, by="Lan", why="the embassy's note", at=at(1))
    after = visit_of(filled)
    assert (after.record, after.mentions) == (before.record, before.mentions)
    assert [(d.action, d.by, d.why, d.made, d.state) for d in after.decisions] == [
        ("accept", "Lan", "the embassy's note", "2026-11-01T09:00:00.000000+00:00", "in force")
    ]
    gone = filled.withdraw(made.id, by="Minh", why="the note was of 2017", at=at(2))
    assert (gone.state, gone.withdrawn_by) == ("withdrawn", "Minh")
    assert visit_of(filled).decisions == []
    assert [d.state for d in filled.decisions()] == ["withdrawn"]
    assert filled.decisions(standing=True) == []


def test_accepting_derives_nothing_anew(filled, tables, monkeypatch):
    """Of two great powers each meeting would wait for all others; and deriving all gives the same."""
    fact = visit_of(filled)
    with monkeypatch.context() as patch:
        patch.setattr(derivation, "derive", lambda *_: pytest.fail("a block was derived"))
        made = filled.accept(fact.id, **LAN)
        filled.withdraw(made.id, **LAN)
        filled.accept(fact.id, **LAN)
    before = tables(filled)
    filled.derive()
    assert tables(filled) == before
    assert list(verify(filled)) == []


def test_what_a_decision_touched_is_known_in_its_process(filled, location):
    """The two parties and the fact; after another thing than a decision nobody knows."""
    start, visit = filled.state(), visit_of(filled)
    made = filled.accept(visit.id, **LAN)
    accepted = filled.state()
    assert filled.touched(start, accepted) == {"FRA|VNM", "FRA", "VNM", visit.id}
    filled.withdraw(made.id, **LAN)
    (founding, *_) = filled.facts(parties=PAIR, kinds=["status"])
    filled.reject(founding.id, **LAN)
    rejected = filled.state()
    assert {DERIVED, SINGLE, "FRA|VNM"} <= filled.touched(accepted, rejected)
    assert filled.touched(rejected, rejected) == frozenset()
    with open_register(location) as other:
        assert other.touched(start, accepted) is None
    filled.add(
        *make(
            "more", "2020-01-02", "Hai bên họp.", {"kind": "meeting", "parties": PAIR, "form": "talks", "phase": "held"}
        )
    )
    assert filled.touched(start, filled.state()) is None


def test_a_rejected_fact_is_gone_until_the_decision_is_withdrawn(filled, tables):
    """The tables are then as they were, and its article keeps the reading as it is."""
    before = tables(filled)
    fact = visit_of(filled)
    made = filled.reject(fact.id, **LAN)
    assert filled.fact(fact.id) is None
    assert "visit" not in {f.record.form for f in meetings(filled)}
    (plan,) = filled.find_articles("plan")
    assert [r.kind for r in filled.article(plan.key).reading.records] == ["meeting", "office"]
    assert list(verify(filled)) == []
    filled.withdraw(made.id, **LAN)
    assert tables(filled) == before


def test_a_corrected_slot_wins_over_every_report(filled):
    """Those that are there and those that come; on every day that is asked for."""
    fact = visit_of(filled)
    filled.correct(fact.id, {"date": "2018-11-02/2018-11-03"}, **LAN)
    base = {"kind": "meeting", "parties": PAIR, "form": "visit", "phase": "held", "country": "VNM"} | {
        "date": "2018-11-02",
        "people": ["Édouard Philippe"],
    }
    for number in range(2):
        text = f"Chuyến thăm hữu nghị của ông Philippe, bản tin {number}."
        filled.add(*make(f"more{number}", "2018-11-04", text, base))
    visit = visit_of(filled)
    assert len(visit.mentions) == 4
    assert visit.record.date == "2018-11-02/2018-11-03"
    assert visit.record.date_basis == "stated"
    then = filled.fact(visit.id, known_by=date(2018, 10, 31))
    assert (then.record.phase, then.record.date) == ("planned", "2018-11-02/2018-11-03")
    assert list(verify(filled)) == []


def test_correcting_what_a_fact_is_made_by_moves_it(filled):
    """Another level is another step of the ladder; the later of two corrections holds."""
    (founding,) = [f for f in filled.facts(parties=PAIR, kinds=["status"]) if f.record.date == "2013-09-25"]
    filled.correct(founding.id, {"level": "comprehensive-partnership"}, at=at(1), **LAN)
    (moved,) = [f for f in filled.facts(parties=PAIR, kinds=["status"]) if f.record.date == "2013-09-25"]
    assert (moved.record.level, moved.record.phase) == ("comprehensive-partnership", "established")
    filled.correct(moved.id, {"level": "strategic-partnership"}, at=at(2), **LAN)
    rung = next(r for r in filled.ladder(*PAIR, as_of=date(2015, 1, 1)) if r.since == "2013-09-25")
    assert rung.level == "strategic-partnership"


def test_facts_that_a_person_merges_are_one(filled, tables):
    """Even of other parties; what comes later joins by the usual rules; withdrawing parts them again."""
    base = {"kind": "meeting", "form": "talks", "phase": "held"}
    filled.add(
        *make(
            "eu",
            "2019-03-06",
            "EU, Việt Nam và Pháp họp ở Hà Nội.",
            base | {"parties": [*PAIR, "EU"], "city": "Hà Nội"},
        )
    )
    before = tables(filled)
    (three,) = filled.facts(parties=[*PAIR, "EU"])
    (talks,) = [f for f in meetings(filled) if f.record.date == "2019-03-05"]
    made = filled.merge([talks.id, three.id], **LAN)
    (one,) = [f for f in meetings(filled) if f.record.form == "talks"]
    assert (one.record.date, one.record.city, len(one.mentions)) == ("2019-03-05", "Hà Nội", 2)
    assert one.record.parties == [*PAIR, "EU"]
    filled.withdraw(made.id, **LAN)
    assert tables(filled) == before


def test_reports_that_a_person_splits_off_are_a_fact_of_their_own(filled, tables):
    """And a later merger joins them again."""
    before = tables(filled)
    fact = visit_of(filled)
    (plan,) = filled.find_articles("plan")
    made = filled.split(fact.id, [plan.key], at=at(1), **LAN)
    visits = [f for f in meetings(filled) if f.record.form == "visit"]
    assert sorted(len(f.mentions) for f in visits) == [1, 1]
    filled.merge([f.id for f in visits], at=at(2), **LAN)
    assert len([f for f in meetings(filled) if f.record.form == "visit"]) == 1
    filled.withdraw(filled.decisions(standing=True)[-1].id, **LAN)
    filled.withdraw(made.id, **LAN)
    assert tables(filled) == before


def test_a_fact_added_by_hand_has_its_source(filled):
    """Its words are its evidence; withdrawn, nothing of it stays but the note of it."""
    words = "Hai bên ký Hiệp định hợp tác năng lượng ngày 12/4/2019."
    article = Article(id="note", text=words, title="Công báo", published="2019-04-20")
    record = Instrument(name="Hiệp định hợp tác năng lượng", parties=PAIR, stage="signed", date="2019-04-12")
    made = filled.add_by_hand(article, replace(record, evidence=[(0, len(words))]), why="Công báo số 9", **LAN)
    (fact,) = filled.facts(parties=PAIR, kinds=["instrument"])
    assert fact.mentions[0].quotes == [(0, len(words), words)]
    assert [d.action for d in fact.decisions] == ["add"]
    second = replace(record, stage="in-force", date="2019-06-01", evidence=[(0, 7)])
    other = filled.add_by_hand(article, second, **LAN)
    assert len(filled.facts(parties=PAIR, kinds=["instrument"])) == 2
    list(reread(filled, reader_of(news())))
    assert len(filled.facts(parties=PAIR, kinds=["instrument"])) == 2
    assert list(verify(filled)) == []
    filled.withdraw(made.id, **LAN)
    (left,) = filled.facts(parties=PAIR, kinds=["instrument"])
    assert left.record.stage == "in-force"
    filled.withdraw(other.id, **LAN)
    assert filled.facts(parties=PAIR, kinds=["instrument"]) == []
    assert filled.find_articles("note") == []


def test_what_a_person_finds_in_an_article_is_no_second_witness(filled):
    """The words of an article of the register have its voice."""
    (visit,) = filled.find_articles("visit")
    stored = filled.article(visit.key).article
    words = "Thủ tướng Philippe thăm Việt Nam từ ngày 2 đến 4/11."
    article = Article(id="visit-note", text=words, url=stored.url, published=stored.published)
    record = Meeting(
        form="visit", phase="held", parties=PAIR, date="2018-11-02/2018-11-04", country="VNM", evidence=[(0, len(words))],
        people=["Édouard Philippe"],
    )  # fmt: skip
    before = visit_of(filled)
    filled.add_by_hand(article, record, of=visit.key, **LAN)
    after = visit_of(filled)
    assert (len(after.mentions), after.voices) == (len(before.mentions) + 1, before.voices)


def test_a_decision_finds_its_record_again_after_reading_anew(filled):
    """A new reader that says the same of the same words; one that says otherwise is not judged yet."""
    fact = visit_of(filled)
    filled.reject(fact.id, **LAN)
    (founding,) = [f for f in filled.facts(parties=PAIR, kinds=["status"]) if f.record.date == "2013-09-25"]
    filled.correct(founding.id, {"date": "2013-09-24"}, **LAN)

    def reads_otherwise(article):
        reading = reader_of(news())(article)
        records = [replace(r, rules=["another"]) for r in reversed(reading.records)]
        if article.id == "plan":
            records = [replace(r, city="Huế") if isinstance(r, Meeting) else r for r in records]
        return replace(reading, records=records, reader="next")

    list(reread(filled, reads_otherwise))
    (plan,) = [f for f in meetings(filled) if f.record.form == "visit"]
    assert ([m.article.id for m in plan.mentions], plan.record.city) == (["plan"], "Huế")
    assert [d.state for d in filled.decisions()] == ["partly", "in force"]
    assert "2013-09-24" in {f.record.date for f in filled.facts(parties=PAIR, kinds=["status"])}
    list(reread(filled, lambda article: replace(reader_of(news())(article), records=[])))
    assert [d.state for d in filled.decisions()] == ["at rest", "at rest"]
    list(reread(filled, reader_of(news())))
    assert [d.state for d in filled.decisions()] == ["in force", "in force"]
    assert [f for f in meetings(filled) if f.record.form == "visit"] == []


def decided(register):
    """A register in which somebody has decided something of each kind."""
    visit = visit_of(register)
    (plan,) = register.find_articles("plan")
    register.split(visit.id, [plan.key], at=at(1), **LAN)
    old = next(f for f in meetings(register) if f.record.phase == "planned")
    register.correct(old.id, {"city": "Huế"}, at=at(2), **LAN)
    talks = next(f for f in meetings(register) if f.record.form == "talks")
    register.merge([talks.id, next(f.id for f in meetings(register) if f.record.city == "Huế")], at=at(3), **LAN)
    register.reject(next(f.id for f in register.facts(kinds=["statement"])), at=at(4), **LAN)
    register.accept(next(f.id for f in register.facts(kinds=["status"])), at=at(5), **LAN)


def test_the_order_in_which_articles_come_does_not_matter_to_decisions(filled, tables):
    """Taken out and added again in any order, the tables are the same; so are they derived from nothing."""
    decided(filled)
    expected = tables(filled)
    filled.derive()
    assert tables(filled) == expected
    for seed in range(4):
        items = news()
        random.Random(seed).shuffle(items)
        for ref in filled.articles():
            filled.remove(ref.key)
        assert [d.state for d in filled.decisions()] == ["at rest"] * 5
        for item in items:
            filled.add(*item)
        assert [d.state for d in filled.decisions()] == ["in force"] * 5
        assert tables(filled) == expected


def test_a_backup_holds_the_decisions(filled, tables, tmp_path):
    """Restored into an empty register of another kind, all tables are the same; a second time nothing comes."""
    decided(filled)
    text = "Hai bên ký biên bản."
    record = Instrument(name="Biên bản", parties=PAIR, stage="signed", evidence=[(0, len(text))])
    filled.add_by_hand(Article(id="x", text=text), record, **LAN)
    rows = list(dump(filled))
    with open_register(tmp_path / "copy.sqlite") as copy:
        list(restore(copy, rows, "backup"))
        assert tables(copy) == tables(filled)
        assert copy.decisions() == filled.decisions()
        list(restore(copy, rows, "backup"))
        assert tables(copy) == tables(filled)


def test_a_fact_that_is_gone_cannot_be_decided_on(filled):
    """The message says what to do; so for a decision that does not exist, or was withdrawn."""
    fact = visit_of(filled)
    filled.reject(fact.id, **LAN)
    for act in (filled.accept, filled.reject):
        with pytest.raises(UsageError, match="holds no fact"):
            act(fact.id, **LAN)
    with pytest.raises(UsageError, match="no decision"):
        filled.withdraw("nothing", **LAN)
    (made,) = filled.decisions()
    filled.withdraw(made.id, **LAN)
    with pytest.raises(UsageError, match="withdrawn"):
        filled.withdraw(made.id, **LAN)


def test_what_makes_no_sense_is_refused_and_nothing_is_written(filled, tables):
    """Merging one fact or two kinds, splitting off nothing, everything, or what is not there."""
    before = tables(filled)
    visit = visit_of(filled)
    status = filled.facts(kinds=["status"])[0]
    keys = [m.article.key for m in visit.mentions]
    for act, words in [
        (lambda: filled.merge([visit.id, visit.id], **LAN), "One fact"),
        (lambda: filled.merge([visit.id, status.id], **LAN), "different kinds"),
        (lambda: filled.split(visit.id, keys, **LAN), "nothing would stay"),
        (lambda: filled.split(visit.id, ["elsewhere"], **LAN), "does not rest"),
        (lambda: filled.add_by_hand(*_own(filled), **LAN), "as an article"),
    ]:
        with pytest.raises(UsageError, match=words):
            act()
    assert filled.decisions() == []
    assert tables(filled) == before


def _own(register):
    (ref,) = register.find_articles("paris")
    article = register.article(ref.key).article
    return article, Instrument(name="x", parties=PAIR, stage="signed", evidence=[(0, 5)])


def code(name):
    return {"Pháp": "FRA", "Việt Nam": "VNM"}[name]


SLOTS = [
    ("meeting", ["date=2018-11-02"], {"date": "2018-11-02"}),
    ("meeting", ["city="], {"city": None}),
    ("meeting", ["people=An; Bình", "session=3"], {"people": ["An", "Bình"], "session": 3}),
    ("status", ["parties=Pháp, Việt Nam"], {"parties": ["FRA", "VNM"]}),
    ("figure", ["value=1e9", "unit=USD"], {"value": 1e9, "unit": "USD"}),
    ("office", ["party=Pháp"], {"party": "FRA"}),
]


@pytest.mark.parametrize(("kind", "words", "slots"), SLOTS)
def test_slots_from_words(kind, words, slots):
    """A value is what its slot holds: codes, numbers, lists, dates."""
    assert slots_from(kind, words, code) == slots


@pytest.mark.parametrize(
    ("kind", "words", "says"),
    [
        ("meeting", [], "Nothing is corrected"),
        ("meeting", ["2018"], "corrects nothing"),
        ("meeting", ["level=alliance"], "corrects nothing"),
        ("meeting", ["evidence=1"], "corrects nothing"),
        ("meeting", ["date=2018-02-30"], "2018-02-30"),
        ("meeting", ["form=party"], "no such form"),
        ("meeting", ["form="], "cannot be empty"),
        ("meeting", ["parties="], "cannot be empty"),
        ("meeting", ["session=third"], "no number"),
        ("figure", ["value="], "cannot be empty"),
    ],
)
def test_bad_slots_are_refused(kind, words, says):
    """Each with what would be right."""
    with pytest.raises(UsageError, match=says):
        slots_from(kind, words, code)


def test_a_record_by_hand_has_all_that_its_kind_needs():
    """What is missing is named."""
    made = record_by_hand("status", ["parties=Pháp,Việt Nam", "level=alliance", "phase=ended", "date=2018"], code)
    assert (made.kind, made.parties, made.date_basis) == ("status", ["FRA", "VNM"], "stated")
    with pytest.raises(UsageError, match="lacks level, phase"):
        record_by_hand("status", ["parties=Pháp,Việt Nam"], code)
    with pytest.raises(UsageError, match="no kind"):
        record_by_hand("weather", ["parties=Pháp"], code)
    assert Reading("x", None, "", [made], reader=HAND).reader == "hand"
