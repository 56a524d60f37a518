"""Full text search: over names, over facts by the sentences that they rest on, and over articles.

Hits are ranked by rules that can be told: all words in the title, words side by side in the order asked, words with the
diacritics that were typed; of equals the newest first. Of each way in which articles may hold the words the newest
are looked at (`_LOOKED`), so that a word that every article holds is answered as fast as one that is rare.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date as Day
from functools import cached_property
from itertools import chain, islice
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from banggiao.lexicon import Lexicon, fold
from banggiao.model import RECORD_TYPES, Instrument, Meeting, Span
from banggiao.register import shelving
from banggiao.register.api import ArticleRef, SearchKind
from banggiao.register.database import Database
from banggiao.register.facts import names_of
from banggiao.register.folding import Folded
from banggiao.register.hits import ArticleHit, FactHit, Found, NameHit, NameKind, Snippet, Where
from banggiao.register.intake import record_from, ref_columns, ref_from
from banggiao.register.queries import best_records
from banggiao.register.schema import article, fact, fact_name, fact_party, mention, name_word
from banggiao.register.text_index import Column
from banggiao.register.wanted import Finder, Places, Wanted, Word, parse

COUNTED = 1_000
"""A name's facts are counted so far."""
_LOOKED = 300
"""So many of the newest articles are ranked for each way of holding the words."""
_FOR_FACTS = 40
"""In so many of the best articles facts are looked for."""
_ENDINGS = 24
"""A word that is being typed may end in so many ways."""
_NAMES = 200
"""So many names that hold the words are ranked."""
_WIDTH = 160
"""About the length of a snippet, in characters."""
_POINTS: dict[Where, int] = {"title": 4, "adjacent": 2, "words": 0}
_EXACT = 3
"""Spelling counts more than standing side by side: "biến động" is not "biển đông"."""


_NamesByWord = dict[str, list[tuple[list[str], str]]]
"""Word → the names of parties that hold it, as words, and whose they are."""


@dataclass(slots=True)
class _Text:
    """An article that holds the words: its row, its text folded, where the words are, and how good a hit it is."""

    ref: ArticleRef
    text: str
    folded: Folded
    places: Places
    where: Where

    @property
    def points(self) -> int:
        return _points(self.where, self.places)


class Searching:
    """The searching part of the register; see `banggiao.register.api.Register`."""

    _database: Database

    def _settle(self) -> None:
        raise NotImplementedError

    def _lexicon(self) -> Lexicon:
        raise NotImplementedError

    def search(
        self,
        words: str,
        *,
        kinds: Collection[SearchKind] = (),
        limit: int = 20,
        prefix: bool = False,
        known_by: Day | None = None,
    ) -> Found:
        wanted = parse(words, prefix=prefix)
        if not wanted.words or limit < 1:
            return Found([word.typed for word in wanted.words])
        self._settle()
        all_facts = not kinds or "fact" in kinds
        fact_kinds = {kind for kind in RECORD_TYPES if all_facts or kind in kinds}
        names: list[NameHit] = []
        facts: list[FactHit] = []
        articles: list[ArticleHit] = []
        more = False
        with self._database.reading() as connection:
            if not kinds or "name" in kinds:
                names = _names(connection, self._lexicon(), self._party_names, wanted, limit, known_by)
            if fact_kinds or not kinds or "article" in kinds:
                finder, numbers = self._candidates(connection, wanted, known_by)
                looked = max(limit * 2, _FOR_FACTS if fact_kinds else 0)
                texts = _texts(connection, finder, numbers[:looked])
                if not kinds or "article" in kinds:
                    articles = [_article_hit(one) for one in texts[:limit]]
                    more = len(numbers) > limit
                if fact_kinds:
                    found = _facts(connection, finder, texts[:_FOR_FACTS], fact_kinds, limit + 1, known_by)
                    facts, more = found[:limit], more or len(found) > limit
        return Found([word.typed for word in wanted.words], names, facts, articles, more)

    def _candidates(self, connection: Connection, wanted: Wanted, known_by: Day | None) -> tuple[Finder, list[int]]:
        """The numbers of articles that hold the words, by what the index alone says of them, best first."""
        if wanted.words[-1].more:
            last = wanted.words[-1]
            endings = _endings(connection, self._syllables, last.folded)
            wanted = Wanted(
                (*wanted.words[:-1], Word(last.typed, last.folded, True, endings)), wanted.phrases, wanted.name_words
            )
        window = shelving.window(known_by)

        def find(column: Column, query: list[list[str]]) -> set[int]:
            index = self._database.text_index
            return set(index.find(connection, column, query, window=window, limit=_LOOKED))

        every = [_alternatives(unit) for unit in wanted.units()]
        points: Counter[int] = Counter(dict.fromkeys(find("words", every), 0))
        for number in find("title", every):
            points[number] += _POINTS["title"]
        if len(wanted.words) > 1:
            for number in find("words", [_alternatives(list(wanted.words))]):
                points[number] += _POINTS["adjacent"]
        marked = [[word.typed] for word in wanted.words if word.marked and not word.more]
        if marked:
            for number in find("exact", marked):
                points[number] += _EXACT
        return Finder(wanted), sorted(points, key=lambda number: (-points[number], -number))

    @cached_property
    def _syllables(self) -> Counter[str]:
        """The folded words of the lexicon, with the number of its forms that hold them."""
        return Counter(word for form in self._lexicon().forms for word in set(fold(form).split()))

    @cached_property
    def _party_names(self) -> _NamesByWord:
        lexicon = self._lexicon()
        by_word: _NamesByWord = {}
        for name, code in (*lexicon.party_names.items(), *((fold(code), code) for code in lexicon.parties)):
            for word in set(words := name.split()):
                by_word.setdefault(word, []).append((words, code))
        return by_word


