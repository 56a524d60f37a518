"""Meetings: who met, when, where and whether, in sentences written in the manner of the press."""

from __future__ import annotations

from typing import Any

import pytest

import banggiao
from banggiao.model import DROP_REASONS, Meeting
from banggiao.pages import article_from_text
from banggiao.reading import Reader


def meetings(text: str, published: str | None = "2019-03-05") -> list[Meeting]:
    """The meetings of a text of one story."""
    reading = banggiao.read_text(text, id="story", published=published)
    return [record for record in reading.records if isinstance(record, Meeting)]


def slots(meeting: Meeting, names: dict[str, Any]) -> dict[str, Any]:
    """Some slots of a meeting, for comparing."""
    return {name: getattr(meeting, name) for name in names}


ONE = {
    "talks by a verb, receiver's country": (
        "Sáng 4/3, Thủ tướng Nguyễn Xuân Phúc tiếp Ngoại trưởng Nhật Bản Taro Kono.",
        {
            "form": "talks",
            "parties": ["VNM", "JPN"],
            "people": ["Nguyễn Xuân Phúc", "Taro Kono"],
            "date": "2019-03-04",
            "country": "VNM",
            "phase": "held",
        },
    ),
    "talks by a noun with the subject behind": (
        "Tại cuộc hội đàm với Tổng thống Hàn Quốc Moon Jae-in, Chủ tịch nước Trần Đại Quang đánh giá cao quan hệ hai nước.",
        {"form": "talks", "parties": ["VNM", "KOR"], "people": ["Trần Đại Quang", "Moon Jae-in"]},
    ),
    "what is said at talks that lies ahead does not put them off": (
        (
            "Tại cuộc gặp với Ngoại trưởng Nhật Bản Taro Kono, Ngoại trưởng Nga Sergei Lavrov khẳng định hai nước sẽ sớm "
            "nối lại đàm phán."
        ),
        {"form": "talks", "parties": ["RUS", "JPN"], "phase": "held"},
    ),
    "talks that are looked forward to": (
        "Tổng thống Pháp Emmanuel Macron mong chờ cuộc gặp với Thủ tướng Nhật Bản Shinzo Abe tại Paris.",
        {"form": "talks", "parties": ["FRA", "JPN"], "phase": "planned"},
    ),
    "talks between two": (
        "Cuộc gặp giữa Thủ tướng Đức Angela Merkel và Tổng thống Pháp Emmanuel Macron diễn ra ngày 1/3 tại Paris.",
        {
            "form": "talks",
            "parties": ["DEU", "FRA"],
            "people": ["Angela Merkel", "Emmanuel Macron"],
            "date": "2019-03-01",
            "city": "Paris",
            "country": "FRA",
        },
    ),
    "a quoted commentator is not at the talks": (
        (
            "Ông Lê Văn Minh, chuyên gia ở Singapore, cho rằng Ngoại trưởng Nga Sergei Lavrov gặp Ngoại trưởng Nhật Bản Taro "
            "Kono hôm 2/3 là bước tiến."
        ),
        {"form": "talks", "parties": ["RUS", "JPN"], "people": ["Sergei Lavrov", "Taro Kono"], "date": "2019-03-02"},
    ),
    "a call": (
        "Ngoại trưởng Mỹ Mike Pompeo ngày 3/3 điện đàm với Ngoại trưởng Ấn Độ Sushma Swaraj.",
        {"form": "call", "parties": ["USA", "IND"], "people": ["Mike Pompeo", "Sushma Swaraj"], "date": "2019-03-03"},
    ),
    "a visit with guest, host and days": (
        "Tổng thống Argentina Mauricio Macri thăm cấp nhà nước Việt Nam từ ngày 19 đến 21/2.",
        {
            "form": "visit",
            "parties": ["ARG", "VNM"],
            "people": ["Mauricio Macri"],
            "date": "2019-02-19/2019-02-21",
            "country": "VNM",
        },
    ),
    "whose visit stands behind": (
        "Chuyến thăm chính thức Campuchia của Tổng Bí thư, Chủ tịch nước Nguyễn Phú Trọng diễn ra trong hai ngày 25-26/2.",
        {
            "form": "visit",
            "parties": ["VNM", "KHM"],
            "people": ["Nguyễn Phú Trọng"],
            "date": "2019-02-25/2019-02-26",
            "country": "KHM",
        },
    ),
    "a visit that lies ahead": (
        "Thủ tướng Hà Lan Mark Rutte sẽ thăm chính thức Việt Nam vào tháng 4.",
        {"form": "visit", "parties": ["NLD", "VNM"], "phase": "planned", "date": "2019-04"},
    ),
    "a visit put off": (
        "Bộ trưởng Thương mại Trung Quốc Chung Sơn hoãn chuyến thăm Philippines dự định vào ngày 4/3.",
        {"form": "visit", "phase": "cancelled", "parties": ["CHN", "PHL"]},
    ),
    "a journey in plain words": (
        "Đặc phái viên Mỹ Stephen Biegun hôm 6/2 đến Bình Nhưỡng để bàn về cuộc gặp thượng đỉnh.",
        {"form": "visit", "parties": ["USA", "PRK"], "people": ["Stephen Biegun"], "city": "Bình Nhưỡng"},
    ),
    "a numbered conference": (
        "Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 51 diễn ra ngày 2/8/2018 tại Singapore.",
        {
            "form": "ministerial",
            "parties": ["ASEAN"],
            "session": 51,
            "date": "2018-08-02",
            "country": "SGP",
            "mechanism": "Hội nghị Bộ trưởng Ngoại giao ASEAN",
        },
    ),
    "what lies ahead is no part of a name": (
        "Hội nghị Cấp cao ASEAN sẽ diễn ra vào tháng 11/2019 tại Bangkok.",
        {
            "form": "summit",
            "phase": "planned",
            "parties": ["ASEAN"],
            "date": "2019-11",
            "mechanism": "Hội nghị Cấp cao ASEAN",
        },
    ),
    "a conference with a partner is not ASEAN's own": (
        "Hội nghị cấp cao ASEAN - Úc họp ngày 17/3/2018 tại Sydney.",
        {"form": "summit", "parties": ["ASEAN", "AUS"], "city": "Sydney", "country": "AUS"},
    ),
    "the end of this year lies ahead": (
        "Hội nghị cấp cao ASEAN - Hàn Quốc sẽ được tổ chức vào cuối năm nay tại Busan.",
        {"form": "summit", "phase": "planned", "parties": ["ASEAN", "KOR"]},
    ),
    "those who chair it together": (
        (
            "Tham khảo chính trị Việt Nam - Ấn Độ lần thứ 9 do Thứ trưởng Nguyễn Quốc Dũng và Thứ trưởng Ngoại giao Ấn Độ Preeti "
            "Saran đồng chủ trì ngày 27/2."
        ),
        {
            "form": "senior-officials",
            "parties": ["VNM", "IND"],
            "session": 9,
            "people": ["Nguyễn Quốc Dũng", "Preeti Saran"],
            "date": "2019-02-27",
        },
    ),
    "a summit of two heads": (
        (
            "Hội nghị thượng đỉnh giữa Tổng thống Nga Vladimir Putin và Tổng thống Mỹ Donald Trump diễn ra ngày 16/7/2018 ở "
            "Helsinki, Phần Lan."
        ),
        {
            "form": "summit",
            "parties": ["RUS", "USA"],
            "people": ["Vladimir Putin", "Donald Trump"],
            "date": "2018-07-16",
            "city": "Helsinki",
            "country": "FIN",
        },
    ),
    "a joint exercise": (
        "Hải quân Mỹ và Nhật Bản tổ chức tập trận chung ngày 1/3 ở biển Philippines.",
        {"form": "exercise", "parties": ["USA", "JPN"], "date": "2019-03-01"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), ONE.values(), ids=ONE)
def test_one_occasion_is_read(text: str, expected: dict[str, Any]) -> None:
    """The sentence gives one meeting with these slots."""
    found = meetings(text)
    assert [slots(m, expected) for m in found if m.form == expected["form"]] == [expected]


NONE = [
    "Hai bên nhất trí tăng cường các chuyến thăm cấp cao giữa Việt Nam và Nhật Bản.",
    "Bộ trưởng Quốc phòng Mỹ James Mattis nói mọi cuộc thảo luận về việc rút quân là quá sớm.",
    "Tổng thống Mỹ Donald Trump từ chối gặp Tổng thống Iran Hassan Rouhani.",
    "Chủ tịch Cuba Raul Castro từ chối đề nghị gặp Ngoại trưởng Mỹ John Kerry tại New York hôm 2/3.",
    "Tổng thống Nga Vladimir Putin khước từ lời mời tới thăm Washington của Tổng thống Mỹ Donald Trump.",
    "Thủ tướng Israel Benjamin Netanyahu bác bỏ đề nghị gặp Tổng thống Palestine Mahmoud Abbas tại Moscow.",
    "Ông Trump không gặp ông Putin bên lề hội nghị.",
    "Người hâm mộ tiếp tục gặp khó khăn khi mua vé trận Việt Nam - Malaysia.",
    "Chính phủ họp phiên thường kỳ tháng 2 tại Hà Nội.",
    "Quan hệ Việt Nam - Lào tiếp tục phát triển.",
    "Phát biểu tại cuộc họp, Tổng thống Mỹ Donald Trump nói Trung Quốc phải mở cửa thị trường.",
    "Ngoại trưởng Mỹ Mike Pompeo hôm 2/3 thăm trại tị nạn gần biên giới Venezuela.",
    "Thủ tướng Nguyễn Xuân Phúc sáng 2/3 gặp một số doanh nhân trẻ, nói về quan hệ Việt Nam - Nhật Bản.",
    "Quá trình đàm phán hạt nhân giữa Mỹ và Triều Tiên gặp bế tắc từ ngày 2/3.",
    "Tổng thống Mỹ Donald Trump không có ý định gặp Tổng thống Iran Hassan Rouhani tại New York.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_only_spoken_of_gives_nothing(text: str) -> None:
    """No occasion is stated with a date, a place, a session or people who met."""
    assert meetings(text) == []


WHY = [
    ("Bộ trưởng Quốc phòng Mỹ James Mattis nói mọi cuộc thảo luận với Nga là quá sớm.", "cuộc thảo luận", "any-such"),
    ("Tổng thống Mỹ Donald Trump từ chối gặp Tổng thống Iran Hassan Rouhani.", "gặp", "only-spoken-of"),
    ("Ông Trump không gặp ông Putin bên lề hội nghị.", "gặp", "negated"),
]


@pytest.mark.parametrize(("text", "words", "reason"), WHY)
def test_why_a_candidate_was_dropped_is_told(text: str, words: str, reason: str) -> None:
    """Each dropped candidate keeps its words and the reason."""
    _, dropped = Reader().explain(article_from_text(text, id="story"))
    assert (words, reason) in [(text[d.span[0] : d.span[1]], d.reason) for d in dropped]
    assert {d.reason for d in dropped} <= set(DROP_REASONS)


def test_the_date_of_another_occasion_is_not_taken() -> None:
    """ "Sau cuộc gặp hôm 28/2" dates that meeting and not the visit told with it."""
    found = meetings("Sau cuộc gặp thượng đỉnh Mỹ - Triều hôm 28/2, Ngoại trưởng Mỹ Mike Pompeo thăm Philippines.")
    assert {m.form: m.date for m in found} == {"summit": "2019-02-28", "visit": None}


def test_the_day_on_which_a_plan_is_told_is_not_its_day() -> None:
    """Accepting an invitation on 8 March is no meeting on 8 March."""
    text = "Hôm 8/3, Tổng thống Mỹ Donald Trump nhận lời gặp nhà lãnh đạo Triều Tiên Kim Jong-un."
    (found,) = meetings(text, "2018-03-10")
    assert (found.phase, found.date, found.parties) == ("planned", None, ["USA", "PRK"])


PLACES = {
    "the speaker's": "Ngoại trưởng Nga Sergei Lavrov ở Tokyo nói hôm 2/3 ông đã gặp Ngoại trưởng Iran Javad Zarif.",
    "of what came after": "Ngoại trưởng Nga Sergei Lavrov hôm 2/3 gặp Ngoại trưởng Iran Javad Zarif sau khi ông này tới Tokyo.",
}


@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_the_place_of_something_else_is_not_taken(text: str) -> None:
    """A verb of saying, or what lies beside the talks in time, parts them from a place."""
    assert [(m.city, m.country) for m in meetings(text) if m.form == "talks"] == [(None, None)]


def test_an_invitation_is_a_visit_that_lies_ahead() -> None:
    """Who is sent an invitation has not come yet."""
    found = meetings(
        "Tổng thống Nga Vladimir Putin gửi lời mời Chủ tịch Triều Tiên Kim Jong-un thăm Nga, Ngoại trưởng Nga nói."
    )
    assert [(m.form, m.phase, m.country) for m in found] == [("visit", "planned", "RUS")]


SAID = [
    ("Tổng thống Mỹ Donald Trump hôm 24/5 tuyên bố rút khỏi hội nghị thượng đỉnh Mỹ - Triều ở Singapore.", None),
    ("Thủ tướng Nguyễn Xuân Phúc hôm 20/5 phát biểu tại hội nghị cấp cao ASEAN - Nga ở Sochi.", "2018-05-20"),
    ("Hai bên họp thượng đỉnh Mỹ - Triều ở Singapore, Ngoại trưởng Mỹ Mike Pompeo ngày 20/5 nói.", None),
]


@pytest.mark.parametrize(("text", "date"), SAID)
def test_the_day_of_words_about_an_occasion_is_not_its_day(text: str, date: str | None) -> None:
    """A verb of saying takes the date that stands before it, unless it is done at the occasion."""
    assert [m.date for m in meetings(text, "2018-05-25")] == [date]


def test_what_happens_on_a_visit_is_in_the_country_visited() -> None:
    """Talks and ceremonies of the pair take the country of the visit, and the day of what they follow."""
    found = meetings(
        "Tổng thống Ấn Độ Ram Nath Kovind thăm cấp nhà nước Việt Nam từ ngày 18 đến 20/11/2018.\n"
        "Sau lễ đón sáng 20/11/2018 tại Phủ Chủ tịch, Tổng thống Ấn Độ Ram Nath Kovind hội đàm với Chủ tịch nước Nguyễn Phú "
        "Trọng.",
        "2018-11-21",
    )
    assert {(m.form, m.country, m.date) for m in found} == {
        ("visit", "VNM", "2018-11-18/2018-11-20"),
        ("ceremony", "VNM", "2018-11-20"),
        ("talks", "VNM", "2018-11-20"),
    }


HOUSES: dict[str, tuple[str, str | None]] = {
    "of the host": (
        "Ngày 27/02/2019, tại Văn phòng Chính phủ, Thủ tướng Nguyễn Xuân Phúc hội kiến với Tổng thống Mỹ Donald Trump.",
        "VNM",
    ),
    "of another state": (
        "Tổng thống Mỹ Donald Trump hội đàm với Thủ tướng Nhật Bản Shinzo Abe tại Đại lễ đường Nhân dân hôm 2/3.",
        None,
    ),
    "whose state is told": (
        "Chủ tịch nước Trần Đại Quang hội đàm với Chủ tịch Cuba Raul Castro tại Phủ Chủ tịch Cuba hôm 2/3.",
        None,
    ),
}


@pytest.mark.parametrize("name", sorted(HOUSES))
def test_the_house_of_a_host_tells_the_country(name: str) -> None:
    text, country = HOUSES[name]
    assert [m.country for m in meetings(text) if m.form == "talks"] == [country]


@pytest.mark.parametrize("city", ["TP HCM", "TP. HCM", "TP. Hồ Chí Minh", "thành phố Hồ Chí Minh", "TP. Đà Nẵng"])
def test_the_word_for_a_city_before_its_name(city: str) -> None:
    text = f"Ngoại trưởng Nga Sergei Lavrov gặp Chủ tịch nước Trần Đại Quang tại {city} hôm 2/3."
    (found,) = meetings(text)
    assert (found.city or "").removeprefix("TP. ") == city.removeprefix("TP. ")
    assert found.country == "VNM"


def test_a_visit_to_a_city_named_so() -> None:
    text = "Nhà lãnh đạo Triều Tiên Kim Jong-un đã tới thành phố Vladivostok hôm 2/3."
    assert [(m.form, m.city, m.parties) for m in meetings(text)] == [("visit", "Vladivostok", ["PRK", "RUS"])]


@pytest.mark.parametrize(
    "text",
    [
        "Phát biểu tại hội nghị, Thủ tướng Nguyễn Xuân Phúc nhấn mạnh vai trò của thương mại.",
        "Tại hội nghị, Thủ tướng Nguyễn Xuân Phúc nhấn mạnh vai trò của thương mại.",
        "Thủ tướng Nguyễn Xuân Phúc đã tham dự hội nghị.",
    ],
)
def test_who_speaks_at_or_attends_a_conference_told_before_is_at_it(text: str) -> None:
    (found,) = meetings(f"Hội nghị thượng đỉnh G20 khai mạc tại Osaka ngày 28/6. {text}")
    assert (found.parties, found.people) == (["G20"], ["Nguyễn Xuân Phúc"])


def test_a_conference_named_for_two_heads_is_a_summit() -> None:
    text = (
        "Tổng thống Mỹ Donald Trump và nhà lãnh đạo Triều Tiên Kim Jong-un im lặng. Hội nghị Trump - Kim lần hai kết thúc "
        "tại Hà Nội hôm 28/2."
    )
    assert [(m.form, m.session) for m in meetings(text)] == [("summit", 2)]


def test_one_meets_several_behind_commas() -> None:
    text = (
        "Thủ tướng Nguyễn Xuân Phúc có các cuộc tiếp xúc song phương với Tổng thống Indonesia Joko Widodo, Thủ tướng Ấn "
        "Độ Narendra Modi, Chủ tịch Hội đồng châu Âu Donald Tusk."
    )
    assert [m.parties for m in meetings(text)] == [["VNM", "IDN"], ["VNM", "IND"], ["VNM", "EU"]]


def test_a_visit_agreed_on_at_talks_gives_them_no_country() -> None:
    text = "Ngày 1/3, Tổng thống Nga Vladimir Putin gặp Thủ tướng Nhật Bản Shinzo Abe. Ông Abe mời ông Putin thăm Nhật Bản."
    talks = next(m for m in meetings(text) if m.form == "talks")
    assert (talks.date, talks.country) == ("2019-03-01", None)


GATHERED: dict[str, tuple[str, list[tuple[str | None, str | None, list[str]]]]] = {
    "who attends": (
        "Thủ tướng Canada Justin Trudeau dự APEC tại Đà Nẵng ngày 10/11/2017.",
        [("2017-11-10", "Đà Nẵng", ["Justin Trudeau"])],
    ),
    "with its year": (
        "Tổng thống Nga Vladimir Putin tại APEC 2017 ở Đà Nẵng.",
        [("2017", "Đà Nẵng", ["Vladimir Putin"])],
    ),
    "the day of those who met beside it": (
        "Tổng thống Nga Vladimir Putin gặp Tổng thống Mỹ Donald Trump bên lề G20 ở Hamburg hôm 7/7/2017.",
        [(None, "Hamburg", [])],
    ),
    "its members": ("Các nước APEC ở Đà Nẵng ủng hộ thương mại tự do hôm 10/11/2017.", []),
    "what somebody is in": ("Nga muốn hợp tác trong APEC từ ngày 10/11/2017.", []),
}


@pytest.mark.parametrize("name", sorted(GATHERED))
def test_the_name_of_some_members_means_their_meeting_where_one_attends(name: str) -> None:
    text, wanted = GATHERED[name]
    found = [m for m in meetings("APEC và G20 bàn về thương mại\n" + text, "2018-01-05") if m.form == "summit"]
    assert [(m.date, m.city, m.people) for m in found] == wanted


YEARS: dict[str, tuple[str, str | None]] = {
    "behind a series": ("Tổng thống Nga Vladimir Putin tại Hội nghị APEC 2017 ở Đà Nẵng.", "2017"),
    "a day is better": (
        "Tổng thống Nga Vladimir Putin tại Hội nghị APEC 2017 ở Đà Nẵng ngày 10/11/2017.",
        "2017-11-10",
    ),
    "of a chair": ("Tổng thống Nga Vladimir Putin gặp Chủ tịch ASEAN 2020 tại hội nghị thượng đỉnh ở Sochi.", None),
}


@pytest.mark.parametrize("name", sorted(YEARS))
def test_the_year_behind_the_name_of_a_conference_is_its_date(name: str) -> None:
    text, date = YEARS[name]
    assert {m.date for m in meetings(text, "2019-01-05") if m.form == "summit"} <= {date}


FIRST: dict[str, tuple[str, int | None]] = {
    "in a city": ("Hội nghị thượng đỉnh Mỹ - Triều lần đầu ở Singapore hồi tháng 6/2018 ra tuyên bố chung.", 1),
    "on a day": ("Hội nghị thượng đỉnh Mỹ - Triều lần đầu tiên ngày 12/6/2018 ra tuyên bố chung.", 1),
    "one": ("Hội nghị thượng đỉnh Mỹ - Triều lần một tại Singapore hồi tháng 6/2018 ra tuyên bố chung.", 1),
    "without a name": ("Ông Donald Trump và ông Kim Jong-un có hội nghị thượng đỉnh đầu tiên ở Singapore.", 1),
    "of a body": ("Hội nghị Bộ trưởng đầu tiên của APEC diễn ra tại Canberra ngày 6/11/1989.", 1),
    "in years, without a name": (
        "Ông Kim Jong-un và ông Vladimir Putin có hội nghị thượng đỉnh đầu tiên trong 8 năm tại Vladivostok.",
        None,
    ),
    "of its kind since": (
        "Ông Kim Jong-un và ông Moon Jae-in có hội nghị thượng đỉnh đầu tiên kể từ năm 2007 tại Panmunjom.",
        None,
    ),
    "an exercise has no number": ("Cuộc diễn tập chung đầu tiên giữa ASEAN và Mỹ diễn ra vào tháng 9/2019.", None),
    "for the first time": (
        "Hội nghị ngoại trưởng ASEAN lần đầu tiên không ra được tuyên bố chung tại Phnom Penh hồi tháng 7/2012.",
        None,
    ),
    "for the first time in years": (
        "Hội nghị thượng đỉnh Nga - Triều lần đầu tiên trong 8 năm diễn ra tại Vladivostok ngày 25/4/2019.",
        None,
    ),
}


@pytest.mark.parametrize("name", sorted(FIRST))
def test_the_first_of_its_kind_is_counted(name: str) -> None:
    text, session = FIRST[name]
    assert [m.session for m in meetings(text, "2019-05-01")] == [session]


CAPTIONS: dict[str, tuple[str, list[str]]] = {
    "two, one on the left": (
        "Tổng thống Nga Vladimir Putin (trái) và Thủ tướng Nhật Bản Shinzo Abe tại hội nghị thượng đỉnh G20 ở Osaka ngày 28/6.",
        ["Vladimir Putin", "Shinzo Abe"],
    ),
    "one": (
        "Thủ tướng Nguyễn Xuân Phúc trong hội nghị thượng đỉnh G20 ở Osaka ngày 28/6.",
        ["Nguyễn Xuân Phúc"],
    ),
    "who does something else": (
        "Thủ tướng Nguyễn Xuân Phúc theo dõi kết quả tại hội nghị thượng đỉnh G20 ở Osaka ngày 28/6.",
        [],
    ),
    "after it": ("Thủ tướng Nguyễn Xuân Phúc sau hội nghị thượng đỉnh G20 ở Osaka ngày 28/6.", []),
    "a stranger": ("Ông John Smith tại hội nghị thượng đỉnh G20 ở Osaka ngày 28/6.", []),
}


@pytest.mark.parametrize("name", sorted(CAPTIONS))
def test_a_caption_shows_who_is_at_a_conference(name: str) -> None:
    text, people = CAPTIONS[name]
    assert [m.people for m in meetings("G20 bàn về thương mại\n" + text, "2019-06-29") if m.form == "summit"] == [
        people
    ]


def test_who_is_met_before_a_conference_is_not_at_it() -> None:
    text = (
        "Tại Hà Nội ngày 2/3, Tổng thống Hàn Quốc Moon Jae-in hội kiến Thủ tướng Nguyễn Xuân Phúc, Chủ tịch Quốc hội Nguyễn "
        "Thị Kim Ngân và dự Diễn đàn doanh nghiệp Việt Nam - Hàn Quốc."
    )
    assert [m.people for m in meetings(text) if m.form == "forum"] == [["Moon Jae-in"]]


def test_a_bare_day_does_not_undo_that_a_visit_lies_ahead() -> None:
    text = (
        "Thủ tướng Nhật Bản sắp thăm Việt Nam. Thủ tướng Nhật Bản Shinzo Abe thăm Việt Nam từ ngày 16/1 đến 17/1. Ông Abe "
        "từng thăm Hà Nội năm 2013."
    )
    assert next((m.phase, m.date) for m in meetings(text, None) if m.form == "visit") == (
        "planned",
        "XXXX-01-16/XXXX-01-17",
    )


MARGINS: dict[str, tuple[str, str | None]] = {
    "beside it": (
        (
            "Hội nghị thượng đỉnh G20 khai mạc tại Osaka ngày 28/6. Thủ tướng Nguyễn Xuân Phúc gặp Thủ tướng Ấn Độ Narendra "
            "Modi bên lề hội nghị thượng đỉnh G20."
        ),
        "Osaka",
    ),
    "at it": (
        (
            "Hội nghị thượng đỉnh G20 khai mạc tại Osaka ngày 28/6. Thủ tướng Nguyễn Xuân Phúc gặp Thủ tướng Ấn Độ Narendra "
            "Modi tại hội nghị thượng đỉnh G20."
        ),
        "Osaka",
    ),
    "after it": (
        (
            "Hội nghị thượng đỉnh G20 khai mạc tại Osaka ngày 28/6. Thủ tướng Nguyễn Xuân Phúc gặp Thủ tướng Ấn Độ Narendra "
            "Modi sau hội nghị thượng đỉnh G20."
        ),
        None,
    ),
    "only spoken of there": (
        (
            "Hội nghị thượng đỉnh G20 khai mạc tại Osaka ngày 28/6. Thủ tướng Nguyễn Xuân Phúc gặp Thủ tướng Ấn Độ Narendra "
            "Modi và đánh giá cao phát biểu của ông tại hội nghị thượng đỉnh G20."
        ),
        None,
    ),
}


@pytest.mark.parametrize("name", sorted(MARGINS))
def test_talks_on_the_margins_of_a_conference_are_where_that_is(name: str) -> None:
    text, city = MARGINS[name]
    assert [m.city for m in meetings(text, "2019-06-28") if m.form == "talks"] == [city]


def test_who_receives_on_the_margins_is_not_at_home() -> None:
    text = "Bộ trưởng Quốc phòng Ngô Xuân Lịch tiếp Ngoại trưởng Nga Sergei Lavrov bên lề Đối thoại Shangri-La."
    assert [m.country for m in meetings(text) if m.form == "talks"] == [None]


SHOWN: dict[str, tuple[str, list[tuple[str | None, str | None, list[str]]]]] = {
    "on a day, in a city": (
        "Chủ tịch Trung Quốc Tập Cận Bình (phải) bắt tay Thủ tướng Nhật Bản Shinzo Abe tại Bắc Kinh hôm 2/3.",
        [("2019-03-02", "Bắc Kinh", ["Tập Cận Bình", "Shinzo Abe"])],
    ),
    "with no more words": ("Thủ tướng Nguyễn Xuân Phúc bắt tay Thủ tướng Nhật Bản Shinzo Abe.", []),
    "of talks told elsewhere": (
        (
            "Ngoại trưởng Nga Sergei Lavrov hội đàm với Ngoại trưởng Nhật Bản Taro Kono. Ngoại trưởng Nga Sergei Lavrov bắt "
            "tay ông Kono tại Moscow ngày 1/3."
        ),
        [("2019-03-01", "Moscow", ["Sergei Lavrov", "Taro Kono"])],
    ),
    "of an earlier meeting": (
        (
            "Ngoại trưởng Nga Sergei Lavrov hội đàm với Ngoại trưởng Nhật Bản Taro Kono. Ngoại trưởng Nga Sergei Lavrov bắt "
            "tay ông Kono tại Moscow hồi tháng 1/2018."
        ),
        [
            (None, None, ["Sergei Lavrov", "Taro Kono"]),
            ("2018-01", "Moscow", ["Sergei Lavrov", "Taro Kono"]),
        ],
    ),
    "at something that is named": (
        "Thủ tướng Nguyễn Xuân Phúc bắt tay Thủ tướng Nhật Bản Shinzo Abe tại hội nghị thượng đỉnh G20 ở Osaka hôm 2/3.",
        [],
    ),
    "only spoken of": (
        "Báo chí bàn về cái bắt tay giữa Tổng thống Nga Vladimir Putin và Tổng thống Mỹ Donald Trump tại Helsinki hôm qua.",
        [],
    ),
    "refused": ("Tổng thống Mỹ Donald Trump từ chối bắt tay Thủ tướng Đức Angela Merkel tại Washington hôm 1/3.", []),
}


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_a_caption_shows_two_who_meet(name: str) -> None:
    text, wanted = SHOWN[name]
    assert [(m.date, m.city, m.people) for m in meetings(text) if m.form == "talks"] == wanted


PICTURES: dict[str, tuple[str, list[tuple[str | None, str | None, str]]]] = {
    "on a day, in a city": (
        "Ngoại trưởng Triều Tiên Ri Yong-ho (trái) và Ngoại trưởng Trung Quốc Vương Nghị (phải) tại Manila, tháng 8/2017.",
        [("2017-08", "Manila", "held")],
    ),
    "of a day": (
        "Thủ tướng Australia Scott Morrison và Thủ tướng Nguyễn Xuân Phúc ngày 1/3 - Ảnh: Reuters",
        [("2019-03-01", None, "held")],
    ),
    "of neither": ("Ngoại trưởng Nga Sergei Lavrov (phải) và Ngoại trưởng Nhật Bản Taro Kono.", []),
    "of what they do": (
        "Ngoại trưởng Nga Sergei Lavrov và Ngoại trưởng Nhật Bản Taro Kono hôm 1/3 trả lời phỏng vấn tại Tokyo.",
        [],
    ),
    "of an earlier meeting": (
        (
            "Tổng thống Mỹ Donald Trump (trái) và Tổng thống Hàn Quốc Moon Jae-in tại Washington tháng 6/2017. Tổng thống Hàn "
            "Quốc Moon Jae-in sẽ gặp ông Trump tại Mỹ."
        ),
        [("2017-06", "Washington", "held"), (None, None, "planned")],
    ),
}


@pytest.mark.parametrize("name", sorted(PICTURES))
def test_a_caption_shows_two_somewhere(name: str) -> None:
    text, wanted = PICTURES[name]
    assert [(m.date, m.city, m.phase) for m in meetings(text) if m.form == "talks"] == wanted


HOSTS: dict[str, tuple[str, list[str]]] = {
    "of the two countries": (
        "Chuyến thăm của Thủ tướng Pháp Édouard Philippe diễn ra khi hai nước Việt Nam và Pháp kỷ niệm 45 năm quan hệ.",
        ["FRA", "VNM"],
    ),
    "who says something on its occasion": (
        "Trong chuyến thăm của Thủ tướng Nhật Bản Shinzo Abe hồi tháng 1, Australia khẳng định coi trọng quan hệ.",
        ["JPN", "AUS"],
    ),
    "the two who did something in it": (
        "Việt Nam và Australia nâng cấp quan hệ trong chuyến thăm của Thủ tướng Nguyễn Xuân Phúc hồi tháng 3/2018.",
        ["VNM", "AUS"],
    ),
    "who only speaks of it": (
        "Thủ tướng Nhật Bản Shinzo Abe cho biết Tokyo theo dõi chuyến thăm của Tổng thống Nga Vladimir Putin hồi tháng 1.",
        [],
    ),
    "what a visit shows is not where it leads": (
        "Nhật Bản và Australia hợp tác. Chuyến thăm hồi tháng 1 cũng thể hiện rõ Australia kiên trì đường lối độc lập.",
        [],
    ),
    "the full name of the state it leads to": (
        "Chuyến thăm cấp nhà nước của Chủ tịch nước Việt Nam Trần Đại Quang đến Cộng hoà Ả Rập Ai Cập diễn ra từ ngày 26/8.",
        ["VNM", "EGY"],
    ),
    "what it is": (
        "Thủ tướng Nhật Bản Shinzo Abe thăm Hà Nội. Trọng tâm chuyến thăm hôm 2/3 là Mỹ muốn thảo luận với các nước.",
        ["JPN", "VNM"],
    ),
    "where one visits and works": (
        "Ngoại trưởng Nga Sergei Lavrov đang có chuyến thăm và làm việc tại Hà Nội.",
        ["RUS", "VNM"],
    ),
    "of a ship": (
        "Chuyến thăm đầu tiên của tàu sân bay Mỹ đến Đà Nẵng diễn ra ngày 5/3/2018 theo kế hoạch.",
        ["USA", "VNM"],
    ),
    "after a meeting of the two": (
        "Đây là chuyến thăm của lãnh đạo Triều Tiên Kim Jong-un sau hội nghị thượng đỉnh với Tổng thống Mỹ Donald Trump.",
        [],
    ),
}


@pytest.mark.parametrize("name", sorted(HOSTS))
def test_the_host_of_a_visit_without_a_destination(name: str) -> None:
    text, parties = HOSTS[name]
    assert next((m.parties for m in meetings(text) if m.form == "visit"), []) == parties


STAYS = {
    "two days to somewhere": (
        "Ngoại trưởng Trung Quốc Vương Nghị ngày 2/3 bắt đầu chuyến thăm kéo dài hai ngày tới Triều Tiên.",
        "2019-03-02/2019-03-03",
    ),
    "two days, not the next two": (
        "Ngoại trưởng Trung Quốc Vương Nghị ngày 2/3 bắt đầu chuyến thăm hai ngày tới Triều Tiên.",
        "2019-03-02/2019-03-03",
    ),
    "until a day, the beginning in the sentence": (
        "Tổng thống Chile Sebastián Piñera chiều 4/3 đến Hà Nội, bắt đầu chuyến thăm Việt Nam kéo dài đến ngày 6/3.",
        "2019-03-04/2019-03-06",
    ),
    "for some days": (
        "Thủ tướng Malaysia Mahathir Mohamad hôm nay bắt đầu chuyến thăm chính thức Philippines kéo dài hai ngày.",
        "2019-03-05/2019-03-06",
    ),
    "told apart": (
        (
            "Chuyến thăm Lào của Thủ tướng Nguyễn Xuân Phúc kéo dài tới 7/3.\n"
            "Thủ tướng Nguyễn Xuân Phúc sáng 5/3 đến Vientiane."
        ),
        "2019-03-05/2019-03-07",
    ),
    "an end without a beginning is no date": (
        "Thủ tướng Nguyễn Xuân Phúc đang ở chuyến thăm Lào kéo dài tới 7/3.",
        None,
    ),
    "some days that end": (
        "Tổng thống Nga Vladimir Putin hôm 2/3 rời Tokyo, kết thúc chuyến thăm ba ngày tới Nhật Bản.",
        "2019-02-28/2019-03-02",
    ),
    "days of something else": (
        "Tổng thống Mỹ Donald Trump hôm 4/3 thăm Anh, sau đó ông dự kiến nghỉ ba ngày.",
        "2019-03-04",
    ),
}


def test_how_long_a_visit_of_an_unknown_year_lasts() -> None:
    """Days are counted where no page tells the year."""
    text = "Ngoại trưởng Trung Quốc Vương Nghị ngày 30/5 bắt đầu chuyến thăm ba ngày tới Triều Tiên."
    found = [r for r in banggiao.read_text(text, id="story").records if isinstance(r, Meeting)]
    assert [meeting.date for meeting in found] == ["XXXX-05-30/XXXX-06-01"]


@pytest.mark.parametrize(("text", "date"), STAYS.values(), ids=STAYS)
def test_how_long_a_visit_lasts(text: str, date: str | None) -> None:
    """The day of arrival and the end or length that is told apart from it make one range."""
    assert [m.date for m in meetings(text) if m.form == "visit"] == [date]


def test_one_future_word_rules_a_programme() -> None:
    """ "Sẽ" before the first verb of a day's programme holds for its last, but not past words that somebody says."""
    found = meetings(
        "Thủ tướng Pháp Edouard Philippe sẽ dự lễ đón tại Phủ Chủ tịch, đặt vòng hoa tại Đài tưởng niệm các anh hùng liệt "
        "sĩ, viếng Lăng Chủ tịch Hồ Chí Minh rồi hội đàm với Thủ tướng Nguyễn Xuân Phúc."
    )
    assert {m.phase for m in found if m.form == "talks"} == {"planned"}
    said = meetings(
        '"Chúng tôi sẽ làm mọi việc vì hoà bình", Ngoại trưởng Nga Sergei Lavrov nói khi gặp Ngoại trưởng Ấn Độ Sushma Swaraj '
        "ở Moscow."
    )
    assert [m.phase for m in said] == ["held"]


def test_who_invites_is_not_at_the_conference_and_is_visited() -> None:
    """ "Theo lời mời của …" names the host of a visit, and nobody who takes part in a conference."""
    found = meetings(
        "Theo lời mời của Thủ tướng Nhật Bản Shinzo Abe, Thủ tướng Nguyễn Xuân Phúc sẽ dự Hội nghị thượng đỉnh G20 tại Osaka "
        "ngày 28/6/2019.\nThủ tướng hôm 2/3 hội đàm với Tổng thống Hàn Quốc Moon Jae-in tại Hà Nội."
    )
    assert [(m.parties, m.people) for m in found if m.form == "summit"] == [(["G20"], ["Nguyễn Xuân Phúc"])]
    found = meetings(
        "Theo lời mời của Thủ tướng Nhật Bản Shinzo Abe, Thủ tướng Nguyễn Xuân Phúc hôm 2/3 lên đường thăm chính thức.\n"
        "Hai bên sẽ hội đàm về quan hệ Việt Nam - Nhật Bản."
    )
    assert [(m.parties, m.country) for m in found if m.form == "visit"] == [(["VNM", "JPN"], "JPN")]


def test_who_speaks_of_a_summit_of_others_is_not_at_it() -> None:
    """A third party's minister who talks about a summit of two states takes no part in it."""
    (summit,) = meetings(
        "Phó Thủ tướng Phạm Bình Minh tham dự buổi họp chuẩn bị cho hội nghị thượng đỉnh Mỹ - Triều tại Hà Nội ngày 27/2."
    )
    assert (summit.parties, summit.people) == (["USA", "PRK"], [])


NAMES = {
    "the topic belongs to the name": (
        "Uỷ ban liên Chính phủ Việt Nam - Nga về hợp tác kinh tế họp khoá 20 ngày 2/3 tại Hà Nội.",
        ("ministerial", ["VNM", "RUS"], "Uỷ ban liên Chính phủ Việt Nam - Nga về hợp tác kinh tế"),
    ),
    "a part of a conference is of that": (
        "Ngoại trưởng Nga Sergei Lavrov phát biểu tại phiên toàn thể của Hội nghị Cấp cao ASEAN - Nga hôm 2/3.",
        ("summit", ["ASEAN", "RUS"], "Hội nghị Cấp cao ASEAN - Nga"),
    ),
    "a format's conference without more words is its summit": (
        "Thủ tướng Đức Angela Merkel hội đàm với Tổng thống Pháp Emmanuel Macron ngày 2/3 bên lề hội nghị G20 ở Osaka.",
        ("summit", ["G20"], "hội nghị G20"),
    ),
    "an enlarged conference has guests beside its members": (
        "Thủ tướng Nguyễn Xuân Phúc và Thủ tướng Canada Justin Trudeau dự Hội nghị thượng đỉnh G7 mở rộng ngày 2/3 ở Quebec.",
        ("summit", ["G7", "VNM"], "Hội nghị thượng đỉnh G7 mở rộng"),
    ),
    "ASEAN+3": (
        "Đại sứ Vũ Hồ dự SOM ASEAN+3 ngày 2/3 tại Bangkok, trao đổi về quan hệ ASEAN - Nhật Bản.",
        ("senior-officials", ["ASEAN", "CHN", "JPN", "KOR"], "SOM ASEAN+3"),
    ),
    "a number of members is no session": (
        "Thủ tướng Nhật Bản Shinzo Abe dự hội nghị thượng đỉnh của nhóm 20 nền kinh tế lớn ngày 2/3 tại Osaka.",
        None,
    ),
}


@pytest.mark.parametrize(("text", "expected"), NAMES.values(), ids=NAMES)
def test_what_a_conference_is_called_and_whose_it_is(text: str, expected: tuple[str, list[str], str] | None) -> None:
    """The conference of the sentence with its form, parties and name; no other number is taken for a session."""
    found = [m for m in meetings(text) if m.form not in ("talks", "visit")]
    assert [(m.form, m.parties, m.mechanism) for m in found if expected] == ([expected] if expected else [])
    assert not any(m.session for m in found if "20" not in (m.mechanism or "20"))


def test_a_meeting_that_two_sides_hold_is_talks() -> None:
    """ "Có cuộc họp" of two parties is talks; those who only tell of them are not at them."""
    (found,) = meetings(
        "Tổng thống Nga Vladimir Putin và Thủ tướng Israel Benjamin Netanyahu có cuộc họp ngày 2/3 ở Moscow, ông Peskov nói."
    )
    assert (found.form, found.parties) == ("talks", ["RUS", "ISR"])
    assert found.people == ["Vladimir Putin", "Benjamin Netanyahu"]


def test_a_state_behind_its_city_does_not_end_a_frame() -> None:
    """ "Tại cuộc gặp ở Hamburg, Đức, hồi tháng 7": the commas are the place's, and the month is the meeting's."""
    (talks,) = meetings(
        "Tổng thống Nga Vladimir Putin (phải) và Tổng thống Mỹ Donald Trump tại cuộc gặp ở Hamburg, Đức, hồi tháng 2.",
    )
    assert (talks.city, talks.country, talks.date) == ("Hamburg", "DEU", "2019-02")
    assert talks.people == ["Vladimir Putin", "Donald Trump"]


def test_visits_of_different_guests_stay_apart() -> None:
    """The same pair and no days told: it is still not one visit where another guest paid it."""
    found = meetings(
        "Ngoại trưởng Nga Sergei Lavrov thăm Triều Tiên.\nTrước đó, Thủ tướng Nga Dmitry Medvedev cũng tới thăm Triều Tiên."
    )
    assert [m.people for m in found] == [["Sergei Lavrov"], ["Dmitry Medvedev"]]


def test_what_a_meeting_was_is_no_second_meeting() -> None:
    """What stands between a noun and the one that tells what it was is of that meeting, and of no other of the story."""
    text = (
        "Hội nghị thượng đỉnh G20 khép lại hôm 2/3 tại Osaka, Nhật Bản. Các nhà lãnh đạo G20 ra tuyên bố chung. "
        "Hội nghị thượng đỉnh G20 ở Buenos Aires vào năm ngoái là cuộc họp đầu tiên mà Mỹ không ủng hộ tuyên bố về khí hậu."
    )
    found = [(m.date, m.city) for m in meetings(text) if m.form == "summit"]
    assert found == [("2019-03-02", "Osaka"), ("2018", "Buenos Aires")]


def test_two_sessions_in_one_phrase_are_two_meetings() -> None:
    """ "Lần thứ 28 và 29" are two summits, told together."""
    found = meetings(
        "Hội nghị Cấp cao ASEAN lần thứ 28 và 29 sẽ diễn ra tại Vientiane vào tháng 9/2016.", published="2016-07-20"
    )
    assert [(m.session, m.phase, m.city) for m in found] == [(28, "planned", "Vientiane"), (29, "planned", "Vientiane")]


def test_several_mentions_of_one_occasion_are_one_meeting() -> None:
    """Headline, lead and body tell the same talks; what each adds is kept, and all sentences are evidence."""
    found = meetings(
        "Thủ tướng Nguyễn Xuân Phúc hội kiến Tổng thống Mỹ Donald Trump\n\n"
        "Thủ tướng Nguyễn Xuân Phúc đã hội kiến Tổng thống Mỹ Donald Trump ngày 27/2 tại Hà Nội.\n"
        "Tại cuộc hội kiến, hai nhà lãnh đạo nhất trí thúc đẩy thương mại."
    )
    (talks,) = [m for m in found if m.form == "talks"]
    assert (talks.date, talks.city, talks.country) == ("2019-02-27", "Hà Nội", "VNM")
    assert len(talks.evidence) == 3


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("Hội nghị liên Bộ trưởng Ngoại giao - Kinh tế APEC (AMM)", "APEC"),
        ("Hội nghị Bộ trưởng Ngoại giao ASEAN (AMM)", "ASEAN"),
    ],
)
def test_an_acronym_is_of_the_series_to_which_the_story_gives_it(name: str, party: str) -> None:
    text = f"AMM quyết duy trì đà hợp tác\n{name} diễn ra ngày 3/3 tại Singapore. Hội nghị AMM đã kết thúc tốt đẹp."
    assert [m.parties for m in meetings(text)] == [[party]]


