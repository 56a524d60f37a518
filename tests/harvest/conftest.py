"""A newspaper of the tests' own, on this machine, and the harvest of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from banggiao.harvest.pace import Pace
from banggiao.harvest.run import Outcome, harvest
from banggiao.pages.fetch import Limits
from banggiao.reading import Reader
from banggiao.register import Register, open_register
from tests.server import Server, serving

QUICK = Limits(seconds=0.8, pause=0.4)
PACE = Pace(delay=0.0, longest_delay=0.2, patience=0.3, misses=3, tries=2)


def story(land: str, *, head: str = "", date: str = "") -> str:
    """The page of an article about Việt Nam and another land."""
    return (
        f"<html><head><title>Việt Nam và {land} hội đàm</title>{head}</head><body><article><h1>Việt Nam và {land} hội đàm"
        f"</h1><p>{date}</p><p>Tại Hà Nội, Bộ trưởng Ngoại giao Bùi Thanh Sơn hội đàm với Bộ trưởng Ngoại giao {land}.</p>"
        f"<p>Hai bên nhất trí mở thêm đường bay thẳng và nối lại đối thoại chính sách giữa Việt Nam và {land}.</p>"
        f"<p>Bộ trưởng Ngoại giao {land} khẳng định {land} coi trọng quan hệ với Việt Nam trong chính sách đối ngoại.</p>"
        "</article></body></html>"
    )


def rss(*items: str) -> str:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Tin</title>{"".join(items)}</channel></rss>'


def item(link: str, date: str = "") -> str:
    return f"<item><title>Tin</title><link>{link}</link><pubDate>{date}</pubDate></item>"


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with serving() as server:
        yield server


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with open_register(tmp_path / "register.sqlite") as opened:
        yield opened


@pytest.fixture
def add(register: Register, site: Server) -> Callable[..., str]:
    """Notes a path of the site as a source; gives its address."""

    def note(path: str, **options: Any) -> str:
        address = site.url(path)
        register.add_source(address, **{"allowed": {site.host}} | options)
        return address

    return note


@pytest.fixture
def run(register: Register, reader: Reader) -> Callable[..., list[Outcome]]:
    def harvested(*addresses: str, pace: Pace = PACE) -> list[Outcome]:
        return list(harvest(register, reader.read, addresses, pace=pace, limits=QUICK))

    return harvested
