"""Pictures of the desk's pages on the example articles, for the docs: python bench/screenshots.py [FOLDER].

Needs the extra `dev` and the system's Chromium. The day is fixed, so that the same program draws the same pages.
"""

from __future__ import annotations

import shutil
import socket
import sys
import tempfile
import threading
import time
from datetime import date as Day
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from banggiao import pages
from banggiao.cli.showing import EXAMPLES
from banggiao.reading import Reader
from banggiao.register import Register, open_register
from banggiao.web import create_app
from banggiao.web.options import Options

TODAY = Day(2023, 12, 1)
WIDE, PHONE = (1120, 740), (390, 780)


def shots(register: Register) -> list[tuple[str, str, tuple[int, int], str, str]]:
    """(file, path, size, look, language) of each picture."""
    article = register.find_articles("asean-trung-quoc-hnccc21")[0].key
    fact = max(register.facts(kinds=("instrument",)), key=lambda f: len(f.mentions)).id
    listed = {
        "today": "/",
        "pair": "/pair/ASEAN/CHN",
        "party": "/party/ASEAN",
        "article": f"/articles/{article}",
        "fact": f"/facts/{fact}",
        "instrument": "/instrument?name=COC",
        "series": "/series?name=Hội nghị cấp cao ASEAN - Trung Quốc",
        "person": "/person?name=Lý Hiển Long",
        "facts": "/facts?name=ASEAN",
        "disagreements": "/disagreements",
        "search": "/search?q=bien dong",
        "sources": "/sources",
        "about": "/about",
    }
    return [
        *((name, path, WIDE, "light", "vi") for name, path in listed.items()),
        ("pair-dark", listed["pair"], WIDE, "dark", "en"),
        ("article-dark", listed["article"], WIDE, "dark", "vi"),
        ("pair-phone", listed["pair"], PHONE, "light", "vi"),
        ("article-phone", listed["article"], PHONE, "light", "vi"),
    ]


def fill(register: Register) -> None:
    """Adds the example articles."""
    reader = Reader()
    for path in sorted(p for p in EXAMPLES.iterdir() if p.suffix in (".txt", ".html")):
        article = pages.load(str(path))
        register.add(article, reader.read(article))


def draw(browser: Browser, base: str, register: Register, folder: Path) -> None:
    """Writes all pictures."""
    for name, path, (width, height), look, lang in shots(register):
        context = browser.new_context(
            base_url=base,
            viewport={"width": width, "height": height},
            color_scheme="dark" if look == "dark" else "light",
            locale={"vi": "vi-VN", "en": "en-GB"}[lang],
        )
        page = context.new_page()
        page.goto(path)
        page.wait_for_timeout(300)  # charts and fonts
        picture = folder / f"{name}.png"
        page.screenshot(path=picture)
        print(f"{picture}  {picture.stat().st_size // 1024} KB")
        context.close()


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("No Chromium here (Debian: apt-get install chromium).")
    with tempfile.TemporaryDirectory() as temporary, open_register(Path(temporary) / "examples.sqlite") as register:
        fill(register)
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        app = create_app(register, Options(by="Lan", today=TODAY))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            draw(browser, f"http://127.0.0.1:{listener.getsockname()[1]}", register, folder)
            browser.close()
        server.should_exit = True
        thread.join()


if __name__ == "__main__":
    main()
