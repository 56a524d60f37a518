"""The ladder of relations as an answer: at which level parties stand on a day, since when, and what is sought."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Day
from typing import Any

from banggiao.briefs.data import fact_data
from banggiao.briefs.document import Document, Group, Line, Section
from banggiao.briefs.layout import dispute_notes, doubts, report_count, source_line
from banggiao.briefs.material import Numbering, entry
from banggiao.briefs.question import material
from banggiao.briefs.words import Words
from banggiao.register.api import Fact, Register, Rung
from banggiao.register.ladder import current, rungs

Ladders = dict[tuple[str, ...], list[Rung]]
"""By the parties of a relation, in code order: its rungs, highest first."""


def ladders(register: Register, facts: Iterable[Fact], as_of: Day, *, known_by: Day | None) -> Ladders:
    """Facts of kind `status` → the parties of each relation, in code order, and its rungs, highest first. The relations
    in order of their parties; the highest rungs of each stand first. known_by: the day by which reports count."""
    of: dict[tuple[str, ...], list[Fact]] = {}
    for fact in facts:
        of.setdefault(tuple(sorted(set(fact.record.parties))), []).append(fact)
    articles = register.articles_about([parties for parties in of if len(parties) == 2], known_by=known_by)
    return {parties: rungs(of[parties], as_of, articles=articles.get(parties, 0)) for parties in sorted(of)}


def rung_data(parties: tuple[str, ...], rung: Rung) -> dict[str, Any]:
    """A level of a relation as one object, with the facts it rests on."""
    return {
        "kind": "status",
        "parties": list(parties),
        "level": rung.level,
        "state": rung.state,
        "since": rung.since,
        "known_since": rung.known_since,
        "outnumbered": rung.outnumbered,
        "thin": rung.thin,
        "facts": [fact_data(fact) for fact in rung.facts],
    }


def ladders_document(found: Ladders, words: Words, *, as_of: Day, ids: bool) -> Document:
    """A section a relation, a line a level; the level that stands is marked."""
    say = words.say
    numbering = Numbering()
    document = Document(lang=words.lang, title=words.label("kind", "status"), sources_title=say("Sources"))
    document.about = [say("as of {date}", date=words.date(as_of.isoformat()))]
    for parties, levels in found.items():
        top = current(levels)
        lines = [_line(rung, words, numbering, ids=ids, mark=rung.level == top) for rung in levels]
        section = Section(key="status-" + "-".join(parties), title=words.parties(parties), groups=[Group(lines=lines)])
        document.sections.append(section)
    document.sources = [source_line(source, words) for source in numbering.sources.values()]
    return document


def _line(rung: Rung, words: Words, numbering: Numbering, *, ids: bool, mark: bool) -> Line:
    made = [entry(fact, numbering) for fact in material(rung.facts)]
    text = words.label("status-phase", rung.state)
    notes: list[str] = []
    if rung.since:
        text += ", " + words.say("from {date}", date=words.date(rung.since))
    elif rung.known_since:
        notes.append(words.say("reported {date}", date=words.date(rung.known_since)))
    for one in made:
        if one.date == rung.since and one.date_basis == "derived" and one.date_reason:
            notes.append(words.say("date derived: {reason}", reason=words.reason(one.date_reason)))
        if not one.better:
            notes += dispute_notes(one, words)
    notes += doubts(rung, words)
    if any(fact.cut for fact in rung.facts):
        notes.append(report_count(sum(fact.reports for fact in rung.facts), words))
    notes += [fact.id for fact in rung.facts] if ids else []
    return Line(
        head=words.label("level", rung.level),
        text=text,
        notes=list(dict.fromkeys(notes)),
        sources=sorted({number for one in made for number in one.sources}),
        quotes=[quote for one in made for quote in one.quotes],
        mark=mark,
        cut=any(fact.cut for fact in rung.facts),
    )
