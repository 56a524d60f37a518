"""What an article is about, as terms with weights: words, pairs of neighbouring words, names.

Vietnamese writes a space between syllables, not words; pairs of syllables stand in for words. A term counts by the
logarithm of how often it comes and by how rare it is, among the articles at hand and in the press at large
(`data/frequencies`). The headline and the beginning say what the report is about and count for more: what comes late
is the background that reports of one affair share, whichever of its events they are about.
"""

from __future__ import annotations

import math
import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files

from banggiao.coverage.told import Told
from banggiao.normal import Normal, normalise

Counts = dict[str, float]
"""Term → how much it is said."""

Vector = dict[int, float]
"""Term number → weight; the squares add up to one."""

_WORD = re.compile(r"\d+(?:[./,]\d+)*%?|[^\W\d_]+")
_TITLE, _LEAD = 3.0, 3.0  # swept 2-8 and 1-4
_HALF = 100  # words after which a word of the story counts for half as much; swept 70-200, and against a cut at 150-400
_STEM = 6  # letters; swept 5-7 on English reports
_HEAVIEST = 300  # terms kept of an article; 150 blur the line between events of one affair, all of them gain nothing
_PRESS = 10_000  # articles for which `data/frequencies` stands


def counts(article: Told) -> Counts:
    """The article's terms with how much each is said. Names are runs of capitalised words, written `^like this`."""
    found: Counts = defaultdict(float)
    _count(normalise(article.title), found, _TITLE, 1.0)
    _count(normalise(article.story), found, _LEAD, 2 ** (-1 / _HALF))
    return found


def _count(text: Normal, found: Counts, worth: float, fade: float) -> None:
    last = name = ""
    end = -9
    for match in _WORD.finditer(text.low):
        word, start = _stem(match.group()), match.start()
        found[word] += worth
        beside = start - end <= 1
        if beside:
            found[f"{last} {word}"] += worth
        capital = text.text[start].isupper() and start > 0 and text.text[max(0, start - 2) : start] != ". "
        if name and not (capital and beside):
            found[f"^{name}"] += worth
            name = ""
        if capital:
            name = f"{name} {word}" if name else word
        last, end = word, match.end()
        worth *= fade
    if name:
        found[f"^{name}"] += worth


def _stem(word: str) -> str:
    """A word without what many languages add at its end ("rescue", "rescuers"); no Vietnamese syllable is as long."""
    return word[:_STEM] if len(word) > _STEM and word.isascii() else word


@lru_cache(maxsize=1)
def _frequencies() -> dict[str, float]:
    """Common terms with the share of articles that hold them."""
    out: dict[str, float] = {}
    for language in ("en", "vi"):
        text = (files("banggiao") / "data" / "frequencies" / f"{language}.txt").read_text(encoding="utf-8")
        for row in text.splitlines():
            if row and not row.startswith("#"):
                share, terms = row.split(":", 1)
                for term in terms.strip().split(", "):
                    stem = " ".join(map(_stem, term.split(" ")))
                    out[stem] = min(1.0, out.get(stem, 0.0) + float(share) / 1000)
    return out


def vectors(articles: Iterable[Told]) -> tuple[list[Vector], list[int]]:
    """The vector of each article, and by term number in how many articles the term stands."""
    numbers: dict[str, int] = {}
    spread: list[int] = []
    # Two arrays an article: as dictionaries the terms of 13,707 articles took 1.2 GB.
    said: list[tuple[array[int], array[float]]] = []
    for article in articles:
        found = counts(article)
        ids = array("L", (numbers.setdefault(term, len(numbers)) for term in found))
        spread += [0] * (len(numbers) - len(spread))
        for term in ids:
            spread[term] += 1
        said.append((ids, array("f", map(math.log1p, found.values()))))
    press = _frequencies()
    whole = _PRESS + len(said)
    rarity = [math.log(whole / (press.get(t, 0.0) * _PRESS + n)) for t, n in zip(numbers, spread, strict=True)]
    return [_unit(ids, much, rarity) for ids, much in said], spread


def _unit(ids: array[int], much: array[float], rarity: Sequence[float]) -> Vector:
    weighed = sorted(((-rarity[term] * times, term) for term, times in zip(ids, much, strict=True)))[:_HEAVIEST]
    length = math.sqrt(sum(weight * weight for weight, _ in weighed)) or 1.0
    return {term: -weight / length for weight, term in weighed}


def cosine(a: Vector, b: Vector) -> float:
    """How much two articles are about the same, from 0 to 1."""
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[term] for term, weight in a.items() if term in b)


def heaviest(vector: Vector, spread: Sequence[int], most: int, common: int) -> Iterable[int]:
    """The terms by which an article is looked up: its `most` heaviest that at most `common` articles hold."""
    rare = (term for term in vector if 1 < spread[term] <= common)  # vectors are made heaviest first
    return (term for term, _ in zip(rare, range(most), strict=False))
