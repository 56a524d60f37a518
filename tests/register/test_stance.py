"""Where a speaker's words on a topic turn."""

from __future__ import annotations

from banggiao.model import Statement
from banggiao.register.api import ArticleRef, Fact, Mention
from banggiao.register.stance import Turn, turns


def said(act: str, date: str | None, *, party: str = "PHL", topics: tuple[str, ...] = ("maritime",)) -> Fact:
    """A statement of a day."""
    record = Statement(parties=[party], act=act, topics=list(topics), date=date)
    return Fact(f"{party} {act} {date}", record, [Mention(ArticleRef(key="a", id="a"), 0, record)])


def test_a_turn_names_what_was_said_before() -> None:
    found = turns([said("concern", "2020-04-08"), said("support", "2016-10-20"), said("agree", "2017-05-01")])
    assert found == {"PHL concern 2020-04-08": Turn("maritime", "agree", "2017-05-01", "PHL agree 2017-05-01")}


def test_no_turn_without_a_side_a_day_or_the_same_speaker_and_topic() -> None:
    before = said("support", "2016-10-20")
    for after in (
        said("say", "2020-04-08"),
        said("propose", "2020-04-08"),
        said("commit", "2020-04-08"),
        said("oppose", None),
        said("oppose", "XXXX-04-08"),
        said("oppose", "2016-10-20"),
        said("oppose", "2020-04-08", party="VNM"),
        said("oppose", "2020-04-08", topics=("trade",)),
    ):
        assert turns([before, after]) == {}, after


def test_each_turn_counts_from_the_last_side() -> None:
    facts = [
        said(act, f"{2015 + i}") for i, act in enumerate(("oppose", "support", "say", "concern", "oppose", "agree"))
    ]
    assert [(id, turn.date) for id, turn in turns(facts).items()] == [
        ("PHL support 2016", "2015"),
        ("PHL concern 2018", "2016"),
        ("PHL agree 2020", "2019"),
    ]
