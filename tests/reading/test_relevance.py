"""Whether an article is about relations between parties: what passes and what is dropped, and why."""

from __future__ import annotations

import pytest

import banggiao
from banggiao import api
from banggiao.pages import article_from_text

OTHER = {
    "sport": (
        "Đội tuyển Việt Nam thắng Malaysia\nTối qua trên sân Mỹ Đình, đội tuyển Việt Nam thắng Malaysia 1-0 ở vòng bảng "
        "AFF Cup. Huấn luyện viên Park Hang-seo khen các cầu thủ. Đội tuyển Thái Lan hoà Singapore 2-2 ở trận cùng giờ. "
        "Cầu thủ Nguyễn Quang Hải ghi bàn ở phút 40. Trọng tài người Nhật Bản rút năm thẻ vàng. Cổ động viên Hàn Quốc "
        "cũng tới sân. Malaysia gặp Lào ở lượt sau."
    ),
    "crime": (
        "Bắt nhóm lừa đảo qua mạng\nCông an tỉnh Quảng Ninh vừa bắt một nhóm người Trung Quốc lừa đảo qua mạng. Nhóm này "
        "thuê nhà ở Móng Cái, gọi điện cho người ở Trung Quốc để chiếm đoạt tài sản. Công an thu giữ nhiều máy tính, "
        "điện thoại. Các bị can khai được một người ở Quảng Tây thuê. Vụ án đang được mở rộng điều tra. Viện kiểm sát "
        "đã phê chuẩn quyết định khởi tố. Người dân được khuyên cảnh giác."
    ),
}


def test_a_headline_that_tells_of_two_parties_counts() -> None:
    body = (
        "Bộ Ngoại giao ở Moscow ra thông cáo hôm qua. Thông cáo nói về giá dầu. Giá dầu tăng. Nhà máy mở thêm. Trời mưa. "
        "Trời nắng. Trời tạnh. Nga mong muốn hợp tác lâu dài với Thổ Nhĩ Kỳ. Thông cáo dài hai trang."
    )
    assert not banggiao.read_text("Thông cáo hôm qua\n" + body, id="x", published="2018-11-17").records
    assert banggiao.read_text("Nga mong muốn hợp tác với Thổ Nhĩ Kỳ\n" + body, id="x", published="2018-11-17").records


def test_one_word_of_other_pages_counts_only_so_often() -> None:
    def score(times: int) -> float:
        text = "Sáng 1-8, Việt Nam và Lào nhất trí hợp tác. " + "Bệnh viện mở. " * times + "Trời mưa. " * (30 - times)
        score: float = api.default_reader().document(article_from_text(text, id="x")).facts["relevance"]
        return score

    assert score(2) > score(4) == score(12)


@pytest.mark.parametrize("name", sorted(OTHER))
def test_other_pages_give_nothing(name: str) -> None:
    assert banggiao.read_text(OTHER[name], id=name, published="2018-11-17").records == []


def test_what_is_dropped_says_so() -> None:
    text = (
        "Chủ tịch Quốc hội Nguyễn Thị Kim Ngân làm việc tại Lai Châu. Đoàn thăm đồng bào. Chiều 2-3, bà Nguyễn Thị Kim "
        "Ngân gặp đại sứ Lào. Mưa lớn làm sạt lở đường. Tỉnh báo cáo về lúa xuân. Học sinh múa xoè. Buổi tối có hội. "
        "Sáng sau đoàn về Hà Nội. Trời nắng."
    )
    reading, dropped = api.default_reader().explain(article_from_text(text, id="x", published="2018-03-05"))
    assert reading.records == []
    assert {item.reason for item in dropped} >= {"irrelevant"}


@pytest.mark.parametrize(
    "text",
    [
        "Việt Nam và Lào nhất trí tăng cường hợp tác.",
        "ASEAN và Canada nối lại đàm phán Hiệp định thương mại tự do ASEAN - Canada.",
        "Kim ngạch thương mại giữa Việt Nam và Hàn Quốc đạt 61,6 tỉ USD năm 2017.",
    ],
)
def test_a_sentence_by_itself_is_read(text: str) -> None:
    assert banggiao.read_text(text, id="x", published="2018-08-02").records
