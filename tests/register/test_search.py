"""Full text search, in each database."""

from __future__ import annotations

import random
import unicodedata
from datetime import date

import pytest
from sqlalchemy import text

from banggiao.register import open_register, search
from banggiao.register.wanted import parse

from .conftest import PAIR, make, news

SEA = "Tình hình Biển Đông. Việt Nam và Pháp nhấn mạnh tự do hàng hải ở Biển Đông."
MARKET = "Giá dầu. Thị trường biến động mạnh; Việt Nam và Pháp theo dõi."
APART = "Thời tiết. Gió ngoài biển thổi từ phía đông; Việt Nam và Pháp hợp tác dự báo."
SAY = {"kind": "statement", "parties": PAIR, "act": "say"}


def sea():
    """One article about the South China Sea, one whose words only look like it, one that holds the words apart."""
    return [
        make("apart", "2021-03-03", APART, SAY | {"says": "Việt Nam và Pháp hợp tác dự báo"}),
        make("market", "2021-02-02", MARKET, SAY | {"says": "Việt Nam và Pháp theo dõi"}),
        make("sea", "2021-01-01", SEA, SAY | {"says": "Việt Nam và Pháp nhấn mạnh tự do hàng hải ở Biển Đông."}),
    ]


def fill(register, items):
    for item in items:
        register.add(*item)


def ids(found):
    return [hit.article.id for hit in found.articles]


def words_of(snippet):
    return [snippet.text[start:end] for start, end in snippet.marks]


def test_spelling_and_neighbourhood_rank_before_the_newest(register):
    """With diacritics the exact words come first; without, words side by side come before words apart."""
    fill(register, sea())
    assert ids(register.search("biển đông")) == ["sea", "apart", "market"]
    assert [hit.exact for hit in register.search("biển đông").articles] == [True, True, False]
    assert ids(register.search("bien dong")) == ["sea", "market", "apart"]
    assert ids(register.search("BIỂN ĐÔNG thổi")) == ["apart"]
    assert ids(register.search('"biển đông"')) == ["sea", "market"]


def test_decomposed_letters_and_old_tone_marks_are_the_same_words(register):
    """However it is typed, on either side."""
    fill(register, [make("one", "2020-01-01", unicodedata.normalize("NFD", "Hai bên thoả thuận về hòa bình."))])
    for typed in ("thỏa thuận", "thoả thuận", unicodedata.normalize("NFD", "hoà bình")):
        (hit,) = register.search(typed).articles
        assert hit.exact
        assert len(hit.snippet.marks) == 2


def test_snippets_are_the_article_s_words_and_mark_the_hits(register):
    """Offsets lead to the place in the text as it came, whatever its Unicode form."""
    long = (
        "Mở đầu. " + "Chuyện khác được nói dài dòng. " * 40 + "Rồi ông nói về Trường Sa và luật biển. " + "Hết. " * 80
    )
    for form in ("NFC", "NFD"):
        article, reading = make(f"long {form}", "2020-01-01", unicodedata.normalize(form, long))
        register.add(article, reading)
        hit = next(h for h in register.search("truong sa").articles if h.article.id == article.id)
        end = hit.snippet.start + len(hit.snippet.text)
        assert article.text[hit.snippet.start : end] == hit.snippet.text
        assert unicodedata.normalize("NFC", " ".join(words_of(hit.snippet))) == "Trường Sa"
        assert len(hit.snippet.text) < 400


def test_facts_are_found_by_the_sentence_that_they_rest_on(register):
    """A fact hit opens its sentence; words elsewhere in the article are no evidence of it."""
    fill(register, sea())
    (hit,) = register.search("hàng hải").facts
    assert (hit.article.id, hit.exact) == ("sea", True)
    assert words_of(hit.snippet) == ["hàng", "hải"]
    assert register.fact(hit.id).record == hit.record
    assert register.search("thời tiết").facts == []
    assert register.search("hàng hải", kinds=["meeting"]).facts == []
    assert [h.id for h in register.search("hàng hải", kinds=["statement"]).facts] == [hit.id]


