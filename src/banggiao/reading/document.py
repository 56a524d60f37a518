"""One article as the steps of the reader see it: sentences, and a row of units with their classes.

A *unit* is a mention of the lexicon (one or more words), a date, or a single token. Units are kept as parallel lists,
because every step walks over them; `row` holds one character a unit (`banggiao.grammar`), and the unit between two
sentences is a boundary that no pattern crosses. All offsets here are those of `Normal.text`; `spans` of finished
records are led back to the article's own by the pipeline.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from banggiao.lexicon import Entry, Lexicon
from banggiao.model import Article, Dropped, ReadingNote, Record, Span, ZoneKind
from banggiao.normal import Normal

if TYPE_CHECKING:
    from banggiao.grammar import RuleSet
    from banggiao.reading.dates import DateMention


@dataclass(slots=True)
class Sentence:
    """A sentence: its span in `Normal.text`, its units `[first, last)`, and the zone that it stands in. `line` counts
    the lines of the article, so that neighbours in a paragraph are known."""

    index: int
    start: int
    end: int
    zone: ZoneKind
    story: int
    line: int
    first: int = 0
    last: int = 0


@dataclass(slots=True)
class Document:
    """The working state of one reading. Steps add to it and to `records`; nothing in it outlives the reading."""

    article: Article
    normal: Normal
    lexicon: Lexicon
    grammars: dict[str, RuleSet]
    sentences: list[Sentence] = field(default_factory=list)

    # the row of units
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    norms: list[str] = field(default_factory=list)
    """Lower-case normal form, tokens joined by a space; "" for a boundary."""
    entries: list[tuple[Entry, ...]] = field(default_factory=list)
    units_of: dict[str, list[int]] = field(default_factory=dict)
    """Word class → the units that have a meaning of it, rising; "date" → the dates."""
    row: str = ""
    sentence_of: list[int] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    date_at: dict[int, DateMention] = field(default_factory=dict)
    """Unit index → the date mention that this unit is."""

    records: list[Record] = field(default_factory=list)
    notes: list[ReadingNote] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    """Candidates that gave no record; spans in `Normal.text` until the pipeline leads them back."""
    facts: dict[str, Any] = field(default_factory=dict)
    """What one step found and a later one uses, by the name of the step (people, parties, speakers …)."""

    @property
    def text(self) -> str:
        return self.normal.text

    @property
    def low(self) -> str:
        return self.normal.low

    def surface(self, first: int, last: int) -> str:
        """The article's words for units `[first, last)`."""
        return self.normal.text[self.starts[first] : self.ends[last - 1]]

    def span(self, first: int, last: int) -> Span:
        """The span of units `[first, last)` in `Normal.text`."""
        return self.starts[first], self.ends[last - 1]

    def entry(self, unit: int, *classes: str) -> Entry | None:
        """The first meaning of a unit that is of one of the classes."""
        for meaning in self.entries[unit]:
            if meaning.cls in classes:
                return meaning
        return None

    def drop(self, kind: str, span: Span, reason: str) -> None:
        """Notes a candidate that gives no record, for those who ask why."""
        self.dropped.append(Dropped(kind, span, reason))

    def units(self, cls: str, first: int, last: int) -> list[int]:
        """The units of `[first, last)` that have a meaning of a class: by bisection, not by looking at each unit."""
        units = self.units_of.get(cls)
        if not units or first > units[-1]:
            return []
        at = bisect_left(units, first)
        if units[at] >= last:  # the most usual answer
            return []
        return units[at : bisect_left(units, last, at)]

    def has(self, cls: str, first: int, last: int) -> bool:
        """Whether any unit of `[first, last)` has a meaning of a class."""
        units = self.units_of.get(cls)
        if not units or first > units[-1]:
            return False
        return units[bisect_left(units, first)] < last

    def parted(self, first: int, last: int) -> bool:
        """Whether a comma or semicolon stands among units `[first, last)`."""
        return any(self.norms[unit] in (",", ";") for unit in range(first, last))

    def quotes(self, first: int, last: int) -> list[int]:
        """The units of `[first, last)` that are quotation marks."""
        out: list[int] = []
        try:
            while True:  # the list's own search takes a third of the time of a loop over all units
                out.append(self.norms.index('"', first, last))
                first = out[-1] + 1
        except ValueError:
            return out

    def is_cap(self, unit: int) -> bool:
        """Whether the unit's first letter is a capital."""
        start = self.starts[unit]
        return self.normal.text[start : start + 1].isupper()  # the end of the last sentence has no letter
