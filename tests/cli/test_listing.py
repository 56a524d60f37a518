"""The questions to a register: each kind of fact, by name and period."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from banggiao.cli import run
from banggiao.register import open_register

from ..register.conftest import make
from .test_commands import FIRST, LATER


@pytest.fixture
def register(tmp_path: Path) -> str:
    """A register with two articles of 2019 and 2023."""
    for name, text, day in (("first", FIRST, "2019-03-12"), ("later", LATER, "2023-11-27")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        source = str(tmp_path / f"{name}.txt")
        assert run(["add", source, "--published", day, "--register", str(tmp_path / "r.sqlite")]) == 0
    return str(tmp_path / "r.sqlite")


def asked(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict]:
    """The facts that a question gives, as data."""
    capsys.readouterr()
    assert run([*words, "--json"]) == 0
    return [json.loads(row) for row in capsys.readouterr().out.splitlines()]


def test_each_question_gives_its_kind(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing of another kind, and something of each that the two articles hold."""
    kinds = {
        "status": "status",
        "meetings": "meeting",
        "agreements": "instrument",
        "statements": "statement",
        "figures": "figure",
    }
    for command, kind in kinds.items():
        found = asked(capsys, command, "VN", "nhat ban", "--register", register)
        assert {fact["kind"] for fact in found} <= {kind}, command
    assert asked(capsys, "meetings", "VN", "JPN", "--register", register)
    assert asked(capsys, "figures", "Japan", "--register", register)[0]["value"] == 38_000_000_000


