"""A document as a Word file (Office Open XML) that somebody can go on writing in: named styles for everything, numbered
sources, the number of the page in its foot. Needs the extra `docx` (python-docx)."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from banggiao.briefs.document import Document, Line
from banggiao.briefs.html import web_address
from banggiao.errors import UsageError

if TYPE_CHECKING:
    from docx.document import Document as WordFile

_FONT = "Times New Roman"  # what Vietnamese offices write in; every Word has it
_SIZE = 12  # points
_WHEN = 3.4  # centimetres for the column of dates
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def render(document: Document, *, evidence: bool = False) -> bytes:
    """The document as the bytes of a .docx file. `evidence` puts the quoted sentences beneath each line. Raises
    UsageError where python-docx is missing."""
    try:
        from docx import Document as WordDocument
    except ModuleNotFoundError as error:
        raise UsageError("Word files need python-docx.", hint="Run: pip install 'banggiao[docx]'") from error
    file = WordDocument()
    _prepare(file, document)
    file.add_paragraph(_text(document.title), style="Title")
    file.add_paragraph(_text(" · ".join(document.about)), style="Subtitle")
    for section in document.sections:
        if section.title:
            file.add_paragraph(_text(section.title), style="Heading 1")
        if not section.groups and section.empty:
            file.add_paragraph(_text(section.empty), style="Body Text")
        if section.note:
            file.add_paragraph(_text(section.note), style="Caption")
        for group in section.groups:
            if group.title:
                file.add_paragraph(_text(group.title), style="Heading 2")
            dated = any(line.when for line in group.lines)
            for line in group.lines:
                _add_line(file, line, dated=dated, evidence=evidence)
            if group.more:
                file.add_paragraph(_text(group.more), style="Caption")
    if document.sources:
        file.add_paragraph(_text(document.sources_title), style="Heading 1")
        for source in document.sources:
            paragraph = file.add_paragraph(style="Source")
            paragraph.add_run(f"[{source.number}]\t")
            address = web_address(source.url)
            if address:
                _add_link(paragraph, _text(source.title), address)
            else:
                paragraph.add_run(_text(source.title))
            if source.where:
                paragraph.add_run(f" — {_text(source.where)}")
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def _text(text: str) -> str:
    """Text on one line, without the characters that XML cannot hold."""
    return " ".join(_NOT_XML.sub("", text).split())


def _prepare(file: WordFile, document: Document) -> None:
    """Paper, styles, language, title and the foot of the page."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    page = file.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Cm(3), Cm(2), Cm(2), Cm(2)
    file.core_properties.title = _text(document.title)
    file.core_properties.author = "Banggiao"
    file.core_properties.language = _LANGUAGES.get(document.lang, document.lang)
    sizes = {"Title": 18, "Subtitle": 11, "Heading 1": 14, "Heading 2": 12, "Caption": 10}
    for name in ("Normal", "Body Text", *sizes):
        style: Any = file.styles[name]
        style.font.name, style.font.size = _FONT, Pt(sizes.get(name, _SIZE))
        style.font.color.rgb = RGBColor(0, 0, 0)
        if name == "Caption":
            style.font.bold, style.font.italic = False, True
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(script), _FONT)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
    language = (
        file.styles["Normal"]
        .element.get_or_add_rPr()
        .makeelement(qn("w:lang"), {qn("w:val"): _LANGUAGES.get(document.lang, document.lang)})
    )
    file.styles["Normal"].element.get_or_add_rPr().append(language)
    for name, indent, hanging, size in (
        ("Entry", 0.0, 0.0, _SIZE),
        ("Dated entry", _WHEN, _WHEN, _SIZE),
        ("Evidence", 0.8, 0.0, 11),
        ("Dated evidence", _WHEN, 0.0, 11),
        ("Source", 1.2, 1.2, 11),
    ):
        made: Any = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = file.styles["Normal"]
        made.font.size = Pt(size)
        made.font.italic = "vidence" in name
        made.paragraph_format.left_indent = Cm(indent)
        made.paragraph_format.first_line_indent = Cm(-hanging)
        made.paragraph_format.space_after = Pt(4)
        if hanging:
            made.paragraph_format.tab_stops.add_tab_stop(Cm(indent))
    foot = page.footer.paragraphs[0]
    foot.alignment = 1  # centred
    _add_field(foot, "PAGE")


def _add_line(file: WordFile, line: Line, *, dated: bool, evidence: bool) -> None:
    """A line; `dated` where its group has a column of dates."""
    paragraph = file.add_paragraph(style="Dated entry" if dated else "Entry")
    if dated:
        paragraph.add_run(f"{_text(line.when)}\t")
    if line.head:
        paragraph.add_run(_text(line.head)).bold = True
    if line.text:
        paragraph.add_run(f"{': ' if line.head else ''}{_text(line.text)}")
    if line.notes:
        paragraph.add_run(f" ({_text('; '.join(line.notes))})").italic = True
    if line.sources:
        paragraph.add_run(" " + "".join(f"[{number}]" for number in line.sources))
    if evidence:
        for words, sources in line.sentences:
            style = "Dated evidence" if dated else "Evidence"
            marks = "".join(f"[{number}]" for number in sources)
            file.add_paragraph(f"{marks} “{_text(words)}”", style=style)


def _add_field(paragraph: Any, code: str) -> None:
    """A field that Word fills in, such as the number of the page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind, text in (("begin", None), (None, code), ("end", None)):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)


def _add_link(paragraph: Any, text: str, address: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, _HYPERLINK, is_external=True))
    run = paragraph.add_run(text)
    run.underline = True
    link.append(run._r)
    paragraph._p.append(link)
