"""Copies and rewrites of one report are one voice, in whatever order they come and whoever leaves."""

from __future__ import annotations

import itertools
from array import array

import pytest
from sqlalchemy import text as sql

from banggiao.coverage.copies import sketch_of_words
from banggiao.model import Article
from banggiao.register import open_register, packing
from banggiao.register import voices as hearing
from banggiao.register.conflicts import disagreements
from banggiao.register.intake import voice_of_words
from banggiao.register.sounds import sound_bytes, sound_from

from .conftest import PAIR, make

AGENCY = (
    "Chiều 5/3, Ủy ban liên chính phủ Việt - Pháp họp khóa 7 tại Hà Nội. Hai bên nhất trí đưa kim ngạch thương mại lên "
    "mười tỷ euro trong những năm tới và sớm mở thêm đường bay giữa các thành phố lớn của hai nước. Trưởng đoàn Pháp cho "
    "biết các doanh nghiệp của nước này quan tâm tới năng lượng sạch, đường sắt đô thị và y tế."
)
REPRINT = "Việt - Pháp họp khóa 7\n" + AGENCY + " (TTXVN)"
SHORTER = AGENCY.partition(" Trưởng đoàn")[0]
LONGER = (
    AGENCY + " Bên lề khóa họp, các đại biểu thăm Văn Miếu và dự buổi hòa nhạc của nghệ sĩ hai nước tại Nhà hát Lớn."
)
OWN = "Ngày 7/3, khóa họp thứ 7 của ủy ban hỗn hợp Việt - Pháp bế mạc; phóng viên của báo dự họp báo sau lễ ký."
TEXTS = {"agency": AGENCY, "reprint": REPRINT, "shorter": SHORTER, "longer": LONGER, "own": OWN}
SESSION = {
    "kind": "meeting",
    "parties": PAIR,
    "form": "ministerial",
    "phase": "held",
    "mechanism": "Ủy ban liên chính phủ Việt - Pháp",
    "session": 7,
}


def report(name):
    day = "2019-03-07" if name == "own" else "2019-03-05"
    return make(name, "2019-03-08", TEXTS[name], SESSION | {"date": day})


def voices(register):
    """Which articles speak with one voice."""
    families = {}
    for ref in register.articles():
        families.setdefault(ref.voice, set()).add(ref.id)
    return sorted(sorted(family) for family in families.values())


def test_reprints_are_one_voice(register):
    """With another headline, shortened, longer: one voice; a report of the paper's own is another."""
    for name in TEXTS:
        register.add(*report(name))
    assert voices(register) == [["agency", "longer", "reprint", "shorter"], ["own"]]
    assert register.counts().voices == 2


@pytest.mark.parametrize("kept", [True, False])
def test_a_copy_of_what_was_added_long_ago(location, kept):
    """What nobody remembers sounds as its row says, or, where that was not kept yet, as its text does."""
    with open_register(location) as register:
        list(register.add_many([report("agency"), report("own")]))
        with register._database.writing() as connection:
            if not kept:
                connection.execute(sql("UPDATE article SET sound = NULL"))
            else:  # if it were made of these words, nobody would be found to have copied them
                connection.execute(
                    sql("UPDATE article SET text = :other"), {"other": packing.TEXTS.packed(OWN, "postgresql")}
                )
    with open_register(location) as register:
        list(register.add_many([report("reprint")]))
        assert voices(register) == [["agency", "reprint"], ["own"]]


def test_a_sound_is_kept_whole():
    words = AGENCY.lower().split()
    sketch = sketch_of_words(words)
    own = voice_of_words(words)
    assert sound_from(sound_bytes(own, sketch)) == (own, array("I", sketch))


def test_five_reprints_do_not_outweigh_two_reports(register):
    """A disagreement counts voices, and so does a fact."""
    for name in ("agency", "reprint", "shorter", "longer"):
        register.add(*report(name))
    for number, more in enumerate(("Lễ ký diễn ra trong mưa.", "Họ hẹn gặp lại ở Paris năm sau, theo thông lệ.")):
        words = f"Khóa họp 7 Việt - Pháp bế mạc 7/3. {more}"
        register.add(*make(f"other{number}", "2019-03-08", words, SESSION | {"date": "2019-03-07"}))
    (session,) = disagreements(register.facts())
    assert [(claim.value, claim.voices) for claim in session.claims] == [("2019-03-07", 2), ("2019-03-05", 1)]
    assert session.reason == "more independent reports"
    assert sorted((len(fact.mentions), fact.voices) for fact in register.facts()) == [(2, 2), (4, 1)]


