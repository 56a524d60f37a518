"""Where reports differ: what counts as a disagreement, what does not, and which claim is preferred."""

from __future__ import annotations

import json
from typing import Any

import pytest

from banggiao.cli import run
from banggiao.register import open_register
from banggiao.register.conflicts import disagreements
from banggiao.register.ladder import levels

from .conftest import PAIR, make

FOUNDED = {"kind": "status", "parties": PAIR, "level": "strategic-partnership", "phase": "established"}
SESSION = {
    "kind": "meeting",
    "parties": PAIR,
    "form": "ministerial",
    "phase": "held",
    "mechanism": "Ủy ban liên chính phủ Việt - Pháp",
    "session": 7,
}
TRADE = {"kind": "figure", "parties": PAIR, "measure": "trade", "unit": "USD", "period": "2018"}
GOAL = {"kind": "target", "parties": PAIR, "measure": "trade", "unit": "USD", "due": "2025"}
TREATY = {"kind": "instrument", "parties": PAIR, "name": "Hiệp định thương mại tự do (EVFTA)", "stage": "signed"}
MEMORANDUM = {"kind": "instrument", "parties": PAIR, "name": "Bản ghi nhớ về du lịch", "stage": "signed"}
VISIT = {"kind": "meeting", "parties": PAIR, "form": "visit", "phase": "held"}


def differing(
    register: Any, *reports: dict[str, Any], published: str = "2020-01-15"
) -> list[tuple[str, list[Any], str]]:
    """(slot, values with the preferred one first, reason) of what differs between one article for each record."""
    for number, record in enumerate(reports):
        register.add(*make(f"a{number}", published, f"Tin số {number} về hai nước.", record))
    found = disagreements(register.facts())
    return [(one.slot, [claim.value for claim in one.claims], one.reason) for one in found]


DIFFER = {
    "the founding of a level": ((FOUNDED | {"date": "2013-09-25"}, FOUNDED | {"date": "2012"}), "date"),
    "the day of a session": ((SESSION | {"date": "2019-03-05"}, SESSION | {"date": "2019-03-07"}), "date"),
    "the place of a session": ((SESSION | {"city": "Hà Nội"}, SESSION | {"city": "Paris"}), "city"),
    "whether a session took place": (
        (SESSION | {"date": "2019-03-05"}, SESSION | {"date": "2019-03-05", "phase": "cancelled"}),
        "phase",
    ),
    "a number": ((TRADE | {"value": 4.6e9}, TRADE | {"value": 5.1e9}), "value"),
    "a target": ((GOAL | {"value": 8e9}, GOAL | {"value": 10e9}), "value"),
    "a signing": ((TREATY | {"date": "2019-06-30"}, TREATY | {"date": "2019-07-08"}), "date"),
}
SAME = {
    "a year and a day in it": (FOUNDED | {"date": "2013-09-25"}, FOUNDED | {"date": "2013"}),
    "a day of an unknown year": (SESSION | {"date": "2019-03-05"}, SESSION | {"date": "XXXX-03-07"}),
    "two sessions": (SESSION | {"date": "2019-03-05"}, SESSION | {"date": "2020-03-05", "session": 8}),
    "a number rounded": (TRADE | {"value": 4.62e9}, TRADE | {"value": 4.6e9}),
    "numbers of two periods": (TRADE | {"value": 4.6e9}, TRADE | {"value": 5.1e9, "period": "2019"}),
    "two names of a city": (SESSION | {"city": "TP. HCM"}, SESSION | {"city": "thành phố Hồ Chí Minh"}),
    "two visits": (VISIT | {"date": "2018-03-05"}, VISIT | {"date": "2019-03-05"}),
    "two memoranda": (MEMORANDUM | {"date": "2018-03-05"}, MEMORANDUM | {"date": "2019-03-05"}),
    "a plan and what came of it": (
        SESSION | {"date": "2019-03-05"},
        SESSION | {"date": "2019-03-05", "phase": "planned"},
    ),
}


