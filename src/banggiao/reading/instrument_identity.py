"""Which names are one instrument: those that share an acronym or an entry of the lexicon, a name and its shortened
form, all unnamed papers of a story. An instrument goes by the fullest of its names.
"""

from __future__ import annotations

from dataclasses import dataclass

from banggiao.reading.document import Document


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
    begins with it and goes on to say whose or what it is."""
    rows = [(doc.sentences[doc.sentence_of[n.first]].story, doc.norms[n.first : n.last], n) for n in names]
    joined: dict[tuple[int, str], str] = {}
    for story, norms, name in sorted(rows, key=lambda row: -len(row[1])):
        if name.meant or name.known or name.acronym or name.papers or name.lead:
            continue
        size = len(norms)
        longer = {
            identity(doc, other)
            for where, others, other in rows
            if where == story and len(others) > size and others[:size] == norms and _specifies(doc, other.first + size)
        }
        if len(longer) == 1:
            joined[story, identity(doc, name)] = name.meant = longer.pop()
    for story, _, name in rows:  # "this agreement" said of a name that turned out to be shortened
        name.meant = joined.get((story, name.meant), name.meant) if name.meant else None


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
        if name.meant:
            continue
        surface = " ".join(doc.surface(name.first, name.last).split()[name.lead :])
        rank = (name.acronym is not None and name.last - name.first > 1, min(name.last - name.first, 20), surface)
        known_as = identity(doc, name)
        if known_as not in out or rank[:2] > out[known_as][:2]:
            out[known_as] = rank
    return {known_as: rank[2] for known_as, rank in out.items()}
