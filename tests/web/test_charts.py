"""What the charts of a pair draw."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("fastapi", reason="the extra `web` is not installed")

from banggiao.briefs.answers import Brief, Dispute, Standing
from banggiao.briefs.words import Words
from banggiao.web.charts import events, ladder


def standing(fact: str, level: str, date: str, **more: Any) -> Standing:
    return Standing(fact=fact, parties=["USA", "VNM"], level=level, phase="established", date=date, **more)


def test_the_ladder_draws_nothing_that_its_words_doubt() -> None:
    """Not the year of which another is held for the better, nor a level that most reports call otherwise."""
    worse = [
        Dispute(slot="date", others=("1995-07-12",), preferred=False, reason="more independent reports", better=("a",))
    ]
    brief = Brief(parties=["USA", "VNM"], as_of="2019-01-01", known_by="2019-01-01", articles=9)
    brief.standings = [
        standing("a", "diplomatic-relations", "1995-07-12"),
        standing("b", "diplomatic-relations", "1994", disputes=worse),
        standing("c", "comprehensive-partnership", "2013-07"),
        standing("d", "strategic-partnership", "2015", outnumbered="comprehensive-partnership"),
    ]
    drawn = ladder(brief, Words("en"))
    assert drawn.levels == ["diplomatic relations", "comprehensive partnership"]
    assert [(day, rung) for day, rung, _ in drawn.steps] == [("1995-07-12", 0), ("2013-07-01", 1)]
    assert [event.start for event in events(brief.standings, Words("en"))] == ["1995-07-12", "2013-07-01", "2015-01-01"]
