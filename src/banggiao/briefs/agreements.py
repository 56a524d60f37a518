"""Agreements as an answer: each once, with its latest stage and those before."""

from __future__ import annotations

from banggiao.briefs.compose import agreements_of
from banggiao.briefs.document import Document, Line, Section
from banggiao.briefs.layout import agreement_line, cut, keep_shown_sources, source_line
from banggiao.briefs.material import Fact, Numbering
from banggiao.briefs.words import Words

_PARTIES = 4
"""So many parties are named, those that most reports name: whoever calls for a code of conduct counts as one of its."""


def agreement_lines(facts: list[Fact], numbering: Numbering, words: Words, *, ids: bool = False) -> list[Line]:
    """A line for each agreement of which facts of kind `instrument` tell, those told of last first. ids: with the ids
    of its facts."""
    lines = []
    for one in agreements_of(facts, numbering):
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
    return lines


def agreements_document(
    title: str, facts: list[Fact], words: Words, *, cap: int | None = None, ids: bool = False
) -> Document:
    """The agreements as a document: `cap` lines (None: all) of `agreement_lines`."""
    numbering = Numbering()
    document = Document(lang=words.lang, title=title, sources_title=words.say("Sources"))
    lines = agreement_lines(facts, numbering, words, ids=ids)
    document.about = [words.count("{n} agreement", "{n} agreements", len(lines))]
    groups = [cut(lines, words, cap)]
    document.sections = [Section(key="instrument", title=words.label("kind", "instrument"), groups=groups)]
    document.sources = [source_line(source, words) for source in numbering.sources.values()]
    keep_shown_sources(document)
    return document
