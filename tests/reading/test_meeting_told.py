"""Meetings that other words tell of than those for a meeting: going somewhere, sitting together, meeting the press,
summoning an ambassador; and those whose two sides stand farther off."""

from __future__ import annotations

from typing import Any

import pytest

import banggiao
from banggiao.model import Meeting

TOLD: dict[str, tuple[str, str, dict[str, Any]]] = {
    "who is said to go": (
        "Nhà Trắng cho biết Ngoại trưởng Mỹ John Kerry sẽ tới Moscow vào ngày 14/4.",
        "visit",
        {"parties": ["USA", "RUS"], "people": ["John Kerry"], "phase": "planned", "date": "2019-04-14"},
    ),
    "who goes unforeseen": (
        "Tổng thống Mỹ Donald Trump bất ngờ tới Iraq hôm 1/3.",
        "visit",
        {"parties": ["USA", "IRQ"], "date": "2019-03-01"},
    ),
    "who leaves one state for another": (
        "Phó Tổng thống Mỹ Mike Pence rời Colombia hôm 1/3 để tới Brazil.",
        "visit",
        {"parties": ["USA", "BRA"], "country": "BRA"},
    ),
    "talks of so many minutes": (
        "Tổng thống Pháp Emmanuel Macron có cuộc gặp kéo dài 40 phút với Tổng thống Nga Vladimir Putin.",
        "talks",
        {"parties": ["FRA", "RUS"], "people": ["Emmanuel Macron", "Vladimir Putin"]},
    ),
    "talks of a kind, somewhere, between two": (
        "Một cuộc họp không chính thức tại Geneva giữa Ngoại trưởng Mỹ John Kerry và Ngoại trưởng Nga Sergei Lavrov đã diễn ra.",
        "talks",
        {"parties": ["USA", "RUS"], "people": ["John Kerry", "Sergei Lavrov"], "city": "Geneva"},
    ),
    "planned talks that are called off": (
        "Thủ tướng Israel Benjamin Netanyahu huỷ cuộc gặp đã được lên kế hoạch với Ngoại trưởng Đức Sigmar Gabriel.",
        "talks",
        {"parties": ["ISR", "DEU"], "phase": "cancelled"},
    ),
    "after which something will be": (
        "Sau khi Tổng thống Nga Vladimir Putin gặp Thủ tướng Nhật Bản Shinzo Abe, hai bên sẽ họp báo.",
        "talks",
        {"parties": ["RUS", "JPN"], "phase": "planned"},
    ),
    "after which, on a day before, something will be": (
        "Sau khi Tổng thống Nga Vladimir Putin gặp Thủ tướng Nhật Bản Shinzo Abe tuần trước, hai bên sẽ họp báo.",
        "talks",
        {"parties": ["RUS", "JPN"], "phase": "held"},
    ),
    "to which somebody is urged": (
        "Mỹ hối thúc Nga chấp thuận cuộc gặp giữa Thủ tướng Nhật Bản Shinzo Abe và Tổng thống Nga Vladimir Putin.",
        "talks",
        {"parties": ["JPN", "RUS"], "phase": "planned"},
    ),
    "talks that lie ahead of two": (
        "Hai bên đã bàn về cuộc hội đàm sắp diễn ra giữa Tổng thống Nga Vladimir Putin và Thủ tướng Nhật Bản Shinzo Abe.",
        "talks",
        {"parties": ["RUS", "JPN"], "phase": "planned"},
    ),
    "who rings up somebody": (
        "Thủ tướng Anh Theresa May gọi điện cho Tổng thống Pháp Emmanuel Macron.",
        "call",
        {"parties": ["GBR", "FRA"], "people": ["Theresa May", "Emmanuel Macron"]},
    ),
    "who talks to somebody by telephone": (
        "Thủ tướng Anh Theresa May hôm 1/3 nói chuyện qua điện thoại với Tổng thống Pháp Emmanuel Macron.",
        "call",
        {"parties": ["GBR", "FRA"], "date": "2019-03-01"},
    ),
    "who leads a delegation somewhere": (
        "Phó Thủ tướng Trung Quốc Lưu Hạc sẽ dẫn đầu một phái đoàn cấp cao tới Washington.",
        "visit",
        {"parties": ["CHN", "USA"], "people": ["Lưu Hạc"], "phase": "planned"},
    ),
    "who welcomes a guest": (
        "Tổng thống Pháp Emmanuel Macron đón Thủ tướng Ấn Độ Narendra Modi tại Paris.",
        "talks",
        {"parties": ["FRA", "IND"], "city": "Paris"},
    ),
    "several talks of two": (
        "Ngoại trưởng Mỹ John Kerry nêu điều đó trong các cuộc gặp với Ngoại trưởng Nga Sergei Lavrov.",
        "talks",
        {"parties": ["USA", "RUS"], "people": ["John Kerry", "Sergei Lavrov"]},
    ),
    "two who shake hands": (
        "Tổng thống Nga Vladimir Putin (trái) và Thủ tướng Nhật Bản Shinzo Abe (phải) bắt tay tại Moscow.",
        "talks",
        {"parties": ["RUS", "JPN"], "city": "Moscow"},
    ),
    "ministers of a body who sit": (
        "Các ngoại trưởng ASEAN họp tại Luang Prabang, Lào hôm 1/3.",
        "ministerial",
        {"parties": ["ASEAN"], "date": "2019-03-01", "country": "LAO"},
    ),
    "ministers of a group whose name begins with a small letter": (
        "Ngoại trưởng nhóm G7 họp tại Hiroshima, Nhật Bản hôm 1/3.",
        "ministerial",
        {"parties": ["G7"], "date": "2019-03-01", "country": "JPN"},
    ),
    "ministers of three states who sit": (
        "Ngoại trưởng Iran, Nga và Thổ Nhĩ Kỳ nhóm họp tại Astana.",
        "ministerial",
        {"parties": ["IRN", "RUS", "TUR"], "city": "Astana"},
    ),
    "three heads who will sit": (
        (
            "Tổng thống Nga Vladimir Putin, Tổng thống Iran Hassan Rouhani và Tổng thống Thổ Nhĩ Kỳ Recep Tayyip Erdogan sẽ "
            "nhóm họp ở Sochi vào ngày 14/4."
        ),
        "summit",
        {"parties": ["RUS", "IRN", "TUR"], "phase": "planned", "date": "2019-04-14"},
    ),
    "a body that sits with a state": (
        "NATO họp khẩn với quan chức Georgia tại Brussels.",
        "other",
        {"parties": ["NATO", "GEO"], "city": "Brussels"},
    ),
    "two who meet the press": (
        "Thủ tướng Nguyễn Xuân Phúc và Thủ tướng Singapore Lý Hiển Long đồng chủ trì họp báo.",
        "other",
        {"parties": ["VNM", "SGP"], "people": ["Nguyễn Xuân Phúc", "Lý Hiển Long"]},
    ),
    "who meets the press with another": (
        "“Chúng tôi muốn hợp tác”, Tổng thống Nga Vladimir Putin nói trong cuộc họp báo với Thủ tướng Đức Angela Merkel ở Sochi.",
        "other",
        {"parties": ["RUS", "DEU"], "phase": "held", "city": "Sochi"},
    ),
    "an ambassador who is summoned": (
        "Bộ Ngoại giao Nga hôm 1/3 triệu tập đại sứ Anh Laurie Bristow.",
        "talks",
        {"parties": ["RUS", "GBR"], "people": ["Laurie Bristow"], "country": "RUS", "date": "2019-03-01"},
    ),
    "an ambassador who is summoned where he is posted": (
        "Ngoại trưởng Taro Kono cho biết đã triệu đại sứ Nga tại Nhật Bản.",
        "talks",
        {"parties": ["JPN", "RUS"], "country": "JPN", "city": None},
    ),
    "the two leaders are those just named": (
        "Tổng thống Pháp Emmanuel Macron đón Thủ tướng Ấn Độ Narendra Modi. Sau đó hai nhà lãnh đạo tiến hành hội đàm.",
        "talks",
        {"parties": ["FRA", "IND"], "people": ["Emmanuel Macron", "Narendra Modi"]},
    ),
    "a forum of two is where the visit is": (
        (
            "Thủ tướng Nguyễn Xuân Phúc thăm Thuỵ Điển. Tại Diễn đàn Doanh nghiệp Việt Nam - Thuỵ Điển, các doanh nghiệp hai "
            "nước đã ký nhiều thoả thuận."
        ),
        "forum",
        {"parties": ["VNM", "SWE"], "country": "SWE"},
    ),
}

