"""What belongs to an occasion and what only stands beside it: parties, place, day and phase."""

from __future__ import annotations

from typing import Any

import pytest

import banggiao
from banggiao.model import Meeting, Office


def meetings(text: str, form: str, published: str = "2019-03-05") -> list[Meeting]:
    """The meetings of one form in a text of one story."""
    reading = banggiao.read_text(text, id="story", published=published)
    return [record for record in reading.records if isinstance(record, Meeting) and record.form == form]


ONE: dict[str, tuple[str, str, dict[str, Any]]] = {
    "two heads with a hyphen between them stand for their states": (
        (
            "Tổng thống Mỹ Donald Trump đến Hà Nội. Nhà lãnh đạo Triều Tiên Kim Jong-un tới bằng tàu hoả. Hội nghị thượng đỉnh "
            "Trump - Kim thu hút báo giới ở Hà Nội hôm 27/2."
        ),
        "summit",
        {"parties": ["USA", "PRK"], "mechanism": "Hội nghị thượng đỉnh Trump - Kim", "date": "2019-02-27"},
    ),
    "what goes before a conference is elsewhere": (
        "Ngoại trưởng Mỹ Mike Pompeo tới Manila hôm 1/3 sau hội nghị thượng đỉnh Mỹ - Triều lần hai.",
        "summit",
        {"city": None, "country": None, "session": 2},
    ),
    "what is told beside it is in its place": (
        "Ngoại trưởng Nga Sergei Lavrov tại Osaka hôm 2/3, bên lề hội nghị thượng đỉnh G20, nói về quan hệ với Nhật Bản.",
        "summit",
        {"parties": ["G20"], "city": "Osaka"},
    ),
    "since when it is the first": (
        "Thủ tướng Anh Theresa May và Thủ tướng Nhật Bản Shinzo Abe hội đàm lần đầu tiên kể từ khi ông Abe tái cử hồi tháng 2.",
        "talks",
        {"parties": ["GBR", "JPN"], "date": None},
    ),
    "put off behind those who were to meet": (
        "Cuộc gặp giữa Ngoại trưởng Nga Sergei Lavrov và Ngoại trưởng Nhật Bản Taro Kono tại Tokyo bị hoãn.",
        "talks",
        {"parties": ["RUS", "JPN"], "phase": "cancelled", "city": "Tokyo"},
    ),
    "where a delegation went first is no guest": (
        "Các sứ giả của Nga tới Syria sau khi có chuyến thăm Tehran hôm 2/3.",
        "visit",
        {"parties": ["RUS", "IRN"], "city": "Tehran"},
    ),
    "who opens his mouth at a conference is there": (
        (
            "Tại Hội nghị Bộ trưởng Ngoại giao ASEAN+3 và Hội nghị Bộ trưởng Ngoại giao EAS ở Manila ngày 2/3, Phó Thủ tướng Phạm "
            "Bình Minh khẳng định quan hệ ASEAN - Nhật Bản phát triển tốt."
        ),
        "ministerial",
        {"people": ["Phạm Bình Minh"], "date": "2019-03-02"},
    ),
    "an exercise of the two sides": (
        "Quan hệ Trung Quốc - Campuchia phát triển. Quân đội hai nước tổ chức tập trận chung ở Campuchia tháng 3/2018.",
        "exercise",
        {"parties": ["KHM", "CHN"], "date": "2018-03", "country": "KHM"},
    ),
    "a sitting is of what is named behind it": (
        (
            "Phó Thủ tướng Phạm Bình Minh hôm 2/3 phát biểu tại phiên thảo luận cấp cao của khoá họp 72 Đại hội đồng Liên Hợp "
            "Quốc, nhấn mạnh quan hệ với Mỹ."
        ),
        "other",
        {"parties": ["UN"], "session": 72, "mechanism": "Đại hội đồng Liên Hợp Quốc", "people": ["Phạm Bình Minh"]},
    ),
    "a session before the name of a commission": (
        "Phiên họp lần thứ 11 của Uỷ ban chỉ đạo hợp tác song phương Việt Nam - Trung Quốc diễn ra tại Hà Nội ngày 2/3.",
        "ministerial",
        {"parties": ["VNM", "CHN"], "session": 11, "city": "Hà Nội"},
    ),
    "one state's guest is welcomed by another": (
        (
            "ASEAN và Pháp hợp tác tốt, ASEAN mong Pháp đầu tư vào ASEAN. Lễ đón chính thức Tổng thống Pháp Emmanuel Macron diễn "
            "ra tại Hà Nội ngày 2/3."
        ),
        "ceremony",
        {"parties": ["FRA", "VNM"], "country": "VNM", "date": "2019-03-02"},
    ),
    "who says something at a forum is there": (
        "Thủ tướng Canada Justin Trudeau hôm 2/3 nói tại Diễn đàn Kinh tế thế giới ở Davos rằng Canada ủng hộ Nhật Bản.",
        "forum",
        {"parties": ["CAN"], "people": ["Justin Trudeau"], "city": "Davos"},
    ),
    "a forum without guests is its host's": (
        (
            "Chuyên gia Mỹ và Nga bàn về quan hệ hai nước bên lề Diễn đàn Kinh tế phương Đông ở Vladivostok ngày 2/3. Ngoại "
            "trưởng Nga Sergei Lavrov gặp Ngoại trưởng Mỹ Mike Pompeo."
        ),
        "forum",
        {"parties": ["RUS"], "city": "Vladivostok"},
    ),
    "a group's number is no number of weeks": (
        "Chủ tịch Trung Quốc Tập Cận Bình sẽ hội đàm với Tổng thống Mỹ Donald Trump bên lề hội nghị G20 tuần tới ở Osaka.",
        "summit",
        {"mechanism": "hội nghị G20", "phase": "planned", "date": "2019-03-11/2019-03-17"},
    ),
}


