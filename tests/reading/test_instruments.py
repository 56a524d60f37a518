"""Instruments and levels of relations, figures and targets, in sentences written in the manner of the press."""

from __future__ import annotations

from typing import Any

import pytest

import banggiao
from banggiao.model import Figure, Instrument, Status, Target

TALKS = " Ngoại trưởng Nhật Bản Taro Kono hội đàm với Tổng Thư ký ASEAN Lim Jock Hoi ở Jakarta ngày 30-7-2018."


def records(text: str, kind: type[Any]) -> list[Any]:
    """The records of one kind of a text to which a report of talks is added, so that it is about relations."""
    reading = banggiao.read_text(text + TALKS, id="story", published="2018-08-02")
    return [record for record in reading.records if isinstance(record, kind)]


STAGES = {
    "left long after it was signed": (
        "Nhật Bản tìm cách bảo vệ thoả thuận hạt nhân Iran đã ký kết năm 2015 sau khi Mỹ rút khỏi thoả thuận này.",
        [
            ("thoả thuận hạt nhân Iran", "signed", ["USA"], "2015"),
            ("thoả thuận hạt nhân Iran", "rejected", ["USA"], None),
        ],
    ),
    "each of a list signed in another year": (
        "Nga và Nhật Bản dựa trên Bản ghi nhớ về nghề cá ký năm 2011, Tuyên bố chung về an ninh biển ký năm 2015.",
        [
            ("Bản ghi nhớ về nghề cá", "in-force", ["RUS", "JPN"], None),
            ("Bản ghi nhớ về nghề cá", "signed", ["RUS", "JPN"], "2011"),
            ("Tuyên bố chung về an ninh biển", "signed", ["RUS", "JPN"], "2015"),
        ],
    ),
    "signed and in force in one breath": (
        "INF được lãnh đạo Mỹ và Liên Xô ký ngày 8/12/1987 và chính thức có hiệu lực từ ngày 1/6/1988.",
        [("INF", "signed", [], "1987-12-08"), ("INF", "in-force", [], "1988-06-01")],
    ),
    "two of whom one only speaks of it": (
        "Việt Nam và Đan Mạch kêu gọi thực hiện đầy đủ DOC.",
        [("DOC", "in-force", [], None)],
    ),
    "passed by a parliament": (
        "Ngày 12-6, Quốc hội Việt Nam đã biểu quyết thông qua CPTPP.",
        [("CPTPP", "ratified", ["VNM"], "2018-06-12")],
    ),
    "to be passed by a parliament": (
        "Quốc hội Nhật Bản sẽ xem xét thông qua Hiệp định hàng không Nhật Bản - Lào.",
        [("Hiệp định hàng không Nhật Bản - Lào", "negotiating", ["JPN", "LAO"], None)],
    ),
    "broken, as an accusation says": (
        "Nhật Bản cho rằng Trung Quốc đã vi phạm UNCLOS.",
        [("UNCLOS", "in-force", [], None)],
    ),
    "agreed on after long talks": (
        "Tháng 7-2017, EU và Nhật Bản đạt được đồng thuận về Hiệp định đối tác kinh tế EU - Nhật Bản.",
        [("Hiệp định đối tác kinh tế EU - Nhật Bản", "agreed", ["EU", "JPN"], "2017-07")],
    ),
    "talks with another": (
        "Nhật Bản đàm phán với Lào về Hiệp định hàng không Nhật Bản - Lào.",
        [("Hiệp định hàng không Nhật Bản - Lào", "negotiating", ["JPN", "LAO"], None)],
    ),
    "a resolution is theirs who adopt it": (
        "Hôm 1-8, Hội đồng Bảo an Liên Hợp Quốc thông qua nghị quyết trừng phạt Triều Tiên.",
        [("nghị quyết trừng phạt Triều Tiên", "agreed", ["UN"], "2018-08-01")],
    ),
    "others are to adopt it": (
        "Mỹ thúc đẩy Hội đồng Bảo an Liên Hợp Quốc thông qua nghị quyết trừng phạt Triều Tiên.",
        [("nghị quyết trừng phạt Triều Tiên", "negotiating", ["UN"], None)],
    ),
    "an exchange in its name": (
        "Nga và Nhật Bản thực hiện Chương trình trao đổi văn hoá 2018-2020.",
        [("Chương trình trao đổi văn hoá 2018-2020", "in-force", ["RUS", "JPN"], None)],
    ),
    "an exchange of views behind it": (
        "Hôm 1-8, Nga và Nhật Bản ký Hiệp định về nghề cá, trao đổi về tình hình khu vực.",
        [("Hiệp định về nghề cá", "signed", ["RUS", "JPN"], "2018-08-01")],
    ),
    "carried out, and signed as is told behind a comma": (
        "Nga và Nhật Bản tuân thủ Hiệp định về nghề cá, được ký ngày 12-5-2016 tại Sochi.",
        [
            ("Hiệp định về nghề cá", "in-force", ["RUS", "JPN"], None),
            ("Hiệp định về nghề cá", "signed", ["RUS", "JPN"], "2016-05-12"),
        ],
    ),
    "carried out, and signed as is told behind its quotation marks": (
        'Nga và Nhật Bản tuân thủ "Hiệp định về nghề cá" ký năm 2016.',
        [
            ("Hiệp định về nghề cá", "in-force", ["RUS", "JPN"], None),
            ("Hiệp định về nghề cá", "signed", ["RUS", "JPN"], "2016"),
        ],
    ),
    "signed lately, on a day that is not told": (
        "Nga và Nhật Bản hợp tác trong khuôn khổ Hiệp định về nghề cá vừa ký kết.",
        [
            ("Hiệp định về nghề cá", "in-force", ["RUS", "JPN"], None),
            ("Hiệp định về nghề cá", "signed", ["RUS", "JPN"], None),
        ],
    ),
    "two agree on it": (
        "Hôm 1-8, Nga và Nhật Bản thống nhất về một thoả thuận ngừng bắn.",
        [("thoả thuận ngừng bắn", "agreed", ["RUS", "JPN"], "2018-08-01")],
    ),
    "two cannot agree on it": (
        "Nga và Nhật Bản không thể thống nhất tuyên bố chung.",
        [("tuyên bố chung", "rejected", ["RUS", "JPN"], None)],
    ),
    "approved by those before the verb": (
        "Tháng 7-2017, Hiệp ước cấm vũ khí hạt nhân đã được 122 nước chấp thuận.",
        [("Hiệp ước cấm vũ khí hạt nhân", "agreed", [], "2017-07")],
    ),
    "adopted with one voice": (
        "Hôm 1-8, các nước ASEAN đã nhất trí thông qua Tuyên bố về chống rác thải biển.",
        [("Tuyên bố về chống rác thải biển", "agreed", ["ASEAN"], "2018-08-01")],
    ),
    "signed on a day to come": (
        "Lào và Nhật Bản dự kiến ký Hiệp định về hàng không tại Tokyo vào ngày 20-8.",
        [("Hiệp định về hàng không", "negotiating", ["LAO", "JPN"], "2018-08-20")],
    ),
    "in force from a day to come": (
        "Từ ngày 1-9 tới, Hiệp định hàng không Nhật Bản - Lào sẽ có hiệu lực.",
        [("Hiệp định hàng không Nhật Bản - Lào", "in-force", ["JPN", "LAO"], "2018-09-01")],
    ),
    "ratified, and in force in the next clause": (
        "Nhật Bản phê chuẩn CPTPP tháng 7-2018, hiệp định này có hiệu lực từ ngày 30-8.",
        [("CPTPP", "ratified", ["JPN"], "2018-07"), ("CPTPP", "in-force", ["JPN"], "2018-08-30")],
    ),
    "so many papers adopted by a body": (
        "Hôm 1-8, lãnh đạo ASEAN thông qua 20 văn kiện hợp tác.",
        [("20 văn kiện hợp tác", "agreed", ["ASEAN"], "2018-08-01")],
    ),
    "what it lays down": (
        "Nhật Bản ủng hộ các nguyên tắc được nêu trong Hiến chương ASEAN.",
        [("Hiến chương ASEAN", "in-force", ["ASEAN"], None)],
    ),
    "whom one only speaks to about it": (
        "Việt Nam đề nghị Liên Hợp Quốc ủng hộ sớm hoàn tất Bộ Quy tắc ứng xử ở Biển Đông (COC).",
        [("Bộ Quy tắc ứng xử ở Biển Đông (COC)", "negotiating", [], None)],
    ),
    "a state whose organisation is a party": (
        "Nhật Bản và Việt Nam đàm phán Hiệp định RCEP.",
        [("Hiệp định RCEP", "negotiating", ["JPN", "VNM"], None)],
    ),
    "talks about what is to be prolonged": (
        "Nga và Nhật Bản bắt đầu đàm phán về việc gia hạn Hiệp định về nghề cá.",
        [("Hiệp định về nghề cá", "negotiating", ["RUS", "JPN"], None)],
    ),
    "the anniversary of those who signed it": (
        "Trong năm 2018, nhân kỷ niệm 40 năm hai nước ký Hiệp ước hữu nghị Nhật - Trung, hai bên trao đổi nhiều đoàn.",
        [("Hiệp ước hữu nghị Nhật - Trung", "signed", ["JPN", "CHN"], "1978")],
    ),
    "a process beside it is not its own": (
        "Nhật Bản tôn trọng tiến trình ngoại giao, pháp lý, Công ước Liên Hợp Quốc về Luật biển (UNCLOS).",
        [("Công ước Liên Hợp Quốc về Luật biển (UNCLOS)", "in-force", [], None)],
    ),
    "a nuclear agreement where Iran is spoken of": (
        "Iran cho biết vẫn tuân thủ thoả thuận hạt nhân.",
        [("thoả thuận hạt nhân", "in-force", ["IRN"], None)],
    ),
    "a code of conduct where ASEAN and China are spoken of": (
        "ASEAN và Trung Quốc đang đàm phán một quy tắc ứng xử.",
        [("quy tắc ứng xử", "negotiating", ["ASEAN", "CHN"], None)],
    ),
    "of those of a format who act": (
        "Năm 2015, Mỹ, Nga và Iran ký thoả thuận hạt nhân Iran.",
        [("thoả thuận hạt nhân Iran", "signed", ["USA", "RUS", "IRN"], "2015")],
    ),
    "an agreement of trade that has no name": (
        "Mỹ và Nhật Bản đang đàm phán một thoả thuận thương mại lớn.",
        [("thoả thuận thương mại", "negotiating", ["USA", "JPN"], None)],
    ),
    "a change that is only proposed": (
        "Hàn Quốc đề xuất sửa đổi Hiệp định Thương mại tự do Hàn - Mỹ (KORUS).",
        [("Hiệp định Thương mại tự do Hàn - Mỹ (KORUS)", "negotiating", ["USA", "KOR"], None)],
    ),
    "what is renamed is changed, not what comes of it": (
        "Mười một nước đã đổi tên TPP thành CPTPP.",
        [("TPP", "amended", [], None)],
    ),
    "no longer complied with": (
        "Iran tuyên bố ngừng tuân thủ thoả thuận hạt nhân Iran.",
        [("thoả thuận hạt nhân Iran", "rejected", ["IRN"], None)],
    ),
    "small words in its topic": (
        "Lào và Nhật Bản ký Bản ghi nhớ về doanh nghiệp nhỏ và vừa.",
        [("Bản ghi nhớ về doanh nghiệp nhỏ và vừa", "signed", ["LAO", "JPN"], "2018-07-30")],
    ),
    "what it copes with": (
        "Lào và Nhật Bản ký Bản ghi nhớ về ứng phó với thiên tai.",
        [("Bản ghi nhớ về ứng phó với thiên tai", "signed", ["LAO", "JPN"], "2018-07-30")],
    ),
    "what an effort aims at": (
        "Các quan chức ASEAN bàn thêm nhiều giờ nhằm đưa ra một thông cáo chung.",
        [("thông cáo chung", "negotiating", ["ASEAN"], None)],
    ),
    "vetoed": (
        "Nga đã phủ quyết dự thảo nghị quyết của Liên Hợp Quốc về Syria.",
        [("dự thảo nghị quyết của Liên Hợp Quốc về Syria", "rejected", ["UN"], None)],
    ),
    "a resolution of the General Assembly": (
        "Đại hội đồng Liên Hợp Quốc ngày 1-8 thông qua nghị quyết về Palestine, Israel phản đối.",
        [("nghị quyết về Palestine", "agreed", ["UN"], "2018-08-01")],
    ),
    "voted for": (
        "Các nước đã bỏ phiếu thông qua nghị quyết của Liên Hợp Quốc về Syria.",
        [("nghị quyết của Liên Hợp Quốc về Syria", "agreed", ["UN"], "2018-07-30")],
    ),
    "delayed": (
        "Anh hoãn phê chuẩn Hiệp định về nghề cá giữa Anh và Na Uy.",
        [("Hiệp định về nghề cá giữa Anh và Na Uy", "negotiating", ["GBR", "NOR"], None)],
    ),
    "handed over in a ceremony": (
        "Hai Thủ tướng Lào và Nhật Bản chứng kiến lễ trao Bản ghi nhớ về hợp tác y tế.",
        [("Bản ghi nhớ về hợp tác y tế", "signed", ["LAO", "JPN"], "2018-07-30")],
    ),
    "its topics are several": (
        "Lào và Nhật Bản ký Bản ghi nhớ về hợp tác thương mại, hải quan, y tế và giáo dục, theo KPL.",
        [("Bản ghi nhớ về hợp tác thương mại, hải quan, y tế và giáo dục", "signed", ["LAO", "JPN"], "2018-07-30")],
    ),
    "a list whose names say whose they are": (
        "Lào và Nhật Bản đã thông qua Chiến lược của ASEAN về phụ nữ và Kế hoạch hành động về biển.",
        [
            ("Chiến lược của ASEAN về phụ nữ", "agreed", ["ASEAN"], "2018-07-30"),
            ("Kế hoạch hành động về biển", "agreed", ["LAO", "JPN"], "2018-07-30"),
        ],
    ),
    "behind all the agreements of its kind": (
        "Lào triển khai các hiệp định song phương và đa phương về thương mại, kể cả Hiệp định ASEAN - Nhật Bản về đầu tư.",
        [("Hiệp định ASEAN - Nhật Bản về đầu tư", "in-force", ["ASEAN", "JPN"], None)],
    ),
    "a resolution without a name": (
        "Ngày 1-8, Hội đồng Bảo an đã ra nghị quyết.",
        [("nghị quyết", "agreed", ["UN"], "2018-08-01")],
    ),
    "resolutions named by their council alone": (
        "Vụ thử vi phạm các nghị quyết Hội đồng Bảo an.",
        [("các nghị quyết Hội đồng Bảo an", "in-force", ["UN"], None)],
    ),
    "not prolonged": (
        "Nga và Nhật Bản không gia hạn Hiệp định về nghề cá.",
        [("Hiệp định về nghề cá", "rejected", ["RUS", "JPN"], None)],
    ),
    "prolonged, perhaps": (
        "Nga và Nhật Bản bàn khả năng gia hạn Hiệp định về nghề cá.",
        [("Hiệp định về nghề cá", "negotiating", ["RUS", "JPN"], None)],
    ),
    "agreed to be prolonged": (
        "Nga và Nhật Bản nhất trí gia hạn Hiệp định về nghề cá.",
        [("Hiệp định về nghề cá", "extended", ["RUS", "JPN"], None)],
    ),
    "a bare noun before its deed": (
        "Nhật Bản và Lào tuân thủ Hiệp định về hàng không. Nhật Bản và Lào cho biết hiệp định được ký kết năm 2017.",
        [
            ("Hiệp định về hàng không", "in-force", ["JPN", "LAO"], None),
            ("Hiệp định về hàng không", "signed", ["JPN", "LAO"], "2017"),
        ],
    ),
    "a bare noun behind its deed": (
        "Cả Mỹ và Nga vi phạm Hiệp ước các lực lượng hạt nhân tầm trung (INF). Chính quyền Mỹ rút khỏi hiệp ước.",
        [
            ("Hiệp ước các lực lượng hạt nhân tầm trung (INF)", "in-force", ["RUS", "USA"], None),
            ("Hiệp ước các lực lượng hạt nhân tầm trung (INF)", "rejected", ["USA"], None),
        ],
    ),
    "everyday words that a longer name begins with": (
        "Nhật Bản và Hàn Quốc ký thoả thuận biên giới biển năm 2002. Hai bên tuân thủ thoả thuận biên giới.",
        [("thoả thuận biên giới biển năm 2002", "signed", ["JPN", "KOR"], "2002")],
    ),
    "not of the time of what is wished behind it": (
        "Hàn Quốc và Triều Tiên ra tuyên bố chung, tỏ ý sẵn sàng đồng tổ chức Olympic vào năm 2032.",
        [("tuyên bố chung", "agreed", ["KOR", "PRK"], "2018-07-30")],
    ),
    "to be completed within the year": (
        "ASEAN và Trung Quốc tích cực hợp tác và kết thúc đàm phán Hiệp định Đối tác Kinh tế Toàn diện Khu vực trong năm 2018.",
        [("Hiệp định Đối tác Kinh tế Toàn diện Khu vực", "negotiating", ["ASEAN", "CHN"], None)],
    ),
    "completed in a year, as is told behind it": (
        "Mỹ rút khỏi thoả thuận hạt nhân Iran đạt được năm 2015.",
        [
            ("thoả thuận hạt nhân Iran", "rejected", [], None),
            ("thoả thuận hạt nhân Iran", "agreed", [], "2015"),
        ],
    ),
    "nearly completed": (
        "Trung Quốc và ASEAN gần đạt được Bộ Quy tắc ứng xử ở Biển Đông (COC).",
        [("Bộ Quy tắc ứng xử ở Biển Đông (COC)", "negotiating", ["ASEAN", "CHN"], None)],
    ),
    "completed to somebody's welcome": (
        "Việt Nam và EU hoan nghênh việc kết thúc đàm phán Hiệp định về khuôn khổ tham gia quản lý khủng hoảng.",
        [("Hiệp định về khuôn khổ tham gia quản lý khủng hoảng", "agreed", ["VNM", "EU"], None)],
    ),
    "of those who issue it, whomever it speaks of": (
        "Các ngoại trưởng ASEAN ra tuyên bố chung về hành động của Trung Quốc ở Biển Đông.",
        [("tuyên bố chung về hành động của Trung Quốc ở Biển Đông", "agreed", ["ASEAN"], "2018-07-30")],
    ),
    "kept from being issued by another": (
        "Năm 2012, Campuchia ngăn ASEAN đưa ra tuyên bố chung.",
        [("tuyên bố chung", "rejected", ["ASEAN"], "2012")],
    ),
    "of three states side by side": (
        "Pháp, Đức, Ý ra tuyên bố chung về Libya.",
        [("tuyên bố chung về Libya", "agreed", ["FRA", "DEU", "ITA"], "2018-07-30")],
    ),
    "two in a list, each of its own year": (
        "Nhật Bản và Ấn Độ đã ký Bản ghi nhớ về hợp tác quốc phòng năm 2014 và Hiệp định về năng lượng hạt nhân năm 2016.",
        [
            ("Bản ghi nhớ về hợp tác quốc phòng năm 2014", "signed", ["JPN", "IND"], "2014"),
            ("Hiệp định về năng lượng hạt nhân năm 2016", "signed", ["JPN", "IND"], "2016"),
        ],
    ),
    "what is done to something else before it": (
        "Kế hoạch này được nội các Hàn Quốc thông qua trong bối cảnh Seoul chưa rõ số phận Hiệp định chia sẻ tình báo.",
        [],
    ),
    "a question is no refusal": (
        "Việt Nam và Lào chưa rõ tuyên bố có ràng buộc không, và Hiệp định Vận tải đường sắt được ký khi nào.",
        [("Hiệp định Vận tải đường sắt", "signed", ["VNM", "LAO"], None)],
    ),
    "not of the day of a deed that is told behind": (
        "Chính quyền Mỹ rút khỏi Hiệp ước Bầu trời mở được ký năm 1992.",
        [
            ("Hiệp ước Bầu trời mở", "rejected", ["USA"], None),
            ("Hiệp ước Bầu trời mở", "signed", [], "1992"),
        ],
    ),
    "refused": (
        "Tổng thống Mỹ Donald Trump từ chối ký vào tuyên bố chung của G7.",
        [("tuyên bố chung của G7", "rejected", ["USA", "G7"], None)],
    ),
    "of three states, without a word that joins the last": (
        "Ngoại trưởng Mỹ, Nhật Bản, Australia ra tuyên bố chung về Biển Đông.",
        [("tuyên bố chung về Biển Đông", "agreed", ["USA", "JPN", "AUS"], "2018-07-30")],
    ),
    "named with three states": (
        "Tuyên bố chung của ngoại trưởng ba nước Mỹ, Nhật Bản, Australia được thông qua.",
        [
            (
                "Tuyên bố chung của ngoại trưởng ba nước Mỹ, Nhật Bản, Australia",
                "agreed",
                ["USA", "JPN", "AUS"],
                "2018-07-30",
            )
        ],
    ),
    "a photographer is no part of a name": (
        "Lãnh đạo Việt Nam và Nga chứng kiến lễ ký Kế hoạch hợp tác giữa hai Bộ Ngoại giao - Ảnh: TTXVN.",
        [("Kế hoạch hợp tác giữa hai Bộ Ngoại giao", "signed", ["VNM", "RUS"], "2018-07-30")],
    ),
    "signed on a day that is no part of the name": (
        "Việt Nam và Nhật Bản ký Hiệp định về chuyển giao thiết bị quốc phòng ngày 11-9-2017 tại Hà Nội.",
        [("Hiệp định về chuyển giao thiết bị quốc phòng", "signed", ["VNM", "JPN"], "2017-09-11")],
    ),
    "talks taken up again": (
        "ASEAN và Canada nối lại đàm phán Hiệp định thương mại tự do ASEAN - Canada.",
        [("Hiệp định thương mại tự do ASEAN - Canada", "negotiating", ["ASEAN", "CAN"], None)],
    ),
    "left": (
        "Chính quyền Mỹ rút khỏi Hiệp định Đối tác xuyên Thái Bình Dương (TPP) ngày 23-1-2017.",
        [("Hiệp định Đối tác xuyên Thái Bình Dương (TPP)", "rejected", ["USA"], "2017-01-23")],
    ),
    "carried out, and signed long ago": (
        "ASEAN và Trung Quốc thực hiện đầy đủ Tuyên bố về ứng xử của các bên ở Biển Đông (DOC) ký năm 2002.",
        [
            ("Tuyên bố về ứng xử của các bên ở Biển Đông (DOC)", "in-force", ["ASEAN", "CHN"], None),
            ("Tuyên bố về ứng xử của các bên ở Biển Đông (DOC)", "signed", ["ASEAN", "CHN"], "2002"),
        ],
    ),
    "the verb in the noun's form": (
        "Hôm 1-8, Việt Nam và Lào ra tuyên bố chung về biên giới.",
        [("tuyên bố chung về biên giới", "agreed", ["VNM", "LAO"], "2018-08-01")],
    ),
    "made real": (
        "ASEAN nỗ lực hiện thực hoá Tầm nhìn Cộng đồng ASEAN 2025.",
        [("Tầm nhìn Cộng đồng ASEAN 2025", "in-force", ["ASEAN"], None)],
    ),
    "taken back": (
        "ASEAN hôm 1-8 rút lại tuyên bố chung của ASEAN về Biển Đông.",
        [("tuyên bố chung của ASEAN về Biển Đông", "rejected", ["ASEAN"], "2018-08-01")],
    ),
    "what another verb governs": (
        "Hàn Quốc và Triều Tiên xây dựng hoà bình lâu dài, tái khẳng định cam kết trong Tuyên bố Panmunjom.",
        [],
    ),
    "by those who are named before the verb": (
        "Hiệp định Đối tác xuyên Thái Bình Dương (TPP) đã được Nhật Bản, Việt Nam và Úc ký ngày 4-2-2016 tại Auckland.",
        [("Hiệp định Đối tác xuyên Thái Bình Dương (TPP)", "signed", ["JPN", "VNM", "AUS"], "2016-02-04")],
    ),
    "not yet done by them": (
        "Hiệp định hàng hải Nhật Bản - Việt Nam chưa được Quốc hội Nhật Bản phê chuẩn.",
        [],
    ),
    "to be done by them": (
        "Hiệp định hàng hải Nhật Bản - Việt Nam sẽ được Quốc hội Nhật Bản phê chuẩn.",
        [("Hiệp định hàng hải Nhật Bản - Việt Nam", "negotiating", ["JPN", "VNM"], None)],
    ),
    "a resolution by its number": (
        "Nghị quyết 2397 được Hội đồng Bảo an Liên Hợp Quốc thông qua hồi tháng 12-2017.",
        [("Nghị quyết 2397", "agreed", ["UN"], "2017-12")],
    ),
    "ratified by several, in several sentences": (
        "Mexico và Nhật Bản đã phê chuẩn Hiệp định CPTPP.\nNgày 31-7, Singapore phê chuẩn hiệp định này.",
        [("Hiệp định CPTPP", "ratified", ["MEX", "JPN", "SGP"], "2018-07-31")],
    ),
    "unspecific papers that have a name": (
        (
            "Nhật Bản và Lào ký Bản ghi nhớ về nông nghiệp, Thoả thuận hợp tác giữa hai hãng thông tấn và Biên bản ghi nhớ về du "
            "lịch tháng 7-2018."
        ),
        [
            ("Bản ghi nhớ về nông nghiệp", "signed", ["JPN", "LAO"], "2018-07"),
            ("Thoả thuận hợp tác giữa hai hãng thông tấn", "signed", ["JPN", "LAO"], "2018-07"),
            ("Biên bản ghi nhớ về du lịch", "signed", ["JPN", "LAO"], "2018-07"),
        ],
    ),
    "the years of the next name are no date": (
        (
            "Hôm 1-8, Nhật Bản và Lào ký Hiệp định hàng hải, Chương trình hợp tác văn hoá Nhật Bản - Lào giai đoạn 2018 - 2020."
        ),
        [
            ("Hiệp định hàng hải", "signed", ["JPN", "LAO"], "2018-08-01"),
            (
                "Chương trình hợp tác văn hoá Nhật Bản - Lào giai đoạn 2018 - 2020",
                "signed",
                ["JPN", "LAO"],
                "2018-08-01",
            ),
        ],
    ),
    "what is hoped of it ends its name": (
        "Nhật Bản và Lào ký Hiệp định hàng hải dự kiến diễn ra lâu dài tháng 7-2018.",
        [("Hiệp định hàng hải", "signed", ["JPN", "LAO"], "2018-07")],
    ),
    "with whom it is, and whose": (
        "Hàn Quốc chấm dứt Hiệp định chia sẻ thông tin tình báo với Nhật Bản hôm 1-8, bất chấp Mỹ và ASEAN phản đối.",
        [("Hiệp định chia sẻ thông tin tình báo", "rejected", ["KOR", "JPN"], "2018-08-01")],
    ),
    "a known one in other words": (
        "Việt Nam và Úc thực hiện Hiệp định Đối tác xuyên Thái Bình Dương Toàn diện và Tiến bộ (CPTPP).",
        [
            (
                "Hiệp định Đối tác xuyên Thái Bình Dương Toàn diện và Tiến bộ (CPTPP)",
                "in-force",
                ["VNM", "AUS"],
                None,
            )
        ],
    ),
    "the sea that it is about": (
        "Nhật Bản và Lào ký Tuyên bố chung về nguyên tắc giải quyết tranh chấp ở Biển Đông tháng 7-2018.",
        [("Tuyên bố chung về nguyên tắc giải quyết tranh chấp ở Biển Đông", "signed", ["JPN", "LAO"], "2018-07")],
    ),
    "papers signed behind their number": (
        "Trong chuyến thăm, 12 văn kiện hợp tác giữa Nhật Bản và Lào đã được ký kết tháng 7-2018.",
        [("12 văn kiện hợp tác giữa Nhật Bản và Lào", "signed", ["JPN", "LAO"], "2018-07")],
    ),
    "papers that will be signed": (
        "Hơn 20 văn bản hợp tác sẽ được Nhật Bản và Lào ký kết, 20 văn bản hợp tác sẽ được ký kết.",
        [("20 văn bản hợp tác", "negotiating", ["JPN", "LAO"], None)],
    ),
    "what it is for, in its name": (
        "Nhật Bản và Lào ký Bản ghi nhớ về việc thành lập nhóm công tác giữa hai bộ tháng 7-2018.",
        [("Bản ghi nhớ về việc thành lập nhóm công tác giữa hai bộ", "signed", ["JPN", "LAO"], "2018-07")],
    ),
    "not brought about": (
        "ASEAN và Mỹ không ra được tuyên bố chung.",
        [("tuyên bố chung", "rejected", ["ASEAN", "USA"], None)],
    ),
    "a name ends in no small word": (
        "Nhật Bản và Việt Nam ký Hiệp định hợp tác hàng hải về, theo lời họ, tìm kiếm cứu nạn tháng 7-2018.",
        [("Hiệp định hợp tác hàng hải", "signed", ["JPN", "VNM"], "2018-07")],
    ),
    "one of the laws just spoken of": (
        "Nhật Bản và Việt Nam kêu gọi tôn trọng luật pháp quốc tế, trong đó có Công ước Luật Biển.",
        [("Công ước Luật Biển", "in-force", [], None)],
    ),
    "a trade agreement is no law": (
        "Nhật Bản và Việt Nam ca ngợi kết quả hợp tác, đặc biệt là Hiệp định Đối tác kinh tế toàn diện khu vực (RCEP).",
        [],
    ),
    "negotiated since a year": (
        "ASEAN và Trung Quốc khởi động đàm phán COC từ năm 2013.",
        [("COC", "negotiating", ["ASEAN", "CHN"], "2013")],
    ),
    "of the year in its name": (
        "Hàn Quốc và Nhật Bản từng ký Hiệp ước cơ bản năm 1965.",
        [("Hiệp ước cơ bản năm 1965", "signed", ["KOR", "JPN"], "1965")],
    ),
    "a deed that somebody welcomes is not of the report's day": (
        "Hôm 1-8, Thủ tướng Nhật Bản Shinzo Abe tới Vientiane.\nNhật Bản và Lào hoan nghênh việc ký Hiệp định biên giới.",
        [("Hiệp định biên giới", "signed", ["JPN", "LAO"], None)],
    ),
    "where it was signed is no party to it": (
        "Nhật Bản và Việt Nam ký Hiệp định hàng hải ở Singapore tháng 7-2018.",
        [("Hiệp định hàng hải", "signed", ["JPN", "VNM"], "2018-07")],
    ),
    "what it is about, and beside what, is no party to it": (
        "Hôm 1-8, Mỹ và Nhật Bản ra tuyên bố chung về Syria bên lề hội nghị APEC.",
        [("tuyên bố chung về Syria", "agreed", ["USA", "JPN"], "2018-08-01")],
    ),
    "whose resolution it is": (
        "Hàn Quốc và Mỹ kêu gọi thực hiện nghị quyết của Hội đồng Bảo an Liên Hợp Quốc.",
        [("nghị quyết của Hội đồng Bảo an Liên Hợp Quốc", "in-force", ["UN"], None)],
    ),
    "papers without a name, so many": (
        "Sau hội đàm ngày 1-8, Việt Nam và Nhật Bản ký 12 văn kiện hợp tác trong lĩnh vực năng lượng.",
        [("12 văn kiện hợp tác trong lĩnh vực năng lượng", "signed", ["VNM", "JPN"], "2018-08-01")],
    ),
    "of papers with names the names count": (
        "Ngày 1-8, Việt Nam và Nhật Bản ký nhiều văn kiện, trong đó có Hiệp định dẫn độ.",
        [("Hiệp định dẫn độ", "signed", ["VNM", "JPN"], "2018-08-01")],
    ),
    "an everyday word for what two states sign": (
        "Năm 2016, Nhật Bản và Hàn Quốc ký thoả thuận chia sẻ thông tin tình báo quân sự.",
        [("thoả thuận chia sẻ thông tin tình báo quân sự", "signed", ["JPN", "KOR"], "2016")],
    ),
    "who leaves is named right before": (
        "Nhật Bản và Việt Nam tìm hướng đi mới sau khi Mỹ rút khỏi Hiệp định TPP.",
        [("Hiệp định TPP", "rejected", ["USA"], None)],
    ),
    "a joint statement speaks": (
        "Tuyên bố chung Nhật Bản - Australia nêu rõ hai nước phản đối quân sự hoá Biển Đông.",
        [("Tuyên bố chung Nhật Bản - Australia", "agreed", ["JPN", "AUS"], None)],
    ),
    "a joint statement is quoted": (
        "Trong tuyên bố chung ngày 1-8, Nhật Bản và Mỹ kêu gọi Triều Tiên đối thoại.",
        [("tuyên bố chung", "agreed", ["JPN", "USA"], "2018-08-01")],
    ),
    "a year behind a name without a word for it": (
        "Nhật Bản và Việt Nam tuân thủ Công ước Liên Hợp Quốc về Luật Biển 1982.",
        [("Công ước Liên Hợp Quốc về Luật Biển 1982", "in-force", [], None)],
    ),
    "free trade holds no small word": (
        "ASEAN và Canada đàm phán Hiệp định mậu dịch tự do ASEAN - Canada.",
        [("Hiệp định mậu dịch tự do ASEAN - Canada", "negotiating", ["ASEAN", "CAN"], None)],
    ),
    "worked towards": (
        "ASEAN và Trung Quốc tuân thủ luật pháp quốc tế, hướng tới COC hiệu quả.",
        [("COC", "negotiating", ["ASEAN", "CHN"], None)],
    ),
    "they say that they will not": (
        "Nhật Bản và Triều Tiên tuyên bố họ sẽ không ký tuyên bố chung.",
        [("tuyên bố chung", "rejected", ["JPN", "PRK"], None)],
    ),
    "one verb of the future for several deeds": (
        "Việt Nam sẽ phê chuẩn Hiệp định CPTPP, ký Hiệp định EVFTA trong năm nay.",
        [("Hiệp định CPTPP", "negotiating", ["VNM"], None), ("Hiệp định EVFTA", "negotiating", [], None)],
    ),
    "done on a condition": (
        "Nhật Bản và Nga sẽ họp lại nếu hiệp ước hoà bình Nga - Nhật được ký kết.",
        [("hiệp ước hoà bình Nga - Nhật", "negotiating", ["RUS", "JPN"], None)],
    ),
    "a pledge of what is signed": (
        "Mỹ tái khẳng định cam kết của hiệp ước phòng thủ chung mà Nhật Bản ký với Mỹ năm 1960.",
        [("hiệp ước phòng thủ chung", "signed", ["USA", "JPN"], "1960")],
    ),
    "somebody takes his state out": (
        "Tháng 5-2018, ông Donald Trump rút Mỹ khỏi JCPOA.",
        [("JCPOA", "rejected", ["USA"], "2018-05")],
    ),
    "what is in brackets and no acronym": (
        "Việt Nam và EU nỗ lực sớm ký EVFTA (dự kiến cuối năm 2018).",
        [("EVFTA", "negotiating", ["VNM", "EU"], None)],
    ),
    "between one and the other": (
        "ASEAN và Australia ký bản ghi nhớ về chống khủng bố giữa ASEAN với Australia ngày 17-3-2018.",
        [("bản ghi nhớ về chống khủng bố giữa ASEAN với Australia", "signed", ["ASEAN", "AUS"], "2018-03-17")],
    ),
    "signed to be carried out": (
        "Nhật Bản và Việt Nam nỗ lực sớm phê chuẩn và thực thi Hiệp định CPTPP.",
        [("Hiệp định CPTPP", "negotiating", ["JPN", "VNM"], None)],
    ),
    "asked for together with another deed": (
        "Thủ tướng Nguyễn Xuân Phúc đề nghị EU sớm hoàn thành rà soát pháp lý và ký Hiệp định thương mại Việt Nam - EU.",
        [("Hiệp định thương mại Việt Nam - EU", "negotiating", ["VNM", "EU"], None)],
    ),
    "what something else is for": (
        "Nhật Bản trình Quốc hội để phê chuẩn Hiệp định CPTPP.",
        [("Hiệp định CPTPP", "negotiating", ["JPN"], None)],
    ),
    "three at one table": (
        "Trong tuyên bố chung, Tổng thống Pháp Macron, Thủ tướng Đức Merkel và Tổng thống Nga Putin kêu gọi ngừng bắn.",
        [("tuyên bố chung", "agreed", ["FRA", "DEU", "RUS"], None)],
    ),
    "talks about it go on": (
        "Nhật Bản và Nga nhất trí tăng cường các cuộc đàm phán về hiệp ước hoà bình.",
        [("hiệp ước hoà bình", "negotiating", ["JPN", "RUS"], None)],
    ),
    "a time that only a later sentence tells": (
        "Nhật Bản và Lào đàm phán Hiệp định hàng không. Hai bên khởi động đàm phán Hiệp định hàng không từ năm 2015.",
        [("Hiệp định hàng không", "negotiating", ["JPN", "LAO"], "2015")],
    ),
    "cited, and so adopted": (
        "Như đã nêu trong Tuyên bố chung Nga - Nhật Bản năm 1956, hai nước tiếp tục đàm phán.",
        [("Tuyên bố chung Nga - Nhật Bản năm 1956", "agreed", ["RUS", "JPN"], None)],
    ),
    "cited behind a comma, with a day of its own": (
        "Tháng 10-1956, Nga và Nhật Bản nối lại quan hệ, theo tuyên bố chung giữa hai nước.",
        [("tuyên bố chung giữa hai nước", "agreed", ["RUS", "JPN"], "1956-10")],
    ),
    "one statement under two names": (
        "Hôm 1-8, Nga và Nhật Bản ra tuyên bố chung về nghề cá. Nga và Nhật Bản đưa ra bản thông cáo chung sau hội đàm.",
        [("tuyên bố chung về nghề cá", "agreed", ["RUS", "JPN"], "2018-08-01")],
    ),
    "two statements on two topics": (
        "Hôm 1-8, Nga và Nhật Bản ra tuyên bố chung về nghề cá. Nga và Nhật Bản ra tuyên bố chung về vũ trụ.",
        [
            ("tuyên bố chung về nghề cá", "agreed", ["RUS", "JPN"], "2018-08-01"),
            ("tuyên bố chung về vũ trụ", "agreed", ["RUS", "JPN"], "2018-08-01"),
        ],
    ),
    "called by a shorter name than the one that tells its sides": (
        "Thoả thuận ngừng bắn giữa Nga và Mỹ mong manh. Mỹ vi phạm thoả thuận ngừng bắn.",
        [("Thoả thuận ngừng bắn giữa Nga và Mỹ", "in-force", ["RUS", "USA"], None)],
    ),
    "signed at last": (
        "Hôm 1-8, Nga và Nhật Bản ký được Hiệp định về nghề cá.",
        [("Hiệp định về nghề cá", "signed", ["RUS", "JPN"], "2018-08-01")],
    ),
    "those who are left of a pact": (
        "Năm 2017, Mỹ rút khỏi TPP. Tháng 11-2017 tại Việt Nam, 11 nước còn lại đổi tên TPP.",
        [("TPP", "rejected", ["USA"], "2017"), ("TPP", "amended", [], "2017-11")],
    ),
    "done according to it": (
        "Nga và Nhật Bản hành động theo Tuyên bố chung Nga - Nhật Bản năm 1956.",
        [("Tuyên bố chung Nga - Nhật Bản năm 1956", "in-force", ["RUS", "JPN"], None)],
    ),
    "so many of a kind": (
        "Hôm 1-8, Nhật Bản và Lào ký 28 thoả thuận song phương.",
        [("28 thoả thuận song phương", "signed", ["JPN", "LAO"], "2018-08-01")],
    ),
    "a secretary signs nothing": (
        "Ban Thư ký ASEAN cho biết ASEAN và Trung Quốc đàm phán COC.",
        [("COC", "negotiating", ["ASEAN", "CHN"], None)],
    ),
    "an anniversary is of what was signed": (
        "Việt Nam và Nga sắp kỷ niệm 25 năm ký Hiệp ước hữu nghị.",
        [("Hiệp ước hữu nghị", "signed", ["VNM", "RUS"], None)],
    ),
    "at a time to come": (
        "ASEAN kết thúc đàm phán Hiệp định Đối tác kinh tế toàn diện khu vực (RCEP) trong năm 2019.",
        [("Hiệp định Đối tác kinh tế toàn diện khu vực (RCEP)", "negotiating", ["ASEAN"], None)],
    ),
    "of a body's conference": (
        "Hội nghị Bộ trưởng Ngoại giao ASEAN khai mạc.\nThông cáo chung của Hội nghị Bộ trưởng Ngoại giao ASEAN nhấn mạnh đoàn kết.",
        [("Thông cáo chung của Hội nghị Bộ trưởng Ngoại giao ASEAN", "agreed", ["ASEAN"], None)],
    ),
}


