"""Full text search: over names, over facts by the sentences that they rest on, and over articles.

Hits are ranked by rules that can be told: all words in the title, words side by side in the order asked, words with the
diacritics that were typed; of equals the newest first. Of each way in which articles may hold the words the newest
are looked at (`_LOOKED`), so that a word that every article holds is answered as fast as one that is rare.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from datetime import date as Day
from functools import cached_property
from itertools import islice

from sqlalchemy import Connection

from banggiao.lexicon import Lexicon, fold
from banggiao.model import RECORD_TYPES
from banggiao.register import shelving
from banggiao.register.api import SearchKind
from banggiao.register.database import Database
from banggiao.register.found_names import LAST, PartyNames, names
from banggiao.register.found_texts import EXACT, POINTS, Candidate, Texts
from banggiao.register.hits import ArticleHit, FactHit, Found, NameHit
from banggiao.register.text_index import BETWEEN, TextIndex
from banggiao.register.wanted import Finder, Wanted, Word, parse

_LOOKED = 300
"""So many of the newest articles are ranked for each way of holding the words."""
_FOR_FACTS = 40
"""In so many of the best articles facts are looked for."""
_UNSURE = 600
"""The same of those that hold words side by side by an index that is not sure of it."""
_ENDINGS = 24
"""A word that is being typed may end in so many ways."""


class Searching:
    """The searching part of the register; see `banggiao.register.api.Register`."""

    _database: Database

    def _settled(self) -> AbstractContextManager[Connection]:
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
        all_facts = not kinds or "fact" in kinds
        fact_kinds = {kind for kind in RECORD_TYPES if all_facts or kind in kinds}
        named: list[NameHit] = []
        facts: list[FactHit] = []
        articles: list[ArticleHit] = []
        more = False
        finder = Finder(wanted)
        with self._settled() as connection:
            if not kinds or "name" in kinds:
                named = names(connection, self._party_names, finder, limit, known_by)
            if fact_kinds or not kinds or "article" in kinds:
                wanted = self._with_endings(connection, wanted)
                index = self._database.text_index
                unsure = bool(wanted.phrases) and not index.sure
                candidates = _candidates(connection, index, wanted, known_by, _UNSURE if unsure else _LOOKED)
                looked = max(limit * 2, _FOR_FACTS if fact_kinds else 0)
                texts = Texts(connection, finder, candidates if unsure else candidates[:looked])
                if not kinds or "article" in kinds:
                    articles = texts.articles(limit)
                    more = len(candidates) > limit
                if fact_kinds:
                    found = texts.facts(fact_kinds, limit + 1, known_by, among=looked)
                    facts, more = found[:limit], more or len(found) > limit
        return Found([word.typed for word in wanted.words], named, facts, articles, more)

    def _with_endings(self, connection: Connection, wanted: Wanted) -> Wanted:
        """The words, with what the last may be meant for where it is being typed still."""
        last = wanted.words[-1]
        if not last.more:
            return wanted
        ending = Word(last.typed, last.folded, True, _endings(connection, self._syllables, last.folded))
        return Wanted((*wanted.words[:-1], ending), wanted.phrases, wanted.name_words)

    @cached_property
    def _syllables(self) -> Mapping[str, int]:
        """The folded words of the lexicon in order, with the number of its forms that hold them."""
        return dict(sorted(Counter(word for form in self._lexicon().forms for word in set(fold(form).split())).items()))

    @cached_property
    def _party_names(self) -> PartyNames:
        return PartyNames(self._lexicon())


def _candidates(
    connection: Connection, index: TextIndex, wanted: Wanted, known_by: Day | None, looked: int
) -> list[Candidate]:
    """The articles that hold the words, by what the index alone says of them, first those that may be best. looked: so
    many of the newest for each way of holding the words."""
    window = shelving.window(known_by)
    every = [_alternatives(unit) for unit in wanted.units()]
    row = _alternatives(list(wanted.words)) if len(wanted.words) > 1 and len(every) > 1 else []
    marked = [[word.typed] for word in wanted.words if word.marked and not word.more]
    held = index.holding(connection, every, row=row, spelt=marked, window=window, limit=looked)
    in_words, beside, in_title = held.words, held.beside, set(held.title)
    if len(wanted.words) > 1 and not row:
        beside = in_words
    points: Counter[int] = Counter(dict.fromkeys(in_words, 0))
    for number in in_title:
        points[number] += POINTS["title"]
    for number in beside:
        points[number] += POINTS["adjacent"]
    spelt = held.exact if marked else list(points)
    # Of all that hold the words only those before the oldest that was found are not known yet.
    unknown = in_words[-1] if len(in_words) == looked else 0
    others = [number for number in spelt if number < unknown and number not in points]
    if others and (len(marked) < len(wanted.words) or wanted.phrases):
        # These hold the words with diacritics; whether they hold the others, or side by side, is another matter.
        near = others[:_FOR_FACTS]
        holding = index.find(connection, "words", every, window=(near[-1], near[0]), limit=BETWEEN)
        others = sorted(set(near).intersection(holding), reverse=True)
    points.update(dict.fromkeys(others, 0))
    exact = set(spelt)
    for number in exact & points.keys():
        points[number] += EXACT
    # The newest that are spelt so were asked for: an older one may be too, and any whose title alone is.
    surely = spelt[-1] if len(spelt) == looked else 0

    def most(number: int) -> int:
        told = number in exact or (number >= surely and number not in in_title)
        return points[number] + (0 if told else EXACT)

    # By what they may come to, since no more than some are looked at: titles that hold a quotation stood behind forty
    # newer texts that do.
    found = [Candidate(number, points[number], most(number)) for number in points]
    return sorted(found, key=lambda one: (-one.most, -one.points, -one.number))


def _alternatives(words: list[Word]) -> list[str]:
    """Words side by side, with all endings of the last."""
    before = " ".join(word.folded for word in words[:-1])
    return [f"{before} {form}".strip() for form in words[-1].forms]


def _endings(connection: Connection, syllables: Mapping[str, int], start: str) -> tuple[str, ...]:
    """The words that may be meant by their beginning: those of the lexicon that most of its forms hold, then those of
    names, shortest first."""
    words = list(syllables)
    these = words[bisect_left(words, start) : bisect_left(words, start + LAST)]
    known = sorted(these, key=lambda word: (-syllables[word], word))[:_ENDINGS]
    shortest = (
        "SELECT word FROM name_word WHERE word >= ? AND word < ? GROUP BY word ORDER BY length(word), word LIMIT ?"
    )
    rows = Database.ask(connection, shortest, (start, start + LAST, _ENDINGS))
    found = dict.fromkeys([*known, *(row[0] for row in rows)])
    found.pop(start, None)
    return tuple(islice(found, _ENDINGS))
