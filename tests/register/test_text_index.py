"""The full text index against a plain look through the texts, in each database, while texts come and go."""

from __future__ import annotations

import random

import pytest

from banggiao.register import open_register, text_index_postgres
from banggiao.register.folding import without_marks

from .conftest import make

WORDS = ["hội", "đàm", "thăm", "biển", "đông", "ký", "kết", "tuyên", "bố", "bien", "dong", "hoi"]


@pytest.fixture
def small_segments(monkeypatch):
    """As few texts as make segments and joined ones of a few dozen."""
    monkeypatch.setattr(text_index_postgres, "_WAITING", 5)
    monkeypatch.setattr(text_index_postgres, "_FAN", 3)


def found(register, words, *, exact=False):
    hits = register.search(words, limit=500, kinds=["article"]).articles
    assert len(hits) == len({hit.article.id for hit in hits})
    return {hit.article.id for hit in hits if hit.exact or not exact}


@pytest.mark.usefixtures("small_segments")
@pytest.mark.parametrize("seed", range(3))
def test_an_index_finds_what_a_look_through_all_texts_finds(register, seed):
    """Added one by one and many at once, taken out, and added again under a number that was free."""
    chance = random.Random(seed)
    there: dict[str, tuple[str, str]] = {}
    for step in range(12):
        if there and step % 3 == 2:
            for id in chance.sample(sorted(there), len(there) // 3):
                (article,) = register.find_articles(id)
                register.remove(article.key)
                del there[id]
        came = [
            (f"a{step}-{n}", f"2020-01-{chance.randint(1, 9):02}", " ".join(chance.choices(WORDS, k=6)))
            for n in range(chance.choice((1, 2, 9)))
        ]
        there |= {id: (day, text) for id, day, text in came}
        list(register.add_many([make(id, day, f"{id}. {text}") for id, day, text in came]))
        texts = {id: text.split() for id, (_, text) in there.items()}
        for _ in range(4):
            one, other = chance.sample(WORDS, 2)
            both = {without_marks(one), without_marks(other)}
            assert found(register, " ".join(both)) == {
                id for id, words in texts.items() if both <= set(map(without_marks, words))
            }
            row = f" {without_marks(one)} {without_marks(other)} "
            assert found(register, f'"{row.strip()}"') == {
                id for id, words in texts.items() if row in without_marks(f" {' '.join(words)} ")
            }
            if not one.isascii():
                assert found(register, one, exact=True) == {id for id, words in texts.items() if one in words}


@pytest.mark.parametrize("seed", range(3))
def test_the_newest_that_hold_what_is_asked_are_given_of_however_many_segments(register, monkeypatch, seed):
    """Of all that is asked at once some is found in the newest segments, some in none."""
    for name, number in (("_WAITING", 4), ("_FAN", 99), ("_NEWEST", 1), ("_MORE", 2)):
        monkeypatch.setattr(text_index_postgres, name, number)
    chance = random.Random(seed)
    texts: dict[str, tuple[str, str]] = {}
    for step in range(15):
        came = []
        for n in range(chance.randint(2, 8)):
            id, title = f"a{step}-{n}", " ".join(chance.choices(WORDS[:6], k=2))
            text = " ".join(chance.choices(WORDS, k=5))
            texts[id] = title, f"{title} {text}"
            came.append(make(id, f"2020-01-{chance.randint(1, 28):02}", f"{title}. {text}"))
        list(register.add_many(came))
    with register._database.reading() as connection:
        shelf = connection.exec_driver_sql("SELECT s.number, a.id FROM shelf s JOIN article a ON a.key = s.article")
        newest = sorted(((number, *texts[id]) for number, id in shelf), reverse=True)[5:-5]
        window = (newest[-1][0], newest[0][0])
        for limit in (1, 5, 200) * 5:
            spelt = chance.choice([word for word in WORDS if not word.isascii()])
            word = without_marks(spelt)
            found = register._database.text_index.holding(
                connection, [[word]], spelt=[[spelt]], window=window, limit=limit
            )
            holds = [(n, without_marks(title).split(), text) for n, title, text in newest]
            assert found.words == [n for n, _, text in holds if word in without_marks(text).split()][:limit]
            assert found.title == [n for n, title, _ in holds if word in title][:limit]
            assert found.exact == [n for n, _, text in holds if spelt in text.split()][:limit]


@pytest.mark.usefixtures("small_segments")
def test_segments_are_joined_and_hold_each_text_once(postgres_database):
    """Few segments are left of many texts, and each text stands in one of them or waits; what is gone makes no room for
    itself for long."""
    with open_register(postgres_database) as register:
        for at in range(60):
            register.add(*make(f"a{at}", f"2020-01-{1 + at % 28:02}", f"Tin {at}. Hội đàm về biển."))
        with register._database.reading() as connection:
            sizes = [row[0] for row in connection.exec_driver_sql("SELECT size FROM search_segment")]
            waiting = connection.exec_driver_sql("SELECT count(*) FROM search_waiting").scalar()
            rows = connection.exec_driver_sql("SELECT count(DISTINCT segment) FROM search_term").scalar()
        assert sum(sizes) + waiting == 60
        assert len(sizes) == rows < 6
        assert len(register.search("hội đàm", limit=100).articles) == 60
        for at in range(50):
            (article,) = register.find_articles(f"a{at}")
            register.remove(article.key)
        with register._database.reading() as connection:
            sizes = [row[0] for row in connection.exec_driver_sql("SELECT size FROM search_segment")]
            rows = connection.exec_driver_sql("SELECT count(DISTINCT segment) FROM search_term").scalar()
        assert sum(sizes) <= 20  # of what is left no more than as much again
        assert len(sizes) == rows
        assert len(register.search("hội đàm", limit=100).articles) == 10
