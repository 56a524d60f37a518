"""Disagreements of a register as a document: each with its claims, the preferred one first and why."""

from __future__ import annotations

from typing import Any

from banggiao import model
from banggiao.briefs.document import Document, Group, Line, Section
from banggiao.briefs.layout import claim_words, source_line
from banggiao.briefs.material import Numbering, entry
from banggiao.briefs.question import material
from banggiao.briefs.words import Words
from banggiao.register.conflicts import KINDS, Claim, Disagreement


def disputes_document(found: list[Disagreement], words: Words) -> Document:
    """A section a kind, a group a disagreement, a line a claim; the preferred claim is marked."""
    say = words.say
    numbering = Numbering()
    document = Document(lang=words.lang, title=say("Where reports differ"), sources_title=say("Sources"))
    document.about = [words.count("{n} disagreement", "{n} disagreements", len(found))]
    for kind in KINDS:
        groups = [_group(one, words, numbering) for one in found if one.kind == kind]
        if groups:
            document.sections.append(Section(key=kind, title=words.label("kind", kind), groups=groups))
    document.sources = [source_line(source, words) for source in numbering.sources.values()]
    return document


def _group(one: Disagreement, words: Words, numbering: Numbering) -> Group:
    title = f"{words.parties(one.claims[0].facts[0].record.parties)}: {_thing(one, words)}"
    lines = [_line(claim, one, words, numbering) for claim in one.claims]
    lines[0].mark = bool(one.reason)
    if one.reason:
        lines[0].notes.append(words.label("preferred", one.reason))
    return Group(title=title, lines=lines)


def _thing(one: Disagreement, words: Words) -> str:
    """What the claims are about: "trade 2018: value"."""
    slot = words.label("slot", one.slot)
    match one.claims[0].facts[0].record:
        case model.Status() as r:
            name = f"{words.label('level', r.level)}, {words.label('status-phase', r.phase)}"
        case model.Instrument() as r:
            name = f"{r.name}, {words.label('stage', r.stage)}"
        case model.Meeting() as r:
            name = words.say("{name}, session {n}", name=r.mechanism, n=r.session)
        case model.Figure() as r:
            name = f"{words.label('measure', r.measure)} {words.date(r.period or '')}"
        case model.Target() as r:
            name = f"{words.label('measure', r.measure)} {words.date(r.due or '')}"
        case r:
            raise TypeError(f"no disagreement is known of {r.kind!r}")
    return f"{name} ({slot})"


def _line(claim: Claim, one: Disagreement, words: Words, numbering: Numbering) -> Line:
    record = claim.facts[0].record
    unit = record.unit if isinstance(record, (model.Figure, model.Target)) else None
    entries = [entry(fact, numbering) for fact in material(claim.facts)]
    return Line(
        head=claim_words(claim.value, one.slot, unit, words),
        text=words.count("{n} independent report", "{n} independent reports", claim.voices),
        sources=sorted({number for made in entries for number in made.sources}),
        quotes=[quote for made in entries for quote in made.quotes],
        facts=[fact.id for fact in claim.facts],
    )


def dispute_data(one: Disagreement) -> dict[str, Any]:
    """A disagreement as one object; the first claim is the preferred one where `preferred` gives a reason."""
    first = one.claims[0].facts[0]
    return {
        "kind": one.kind,
        "slot": one.slot,
        "parties": list(first.record.parties),
        "preferred": one.reason or None,
        "claims": [
            {
                "value": claim.value,
                "voices": claim.voices,
                "facts": [fact.id for fact in claim.facts],
                "articles": sorted({m.article.id for fact in claim.facts for m in fact.mentions}),
            }
            for claim in one.claims
        ],
    }
