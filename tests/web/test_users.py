"""Users looked after in the browser, and everybody's own account."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from banggiao.register import Register

from .conftest import SAME, visit
from .test_pages import text_of
from .test_signing import WORDS, signed_in, team

__all__ = ["team"]

NEW = "nước chảy đá mòn"


def send(browser: TestClient, path: str, **form: str) -> tuple[int, str]:
    """The status and page that a form brings."""
    answer = browser.post(path, data=form, headers=SAME)
    return answer.status_code, answer.text


def shown_once(page: str) -> str:
    """The password or token that a page shows."""
    (found,) = re.findall(r'class="told-so secret".*?<code>([^<]+)</code>', page, re.S)
    return str(found)


def roles(register: Register) -> dict[str, str]:
    return {one.name: one.role for one in register.accounts.all()}


def test_the_first_user_is_an_administrator_and_closes_the_desk(register: Register) -> None:
    """Made where nobody signs in; from then on everybody does."""
    browser = visit(register)
    status, page = send(browser, "/users/add", name="Bình", role="reader")
    assert (status, roles(register)) == (400, {})
    assert "quản trị viên" in text_of(page)
    status, page = send(browser, "/users/add", name="Bình", role="admin")
    assert (status, roles(register)) == (200, {"Bình": "admin"})
    assert register.accounts.check("Bình", shown_once(page))
    assert browser.get("/", follow_redirects=False).headers["location"].startswith("/login")


def test_an_administrator_looks_after_users(team: Register) -> None:
    """Adds, changes, resets, takes tokens and sessions back, removes; each is written down with who did it."""
    admin, editor = signed_in(team, "Admin"), signed_in(team, "Editor")
    status, page = send(admin, "/users/add", name="  Lan  Anh ", role="editor", password=NEW)
    assert status == 200
    assert NEW not in page
    assert roles(team)["Lan Anh"] == "editor"
    assert send(admin, "/users/change", name="Lan Anh", role="reader")[0] == 200
    assert roles(team)["Lan Anh"] == "reader"
    status, page = send(admin, "/users/password", name="Lan Anh")
    made = shown_once(page)
    assert team.accounts.check("Lan Anh", made)
    assert made not in admin.get("/users").text
    token = team.accounts.make_token("Editor", "notebook")
    send(admin, "/users/revoke", name="Editor", label="notebook")
    assert team.accounts.bearer(token, "token") is None
    assert editor.get("/").status_code == 200
    send(admin, "/users/sign-out", name="Editor")
    assert editor.get("/", follow_redirects=False).status_code == 303
    send(admin, "/users/remove", name="Lan Anh")
    assert "Lan Anh" not in roles(team)
    done = [(c.action, c.name, c.detail) for c in team.accounts.changes(20) if c.by == "Admin"]
    assert done == [
        ("remove", "Lan Anh", ""),
        ("sign-out", "Editor", ""),
        ("revoke", "Editor", "notebook"),
        ("password", "Lan Anh", ""),
        ("role", "Lan Anh", "reader"),
        ("add", "Lan Anh", "editor"),
    ]
    assert "Lan Anh : bị xóa" in text_of(admin.get("/users").text)
    assert admin.get("/api/users/changes").json()[0]["by"] == "Admin"


def test_the_last_administrator_stays(team: Register) -> None:
    """Neither removed nor made less; with a second one it goes."""
    admin = signed_in(team, "Admin")
    for path, form in (("/users/remove", {}), ("/users/change", {"role": "reader"})):
        status, page = send(admin, path, name="Admin", **form)
        assert status == 400
        assert 'role="alert"' in page
    for name in ("Reader", "Editor"):
        send(admin, "/users/remove", name=name)
    assert send(admin, "/users/remove", name="Admin")[0] == 400
    assert roles(team) == {"Admin": "admin"}
    send(admin, "/users/add", name="Lan", role="admin", password=NEW)
    send(admin, "/users/change", name="Admin", role="reader")
    assert roles(team) == {"Admin": "reader", "Lan": "admin"}


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("add", {"name": "Admin", "role": "reader"}),
        ("add", {"name": "", "role": "reader"}),
        ("add", {"name": "Lan", "role": "king"}),
        ("add", {"name": "Lan", "role": "reader", "password": "short"}),
        ("change", {"name": "Nobody", "role": "reader"}),
        ("change", {"name": "Editor", "role": ""}),
        ("password", {"name": "Nobody"}),
        ("remove", {"name": "Nobody"}),
        ("sign-out", {"name": "Nobody"}),
        ("revoke", {"name": "Editor", "label": "none"}),
    ],
)
def test_what_cannot_be_done_is_told_on_the_page(team: Register, path: str, form: dict[str, str]) -> None:
    before = team.accounts.all()
    status, page = send(signed_in(team, "Admin"), f"/users/{path}", **form)
    assert status in (400, 422)
    assert "<h1>" in page
    assert [one.name for one in team.accounts.all()] == [one.name for one in before]
    assert {c.action for c in team.accounts.changes(20)} == {"add"}


@pytest.mark.parametrize("path", ["add", "change", "password", "remove", "sign-out", "revoke"])
def test_nobody_else_looks_after_users(team: Register, path: str) -> None:
    """No reader, no editor, no stranger, no foreign page in an administrator's browser."""
    form = {"name": "Reader", "role": "admin", "label": "x"}
    for name in ("Reader", "Editor"):
        assert signed_in(team, name).post(f"/users/{path}", data=form, headers=SAME).status_code == 403
    stranger = visit(team).post(f"/users/{path}", data=form, headers=SAME, follow_redirects=False)
    assert stranger.headers["location"].startswith("/login")
    foreign = signed_in(team, "Admin").post(f"/users/{path}", data=form, headers={"origin": "http://evil.example"})
    assert foreign.status_code == 403
    assert roles(team) == {"Admin": "admin", "Editor": "editor", "Reader": "reader"}


