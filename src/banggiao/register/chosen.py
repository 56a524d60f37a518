"""Facts by their parties and kinds, found by the narrowest of the tables that lead to them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, and_, exists, or_, select, union_all

from banggiao.register.api import Kind
from banggiao.register.pairing import KINDS, Part, crowd, name_of
from banggiao.register.schema import fact, fact_pair, fact_party

_PARTS: dict[str, tuple[Part, ...]] = {
    "status": (Part.status,),
    "meeting": (Part.held, Part.planned),
    "instrument": (Part.instrument,),
    "target": (Part.target,),
    "figure": (Part.figure,),
    "statement": (Part.said_together,),
}
"""A kind → the parts in which facts of both parties stand. Posts are of one party as a rule."""


def chosen(wanted: Select[Any], parties: Iterable[str], kinds: Iterable[Kind]) -> Select[Any]:
    """A question about `fact` with the condition that all of these parties are in it, and that it is of these kinds
    (none: of any)."""
    codes, of_kinds = sorted(set(parties)), sorted(set(kinds))
    c = fact.c
    if not codes:
        return wanted.where(c.kind.in_(of_kinds)) if of_kinds else wanted
    if len(codes) == 1:
        return wanted.where(c.id.in_(of_party(codes[0], of_kinds)))
    for code in codes[2:]:
        wanted = wanted.where(c.id.in_(of_party(code, of_kinds)))
    found = c.id.in_(union_all(*_of_two(codes[0], codes[1], of_kinds)))
    if of_kinds and "office" not in of_kinds:
        return wanted.where(found)
    posts = and_(*(c.id.in_(of_party(code, ["office"])) for code in codes[:2]))
    return wanted.where(or_(found, posts))


def of_party(party: str, kinds: Iterable[str] = ()) -> Select[Any]:
    """The ids of a party's facts."""
    p = fact_party.c
    found = select(p.fact).where(p.party == party)
    return found.where(p.kind.in_([KINDS.index(kind) for kind in kinds])) if kinds else found


def _of_two(a: str, b: str, kinds: list[Kind]) -> tuple[Select[Any], Select[Any]]:
    """The ids of facts of two parties, posts apart: of their own rows, and of those that they share with a crowd."""
    p, other = fact_pair.c, fact_pair.alias()
    parts = [int(part) for kind in (kinds or _PARTS) for part in _PARTS.get(kind, ())]
    both = exists().where(
        other.c.pair == crowd(b), other.c.part == p.part, other.c.rank == p.rank, other.c.fact == p.fact
    )
    ids = select(p.fact).where(p.part.in_(parts))
    return ids.where(p.pair == name_of(a, b)), ids.where(p.pair == crowd(a), both)
