"""Pictures of the desk's pages on the example articles, for the docs: python bench/screenshots.py [FOLDER].

Needs the extra `dev` and the system's Chromium; with Pillow at hand the pictures take a third of the room. The day is
fixed, so that the same program draws the same pages.
"""

from __future__ import annotations

import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from datetime import date as Day
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from banggiao import pages
from banggiao.cli.showing import EXAMPLES
from banggiao.reading import Reader
from banggiao.register import Register, accounts, open_register
from banggiao.web import create_app
from banggiao.web.options import Options
from banggiao.web.work import Step, Work

TODAY = Day(2023, 12, 1)
MOMENT = datetime(2023, 12, 1, 9, 30, tzinfo=UTC)
WIDE, PHONE = (1120, 740), (390, 780)
PASSWORD = "mưa dầm thấm lâu"
USERS = (("Lan", "admin"), ("Bình", "editor"), ("Hà", "reader"))
TEXTS = {
    ("viet-phap-2013", "2013-09-26"): (
        "Việt Nam và Pháp thành đối tác chiến lược",
        "Ngày 25/9/2013, Việt Nam và Pháp thiết lập quan hệ đối tác chiến lược.",
        "Thủ tướng Nguyễn Tấn Dũng hội đàm với Thủ tướng Pháp Jean-Marc Ayrault tại Paris.",
    ),
    ("viet-phap-2018", "2018-03-28"): (
        "Tổng Bí thư Nguyễn Phú Trọng thăm Pháp",
        "Tổng Bí thư Nguyễn Phú Trọng hội đàm với Tổng thống Pháp Emmanuel Macron tại Paris ngày 27/3/2018.",
        "Hai nước thiết lập quan hệ đối tác chiến lược ngày 24/9/2013.",
    ),
    ("viet-nhat-tokyo", "2023-11-27"): (
        "Chủ tịch nước Võ Văn Thưởng hội đàm với Thủ tướng Nhật Bản",
        "Thủ tướng Nhật Bản Kishida Fumino cho biết hai nước sẽ mở rộng hợp tác về khoa học.",
    ),
}
"""What the examples lack: reports that contradict each other, a name that somebody misspelt."""


@dataclass(slots=True, frozen=True)
class Shot:
    """A picture: its file's name, the page, how it is looked at. typed: what is typed into the search box."""

    name: str
    path: str
    size: tuple[int, int] = WIDE
    look: str = "light"
    lang: str = "vi"
    typed: str = ""


def shots(register: Register, work: str) -> list[Shot]:
    """The pages where nobody need sign in."""
    article = f"/articles/{register.find_articles('asean-trung-quoc-hnccc21')[0].key}"
    fact = f"/facts/{max(register.facts(kinds=('instrument',)), key=lambda f: len(f.mentions)).id}"
    pair, series = "/pair/ASEAN/CHN", "/series?name=Hội nghị cấp cao ASEAN - Trung Quốc"
    listed = {
        "today": "/",
        "pair": pair,
        "pair-as-of": f"{pair}?as_of=2018-12-01",
        "party": "/party/ASEAN",
        "series": series,
        "person": "/person?name=Lý Hiển Long",
        "agreement": "/instrument?name=COC",
        "article": article,
        "fact": fact,
        "facts": "/facts?name=ASEAN",
        "disagreements": "/disagreements",
        "suggestions": "/suggestions",
        "decisions": "/decisions",
        "sources": "/sources",
        "add": "/add",
        "progress": f"/jobs/{work}",
        "settings": "/settings",
        "about": "/about",
        "search": "/search?q=bien dong",
        "error": "/pair/ASEAN/nam hann",
    }
    return [
        *(Shot(name, path) for name, path in listed.items()),
        Shot("pair-statements", f"{pair}#topics"),
        Shot("search-typed", "/", typed="trung qu"),
        Shot("today-en", "/", lang="en"),
        Shot("pair-dark-en", pair, look="dark", lang="en"),
        Shot("party-en", "/party/ASEAN", lang="en"),
        Shot("article-dark", article, look="dark"),
        Shot("today-phone", "/", size=PHONE),
        Shot("pair-phone", pair, size=PHONE),
        Shot("article-phone", article, size=PHONE),
        Shot("series-phone", series, size=PHONE),
    ]


