"""The parts of grouping: days and what they say, copies, groups from scores, words in two languages."""

from __future__ import annotations

import pytest

from banggiao.coverage import copies
from banggiao.coverage.cluster import average_link
from banggiao.coverage.days import agreement, days_of
from banggiao.coverage.terms import counts
from banggiao.coverage.told import told, told_apart
from banggiao.pages import article_from_text

TEXT = (
    "Chiều 2/8, tại Singapore, các Bộ trưởng Ngoại giao ASEAN và Trung Quốc thông báo đã có văn bản dự thảo duy nhất để "
    "đàm phán Bộ quy tắc ứng xử ở Biển Đông, một bước tiến mà hai bên chờ đợi từ lâu. Hội nghị diễn ra trong hai ngày. "
    "Các bộ trưởng cũng bàn về hợp tác thương mại, du lịch và ứng phó với thiên tai trong khu vực."
)
MORE = (
    "Cùng ngày, đoàn Việt Nam gặp song phương các nước Australia, Canada và New Zealand để chuẩn bị cho các hội nghị "
    "cấp cao cuối năm. Buổi tối, nước chủ nhà mời cơm các đoàn bên vịnh Marina."
)

DAYS = {
    "ngày 2/8": ["2/8"],
    "từ 12-14/3": ["12/3", "14/3"],
    "chiều 17-7": ["17/7"],
    "ngày 30 tháng 4": ["30/4"],
    "thắng 2-1": [],
    "15.000/30.000": [],
    "on 8 September": ["8/9"],
    "March 23": ["23/3"],
    "ngày 45/3": [],
}


def article(text, title=""):
    return told(article_from_text(text, id="x", title=title))


@pytest.mark.parametrize(("text", "days"), DAYS.items(), ids=DAYS)
def test_days_that_a_text_names(text, days):
    """A hyphen makes a day only behind a word of time; what is no day of the year is none."""
    named = days_of(article(f"Tin {text}.")).named
    assert list(named) == [days_of(article(f"Tin ngày {day}.")).named[0] for day in days]


def test_days_that_agree_bring_articles_nearer_and_others_part_them():
    """The same day, days near, other days, other days in the headline, other sessions."""
    same = agreement(days_of(article("Ngày 2/8 họp.")), days_of(article("Sáng 2/8 khai mạc.")))
    near = agreement(days_of(article("Ngày 2/8 họp.")), days_of(article("Ngày 5/8 họp.")))
    unknown = agreement(days_of(article("Họp.")), days_of(article("Ngày 2/8 họp.")))
    other = agreement(days_of(article("Ngày 2/8 họp.")), days_of(article("Ngày 2/10 họp.")))
    title = agreement(days_of(article("Giá", "Giá vàng 2/8")), days_of(article("Giá", "Giá vàng 4/8")))
    session = agreement(days_of(article("Hội nghị lần thứ 51.")), days_of(article("Hội nghị lần thứ 52.")))
    assert same > near > unknown == 1 > session > other > title
    days = ("2018-05-02", "2018-05-03", "2018-05-30", "2021-09-09")
    first, *later = (days_of(article("Họp."), day) for day in days)
    assert agreement(first, later[0]) > 1 > agreement(first, later[1]) > agreement(first, later[2])


def test_the_days_of_the_beginning_count_where_both_have_one():
    """Every later report of an affair recalls the day on which it began; without days in front, those further down count."""
    first = days_of(article(f"Ngày 2/8 họp. {TEXT}"))
    recalls = days_of(article(f"Ngày 20/9 ký. {MORE} {MORE} {TEXT}"))
    late = days_of(article(f"Họp. {MORE} {MORE} {TEXT}"))
    assert agreement(first, recalls) == agreement(days_of(article("Ngày 2/8.")), days_of(article("Ngày 20/9."))) < 1
    assert agreement(first, late) > 1


def test_a_copy_is_known_by_its_runs_of_words():
    """Whole, shortened, lengthened, retyped: a copy. The same event in other words: none."""
    whole = copies.sketch(f"{TEXT} {MORE}")
    for version in (f"{TEXT} {MORE}".upper(), TEXT, MORE + " (TTXVN)", f"Tin mới. {TEXT} Ảnh: AP. {MORE}"):
        assert copies.is_copy(whole, copies.sketch(version))
    own = (
        "Ở Singapore hôm 2/8, ASEAN và Trung Quốc loan báo dự thảo chung cho COC sau hai ngày họp của các ngoại trưởng."
    )
    assert not copies.is_copy(whole, copies.sketch(own))
    assert copies.contained(whole, copies.sketch(own)) < copies.COPY / 2