def test_a_meeting_spoken_of_at_the_end_of_a_clause_is_the_one_told_before() -> None:
    text = (
        "Tổng thống Pháp Emmanuel Macron sẽ có hội nghị thượng đỉnh với Tổng thống Nga Vladimir Putin vào tháng 6.\n"
        "Ông Macron bày tỏ nghi ngại về kết quả cuộc gặp. "
        '"Chúng tôi sẽ có một cuộc gặp trong vài tuần tới", ông Macron nói.'
    )
    assert [(m.form, m.phase) for m in meetings(text)] == [("summit", "planned")]


def test_talks_with_different_people_stay_apart() -> None:
    """A guest meets three hosts: three talks."""
    found = meetings(
        "Thủ tướng Pháp Edouard Philippe hội đàm với Thủ tướng Nguyễn Xuân Phúc, chào xã giao Tổng Bí thư Nguyễn Phú Trọng và "
        "hội kiến Chủ tịch Quốc hội Nguyễn Thị Kim Ngân ngày 2/11/2018.",
        "2018-11-03",
    )
    assert [m.people[1] for m in found] == ["Nguyễn Xuân Phúc", "Nguyễn Phú Trọng", "Nguyễn Thị Kim Ngân"]
    assert {m.people[0] for m in found} == {"Edouard Philippe"}


