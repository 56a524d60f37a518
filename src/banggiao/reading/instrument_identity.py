"""Which names are one instrument: those that share an acronym or an entry of the lexicon, a name and its shortened
form, all unnamed papers of a story. An instrument goes by the fullest of its names.
"""

from __future__ import annotations

from dataclasses import dataclass

from banggiao.reading.document import Document

_LONGEST = 40  # words of a name beyond which one is not fuller than another


@dataclass(slots=True)
class Name:
    """Units `[first, last)` of an instrument's name; `known` is its id in the lexicon, if it has one."""

    first: int
    last: int
    acronym: str | None
    known: str | None
    lead: int = 0
    """Words at its beginning that are not the name's but its verb's ("ra tuyên bố chung")."""
    meant: str | None = None
    """The identity of the instrument that words like "this agreement" stand for."""
    papers: bool = False
    """Whether these are papers without a name, which count only where their sentence names none."""
    loose: bool = False
    """Whether these are everyday words, which count only as the shortened form of a longer name of the story."""
    vague: bool = False
    """Whether these words name none in particular ("các thoả thuận giữa hai nước"): they but fill a place in a list."""


def identity(doc: Document, name: Name) -> str:
    """What tells one instrument of a story from another; its unnamed papers are one."""
    if name.papers:
        return "papers"
    if name.meant or name.known:
        return name.meant or str(name.known)
    words = " ".join(doc.norms[name.first : name.last]).split()[name.lead :]
    return name.acronym or " ".join(words).removeprefix("bản ")


def join_shortened(doc: Document, names: list[Name]) -> None:
    """Gives a shortened name ("hiệp định thương mại tự do") the identity of the one longer name of its story that
    begins with it and goes on to say whose or what it is. Loose names that are no shortened ones are taken out."""
    rows = [(doc.sentences[doc.sentence_of[n.first]].story, " ".join(doc.norms[n.first : n.last]), n) for n in names]
    joined: dict[tuple[int, str], str] = {}
    for story, words, name in sorted(rows, key=lambda row: -len(row[1])):
        if name.meant or name.known or name.acronym or name.papers or name.lead or name.vague:
            continue
        longer = {
            identity(doc, other)
            for where, others, other in rows
            if where == story
            and not (other.loose and not other.meant)
            and not other.vague
            and others.startswith(f"{words} ")
            and (other.known or _specifies(doc, _unit_behind(doc, other, words)))
        }
        if len(longer) == 1:
            joined[story, identity(doc, name)] = name.meant = longer.pop()
    for story, _, name in rows:  # "this agreement" said of a name that turned out to be shortened
        name.meant = joined.get((story, name.meant), name.meant) if name.meant else None
        if name.meant in doc.lexicon.instruments:
            name.known = name.meant  # whose it is, is known of the shortened name too
    names[:] = [name for name in names if name.meant or not name.loose]


def _unit_behind(doc: Document, name: Name, words: str) -> int:
    """The unit of a name at which it goes on behind its first words."""
    unit, size = name.first, len(doc.norms[name.first])
    while size < len(words):
        unit += 1
        size += 1 + len(doc.norms[unit])
    return unit + 1


def _specifies(doc: Document, unit: int) -> bool:
    """Whether a name goes on at a unit with whose it is, what it is about, its year or its acronym."""
    return (
        doc.is_cap(unit)
        or unit in doc.date_at
        or doc.norms[unit] in ("(", "-")
        or doc.entry(unit, "of", "topic-word") is not None
    )


def fullest_names(doc: Document, names: list[Name]) -> dict[str, str]:
    """The longest form of each instrument's name in the article; one with its acronym goes before."""
    out: dict[str, tuple[bool, int, str]] = {}
    for name in names:
        if name.meant or name.vague:
            continue
        surface = " ".join(doc.surface(name.first, name.last).split()[name.lead :])
        rank = (name.acronym is not None and name.last - name.first > 1, min(len(surface.split()), _LONGEST), surface)
        known_as = identity(doc, name)
        if known_as not in out or rank[:2] > out[known_as][:2]:
            out[known_as] = rank
    return {known_as: rank[2] for known_as, rank in out.items()}
