"""What a register does, whatever the database."""

from __future__ import annotations

import random
from datetime import date

import pytest

from banggiao.briefs.standing import ladders, ladders_document
from banggiao.briefs.words import Words
from banggiao.register.ladder import current

from .conftest import PAIR, make, news


def add_all(register, items):
    return [register.add(*item).outcome for item in items]


def test_same_article_twice_changes_nothing(register, tables):
    """The second time every article is known and every table is as it was."""
    add_all(register, news())
    before = tables(register)
    assert add_all(register, news()) == ["known"] * len(news())
    assert tables(register) == before


def test_articles_and_readings_come_back_as_they_went_in(register):
    """What was added is given back equal, record for record."""
    for article, reading in news():
        key = register.add(article, reading).key
        stored = register.article(key)
        assert stored.article == article
        assert stored.reading.to_dict() == reading.to_dict()


def test_order_of_adding_does_not_matter(register, tables):
    """Any order, and bulk or single, ends in the same tables."""
    add_all(register, news())
    expected = tables(register)
    for seed in range(6):
        items = news()
        random.Random(seed).shuffle(items)
        for ref in register.articles():
            assert register.remove(ref.key)
        assert register.counts().facts == {}
        if seed % 2:
            list(register.add_many(items, batch=2))
            register.counts()
        else:
            add_all(register, items)
        assert tables(register) == expected


def test_deriving_again_gives_identical_tables(register, tables):
    """Facts depend on the readings kept and on nothing else."""
    add_all(register, news())
    before = tables(register)
    assert register.derive() == len(before["fact"])
    assert tables(register) == before


@pytest.mark.parametrize("batch", [1, 3, 50])
def test_what_is_derived_while_it_is_kept_is_what_is_derived_anew(batch, register, tables):
    """A record that is alone in its block becomes a fact at once; others of the block come with it, later, or again."""
    said = {"kind": "statement", "parties": ["FRA"], "act": "say", "speaker": "Édouard Philippe"}
    words = "Thủ tướng Édouard Philippe nói Pháp coi trọng quan hệ với Việt Nam."
    together = {"kind": "meeting", "parties": PAIR, "form": "talks", "phase": "held", "date": "2018-11-02"}
    reports = [
        make(name, f"2018-11-0{day}", f"{words} Bản tin {name}.", said | {"says": words}, together)
        for day, name in enumerate(("first", "second", "third"), 2)
    ]
    list(register.add_many([reports[0], *news(), reports[1]], batch=batch))
    for items in (reports[2:], reports[:1]):
        list(register.add_many(items, batch=batch))
        kept = tables(register)
        register.derive()
        assert tables(register) == kept
    (fact,) = [
        f
        for f in register.facts(kinds=("statement",))
        if f.record.speaker == "Édouard Philippe" and len(f.mentions) > 1
    ]
    assert len(fact.mentions) == 3


def test_one_text_under_two_addresses_is_one_voice(register):
    """A reprint is a source of its own, not a second witness; another text is one."""
    say = {"kind": "status", "parties": PAIR, "level": "strategic-partnership", "phase": "in-force"}
    text = "Quan hệ đối tác chiến lược Việt Nam - Pháp phát triển tốt."
    register.add(*make("a", "2019-01-01", text, say, url="https://one.example/a"))
    register.add(*make("a", "2019-01-01", text.replace(" ", "  ", 1), say, url="https://two.example/a"))
    (fact,) = register.facts(parties=PAIR)
    assert (len(fact.mentions), fact.voices) == (2, 1)
    register.add(*make("b", "2019-01-02", "Việt Nam và Pháp là đối tác chiến lược.", say))
    (fact,) = register.facts(parties=PAIR)
    assert (len(fact.mentions), fact.voices) == (3, 2)


def test_a_plan_and_two_reports_make_one_meeting(register):
    """The exact days and the fullest name win; before the visit only the plan was known."""
    add_all(register, news())
    (visit,) = [f for f in register.facts(parties=PAIR, kinds=["meeting"]) if f.record.form == "visit"]
    assert (visit.record.phase, visit.record.date) == ("held", "2018-11-02/2018-11-04")
    assert visit.record.people == ["Édouard Philippe"]
    then = register.fact(visit.id, known_by=date(2018, 10, 31))
    assert (then.record.phase, then.record.date) == ("planned", "2018-11")