@pytest.mark.parametrize("name", ONE)
def test_what_belongs_to_an_occasion(name: str) -> None:
    """The first meeting of the form has these slots."""
    text, form, expected = ONE[name]
    found = meetings(text, form)[0]
    assert {slot: getattr(found, slot) for slot in expected} == expected


TOLD_TWICE: dict[str, tuple[str, dict[str, Any]]] = {
    "a noun that begins its sentence points back": (
        (
            "Phó Thủ tướng Phạm Bình Minh gặp Ngoại trưởng Malaysia Anifah Aman.\nCuộc gặp diễn ra hôm 2/3 tại Manila, khi các "
            "ngoại trưởng ASEAN và Philippines bàn về Biển Đông."
        ),
        {"form": "talks", "parties": ["VNM", "MYS"], "city": "Manila", "date": "2019-03-02"},
    ),
    "what this was": (
        (
            "Hội nghị Bộ trưởng Ngoại giao ASEAN - Mỹ diễn ra tại Washington ngày 2/3.\nĐây là cuộc gặp đầu tiên giữa các Bộ "
            "trưởng Ngoại giao ASEAN với Ngoại trưởng Mỹ Mike Pompeo."
        ),
        {"form": "ministerial", "parties": ["ASEAN", "USA"], "people": ["Mike Pompeo"], "city": "Washington"},
    ),
    "a body's conference without more words is its summit": (
        (
            "Thủ tướng Nguyễn Xuân Phúc dự hội nghị ASEAN\n\nThủ tướng Nguyễn Xuân Phúc hôm 2/3 dự Hội nghị Cấp cao ASEAN tại "
            "Bangkok."
        ),
        {"form": "summit", "parties": ["ASEAN"], "date": "2019-03-02"},
    ),
    "talks of one head about whom a summit was told": (
        (
            "Hội nghị thượng đỉnh giữa Tổng thống Mỹ Donald Trump và Tổng thống Nga Vladimir Putin diễn ra tại Helsinki ngày 2/3.\n"
            "Tổng thống Nga Vladimir Putin nói cuộc gặp với Mỹ rất hữu ích."
        ),
        {"form": "summit", "parties": ["USA", "RUS"], "people": ["Donald Trump", "Vladimir Putin"], "city": "Helsinki"},
    ),
    "a conference named for its two states is their summit": (
        (
            "Tổng thống Mỹ Donald Trump gặp thượng đỉnh Tổng thống Nga Vladimir Putin tại Helsinki ngày 2/3.\n"
            "Hội nghị Mỹ - Nga kéo dài bốn giờ."
        ),
        {"form": "summit", "parties": ["USA", "RUS"], "mechanism": "Hội nghị Mỹ - Nga"},
    ),
    "what lies ahead and what begins on one day": (
        (
            "Tổng thống Hàn Quốc Moon Jae-in sẽ thăm Việt Nam trong ba ngày, từ 5/3.\nChuyến thăm Việt Nam của Tổng thống Hàn "
            "Quốc Moon Jae-in diễn ra từ ngày 5 đến 7/3."
        ),
        {"form": "visit", "parties": ["KOR", "VNM"], "date": "2019-03-05/2019-03-07"},
    ),
}


