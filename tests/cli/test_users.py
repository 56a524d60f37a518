"""`users`: added, changed, listed, removed from the command line."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from banggiao.cli import run
from banggiao.register import open_register

WORDS = "mưa dầm thấm lâu"


def given(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text + "\n"))


def test_users_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = ("--register", str(tmp_path / "r.sqlite"))
    assert run(["users", "list", *place]) == 0
    assert "No users" in capsys.readouterr().err
    given(monkeypatch, WORDS)
    assert run(["users", "add", "Lan", "--role", "editor", "--password-stdin", *place]) == 0
    given(monkeypatch, "short")
    assert run(["users", "add", "Bình", "--password-stdin", *place]) == 2
    assert run(["users", "token", "Lan", "notebook", *place]) == 0
    token = capsys.readouterr().out.strip()
    assert run(["users", "list", *place]) == 0
    assert "Lan  editor" in capsys.readouterr().out
    with open_register(place[1]) as register:
        assert register.accounts.check("Lan", WORDS)
        assert register.accounts.bearer(token, "token")
    assert run(["users", "change", "Lan", *place]) == 2
    assert run(["users", "change", "Lan", "--role", "admin", *place]) == 0
    assert run(["users", "revoke", "Lan", "notebook", *place]) == 0
    assert run(["users", "remove", "Lan", *place]) == 0
    assert "own machine alone" in capsys.readouterr().err
    assert run(["users", "remove", "Lan", *place]) == 2


def test_nobody_is_asked_for_a_password_without_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, "")
    assert run(["users", "add", "Lan", "--register", str(tmp_path / "r.sqlite")]) == 2
    assert "--password-stdin" in capsys.readouterr().err


def test_another_host_needs_users(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "--host", "0.0.0.0", "--register", str(tmp_path / "r.sqlite")]) == 2
    assert "users add" in capsys.readouterr().err
