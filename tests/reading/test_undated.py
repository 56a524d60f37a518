"""The year of a page that gives no date."""

from __future__ import annotations

import pytest

import banggiao

_REPORT = (
    "Ngày {day}, tại Hà Nội, Bộ trưởng Ngoại giao Việt Nam Phạm Bình Minh hội đàm với Bộ trưởng Ngoại giao Singapore "
    "Vivian Balakrishnan. Hai bên nhất trí sẽ tổ chức cuộc họp tiếp theo của Uỷ ban hỗn hợp vào {when}."
)


@pytest.mark.parametrize(
    ("day", "when", "published"),
    [
        ("3/7", "nửa cuối năm 2019", "2019-07-03"),
        ("27/2", "quý I/2019", "2019-02-27"),
        # A page of February 2018 speaks of the next year's first half so; its own is "this year's".
        ("21/2", "nửa đầu năm 2019", None),
        ("3/7", "nửa đầu năm 2019", None),
    ],
)
def test_a_half_or_quarter_that_lies_ahead_gives_the_year(day: str, when: str, published: str | None) -> None:
    reading = banggiao.read_text(_REPORT.format(day=day, when=when), id="story")
    assert reading.published == published
    assert (reading.published_basis == "derived") == (published is not None)
