"""Who speaks with one voice: articles whose texts are copies or rewrites of one another (`banggiao.coverage.copies`).

`article.voice` is shared by them, in whatever order they come: it is the smallest digest of the texts of a family,
where a family is what copies of copies make. Candidates are found by the few smallest spots of a text (`spot`). A spot
that very many articles have is boilerplate and joins nobody: when one becomes boilerplate, or is no longer, those who
have it are heard anew, so that voices depend on what is kept and not on how it came.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, func, select, update

from banggiao.coverage import copies
from banggiao.register.database import Database
from banggiao.register.intake import voice_of
from banggiao.register.schema import article, dirty, mention, spot

_LOOKED_UP = 4
"""Spots by which a text is found: of two that share half their spots 94 in 100 have one of them in common, of whole
reprints all."""
_BOILERPLATE = 200
"""Articles that have a spot in common before it counts as boilerplate: an outlet's own lines under each of its pages
would else have all of them compared with one another."""
_CHUNK = 400


class Heard(NamedTuple):
    """An article: its voice, and the one that its own text would give it."""

    key: str
    voice: str
    own: str
    sketch: copies.Sketch


def hear(connection: Connection, rows: Sequence[dict[str, Any]]) -> bool:
    """Gives articles just written (rows of the table) the voice of the family that they belong to. Families that they
    join become one, and facts that rest on them are marked to be derived again. Whether articles lost their voice
    because a spot became boilerplate."""
    ours = {row["key"]: Heard(row["key"], row["voice"], row["voice"], copies.sketch(row["text"])) for row in rows}
    homes: dict[int, list[str]] = {}
    for one in ours.values():
        for number in _looked_up(one):
            homes.setdefault(number, []).append(one.key)
    kept = _counts(connection, sorted(homes))
    before = {number for number, count in kept.items() if count > _BOILERPLATE}
    there = _having(connection, sorted(kept.keys() - before))
    fresh = [(n, key) for n, keys in homes.items() for key in keys if n in before or key not in there.get(n, ())]
    Database.insert_new(connection, spot, [{"number": number, "article": key} for number, key in fresh])
    for number, keys in there.items():
        homes[number] = sorted({*homes[number], *keys})
    common = before | {number for number, keys in homes.items() if len(keys) > _BOILERPLATE}
    near = {key for number, keys in homes.items() if number not in common and len(keys) > 1 for key in keys}
    found = [*ours.values(), *_articles(connection, article.c.key, sorted(near - ours.keys()))]
    right = _voices(found, common)
    renamed = {one.voice: right[one.key] for one in found if one.voice != right[one.key]}
    _mark(connection, article.c.voice, sorted(renamed))
    for old, new in sorted(renamed.items()):
        connection.execute(update(article).where(article.c.voice == old).values(voice=new))
    return part(connection, _voices_having(connection, common - before))


def hear_all(connection: Connection) -> None:
    """Finds the voices of all articles that are kept, each of which has the one of its own text."""
    keys = list(connection.scalars(select(article.c.key).order_by(article.c.key)))
    for at in range(0, len(keys), _CHUNK):
        some = select(article.c.key, article.c.voice, article.c.text).where(article.c.key.in_(keys[at : at + _CHUNK]))
        hear(connection, [dict(row._mapping) for row in connection.execute(some)])


def leave(connection: Connection, keys: Sequence[str]) -> set[str]:
    """Takes articles out of the index of spots. Returns the voices to be heard anew (`part`) when they are gone."""
    going = _articles(connection, article.c.key, keys)
    numbers = sorted({number for one in going for number in _looked_up(one)})
    before = _common(connection, numbers)
    for one in going:
        connection.execute(delete(spot).where(spot.c.number.in_(_looked_up(one)), spot.c.article == one.key))
    rare_again = before - _common(connection, numbers)
    return {one.voice for one in going} | _voices_having(connection, rare_again)


def part(connection: Connection, voices: Iterable[str]) -> bool:
    """Finds anew who speaks with one voice among those that share these: what held them together may have gone. Whether
    any voice changed."""
    left = _articles(connection, article.c.voice, sorted(voices))
    common = _common(connection, sorted({number for one in left for number in _looked_up(one)}))
    right = _voices([one._replace(voice=one.own) for one in left], common)
    changed = sorted(one.key for one in left if one.voice != right[one.key])
    _mark(connection, article.c.key, changed)
    for key in changed:
        connection.execute(update(article).where(article.c.key == key).values(voice=right[key]))
    return bool(changed)


def _looked_up(one: Heard) -> copies.Sketch:
    return one.sketch[:_LOOKED_UP]


def _counts(connection: Connection, numbers: Sequence[int]) -> dict[int, int]:
    """By spot that is kept: how many articles have it."""
    found: dict[int, int] = {}
    for at in range(0, len(numbers), _CHUNK):
        some = select(spot.c.number, func.count()).where(spot.c.number.in_(numbers[at : at + _CHUNK]))
        found |= {row[0]: row[1] for row in connection.execute(some.group_by(spot.c.number))}
    return found


def _common(connection: Connection, numbers: Sequence[int]) -> set[int]:
    """Those of these spots that are boilerplate."""
    return {number for number, count in _counts(connection, numbers).items() if count > _BOILERPLATE}


def _having(connection: Connection, numbers: Sequence[int]) -> dict[int, list[str]]:
    """By spot: the articles that have it."""
    homes: dict[int, list[str]] = {}
    for at in range(0, len(numbers), _CHUNK):
        some = select(spot.c.number, spot.c.article).where(spot.c.number.in_(numbers[at : at + _CHUNK]))
        for number, key in connection.execute(some):
            homes.setdefault(number, []).append(key)
    return homes


def _voices_having(connection: Connection, numbers: set[int]) -> set[str]:
    """The voices of the articles that have one of these spots."""
    found: set[str] = set()
    for number in sorted(numbers):
        of_them = select(article.c.voice).join(spot, spot.c.article == article.c.key).where(spot.c.number == number)
        found |= set(connection.scalars(of_them.distinct()))
    return found


def _articles(connection: Connection, column: Any, values: Sequence[str]) -> list[Heard]:
    """The articles with these values in a column."""
    out: list[Heard] = []
    for at in range(0, len(values), _CHUNK):
        some = select(article.c.key, article.c.voice, article.c.text).where(column.in_(values[at : at + _CHUNK]))
        for key, voice, text in connection.execute(some.order_by(article.c.key)):
            out.append(Heard(key, voice, voice_of(text), copies.sketch(text)))
    return out


def _voices(found: Sequence[Heard], common: set[int]) -> dict[str, str]:
    """By key: the voice that each article should have, the smallest of its family. common: spots that join nobody."""
    looked_up = [set(_looked_up(heard)) - common for heard in found]
    pairs = list(copies.alike([heard.sketch for heard in found], looked_up))
    first: dict[str, int] = {}
    pairs += ((first.setdefault(heard.voice, n), n) for n, heard in enumerate(found))
    heads = copies.families(len(found), pairs)
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
