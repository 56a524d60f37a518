"""Two people decide on one fact at the same time: the later word holds, or the later person is told; nothing is torn.

Both decisions are kept with who and when, so that everybody sees that there were two.
"""

from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest

from banggiao.errors import UsageError
from banggiao.register import open_register

from .conftest import news

ROUNDS = 5


def visit_of(register):
    return next(fact for fact in register.facts(kinds=("meeting",)) if fact.record.form == "visit")


def at_once(location, *acts):
    """Does each act (a function of a register of its own) at the same moment; what each gave, or the error."""
    start = threading.Barrier(len(acts))
    given = [None] * len(acts)

    def work(number):
        with open_register(location) as register:
            start.wait()
            try:
                given[number] = acts[number](register)
            except UsageError as error:
                given[number] = error

    threads = [threading.Thread(target=work, args=(number,)) for number in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return given


@pytest.fixture
def filled(location):
    with open_register(location) as register:
        list(register.add_many(news()))
        yield register


def test_two_corrections_at_once(filled, location):
    """Both stand on the list; the one that was made later holds."""
    for _ in range(ROUNDS):
        id = visit_of(filled).id
        made = at_once(
            location,
            lambda register, fact=id: register.correct(fact, {"city": "Huế"}, by="Lan"),
            lambda register, fact=id: register.correct(fact, {"city": "Vinh"}, by="Minh"),
        )
        later = max(made, key=lambda one: one.made)
        fact = visit_of(filled)
        assert fact.record.city == later.slots["city"]
        assert {one.id for one in made} <= {one.id for one in fact.decisions}
        assert fact.decisions[-1].by == later.by


def test_one_corrects_a_slot_and_another_a_different_one(filled, location):
    """Both hold."""
    id = visit_of(filled).id
    at_once(
        location,
        lambda register: register.correct(id, {"city": "Huế"}, by="Lan"),
        lambda register: register.correct(id, {"people": ["Édouard Philippe", "Jean-Yves Le Drian"]}, by="Minh"),
    )
    record = visit_of(filled).record
    assert (record.city, len(record.people)) == ("Huế", 2)


def test_one_accepts_what_another_rejects(filled, location):
    """Rejected last, it is gone; rejected first, whoever accepts is told that it is gone. Never both in force."""
    for _ in range(ROUNDS):
        id = visit_of(filled).id
        rejected, accepted = at_once(
            location,
            lambda register, fact=id: register.reject(fact, by="Lan"),
            lambda register, fact=id: register.accept(fact, by="Minh"),
        )
        assert filled.fact(id) is None
        if isinstance(accepted, UsageError):
            assert "holds no fact" in str(accepted)
            assert "look it up again" in str(accepted)
        else:
            assert accepted.made < rejected.made
        filled.withdraw(rejected.id, by="Lan")
        assert filled.fact(id) is not None


def test_two_withdraw_one_decision(filled, location):
    """One does; the other is told who did."""
    made = filled.accept(visit_of(filled).id, by="Lan")
    given = at_once(
        location,
        lambda register: register.withdraw(made.id, by="Minh"),
        lambda register: register.withdraw(made.id, by="Hoa"),
    )
    (refused,) = [one for one in given if isinstance(one, UsageError)]
    (done,) = [one for one in given if not isinstance(one, UsageError)]
    assert f"withdrawn by {done.withdrawn_by}" in str(refused)


def test_one_decision_sent_twice_is_one(filled, location):
    """The same person, moment and words, as when a button is pressed twice: kept once, and both are told of it."""
    id = visit_of(filled).id
    moment = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
    one, two = at_once(location, *[lambda register: register.accept(id, by="Lan", at=moment)] * 2)
    assert one == two
    assert filled.decisions() == [one]


def test_one_decides_while_another_adds_an_article(filled, location, tables):
    """The decision holds for the fact with its new report, and deriving anew gives the same tables."""
    visit = visit_of(filled)
    report = news()[2]
    more = type(report[0])(id="again", text=report[0].text, title="Again", published="2018-11-05")
    reading = type(report[1])("again", "2018-11-05", "Again", report[1].records, reader="test")
    made, added = at_once(
        location,
        lambda register: register.correct(visit.id, {"city": "Huế"}, by="Lan"),
        lambda register: register.add(more, reading),
    )
    assert added.outcome == "new"
    fact = visit_of(filled)
    assert fact.record.city == "Huế"
    assert made.id in {one.id for one in fact.decisions}
    assert "again" in {mention.article.id for mention in fact.mentions}
    before = tables(filled)
    filled.derive()
    assert tables(filled) == before