def test_a_sentence_that_begins_with_the_occasion_goes_on_to_tell_whether_it_was():
    """Who speaks at it was there; who will do something on it will be. The invitation of the same talks changes nothing."""
    (ahead,) = (
        m
        for m in meetings("Trong chuyến thăm Pháp, Thủ tướng Đức Angela Merkel sẽ dự lễ kỷ niệm ở Paris.", None)
        if m.form == "visit"
    )
    assert ahead.phase == "planned"
    found = meetings(
        "Thủ tướng Nhật Bản Shinzo Abe mời Tổng thống Pháp Emmanuel Macron sang thăm Nhật Bản. "
        "Tại cuộc gặp với ông Shinzo Abe, Tổng thống Pháp Emmanuel Macron cho biết sẽ sớm thu xếp chuyến đi.",
        None,
    )
    assert {m.form: m.phase for m in found} == {"visit": "planned", "talks": "held"}


def test_a_sentence_that_ends_with_its_occasion_and_its_people_is_read() -> None:
    """Nobody stands behind the conference there, which once ended the reading."""
    article = article_from_text(
        "Việt Nam dự Diễn đàn Davos.\nTrong khuôn khổ Diễn đàn, Thủ tướng Việt Nam Nguyễn Xuân Phúc đã phát biểu và có "
        "phiên đối thoại với Chủ tịch WEF Borge Brende.",
        id="story",
    )
    reading, _ = Reader().explain(article)
    assert reading.id == "story"


