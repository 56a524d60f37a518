"""What people say of names: facts follow, on both databases, whatever the order; a decision can be withdrawn."""

from __future__ import annotations

from banggiao.register import open_register
from banggiao.register.upkeep import dump, restore

from .conftest import make

FOREIGN = {"kind": "office", "parties": ["CHN"], "party": "CHN", "role": "ambassador"}


def envoys():
    """Three reports that name an ambassador in two ways, and one by half a name."""
    return [
        make("a", "2015-03-01", "Đại sứ Tống Nghị phát biểu.", FOREIGN | {"person": "Tống Nghị"}),
        make("b", "2015-04-01", "Đại sứ Song Zhe phát biểu.", FOREIGN | {"person": "Song Zhe"}),
        make("c", "2015-05-01", "Ông Tống nói thêm.", FOREIGN | {"person": "Tống"}),
    ]


def holders(register):
    """The names of the posts' holders, with the number of reports of each."""
    return sorted((fact.record.person, len(fact.mentions)) for fact in register.facts(kinds=["office"]))


def test_names_said_to_be_one_persons_make_one_post(register):
    """And what comes in later is read so; withdrawn, all is as before."""
    for article, reading in envoys()[:2]:
        register.add(article, reading)
    apart = holders(register)
    assert apart == [("Song Zhe", 1), ("Tống Nghị", 1)]
    made = register.same_person(["Song Zhe", "Tống Nghị"], party="CHN", by="An", why="công hàm")
    assert made.state == "in force"
    assert holders(register) == [("Tống Nghị", 2)]
    register.add(*envoys()[2])
    assert holders(register) == [("Tống Nghị", 3)]
    register.withdraw(made.id, by="An")
    assert register.decisions(standing=True) == []
    assert holders(register) == [("Song Zhe", 1), ("Tống Nghị", 2)]


def test_names_said_to_be_two_peoples_stay_apart(register):
    """Even a part and its whole; the later word on two names holds."""
    for article, reading in envoys():
        register.add(article, reading)
    assert holders(register) == [("Song Zhe", 1), ("Tống Nghị", 2)]
    register.two_people(["Tống", "Tống Nghị"], by="An")
    assert holders(register) == [("Song Zhe", 1), ("Tống", 1), ("Tống Nghị", 1)]
    register.same_person(["Tống", "Tống Nghị"], by="Bình")
    assert holders(register) == [("Song Zhe", 1), ("Tống Nghị", 2)]


def test_the_order_of_articles_and_decisions_does_not_matter(register, tables):
    """A decision made before its names are read works on them."""
    register.same_person(["Song Zhe", "Tống Nghị"], by="An")
    for article, reading in envoys()[::-1]:
        register.add(article, reading)
    assert holders(register) == [("Tống Nghị", 3)]
    before = tables(register)
    register.derive()
    assert tables(register) == before


def test_a_backup_holds_decisions_on_names(register, tmp_path):
    for article, reading in envoys():
        register.add(article, reading)
    register.same_person(["Song Zhe", "Tống Nghị"], by="An")
    rows = list(dump(register))
    with open_register(tmp_path / "other.sqlite") as other:
        for article, reading in envoys():
            other.add(article, reading)
        list(restore(other, rows, "backup"))
        assert holders(other) == [("Tống Nghị", 3)]


def test_names_in_full_find_their_facts(register):
    for article, reading in envoys():
        register.add(article, reading)
    found = register.facts_of_names(["song zhe", "Tong Nghi", ""])
    assert sorted(fact.record.person for fact in found) == ["Song Zhe", "Tống Nghị"]
    assert register.facts_of_names([]) == []
