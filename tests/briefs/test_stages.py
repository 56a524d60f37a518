"""The stages of an agreement in turn."""

from __future__ import annotations

import pytest

from banggiao.briefs.material import Cut, Fact
from banggiao.briefs.stages import in_turn, without_strays
from banggiao.model import Instrument
from tests.briefs.facts import PAIR, fact

LIVES = {
    "days of their own, whenever they were told": [
        ("signed", "2014-05-29", "2019-01-02"),
        ("in-force", "2015-01-01", "2018-02-03"),
    ],
    "no day: where first reported": [
        ("negotiating", None, "2013-04-05"),
        ("signed", "2015-10-05", "2015-10-06"),
        ("in-force", None, "2017-03-04"),
    ],
    "background told of after the signing": [
        ("negotiating", None, "2018-03-01"),
        ("agreed", None, "2018-11-30"),
        ("signed", "2018-03-08", "2018-03-09"),
    ],
    "no year: before what has one": [
        ("ratified", "XXXX-10-30", None),
        ("signed", "2018-03-08", "2018-03-09"),
    ],
    "negotiated anew when in force": [
        ("in-force", "1994-01-01", "2017-01-01"),
        ("negotiating", None, "2017-08-16"),
    ],
}


def told(stage: str, date: str | None, voices: int, first: str | None, last: str | None) -> Fact:
    """A stage as so many voices tell of it from a first to a last day."""
    record = Instrument(parties=list(PAIR), name="COC", stage=stage, date=date)
    return Fact(f"{stage} {date}", record, [], "instrument:coc", cut=Cut(voices, voices, first, last))


def order(facts: list[Fact]) -> list[tuple[str, str | None]]:
    return [(fact.record.stage, fact.record.date) for fact in facts]  # type: ignore[attr-defined]


TALKS = told("negotiating", None, 180, "2016-09-06", "2019-08-02")
HOPES = [
    told("agreed", "2018-08", 4, "2018-08-02", "2018-08-03"),
    told("in-force", None, 10, "2019-07-31", "2019-07-31"),
]


def test_negotiations_go_on_that_far_more_voices_tell_of_long_after() -> None:
    """What a few took for the whole, or hoped for, stands before; not where it was done lately, nor where many say it."""
    assert order(in_turn([*HOPES, TALKS]))[-1] == ("negotiating", None)
    lately = told("signed", "2019-07-30", 4, "2019-07-30", "2019-07-31")
    assert order(in_turn([lately, TALKS]))[-1] == ("signed", "2019-07-30")
    many = told("signed", "2018-08", 40, "2018-08-02", "2018-08-03")
    assert order(in_turn([many, TALKS]))[-1] == ("signed", "2018-08")


def test_what_goes_on_stands_after_its_days() -> None:
    """The round of March 2018 is not the present state of talks that are told of in 2019."""
    rounds = [told("negotiating", date, 3, None, None) for date in ("2018-03", "2002")]
    turned = [("negotiating", "2002"), ("negotiating", "2018-03"), ("negotiating", None)]
    assert order(in_turn([TALKS, *rounds])) == turned
    assert order(in_turn([TALKS, *HOPES, *rounds]))[-3:] == turned
    later = told("negotiating", "2020-02", 3, None, None)
    assert order(in_turn([TALKS, later])) == [("negotiating", None), ("negotiating", "2020-02")]


def test_slips_are_no_stages() -> None:
    """One voice of two hundred, without a day; with a day, or of few voices, it is a stage."""
    slip = told("ratified", None, 1, None, None)
    assert slip not in without_strays([TALKS, *HOPES, slip])
    dated = told("ratified", "2018-11-12", 1, None, None)
    assert dated in without_strays([TALKS, *HOPES, dated])
    assert without_strays([slip, HOPES[0]]) == [slip, HOPES[0]]


@pytest.mark.parametrize("name", LIVES)
def test_stages_stand_in_turn(name: str) -> None:
    """Whatever the order in which they come."""
    life = LIVES[name]
    facts = [
        fact(Instrument(parties=list(PAIR), name="CPTPP", stage=stage, date=date), told, key="instrument:cptpp")
        for stage, date, told in life
    ]
    for given in (facts, facts[::-1]):
        assert [one.record.stage for one in in_turn(given)] == [stage for stage, _, _ in life]  # type: ignore[attr-defined]
