"""Alliances: who is called whose ally, in sentences in the manner of the press."""

from __future__ import annotations

import pytest

import banggiao
from banggiao.model import Status

ALLIANCES: dict[str, tuple[str, list[list[str]]]] = {
    "said to be an ally": ("Thái Lan là đồng minh lâu năm của Mỹ.", [["THA", "USA"]]),
    "an ally in passing": ("Iran, một đồng minh thân cận của Syria, bác bỏ cáo buộc.", [["IRN", "SYR"]]),
    "named behind": ("Đồng minh lớn nhất của Triều Tiên là Trung Quốc.", [["CHN", "PRK"]]),
    "two things at once": (
        "Trung Quốc là đồng minh duy nhất và là đối tác thương mại lớn nhất của Triều Tiên.",
        [["CHN", "PRK"]],
    ),
    "the state behind the clause": ("Dù là đồng minh của Mỹ, Philippines vẫn mua vũ khí Nga.", [["PHL", "USA"]]),
    "this country's": ("Manila rời xa Mỹ, một đồng minh lâu đời của nước này.", [["USA", "PHL"]]),
    "with another": ("Tổng thống Mỹ nói Mỹ vẫn là một đồng minh quan trọng đối với Thổ Nhĩ Kỳ.", [["USA", "TUR"]]),
    "each other's": ("Washington và Ankara vẫn là đồng minh thân cận trong NATO.", [["USA", "TUR"]]),
    "two beside each other": (
        "Nga cảnh báo Mỹ và Hàn Quốc, hai đồng minh lâu năm, về cuộc tập trận.",
        [["USA", "KOR"]],
    ),
    "two of a third": ("Tổng thống Iran nói rằng Venezuela và Cuba là đồng minh của chúng tôi.", []),
    "the last of two": ("Nga kêu gọi Pháp và Mỹ, một đồng minh thân thiết của Anh, đối thoại.", [["USA", "GBR"]]),
    "joined to its ally": ("Triều Tiên chỉ trích Mỹ và đồng minh Hàn Quốc tập trận.", [["USA", "KOR"]]),
    "the only other state": ("Tokyo mua tên lửa để hỗ trợ đồng minh Mỹ.", [["JPN", "USA"]]),
    "allies without names": ("Mỹ trấn an các đồng minh của Mỹ tại châu Á, trong đó có Nhật Bản.", []),
    "called by its two states": ("Bình Nhưỡng tìm cách làm suy yếu liên minh Mỹ - Hàn.", [["USA", "KOR"]]),
    "between its two states": ("Ông khẳng định liên minh giữa Mỹ và Nhật Bản rất bền vững.", [["USA", "JPN"]]),
    "of three": ("Cuộc không kích của liên minh Mỹ - Anh - Pháp diễn ra lúc rạng sáng.", []),
    "one that may come about": ("Giới quan sát nói khó có một liên minh Nga - Mỹ ở Syria.", []),
    "in the making": ("Hai bên bàn về triển vọng liên minh Nhật - Ấn.", []),
    "a society's name": ("Sinh viên nhận học bổng của Liên minh Bỉ - Việt.", []),
    "a trusted one": ("Tổng thống nói Mỹ là đồng minh tin cậy của Arab Saudi.", [["USA", "SAU"]]),
    "no ally": ("Singapore không phải là đồng minh của Mỹ.", []),
    "against somebody": ("Mỹ tìm đồng minh đối phó Trung Quốc.", []),
    "a people's, not their state's": ("Người Kurd ở Syria, đồng minh của Mỹ, lo ngại.", []),
    "hoped for": ("Ông hy vọng Nga là đồng minh của Philippines.", []),
    "an ally of a person": ("Nghị sĩ này là đồng minh của Thủ tướng Đức Angela Merkel.", []),
}


@pytest.mark.parametrize("case", ALLIANCES)
def test_alliances(case: str) -> None:
    """The alliances of a text are those of named states that it tells as standing."""
    text, expected = ALLIANCES[case]
    reading = banggiao.read_text(text, id="story", published="2018-08-02")
    found = [r for r in reading.records if isinstance(r, Status) and r.level == "alliance"]
    assert [r.parties for r in found] == expected
    assert all(r.phase == "in-force" for r in found)