def test_texts_of_a_few_words_are_copies_only_of_themselves():
    """However much of the few is the same; typing makes no difference."""
    a, b = copies.sketch("Tin cập nhật lúc 9 giờ"), copies.sketch("Tin cập nhật lúc 8 giờ")
    assert copies.is_copy(a, copies.sketch("TIN  CẬP NHẬT lúc 9 giờ"))
    assert not copies.is_copy(a, b)
    assert not copies.is_copy(copies.sketch(""), a)


def test_a_long_text_is_told_by_a_sample():
    """A sketch is bounded, and two samples still tell a half from another text."""
    long = " ".join(f"Ngày thứ {n}, các bên {n} bàn về mục {n} của bản {n} thảo {n}." for n in range(200))
    half = long[: len(long) // 2]
    assert len(copies.sketch(long)) == copies.SIZE
    assert copies.is_copy(copies.sketch(long), copies.sketch(half))
    assert not copies.is_copy(copies.sketch(half), copies.sketch(long[len(half) + 40 :]))


def test_copies_of_copies_are_one_family():
    """A chain has one head, the smallest number."""
    assert copies.families(5, iter([(1, 2), (2, 4)])) == [0, 1, 1, 3, 1]
    texts = [TEXT, MORE, f"{TEXT} {MORE}"]
    assert list(copies.alike([copies.sketch(text) for text in texts])) == [(0, 2), (1, 2)]


def test_two_close_knit_groups_stay_two():
    """The likeness that joins two single articles does not join two tight groups, nor does a reprint shut others out."""
    tight = {(0, 1): 0.6, (2, 3): 0.6}
    between = {(a, b): 0.25 for a in (0, 1) for b in (2, 3)}
    assert average_link(4, tight | between, 0.22, 0.55, 0.6) == [[0, 1], [2, 3]]
    assert average_link(2, {(0, 1): 0.25}, 0.22, 0.55, 0.6) == [[0, 1]]
    assert average_link(3, {(0, 1): 1.0, (0, 2): 0.4, (1, 2): 0.4}, 0.22, 0.55, 0.6) == [[0, 1, 2]]


def test_a_chain_is_no_group():
    """The ends are unlike, so the mean is low."""
    assert average_link(3, {(0, 1): 0.5, (1, 2): 0.3}, 0.22, 0.0, 1.0) == [[0, 1], [2]]


def test_names_are_terms_of_their_own():
    """A run of capitals is a name; the first word of a sentence is none."""
    found = counts(article("Chiều nay ông Phạm Bình Minh tới Viêng Chăn. Đoàn ở lại hai ngày."))
    assert {"^phạm bình minh", "^viêng chăn"} <= set(found)
    assert "^đoàn" not in found


def test_the_headline_counts_once():
    """A page that repeats its headline as the first line says it no louder."""
    title = "Khai mạc hội nghị"
    assert counts(article(f"{title}\n{TEXT}", title))["khai"] == counts(article(TEXT, title))["khai"]


MENU = "Trong số này: chợ nổi mùa nước, người giữ đèn biển.\nTòa soạn tiếp bạn đọc vào sáng thứ hai hằng tuần."


def test_what_every_page_of_an_outlet_says_is_no_part_of_its_stories():
    """Menus in front, addresses behind, the outlet's name for a title."""
    pages = [
        article_from_text(
            f"{MENU}\nĐoàn {n} thăm nước {n}. {MORE.replace('Cùng', f'{n}')}", id=str(n), title="Báo Ngày"
        )
        for n in range(6)
    ]
    for n, one in enumerate(told_apart(pages)):
        assert one.title == ""
        assert one.story.splitlines()[0] == f"Đoàn {n} thăm nước {n}."
        assert "đèn biển" not in one.story
    assert "đèn biển" in told_apart(pages[:2])[0].story


def test_a_report_that_many_reprint_is_no_furniture():
    """Of each page nothing would be left."""
    pages = [article_from_text(f"{TEXT}\nTheo báo {n}", id=str(n), title=f"Tin {n}") for n in range(8)]
    assert all(one.story.startswith(TEXT) for one in told_apart(pages))


def test_two_english_reports_are_not_one_event_for_being_english():
    """Among Vietnamese ones."""
    from banggiao.coverage import group

    texts = [
        "The prime minister said on Monday that the government would raise the pension age, after months of talks.",
        "Officials in the north said that heavy rain had washed away a bridge, and people were told to leave the town.",
        TEXT,
        MORE,
    ]
    assert len(group(article_from_text(text, id=str(n)) for n, text in enumerate(texts))) == 4
