"""Dates as the records hold them."""

from __future__ import annotations

from datetime import date

import pytest

from banggiao import edtf

VALID = ["2018-08-02", "2018-11", "2020", "2018-03-11/2018-03-14", "2020/2021", "2018-12/2019-01-05", "../2020",
         "2016/..", "XXXX-08-02", "XXXX-08", "XXXX-03-11/XXXX-03-14", "XXXX-02-29", "2016-02-29"]  # fmt: skip
INVALID = ["2018-02-30", "2019-02-29", "2018-13", "2018-00", "2018-8-2", "18-08-02", "2018/2019/2020", "2019/2018", "",
           "..", "../..", "2018-08-02T10:00", "hôm nay"]  # fmt: skip
BOUNDS = [
    ("2018-08-02", date(2018, 8, 2), date(2018, 8, 2)),
    ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
    ("2020", date(2020, 1, 1), date(2020, 12, 31)),
    ("2018-12/2019", date(2018, 12, 1), date(2019, 12, 31)),
    ("../2020", date.min, date(2020, 12, 31)),
]
COMPATIBLE = [
    ("2018", "2018-08-02"),
    ("2018-03-11/2018-03-14", "2018-03-14"),
    ("XXXX-08-02", "2018-08-02"),
    ("XXXX-08-02", "2018-08"),
    ("XXXX-03-11/XXXX-03-14", "2018-03-13"),
    ("XXXX-12-28/XXXX-01-03", "2019-01-02"),
    ("XXXX-08", "XXXX-08-02"),
    ("../2020", "1999"),
    (None, "2018"),
]
CONTRADICTORY = [
    ("2018", "2019"),
    ("2018-08-02", "2018-08-03"),
    ("XXXX-08-02", "2018-08-03"),
    ("XXXX-08-02", "XXXX-08-04"),
    ("XXXX-03-11/XXXX-03-14", "2018-03-15"),
    ("XXXX-12-28/XXXX-01-03", "2019-01-04"),
    ("XXXX-02-29", "2018-02"),
    ("../2020", "2021-01-01"),
]


@pytest.mark.parametrize("text", VALID)
def test_a_date_that_the_guide_uses_is_valid_and_is_written_as_it_was_read(text: str) -> None:
    """The ends of a date, written again, give the date."""
    first, last = edtf.parse(text)
    ends = [str(end) if end else ".." for end in (first, last)]
    assert ("/".join(ends) if "/" in text else ends[0]) == text


@pytest.mark.parametrize("text", INVALID)
def test_what_is_no_date_or_does_not_exist_is_refused(text: str) -> None:
    """The error of a bad date shows the date."""
    assert not edtf.valid(text)
    with pytest.raises(ValueError, match=r"EDTF|calendar|before"):
        edtf.parse(text)


@pytest.mark.parametrize(("text", "first", "last"), BOUNDS)
def test_bounds_are_the_earliest_and_the_latest_day(text: str, first: date, last: date) -> None:
    """An imprecise date stays the interval that it is."""
    assert edtf.bounds(text) == (first, last)


def test_an_unknown_year_has_no_bounds() -> None:
    """Nothing is guessed for a year that is not known."""
    assert edtf.bounds("XXXX-08-02") is None


@pytest.mark.parametrize(("a", "b"), COMPATIBLE)
def test_dates_that_may_be_the_same_time_are_compatible(a: str | None, b: str | None) -> None:
    """Compatibility does not depend on the order of the two."""
    assert edtf.compatible(a, b)
    assert edtf.compatible(b, a)


@pytest.mark.parametrize(("a", "b"), CONTRADICTORY)
def test_dates_that_cannot_be_the_same_time_are_not_compatible(a: str, b: str) -> None:
    """An unknown year excuses no other day or month."""
    assert not edtf.compatible(a, b)
    assert not edtf.compatible(b, a)


def test_the_more_exact_date_is_preferred() -> None:
    """A day tells more than its month, and a known year more than none."""
    assert edtf.more_exact("2018", "2018-08-02") == "2018-08-02"
    assert edtf.more_exact("XXXX-08-02", "2018-08-02") == "2018-08-02"
    assert edtf.more_exact(None, "2018") == "2018"
    assert edtf.more_exact("2018-08", "2018-09") == "2018-08"


def test_dates_sort_by_their_earliest_day_and_unknown_years_come_last() -> None:
    """A timeline begins with what is known to be first."""
    dates = ["XXXX-01-01", "2019", "2018-08-02", None, "2018", "../2017"]
    assert sorted(dates, key=edtf.sort_key) == ["../2017", "2018", "2018-08-02", "2019", "XXXX-01-01", None]


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        ("2019-06-28", "2019-06-29", 1),
        ("2019-06-28/2019-06-29", "XXXX-06-28", 1),
        ("XXXX-06-28", "XXXX-06-30", 2),
        ("2018-12-31", "XXXX-01-02", 2),
        ("2019-06", "2019-06-28", 29),
        ("2019-06-28", "2019/..", None),
        ("XXXX-02-29", "2019-03-01", 365),  # there is none in 2019
    ],
)
def test_days_of_both(a: str, b: str, days: int | None) -> None:
    assert edtf.days_of_both(a, b) == edtf.days_of_both(b, a) == days


@pytest.mark.parametrize(
    ("day", "days", "later"),
    [
        ("2019-02-28", 1, "2019-03-01"),
        ("XXXX-05-02", 1, "XXXX-05-03"),
        ("XXXX-12-31", 2, "XXXX-01-02"),
        ("XXXX-05-01", -1, "XXXX-04-30"),
        ("XXXX-02-28", 1, None),  # or 29 February
    ],
)
def test_a_day_some_days_later(day: str, days: int, later: str | None) -> None:
    assert edtf.later(day, days) == later
