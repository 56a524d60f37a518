"""The document that every format renders: headed sections of dated, sourced lines, already in words."""

from __future__ import annotations

from dataclasses import dataclass, field

from banggiao.briefs.answers import Quote


@dataclass(slots=True, kw_only=True)
class Line:
    """One line of a document. `when` stands in a column of its own; `notes` are asides such as how a date is known;
    `mark` sets a line off (the level that stands, a target past its date)."""

    when: str = ""
    head: str = ""
    text: str = ""
    notes: list[str] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    mark: bool = False
    facts: list[str] = field(default_factory=list)
    """The register's ids of the facts that it tells."""
    cut: bool = False
    """Its sources are not all that there are; a note says how many."""

    @property
    def sentences(self) -> list[tuple[str, list[int]]]:
        """The words that are quoted, each once, on one line, with the sources that hold them: reprints say the same."""
        found: dict[str, list[int]] = {}
        for quote in self.quotes:
            sources = found.setdefault(" ".join(quote.text.split()), [])
            if quote.source not in sources:
                sources.append(quote.source)
        return list(found.items())


@dataclass(slots=True, kw_only=True)
class Group:
    """Lines under a heading of their own within a section (none: the section's own lines). `more` says how many lines
    were left out."""

    title: str = ""
    lines: list[Line] = field(default_factory=list)
    more: str = ""


@dataclass(slots=True, kw_only=True)
class Section:
    """A headed part; `empty` is said where no group has a line, `note` holds for all its lines."""

    key: str
    title: str
    groups: list[Group] = field(default_factory=list)
    empty: str = ""
    note: str = ""

    @property
    def lines(self) -> list[Line]:
        return [line for group in self.groups for line in group.lines]


@dataclass(slots=True, kw_only=True)
class SourceLine:
    """A source as it is listed: its number, title, where and when it appeared, its address if it has one."""

    number: int
    title: str
    where: str = ""
    url: str | None = None
    key: str = ""
    """The register's id of the article."""


@dataclass(slots=True, kw_only=True)
class Document:
    """A whole document in language `lang`. `about` says by which days it holds and on how much it rests."""

    lang: str
    title: str
    about: list[str] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    sources: list[SourceLine] = field(default_factory=list)
    sources_title: str = ""
    evidence_title: str = ""
    """What stands on the button that opens the quoted sentences."""
