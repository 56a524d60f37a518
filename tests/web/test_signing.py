"""With users configured: strangers are led to the door, roles hold on every page, programs come with tokens."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from banggiao.register import Register
from banggiao.web.views import signing

from .conftest import SAME, visit

WORDS = "mưa dầm thấm lâu"


@pytest.fixture
def team(register: Register) -> Register:
    """A register with a user of each role."""
    for role in ("reader", "editor", "admin"):
        register.accounts.add(role.title(), role, WORDS)
    return register


def signed_in(register: Register, name: str) -> TestClient:
    """A browser in which somebody has signed in."""
    browser = visit(register)
    answer = browser.post("/login", data={"name": name, "password": WORDS}, headers=SAME, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return browser


def a_fact(register: Register) -> str:
    return register.facts(kinds=["status"])[0].id


def test_a_stranger_is_led_to_the_door_and_back(team: Register) -> None:
    browser = visit(team)
    answer = browser.get("/pair/ASEAN/CHN?as_of=2020-01-01", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/login?onward=")
    door = browser.get(answer.headers["location"])
    assert "Đăng nhập" in door.text
    assert 'value="/pair/ASEAN/CHN?as_of=2020-01-01"' in door.text
    assert "/disagreements" not in door.text
    form = {"name": "Reader", "password": WORDS, "onward": "/pair/ASEAN/CHN?as_of=2020-01-01"}
    back = browser.post("/login", data=form, headers=SAME, follow_redirects=False)
    assert back.headers["location"] == "/pair/ASEAN/CHN?as_of=2020-01-01"
    cookie = back.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert browser.get("/").status_code == 200


def test_every_page_and_every_answer_is_closed_to_strangers(team: Register) -> None:
    """Whatever the application serves but its files and the door."""
    browser = visit(team)
    for path in (
        "/",
        "/facts",
        "/sources",
        "/decisions",
        "/users",
        "/api/counts",
        f"/facts/{a_fact(team)}",
    ):
        answer = browser.get(path, follow_redirects=False)
        assert answer.status_code == (401 if path.startswith("/api/") else 303), path
    assert browser.get("/api/counts").headers["www-authenticate"] == "Bearer"
    refused = browser.post(f"/facts/{a_fact(team)}/reject", headers=SAME, follow_redirects=False)
    assert refused.headers["location"].startswith("/login")
    assert team.decisions() == []
    part = browser.get("/search/typed?q=asean", headers={"hx-request": "true"})
    assert part.status_code == 204
    assert part.headers["hx-redirect"] == "/login"


@pytest.mark.parametrize(
    "onward", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/a\r\nb: c"]
)
def test_nobody_is_led_elsewhere(team: Register, onward: str) -> None:
    form = {"name": "Reader", "password": WORDS, "onward": onward}
    answer = visit(team).post("/login", data=form, headers=SAME, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_roles_hold(team: Register) -> None:
    """A reader reads, an editor decides under the own name, an administrator sees the users."""
    fact = a_fact(team)
    reader, editor, admin = (signed_in(team, name) for name in ("Reader", "Editor", "Admin"))
    assert reader.get(f"/facts/{fact}").status_code == 200
    assert reader.post(f"/facts/{fact}/accept", headers=SAME).status_code == 403
    assert team.decisions() == []
    assert editor.post(f"/facts/{fact}/accept", headers=SAME, follow_redirects=False).status_code == 303
    assert [one.by for one in team.decisions()] == ["Editor"]
    assert editor.get("/users").status_code == 403
    assert "Reader" in admin.get("/users").text
    assert {user["name"] for user in admin.get("/api/users").json()} == {"Reader", "Editor", "Admin"}


def test_signing_out_ends_the_session(team: Register) -> None:
    browser = signed_in(team, "Reader")
    key = browser.cookies["session"]
    browser.post("/logout", headers=SAME)
    browser.cookies.set("session", key)
    assert browser.get("/", follow_redirects=False).status_code == 303


def test_a_program_comes_with_a_token(team: Register) -> None:
    """And needs no origin for a change; a wrong one opens nothing."""
    token = team.accounts.make_token("Editor", "notebook")
    program = visit(team)
    program.headers["authorization"] = f"Bearer {token}"
    assert program.get("/api/counts").status_code == 200
    assert program.post(f"/facts/{a_fact(team)}/accept", follow_redirects=False).status_code == 303
    assert [one.by for one in team.decisions()] == ["Editor"]
    program.headers["authorization"] = "Bearer nothing"
    assert program.get("/api/counts").status_code == 401


def test_guessing_is_slowed(team: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    """After some wrong passwords even the right one must wait; another name need not."""
    browser = visit(team)
    clock = [1000.0]
    monkeypatch.setattr(signing.time, "monotonic", lambda: clock[0])

    def try_(name: str, password: str) -> int:
        form = {"name": name, "password": password}
        return browser.post("/login", data=form, headers=SAME, follow_redirects=False).status_code

    assert [try_("Reader", "wrong") for _ in range(signing.TRIES)] == [403] * signing.TRIES
    assert try_("Reader", WORDS) == 429
    assert try_("Editor", WORDS) == 303
    clock[0] += signing.PAUSE_SECONDS + 1
    assert try_("Reader", WORDS) == 303


def test_a_foreign_page_signs_nobody_in(team: Register) -> None:
    answer = visit(team).post(
        "/login", data={"name": "Reader", "password": WORDS}, headers={"origin": "http://evil.example"}
    )
    assert answer.status_code == 403


def test_without_users_there_is_no_door(register: Register) -> None:
    browser = visit(register)
    assert browser.get("/login", follow_redirects=False).headers["location"] == "/"
    assert browser.get("/").status_code == 200
