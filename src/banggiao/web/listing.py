"""Facts as lines of a page."""

from __future__ import annotations

from collections.abc import Iterable

from banggiao.briefs import question
from banggiao.briefs.document import Line, SourceLine
from banggiao.briefs.layout import source_line
from banggiao.briefs.material import Numbering, entry
from banggiao.briefs.view import fact_line
from banggiao.briefs.words import Words
from banggiao.register import Fact


def lines_of(facts: Iterable[Fact], numbering: Numbering, words: Words) -> list[Line]:
    """A line a fact, in the order given; `numbering` gathers their sources."""
    return [fact_line(entry(fact, numbering), words) for fact in question.material(facts)]


def sources_of(numbering: Numbering, words: Words) -> list[SourceLine]:
    """The sources that a page's lines name by number."""
    return [source_line(source, words) for source in numbering.sources.values()]
