"""What people say of names of agreements, and which are suggested to them; on both databases, whatever the order."""

from __future__ import annotations

from typing import Any

import pytest

from banggiao.briefs.suggestions import suggestions_asked
from banggiao.lexicon import load
from banggiao.register import open_register
from banggiao.register.upkeep import dump, restore

from .conftest import make

TWO = ["JPN", "KOR"]
SHORT = "hiệp định trao đổi tin tức quân sự"
LONG = "Hiệp định trao đổi và bảo vệ tin tức quân sự song phương"


def report(id: str, day: str, name: str, stage: str, **slots: Any):
    record = {"kind": "instrument", "parties": TWO, "name": name, "stage": stage} | slots
    return make(id, day, f"Hàn Quốc, Nhật Bản và {name}, tin {id}.", record)


def reports():
    """A signing told under two names, one of them spelt in two ways, and the end that was threatened later."""
    return [
        report("long", "2016-11-23", LONG, "signed", date="2016-11-23"),
        report("short", "2016-11-24", SHORT, "signed", date="2016-11"),
        report("spelt", "2016-11-25", SHORT.replace("trao đổi", "về trao đổi"), "in-force"),
        report("ended", "2019-08-23", SHORT, "rejected", date="2019-08-22"),
        report("others", "2019-08-24", SHORT, "signed", date="2019-08-24", parties=["ISR", "USA"]),
    ]


def lives(register) -> list[tuple[str, list[str], int]]:
    """(parties, stages, reports) of each agreement."""
    found: dict[str, list] = {}
    for fact in register.facts(kinds=["instrument"]):
        found.setdefault(fact.key, []).append(fact)
    return sorted(
        ("|".join(life[0].record.parties), sorted(f.record.stage for f in life), sum(f.reports for f in life))
        for life in found.values()
    )


APART = [
    ("ISR|USA", ["signed"], 1),
    ("JPN|KOR", ["in-force", "rejected", "signed"], 3),
    ("JPN|KOR", ["signed"], 1),
]
ONE = [("ISR|USA", ["signed"], 1), ("JPN|KOR", ["in-force", "rejected", "signed"], 4)]


def fill(register, items) -> None:
    for article, reading in items:
        register.add(article, reading)


def test_names_said_to_be_one_agreements_make_one_life(register, tables):
    """All its spellings and stages with it, those of two others not; withdrawn, all is as before."""
    fill(register, reports())
    before = tables(register)
    assert lives(register) == APART
    made = register.same_agreement([SHORT, LONG], parties=TWO, by="An", why="cùng một văn bản")
    assert (made.state, made.kind) == ("in force", "agreement")
    assert lives(register) == ONE
    (signed,) = [f for f in register.facts(kinds=["instrument"], parties=TWO) if f.record.stage == "signed"]
    assert (signed.record.date, signed.reports) == ("2016-11-23", 2)
    register.withdraw(made.id, by="An")
    after = tables(register)
    assert all(after[name] == before[name] for name in before if name != "decision")


def test_the_later_word_on_two_names_holds(register):
    fill(register, reports())
    register.same_agreement([SHORT, LONG], by="An")
    assert lives(register) == ONE
    register.two_agreements([SHORT, LONG], by="Bình")
    assert lives(register) == APART


def test_the_order_of_articles_and_decisions_does_not_matter(register, tables):
    """Nor whether they come one by one or in bulk, nor deriving anew."""
    register.same_agreement([SHORT, LONG], parties=TWO, by="An")
    list(register.add_many(reports()[::-1]))
    assert lives(register) == ONE
    before = tables(register)
    register.derive()
    assert tables(register) == before


def test_a_word_said_elsewhere_counts_for_what_comes_in_next(register, location):
    """While a bulk run reads on, and in a register that has been open all the time."""
    fill(register, reports()[:1])

    def items():
        yield reports()[1]
        with open_register(location) as elsewhere:
            elsewhere.same_agreement([SHORT, LONG], parties=TWO, by="An")
        yield reports()[2]

    list(register.add_many(items()))
    fill(register, reports()[3:])
    assert lives(register) == ONE
    with open_register(location) as elsewhere:
        (made,) = elsewhere.decisions()
        elsewhere.withdraw(made.id, by="An")
    register.add(*report("again", "2020-01-02", LONG, "signed", date="2016-11-23"))
    assert [life[2] for life in lives(register)] == [1, 3, 2]


def test_facts_put_together_stay_so_when_their_names_are(register):
    """A merger of facts works with a word on their names, in either order, and after either is withdrawn."""
    fill(register, reports())
    signed = [f.id for f in register.facts(kinds=["instrument"], parties=TWO) if f.record.stage == "signed"]
    merged = register.merge(signed, by="An")
    named = register.same_agreement([SHORT, LONG], parties=TWO, by="An")
    assert lives(register) == ONE
    register.withdraw(merged.id, by="An")
    assert lives(register) == ONE
    register.withdraw(named.id, by="An")
    assert lives(register) == APART


WITH, WITHOUT = "Hiệp định về hàng hải", "Hiệp định hàng hải"
"""One name by the rules, which pass over "về"."""


def harbours():
    """Two agreements, of 1992 and of 2018, and another spelling of the first."""
    return [
        report("old", "1992-03-05", WITHOUT, "signed", date="1992-03-04"),
        report("loud", "2017-03-05", WITHOUT.upper(), "in-force"),
        report("new", "2018-06-02", WITH, "in-force"),
        report("other", "2018-06-03", WITH, "in-force", parties=["FRA", "VNM"]),
    ]


