"""What a search found, as a document: names, facts and articles, with the words around each hit."""

from __future__ import annotations

from banggiao.briefs.document import Document, Group, Line, Section
from banggiao.briefs.layout import entry_line, source_line
from banggiao.briefs.material import Fact, Numbering, Report, entry
from banggiao.briefs.question import source
from banggiao.briefs.words import Words
from banggiao.register.hits import ArticleHit, FactHit, Found, NameHit, Snippet


def found_document(found: Found, words: Words) -> Document:
    """A section a list; the hits stand in ‹marks›; articles are the sources of facts and snippets."""
    say = words.say
    numbering = Numbering()
    document = Document(lang=words.lang, title=" ".join(found.words), sources_title=say("Sources"))
    sections = (
        ("names", say("Names"), [_name_line(hit, words) for hit in found.names]),
        ("facts", say("Facts"), [_fact_line(hit, words, numbering) for hit in found.facts]),
        ("articles", say("Articles"), [_article_line(hit, words, numbering) for hit in found.articles]),
    )
    for key, title, lines in sections:
        if lines:
            document.sections.append(Section(key=key, title=title, groups=[Group(lines=lines)]))
    if found.more:
        document.about.append(say("There is more; a larger --limit shows it."))
    document.sources = [source_line(one, words) for one in numbering.sources.values()]
    return document


def marked(snippet: Snippet) -> str:
    """The snippet on one line, its hits in ‹›; neighbouring hits in one pair."""
    joined: list[tuple[int, int]] = []
    for start, end in snippet.marks:
        if joined and not any(c.isalnum() for c in snippet.text[joined[-1][1] : start]):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    out, last = "", 0
    for start, end in joined:
        out += f"{snippet.text[last:start]}‹{snippet.text[start:end]}›"
        last = end
    return " ".join((out + snippet.text[last:]).split())


def _name_line(hit: NameHit, words: Words) -> Line:
    name = words.party(hit.code) if hit.code else hit.name
    text = hit.name if hit.code and hit.name != name else ""
    return Line(
        head=name, text=text, notes=[words.label("name", hit.kind), words.count("{n} fact", "{n} facts", hit.facts)]
    )


def _fact_line(hit: FactHit, words: Words, numbering: Numbering) -> Line:
    report = Report(source(hit.article), [], hit.record)
    made = entry(Fact(hit.id, hit.record, [report]), numbering)
    line = entry_line(made, words)
    line.notes = [words.label("kind", hit.record.kind), hit.id]
    line.text = ": ".join(part for part in (line.text, f"“{marked(hit.snippet)}”") if part)
    return line


def _article_line(hit: ArticleHit, words: Words, numbering: Numbering) -> Line:
    made = source(hit.article)
    when = words.date(made.published) if made.published else words.say("undated")
    text = f"“… {marked(hit.snippet)} …”"
    return Line(when=when, head=made.title or made.article, text=text, sources=[numbering.number(made)])
