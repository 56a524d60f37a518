"""Memberships: who is in an organisation, joins it, leaves it or wants to, in sentences in the manner of the press."""

from __future__ import annotations

from typing import Any

import pytest

import banggiao
from banggiao.model import Status

PUBLISHED = "2018-08-02"

MEMBERSHIPS: dict[str, tuple[str, list[tuple[Any, ...]]]] = {
    "said to be a member": (
        "Thủ tướng khẳng định Việt Nam là thành viên tích cực của Liên Hợp Quốc.",
        [(["VNM", "UN"], "in-force", None)],
    ),
    "a member in passing": (
        "Ba Lan, một thành viên của NATO, phản đối kế hoạch này.",
        [(["POL", "NATO"], "in-force", None)],
    ),
    "both of two": (
        "Thủ tướng nói rằng Lào và Thái Lan có chung dòng sông Mekong, đều là thành viên ASEAN.",
        [(["LAO", "ASEAN"], "in-force", None), (["THA", "ASEAN"], "in-force", None)],
    ),
    "a member in a clause before": (
        "Thủ tướng nói: “Là thành viên tích cực của ASEAN, Việt Nam sẽ đóng góp nhiều hơn.”",
        [(["VNM", "ASEAN"], "in-force", None)],
    ),
    "chosen": (
        "Việt Nam đã được bầu làm uỷ viên không thường trực Hội đồng Bảo an.",
        [(["VNM", "UN"], "established", None)],
    ),
    "serving on a council": (
        "Việt Nam đang đảm nhiệm vai trò thành viên Hội đồng Kinh tế - Xã hội LHQ nhiệm kỳ 2016-2018.",
        [(["VNM", "ECOSOC"], "in-force", None)],
    ),
    "joined in a year": ("Trung Quốc gia nhập WTO năm 2001.", [(["CHN", "WTO"], "established", "2001")]),
    "became a member": (
        "Năm 1995, Việt Nam trở thành thành viên chính thức của ASEAN.",
        [(["VNM", "ASEAN"], "established", "1995")],
    ),
    "the anniversary of joining": (
        "Chủ tịch nước dự lễ kỷ niệm 40 năm Việt Nam gia nhập Liên Hợp Quốc. Việt Nam tin cậy tổ chức này.",
        [(["VNM", "UN"], "established", "1978")],
    ),
    "the anniversary, and its days in a bracket": (
        "Bài viết nhân 23 năm Việt Nam gia nhập ASEAN (28/7/1995 - 28/7/2018).",
        [(["VNM", "ASEAN"], "established", "1995-07-28")],
    ),
    "an organisation that was named before": (
        "Nga từng dự các cuộc họp của G7. Tháng 3/2014, vì vấn đề Ukraine, Nga bị loại khỏi nhóm này.",
        [(["RUS", "G7"], "ended", "2014-03")],
    ),
    "wanted": ("Tổng thống nói Ukraine muốn gia nhập NATO.", [(["UKR", "NATO"], "proposed", None)]),
    "decided": ("Thuỵ Điển quyết định gia nhập NATO.", [(["SWE", "NATO"], "agreed", None)]),
    "elected": (
        "Việt Nam đã trúng cử uỷ viên không thường trực Hội đồng Bảo an.",
        [(["VNM", "UN"], "established", None)],
    ),
    "not yet left": ("Hai nước sẽ đàm phán sau khi Anh rời EU.", []),
    "may be shut out": ("Ông cảnh báo Mỹ có thể bị loại khỏi G7.", []),
    "no member": ("Singapore không phải là thành viên của NATO.", []),
    "a person of a state": ("Nghị sĩ Đức Norbert Roettgen là thành viên Nghị viện châu Âu.", []),
    "another's state before the verb": ("Anh thắt chặt quan hệ với Việt Nam và gia nhập NATO năm 1949.", []),
    "an agreement that is joined": ("Ai Cập đã gia nhập Hiệp ước Thân thiện và Hợp tác của ASEAN.", []),
}


@pytest.mark.parametrize("case", MEMBERSHIPS)
def test_memberships(case: str) -> None:
    """The memberships of a text are those that it tells, with their phase and time."""
    text, expected = MEMBERSHIPS[case]
    reading = banggiao.read_text(text, id="story", published=PUBLISHED)
    found = [r for r in reading.records if isinstance(r, Status) and r.level == "membership"]
    assert [(r.parties, r.phase, r.date) for r in found] == expected
