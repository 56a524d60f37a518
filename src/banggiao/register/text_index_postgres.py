"""The full text index of PostgreSQL: which texts hold a term, by segments of thousands of texts.

A term is a word without diacritics, a word with them, "=" and a word of a title, or two words side by side. Of the last
there are too many: all of them share 16,384 numbers, of which a text has one in thirty, so that some texts are given
that hold other words side by side; who shows a text looks whether it holds them, in either database.

`search_term` has for each segment and each term the texts that hold it (`postings.py`); of pairs of words a few numbers
are a row, named "~" and which of them. `search_segment` has the numbers of the texts of a segment, and which of them
are gone: to take a text out of all its terms took .4 s. What comes in one by one waits in `search_waiting` until there
is enough for a segment; small segments are joined, and those of which most is gone are made anew.

PostgreSQL's own index of words (GIN over `tsvector`) took two thirds of the time of adding an article, and with the
texts without diacritics, in which words side by side were looked for, 1.6 times the space of the texts; and as it gives
what holds the words in no order, it looked at each text that holds a common word to find the newest.
"""

from __future__ import annotations

import secrets
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from heapq import merge
from itertools import groupby, islice, pairwise
from operator import itemgetter
from typing import NamedTuple
from zlib import crc32

from sqlalchemy import Connection

from banggiao.register import postings
from banggiao.register.raw import ask
from banggiao.register.text_index import Column, Holding, Indexed, Wanted

_WAITING = 128
"""So many texts wait at most: each question looks through them. As many at once are a segment from the beginning."""
_FAN, _AT_ONCE = 8, 4_096
"""So many segments of about one size become one, unless it would have more texts than one is made of at once: to join
them takes as long as to index them did."""
_NEWEST, _MORE = 4, 4
"""So many segments are asked at first, then so many times as many, until what is left is older than what was found."""
_ENDINGS = 6
"""Of a word that is being typed so many of its endings are looked for beside the word before it."""
_KNOWN = 500
"""The numbers of the texts of so many segments more than are asked for may be remembered."""
_Term = str | int
"""A word, or the number of a pair of words."""
_COLUMNS = ", ".join(Indexed._fields)
"""Of `search_waiting`: words in their order, a blank before each."""


