"""Answers as data: what a brief or a timeline says, in codes and EDTF dates, before anybody words it.

Every entry carries the numbers of its sources and the sentences that it rests on, so that each face (text, Markdown,
HTML, JSON, later web and API) renders the same described object.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from banggiao.register.outcomes import Outcome


@dataclass(slots=True, frozen=True)
class Source:
    """An article that something in the answer rests on. `number` is how the answer's lines refer to it, `key` the
    register's own id of it ("" for an article that no register holds)."""

    number: int
    article: str
    title: str = ""
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: str = ""
    """How the article's date is known: see `banggiao.model.Article`."""
    published_reason: str = ""
    key: str = ""


@dataclass(slots=True, frozen=True)
class Quote:
    """Words of a source: `text` is `[start, end)` of the article's text, offsets in code points."""

    source: int
    text: str
    start: int
    end: int


@dataclass(slots=True, frozen=True)
class Verdict:
    """What a person decided about a fact. action: `accept`, `correct`, `merge`, `split`, `add`. made: UTC, ISO 8601.
    slots: the slots that were corrected."""

    action: str
    by: str
    made: str
    why: str = ""
    slots: tuple[str, ...] = ()


@dataclass(slots=True, frozen=True)
class Dispute:
    """Other reports say otherwise of one slot. others: their values (EDTF, codes, names or numbers). preferred:
    whether the register holds this fact's own value for the better. reason: by which rule, "" where none decides.
    better: the facts whose value it holds for the better, if it is not this one's."""

    slot: str
    others: tuple[str | float, ...]
    preferred: bool
    reason: str = ""
    better: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Entry:
    """What all entries share.

    fact: the register's id of the fact. date: when it was so (EDTF); `date_basis` and `date_reason` say how that is
    known. reported: publication date of the latest report, None when no source is dated. sources: numbers, rising.
    """

    fact: str
    parties: list[str]
    date: str | None = None
    date_basis: str | None = None
    date_reason: str = ""
    reported: str | None = None
    sources: list[int] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    """What people decided about it, by time."""
    disputes: list[Dispute] = field(default_factory=list)
    reports: int | None = None
    """How many reports there are, where `sources` and `quotes` are of the first and the newest few only."""

    @property
    def better(self) -> tuple[str, ...]:
        """The facts that are held for the better in all of which reports differ; none where this one is in some."""
        every = [one.better for one in self.disputes]
        return tuple(fact for facts in every for fact in facts) if all(every) else ()


@dataclass(slots=True, kw_only=True)
class Standing(Entry):
    """A level of relations in one phase."""

    level: str
    phase: str
    current: bool = False
    """True for the highest level that stands (established or spoken of as in force) on the day of the question."""
    outnumbered: str | None = None
    """The lower level at which the two stand, where few reports name this one (`banggiao.register.ladder`)."""
    thin: bool = False
    """Whether hardly any of the articles about the two name it."""


@dataclass(slots=True, kw_only=True)
class Occasion(Entry):
    """A meeting. `upcoming` is by the day of the question, `phase` by the reports."""

    form: str
    phase: str
    city: str | None = None
    country: str | None = None
    mechanism: str | None = None
    session: int | None = None
    people: list[str] = field(default_factory=list)
    upcoming: bool = False


@dataclass(slots=True, kw_only=True)
class Step:
    """One stage in an agreement's life, with the fact that it is and the sources that report it."""

    stage: str
    date: str | None = None
    date_basis: str | None = None
    date_reason: str = ""
    until: str | None = None
    reported: str | None = None
    sources: list[int] = field(default_factory=list)
    fact: str = ""
    parties: list[str] = field(default_factory=list)
    """Whom reports name with this stage: who leaves an agreement."""


@dataclass(slots=True, kw_only=True)
class Agreement(Entry):
    """An agreement, plan, fund or programme: its latest stage (`stage`, `date`, `until`) and the way there (`steps`,
    oldest first, the latest included)."""

    name: str
    stage: str
    until: str | None = None
    steps: list[Step] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Goal(Entry):
    """A target and what became of it by the day of the question. The words of the fact that shows it stand among the
    quotes."""

    measure: str
    value: float | None = None
    unit: str | None = None
    due: str | None = None
    outcome: Outcome = field(default_factory=lambda: Outcome("open"))


@dataclass(slots=True, kw_only=True)
class Measured(Entry):
    """A figure; `period` is the time that it measures."""

    measure: str
    value: float
    unit: str
    period: str | None = None


@dataclass(slots=True, kw_only=True)
class Said(Entry):
    """A statement: who speaks, for which parties, with which act; the words are the quotes."""

    act: str
    speaker: str | None = None
    topics: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Holder(Entry):
    """Who holds a post, as far as the reports tell: first and last day on which somebody was so called."""

    person: str
    role: str
    party: str
    title: str = ""
    first_seen: str | None = None
    last_seen: str | None = None


@dataclass(slots=True, kw_only=True)
class Brief:
    """Where two parties stand.

    as_of: the day asked about (EDTF day); nothing that came later is in here. known_by: the last publication date of
    the reports used. articles: how many articles the register held by then that speak of the two. totals: how many
    entries of each list there are in all (`said` and `holders` by whose they are: "said ASEAN"), of which a large
    register gives those that stand first.
    """

    parties: list[str]
    as_of: str
    known_by: str
    articles: int
    standings: list[Standing] = field(default_factory=list)
    past_meetings: list[Occasion] = field(default_factory=list)
    """Latest first."""
    coming_meetings: list[Occasion] = field(default_factory=list)
    """Next first."""
    agreements: list[Agreement] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    figures: list[Measured] = field(default_factory=list)
    said: dict[str, list[Said]] = field(default_factory=dict)
    """By who speaks: each party's code, and `both` for what they say together. Latest first."""
    holders: list[Holder] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    totals: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Timeline:
    """What happened between two parties: entries in order of their dates; those without a date come last. total: how
    many there are in all, of which a large register gives the latest."""

    parties: list[str]
    as_of: str
    known_by: str
    entries: list[Entry] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    total: int = 0
