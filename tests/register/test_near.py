"""Records of meetings are held against those that they may join only; the groups are the same as if against all."""

from __future__ import annotations

import random

import pytest

from banggiao.model import Meeting
from banggiao.register import meetings

DATES = (
    None,
    "2019",
    "2019-03",
    "2019-03-05",
    "2019-03-06",
    "2019-04-05",
    "XXXX-03-05",
    "2015/2020",
    "2019-02-26/2019-03-02",
)
REPORTED = (None, "2019-03-01", "2019-03-09", "2019-03-21", "2019-04-02")


@pytest.mark.parametrize("seed", range(8))
def test_groups_are_those_of_holding_each_against_every_other(seed, monkeypatch):
    """Dates of every precision, of no year, of many years, and none; with and without sessions, names and people."""
    rng = random.Random(seed)
    records = []
    for number in range(80):
        meeting = Meeting(
            parties=["FRA", "VNM"],
            form=rng.choice(("talks", "summit", "other")),
            phase=rng.choice(("held", "planned")),
            date=rng.choice(DATES),
            mechanism=rng.choice((None, None, "Đối thoại cấp cao", "Ủy ban hợp tác")),
            session=rng.choice((None, None, 3, 4)),
            people=rng.choice(([], [], ["Nguyễn An"], ["Trần Bình"])),
        )
        records.append((meeting, rng.choice(REPORTED), f"a{number}"))
    found = meetings.group(records)
    monkeypatch.setattr(meetings._Near, "groups", lambda self, one, count: list(range(count)))
    assert found == meetings.group(records)
    assert 1 < len(found) < len(records)