@pytest.mark.parametrize("name", sorted(STAGES))
def test_stages(name: str) -> None:
    text, wanted = STAGES[name]
    assert [(i.name, i.stage, i.parties, i.date) for i in records(text, Instrument)] == wanted


def test_years_in_a_name_say_until_when_it_runs() -> None:
    """With or without a word for a period before them."""
    (plan,) = records("Nhật Bản và Lào thực hiện Chương trình Hành động về Hợp tác Quốc phòng 2018-2021.", Instrument)
    assert (plan.name, plan.until) == ("Chương trình Hành động về Hợp tác Quốc phòng 2018-2021", "2021")


def test_a_prolonged_agreement_runs_until_a_day() -> None:
    """The new end may stand some words behind the name."""
    (extended,) = records("Nga và Mỹ nhất trí gia hạn Hiệp ước START mới thêm 5 năm, đến năm 2026.", Instrument)
    assert (extended.stage, extended.until) == ("extended", "2026")


DATED = {
    "told in passing": ("Nhật Bản là một bên tham gia ký kết Hiệp định TPP.", None),
    "witnessed": ("Thủ tướng Nhật Bản chứng kiến lễ ký Hiệp định hàng không Nhật Bản - Lào.", "2018-08-01"),
    "of both sides of the report": ("Nhật Bản và Lào ký Hiệp định hàng không Nhật Bản - Lào.", "2018-08-01"),
}


