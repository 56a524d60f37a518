"""What a fact is to two parties: its rows, in both databases."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from banggiao.register import schema
from banggiao.register.pairing import CROWD, NEVER, Part

from .conftest import PAIR, make

TALKS: dict[str, Any] = {"kind": "meeting", "parties": PAIR, "form": "talks", "phase": "held", "date": "2019-03-05"}


def rows(register, table=schema.fact_pair):
    """The rows of a table, once what is left to be derived is derived."""
    register.counts()
    with register._database.reading() as connection:
        return [row._asdict() for row in connection.execute(select(table))]


def test_a_meeting_stands_at_its_day_from_its_first_report(register):
    """The rank is its day, before which it is not told; all of its reports are known with the last."""
    register.add(*make("one", "2019-03-06", "Hai bên hội đàm, tin một.", TALKS))
    register.add(*make("two", "2021-05-01", "Hai bên hội đàm, tin hai.", TALKS))
    (row,) = rows(register)
    assert (row["pair"], row["part"]) == ("FRA|VNM", Part.held)
    days = [date.fromordinal(row[name]).isoformat() for name in ("rank", "since", "first", "last")]
    assert days == ["2019-03-05", "2019-03-05", "2019-03-06", "2021-05-01"]


def test_what_no_day_can_be_given_for_is_known_on_none(register):
    """An undated page of nothing dated."""
    level = {"kind": "status", "parties": PAIR, "level": "strategic-partnership", "phase": "in-force"}
    register.add(*make("page", None, "Việt Nam và Pháp là đối tác chiến lược.", level))
    (row,) = rows(register)
    assert (row["rank"], row["first"], row["last"]) == (-1, NEVER, NEVER)


def test_a_conference_of_many_has_a_row_a_party(register):
    """Two parties find it by the rows of both; of few parties each two have their own."""
    many = [f"P{n:02}" for n in range(CROWD + 5)]
    register.add(*make("forum", "2019-03-06", "Diễn đàn khai mạc.", TALKS | {"parties": many, "form": "forum"}))
    register.add(*make("three", "2019-03-06", "Ba bên họp.", TALKS | {"parties": ["A", "B", "C"]}))
    pairs = sorted(row["pair"] for row in rows(register))
    assert pairs == ["A|B", "A|C", "B|C", *(f"{code}|*" for code in many)]


def says(party: str, words: str, **more: Any) -> dict[str, Any]:
    return {"kind": "statement", "parties": [party], "act": "say", "says": words} | more


STORIES = [
    ("the story has the two alone", [["CHN", "ASEAN"]], "Hai bên cần hợp tác.", ["ASEAN|CHN"]),
    ("it has the speaker with others too", [["CHN", "ASEAN"], ["CHN", "JPN"]], "Hai bên cần hợp tác.", []),
    ("the words name one of the others", [["CHN", "ASEAN"], ["CHN", "JPN"]], "Nhật Bản là bạn.", ["CHN|JPN"]),
]


@pytest.mark.parametrize(("pairs", "words", "concerned"), [case[1:] for case in STORIES], ids=[c[0] for c in STORIES])
def test_words_of_one_side_concern_the_two_or_not(register, pairs, words, concerned):
    """Of one story with five partners nobody knows to whom a sentence is said that names none of them."""
    met = [TALKS | {"parties": pair, "says": "Các bên họp."} for pair in pairs]
    register.add(*make("talks", "2019-03-06", f"Các bên họp. {words}", says("CHN", words), *met))
    assert [row["pair"] for row in rows(register) if row["part"] >= Part.said_together] == concerned


def test_a_post_belongs_to_the_pairs_of_its_articles(register):
    """The holder whom an article on the two names is told with the two, on the side of the party."""
    holder = {"kind": "office", "parties": ["FRA"], "party": "FRA", "role": "foreign-minister", "person": "Le Drian"}
    register.add(*make("talks", "2019-03-06", "Ngoại trưởng Pháp Le Drian hội đàm.", TALKS, holder))
    register.add(*make("alone", "2019-04-06", "Ngoại trưởng Pháp Le Drian phát biểu.", holder))
    (row,) = [row for row in rows(register) if row["part"] != Part.held]
    assert (row["pair"], row["part"]) == ("FRA|VNM", Part.office_first)
    assert date.fromordinal(row["first"]) == date(2019, 3, 6)


def test_an_article_speaks_of_its_pairs_until_it_is_gone(register):
    """Read anew or removed, nothing is left behind."""
    key = register.add(*make("talks", "2019-03-06", "Hai bên hội đàm.", TALKS)).key
    assert [row["pair"] for row in rows(register, schema.article_pair)] == ["FRA|VNM"]
    register.replace(*make("talks", "2019-03-06", "Hai bên hội đàm.", TALKS | {"parties": ["JPN", "VNM"]}))
    assert [row["pair"] for row in rows(register, schema.article_pair)] == ["JPN|VNM"]
    register.remove(key)
    assert rows(register, schema.article_pair) == rows(register) == []
