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
    "two who meet each other": (
        "Tổng thống Nga Vladimir Putin (phải) và Thủ tướng Nhật Bản Shinzo Abe gặp nhau ở Argentina hôm 1/3.",
        "talks",
        [
            {
                "parties": ["RUS", "JPN"],
                "people": ["Vladimir Putin", "Shinzo Abe"],
                "country": "ARG",
                "date": "2019-03-01",
            }
        ],
    ),
    "two states' ministers who meet each other": (
        "Ngoại trưởng Nga, Nhật Bản gặp nhau tại Moscow hôm 1/3.",
        "talks",
        [{"parties": ["RUS", "JPN"], "city": "Moscow", "date": "2019-03-01"}],
    ),
    "the two leaders just named meet each other": (
        (
            "Tổng thống Mỹ Donald Trump và Chủ tịch Trung Quốc Tập Cận Bình thoả thuận ngừng áp thuế. Hai lãnh đạo gặp "
            "nhau bên lề hội nghị thượng đỉnh G20 ở Argentina ngày 1/12/2018."
        ),
        "talks",
        [{"parties": ["USA", "CHN"], "country": "ARG", "date": "2018-12-01"}],
    ),
    "where one of two meets the other is no side": (
        (
            "Tổng thống Mỹ Donald Trump và Chủ tịch Trung Quốc Tập Cận Bình thoả thuận ngừng áp thuế. Sau khi Trump - Tập "
            "gặp nhau bên lề hội nghị thượng đỉnh G20 tại Argentina ngày 1/12/2018, tình hình dịu đi."
        ),
        "talks",
        [{"parties": ["USA", "CHN"], "country": "ARG"}],
    ),
    "that we shall meet each other is no meeting of one side": (
        'Tổng thống Mỹ Donald Trump nói về Thủ tướng Nhật Bản Abe: "Chúng tôi sẽ gặp nhau tại Osaka hôm 1/4".',
        "talks",
        [],
    ),
    "what a talk frames does not tell with whom it was": (
        (
            "Ngày 2/12, Tổng thống Mỹ Donald Trump điện đàm với nhà lãnh đạo Đài Loan Thái Anh Văn. Ngay sau cuộc điện đàm, "
            "Tổng thống Barack Obama tái khẳng định với Trung Quốc chính sách của Mỹ."
        ),
        "call",
        [{"parties": ["USA", "TWN"], "people": ["Donald Trump", "Thái Anh Văn"]}],
    ),
    "where a war is that is spoken of at it is not its place": (
        (
            "Cuộc chiến ở Syria được bàn tại cuộc gặp thượng đỉnh hôm 1/3 giữa Tổng thống Nga Vladimir Putin và Tổng "
            "thống Pháp Emmanuel Macron tại Paris."
        ),
        "summit",
        [{"city": "Paris", "country": "FRA"}],
    ),
    "its place right behind those who met is nearer than one before it": (
        (
            "Tổng thống Philippines Rodrigo Duterte nhận lời thăm Việt Nam trong cuộc gặp với Thủ tướng Nguyễn Xuân Phúc "
            "tại Lào hôm 1/3."
        ),
        "talks",
        [{"country": "LAO", "people": ["Rodrigo Duterte", "Nguyễn Xuân Phúc"]}],
    ),
    "who speaks of talks behind a quotation is not at them": (
        '"Triều Tiên nói họ cần hoãn cuộc gặp với Mỹ", Đại sứ Mỹ tại Liên Hợp Quốc Nikki Haley hôm 1/3 nói.',
        "talks",
        [],
    ),
    "unless he says of himself that he is": (
        '"Ngày 9/3, tôi sẽ hội đàm với Tổng thống Nga Vladimir Putin", Thủ tướng Israel Benjamin Netanyahu nói.',
        "talks",
        [{"people": ["Benjamin Netanyahu", "Vladimir Putin"], "date": "2019-03-09", "phase": "planned"}],
    ),
    "who goes on writing receives nobody": (
        '"Triều Tiên hiểu điều đó", Tổng thống Mỹ Donald Trump viết tiếp hôm 1/3 tại Washington.',
        "talks",
        [],
    ),
    "a capital right behind the word is where it was and no party": (
        (
            "Ngoại trưởng Thổ Nhĩ Kỳ Mevlut Cavusoglu nói với Ngoại trưởng Nga Sergei Lavrov hôm 1/3 rằng cuộc đàm phán "
            "Astana đã có kết quả."
        ),
        "talks",
        [{"parties": ["TUR", "RUS"]}],
    ),
    "a plan is told on another day": (
        (
            "Các quan chức Mỹ và Triều Tiên hôm 1/3 thảo luận kế hoạch tổ chức hội nghị thượng đỉnh lần hai giữa Tổng "
            "thống Donald Trump và lãnh đạo Kim Jong-un."
        ),
        "summit",
        [{"date": None, "session": 2, "phase": "planned"}],
    ),
    "what is arranged lies ahead": (
        "Mỹ và Triều Tiên thu xếp cho cuộc gặp giữa Ngoại trưởng Mike Pompeo và lãnh đạo Kim Jong-un tại Bình Nhưỡng.",
        "talks",
        [{"phase": "planned", "city": "Bình Nhưỡng"}],
    ),
    "the second of its kind": (
        (
            "Tổng thống Mỹ Donald Trump và lãnh đạo Triều Tiên Kim Jong-un dự hội nghị thượng đỉnh ở Singapore ngày "
            "12/6/2018. Hội nghị thượng đỉnh Mỹ - Triều thứ hai dự kiến diễn ra tại Hà Nội."
        ),
        "summit",
        [{"session": None, "city": "Singapore"}, {"session": 2, "city": "Hà Nội", "phase": "planned"}],
    ),
    "those between whom a summit is are its parties and no part of its name": (
        (
            "Thủ tướng Nhật Bản Shinzo Abe hôm 1/3 điện đàm với Tổng thống Mỹ Donald Trump trước hội nghị thượng đỉnh giữa "
            "Trump và lãnh đạo Triều Tiên Kim Jong-un tại Hà Nội."
        ),
        "summit",
        [{"parties": ["USA", "PRK"], "mechanism": None, "people": ["Donald Trump", "Kim Jong-un"]}],
    ),
    "a commission's chairman is no part of its name": (
        (
            "Tại Moscow hôm 1/3 diễn ra khoá họp lần thứ 21 Uỷ ban liên Chính phủ Việt - Nga về hợp tác kinh tế - thương "
            "mại Trịnh Đình Dũng, Phó Thủ tướng Việt Nam, đồng chủ trì."
        ),
        "ministerial",
        [{"mechanism": "Uỷ ban liên Chính phủ Việt - Nga về hợp tác kinh tế - thương mại", "session": 21}],
    ),
    "a call that begins a sentence is the one just told of": (
        (
            "Tổng thống Mỹ Donald Trump và Thủ tướng Nhật Bản Shinzo Abe điện đàm hôm 1/3. Cuộc điện đàm diễn ra một ngày "
            "sau khi các quan chức Mỹ - Triều chuẩn bị cho chuyến đi của Kim Jong-un."
        ),
        "call",
        [{"parties": ["USA", "JPN"], "people": ["Donald Trump", "Shinzo Abe"]}],
    ),
    "the master of a seat of government is its head": (
        (
            "Tổng thống Nga Vladimir Putin phát biểu tại Moscow. Thủ tướng Nhật Bản Shinzo Abe sẽ gặp ông chủ Điện Kremlin "
            "hôm 9/3."
        ),
        "talks",
        [{"parties": ["JPN", "RUS"], "people": ["Shinzo Abe", "Vladimir Putin"]}],
    ),
    "a forum in quotation marks": (
        (
            'Chủ tịch nước Trần Đại Quang dự Diễn đàn cấp cao "Vành đai và Con đường" lần thứ nhất tại Bắc Kinh. Việt Nam '
            "và Trung Quốc nhất trí hợp tác."
        ),
        "forum",
        [{"city": "Bắc Kinh", "session": 1, "people": ["Trần Đại Quang"]}],
    ),
    "a signing after talks is of their day": (
        (
            "Sáng 1/3, Thủ tướng Nguyễn Xuân Phúc hội đàm với Thủ tướng Lào Thongloun Sisoulith. Sau hội đàm, hai Thủ tướng "
            "chứng kiến lễ ký các văn kiện hợp tác."
        ),
        "ceremony",
        [{"parties": ["VNM", "LAO"], "date": "2019-03-01"}],
    ),
    "a summit at which two heads spoke of a third is theirs": (
        (
            "Tổng thống Mỹ Donald Trump đã thảo luận về Triều Tiên với Tổng thống Nga Vladimir Putin trong hội nghị thượng "
            "đỉnh tại Phần Lan hôm 16/7/2018."
        ),
        "summit",
        [{"parties": ["USA", "RUS"], "country": "FIN", "people": ["Donald Trump", "Vladimir Putin"]}],
    ),
    "a summit with another is not of those who met before it": (
        (
            "Lãnh đạo Triều Tiên Kim Jong-un hội đàm với Chủ tịch Trung Quốc Tập Cận Bình tại Bắc Kinh hôm 1/3 trước thềm "
            "hội nghị thượng đỉnh với Hàn Quốc."
        ),
        "talks",
        [{"parties": ["PRK", "CHN"], "city": "Bắc Kinh", "date": "2019-03-01"}],
    ),
    "whom the story is about is one of the two leaders": (
        (
            "Thủ tướng Nguyễn Xuân Phúc tới Buenos Aires hôm 1/3. Tại cuộc gặp Tổng thống Argentina Mauricio Macri, hai lãnh "
            "đạo khẳng định coi trọng quan hệ. Thủ tướng Nguyễn Xuân Phúc mời Tổng thống Macri thăm Việt Nam."
        ),
        "talks",
        [{"parties": ["ARG", "VNM"], "people": ["Mauricio Macri"]}],
    ),
    "who only speaks of two leaders is none of them": (
        (
            "Thủ tướng Đức Angela Merkel hôm 1/3 đánh giá cao cuộc gặp giữa hai nhà lãnh đạo. Nga và Mỹ đồng ý nối lại đối "
            "thoại. Bà Merkel nói Đức ủng hộ."
        ),
        "talks",
        [],
    ),
    "the ASEAN Regional Forum": (
        "Các ngoại trưởng ASEAN và Trung Quốc dự Diễn đàn Khu vực ASEAN ở Manila ngày 7/3.",
        "forum",
        [{"parties": ["ARF"], "date": "2019-03-07", "city": "Manila", "phase": "planned"}],
    ),
    "an exchange of views with somebody is talks": (
        "Trao đổi với Thủ tướng Campuchia Hun Sen hôm 1/3 tại Hà Nội, Phó Thủ tướng Phạm Bình Minh khẳng định ủng hộ.",
        "talks",
        [{"parties": ["VNM", "KHM"], "date": "2019-03-01", "people": ["Phạm Bình Minh", "Hun Sen"]}],
    ),
    "an exchange of views with a newspaper is none": (
        "Trao đổi với báo chí hôm 1/3 tại Hà Nội, Thủ tướng Campuchia Hun Sen khẳng định ủng hộ Việt Nam.",
        "talks",
        [],
    ),
    "the two sides are those one of whom just did something with the other": (
        (
            "Mỹ và Trung Quốc tranh cãi về thương mại. Tổng thống Mỹ Donald Trump chỉ trích Chủ tịch Trung Quốc Tập Cận "
            "Bình. Trung Quốc cải thiện quan hệ quân sự với Nga. Hai bên có cuộc diễn tập chung ở St Petersburg hôm 1/3."
        ),
        "exercise",
        [{"parties": ["CHN", "RUS"]}],
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
    "nobody meets the body beside whose summit he is": (
        "Tổng thống Nga Vladimir Putin hôm 2/3 gặp người đồng cấp bên lề APEC.",
        "talks",
        [],
    ),
    "who is told something at the talks": (
        (
            "Ngoại trưởng Trung Quốc Vương Nghị hôm 2/3 nói với Ngoại trưởng Nhật Bản Taro Kono tại cuộc gặp ở Manila rằng hai "
            "nước nên hợp tác."
        ),
        "talks",
        [{"parties": ["CHN", "JPN"], "people": ["Vương Nghị", "Taro Kono"], "city": "Manila"}],
    ),
    "businessmen and countrymen are no party": (
        "Tại cuộc gặp gỡ các doanh nghiệp Việt Nam hôm 2/3, Ngoại trưởng Mỹ Mike Pompeo ca ngợi quan hệ hai nước.",
        "talks",
        [],
    ),
    "going on receives nobody": (
        "Chính phủ Nga hôm 2/3 đã tiếp tục đàm phán với Nhật Bản và duy trì tiếp xúc với Ngoại trưởng Taro Kono.",
        "talks",
        [],
    ),
    "a conversation is talks where the other is named": (
        "Trong cuộc trò chuyện với Tổng thống Nga Vladimir Putin hôm 2/3, Thủ tướng Nhật Bản Shinzo Abe nhắc đến hòa ước.",
        "talks",
        [{"people": ["Shinzo Abe", "Vladimir Putin"], "date": "2019-03-02"}],
    ),
    "what a conference and somebody do is no talks": (
        (
            "Tổng thống Mỹ Donald Trump không ký tuyên bố chung của hội nghị và chỉ trích Thủ tướng Canada Justin Trudeau hôm "
            "2/3."
        ),
        "talks",
        [],
    ),
    "a visit to this country": (
        (
            "Thủ tướng Nguyễn Xuân Phúc hội đàm với Thủ tướng Nga Dmitry Medvedev nhân chuyến thăm chính thức nước này từ ngày "
            "1 đến 3/3."
        ),
        "visit",
        [{"parties": ["VNM", "RUS"], "country": "RUS", "date": "2019-03-01/2019-03-03"}],
    ),
    "this country is not the guest's own": (
        "Điện Kremlin cho biết Thủ tướng Nhật Bản Shinzo Abe sẽ thăm nước này vào tháng 4.",
        "visit",
        [{"parties": ["JPN", "RUS"], "country": "RUS", "date": "2019-04", "phase": "planned"}],
    ),
    "days of a journey and of what it is joined with": (
        (
            "Thủ tướng Nguyễn Xuân Phúc sẽ thăm chính thức Thái Lan và dự Hội nghị Cấp cao ASEAN tại Bangkok từ ngày 20 đến "
            "23/6."
        ),
        "visit",
        [{"date": "2019-06-20/2019-06-23", "country": "THA", "phase": "planned"}],
    ),
    "days of its own are better": (
        (
            "Thủ tướng Nguyễn Xuân Phúc sẽ thăm chính thức Thái Lan và dự Hội nghị Cấp cao ASEAN tại Bangkok từ ngày 20 đến "
            "23/6.\nChuyến thăm Thái Lan của Thủ tướng Nguyễn Xuân Phúc diễn ra từ ngày 22 đến 23/6."
        ),
        "visit",
        [{"date": "2019-06-22/2019-06-23"}],
    ),
    "days are better than their week": (
        (
            "Ngoại trưởng Trung Quốc Vương Nghị sẽ thăm Triều Tiên trong tuần này.\nNgoại trưởng Vương Nghị thăm Triều Tiên từ "
            "ngày 6 đến 7/3."
        ),
        "visit",
        [{"date": "2019-03-06/2019-03-07"}],
    ),
    "a day behind a city and its state": (
        (
            "Ngoại trưởng Vương Nghị trả lời báo chí bên lề Hội nghị Bộ trưởng Ngoại giao ASEAN và các hội nghị liên quan ở "
            "Bangkok, Thái Lan, ngày 2/3."
        ),
        "ministerial",
        [{"date": "2019-03-02", "city": "Bangkok"}],
    ),
    "a later mention tells that it lies ahead": (
        "Hội nghị thượng đỉnh Mỹ - Triều lần hai là bước tiến lớn.\nHội nghị thượng đỉnh Mỹ - Triều lần hai sẽ diễn ra ở Hà Nội.",
        "summit",
        [{"city": "Hà Nội", "phase": "planned"}],
    ),
    "who leads a delegation is its guest": (
        "Bộ trưởng Ngô Xuân Lịch dẫn đầu đoàn Việt Nam thăm Singapore từ ngày 2 đến 4/3.",
        "visit",
        [{"parties": ["VNM", "SGP"], "people": ["Ngô Xuân Lịch"], "date": "2019-03-02/2019-03-04"}],
    ),
    "the days of a journey behind the day on which it begins": (
        (
            "Thủ tướng Nguyễn Xuân Phúc thăm chính thức Thái Lan ngày 2/3.\nThủ tướng Nguyễn Xuân Phúc thăm chính thức Thái Lan "
            "từ ngày 2 đến 4/3."
        ),
        "visit",
        [{"date": "2019-03-02/2019-03-04"}],
    ),
    "a ship is nobody's journey": (
        "Đại sứ Mỹ Daniel Kritenbrink cho biết tàu chiến Nga thăm Đà Nẵng hôm 2/3.",
        "visit",
        [{"parties": ["RUS", "VNM"], "people": [], "date": "2019-03-02"}],
    ),
    "a summit that two sides speak of need not be theirs": (
        (
            "Tổng thống Hàn Quốc Moon Jae-in hôm 2/3 gặp Thủ tướng Nhật Bản Shinzo Abe. Hai lãnh đạo thảo luận về hội nghị thượng "
            "đỉnh ở Singapore."
        ),
        "summit",
        [],
    ),
    "who says that others attend does not attend": (
        (
            "Bộ trưởng Ngoại giao Phạm Bình Minh cho biết Thủ tướng Nhật Bản Shinzo Abe dự Hội nghị Cấp cao APEC tại Đà Nẵng hôm "
            "2/3."
        ),
        "summit",
        [{"people": ["Shinzo Abe"], "date": "2019-03-02"}],
    ),
    "nor who says it of a state": (
        "Thủ tướng Đức Angela Merkel cho biết Pháp tham dự Hội nghị Cấp cao G20 tại Osaka hôm 2/3.",
        "summit",
        [{"people": [], "city": "Osaka"}],
    ),
    "who says that he attends attends": (
        "Thủ tướng Đức Angela Merkel cho biết sẽ tham dự Hội nghị Cấp cao G20 tại Osaka.",
        "summit",
        [{"people": ["Angela Merkel"], "phase": "planned"}],
    ),
    "a clause behind a comma goes on with what only dates something else": (
        (
            "Mỹ hối thúc Trung Quốc trước cuộc gặp thượng đỉnh giữa Tổng thống Mỹ Donald Trump và lãnh đạo Triều Tiên Kim "
            "Jong-un, dự kiến diễn ra ngày 12/3 tại Singapore."
        ),
        "summit",
        [{"date": "2019-03-12", "city": "Singapore", "phase": "planned"}],
    ),
    "but not one about something else": (
        "Trước hội nghị thượng đỉnh G20 ở Osaka, lễ ký diễn ra ngày 2/3 tại Singapore.",
        "summit",
        [{"date": None, "city": "Osaka"}],
    ),
    "whoever is met on a journey is not its guest": (
        (
            "Tổng thống Mỹ Donald Trump cho biết ông sẵn sàng gặp lãnh đạo Triều Tiên Kim Jong-un khi tới thăm chính thức Hàn "
            "Quốc vào ngày 29/3."
        ),
        "visit",
        [{"parties": ["USA", "KOR"], "people": ["Donald Trump"], "date": "2019-03-29"}],
    ),
    "the counterpart in the state that is host": (
        ("Ngoại trưởng Nga Sergey Lavrov hôm 2/3 hội đàm tại Bình Nhưỡng với người đồng cấp nước chủ nhà Ri Yong-ho."),
        "talks",
        [{"parties": ["RUS", "PRK"], "people": ["Sergey Lavrov", "Ri Yong-ho"], "city": "Bình Nhưỡng"}],
    ),
    "a name and a verb are no portfolio": (
        "Tổng thống Putin cũng đang có kế hoạch đến thăm Trung Quốc vào tháng 6 tới.",
        "visit",
        [{"parties": ["RUS", "CHN"], "people": ["Putin"], "date": "2019-06", "phase": "planned"}],
    ),
    "one with two": (
        (
            "Thủ tướng Nhật Bản Shinzo Abe sẽ có cuộc hội đàm với Tổng thống Hàn Quốc Moon Jae-in và Thủ tướng Trung Quốc Lý "
            "Khắc Cường."
        ),
        "talks",
        [{"parties": ["JPN", "KOR"]}, {"parties": ["JPN", "CHN"]}],
    ),
    "two between whom something is": (
        (
            "Thủ tướng Nhật Bản Shinzo Abe hoan nghênh cuộc hội đàm giữa Tổng thống Hàn Quốc Moon Jae-in và Thủ tướng Trung Quốc "
            "Lý Khắc Cường."
        ),
        "talks",
        [{"parties": ["KOR", "CHN"]}],
    ),
    "a name ends before the verb": (
        "Thủ tướng Nguyễn Xuân Phúc dự Hội nghị thượng đỉnh Hiệp hội các quốc gia Đông Nam Á (ASEAN) kéo dài hai ngày tại Bangkok.",
        "summit",
        [{"mechanism": "Hội nghị thượng đỉnh Hiệp hội các quốc gia Đông Nam Á (ASEAN)", "city": "Bangkok"}],
    ),
    "three sides": (
        "Lãnh đạo Hàn Quốc và Trung Quốc hôm nay tới Nhật Bản dự hội nghị thượng đỉnh ba bên, dự kiến bàn về Triều Tiên.",
        "summit",
        [{"parties": ["KOR", "CHN", "JPN"], "country": "JPN"}],
    ),
    "who has two others for guests": (
        (
            "Thổ Nhĩ Kỳ hôm 2/3 đăng cai hội nghị thượng đỉnh ba bên với Tổng thống Nga Vladimir Putin và Tổng thống Iran Hassan "
            "Rouhani tại Ankara."
        ),
        "summit",
        [{"parties": ["RUS", "IRN", "TUR"], "city": "Ankara"}],
    ),
    "now one, now another is named at a conference": (
        (
            "Thủ tướng Nguyễn Xuân Phúc dự Hội nghị Cấp cao ASEAN lần thứ 34 tại Bangkok ngày 2/3.\nHội nghị do Thủ tướng Thái "
            "Lan Prayuth Chan-ocha chủ trì."
        ),
        "summit",
        [{"people": ["Nguyễn Xuân Phúc", "Prayuth Chan-ocha"], "session": 34}],
    ),
    "a further mention with a number is of the one with that number": (
        (
            "Hội nghị thượng đỉnh lần hai giữa Tổng thống Mỹ Donald Trump và lãnh đạo Triều Tiên Kim Jong-un diễn ra tại Hà Nội "
            "hồi tháng 2.\nTổng thống Mỹ hôm 2/3 gặp lãnh đạo Triều Tiên tại khu phi quân sự.\nĐàm phán bị đình trệ sau hội nghị "
            "thượng đỉnh Mỹ - Triều lần hai."
        ),
        "summit",
        [{"date": "2019-02", "city": "Hà Nội", "session": 2}, {"date": "2019-03-02", "city": None, "session": None}],
    ),
    "the day on which a source told of it is not its own": (
        (
            "Tổng thống Mỹ Donald Trump sẽ gặp Thủ tướng Nhật Bản Shinzo Abe tại Osaka, theo thông báo của Nhà Trắng hôm "
            "2/3."
        ),
        "talks",
        [{"phase": "planned", "date": None, "city": "Osaka"}],
    ),
    "nor is that day at the head of its sentence": (
        (
            "Theo thông báo của Nhà Trắng ngày 2/3, Tổng thống Mỹ Donald Trump dự kiến gặp Thủ tướng Nhật Bản Shinzo Abe "
            "vào tháng 6 tại Osaka."
        ),
        "talks",
        [{"phase": "planned", "date": "2019-06"}],
    ),
    "nor the day on which somebody says so behind a comma": (
        "Tổng thống Nga Vladimir Putin sẽ thăm Pháp, Điện Kremlin thông báo hôm 2/3.",
        "visit",
        [{"phase": "planned", "date": None}],
    ),
    "nor one between a verb of saying and what is said": (
        (
            "Ngoại trưởng Mỹ Mike Pompeo cho biết hôm 2/3 rằng hội nghị thượng đỉnh giữa Tổng thống Donald Trump và lãnh "
            "đạo Triều Tiên Kim Jong-un sẽ diễn ra ở Singapore."
        ),
        "summit",
        [{"phase": "planned", "date": None, "city": "Singapore"}],
    ),
    "the days of an invitation are its own": (
        "Theo lời mời của Thủ tướng Nguyễn Xuân Phúc, từ ngày 2 đến 4/3, Thủ tướng Hà Lan Mark Rutte thăm Việt Nam.",
        "visit",
        [{"date": "2019-03-02/2019-03-04"}],
    ),
    "what is to be done after it does not tell that it lies ahead": (
        (
            "Ngoại trưởng Mike Pompeo nói Mỹ và Triều Tiên có thể nối lại đàm phán sau hội nghị thượng đỉnh lần hai giữa "
            "Tổng thống Donald Trump và lãnh đạo Kim Jong-un ở Hà Nội."
        ),
        "summit",
        [{"phase": "held", "session": 2, "city": "Hà Nội"}],
    ),
    "but what is to be done after a ceremony stands in one programme with it": (
        "Sau lễ đón chính thức tại Hà Nội, Thủ tướng Nguyễn Xuân Phúc sẽ hội đàm với Thủ tướng Hà Lan Mark Rutte.",
        "ceremony",
        [{"phase": "planned"}],
    ),
    "where somebody goes after it is not its place": (
        "Sau hội nghị thượng đỉnh Mỹ - Triều hôm 28/2, Ngoại trưởng Mỹ Mike Pompeo tới Manila.",
        "summit",
        [{"date": "2019-02-28", "city": None, "country": None}],
    ),
    "whom somebody met besides was not at it": (
        (
            "Dự Hội nghị thượng đỉnh G20 tại Osaka, Thủ tướng Nguyễn Xuân Phúc đã gặp Tổng thống Indonesia Joko Widodo, Thủ "
            "tướng Ấn Độ Narendra Modi."
        ),
        "summit",
        [{"people": ["Nguyễn Xuân Phúc"]}],
    ),
    "whose sister she is was not there": (
        (
            "Bà Kim Yo-jong, em gái nhà lãnh đạo Triều Tiên Kim Jong-un, tới Hàn Quốc dự lễ khai mạc Thế vận hội mùa Đông "
            "Pyeongchang hôm 1/3."
        ),
        "ceremony",
        [{"people": ["Kim Yo-jong"]}],
    ),
    "nor whose adviser she is": (
        (
            "Bà Ivanka Trump, cố vấn cấp cao của Tổng thống Mỹ Donald Trump, dự Diễn đàn Doanh nhân toàn cầu tại Ấn Độ hôm "
            "1/3."
        ),
        "forum",
        [{"people": ["Ivanka Trump"]}],
    ),
    "those who are named where it takes place are not visited": (
        (
            "Thủ tướng Nhật Bản Shinzo Abe thăm Iran hôm 1/3. Chuyến thăm diễn ra trong bối cảnh Mỹ và Saudi Arabia gia tăng "
            "sức ép."
        ),
        "visit",
        [{"parties": ["JPN", "IRN"]}],
    ),
    "an exercise that is stopped": (
        "Mỹ và Hàn Quốc hôm 1/3 thông báo dừng cuộc tập trận chung dự kiến diễn ra trong tháng 4.",
        "exercise",
        [{"parties": ["USA", "KOR"], "phase": "cancelled", "date": "2019-04"}],
    ),
    "a plan for it that is called off": (
        "Tổng thống Mỹ Donald Trump huỷ kế hoạch gặp Thủ tướng Đan Mạch Mette Frederiksen.",
        "talks",
        [{"phase": "cancelled"}],
    ),
    "a press conference of a spokeswoman is none": (
        "Trong phiên họp báo ngày 2/3, phát ngôn viên Bộ Ngoại giao Việt Nam Lê Thị Thu Hằng nói về quan hệ với Mỹ.",
        "other",
        [],
    ),
    "of two visits of a pair that which its sentence tells of": (
        (
            "Chủ tịch Trung Quốc Tập Cận Bình thăm Việt Nam từ ngày 1 đến 2/3. Tổng Bí thư Nguyễn Phú Trọng đã hội đàm với "
            "Chủ tịch Tập Cận Bình nhân chuyến thăm Trung Quốc hồi tháng 1."
        ),
        "talks",
        [{"country": "CHN"}],
    ),
    "who ends a visit has paid it": (
        "Tổng thống Hàn Quốc Moon Jae-in sẽ về nước, kết thúc chuyến thăm Bình Nhưỡng.",
        "visit",
        [{"phase": "held", "country": "PRK"}],
    ),
    "whoever says something of talks that are named by their two sides": (
        "Tổng thống Hàn Quốc Moon Jae-in nói cuộc gặp Mỹ - Triều tại Singapore là một bước quan trọng.",
        "talks",
        [{"parties": ["USA", "PRK"], "people": [], "city": "Singapore"}],
    ),
    "those met are a group without names": (
        (
            "Ngoại trưởng Trung Quốc Vương Nghị hôm 2/3 có cuộc họp với các ngoại trưởng ASEAN tại Bangkok để bàn về Nhật "
            "Bản."
        ),
        "ministerial",
        [{"parties": ["CHN", "ASEAN"], "people": ["Vương Nghị"], "date": "2019-03-02"}],
    ),
    "who visits somebody visits his state": (
        "Thủ tướng Nhật Bản Shinzo Abe sẽ thăm Tổng thống Mỹ Donald Trump vào ngày 7/4, theo Bộ Ngoại giao hai nước.",
        "visit",
        [{"parties": ["JPN", "USA"], "people": ["Shinzo Abe"], "date": "2019-04-07", "country": "USA"}],
    ),
    "who goes along with somebody does not": (
        "Ngoại trưởng Mỹ Mike Pompeo tháp tùng Tổng thống Mỹ Donald Trump gặp lãnh đạo Triều Tiên Kim Jong-un hôm 1/3.",
        "visit",
        [],
    ),
    "who is invited has not come": (
        "Tổng thống Pháp Emmanuel Macron được mời thăm Nga vào tháng 3. Chuyến thăm dự kiến bắt đầu từ ngày 24/3.",
        "visit",
        [{"parties": ["FRA", "RUS"], "phase": "planned", "date": "2019-03-24", "country": "RUS"}],
    ),
    "those invited to a conference are there": (
        "Thủ tướng Singapore Lý Hiển Long được mời dự hội nghị thượng đỉnh G20 tại Buenos Aires.",
        "summit",
        [{"phase": "held", "city": "Buenos Aires"}],
    ),
    "what happens a measured time before it leaves it ahead": (
        "Lệnh trừng phạt được công bố chỉ hai ngày trước khi Tổng thống Mỹ Barack Obama có chuyến thăm chính thức Nga.",
        "visit",
        [{"phase": "planned", "country": "RUS"}],
    ),
    "a measured time that a sentence begins with looks back": (
        "Hai ngày trước khi Tổng thống Mỹ Barack Obama có chuyến thăm Cuba, lệnh trừng phạt được nới lỏng.",
        "visit",
        [{"phase": "held", "country": "CUB"}],
    ),
    "when he whom one meets took office is not its day": (
        "Tổng thống Mỹ Donald Trump sẽ gặp Tổng thống Brazil Jair Bolsonaro, người nhậm chức hôm 1/1.",
        "talks",
        [{"phase": "planned", "date": None, "people": ["Donald Trump", "Jair Bolsonaro"]}],
    ),
    "a day behind what is told of him is": (
        "Thủ tướng Anh Theresa May gặp Tổng thống Brazil Jair Bolsonaro, người nhậm chức hôm 1/1, tại Davos hôm 22/1.",
        "talks",
        [{"date": "2019-01-22", "city": "Davos"}],
    ),
    "a group of one's own": (
        "Trong cuộc họp với các quan chức Mỹ hôm 2/3, Tổng thống Mỹ Donald Trump nói về Triều Tiên.",
        "talks",
        [],
    ),
    "who leads a delegation is met, and who receives it is at home": (
        (
            "Sáng 2/3, Thủ tướng Nguyễn Xuân Phúc tiếp đoàn đại biểu Bộ Quốc phòng Hàn Quốc do Bộ trưởng Jeong Kyeong-doo "
            "làm trưởng đoàn."
        ),
        "talks",
        [{"parties": ["VNM", "KOR"], "people": ["Nguyễn Xuân Phúc", "Jeong Kyeong-doo"], "country": "VNM"}],
    ),
    "a delegation whose leader stands behind a comma": (
        (
            "Hôm 2/3, Tổng thống Hàn Quốc Moon Jae-in gặp phái đoàn Triều Tiên, do Bộ trưởng Ngoại giao Ri Yong-ho dẫn đầu, "
            "tại Seoul."
        ),
        "talks",
        [{"parties": ["KOR", "PRK"], "people": ["Moon Jae-in", "Ri Yong-ho"], "city": "Seoul"}],
    ),
    "who sends others is not there": (
        (
            "Thủ tướng Ấn Độ Narendra Modi cử Ngoại trưởng Sushma Swaraj tới Singapore dự Hội nghị cấp cao ASEAN "
            "hôm 1/3."
        ),
        "summit",
        [{"people": ["Sushma Swaraj"], "date": "2019-03-01"}],
    ),
    "who is sent is there": (
        "Phó tổng thống Mỹ Mike Pence được cử tới Singapore dự Hội nghị cấp cao ASEAN hôm 1/2.",
        "summit",
        [{"people": ["Mike Pence"]}],
    ),
    "who speaks of it elsewhere before a clause with its own subject is not": (
        (
            "Ngoại trưởng Mỹ Mike Pompeo phát biểu trước Thượng viện hôm 1/3, sau khi Tổng thống Mỹ Donald Trump huỷ hội nghị "
            "thượng đỉnh với lãnh đạo Triều Tiên Kim Jong-un."
        ),
        "summit",
        [{"phase": "cancelled", "people": ["Donald Trump", "Kim Jong-un"]}],
    ),
    "a letter of invitation lies ahead": (
        "Ngoại trưởng Nga Sergei Lavrov trao thư mời Tổng thống Hàn Quốc Moon Jae-in thăm Nga.",
        "visit",
        [{"parties": ["KOR", "RUS"], "phase": "planned"}],
    ),
    "so does what is promised": (
        "Tổng thống Pháp Emmanuel Macron đã cam kết tới thăm Ấn Độ.",
        "visit",
        [{"parties": ["FRA", "IND"], "phase": "planned"}],
    ),
    "what is promised at an occasion does not put that off": (
        "Tổng thống Pháp Emmanuel Macron cam kết tại cuộc gặp với Thủ tướng Ấn Độ Narendra Modi về hợp tác hàng không.",
        "talks",
        [{"parties": ["FRA", "IND"], "phase": "held"}],
    ),
    "nor do proposals that are made at it": (
        "Thủ tướng Lào Thongloun Sisoulith nêu các đề xuất hợp tác khi hội kiến Tổng thống Nga Vladimir Putin chiều 2/3.",
        "talks",
        [{"parties": ["LAO", "RUS"], "phase": "held", "date": "2019-03-02"}],
    ),
    "talks on the occasion of a visit are of its month": (
        (
            "Trong cuộc hội đàm nhân chuyến thăm Ấn Độ hồi tháng 1, Thủ tướng Na Uy Erna Solberg và Thủ tướng Ấn Độ Narendra "
            "Modi bàn về biển."
        ),
        "talks",
        [{"parties": ["NOR", "IND"], "date": "2019-01"}],
    ),
    "but not of the day on which it ends": (
        (
            "Thủ tướng Na Uy Erna Solberg hội đàm với Thủ tướng Ấn Độ Narendra Modi nhân chuyến thăm Ấn Độ kéo dài đến "
            "ngày 4/3."
        ),
        "talks",
        [{"parties": ["NOR", "IND"], "date": None}],
    ),
    "the day that opens a long sentence": (
        (
            "Sáng 2/3, hai tàu hải quân Ấn Độ là tàu hộ vệ INS Satpura và tàu tuần tra INS Kadmatt cùng hơn sáu trăm sĩ quan, "
            "thuỷ thủ và học viên đã cập cảng Tiên Sa, bắt đầu chuyến thăm Đà Nẵng."
        ),
        "visit",
        [{"parties": ["IND", "VNM"], "date": "2019-03-02"}],
    ),
    "is not that of what lies on the other side of it in time": (
        (
            "Sáng 2/3, lực lượng cảnh sát giao thông và an ninh đã kiểm tra toàn bộ các tuyến phố cùng những khách sạn lớn ở "
            "trung tâm, trước chuyến thăm Việt Nam của Thủ tướng Ấn Độ Narendra Modi."
        ),
        "visit",
        [{"parties": ["IND", "VNM"], "date": None}],
    ),
    "the days of a visit in brackets": (
        "Trong chuyến thăm Việt Nam ba ngày (5 - 7/3), Tổng thống Ấn Độ Ram Nath Kovind dự kiến đến Đà Nẵng.",
        "visit",
        [{"parties": ["IND", "VNM"], "date": "2019-03-05/2019-03-07"}],
    ),
    "one may simply meet with somebody": (
        "Ngoại trưởng Đức Heiko Maas phát biểu sau khi họp với Ngoại trưởng Mỹ Mike Pompeo tại Washington.",
        "talks",
        [{"parties": ["DEU", "USA"], "people": ["Heiko Maas", "Mike Pompeo"], "city": "Washington"}],
    ),
    "what somebody thinks about or looks for a way to do lies ahead": (
        "Tổng thống Nga Vladimir Putin cân nhắc một cuộc gặp với Tổng thống Ukraine Volodymyr Zelensky tại Paris.",
        "talks",
        [{"parties": ["RUS", "UKR"], "phase": "planned"}],
    ),
    "what one decided to prolong does not": (
        "Tổng thống Mỹ Donald Trump quyết định kéo dài hội đàm với lãnh đạo Triều Tiên Kim Jong-un tại Hà Nội.",
        "summit",
        [{"parties": ["USA", "PRK"], "phase": "held"}],
    ),
    "a summit from which one withdraws is off": (
        "Tổng thống Mỹ Donald Trump rút khỏi hội nghị thượng đỉnh với Tổng thống Nga Vladimir Putin.",
        "summit",
        [{"parties": ["USA", "RUS"], "phase": "cancelled"}],
    ),
    "a city that is told to be where it is held": (
        "Helsinki được chọn là địa điểm tổ chức hội nghị thượng đỉnh Nga - Mỹ.",
        "summit",
        [{"parties": ["RUS", "USA"], "city": "Helsinki", "country": "FIN"}],
    ),
    "a state that hosts it": (
        "Nhật Bản đăng cai hội nghị thượng đỉnh G20 vào tháng 6.",
        "summit",
        [{"parties": ["G20"], "country": "JPN"}],
    ),
    "a state that holds one elsewhere": (
        "Nhật Bản tổ chức hội thảo về biển với Việt Nam tại Paris hôm 2/3.",
        "forum",
        [{"city": "Paris", "country": "FRA"}],
    ),
    "a conference for which one visits a state is there": (
        "Thủ tướng Nguyễn Xuân Phúc sẽ thăm chính thức Singapore và tham dự Hội nghị Cấp cao ASEAN lần thứ 32.",
        "summit",
        [{"parties": ["ASEAN"], "session": 32, "country": "SGP", "city": None}],
    ),
    "a conference with a place of its own is there": (
        "Thủ tướng Nguyễn Xuân Phúc sẽ thăm chính thức Canada và dự hội nghị thượng đỉnh G20 tại Osaka.",
        "summit",
        [{"parties": ["G20"], "country": "JPN", "city": "Osaka"}],
    ),
    "a journey and what it is joined with share a month": (
        "Thủ tướng Nguyễn Xuân Phúc sẽ thăm Singapore và tham dự Hội nghị Cấp cao ASEAN lần thứ 32 vào tháng 4.",
        "visit",
        [{"parties": ["VNM", "SGP"], "date": "2019-04"}],
    ),
    "the second talks": (
        "Tổng thống Pháp Emmanuel Macron kỳ vọng vào cuộc gặp thứ hai với Tổng thống Nga Vladimir Putin.",
        "talks",
        [{"parties": ["FRA", "RUS"], "session": 2, "phase": "planned"}],
    ),
    "what parties agree to hold lies ahead": (
        "Tổng thống Nga Vladimir Putin và Tổng thống Mỹ Barack Obama nhất trí tổ chức một cuộc họp bên lề hội nghị G20.",
        "talks",
        [{"parties": ["RUS", "USA"], "phase": "planned"}],
    ),
    "what they agree on at it does not": (
        "Tổng thống Nga Vladimir Putin và Tổng thống Mỹ Barack Obama nhất trí về hạt nhân tại cuộc gặp ở Praha.",
        "talks",
        [{"parties": ["RUS", "USA"], "phase": "held"}],
    ),
    "what is foreseen right behind those who meet": (
        (
            "Nỗ lực ngoại giao đã dẫn tới cuộc gặp giữa Thủ tướng Ấn Độ Narendra Modi và Chủ tịch Trung Quốc Tập Cận Bình dự "
            "kiến diễn ra ở Vũ Hán."
        ),
        "talks",
        [{"parties": ["IND", "CHN"], "phase": "planned"}],
    ),
    "what is foreseen behind a comma": (
        (
            "Việc này diễn ra trước một cuộc gặp rất đặc biệt giữa Thủ tướng Ấn Độ Narendra Modi và Chủ tịch Trung Quốc Tập "
            "Cận Bình, dự kiến được tổ chức vào cuối tháng 3."
        ),
        "talks",
        [{"parties": ["IND", "CHN"], "phase": "planned"}],
    ),
    "a minister who speaks after a summit of heads is not at it": (
        "Sau hội nghị thượng đỉnh Nga - Mỹ tại Helsinki, Ngoại trưởng Nga Sergei Lavrov cho biết hai bên sẽ nối lại đối thoại.",
        "summit",
        [{"parties": ["RUS", "USA"], "people": []}],
    ),
    "who closes a conference is there": (
        "Thủ tướng Lào Thongloun Sisoulith hôm 2/3 bế mạc Hội nghị cấp cao ASEAN.",
        "summit",
        [{"people": ["Thongloun Sisoulith"]}],
    ),
    "those whom a caption shows from left to right": (
        (
            "Từ trái qua phải: Ngoại trưởng Nga Sergei Lavrov, Ngoại trưởng Mỹ John Kerry và Ngoại trưởng Nhật Bản Fumio "
            "Kishida tại Hội nghị Ngoại trưởng ASEAN."
        ),
        "ministerial",
        [{"parties": ["ASEAN"], "people": ["Sergei Lavrov", "John Kerry", "Fumio Kishida"]}],
    ),
    "a ship is no guest": (
        "Tàu sân bay USS Ronald Reagan của Mỹ ghé thăm cảng Manila của Philippines hôm 2/3.",
        "visit",
        [{"parties": ["USA", "PHL"], "people": [], "city": "Manila"}],
    ),
    "an invitation that is withdrawn": (
        "Lời mời Ngoại trưởng Nga Sergei Lavrov tới thăm Anh đã bị huỷ bỏ.",
        "visit",
        [{"parties": ["RUS", "GBR"], "phase": "cancelled"}],
    ),
    "a city set off by a comma from what it hosts": (
        "Thủ tướng Nguyễn Xuân Phúc ca ngợi Hamburg, thành phố đăng cai hội nghị thượng đỉnh G20.",
        "summit",
        [{"city": "Hamburg", "country": "DEU"}],
    ),
    "the day on which one arranges it is not its day": (
        "Ngoại trưởng Nhật Bản Taro Kono ngày 4/3 tới Moscow để sắp xếp hội nghị thượng đỉnh với Nga vào tháng 6.",
        "summit",
        [{"phase": "planned", "date": "2019-06"}],
    ),
    "any talks there may be": (
        "Thủ tướng Anh Theresa May và Thủ tướng Ireland Leo Varadkar không bàn về biên giới trong cuộc đàm phán nào.",
        "talks",
        [],
    ),
    "a verb behind a known series is not of its name": (
        "Cấp cao ASEAN soi kỹ tình hình bán đảo Triều Tiên tại Manila hôm 2/3.",
        "summit",
        [{"parties": ["ASEAN"], "mechanism": "Cấp cao ASEAN", "city": "Manila"}],
    ),
    "the day on which a newspaper passes on what is said of it is not its day": (
        (
            'Hội nghị thượng đỉnh với Mỹ "đang được chuẩn bị", Interfax ngày 1/3 dẫn lời Ngoại trưởng Nga Sergei Lavrov tại '
            "Moscow."
        ),
        "summit",
        [{"parties": ["RUS", "USA"], "date": None}],
    ),
    "a day by the local clock is": (
        "Sáng 1/3 theo giờ địa phương, Thủ tướng Ấn Độ Narendra Modi hội đàm với Thủ tướng Nhật Bản Shinzo Abe tại Tokyo.",
        "talks",
        [{"parties": ["IND", "JPN"], "date": "2019-03-01"}],
    ),
    "a day behind what lies before it in time is that of the main clause": (
        "Một ngày sau cuộc điện đàm với Tổng thống Nga Vladimir Putin, ngày 2/3, Tổng thống Pháp Emmanuel Macron tới Berlin.",
        "call",
        [{"parties": ["FRA", "RUS"], "date": None}],
    ),
    "a day behind its city and state is its own": (
        (
            "Tổng thống Pháp Emmanuel Macron bắt tay Tổng thống Nga Vladimir Putin trước hội nghị thượng đỉnh G20 ở Hamburg, "
            "Đức, tháng 7/2017."
        ),
        "summit",
        [{"parties": ["G20"], "date": "2017-07", "city": "Hamburg"}],
    ),
    "who goes with one who visits": (
        (
            "Thủ tướng Nguyễn Xuân Phúc thăm chính thức Nhật Bản từ 1/3. Tháp tùng Thủ tướng và phu nhân có Phó thủ tướng Phạm Bình "
            "Minh và Bộ trưởng Công an Tô Lâm."
        ),
        "visit",
        [{"parties": ["VNM", "JPN"], "people": ["Nguyễn Xuân Phúc", "Phạm Bình Minh", "Tô Lâm"]}],
    ),
    "whom one meets before a summit with another": (
        (
            "Trước khi gặp Thủ tướng Anh Theresa May, Tổng thống Mỹ Donald Trump họp thượng đỉnh với Tổng thống Nga Vladimir Putin "
            "hôm 1/3."
        ),
        "summit",
        [{"parties": ["USA", "RUS"], "people": ["Donald Trump", "Vladimir Putin"]}],
    ),
    "a conference of leaders is a summit": (
        "Thủ tướng Nhật Bản Shinzo Abe sẽ đến Đà Nẵng để tham dự Hội nghị Lãnh đạo các nền kinh tế thành viên APEC.",
        "summit",
        [{"parties": ["APEC"], "people": ["Shinzo Abe"], "phase": "planned", "city": "Đà Nẵng"}],
    ),
    "one courtesy call after another": (
        (
            "Ngày 1/3, Thủ tướng Nhật Bản Shinzo Abe sẽ đến chào xã giao Tổng Bí thư Nguyễn Phú Trọng, chào xã giao Chủ tịch nước "
            "Trần Đại Quang và hội kiến với Chủ tịch Quốc hội Nguyễn Thị Kim Ngân."
        ),
        "talks",
        [
            {"people": ["Shinzo Abe", "Nguyễn Phú Trọng"]},
            {"people": ["Shinzo Abe", "Trần Đại Quang"]},
            {"people": ["Shinzo Abe", "Nguyễn Thị Kim Ngân"]},
        ],
    ),
    "a meeting with somebody, its day before him": (
        "Trong cuộc họp hôm 1/3 với Ngoại trưởng Nga Sergei Lavrov, Ngoại trưởng Iran Mohammad Javad Zarif nói về dầu mỏ.",
        "talks",
        [{"people": ["Mohammad Javad Zarif", "Sergei Lavrov"], "date": "2019-03-01"}],
    ),
    "who meets one and is to meet another": (
        "Tổng thống Pháp Emmanuel Macron gặp Tổng thống Nga Vladimir Putin và sẽ gặp Thủ tướng Nhật Bản Shinzo Abe.",
        "talks",
        [{"parties": ["FRA", "RUS"], "phase": "held"}, {"parties": ["FRA", "JPN"], "phase": "planned"}],
    ),
    "who meets one and then visits another": (
        "Tổng thống Pháp Emmanuel Macron gặp Tổng thống Nga Vladimir Putin ở Paris và sẽ thăm Nhật Bản ngày 5/4.",
        "visit",
        [{"parties": ["FRA", "JPN"], "people": ["Emmanuel Macron"]}],
    ),
    "a visit beside a summit goes elsewhere": (
        (
            "Hội nghị thượng đỉnh Mỹ - Nga lần thứ hai cũng như chuyến thăm của Tổng thống Nga Vladimir Putin tới Tokyo sẽ diễn "
            "ra vào tháng 4."
        ),
        "summit",
        [{"parties": ["USA", "RUS"], "city": None}],
    ),
    "what is built for a summit is not where it is": (
        "Đường băng ở sân bay Đà Nẵng phải xong kịp phục vụ Hội nghị cấp cao APEC 2017 do Việt Nam và Nga cùng chuẩn bị.",
        "summit",
        [{"parties": ["APEC"], "city": None}],
    ),
    "who presides over an assembly is no session of it": (
        "Chủ tịch Đại hội đồng Liên Hợp Quốc Peter Thomson hôm 1/3 chúc mừng Việt Nam và Nga.",
        "other",
        [],
    ),
    "a broadcaster is no island": (
        "Chủ tịch Quốc hội Nguyễn Thị Kim Ngân hôm 1/3 dự lễ khánh thành Văn phòng Đài Tiếng nói Việt Nam tại Tokyo.",
        "ceremony",
        [{"parties": ["VNM", "JPN"]}],
    ),
    "talks by telephone are a call": (
        "Cuộc trao đổi qua điện thoại hôm 1/3 giữa Tổng thống Nga Vladimir Putin và Thủ tướng Nhật Bản Shinzo Abe rất ngắn.",
        "call",
        [{"parties": ["RUS", "JPN"], "date": "2019-03-01"}],
    ),
    "heads who meet are not on the visit of a minister": (
        (
            "Ngoại trưởng Nga Sergei Lavrov thăm Nhật Bản. Ông Lavrov nhắc lại cuộc gặp giữa Tổng thống Nga Vladimir Putin và Thủ "
            "tướng Nhật Bản Shinzo Abe hồi tháng 1."
        ),
        "talks",
        [{"parties": ["RUS", "JPN"], "country": None}],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_the_clause_says_of_an_occasion(name: str) -> None:
    text, form, wanted = CASES[name]
    reading = banggiao.read_text(text, id="story", published="2019-03-05")
    found = [r for r in reading.records if isinstance(r, Meeting) and r.form == form]
    assert [{slot: getattr(m, slot) for slot in slots} for m, slots in zip(found, wanted, strict=True)] == wanted


@pytest.mark.parametrize(("when", "phase"), [("tuần tới", "planned"), ("tuần trước", "held"), ("ngày mai", "planned")])
def test_words_for_a_day_that_nobody_knows_tell_whether_it_lies_ahead(when: str, phase: str) -> None:
    text = f"Chủ tịch nước Trần Đại Quang thăm Ấn Độ, Bangladesh {when}."
    found = [r for r in banggiao.read_text(text, id="story").records if isinstance(r, Meeting)]
    assert [(m.phase, m.date) for m in found] == [(phase, None)]


TODAY = {
    "a conference": (
        "Các ngoại trưởng bàn về Biển Đông tại Hội nghị Bộ trưởng Ngoại giao ASEAN - Nhật Bản hôm nay.",
        1,
    ),
    "a joint exercise": ("Hải quân Mỹ và Nhật Bản tuần này bắt đầu cuộc tập trận chung.", 1),
    "without any word of time": ("Các ngoại trưởng bàn về Hội nghị Bộ trưởng Ngoại giao ASEAN - Nhật Bản.", 0),
}


@pytest.mark.parametrize("name", TODAY)
def test_what_happens_today_is_dated_where_nobody_knows_the_day(name: str) -> None:
    text, count = TODAY[name]
    found = [r for r in banggiao.read_text(text, id="story").records if isinstance(r, Meeting)]
    assert [m.date for m in found] == [None] * count