@pytest.mark.parametrize(("text", "day"), DATED.values(), ids=DATED)
def test_the_day_of_the_report_is_that_of_its_own_deeds(text: str, day: str | None) -> None:
    head = "Hôm 1-8, Thủ tướng Nhật Bản Shinzo Abe tới Lào.\n"
    filler = "".join(f"Chuyến đi của ông Abe gồm chặng thứ {n} ở Lào.\n" for n in range(2, 7))
    (instrument,) = records(head + filler + text, Instrument)
    assert (instrument.stage, instrument.date) == ("signed", day)


def test_this_agreement_is_the_one_just_named() -> None:
    text = (
        "ASEAN và Nhật Bản hoàn tất Hiệp định Đối tác kinh tế toàn diện ASEAN - Nhật Bản (AJCEP). "
        "Quốc hội Nhật Bản phê chuẩn hiệp định này tháng 5-2018."
    )
    found = records(text, Instrument)
    assert [(i.stage, i.date) for i in found if i.stage == "ratified"] == [("ratified", "2018-05")]
    assert len({i.name for i in found}) == 1


def test_this_accord_is_the_pact_just_named_whatever_its_noun() -> None:
    """Only a pact: a plan is no accord."""
    text = "Nga và Mỹ duy trì Hiệp ước Bầu trời mở. Năm 2020, Mỹ rút khỏi thoả thuận này."
    assert [(i.name, i.stage, i.parties) for i in records(text, Instrument)][-1] == (
        "Hiệp ước Bầu trời mở",
        "rejected",
        ["USA"],
    )
    plan = "Nga và Mỹ duy trì Chương trình Apollo - Soyuz. Năm 2020, Mỹ rút khỏi thoả thuận này."
    assert "rejected" not in {i.stage for i in records(plan, Instrument)}


