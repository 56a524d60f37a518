"""Where articles come from by themselves: feeds, sitemaps and pages that are asked again, and what became of each
page that they listed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

SourceKind = Literal["auto", "feed", "sitemap", "page"]
PageState = Literal["kept", "same", "refused", "failed"]

Marks = dict[str, tuple[str, str]]
"""Address of a document → ETag and Last-Modified of its last answer."""


@dataclass(slots=True, frozen=True)
class Source:
    """A feed, sitemap or page that is harvested, with its last state.

    kind: `auto` until the first answer tells. allowed: hosts (`name` or `name:port`) that may lie in a private network
    for this source. since: a day; pages that the source says are older are left. Times are UTC, ISO 8601, None where
    there was none. marks: to ask for what is new only. wait_until: the server asked not to be asked before. articles:
    kept from it so far. last: counts of the last run. held_by: the run that is at it until `held_until`.
    """

    address: str
    kind: SourceKind
    added: str
    allowed: tuple[str, ...] = ()
    since: str | None = None
    marks: Marks = field(default_factory=dict)
    last_run: str | None = None
    last_error: str = ""
    wait_until: str | None = None
    runs: int = 0
    articles: int = 0
    last: dict[str, int] = field(default_factory=dict)
    held_by: str | None = None
    held_until: str | None = None


@dataclass(slots=True, frozen=True)
class Page:
    """A page that a source listed. key: what all addresses of the page share. state: `kept` as an article; `same` as
    one that was kept under another address; `refused` for good; `failed`, to be tried again."""

    key: str
    address: str
    source: str
    state: PageState
    reason: str = ""
    article: str | None = None
    tries: int = 1
    published: str | None = None
    """The day that the source gave, for a page that is still to be got."""
    content: str | None = None
    """What pages of one content share; set for the page by which it came."""


@dataclass(slots=True, frozen=True)
class Kept:
    """What became of a page that was read. article: the key of the one that holds its content now."""

    outcome: Literal["new", "same"]
    article: str
