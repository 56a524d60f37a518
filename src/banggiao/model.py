"""The vocabulary of the whole house: articles with zones, and the seven kinds of record that a reading holds.

All spans are half-open `[start, end)` offsets in characters (code points) of `Article.text`, which for plain text is
the decoded input unchanged. All dates are EDTF strings (ISO 8601-2 level 1 and the `X` of level 2, see
`banggiao.edtf`). Parties are ISO 3166-1 alpha-3 codes of states or acronyms of organisations.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar, Literal, TypeAlias

ZoneKind = Literal["title", "lead", "body", "caption", "teaser", "byline", "furniture"]
DateBasis = Literal["stated", "resolved", "derived"]
"""How a date is known: written out in full; resolved against the publication date; worked out from something else the
article says (a numbered session, an anniversary, another sentence). The reason stands in `date_reason`."""

Span: TypeAlias = tuple[int, int]


@dataclass(slots=True, frozen=True)
class Zone:
    """A stretch of an article's text with one role. `story` is 0 for the main story and 1, 2 … for each teaser:
    a teaser's title and text share one number, and facts never pass between stories."""

    kind: ZoneKind
    start: int
    end: int
    story: int = 0


@dataclass(slots=True, frozen=True)
class Article:
    """One press article as it came in. Zones are sorted, do not overlap, and need not cover the text."""

    id: str
    text: str
    title: str = ""
    published: str | None = None
    published_basis: str = ""
    """Where `published` was found: `given`, `meta`, `byline`, `dateline`, `url`, `derived`, or in the `feed` or
    `sitemap` that listed the page."""
    published_reason: str = ""
    url: str | None = None
    publisher: str | None = None
    agency: str | None = None
    language: str = "vi"
    zones: tuple[Zone, ...] = ()


# -- records ---------------------------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True)
class Record:
    """What all kinds of record share.

    parties: party codes. evidence: sorted spans, never empty in a finished reading. rules: names of the grammar rules
    that made the record, first the one that found it. story: the zone story it was read from.
    """

    KIND: ClassVar[str] = ""

    parties: list[str] = field(default_factory=list)
    evidence: list[Span] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    story: int = 0
    date_basis: DateBasis | None = None
    date_reason: str = ""

    @property
    def kind(self) -> str:
        return self.KIND


@dataclass(slots=True, kw_only=True)
class Office(Record):
    """Who held which post."""

    KIND: ClassVar[str] = "office"
    person: str
    role: str
    party: str | None = None
    title: str = ""
    """The post in the article's words, for display."""


@dataclass(slots=True, kw_only=True)
class Meeting(Record):
    """An occasion on which parties met, meet or will meet."""

    KIND: ClassVar[str] = "meeting"
    form: str
    phase: str
    date: str | None = None
    city: str | None = None
    country: str | None = None
    mechanism: str | None = None
    session: int | None = None
    people: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Status(Record):
    """A stated level of relations between two parties."""

    KIND: ClassVar[str] = "status"
    level: str
    phase: str
    date: str | None = None


@dataclass(slots=True, kw_only=True)
class Instrument(Record):
    """Something that happens to a written agreement, declaration, plan, fund or programme."""

    KIND: ClassVar[str] = "instrument"
    name: str
    stage: str
    date: str | None = None
    until: str | None = None


@dataclass(slots=True, kw_only=True)
class Statement(Record):
    """A party, or somebody who speaks for one, says something. The words are the evidence."""

    KIND: ClassVar[str] = "statement"
    act: str
    speaker: str | None = None
    date: str | None = None
    topics: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Target(Record):
    """A measurable or dated goal that lies ahead from the article's standpoint."""

    KIND: ClassVar[str] = "target"
    measure: str
    value: float | None = None
    unit: str | None = None
    due: str | None = None


@dataclass(slots=True, kw_only=True)
class Figure(Record):
    """A measured fact about parties or their relations, already true."""

    KIND: ClassVar[str] = "figure"
    measure: str
    value: float
    unit: str
    period: str | None = None


RECORD_TYPES: dict[str, type[Record]] = {
    cls.KIND: cls for cls in (Office, Meeting, Status, Instrument, Statement, Target, Figure)
}

CLOSED: dict[str, dict[str, tuple[str, ...]]] = {
    "office": {
        "role": (
            "head-of-state",
            "head-of-government",
            "deputy-head-of-government",
            "foreign-minister",
            "deputy-foreign-minister",
            "defence-minister",
            "minister",
            "deputy-minister",
            "secretary-general",
            "party-chief",
            "speaker-of-parliament",
            "ambassador",
            "spokesperson",
            "senior-official",
            "other",
        )
    },
    "meeting": {
        "form": (
            "talks",
            "call",
            "visit",
            "summit",
            "ministerial",
            "senior-officials",
            "forum",
            "ceremony",
            "exercise",
            "other",
        ),
        "phase": ("held", "planned", "cancelled"),
    },
    "status": {
        "level": (
            "diplomatic-relations",
            "dialogue-relations",
            "sectoral-dialogue",
            "comprehensive-partnership",
            "strategic-cooperation",
            "strategic-partnership",
            "comprehensive-strategic-partnership",
            "community",
            "alliance",
            "membership",
            "other",
        ),
        "phase": ("proposed", "agreed", "established", "in-force", "suspended", "ended"),
    },
    "instrument": {
        "stage": (
            "proposed",
            "negotiating",
            "agreed",
            "signed",
            "ratified",
            "in-force",
            "extended",
            "amended",
            "rejected",
        )
    },
    "statement": {"act": ("say", "support", "propose", "commit", "agree", "concern", "oppose")},
}
"""The codes that a slot may hold, by kind and slot. Measures and units are open."""