def test_a_period_and_a_person(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Meetings of 2023 only; the posts of one person."""
    found = asked(capsys, "meetings", "--since", "2023-01-01", "--register", register)
    assert {fact["date"] for fact in found} == {"2023-11-27"}
    assert {f["name"] for f in asked(capsys, "people", "Taro Kono", "--register", register)} == {"Taro Kono"}
    assert asked(capsys, "meetings", "--until", "2018-12-31", "--register", register) == []


def test_what_is_new_since_a_day(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    """First reported since then, with the words it rests on."""
    found = asked(capsys, "changes", "--since", "2023-01-01", "--register", register)
    assert found
    assert {fact["first_reported"] for fact in found} == {"2023-11-27"}
    assert all(quote in LATER for fact in found for source in fact["sources"] for quote in source["quotes"])
    assert asked(capsys, "changes", "--since", "2024-01-01", "--register", register) == []


def test_known_by_hides_what_came_later(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In 2019 nobody had reported the level of 2023."""
    levels = {f["level"] for f in asked(capsys, "status", "--known-by", "2019-12-31", "--register", register)}
    assert "comprehensive-strategic-partnership" not in levels
    assert "comprehensive-strategic-partnership" in {
        f["level"] for f in asked(capsys, "status", "--register", register)
    }


def test_words_for_people_and_for_nothing(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --json it is a page in words; a question without an answer says so; an unknown day or state is refused."""
    capsys.readouterr()
    assert run(["meetings", "VN", "JPN", "--lang", "en", "--register", register]) == 0
    assert "Taro Kono" in capsys.readouterr().out
    assert run(["targets", "--state", "extended", "--register", register]) == 0
    assert "nothing" in capsys.readouterr().err
    assert run(["targets", "--state", "done", "--register", register]) == 2
    assert run(["changes", "--since", "2023-02-30", "--register", register]) == 2


def test_search_as_a_page_and_as_data(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Hits are marked in the words of the article; as data each leads to its place; no word at all is an error."""
    rows = asked(capsys, "search", "doi tac chien luoc", "--kind", "article", "--register", register)
    assert {row["hit"] for row in rows} == {"article"}
    snippet = rows[0]["snippet"]
    assert [snippet["text"][s:e].casefold() for s, e in snippet["marks"]][:4] == ["đối", "tác", "chiến", "lược"]
    assert run(["search", "đối tác chiến lược", "--lang", "en", "--register", register]) == 0
    page = capsys.readouterr().out
    assert "‹đối tác chiến lược›" in page.casefold()
    assert "ARTICLES" in page
    assert run(["search", "khí hậu sao hỏa", "--register", register]) == 0
    assert "Nothing holds all of: khí hậu sao hoả" in capsys.readouterr().err
    assert run(["search", "?!", "--register", register]) == 2
    assert "holds no word" in capsys.readouterr().err


def test_the_outlets_of_a_register(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As data and in words; an empty register says so."""
    (one,) = asked(capsys, "sources", "--register", register)
    assert (one["articles"], one["own"], one["first"], one["independence"]) == (2, 2, "2019-03-12", 1.0)
    assert run(["sources", "--lang", "en", "--register", register]) == 0
    assert "2 articles, 100% in its own words" in capsys.readouterr().out
    assert run(["sources", "--register", register + ".new"]) == 0
    assert "empty" in capsys.readouterr().err


def test_people_by_party_and_by_post(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A post through time names its holders in order; a role that there is not is refused."""
    of_japan = ("people", "JPN", "--role", "foreign-minister", "--register", register)
    (kono,) = asked(capsys, *of_japan)
    assert kono["name"] == "Taro Kono"
    (post,) = kono["posts"]
    assert (post["first_seen"], post["last_seen"], post["since"]) == ("2019-03-12", "2019-03-12", "2017-08-03")
    assert asked(capsys, *of_japan, "--as-of", "2016-01-01") == []
    assert run([*of_japan, "--lang", "en"]) == 0
    assert "Taro Kono" in capsys.readouterr().out
    assert run(["people", "--role", "king", "--register", register]) == 2
    assert "foreign-minister" in capsys.readouterr().err


def test_names_are_said_to_be_one_person_or_two(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The decision is listed, and one name of one person is no pair."""
    assert asked(capsys, "suggestions", "--register", register) == []
    assert (
        run(["decide", "same", "Taro Kono", "Kōno", "--party", "nhat ban", "--by", "An", "--register", register]) == 0
    )
    assert "Kōno" in capsys.readouterr().err
    (made,) = asked(capsys, "decisions", "--register", register)
    assert (made["action"], made["slots"]) == ("same", {"names": ["Kōno", "Taro Kono"], "party": "JPN"})
    assert run(["decisions", "--lang", "en", "--register", register]) == 0
    assert "Said to be one: Kōno – Taro Kono (Japan" in " ".join(capsys.readouterr().out.split())
    assert run(["decide", "apart", "Taro Kono", " Taro  Kono", "--by", "An", "--register", register]) == 2
    two = ["--party", "JPN", "--party", "VN", "--by", "An", "--register", register]
    assert run(["decide", "same", "Taro Kono", "Kōno", *two]) == 2
    assert "--agreement" in capsys.readouterr().err


def test_names_are_said_to_be_one_agreement(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is suggested can be said with its words; an agreement is then asked for by either name."""
    path = str(tmp_path / "r.sqlite")
    names = ["Hiệp định bảo vệ tin tức quân sự", "hiệp định tin tức quân sự"]
    with open_register(path) as kept:
        for number, (name, stage) in enumerate(zip(names, ("signed", "rejected"), strict=True)):
            record = {"kind": "instrument", "parties": ["JPN", "KOR"], "name": name, "stage": stage}
            kept.add(*make(f"a{number}", f"201{6 + number}-11-24", f"Tin số {number} về văn kiện.", record))
    (found,) = asked(capsys, "suggestions", "--register", path)
    assert (found["kind"], sorted(found["names"]), found["parties"]) == ("agreement", names, ["JPN", "KOR"])
    assert run(["suggestions", "--lang", "en", "--register", path]) == 0
    assert "the words of one name are among the other's (Japan – South Korea)" in " ".join(
        capsys.readouterr().out.split()
    )
    whose = [part for code in found["parties"] for part in ("--party", code)]
    assert run(["decide", "same", *names, "--agreement", *whose, "--by", "An", "--register", path]) == 0
    capsys.readouterr()
    assert asked(capsys, "suggestions", "--register", path) == []
    for name in names:
        told = asked(capsys, "agreements", name, "--register", path)
        assert {fact["stage"] for fact in told} == {"signed", "rejected"}
    assert run(["decide", "apart", *names, "--agreement", *whose, "--by", "An", "--register", path]) == 0
    assert run(["agreements", "--lang", "en", "--register", path]) == 0
    assert "2 agreements" in capsys.readouterr().out


def test_where_parties_stand_on_a_day(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The ladder of a pair as of a day, as data and in words; before the first article nothing was known."""
    (rung,) = [r for r in asked(capsys, "status", "VN", "JPN", "--register", register) if r["state"] == "in-force"][:1]
    assert rung["level"] == "comprehensive-strategic-partnership"
    assert rung["since"] == "2023-11-27"
    assert rung["facts"][0]["sources"][0]["quotes"]
    early = asked(capsys, "status", "VN", "JPN", "--as-of", "2019-12-31", "--register", register)
    assert "comprehensive-strategic-partnership" not in {r["level"] for r in early}
    assert run(["status", "VN", "JPN", "--lang", "en", "--register", register]) == 0
    assert "▸" in capsys.readouterr().out
    assert run(["status", "VN", "JPN", "--as-of", "1990-01-01", "--register", register]) == 0
    assert "first dated article of the register is of 2019-03-12" in capsys.readouterr().err


def test_what_lies_ahead_of_a_day_is_left_out(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With what was reported later besides: a question may ask what is now known of a day then."""
    found = asked(
        capsys, "meetings", "VN", "JPN", "--as-of", "2020-01-01", "--known-by", "2024-01-01", "--register", register
    )
    assert all((fact["date"] or "") < "2020" for fact in found if fact["phase"] == "held")


def test_each_joint_declaration_of_a_pair_is_a_line_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """However it is named: the one that was refused this year is not the fate of the one that was signed last year."""
    path = str(tmp_path / "r.sqlite")
    told = {"kind": "instrument", "parties": ["PRK", "USA"]}
    stages = [
        ("2018-06-12", "Tuyên bố chung Mỹ - Triều Tiên", "signed", "2018-06-12"),
        ("2018-06-13", "tuyên bố chung", "agreed", "2018-06-12"),
        ("2019-02-28", "tuyên bố chung", "rejected", "2019-02-28"),
    ]
    with open_register(path) as kept:
        for number, (day, name, stage, date) in enumerate(stages):
            record = told | {"name": name, "stage": stage, "date": date}
            kept.add(*make(f"a{number}", day, f"Tin số {number} về văn kiện.", record))
    assert run(["agreements", "--register", path, "--lang", "en"]) == 0
    page = " ".join(capsys.readouterr().out.split())
    assert "2 agreements" in page
    assert "signed 12 June 2018" in page.partition("before: agreed 12 June 2018")[0]
    assert "rejected or ended 28 February 2019 (North Korea – United States)" in page


def test_an_agreement_is_one_line_with_its_history(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """However it is written; with the parties that most name, and with the ids of all its facts. As data, its facts."""
    path = str(tmp_path / "r.sqlite")
    told = {"kind": "instrument", "parties": ["ASEAN", "CHN"]}
    stages = [
        ("2017-08-06", "Bộ quy tắc ứng xử ở Biển Đông (COC)", "negotiating", ["ASEAN", "CHN"]),
        ("2018-08-02", "COC", "agreed", ["AUS", "CHN", "JPN", "USA"]),
        ("2018-08-03", "Bộ quy tắc ứng xử COC", "agreed", ["ASEAN", "CHN"]),
        ("2018-08-03", "Bộ quy tắc ứng xử của các bên (COC)", "agreed", ["ASEAN", "CHN"]),
        ("2018-08-04", "Tuyên bố chung về kinh tế số", "agreed", ["ASEAN", "CHN"]),
    ]
    with open_register(path) as kept:
        for number, (day, name, stage, parties) in enumerate(stages):
            record = told | {"name": name, "stage": stage, "parties": parties}
            kept.add(*make(f"a{number}", day, f"Tin số {number} về văn kiện.", record))
    assert run(["agreements", "--register", path, "--lang", "en", "--ids"]) == 0
    page = " ".join(capsys.readouterr().out.split())
    assert "2 agreements" in page
    line = page[page.index("Bộ quy tắc") :].partition("[")[0]
    assert "(COC): agreed (reported 3 August 2018) (China – ASEAN – Australia – Japan and 1 other party" in line
    assert "before: under negotiation (reported 6 August 2017)" in line
    found = asked(capsys, "agreements", "--register", path)
    assert len(found) == 3
    assert all(fact["id"] in page for fact in found)


NOTHING = [
    (["statements", "FRA"], "chưa có gì"),
    (["statements", "Atlantis"], "không có bên, người, hội nghị hay văn kiện nào tên là 'Atlantis'"),
    (["statements", "Vietnamm"], "Có phải bạn muốn nói Việt Nam (VNM)"),
    (["brief", "VN", "JPN", "--as-of", "1990-01-01"], "Tính đến 1990-01-01 chưa có tin nào"),
    (["conflicts", "VN", "JPN"], "không có hai tin nào trái nhau"),
    (["search", "atlantis"], "Không có gì chứa đủ các từ: atlantis."),
    (["statements", "VN", "--topic", "thời tiết"], "Không có chủ đề nào tên là 'thời tiết'"),
]


@pytest.mark.parametrize(("asked", "told"), NOTHING, ids=[" ".join(asked) for asked, _ in NOTHING])
def test_an_empty_answer_is_explained_in_the_language_asked_for(
    asked: list[str], told: str, register: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In English where nobody asks, as errors are."""
    run([*asked, "--lang", "vi", "--register", register])
    assert told in capsys.readouterr().err
    run([*asked, "--register", register])
    assert told not in capsys.readouterr().err