def test_a_meeting_is_called_what_most_reports_call_it(register):
    """One report with a few words too many does not rename it; of two names said once the fuller is kept."""
    base = {"kind": "meeting", "parties": PAIR, "form": "summit", "phase": "held", "date": "2019-03-05"}
    names = ["Đối thoại cấp cao vốn bị hoãn", "Đối thoại cấp cao", "đối thoại cấp cao"]
    for number, name in enumerate(names):
        register.add(*make(f"n{number}", "2019-05-01", f"Hai bên họp, bản tin {number}.", base | {"mechanism": name}))
    (dialogue,) = register.facts(parties=PAIR)
    assert dialogue.record.mechanism == "đối thoại cấp cao"
    other = base | {"date": "2019-08-05"}
    for number, name in enumerate(["Đối thoại cấp cao", "Đối thoại cấp cao thường niên"]):
        register.add(*make(f"o{number}", "2019-09-01", f"Hai bên gặp, bản tin {number}.", other | {"mechanism": name}))
    assert [f.record.mechanism for f in register.facts(parties=PAIR)][-1] == "Đối thoại cấp cao thường niên"


def test_a_meeting_is_where_most_reports_have_it_by_whatever_name_of_the_city(register):
    """Two names of Moscow are no two cities, and together outnumber another one; it is written as most write it."""
    base = {"kind": "meeting", "parties": PAIR, "form": "talks", "phase": "held", "date": "2019-03-05"}
    for number, city in enumerate(("Moskva", "Moscow", "Mátxcơva", "Moskva")):
        register.add(*make(f"n{number}", "2019-05-01", f"Hai bên họp, bản tin {number}.", base | {"city": city}))
    (talks,) = register.facts(parties=PAIR)
    assert (talks.record.city, len(talks.mentions)) == ("Moskva", 4)


CONTRADICTIONS = {
    "another day": ({"date": "2019-03-05"}, {"date": "2019-04-05"}),
    "another city": ({"date": "2019-03-05", "city": "Hà Nội"}, {"date": "2019-03-05", "city": "Paris"}),
    "another session": ({"mechanism": "Đối thoại", "session": 3}, {"mechanism": "Đối thoại", "session": 4}),
    "other people": ({"date": "2019-03-05", "people": ["Nguyễn An"]}, {"date": "2019-03-05", "people": ["Trần Bình"]}),
    "no sign that they are one": ({}, {"date": "2019"}),
}


@pytest.mark.parametrize("slots", CONTRADICTIONS.values(), ids=CONTRADICTIONS.keys())
def test_meetings_that_contradict_stay_apart(register, slots):
    """Two records are one meeting only if something speaks for it and nothing against it."""
    base = {"kind": "meeting", "parties": PAIR, "form": "talks", "phase": "held"}
    for number, more in enumerate(slots):
        register.add(*make(f"m{number}", "2019-05-01", f"Hai bên họp, bản tin {number}.", base | more))
    assert len(register.facts(parties=PAIR)) == 2


ONE_SUMMIT = {
    "of a day": (
        "Hội nghị thượng đỉnh Pháp - Việt",
        "cuộc gặp cấp cao giữa hai nguyên thủ",
        "2019-03-05",
        "2019-03-05",
    ),
    "of two days": ("thượng đỉnh Pháp - Việt", "cuộc gặp lịch sử", "2019-03-05/2019-03-06", "2019-03-06"),
    "told of without a day": ("Hội nghị thượng đỉnh Việt - Pháp", "Cuộc gặp cấp cao Việt - Pháp", "2019-05-02", None),
}


@pytest.mark.parametrize("name", sorted(ONE_SUMMIT))
def test_a_summit_of_two_is_one_however_it_is_called(register, name):
    """Two states hold no two within days; of series of many parties the names still tell one from another."""
    one, other, day, same = ONE_SUMMIT[name]
    base = {"kind": "meeting", "parties": PAIR, "form": "summit", "phase": "held"}
    for number, more in enumerate(({"mechanism": one, "date": day}, {"mechanism": other, "date": same})):
        register.add(*make(f"m{number}", "2019-05-01", f"Hai bên họp, bản tin {number}.", base | more))
    assert len(register.facts(parties=PAIR)) == 1
    many = {"kind": "meeting", "parties": ["ASEAN"], "form": "ministerial", "phase": "held", "date": "2019-03-05"}
    for number, title in enumerate(("Ngoại giao", "Kinh tế")):
        meeting = many | {"mechanism": f"Hội nghị Bộ trưởng {title} ASEAN"}
        register.add(*make(f"a{number}", "2019-05-01", f"Các bộ trưởng {title} họp.", meeting))
    assert len(register.facts(parties=["ASEAN"])) == 2


