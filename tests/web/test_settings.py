"""Settings: what a person wishes of the desk stays in the browser; what the desk runs with is for administrators."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from banggiao.reading import READER
from banggiao.register import Register
from tests.register.conftest import make

from .conftest import SAME, visit
from .test_pages import text_of
from .test_signing import signed_in, team

__all__ = ["team"]


def keep(client: TestClient, **wishes: str) -> str:
    """The settings page after the form was sent."""
    answer = client.post("/settings", data=wishes, headers=SAME)
    assert answer.status_code == 200, answer.text
    return answer.text


def test_wishes_are_kept_and_undone(client: TestClient) -> None:
    """Language, look and density hold on every page; the form shows what holds; as usual again, no cookie is left."""
    shown = keep(client, lang="en", theme="dark", density="dense", rows="20", since="2021-10-01")
    assert "The settings are kept" in shown
    for value in ("en", "dark", "dense"):
        assert f'<option value="{value}" selected>' in shown
    page = client.get("/about").text
    assert '<html lang="en" data-theme="dark" data-density="dense">' in page
    keep(client, lang="", theme="auto", density="airy", rows="50", since="")
    assert '<html lang="vi" data-theme="auto" data-density="airy">' in client.get("/about").text
    assert not {"lang", "theme", "density", "rows", "since"} & set(client.cookies)


def test_lists_are_as_long_as_wished(client: TestClient) -> None:
    """Facts and articles come in pages of so many rows."""
    keep(client, rows="20")
    for path in ("/facts", "/sources"):
        assert client.get(path).text.count("<tr>") <= 21
    assert client.get("/facts").text.count("<tr>") == 21
    keep(client, rows="100")
    assert client.get("/facts").text.count("<tr>") == 101


def test_new_counts_from_the_day_that_was_chosen(client: TestClient) -> None:
    """Whatever the last visit was, until everything is said to be seen."""
    keep(client, since="2021-11-01")
    assert "sự việc mới kể từ 1/11/2021" in text_of(client.get("/").text)
    client.post("/seen", headers=SAME)
    assert "mới kể từ" not in text_of(client.get("/").text)


@pytest.mark.parametrize("wrong", [{"rows": "1000000"}, {"theme": "x"}, {"lang": "fr"}, {"since": "2022-02-30"}])
def test_what_is_no_choice_is_refused(client: TestClient, wrong: dict[str, str]) -> None:
    assert client.post("/settings", data=wrong, headers=SAME).status_code in (400, 422)
    assert not client.cookies.get(next(iter(wrong)))


@pytest.mark.parametrize("cookie", ["rows=1e9", "theme=<b>", "since=soon", "density=x", "visit=later"])
def test_a_spoilt_cookie_does_no_harm(client: TestClient, cookie: str) -> None:
    for path in ("/", "/facts", "/settings"):
        assert client.get(path, headers={"cookie": cookie}).status_code == 200


def test_a_foreign_page_sets_nothing(client: TestClient) -> None:
    answer = client.post("/settings", data={"theme": "dark"}, headers={"origin": "http://evil.example"})
    assert answer.status_code == 403


def test_what_the_desk_runs_with(register: Register, client: TestClient) -> None:
    """The register's place, versions, limits; and how many articles another version of the reader has read."""
    article, reading = make("old", "2020-01-01", "Tin.")
    reading.reader = "banggiao 0.0.1"
    register.add(article, reading)
    data = client.get("/api/settings").json()
    assert data["register"] == register.location
    assert data["reader"] == READER
    assert data["earlier"] == 1
    said = text_of(client.get("/settings").text)
    assert register.location in said
    assert "1 bài do phiên bản khác đọc" in said


def test_only_an_administrator_sees_what_the_desk_runs_with(team: Register) -> None:
    """The others have their wishes and their account."""
    for name in ("Reader", "Editor"):
        browser = signed_in(team, name)
        page = browser.get("/settings")
        assert page.status_code == 200
        assert team.location not in page.text
        assert "/account" in page.text
        assert browser.get("/api/settings").status_code == 403
    assert team.location in signed_in(team, "Admin").get("/settings").text
    assert visit(team).get("/settings", follow_redirects=False).status_code == 303
