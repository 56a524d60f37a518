"""What the data knows of papers, agencies and offices: hosts, days in addresses, and who is credited."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from banggiao import pages
from banggiao.lexicon.check import problems
from banggiao.lexicon.store import load_compiled
from banggiao.pages.published import from_url, outlet_of
from banggiao.pages.shapes import shapes
from tests.pages.test_saved_pages import STORY

OUTLETS = load_compiled()[0].outlets
DATED = [(outlet.name, *example) for outlet in OUTLETS for example in outlet.examples]
UNDATED = [(outlet.name, address) for outlet in OUTLETS for address in outlet.undated]


@pytest.mark.parametrize(("name", "address", "day"), DATED, ids=[address for _, address, _ in DATED])
def test_an_address_holds_its_day(name: str, address: str, day: str) -> None:
    """Each shape of each outlet has such an example."""
    outlet = outlet_of(address, shapes())
    assert outlet is not None
    assert (outlet.name, from_url(address, shapes())) == (name, day)


@pytest.mark.parametrize(("name", "address"), UNDATED, ids=[address for _, address in UNDATED])
def test_a_running_number_is_no_day(name: str, address: str) -> None:
    """The outlet is known all the same."""
    outlet = outlet_of(address, shapes())
    assert outlet is not None
    assert (outlet.name, from_url(address, shapes())) == (name, None)


NO_DAYS = [
    "https://tuoitre.vn/tieu-de-20181399093012345.htm",  # a month that does not exist
    "https://thanhnien.vn/tieu-de-185991232101500123.htm",  # a year to come
    "https://thanhnien.vn/tieu-de-20180802091512345.htm",  # another site's shape
    "https://vnexpress.net/tieu-de-20180802.html",
]


@pytest.mark.parametrize("address", NO_DAYS)
def test_a_number_that_is_no_day_gives_none(address: str) -> None:
    """Silence before a guess."""
    assert from_url(address, shapes()) is None


def test_no_shape_takes_the_day_from_another_of_its_outlet() -> None:
    """All shapes of an outlet agree on all its examples."""
    for outlet in OUTLETS:
        for address, day in outlet.examples:
            matches = [m for pattern in outlet.dates if (m := re.search(pattern, address))]
            assert len(matches) == 1, (address, day)


CREDITS = {
    "opening in parentheses": ("(TTXVN) - Sáng 2/8, {story}", "TTXVN"),
    "opening with the site": ("(TTXVN/Vietnam+) – Ngày 2/8, {story}", "TTXVN"),
    "opening bare": ("BNG – Ngày 2/8, {story}", "BNG"),
    "after the mark of a paper": ("BM -\n\n(BNG) – Ngày 3/4/2019, {story}", "BNG"),
    "closing": ("{story}\nTheo TTXVN", "TTXVN"),
    "closing in parentheses": ("{story}\n(Theo TTXVN)", "TTXVN"),
    "closing with the author": ("{story}\nMinh Anh (TTXVN)", "TTXVN"),
    "closing with the site": ("{story}\n(TTXVN/Vietnam+)", "TTXVN"),
    "closing with another paper": ("{story}\nTTXVN/Báo Tin tức", "TTXVN"),
    "closing as a source": ("{story}\nNguồn: TTXVN", "TTXVN"),
    "closing with a broadcaster": ("{story}\nTheo VOV", "VOV"),
    "by its correspondent": ("Theo đặc phái viên TTXVN, ngày 2/8, {story}", "TTXVN"),
    "by its reporter abroad": ("Theo phóng viên TTXVN tại Viêng Chăn, {story}", "TTXVN"),
    "in full": ("Theo Thông tấn xã Việt Nam, sáng 2/8, {story}", "TTXVN"),
    "a photograph": ("{story}\nHai Bộ trưởng tại buổi hội đàm - Ảnh: TTXVN", None),
    "a photograph of two": ("{story}\nHai Bộ trưởng tại buổi hội đàm (Ảnh: AFP/TTXVN)", None),
    "an interview": ("Trả lời phỏng vấn TTXVN, Đại sứ nói về kết quả chuyến thăm. {story}", None),
    "what a broadcaster said": ("Theo VTV, mưa lớn ở miền Trung. {story}", None),
    "its director": ("{story}\nTổng giám đốc TTXVN dự buổi lễ.", None),
    "nobody": ("{story}", None),
}


@pytest.mark.parametrize(("text", "agency"), CREDITS.values(), ids=CREDITS.keys())
def test_the_agency_that_an_article_credits(text: str, agency: str | None) -> None:
    """Its text is theirs; who took the picture, or was told something, is another matter."""
    page = "Hai nước mở thêm cửa khẩu quốc tế\n" + text.format(story=STORY.strip())
    assert pages.article_from_text(page, id="page").agency == agency


MARKS = {
    "TTO - Ngày 2/8, {story}": ("Tuổi Trẻ", None),
    "(NLĐO) - Ngày 2/8, {story}": ("Người Lao Động", None),
    "NDO - Ngày 2/8, {story}": ("Nhân Dân", None),
    "(Dân trí) - Ngày 2/8, {story}": ("Dân trí", None),
    "(Chinhphu.vn) – Ngày 2/8, {story}": ("Báo Chính phủ", None),
    "VOV.VN - Ngày 2/8, {story}": ("VOV", "VOV"),
    "PLO - tổ chức của người Palestine - họp ngày 2/8, {story}": (None, None),
    "Dân trí - khái niệm của thế kỷ trước. {story}": (None, None),
    "ASEAN - Ngày 2/8, {story}": (None, None),
}


@pytest.mark.parametrize(("text", "signed"), MARKS.items())
def test_a_page_without_an_address_is_told_by_its_signature(text: str, signed: tuple[str | None, str | None]) -> None:
    """A word that means something else is none."""
    article = pages.article_from_text("Hai nước mở thêm cửa khẩu\n" + text.format(story=STORY.strip()), id="page")
    assert (article.publisher, article.agency) == signed


def test_the_address_says_whose_page_it_is_and_the_text_whose_words() -> None:
    """A paper prints the text of an agency."""
    text = f"Hai nước mở thêm cửa khẩu\n(TTXVN) - Ngày 2/8, {STORY}"
    article = pages.article_from_text(text, id="page", url="https://nhandan.vn/tieu-de-post812345.html")
    assert (article.publisher, article.agency) == ("Nhân Dân", "TTXVN")
    own = pages.article_from_text(STORY, id="page", url="https://www.vietnamplus.vn/tieu-de-post912345.vnp")
    assert (own.publisher, own.agency) == ("VietnamPlus", "TTXVN")


FAULTS = {
    "an unknown field": ("hosts: [a.vn], house: [b.vn]", "house"),
    "no hosts": ("note: x", "hosts"),
    "a host with www": ("hosts: [www.a.vn]", "no host"),
    "an address for a host": ("hosts: ['https://a.vn']", "no host"),
    "a host of another": ("hosts: [khac.vn]", "Khác's"),
    "an unknown agency": ("hosts: [a.vn], agency: AAA", "agency AAA"),
    "a shape that is none": ("hosts: [a.vn], dates: ['(?P<y>']", "no regular expression"),
    "a shape without a day": (r"hosts: [a.vn], dates: ['(?P<y>\d{4})(?P<m>\d\d)']", "needs the groups"),
    "a shape without an example": (r"hosts: [a.vn], dates: ['-(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)']", "no example"),
}


@pytest.mark.parametrize(("fields", "word"), FAULTS.values(), ids=FAULTS.keys())
def test_the_check_finds_what_is_wrong_with_an_outlet(fields: str, word: str, tmp_path: Path) -> None:
    """And names it."""
    (tmp_path / "outlets").mkdir()
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "vi.yml").write_text("# x\nagencies: {TTXVN: [ttxvn]}\n", encoding="utf-8")
    outlets = f"# x\n- {{name: Khác, hosts: [khac.vn], agency: TTXVN}}\n- {{name: Báo, {fields}}}\n"
    (tmp_path / "outlets" / "vi.yml").write_text(outlets, encoding="utf-8")
    assert word in "\n".join(problems(tmp_path))