NOTHING = {
    "who is asked to go": "Tổng thống Mỹ Donald Trump mời Tổng thống Nga Vladimir Putin tới Washington.",
    "who presides over a meeting of the own government": "Tổng thống Hàn Quốc Moon Jae-in họp khẩn tại Nhà Xanh hôm 1/3.",
    "who meets the press alone": "Ngoại trưởng Mỹ John Kerry chủ trì họp báo về quan hệ với Nga tại Geneva hôm 1/3.",
    "two of one state who meet the press": (
        "Phó thủ tướng Phạm Bình Minh và Bộ trưởng Trần Tuấn Anh chủ trì họp báo về quan hệ với Nga hôm 1/3."
    ),
    "an own ambassador who is called home": "Hà Lan hôm 1/3 triệu đại sứ ở Thổ Nhĩ Kỳ về nước.",
    "an ambassador whom nobody means to summon": "Tổng thống Philippines Rodrigo Duterte không triệu đại sứ Trung Quốc.",
}


def meetings(text: str) -> list[Meeting]:
    """The meetings of a text that was published on 5 March 2019."""
    reading = banggiao.read_text(text, id="story", published="2019-03-05")
    return [record for record in reading.records if isinstance(record, Meeting)]


@pytest.mark.parametrize("name", TOLD)
def test_what_tells_of_a_meeting(name: str) -> None:
    text, form, wanted = TOLD[name]
    found = [meeting for meeting in meetings(text) if meeting.form == form]
    assert [{slot: getattr(meeting, slot) for slot in wanted} for meeting in found] == [wanted]


@pytest.mark.parametrize("name", NOTHING)
def test_what_tells_of_none(name: str) -> None:
    assert [m for m in meetings(NOTHING[name]) if m.phase != "planned"] == []


def test_a_visit_of_an_earlier_month_is_not_the_one_that_lies_ahead() -> None:
    text = (
        "Tổng thống Nga Vladimir Putin dự kiến thăm Nhật Bản. Ông Putin đã thăm Nhật Bản hồi tháng 1. "
        "Chuyến thăm sẽ thúc đẩy hợp tác."
    )
    assert [(m.phase, m.date) for m in meetings(text)] == [("planned", None), ("held", "2019-01")]


def test_the_two_who_meet_are_those_just_named() -> None:
    text = "Ngoại trưởng Mỹ John Kerry gửi thư cho Ngoại trưởng Cuba Bruno Rodriguez. Hai người sẽ gặp nhau tại Havana."
    (talks,) = meetings(text)
    assert (talks.parties, talks.people) == (["USA", "CUB"], ["John Kerry", "Bruno Rodriguez"])
    assert (talks.phase, talks.city) == ("planned", "Havana")
