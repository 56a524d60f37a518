"""Status: where two parties stand, in sentences written in the manner of the press."""

from __future__ import annotations

from typing import Any

import pytest

import banggiao
from banggiao.model import Status

PUBLISHED = "2018-08-02"
DIPLOMATIC = "diplomatic-relations"
STRATEGIC = "strategic-partnership"


def levels(text: str) -> list[tuple[Any, ...]]:
    """(parties, level, phase, date) of each status of a text of one story."""
    reading = banggiao.read_text(text, id="story", published=PUBLISHED)
    return [(s.parties, s.level, s.phase, s.date) for s in reading.records if isinstance(s, Status)]


STATUS = {
    "kinds of partners": (
        (
            "Việt Nam và APEC gắn bó từ năm 1998. Đến nay, Việt Nam có quan hệ đối tác chiến lược, quan hệ đối tác toàn diện "
            "trong khắp APEC. Việt Nam đã lập khuôn khổ đối tác chiến lược và đối tác toàn diện với nhiều nước APEC."
        ),
        [],
    ),
    "one level, raised from another": (
        "Việt Nam và Ấn Độ nâng quan hệ từ đối tác chiến lược lên đối tác chiến lược toàn diện năm 2016.",
        [
            (["VNM", "IND"], STRATEGIC, "in-force", None),
            (["VNM", "IND"], "comprehensive-strategic-partnership", "established", "2016"),
        ],
    ),
    "signed in a year": (
        "Chuyến thăm làm sâu sắc Đối tác chiến lược mà Việt Nam và Italy đã ký kết hồi 2013.",
        [(["VNM", "ITA"], STRATEGIC, "established", "2013")],
    ),
    "an anniversary beside a month": (
        "Hai nước Việt Nam và Anh trao đổi đoàn vào tháng 9-2018 nhân dịp kỷ niệm 45 năm thiết lập quan hệ ngoại giao.",
        [(["VNM", "GBR"], DIPLOMATIC, "established", "1973")],
    ),
    "relations without their kind, of two states": (
        "Bộ trưởng Ngoại giao Na Uy thăm Hà Nội khi Việt Nam và Na Uy kỷ niệm 45 năm thiết lập quan hệ vào năm 2016.",
        [(["VNM", "NOR"], DIPLOMATIC, "established", "1971")],
    ),
    "relations without their kind, with ASEAN": (
        "Thủ tướng dự hội nghị cấp cao kỷ niệm 30 năm quan hệ ASEAN - Hàn Quốc vào năm 2019.",
        [(["ASEAN", "KOR"], "dialogue-relations", "established", "1989")],
    ),
    "relations with what is not named": ("Sydney đánh dấu kỷ niệm 14 năm quan hệ giữa Australia và hiệp hội.", []),
    "with the one named behind": (
        "Thủ tướng Singapore Lý Hiển Long khẳng định coi trọng quan hệ đối tác chiến lược với Việt Nam và Lào.",
        [(["SGP", "VNM"], STRATEGIC, "in-force", None)],
    ),
    "one's partner of an ordinal": (
        "Năm 2015, Việt Nam đã trở thành Đối tác chiến lược thứ ba của Philippines, sau Mỹ và Nhật Bản.",
        [(["VNM", "PHL"], STRATEGIC, "established", "2015")],
    ),
    "a plan's years before an anniversary of something else": (
        (
            "Hai bên triển khai Chương trình hành động quan hệ Đối tác chiến lược Việt Nam - Thái Lan 2014 - 2018, tổ chức tốt "
            "các hoạt động kỷ niệm 40 năm thiết lập quan hệ ngoại giao vào năm 2016."
        ),
        [(["VNM", "THA"], DIPLOMATIC, "established", "1976")],
    ),
    "raised, as they declare, beside an anniversary": (
        "Hôm 1/8, hai nước tuyên bố nâng cấp quan hệ Việt Nam - Nhật Bản lên đối tác chiến lược toàn diện, đúng dịp kỷ niệm.",
        [(["VNM", "JPN"], "comprehensive-strategic-partnership", "established", "2018-08-01")],
    ),
    "a frame within which one moves towards it": (
        'Năm 2006, Việt Nam và Nhật Bản xác lập khuôn khổ quan hệ "hướng tới xây dựng quan hệ đối tác chiến lược".',
        [(["VNM", "JPN"], STRATEGIC, "proposed", None)],
    ),
    "an anniversary behind the year of another": (
        "Việt Nam và Nga sẽ kỷ niệm 25 năm ký Hiệp ước hữu nghị trong năm 2019 và 70 năm thiết lập quan hệ ngoại giao vào năm 2020.",
        [(["VNM", "RUS"], DIPLOMATIC, "established", "1950")],
    ),
    "broken off, and what another was recognised by": (
        "Năm 1979, Mỹ công nhận nguyên tắc “Một Trung Quốc”, cắt đứt quan hệ ngoại giao với Đài Loan.",
        [(["USA", "TWN"], DIPLOMATIC, "ended", "1979")],
    ),
    "broken off by nobody who is named": (
        "Bốn nước láng giềng đã cắt đứt quan hệ ngoại giao với Qatar ngày 5/6/2017, cáo buộc nước này thân Iran.",
        [],
    ),
    "others are called on to break them off": (
        "Mỹ kêu gọi mọi quốc gia cắt đứt quan hệ ngoại giao với Triều Tiên.",
        [],
    ),
    "what a meeting may lead to": (
        "Cuộc gặp có thể đưa tới một hiệp ước, chính thức thiết lập quan hệ ngoại giao giữa Mỹ và Triều Tiên.",
        [],
    ),
    "what two neighbours call their own": (
        "Tổng Bí thư mong quan hệ hữu nghị vĩ đại, đoàn kết đặc biệt Việt Nam - Lào phát triển.",
        [(["VNM", "LAO"], "other", "in-force", None)],
    ),
    "whoever sits at the table": (
        "Phía Triều Tiên nói với Mỹ rằng đối tác đối thoại của họ nên là một người khác.",
        [],
    ),
    "founded behind what it is for": (
        "Quan hệ Đối tác chiến lược sâu rộng vì hoà bình và thịnh vượng ở châu Á giữa Việt Nam và Nhật Bản được thiết lập năm 2014.",
        [(["VNM", "JPN"], STRATEGIC, "established", "2014")],
    ),
    "agreed to be done soon": (
        "Hai bên nhất trí sớm nâng cấp quan hệ Việt Nam - New Zealand lên đối tác chiến lược.",
        [(["VNM", "NZL"], STRATEGIC, "agreed", None)],
    ),
    "the anniversary of a ceremony": (
        "Lễ kỷ niệm 45 năm thiết lập quan hệ ngoại giao Việt Nam - Nhật Bản diễn ra tại Tokyo.",
        [(["VNM", "JPN"], DIPLOMATIC, "established", "1973")],
    ),
    "restored": (
        "Mỹ và Cuba khôi phục quan hệ ngoại giao vào tháng 7/2015.",
        [(["USA", "CUB"], DIPLOMATIC, "established", "2015-07")],
    ),
    "a level that is brought further": (
        "Hai bên nhất trí các biện pháp nhằm đưa quan hệ Đối tác chiến lược Việt Nam - Malaysia đi vào chiều sâu.",
        [(["VNM", "MYS"], STRATEGIC, "in-force", None)],
    ),
    "something else is raised behind a level": (
        "Trong khuôn khổ quan hệ đối tác chiến lược Việt Nam - Australia, hai bên nhất trí nâng cao hiệu quả các cơ chế.",
        [(["VNM", "AUS"], STRATEGIC, "in-force", None)],
    ),
    "become with another's support": (
        "Nhờ sự ủng hộ của Việt Nam, Thổ Nhĩ Kỳ đã trở thành Đối tác đối thoại theo lĩnh vực của ASEAN vào năm 2017.",
        [(["TUR", "ASEAN"], "sectoral-dialogue", "established", "2017")],
    ),
    "consulted about": (
        "Hai bên nhất trí hoàn tất tham vấn trong năm 2018 về nâng cấp quan hệ Việt Nam - New Zealand lên Đối tác chiến lược.",
        [(["VNM", "NZL"], STRATEGIC, "proposed", None)],
    ),
    "partners of a conference": (
        "Việt Nam dự Hội nghị Bộ trưởng Quốc phòng ASEAN với các nước đối tác đối thoại tại Singapore.",
        [],
    ),
    "a member and its own organisation": (
        "Thủ tướng Singapore thăm Việt Nam nhằm tăng cường mối quan hệ Đối tác chiến lược và hợp tác trong ASEAN.",
        [],
    ),
    "with Asean written so": (
        "Mỹ và Asean đã thiết lập quan hệ đối tác chiến lược vào tháng 11/2015.",
        [(["USA", "ASEAN"], STRATEGIC, "established", "2015-11")],
    ),
    "broken off with another on a day": (
        "Washington năm 1979 cắt đứt quan hệ ngoại giao với Đài Loan vì Trung Quốc coi hòn đảo này là lãnh thổ của mình.",
        [(["USA", "TWN"], DIPLOMATIC, "ended", "1979")],
    ),
    "the first of those who break off": (
        "Saudi Arabia, Bahrain và Ai Cập cắt quan hệ ngoại giao với Qatar ngày 5/6/2017.",
        [(["SAU", "QAT"], DIPLOMATIC, "ended", "2017-06-05")],
    ),
    "what is threatened is not done": ("Philippines cảnh báo sẽ cắt đứt quan hệ ngoại giao với Trung Quốc.", []),
    "made normal in a year": (
        "Quan hệ giữa Nhật Bản và Hàn Quốc xuống thấp nhất kể từ khi hai nước bình thường hoá vào năm 1965.",
        [(["JPN", "KOR"], DIPLOMATIC, "established", "1965")],
    ),
    "what is hoped to become normal": ("Nga sẵn sàng tiến tới bình thường hoá quan hệ với Mỹ.", []),
    "the day of which an anniversary counts": (
        "Việt Nam và Campuchia kỷ niệm 50 năm thiết lập quan hệ ngoại giao (24/6/1967 - 24/6/2017).",
        [(["VNM", "KHM"], DIPLOMATIC, "established", "1967-06-24")],
    ),
    "a bloc that somebody leads is no alliance of two": (
        "Không quân Syria tố cáo liên minh quân sự chống khủng bố do Mỹ đứng đầu ở Syria và Iraq không kích dân thường.",
        [],
    ),
    "a bloc and one of its members": (
        "Thổ Nhĩ Kỳ khẳng định vẫn coi trọng liên minh quân sự NATO.",
        [],
    ),
    "an alliance between two": (
        "Ngoại trưởng Hàn Quốc khẳng định quan hệ đồng minh với Mỹ là nền tảng của an ninh khu vực.",
        [(["KOR", "USA"], "alliance", "in-force", None)],
    ),
    "an alliance that is denied": ("Tổng thống Philippines Duterte khẳng định không liên minh quân sự với Nga.", []),
    "partners without names": ("Việt Nam tăng cường hợp tác với các đối tác chiến lược ở ASEAN.", []),
    "the headline of a founding is told by the story": (
        (
            "Việt Nam - Hungary nâng tầm quan hệ lên Đối tác toàn diện\n"
            "Hai nước nhất trí nâng quan hệ lên Đối tác toàn diện. Hai bên cũng bàn về thương mại."
        ),
        [(["VNM", "HUN"], "comprehensive-partnership", "agreed", None)],
    ),
    "anniversaries in a list are all celebrated": (
        "Việt Nam và Singapore kỷ niệm 45 năm thiết lập quan hệ ngoại giao và 5 năm quan hệ đối tác chiến lược.",
        [
            (["VNM", "SGP"], DIPLOMATIC, "established", "1973"),
            (["VNM", "SGP"], STRATEGIC, "established", "2013"),
        ],
    ),
    "years that are only counted": (
        "Việt Nam và Singapore đã có 5 năm quan hệ đối tác chiến lược.",
        [(["VNM", "SGP"], STRATEGIC, "in-force", None)],
    ),
    "an anniversary behind that of a treaty": (
        "Năm nay, Việt Nam và Lào kỷ niệm 40 năm ký Hiệp ước hữu nghị và 55 năm quan hệ ngoại giao.",
        [(["VNM", "LAO"], DIPLOMATIC, "established", "1963")],
    ),
    "the parties of a further anniversary are its own": (
        (
            "Tàu hải quân thăm Đà Nẵng nhân 45 năm thiết lập quan hệ ngoại giao Việt - Ấn, 10 năm trở thành đối tác chiến "
            "lược và 25 năm quan hệ Ấn Độ - ASEAN."
        ),
        [
            (["VNM", "IND"], DIPLOMATIC, "established", "1973"),
            (["VNM", "IND"], STRATEGIC, "established", "2008"),
        ],
    ),
    "a programme of a partnership founds none": (
        "Việt Nam và Philippines ký Chương trình hành động triển khai đối tác chiến lược Việt Nam - Philippines.",
        [(["VNM", "PHL"], STRATEGIC, "in-force", None)],
    ),
    "who breaks off must be named": (
        "Qatar và Iran họp ở Doha hôm qua. Bốn nước Arab cắt quan hệ ngoại giao với Qatar từ ngày 5/6.",
        [],
    ),
    "a day says more than the years since it": (
        (
            "Việt Nam và Thụy Điển kỷ niệm 49 năm thiết lập quan hệ ngoại giao. Thụy Điển thiết lập quan hệ ngoại giao với "
            "Việt Nam ngày 11/1/1969."
        ),
        [(["VNM", "SWE"], DIPLOMATIC, "established", "1969-01-11")],
    ),
}


@pytest.mark.parametrize("name", sorted(STATUS))
def test_where_two_parties_stand(name: str) -> None:
    text, wanted = STATUS[name]
    assert levels(text) == wanted
