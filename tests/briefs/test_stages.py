"""The stages of an agreement in turn."""

from __future__ import annotations

import pytest

from banggiao.briefs.stages import in_turn
from banggiao.model import Instrument
from tests.briefs.facts import PAIR, fact

LIVES = {
    "days of their own, whenever they were told": [
        ("signed", "2014-05-29", "2019-01-02"),
        ("in-force", "2015-01-01", "2018-02-03"),
    ],
    "no day: where first reported": [
        ("negotiating", None, "2013-04-05"),
        ("signed", "2015-10-05", "2015-10-06"),
        ("in-force", None, "2017-03-04"),
    ],
    "background told of after the signing": [
        ("negotiating", None, "2018-03-01"),
        ("agreed", None, "2018-11-30"),
        ("signed", "2018-03-08", "2018-03-09"),
    ],
    "no year: before what has one": [
        ("ratified", "XXXX-10-30", None),
        ("signed", "2018-03-08", "2018-03-09"),
    ],
    "negotiated anew when in force": [
        ("in-force", "1994-01-01", "2017-01-01"),
        ("negotiating", None, "2017-08-16"),
    ],
}


@pytest.mark.parametrize("name", LIVES)
def test_stages_stand_in_turn(name: str) -> None:
    """Whatever the order in which they come."""
    life = LIVES[name]
    facts = [
        fact(Instrument(parties=list(PAIR), name="CPTPP", stage=stage, date=date), told, key="instrument:cptpp")
        for stage, date, told in life
    ]
    for given in (facts, facts[::-1]):
        assert [one.record.stage for one in in_turn(given)] == [stage for stage, _, _ in life]  # type: ignore[attr-defined]