def _alternatives(words: list[Word]) -> list[str]:
    """Words side by side, with all endings of the last."""
    before = " ".join(word.folded for word in words[:-1])
    return [f"{before} {form}".strip() for form in words[-1].forms]


def _endings(connection: Connection, syllables: Counter[str], start: str) -> tuple[str, ...]:
    """The words that may be meant by their beginning: those of the lexicon that most of its forms hold, then those of
    names, shortest first."""
    known = sorted((w for w in syllables if w.startswith(start)), key=lambda w: (-syllables[w], w))[:_ENDINGS]
    c = name_word.c.word
    rows = connection.scalars(
        select(c).where(c >= start, c < start + "\U0010ffff").group_by(c).order_by(func.length(c), c).limit(_ENDINGS)
    )
    found = dict.fromkeys([*known, *rows])
    found.pop(start, None)
    return tuple(islice(found, _ENDINGS))


# -- articles ----------------------------------------------------------------------------------------------------------


def _texts(connection: Connection, finder: Finder, numbers: list[int]) -> list[_Text]:
    """The articles of these numbers that hold the words, best first."""
    keys = shelving.articles_of(connection, numbers)
    wanted = [article.c[name] for name in ref_columns()] + [article.c.text]
    rows = {row.key: row for row in connection.execute(select(*wanted).where(article.c.key.in_(list(keys.values()))))}
    out: list[_Text] = []
    for number in sorted(keys, reverse=True):
        row = rows[keys[number]]
        title = finder.places(Folded.of(row.title))
        folded = Folded.of(row.text)
        places = finder.places(folded)
        if places is None and title is None:
            continue
        if places is None or (title and title.exact and not places.exact):
            # What the title alone holds is shown from the text's beginning, which is the title in most articles.
            places = Places([], [], title.exact if title else False)
        where: Where = "title" if title else "adjacent" if places.adjacent else "words"
        out.append(_Text(ref_from(row), row.text, folded, places, where))
    return sorted(out, key=lambda one: -one.points)


def _points(where: Where, places: Places) -> int:
    return _POINTS[where] + (_POINTS["adjacent"] if where == "title" and places.adjacent else 0) + _EXACT * places.exact


def _article_hit(one: _Text) -> ArticleHit:
    spans = [(0, len(one.folded.low))]
    return ArticleHit(one.ref, one.where, one.places.exact, _snippet(one.text, one.folded, one.places, spans))


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


# -- facts -------------------------------------------------------------------------------------------------------------


def _facts(
    connection: Connection,
    finder: Finder,
    texts: list[_Text],
    kinds: set[str],
    limit: int,
    known_by: Day | None,
) -> list[FactHit]:
    """Facts whose sentences in these articles hold the words, best first."""
    by_key = {one.ref.key: one for one in texts}
    m = mention.c
    chosen = (
        select(m.article, m.record, m.fact, fact.c.record.label("best"))
        .join(fact, fact.c.id == m.fact)
        .where(m.article.in_(list(by_key)), fact.c.kind.in_(sorted(kinds)))
        .order_by(m.article, m.idx)
    )
    if known_by is not None:
        chosen = chosen.where(m.known <= known_by.isoformat())
    order = {key: at for at, key in enumerate(by_key)}
    found: list[tuple[int, int, FactHit]] = []
    for row in connection.execute(chosen):
        one = by_key[row.article]
        evidence = msgspec.json.decode(row.record)["evidence"]
        spans = [one.folded.norm_span(start, end) for start, end in evidence]
        if places := finder.places(one.folded, spans):
            where: Where = "adjacent" if places.adjacent else "words"
            snippet = _snippet(one.text, one.folded, places, spans)
            hit = FactHit(row.fact, record_from(row.best), where, places.exact, one.ref, snippet, evidence[0][0])
            found.append((-_points(where, places), order[row.article], hit))
    best: dict[str, FactHit] = {}
    for _, _, hit in sorted(found, key=lambda one: one[:2]):
        best.setdefault(hit.id, hit)
    return list(best.values())[:limit]