@pytest.mark.parametrize("name", TOLD_TWICE)
def test_an_occasion_told_twice_is_one(name: str) -> None:
    """Both mentions make one meeting, with what each says of it."""
    text, expected = TOLD_TWICE[name]
    reading = banggiao.read_text(text, id="story", published="2019-03-05")
    (found,) = [record for record in reading.records if isinstance(record, Meeting)]
    assert {slot: getattr(found, slot) for slot in expected} == expected


def test_what_a_headline_leaves_open_lies_ahead_where_the_story_says_so() -> None:
    """A summit that its headline only names with a day is the one which is to be held on that day."""
    text = (
        "Thượng đỉnh Trump - Putin: ngày 16/7 ở Helsinki\n\nTổng thống Mỹ Donald Trump và Tổng thống Nga Vladimir Putin sẽ gặp "
        "nhau ngày 16/7 ở Helsinki."
    )
    found = [r for r in banggiao.read_text(text, id="story").records if isinstance(r, Meeting)]
    assert [(meeting.form, meeting.phase, meeting.date) for meeting in found] == [("summit", "planned", "XXXX-07-16")]


NOT_ITS_OWN: dict[str, tuple[str, str, dict[str, Any]]] = {
    "the day on which somebody says it outside": (
        (
            '"Chúng tôi sẽ có cuộc gặp với Triều Tiên", Tổng thống Mỹ Donald Trump nói trong cuộc vận động hôm nay ở Michigan.'
        ),
        "talks",
        {"parties": ["USA", "PRK"], "date": None, "phase": "planned"},
    ),
    "the day of the newspaper": (
        "Tổng thống Mỹ Donald Trump sẽ dự hội nghị thượng đỉnh NATO vào tháng 7, Reuters hôm nay dẫn nguồn tin ngoại giao.",
        "summit",
        {"parties": ["NATO"], "date": "2019-07"},
    ),
    "quoted words are no name, and a threat calls nothing off": (
        (
            'Nhà Trắng nói hội nghị thượng đỉnh Mỹ - Triều "có thể bị hoãn" sau khi Triều Tiên doạ huỷ cuộc gặp với Tổng thống Mỹ '
            "Donald Trump."
        ),
        "summit",
        {"parties": ["USA", "PRK"], "phase": "planned", "mechanism": "hội nghị thượng đỉnh Mỹ - Triều"},
    ),
    "who has an assistant there": (
        (
            "Phu nhân của Thủ tướng Nhật Bản Shinzo Abe và Thủ tướng Hà Lan Mark Rutte dự Hội nghị thượng đỉnh G20 ở Osaka hôm "
            "2/3. Ngoại trưởng Nhật Bản Taro Kono hội đàm với Ngoại trưởng Nga Sergei Lavrov ở Moscow."
        ),
        "summit",
        {"parties": ["G20"], "people": ["Mark Rutte"]},
    ),
}


@pytest.mark.parametrize("name", NOT_ITS_OWN)
def test_what_is_not_of_the_occasion(name: str) -> None:
    """Neither the day of the words nor quoted words, nor who only has somebody there."""
    text, form, expected = NOT_ITS_OWN[name]
    found = meetings(text, form)[0]
    assert {slot: getattr(found, slot) for slot in expected} == expected


def test_several_rounds_are_no_occasion() -> None:
    """A number before the noun means that many of them."""
    text = "Hai bên trải qua 9 vòng đàm phán về quan hệ Mỹ - Trung Quốc ở Washington, Bộ trưởng Tài chính Mỹ nói."
    assert meetings(text, "senior-officials") == []


