"""A desk on the example articles for the tests of its pages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date as Day
from pathlib import Path
from typing import Any

import pytest

from banggiao import pages
from banggiao.reading import Reader
from banggiao.register import Register, open_register

pytest.importorskip("fastapi", reason="the extra `web` is not installed")
from fastapi.testclient import TestClient

from banggiao.web import create_app, forms, memory
from banggiao.web.guard import PROGRAM
from banggiao.web.options import Options
from banggiao.web.users import COOKIE as SESSION

TODAY = Day(2022, 3, 1)
HERE = "http://127.0.0.1"
SAME = {"origin": HERE}
"""What a browser sends with a form of the desk's own pages."""


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine too a page waits for what it counts."""
    monkeypatch.setattr(memory, "_PATIENCE", 60.0)


@pytest.fixture(scope="session")
def filled(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of the example articles, to be copied."""
    where = tmp_path_factory.mktemp("desk") / "examples.sqlite"
    reader = Reader()
    with open_register(where) as register:
        for path in sorted(p for p in examples.iterdir() if p.suffix in (".txt", ".html")):
            article = pages.load(str(path))
            register.add(article, reader.read(article))
    return where


@pytest.fixture
def register(filled: Path, tmp_path: Path) -> Iterator[Register]:
    """A register of the example articles that a test may change."""
    where = tmp_path / "desk.sqlite"
    shutil.copy(filled, where)
    with open_register(where) as opened:
        yield opened


class Browser(TestClient):
    """Sends forms as they stand on pages that it was given: with the proof that it has the page. Not for whoever sends
    a token or says to be a program."""

    def post(self, url: Any, **more: Any) -> Any:
        headers = {**self.headers, **(more.get("headers") or {})}
        if not {forms.HEADER, PROGRAM, "authorization"} & headers.keys():
            if not (cookie := self.cookies.get(SESSION) or self.cookies.get(forms.COOKIE)):
                self.cookies.set(forms.COOKIE, cookie := "browser-of-the-tests")
            more["headers"] = {**(more.get("headers") or {}), forms.HEADER: forms._made_of(cookie)}
        return super().post(url, **more)


def visit(register: Register, **options: object) -> Browser:
    """Somebody at the desk's own machine, whose browser prefers Vietnamese."""
    app = create_app(register, Options(by="Lan", today=TODAY, **options))  # type: ignore[arg-type]
    return Browser(app, base_url=HERE, headers={"accept-language": "vi"}, raise_server_exceptions=False)


@pytest.fixture
def client(register: Register) -> TestClient:
    return visit(register)
