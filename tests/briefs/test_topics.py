"""What two parties said by topic: bounded, through time, with every turn."""

from __future__ import annotations

from banggiao.briefs.answers import Brief, Said
from banggiao.briefs.topics import LATEST, TOPICS, by_topic

NUMBER = iter(range(10_000))


def said(act: str, date: str | None, *topics: str, party: str = "PHL") -> Said:
    """A statement of a day."""
    return Said(fact=f"f{next(NUMBER):05}", parties=[party], act=act, topics=list(topics), date=date)


def brief(*phl: Said, chn: tuple[Said, ...] = ()) -> Brief:
    return Brief(
        parties=["PHL", "CHN"],
        as_of="2022-01-01",
        known_by="2022-01-01",
        articles=1,
        said={"both": [], "PHL": list(phl), "CHN": list(chn)},
    )


def test_words_stand_by_topic_speaker_and_time() -> None:
    """The topic spoken of most comes first; what has no topic is nowhere; a speaker who is silent has no column."""
    found = by_topic(
        brief(
            said("say", "2020-02-01", "trade"),
            said("support", "2019-01-01", "maritime", "trade"),
            said("say", "2019-01-01"),
            chn=(said("oppose", "2018-01-01", "trade", party="CHN"),),
        )
    )
    assert [(topic.topic, topic.total) for topic in found] == [("trade", 3), ("maritime", 1)]
    trade = found[0]
    assert [(w.said.date, w.said.act) for w in trade.words["PHL"]] == [
        ("2019-01-01", "support"),
        ("2020-02-01", "say"),
    ]
    assert set(trade.words) == {"PHL", "CHN"}
    assert set(found[1].words) == {"PHL"}


def test_a_turn_is_marked_with_what_was_said_before() -> None:
    """And stays however many words came after it; the others are counted."""
    later = [said("say", f"2021-{month:02}-01", "maritime") for month in range(1, 10)]
    (topic,) = by_topic(
        brief(said("support", "2019-01-01", "maritime"), said("oppose", "2020-01-01", "maritime"), *later)
    )
    words = topic.words["PHL"]
    assert len(words) == LATEST + 1
    assert words[0].said.act == "oppose"
    assert words[0].turn is not None
    assert (words[0].turn.act, words[0].turn.date) == ("support", "2019-01-01")
    assert topic.left_out == {"PHL": 11 - LATEST - 1}


def test_a_turn_on_one_topic_is_none_on_another() -> None:
    found = by_topic(
        brief(said("support", "2019-01-01", "maritime"), said("oppose", "2020-01-01", "maritime", "trade"))
    )
    turned = {topic.topic: [bool(word.turn) for word in topic.words["PHL"]] for topic in found}
    assert turned == {"maritime": [False, True], "trade": [False]}


def test_a_day_with_one_act_is_one_line() -> None:
    """However often it was said; another act of the day is another."""
    (topic,) = by_topic(
        brief(
            *(said("say", "2020-01-01", "trade") for _ in range(3)),
            said("agree", "2020-01-01", "trade"),
            said("say", None, "trade"),
        )
    )
    assert [(w.said.date, w.said.act, w.again) for w in topic.words["PHL"]] == [
        ("2020-01-01", "say", 2),
        ("2020-01-01", "agree", 0),
        (None, "say", 0),
    ]


def test_the_table_is_bounded() -> None:
    """So many topics, and of each so many words."""
    many = [said("say", f"2020-01-{day:02}", f"t{topic}") for topic in range(30) for day in range(1, 20)]
    found = by_topic(brief(*many))
    assert len(found) == TOPICS
    assert all(len(topic.words["PHL"]) == LATEST for topic in found)