class PostgresIndex:
    """See `banggiao.register.text_index.TextIndex`."""

    sure = False

    def __init__(self) -> None:
        self._numbers: Mapping[int, array[int]] = {}
        """By segment: the numbers of its texts, rising. They never change."""

    def create(self, connection: Connection) -> None:
        connection.exec_driver_sql(
            "CREATE TABLE search_waiting (number bigint PRIMARY KEY REFERENCES shelf (number) ON DELETE CASCADE,"
            ' title text COLLATE "C" NOT NULL, words text COLLATE "C" NOT NULL, exact text COLLATE "C" NOT NULL)'
        )
        connection.exec_driver_sql(
            "CREATE TABLE search_segment (id integer PRIMARY KEY, size integer NOT NULL, first bigint NOT NULL,"
            " last bigint NOT NULL, numbers bytea NOT NULL, gone bytea NOT NULL)"
        )
        connection.exec_driver_sql(
            'CREATE TABLE search_term (segment integer, term text COLLATE "C", texts bytea NOT NULL,'
            " PRIMARY KEY (segment, term))"
        )
        # There is nothing to compress.
        connection.exec_driver_sql("ALTER TABLE search_term ALTER COLUMN texts SET STORAGE EXTERNAL")

    def drop(self, connection: Connection) -> None:
        for table in ("search_term", "search_segment", "search_waiting", "search_words"):  # the last: before 0022
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")

    def add(self, connection: Connection, rows: Sequence[Indexed]) -> None:
        if len(rows) < _WAITING:
            with connection.connection.cursor().copy(f"COPY search_waiting ({_COLUMNS}) FROM STDIN") as copy:
                for one in rows:
                    copy.write_row((one.number, *(" ".join(("", *words.split())) for words in one[1:])))
            if (connection.exec_driver_sql("SELECT count(*) FROM search_waiting").scalar() or 0) < _WAITING:
                return
            waiting = f"DELETE FROM search_waiting RETURNING {_COLUMNS}"
            rows = sorted(Indexed(*row) for row in connection.exec_driver_sql(waiting))
        for at in range(0, len(rows), _AT_ONCE):
            self._lay_texts(connection, rows[at : at + _AT_ONCE])
        while self._join(connection):
            pass

    def _lay_texts(self, connection: Connection, rows: Sequence[Indexed]) -> None:
        words: defaultdict[str, list[int]] = defaultdict(list)
        pairs: defaultdict[int, list[int]] = defaultdict(list)
        for place, row in enumerate(rows):
            in_text = row.words.split()
            for word in _words_of(row, in_text):
                words[word].append(place)
            for pair in _pairs_of(in_text):
                pairs[pair].append(place)
        terms: dict[_Term, bytes] = {term: postings.packed(len(rows), places) for term, places in words.items()}
        terms |= {pair: postings.packed(len(rows), places) for pair, places in pairs.items()}
        self._lay(connection, [row.number for row in rows], terms)

    @staticmethod
    def _lay(connection: Connection, numbers: Sequence[int], terms: Mapping[_Term, bytes]) -> None:
        """Makes a segment. terms: which of its texts hold each."""
        id = secrets.randbits(31)  # never one that was there: other processes may have its numbers in memory
        connection.exec_driver_sql(
            "INSERT INTO search_segment (id, size, first, last, numbers, gone) VALUES (%s, %s, %s, %s, %s, '')",
            (id, len(numbers), numbers[0], numbers[-1], postings.little(array("q", numbers)).tobytes()),
        )
        with connection.connection.cursor().copy("COPY search_term (segment, term, texts) FROM STDIN") as copy:
            for name in sorted({*map(_name, terms)}):
                copy.write_row((id, name, _joint([terms.get(term, b"") for term in _named(name)])))

    def _join(self, connection: Connection) -> bool:
        """Makes one segment of some of about one size, if there are so many."""
        sizes = sorted((size, id) for size, id in ask(connection, "SELECT size, id FROM search_segment"))
        for _, tier in groupby(sizes, lambda one: one[0].bit_length() // 3):
            these = list(islice(tier, _FAN))
            if len(these) == _FAN and sum(size for size, _ in these) <= _AT_ONCE:
                self._make_anew(connection, [id for _, id in these])
                return True
        return False

    def _make_anew(self, connection: Connection, ids: Sequence[int]) -> None:
        """Makes one segment of these, without what is gone."""
        those = ask(connection, "SELECT id, numbers, gone FROM search_segment WHERE id = ANY (?)", (list(ids),))
        joining = postings.Joining(
            {id: (postings.little(array("q", numbers)), int.from_bytes(gone, "little")) for id, numbers, gone in those}
        )
        kept = ask(
            connection,
            "SELECT term, segment, texts FROM search_term WHERE segment = ANY (?) ORDER BY term",
            (list(ids),),
        )
        terms: dict[_Term, bytes] = {}
        for name, rows in groupby(kept, itemgetter(0)):
            of_name = [(segment, _apart(name, texts)) for _, segment, texts in rows]
            for at, term in enumerate(_named(name)):
                if joined := joining.joined((segment, each[at]) for segment, each in of_name):
                    terms[term] = joined
        connection.exec_driver_sql("DELETE FROM search_term WHERE segment = ANY (%s)", (list(ids),))
        connection.exec_driver_sql("DELETE FROM search_segment WHERE id = ANY (%s)", (list(ids),))
        if joining.numbers:
            self._lay(connection, joining.numbers, terms)

    def remove(self, connection: Connection, rows: Sequence[Indexed]) -> None:
        if not rows:
            return
        gone = sorted(row.number for row in rows)
        for segment in self._segments(connection, (gone[0], gone[-1]))[0]:
            # A number that was given again may stand in two segments; it is gone from the first already.
            found = 0
            for number in gone:
                place = bisect_left(segment.numbers, number)
                if place < len(segment.numbers) and segment.numbers[place] == number:
                    found |= 1 << place
            if found & ~segment.gone:
                found |= segment.gone
                size = len(segment.numbers)
                connection.exec_driver_sql(
                    "UPDATE search_segment SET gone = %s WHERE id = %s",
                    (found.to_bytes((size + 7) // 8, "little"), segment.id),
                )
                if 2 * found.bit_count() > size:
                    self._make_anew(connection, [segment.id])
        connection.exec_driver_sql("DELETE FROM search_waiting WHERE number = ANY (%s)", (gone,))

    def find(
        self,
        connection: Connection,
        column: Column,
        wanted: Wanted,
        *,
        window: tuple[int, int],
        limit: int,
    ) -> list[int]:
        return self._newest(connection, [_Asked(column, wanted)], window, limit)[0]

    def holding(
        self,
        connection: Connection,
        wanted: Wanted,
        *,
        row: Sequence[str] = (),
        spelt: Wanted = (),
        window: tuple[int, int],
        limit: int,
    ) -> Holding:
        asked = [_Asked("words", wanted), _Asked("title", wanted)]
        asked += [_Asked("words", [row])] if row else []
        asked += [_Asked("exact", spelt)] if spelt else []
        words, title, *others = self._newest(connection, asked, window, limit)
        return Holding(words, others[0] if row else (), title, others[-1] if spelt else [])

    def _newest(
        self, connection: Connection, asked: Sequence[_Asked], window: tuple[int, int], limit: int
    ) -> list[list[int]]:
        """The numbers of the newest texts that hold what is asked for, highest first, for each."""
        low, high = window
        of_window, waiting = self._segments(connection, window)
        rest = sorted(of_window, key=lambda segment: segment.numbers[-1], reverse=True)
        found = [self._waiting(connection, one, window, limit) if waiting else [] for one in asked]
        some = _NEWEST
        unmet = list(range(len(asked)))
        while rest and unmet:
            segments, rest = rest[:some], rest[some:]
            some *= _MORE
            terms = {term for n in unmet for term in asked[n].terms}
            kept = self._kept(connection, [segment.id for segment in segments], terms)
            ways: list[list[Iterable[int]]] = [[numbers] for numbers in found]
            for id, numbers, gone in segments:
                bits_of = cache(partial(_either, len(numbers), kept[id]))
                inside = ((1 << bisect_right(numbers, high)) - 1) & ~gone
                for n in unmet:
                    if bits := asked[n].bits(bits_of) & inside:
                        ways[n].append(_numbers(numbers, bits, low))
            for n in unmet:
                found[n] = [*islice(merge(*ways[n], reverse=True), limit)]
            if rest:
                newest = rest[0].numbers[-1]
                unmet = [n for n in unmet if len(found[n]) < limit or found[n][-1] < newest]
        return found

    @staticmethod
    def _waiting(connection: Connection, asked: _Asked, window: tuple[int, int], limit: int) -> list[int]:
        where, values = asked.condition()
        wanted = (
            f"SELECT number FROM search_waiting WHERE number BETWEEN ? AND ? AND {where} ORDER BY number DESC LIMIT ?"
        )
        return [row[0] for row in ask(connection, wanted, (*window, *values, limit))]

    def _segments(self, connection: Connection, window: tuple[int, int]) -> tuple[list[_Segment], bool]:
        """Those that may have texts in the window; and whether texts may wait for one."""
        found = ask(
            connection,
            "SELECT id, gone, EXISTS (SELECT FROM search_waiting) FROM search_segment WHERE last >= ? AND first <= ?",
            window,
        )
        numbers = self._numbers_of(connection, [row[0] for row in found])
        segments = [_Segment(id, numbers[id], int.from_bytes(gone, "little")) for id, gone, _ in found]
        return segments, not found or found[0][2]

    def _numbers_of(self, connection: Connection, ids: Sequence[int]) -> Mapping[int, array[int]]:
        known = self._numbers
        if unknown := [id for id in ids if id not in known]:
            rows = connection.exec_driver_sql("SELECT id, numbers FROM search_segment WHERE id = ANY (%s)", (unknown,))
            came = {id: postings.little(array("q", numbers)) for id, numbers in rows.tuples()}
            if len(known) > _KNOWN + len(ids):  # most of them have been joined since
                known = {id: known[id] for id in ids if id in known}
            # A new one each time: another thread may be looking into it.
            self._numbers = known = {**known, **came}
        return known

    @staticmethod
    def _kept(connection: Connection, ids: Sequence[int], terms: Collection[_Term]) -> dict[int, dict[_Term, bytes]]:
        """By segment: which of its texts hold each of the terms, and of others that share a row with them."""
        out: dict[int, dict[_Term, bytes]] = {id: {} for id in ids}
        wanted = "SELECT segment, term, texts FROM search_term WHERE segment = ANY (?) AND term = ANY (?)"
        for segment, name, texts in ask(connection, wanted, (list(ids), sorted({*map(_name, terms)}))):
            out[segment].update(zip(_named(name), _apart(name, texts), strict=True))
        return out


class _Segment(NamedTuple):
    """numbers: of its texts, rising. gone: those of them that are, as bits."""

    id: int
    numbers: array[int]
    gone: int


class _Asked:
    """What texts are to hold."""

    def __init__(self, column: Column, wanted: Wanted) -> None:
        self._column = column
        mark = "=" if column == "title" else ""
        self._words: list[list[str]] = []
        """Of each of these one."""
        self._pairs: list[list[int]] = []
        self._rows: list[str] = []
        """Words side by side; the first of several alternatives, which is what the others begin with, stands for
        them."""
        for any_of in wanted:
            *before, _ = any_of[0].split()
            last = [words.split()[-1] for words in any_of]
            self._words += ([mark + word] for word in before)
            self._words.append([mark + word for word in last])
            if before:
                self._rows.append(f" {any_of[0]}" if len(any_of) > 1 else f" {any_of[0]} ")
                if column == "words":
                    self._pairs += ([*_pairs_of(two)] for two in pairwise(before))
                    self._pairs.append([pair for word in last[:_ENDINGS] for pair in _pairs_of((before[-1], word))])
        self._each: list[tuple[_Term, ...]] = [*map(tuple, self._words), *map(tuple, self._pairs)]
        self.terms = {term for any_of in self._each for term in any_of}

    def bits(self, bits_of: Callable[[tuple[_Term, ...]], int]) -> int:
        """The texts of a segment that hold all. bits_of: those that hold any of some terms."""
        out = -1
        for any_of in self._each:
            out &= bits_of(any_of)
            if not out:
                break
        return out

    def condition(self) -> tuple[str, list[str]]:
        """The same in SQL, of the texts that wait."""
        stands = f"strpos({self._column} || ' ', ?) > 0"
        every = [" OR ".join(stands for _ in any_of) for any_of in self._words] + [stands for _ in self._rows]
        values = [f" {term.removeprefix('=')} " for any_of in self._words for term in any_of]
        return " AND ".join(f"({one})" for one in every), [*values, *self._rows]


def _words_of(row: Indexed, words: Sequence[str]) -> set[str]:
    """The terms of a row that are words. words: its `words`."""
    return {*words, *row.exact.split(), *(f"={word}" for word in row.title.split())}


class _Signs(dict[str, int]):
    """Word → seven bits, the same on every machine; worked out when first met."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = sign = crc32(word.encode()) & _SIGN
        return sign


_SIGN = 127
_REMEMBERED = 200_000
_SIGNS = _Signs()


def _pairs_of(words: Sequence[str]) -> set[int]:
    """Which of the terms for two words side by side a text holds: each is named by the signs of both as two bytes."""
    if sys.byteorder == "big":
        return {_SIGNS[one] | _SIGNS[other] << 8 for one, other in pairwise(words)}
    signs = memoryview(bytes(map(_SIGNS.__getitem__, words)))
    first, second = (signs[at : at + (len(signs) - at) // 2 * 2] for at in (0, 1))
    # Two views of the bytes as numbers, of every other pair each: a third of the time of a loop.
    return {*first.cast("H"), *second.cast("H")}


def _name(term: _Term) -> str:
    """The row of a term: of neighbouring pairs one."""
    return term if isinstance(term, str) else f"~{term // postings.BUNDLE}"


def _named(name: str) -> Sequence[_Term]:
    """The terms of a row."""
    if not name.startswith("~"):
        return (name,)
    first = int(name[1:]) * postings.BUNDLE
    return range(first, first + postings.BUNDLE)


def _joint(terms: Sequence[bytes]) -> bytes:
    """What is kept of the terms of a row, as it holds them."""
    return terms[0] if len(terms) == 1 else postings.bundled(terms)


def _apart(name: str, texts: bytes) -> list[bytes]:
    """The same of each of them."""
    return postings.unbundled(texts) if name.startswith("~") else [texts]


def _either(size: int, kept: Mapping[_Term, bytes], terms: Iterable[_Term]) -> int:
    """The texts of a segment that hold any of the terms, as bits. kept: of each term those that hold it."""
    return postings.either(size, (kept[term] for term in terms if term in kept))


def _numbers(numbers: array[int], bits: int, low: int) -> Iterator[int]:
    """The numbers of the texts from the last to the first that is no less than `low`."""
    for place in postings.from_the_end(bits):
        if numbers[place] < low:
            return
        yield numbers[place]
