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
    "tariff lines are no rate": (
        "Theo hiệp định, EU xoá bỏ 99% dòng thuế cho hàng hoá Việt Nam.",
        [("figure", "tariff-lines", 99.0, "percent", None)],
    ),
}


@pytest.mark.parametrize("name", sorted(MEASURED))
def test_what_is_measured(name: str) -> None:
    text, wanted = MEASURED[name]
    assert measured(text) == wanted


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
        "Việt Nam thâm hụt thương mại với ba nước là Singapore (2,3 tỷ USD), Malaysia (1,6 tỷ USD) và Brunei.",
        [["VNM", "SGP"], ["VNM", "MYS"]],
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