UNDATED = {
    "a month to come": (
        "Hai bên chuẩn bị tốt cho chuyến thăm Việt Nam tháng 11 tới của Tổng thống Mỹ Donald Trump.",
        "planned",
    ),
    "talks that come soon": (
        "Thủ tướng Nhật Bản Shinzo Abe nói về cuộc hội đàm sắp tới với Tổng thống Nga Vladimir Putin tại Tokyo.",
        "planned",
    ),
    "a week to come": (
        "Ông nói về cuộc gặp giữa Tổng thống Mỹ Donald Trump và Tổng thống Nga Vladimir Putin tại Helsinki vào tuần sau.",
        "planned",
    ),
    "tomorrow, with its day": (
        "Trước cuộc gặp ngày mai (27-4) với Tổng thống Hàn Quốc Moon Jae-in, ông Kim Jong-un nói về hoà bình.",
        "planned",
    ),
    "how long it lasts": (
        "Tổng thống Nga Vladimir Putin vừa kết thúc chuyến thăm hai ngày tới Nhật Bản.",
        "held",
    ),
    "to the end of tomorrow": ("Tổng thống Nga Vladimir Putin đang thăm Nhật Bản đến hết ngày mai.", "held"),
    "a month gone by, at which something was promised": (
        "Ông Kim Jong-un cam kết tại cuộc gặp với Tổng thống Hàn Quốc Moon Jae-in hồi tháng 9 sẽ đóng cửa bãi thử.",
        "held",
    ),
}


