"""What keeps the desk safe from other pages in the same browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.datastructures import Headers

import banggiao.web
from banggiao.briefs.words import LANGUAGES, Words
from banggiao.cli import run
from banggiao.register import Register
from banggiao.web.failing import _TITLES
from banggiao.web.guard import HEADERS, same_origin
from tests.web.conftest import visit

ROOM = Path(banggiao.web.__file__).parent


@pytest.mark.parametrize("path", ["/", "/about", "/nowhere", "/static/desk.css", "/api/counts"])
def test_every_answer_has_the_headers(register: Register, path: str) -> None:
    """Pages, errors, files and data alike."""
    answer = visit(register).get(path)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert "unsafe" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example"])
def test_a_foreign_name_is_refused(register: Register, host: str) -> None:
    """A page elsewhere cannot reach the desk by letting its own name point to this machine."""
    assert visit(register).get("/", headers={"host": host}).status_code == 421
    assert visit(register, hosts=()).get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "localhost:9", "[::1]:8000", "[::1]"])
def test_the_machines_own_names_are_answered(register: Register, host: str) -> None:
    """With or without a port."""
    assert visit(register).get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ({"origin": "http://127.0.0.1:8000", "host": "127.0.0.1:8000"}, True),
        ({"origin": "http://127.0.0.1:8000", "host": "127.0.0.1:8000", "sec-fetch-site": "same-origin"}, True),
        ({"origin": "https://evil.example", "host": "127.0.0.1:8000"}, False),
        ({"origin": "http://127.0.0.1:9000", "host": "127.0.0.1:8000"}, False),
        ({"origin": "null", "host": "127.0.0.1:8000"}, False),
        ({"origin": "http://127.0.0.1:8000", "host": "127.0.0.1:8000", "sec-fetch-site": "cross-site"}, False),
        ({"host": "127.0.0.1:8000"}, False),
        ({"host": "127.0.0.1:8000", "x-banggiao": "1"}, True),
        ({"host": "127.0.0.1:8000", "x-banggiao": "1", "origin": "https://evil.example"}, False),
    ],
)
def test_who_may_ask_for_a_change(headers: dict[str, str], own: bool) -> None:
    """A page of the desk itself, or a program that says so and is no browser."""
    assert same_origin(Headers(headers)) is own


def test_a_change_from_elsewhere_is_refused_before_anything_runs(register: Register) -> None:
    """Whatever the path."""
    answer = visit(register).post("/nowhere", headers={"origin": "https://evil.example"})
    assert answer.status_code == 403


def test_no_template_has_script_or_style_of_its_own() -> None:
    """The policy forbids both; a handler or style in a tag would only be dead."""
    for path in (ROOM / "templates").glob("*.j2"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|\|\s*safe\b", text), path.name


def test_nothing_is_loaded_from_elsewhere() -> None:
    """No file of the desk names another host to load from, its third-party scripts excepted (they name their homes)."""
    own = [*(ROOM / "templates").glob("*"), *(ROOM / "static").glob("*.*")]
    found = [(p.name, url) for p in own for url in re.findall(r"https?://[\w.-]+", p.read_text(encoding="utf-8"))]
    assert [one for one in found if one[1] != "http://www.w3.org"] == []


@pytest.mark.parametrize("script", ["htmx", "echarts"])
def test_third_party_scripts_come_with_their_licences(script: str) -> None:
    """Beside each stands the text of its licence."""
    folder = ROOM / "static" / "vendor"
    assert (folder / f"{script}.min.js").stat().st_size > 10_000
    assert len((folder / f"{script}.LICENSE.txt").read_text(encoding="utf-8")) > 500


def test_titles_of_errors_are_translated() -> None:
    """They are said by code, where no search for literal sentences finds them."""
    assert "vi" in LANGUAGES
    for title in (*_TITLES.values(), "Something went wrong"):
        assert Words("vi").say(title) != title


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "example.org"])
def test_without_users_only_this_machine_is_served(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Another address is refused with what to do."""
    assert run(["serve", "--host", host]) == 2
    assert "this machine only" in capsys.readouterr().err


def test_a_port_that_is_taken_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """In a sentence, not as a trace."""
    import socket

    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        assert run(["serve", "--port", str(other.getsockname()[1])]) == 2
    assert "cannot listen there" in capsys.readouterr().err


def test_a_missing_extra_is_told(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the line that installs it."""
    import sys

    from banggiao.errors import UsageError

    for name in [name for name in sys.modules if name.startswith("banggiao.web.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "fastapi", None)
    with pytest.raises(UsageError, match=r"pip install 'banggiao\[web\]'"):
        banggiao.web.create_app(register)
