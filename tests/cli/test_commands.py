"""The way through: read, add, brief, timeline, show, as a person would."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from banggiao.cli import run

FIRST = """Việt Nam và Nhật Bản tăng cường hợp tác hạ tầng
Ngày 12/3/2019, tại Tokyo, Phó Thủ tướng, Bộ trưởng Ngoại giao Phạm Bình Minh hội đàm với Bộ trưởng Ngoại giao Nhật Bản Taro Kono.
Hai bên nhất trí làm sâu sắc quan hệ Đối tác chiến lược sâu rộng Việt Nam - Nhật Bản.
Bộ trưởng Taro Kono khẳng định Nhật Bản sẽ tiếp tục hỗ trợ Việt Nam xây dựng cơ sở hạ tầng.
Kim ngạch thương mại hai chiều Việt Nam - Nhật Bản năm 2018 đạt gần 38 tỷ USD.
"""
LATER = """Việt Nam - Nhật Bản nâng cấp quan hệ
Ngày 27/11/2023, tại Tokyo, Chủ tịch nước Võ Văn Thưởng hội đàm với Thủ tướng Nhật Bản Kishida Fumio.
Hai nhà lãnh đạo ra Tuyên bố chung nâng cấp quan hệ Việt Nam - Nhật Bản lên Đối tác chiến lược toàn diện vào ngày 27/11/2023.
"""


@pytest.fixture
def register(tmp_path: Path) -> str:
    """A register with two articles of 2019 and 2023."""
    for name, text, day in (("first", FIRST, "2019-03-12"), ("later", LATER, "2023-11-27")):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        assert run(["add", str(path), "--published", day, "--register", str(tmp_path / "r.sqlite")]) == 0
    return str(tmp_path / "r.sqlite")


def test_json_is_one_line_a_file_in_the_shape_of_the_scorer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """id, published, title and records with offsets that lead to the words."""
    path = tmp_path / "first.txt"
    path.write_text(FIRST, encoding="utf-8")
    assert run(["read", str(path), str(path), "--json", "--published", "2019-03-12"]) == 0
    rows = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert len(rows) == 2
    assert rows[0]["id"] == "first"
    assert rows[0]["published"] == "2019-03-12"
    assert rows[0]["title"] == FIRST.splitlines()[0]
    offices = {r["person"]: FIRST[slice(*r["evidence"][0])] for r in rows[0]["records"] if r["kind"] == "office"}
    assert offices["Taro Kono"] == "Bộ trưởng Ngoại giao Nhật Bản Taro Kono"


def test_a_brief_answers_as_of_a_day(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In 2019 nothing of 2023 is told; today the higher level stands."""
    assert run(["brief", "VN", "nhat ban", "--as-of", "2019-06-01", "--lang", "en", "--register", register]) == 0
    then = capsys.readouterr().out
    assert "comprehensive strategic partnership" not in then
    assert "strategic partnership" in then
    assert "Taro Kono" in then
    assert run(["brief", "Vietnam", "JPN", "--lang", "en", "--register", register]) == 0
    now = capsys.readouterr().out
    assert "comprehensive strategic partnership: established 27 November 2023" in now