def test_a_forum_that_no_body_holds_is_its_guests() -> None:
    """Its parties are those of the people who take part, also of one alone, and grow as the story names more."""
    text = (
        "Tại Đối thoại Shangri-La ở Singapore ngày 2/6, Bộ trưởng Quốc phòng Mỹ James Mattis chỉ trích Trung Quốc, nói quan hệ "
        "Mỹ - Trung Quốc phải thẳng thắn."
    )
    (alone,) = meetings(text, "forum", "2018-06-03")
    assert (alone.parties, alone.people, alone.date) == (["USA"], ["James Mattis"], "2018-06-02")
    more = "\nBộ trưởng Quốc phòng Việt Nam Ngô Xuân Lịch cũng dự Đối thoại Shangri-La."
    (both,) = meetings(text + more, "forum", "2018-06-03")
    assert both.parties == ["USA", "VNM"]


def test_whom_one_meets_after_a_summit_is_not_at_it() -> None:
    """ "Sau hội nghị thượng đỉnh Hà Nội, X gặp Y": the summit named by its city alone is nobody's here."""
    text = "Sau hội nghị thượng đỉnh Hà Nội, Chủ tịch Triều Tiên Kim Jong-un hôm 2/3 gặp Tổng thống Nga Vladimir Putin."
    assert meetings(text, "summit") == []


def test_what_was_after_another_is_not_that() -> None:
    """A sentence that tells of talks "eight months after" others names two occasions, each with its own day and place."""
    text = (
        "Tổng thống Mỹ Donald Trump gặp Tổng thống Nga Vladimir Putin ở Osaka, tám tháng sau cuộc gặp giữa hai ông ở Helsinki hồi "
        "tháng 7/2018."
    )
    assert [(m.city, m.date) for m in meetings(text, "talks")] == [("Osaka", None), ("Helsinki", "2018-07")]


def test_who_is_called_an_expert_once_is_at_no_talks() -> None:
    """An expert stays one where only his name is told."""
    text = (
        "John Smith, một chuyên gia Mỹ về Nga, viết cho tờ Times.\nÔng Smith không phải người duy nhất nói về cuộc gặp giữa Mỹ và "
        "Nga hôm 2/3."
    )
    assert [meeting.people for meeting in meetings(text, "talks")] == [[]]
    for named in (
        "Giáo sư Triệu Thống đã theo dõi lâu năm.",
        "Ông Triệu Thống - giáo sư ở Bắc Kinh - đã theo dõi lâu năm.",
    ):
        later = "\nÔng Thống nói về cuộc gặp giữa Mỹ và Nga hôm 2/3."
        assert [meeting.people for meeting in meetings(named + later, "talks")] == [[]]


def test_trouble_is_nobody_to_meet() -> None:
    """ "Gặp sóng gió", "gặp nguy hiểm" are no meetings, whoever is named around."""
    text = "Quan hệ Nga - Mỹ có thể gặp sóng gió từ 2/3, Tổng thống Nga Vladimir Putin nói; Mỹ gặp nguy hiểm với Nga."
    assert meetings(text, "talks") == []


VENUES: dict[str, tuple[str, tuple[str | None, str | None]]] = {
    "a house and its city": ("tại khách sạn Capella, Singapore hôm 2/3", ("Singapore", "SGP")),
    "a seat of government and its city": ("tại Nhà Trắng, Washington, hôm 2/3", ("Washington", "USA")),
    "a seat of government": ("hôm 2/3 tại Nhà Trắng", (None, "USA")),
    "a palace with its city in brackets": ("tại Cung điện Kremlin (Moscow) hôm 2/3", ("Moscow", "RUS")),
    "what the city is": ("tại làng đình chiến Panmunjom hôm 2/3", ("Panmunjom", "KOR")),
    "whoever speaks behind it": ("hôm 2/3 tại khách sạn Capella, Singapore cho biết như vậy", (None, None)),
}


