"""Briefs as text, Markdown and HTML."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser

import pytest
from docx import Document as WordDocument

from banggiao.briefs import docx, html, markdown, text
from banggiao.briefs.answers import Occasion, Quote
from banggiao.briefs.document import Document, Group, Line, Section, SourceLine
from banggiao.briefs.layout import Limits, brief_document, occasion_line, shorten, timeline_document
from banggiao.briefs.words import Words
from banggiao.model import Instrument, Meeting, Statement, Status
from tests.briefs.facts import NAMES, PAIR, brief, fact, timeline

BOTH = list(PAIR)
EVIL = '<script>alert("1")</script> & *b* [x](javascript:1)'


def words(lang: str = "vi") -> Words:
    """Words with the party names of the tests."""
    return Words(lang, lambda code, _: NAMES[code])


def hostile() -> Document:
    """A document in which everything that came from a page is an attack."""
    line = Line(when=EVIL, head=EVIL, text=EVIL, notes=[EVIL], sources=[1], quotes=[Quote(1, EVIL, 0, len(EVIL))])
    return Document(
        lang="vi",
        title=EVIL,
        about=[EVIL],
        sections=[Section(key="meetings", title=EVIL, groups=[Group(title=EVIL, lines=[line], more=EVIL)])],
        sources=[SourceLine(number=1, title=EVIL, where=EVIL, url="javascript:alert(1)")],
        sources_title=EVIL,
        evidence_title=EVIL,
    )


class Tags(HTMLParser):
    """Collects what a browser would see: the tags, and where links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]
        self.loaded += [value or "" for name, value in attrs if name == "src"]


def test_html_shows_what_pages_say_and_runs_none_of_it() -> None:
    """Markup from a page is text; an address that is no web address is no link."""
    seen = Tags()
    page = html.render(hostile())
    seen.feed(page)
    assert "script" not in seen.tags
    assert "&lt;script&gt;" in page
    assert set(seen.links) == {"#source-1"}


def test_reprints_quote_a_sentence_once() -> None:
    """Each sentence stands once in every format, with all the sources that hold it; line breaks make no other one."""
    said = [(1, "Hai bên gặp nhau."), (2, "Hai bên\ngặp nhau."), (3, "Họ ký văn kiện."), (2, "Hai bên gặp nhau.")]
    line = Line(head="Hội đàm", sources=[1, 2, 3], quotes=[Quote(n, quoted, 0, 9) for n, quoted in said])
    document = hostile()
    document.sections[0].groups[0].lines = [line]
    assert line.sentences == [("Hai bên gặp nhau.", [1, 2]), ("Họ ký văn kiện.", [3])]
    page = html.render(document)
    assert page.count("Hai bên gặp nhau.") == 1
    assert page.count('href="#source-2"') == 2  # of the line, and of its sentence
    assert "[1][2] “Hai bên gặp nhau.”" in " ".join(text.render(document, evidence=True).split())
    assert markdown.render(document, evidence=True).count("Hai bên gặp nhau") == 1
    file = WordDocument(io.BytesIO(docx.render(document, evidence=True)))
    assert [p.text for p in file.paragraphs if "gặp nhau" in p.text] == ["[1][2] “Hai bên gặp nhau.”"]


def test_html_stands_alone_with_the_evidence_behind_a_click() -> None:
    """Nothing is loaded from elsewhere; each quote lies in a closed <details>, open on demand."""
    document = brief_document(
        brief([fact(Meeting(parties=BOTH, form="talks", phase="held"), words="hai bên gặp nhau")]), words()
    )
    seen = Tags()
    page = html.render(document)
    seen.feed(page)
    assert seen.loaded == []
    assert not {"link", "script", "img", "iframe"} & set(seen.tags)
    assert re.search(r"<details><summary>nguyên văn</summary>\s*<blockquote>“hai bên gặp nhau”", page)
    assert "<details open>" in html.render(document, evidence=True)


def test_markdown_shows_marks_as_they_are() -> None:
    """Stars, brackets and angle brackets of a page do not become Markdown."""
    shown = markdown.render(hostile(), evidence=True)
    assert "<script>" not in shown.replace("\\<script", "")
    assert "*b*" not in shown.replace("\\*b\\*", "")


@pytest.mark.parametrize("render", [text.render, markdown.render, html.render])
def test_every_line_carries_its_source(render) -> None:  # type: ignore[no-untyped-def]
    """Each format shows the number beside the line and the article under Sources."""
    shown = render(brief_document(brief([fact(Instrument(parties=BOTH, name="COC", stage="negotiating"))]), words()))
    line = next(row for row in shown.splitlines() if "COC" in row)
    assert "đang đàm phán" in line or "đang đàm phán" in shown
    assert shown.count("1") >= 2
    assert "Tin bao-2018-08-03" in shown.replace("\\-", "-")


def test_a_derived_date_is_marked_with_its_reason() -> None:
    """Both languages say why the date is so."""
    record = Status(parties=BOTH, level="strategic-partnership", phase="established", date="2003")
    record.date_basis, record.date_reason = "derived", "15 years before 2018"
    shown = {lang: text.render(brief_document(brief([fact(record)]), words(lang))) for lang in ("vi", "en")}
    assert "thiết lập 2003 (ngày suy ra: 15 năm trước 2018) [1]" in shown["vi"]
    assert "established 2003 (date derived: 15 years before 2018) [1]" in shown["en"]


