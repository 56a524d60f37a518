"""Articles → stories: the articles that report one event, and how many independent voices they are."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from banggiao import edtf
from banggiao.coverage import copies
from banggiao.coverage.cluster import average_link
from banggiao.coverage.days import agreement, days_of
from banggiao.coverage.terms import cosine, heaviest, vectors
from banggiao.coverage.told import told_apart
from banggiao.model import Article

_LEAST = 0.14
"""Mean score from which articles are one story. In news of many days next to no pair of two events scores more;
follow-ups of one affair do, and are told apart by what a crowd takes off."""
_COHESION, _CEILING = 0.4, 0.6
_CROWD = slice(3, 8)  # an article's most alike others, without those that may report its own event
_CROWDED = 0.1
"""What a crowd takes off a score at most: in a story of many reports each of them stands in one."""
_USUAL = 450  # words
_GROWTH = 0.4  # swept 0-0.5
_SHORT, _LONG = 0.3, 1.3
_FLOOR = 0.05  # what scores less is as good as unlike, and is not looked at again
_LOOKUPS, _COMMON = 60, 150  # terms by which an article is looked up; articles that one may lead to
_SHARED = 0.03  # of what is expected: so much must the weightiest terms alone come to before two are compared in full


@dataclass(slots=True, frozen=True)
class StoryArticle:
    """An article of a story. source: the path or address as it was given (the id where there is none). copy_of: the
    id of the article of the story whose text it repeats, in whole or for the most part."""

    id: str
    source: str
    title: str = ""
    published: str | None = None
    publisher: str | None = None
    copy_of: str | None = None


@dataclass(slots=True, frozen=True)
class Story:
    """The articles that report one event, by day of publication (unknown last), then id.

    id: made from its articles' ids. title: the headline of the article that is most like the others. first, last:
    the days of publication, None where no article has one. voices: copies and rewrites of one text count once.
    """

    id: str
    title: str
    first: str | None
    last: str | None
    voices: int
    articles: tuple[StoryArticle, ...]

    def to_dict(self) -> dict[str, Any]:
        """The story as plain JSON data; slots of articles that are not known are left out."""
        slots = StoryArticle.__dataclass_fields__
        return {
            "id": self.id,
            "title": self.title,
            "first": self.first,
            "last": self.last,
            "voices": self.voices,
            "articles": [
                {name: value for name in slots if (value := getattr(one, name)) or name in ("id", "source")}
                for one in self.articles
            ],
        }


def group(articles: Iterable[Article], sources: Iterable[str] | None = None) -> list[Story]:
    """The stories of these articles, whatever they are about: those of most articles first, then by day and id.

    Every article is in one story; most stories of a mixed lot have one article. sources: where each article came from,
    for display. The order of the articles makes no difference.
    """
    given = list(articles)
    named = list(sources) if sources is not None else [article.url or article.id for article in given]
    pairs = sorted(zip(given, named, strict=True), key=lambda pair: (pair[0].id, pair[1], pair[0].text))
    items = [article for article, _ in pairs]
    names = [name for _, name in pairs]
    scores = _scores(items)
    groups = average_link(len(items), _beside_others(len(items), scores), _LEAST, _COHESION, _CEILING)
    sketches = [copies.sketch(article.text) for article in items]
    found = [_story(items, names, members, scores, sketches) for members in groups]
    return sorted(found, key=lambda story: (-len(story.articles), edtf.sort_key(story.first), story.id))


def _scores(items: Sequence[Article]) -> dict[tuple[int, int], float]:
    """How alike two articles are, for all pairs that share enough of their weightiest terms."""
    said = told_apart(items)
    found, spread = vectors(said)
    days = [days_of(one, article.published) for one, article in zip(said, items, strict=True)]
    lengths = [len(one.title.split()) + len(one.story.split()) for one in said]
    index: dict[int, list[tuple[int, float]]] = {}
    scores = {}
    for number, vector in enumerate(found):
        near: dict[int, float] = {}
        for term in heaviest(vector, spread, _LOOKUPS, _COMMON):
            weight = vector[term]
            home = index.setdefault(term, [])
            for other, worth in home:
                near[other] = near.get(other, 0.0) + weight * worth
            home.append((number, weight))
        for other, shared in near.items():
            expected = _expected(lengths[other], lengths[number])
            if shared >= _SHARED * expected:
                alike = min(1.0, cosine(found[other], vector) / expected)
                score = min(1.0, alike * agreement(days[other], days[number]))
                if score >= _FLOOR:
                    scores[other, number] = score
    return scores


def _beside_others(count: int, scores: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """The scores less what both articles share with a crowd of others: where much is written of one affair, two
    reports of one event must be more alike than where nobody else writes of it."""
    near: list[list[float]] = [[] for _ in range(count)]
    for (a, b), score in scores.items():
        near[a].append(score)
        near[b].append(score)
    width = _CROWD.stop - _CROWD.start
    crowd = [sum(sorted(found, reverse=True)[_CROWD]) / width for found in near]
    return {
        (a, b): least
        for (a, b), score in scores.items()
        if (least := score - min(_CROWDED, (crowd[a] + crowd[b]) / 2)) > 0
    }


def _expected(a: int, b: int) -> float:
    """How much two short articles of one event can share, beside two of usual length. Without it reports of 60 words
    wanted a threshold of 0.1, thirds of articles 0.12, whole articles 0.25; with it one does for all."""
    return min(_LONG, max(_SHORT, math.pow(a * b / _USUAL**2, _GROWTH / 2)))


def _story(
    items: Sequence[Article],
    names: Sequence[str],
    members: list[int],
    scores: dict[tuple[int, int], float],
    sketches: Sequence[copies.Sketch],
) -> Story:
    order = sorted(members, key=lambda n: (edtf.sort_key(items[n].published), items[n].id, n))
    homes = copies.families(len(order), copies.alike([sketches[n] for n in order]))
    central = max(order, key=lambda n: sum(scores.get((min(n, m), max(n, m)), 0.0) for m in members if m != n))
    dated = [day for n in order if (day := items[n].published)]
    digest = hashlib.sha256("\x1f".join(sorted(items[n].id for n in members)).encode()).hexdigest()
    return Story(
        id=digest[:12],
        title=items[central].title,
        first=min(dated, key=edtf.sort_key, default=None),
        last=max(dated, key=edtf.sort_key, default=None),
        voices=len(set(homes)),
        articles=tuple(
            StoryArticle(
                id=items[n].id,
                source=names[n],
                title=items[n].title,
                published=items[n].published,
                publisher=items[n].publisher,
                copy_of=items[order[homes[at]]].id if homes[at] != at else None,
            )
            for at, n in enumerate(order)
        ),
    )