def test_names_that_rules_take_for_one_are_parted(register, tables):
    """All spellings stay with the name that is theirs; withdrawn, or said to be one after all, they are together."""
    fill(register, harbours())
    together = [("FRA|VNM", ["in-force"], 1), ("JPN|KOR", ["in-force", "signed"], 3)]
    parted = [("FRA|VNM", ["in-force"], 1), ("JPN|KOR", ["in-force"], 1), ("JPN|KOR", ["in-force", "signed"], 2)]
    assert lives(register) == together
    before = tables(register)
    made = register.two_agreements([WITH, WITHOUT], parties=TWO, by="An")
    assert lives(register) == parted
    said = tables(register)
    register.derive()
    assert tables(register) == said
    register.withdraw(made.id, by="An")
    after = tables(register)
    assert all(after[name] == before[name] for name in before if name != "decision")
    register.two_agreements([WITH, WITHOUT], parties=TWO, by="An")
    register.same_agreement([WITH, WITHOUT], parties=TWO, by="Bình")
    assert lives(register) == together


def test_parted_names_are_so_for_what_comes_in_later(register):
    """In bulk, whatever the order; and a parted name may be one with a third."""
    register.two_agreements([WITH, WITHOUT], parties=TWO, by="An")
    third = "Hiệp định tàu biển"
    register.same_agreement([WITH, third], parties=TWO, by="An")
    list(register.add_many([*harbours()[::-1], report("third", "2018-06-04", third, "signed", date="2018-06-01")]))
    assert lives(register) == [
        ("FRA|VNM", ["in-force"], 1),
        ("JPN|KOR", ["in-force", "signed"], 2),
        ("JPN|KOR", ["in-force", "signed"], 2),
    ]


def test_three_names_that_are_three_agreements(register):
    """Of those that nobody held apart some stay together."""
    names = [WITHOUT, WITH, "Hiệp định về các hàng hải"]
    fill(register, [report(f"r{n}", f"2018-06-0{n + 1}", name, "in-force") for n, name in enumerate(names)])
    assert [life[2] for life in lives(register)] == [3]
    register.two_agreements(names[:2], by="An")
    assert [life[2] for life in lives(register)] == [1, 2]
    register.two_agreements(names, by="An")
    assert [life[2] for life in lives(register)] == [1, 1, 1]


def test_a_name_that_the_lexicon_knows_stands_for_the_others(register):
    """Whoever names its parties, or does not."""
    paper = {"kind": "instrument", "stage": "negotiating"}
    name = "bản quy tắc chung cho vùng biển"
    register.add(
        *make(
            "a", "2018-08-02", f"ASEAN và Trung Quốc bàn {name}.", paper | {"parties": ["ASEAN", "CHN"], "name": name}
        )
    )
    register.add(*make("b", "2018-08-03", "Hai bên bàn COC.", paper | {"parties": ["CHN"], "name": "COC"}))
    assert len(register.facts(kinds=["instrument"])) == 2
    register.same_agreement([name, "COC"], by="An")
    (fact,) = register.facts(kinds=["instrument"])
    assert (fact.key, fact.reports) == ("instrument:coc", 2)


def test_a_backup_holds_decisions_on_names_of_agreements(register, tables, tmp_path):
    fill(register, reports())
    register.same_agreement([SHORT, LONG], parties=TWO, by="An")
    with open_register(str(tmp_path / "copy.sqlite")) as copy:
        list(restore(copy, list(dump(register)), "backup"))
        assert lives(copy) == ONE


def suggested(register) -> list[tuple[str, ...]]:
    found = suggestions_asked(register, load())
    return [tuple(sorted(one.names)) for one in found if one.kind == "agreement"]


def test_agreements_of_like_names_are_suggested_until_somebody_decides(register):
    """Those of the same parties; of the likeliest name first."""
    fill(register, [*reports(), report("far", "2019-09-01", "Hiệp định nghề cá", "signed", date="1999-01-22")])
    pair = tuple(sorted([SHORT, LONG]))
    assert suggested(register) == [pair]
    made = register.two_agreements(pair, parties=TWO, by="An")
    assert suggested(register) == []
    register.withdraw(made.id, by="An")
    register.same_agreement(pair, parties=TWO, by="An")
    assert suggested(register) == []


@pytest.mark.parametrize(
    ("name", "date", "parties"),
    [
        ("Hiệp định trao đổi tin tức quân sự năm 2012", "2012-06-29", TWO),
        ("Hiệp định trao đổi tin tức quân sự giai đoạn 2", "2016-11-23", TWO),
        ("bản ghi nhớ về trao đổi tin tức quân sự", "2016-11-23", TWO),
        ("một số hiệp định trao đổi tin tức quân sự", "2016-11-23", TWO),
        (LONG, "2016-11-23", ["JPN", "USA"]),
    ],
    ids=["signed at another time", "another number", "another kind of document", "unnamed papers", "of others"],
)
def test_what_cannot_be_one_agreement_is_not_suggested(register, name, date, parties):
    short = report("short", "2016-11-24", f"{SHORT} giai đoạn 1", "signed", date="2016-11-23")
    fill(register, [short, report("b", "2016-11-25", name, "signed", date=date, parties=parties)])
    assert len(lives(register)) == 2
    assert suggested(register) == []
