"""Figures as series: what one measure of the same parties came to, period after period, with a small plot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from banggiao import edtf
from banggiao.briefs.answers import Measured
from banggiao.briefs.document import Document, Group, Line, Section
from banggiao.briefs.layout import figure_line, source_line
from banggiao.briefs.material import Numbering, entry
from banggiao.briefs.question import material
from banggiao.briefs.words import Words
from banggiao.model import Figure
from banggiao.register.api import Fact

_BARS = "▁▂▃▄▅▆▇█"
_Key = tuple[tuple[str, ...], str, str]


def series(facts: Iterable[Fact]) -> dict[_Key, list[Fact]]:
    """Facts of kind `figure` by (parties in code order, measure, unit), each by period; what has none comes last."""
    of: dict[_Key, list[Fact]] = {}
    for fact in facts:
        record = fact.record
        if isinstance(record, Figure):
            of.setdefault((tuple(sorted(set(record.parties))), record.measure, record.unit), []).append(fact)
    for group in of.values():
        group.sort(key=lambda fact: (not _year(fact), edtf.sort_key(_figure(fact).period), fact.id))
    return {key: of[key] for key in sorted(of)}


def plot(values: Sequence[float]) -> str:
    """A line of bars from 0 (or the lowest value, if that is below) to the highest: "▂▅█"; "" for fewer than two."""
    if len(values) < 2:
        return ""
    low, high = min(0, *values), max(0, *values)
    step = (high - low) / (len(_BARS) - 1) or 1
    return "".join(_BARS[round((value - low) / step)] for value in values)


def series_document(found: dict[_Key, list[Fact]], words: Words, *, ids: bool, cap: int | None) -> Document:
    """A section for the parties, a group a measure with its plot over whole years, a line a period."""
    numbering = Numbering()
    document = Document(lang=words.lang, title=words.label("kind", "figure"), sources_title=words.say("Sources"))
    document.about = [words.count("{n} fact", "{n} facts", sum(map(len, found.values())))]
    shown = 0
    for parties in dict.fromkeys(key[0] for key in found):
        groups = []
        for key, facts in found.items():
            if key[0] != parties or (cap is not None and shown >= cap):
                continue
            shown += len(facts)
            bars = plot(_whole_years(facts)) if key[2] != "rank" else ""
            title = words.label("measure", key[1]) + (f"  {bars}" if bars else "")
            groups.append(Group(title=title, lines=[_line(fact, words, numbering, ids=ids) for fact in facts]))
        if groups:
            key_ = "figures-" + "-".join(parties)
            document.sections.append(Section(key=key_, title=words.parties(parties), groups=groups))
    hidden = sum(map(len, found.values())) - shown
    if hidden > 0 and document.sections:
        document.sections[-1].groups[-1].more = words.count("and {n} more", "and {n} more", hidden)
    document.sources = [source_line(source, words) for source in numbering.sources.values()]
    return document


def _line(fact: Fact, words: Words, numbering: Numbering, *, ids: bool) -> Line:
    made = entry(material([fact])[0], numbering)
    assert isinstance(made, Measured)
    line = figure_line(made, words)
    line.head, line.text = line.text, ""
    if ids:
        line.notes.append(fact.id)
    return line


def _whole_years(facts: Iterable[Fact]) -> list[float]:
    """The values of whole years, one a year: what most independent reports say, of equals the first. Months and sums
    over years beside them would make a plot that says nothing."""
    by_year: dict[str, Fact] = {}
    for fact in facts:
        year = _figure(fact).period or ""
        if len(year) == 4 and _year(fact) and (year not in by_year or fact.voices > by_year[year].voices):
            by_year[year] = fact
    return [_figure(by_year[year]).value for year in sorted(by_year)]


def _figure(fact: Fact) -> Figure:
    assert isinstance(fact.record, Figure)
    return fact.record


def _year(fact: Fact) -> bool:
    period = _figure(fact).period
    return bool(period) and edtf.bounds(period or "") is not None
