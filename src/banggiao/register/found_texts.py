"""What a search finds in texts: articles, and facts by the sentences that they rest on.

A text is unpacked and folded only where it is shown, where what it is worth may change the order (the index has said of
each what it can be worth at most), or where a fact may rest on it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date as Day
from itertools import accumulate, islice

import msgspec
from sqlalchemy import Connection

from banggiao.model import Record, Span
from banggiao.register.api import ArticleRef
from banggiao.register.database import Database
from banggiao.register.folding import Folded
from banggiao.register.hits import ArticleHit, FactHit, Snippet, Where
from banggiao.register.intake import ref_columns
from banggiao.register.packing import RECORDS, TEXTS
from banggiao.register.queries import best_records
from banggiao.register.wanted import Finder, Places

POINTS: dict[Where, int] = {"title": 4, "adjacent": 2, "words": 0}
EXACT = 3
"""Spelling counts more than standing side by side: "biến động" is not "biển đông"."""
_WIDTH = 160
"""About the length of a snippet, in characters."""
_FETCHED, _SOME = 40, 20
"""So many texts are fetched at first, then as many again each time; and looked through for facts at a time."""
_COLUMNS = ref_columns()


@dataclass(slots=True, frozen=True)
class Candidate:
    """An article that holds the words, by the index. points: how good a hit it is, as far as the index knows; most:
    what its text may make of that."""

    number: int
    points: int
    most: int

    @property
    def order(self) -> tuple[int, int]:
        """What stands first has the lowest."""
        return -self.points, -self.number


@dataclass(slots=True, frozen=True)
class _Row:
    ref: ArticleRef
    packed: str | bytes


@dataclass(slots=True, frozen=True)
class _Seen:
    """A text that was looked through. order: as of a candidate, by the points that it has."""

    order: tuple[int, int]
    hit: ArticleHit


class Texts:
    """The texts of candidates, of which those that may be best come first."""

    def __init__(self, connection: Connection, finder: Finder, candidates: Sequence[Candidate]) -> None:
        self._connection = connection
        self._finder = finder
        self._candidates = candidates
        self._rows: dict[int, _Row] = {}
        self._fetched = 0
        self._seen: dict[int, _Seen | None] = {}
        self._texts: dict[int, tuple[str, Folded]] = {}
        self._begun: dict[int, list[list[int]]] = {}

    def articles(self, limit: int) -> list[ArticleHit]:
        """The best of those that hold the words, best first, of equals the newest."""
        found: list[tuple[tuple[int, int], int]] = []
        ends = ((-one.most, -one.number) for one in reversed(self._candidates))
        best_left = [*accumulate(ends, min)]
        for one in self._candidates:
            if len(found) >= limit and found[limit - 1][0] <= best_left[-1]:
                break
            best_left.pop()
            if seen := self._look(one):
                insort(found, (seen.order, one.number))
        hits = (self._seen[number] for _, number in found[:limit])
        return [seen.hit for seen in hits if seen]

    def facts(self, kinds: Collection[str], limit: int, known_by: Day | None, *, among: int) -> list[FactHit]:
        """Facts whose sentences hold the words, best first, of equals those of the best article. among: so many of the
        best articles that hold them are looked through."""
        ordered = [(self._order(one), one.number) for one in self._best(among)]
        found: list[tuple[int, int, _Told]] = []
        best = _points("adjacent", exact=True)
        for at in range(0, len(ordered), _SOME):
            by_key = {self._rows[number].ref.key: number for _, number in ordered[at : at + _SOME]}
            place = {key: at + n for n, key in enumerate(by_key)}
            for told in _told(self._connection, list(by_key), kinds, known_by):
                number = by_key[told.article]
                if told.look(self._finder, self._text(number)[1], self._starts(number)):
                    found.append((-told.points, place[told.article], told))
            if len({told.fact for points, _, told in found if points == -best}) >= limit:
                break
        first: dict[str, _Told] = {}
        for _, _, told in sorted(found, key=lambda one: one[:2]):
            first.setdefault(told.fact, told)
        shown = list(first.values())[:limit]
        records = best_records(self._connection, [told.fact for told in shown])
        number_of = {row.ref.key: number for number, row in self._rows.items()}
        hits = ((told, number_of[told.article]) for told in shown if told.fact in records)
        return [told.hit(records[told.fact], self._rows[number].ref, *self._text(number)) for told, number in hits]

    def _best(self, most: int) -> list[Candidate]:
        """The best of the candidates that are there, and hold the words where words must stand side by side."""
        look = bool(self._finder.wanted.phrases)
        ordered = sorted(self._candidates, key=self._order)
        return [*islice((one for one in ordered if (self._look(one) if look else self._row(one.number))), most)]

    def _row(self, number: int) -> _Row | None:
        """The row of a candidate; they are fetched some at a time, in their order."""
        while number not in self._rows and self._fetched < len(self._candidates):
            some = self._candidates[self._fetched : max(_FETCHED, self._fetched * 2)]
            self._rows |= _rows(self._connection, [one.number for one in some])
            self._fetched += len(some)
        return self._rows.get(number)

    def _order(self, one: Candidate) -> tuple[int, int]:
        seen = self._seen.get(one.number)
        return seen.order if seen else one.order

    def _starts(self, number: int) -> list[list[int]]:
        """Where the words may begin in a text."""
        if number not in self._begun:
            self._begun[number] = self._finder.starts(self._text(number)[1])
        return self._begun[number]

    def _text(self, number: int) -> tuple[str, Folded]:
        """A text, and folded."""
        if number not in self._texts:
            text = TEXTS.unpacked(self._rows[number].packed)
            self._texts[number] = text, Folded.of(text)
        return self._texts[number]

    def _look(self, one: Candidate) -> _Seen | None:
        """The text of a candidate as a hit; None where it does not hold the words."""
        if one.number not in self._seen:
            self._seen[one.number] = self._looked(one.number)
        return self._seen[one.number]

    def _looked(self, number: int) -> _Seen | None:
        row = self._row(number)
        if row is None:
            return None
        title = self._finder.places(Folded.of(row.ref.title))
        text, folded = self._text(number)
        places = self._finder.places(folded)
        if places is None and title is None:
            return None
        if places is None or (title and title.exact and not places.exact):
            # What the title alone holds is shown from the text's beginning, which is the title in most articles.
            places = Places([], [], title.exact if title else False)
        where: Where = "title" if title else "adjacent" if places.adjacent else "words"
        points = _points(where, exact=places.exact)
        if where == "title" and places.adjacent:
            points += POINTS["adjacent"]
        snippet = _snippet(text, folded, places, [(0, len(folded.low))])
        return _Seen((-points, -number), ArticleHit(row.ref, where, places.exact, snippet))


def _points(where: Where, *, exact: bool) -> int:
    return POINTS[where] + EXACT * exact


def _rows(connection: Connection, numbers: Sequence[int]) -> dict[int, _Row]:
    columns = ", ".join(f"a.{name}" for name in _COLUMNS)
    wanted = (
        f"SELECT s.number, a.text, {columns} FROM shelf s JOIN article a ON a.key = s.article WHERE s.number IN ({{}})"
    )
    return {row[0]: _Row(ArticleRef(*row[2:]), row[1]) for row in Database.ask_for(connection, wanted, numbers)}


# -- facts -------------------------------------------------------------------------------------------------------------


class _Evidence(msgspec.Struct):
    """What of a record is looked at before it is known to be a hit."""

    kind: str
    evidence: list[tuple[int, int]]


_EVIDENCE = msgspec.json.Decoder(_Evidence)


@dataclass(slots=True)
class _Told:
    """A report of a fact, and, once it is found to hold the words, how."""

    article: str
    fact: str
    evidence: list[Span]
    places: Places = field(default_factory=lambda: Places([], [], exact=False))
    spans: list[Span] = field(default_factory=list)

    @property
    def where(self) -> Where:
        return "adjacent" if self.places.adjacent else "words"

    @property
    def points(self) -> int:
        return _points(self.where, exact=self.places.exact)

    def look(self, finder: Finder, folded: Folded, starts: Sequence[Sequence[int]]) -> bool:
        """Whether its sentences hold the words. starts: see `Finder.starts`."""
        spans = [folded.norm_span(start, end) for start, end in self.evidence]
        for begun in starts:
            if not any((at := bisect_left(begun, start)) < len(begun) and begun[at] < end for start, end in spans):
                return False
        places = finder.places(folded, spans)
        if places is None:
            return False
        self.places, self.spans = places, spans
        return True

    def hit(self, record: Record, article: ArticleRef, text: str, folded: Folded) -> FactHit:
        snippet = _snippet(text, folded, self.places, self.spans)
        return FactHit(self.fact, record, self.where, self.places.exact, article, snippet, self.evidence[0][0])


def _told(
    connection: Connection, articles: Sequence[str], kinds: Collection[str], known_by: Day | None
) -> Iterator[_Told]:
    """The reports of facts of these kinds in articles, in their order."""
    wanted = "SELECT article, record, fact FROM mention WHERE article IN ({}) AND fact IS NOT NULL"
    values: tuple[str, ...] = ()
    if known_by is not None:
        wanted, values = f"{wanted} AND known <= ?", (known_by.isoformat(),)
    for article, record, fact in Database.ask_for(connection, f"{wanted} ORDER BY article, idx", articles, values):
        found = _EVIDENCE.decode(RECORDS.unpacked(record))
        if found.kind in kinds and found.evidence:
            yield _Told(article, fact, found.evidence)


# -- snippets ----------------------------------------------------------------------------------------------------------


def _snippet(text: str, folded: Folded, places: Places, spans: list[Span]) -> Snippet:
    """The words of the text around the best place, cut at blanks; within one of the spans (of the normal form)."""
    every = sorted({span for found in places.words for span in found})
    if places.adjacent:
        every = [(s, e) for s, e in every if any(start <= s and e <= end for start, end in places.adjacent)]
    best = places.adjacent[0] if places.adjacent else _densest(places, every)
    low, high = next(((s, e) for s, e in spans if s <= best[0] < e), spans[0])
    if high - low > _WIDTH:
        middle = (best[0] + best[1]) // 2
        low = max(low, min(middle - _WIDTH // 2, high - _WIDTH))
        high = min(high, low + _WIDTH)
        whole = folded.low
        if low > 0 and whole[low - 1].isalnum() and (blank := whole.find(" ", low, best[0])) >= 0:
            low = blank + 1
        if high < len(whole) and whole[high].isalnum() and (blank := whole.rfind(" ", best[1], high)) >= 0:
            high = blank
    start, end = folded.normal.raw_span(low, high)
    inside = [folded.normal.raw_span(s, e) for s, e in every if low <= s and e <= high]
    return Snippet(text[start:end], start, [(s - start, e - start) for s, e in inside])


def _densest(places: Places, every: list[Span]) -> Span:
    """The first place about which most of the words are found."""
    best, most = (0, 0), 0
    starts = [sorted(start for start, _ in found) for found in places.words]
    for start, end in every:
        near = 0
        for of_word in starts:
            at = bisect_left(of_word, start)
            near += at < len(of_word) and of_word[at] < start + _WIDTH
        if near > most:
            best, most = (start, end), near
            if most == len(starts):
                break
    return best
