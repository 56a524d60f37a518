"""Bad input at the command line: a clear word that names it, an exit code, and nothing lost."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

import pytest

from banggiao.cli import run

ARTICLE = """Việt Nam và Lào nhất trí mở thêm cửa khẩu
Ngày 12/3/2019, tại Viêng Chăn, Thủ tướng Nguyễn Xuân Phúc hội đàm với Thủ tướng Lào Thongloun Sisoulith.
Hai bên nhất trí mở thêm hai cửa khẩu quốc tế và tăng chuyến bay giữa hai thủ đô.
Thủ tướng Thongloun Sisoulith khẳng định Lào coi trọng quan hệ hữu nghị đặc biệt với Việt Nam.
"""

BAD_FILES = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t\n", "empty"),
    "pdf named .txt": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
    "truncated utf-16": ("Việt Nam và Lào".encode("utf-16")[:-1], "utf-16"),
    "nul bytes": (b"Vi\x00\x01\x02\x03t Nam" * 40, "no text"),
    "page without an article": (b"<html><head><title>x</title></head><body><nav>a</nav></body></html>", "no article"),
    "50 MB line": (b"a" * 50_000_000, "more than"),
}


@pytest.mark.parametrize(("content", "word"), BAD_FILES.values(), ids=BAD_FILES.keys())
def test_a_file_that_cannot_be_read_is_named_with_the_reason(
    content: bytes, word: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message names the file and says why; the exit code is 2."""
    path = tmp_path / "page.txt"
    path.write_bytes(content)
    assert run(["read", str(path)]) == 2
    told = capsys.readouterr().err
    assert "page.txt" in told
    assert word in told
    assert "Traceback" not in told


def test_one_bad_file_in_a_folder_loses_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The good articles are kept, the bad one is named, the exit code says that something was refused."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (pages / "b.txt").write_bytes(b"%PDF-1.4 nothing")
    (pages / "c.txt").write_text(ARTICLE.replace("Lào", "Campuchia"), encoding="utf-8")
    register = str(tmp_path / "r.sqlite")
    assert run(["add", str(pages), "--register", register]) == 2
    told = capsys.readouterr().err
    assert "b.txt" in told
    assert "2 added" in told
    assert run(["articles", "--register", register, "--json"]) == 0
    assert {json.loads(row)["id"] for row in capsys.readouterr().out.splitlines()} == {"a", "c"}


def test_adding_twice_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second time the article is already there."""
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    register = str(tmp_path / "r.sqlite")
    assert run(["add", str(path), "--register", register]) == 0
    assert run(["add", str(path), "--register", register]) == 0
    assert "0 added, 1 already there" in capsys.readouterr().err


def test_an_unknown_party_is_answered_with_close_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip of the pen gets suggestions, and no register is made."""
    register = tmp_path / "r.sqlite"
    assert run(["brief", "ASEAN", "Chian", "--register", str(register)]) == 2
    assert "China" in capsys.readouterr().err
    assert not register.exists()


@pytest.mark.parametrize("words", [["--as-of", "2018-02-30"], ["--known-by", "yesterday"]])
def test_a_day_that_does_not_exist_is_refused(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The option and the day are named."""
    assert run(["brief", "ASEAN", "China", "--register", str(tmp_path / "r.sqlite"), *words]) == 2
    told = capsys.readouterr().err
    assert words[0] in told
    assert words[1] in told


def test_an_impossible_publication_date_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--published takes only days that exist."""
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    assert run(["read", str(path), "--published", "2019-02-29"]) == 2
    assert "2019-02-29" in capsys.readouterr().err


def test_a_file_that_is_no_register_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text file named as register is refused and stays as it was."""
    path = tmp_path / "notes.txt"
    path.write_text("not a database\n" * 100, encoding="utf-8")
    assert run(["articles", "--register", str(path)]) == 3
    assert "notes.txt" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8").startswith("not a database")


def test_a_register_of_a_newer_version_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The message says to bring the program up to date."""
    path = tmp_path / "r.sqlite"
    assert run(["articles", "--register", str(path)]) == 0
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999_from_the_future'")
    connection.close()
    capsys.readouterr()
    assert run(["articles", "--register", str(path)]) == 3
    assert "newer" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told_and_leaves_the_older_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Writing a brief to a full device ends with a sentence, not a traceback."""
    register = str(tmp_path / "r.sqlite")
    page = tmp_path / "a.txt"
    page.write_text(ARTICLE, encoding="utf-8")
    assert run(["add", str(page), "--register", register]) == 0
    target = tmp_path / "brief.md"
    target.write_text("older", encoding="utf-8")
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    part.symlink_to("/dev/full")
    assert run(["brief", "VN", "Laos", "--register", register, "--format", "md", "-o", str(target)]) == 2
    assert "brief.md" in capsys.readouterr().err
    assert target.read_text(encoding="utf-8") == "older"


def test_a_language_that_is_not_read_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An English article is not misread."""
    path = tmp_path / "en.txt"
    path.write_text("The foreign ministers of the two countries met in Hanoi on Monday. " * 20, encoding="utf-8")
    assert run(["read", str(path)]) == 2
    assert "Vietnamese" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["brief", "timeline", "status", "conflicts"])
@pytest.mark.parametrize("option", ["--as-of", "--known-by"])
def test_a_day_before_the_first_article_is_told(
    command: str, option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The answer is empty, and it is said from when on there is anything; from that day on it is not said."""
    page = tmp_path / "a.txt"
    page.write_text(ARTICLE, encoding="utf-8")
    register = str(tmp_path / "r.sqlite")
    assert run(["add", str(page), "--register", register, "--published", "2018-08-03"]) == 0
    capsys.readouterr()
    for day, told in (("2018-08-02", True), ("2018-08-03", False)):
        assert run([command, "ASEAN", "China", option, day, "--register", register]) == 0
        said = f"Nothing had been reported by {day}: the first dated article of the register is of 2018-08-03."
        assert (said in capsys.readouterr().err) == told


def test_a_name_that_nobody_bears_is_no_lack_of_disagreement(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`conflicts` says that nobody is called so, and not that all agree."""
    page = tmp_path / "a.txt"
    page.write_text(ARTICLE, encoding="utf-8")
    register = str(tmp_path / "r.sqlite")
    assert run(["add", str(page), "--register", register]) == 0
    assert run(["conflicts", "Atlantis", "--register", register]) == 0
    told = capsys.readouterr().err
    assert "is called 'Atlantis' here" in told
    assert "contradict" not in told


def test_a_fact_that_has_vanished_is_told_by_every_decision(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With what to do: its id is looked up again."""
    register = str(tmp_path / "r.sqlite")
    for words in (["accept", "gone"], ["reject", "gone"], ["correct", "gone", "city=Huế"], ["merge", "gone", "also"]):
        assert run(["decide", *words, "--register", register, "--by", "Lan"]) == 2
        told = capsys.readouterr().err
        assert "holds no fact 'gone'" in told
        assert "--ids" in told