@pytest.mark.parametrize(("reports", "slot"), DIFFER.values(), ids=DIFFER)
def test_contradictions_are_found(register, reports, slot):
    """One disagreement, about that slot, with a claim for each report."""
    ((found, values, _),) = differing(register, *reports)
    assert (found, len(values)) == (slot, 2)


@pytest.mark.parametrize("reports", SAME.values(), ids=SAME)
def test_what_may_well_be_both_is_no_contradiction(register, reports):
    """Coarser words for the same, and things of which there can be several."""
    assert differing(register, *reports) == []


def test_one_article_does_not_contradict_itself(register):
    """It says what it means by each number."""
    text = "Kim ngạch đạt 4,6 tỷ USD, theo cách tính khác là 5,1 tỷ USD."
    register.add(*make("one", "2019-01-15", text, TRADE | {"value": 4.6e9}, TRADE | {"value": 5.1e9}))
    assert disagreements(register.facts()) == []


def test_the_preferred_claim(register):
    """More independent reports before a more exact number; a report of the days of the event before both."""
    many = [TRADE | {"value": 4.6e9}, TRADE | {"value": 4.6e9}, TRADE | {"value": 5.123e9}]
    assert differing(register, *many) == [("value", [4.6e9, 5.123e9], "more independent reports")]
    register.add(*make("late", "2021-01-01", "Nhớ lại khóa họp.", SESSION | {"date": "2019-03-05"}))
    register.add(*make("late too", "2021-02-01", "Cũng nhớ lại khóa họp.", SESSION | {"date": "2019-03-05"}))
    register.add(*make("fresh", "2019-03-08", "Khóa họp hôm qua.", SESSION | {"date": "2019-03-07"}))
    (session,) = [one for one in disagreements(register.facts()) if one.kind == "meeting"]
    assert [(c.value, c.voices) for c in session.claims] == [("2019-03-07", 1), ("2019-03-05", 2)]
    assert session.reason == "nearer to the event"


def test_a_claim_rests_on_the_reports_that_make_it(register):
    """Three reports of a session of which one names a city, and another report that names another."""
    silent = SESSION | {"date": "2019-03-05"}
    differing(register, silent | {"city": "Hà Nội"}, silent, silent, SESSION | {"date": "2019-03-05", "city": "Paris"})
    (place,) = [one for one in disagreements(register.facts()) if one.slot == "city"]
    assert {(claim.value, claim.voices) for claim in place.claims} == {("Hà Nội", 1), ("Paris", 1)}
    assert place.reason == ""


def test_nothing_decides_between_equals(register):
    """Then no claim is preferred."""
    ((_, _, reason),) = differing(register, TRADE | {"value": 4.6e9}, TRADE | {"value": 5.1e9})
    assert reason == ""


def test_what_was_not_reported_yet_contradicts_nothing(register):
    """By the day of the first report there is one claim."""
    from datetime import date

    register.add(*make("old", "2019-01-15", "Tin cũ.", TRADE | {"value": 4.6e9}))
    register.add(*make("new", "2020-01-15", "Tin mới.", TRADE | {"value": 5.1e9}))
    assert disagreements(register.facts(known_by=date(2019, 12, 31))) == []
    assert len(disagreements(register.facts())) == 1


