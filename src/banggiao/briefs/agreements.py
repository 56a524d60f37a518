"""Agreements as an answer: each once, with its latest stage and those before."""

from __future__ import annotations

from banggiao.briefs.compose import agreements_of
from banggiao.briefs.document import Document, Section
from banggiao.briefs.layout import agreement_line, cut, keep_shown_sources, source_line
from banggiao.briefs.material import Fact, Numbering
from banggiao.briefs.words import Words

_PARTIES = 4
"""So many parties are named, those that most reports name: whoever calls for a code of conduct counts as one of its."""


def agreements_document(
    title: str, facts: list[Fact], words: Words, *, cap: int | None = None, ids: bool = False
) -> Document:
    """Facts of kind `instrument` as a document: a line for each agreement, those told of last first, `cap` lines (None:
    all). ids: with the ids of all its facts."""
    numbering = Numbering()
    document = Document(lang=words.lang, title=title, sources_title=words.say("Sources"))
    found = agreements_of(facts, numbering)
    document.about = [words.count("{n} agreement", "{n} agreements", len(found))]
    lines = []
    for one in found:
        line = agreement_line(one, words)
        if one.parties:
            others = len(one.parties) - _PARTIES
            named = words.parties(one.parties[:_PARTIES])
            line.notes.insert(
                0, named + (words.count(" and {n} other party", " and {n} other parties", others) if others > 0 else "")
            )
        if ids:
            line.notes += [step.fact for step in one.steps]
        lines.append(line)
    groups = [cut(lines, words, cap)]
    document.sections = [Section(key="instrument", title=words.label("kind", "instrument"), groups=groups)]
    document.sources = [source_line(source, words) for source in numbering.sources.values()]
    keep_shown_sources(document)
    return document