def test_each_format_of_a_brief_holds_its_sources(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Text, Markdown, HTML and JSON name the articles; HTML escapes and opens the sentence."""
    for form in ("text", "md", "html", "json"):
        assert run(["brief", "VN", "Japan", "--format", form, "--register", register]) == 0
        out = capsys.readouterr().out
        assert "later" in out
        if form == "html":
            assert "<details" in out
        if form == "json":
            assert {source["article"] for source in json.loads(out)["sources"]} == {"first", "later"}


def test_evidence_prints_the_quoted_sentence(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With --evidence the words of the article stand beneath the line."""
    assert run(["brief", "VN", "Japan", "--evidence", "--register", register]) == 0
    assert "làm sâu sắc quan hệ Đối tác chiến lược sâu rộng" in " ".join(capsys.readouterr().out.split())


def test_a_timeline_is_in_order(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    """2019 comes before 2023."""
    assert run(["timeline", "VN", "Japan", "--lang", "en", "--register", register]) == 0
    out = capsys.readouterr().out
    assert 0 < out.index("2019") < out.index("2023")


@pytest.mark.parametrize(
    ("name", "words"), [("first", "Taro Kono"), ("taro kono", "Taro Kono"), ("Nhật Bản", "Kishida Fumio")]
)
def test_show_finds_articles_people_and_parties(
    name: str, words: str, register: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """By an article's id, a person's name in any writing, a party's name."""
    assert run(["show", name, "--register", register]) == 0
    assert words in capsys.readouterr().out


def test_the_demonstration_prints_a_sourced_brief(capsys: pytest.CaptureFixture[str]) -> None:
    """The example articles give a brief on ASEAN and China with the partnership of 2021."""
    assert run(["demo", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "comprehensive strategic partnership: established 22 November 2021" in out
    assert "[1]" in out


def test_the_lexicon_checks_itself(capsys: pytest.CaptureFixture[str]) -> None:
    """The shipped data has no problem."""
    code = run(["lexicon", "check"])
    assert capsys.readouterr().out.strip().endswith("no problem found")
    assert code == 0


TEASER = """Ngoại trưởng Nhật Bản thăm Việt Nam
Ngày 12/3/2019, Ngoại trưởng Nhật Bản Taro Kono đến Hà Nội, bắt đầu chuyến thăm chính thức Việt Nam.
Ngoại trưởng Taro Kono hội đàm với Phó Thủ tướng Phạm Bình Minh về hợp tác hạ tầng.
Hai bên nhất trí tăng cường trao đổi đoàn cấp cao.

Tin liên quan

Thủ tướng Nhật Bản thăm Việt Nam

Ngày 12/10, Thủ tướng Nhật Bản Ishiba Shigeru đến Hà Nội, bắt đầu chuyến thăm chính thức Việt Nam và hội đàm với...
"""


def test_a_teaser_of_an_unknown_year_is_not_told_of_an_earlier_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The page may have been saved years later: without a day asked for, the visit is shown without a year."""
    path = tmp_path / "page.txt"
    path.write_text(TEASER, encoding="utf-8")
    register = str(tmp_path / "r.sqlite")
    assert run(["add", str(path), "--published", "2019-03-12", "--register", register]) == 0
    assert run(["timeline", "VN", "Japan", "--format", "json", "--register", register]) == 0
    dates = {entry["date"] for entry in json.loads(capsys.readouterr().out)["entries"]}
    assert {"2019-03-12", "XXXX-10-12"} <= dates
    words = ["--as-of", "2019-12-31", "--format", "json", "--register", register]
    assert run(["timeline", "VN", "Japan", *words]) == 0
    then = {entry["date"] for entry in json.loads(capsys.readouterr().out)["entries"]}
    assert "2019-03-12" in then
    assert "XXXX-10-12" not in then


def test_a_day_that_does_not_exist_is_reported_and_not_repaired(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither the day nor a part of it is taken for a date."""
    assert run(["dates", "họp ngày 31/2/2019 và ngày 12/3/2019", "--json"]) == 0
    told = capsys.readouterr()
    assert [json.loads(row)["edtf"] for row in told.out.splitlines()] == ["2019-03-12"]
    assert "31/2/2019" in told.err


def test_an_article_is_removed_with_what_rested_on_it(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The brief no longer tells of it; an unknown name is refused."""
    assert run(["remove", "later", "--register", register]) == 0
    assert "1 articles" in capsys.readouterr().err
    assert run(["brief", "VN", "nhat ban", "--lang", "en", "--register", register]) == 0
    assert "comprehensive strategic partnership" not in capsys.readouterr().out
    assert run(["remove", "later", "--register", register]) == 2


def test_a_register_is_checked_read_anew_and_copied(
    register: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Sound as it is; reading it anew changes nothing; a copy gives the same brief."""
    assert run(["verify", "--register", register]) == 0
    assert run(["reread", "--register", register]) == 0
    assert "0 otherwise than before" in capsys.readouterr().err
    copy, file = str(tmp_path / "copy.sqlite"), str(tmp_path / "r.jsonl.gz")
    assert run(["backup", file, "--register", register]) == 0
    assert run(["restore", file, "--register", copy]) == 0
    briefs = []
    for place in (register, copy):
        capsys.readouterr()
        assert run(["brief", "VN", "nhat ban", "--register", place]) == 0
        briefs.append(capsys.readouterr().out)
    assert briefs[0] == briefs[1]
    assert run(["restore", str(tmp_path / "none.gz"), "--register", copy]) == 2
    (tmp_path / "text.gz").write_text("no backup", encoding="utf-8")
    assert run(["restore", str(tmp_path / "text.gz"), "--register", copy]) == 3


def test_a_word_file_needs_a_name(register: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is written where --output says and never to the terminal."""
    ask = ["brief", "VN", "nhat ban", "--format", "docx", "--register", register]
    assert run(ask) == 2
    assert "--output" in capsys.readouterr().err
    assert run([*ask, "-o", str(tmp_path / "brief.docx")]) == 0
    assert (tmp_path / "brief.docx").read_bytes()[:2] == b"PK"
