"""What a row of titles says: the posts in it, each with its role and the party whose post it is."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from banggiao.lexicon import Entry
from banggiao.reading.document import Document

_STATES = frozenset({"state", "territory"})
SERVANTS = frozenset({"spokesperson", "senior-official", "other"})
_OF_STATES = frozenset({"head-of-government", "deputy-head-of-government"})
"""Posts that no organisation has."""
_PLAIN = frozenset({"compound"})
"""Classes of words that no grammar of posts knows."""
SERVED = frozenset({"head-of-state", "head-of-government", "deputy-head-of-government", "foreign-minister"})


@dataclass(slots=True)
class Post:
    """A post on units `[first, last)`. `role`: as records name it, None where the words leave it open. `seat`: the kind
    of an open post. `weak`: the role counts only for a person of no definite post. `bare`: a minister without a
    portfolio, whose role the context may make more exact. `public`: neither former nor private. `of_state`: the role
    that an open post has in a state. `served`: it is the post of the one whom the post before serves ("chánh văn phòng
    Tổng thống"). `ours`: of which state the press's word alone is. `one_of`: the roles that an abbreviation may stand
    for. `mostly`: whose it is in a text that names that state most often and no other with the post."""

    first: int
    last: int
    role: str | None
    party: str | None
    seat: str | None = None
    weak: bool = False
    bare: bool = False
    public: bool = True
    home: str | None = None
    of_organisation: bool = False
    of_state: str | None = None
    served: bool = False
    ours: str | None = None
    one_of: tuple[str, ...] = ()
    mostly: str | None = None


def is_state(doc: Document, code: str) -> bool:
    """Whether a party code is that of a state or territory."""
    party = doc.lexicon.parties.get(code)
    return party is not None and party.kind in _STATES


def are_states(doc: Document, codes: Iterable[str]) -> bool:
    """Whether all of some party codes are those of states or territories."""
    return all(is_state(doc, code) for code in codes)


def posts_in(doc: Document, first: int, last: int) -> list[Post]:
    """The posts of units `[first, last)`, left to right; a post without a party takes that of the next one, or of the
    one before ("Tổng Bí thư, Chủ tịch Trung Quốc")."""
    heads = [(unit, entry) for unit in doc.units("post", first, last) if (entry := doc.entry(unit, "post"))]
    if not heads:
        return []
    former = doc.has("former", first, heads[0][0] + 1)
    ends = [unit for unit, _ in heads[1:]] + [last]
    out = [_post(doc, unit, end, entry) for (unit, entry), end in zip(heads, ends, strict=True)]
    for post in out:
        post.public = post.public and not former
    for before, after in pairwise(out):
        joined = before.last == after.first and before.party is None
        after.served = joined and before.role in SERVANTS and after.role in SERVED
    for before, after in zip(reversed(out[:-1]), reversed(out[1:]), strict=True):
        if before.party is None and not before.of_organisation:
            before.party = after.party
    for before, after in itertools.pairwise(out):
        if after.party is None and not after.of_organisation:
            after.party = before.party
    return out


def _post(doc: Document, head: int, end: int, entry: Entry) -> Post:
    attrs: dict[str, Any] = entry.attrs
    post = Post(head, end, attrs.get("role"), None, attrs.get("seat"), bool(attrs.get("weak")))
    post.home, post.of_organisation = attrs.get("party"), bool(attrs.get("of_organisation"))
    post.bare = bool(attrs.get("portfolio"))
    post.of_state, post.ours = attrs.get("with_state"), attrs.get("ours")
    post.one_of, post.mostly = tuple(attrs.get("one_of", ())), attrs.get("mostly")
    post.party = attrs.get("of") or _party(doc, head + 1, end, post.of_organisation)
    organ = False
    for unit in range(head, end):
        for meaning in doc.entries[unit]:
            if meaning.cls == "private":
                post.public = False
            elif meaning.cls in ("portfolio", "ministry") and attrs.get("portfolio"):
                if post.bare:
                    post.role = meaning.attrs.get("turns", {}).get(post.role, post.role)
                post.bare = False
            if meaning.cls in ("organ", "ministry") and post.seat and not organ:
                post.role = meaning.attrs.get("seats", {}).get(post.seat, post.role)
                post.party = post.party or meaning.attrs.get("party")
                organ = True
        if unit > head and doc.entry(unit, "institution", "body") and not doc.entry(unit, "organ", "ministry", "party"):
            organ = True  # the head of some body that no list holds
        if unit > head and doc.norms[unit][0].isalpha() and all(e.cls in _PLAIN for e in doc.entries[unit]):
            organ = True  # so too where plain words tell which
    while post.last > head + 1 and _loose(doc, post.last - 1):
        post.last -= 1
    if post.party is None and not post.of_organisation and (country := _country(doc, head + 1, end)):
        post.party, post.role = country, post.role or ("other" if post.seat else None)
    if post.role in _OF_STATES and post.party and not is_state(doc, post.party):
        post.party = None  # "tại Liên Hợp Quốc, Thủ tướng …"
    if post.role == "head-of-state" and _of_a_body(doc, post, end):
        post.role = "other"
    if post.seat and not organ and post.role is None and post.party:
        post.role = attrs.get("with_state" if is_state(doc, post.party) else "with_organisation")
    return post


def _of_a_body(doc: Document, post: Post, end: int) -> bool:
    """Whether a "leader" leads some body of a state ("lãnh đạo Uỷ ban Kinh tế quốc gia Mỹ"), or a chairman a committee
    of parliament that bears the name of a state's highest organ ("Chủ tịch Uỷ ban Quốc phòng Quốc hội")."""
    organs = doc.units("organ", post.first + 1, end)
    return bool(organs) and (post.weak if post.seat is None else len(organs) > 1)


def _loose(doc: Document, unit: int) -> bool:
    """A joining word or mark at the end of a post, which belongs to the next one."""
    return (
        not doc.norms[unit][0].isalnum()
        or doc.entry(unit, "acting", "former", "title", "about") is not None
        or (not doc.entry(unit, "party", "metonym", "demonym") and doc.entry(unit, "joiner") is not None)
    )


def _party(doc: Document, first: int, last: int, of_organisation: bool) -> str | None:
    """Whose post: the last state that is neither a place ("tại Nga") nor the field, else the last organisation."""
    about = next(iter(doc.units("about", first, last)), last)
    whose = next(iter(doc.units("of", about + 1, last)), last)
    if whose < last and (party := _party(doc, whose + 1, last, of_organisation)):
        return party  # "đặc phái viên về Triều Tiên của Mỹ"
    last = about
    found = [
        entry.id
        for unit in range(first, last)
        if (entry := doc.entry(unit, "party", "metonym", "demonym")) and not doc.entry(unit - 1, "place-word")
    ]
    states = [code for code in found if is_state(doc, code)]
    others = [code for code in found if not is_state(doc, code)]
    if of_organisation:
        return others[-1] if others else None
    return next(iter([*others, *states][::-1]), None)


def _country(doc: Document, first: int, last: int) -> str | None:
    """The state of a city or province whose post it is ("Chủ tịch tỉnh Vân Nam"), none where one only sits."""
    for unit in range(last - 1, first - 1, -1):
        city = doc.entry(unit, "city")
        if city and not doc.entry(unit - 1, "place-word"):
            return city.attrs.get("country")
    return None
