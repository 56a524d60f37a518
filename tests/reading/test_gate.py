"""The first look: what is dismissed before reading, and what never is."""

from __future__ import annotations

import unicodedata

import pytest

from banggiao import api, pages
from tests.reading.test_promises import PAGES

ABROAD = "Ngoại trưởng Nhật Bản hội đàm với người đồng cấp Hàn Quốc tại Tokyo ngày 12-3-2018."
KITCHEN = (
    "Cách nấu bún thang đúng vị\nNgười Hà Nội ăn bún thang vào những ngày sau Tết. Gà luộc xé nhỏ, trứng tráng mỏng, "
    "giò lụa thái chỉ, thêm chút mắm tôm và tinh dầu cà cuống. Nước dùng phải trong, ngọt từ xương gà và tôm he khô. "
) * 3


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_examples_are_read(name: str) -> None:
    assert not api.default_reader().dismisses(PAGES[name])


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_single_sentence_about_relations_is_read(form: str) -> None:
    text = unicodedata.normalize(form, ABROAD)  # type: ignore[arg-type]
    assert not api.default_reader().dismisses(text)


def test_old_tone_marks_count_like_new_ones() -> None:
    both = ["Đàm phán hòa bình với Iran.", "Đàm phán hoà bình với Iran."]
    padding = " Trời đẹp." * 120
    assert {api.default_reader().dismisses(text + padding) for text in both} == {False}


def test_other_pages_are_dismissed_and_still_give_a_reading() -> None:
    reader = api.default_reader()
    article = pages.article_from_text(KITCHEN, id="bun-thang", published="2019-02-10")
    assert reader.dismisses(KITCHEN)
    reading = reader.read(article)
    assert (reading.records, reading.title, reading.published) == ([], "Cách nấu bún thang đúng vị", "2019-02-10")
    assert reader.explain(article)[0] == reading


def test_a_word_inside_another_is_not_a_name() -> None:
    assert api.default_reader().dismisses("Ngang Anhinga Phápluật Ngauyên " * 20)