CONFERENCES = {
    "adopted": ("Các lãnh đạo APEC đã thông qua Tuyên bố Santiago.", "agreed", "2018-07-30/2018-07-31"),
    "to be issued": ("Kết thúc hội nghị, APEC sẽ ra tuyên bố chung.", "negotiating", "2018-07-30/2018-07-31"),
    "agreed to be adopted elsewhere": ("APEC nhất trí sẽ thông qua Tuyên bố Lima.", "negotiating", None),
    "adopted before, as is said": ("APEC cho biết đã thông qua Tuyên bố Lima.", "agreed", None),
    "a treaty is signed when it is signed": ("APEC đã ký Hiệp định về nghề cá.", "signed", None),
    "a pact that no conference makes": ("APEC đã thông qua CPTPP.", "agreed", None),
}


@pytest.mark.parametrize(("text", "stage", "days"), CONFERENCES.values(), ids=CONFERENCES)
def test_a_paper_of_a_conference_has_its_days(text: str, stage: str, days: str | None) -> None:
    head = "Hội nghị cấp cao APEC diễn ra từ ngày 30-7 đến 31-7-2018 tại Santiago, Chile.\n"
    filler = "".join(f"Hội nghị có phiên họp thứ {n} về kinh tế.\n" for n in range(2, 7))
    reading = banggiao.read_text(head + filler + text, id="story", published="2018-08-02")
    found = [record for record in reading.records if isinstance(record, Instrument)]
    assert [(i.stage, i.date) for i in found] == [(stage, days)]