def test_one_sentence_with_two_acts_is_one_line() -> None:
    """The acts are named together before the sentence."""
    facts = [
        fact(Statement(parties=["CHN"], speaker="Vương Nghị", act=act), words="ủng hộ và sẽ hợp tác")
        for act in ("support", "commit")
    ]
    section = next(s for s in brief_document(brief(facts), words()).sections if s.key == "statements")
    (line,) = section.lines
    assert line.head in {"Vương Nghị ủng hộ, cam kết", "Vương Nghị cam kết, ủng hộ"}


def test_the_day_of_the_occasion_is_explained_once() -> None:
    """Statements that bear their article's day do not repeat it line by line."""
    facts = []
    for act in ("support", "commit"):
        record = Statement(parties=["CHN"], act=act, date="2018-08-02")
        record.date_basis, record.date_reason = "derived", "the occasion that the report dates"
        facts.append(fact(record, words=f"lời {act}"))
    section = next(s for s in brief_document(brief(facts), words("en")).sections if s.key == "statements")
    assert [line.notes for line in section.lines] == [[], []]
    assert "the day of the occasion" in section.note


def test_long_lists_are_cut_and_say_so() -> None:
    """ "And N more" stands beneath; sources that only hidden lines rest on are not listed; no cap shows all."""
    facts = [
        fact(Meeting(parties=BOTH, form="talks", phase="held", date=f"2018-07-{day:02d}"), f"2018-07-{day:02d}")
        for day in range(1, 10)
    ]
    short = brief_document(brief(facts), words("en"))
    (group,) = next(s for s in short.sections if s.key == "meetings").groups
    assert (len(group.lines), group.more, len(short.sources)) == (6, "and 3 more", 6)
    assert len(brief_document(brief(facts), words("en"), Limits.none()).sources) == 9


def test_a_planned_meeting_whose_day_is_gone_says_that_its_outcome_is_unknown() -> None:
    """No report is no proof that it took place."""
    record = Meeting(parties=BOTH, form="summit", phase="planned", date="2018-08-05")
    assert "outcome not reported" in text.render(brief_document(brief([fact(record)]), words("en")))


def test_a_timeline_is_told_by_years() -> None:
    """What has no date of its own stands in the year of its report."""
    facts = [
        fact(Instrument(parties=BOTH, name="DOC", stage="signed", date="2002-11-04")),
        fact(Instrument(parties=BOTH, name="COC", stage="negotiating")),
    ]
    document = timeline_document(timeline(facts), words("en"))
    assert [section.title for section in document.sections] == ["2002", "2018"]


def test_an_empty_brief_says_so() -> None:
    """Nothing known is an answer, section by section."""
    shown = text.render(brief_document(brief([]), words("en")))
    assert "No report states a level of relations." in shown
    assert "SOURCES" not in shown


def test_text_keeps_to_its_width() -> None:
    """No row is longer than asked for."""
    facts = [fact(Statement(parties=BOTH, act="say"), words="lời rất dài " * 60)]
    shown = text.render(brief_document(brief(facts), words()), evidence=True, width=72)
    assert max(map(len, shown.splitlines())) <= 72


def test_shortening_ends_at_a_word() -> None:
    """A cut text says that it was cut; a short one is left alone."""
    assert shorten("một hai ba", 8) == "một hai …"
    assert shorten("một  hai\nba", 20) == "một hai ba"


def test_a_state_that_is_one_city_is_named_once() -> None:
    """ "Singapore, Singapore" tells nothing more."""
    named = Words("vi", lambda code, _: {"SGP": "Singapore", "THA": "Thái Lan"}.get(code, code))
    places = {"Singapore": "SGP", "Bangkok": "THA"}
    texts = [
        occasion_line(
            Occasion(
                fact="f",
                parties=["ASEAN"],
                form="summit",
                phase="held",
                mechanism="Hội nghị",
                city=city,
                country=country,
            ),
            named,
        ).text
        for city, country in places.items()
    ]
    assert texts == ["Singapore", "Bangkok, Thái Lan"]


def paragraphs(content: bytes) -> list[tuple[str, str]]:
    """(style, text) of each paragraph of a Word file."""
    return [(p.style.name, p.text) for p in WordDocument(io.BytesIO(content)).paragraphs]


def test_a_word_file_has_styles_sources_and_page_numbers() -> None:
    """Everything in a named style; each line's source is listed; the foot counts pages; the language is said."""
    document = brief_document(
        brief([fact(Meeting(parties=BOTH, form="talks", phase="held"), words="hai bên gặp nhau")]), words()
    )
    found = paragraphs(docx.render(document, evidence=True))
    styles = {style for style, _ in found}
    assert {"Title", "Heading 1", "Source"} <= styles
    assert {"Entry", "Dated entry"} & styles
    assert {"Evidence", "Dated evidence"} & styles
    assert found[0] == ("Title", document.title)
    listed = {re.match(r"\[(\d+)\]", text)[1] for style, text in found if style == "Source"}  # type: ignore[index]
    used = {n for style, text in found if style in ("Entry", "Dated entry") for n in re.findall(r"\[(\d+)\]", text)}
    assert used
    assert used <= listed
    made = WordDocument(io.BytesIO(docx.render(document)))
    assert "PAGE" in made.sections[0].footer.paragraphs[0]._p.xml
    assert made.core_properties.language == "vi-VN"
    assert all("vidence" not in style for style, _ in paragraphs(docx.render(document)))


def test_a_word_file_is_not_spoilt_by_what_pages_hold() -> None:
    """Control characters go, markup is text, and only web addresses are linked."""
    document = hostile()
    document.title = "a\x00b\x0b\ud800c <w:p/>"
    content = docx.render(document, evidence=True)
    assert paragraphs(content)[0] == ("Title", "abc <w:p/>")
    targets = {rel.target_ref for rel in WordDocument(io.BytesIO(content)).part.rels.values() if rel.is_external}
    assert targets == set()
