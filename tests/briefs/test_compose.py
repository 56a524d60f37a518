"""Facts into briefs: what belongs to the pair, what stood on the day, in which order."""

from __future__ import annotations

import random

import pytest

from banggiao.model import Figure, Instrument, Meeting, Office, Record, Statement, Status, Target
from tests.briefs.facts import PAIR, brief, fact, timeline

BOTH = list(PAIR)


def status(level: str, phase: str, date: str | None = None) -> Status:
    """A level between the two."""
    return Status(parties=BOTH, level=level, phase=phase, date=date)


def says(speakers: list[str], act: str = "say") -> Statement:
    """A statement without a named speaker."""
    return Statement(parties=speakers, act=act)


def test_the_highest_level_that_stands_is_current() -> None:
    """What is only sought or has ended does not count, and the current level comes first."""
    facts = [
        fact(status("dialogue-relations", "established", "1991")),
        fact(status("strategic-partnership", "established", "2003")),
        fact(status("comprehensive-strategic-partnership", "proposed")),
        fact(status("alliance", "in-force")),
        fact(status("alliance", "ended", "2018-08-04"), "2018-08-05"),
    ]
    standings = brief(facts).standings
    assert [s.level for s in standings if s.current] == ["strategic-partnership"]
    assert standings[0].level == "strategic-partnership"


def test_what_came_after_the_day_is_left_out() -> None:
    """A founding dated after the day asked about is not told, though the register knows it."""
    facts = [fact(status("comprehensive-strategic-partnership", "established", "2021-11-22"))]
    assert brief(facts, "2020-07-15").standings == []
    assert brief(facts, "2021-11-22").standings[0].current


MEETINGS = [
    ("held in the past", Meeting(parties=BOTH, form="talks", phase="held", date="2018-08-02"), False),
    ("planned for later this year", Meeting(parties=BOTH, form="summit", phase="planned", date="2018"), True),
    ("planned, its day gone by", Meeting(parties=BOTH, form="summit", phase="planned", date="2018-08-09"), False),
    ("planned without a day", Meeting(parties=BOTH, form="summit", phase="planned"), True),
    ("cancelled", Meeting(parties=BOTH, form="summit", phase="cancelled", date="2018-11"), False),
]


@pytest.mark.parametrize(("case", "meeting", "upcoming"), MEETINGS, ids=[case for case, _, _ in MEETINGS])
def test_a_meeting_is_coming_or_past(case: str, meeting: Meeting, upcoming: bool) -> None:
    """Only a plan whose time may still come is coming."""
    answer = brief([fact(meeting)])
    assert (len(answer.coming_meetings), len(answer.past_meetings)) == (int(upcoming), int(not upcoming))


def test_the_next_meeting_is_the_first_to_come_and_the_last_one_the_latest() -> None:
    """Coming ones rise, past ones fall."""
    days = ["2018-07-01", "2018-08-02", "2018-11-14", "2018-12"]
    facts = [
        fact(Meeting(parties=BOTH, form="talks", phase="planned" if day > "2018-08-10" else "held", date=day))
        for day in days
    ]
    answer = brief(facts)
    assert [m.date for m in answer.coming_meetings] == ["2018-11-14", "2018-12"]
    assert [m.date for m in answer.past_meetings] == ["2018-08-02", "2018-07-01"]


def test_stages_of_one_agreement_are_one_line() -> None:
    """The latest report's stage leads, and the way there is kept in order."""
    facts = [
        fact(Instrument(parties=BOTH, name="RCEP", stage=stage), day, key="instrument:rcep")
        for stage, day in (("signed", "2020-11-16"), ("negotiating", "2018-08-03"), ("agreed", "2019-11-05"))
    ]
    (agreement,) = brief(facts, "2021-01-01").agreements
    assert agreement.stage == "signed"
    assert [step.stage for step in agreement.steps] == ["negotiating", "agreed", "signed"]
    assert len(agreement.sources) == 3


GOALS = [("2020", "open"), ("2018", "due soon"), ("2017-12-31", "overdue"), (None, "open")]


@pytest.mark.parametrize(("due", "state"), GOALS)
def test_a_target_is_held_against_the_day(due: str | None, state: str) -> None:
    """Open before its time, due soon in it, overdue after it where nothing tells what became of it."""
    goals = brief([fact(Target(parties=BOTH, measure="trade", value=1e12, unit="USD", due=due))]).goals
    assert [goal.outcome.state for goal in goals] == [state]


