"""Parties of an article: single names, dyads, lists; and who "the two sides" are.

A capital or a seat of government stands for its state ("Bắc Kinh phản đối") unless a word of place comes before it
("tại Bắc Kinh"). Names that are also common words are taken only where the writing leaves no doubt.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from banggiao.reading.document import Document

GRAMMAR = "vi/parties"
HOME = "VNM"
"""The press's own state, of which it writes on every page."""
_NAMES = ("party", "metonym", "demonym", "home")


@dataclass(slots=True)
class PartyMention:
    """Units `[first, last)` that name one or more parties. `how`: name, metonym, dyad, list, place (a metonym that is
    here the city itself)."""

    first: int
    last: int
    codes: tuple[str, ...]
    how: str
    rule: str


def find_parties(doc: Document) -> None:
    """Fills `doc.facts["parties"]`: all mentions in text order; those inside a dyad or list stand there as well."""
    sure: set[str] = set()
    doubtful: list[PartyMention] = []
    out: list[PartyMention] = []
    named = {unit for cls in _NAMES for unit in doc.units_of.get(cls, ())}
    for unit in sorted(named):
        mention = _single(doc, unit)
        if mention is None:
            continue
        if doc.entry(unit, "homograph") and _in_doubt(doc, unit):
            doubtful.append(mention)
        else:
            out.append(mention)
            sure.update(mention.codes)
    out += [mention for mention in doubtful if mention.codes[0] in sure and not _near_name(doc, mention.first)]
    groups = _groups(doc) + _inside_names(doc)
    out = [m for m in out if m.how != "metonym" or not any(g.first <= m.first < g.last for g in groups)]
    doc.facts["parties"] = sorted(out + groups, key=lambda m: (m.first, -m.last))
    doc.facts["party-starts"] = [m.first for m in doc.facts["parties"]]


def _single(doc: Document, unit: int) -> PartyMention | None:
    entry = doc.entry(unit, *_NAMES)
    if entry is None:
        return None
    if entry.cls == "home":
        return PartyMention(unit, unit + 1, (entry.attrs["party"],), "name", "party.home")
    if unit > 2 and doc.norms[unit - 1] in (",", "(") and doc.entry(unit - 2, "city"):
        return PartyMention(unit, unit + 1, (entry.id,), "place", "party.place")  # "tại The Hague, Hà Lan"
    if _aside(doc, unit):
        return PartyMention(unit, unit + 1, (entry.id,), "place", "party.aside")
    if entry.cls == "metonym":
        before = doc.entry(unit - 1, "occasion") if unit else None  # "đàm phán Astana", "hội nghị Hà Nội"
        placed = unit > 0 and (
            doc.entry(unit - 1, "place-word") is not None or bool(before and not before.attrs.get("verb"))
        )
        return PartyMention(unit, unit + 1, (entry.id,), "place" if placed else "metonym", "party.metonym")
    return PartyMention(unit, unit + 1, (entry.id,), "name", "party.name")


def _aside(doc: Document, unit: int) -> bool:
    """A state between commas or in brackets after a name that is none of a party: where an institute is ("Đại học Yale,
    Mỹ,", "Đại học Yale (Mỹ)")."""
    return (
        unit > 2
        and doc.norms[unit - 1] in (",", "(")
        and unit + 1 < len(doc.norms)
        and doc.norms[unit + 1] in (",", ")")
        and doc.is_cap(unit - 2)
        and not doc.entry(unit - 2, *_NAMES, "short", "dyad")
    )


def _in_doubt(doc: Document, unit: int) -> bool:
    """At the head of a sentence or quotation, where any word has a capital; or inside what looks like a name."""
    before = doc.norms[unit - 1]
    return before in ("", '"', ":", "-", "(") or _after_name(doc, unit)


def _near_name(doc: Document, unit: int) -> bool:
    """Whether a word is in a person's name, or before one ("Anh Nguyễn Văn Nam")."""
    return _after_name(doc, unit) or (doc.entry(unit + 1, "surname") is not None and doc.is_cap(unit + 1))


def _after_name(doc: Document, unit: int) -> bool:
    if doc.entry(unit - 1, "honorific"):
        return True
    if doc.entry(unit - 1, "surname") and doc.is_cap(unit - 1) and doc.is_cap(unit + 1) and doc.norms[unit - 2] != "":
        return True  # "Thứ trưởng Phùng Đức Tiến"
    before = doc.norms[unit - 1]
    first_in_sentence = doc.norms[unit - 2] == "" if unit > 1 else True
    return (
        bool(before)
        and before[0].isalpha()
        and doc.is_cap(unit - 1)
        and not doc.entries[unit - 1]
        and not first_in_sentence
    )


def _inside_names(doc: Document) -> list[PartyMention]:
    """The parties that the name of an instrument spells out ("Hiệp định Thương mại Việt Nam - Hoa Kỳ"). Not those of
    meetings: their own records have them, and on the seeds a second mention made a second meeting."""
    out: list[PartyMention] = []
    for unit in doc.units_of.get("instrument", ()):
        entry = doc.entry(unit, "instrument")
        if entry and (codes := entry.attrs.get("spells")):
            out.append(PartyMention(unit, unit + 1, tuple(codes), "dyad", "party.in-name"))
    return out


def _groups(doc: Document) -> list[PartyMention]:
    out: list[PartyMention] = []
    taken: set[int] = set()
    for match in doc.grammars[GRAMMAR].finditer(doc.row):
        if not taken.isdisjoint(range(match.start, match.end)):
            continue
        codes = match.rule.gives.get("parties")
        if codes is None:
            found = [doc.entry(i, "party", "short", "metonym", "demonym") for i in range(match.start, match.end)]
            codes = list(dict.fromkeys(entry.id for entry in found if entry))
        if len(codes) < 2:
            continue
        taken.update(range(match.start, match.end))
        how = "list" if match.rule.name.startswith("party.list") else "dyad"
        out.append(PartyMention(match.start, match.end, tuple(codes), how, match.rule.name))
    return out


def parties_in(doc: Document, first: int, last: int, *, places: bool = False) -> list[str]:
    """The codes named in units `[first, last)`, in order, each once; cities that stand for themselves only on wish."""
    mentions: list[PartyMention] = doc.facts["parties"]
    out: dict[str, None] = {}
    for mention in mentions[bisect_left(doc.facts["party-starts"], first) :]:
        if mention.first >= last:
            break
        if mention.last <= last and (places or mention.how != "place"):
            out.update(dict.fromkeys(mention.codes))
    return list(out)


def mentions_in(doc: Document, first: int, last: int) -> list[PartyMention]:
    """The party mentions that lie in units `[first, last)`."""
    starts: list[int] = doc.facts["party-starts"]
    mentions: list[PartyMention] = doc.facts["parties"][bisect_left(starts, first) : bisect_left(starts, last)]
    return [m for m in mentions if m.last <= last]
