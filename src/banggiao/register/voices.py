"""Who speaks with one voice: articles whose texts are copies or rewrites of one another (`banggiao.coverage.copies`).

`article.voice` is shared by them, in whatever order they come: it is the smallest digest of the texts of a family,
where a family is what copies of copies make. Candidates are found by the few smallest spots of a text (`spot`). A spot
that very many articles have is boilerplate and joins nobody: when one becomes boilerplate, or is no longer, those who
have it are heard anew, so that voices depend on what is kept and not on how it came.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, select, update

from banggiao.coverage import copies
from banggiao.register.database import Database
from banggiao.register.schema import article, dirty, mention, spot
from banggiao.register.sounds import Sound, Sounds

_LOOKED_UP = 4
"""Spots by which a text is found: of two that share half their spots 94 in 100 have one of them in common, of whole
reprints all."""
_BOILERPLATE = 200
"""Articles that have a spot in common before it counts as boilerplate: an outlet's own lines under each of its pages
would else have all of them compared with one another."""
_CHUNK = 400


class Heard(NamedTuple):
    """An article: its voice, and how it sounds."""

    key: str
    voice: str
    own: str
    sketch: array[int]
    mask: int


def hear(connection: Connection, rows: Sequence[dict[str, Any]], sounds: Sounds) -> bool:
    """Gives articles just written (rows of the table, with `sketch` where it is known) the voice of the family that
    they belong to. Families that they join become one, and facts that rest on them are marked to be derived again.
    Whether articles lost their voice because a spot became boilerplate."""
    ours: dict[str, Heard] = {}
    for row in rows:
        key, own = row["key"], row["voice"]
        ours[key] = Heard(key, own, *sounds.keep(key, own, _sketch(row)))
    homes: dict[int, list[str]] = {}
    for one in ours.values():
        for number in _looked_up(one):
            homes.setdefault(number, []).append(one.key)
    kept = Database.having_spots(connection, sorted(homes), _BOILERPLATE + 1)
    before = {number for number, keys in kept.items() if len(keys) > _BOILERPLATE}
    fresh: list[dict[str, Any]] = []
    for number, keys in sorted(homes.items()):
        if number in before:
            # Which of them are among its articles is not known.
            Database.insert_new(connection, spot, [{"number": number, "article": key} for key in keys])
            continue
        there = kept.get(number, ())
        fresh += ({"number": number, "article": key} for key in sorted(keys) if key not in there)
        if there:
            homes[number] = sorted({*keys, *there})
    Database.load(connection, spot, fresh)
    common = before | {number for number, keys in homes.items() if len(keys) > _BOILERPLATE}
    near = {key for number, keys in homes.items() if number not in common and len(keys) > 1 for key in keys}
    others = sounds.of(connection, sorted(near - ours.keys()))
    heard: list[Sound] = [*others.values(), *(one[2:] for one in ours.values())]
    names = [*others, *ours]
    place = {key: n for n, key in enumerate(names)}
    places = {
        number: [place[key] for key in keys if key in place]
        for number, keys in homes.items()
        if number not in common and len(keys) > 1
    }
    close = (
        (place[one.key], {n for number in _looked_up(one) for n in places.get(number, ())}) for one in ours.values()
    )
    pairs = _copies(heard, close)
    matched = sorted({names[n] for pair in pairs for n in pair if n < len(others)})
    found = [*ours.values(), *_articles(connection, article.c.key, matched, sounds)]
    at = {one.key: n for n, one in enumerate(found)}
    right = _voices(found, [(at[names[a]], at[names[b]]) for a, b in pairs])
    renamed = {one.voice: right[one.key] for one in found if one.voice != right[one.key]}
    _mark(connection, article.c.voice, sorted(renamed))
    for old, new in sorted(renamed.items()):
        connection.execute(update(article).where(article.c.voice == old).values(voice=new))
    return part(connection, _voices_having(connection, common - before), sounds)


def hear_all(connection: Connection) -> None:
    """Finds the voices of all articles that are kept, each of which has the one of its own text. For registers in which
    an article does not keep its sound yet."""
    sounds = Sounds(kept=False)
    keys = list(connection.scalars(select(article.c.key).order_by(article.c.key)))
    for at in range(0, len(keys), _CHUNK):
        some = select(article.c.key, article.c.voice, article.c.text).where(article.c.key.in_(keys[at : at + _CHUNK]))
        hear(connection, [dict(row._mapping) for row in connection.execute(some)], sounds)


def leave(connection: Connection, keys: Sequence[str], sounds: Sounds) -> set[str]:
    """Takes articles out of the index of spots. Returns the voices to be heard anew (`part`) when they are gone."""
    going = _articles(connection, article.c.key, keys, sounds)
    numbers = sorted({number for one in going for number in _looked_up(one)})
    before = _common(connection, numbers)
    for one in going:
        connection.execute(delete(spot).where(spot.c.number.in_(_looked_up(one)), spot.c.article == one.key))
    rare_again = before - _common(connection, numbers)
    return {one.voice for one in going} | _voices_having(connection, rare_again)


def part(connection: Connection, voices: Iterable[str], sounds: Sounds) -> bool:
    """Finds anew who speaks with one voice among those that share these: what held them together may have gone. Whether
    any voice changed."""
    left = _articles(connection, article.c.voice, sorted(voices), sounds)
    common = _common(connection, sorted({number for one in left for number in _looked_up(one)}))
    close = copies.sharing(set(_looked_up(one)) - common for one in left)
    right = _voices([one._replace(voice=one.own) for one in left], _copies([one[2:] for one in left], close))
    changed = sorted(one.key for one in left if one.voice != right[one.key])
    _mark(connection, article.c.key, changed)
    for key in changed:
        connection.execute(update(article).where(article.c.key == key).values(voice=right[key]))
    return bool(changed)


def _looked_up(one: Heard) -> list[int]:
    return list(one.sketch[:_LOOKED_UP])


def _sketch(row: dict[str, Any]) -> copies.Sketch:
    """That of an article's row, made unless it is given."""
    found: copies.Sketch | None = row.get("sketch")
    return copies.sketch(row["text"]) if found is None else found