def test_what_shows_an_outcome_lends_its_words() -> None:
    """A target that a figure reached carries the figure's sentence and source beside its own."""
    facts = [
        fact(Target(parties=BOTH, measure="trade", value=500e9, unit="USD", due="2018"), "2015-03-01", words="đích"),
        fact(Figure(parties=BOTH, measure="trade", value=515e9, unit="USD", period="2017"), "2018-01-20", words="đạt"),
    ]
    (goal,) = brief(facts).goals
    assert (goal.outcome.state, goal.outcome.value, goal.outcome.date) == ("met", 515e9, "2017")
    assert [quote.text for quote in goal.quotes] == ["đích", "đạt"]
    assert len(goal.sources) == 2


def test_figures_of_nobody_knows_when_come_last() -> None:
    """The newest first, by their period or else their report."""
    told = [
        fact(Figure(parties=["ASEAN", "CHN"], measure="trade", value=value, unit="USD", period=period), published)
        for value, period, published in (
            (1.0, None, None),
            (2.0, "2016", "2018-08-01"),
            (3.0, "XXXX-05", None),
            (4.0, None, "2018-08-02"),
            (5.0, "2017", "2018-08-03"),
        )
    ]
    figures = brief(told).figures
    assert [one.value for one in figures[:3]] == [4.0, 5.0, 2.0]
    assert {one.value for one in figures[3:]} == {1.0, 3.0}


def everything() -> list:
    """One fact of each kind, in several articles."""
    records: list[Record] = [
        status("strategic-partnership", "established", "2003"),
        Meeting(parties=BOTH, form="talks", phase="held", date="2018-08-02"),
        Instrument(parties=BOTH, name="COC", stage="negotiating"),
        Target(parties=BOTH, measure="trade", value=1e12, unit="USD", due="2020"),
        Figure(parties=BOTH, measure="trade", value=441.6e9, unit="USD", period="2017"),
        says(BOTH, "agree"),
        Office(parties=["CHN"], person="Vương Nghị", role="foreign-minister", party="CHN"),
    ]
    return [fact(record, f"2018-08-0{1 + i % 3}") for i, record in enumerate(records)]


def test_sources_are_numbered_as_the_reader_meets_them() -> None:
    """Numbers run from 1 without gaps, and every number and quote leads to a source."""
    answer = brief(everything())
    told = [answer.standings, answer.past_meetings, answer.agreements, answer.goals, answer.figures]
    entries = [entry for part in told for entry in part] + answer.said["both"] + answer.holders
    assert [source.number for source in answer.sources] == list(range(1, len(answer.sources) + 1))
    assert entries[0].sources == [1]
    assert {n for e in entries for n in e.sources} == {source.number for source in answer.sources}
    assert all(quote.source in e.sources for e in entries for quote in e.quotes)


def test_the_order_of_the_facts_changes_nothing() -> None:
    """The same facts in any order give the same brief and the same timeline."""
    facts = everything()
    for seed in range(5):
        shuffled = facts[:]
        random.Random(seed).shuffle(shuffled)
        assert brief(shuffled) == brief(facts)
        assert timeline(shuffled) == timeline(facts)


def test_a_timeline_tells_what_happened() -> None:
    """Meetings, foundings and steps of agreements in order; what merely goes on and what was said is left out."""
    facts = [
        *everything(),
        fact(status("strategic-partnership", "in-force"), "2018-08-04"),
        fact(Instrument(parties=BOTH, name="DOC", stage="signed", date="2002-11-04")),
    ]
    assert [entry.date for entry in timeline(facts).entries][:3] == ["2002-11-04", "2003", "2018-08-02"]
    assert len(timeline(facts).entries) == 4


def test_a_timeline_puts_what_has_no_year_last_and_what_has_no_day_at_its_first_report() -> None:
    """A stage told again in later articles stands where it was first told."""
    told = fact(Instrument(parties=BOTH, name="COC", stage="negotiating"), "2018-08-09")
    told.reports += fact(Instrument(parties=BOTH, name="COC", stage="negotiating"), "2018-08-03").reports
    facts = [
        fact(Meeting(parties=BOTH, form="ceremony", phase="held", date="XXXX-09-24"), None),
        told,
        fact(Meeting(parties=BOTH, form="talks", phase="held", date="2018-08-05")),
    ]
    entries = timeline(facts).entries
    assert [entry.date for entry in entries] == [None, "2018-08-05", "XXXX-09-24"]
    assert entries[0].reported == "2018-08-03"
