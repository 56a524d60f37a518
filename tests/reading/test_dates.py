"""Dates in the words of the press."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any

import pytest

from banggiao import edtf
from banggiao.lexicon import load
from banggiao.model import ReadingNote
from banggiao.normal import lower
from banggiao.reading.dates import DATE_ROLES, DateGrammar, DateMention, dates_of, find_dates


@cache
def grammar() -> DateGrammar:
    return DateGrammar(load().grammar["vi/dates"])


def found(text: str, published: str | None = None) -> list[DateMention]:
    return dates_of(text, published, grammar())[0]


def _rules() -> list[dict[str, Any]]:
    return grammar().rules


EXAMPLES = [(rule["name"], *example) for rule in _rules() for example in rule["examples"]]
REFUSALS = [(rule["name"], text) for rule in _rules() for text in rule.get("refusals", [])]

NO_DATES = [
    "Việt Nam thắng Thái Lan 2-1", "2/3 số phiếu thuận", "trực 24/7", "tỷ lệ 50/50", "Nghị định 12/2017/NĐ-CP",
    "19/63 tỉnh, thành", "từ 30 - 35 tuổi", "vĩ tuyến 17", "giải hạng nhì", "tăng 4,2%", "điện thoại 024.3799",
    "chuyến bay VN 18", "xổ số 6/45", "từ 3-5 triệu đồng", "cuộc gặp thứ hai", "nước thứ ba", "mỗi tháng một lần",
    "ngày càng nhiều", "bản nâng cấp 4.0",
]  # fmt: skip
SPELLINGS = [
    "Chiều 2-8", "CHIỀU 2-8", unicodedata.normalize("NFD", "Chiều 2-8"), "chiều 2/8", "chiều 2 - 8", "chiều 2–8",
]  # fmt: skip
ROLES = [
    ("đến năm 2020", "until"), ("đến hết năm 2025", "until"), ("từ năm 2012", "since"), ("kể từ ngày 1-7", "since"),
    ("kỷ niệm 15 năm", "anniversary"), ("trong ba năm tới", "span"), ("vào năm 2020", ""),
]  # fmt: skip
TURNS_OF_THE_YEAR = [
    ("ngày 28/12", "2018-01-02", "2017-12-28"),
    ("ngày 5/1", "2018-12-30", "2019-01-05"),
    ("từ ngày 28/12 đến 3/1", "2018-12-20", "2018-12-28/2019-01-03"),
    ("tháng trước", "2018-01-10", "2017-12"),
    ("tháng tới", "2018-12-10", "2019-01"),
    ("hôm qua", "2018-01-01", "2017-12-31"),
    ("ngày 29/2", "2016-03-01", "2016-02-29"),
]
IMPOSSIBLE = ["ngày 31/2", "ngày 30/2/2018", "ngày 29/2/2018", "ngày 31 tháng 4", "ngày 12/15/2018"]


@pytest.mark.parametrize(("rule", "text", "published", "expected"), EXAMPLES)
def test_a_rule_reads_its_examples(rule: str, text: str, published: str | None, expected: str) -> None:
    """The example is read by the rule beside which it stands, not by another."""
    assert (rule, expected) in [(mention.rule, mention.edtf) for mention in found(text, published)]


@pytest.mark.parametrize(("rule", "text"), REFUSALS)
def test_a_rule_refuses_its_refusals(rule: str, text: str) -> None:
    """Nothing at all is read from a refusal."""
    assert found(text, "2018-08-03") == []


def test_every_rule_has_an_example() -> None:
    """A rule without an example would be tested by nobody."""
    assert [rule["name"] for rule in _rules() if not rule["examples"]] == []


def test_rules_have_names_of_their_own_and_known_roles() -> None:
    """A name that two rules share would tell nothing."""
    names = [rule["name"] for rule in _rules()]
    assert len(names) == len(set(names))
    assert {rule.get("role", "") for rule in _rules()} <= set(DATE_ROLES)


@pytest.mark.parametrize("text", NO_DATES)
def test_what_looks_like_a_date_and_is_none_is_left_alone(text: str) -> None:
    """Scores, fractions, numbers of laws and amounts are no dates, and no impossible ones either."""
    assert dates_of(text, "2018-08-03", grammar()) == ([], [])


@pytest.mark.parametrize("text", SPELLINGS)
def test_the_way_of_typing_does_not_matter(text: str) -> None:
    """The span leads into the text as it was typed."""
    (mention,) = found(text, "2018-08-03")
    assert mention.edtf == "2018-08-02"
    assert (mention.start, mention.end) == (0, len(text))


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_the_words_before_a_date_give_its_role(text: str, role: str) -> None:
    """A role tells what a record may use the date for."""
    assert [mention.role for mention in found(text, "2018-08-03")] == [role]


@pytest.mark.parametrize(("text", "published", "expected"), TURNS_OF_THE_YEAR)
def test_the_year_turns(text: str, published: str, expected: str) -> None:
    """A day without a year belongs to the year in which it is nearest to the publication."""
    assert [mention.edtf for mention in found(text, published)] == [expected]


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_a_day_that_does_not_exist_is_told_and_not_repaired(text: str) -> None:
    """The note shows the words and where they stand."""
    mentions, notes = dates_of(text, "2018-08-03", grammar())
    assert [mention for mention in mentions if len(mention.edtf or "") == 10] == []
    assert notes
    assert notes[0].span is not None
    assert text[slice(*notes[0].span)].strip() in notes[0].message


def test_without_a_publication_date_the_year_is_unknown_and_relative_words_mean_nothing() -> None:
    """No year is guessed."""
    assert [mention.edtf for mention in found("Hôm nay, ngày 2/8, và năm ngoái")] == [None, "XXXX-08-02", None]


def test_each_stretch_is_resolved_against_its_own_publication_date() -> None:
    """A teaser's day takes no year from the main story's date."""
    text = lower("Chiều 2-8 họp báo. Ngày 5-9 khai mạc.")
    middle = text.index("ngày 5-9")
    mentions = find_dates(text, grammar(), [(0, middle, "2018-08-03"), (middle, len(text), None)])
    assert [mention.edtf for mention in mentions] == ["2018-08-02", "XXXX-09-05"]


def test_two_days_apart_are_two_dates_or_one_but_never_the_days_between() -> None:
    """ "The 5th and the 12th" is no range, "the 5th and the 6th" is one."""
    assert "2018-03-05/2018-03-12" not in [mention.edtf for mention in found("ngày 5 và 12-3", "2018-03-20")]
    assert [mention.edtf for mention in found("ngày 5 và 6-3", "2018-03-20")] == ["2018-03-05/2018-03-06"]


def test_the_same_day_of_two_years_is_an_anniversary_and_no_period() -> None:
    """In brackets it is that of which the years count; days that differ are two."""
    assert [mention.edtf for mention in found("(8/8/1967 - 8/8/2017)")] == ["1967-08-08"]
    assert [mention.edtf for mention in found("từ 8/8/1967 - 8/8/2017")] == ["1967-08-08", "2017-08-08"]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("hướng tới kỷ niệm 70 năm thiết lập quan hệ ngoại giao", None),
        ("hai nước sẽ cùng tổ chức kỷ niệm 45 năm ngày thiết lập quan hệ", None),
        ("hướng tới kỷ niệm 70 năm thiết lập quan hệ ngoại giao vào năm 2020", "1950"),
        ("sẽ thăm nhân kỷ niệm 45 năm thiết lập quan hệ", "1974"),
    ],
)
def test_an_anniversary_still_to_come_counts_back_from_a_named_year_only(text: str, year: str | None) -> None:
    """Seventy years to be celebrated some day are not seventy years before the report."""
    assert next(d.edtf for d in found(text, "2019-05-01") if d.role == "anniversary") == year


def test_a_resolved_date_says_from_what() -> None:
    """The basis and the reason come back with the date, in its plain form too."""
    (mention,) = found("kỷ niệm 45 năm", "2018-11-02")
    assert mention.to_dict() == {
        "start": 0, "end": 14, "edtf": "1973", "rule": "date.anniversary", "basis": "derived",
        "reason": "45 years before 2018", "role": "anniversary", "count": 45,
    }  # fmt: skip


def test_every_date_found_is_valid() -> None:
    """Whatever the rules put together can be parsed, whenever the article was published."""
    texts = " ; ".join(text for _, text, _, _ in EXAMPLES)
    for published in ("2016-02-29", "2018-01-01", "2018-12-31", "2019-06", "2020", None):
        assert all(edtf.valid(mention.edtf) for mention in found(texts, published) if mention.edtf)


def test_a_publication_date_that_is_none_is_refused() -> None:
    """The error names what was given."""
    with pytest.raises(ValueError, match="2018-02-31"):
        dates_of("hôm nay", "2018-02-31", grammar())


def test_notes_are_only_made_when_asked_for() -> None:
    """Callers without a list of notes get dates and no error."""
    notes: list[ReadingNote] = []
    text = "ngày 31/2"
    assert find_dates(text, grammar(), [(0, len(text), None)]) == []
    find_dates(text, grammar(), [(0, len(text), None)], notes)
    assert len(notes) == 1