# -- names -------------------------------------------------------------------------------------------------------------


def _names(
    connection: Connection,
    lexicon: Lexicon,
    by_word: _NamesByWord,
    wanted: Wanted,
    limit: int,
    known_by: Day | None,
) -> list[NameHit]:
    """Parties and names that hold the words: those typed exactly first, then those with the fewest words besides."""
    if not wanted.name_words:
        return []
    parties = _parties(connection, lexicon, by_word, wanted, limit, known_by)
    c = name_word.c
    chosen = select(c.name)
    for number, word in enumerate(wanted.name_words):
        last = number == len(wanted.name_words) - 1 and wanted.words[-1].more
        these = (
            select(c.name).where(c.word >= word, c.word < word + "\U0010ffff")
            if last
            else select(c.name).where(c.word == word)
        )
        chosen = chosen.where(c.name.in_(these))
    folded = list(connection.scalars(chosen.group_by(c.name).order_by(func.length(c.name), c.name).limit(_NAMES)))
    shown = folded[: limit * 2]
    f = fact_name.c
    first = {
        name: (total, id)
        for name, total, id in connection.execute(
            _known(select(f.name, func.count(), func.min(f.fact)), known_by).where(f.name.in_(shown)).group_by(f.name)
        )
    }
    records = best_records(connection, (id for _, id in first.values()))
    hits = [_name_hit(name, records[id], total, wanted) for name, (total, id) in first.items()]
    hits.sort(key=lambda hit: (not hit.exact, len(hit.name.split()), -hit.facts, hit.name))
    return [*parties, *hits][:limit]


def _known(chosen: Any, known_by: Day | None) -> Any:
    """Of `fact_name` only what was reported by a day."""
    if known_by is None:
        return chosen
    return chosen.join(fact, fact.c.id == fact_name.c.fact).where(fact.c.first_reported <= known_by.isoformat())


def _name_hit(folded: str, record: Any, total: int, wanted: Wanted) -> NameHit:
    """A name as the fact writes it; where another report wrote it so, as it was folded."""
    name = next((n for n in sorted(names_of(record)) if f" {fold(n)} " == folded), folded.strip())
    kind: NameKind = "person"
    if isinstance(record, Instrument):
        kind = "instrument"
    elif isinstance(record, Meeting) and record.mechanism and f" {fold(record.mechanism)} " == folded:
        kind = "series"
    return NameHit(name, kind, "", _spelt(name, wanted), min(total, COUNTED))


def _spelt(name: str, wanted: Wanted) -> bool:
    """Whether a name is spelt with the diacritics that were typed."""
    places = Finder(wanted).places(Folded.of(name))
    return places is None or places.exact


def _parties(
    connection: Connection,
    lexicon: Lexicon,
    by_word: _NamesByWord,
    wanted: Wanted,
    limit: int,
    known_by: Day | None,
) -> list[NameHit]:
    codes: dict[str, int] = {}
    for words, code in _called(by_word, wanted):
        if _holds(words, wanted):
            codes[code] = min(codes.get(code, 99), len(words))
    out: list[NameHit] = []
    for code in sorted(codes, key=lambda code: (codes[code], code)):
        some = select(fact_party.c.fact).where(fact_party.c.party == code)
        if known_by is not None:
            some = some.join(fact, fact.c.id == fact_party.c.fact).where(fact.c.first_reported <= known_by.isoformat())
        total = connection.scalar(select(func.count()).select_from(some.limit(COUNTED).subquery())) or 0
        if total:
            names = [n for language in ("vi", "en") for n in lexicon.parties[code].names.get(language, [])]
            name = next(
                (n for n in names if _holds(fold(n).split(), wanted) and _spelt(n, wanted)), names[0] if names else code
            )
            out.append(NameHit(name, "party", code, _spelt(name, wanted), total))
            if len(out) == limit:
                break
    return out


def _called(by_word: _NamesByWord, wanted: Wanted) -> Iterable[tuple[list[str], str]]:
    """Names of parties, as words, and their codes: all that may hold the words."""
    first = wanted.name_words[0]
    if len(wanted.name_words) > 1 or not wanted.words[-1].more:
        return by_word.get(first, ())
    return chain.from_iterable(names for word, names in by_word.items() if word.startswith(first))


def _holds(words: list[str], wanted: Wanted) -> bool:
    return all(
        any(w.startswith(word) for w in words)
        if wanted.words[-1].more and at == len(wanted.name_words) - 1
        else word in words
        for at, word in enumerate(wanted.name_words)
    )
