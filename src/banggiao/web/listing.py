"""Facts as lines of a page, each with few of its sources: a page must stay light however often a thing was reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date as Day

from banggiao.briefs import question
from banggiao.briefs.document import Document, Line, SourceLine
from banggiao.briefs.layout import report_count, shorten, source_line
from banggiao.briefs.listing import names_asked
from banggiao.briefs.material import Numbering, entry
from banggiao.briefs.view import fact_line
from banggiao.briefs.words import Words
from banggiao.register import Fact, Listed
from banggiao.register.touched import DERIVED
from banggiao.web.asking import Days
from banggiao.web.desk import Desk

SOURCES = 3
"""So many of a line's sources are shown, the first reports; its fact has a page with all of them."""
REPORTS = 4
"""So many reports of a fact are loaded for a line: the first three and the newest."""
_QUOTES = 3
_LONG = 280
"""A quote is cut there, in characters."""


def named(at: Desk, name: str) -> list[Listed]:
    """The facts under any name of a person, series or agreement, newest first."""
    return at.memory.get(
        ("named", name), lambda: at.register.listed(names_asked(at.register, at.lexicon, name)), (DERIVED,)
    )


def as_of(at: Desk, listed: Sequence[Listed], days: Days) -> list[Listed]:
    """Those of which something was known by the day and that do not lie ahead of it."""
    found = list(listed)
    if (by := days.reported_by) is not None:
        found = [one for one in found if one.known <= by.toordinal()]
    if (day := days.as_of) is not None:
        later = [one.id for one in found if one.day > day.toordinal()]  # no other can lie ahead
        ahead = set(later) - {head.id for head in days.hold(at.register.heads_of(later))}
        found = [one for one in found if one.id not in ahead]
    return found


def lines_of(facts: Iterable[Fact], numbering: Numbering, words: Words) -> list[Line]:
    """A line a fact, in the order given; `numbering` gathers their sources."""
    return [fact_line(entry(fact, numbering), words) for fact in question.material(facts)]


def lines_of_ids(
    at: Desk, ids: Sequence[str], numbering: Numbering, words: Words, known_by: Day | None = None
) -> list[Line]:
    """The same for facts that are still to be loaded; those that nothing reported by the day are left out."""
    facts = at.register.facts_of(ids, known_by=known_by, reports=REPORTS)
    return lines_of(facts, numbering, words)


def sources_of(lines: Iterable[Line], numbering: Numbering, words: Words) -> list[SourceLine]:
    """The sources that a page's lines name, the lines cut to few of them and numbered in the order of the page."""
    lines = list(lines)
    trim(lines, words)
    return _renumbered(lines, [source_line(source, words) for source in numbering.sources.values()])


def trimmed(document: Document, words: Words) -> Document:
    """The document with few sources a line, and no others listed."""
    lines = [line for section in document.sections for line in section.lines]
    trim(lines, words)
    document.sources = _renumbered(lines, document.sources)
    return document


def trim(lines: Iterable[Line], words: Words) -> None:
    """Cuts lines to few of their sources and quotes, saying how many there are."""
    for line in lines:
        if len(line.sources) > SOURCES:
            if not line.cut:  # else it is said already
                line.notes.append(report_count(len(line.sources), words))
            line.sources = line.sources[:SOURCES]
        # The first words of each source before the further ones of any: each number opens its sentence.
        first = {quote.source: quote for quote in reversed(line.quotes) if quote.source in line.sources}
        others = [quote for quote in line.quotes if quote.source in first and quote is not first[quote.source]]
        line.quotes = [
            replace(quote, text=shorten(quote.text, _LONG)) for quote in [*reversed(first.values()), *others][:_QUOTES]
        ]


def _renumbered(lines: Sequence[Line], sources: Iterable[SourceLine]) -> list[SourceLine]:
    """The sources that are left, numbered as a reader meets them, in the lines too: after the cut few are left of
    hundreds."""
    known = {source.number: source for source in sources}
    new: dict[int, int] = {}
    for line in lines:
        for number in line.sources:
            new.setdefault(number, len(new) + 1)
        line.sources = [new[number] for number in line.sources]
        line.quotes = [replace(quote, source=new[quote.source]) for quote in line.quotes]
    return [replace(known[old], number=number) for old, number in new.items()]
