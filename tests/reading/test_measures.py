"""Figures and targets: what is measured between parties, when it was so and when it is due."""

from __future__ import annotations

from typing import Any

import pytest

import banggiao
from banggiao.model import Figure, Target

PUBLISHED = "2018-08-02"


def measured(text: str) -> list[tuple[Any, ...]]:
    """(kind, measure, value, unit, time) of each figure and target of a text of one story."""
    reading = banggiao.read_text(text, id="story", published=PUBLISHED)
    return [
        (r.KIND, r.measure, r.value, r.unit, r.period if isinstance(r, Figure) else r.due)
        for r in reading.records
        if isinstance(r, (Figure, Target))
    ]


MEASURED = {
    "when a goal is due may stand behind the headline": (
        (
            "Nga và Ấn Độ hướng tới kim ngạch thương mại 30 tỷ USD\n"
            "Hai bên nhất trí đưa kim ngạch thương mại lên 30 tỷ USD vào năm 2025."
        ),
        [("target", "trade", 30e9, "USD", "2025")],
    ),
    "when an amount was reached may stand behind the headline": (
        "Thương mại Việt - Nga đạt 3,5 tỷ USD\nNăm 2017, kim ngạch thương mại hai chiều đạt 3,5 tỷ USD.",
        [("figure", "trade", 3.5e9, "USD", "2017")],
    ),
    "the amount from which a goal is reached is true already": (
        "Nga và Ấn Độ nhất trí đặt mục tiêu nâng kim ngạch thương mại lên 30 tỷ USD vào năm 2025, từ mức 10 tỷ USD hiện nay.",
        [("target", "trade", 30e9, "USD", "2025"), ("figure", "trade", 10e9, "USD", None)],
    ),
    "from a state is no starting amount": (
        "Năm 2017, nhập siêu của Việt Nam từ Trung Quốc là 22,7 tỷ USD.",
        [("figure", "trade deficit", 22.7e9, "USD", "2017")],
    ),
    "parts have the time of the whole": (
        "Năm 2017, kim ngạch thương mại Việt - Nga đạt 3,5 tỷ USD. Trong đó, xuất khẩu của Việt Nam sang Nga đạt 2,1 tỷ USD.",
        [("figure", "trade", 3.5e9, "USD", "2017"), ("figure", "exports", 2.1e9, "USD", "2017")],
    ),
    "a ranked noun tells what its amount measures": (
        "Kim ngạch Việt - Hàn tăng. Hàn Quốc là nhà đầu tư lớn nhất của Việt Nam với 60 tỷ USD.",
        [("figure", "investment-rank", 1.0, "rank", None), ("figure", "investment", 60e9, "USD", None)],
    ),
    "what else has grown is not what was measured": (
        "Sau 30 năm hợp tác ASEAN - Hàn Quốc, đầu tư tăng gấp 80 lần và giao lưu nhân dân tăng 37 lần.",
        [("figure", "investment", 80.0, "times", None)],
    ),
    "diplomats sent away, each side's": (
        "Mỹ ngày 29/12/2016 trục xuất 35 nhà ngoại giao Nga. Nga chỉ trích Mỹ, trục xuất 35 nhà ngoại giao Mỹ để đáp trả.",
        [
            ("figure", "diplomats expelled", 35.0, "people", "2016-12-29"),
            ("figure", "diplomats expelled", 35.0, "people", None),
        ],
    ),
    "diplomats whom many send away": ("Anh và hơn 20 nước khác đã trục xuất 150 nhà ngoại giao Nga.", []),
    "diplomats who will be sent away are none yet": (
        "Ngoại trưởng Nga nói Nga sẽ trục xuất 23 nhà ngoại giao Anh.",
        [],
    ),
    "the members' share of the world": (
        "Thủ tướng Canada hội đàm với Thủ tướng Nhật Bản. Các nước CPTPP có gần 500 triệu người tiêu dùng và chiếm 13% GDP toàn cầu.",
        [
            ("figure", "consumers", 500e6, "people", None),
            ("figure", "share of world GDP", 13.0, "percent", None),
        ],
    ),
    "an agreement that is not in force has no market": (
        "Thủ tướng Canada hội đàm với Thủ tướng Nhật Bản. Các nền kinh tế TPP chiếm 40% GDP toàn cầu.",
        [],
    ),
    "a share of trade with the world is none of the world's": (
        "Bắc Kinh chiếm 90% thương mại của Bình Nhưỡng với thế giới bên ngoài.",
        [("figure", "trade share", 90.0, "percent", None)],
    ),
    "who will chair an organisation": (
        "Thủ tướng ủng hộ Việt Nam đảm nhiệm vai trò Chủ tịch ASEAN năm 2020.",
        [("target", "ASEAN chairmanship", None, None, "2020")],
    ),
    "a year at the head of the clause": (
        "Bộ trưởng Quốc phòng Việt Nam nói: Năm 2020, Việt Nam sẽ là Chủ tịch luân phiên của ASEAN.",
        [("target", "ASEAN chairmanship", None, None, "2020")],
    ),
    "who chairs it now": ("Ngoại trưởng Singapore, nước Chủ tịch ASEAN năm 2018, hội đàm với người đồng cấp Nga.", []),
    "what a state undertakes by a day": (
        "Tổng thống Mỹ Donald Trump tuyên bố Mỹ sẽ rút quân khỏi Syria trước tháng 12/2018.",
        [("target", "withdrawal of Syria", None, None, "2018-12")],
    ),
    "to whom it is undertaken": (
        "Ngoại trưởng cho biết Nga sẽ chuyển giao tên lửa S-400 cho Thổ Nhĩ Kỳ vào năm 2019.",
        [("target", "delivery of tên lửa S-400", None, None, "2019")],
    ),
    "in so many days": (
        "Ngoại trưởng Mỹ nói Washington sẽ rút khỏi hiệp ước trong vòng 60 ngày nếu Nga vi phạm.",
        [("target", "withdrawal of hiệp ước", 60.0, "days", None)],
    ),
    "whom others send home by a day": (
        "Bộ Ngoại giao Nga tuyên bố các nhà ngoại giao Mỹ phải rời Nga trước ngày 1/9.",
        [("target", "departure of Nga", None, None, "2018-09-01")],
    ),
    "promised, a verb of saying before it": (
        "Tổng thống Hàn Quốc cho biết ông Kim Jong-un hứa sẽ đóng cửa bãi thử hạt nhân vào tháng sau.",
        [("target", "closure of bãi thử hạt nhân", None, None, "2018-09")],
    ),
    "aid that is announced": (
        "Trong chuyến thăm hồi tháng 6, Thủ tướng Ấn Độ thông báo khoản tín dụng 500 triệu USD cho Việt Nam.",
        [("target", "credit", 500e6, "USD", None)],
    ),
    "aid that was given before it was told of": (
        "Bộ Ngoại giao Nhật Bản thông báo Tokyo đã viện trợ 500 triệu USD cho Việt Nam năm 2017.",
        [("figure", "aid", 500e6, "USD", "2017")],
    ),
    "a journey is no undertaking": ("Tổng thống Mỹ Donald Trump sẽ rời Canada vào ngày 12/9 để tới Singapore.", []),
    "a paper of long ago is not due": ("Bà nói Mỹ sẽ rút khỏi thoả thuận hạt nhân Iran đã ký năm 2015.", []),
    "what is threatened, or not undertaken": (
        "Tổng thống Mỹ cảnh báo sẽ đóng cửa biên giới với Mexico vào tháng 9. Triều Tiên không cam kết dừng chương trình hạt nhân năm 2019.",
        [],
    ),
    "a part told as a fraction": (
        "Thương mại của Singapore với ASEAN chiếm gần 1/4 tổng kim ngạch của nước này hôm 1/3.",
        [("figure", "trade share", 25.0, "percent", None)],
    ),
    "the higher of two amounts": (
        "Từ năm 2013, Nhật Bản đã cung cấp cho Lào khoản viện trợ trị giá 1-1,5 tỷ USD.",
        [("figure", "aid", 1.5e9, "USD", "2013/2018")],
    ),
    "a rank is not of the time of the sum that is told with it": (
        "Malaysia là đối tác thương mại lớn thứ bảy của Việt Nam với kim ngạch hai chiều đạt 8 tỷ USD năm 2016.",
        [("figure", "trade-rank", 7.0, "rank", None), ("figure", "trade", 8e9, "USD", "2016")],
    ),
    "a rank that is denied": ("EU chưa phải là đối tác thương mại lớn nhất của Việt Nam.", []),
    "until the end of a quarter": (
        "Tính đến hết quý I/2018, Nhật Bản có 3.600 dự án đầu tư tại Việt Nam.",
        [("figure", "investment projects", 3600.0, "projects", "2018-03")],
    ),
    "each thing has grown in its own time": (
        "Đầu tư của Hàn Quốc vào Việt Nam năm 2017 tăng 30%, thương mại song phương giai đoạn 2012-2017 tăng 200%.",
        [
            ("figure", "investment-growth", 30.0, "percent", "2017"),
            ("figure", "trade-growth", 200.0, "percent", "2012/2017"),
        ],
    ),
    "a tariff that was raised": (
        "Tổng thống Mỹ đã tăng thuế từ 10% lên 25% với hàng hoá Trung Quốc.",
        [("figure", "tariff-rate", 25.0, "percent", None)],
    ),
    "what deals are worth behind a comma": (
        "Việt Nam và Mỹ đã ký nhiều thoả thuận hợp tác, tổng trị giá 21 tỷ USD.",
        [("figure", "trade deals", 21e9, "USD", None)],
    ),
    "a people's community abroad": (
        "Cộng đồng người Triều Tiên ở Malaysia có khoảng 1.000 người.",
        [("figure", "diaspora community", 1000.0, "people", None)],
    ),
    "goods that are sent": (
        "Tổng thống cho biết Nga chuyển 2.200 tấn lúa mì cho Triều Tiên.",
        [("figure", "aid", 2200.0, "tonnes", None)],
    ),
    "what is expected of a year": (
        "Dự kiến năm 2018, kim ngạch thương mại Việt Nam - Trung Quốc đạt 100 tỷ USD.",
        [("target", "trade", 100e9, "USD", "2018")],
    ),
    "the years of a plan are not those of a loan": (
        "Việt Nam và Trung Quốc ký Kế hoạch hợp tác giai đoạn 2017-2021 và một khoản vay 250 triệu USD.",
        [("figure", "credit", 250e6, "USD", None)],
    ),
    "what it is now is not of the year before": (
        "Thương mại giữa Malaysia và Trung Quốc đạt 20 tỷ USD năm 2003 và giờ ở mức 54 tỷ USD.",
        [("figure", "trade", 20e9, "USD", "2003"), ("figure", "trade", 54e9, "USD", None)],
    ),
    "a day is of the sum behind which it stands": (
        "Tổng thống Mỹ đã áp thuế với 34 tỷ USD và dự kiến áp thuế với 16 tỷ USD hàng Trung Quốc từ ngày 23/8.",
        [("figure", "tariff", 34e9, "USD", None)],
    ),
    "by about how much something grows": (
        "Xuất khẩu của Việt Nam sang EU tăng thêm khoảng 16 tỷ USD.",
        [],
    ),
    "an economy that grows": (
        "Trung Quốc và Triều Tiên hội đàm tại Bắc Kinh. Triều Tiên tăng cường giao thương với Trung Quốc, giúp kinh tế Triều Tiên tăng trưởng 4% năm 2015.",
        [("figure", "GDP-growth", 4.0, "percent", "2015")],
    ),
    "more than another thing has grown": (
        "Xuất khẩu của Việt Nam sang EU tăng 15%, cao gần gấp 5 lần thương mại toàn cầu.",
        [("figure", "exports-growth", 15.0, "percent", None)],
    ),
    "a seat for which another state is praised": (
        "Ai Cập đánh giá cao ứng cử của Việt Nam vào Hội đồng Bảo an nhiệm kỳ 2020-2021.",
        [("target", "UN Security Council seat", None, None, "2020/2021")],
    ),
    "a tariff that is threatened": (
        "Tổng thống Mỹ từng đe doạ sẽ áp thuế với 325 tỷ USD hàng hoá Trung Quốc.",
        [],
    ),
    "a tariff on imports": (
        "Tổng thống Mỹ Donald Trump đã áp mức thuế nhập khẩu 10% lên số hàng nhập khẩu trị giá 60 tỷ USD của Trung Quốc.",
        [("figure", "tariff-rate", 10.0, "percent", None), ("figure", "tariff", 60e9, "USD", None)],
    ),
    "a seat for which a state stands": (
        "Việt Nam và Lào nhất trí hợp tác. Lào ủng hộ Việt Nam ứng cử làm uỷ viên không thường trực Hội đồng Bảo an Liên Hợp Quốc nhiệm kỳ 2020-2021.",
        [("target", "UN Security Council seat", None, None, "2020/2021")],
    ),
    "a seat for years that have begun": (
        "Việt Nam và Lào nhất trí hợp tác. Lào ủng hộ Việt Nam ứng cử làm uỷ viên không thường trực Hội đồng Bảo an Liên Hợp Quốc nhiệm kỳ 2018-2019.",
        [],
    ),
    "a goal within so many years": (
        "Việt Nam và Lào nhất trí phấn đấu nâng kim ngạch thương mại lên 2 tỷ USD trong vòng năm năm.",
        [("target", "trade", 2e9, "USD", "2023")],
    ),
    "an agreement within so many years": (
        "ASEAN và Trung Quốc nhất trí hoàn tất đàm phán Bộ quy tắc ứng xử ở Biển Đông (COC) trong ba năm.",
        [("target", "completion of COC", None, None, "2021")],
    ),
    "what is so stands in brackets beside a goal": (
        "Việt Nam và Lào phấn đấu duy trì kim ngạch thương mại tăng trên 20% mỗi năm (năm 2017 đạt 1,2 tỷ USD).",
        [
            ("target", "trade-growth", 20.0, "percent", None),
            ("figure", "trade", 1.2e9, "USD", "2017"),
        ],
    ),
    "aid that is agreed on": (
        "Thủ tướng Campuchia Hun Sen cho biết Trung Quốc đồng ý viện trợ 4 tỷ nhân dân tệ cho nước này.",
        [("target", "aid", 4e9, "CNY", None)],
    ),
    "a year is no count": ("Vào năm 2008 dự án chung của Hàn Quốc ở Triều Tiên, hai nước dừng đầu tư.", []),
    "places each with its field": (
        "Hàn Quốc là đối tác quan trọng của Việt Nam, đứng thứ nhất về đầu tư và thứ hai về ODA, thứ ba về thương mại.",
        [
            ("figure", "investment-rank", 1.0, "rank", None),
            ("figure", "aid-rank", 2.0, "rank", None),
            ("figure", "trade-rank", 3.0, "rank", None),
        ],
    ),
    "one of the first is not the first": (
        "Việt Nam và Mỹ hội đàm. Mỹ là một trong những đối tác thương mại lớn nhất của Việt Nam.",
        [],
    ),
    "a lender's rank": (
        "Nhật Bản là nước cung cấp vốn vay ODA lớn nhất cho Việt Nam.",
        [("figure", "aid-rank", 1.0, "rank", None)],
    ),
    "a place in a ranking before another rank": (
        "Nhật Bản đứng thứ hai về vốn đầu tư và là nhà tài trợ ODA lớn nhất cho Việt Nam.",
        [("figure", "aid-rank", 1.0, "rank", None), ("figure", "investment-rank", 2.0, "rank", None)],
    ),
    "by how much trade has grown is not what it has come to": (
        "Năm 2017, kim ngạch thương mại Việt - Nga đạt 5 tỷ USD, tăng hơn 1 tỷ USD so với năm trước.",
        [("figure", "trade", 5e9, "USD", "2017")],
    ),
    "what trade has come to by growth": (
        "Năm 2017, kim ngạch thương mại Việt - Nga tăng lên 5 tỷ USD.",
        [("figure", "trade", 5e9, "USD", "2017")],
    ),
    "those who are spoken to are no figure": (
        "Việt Nam và Ấn Độ hội đàm. Thủ tướng Ấn Độ nói chuyện với hơn 500 sinh viên Việt Nam.",
        [],
    ),
    "the day on which a goal is told is not its due": (
        "Trong hội đàm ngày 20/7, Việt Nam và Lào nhất trí đặt mục tiêu nâng kim ngạch thương mại lên 2 tỷ USD.",
        [("target", "trade", 2e9, "USD", None)],
    ),
    "the year of one goal is not that of the next": (
        "Việt Nam và Lào phấn đấu nâng kim ngạch thương mại lên 2 tỷ USD năm 2020 và tiến tới 5 tỷ USD trong tương lai gần.",
        [("target", "trade", 2e9, "USD", "2020"), ("target", "trade", 5e9, "USD", None)],
    ),
    "what has come together since a year": (
        "Nhật Bản đã viện trợ cho Việt Nam hơn 20 tỷ USD kể từ năm 1992.",
        [("figure", "aid", 20e9, "USD", "1992/2018")],
    ),
    "another time is nearer than one since which something grows": (
        "Thương mại Việt - Nga liên tục tăng kể từ năm 2013, đạt 5 tỷ USD năm 2017.",
        [("figure", "trade", 5e9, "USD", "2017")],
    ),
    "a rank that was lost": (
        "Việt Nam và Mỹ hội đàm. Trung Quốc đã để mất vị trí đối tác thương mại lớn nhất của Mỹ.",
        [],
    ),
    "what is given is aid": (
        "Việt Nam và Mỹ hội đàm. Năm 2017, Mỹ đã hỗ trợ Việt Nam 30 triệu USD để xử lý dioxin ở Đà Nẵng.",
        [("figure", "aid", 30e6, "USD", "2017")],
    ),
    "what a state provides itself with is no aid": (
        "Nhật Bản và Hàn Quốc hội đàm. Nhật Bản dành 45 tỷ USD cho quốc phòng, Hàn Quốc phản đối.",
        [],
    ),
    "what will be given is a target, also where the headline tells it as done": (
        "Trung Quốc hỗ trợ Campuchia 100 triệu USD\nTrung Quốc cam kết hỗ trợ Campuchia 100 triệu USD để xây đường.",
        [("target", "aid", 100e6, "USD", None)],
    ),
    "rice that is given": (
        "Việt Nam và Cuba hội đàm. Việt Nam tặng nhân dân Cuba 5.000 tấn gạo.",
        [("figure", "aid", 5000.0, "tonnes", None)],
    ),
    "what was lent": (
        "Trung Quốc và Venezuela hội đàm. Trung Quốc đã cho Venezuela vay hơn 50 tỷ USD.",
        [("figure", "credit", 50e9, "USD", None)],
    ),
    "what agreements are worth is no trade": (
        "Mỹ và Trung Quốc ký các thoả thuận thương mại trị giá 250 tỷ USD.",
        [("figure", "trade deals", 250e9, "USD", None)],
    ),
    "arms that are sold": (
        "Trung Quốc phản đối Mỹ. Mỹ phê duyệt hợp đồng vũ khí 330 triệu USD với Đài Loan.",
        [("figure", "arms sales", 330e6, "USD", None)],
    ),
    "what a project is worth, even one that will be given up": (
        "Malaysia và Singapore đàm phán. Malaysia sẽ huỷ dự án đường sắt 28 tỷ USD với Singapore.",
        [("figure", "project value", 28e9, "USD", None)],
    ),
    "what is invested in projects that are counted": (
        "Việt Nam và Nga hội đàm. Việt Nam đang tiến hành 22 dự án trị giá gần 3 tỷ USD tại Nga.",
        [("figure", "investment projects", 22.0, "projects", None), ("figure", "investment", 3e9, "USD", None)],
    ),
    "how far a border is marked": (
        "Việt Nam và Campuchia hội đàm. Hai nước phấn đấu pháp lý hoá kết quả 84% phân giới cắm mốc, sớm hoàn thành 16% còn lại.",
        [("figure", "border demarcation", 84.0, "percent", None)],
    ),
    "a community abroad": (
        "Úc và Việt Nam hội đàm. Việt Nam đề nghị Úc hỗ trợ cộng đồng hơn 300.000 người Việt Nam tại Úc.",
        [("figure", "diaspora community", 300e3, "people", None)],
    ),
    "a state's economy": (
        "Ngày 1/8, Mỹ và Trung Quốc hội đàm ở Bắc Kinh. GDP của Trung Quốc tăng 6,2% trong quý II năm 2018, so với 6,4% của quý trước.",
        [("figure", "GDP-growth", 6.2, "percent", "2018-04/2018-06")],
    ),
    "lines whose tariffs will be taken away": (
        "EU và Việt Nam ký EVFTA. EU sẽ xoá bỏ thuế nhập khẩu với 85,6% kim ngạch xuất khẩu của Việt Nam.",
        [("target", "tariff-lines", 85.6, "percent", None)],
    ),
    "a tariff that is announced": (
        "Mỹ và Trung Quốc đàm phán. Tổng thống Mỹ Donald Trump tuyên bố sẽ áp thuế với 300 tỷ USD hàng hoá Trung Quốc.",
        [("target", "tariff", 300e9, "USD", None)],
    ),
    "a tariff that is threatened is no target": (
        "Mỹ và Trung Quốc đàm phán. Tổng thống Mỹ Donald Trump nói sẽ áp thuế với 300 tỷ USD hàng hoá Trung Quốc nếu đàm phán đổ vỡ.",
        [],
    ),
    "a place among the first": (
        "Việt Nam và Campuchia hội đàm. Việt Nam thuộc tốp 10 nước đầu tư vào Campuchia.",
        [("figure", "investment-rank", 10.0, "rank", None)],
    ),
    "a tariff that is warned of or proposed is no fact": (
        (
            "Mỹ và Trung Quốc đàm phán. Mỹ cảnh báo áp thuế 25% với 300 tỷ USD hàng hoá Trung Quốc. "
            "Mỹ họp về đề xuất áp thuế với 16 tỷ USD hàng hoá Trung Quốc."
        ),
        [],
    ),
    "a tariff that answers another": (
        "Mỹ và Trung Quốc đàm phán. Trung Quốc đáp trả bằng cách áp thuế với 60 tỷ USD hàng hoá Mỹ.",
        [("figure", "tariff", 60e9, "USD", None)],
    ),
    "a part of trade": (
        "Triều Tiên và Trung Quốc hội đàm. Khoảng 90% thương mại của Triều Tiên là với Trung Quốc.",
        [("figure", "trade share", 90.0, "percent", None)],
    ),
    "refugees": (
        "Thổ Nhĩ Kỳ và EU hội đàm. Thổ Nhĩ Kỳ đã nhận 3,6 triệu người tị nạn Syria.",
        [("figure", "refugees", 3.6e6, "people", None)],
    ),
    "what is sold to the first of the buyers": (
        "Mỹ và Trung Quốc đàm phán. Trung Quốc là nhà nhập khẩu đậu nành lớn nhất của Mỹ, với giá trị năm 2017 đạt 14 tỷ USD.",
        [("figure", "export-rank", 1.0, "rank", None), ("figure", "exports", 14e9, "USD", "2017")],
    ),
    "what the verb right before a sum says goes first": (
        "Trung Quốc và Lào hội đàm. Ngân hàng Xuất nhập khẩu Trung Quốc đã cho Lào vay 2 tỷ USD.",
        [("figure", "credit", 2e9, "USD", None)],
    ),
    "aid is not of the day on which it is told": (
        "Ngày 30/7, Mỹ thông báo đã chuyển khoản viện trợ 300 triệu USD cho Pakistan, Pakistan cảm ơn Mỹ.",
        [("figure", "aid", 300e6, "USD", None)],
    ),
    "trade until a day": (
        "Mỹ và Trung Quốc đàm phán. Tính đến ngày 25/7, Mỹ xuất khẩu 10 triệu tấn đậu nành sang Trung Quốc.",
        [("figure", "exports", 10e6, "tonnes", "2018-07-25")],
    ),
    "aid that is declared": (
        "Chủ tịch Trung Quốc Tập Cận Bình tuyên bố viện trợ 10 triệu nhân dân tệ để giúp Việt Nam khắc phục thiên tai.",
        [("figure", "aid", 10e6, "CNY", None)],
    ),
    "a credit that is committed is yet to come": (
        "ASEAN và Ấn Độ hội đàm. Ấn Độ dành cho ASEAN khoản tín dụng một tỷ USD đã cam kết.",
        [("target", "credit", 1e9, "USD", None)],
    ),
    "projects of aid": (
        "Việt Nam và New Zealand hội đàm. New Zealand có 2 dự án ODA ở Việt Nam.",
        [("figure", "aid projects", 2.0, "projects", None)],
    ),
    "so many times in words": (
        "Việt Nam và Ba Lan hội đàm. Đầu tư của Ba Lan vào Việt Nam trong giai đoạn 2014 - 2017 tăng gấp hai lần.",
        [("figure", "investment", 2.0, "times", "2014/2017")],
    ),
    "people who came to harm are no figure": (
        "Mỹ và Thổ Nhĩ Kỳ hội đàm. Bộ trưởng Lao động Thổ Nhĩ Kỳ nói Mỹ đứng sau cuộc đảo chính làm 265 người chết.",
        [],
    ),
    "one of the important ones is not the first": (
        "Việt Nam và Nhật Bản hội đàm. Nhật Bản là đối tác kinh tế quan trọng hàng đầu của Việt Nam.",
        [],
    ),
    "several are not the first": (
        "Mỹ và Việt Nam hội đàm. Mỹ và Trung Quốc là hai đối tác thương mại lớn nhất của Việt Nam.",
        [],
    ),
    "a year at the head holds for a long sentence": (
        (
            "Việt Nam và Pháp hội đàm. Năm 2017, Pháp đứng thứ 16 trong tổng số 114 quốc gia và vùng lãnh thổ đầu tư vào Việt Nam, "
            "với 512 dự án đầu tư còn hiệu lực ở nhiều tỉnh thành và trong nhiều lĩnh vực khác nhau, tổng số vốn đăng ký là 2,8 tỷ USD."
        ),
        [
            ("figure", "investment-rank", 16.0, "rank", "2017"),
            ("figure", "investment projects", 512.0, "projects", "2017"),
            ("figure", "investment", 2.8e9, "USD", "2017"),
        ],
    ),
    "tariff lines are no rate": (
        "Theo hiệp định, EU xoá bỏ 99% dòng thuế cho hàng hoá Việt Nam.",
        [("figure", "tariff-lines", 99.0, "percent", None)],
    ),
}