@pytest.mark.parametrize("order", list(itertools.permutations(["agency", "shorter", "longer", "own"]))[::5])
def test_the_order_of_adding_makes_no_difference(order, tmp_path, tables):
    """One by one, in any order, or all at once: the same voices and the same tables."""
    with open_register(tmp_path / "one.sqlite") as one, open_register(tmp_path / "all.sqlite") as whole:
        for name in order:
            one.add(*report(name))
        list(whole.add_many(report(name) for name in sorted(order)))
        assert voices(one) == voices(whole) == [["agency", "longer", "shorter"], ["own"]]
        assert {ref.key: ref.voice for ref in one.articles()} == {ref.key: ref.voice for ref in whole.articles()}
        assert tables(one) == tables(whole)


def test_who_held_a_family_together_leaves_it_in_two(register):
    """Two halves of a long report share nothing; with the report they are one voice, without it they are two."""
    rest = AGENCY[len(SHORTER) :] + LONGER[len(AGENCY) :]
    for id, words in (("first", SHORTER), ("rest", rest), ("whole", LONGER)):
        register.add(*make(id, "2019-03-08", words, SESSION | {"date": "2019-03-05"}))
    assert voices(register) == [["first", "rest", "whole"]]
    (fact,) = register.facts()
    assert fact.voices == 1
    register.remove(next(ref.key for ref in register.articles() if ref.id == "whole"))
    assert voices(register) == [["first"], ["rest"]]
    (fact,) = register.facts()
    assert fact.voices == 2


def test_reading_anew_changes_no_voice(register):
    """The text is the same, so the family is."""
    for name in TEXTS:
        register.add(*report(name))
    before = {ref.key: ref.voice for ref in register.articles()}
    for ref in register.articles():
        stored = register.article(ref.key)
        register.replace(stored.article, make(ref.id, "2019-03-08", stored.article.text)[1])
    assert {ref.key: ref.voice for ref in register.articles()} == before


def test_a_register_of_the_version_before_learns_its_voices(location):
    """The migration finds the copies among the articles that are kept, and what rests on them is derived again."""
    from alembic import command
    from alembic.config import Config

    from banggiao.register import database

    with open_register(location) as register:
        for name in TEXTS:
            register.add(*report(name))
        after = {ref.key: ref.voice for ref in register.articles()}
        config = Config()
        config.set_main_option("script_location", str(database.Path(database.__file__).with_name("migrations")))
        with register._database.writing() as connection:
            config.attributes["connection"] = connection
            command.downgrade(config, "0003")
            connection.execute(sql("UPDATE article SET voice = key"))
            connection.execute(sql("UPDATE fact SET voices = 99"))
    with open_register(location) as register:
        assert voices(register) == [["agency", "longer", "reprint", "shorter"], ["own"]]
        assert len(after) == 5
        assert sorted(fact.voices for fact in register.facts()) == [1, 1]


def test_words_that_a_person_took_from_an_article_stay_its_voice(register):
    """When a copy leaves, a fact added by hand still speaks with the voice of its source."""
    for name in ("agency", "longer"):
        register.add(*report(name))
    source = next(ref for ref in register.articles() if ref.id == "agency")
    words = "Trưởng đoàn Pháp cho biết"
    record = make("x", None, words, {"kind": "statement", "parties": ["FRA"], "act": "say"})[1].records[0]
    register.add_by_hand(Article(id="by hand", text=words), record, of=source.key, by="Lan")
    assert len({ref.voice for ref in register.articles()}) == 1
    register.remove(next(ref.key for ref in register.articles() if ref.id == "longer"))
    assert len({ref.voice for ref in register.articles()}) == 1


def test_lines_under_every_page_join_nobody(tmp_path, tables, monkeypatch):
    """A spot of many articles is boilerplate, however they came; when some leave, it joins those that are left."""
    monkeypatch.setattr(hearing, "_BOILERPLATE", 5)
    items = [make(f"a{n}", "2019-03-08", f"{SHORTER} Bài số {n}.", SESSION | {"date": "2019-03-05"}) for n in range(9)]
    with open_register(tmp_path / "one.sqlite") as one, open_register(tmp_path / "all.sqlite") as whole:
        for number, item in enumerate(reversed(items)):
            one.add(*item)
            assert len(voices(one)) == (1 if number < 5 else number + 1)
        list(whole.add_many(items))
        assert voices(one) == voices(whole)
        assert tables(one) == tables(whole)
        for ref in whole.articles()[5:]:
            whole.remove(ref.key)
        assert voices(whole) == [[f"a{n}" for n in range(5)]]
        (fact,) = whole.facts()
        assert fact.voices == 1
