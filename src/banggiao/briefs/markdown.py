"""A document as Markdown (CommonMark), with a footnote-like list of sources."""

from __future__ import annotations

import re

from banggiao.briefs.document import Document, Line

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def render(document: Document, *, evidence: bool = False) -> str:
    """The document as Markdown; `evidence` puts the quoted sentences beneath each line as block quotes."""
    out = [f"# {escape(document.title)}", "", f"*{escape(' · '.join(document.about))}*"]
    for section in document.sections:
        if section.title:
            out += ["", f"## {escape(section.title)}"]
        if not section.groups:
            out += ["", escape(section.empty)]
        if section.note:
            out += ["", f"*{escape(section.note)}*"]
        for group in section.groups:
            if group.title:
                out += ["", f"### {escape(group.title)}"]
            out.append("")
            for line in group.lines:
                out.append(f"- {_line(line)}")
                if evidence:
                    out += [f"  > {_marks(sources)} “{escape(words)}”\n  >" for words, sources in line.sentences]
                    if line.quotes:
                        out[-1] = out[-1].removesuffix("\n  >")
            if group.more:
                out.append(f"- *{escape(group.more)}*")
    if document.sources:
        out += ["", f"## {escape(document.sources_title)}", ""]
        for source in document.sources:
            title = escape(source.title)
            named = f"[{title}](<{_address(source.url)}>)" if source.url else title
            out.append(f"- {_marks([source.number])} {named} — {escape(source.where)}")
    return "\n".join(out) + "\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _address(url: str) -> str:
    return url.replace("<", "%3C").replace(">", "%3E").replace("\n", "")


def _line(line: Line) -> str:
    head = f"**{escape(line.head)}**"
    text = f"{escape(line.when)} · {head}" if line.when else head
    if line.text:
        text += f": {escape(line.text)}"
    if line.notes:
        text += f" *({escape('; '.join(line.notes))})*"
    return f"{text} {_marks(line.sources)}".rstrip()


def _marks(numbers: list[int]) -> str:
    return "".join(f"\\[{n}\\]" for n in numbers)