@pytest.mark.parametrize("name", sorted(VENUES))
def test_where_the_house_stands(name: str) -> None:
    """A house names the place by the city behind it, a seat of government by its state."""
    where, expected = VENUES[name]
    text = f"Tổng thống Nga Vladimir Putin hội đàm với Thủ tướng Nhật Bản Shinzo Abe {where}."
    (found,) = meetings(text, "talks")
    assert (found.city, found.country) == expected


AHEAD = [
    "Tổng thống Nga Vladimir Putin dự kiến sẽ thăm Nhật Bản.",
    "Tổng thống Nga Vladimir Putin có thể sẽ thăm Nhật Bản.",
    "Tổng thống Nga Vladimir Putin hứa sẽ thăm Nhật Bản.",
    "Tổng thống Nga Vladimir Putin vui vẻ nhận lời mời thăm Nhật Bản.",
    "Tổng thống Nga Vladimir Putin bày tỏ mong muốn thăm Nhật Bản.",
]


FORESEEN = {
    "bàn về cuộc gặp giữa Tổng thống Nga Vladimir Putin và Thủ tướng Nhật Bản Shinzo Abe, dự kiến diễn ra ngày 12/6": True,
    "nói về cuộc gặp giữa Tổng thống Nga Vladimir Putin và Thủ tướng Nhật Bản Shinzo Abe, dự kiến trong tháng 5": True,
    "chờ cuộc gặp giữa Tổng thống Nga Vladimir Putin và Thủ tướng Nhật Bản Shinzo Abe, người dự kiến từ chức": False,
}


@pytest.mark.parametrize("text", FORESEEN)
def test_a_clause_behind_a_comma_tells_when_it_will_be(text: str) -> None:
    """The meeting lies ahead, though what is told of it is past."""
    (found,) = meetings(f"Các bên đã {text}.", "talks")
    assert found.phase == ("planned" if FORESEEN[text] else "held")


@pytest.mark.parametrize("text", AHEAD)
def test_what_lies_ahead_in_more_words(text: str) -> None:
    """The longer forms of the signs tell as much as their parts."""
    (found,) = meetings(text, "visit")
    assert found.phase == "planned"


def test_compounds_of_receiving_are_no_meetings() -> None:
    """ "Tiếp sức", "nói tiếp": nobody receives anybody."""
    text = "Ngoại trưởng Nga Sergei Lavrov nói tiếp hôm 2/3 ở Moscow rằng Mỹ tiếp sức cho Ukraine."
    assert meetings(text, "talks") == []


def test_a_welcome_is_no_meeting() -> None:
    text = "Ngoại trưởng Nga Sergei Lavrov cảm ơn sự đón tiếp nồng hậu của Thủ tướng Nhật Bản Shinzo Abe ở Tokyo."
    assert meetings(text, "talks") == []


def test_where_one_goes_next_is_not_where_one_meets() -> None:
    text = "Trước khi tới Paris, Ngoại trưởng Nga Sergei Lavrov gặp Thủ tướng Nhật Bản Shinzo Abe tại Tokyo."
    (found,) = meetings(text, "talks")
    assert found.city == "Tokyo"