@pytest.mark.parametrize("name", sorted(MEASURED))
def test_what_is_measured(name: str) -> None:
    text, wanted = MEASURED[name]
    assert measured(text) == wanted


UNDATED = {
    "a peace treaty by the end of this year": (
        "Hàn Quốc và Triều Tiên cam kết sẽ ký hiệp định hoà bình vào cuối năm nay.",
        [("signing of hiệp định hoà bình", None, None, None)],
    ),
    "in so many years": (
        "Thủ tướng Trung Quốc hy vọng ASEAN và Trung Quốc hoàn tất đàm phán COC trong vòng ba năm tới.",
        [("completion of COC", 3.0, "years", None)],
    ),
    "what was signed last year": ("Hàn Quốc và Triều Tiên đã ký hiệp định hoà bình vào cuối năm ngoái.", []),
}


@pytest.mark.parametrize("name", sorted(UNDATED))
def test_what_is_to_come_on_a_page_without_a_day(name: str) -> None:
    """A page that gives no day tells by its words that something is to come, and not when."""
    text, wanted = UNDATED[name]
    found = [r for r in banggiao.read_text(text, id="story").records if isinstance(r, Target)]
    assert [(r.measure, r.value, r.unit, r.due) for r in found] == wanted


def test_a_tariff_is_between_him_who_lays_it_and_whose_goods_it_is_laid_on() -> None:
    text = (
        "Nga và Lào hội đàm. Tổng thống Mỹ Donald Trump đã áp thuế 25% lên hàng hoá của Ấn Độ. Nga và Lào ký hiệp định."
    )
    reading = banggiao.read_text(text, id="story", published=PUBLISHED)
    assert [r.parties for r in reading.records if isinstance(r, Figure)] == [["USA", "IND"]]