def record_to_dict(record: Record) -> dict[str, Any]:
    """The record as plain JSON data, `kind` first; slots that the article does not fill are left out."""
    names, values = _slots(record.KIND)
    out: dict[str, Any] = {"kind": record.KIND, "parties": record.parties}
    out |= {name: value for name, value in zip(names, values(record), strict=True) if value or value == 0}
    if not record.story:
        del out["story"]
    if (number := out.get("value")).__class__ is float and number.is_integer():
        out["value"] = int(number)
    if evidence := out.get("evidence"):
        out["evidence"] = [list(span) for span in evidence]
    return out


def bare(record: Record) -> Record:
    """What a record says, without how it was found; a copy."""
    names, values = _slots(record.KIND)
    kept = dict(zip(names, values(record), strict=True))
    kept["evidence"], kept["rules"], kept["story"], kept["parties"] = [], [], 0, list(record.parties)
    return RECORD_TYPES[record.KIND](**kept)


@cache
def _slots(kind: str) -> tuple[tuple[str, ...], Callable[[Record], tuple[Any, ...]]]:
    """The names of the slots, and what gives all their values at once."""
    names = tuple(item.name for item in fields(RECORD_TYPES[kind]))
    return names, attrgetter(*names)


def record_from_dict(data: dict[str, Any]) -> Record:
    """The record that `record_to_dict` wrote. Raises KeyError for an unknown kind, TypeError for an unknown slot."""
    values = {key: value for key, value in data.items() if key != "kind"}
    values["evidence"] = [(int(start), int(end)) for start, end in values.get("evidence", [])]
    return RECORD_TYPES[data["kind"]](**values)


# -- readings --------------------------------------------------------------------------------------------------------


@dataclass(slots=True, frozen=True)
class Dropped:
    """A candidate for a record that was not made one: its kind, the words in the article's own offsets, and why, as a
    code of a closed list (`DROP_REASONS`)."""

    kind: str
    span: Span
    reason: str


DROP_REASONS = (
    "negated",
    "only-spoken-of",
    "any-such",
    "no-parties",
    "one-party",
    "nothing-stated",
    "no-session",
    "irrelevant",
)


@dataclass(slots=True)
class ReadingNote:
    """Something odd that the reader saw and did not repair, such as a day that does not exist."""

    message: str
    span: Span | None = None


@dataclass(slots=True)
class Reading:
    """What the reader found in one article. `to_dict()` is the JSON object that `banggiao read --json` prints."""

    id: str
    published: str | None
    title: str
    records: list[Record]
    zones: tuple[Zone, ...] = ()
    text_sha256: str = ""
    reader: str = ""
    url: str | None = None
    publisher: str | None = None
    agency: str | None = None
    language: str = "vi"
    published_basis: str = ""
    published_reason: str = ""
    notes: list[ReadingNote] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        return self.head() | {"records": [record_to_dict(record) for record in self.records]}

    def head(self) -> dict[str, Any]:
        """What `to_dict` gives, with no records."""
        out: dict[str, Any] = {"id": self.id, "published": self.published, "title": self.title, "records": []}
        for name in ("published_basis", "published_reason", "url", "publisher", "agency", "language"):
            if value := getattr(self, name):
                out[name] = value
        out["zones"] = [
            {"kind": zone.kind, "start": zone.start, "end": zone.end} | ({"story": zone.story} if zone.story else {})
            for zone in self.zones
        ]
        out["text_sha256"] = self.text_sha256
        out["reader"] = self.reader
        if self.notes:
            out["notes"] = [{"message": w.message} | ({"span": list(w.span)} if w.span else {}) for w in self.notes]
        return out

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Reading:
        """The reading that `to_dict` wrote; unknown keys of newer readers are passed over."""
        return cls(
            id=data["id"],
            published=data.get("published"),
            title=data.get("title", ""),
            records=[record_from_dict(item) for item in data["records"]],
            zones=tuple(Zone(z["kind"], z["start"], z["end"], z.get("story", 0)) for z in data.get("zones", [])),
            text_sha256=data.get("text_sha256", ""),
            reader=data.get("reader", ""),
            url=data.get("url"),
            publisher=data.get("publisher"),
            agency=data.get("agency"),
            language=data.get("language", "vi"),
            published_basis=data.get("published_basis", ""),
            published_reason=data.get("published_reason", ""),
            notes=[
                ReadingNote(w["message"], (w["span"][0], w["span"][1]) if w.get("span") else None)
                for w in data.get("notes", [])
            ],
        )