SERIES: dict[str, tuple[str, str, list[dict[str, Any]]]] = {
    "two visits with their months": (
        (
            "Chuyến thăm Nhật Bản của Tổng thống Nga Vladimir Putin tháng 1/2018 và chuyến thăm Nga của Thủ tướng Nhật Bản "
            "Shinzo Abe tháng 5/2018 là dấu mốc."
        ),
        "visit",
        [{"date": "2018-01", "country": "JPN"}, {"date": "2018-05", "country": "RUS"}],
    ),
    "one day for a summit and those around it": (
        (
            "Sáng 13/11, Thủ tướng Nguyễn Xuân Phúc rời Hà Nội, lên đường tham dự Hội nghị Cấp cao ASEAN lần thứ 33 và các "
            "Hội nghị Cấp cao liên quan từ ngày 14-15/11 tại Singapore."
        ),
        "summit",
        [{"date": "2018-11-14/2018-11-15", "session": 33}],
    ),
    "what the summit is": (
        "Hội nghị Cấp cao ASEAN là hội nghị cấp cao của các nước ASEAN, hôm 2/3 họp ở Bangkok.",
        "summit",
        [{"city": "Bangkok"}],
    ),
    "called off, and still spoken of": (
        (
            "Cuộc gặp giữa Ngoại trưởng Nga Sergei Lavrov và Ngoại trưởng Nhật Bản Taro Kono ở Tokyo bị hoãn.\nÔng Lavrov trước "
            "đó có kế hoạch gặp ông Kono.\nCuộc gặp giữa ông Lavrov và ông Kono đã không diễn ra."
        ),
        "talks",
        [{"phase": "cancelled", "city": "Tokyo"}],
    ),
    "a call to call it off": (
        "Đảng đối lập kêu gọi Tổng thống Nga Vladimir Putin huỷ chuyến thăm Nhật Bản.",
        "visit",
        [{"phase": "planned"}],
    ),
    "what a sitting is for": (
        "Ngoại trưởng Nga Sergei Lavrov và Ngoại trưởng Nhật Bản Taro Kono hội đàm hôm 2/3 nhằm tìm giải pháp cho xung đột ở Syria.",
        "talks",
        [{"country": None}],
    ),
    "what is still to come today": (
        "Sáng nay, Tổng thống Mỹ Donald Trump sẽ hội kiến Thủ tướng Nguyễn Xuân Phúc.",
        "talks",
        [{"phase": "planned", "date": "2019-03-05"}],
    ),
    "what somebody says today of what will be": (
        "Tổng thống Mỹ Donald Trump hôm nay cho biết sẽ hội đàm với Thủ tướng Nguyễn Xuân Phúc.",
        "talks",
        [{"phase": "planned", "date": None}],
    ),
    "the day on which somebody leaves for it": (
        "Thủ tướng Nguyễn Xuân Phúc sáng nay lên đường dự Hội nghị Cấp cao ASEAN trước khi thăm Lào.",
        "summit",
        [{"phase": "planned", "date": None, "mechanism": "Hội nghị Cấp cao ASEAN"}],
    ),
    "until when a visit lasts": (
        "Tổng thống Mỹ Donald Trump bắt đầu chuyến thăm Việt Nam từ tối 2/3, kéo dài đến 4/3.",
        "visit",
        [{"date": "2019-03-02/2019-03-04"}],
    ),
    "who only had no part in what was signed there": (
        (
            "Đại sứ Nga Ivan Petrov nói Mỹ tham gia ký kết Tuyên bố Minsk tại hội nghị thượng đỉnh Nga - Trung Quốc hồi tháng 2 "
            "là sai."
        ),
        "summit",
        [{"people": []}],
    ),
    "how long before it something is": (
        "Việc này diễn ra một tuần trước hội nghị thượng đỉnh Nga - Nhật Bản ở Moscow.",
        "summit",
        [{"date": None, "city": "Moscow"}],
    ),
    "who gives a speech there": (
        (
            "Bộ trưởng Quốc phòng Mỹ James Mattis đã có bài phát biểu và hỏi đáp cùng các đại biểu tại Đối thoại Shangri-La hôm "
            "2/3, nói về quan hệ với Trung Quốc."
        ),
        "forum",
        [{"parties": ["USA"], "people": ["James Mattis"]}],
    ),
    "when somebody went elsewhere because of it": (
        (
            "Ngoại trưởng Mỹ Mike Pompeo tới Bình Nhưỡng hôm 2/3 bàn những gì đạt được trong hội nghị thượng đỉnh giữa Tổng "
            "thống Mỹ Donald Trump và Chủ tịch Triều Tiên Kim Jong-un."
        ),
        "summit",
        [{"date": None, "parties": ["USA", "PRK"]}],
    ),
    "when somebody came to attend it": (
        "Tổng thống Mỹ Donald Trump tới Bangkok hôm 2/3 dự Hội nghị Cấp cao Đông Á.",
        "summit",
        [{"date": "2019-03-02", "parties": ["EAS"]}],
    ),
    "put off before, and held at last": (
        "Sau nhiều lần trì hoãn, cuộc tập trận chung giữa Mỹ và Nhật Bản diễn ra hôm 2/3.",
        "exercise",
        [{"phase": "held", "date": "2019-03-02"}],
    ),
    "an expert speaks of it": (
        "Ông Carl Baker, chuyên gia của CSIS, nói về cuộc gặp giữa Nga và Nhật Bản ở Moscow hôm 2/3.",
        "talks",
        [{"people": [], "parties": ["RUS", "JPN"]}],
    ),
    "with the press": (
        "Trong cuộc gặp với truyền thông nước ngoài ở Moscow hôm 2/3, Tổng thống Nga Vladimir Putin nói về quan hệ Nga - Mỹ.",
        "talks",
        [],
    ),
    "who is kept from going": (
        "Hà Lan hôm 2/3 ngăn Ngoại trưởng Thổ Nhĩ Kỳ Mevlut Cavusoglu bay tới Rotterdam.",
        "visit",
        [],
    ),
    "the day on which it was called off": (
        "Tổng thống Mỹ Donald Trump hôm 2/3 bất ngờ huỷ cuộc gặp với Tổng thống Nga Vladimir Putin ở Osaka.",
        "talks",
        [{"phase": "cancelled", "date": None, "city": "Osaka"}],
    ),
    "with one's own people": (
        "Tổng thống Venezuela Nicolas Maduro hôm 2/3 gặp các đại diện quân đội Venezuela, nói về quan hệ với Mỹ.",
        "talks",
        [],
    ),
    "with some of the press": (
        "Thủ tướng Australia Scott Morrison có cuộc trao đổi với một nhóm phóng viên ASEAN ở Canberra hôm 2/3.",
        "talks",
        [],
    ),
    "royal armies are nobody": (
        "Tổng tư lệnh quân đội Hoàng gia Campuchia hội đàm với Bộ trưởng Quốc phòng Việt Nam Ngô Xuân Lịch hôm 2/3.",
        "talks",
        [{"people": ["Ngô Xuân Lịch"], "parties": ["KHM", "VNM"]}],
    ),
    "the head whose spokesman speaks": (
        (
            "Tổng thống Hàn Quốc Moon Jae-in gặp Chủ tịch Trung Quốc Tập Cận Bình ở Bắc Kinh hôm 2/3. Phát ngôn viên của Tổng "
            "thống Moon cho biết như vậy."
        ),
        "talks",
        [{"people": ["Moon Jae-in", "Tập Cận Bình"]}],
    ),
    "until when a conference goes on": (
        (
            "Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 52 khai mạc ở Bangkok hôm 2/3.\nHội nghị Bộ trưởng Ngoại giao ASEAN lần "
            "thứ 52 kéo dài đến ngày 4/3."
        ),
        "ministerial",
        [{"date": "2019-03-02/2019-03-04"}],
    ),
}


