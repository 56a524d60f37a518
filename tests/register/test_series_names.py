"""What people say of names of series of meetings; on both databases, whatever the order."""

from __future__ import annotations

from typing import Any

import pytest

from banggiao.briefs.listing import Asked, facts_asked
from banggiao.cli import run
from banggiao.errors import UsageError
from banggiao.lexicon import load
from banggiao.register import open_register
from banggiao.register.upkeep import dump, restore

from .conftest import PAIR, make

TALKS, PANEL = "Đối thoại Chiến lược - Quốc phòng", "Nhóm công tác chung về an ninh"
SHORT = "Đối thoại Chiến lược"


def report(id: str, name: str, day: str, **slots: Any):
    meeting = {"kind": "meeting", "parties": PAIR, "form": "forum", "phase": "held", "mechanism": name, "date": day}
    return make(id, "2019-03-07", f"{name} họp, tin {id}.", meeting | slots)


def reports():
    """One session under two names that have no word in common, another of one of them a year before."""
    return [
        report("a", TALKS, "2019-03-05", session=3),
        report("b", PANEL.upper(), "2019-03", session=3),
        report("c", PANEL, "2018-03-01", session=2),
    ]


def sessions(register) -> list[int]:
    """How many reports each meeting has."""
    return sorted(fact.reports for fact in register.facts(kinds=["meeting"]))


def found(register, name: str) -> int:
    return len(facts_asked(register, load(), Asked(names=(name,))))


def test_names_said_to_be_one_series_make_one_session(register, tables):
    """However they are spelt, and what is asked of one name is told of both; withdrawn, all is as before."""
    list(register.add_many(reports()))
    before = tables(register)
    assert (sessions(register), found(register, TALKS)) == ([1, 1, 1], 1)
    made = register.same_series([TALKS, PANEL], by="An", why="cùng một cơ chế")
    assert (made.state, made.kind) == ("in force", "series")
    assert (sessions(register), found(register, TALKS), found(register, PANEL)) == ([1, 2], 2, 2)
    said = tables(register)
    register.derive()
    assert tables(register) == said
    register.withdraw(made.id, by="An")
    after = tables(register)
    assert all(after[name] == before[name] for name in before if name != "decision")


def test_what_was_said_counts_for_what_comes_in_later(register, tmp_path):
    """And goes into a backup."""
    register.same_series([TALKS, PANEL], by="An")
    for article, reading in reports()[::-1]:
        register.add(article, reading)
    assert sessions(register) == [1, 2]
    with open_register(str(tmp_path / "copy.sqlite")) as copy:
        list(restore(copy, list(dump(register)), "backup"))
        assert sessions(copy) == [1, 2]


def test_names_that_rules_take_for_one_are_two_series(register):
    """The later word holds."""
    list(register.add_many([report("a", TALKS, "2019-03-05"), report("b", SHORT, "2019-03-05")]))
    assert sessions(register) == [2]
    register.two_series([TALKS, SHORT], by="An")
    assert sessions(register) == [1, 1]
    register.same_series([TALKS, SHORT], by="Bình")
    assert sessions(register) == [2]
    with pytest.raises(UsageError, match="two names"):
        register.two_series([TALKS, f" {TALKS} "], by="An")


def test_summits_of_a_body_may_be_two_series(register):
    """Though they are on one day."""
    names = ["Hội nghị cấp cao ASEAN", "Hội nghị thượng đỉnh hẹp ASEAN"]
    meeting = {"kind": "meeting", "parties": ["ASEAN"], "form": "summit", "phase": "held", "date": "2019-06-22"}
    items = [make(f"s{n}", "2019-06-23", f"{name} họp.", meeting | {"mechanism": name}) for n, name in enumerate(names)]
    list(register.add_many(items))
    assert sessions(register) == [2]
    register.two_series(names, by="An")
    assert sessions(register) == [1, 1]


def test_the_command(tmp_path, capsys):
    path = str(tmp_path / "r.sqlite")
    with open_register(path) as register:
        list(register.add_many(reports()))
    assert run(["decide", "same", TALKS, PANEL, "--series", "--by", "An", "--register", path]) == 0
    with open_register(path) as register:
        assert sessions(register) == [1, 2]
    assert run(["decisions", "--lang", "vi", "--register", path]) == 0
    assert "Nhóm công tác chung" in capsys.readouterr().out
    assert run(["decide", "same", TALKS, PANEL, "--series", "--party", "FRA", "--by", "An", "--register", path]) == 2
    assert run(["decide", "same", TALKS, PANEL, "--series", "--agreement", "--by", "An", "--register", path]) == 2
    assert "--series" in capsys.readouterr().err
