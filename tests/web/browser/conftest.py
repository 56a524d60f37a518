"""A real Chromium before a real server. Skips, with the reason, where there is no browser."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from banggiao import pages
from banggiao.cli.serving import _listening
from banggiao.reading import Reader
from banggiao.register import Register, open_register

pytest.importorskip("fastapi", reason="the extra `web` is not installed")
pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
import uvicorn
from playwright import sync_api

from banggiao.web import create_app
from banggiao.web.options import Options
from tests.web.conftest import TODAY


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The system's browser."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("no Chromium installed (Debian: apt-get install chromium)")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def register(request: pytest.FixtureRequest, filled: Path, examples: Path, tmp_path: Path) -> Iterator[Register]:
    """The example articles in each database."""
    if request.param == "sqlite":
        shutil.copy(filled, tmp_path / "desk.sqlite")
        with open_register(tmp_path / "desk.sqlite") as opened:
            yield opened
        return
    reader = Reader()
    with open_register(request.getfixturevalue("postgres_database")) as opened:
        for path in sorted(p for p in examples.iterdir() if p.suffix in (".txt", ".html")):
            article = pages.load(str(path))
            opened.add(article, reader.read(article))
        yield opened


@pytest.fixture
def served(register: Register) -> Iterator[str]:
    """The address of a desk on the register, served as `banggiao serve` serves it."""
    app = create_app(register, Options(by="Lan", today=TODAY))
    listener = _listening("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    end = time.monotonic() + 20
    while not server.started and time.monotonic() < end:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=20)
    listener.close()


Open = Callable[..., Any]


@pytest.fixture
def browse(chromium: Any, served: str) -> Iterator[Open]:
    """Opens pages as somebody with a browser; at the end no page has said an error in its console, and no request has
    left this machine."""
    contexts: list[Any] = []
    wrong: list[str] = []

    def watch(page: Any) -> None:
        page.on("console", lambda m: wrong.append(f"{page.url}: {m.text}") if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
        page.on(
            "request", lambda r: wrong.append(f"left: {r.url}") if not r.url.startswith((served, "data:")) else None
        )

    def open_(path: str = "/", *, lang: str = "vi", width: int = 1280, **options: Any) -> Any:
        context = chromium.new_context(
            base_url=served,
            locale={"vi": "vi-VN", "en": "en-GB"}[lang],
            viewport={"width": width, "height": 900},
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        watch(page)
        page.goto(path)
        if options.get("java_script_enabled", True):  # to leave while a part is on its way would end it with an error
            sync_api.expect(page.locator(".part[hx-get]")).to_have_count(0)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert wrong == []