def test_the_command(tmp_path, capsys):
    """Both claims with their sources, on the page and as data; a name narrows it down; nothing is said to be nothing."""
    path = str(tmp_path / "r.sqlite")
    with open_register(path) as kept:
        kept.add(*make("first", "2019-01-15", "Kim ngạch hai nước.", TRADE | {"value": 4.6e9}))
        kept.add(*make("second", "2019-02-15", "Thương mại hai chiều.", TRADE | {"value": 5.123e9}))
    assert run(["conflicts", "--register", path, "--lang", "en"]) == 0
    page = capsys.readouterr().out
    assert "trade 2018 (value)" in page
    assert "5.12 billion USD: 1 independent report" in page
    assert "preferred: more exact" in page
    assert "#first" in page
    assert "#second" in page
    assert run(["conflicts", "Pháp", "--register", path, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [claim["articles"] for claim in data["claims"]] == [["second"], ["first"]]
    assert run(["conflicts", "Pháp", "--known-by", "2019-01-20", "--register", path]) == 0
    assert "No two reports" in capsys.readouterr().err
    assert run(["conflicts", "JPN", "--register", path]) == 0
    assert "holds nothing of that" in capsys.readouterr().err


def test_a_brief_says_where_other_reports_differ(register):
    """Beside each claim the other one, and which is preferred; what a person confirms is preferred before all."""
    from banggiao.briefs import question
    from banggiao.briefs.layout import brief_document
    from banggiao.briefs.words import Words
    from banggiao.lexicon import load

    base = {"kind": "status", "parties": PAIR, "level": "strategic-partnership", "phase": "established"}
    for number, day in enumerate(["2013-09-25", "2013-09-25", "2013-09-26"]):
        register.add(*make(f"s{number}", "2019-01-01", f"Hai nước là đối tác, bản tin {number}.", base | {"date": day}))

    def told():
        answer = question.brief(register, load(), ("VNM", "FRA"), as_of=None, known_by=None)
        (line,) = brief_document(answer, Words("en")).sections[0].lines
        assert len(line.sources) == len(line.quotes) == 3  # those of the worse claim too
        return line.text, line.notes

    preferred = "other reports: 26 September 2013 (preferred: more independent reports)"
    assert told() == ("established 25 September 2013", [preferred])
    late = next(f for f in register.facts(parties=PAIR) if f.record.date == "2013-09-26")
    register.accept(late.id, by="Lan")
    text, notes = told()
    assert text == "established 26 September 2013"
    assert notes == ["confirmed by Lan", "other reports: 25 September 2013 (preferred: confirmed by hand)"]


def test_a_level_stands_since_the_day_that_is_preferred(register):
    """Not since the earliest that anybody gives; a year does not stand before a day of it."""
    from datetime import date

    base = {"kind": "status", "parties": PAIR, "level": "diplomatic-relations", "phase": "established"}
    for number, day in enumerate(["1973-04-12", "1973", "1973-04-12", "1971"]):
        register.add(
            *make(f"s{number}", "2019-01-01", f"Hai nước lập quan hệ, bản tin {number}.", base | {"date": day})
        )

    def since():
        (rung,) = register.ladder("VNM", "FRA", as_of=date(2020, 1, 1))
        (head,) = levels(register.heads(parties=PAIR), date(2020, 1, 1))
        return rung.since, head.since

    assert since() == ("1973-04-12", "1973-04-12")
    wrong = next(f for f in register.facts(parties=PAIR) if f.record.date == "1971")
    register.accept(wrong.id, by="Lan")
    assert since()[0] == "1971"


def test_a_session_on_which_reports_differ_is_told_once(register):
    """In the list of meetings and in the timeline, with the sources of both; in the data both stay."""
    from banggiao.briefs import question
    from banggiao.briefs.layout import brief_document, timeline_document
    from banggiao.briefs.words import Words
    from banggiao.lexicon import load

    for number, day in enumerate(["2019-03-05", "2019-03-05", "2019-03-07"]):
        register.add(*make(f"s{number}", "2019-06-01", f"Khóa họp, bản tin {number}.", SESSION | {"date": day}))
    brief = question.brief(register, load(), ("VNM", "FRA"), as_of=None, known_by=None)
    assert len(brief.past_meetings) == 2
    timeline = question.timeline(register, load(), ("VNM", "FRA"), as_of=None, known_by=None)
    assert len(timeline.entries) == 2
    for document in (brief_document(brief, Words("en")), timeline_document(timeline, Words("en"))):
        section = next(s for s in document.sections if s.key in ("meetings", "year-2019"))
        (line,) = section.lines
        assert line.when == "5 March 2019"
        assert len(line.sources) == len(line.facts) + 1 == 3
        assert "other reports: 7 March 2019 (preferred: more independent reports)" in line.notes
