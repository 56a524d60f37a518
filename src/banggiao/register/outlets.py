"""The outlets that a register's articles come from: how many of each, and how many are no one else's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from banggiao import edtf
from banggiao.register.api import ArticleRef


@dataclass(slots=True, frozen=True)
class Outlet:
    """An outlet: by its publisher, else the agency, else the host of the address ("" where a page names none).

    articles, records: how many came from it. own: articles that share their words with no earlier article of another
    outlet (of those of one day, or without a date, the first by outlet counts as the earlier). first, last: days of
    publication, None where no page gives one.
    """

    name: str
    articles: int
    own: int
    records: int
    first: str | None
    last: str | None

    @property
    def independence(self) -> float:
        """The share of its articles that are its own, 0 to 1."""
        return self.own / self.articles


def outlets(articles: Iterable[ArticleRef]) -> list[Outlet]:
    """The outlets of these articles, those with most articles first."""
    by_name: dict[str, list[ArticleRef]] = {}
    first_of: dict[str, tuple[tuple[int, str], str]] = {}
    for ref in articles:
        name = _name(ref)
        by_name.setdefault(name, []).append(ref)
        told = edtf.sort_key(ref.published), name
        first_of[ref.voice] = min(first_of.get(ref.voice, told), told)
    out = []
    for name, theirs in by_name.items():
        days = sorted(ref.published for ref in theirs if ref.published)
        own = sum(first_of[ref.voice][1] == name for ref in theirs)
        records = sum(ref.records for ref in theirs)
        out.append(Outlet(name, len(theirs), own, records, days[0] if days else None, days[-1] if days else None))
    return sorted(out, key=lambda outlet: (-outlet.articles, outlet.name))


def _name(ref: ArticleRef) -> str:
    if ref.publisher or ref.agency:
        return str(ref.publisher or ref.agency)
    try:
        return (urlsplit(ref.url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