def test_a_list_of_papers_shares_its_deed() -> None:
    """Whatever of an item's name stands between two of them; not what is told behind a verb of its own."""
    text = (
        "Hôm 1-8, Nga và Nhật Bản ký Hiệp định về nghề cá, vừa đủ cho tàu nhỏ, lớn ở vùng biển xa bờ và ven bờ, "
        "Bản ghi nhớ về du lịch, nêu rõ tầm quan trọng của Hiệp định hàng không."
    )
    assert [(i.name, i.stage) for i in records(text, Instrument)] == [
        ("Hiệp định về nghề cá", "signed"),
        ("Bản ghi nhớ về du lịch", "signed"),
    ]


def test_all_members_sign_where_so_many_do_and_all_are_named() -> None:
    members = "Australia, Brunei, Canada, Chile, Nhật Bản, Malaysia, Mexico, New Zealand, Peru, Singapore"
    text = "CPTPP được ký tháng 3-2018 giữa 11 nước. " + f"Đó là {members} và Việt Nam."
    (signed,) = records(text, Instrument)
    assert len(signed.parties) == 11
    (signed,) = records("CPTPP được ký tháng 3-2018 giữa 11 nước, trong đó có Việt Nam.", Instrument)
    assert signed.parties == []


@pytest.mark.parametrize(("partner", "parties"), [("Lào", ["LAO", "VNM"]), ("Canada", [])])
def test_two_sides_within_its_parties_carry_it_out(partner: str, parties: list[str]) -> None:
    """Of two members of ASEAN "the two sides" carry out what is ASEAN's; a partner from elsewhere only speaks of it."""
    text = (
        f"Thủ tướng Việt Nam Nguyễn Xuân Phúc hội đàm với Thủ tướng {partner} ngày 1-8 tại Hà Nội.\n"
        "Hai bên nhất trí thực hiện đầy đủ và hiệu quả DOC."
    )
    reading = banggiao.read_text(text, id="story", published="2018-08-02")
    (found,) = [record for record in reading.records if isinstance(record, Instrument)]
    assert (found.stage, sorted(found.parties)) == ("in-force", parties)