def test_names_of_people_parties_and_series_are_found(register):
    """By any of their words, with how many facts bear them; parties by any name that the lexicon has."""
    fill(register, news())
    series = {"kind": "meeting", "parties": PAIR, "form": "summit", "phase": "held", "mechanism": "Đối thoại cấp cao"}
    register.add(*make("dialogue", "2020-01-01", "Hai bên họp Đối thoại cấp cao.", series))
    people = [(h.name, h.kind) for h in register.search("philippe").names]
    assert ("Édouard Philippe", "person") in people
    (party, *_) = register.search("phap").names
    assert (party.code, party.kind, party.exact) == ("FRA", "party", True)
    assert party.facts > 3
    assert [(h.name, h.kind) for h in register.search("đối thoại", kinds=["name"]).names] == [
        ("Đối thoại cấp cao", "series")
    ]
    assert register.search("Germany").names == []


def test_the_last_word_may_still_be_typed(register):
    """Search as you type: names and words of the lexicon are completed, nothing else is taken for complete."""
    fill(register, [*news(), *sea()])
    assert [h.name for h in register.search("edou", prefix=True).names] == ["Édouard Philippe"]
    assert ids(register.search("biển đôn", prefix=True))[0] == "sea"
    assert register.search("biển đôn").articles == []
    assert register.search("biển đôn ", prefix=True).articles == []


def test_only_what_was_known_by_the_day(register):
    """Articles, facts and names reported later are not found."""
    fill(register, [*news(), *sea()])
    then = register.search("Việt Nam", known_by=date(2018, 10, 31))
    assert set(ids(then)) == {"paris", "plan"}
    assert {hit.article.id for hit in then.facts} <= {"paris", "plan"}
    assert register.search("philippe", known_by=date(2018, 1, 1)).names == []
    assert "undated" in ids(register.search("Việt"))
    assert "undated" not in ids(register.search("Việt", known_by=date(2019, 3, 4)))


def test_the_index_follows_what_is_kept(register):
    """Removing, reading anew under another date, bulk adding."""
    fill(register, sea())
    (article,) = register.find_articles("sea")
    assert register.remove(article.key)
    assert ids(register.search("bien dong")) == ["market", "apart"]
    assert register.search("hàng hải").facts == []
    moved, reading = make("market", "2022-02-02", MARKET)
    register.add(moved, reading)
    (hit,) = register.search("bien dong", known_by=date(2022, 2, 2)).articles[:1]
    assert hit.article.published == "2022-02-02"
    assert ids(register.search("bien dong", known_by=date(2022, 2, 1))) == ["apart"]
    list(register.add_many(sea()))
    assert "sea" in ids(register.search("bien dong"))


def test_any_order_of_adding_finds_the_same(location):
    """Names, facts and articles; the numbers on the shelf are of the day, not of the order."""
    items = [*news(), *sea()]
    answers = []
    for seed in range(3):
        with open_register(location) as register:
            for ref in register.articles():
                register.remove(ref.key)
            random.Random(seed).shuffle(items)
            fill(register, items)
            answers.append([register.search(words) for words in ("viet nam", "biển đông", "philippe", "chiến lược")])
    assert answers[0] == answers[1] == answers[2]
    assert all(found.articles for found in answers[0])


HARMLESS = [
    '"',
    '" OR 1 --',
    "biển AND",
    "NEAR(biển đông, 3)",
    "words:biển",
    "biển*",
    "-đông",
    "(((",
    "%_\\",
    "' | ! & <->",
    "\u202eđông\u202c biển\u2066",
    "\x00biển\x00",
    "\ud800",
    "đông " * 20_000,
    "x" * 100_000,
    "{title} : a",
    "^biển + đông",
    "1/8 4.2% a@b.vn http://x.vn/y",
]


@pytest.mark.parametrize("prefix", [False, True])
def test_any_string_is_harmless(register, prefix):
    """Operators, quotes, what cannot be seen, and too much: words are searched, nothing else happens."""
    fill(register, sea())
    for typed in HARMLESS:
        found = register.search(typed, prefix=prefix)
        assert len(found.words) <= 12
        assert all(len(word) <= 400 for word in found.words)
    assert ids(register.search("\u202eđông\u202c biển\u2066")) == ["sea", "apart", "market"]
    assert register.search("đông " * 20_000).articles