def test_two_occasions_of_one_article_stay_apart(register):
    """An article that tells of two occasions on one day tells them apart."""
    base = {"kind": "meeting", "parties": PAIR, "form": "talks", "phase": "held", "date": "2019-03-05"}
    register.add(*make("two", "2019-03-06", "Sáng hội đàm, chiều hội kiến.", base, base | {"city": "Hà Nội"}))
    assert len(register.facts(parties=PAIR)) == 2


def test_ladder_as_of_a_day(register):
    """What stood by a day is what had been reported by then, highest level first."""
    add_all(register, news())

    def levels(day):
        return [(r.level, r.state, r.since) for r in register.ladder("FRA", "VNM", as_of=date.fromisoformat(day))]

    assert levels("2013-01-01") == []
    assert levels("2018-12-31") == [("strategic-partnership", "in-force", "2013-09-25")]
    assert levels("2024-12-31") == [
        ("comprehensive-strategic-partnership", "in-force", "2024-10-07"),
        ("strategic-partnership", "in-force", "2013-09-25"),
    ]


def test_a_level_that_few_name_does_not_stand_before_one_that_was_founded(register):
    """Two reports of many call the other a strategic partner; once the reports go over to it, it stands."""
    level = {"kind": "status", "parties": PAIR}
    founded = level | {"level": "comprehensive-partnership", "phase": "established", "date": "2013-07-25"}
    kept = level | {"level": "comprehensive-partnership", "phase": "in-force"}
    higher = level | {"level": "strategic-partnership", "phase": "in-force"}
    add_all(register, [make("founded", "2013-07-26", "Hai nước lập đối tác toàn diện.", founded)])
    add_all(register, [make(f"k{n}", f"2015-{n:02}-01", f"Đối tác toàn diện, tin {n}.", kept) for n in range(1, 11)])
    add_all(register, [make("one", "2015-03-02", "Pháp, đối tác chiến lược của Việt Nam.", higher)])

    def stands(day):
        found = register.ladder("FRA", "VNM", as_of=date.fromisoformat(day))
        return current(found), [one.outnumbered for one in found]

    assert stands("2016-01-01") == ("comprehensive-partnership", ["comprehensive-partnership", None])
    add_all(register, [make(f"h{n}", f"2020-{n:02}-01", f"Đối tác chiến lược, tin {n}.", higher) for n in range(1, 9)])
    assert stands("2021-01-01") == ("strategic-partnership", [None, None])
    assert stands("2016-01-01") == ("comprehensive-partnership", ["comprehensive-partnership", None])


def test_a_level_that_hardly_any_article_names_does_not_stand(register):
    """One report of a hundred and more about the two, and nobody founded it; one of fifty may be all that there is."""
    level = {"kind": "status", "parties": PAIR, "level": "strategic-partnership", "phase": "in-force"}
    talks = {"kind": "meeting", "parties": PAIR, "form": "talks", "phase": "held"}
    add_all(register, [make("one", "2015-03-02", "Pháp, đối tác chiến lược của Việt Nam.", level)])
    for count in (50, 60):
        day = f"20{count}-01-01"
        add_all(
            register, [make(f"{count}-{n}", day, f"Hai bên hội đàm, tin {count}.{n}.", talks) for n in range(count)]
        )
        found = register.ladder("FRA", "VNM", as_of=date(2099, 1, 1))
        assert [one.thin for one in found] == [count == 60]
        assert current(found) == ("strategic-partnership" if count == 50 else None)
    assert register.articles_about([("FRA", "VNM"), ("JPN", "VNM")]) == {("FRA", "VNM"): 111}
    assert register.articles_about([("FRA", "VNM")], known_by=date(2050, 1, 1)) == {("FRA", "VNM"): 51}
    (then,) = register.ladder("FRA", "VNM", as_of=date(2050, 1, 1))
    assert not then.thin
    founded = level | {"phase": "established", "date": "2013-09-25"}
    add_all(register, [make("founded", "2016-03-02", "Hai nước đã lập quan hệ đối tác chiến lược.", founded)])
    assert current(register.ladder("FRA", "VNM", as_of=date(2099, 1, 1))) == "strategic-partnership"


