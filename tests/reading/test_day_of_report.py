"""What a report tells by its own day, where no page says when it was published."""

from __future__ import annotations

import pytest

import banggiao
from banggiao.model import Meeting

CASES: dict[str, tuple[str, str | None]] = {
    "tomorrow, where today has its day": (
        "Tổng thống Nga Vladimir Putin tới Tokyo sáng nay (3-5). Ngày mai ông sẽ hội đàm với Thủ tướng Nhật Bản Shinzo Abe.",
        "XXXX-05-04",
    ),
    "today, where yesterday has its day behind a comma": (
        "Ngoại trưởng Nga Sergei Lavrov hôm qua, ngày 30/4, thăm Tokyo. Chiều nay ông hội đàm với Ngoại trưởng Nhật Taro Kono.",
        "XXXX-05-01",
    ),
    "last month, where today has its day": (
        "Bộ Ngoại giao Nga sáng nay 2-1 ra thông cáo. Ngoại trưởng Nga Lavrov và Ngoại trưởng Nhật Kono hội đàm hồi tháng trước.",
        "XXXX-12",
    ),
    "last month, where the occasion has its day": (
        "Điện Kremlin hôm 7/5 ra thông cáo. Ngoại trưởng Nga Lavrov và Ngoại trưởng Nhật Kono hội đàm hồi tháng trước.",
        "XXXX-04",
    ),
    "news of the end of a month may be of the next": (
        "Điện Kremlin hôm 30/4 ra thông cáo. Ngoại trưởng Nga Lavrov và Ngoại trưởng Nhật Kono hội đàm hồi tháng trước.",
        None,
    ),
    "a day that is only planned": (
        (
            "Theo kế hoạch, Tổng thống Nga Vladimir Putin rời Moscow ngày 7/5. Ngoại trưởng Nga Lavrov và Ngoại trưởng Nhật Kono "
            "hội đàm hồi tháng trước."
        ),
        None,
    ),
    "two days of which both are today": (
        (
            "Sáng nay 3-5, báo Nga đưa tin. Tối nay 4-5, báo Nhật đưa tin. Ngày mai Ngoại trưởng Nga Lavrov hội đàm với Ngoại "
            "trưởng Nhật Kono."
        ),
        None,
    ),
    "a day that leap years have and others have not": (
        "Sáng nay (28-2), báo Nga đưa tin. Ngày mai Ngoại trưởng Nga Lavrov hội đàm với Ngoại trưởng Nhật Kono.",
        None,
    ),
    "whose today is another's": (
        'Sáng nay (3-5), báo Nga đưa tin. Ngoại trưởng Nga Lavrov và Ngoại trưởng Nhật Kono hội đàm: "Ngày mai sẽ tốt hơn".',
        None,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_day_of_a_report_dates_what_it_tells_by_that(name: str) -> None:
    """Talks told by the day of a report have the day or month that this gives, and no year."""
    text, date = CASES[name]
    found = [r for r in banggiao.read_text(text, id="story").records if isinstance(r, Meeting) and r.form == "talks"]
    assert [meeting.date for meeting in found] == [date]
