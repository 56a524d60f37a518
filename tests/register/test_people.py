"""People and their posts from facts: names unified across posts, namesakes held apart, terms by reports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from banggiao.briefs.people import people_document, person_data
from banggiao.briefs.text import render
from banggiao.briefs.words import Words
from banggiao.lexicon import Lexicon, load
from banggiao.model import Office
from banggiao.register.api import ArticleRef, Fact, Mention
from banggiao.register.people import Person, people_of, suggested
from banggiao.register.person_names import Told
from banggiao.register.suggestion import SAID, Because


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def post(person: str, role: str, *days: str, party: str = "VNM", title: str = "") -> Fact:
    """A post as reports of these days name it (one without a day: give none)."""
    record = Office(parties=[party], person=person, role=role, party=party, title=title)
    mentions = [
        Mention(ArticleRef(key=f"{person} {day}", id=day, published=day or None), 0, record) for day in days or ("",)
    ]
    return Fact(f"{person} {role} {title} {days}", record, mentions)


def held(people: list[Person]) -> list[tuple[str, list[str]]]:
    """Who, in which roles."""
    return [(person.name, [term.role for term in person.terms]) for person in people]


def test_a_career_in_its_order(lexicon: Lexicon) -> None:
    """Posts of one name are one person's, first the earliest; a title tells ministers apart."""
    facts = [
        post("Lê Văn Khải", "ambassador", "2018-05-01", "2020-03-01"),
        post("Lê Văn Khải", "minister", "2021-05-01", title="Bộ trưởng Công Thương"),
        post("Lê Văn Khải", "minister", "2023-05-01", title="Bộ trưởng Tài chính"),
    ]
    (person,) = people_of(facts[::-1], lexicon)
    assert [(t.role, t.title, t.first_seen, t.last_seen) for t in person.terms] == [
        ("ambassador", "", "2018-05-01", "2020-03-01"),
        ("minister", "Bộ trưởng Công Thương", "2021-05-01", "2021-05-01"),
        ("minister", "Bộ trưởng Tài chính", "2023-05-01", "2023-05-01"),
    ]


def test_names_are_unified_across_posts_with_a_reason(lexicon: Lexicon) -> None:
    """The Sino-Vietnamese and the pinyin name of an ambassador who became deputy minister."""
    facts = [
        post("Mạnh Kiến Hoa", "ambassador", "2016-01-01", party="CHN"),
        post("Meng Jianhua", "deputy-foreign-minister", "2019-01-01", party="CHN"),
    ]
    (person,) = people_of(facts, lexicon)
    assert person.names == ["Mạnh Kiến Hoa", "Meng Jianhua"]
    assert person.why["Meng Jianhua"] == Because(0.9, "one is the Sino-Vietnamese reading of the other")


def test_a_name_that_is_like_another_of_the_person_says_which(lexicon: Lexicon) -> None:
    """And one of which somebody said so says that."""
    facts = [
        post("Tống Nghị", "ambassador", "2015-03-01", "2015-04-01", party="CHN"),
        post("Song Zhe", "ambassador", "2015-05-01", party="CHN"),
        post("Zhe Song", "ambassador", "2015-06-01", party="CHN"),
    ]
    (person,) = people_of(facts, lexicon, Told(same=(frozenset({"Tống Nghị", "Song Zhe"}),)))
    assert person.why == {"Song Zhe": SAID, "Zhe Song": Because(1.0, "the same words", "Song Zhe")}
    data = {name.pop("name"): name for name in person_data(person)["names"]}
    assert data["Tống Nghị"] == {}
    assert data["Zhe Song"] == {"why": "the same words", "score": 1.0, "by": "Song Zhe"}


