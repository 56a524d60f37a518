"""What an article tells: its headline and its story, without what its outlet says on every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import normalize

from banggiao.model import Article

_READ = ("lead", "body", "caption")
_PIECE = re.compile(r"[^\n]+?(?:[.!?…]+(?=\s)|$)", re.MULTILINE)
_PAGES = 5
"""Articles that say the same in the same words from which it is furniture: menus, addresses, lists of other stories.
Quotations and agency reports are seldom in so many, and of a report that is nothing is left, see `_LEFT`."""
_LEFT = 25  # words; of which less is left is a reprint, and is kept whole


class Told(NamedTuple):
    """title: the headline, or nothing. story: what stands beneath it."""

    title: str
    story: str


def told(article: Article) -> Told:
    """An article for itself: no teasers, no furniture that can be known as such, and the headline not twice."""
    text = article.text
    kept = [z for z in article.zones if z.kind in _READ and not z.story]
    story = normalize("NFC", "\n".join(text[z.start : z.end] for z in kept) if kept else text)
    title = normalize("NFC", article.title.strip())
    return Told(title, story.strip().removeprefix(title).strip() if title else story)


def told_apart(articles: Iterable[Article]) -> list[Told]:
    """The same of many articles, without what several of them say in the same words."""
    found = [told(article) for article in articles]
    titles = Counter(one.title for one in found)
    pages: Counter[int] = Counter()
    for one in found:
        pages.update({hash(said) for said in _pieces(one.story)})
    return [_apart(one, titles, pages) for one in found]


def _apart(one: Told, titles: Counter[str], pages: Counter[int]) -> Told:
    title = one.title if titles[one.title] < _PAGES else ""
    own = "\n".join(said for said in _pieces(one.story) if pages[hash(said)] < _PAGES)
    return Told(title, own if len(own.split()) >= _LEFT else one.story)


def _pieces(story: str) -> Iterator[str]:
    """The sentences and lines of a story, however they are spaced."""
    return (said for match in _PIECE.finditer(story) if (said := " ".join(match.group().split())))
