"""Pages as people save them: encodings, zones, publication dates."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from banggiao import pages
from banggiao.errors import BanggiaoError, InputError, UsageError
from banggiao.pages.decode import decode

STORY = "Việt Nam và Lào nhất trí mở thêm cửa khẩu quốc tế.\nHai bên sẽ họp lại trong năm tới.\n"

PAGE = """Thứ Hai, 25/11/2024
Email: toasoan@baomau.vn * Tòa soạn: 024 1234567
Chia sẻ Facebook Twitter Bình luận

Việt Nam và Lào mở thêm cửa khẩu quốc tế

12/03/2019 08:15 GMT+7
Hai bên nhất trí mở thêm hai cửa khẩu quốc tế trong năm nay.
Việt Nam và Lào mở thêm cửa khẩu quốc tế - ảnh 1Bộ trưởng hai nước tại lễ ký.
Lễ ký diễn ra tại Viêng Chăn với sự có mặt của lãnh đạo hai nước.
Quang cảnh lễ ký - Ảnh: TTXVN

Tin liên quan

Lào dự hội nghị năng lượng của khu vực

Ngày 26/9, tại Viêng Chăn, các bộ trưởng năng lượng khai mạc hội nghị thường niên với sự tham dự của...

* Vui lòng nhập bình luận tiếng Việt có dấu
"""


def zones_of(text: str) -> list[tuple[str, int, str]]:
    """(kind, story, words) of each zone."""
    article = pages.article_from_text(text, id="page")
    return [(zone.kind, zone.story, text[zone.start : zone.end]) for zone in article.zones]


def test_the_furniture_of_a_saved_page_is_told_from_its_story() -> None:
    """Headline not first, buttons, a caption run into the body, a list of other stories, a comment box."""
    found = zones_of(PAGE)
    by_words = {words: (kind, story) for kind, story, words in found}
    assert by_words["Việt Nam và Lào mở thêm cửa khẩu quốc tế"] == ("title", 0)
    assert by_words["Hai bên nhất trí mở thêm hai cửa khẩu quốc tế trong năm nay."] == ("lead", 0)
    assert by_words["Bộ trưởng hai nước tại lễ ký."] == ("caption", 0)
    assert by_words["Quang cảnh lễ ký - Ảnh: TTXVN"] == ("caption", 0)
    assert by_words["Lào dự hội nghị năng lượng của khu vực"] == ("teaser", 1)
    furniture = " ".join(words for kind, _, words in found if kind == "furniture")
    for words in ("toasoan@baomau.vn", "Facebook", "Tin liên quan", "nhập bình luận"):
        assert words in furniture
    teaser = next(words for kind, story, words in found if kind == "teaser" and words.startswith("Ngày 26/9"))
    assert by_words[teaser] == ("teaser", 1)


DATED = {
    "a byline with its time": (PAGE, None, "2019-03-12", "byline"),
    "a bare date below the headline": (f"Hai nước mở thêm cửa khẩu\n01-08-2020\n{STORY}", None, "2020-08-01", "byline"),
    "a clock above the headline is none": (f"Thứ Hai, 25/11/2024\nHai nước mở thêm cửa khẩu\n{STORY}", None, None, ""),
    "a dateline": (f"Hai nước mở thêm cửa khẩu\nHà Nội, 10/9/2023 - {STORY}", None, "2023-09-10", "dateline"),
    "a date in the story is none": (f"Hai nước mở thêm cửa khẩu\nTừ ngày 10/9/2023, {STORY}", None, None, ""),
    "the number of an address": (
        STORY,
        "https://baochinhphu.vn/mo-cua-khau-102230223132459787.htm",
        "2023-02-23",
        "url",
    ),
    "the path of an address": (STORY, "https://example.vn/2017/11/14/mo-cua-khau.html", "2017-11-14", "url"),
    "a number that is no date": (STORY, "https://example.vn/mo-cua-khau-102230223132459787.htm", None, ""),
}


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Thứ Hai, 15:30, 31/08/2020", "2020-08-31"),
        ("Văn Nam-Thứ năm, ngày 29/08/2013 20:33 GMT+7", "2013-08-29"),
        ("Write: 2018-10-10 15:09:44 / Update: 2018-10-11 16:12:01", "2018-10-10"),
        ("Mới nhất:2021-08-09 18:02:58   Số lần đã xem:0 Nguồn gốc:abc", "2021-08-09"),
        ("Thứ năm, 2 tháng 8, 2018 | 17:55:32", "2018-08-02"),
        ("Thứ Sáu, ngày 24 tháng 02 năm 2023 - 09:30", "2023-02-24"),
        ("23 Tháng Mười Hai, 2022", "2022-12-23"),
        ("February 23, 2023", "2023-02-23"),
        ("2023-02-23T07:15:00+07:00", "2023-02-23"),
        ("Chính trị | 24/02/2023 09:30", "2023-02-24"),
        ("Theo Văn Nam 23/02/2023 07:15", "2023-02-23"),
        ("Posted on 01/08/2023", "2023-08-01"),
    ],
)
def test_a_line_that_says_when_it_was_printed(line: str, published: str) -> None:
    """It dates the page and is no part of the story, however the paper writes it."""
    text = f"Việt Nam và Lào mở thêm cửa khẩu quốc tế\n{line}\n{STORY}"
    article = pages.article_from_text(text, id="page")
    assert article.published == published
    assert [zone.kind for zone in article.zones if line[:9] in text[zone.start : zone.end]] == ["byline"]


@pytest.mark.parametrize(
    "line",
    [
        "Hội nghị cấp cao ASEAN khai mạc ngày 23/02/2023",
        "Lễ đón đoàn Lào sẽ bắt đầu lúc 9:00 ngày 23/02/2023",
        "Ký hiệp định 12/03/2019",
        "Lúc 15:30 31/02/2020",
    ],
)
def test_a_headline_with_a_day_dates_nothing(line: str) -> None:
    """More words stand in it, or neither hour nor label; and a day that does not exist is none."""
    assert pages.article_from_text(f"Hai nước mở thêm cửa khẩu\n{line}\n{STORY}", id="page").published is None


@pytest.mark.parametrize(
    "line",
    [
        "[Lào và Campuchia họp về biên giới tại Viêng Chăn]",
        "Xem thêm > > Lào và Campuchia họp về biên giới tại Viêng Chăn",
        ">> Lào và Campuchia họp về biên giới tại Viêng Chăn",
        "Xem thêm: Lào và Campuchia họp về biên giới tại Viêng Chăn",
    ],
)
def test_a_line_that_points_to_another_story_is_that_story(line: str) -> None:
    """In the middle of a story or at its end; it is told without what points to it, and the story goes on."""
    found = zones_of(f"Việt Nam và Lào mở thêm cửa khẩu quốc tế\n{STORY}{line}\nLễ ký diễn ra tại Viêng Chăn.\n")
    assert ("teaser", 1, "Lào và Campuchia họp về biên giới tại Viêng Chăn") in found
    assert ("body", 0, "Lễ ký diễn ra tại Viêng Chăn.") in found


def test_the_way_to_a_page_is_not_its_headline() -> None:
    found = zones_of(f"> tiếng việt > ASEAN > Tin tức\nViệt Nam và Lào mở thêm cửa khẩu quốc tế\n{STORY}")
    assert [words for kind, _, words in found if kind == "title"] == ["Việt Nam và Lào mở thêm cửa khẩu quốc tế"]


@pytest.mark.parametrize(("text", "url", "published", "basis"), DATED.values(), ids=DATED.keys())
def test_the_publication_date(text: str, url: str | None, published: str | None, basis: str) -> None:
    """It is found where a page states it, and nowhere else."""
    article = pages.article_from_text(text, id="page", url=url)
    assert article.published == published
    assert article.published_basis == basis


def test_a_given_date_goes_before_the_page() -> None:
    """What the user says counts."""
    assert pages.article_from_text(PAGE, id="page", published="2019-03-13").published == "2019-03-13"


@pytest.mark.parametrize("published", ["2019-02-29", "yesterday", "XXXX-03-01", "2018/2019"])
def test_a_date_that_is_none_is_refused(published: str) -> None:
    """A day that does not exist, and what is no single date."""
    with pytest.raises(UsageError, match="publication date"):
        pages.article_from_text(STORY, id="page", published=published)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_decoded_in_any_form(encoding: str) -> None:
    """With a mark or without, composed or decomposed; the letters come back as they were."""
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, STORY)
        assert decode(text.encode(encoding), "page") == text


def _as_cp1258(letter: str) -> str:
    """The letter as the code page can say it: the base with its hat or horn, the tone mark after it."""
    if letter.encode("cp1258", "ignore"):
        return letter
    marks = unicodedata.normalize("NFD", letter)
    base = "".join(c for c in marks if c not in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", base) + "".join(c for c in marks if c in "\u0300\u0301\u0303\u0309\u0323")


def test_windows_1258_is_decoded() -> None:
    """The old Vietnamese code page writes tone marks after their letters."""
    text = "Bộ trưởng Ngoại giao các nước ASEAN họp tại thành phố Đà Nẵng. " * 30
    written = "".join(_as_cp1258(c) for c in unicodedata.normalize("NFC", text))
    assert unicodedata.normalize("NFC", decode(written.encode("cp1258"), "page")) == text


@pytest.mark.parametrize(
    ("data", "word"),
    [(b"", "empty"), (b"%PDF-1.5 x", "PDF"), ("Việt".encode("utf-16")[:-1], "utf-16"), (b"\x00\x01" * 50, "no text")],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, word: str) -> None:
    """The error names the source and the reason."""
    with pytest.raises(InputError, match=word) as told:
        decode(data, "page.txt")
    assert "page.txt" in str(told.value)


@pytest.mark.parametrize("magic", [b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"])
def test_who_adds_an_archive_is_told_how(magic: bytes) -> None:
    """A page is asked of nobody who has thousands of articles in a file."""
    with pytest.raises(InputError, match="archive") as told:
        decode(magic + b"rest", "articles.jsonl.gz")
    assert "banggiao bulk" in told.value.hint


def test_an_html_page_gives_its_story_and_date() -> None:
    """Scripts, menus and entities of its own do not come through."""
    html = """<!DOCTYPE html><html lang="vi"><head><title>Mở thêm cửa khẩu</title>
    <meta property="article:published_time" content="2019-03-12T08:15:00+07:00"><script>var x = "Nga";</script></head>
    <body><nav><a href="/">Trang chủ</a></nav><article><h1>Việt Nam và Lào mở thêm cửa khẩu quốc tế</h1>
    <p>Hai bên nhất trí mở thêm hai cửa khẩu quốc tế trong năm nay, sau nhiều vòng trao đổi của các bộ.</p>
    <p>Lễ ký diễn ra tại Viêng Chăn với sự có mặt của lãnh đạo hai nước và đại diện các địa phương.</p></article>
    </body></html>"""
    article = pages.article_from_html(html, id="page")
    assert article.published == "2019-03-12"
    assert "Hai bên nhất trí mở thêm hai cửa khẩu" in article.text
    assert "var x" not in article.text


def test_an_html_page_without_an_article_is_refused() -> None:
    """A menu is no article."""
    with pytest.raises(InputError, match="no article"):
        pages.article_from_html("<html><body><nav><a href='/'>Trang chủ</a></nav></body></html>", id="page")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400) | st.sampled_from([PAGE, STORY * 3]))
def test_zones_are_sorted_disjoint_and_inside_any_text(text: str) -> None:
    """Whatever comes in, zones hold; what cannot be read is refused in words."""
    try:
        article = pages.article_from_text(text, id="page")
    except BanggiaoError:
        return
    end = 0
    for zone in article.zones:
        assert end <= zone.start < zone.end <= len(text)
        end = zone.end


@pytest.mark.parametrize(
    ("line", "is_furniture"),
    [
        ("Đường dây nóng: 0912 345 678", True),
        ("Tổng biên tập: Nguyễn Văn A", True),
        ("Cơ quan chủ quản: Bộ Thông tin và Truyền thông", True),
        ("Giấy phép số 123/GP-BTTTT cấp ngày 1/2/2015", True),
        ("Bản quyền thuộc về báo", True),
        ("Hai miền Triều Tiên nối lại đường dây nóng quân sự sau gần hai năm gián đoạn.", False),
        ("Tổng biên tập của tờ Rodong Sinmun có mặt trong phái đoàn tới Bắc Kinh.", False),
        ("Hai bên nhất trí hợp tác bảo vệ bản quyền phần mềm.", False),
    ],
)
def test_what_an_outlet_says_of_itself_is_furniture(line: str, is_furniture: bool) -> None:
    """A story that speaks of hotlines, editors or copyright is read."""
    text = f"Tin ngoại giao\n\nBộ trưởng hai nước gặp nhau tại Hà Nội ngày 12/3/2019.\n\n{line}\n"
    article = pages.article_from_text(text, id="page")
    kinds = {zone.kind for zone in article.zones if line[:20] in text[zone.start : zone.end]}
    assert (kinds == {"furniture"}) is is_furniture