PARTIES = {
    "who passes another has his place": (
        "Hàn Quốc vượt Mỹ, trở thành đối tác thương mại lớn thứ hai của Việt Nam.",
        [["KOR", "VNM"]],
    ),
    "of several in a row each with his amount": (
        "Việt Nam thâm hụt thương mại với ba nước là Singapore (2,3 tỷ USD), Malaysia (1,6 tỷ USD) và Brunei (hơn 13 triệu USD).",
        [["VNM", "SGP"], ["VNM", "MYS"], ["VNM", "BRN"]],
    ),
    "a tariff in a sentence of three": (
        "Khi Mỹ hội đàm với Triều Tiên, Mỹ áp thuế 25% lên 34 tỷ USD hàng hoá Trung Quốc.",
        [["USA", "CHN"], ["USA", "CHN"]],
    ),
    "a share tells more of a rank": (
        "Năm 2017, Mỹ tiếp tục là thị trường xuất khẩu lớn nhất của Việt Nam, chiếm tới 20% kim ngạch xuất khẩu, sau đó là Nhật Bản.",
        [["USA", "VNM"], ["USA", "VNM"]],
    ),
    "what a state sells to all is not between the two of the story": (
        "Ngày 1/8, Thủ tướng Nguyễn Xuân Phúc hội đàm với Thủ tướng Lào ở Hà Nội. Năm 2017, xuất khẩu của Việt Nam đạt 214 tỷ USD.",
        [["VNM"]],
    ),
    "what a state gives to a region is nobody else's of the story": (
        "Ngày 1/8, Chủ tịch Trung Quốc Tập Cận Bình hội đàm với Tổng thống Mexico ở Bắc Kinh. Đầu tư của Trung Quốc vào châu Phi năm 2016 là 90 tỷ USD.",
        [["CHN"]],
    ),
    "an agreement's name says little of what is measured": (
        "Hiệp định thương mại tự do giữa Việt Nam và Liên minh Kinh tế Á - Âu thúc đẩy hợp tác giữa Việt Nam và Nga, với kim ngạch năm 2017 đạt 3,5 tỷ USD.",
        [["VNM", "RUS"]],
    ),
    "each state has its own rank": (
        "Trung Quốc là đối tác thương mại lớn nhất của Úc. Úc và Trung Quốc hội đàm. Mexico là đối tác thương mại lớn nhất của Mỹ.",
        [["CHN", "AUS"], ["MEX", "USA"]],
    ),
    "behind whom a rank stands has no part in it": (
        "Việt Nam và Hàn Quốc hội đàm. Hàn Quốc đứng thứ hai về đầu tư vào Việt Nam, sau Nhật Bản.",
        [["KOR", "VNM"]],
    ),
    "a state's people are its own": (
        "Việt Nam và Anh hội đàm. Anh muốn đầu tư vào Việt Nam, một thị trường 93 triệu dân.",
        [["VNM"]],
    ),
    "the people of a city are no state's": (
        "Việt Nam và Canada hội đàm. Chủ tịch TP HCM thay mặt hơn 10 triệu dân chào mừng Thủ tướng Canada.",
        [],
    ),
    "an economy's rank": (
        "Ngày 1/8, Mỹ và Nhật Bản hội đàm ở Tokyo. Nhật Bản, nền kinh tế lớn thứ ba thế giới, muốn giảm thuế. Hai nền kinh tế lớn nhất thế giới đàm phán.",
        [["JPN"]],
    ),
    "a deal is between him who makes it and him with whom it is made": (
        "Trung Quốc yêu cầu Mỹ huỷ hợp đồng vũ khí 2,2 tỷ USD với Đài Loan.",
        [["USA", "TWN"]],
    ),
    "between whom it is said to be": (
        "Đại sứ Trung Quốc so sánh với Mỹ: kim ngạch thương mại giữa Chile và Trung Quốc đạt 42 tỷ USD.",
        [["CHL", "CHN"]],
    ),
    "all who come to the press's own state": (
        "Ngày 1/8, Việt Nam và Campuchia hội đàm ở Hà Nội. Năm 2017, lượng khách đến Việt Nam đạt 13 triệu lượt khách.",
        [["VNM"]],
    ),
    "one's own people in another state": (
        "Việt Nam và Séc hội đàm về hợp tác. Cộng đồng người Việt tại Séc hiện có 60.000 người, sống ở nhiều thành phố.",
        [["VNM", "CZE"]],
    ),
    "with many that are not named": (
        "Ngày 1/8, Việt Nam và Trung Quốc hội đàm ở Hà Nội. Thương mại giữa Trung Quốc và các quốc gia tham gia sáng kiến đạt 6.000 tỷ USD.",
        [["CHN"]],
    ),
    "a newspaper is of a state": (
        "Báo Mainichi Shimbun của Nhật Bản cho biết thương mại của Triều Tiên với Nga đạt 100 triệu USD.",
        [["PRK", "RUS"]],
    ),
    "the trade of two countries is none of a union's": (
        "Thủ tướng Nga thăm Việt Nam\nNga và Việt Nam hội đàm. Từ khi hiệp định giữa Việt Nam và Liên minh Kinh tế Á - Âu có hiệu lực, thương mại giữa hai nước đạt 5 tỷ USD.",
        [["VNM", "RUS"]],
    ),
    "who is a partner in a clause of its own": (
        "Nga chưa có tiếng nói như Trung Quốc lúc này, vốn là láng giềng và là đối tác thương mại lớn nhất của Triều Tiên.",
        [["CHN", "PRK"]],
    ),
    "whose donor it is, told beside it": (
        "Thủ tướng Campuchia thăm Hàn Quốc trước khi tới Nhật Bản, nhà tài trợ lớn nhất cho Campuchia.",
        [["JPN", "KHM"]],
    ),
    "where it is the first": ("Theo thống kê, Singapore là nhà đầu tư lớn thứ 2 tại Việt Nam.", [["SGP", "VNM"]]),
    "trade both ways goes without saying between whom": (
        "Việt Nam và Lào hội đàm. Năm 2017, kim ngạch thương mại hai chiều đạt 900 triệu USD.",
        [["VNM", "LAO"]],
    ),
}


@pytest.mark.parametrize("name", sorted(PARTIES))
def test_whose_it_is(name: str) -> None:
    text, wanted = PARTIES[name]
    reading = banggiao.read_text(text, id="story", published=PUBLISHED)
    assert [r.parties for r in reading.records if isinstance(r, (Figure, Target))] == wanted
