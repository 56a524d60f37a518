"""Records of meetings are held against those that they may join only; the groups are the same as if against all."""

from __future__ import annotations

import random

import pytest

from banggiao.lexicon import fold
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
            form=rng.choice(("talks", "summit", "visit", "other")),
            city=rng.choice((None, None, "Paris", "Hà Nội")),
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


Told = tuple[str, str | None, str | None, dict[str, object]]
G20_NAMES = frozenset(fold("Nhóm Các nền kinh tế phát triển và mới nổi G20").split())
OSAKA = {"city": "Osaka", "country": "JPN"}


def together(*told: Told, parties: tuple[str, ...] = ("G20",)) -> list[list[int]]:
    """Which of these are one meeting. told: phase, day, day of the report, and what else it says."""
    records = [
        (Meeting(parties=list(parties), phase=phase, date=day, **{"form": "summit", **more}), published, f"a{number}")  # type: ignore[arg-type]
        for number, (phase, day, published, more) in enumerate(told)
    ]
    return sorted(map(sorted, meetings.group(records, G20_NAMES if parties == ("G20",) else frozenset())))


def named(name: str, **more: object) -> dict[str, object]:
    return {"mechanism": name, **more}


def test_a_bodys_summit_is_one_however_it_is_written() -> None:
    day = "2019-06-28"
    written = (
        "hội nghị thượng đỉnh G20",
        "Hội nghị G -20",
        "Thượng đỉnh Nhóm các nền kinh tế phát triển và mới nổi (G 20)",
        "Tuần lễ Cấp cao G20",
    )
    assert together(*(("held", day, None, named(name)) for name in written)) == [[0, 1, 2, 3]]
    business = named("Hội nghị thượng đỉnh Doanh nghiệp G20")
    assert together(("held", day, None, named(written[0])), ("held", day, None, business)) == [[0], [1]]


def test_two_numbers_of_a_body_may_meet_at_once() -> None:
    """As the 28th and the 29th summit of ASEAN did. Two states' summit is counted otherwise by every paper."""
    told = [("held", "2016-09-06", None, named("Hội nghị cấp cao", session=number)) for number in (28, 29)]
    assert together(*told) == [[0], [1]]
    assert together(*told, parties=("PRK", "USA")) == [[0, 1]]


@pytest.mark.parametrize(
    ("phase", "published", "one"),
    [
        ("planned", "2019-05-20", True),
        ("planned", "2019-12-20", False),  # of the next
        ("planned", "2018-11-20", False),  # too long before
        ("held", "2019-09-02", True),
        ("held", "2019-05-20", False),
    ],
)
def test_a_summit_is_announced_and_recalled_without_its_day(phase: str, published: str, one: bool) -> None:
    summit = ("held", "2019-06-28/2019-06-29", "2019-06-29", named("hội nghị thượng đỉnh G20", **OSAKA))
    told = (phase, None, published, named("Hội nghị G20", country="JPN"))
    assert together(summit, told) == ([[0, 1]] if one else [[0], [1]])
    elsewhere = (phase, None, published, named("Hội nghị G20", country="DEU"))
    assert together(summit, elsewhere) == [[0], [1]]


def test_the_talks_at_a_summit_are_no_other_meeting() -> None:
    leaders = ["Donald Trump", "Vladimir Putin"]
    summit = ("held", "2018-07-16", None, named("thượng đỉnh Nga - Mỹ", people=leaders))
    pair = ("RUS", "USA")

    def talks(day: str, *people: str) -> Told:
        return "held", day, None, {"form": "talks", "people": list(people)}

    assert together(summit, talks("2018-07-16"), talks("2018-07-16", "Vladimir Putin"), parties=pair) == [[0, 1, 2]]
    assert together(summit, talks("2018-07-17"), parties=pair) == [[0], [1]]
    assert together(summit, talks("2018-07-16", "Donald Trump", "Sergey Lavrov"), parties=pair) == [[0], [1]]


def test_a_visit_that_was_announced() -> None:
    visit = {"form": "visit", "country": "VNM", "people": ["Emmanuel Macron"]}
    held = ("held", "2018-05-20", "2018-05-20", visit)
    pair = ("FRA", "VNM")
    assert together(held, ("planned", None, "2018-04-01", visit), parties=pair) == [[0, 1]]
    assert together(held, ("planned", None, "2018-02-01", visit), parties=pair) == [[0], [1]]
    other = visit | {"people": ["Édouard Philippe"]}
    assert together(held, ("planned", None, "2018-04-01", other), parties=pair) == [[0], [1]]


def test_a_report_of_no_day_joins_the_only_summit_of_its_place() -> None:
    undated = ("held", None, None, named("thượng đỉnh G20", **OSAKA))
    told = [("held", day, None, named("hội nghị thượng đỉnh G20", **OSAKA)) for day in ("2019-06-28", "2023-06-28")]
    assert together(told[0], undated) == [[0, 1]]
    assert together(*told, undated, undated) == [[0], [1], [2, 3]]  # either, but one of which both tell
    assert together(told[1], *[told[0]] * 5, undated) == [[0], [1, 2, 3, 4, 5, 6]]  # the other is an error, most likely


def test_the_first_day_of_a_summit_and_its_last_are_of_one() -> None:
    days = ("2019-08-24", "2019-08-26")
    told = [("held", day, None, named("hội nghị thượng đỉnh G20")) for day in days]
    assert together(*told) == [[0, 1]]
    assert together(*told, ("held", "2019-08-30", None, named("hội nghị thượng đỉnh G20"))) == [[0, 1], [2]]
    talks = [("held", day, None, {"form": "talks", "people": ["Donald Trump"]}) for day in days]
    assert together(*talks, parties=("FRA", "USA")) == [[0], [1]]


def test_days_of_an_unknown_year_are_of_one_summit() -> None:
    days = ("2019-06-28/2019-06-29", "XXXX-06-28", "XXXX-06-29")
    assert together(*(("held", day, None, named("hội nghị thượng đỉnh G20")) for day in days)) == [[0, 1, 2]]
    assert (
        len(together(*(("held", day, None, named("hội nghị thượng đỉnh G20")) for day in (*days, "XXXX-11-30")))) == 2
    )


def test_a_day_without_a_year_is_of_whom_all_were_there() -> None:
    """At the forum of every June in Singapore one minister met two others of one state, a year apart."""

    def talks(*people: str) -> dict[str, object]:
        return {"city": "Singapore", "people": list(people)}

    last = ("talks", "2019-06-01", talks("Ngô Xuân Lịch", "Patrick Shanahan"))
    assert len(grouped(last, ("talks", "XXXX-06-01", talks("Ngô Xuân Lịch", "James Mattis")))) == 2
    assert len(grouped(last, ("talks", "XXXX-06-01", talks("Patrick Shanahan", "Ngô Xuân Lịch", "James Mattis")))) == 1
    assert len(grouped(last, ("talks", "XXXX-06-01", talks("Ngô Xuân Lịch")))) == 1


def test_a_city_is_one_by_whatever_name() -> None:
    """Its names in the lexicon, not only their spelling; the fact has the commonest."""
    who = {"people": ["Donald Trump"]}
    told = [("talks", "2018-06-30", {**who, "city": city}) for city in ("Bàn Môn Điếm", "Panmunjom", "Panmunjom")]
    assert len(grouped(*told)) == 1
    assert len(grouped(*told, ("talks", "2018-06-30", {**who, "city": "Singapore"}))) == 2
