"""Parties by any usual name."""

from __future__ import annotations

import pytest

from banggiao.briefs.names import find_pair, find_party, find_topic
from banggiao.errors import UsageError
from banggiao.lexicon import Lexicon, load
from banggiao.register.speaking import Mentions


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """The shipped lexicon."""
    return load()


NAMES = [
    ("trung quoc", "CHN"), ("Trung Quốc", "CHN"), ("China", "CHN"), ("CHN", "CHN"), ("chn", "CHN"),
    ("Nga", "RUS"), ("Russia", "RUS"), ("han quoc", "KOR"), ("South Korea", "KOR"), ("nhat ban", "JPN"),
    ("asean", "ASEAN"), ("viet nam", "VNM"), ("Vietnam", "VNM"), ("new zealand", "NZL"), ("EU", "EU"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "code"), NAMES)
def test_a_party_is_found_by_any_usual_name(name: str, code: str, lexicon: Lexicon) -> None:
    """Codes, Vietnamese and English names, with and without diacritics."""
    assert find_party(lexicon, name) == code


@pytest.mark.parametrize(("name", "meant"), [("Rusia", "RUS"), ("trung quok", "CHN"), ("Japann", "JPN")])
def test_an_unknown_name_is_refused_with_the_closest(name: str, meant: str, lexicon: Lexicon) -> None:
    """The hint names the party that was probably meant."""
    with pytest.raises(UsageError) as refused:
        find_party(lexicon, name)
    assert repr(name) in refused.value.message
    assert meant in refused.value.hint


def test_a_name_like_no_other_gets_a_way_on(lexicon: Lexicon) -> None:
    """Without a close name the hint says what kind of name is wanted."""
    with pytest.raises(UsageError) as refused:
        find_party(lexicon, "qqqqzzzz")
    assert "code" in refused.value.hint


def test_two_names_of_one_party_are_no_pair(lexicon: Lexicon) -> None:
    """A brief is about two."""
    with pytest.raises(UsageError, match="same party"):
        find_pair(lexicon, "China", "Trung Quốc")


MENTIONS = [
    ("ASEAN đánh giá cao Trung Quốc", "CHN", True),
    ("giữ vai trò trung tâm của ASEAN", "CHN", False),
    ("Nga coi trọng ASEAN", "RUS", True),
    ("chị Nguyệt nga ngồi", "RUS", False),
    ("TRUNG QUỐC và ASEAN", "CHN", True),
    ("giữ vai trò Trung tâm của ASEAN", "CHN", False),
    ("quan hệ Việt - Trung", "CHN", True),
    ("quan hệ Trung–Nhật", "CHN", True),
]


@pytest.mark.parametrize(("words", "party", "named"), MENTIONS)
def test_words_name_a_party_or_not(words: str, party: str, named: bool, lexicon: Lexicon) -> None:
    """A one-word name counts only as it is written, a longer one in any case."""
    assert Mentions(lexicon)(words, party) is named


TOPICS = ["maritime", "Biển Đông", "bien dong", "đường lưỡi bò", "Biển Đông và biển", "the sea"]


@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_has_many_names(name: str) -> None:
    assert find_topic(load(), name) == "maritime"


def test_each_code_of_a_topic_is_a_name_of_it() -> None:
    """Those of two words too ("labour-migration")."""
    forms = load().forms.values()
    codes = {str(entry.attrs["topic"]) for entries in forms for entry in entries if entry.cls == "topic"}
    assert "labour-migration" in codes
    assert {find_topic(load(), code) for code in codes} == codes


def test_no_topic_is_told_with_all_that_there_are() -> None:
    with pytest.raises(UsageError, match="weather") as error:
        find_topic(load(), "weather")
    assert "maritime" in error.value.hint
