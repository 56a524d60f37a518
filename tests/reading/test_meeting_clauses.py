"""Meetings: what the clause around an occasion says of it, and what it says of something else."""

from __future__ import annotations

from typing import Any

import pytest

import banggiao
from banggiao.model import Meeting

CASES: dict[str, tuple[str, str, list[dict[str, Any]]]] = {
    "who receives is named behind his guest": (
        "Tiếp Ngoại trưởng Nhật Bản Taro Kono, Thủ tướng Nguyễn Xuân Phúc khẳng định coi trọng quan hệ hai nước.",
        "talks",
        [{"parties": ["VNM", "JPN"], "people": ["Nguyễn Xuân Phúc", "Taro Kono"], "country": "VNM"}],
    ),
    "who meets somebody is named behind him": (
        "Khi gặp Tổng thống Nga Vladimir Putin tại Paris, Tổng thống Pháp Emmanuel Macron đề nghị hai nước hợp tác.",
        "talks",
        [{"parties": ["FRA", "RUS"], "people": ["Emmanuel Macron", "Vladimir Putin"], "city": "Paris"}],
    ),
    "the subject of a clause without one is the main clause's": (
        (
            "Tổng thống Hàn Quốc Moon Jae-in hôm 2/3 gặp Thủ tướng Nhật Bản Shinzo Abe, một tuần sau khi hội đàm với "
            "Tổng thống Nga Vladimir Putin."
        ),
        "talks",
        [{"people": ["Moon Jae-in", "Shinzo Abe"]}, {"people": ["Moon Jae-in", "Vladimir Putin"]}],
    ),
    "the day and place of what is about it are not its own": (
        (
            "Ngoại trưởng Mỹ Mike Pompeo hôm 2/3 tới Moscow để bàn về lịch trình hội nghị thượng đỉnh giữa Tổng thống Mỹ "
            "Donald Trump và Tổng thống Nga Vladimir Putin."
        ),
        "summit",
        [{"date": None, "city": None, "people": ["Donald Trump", "Vladimir Putin"]}],
    ),
    "nor of what is for it": (
        (
            "Cuộc họp của các quan chức Mỹ và Nga hôm 2/3 tại Vienna đặt nền móng cho cuộc gặp giữa Tổng thống Mỹ Donald "
            "Trump và Tổng thống Nga Vladimir Putin."
        ),
        "talks",
        [{"date": None, "city": None, "people": ["Donald Trump", "Vladimir Putin"]}],
    ),
    "but whoever goes somewhere for it goes where it is": (
        "Thủ tướng Nguyễn Xuân Phúc hôm 2/3 tới Bangkok cho Hội nghị Cấp cao ASEAN.",
        "summit",
        [{"date": "2019-03-02", "city": "Bangkok", "mechanism": "Hội nghị Cấp cao ASEAN"}],
    ),
    "a headline names what the story dates": (
        "Hội nghị thượng đỉnh Nga - Nhật bàn về kinh tế\nHội nghị diễn ra hôm 2/3 tại Vladivostok.",
        "summit",
        [{"parties": ["RUS", "JPN"], "date": "2019-03-02", "city": "Vladivostok"}],
    ),
    "a place is no part of a name": (
        "Hội nghị thượng đỉnh G20 tại thành phố Osaka khai mạc hôm 2/3.",
        "summit",
        [{"mechanism": "Hội nghị thượng đỉnh G20", "city": "Osaka"}],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_the_clause_says_of_an_occasion(name: str) -> None:
    text, form, wanted = CASES[name]
    reading = banggiao.read_text(text, id="story", published="2019-03-05")
    found = [r for r in reading.records if isinstance(r, Meeting) and r.form == form]
    assert [{slot: getattr(m, slot) for slot in slots} for m, slots in zip(found, wanted, strict=True)] == wanted