def test_undated_article_counts_from_the_day_that_its_content_proves(register):
    """An undated page that tells of a day in March 2019 was not known in 2018."""
    add_all(register, news())
    (talks,) = register.facts(parties=PAIR, kinds=["meeting"], since=date(2019, 1, 1))
    assert talks.mentions[0].reported is None
    assert register.fact(talks.id, known_by=date(2019, 3, 4)) is None
    assert register.fact(talks.id, known_by=date(2019, 3, 5)) is not None


def test_teaser_has_no_report_date_and_waits_for_the_page(register):
    """A teaser of 2024 on a page of 2023 was not known in 2023."""
    item = make(
        "page", "2023-02-23", "Bài chính về Pháp. Tin khác: hội đàm ngày 24/9/2024.",
        {"kind": "meeting", "parties": PAIR, "form": "talks", "phase": "held", "date": "2024-09-24", "story": 1},
    )  # fmt: skip
    register.add(*item)
    (fact,) = register.facts(parties=PAIR)
    assert (fact.first_reported, fact.mentions[0].known) == (None, "2024-09-24")
    assert register.facts(parties=PAIR, known_by=date(2023, 12, 31)) == []


def test_names_are_found_without_diacritics_and_by_a_part(register):
    """One post, two spellings of its holder, found by any of them."""
    add_all(register, news())
    for name in ("Philippe", "edouard philippe", "PHILIPPE Édouard"):
        offices = [f for f in register.facts_named(name) if f.kind == "office"]
        assert [f.record.person for f in offices] == ["Édouard Philippe"]
        assert len(offices[0].mentions) == 2
    assert register.facts_named("Macron") == []
    assert register.facts_named("%") == []


def test_pair_facts_hold_statements_of_either_side_and_posts(register):
    """What one side says in a story about the two belongs to the pair; so do the posts named there."""
    add_all(register, news())
    kinds = {f.kind for f in register.facts_of_pair("FRA", "VNM")}
    assert kinds == {"status", "meeting", "statement", "office"}
    assert register.facts_of_pair("VNM", "FRA") == register.facts_of_pair("FRA", "VNM")
    assert [f.kind for f in register.facts_of_pair("FRA", "DEU")] == []


def test_removing_takes_out_what_rested_on_the_article_alone(register, tables):
    """Add and remove is as if nothing had been."""
    add_all(register, news()[:-1])
    before = tables(register)
    key = register.add(*news()[-1]).key
    assert register.remove(key)
    assert not register.remove(key)
    assert tables(register) == before


def test_every_quote_is_the_article_s_own_words(register):
    """Evidence opens at its place in the text."""
    add_all(register, news())
    for fact in register.facts():
        for mention in fact.mentions:
            text = register.article(mention.article.key).article.text
            assert mention.quotes
            assert all(text[start:end] == words for start, end, words in mention.quotes)


def test_the_names_that_most_give_stand_for_all(register):
    """Of a person and of an agreement; one writer's slip in a hundred is not shown to everybody, nor is the fuller name
    that nobody else gives."""
    post = {"kind": "office", "parties": ["JPN"], "party": "JPN", "role": "head-of-government"}
    names = ["Shinzo Abe"] * 20 + ["Nhậ Bản Shinzo Abe", "Abe"]
    paper = {"kind": "instrument", "parties": ["JPN", "VNM"], "stage": "ratified", "date": "2018-11-12"}
    full = "Hiệp định Đối tác Toàn diện và Tiến bộ xuyên Thái Bình Dương (CPTPP)"
    titles = ["Hiệp định CPTPP"] * 20 + [full] * 11 + ["hiệp định CPTPP", f"{full} giữa 11 nước"]
    items = [
        make(f"p{n}", "2018-11-13", f"Bài số {n}, Thủ tướng {name} phát biểu.", post | {"person": name})
        for n, name in enumerate(names)
    ]
    items += [
        make(f"t{n}", "2018-11-13", f"Tin số {n}, Quốc hội phê chuẩn {title}.", paper | {"name": title})
        for n, title in enumerate(titles)
    ]
    list(register.add_many(items))
    (held,) = register.facts(kinds=["office"])
    assert (held.record.person, held.reports) == ("Shinzo Abe", len(names))
    (paper_kept,) = register.facts(kinds=["instrument"])
    assert paper_kept.record.name == full


