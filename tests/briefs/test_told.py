"""What errors say, in the reader's language: every error that the code raises has its form in the catalogue."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from banggiao import lexicon
from banggiao.briefs.words import Words
from banggiao.cli import run
from banggiao.errors import InputError, UsageError
from banggiao.register import database

SOURCE = Path(__file__).resolve().parents[2] / "src" / "banggiao"
ROOMS = ("briefs", "cli", "pages", "reading", "register", "settings.py", "web")
FOR_DEVELOPERS = {"cli/bulk.py", "cli/corpus.py", "cli/evaluation.py", "cli/harvesting.py", "cli/showing.py"}
"""Their errors are told in English only, as those of the rooms that are left out above."""
ERRORS = {"BanggiaoError", "InputError", "LanguageError", "MissingError", "RegisterError", "UsageError"}
FILLED = "Q7"
"""What stands in a sample where the code fills in something."""


def samples() -> Iterator[tuple[str, str]]:
    """(where, text): each sentence and hint that the code can raise, with something filled in."""
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        if not name.startswith(ROOMS) or name in FOR_DEVELOPERS:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in ERRORS:
                texts = [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg == "hint")]
            elif called == "fail":
                texts = node.args[2:]
            else:
                continue
            for text in texts:
                yield from ((f"{name}:{node.lineno}", one) for one in said(text))


def said(node: ast.expr) -> list[str]:
    """The texts that an expression may be, as far as they are written there."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) and node.value else []
    if isinstance(node, ast.IfExp):
        return [*said(node.body), *said(node.orelse)]
    if isinstance(node, ast.JoinedStr):
        text = "".join(str(part.value) if isinstance(part, ast.Constant) else FILLED for part in node.values)
        return [text] if re.search(r"(?<!-)\b[a-z]{3}", text.replace(FILLED, "")) else []
    return []


def test_every_error_is_told_in_vietnamese() -> None:
    """No sentence and no hint stays English, and what is filled in stays."""
    words = Words("vi")
    found = list(samples())
    found += [("register/database.py", text) for _, *texts in database._MEANINGS for text in texts]
    assert len(found) > 120
    left = [(where, text) for where, text in found if words.told(text) == text]
    lost = [(where, text) for where, text in found if words.told(text).count(FILLED) > text.count(FILLED)]
    lost += [(where, text) for where, text in found if FILLED in text and FILLED not in words.told(text)]
    assert (left, lost) == ([], [])


def test_translations_keep_what_is_filled_in() -> None:
    """Each translation has the places of its English form: nothing is lost, nothing cannot be filled."""
    with (SOURCE / "locale" / "vi" / "LC_MESSAGES" / "errors.po").open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    places = re.compile(r"{\w+}")
    assert messages
    assert [m.id for m in messages if sorted(places.findall(m.id)) != sorted(places.findall(m.string))] == []
    assert all(m.context == "error" for m in messages)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("No party is called 'Atlantis'.", "Không có bên nào tên là 'Atlantis'."),
        ("Did you mean South Korea (KOR), Japan (JPN)?", "Có phải bạn muốn nói Hàn Quốc (KOR), Nhật Bản (JPN)?"),
        ("The register a: b.sqlite: The disk is full.", "Sổ ghi a: b.sqlite: Đĩa đã đầy."),
        ("A password has 10 letters at least.", "Mật khẩu phải có ít nhất 10 ký tự."),
        ("There is no user '{role}'.", "Không có người dùng '{role}'."),
        ("Something that nobody has written.", "Something that nobody has written."),
        ("", ""),
    ],
)
def test_an_error_keeps_its_names(text: str, told: str) -> None:
    """Braces in a name are no places to fill; a form that nobody knows stays as it is."""
    assert Words("vi", lexicon.load().party_name).told(text) == told
    assert Words("en", lexicon.load().party_name).told(text) == text


def test_the_input_stays_in_front() -> None:
    error = InputError("trang.html", "the file is empty", hint="Save the page again.")
    assert Words("vi").error(error) == ("trang.html: tệp trống", "Hãy lưu lại trang.")
    assert Words("en").error(error) == ("trang.html: the file is empty", "Save the page again.")
    assert Words("vi").error(UsageError("Nothing is corrected.")) == ("Không có gì được sửa.", "")


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (["--lang", "vi"], "là cùng một bên"),
        (["--lang=vi"], "là cùng một bên"),
        (["--lang", "en"], "are the same party"),
        ([], "are the same party"),
    ],
)
def test_the_command_line_tells_errors_as_wished(
    wish: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its option or the environment; in English where nobody asks."""
    monkeypatch.delenv("BANGGIAO_LANG", raising=False)
    call = ["brief", "ASEAN", "asean", "--register", str(tmp_path / "new.sqlite")]
    assert run([*call, *wish]) == 2
    assert told in capsys.readouterr().err
    monkeypatch.setenv("BANGGIAO_LANG", "vi")
    assert run(call) == 2
    assert "là cùng một bên" in capsys.readouterr().err