def test_the_own_password_needs_the_present_one(team: Register) -> None:
    """With it this browser stays, others are signed out; wrong ones are counted as at the door."""
    here, there = signed_in(team, "Reader"), signed_in(team, "Reader")
    assert send(here, "/account/password", password="wrong", new=NEW)[0] == 403
    assert send(here, "/account/password", password=WORDS, new="short")[0] == 400
    assert team.accounts.check("Reader", WORDS)
    assert send(here, "/account/password", password=WORDS, new=NEW)[0] == 200
    assert team.accounts.check("Reader", NEW)
    assert here.get("/account").status_code == 200
    assert there.get("/", follow_redirects=False).status_code == 303
    tries = [send(here, "/account/password", password="wrong", new=WORDS)[0] for _ in range(7)]
    assert tries[0] == 403
    assert tries[-1] == 429


def test_own_tokens_are_made_and_taken_back(team: Register) -> None:
    """A token is shown once and does what its user may."""
    browser = signed_in(team, "Editor")
    status, page = send(browser, "/account/token", label=" máy  tính ")
    token = shown_once(page)
    assert status == 200
    assert team.accounts.bearer(token, "token").name == "Editor"  # type: ignore[union-attr]
    assert token not in browser.get("/account").text
    assert send(browser, "/account/token", label=" ")[0] in (400, 422)
    send(browser, "/account/revoke", label="máy tính")
    assert team.accounts.bearer(token, "token") is None
    assert [c.by for c in team.accounts.changes(2)] == ["Editor", "Editor"]


def test_a_shared_desk_stays_closed_without_users(team: Register) -> None:
    """Where all users are removed on its machine while it runs, nobody comes in as if the machine were theirs."""
    browser = visit(team, shared=True)
    for name in ("Reader", "Editor", "Admin"):
        team.accounts.remove(name)
    assert browser.get("/", follow_redirects=False).headers["location"].startswith("/login")
    assert browser.get("/login", follow_redirects=False).status_code == 200
    assert browser.post("/users/add", data={"name": "x", "role": "admin"}, headers=SAME).status_code != 400
    assert team.accounts.all() == []


def test_without_users_there_is_no_account(register: Register) -> None:
    assert visit(register).get("/account", follow_redirects=False).headers["location"] == "/settings"
