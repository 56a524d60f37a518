"""The proof that a form stands on a page of this desk."""

from __future__ import annotations

import re

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from banggiao.register import Register
from banggiao.web import forms
from banggiao.web.guard import PROGRAM, SAFE
from banggiao.web.views import ROUTERS, signing

from .conftest import SAME, Browser, visit


def plain(register: Register) -> TestClient:
    """A browser that sends no more than its forms hold."""
    made = visit(register)
    return TestClient(made.app, base_url=made.base_url, raise_server_exceptions=False)


def field(page: str) -> str:
    found = re.search(rf'<input type="hidden" name="{forms.FIELD}" value="(\w+)">', page)
    assert found
    return found[1]


def changing() -> list[tuple[str, str]]:
    """Method and path of each route that changes something."""
    routes = [route for router in (signing.router, *ROUTERS) for route in router.routes if isinstance(route, APIRoute)]
    return [
        (method, re.sub(r"\{\w+\}", "accept", route.path))
        for route in routes
        for method in sorted(set(route.methods or ()) - SAFE)
    ]


def test_a_form_of_a_page_is_taken(register: Register) -> None:
    browser = plain(register)
    form = {"theme": "dark", forms.FIELD: field(browser.get("/settings").text)}
    assert browser.post("/settings", data=form, headers=SAME, follow_redirects=False).status_code == 303
    assert browser.cookies["theme"] == "dark"


@pytest.mark.parametrize(
    "enctype", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", ""]
)
def test_no_route_changes_anything_without_a_proof(register: Register, enctype: str) -> None:
    """Whatever form is sent, and whatever cookie the browser has."""
    routes = changing()
    assert ("POST", "/add") in routes
    assert len(routes) > 20
    before = register.state()
    browser = plain(register)
    for method, path in routes:
        browser.cookies.clear()
        browser.cookies.set(forms.COOKIE, "known")
        body = (
            b'--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nx\r\n--x--\r\n'
            if "multipart" in enctype
            else b"name=x"
        )
        answer = browser.request(method, path, content=body, headers=SAME | {"content-type": enctype})
        assert answer.status_code in (403, 422), (method, path, answer.status_code)
        if answer.status_code == 422:  # what a form lacks is told before; it is not taken either way
            assert path not in ("/add", "/seen", "/logout", "/reread")
    assert register.state() == before


@pytest.mark.parametrize("shown", ["", "x", "é", "0" * 40])
def test_a_wrong_proof_is_refused_with_what_to_do(register: Register, shown: str) -> None:
    browser = plain(register)
    browser.get("/settings")
    answer = browser.post("/seen", data={forms.FIELD: shown}, headers=SAME)
    assert answer.status_code == 403
    assert "mở lại" in answer.text.lower() or "Open it again" in answer.text


def test_the_proof_of_another_browser_is_refused(register: Register) -> None:
    one, other = plain(register), plain(register)
    theirs = field(one.get("/settings").text)
    other.get("/settings")
    assert other.post("/seen", data={forms.FIELD: theirs}, headers=SAME).status_code == 403


def test_a_proof_is_of_one_session(register: Register) -> None:
    """What stood on a page before somebody signed in serves nobody afterwards."""
    register.accounts.add("Lan", "admin", "mưa dầm thấm lâu")
    browser = plain(register)
    before = field(browser.get("/login").text)
    form = {"name": "Lan", "password": "mưa dầm thấm lâu", forms.FIELD: before}
    assert browser.post("/login", data=form, headers=SAME, follow_redirects=False).status_code == 303
    assert browser.post("/seen", data={forms.FIELD: before}, headers=SAME).status_code == 403
    after = field(browser.get("/settings").text)
    assert after != before
    assert browser.post("/seen", data={forms.FIELD: after}, headers=SAME, follow_redirects=False).status_code == 303


def test_a_program_needs_none(register: Register) -> None:
    fact = register.heads(limit=1)[0].id
    answer = plain(register).post(f"/api/facts/{fact}/accept", json={}, headers={PROGRAM: "1"})
    assert answer.status_code == 200


def test_a_proof_outlives_a_restart_of_the_desk(register: Register) -> None:
    first = plain(register)
    shown = field(first.get("/settings").text)
    again = plain(register)
    again.cookies = first.cookies
    answer = again.post("/seen", data={forms.FIELD: shown}, headers=SAME, follow_redirects=False)
    assert answer.status_code == 303


def test_every_form_of_a_template_has_it() -> None:
    """A form that lacks it could never be sent."""
    from pathlib import Path

    import banggiao.web

    for path in (Path(banggiao.web.__file__).parent / "templates").glob("*.j2"):
        text = path.read_text(encoding="utf-8")
        assert text.count('method="post"') == text.count("{{ proof }}"), path.name


def test_the_cookie_is_for_the_desk_alone(register: Register) -> None:
    cookie = plain(register).get("/").headers["set-cookie"]
    mine = next(part for part in re.split(r", (?=\w+=)", cookie) if part.startswith(f"{forms.COOKIE}="))
    assert "HttpOnly" in mine
    assert "samesite=strict" in mine.lower()


def test_browser_is_a_browser(register: Register) -> None:
    """The tests' own browser shows what a page's form would."""
    assert isinstance(visit(register), Browser)
    assert visit(register).post("/seen", headers=SAME, follow_redirects=False).status_code == 303