@pytest.mark.parametrize("name", sorted(SERIES))
def test_which_day_place_and_phase_are_whose(name: str) -> None:
    """Days in a list, places of aims, and what is called off."""
    text, form, expected = SERIES[name]
    found = meetings(text, form)
    assert [
        {slot: getattr(record, slot) for slot in want} for record, want in zip(found, expected, strict=True)
    ] == expected


def test_a_minister_behind_a_semicolon_has_no_ministry_of_another() -> None:
    """In a list of members, the ministry named before is that of the man before."""
    text = (
        "Cùng dự hội đàm với Nhật Bản có Bộ trưởng Bộ Ngoại giao Phạm Bình Minh; Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Mai "
        "Tiến Dũng."
    )
    reading = banggiao.read_text(text, id="story", published="2019-03-05")
    roles = {r.person: r.role for r in reading.records if isinstance(r, Office)}
    assert roles == {"Phạm Bình Minh": "foreign-minister", "Mai Tiến Dũng": "minister"}


def test_the_head_of_a_royal_army() -> None:
    """ "Hoàng gia" is no name, and a commander-in-chief holds a post."""
    text = (
        "Bộ trưởng Quốc phòng Việt Nam Ngô Xuân Lịch tiếp Tổng tư lệnh quân đội Hoàng gia Campuchia Vong Pisen hôm 2/3."
    )
    reading = banggiao.read_text(text, id="story", published="2019-03-05")
    roles = {r.person: (r.role, r.party) for r in reading.records if isinstance(r, Office)}
    assert roles["Vong Pisen"] == ("senior-official", "KHM")
