"""Deciding from the command line: what a person types, and what is shown after it."""

from __future__ import annotations

from pathlib import Path

import pytest

from banggiao.cli import run

from .test_listing import asked, register  # noqa: F401 - a fixture


def test_a_meeting_is_corrected_shown_and_given_back(register: str, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: F811
    """The correction stands in the brief with its author; withdrawn, the report's word stands again."""
    place = ("--register", register)
    fact = asked(capsys, "meetings", "VN", "JPN", *place)[0]
    words = ["decide", "correct", fact["id"], "city=Huế", "--by", "Lan", "--why", "tận mắt thấy", *place]
    assert run(words) == 0
    (made,) = asked(capsys, "decisions", *place)
    assert (made["action"], made["by"], made["slots"], made["state"]) == ("correct", "Lan", {"city": "Huế"}, "in force")
    assert run(["brief", "VN", "JPN", *place]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "Huế" in shown
    assert "Lan sửa: địa điểm – tận mắt thấy" in shown
    assert run(["decide", "withdraw", made["id"], "--by", "Minh", *place]) == 0
    assert asked(capsys, "meetings", "VN", "JPN", *place)[0].get("city") == fact.get("city")
    assert run(["decisions", "--lang", "en", *place]) == 0
    assert "withdrawn by Minh" in " ".join(capsys.readouterr().out.split())


def test_facts_are_accepted_rejected_merged_and_split(register: str, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: F811
    """By their ids, which `--ids` shows; `show` opens one with its words."""
    place = ("--register", register)
    first, second = asked(capsys, "meetings", "JPN", *place)[:2]
    assert run(["meetings", "JPN", "--ids", *place]) == 0
    assert first["id"] in capsys.readouterr().out
    assert run(["decide", "merge", first["id"], second["id"], "--by", "Lan", *place]) == 0
    (one,) = [f for f in asked(capsys, "meetings", "JPN", *place) if f["reports"] > 1]
    article = one["sources"][0]["article"]
    if len({source["article"] for source in one["sources"]}) > 1:
        assert run(["decide", "split", one["id"], article, "--by", "Lan", *place]) == 0
        one = asked(capsys, "meetings", "JPN", *place)[0]
    assert run(["decide", "accept", one["id"], "--by", "Lan", *place]) == 0
    capsys.readouterr()
    assert run(["show", one["id"], "--lang", "en", *place]) == 0
    assert "confirmed by Lan" in " ".join(capsys.readouterr().out.split())
    assert run(["decide", "reject", one["id"], "--by", "Lan", *place]) == 0
    assert one["id"] not in {f["id"] for f in asked(capsys, "meetings", "JPN", *place)}


def test_a_fact_is_added_with_the_words_of_an_article(register: str, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: F811
    """Words that the article does not hold are refused; a source of one's own needs its title."""
    place = ("--register", register)
    text = (Path(register).parent / "first.txt").read_text(encoding="utf-8")
    words = text.splitlines()[-1].strip()
    level = ["decide", "add", "status", "parties=VN,JPN", "level=alliance", "phase=proposed", "--by", "Lan", *place]
    assert run([*level, "--quote", words, "--article", "first"]) == 0
    (fact,) = [f for f in asked(capsys, "status", "VN", "JPN", *place) if f["level"] == "alliance"]
    assert fact["facts"][0]["sources"][0]["quotes"] == [words]
    for more, says in [
        (["--quote", "không có câu này", "--article", "first"], "not in first"),
        (["--quote", words], "one source"),
        (["--quote", " ", "--title", "x"], "needs the words"),
        (["--quote", words, "--title", "x", "--published", "2018-13"], "2018-13"),
        (["--quote", words, "--article", "nothing"], "holds no article"),
    ]:
        capsys.readouterr()
        assert run([*level, *more]) == 2
        assert says in capsys.readouterr().err
    assert run([*level[:-4], "--quote", "Bản tin riêng.", "--title", "Công báo", "--by", "Lan", *place]) == 0
    (fact,) = [f for f in asked(capsys, "status", "VN", "JPN", *place) if f["level"] == "alliance"]
    assert len(fact["facts"][0]["sources"]) == 2