SIGNED_IN = [Shot("users", "/users"), Shot("account", "/account")]


def fill(register: Register) -> None:
    """Adds the example articles, and what they lack."""
    reader = Reader()
    for path in sorted(p for p in EXAMPLES.iterdir() if p.suffix in (".txt", ".html")):
        article = pages.load(str(path))
        register.add(article, reader.read(article))
    for (id, published), lines in TEXTS.items():
        text = "\n".join(lines).encode()
        article = pages.article_from_bytes(text, id=id, source=f"{id}.txt", published=published)
        register.add(article, reader.read(article))


def decide(register: Register) -> None:
    """Two decisions, one of them withdrawn."""
    (vision,) = [f for f in register.facts(kinds=("instrument",)) if "2030" in getattr(f.record, "name", "")]
    register.correct(vision.id, {"date": "2018-11-14"}, by="Bình", why="văn kiện ghi ngày 14/11", at=MOMENT)
    (post, *_) = register.facts(kinds=("office",))
    made = register.reject(post.id, by="Bình", why="nhầm người", at=MOMENT)
    register.withdraw(made.id, by="Lan", why="đúng người", at=MOMENT)


def slow_work(done: threading.Event) -> Callable[[], Iterator[Step]]:
    """Work that stands in its middle until somebody lets it go on."""

    def steps() -> Iterator[Step]:
        yield Step("trang-trong.html", "failed", "the file is empty")
        yield from (Step(f"{number}", "new") for number in range(8))
        done.wait()
        yield from (Step(f"{number}", "new") for number in range(5))

    return steps


@contextmanager
def context_of(browser: Browser, base: str, shot: Shot) -> Iterator[BrowserContext]:
    """A browser as the picture wants it."""
    width, height = shot.size
    made = browser.new_context(
        base_url=base,
        viewport={"width": width, "height": height},
        color_scheme="dark" if shot.look == "dark" else "light",
        locale={"vi": "vi-VN", "en": "en-GB"}[shot.lang],
        reduced_motion="reduce",
    )
    yield made
    made.close()


def draw(context: BrowserContext, shot: Shot, folder: Path) -> None:
    """Writes one picture."""
    page = context.new_page()
    page.goto(shot.path)
    expect(page.locator(".part[hx-get]")).to_have_count(0)
    if shot.typed:
        page.locator("#search").press_sequentially(shot.typed)
        page.locator("#found a").first.wait_for()
    page.wait_for_timeout(300)  # charts and fonts
    picture = folder / f"{shot.name}.png"
    page.screenshot(path=picture)
    page.close()
    squeeze(picture)
    print(f"{picture}  {picture.stat().st_size // 1024} KB")


def squeeze(picture: Path) -> None:
    """Fewer colours, without a loss that an eye sees on a page of text; left alone where Pillow is not installed."""
    try:
        from PIL import Image  # type: ignore[import-not-found, unused-ignore]
    except ModuleNotFoundError:
        return
    with Image.open(picture) as image:
        image.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(picture, optimize=True)


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("No Chromium here (Debian: apt-get install chromium).")
    accounts._now = lambda: MOMENT
    folder = folder.resolve()
    with tempfile.TemporaryDirectory() as temporary, chdir(temporary), open_register("examples.sqlite") as register:
        fill(register)
        decide(register)
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        base = f"http://127.0.0.1:{listener.getsockname()[1]}"
        app = create_app(register, Options(by="Lan", today=TODAY))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        done = threading.Event()
        work: Work = app.state.works.start("add", "Lan", 14, slow_work(done))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for shot in shots(register, work.id):
                with context_of(browser, base, shot) as context:
                    draw(context, shot, folder)
            for name, role in USERS:
                register.accounts.add(name, role, PASSWORD, by="Lan")
            register.accounts.make_token("Bình", "sổ tay", by="Bình")
            with context_of(browser, base, SIGNED_IN[0]) as context:
                draw(context, Shot("login", "/login?onward=/"), folder)
                page = context.new_page()
                page.goto("/login")
                page.fill("[name=name]", USERS[0][0])
                page.fill("[name=password]", PASSWORD)
                page.locator("main button").click()
                for shot in SIGNED_IN:
                    draw(context, shot, folder)
            browser.close()
        done.set()
        server.should_exit = True
        thread.join()


if __name__ == "__main__":
    main()
