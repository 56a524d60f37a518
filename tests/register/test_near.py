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


def grouped(*told: tuple[str, str | None, dict[str, object]]) -> list[set[str]]:
    """The days of each meeting. told: form, day, and what else a record says; each of an article of its own."""
    records = []
    for number, (form, day, more) in enumerate(told):
        meeting = Meeting(parties=["PRK", "USA"], form=form, phase="held", date=day, **more)  # type: ignore[arg-type]
        records.append((meeting, None, f"a{number}"))
    return [{str(told[at][1]) for at in group} for group in meetings.group(records)]


HANOI = {"mechanism": "Hội nghị thượng đỉnh Mỹ - Triều", "session": 2}
FIRST, BOTH, SECOND = "2019-02-27", "2019-02-27/2019-02-28", "2019-02-28"


def test_what_lasts_for_days_is_one_meeting() -> None:
    """A summit, a visit: reports of its first day and of its last meet in the one that has it lasting for both."""
    assert grouped(("summit", FIRST, HANOI), ("summit", SECOND, HANOI), ("summit", BOTH, HANOI)) == [
        {FIRST, SECOND, BOTH}
    ]
    guest = {"people": ["Donald Trump"]}
    assert grouped(("visit", FIRST, guest), ("visit", SECOND, guest), ("visit", BOTH, guest)) == [{FIRST, SECOND, BOTH}]
    others = {"people": ["Mike Pompeo"]}
    assert len(grouped(("visit", FIRST, guest), ("visit", SECOND, others), ("visit", BOTH, guest))) == 2
    talks = grouped(("talks", FIRST, guest), ("talks", SECOND, guest), ("talks", BOTH, guest))
    assert {FIRST, SECOND} not in [days & {FIRST, SECOND} for days in talks]  # talks on the day after are others


def test_one_number_is_one_summit_of_two() -> None:
    """However it is called, and though one story tells of it twice."""
    other = {"mechanism": "cuộc gặp Trump - Kim", "session": 2}
    assert grouped(("summit", BOTH, HANOI), ("summit", "2019-02", other)) == [{BOTH, "2019-02"}]
    third = {"mechanism": "Hội nghị thượng đỉnh Mỹ - Triều", "session": 3}
    assert len(grouped(("summit", BOTH, HANOI), ("summit", "2019-02", third))) == 2
    twice = [
        (Meeting(parties=["PRK", "USA"], form="summit", phase="held", date=day), None, "a") for day in (BOTH, SECOND)
    ]
    assert len(meetings.group(twice)) == 1
