"""Reading anew, checking, backup and restoring, in each database."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import update

from banggiao.errors import RegisterError
from banggiao.model import Reading
from banggiao.register import open_register, schema
from banggiao.register.names import Instruments
from banggiao.register.upkeep import VERSION, dump, reread, restore, sampled, verify

from .conftest import make, news


def fill(register):
    for article, reading in news():
        register.add(article, reading)


def as_before(article):
    """A reader that reads each article as it is labelled."""
    return next(reading for known, reading in news() if known.id == article.id)


def test_reading_anew_with_the_same_reader_changes_nothing(register, tables):
    """Not a row of any table."""
    fill(register)
    before = tables(register)
    assert all(not (c.came or c.went or c.failed) for c in reread(register, as_before))
    assert tables(register) == before


def test_reading_anew_writes_nothing_of_an_article_that_is_read_as_before(register):
    """Nor of one whose day or title the reader found."""
    found = {"published": "2019-03", "published_basis": "derived", "published_reason": "by a session", "title": "Tin"}
    read = {}
    for article, reading in news():
        read[article.id] = replace(reading, **found) if article.published is None else reading
        register.add(article if article.published else replace(article, title=""), read[article.id])
    before = register.state()
    list(reread(register, lambda article: read[article.id]))
    assert register.state() == before + 1  # deriving


def test_reading_anew_keeps_what_the_new_reader_says(register):
    """Records that went and came are told; facts follow; a dry run writes nothing."""
    fill(register)

    def without_offices(article):
        reading = as_before(article)
        return replace(reading, records=[r for r in reading.records if r.kind != "office"])

    before = register.counts()
    changes = {c.article.id: c for c in reread(register, without_offices, keep=False)}
    assert register.counts() == before
    assert [r["kind"] for r in changes["visit"].went] == ["office"]
    assert changes["paris"].went == changes["paris"].came == []
    list(reread(register, without_offices))
    assert "office" not in register.counts().facts


PAPER = {"kind": "instrument", "parties": ["FRA", "VNM"]}
DECLARATIONS = [
    make(
        "signed",
        "2013-09-26",
        "Hai nước ký Tuyên bố chung Việt Nam - Pháp.",
        PAPER | {"name": "Tuyên bố chung Việt Nam - Pháp", "stage": "signed", "date": "2013-09-25"},
    ),
    make(
        "recalled",
        "2018-11-03",
        "Hai bên ký tuyên bố chung giữa hai nước năm 2013.",
        PAPER | {"name": "tuyên bố chung giữa hai nước", "stage": "signed", "date": "2013"},
    ),
]


def test_reading_anew_derives_by_the_present_rules(register, tables, monkeypatch):
    """Facts of readings that stay as they are: by older rules the names of an agreement's parties told it from itself."""
    with monkeypatch.context() as older:
        older.setattr(Instruments, "_without", lambda self, name, parties: "")
        for article, reading in DECLARATIONS:
            register.add(article, reading)
        assert register.counts().facts == {"instrument": 2}
    said = {article.id: reading for article, reading in DECLARATIONS}
    with open_register(register.location) as present:
        changes = list(reread(present, lambda article: said[article.id]))
        assert not any(change.came or change.went for change in changes)
        assert present.counts().facts == {"instrument": 1}
        once = tables(present)
        list(reread(present, lambda article: said[article.id]))
        assert tables(present) == once


def test_an_article_that_cannot_be_read_keeps_its_reading(register, tables):
    """One failure is told and ends nothing."""
    fill(register)
    before = tables(register)

    def failing(article):
        if article.id == "plan":
            raise ValueError("no")
        return as_before(article)

    assert [c.article.id for c in reread(register, failing) if c.failed] == ["plan"]
    assert tables(register) == before


def test_a_sound_register_has_no_faults(register):
    """Nothing to say of what was just added."""
    fill(register)
    assert list(verify(register, as_before, reader="test")) == []


def test_a_changed_text_and_foreign_evidence_are_found(register):
    """What somebody changed in the tables by hand is named, by article."""
    fill(register)
    with register._database.writing() as connection:
        connection.execute(update(schema.article).where(schema.article.c.id == "paris").values(text="Ngắn."))
    found = list(verify(register))
    assert {f.article.id for f in found} == {"paris"}
    assert all(f.damage for f in found)


@pytest.mark.parametrize("other", [None, "0123456789abcdef"])
def test_a_record_without_its_fact_is_found(register, other):
    """It belongs to none, or to one that is not there; the article is named."""
    fill(register)
    key = next(ref.key for ref in register.articles() if ref.id == "paris")
    with register._database.writing() as connection:
        connection.execute(update(schema.mention).where(schema.mention.c.article == key).values(fact=other))
    found = list(verify(register))
    assert found
    assert {(f.article.id, f.damage) for f in found} == {("paris", True)}
    assert all(f.problem.endswith("no fact" if other is None else "that is not there") for f in found)


def test_another_reading_is_told_and_is_no_damage(register):
    """The present reader would read one article otherwise."""
    fill(register)
    nothing = Reading("x", None, "x", [], reader="test")
    found = list(verify(register, lambda a: nothing if a.id == "paris" else as_before(a), reader="test"))
    assert [(f.article.id, f.damage) for f in found] == [("paris", False)]


def test_a_backup_restores_the_same_register(register, tables, tmp_path):
    """From any database into a file, with the same tables; taking it in twice changes nothing."""
    fill(register)
    lines = list(dump(register))
    with open_register(str(tmp_path / "copy.sqlite")) as copy:
        assert {added.outcome for added in restore(copy, lines, "b")} == {"new"}
        copy.counts()
        assert tables(copy) == tables(register)
        assert {added.outcome for added in restore(copy, lines, "b")} == {"known"}
        assert tables(copy) == tables(register)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda rows: rows[:-1],
        lambda rows: rows[:-2] + rows[-1:],
        lambda rows: [rows[0], rows[1][:40], *rows[2:]],
        lambda rows: [b'{"format": "other"}\n', *rows[1:]],
        lambda rows: [],
        lambda rows: [rows[0].replace(f":{VERSION}}}".encode(), b":99}"), *rows[1:]],
    ],
)
def test_a_spoilt_backup_is_refused_before_anything_is_written(register, spoil, tmp_path):
    """Cut off, with a line missing, damaged, of another kind, empty, or newer."""
    fill(register)
    rows = spoil(list(dump(register)))
    with open_register(str(tmp_path / "copy.sqlite")) as copy:
        with pytest.raises(RegisterError):
            list(restore(copy, rows, "spoilt.gz"))
        assert copy.counts().articles == 0


def test_a_sample_is_the_same_for_the_same_seed_and_checks_only_itself(register):
    """Drawn by lot, in the register's order; an article that is added changes no other's place in the draw."""
    fill(register)
    every = register.articles()
    drawn = sampled(every, 2, seed=1)
    assert drawn == sampled(every, 2, seed=1) == [ref for ref in every if ref in drawn]
    assert len({tuple(ref.id for ref in sampled(every, 2, seed)) for seed in range(20)}) > 3
    assert set(sampled([ref for ref in every if ref is not every[0]], 5, 1)) <= set(every)
    assert sampled(every, 99, seed=1) == every
    otherwise = Reading("", None, "", [], reader="test")
    found = list(verify(register, lambda _: otherwise, reader="test", articles=drawn))
    assert {finding.article.id for finding in found} == {ref.id for ref in drawn}
