"""What became of a target: held against figures, agreements and later targets of the same parties."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date as Day

import pytest

from banggiao.model import Figure, Instrument, Record, Target
from banggiao.register.outcomes import Outcome, outcome

PAIR = ["CHN", "VNM"]


@dataclass
class Told:
    """A fact as an outcome needs it."""

    id: str
    record: Record
    first_reported: str | None = None
    key: str = ""
    last_reported: str | None = None
    voices: int = 1


def aim(
    value: float | None = 100e9, due: str | None = "2020", unit: str | None = "USD", measure: str = "trade"
) -> Told:
    """A target of the pair, told of in 2016."""
    return Told("aim", Target(parties=PAIR, measure=measure, value=value, unit=unit, due=due), "2016-09-13")


def figure(value: float, period: str, *, unit: str = "USD", measure: str = "trade", parties: list[str] = PAIR) -> Told:
    """A figure of a period."""
    record = Figure(parties=parties, measure=measure, value=value, unit=unit, period=period)
    return Told(f"{measure} {value:g} {period}", record, "2021-06-01", last_reported="2021-06-01")


def paper(stage: str, date: str | None = None, told: str | None = "2020-11-16", key: str = "instrument:rcep") -> Told:
    """A stage of an agreement of the pair."""
    return Told(f"{key} {stage} {date}", Instrument(parties=PAIR, name="RCEP", stage=stage, date=date), told, key)


def became(target: Told, *others: Told, as_of: str = "2022-01-01") -> Outcome:
    """What became of it; names of agreements are their identities."""
    return outcome(target, others, Day.fromisoformat(as_of), lambda name, _: (name.lower(), True))


FIGURES = [
    ("nothing is told of", [], "overdue", ""),
    ("reached in time", [figure(106e9, "2018")], "met", "reached"),
    ("just reached", [figure(100e9, "2020")], "met", "reached"),
    ("short of it in the year", [figure(90e9, "2020")], "missed", "fell short"),
    ("short of it before: not decided yet", [figure(90e9, "2019")], "overdue", ""),
    ("short of it in eight months of the year", [figure(60e9, "2020-01/2020-08")], "overdue", ""),
    ("reached a year late", [figure(106e9, "2021")], "missed", "reached later"),
    ("short in the year, reached later", [figure(90e9, "2020"), figure(120e9, "2021")], "missed", "fell short"),
    ("two numbers of the year", [figure(90e9, "2020"), figure(101e9, "2020")], "overdue", "figures differ"),
    ("so high before it was aimed at", [figure(101e9, "2014")], "overdue", ""),
    ("all trade of a great power", [figure(6e12, "2018")], "overdue", ""),
    ("the trade of a month or of one good", [figure(4e9, "2020")], "overdue", ""),
    ("another unit", [figure(106e9, "2018", unit="EUR")], "overdue", ""),
    ("another measure", [figure(106e9, "2018", measure="exports")], "overdue", ""),
    ("of more parties", [figure(406e9, "2018", parties=["ASEAN", *PAIR])], "overdue", ""),
    ("a year that had not come", [figure(106e9, "2023")], "overdue", ""),
]


@pytest.mark.parametrize(("case", "others", "state", "reason"), FIGURES, ids=[case for case, *_ in FIGURES])
def test_a_number_is_held_against_figures(case: str, others: list[Told], state: str, reason: str) -> None:
    found = became(aim(), *others)
    assert (found.state, found.reason) == (state, reason)
    assert (found.fact in {fact.id for fact in others}) == bool(reason)


@pytest.mark.parametrize("told", [None, "2019-03-01"])
def test_the_very_number_told_before_its_time_is_the_aim_itself(told: str | None) -> None:
    """ "Trade may grow to 100 billion by 2020", in a report of 2019 or of no known day, is no figure of 2020."""
    told_again = replace(figure(100e9, "2020"), first_reported=told, last_reported=told)
    assert became(aim(), told_again).state == "overdue"
    assert became(aim(), told_again, figure(106e9, "2020")).state == "met"


def test_a_rank_is_reached_from_above() -> None:
    """The third largest partner is more than the tenth."""
    target = aim(10, "2020", "rank", "trade-rank")
    assert became(target, figure(9, "2019", unit="rank", measure="trade-rank")).state == "met"
    assert became(target, figure(12, "2020", unit="rank", measure="trade-rank")).state == "missed"


def test_a_factor_is_not_held_against_an_amount() -> None:
    assert became(aim(2, "2020", "times"), figure(5, "2019", unit="times")).state == "overdue"


TALKS = [replace(paper("negotiating", None, "2017-02-01"), last_reported="2020-10-01", voices=20)]
DEEDS = [
    ("signed in time", [paper("signed", "2020-11-15")], "met", "done"),
    ("in force in time", [paper("in-force", "2020-12-01")], "met", "done"),
    ("told as signed within the time, no day", [paper("signed", None, "2020-12-30")], "met", "done"),
    ("signed late", [paper("signed", "2021-03-01")], "missed", "done later"),
    ("told of later as signed, no day", [paper("signed", None, "2021-03-01")], "overdue", ""),
    ("only agreed", [paper("agreed", "2019-11-04")], "overdue", ""),
    ("signed before it was aimed at", [paper("signed", "2012-11-15")], "overdue", ""),
    (
        "told of as signed by few, as negotiated by many long after",
        [*TALKS, paper("signed", "2018-11-15")],
        "overdue",
        "",
    ),
    ("negotiated by many until it is signed", [*TALKS, paper("signed", "2020-11-15")], "met", "done"),
    ("another agreement", [paper("signed", "2020-11-15", key="instrument:acfta")], "overdue", ""),
]


@pytest.mark.parametrize(("case", "others", "state", "reason"), DEEDS, ids=[case for case, *_ in DEEDS])
def test_a_deed_is_held_against_the_stages_of_its_agreement(
    case: str, others: list[Told], state: str, reason: str
) -> None:
    found = became(aim(None, "2020", None, "signing of RCEP"), *others)
    assert (found.state, found.reason) == (state, reason)


def again(due: str, value: float = 100e9, told: str = "2020-02-01") -> Told:
    """The same aim by another day."""
    return Told(f"again {due}", Target(parties=PAIR, measure="trade", value=value, unit="USD", due=due), told)


def test_the_same_aim_by_a_later_day_extends_it() -> None:
    """Put off before its day: extended, whatever was reached by then. A higher aim is another one."""
    found = became(aim(), again("2025"))
    assert (found.state, found.date, found.fact) == ("extended", "2025", "again 2025")
    assert became(aim(), again("2025"), figure(90e9, "2020")).state == "extended"
    assert became(aim(), again("2025", told="2021-02-01"), figure(90e9, "2020")).state == "missed"
    assert became(aim(), again("2025", value=200e9)).state == "overdue"
    assert became(aim(), again("2025"), figure(106e9, "2018")).state == "met"
    assert became(aim(), again("2025"), as_of="2019-06-01").state == "open"


def test_before_its_day_it_is_open_or_due_soon() -> None:
    assert became(aim(), as_of="2018-01-01").state == "open"
    assert became(aim(due="2020-10"), as_of="2020-06-01").state == "due soon"
    assert became(aim(due="2020-10-01"), as_of="2020-10-01").state == "due soon"
    assert became(aim(due="2020-10-01"), as_of="2020-10-02").state == "overdue"
    assert became(aim(due=None)).state == "open"
    assert became(aim(due=None), figure(106e9, "2018")).state == "met"
