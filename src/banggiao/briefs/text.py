"""A document for the terminal or a plain text file."""

from __future__ import annotations

from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from banggiao.briefs.document import Document, Line, Section

PLAIN_WIDTH = 100
WHEN_WIDTH = 18


def render(document: Document, *, evidence: bool = False, width: int = PLAIN_WIDTH) -> str:
    """The document as plain text of the given width; `evidence` puts the quoted sentences beneath each line."""
    out = StringIO()
    # No colour and no detection of any terminal: the same document gives the same bytes everywhere.
    console = Console(file=out, width=width, color_system=None, force_terminal=False, _environ={})
    console.print(renderable(document, evidence=evidence))
    return "\n".join(row.rstrip() for row in out.getvalue().splitlines()) + "\n"


def renderable(document: Document, *, evidence: bool = False) -> RenderableType:
    """The document for a rich console."""
    parts: list[RenderableType] = [Text(document.title, style="bold"), Text(" · ".join(document.about), style="dim")]
    for section in document.sections:
        parts += ["", Text(section.title.upper(), style="bold cyan")]
        parts += _section(section, document, evidence)
    if document.sources:
        parts += ["", Text(document.sources_title.upper(), style="bold cyan")]
        table = _columns()
        for source in document.sources:
            entry = Text(source.title)
            entry.append(f" — {source.where}", style="dim")
            if source.url:
                entry.append(f"\n{source.url}", style="dim")
            table.add_row(Text(f"[{source.number}]"), entry)
        parts.append(Padding(table, (0, 0, 0, 2)))
    return Group(*parts)


def _section(section: Section, document: Document, evidence: bool) -> list[RenderableType]:
    if not section.groups:
        return [Padding(Text(section.empty, style="dim"), (0, 0, 0, 2))]
    parts: list[RenderableType] = [Padding(Text(section.note, style="dim"), (0, 0, 0, 2))] if section.note else []
    for group in section.groups:
        if group.title:
            parts.append(Padding(Text(group.title, style="italic"), (0, 0, 0, 2)))
        dated = any(line.when for line in group.lines)
        table = _columns()
        for line in group.lines:
            cells = [Text(line.when, style="green")] if dated else []
            table.add_row(*cells, _line(line, evidence, numbered=bool(document.sources)))
        if dated:
            table.columns[0].width = min(WHEN_WIDTH, max(len(line.when) for line in group.lines))
            table.columns[0].no_wrap = False
        parts.append(Padding(table, (0, 0, 0, 2 if not group.title else 4)))
        if group.more:
            parts.append(Padding(Text(group.more, style="dim"), (0, 0, 0, 4)))
    return parts


def _columns() -> Table:
    return Table.grid(padding=(0, 2, 0, 0), pad_edge=False)


def _line(line: Line, evidence: bool, *, numbered: bool) -> Text:
    text = Text(("▸ " if line.mark else "") + line.head, style="bold" if line.mark else "")
    if line.text:
        text.append(f": {line.text}", style="not bold")
    if line.notes:
        text.append(f" ({'; '.join(line.notes)})", style="dim not bold")
    if line.sources:
        text.append(" " + "".join(f"[{n}]" for n in line.sources), style="cyan not bold")
    if evidence:
        for words, sources in line.sentences:
            mark = "".join(f"[{n}]" for n in sources) + " " if numbered else ""
            text.append(f"\n  {mark}“{words}”", style="italic dim not bold")
    return text