def test_a_huge_text_is_kept_and_found_by_its_beginning(register):
    """The index takes the first part of a text of many different words; the rest is kept all the same."""
    text = "Biển Đông. " + " ".join(f"từ{n}" for n in range(150_000))
    key = register.add(*make("huge", "2020-01-01", text)).key
    assert ids(register.search("bien dong")) == ["huge"]
    assert register.article(key).article.text == text
    assert register.remove(key)
    assert ids(register.search("bien dong")) == []


def test_newer_articles_that_hold_some_of_the_words_hide_none_that_hold_all(register, monkeypatch):
    """However many there are with one word spelt as it was typed: an article that lacks another is no hit."""
    for name in ("_LOOKED", "_UNSURE", "_FOR_FACTS"):
        monkeypatch.setattr(search, name, 4)
    both = [make(f"both {n}", f"2020-01-0{n + 1}", f"ASEAN họp lần {n}. Bàn về biển.") for n in range(6)]
    one = [make(f"one {n}", f"2021-01-0{n + 1}", f"Hội thảo {n}. Bàn về biển.") for n in range(9)]
    fill(register, [*both, *one])
    assert ids(register.search("asean biển")) == [f"both {n}" for n in (5, 4, 3, 2)]
    assert ids(register.search('"bàn về biển" asean')) == [f"both {n}" for n in (5, 4, 3, 2)]


def test_what_is_spelt_as_it_was_typed_is_found_behind_newer_articles(register, monkeypatch):
    """Where one word has no diacritics too: the index says of older articles whether they hold it."""
    monkeypatch.setattr(search, "_LOOKED", 4)
    right = make("right", "2020-01-01", "ASEAN bàn về biển.")
    wrong = [make(f"wrong {n}", f"2021-01-0{n + 1}", f"ASEAN {n}. Chữ biên khác.") for n in range(6)]
    fill(register, [right, *wrong])
    assert ids(register.search("asean biển"))[0] == "right"
    assert ids(register.search("biển"))[0] == "right"


def test_a_title_that_holds_what_is_quoted_stands_before_newer_texts_that_do(register, monkeypatch):
    """However many they are: all words in the title come first."""
    for name, number in (("_LOOKED", 20), ("_UNSURE", 20), ("_FOR_FACTS", 4)):
        monkeypatch.setattr(search, name, number)
    title = make("title", "2015-01-01", "Tự do hàng hải là gì. Bài giải thích.")
    texts = [
        make(f"text {n}", f"2021-01-{1 + n % 28:02}", f"Tin {n}. Hai bên bàn về tự do hàng hải.") for n in range(60)
    ]
    list(register.add_many([title, *texts]))
    assert ids(register.search('"tự do hàng hải"', limit=5))[0] == "title"


def test_migration_indexes_what_is_there_and_goes_back(location):
    """From the tables before full text up, and down again, with articles in them."""
    from alembic import command
    from alembic.config import Config

    from banggiao.register import database

    config = Config()
    config.set_main_option("script_location", database.__file__.replace("database.py", "migrations"))
    with open_register(location) as register:
        fill(register, [*news(), *sea()])
        expected = [register.search(words) for words in ("biển đông", "edouard", "hàng hải")]
        with register._database.writing() as connection:
            config.attributes["connection"] = connection
            command.downgrade(config, "0002")
            left = connection.execute(text("SELECT count(*) FROM article")).scalar()
            assert left == len(news()) + len(sea())
    with open_register(location) as register:
        assert [register.search(words) for words in ("biển đông", "edouard", "hàng hải")] == expected


def test_words_of_a_question():
    """Quoted words belong together, an open quotation does not; a word still typed is the last one without a blank."""
    wanted = parse('"quy tắc ứng xử" Nga', prefix=True)
    assert [word.folded for word in wanted.words] == ["quy", "tac", "ung", "xu", "nga"]
    assert wanted.phrases == (range(4),)
    assert wanted.words[-1].more
    assert parse('"quy tắc').phrases == ()
    assert not parse("quy ", prefix=True).words[-1].more