def test_a_shortened_name_is_the_longer_one() -> None:
    text = (
        "Quốc hội Nhật Bản phê chuẩn Hiệp định đối tác kinh tế với EU tháng 12-2017.\n"
        "Nhật Bản và Australia thực hiện Hiệp định đối tác kinh tế Nhật Bản - Australia. "
        "Hai nước sửa đổi hiệp định đối tác kinh tế năm nay."
    )
    assert {i.name for i in records(text, Instrument)} == {"Hiệp định đối tác kinh tế Nhật Bản - Australia"}


NO_INSTRUMENTS = {
    "how much it reaches": "Theo Nhật Bản và Việt Nam, thương mại trong CPTPP đạt 10.000 tỉ USD.",
    "a condition of its taking effect": "Hiệp định hàng không Nhật Bản - Lào sẽ có hiệu lực khi hai quốc hội phê chuẩn.",
    "what it does": "CPTPP thống nhất các quy tắc giữa Nhật Bản và Việt Nam.",
    "a means to its end": "Kế hoạch của Nhật Bản ở ASEAN thông qua các khoản viện trợ dường như đã thất bại.",
    "a sentence to be put into it": "Nhật Bản và Nga phản đối một câu được đề xuất đưa vào tuyên bố chung.",
    "steps towards it": "Nhật Bản đề nghị các nước thực hiện những bước cần thiết để hiệp định RCEP hoàn thiện.",
    "a condition": "Nhật Bản lo hàng giá rẻ sẽ tràn vào nếu RCEP có hiệu lực.",
    "another clause": "Nhật Bản và Nga bàn về hoà bình nhưng Hiệp định về nghề cá không tiến triển.",
    "a mere mention": "Báo chí hai nước viết về Hiệp định Paris.",
    "the source of a report": "Theo một tuyên bố của Bộ Ngoại giao Trung Quốc, hai bên sẽ họp lại.",
    "a verb of saying": "Theo hãng Kyodo, chính quyền Nhật Bản tuyên bố lập trường của Hàn Quốc được đưa ra quá muộn.",
    "the words of one state": "Tuyên bố của Ngoại trưởng Nga được đưa ra sau khi Mỹ trừng phạt nước này.",
    "the court of arbitration": "Nhật Bản và Mỹ ủng hộ phán quyết mà PCA đưa ra ngày 12-7-2016.",
    "somebody's opinion": "Theo Nhật Bản, Hiệp định CPTPP rất quan trọng.",
    "a claim": "Nhật Bản và Mỹ bác bỏ tuyên bố chủ quyền của Trung Quốc.",
    "they will not leave": "Nhật Bản nói Mỹ sẽ không rút khỏi Hiệp định TPP.",
    "they may leave": "Nhật Bản lo ngại khả năng Mỹ rút khỏi Hiệp định TPP.",
    "ended by an agreement": "Nhật Bản và Nga chấm dứt tình trạng chiến tranh nhiều năm bằng hiệp ước hoà bình.",
    "views are exchanged": "Nhật Bản và ASEAN trao đổi các nội dung của COC.",
    "what the leaders of two agreed on": "Lào và Nhật Bản triển khai các thoả thuận giữa lãnh đạo cấp cao hai nước.",
    "so many of a kind": "Đến nay Lào đã tận dụng 6 hiệp định thương mại tự do thế hệ mới với Nhật Bản.",
    "to show oneself": "Nhật Bản tỏ ra dè dặt với Sáng kiến Vành đai và Con đường.",
    "a resolution of a state's own organs": "Việt Nam thực hiện Nghị quyết số 22-NQ/TW về hội nhập quốc tế với Lào.",
    "so many of a kind, with its acronym": "Lào đã ký 12 hiệp định thương mại tự do (FTA), trong đó với Nhật Bản.",
    "not yet": "Nga và Nhật Bản chưa ký Hiệp định về nghề cá, Việt Nam cũng chưa ký.",
    "by way of it": "Thông qua Sáng kiến Vành đai và Con đường, Trung Quốc mở rộng ảnh hưởng tại Lào.",
    "only its kind": "Nhật Bản và Lào chia chi phí theo hiệp định song phương.",
    "several of a kind": "Nhật Bản và Việt Nam tận dụng các hiệp định thương mại tự do thế hệ mới.",
    "given by way of a programme": "Ấn Độ đào tạo cán bộ Việt Nam thông qua Chương trình Hợp tác Kỹ thuật (ITEC).",
    "an organisation's name": "Theo ảnh của Tổ chức Sáng kiến Minh bạch Hàng hải châu Á (AMTI), Trung Quốc xây đảo.",
    "a contract": "Nhật Bản và Việt Nam ký thoả thuận mua 12 máy bay.",
    "in a clause of its own": "Nhật Bản bác bỏ lập luận rằng Hiệp định CPTPP là gánh nặng.",
    "what another becomes": "Nhật Bản ký cam kết để khối trở thành một hiệp định thương mại tự do với ASEAN.",
    "a parliament's resolution": "Quốc hội Iraq ra nghị quyết yêu cầu Liên Hợp Quốc hỗ trợ.",
    "what another is": "CPTPP là một thoả thuận thương mại mà Nhật Bản phê chuẩn.",
    "a nuclear agreement with another": "Iran và Nhật Bản lo ngại. Mỹ tuân thủ thoả thuận hạt nhân với Triều Tiên.",
    "a new one of its kind": "Nhật Bản và Iran đàm phán một thoả thuận hạt nhân mới.",
    "a bare noun that nothing was named by": "Nhật Bản và Nga tuân thủ thoả thuận.",
    "no more than its kind": "Nhật Bản và Việt Nam ký một thoả thuận lịch sử.",
    "somebody else's object": "Nhật Bản và Việt Nam không ủng hộ tuyên bố chung và chỉ trích Nga.",
    "papers of one state": "Nhật Bản ký nhiều văn bản hợp tác.",
    "there was none": "Tổng thống Nga và Thủ tướng Nhật Bản ra về mà không có tuyên bố chung nào.",
    "a clause about it": "Việt Nam và Nga phát huy lợi thế mà Hiệp định mang lại khi đàm phán.",
    "an institute's name": "Theo Trung tâm Nghiên cứu chiến lược (CSIS), Mỹ và Nhật Bản đang xích lại gần nhau.",
    "inside an alliance's name": "Mỹ và Ai Cập đàm phán về Liên minh Chiến lược Trung Đông.",
    "arms": "Mỹ triển khai hai máy bay ném bom chiến lược B-1B tới Hàn Quốc.",
}


