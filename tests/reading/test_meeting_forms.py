"""Meetings: of which form they are, whether they were held, and where their own name puts them."""

from __future__ import annotations

from typing import Any

import pytest

import banggiao
from banggiao.model import Meeting

CASES: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "leaders who meet at summits only hold one whatever it is called": (
        "Tổng thống Mỹ Donald Trump có cuộc gặp lịch sử với Chủ tịch Triều Tiên Kim Jong-un ở Singapore hôm 12/6.",
        [{"form": "summit", "phase": "held", "people": ["Donald Trump", "Kim Jong-un"]}],
    ),
    "the first of theirs has its number": (
        "Cuộc gặp đầu tiên giữa các nhà lãnh đạo hai nước Mỹ và Triều Tiên diễn ra tại Singapore ngày 12/6/2018.",
        [{"form": "summit", "session": 1, "date": "2018-06-12"}],
    ),
    "their ministers hold talks": (
        "Ngoại trưởng Mỹ Mike Pompeo gặp Chủ tịch Triều Tiên Kim Jong-un ở Bình Nhưỡng hôm 9/5.",
        [{"form": "talks"}],
    ),
    "other leaders hold talks": (
        "Tổng thống Nga Vladimir Putin gặp Thủ tướng Nhật Bản Shinzo Abe ở Moscow hôm 22/1.",
        [{"form": "talks"}],
    ),
    "with a body's ministers it is at their level": (
        "Ngoại trưởng Nga Sergey Lavrov hội đàm với các ngoại trưởng ASEAN tại Singapore hôm 2/8.",
        [{"form": "ministerial", "parties": ["RUS", "ASEAN"]}],
    ),
    "with a body's leaders it is a summit": (
        "Tổng thống Mỹ Barack Obama gặp lãnh đạo các nước ASEAN tại Vientiane hôm 8/9.",
        [{"form": "summit", "parties": ["USA", "ASEAN"]}],
    ),
    "but with no leader it is none": (
        "Phó Tổng thống Mỹ Mike Pence gặp các nhà lãnh đạo ASEAN tại Singapore hôm 15/11.",
        [{"form": "talks", "parties": ["USA", "ASEAN"]}],
    ),
    "who speaks for a body by name is no group": (
        "Phó Thủ tướng Phạm Bình Minh hội đàm với Ngoại trưởng EU Federica Mogherini tại Hà Nội ngày 5/8.",
        [{"form": "talks", "parties": ["VNM", "EU"]}],
    ),
    "what is to be done was agreed at a meeting that is over": (
        "Triều Tiên sẽ giữ cam kết mà ông Kim Jong-un đưa ra trong cuộc gặp với Tổng thống Hàn Quốc Moon Jae-in hôm 27/4.",
        [{"phase": "held", "date": "XXXX-04-27"}],
    ),
    "a numbered day to come is told otherwise": (
        "Tổng thống Mỹ Donald Trump sẽ gặp Thủ tướng Nhật Bản Shinzo Abe tại Tokyo vào ngày 27/5.",
        [{"phase": "planned", "date": "XXXX-05-27"}],
    ),
    "what will not take place is called off": (
        "Cuộc gặp giữa Tổng thống Mỹ Donald Trump và Tổng thống Nga Vladimir Putin tại Buenos Aires sẽ không diễn ra.",
        [{"phase": "cancelled", "city": "Buenos Aires"}],
    ),
    "what perhaps will not take place is not": (
        "Cuộc gặp ngày 12/6 giữa Tổng thống Mỹ Donald Trump và Tổng thống Nga Vladimir Putin có thể sẽ không diễn ra.",
        [{"phase": "planned"}],
    ),
    "nor what is only supposed to be off": (
        "Ông Putin nói nếu cuộc gặp với Tổng thống Mỹ Donald Trump không diễn ra ngày 12/6 thì sẽ gặp sau.",
        [{"phase": "planned"}],
    ),
    "every mention of a summit that is called off is of that": (
        (
            "Tổng thống Mỹ Donald Trump huỷ cuộc gặp với Chủ tịch Triều Tiên Kim Jong-un. Hai nước từng nhất trí sẽ tổ chức hội nghị "
            "thượng đỉnh Mỹ - Triều tại Singapore vào ngày 12/6."
        ),
        [{"form": "summit", "phase": "cancelled", "city": "Singapore", "date": "XXXX-06-12"}],
    ),
    "a summit is where it has its name from": (
        "Mỹ và Triều Tiên không đạt được thoả thuận tại hội nghị thượng đỉnh Hà Nội hồi tháng 2.",
        [{"form": "summit", "city": "Hà Nội", "country": "VNM"}],
    ),
    "so is the meeting of a group": (
        "Tổng thống Nga Vladimir Putin gặp Tổng thống Pháp Francois Hollande tại G20 Hàng Châu.",
        [{"form": "talks", "country": "CHN"}, {"form": "summit", "city": "Hàng Châu", "country": "CHN"}],
    ),
    "and a series that is always held there": (
        "Bộ trưởng Quốc phòng Trung Quốc Nguỵ Phượng Hoà nói Trung Quốc ủng hộ Nga khi dự Hội nghị An ninh quốc tế Moscow.",
        [{"form": "forum", "city": "Moscow", "country": "RUS"}],
    ),
    "a house of government is in its city": (
        "Tổng thống Mỹ Donald Trump gặp Thủ tướng Nhật Bản Shinzo Abe tại Nhà Trắng, thủ đô Washington, hôm 26/4.",
        [{"form": "talks", "city": "Washington", "country": "USA"}],
    ),
    "who goes to a state that is a city goes to the city": (
        "Tổng thống Hàn Quốc Moon Jae-in tới Singapore hôm 11/7.",
        [{"form": "visit", "city": "Singapore", "country": "SGP"}],
    ),
    "the welcome on a visit is its guest's": (
        (
            "Thủ tướng Pháp Edouard Philippe thăm chính thức Việt Nam. Sau lễ đón sáng 2/11, ông Philippe "
            "hội đàm với Thủ tướng Nguyễn Xuân Phúc."
        ),
        [{"form": "visit"}, {"form": "ceremony", "people": ["Edouard Philippe"], "country": "VNM"}, {"form": "talks"}],
    ),
    "a state that is visited is not the guest of another": (
        (
            "Thủ tướng Nhật Bản Shinzo Abe thăm Philippines rồi tới thăm Australia. Chuyến thăm Philippines diễn ra từ ngày 12 đến "
            "13-1 và chuyến thăm Australia diễn ra từ ngày 13 đến 15-1."
        ),
        [
            {"form": "visit", "parties": ["JPN", "PHL"], "date": "XXXX-01-12/XXXX-01-13"},
            {"form": "visit", "parties": ["JPN", "AUS"], "date": "XXXX-01-13/XXXX-01-15"},
        ],
    ),
    "the day of a welcome stands behind the city of its house": (
        (
            "Chủ tịch nước Trần Đại Quang cùng Tổng thống Pháp Francois Hollande duyệt đội danh dự tại lễ đón ở Phủ Chủ tịch, Hà Nội "
            "sáng 6-9."
        ),
        [{"form": "ceremony", "city": "Hà Nội", "date": "XXXX-09-06"}],
    ),
    "a jubilee is named by what was": (
        "Thủ tướng Nguyễn Xuân Phúc dự lễ kỷ niệm 40 năm Việt Nam gia nhập Liên Hợp Quốc hôm 30/5.",
        [{"mechanism": "lễ kỷ niệm 40 năm Việt Nam gia nhập Liên Hợp Quốc", "parties": ["VNM", "UN"]}],
    ),
    "not by the conference that is named with it": (
        "Tổng thống Mỹ Donald Trump tới Manila dự lễ kỷ niệm 50 năm thành lập ASEAN và Hội nghị thượng đỉnh Đông Á.",
        [{"mechanism": "lễ kỷ niệm 50 năm thành lập ASEAN"}, {"mechanism": "Hội nghị thượng đỉnh Đông Á"}],
    ),
    "a seminar on a jubilee is of both whose relations are meant": (
        "Ngoại trưởng Mỹ John Kerry phát biểu tại hội thảo kỷ niệm 20 năm bình thường hoá quan hệ với Việt Nam tại Hà Nội hôm 7/8.",
        [{"form": "forum", "parties": ["USA", "VNM"], "city": "Hà Nội", "date": "XXXX-08-07"}],
    ),
    "talks on a visit are of its days": (
        "Thủ tướng Ấn Độ Narendra Modi hội kiến Tổng thống Nga Vladimir Putin trong chuyến thăm Nga tháng 7-2024.",
        [{"form": "talks", "country": "RUS", "date": "2024-07"}, {"form": "visit", "date": "2024-07"}],
    ),
    "a side has one head at a summit": (
        (
            "Sau thượng đỉnh Nga - Triều, ông Kim Jong-un cảm ơn Tổng thống Vladimir Putin và gửi lời chào tới Thủ tướng Nga Dmitry "
            "Medvedev."
        ),
        [{"form": "summit", "people": ["Kim Jong-un", "Vladimir Putin"]}],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_form_phase_and_place_of_a_meeting(name: str) -> None:
    text, wanted = CASES[name]
    found = [r for r in banggiao.read_text(text, id="story").records if isinstance(r, Meeting)]
    assert [{slot: getattr(m, slot) for slot in slots} for m, slots in zip(found, wanted, strict=True)] == wanted