@pytest.mark.parametrize("name", sorted(UNDATED))
def test_without_a_day_of_publication_the_words_of_time_tell_whether_it_was(name: str) -> None:
    """ "Tới" and "sau" lie ahead of any day, "hồi" behind it."""
    text, phase = UNDATED[name]
    assert [m.phase for m in meetings(text, published=None)][:1] == [phase]


def test_those_who_met_witness_the_signing_after_their_talks() -> None:
    """ "Hai Thủ tướng chứng kiến lễ ký": who they are, when and where, their talks have told."""
    found = meetings(
        "Thủ tướng Nhật Bản Shinzo Abe hội đàm với Thủ tướng Lào Thongloun Sisoulith tại Tokyo ngày 1/3. Sau hội đàm, hai "
        "Thủ tướng đã chứng kiến lễ ký kết 9 văn kiện hợp tác."
    )
    assert [m.form for m in found] == ["talks", "ceremony"]
    wanted = {
        "parties": ["JPN", "LAO"],
        "date": "2019-03-01",
        "city": "Tokyo",
        "country": "JPN",
        "people": ["Shinzo Abe", "Thongloun Sisoulith"],
    }
    assert slots(found[1], wanted) == wanted


def test_the_years_of_an_anniversary_stand_in_the_name_of_a_conference() -> None:
    """They are no day on which it ends; those in front of what it does are no part of its name."""
    name = "Hội nghị cấp cao đặc biệt kỷ niệm 25 năm quan hệ đối thoại ASEAN - Ấn Độ"
    (summit,) = meetings(
        f"Tại {name} ngày 20/12 ở New Delhi, lãnh đạo các nước thông qua tuyên bố chung.", "2012-12-21"
    )
    assert (summit.mechanism, set(summit.parties), summit.date) == (name, {"ASEAN", "IND"}, "2012-12-20")
    (other,) = meetings(
        "Hội nghị cấp cao ASEAN - Ấn Độ kỷ niệm 25 năm quan hệ khai mạc ngày 20/12 ở New Delhi.", "2012-12-21"
    )
    assert other.mechanism == "Hội nghị cấp cao ASEAN - Ấn Độ"
