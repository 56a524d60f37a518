"""Pages that are damaged, decomposed, in other languages, or made to hurt."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest

from banggiao import pages
from banggiao.errors import InputError, UsageError
from banggiao.pages.decode import decode
from banggiao.pages.fetch import fetch
from banggiao.pages.language import language_of
from tests.pages.test_saved_pages import PAGE, STORY

PARAGRAPHS = "".join(
    f"<p>Đoạn {i}: hai bên nhất trí mở thêm cửa khẩu quốc tế và lập nhóm công tác chung về đường sắt.</p>"
    for i in range(6)
)
ARTICLE = f"<article><h1>Hai nước mở thêm cửa khẩu</h1>{PARAGRAPHS}</article>"
SECONDS = 10.0
"""Far above what any of these takes (under 3 s), far below what they took with shapes that backtrack (minutes)."""


def test_a_decomposed_page_has_the_zones_of_the_composed_one() -> None:
    """Furniture, teasers and date are found whatever the Unicode form, and each zone holds the same words."""
    composed = pages.article_from_text(unicodedata.normalize("NFC", PAGE), id="page")
    decomposed = pages.article_from_text(unicodedata.normalize("NFD", PAGE), id="page")
    assert decomposed.published == composed.published
    assert [(z.kind, z.story) for z in decomposed.zones] == [(z.kind, z.story) for z in composed.zones]
    for one, other in zip(composed.zones, decomposed.zones, strict=True):
        words = unicodedata.normalize("NFC", decomposed.text[other.start : other.end])
        assert words == composed.text[one.start : one.end]


@pytest.mark.parametrize("text", ["*", "|", "* | \n\ufeff", "•\n*\n"])
def test_bullets_alone_make_no_empty_zone(text: str) -> None:
    """A zone holds at least one character."""
    assert all(zone.start < zone.end for zone in pages.article_from_text(text, id="page").zones)


REFUSED = {
    "a mark and nothing else": (b"\xff\xfe", "empty"),
    "blanks in UTF-16": ("  \n".encode("utf-16"), "empty"),
    "control characters in UTF-16": (b"\x00\x01" * 50, "no text"),
    "control characters after a mark": (b"\xef\xbb\xbf" + bytes(range(1, 9)) * 50, "no text"),
    "UTF-8 cut off in a letter": ("Hai nước họp tại Việ".encode()[:-1], "utf-8: unexpected end"),
    "UTF-8 with one bad byte": (STORY.encode() + b"\xff" + STORY.encode(), "utf-8: invalid start byte"),
    "a PDF after blanks": (b"\n\n%PDF-1.4\n" + STORY.encode(), "PDF"),
    "an RTF document": (b"{\\rtf1 " + STORY.encode(), "RTF"),
}


@pytest.mark.parametrize(("data", "word"), REFUSED.values(), ids=REFUSED.keys())
def test_damaged_bytes_are_refused_by_name(data: bytes, word: str) -> None:
    """The error names the input and what is wrong with it."""
    with pytest.raises(InputError, match=word) as told:
        decode(data, "page.txt")
    assert "page.txt" in str(told.value)


def test_a_long_plain_head_does_not_hide_the_code_page() -> None:
    """Menus in ASCII before a story in windows-1258 say nothing of its encoding."""
    story = "Đà Năng mơ hội nghị hợp tác vơi Đài Loan, Hàn Quôc và Nhật Ban năm nay. " * 20
    written = unicodedata.normalize("NFC", story).replace("ị", "i\u0323").replace("ộ", "ô\u0323")
    written = written.replace("ợ", "ơ\u0323").replace("ậ", "â\u0323").replace("ạ", "a\u0323")
    assert decode(b"menu item\n" * 25_000 + written.encode("cp1258"), "page").endswith(written)


LANGUAGES = {
    "vi": STORY * 3,
    "en": "The foreign ministers of the two countries met in Vientiane on Monday and agreed to open a border gate. "
    * 3,
    "und": "Le ministre a été reçu à l’Élysée, où les deux délégations ont évoqué la coopération économique. " * 3,
}


@pytest.mark.parametrize(("language", "text"), LANGUAGES.items())
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_alone_do_not_make_a_text_vietnamese(language: str, text: str, form: str) -> None:
    """French has accents too; Vietnamese has letters of its own."""
    assert language_of(unicodedata.normalize(form, text)) == language


DATES = {
    "a date in words": ("Thứ Năm, ngày 23 tháng 2 năm 2023", "2023-02-23"),
    "an author and a time": ("Minh Anh - 23/02/2023 08:15", "2023-02-23"),
    "a day that does not exist": ("31/02/2019 08:15", None),
    "a day that is still to come": ("01/08/2099 08:15", None),
}


@pytest.mark.parametrize(("byline", "published"), DATES.values(), ids=DATES.keys())
def test_the_date_of_a_byline(byline: str, published: str | None) -> None:
    """Real days that have come are taken, others are not."""
    text = f"Hai nước mở thêm cửa khẩu\n{byline}\n{STORY}"
    assert pages.article_from_text(text, id="page").published == published


def test_the_mark_of_a_paper_does_not_hide_the_dateline() -> None:
    """A line of two words stands between headline and dateline on some sites."""
    text = f"Hai nước mở thêm cửa khẩu quốc tế\n\nBM -\n\n(BNG) – Ngày 3/4/2019, tại Viêng Chăn, {STORY}"
    article = pages.article_from_text(text, id="page")
    assert (article.published, article.published_basis) == ("2019-04-03", "dateline")


def test_a_given_date_still_to_come_is_refused() -> None:
    """Nothing was published tomorrow year."""
    with pytest.raises(UsageError, match="still to come"):
        pages.article_from_text(STORY, id="page", published="2099-01-01")


ADDRESSES = ["http://[::1/", "http://example.com:99999/", f"http://{'a' * 70}.vn/", "HTTP://127.0.0.1/", "http:///x"]


@pytest.mark.parametrize("url", [*ADDRESSES, "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/"])
def test_addresses_that_are_none_or_lead_inside_are_refused(url: str) -> None:
    """Each is an error of that input, so that a batch goes on; an address inside an address is seen."""
    with pytest.raises(InputError):
        fetch(url)


def test_a_page_is_html_by_its_beginning(tmp_path: Path) -> None:
    """A comment before the first tag may be long; a text that speaks of a tag is a text."""
    page = tmp_path / "page.txt"
    page.write_text(f"<!-- {'x' * 6000} -->\n<html><body>{ARTICLE}</body></html>", encoding="utf-8")
    assert "<p>" not in pages.load(page).text
    page.write_text(f"{STORY}Trang dùng thẻ <meta> và <article> sai cách.\n{STORY}", encoding="utf-8")
    assert "<meta>" in pages.load(page).text


LINE = 1_000_000
HOSTILE = {
    "heads of lists": "tin liên quan\n" * (LINE // 14),
    "cut paragraphs under headlines": "Hai nước mở thêm cửa khẩu\nHôm nay, tại Viêng Chăn...\n" * (LINE // 54),
    "breadcrumbs": ("a > " * 40 + ".\n") * (LINE // 162),
    "breadcrumbs that end in a long word": ("trang chủ" + ">ab" * 36 + "x" * 60 + "\n") * 20,
    "one long line": "việt nam " * (LINE // 9),
    "addresses": "".join(f"https://example.vn/{i}\n" for i in range(LINE // 25)),
    "marks on one letter": "a" + "\u0301" * LINE,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_bounded_time(text: str) -> None:
    """No shape backtracks, no list is walked once for each of its lines."""
    start = time.process_time()
    pages.article_from_text(text, id="page")
    assert time.process_time() - start < SECONDS


def test_hostile_html_takes_bounded_time() -> None:
    """Thousands of short paragraphs are read without the step that is quadratic in them; more are refused."""
    start = time.process_time()
    article = pages.article_from_html(f"<html><body>{'<p>x</p>' * 20_000}{ARTICLE}</body></html>", id="page")
    assert "nhóm công tác chung" in article.text
    with pytest.raises(InputError, match="elements"):
        pages.article_from_html(f"<html><body>{'<p>x</p>' * 100_000}{ARTICLE}</body></html>", id="page")
    assert time.process_time() - start < SECONDS