def test_a_report_that_may_be_of_several_meetings_is_of_the_one_most_tell_of(register):
    """One report has the third session in another city; those that name no city are not of that one."""
    session = {
        "kind": "meeting",
        "parties": PAIR,
        "form": "summit",
        "phase": "held",
        "mechanism": "Đối thoại Việt - Pháp",
        "session": 3,
    }
    placed = session | {"date": "2019-02-27", "city": "Hà Nội", "country": "VNM"}
    wrong = session | {"date": "2019-02-26", "city": "Paris", "country": "FRA"}
    items = [make(f"a{n}", "2019-03-01", f"Đối thoại lần ba tại Hà Nội, tin {n}.", placed) for n in range(4)]
    items += [make("b", "2019-03-02", "Đối thoại lần ba tại Paris.", wrong)]
    items += [
        make(f"c{n}", "2019-03-03", f"Đối thoại lần ba, tin {n}.", session | {"date": "2019-02"}) for n in range(3)
    ]
    add_all(register, items)
    assert sorted((f.record.city, f.reports) for f in register.facts(kinds=["meeting"])) == [
        ("Hà Nội", 7),
        ("Paris", 1),
    ]


def test_negotiations_have_no_day_that_hardly_anybody_gives(register):
    """Of a dozen reports of talks one has another paper's year; where a third of them name a day it stands."""
    talks = {"kind": "instrument", "parties": PAIR, "name": "Bộ quy tắc (COC)", "stage": "negotiating"}
    items = [make(f"n{n}", f"2019-01-{n:02}", f"COC còn được đàm phán, tin {n}.", talks) for n in range(1, 13)]
    stray = talks | {"date": "2002", "until": "2019-06"}
    add_all(register, [*items, make("stray", "2019-01-20", "COC được đàm phán từ năm 2002.", stray)])
    (fact,) = register.facts(kinds=["instrument"])
    assert (fact.record.date, fact.record.until, fact.reports) == (None, None, 13)
    more = [make(f"m{n}", f"2019-02-{n:02}", f"COC được đàm phán từ năm 2002, {n}.", stray) for n in range(1, 5)]
    add_all(register, more)
    (fact,) = register.facts(kinds=["instrument"])
    assert (fact.record.date, fact.record.until) == ("2002", "2019-06")


def test_whom_hardly_anybody_names_is_no_party_of_an_agreement(register):
    """One of forty voices speaks of it for somebody else; of a dozen one may be the only one to name all."""
    paper = {"kind": "instrument", "name": "Bộ quy tắc (COC)", "stage": "negotiating"}
    theirs, other = paper | {"parties": ["ASEAN", "CHN"]}, paper | {"parties": ["ASEAN", "CHN", "RUS"]}
    items = [make(f"n{n}", f"2019-01-{n:02}", f"COC còn được đàm phán, tin {n}.", theirs) for n in range(1, 12)]
    add_all(register, [*items, make("other", "2019-01-20", "Nga nói về COC.", other)])
    assert [set(f.record.parties) for f in register.facts(kinds=["instrument"])] == [{"ASEAN", "CHN", "RUS"}]
    more = [make(f"m{n}", f"2019-02-{n:02}", f"COC còn được đàm phán, thêm {n}.", theirs) for n in range(1, 28)]
    add_all(register, more)
    assert [set(f.record.parties) for f in register.facts(kinds=["instrument"])] == [{"ASEAN", "CHN"}]


def test_the_reason_of_a_day_is_told_of_that_day_alone(register):
    """Of two days of a founding the better stands, and why the other one was derived says nothing of it."""
    founded = {"kind": "status", "parties": ["CHN", "VNM"], "level": "diplomatic-relations", "phase": "established"}
    items = [
        make(
            f"a{n}", f"2019-01-1{n}", f"Hai nước lập quan hệ ngày 18/1/1950, tin {n}.", founded | {"date": "1950-01-18"}
        )
        for n in range(3)
    ]
    derived = founded | {"date": "1949", "date_basis": "derived", "date_reason": "70 years before 2019"}
    add_all(register, [*items, make("b", "2019-02-01", "Hai nước kỷ niệm 70 năm quan hệ.", derived)])
    day = date(2020, 1, 1)
    found = ladders(register, register.facts(kinds=["status"]), day, known_by=None)
    ((line,),) = (
        group.lines
        for one in ladders_document(found, Words("en"), as_of=day, ids=False).sections
        for group in one.groups
    )
    assert "18 January 1950" in line.text
    assert not any("derived" in note for note in line.notes)
    assert any("1949" in note for note in line.notes)
