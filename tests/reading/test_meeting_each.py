"""One who meets several, one after another."""

from __future__ import annotations

import pytest

from tests.reading.test_meetings import meetings

EACH: dict[str, tuple[str, list[tuple[list[str], str | None, list[str]]]]] = {
    "two, on one day": (
        (
            "Ngày 27/6/2019, tại Osaka, Thủ tướng Nhật Bản Shinzo Abe gặp Tổng thống Pháp Emmanuel Macron "
            "và Thủ tướng Đức Angela Merkel."
        ),
        [
            (["JPN", "FRA"], "2019-06-27", ["Shinzo Abe", "Emmanuel Macron"]),
            (["JPN", "DEU"], "2019-06-27", ["Shinzo Abe", "Angela Merkel"]),
        ],
    ),
    "each with a day of his own": (
        "Thủ tướng Nhật Bản Shinzo Abe gặp Tổng thống Mỹ Donald Trump ngày 28/6 và Tổng thống Nga Vladimir Putin ngày 29/6.",
        [
            (["JPN", "USA"], "2019-06-28", ["Shinzo Abe", "Donald Trump"]),
            (["JPN", "RUS"], "2019-06-29", ["Shinzo Abe", "Vladimir Putin"]),
        ],
    ),
    "calls are of two": (
        (
            "Ngày 2/3, Tổng thống Hàn Quốc Moon Jae-in đã điện đàm với Chủ tịch Trung Quốc Tập Cận Bình và Thủ tướng Nhật Bản "
            "Shinzo Abe."
        ),
        [
            (["KOR", "CHN"], "2019-03-02", ["Moon Jae-in", "Tập Cận Bình"]),
            (["KOR", "JPN"], "2019-03-02", ["Moon Jae-in", "Shinzo Abe"]),
        ],
    ),
    "leaders without names": (
        "Ngày 27/6/2019, Thủ tướng Nguyễn Xuân Phúc có các cuộc tiếp xúc song phương với lãnh đạo Canada, Ấn Độ và Hàn Quốc.",
        [
            (["VNM", "CAN"], "2019-06-27", ["Nguyễn Xuân Phúc"]),
            (["VNM", "IND"], "2019-06-27", ["Nguyễn Xuân Phúc"]),
            (["VNM", "KOR"], "2019-06-27", ["Nguyễn Xuân Phúc"]),
        ],
    ),
    "of three": (
        (
            "Ngày 14/2, Tổng thống Nga Vladimir Putin có cuộc gặp ba bên với Tổng thống Iran Hassan Rouhani và Tổng thống Thổ Nhĩ Kỳ "
            "Recep Tayyip Erdogan tại Sochi."
        ),
        [(["RUS", "IRN", "TUR"], "2019-02-14", ["Vladimir Putin", "Hassan Rouhani", "Recep Tayyip Erdogan"])],
    ),
    "of three who were named together": (
        (
            "Nga, Iran và Thổ Nhĩ Kỳ bàn về Syria. Ngày 14/2, Tổng thống Nga Vladimir Putin gặp Tổng thống Iran Hassan Rouhani "
            "và Tổng thống Thổ Nhĩ Kỳ Recep Tayyip Erdogan tại Sochi."
        ),
        [(["RUS", "IRN", "TUR"], "2019-02-14", ["Vladimir Putin", "Hassan Rouhani", "Recep Tayyip Erdogan"])],
    ),
    "two of one state": (
        (
            "Ngày 2/3, Ngoại trưởng Mỹ Mike Pompeo gặp Thủ tướng Lào Thongloun Sisoulith và Ngoại trưởng Lào Saleumxay "
            "Kommasith."
        ),
        [(["USA", "LAO"], "2019-03-02", ["Mike Pompeo", "Thongloun Sisoulith", "Saleumxay Kommasith"])],
    ),
    "heads of one state receive a guest each by himself": (
        (
            "Chiều 1/3, Chủ tịch Triều Tiên Kim Jong-un hội kiến Thủ tướng Nguyễn Xuân Phúc và Chủ tịch Quốc hội Nguyễn Thị "
            "Kim Ngân."
        ),
        [
            (["PRK", "VNM"], "2019-03-01", ["Kim Jong-un", "Nguyễn Xuân Phúc"]),
            (["PRK", "VNM"], "2019-03-01", ["Kim Jong-un", "Nguyễn Thị Kim Ngân"]),
        ],
    ),
    "several meetings, named one by one": (
        (
            "Ngày 17/3/2018, tại Sydney, Thủ tướng Nguyễn Xuân Phúc đã có các cuộc gặp với Thủ tướng Lào Thongloun Sisoulith và "
            "Thủ tướng Singapore Lý Hiển Long."
        ),
        [
            (["VNM", "LAO"], "2018-03-17", ["Nguyễn Xuân Phúc", "Thongloun Sisoulith"]),
            (["VNM", "SGP"], "2018-03-17", ["Nguyễn Xuân Phúc", "Lý Hiển Long"]),
        ],
    ),
    "several meetings of the same two": (
        "Ông Sergei Lavrov nhắc lại các cuộc gặp giữa Tổng thống Nga Vladimir Putin và Thủ tướng Nhật Bản Shinzo Abe.",
        [],
    ),
}


@pytest.mark.parametrize("name", sorted(EACH))
def test_who_meets_several(name: str) -> None:
    text, wanted = EACH[name]
    published = "2019-07-01" if "6/" in text else "2019-03-05"
    assert [(one.parties, one.date, one.people) for one in meetings(text, published)] == wanted