@pytest.mark.parametrize("text", NO_INSTRUMENTS.values(), ids=NO_INSTRUMENTS)
def test_no_instrument(text: str) -> None:
    assert records(text, Instrument) == []


LEVELS = {
    "raised on a day": (
        "Việt Nam và Hàn Quốc nâng cấp quan hệ lên đối tác hợp tác chiến lược ngày 21-10-2009.",
        ("strategic-partnership", "established", "2009-10-21"),
    ),
    "by the arithmetic of an anniversary": (
        "Việt Nam và Canada năm nay kỷ niệm 45 năm thiết lập quan hệ ngoại giao.",
        ("diplomatic-relations", "established", "1973"),
    ),
    "proposed": (
        "Việt Nam đề xuất nâng quan hệ Việt Nam - Canada lên đối tác chiến lược.",
        ("strategic-partnership", "proposed", None),
    ),
}


def test_a_level_raised_in_a_headline_is_raised_on_the_day_of_the_report() -> None:
    text = (
        "Nhật Bản - Hungary nâng quan hệ lên Đối tác chiến lược\n"
        "Thủ tướng Nhật Bản Shinzo Abe hội đàm với Thủ tướng Hungary Viktor Orban ngày 30-7 tại Tokyo."
    )
    found = [(s.level, s.phase, s.date) for s in records(text, Status)]
    assert found == [("strategic-partnership", "established", "2018-07-30")]


@pytest.mark.parametrize("name", sorted(LEVELS))
def test_levels(name: str) -> None:
    text, wanted = LEVELS[name]
    assert wanted in [(s.level, s.phase, s.date) for s in records(text, Status)]


def test_figures_are_counted_in_units() -> None:
    text = "Hàn Quốc là đối tác thương mại lớn thứ ba của Việt Nam; kim ngạch hai chiều đạt 61,6 tỉ USD năm 2017."
    found = {(f.measure, f.value, f.unit, f.period) for f in records(text, Figure)}
    assert ("trade", 61_600_000_000, "USD", "2017") in found
    assert ("trade-rank", 3, "rank") in {item[:3] for item in found}


RANKS = {
    "two of one noun": (
        "Nhật Bản là bạn hàng lớn thứ hai của Việt Nam ở châu Á và thứ tư trên thế giới.",
        {("trade-rank", 2), ("trade-rank", 4)},
    ),
    "each noun its own": (
        "Trung Quốc là đối tác thương mại lớn nhất, đồng thời là thị trường xuất khẩu lớn thứ hai của Nhật Bản.",
        {("trade-rank", 1), ("export-rank", 2)},
    ),
    "a market that one buys from": (
        "Hàn Quốc là thị trường nhập khẩu lớn thứ ba của Nhật Bản.",
        {("import-rank", 3)},
    ),
}


@pytest.mark.parametrize(("text", "ranks"), RANKS.values(), ids=RANKS)
def test_ranks(text: str, ranks: set[tuple[str, int]]) -> None:
    assert {(f.measure, f.value) for f in records(text, Figure)} == ranks