def test_a_family_name_in_another_post_is_left_to_a_person(lexicon: Lexicon) -> None:
    facts = [
        post("Sergei Orlovsky", "foreign-minister", "2018-01-01", party="RUS"),
        post("Orlovsky", "ambassador", "2018-01-01", party="RUS"),
    ]
    assert len(people_of(facts, lexicon)) == 2
    (one,) = suggested(facts, lexicon)
    assert (one.kind, one.names) == ("merge", ["Orlovsky", "Sergei Orlovsky"])
    told = Told(same=(frozenset({"Orlovsky", "Sergei Orlovsky"}),))
    (person,) = people_of(facts, lexicon, told)
    assert person.name == "Sergei Orlovsky"
    assert suggested(facts, lexicon, told) == []


def test_namesakes_at_one_time_stay_apart(lexicon: Lexicon) -> None:
    """Two full posts at once for longer than articles take to learn of a change."""
    facts = [
        post("Trần Văn Bình", "ambassador", "2017-01-01", "2019-01-01"),
        post("Trần Văn Bình", "spokesperson", "2017-02-01", "2019-02-01"),
    ]
    assert held(people_of(facts, lexicon)) == [
        ("Trần Văn Bình", ["ambassador"]),
        ("Trần Văn Bình", ["spokesperson"]),
    ]
    assert [one.kind for one in suggested(facts, lexicon)] == ["namesakes"]


@pytest.mark.parametrize(
    ("roles", "days"),
    [
        (("deputy-head-of-government", "foreign-minister"), ("2017-01-01", "2019-01-01")),
        (("ambassador", "spokesperson"), ("2017-01-01", "2017-03-01")),
        (("ambassador", "spokesperson"), ()),
    ],
)
def test_posts_that_go_together_are_one_persons(
    roles: tuple[str, str], days: tuple[str, ...], lexicon: Lexicon
) -> None:
    facts = [post("Trần Văn Bình", role, *days) for role in roles]
    assert len(people_of(facts, lexicon)) == 1


def test_a_generation_apart_they_are_two(lexicon: Lexicon) -> None:
    facts = [post("Trần Văn Bình", "ambassador", "1980-01-01"), post("Trần Văn Bình", "spokesperson", "2018-01-01")]
    assert len(people_of(facts, lexicon)) == 2


def test_parties_are_not_mixed(lexicon: Lexicon) -> None:
    facts = [post("Kim Min-ho", "ambassador", party="KOR"), post("Kim Min-ho", "ambassador", party="PRK")]
    assert [person.party for person in people_of(facts, lexicon)] == ["KOR", "PRK"]


def test_a_known_term_is_that_of_the_reports(lexicon: Lexicon) -> None:
    """Vương Nghị was foreign minister twice."""
    (first,) = people_of([post("Wang Yi", "foreign-minister", "2018-01-01", party="CHN")], lexicon)
    (second,) = people_of([post("Vương Nghị", "foreign-minister", "2024-01-01", party="CHN")], lexicon)
    assert [(p.terms[0].since, p.terms[0].until) for p in (first, second)] == [
        ("2013-03-16", "2022-12-30"),
        ("2023-07-25", ""),
    ]


def test_a_post_that_hardly_any_report_gives_is_thin(lexicon: Lexicon) -> None:
    """It is shown with that, also where it alone is asked for; a listed post and a minister new in office are not."""
    days = [f"2018-{month:02}-{day:02}" for month in (1, 2) for day in range(1, 26)]
    facts = [post("Lê Văn Khải", "minister", *days), post("Lê Văn Khải", "deputy-minister", "2018-02-03")]
    (person,) = people_of(facts, lexicon)
    assert [(t.role, person.is_thin(t)) for t in person.terms] == [("minister", False), ("deputy-minister", True)]
    assert [one["thin"] for one in person_data(person)["posts"]] == [False, True]
    alone = replace(person, terms=person.terms[1:])
    text = render(people_document([alone], Words("en")))
    assert "hardly any report names it" in text
    (few,) = people_of([post("Lê Văn Khải", "minister", *days[:20]), facts[1]], lexicon)
    assert not any(map(few.is_thin, few.terms))