def _common(connection: Connection, numbers: Sequence[int]) -> set[int]:
    """Those of these spots that are boilerplate."""
    kept = Database.having_spots(connection, numbers, _BOILERPLATE + 1)
    return {number for number, keys in kept.items() if len(keys) > _BOILERPLATE}


def _voices_having(connection: Connection, numbers: set[int]) -> set[str]:
    """The voices of the articles that have one of these spots."""
    found: set[str] = set()
    for number in sorted(numbers):
        of_them = select(article.c.voice).join(spot, spot.c.article == article.c.key).where(spot.c.number == number)
        found |= set(connection.scalars(of_them.distinct()))
    return found


def _articles(connection: Connection, column: Any, values: Sequence[str], sounds: Sounds) -> list[Heard]:
    """The articles with these values in a column."""
    voices: dict[str, str] = {}
    for at in range(0, len(values), _CHUNK):
        some = select(article.c.key, article.c.voice).where(column.in_(values[at : at + _CHUNK]))
        voices |= {row.key: row.voice for row in connection.execute(some.order_by(article.c.key))}
    heard = sounds.of(connection, voices)
    return [Heard(key, voice, *heard[key]) for key, voice in voices.items()]


def _copies(heard: Sequence[Sound], close: Iterable[tuple[int, Iterable[int]]]) -> list[tuple[int, int]]:
    """The pairs of copies. close: numbers, each with those that it is to be held against."""
    return list(copies.alike([sketch for _, sketch, _ in heard], close, masks=[mask for _, _, mask in heard]))


def _voices(found: Sequence[Heard], pairs: Sequence[tuple[int, int]]) -> dict[str, str]:
    """By key: the voice that each article should have, the smallest of its family. pairs: copies, by their numbers."""
    first: dict[str, int] = {}
    of_voice = [(first.setdefault(heard.voice, n), n) for n, heard in enumerate(found)]
    heads = copies.families(len(found), [*pairs, *of_voice])
    least: dict[int, str] = {}
    for heard, head in zip(found, heads, strict=True):
        least[head] = min(heard.voice, least.get(head, heard.voice))
    return {heard.key: least[head] for heard, head in zip(found, heads, strict=True)}


def _mark(connection: Connection, column: Any, values: Sequence[str]) -> None:
    """Marks what rests on the articles with these values in a column to be derived again."""
    for at in range(0, len(values), _CHUNK):
        theirs = select(mention.c.block).join_from(mention, article).where(column.in_(values[at : at + _CHUNK]))
        blocks = sorted(connection.scalars(theirs.distinct()))
        Database.insert_new(connection, dirty, [{"block": block} for block in blocks])