def test_a_rank_is_its_owners_and_of_no_other_clauses_year() -> None:
    """The party before the noun and the one behind "của" have the rank; a date behind a comma is not the rank's."""
    text = "Với Nhật Bản và Mỹ thì Hàn Quốc là bạn hàng lớn thứ ba của Mỹ, với kim ngạch hai chiều 120 tỉ USD năm 2017."
    (rank,) = [f for f in records(text, Figure) if f.unit == "rank"]
    assert (set(rank.parties), rank.period) == ({"KOR", "USA"}, None)


AMOUNTS = {
    "a fall is below zero": (
        "Năm 2017, xuất khẩu của Nhật Bản sang Việt Nam giảm 8% trong khi nhập khẩu tăng 5%.",
        [("exports-growth", -8, "percent"), ("imports-growth", 5, "percent")],
    ),
    "a decimal comma before a power": (
        "Kim ngạch Việt Nam - Nhật Bản đạt 33,435 tỉ USD năm 2017.",
        [("trade", 33_435_000_000, "USD")],
    ),
    "another country's dollars": (
        "Australia hỗ trợ Việt Nam vốn ODA 84 triệu đô la Australia năm 2017.",
        [("aid", 84_000_000, "AUD")],
    ),
    "those who invest": (
        "Hiện có khoảng 2.000 doanh nghiệp Nhật Bản đầu tư tại Việt Nam.",
        [("investment enterprises", 2000, "enterprises")],
    ),
    "students are people": ("Có 6.000 sinh viên Việt Nam đang học tại Nhật Bản.", [("students", 6000, "people")]),
    "hoped for": ("Xuất khẩu của Việt Nam sang Nhật Bản sẽ tăng 2 tỉ USD.", []),
    "a rate of duty": (
        "Nhật Bản áp thuế 25% lên 34 tỷ USD hàng hoá Trung Quốc.",
        [("tariff-rate", 25, "percent"), ("tariff", 34_000_000_000, "USD")],
    ),
    "workers abroad": (
        "Gần 50.000 lao động Việt Nam đang làm việc tại Hàn Quốc.",
        [("workers", 50_000, "people")],
    ),
    "who lives in the other's country": (
        "Khoảng 150.000 người Việt Nam đang sinh sống tại Hàn Quốc.",
        [("diaspora community", 150_000, "people")],
    ),
    "students told as people": (
        "Số du học sinh Việt Nam tại Nhật Bản đạt gần 60.000 người.",
        [("students", 60_000, "people")],
    ),
    "goods exchanged": (
        "Tổng giá trị trao đổi hàng hoá giữa Mỹ và Nhật Bản đạt 217 tỉ USD năm 2018.",
        [("trade", 217_000_000_000, "USD")],
    ),
    "a year before a comma counts nobody": ("Mùa thu 2018, sinh viên Việt Nam đến Nhật Bản.", []),
    "once more in another currency": (
        "Trung Quốc viện trợ cho Việt Nam 10 triệu nhân dân tệ (khoảng 1,5 triệu USD).",
        [("aid", 10_000_000, "CNY")],
    ),
    "above what is reached already": (
        "Việt Nam và Singapore mong muốn tăng kim ngạch trên mức 8 tỉ USD hiện nay.",
        [("trade", 8_000_000_000, "USD")],
    ),
    "threatened": ("Mỹ doạ áp thuế với 267 tỉ USD hàng hoá Trung Quốc.", []),
    "reckoned with": ("Xuất khẩu của Việt Nam sang Nhật Bản có thể tăng thêm 4% vào năm 2035.", []),
    "what agreements of trade are worth": (
        "Mỹ và Nhật Bản công bố các thoả thuận thương mại trị giá 12 tỉ USD.",
        [("trade deals", 12e9, "USD")],
    ),
    "a tax of one state": ("Nhật Bản tăng thuế tiêu dùng, thu thêm 50 tỉ USD.", []),
    "money at home": ("Dự án này có vốn đầu tư 12.000 tỉ đồng.", []),
}


@pytest.mark.parametrize(("text", "wanted"), AMOUNTS.values(), ids=AMOUNTS)
def test_amounts_between_parties(text: str, wanted: list[tuple[str, float, str]]) -> None:
    assert [(f.measure, f.value, f.unit) for f in records(text, Figure)] == wanted


def test_what_is_withdrawn_is_not_given() -> None:
    text = (
        "Mỹ đã quyết định cắt 300 triệu USD viện trợ cho Pakistan và đình chỉ hợp đồng bán vũ khí 2 tỉ USD cho Ai Cập."
    )
    assert [*records(text, Figure), *records(text, Target)] == []


def test_a_growth_is_of_the_time_of_its_amount() -> None:
    text = "Kim ngạch Việt Nam - Nhật Bản năm 2017 đạt 33 tỉ USD, tăng 12% so với năm trước; 6 tháng đầu năm 2018 đạt 18 tỉ USD."
    assert [(f.value, f.unit, f.period) for f in records(text, Figure)] == [
        (33_000_000_000, "USD", "2017"),
        (12, "percent", "2017"),
        (18_000_000_000, "USD", "2018-01/2018-06"),
    ]


GOALS = {
    "by a year without a word for it": (
        "Việt Nam và Ấn Độ phấn đấu đạt kim ngạch 15 tỉ USD vào 2020.",
        [("trade", 15_000_000_000, "2020")],
    ),
    "in so many years": (
        "Việt Nam và Belarus phấn đấu nâng kim ngạch lên 500 triệu USD trong hai năm tới.",
        [("trade", 500_000_000, "2020")],
    ),
    "from an amount that is reached already": (
        "Việt Nam và Ấn Độ đặt mục tiêu đưa kim ngạch từ mức 12,8 tỉ USD hiện nay lên 15 tỉ USD.",
        [("trade", 15_000_000_000, None)],
    ),
    "the years of something else": (
        "Việt Nam và Indonesia phấn đấu đạt kim ngạch 10 tỉ USD, thực hiện chương trình giai đoạn 2019-2023.",
        [("trade", 10_000_000_000, None)],
    ),
    "wished for by a year to come": (
        "Việt Nam và Nga mong muốn thúc đẩy kim ngạch từ 3,55 tỉ USD năm 2017 lên 10 tỉ USD vào năm 2020.",
        [("trade", 10_000_000_000, "2020")],
    ),
    "promised": ("Nhật Bản sẽ viện trợ cho Việt Nam 20 triệu USD.", [("aid", 20_000_000, None)]),
    "given in years gone by": ("Mỹ viện trợ cho Pakistan hơn 33 tỉ USD trong 15 năm qua.", []),
    "the deed of one instrument": (
        "Hàn Quốc và Triều Tiên ra tuyên bố chung và cam kết ký hiệp ước hoà bình vào cuối năm nay.",
        [("signing of hiệp ước hoà bình", None, "2018")],
    ),
    "concluded this year": (
        "ASEAN nhất trí chốt đàm phán Hiệp định Đối tác kinh tế toàn diện khu vực (RCEP) trong năm nay.",
        [("completion of RCEP", None, "2018")],
    ),
    "the deed that is completed": (
        "Việt Nam và EU muốn hoàn tất việc phê chuẩn Hiệp định thương mại tự do Việt Nam - EU (EVFTA) trong năm 2019.",
        [("ratification of EVFTA", None, "2019")],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), GOALS.values(), ids=GOALS)
def test_goals(text: str, wanted: list[tuple[str, float | None, str | None]]) -> None:
    assert [(t.measure, t.value, t.due) for t in records(text, Target)] == wanted


def test_the_day_on_which_a_goal_is_told_is_not_its_own() -> None:
    text = "Hôm 12-5-2018, Thủ tướng nêu mục tiêu nâng kim ngạch Việt Nam - Nhật Bản lên 60 tỉ USD."
    assert [(t.value, t.due) for t in records(text, Target)] == [(60_000_000_000, None)]


def test_targets_are_due() -> None:
    text = "Việt Nam và Hàn Quốc phấn đấu đưa kim ngạch thương mại hai chiều lên 100 tỉ USD vào năm 2020."
    assert [(t.measure, t.value, t.unit, t.due) for t in records(text, Target)] == [
        ("trade", 100_000_000_000, "USD", "2020")
    ]
    assert records(text, Figure) == []
