"""What an answer about two parties shows of a large register, in both databases: first what stands first, and how much
there is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from banggiao.briefs import question
from banggiao.briefs.choosing import Reach
from banggiao.briefs.layout import brief_document, timeline_document
from banggiao.briefs.text import render
from banggiao.briefs.words import Words
from banggiao.lexicon import load
from banggiao.register.pairing import CROWD

from .conftest import PAIR, make, news

LEVEL: dict[str, Any] = {
    "kind": "status",
    "parties": PAIR,
    "level": "strategic-partnership",
    "phase": "established",
    "date": "2013-09-25",
}
TALKS: dict[str, Any] = {"kind": "meeting", "parties": PAIR, "form": "talks", "phase": "held"}
FIRST = date(2014, 1, 1)


def recalled(number: int) -> Any:
    """A report of a level, one a month, of which the exact day is given by the later ones only."""
    day = FIRST + timedelta(days=30 * number)
    slots = LEVEL if number >= 15 else LEVEL | {"date": "2013"}
    return make(f"recalled {number}", day.isoformat(), f"Việt Nam và Pháp là đối tác chiến lược, tin {number}.", slots)


def met(number: int) -> Any:
    day = FIRST + timedelta(days=7 * number)
    return make(f"met {number}", day.isoformat(), f"Hai bên hội đàm, tin {number}.", TALKS | {"date": day.isoformat()})


@pytest.fixture
def filled(register):
    """A level with thirty reports and forty meetings."""
    list(register.add_many([*map(recalled, range(30)), *map(met, range(40)), *news()[1:3]]))
    return register


def brief(register, day=None, **more):
    return question.brief(register, load(), ("VNM", "FRA"), as_of=day, known_by=None, **more)


def timeline(register, day=None, **more):
    return question.timeline(register, load(), ("VNM", "FRA"), as_of=day, known_by=None, **more)


def test_of_many_reports_the_first_and_the_newest_are_given_and_all_are_counted(filled):
    """The count, the days and the voices are those of all thirty."""
    (standing,) = brief(filled).standings
    assert (standing.reports, standing.reported, len(standing.quotes)) == (30, "2016-05-20", 8)
    (fact,) = filled.facts(parties=PAIR, kinds=["status"], reports=8)
    (whole,) = filled.facts(parties=PAIR, kinds=["status"])
    assert replace(fact, mentions=whole.mentions, cut=None) == whole
    assert (fact.reports, fact.voices, fact.first_reported) == (30, whole.voices, "2014-01-01")
    assert fact.mentions == whole.mentions[:3] + whole.mentions[-5:]


def test_on_a_day_a_fact_is_what_was_known_then(filled):
    """Before the exact day was reported only the year was; reports that came later do not count."""
    then = FIRST + timedelta(days=30 * 11)
    (standing,) = brief(filled, then).standings
    assert (standing.date, standing.reports, standing.reported) == ("2013", 12, then.isoformat())
    assert {quote.text.split()[-1] for quote in standing.quotes} == {"0.", "1.", "2.", "7.", "8.", "9.", "10.", "11."}
    later = brief(filled, date(2020, 1, 1)).standings[0]
    assert (later.date, later.reports) == ("2013-09-25", 30)


def test_a_brief_holds_what_stands_first_and_says_how_much_there_is(filled):
    """The latest meetings; with reach for all, all of them and of each every report."""
    part, whole = brief(filled), brief(filled, reach=Reach.none())
    assert part.totals["past_meetings"] == whole.totals["past_meetings"] == len(whole.past_meetings) == 41
    shown = [meeting.fact for meeting in part.past_meetings]
    assert shown == [meeting.fact for meeting in whole.past_meetings][: Reach().meetings]
    assert part.articles == whole.articles == 72
    assert [one.reports for one in whole.standings] == [None]
    early = brief(filled, FIRST + timedelta(days=7 * 20))
    assert (early.totals["past_meetings"], early.past_meetings[0].date) == (21, "2014-05-21")


def test_a_small_register_is_told_in_full(register):
    """With and without limits the answers are the same."""
    for item in news():
        register.add(*item)
    for day in (None, date(2018, 10, 31), date(2019, 6, 1)):
        assert brief(register, day) == brief(register, day, reach=Reach.none())
        assert timeline(register, day) == timeline(register, day, limit=None)


def test_a_timeline_holds_the_latest(filled):
    """So many as asked for, in the window asked for, and how many there are."""
    whole = timeline(filled, limit=None)
    assert (whole.total, len(whole.entries)) == (42, 42)
    last = timeline(filled, limit=10)
    assert (last.total, last.entries[-1].fact) == (42, whole.entries[-1].fact)
    assert [entry.fact for entry in last.entries] == [entry.fact for entry in whole.entries[-10:]]
    undated = [make(f"u{n}", None, f"Hai bên hội đàm, không rõ ngày {n}.", TALKS) for n in range(3)]
    list(filled.add_many(undated))
    mixed = timeline(filled, limit=10)
    assert (mixed.total, [entry.fact for entry in mixed.entries]) == (45, [entry.fact for entry in last.entries])
    assert [entry.date for entry in timeline(filled, limit=44).entries][-2:] == [None, None]  # where there is room
    window = timeline(filled, since=date(2014, 2, 1), until=date(2014, 2, 28))
    assert [entry.date for entry in window.entries] == ["2014-02-05", "2014-02-12", "2014-02-19", "2014-02-26"]


def test_an_undated_event_stands_where_it_was_first_told_however_late_it_is_recalled(register):
    """A meeting without a day, recalled after all others, is not among the latest of the timeline."""
    undated = TALKS | {"mechanism": "Đối thoại chiến lược", "session": 3, "form": "forum"}
    late = FIRST + timedelta(days=900)
    register.add(*make("first", FIRST.isoformat(), "Đối thoại chiến lược lần 3.", undated))
    list(register.add_many(met(number) for number in range(1, 60)))
    register.add(*make("again", late.isoformat(), "Nhắc lại Đối thoại chiến lược lần 3.", undated))
    assert timeline(register, limit=None).entries[0].date is None
    assert None not in [entry.date for entry in timeline(register, limit=20).entries]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ["and 35 more", "30 reports", "32 earlier or undated entries are left out"]),
        ("vi", ["và 35 mục nữa", "30 tin", "lược 32 mục cũ hơn hoặc không rõ ngày"]),
    ],
)
def test_what_is_left_out_is_said_in_words(filled, lang, said):
    """In both languages: further lines of a section, all reports of a line, earlier entries."""
    words = Words(lang, load().party_name)
    text = render(brief_document(brief(filled), words)) + render(timeline_document(timeline(filled, limit=10), words))
    flat = " ".join(text.split())
    for part in said:
        assert part in flat, part


def test_two_parties_find_what_they_share_with_a_crowd(register):
    """A conference of many parties is a meeting of each two of them, and its article speaks of both."""
    many = [*PAIR, *sorted(load().parties.keys() - set(PAIR))[: CROWD + 3]]
    slots = TALKS | {"parties": many, "form": "forum", "date": "2019-03-05"}
    register.add(*make("forum", "2019-03-06", "Diễn đàn của nhiều nước khai mạc.", slots))
    register.add(*make("other", "2019-04-06", "Diễn đàn khác.", slots | {"parties": many[1:], "date": "2019-04-05"}))
    answer = brief(register)
    assert [meeting.date for meeting in answer.past_meetings] == ["2019-03-05"]
    assert (answer.articles, answer.totals["past_meetings"], timeline(register).total) == (1, 1, 1)
    assert len(register.facts(parties=PAIR, kinds=["meeting"])) == len(register.facts_of_pair(*PAIR)) == 1


def test_reports_that_differ_are_told_of_however_many_facts_there_are(register):
    """A claim that stands beyond the limits is held against the one that is shown."""
    trade = {"kind": "figure", "parties": PAIR, "measure": "trade", "unit": "USD", "period": "2018"}
    for number, value in enumerate((5e9, 6e9)):
        words = f"Kim ngạch năm 2018 đạt {value:.0f} USD, tin {number}."
        register.add(*make(f"trade {number}", f"2019-0{number + 1}-01", words, trade | {"value": value}))
    figure, *others = brief(register, reach=Reach(figures=1)).figures
    assert not others
    assert [dispute.slot for dispute in figure.disputes] == ["value"]


def test_a_target_is_held_against_figures_that_are_not_shown(register):
    """What became of it is the same with few and with all figures."""
    target = {"kind": "target", "parties": PAIR, "measure": "trade", "value": 4e9, "unit": "USD", "due": "2016"}
    figure = {"kind": "figure", "parties": PAIR, "measure": "trade", "unit": "USD"}
    register.add(*make("aim", "2014-01-01", "Hai bên đặt mục tiêu 4 tỷ USD.", target))
    for year in range(2015, 2024):
        words = f"Kim ngạch năm {year} đạt {year - 2011} tỷ USD."
        slots = figure | {"value": (year - 2011) * 1e9, "period": str(year)}
        register.add(*make(f"figure {year}", f"{year + 1}-01-20", words, slots))
    few, whole = brief(register, reach=Reach(figures=1)), brief(register, reach=Reach.none())
    assert few.goals[0].outcome == whole.goals[0].outcome
    assert few.goals[0].outcome.state == "met"
    assert len(few.goals[0].quotes) == 2
    assert (len(few.figures), few.totals["figures"]) == (1, 9)


WRONG = [
    "Alpha",
    "Bravo",
    "Charlie",
    "Delta",
    "Echo",
    "Foxtrot",
    "Golf",
    "Hotel",
    "India",
    "Juliett",
    "Kilo",
    "Lima",
    "Mike",
    "November",
    "Oscar",
    "Papa",
    "Quebec",
    "Romeo",
    "Sierra",
    "Tango",
]


def held(name: str, role: str, months: list[int], party: str = "FRA") -> list[Any]:
    """Reports of a meeting of the two, one in each of these months from 2014 on, that name the holder of a post."""
    post = {"kind": "office", "parties": [party], "party": party, "role": role, "person": name}
    out = []
    for month in months:
        day = date(2014 + month // 12, month % 12 + 1, 5)
        text = f"Ngày {day}, {name} ({role}) dự hội đàm Việt Nam - Pháp."
        out.append(make(f"{name} {role} {day}", day.isoformat(), text, TALKS | {"date": day.isoformat()}, post))
    return out


@pytest.fixture
def posts(register):
    """A head of state named for two years, one who followed, and in each month a report that takes somebody else for
    the head of state; a foreign minister."""
    items = [*held("François Hollande", "head-of-state", list(range(24)))]
    items += held("Emmanuel Macron", "head-of-state", list(range(24, 40)))
    for number, name in enumerate(WRONG):
        items += held(name, "head-of-state", [2 * number])
    items += held("Jean-Yves Le Drian", "foreign-minister", [26, 30])
    undated = make(
        "undated",
        None,
        "Không rõ ngày, ông Cao Niên (nguyên thủ) dự hội đàm Việt Nam - Pháp.",
        TALKS,
        {
            "kind": "office",
            "parties": ["FRA"],
            "party": "FRA",
            "role": "head-of-state",
            "person": "Cao Niên",
        },
    )
    list(register.add_many([*items, undated]))
    return register


@pytest.mark.parametrize("day", [None, date(2016, 12, 31)])
def test_of_each_post_a_brief_names_those_who_were_named_last(posts, day):
    """A post of many holders leaves room for the next post; who is named more in a month stands first; a report without
    a day never stands before the rest."""
    answer = brief(posts, day)
    shown = [(one.role, one.person) for one in answer.holders if one.party == "FRA"]
    assert shown[0] == ("head-of-state", "Emmanuel Macron")
    assert ("foreign-minister", "Jean-Yves Le Drian") in shown
    assert len([one for one in shown if one[0] == "head-of-state"]) == Reach().of_post
    assert ("head-of-state", "Cao Niên") not in shown


def test_all_holders_are_there_for_who_asks_for_all(posts):
    shown = [one.person for one in brief(posts, reach=Reach.none()).holders]
    assert len(shown) == 24
    assert shown[22] == "Cao Niên"  # the last of the heads of state
    text = render(brief_document(brief(posts), Words("vi")))
    assert "và 20 mục nữa" in text


def test_what_one_of_the_two_leaves_is_over_between_them(register):
    """Though it leaves by itself; what somebody else leaves goes on between them, and nothing is over before its day."""
    deal = {"kind": "instrument", "name": "Hiệp ước bầu trời mở (OST)"}
    left = deal | {"stage": "rejected", "date": "2020-05-21"}
    items = [
        make("kept", "2018-02-01", "OST có hiệu lực.", deal | {"stage": "in-force", "parties": ["FRA", "RUS", "USA"]}),
        make("left", "2020-05-22", "Mỹ rút khỏi OST.", left | {"parties": ["USA"]}),
    ]
    list(register.add_many(items))

    def stage(a: str, b: str, day: date | None = None) -> tuple[str, list[str]]:
        (found,) = question.brief(register, load(), (a, b), as_of=day, known_by=None).agreements
        return found.stage, found.steps[-1].parties

    assert stage("RUS", "USA") == ("rejected", ["USA"])
    assert stage("RUS", "FRA") == ("in-force", ["FRA", "RUS", "USA"])
    assert stage("RUS", "USA", date(2019, 1, 1))[0] == "in-force"
    told = question.brief(register, load(), ("RUS", "USA"), as_of=None, known_by=None)
    text = render(brief_document(told, Words("en", load().party_name)))
    assert "rejected or ended, by United States 21 May 2020" in " ".join(text.split())
