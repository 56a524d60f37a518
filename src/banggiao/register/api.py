"""What the register takes and gives: the shapes of its answers and the questions that it understands.

Two clocks. When a thing was so in the world stands in the record's own EDTF date. When it was reported is the
publication date of the article (`Mention.reported`); it is None where no page gives it. `known_by` asks for what had
been reported by the end of a day: an undated article counts as known only from the day on which its own content
proves that it existed (`ArticleRef.not_before`, the latest day on which something that it tells of had happened), and
not at all by any day where nothing in it is dated. A teaser stands on a page that was saved some day after: it counts
from the latest day of all that the page tells of. Without `known_by` everything counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Day
from datetime import datetime
from types import TracebackType
from typing import Any, Literal, NamedTuple, Protocol, Self

from banggiao import model
from banggiao.register.decisions import Decision
from banggiao.register.hits import Found
from banggiao.register.members import Accounts
from banggiao.register.names import AgreementsTold
from banggiao.register.pairing import Part
from banggiao.register.person_names import Told
from banggiao.register.sources import Kept, Page, Source, SourceKind

Kind = Literal["office", "meeting", "status", "instrument", "statement", "target", "figure"]
SearchKind = Literal["article", "fact", "name", Kind]
"""What to search for; a kind of fact for facts of that kind alone."""


@dataclass(slots=True, frozen=True)
class ArticleRef:
    """An article as a source. `key` is the register's own id of this text of this source; `id` is what it was called
    when it came (file name or URL). `voice` is shared by articles with the same text or versions of it: they are
    one witness."""

    key: str
    id: str
    title: str = ""
    url: str | None = None
    publisher: str | None = None
    agency: str | None = None
    published: str | None = None
    published_basis: str = ""
    published_reason: str = ""
    language: str = "vi"
    voice: str = ""
    not_before: str | None = None
    """For an undated article: the latest day of what it tells as having happened; it was written then or later."""
    records: int = 0


@dataclass(slots=True, frozen=True)
class StoredArticle:
    """An article as it came, with its reading as the reader gave it."""

    ref: ArticleRef
    article: model.Article
    reading: model.Reading
    added: int = field(default=0, compare=False)
    """When it came, as `Register.arrived` counts moments."""


@dataclass(slots=True, frozen=True)
class Arrived:
    """What came into the register after a moment: the ids of the facts that no earlier article reported, the last
    reported first (no more than were asked for), how many such facts there are, how many articles came. more: so many
    articles came that facts were looked for in the last of them only, and `facts` counts those."""

    ids: list[str]
    facts: int
    articles: int
    more: bool


@dataclass(slots=True, frozen=True)
class Mention:
    """One article's word for a fact: record number `index` of its reading, unchanged.

    quotes: (start, end, words) of the article's text, one for each span of the record's evidence. pairs: the sets of
    two parties that records of the same story (the main one, or the same teaser) speak of together. reported: the
    publication date of the article; None for an undated one and for a teaser, whose own date the page does not give.
    known: the day from which the mention counts as known (None: it cannot be said, see the top of this module).
    """

    article: ArticleRef
    index: int
    record: model.Record
    quotes: list[tuple[int, int, str]] = field(default_factory=list)
    pairs: frozenset[frozenset[str]] = frozenset()
    known: str | None = None

    @property
    def reported(self) -> str | None:
        return None if self.record.story else self.article.published


@dataclass(slots=True, frozen=True)
class Cut:
    """What a fact comes to whose reports are not all given: how many there are, how many of them are independent, and
    the days of the first and the last."""

    reports: int
    voices: int
    first_reported: str | None
    last_reported: str | None


@dataclass(slots=True, frozen=True)
class Fact:
    """One thing that the register knows.

    id: stable for the same articles, whatever the order in which they came. record: the best slots of all its mentions
    (see `banggiao.register.facts`), with no evidence of its own. mentions: by report date, then article; never empty.
    key: what this fact is a stage of. Facts that share it speak of one thing: an instrument through its stages
    (`instrument:acfta`), the relation of two parties (`status:ASEAN|CHN`), a post (`office:CHN:foreign-minister`), a
    meeting series where it is known (`series:…`), a target (`target:…`); else the fact's own id.
    """

    id: str
    record: model.Record
    mentions: list[Mention]
    key: str = ""
    decisions: list[Decision] = field(default_factory=list)
    """What people decided about it, by time; none that was withdrawn."""
    cut: Cut | None = None
    """Where `mentions` are the first and the newest few of its reports only."""

    @property
    def kind(self) -> str:
        return self.record.kind

    @property
    def reports(self) -> int:
        return self.cut.reports if self.cut else len(self.mentions)

    @property
    def first_reported(self) -> str | None:
        if self.cut:
            return self.cut.first_reported
        return min((m.reported for m in self.mentions if m.reported), default=None)

    @property
    def last_reported(self) -> str | None:
        if self.cut:
            return self.cut.last_reported
        return max((m.reported for m in self.mentions if m.reported), default=None)

    @property
    def voices(self) -> int:
        """Independent reports: copies and rewrites of one text count once."""
        return self.cut.voices if self.cut else len({m.article.voice for m in self.mentions})


class Listed(NamedTuple):
    """A fact's place in a list. day: the last on which it may have been so, as a number, 0 where nobody knows; known:
    the day from which its first report is known (see `pairing.number`)."""

    id: str
    kind: str
    day: int
    known: int


@dataclass(slots=True, frozen=True)
class Head:
    """A fact without its reports (see `Fact`): what a list needs to choose which to show. reports: how many it has;
    voices: how many of them are independent."""

    id: str
    kind: str
    key: str
    record: model.Record
    first_reported: str | None
    last_reported: str | None
    reports: int
    voices: int


@dataclass(slots=True, frozen=True)
class Walk:
    """Facts of one part of an answer about two parties in their order, from the highest rank below `below` down to
    `above`, at most `limit` (None: all)."""

    part: Part
    limit: int | None = None
    above: int = -1
    below: int = 1 << 62


@dataclass(slots=True, frozen=True)
class OfPair:
    """What the register knows of two parties: some facts, how many each part has, how many articles speak of the
    two."""

    heads: list[Head]
    counts: dict[Part, int]
    articles: int


HeadOrder = Literal["date", "seen"]
"""Newest first: by a fact's own date, unknown ones last; by its last report."""


@dataclass(slots=True, frozen=True)
class Rung:
    """One level of relations of a pair as of a day. `state`: `in-force` (founded or spoken of as existing), `agreed`,
    `proposed`, `suspended`, `ended`. since: when it was founded (EDTF), None where nobody says. known_since: the first
    report of that state. facts: those it rests on. outnumbered: the lower level that was founded and that far more
    reports name, where nobody says that this one was; thin: nobody says that it was founded, and hardly one in a
    hundred articles about the two names it. The parties stand at neither."""

    level: str
    state: str
    since: str | None
    known_since: str | None
    facts: list[Fact]
    outnumbered: str | None = None
    thin: bool = False


@dataclass(slots=True, frozen=True)
class Added:
    """What became of one article: `new`; `known` (same text from the same source: nothing was changed); `reread`
    (known, but its reading comes from another reader or another date of publication, and replaced the older)."""

    key: str
    outcome: Literal["new", "known", "reread"]
    records: int


@dataclass(slots=True, frozen=True)
class Counts:
    """How much the register holds. `reports` are records of readings, `facts` what they come down to."""

    articles: int
    voices: int
    reports: int
    facts: dict[str, int]
    first_published: str | None
    last_published: str | None


class Register(Protocol):
    """The questions. Every list comes in one order whatever the database, the hash seed or the order of adding:
    facts by date (EDTF, unknown last), then kind, then id; articles by publication date (unknown last), then id.

    `known_by` everywhere: a day; only reports published by then count, and a fact's slots are those that they give.
    Errors of the database come as RegisterError with what to do.
    """

    location: str
    """For display: the file, or the URL without its password."""

    @property
    def accounts(self) -> Accounts:
        """Who may use the register's desk; no part of backups."""

    def add(self, article: model.Article, reading: model.Reading) -> Added:
        """Keeps one article with its reading, as one transaction: after an interruption it is there whole or not."""

    def add_many(self, items: Iterable[tuple[model.Article, model.Reading]], *, batch: int = 4_000) -> Iterator[Added]:
        """The same for many, `batch` articles a transaction; each outcome is given when it is on disk."""

    def knows(self, article: model.Article, reader: str) -> bool:
        """Whether this text of this source is kept with a reading by this reader (then it need not be read again)."""

    def replace(self, article: model.Article, reading: model.Reading, *, derive: bool = True) -> Added:
        """Keeps a reading in place of the one of the same text of the same source, whichever reader made that one; all
        in one transaction. The outcome is `known` where nothing differs. derive: with the facts that follow; False
        leaves them to `derive`, or to the next question."""

    def remove(self, key: str) -> bool:
        """Takes out an article and what rested on it alone; False if there is none of that key."""

    def derive(self) -> int:
        """Derives all facts again from the readings kept; returns their number. The result is the same tables."""

    # -- articles --

    def articles(self, *, since: Day | None = None, until: Day | None = None) -> list[ArticleRef]:
        """The articles kept, by publication date; with `since` or `until` only dated ones."""

    def find_articles(self, name: str) -> list[ArticleRef]:
        """Those called `name`: by key, id, file name or URL; all versions of a text if there are several."""

    def article(self, key: str) -> StoredArticle | None:
        """One article in full."""

    def facts_in(self, key: str) -> list[Fact]:
        """The facts that one article reports, with all their mentions, in the order of its records."""

    def counts(self) -> Counts:
        """How much there is."""

    def first_published(self) -> str | None:
        """The day of the oldest article."""

    def readers(self) -> dict[str, int]:
        """How many articles are kept with a reading by which version of the reader, by version."""

    # -- facts --

    def fact(self, id: str, *, known_by: Day | None = None) -> Fact | None:
        """One fact by its id."""

    def facts(
        self,
        *,
        parties: Iterable[str] = (),
        kinds: Iterable[Kind] = (),
        since: Day | None = None,
        until: Day | None = None,
        known_by: Day | None = None,
        reports: int | None = None,
    ) -> list[Fact]:
        """Facts whose parties hold all those named (any order), of the kinds named, whose own date may fall in the
        window: a month touches every day of it, a date of unknown year never counts as outside; facts without a date
        are left out only when a window is asked for. reports: see `facts_of`."""

    def facts_of_pair(self, a: str, b: str, *, known_by: Day | None = None) -> list[Fact]:
        """All that concerns two parties: facts whose parties hold both; statements by either side made in a story that
        speaks of it with the other alone, or whose words name the other; and the posts of either side that articles
        on the two name."""

    def facts_named(self, name: str, *, known_by: Day | None = None) -> list[Fact]:
        """Facts about a person, meeting series or instrument by any of its names or acronyms, in any case, with or
        without diacritics ("lavrov", "COC", "hoi nghi cap cao"): all words of `name` occur in one name of the fact."""

    def facts_of_names(self, names: Iterable[str], *, known_by: Day | None = None) -> list[Fact]:
        """Facts in which somebody or something is called one of these names, in full: for names that are spelt out."""

    def told(self) -> Told:
        """What people said of names of people and series: see `same_person`, `two_people` and `same_series`."""

    def agreements_told(self) -> AgreementsTold:
        """What people said of names of agreements: see `same_agreement` and `two_agreements`."""

    def ladder(self, a: str, b: str, *, as_of: Day, known_by: Day | None = None) -> list[Rung]:
        """The levels of relations of two parties as of a day, highest first, by what had been reported by `known_by`
        (the same day if left out)."""

    # -- facts without their reports: however many there are, an answer costs what it shows --

    def heads(
        self,
        *,
        parties: Iterable[str] = (),
        kinds: Iterable[Kind] = (),
        since: Day | None = None,
        until: Day | None = None,
        known_by: Day | None = None,
        order: HeadOrder = "date",
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Head]:
        """Facts whose parties hold all those named, of the kinds named, whose own date may fall in the window. Facts of
        unknown date or year are left out when a window is asked for. known_by: without those of which
        nothing was known by the day."""

    def count_facts(
        self,
        *,
        parties: Iterable[str] = (),
        kinds: Iterable[Kind] = (),
        since: Day | None = None,
        until: Day | None = None,
        known_by: Day | None = None,
    ) -> int:
        """How many `heads` would give without a limit."""

    def heads_known(
        self, *, parties: Iterable[str] = (), kinds: Iterable[Kind] = (), known_by: Day | None = None
    ) -> list[Head]:
        """The same with the slots that reports known by a day give, by id."""

    def meetings_by_year(self, party: str, *, known_by: Day | None = None) -> dict[str, int]:
        """How many meetings a party had in each year of which there are any, cancelled ones apart."""

    def names_with(self, *words: str) -> set[str]:
        """The names, folded, that facts bear and that hold all words of one of these (see `facts_named`)."""

    def spelt(self, names: Collection[str]) -> dict[str, str]:
        """Each of some folded names as a fact writes it."""

    def listed(self, names: Iterable[str]) -> list[Listed]:
        """The facts of `facts_of_names`, newest first, unknown days last, with nothing of them but where they stand."""

    def heads_of_names(self, names: Iterable[str]) -> list[Head]:
        """As `facts_of_names`, in no order."""

    def heads_of(self, ids: Sequence[str], *, kinds: Iterable[Kind] = (), known_by: Day | None = None) -> list[Head]:
        """The facts of these ids and kinds, in the order of the ids; those of which something was known by the day."""

    def facts_of(
        self,
        ids: Sequence[str],
        *,
        known_by: Day | None = None,
        reports: int | None = None,
        on_a_day: bool = False,
    ) -> list[Fact]:
        """The facts of these ids, in the order of the ids; ids of no fact are passed over. reports: of a fact with more
        reports than that the first three and the newest (see `Fact.cut`). on_a_day: only reports that count for a
        question about a day (see `pairing.counts_on_a_day`)."""

    def reported(
        self,
        heads: Sequence[Head],
        *,
        known_by: Day | None = None,
        reports: int | None = None,
        on_a_day: bool = False,
    ) -> list[Fact]:
        """Facts that `of_pair` gave for the same `known_by`, in this order, with their reports as in `facts_of`; those
        that are gone since are passed over."""

    # -- two parties: an answer about them costs what it shows, however much there is (see `banggiao.register.pairing`)
    #
    # as_of: what lies ahead of that day is left out. known_by: as everywhere.

    def of_pair(self, a: str, b: str, walks: Sequence[Walk], *, as_of: Day, known_by: Day | None = None) -> OfPair:
        """The facts of some parts, the highest rank first, with how many there are of each part (at a rank that a walk
        reaches) and how many articles speak of the two. Of a limited walk there may be some more than its limit, where
        the order on that day may have been another than that of today."""

    def articles_about(
        self, pairs: Collection[tuple[str, ...]], *, known_by: Day | None = None
    ) -> dict[tuple[str, ...], int]:
        """How many articles speak of both parties of each pair, without those that speak of very many parties."""

    def known_since(self, a: str, b: str) -> Day | None:
        """The first day on which an article is known to have spoken of the two."""

    def ends(self, heads: Iterable[Head], parties: Collection[str], *, known_by: Day | None = None) -> list[Head]:
        """Of the agreements with a name of their own among these facts: what tells that one of these parties, by itself
        or with others, refused, left or ended it, without what is given."""

    def rivals(self, heads: Iterable[Head], parties: Collection[str], *, known_by: Day | None = None) -> list[Fact]:
        """The facts that speak of the same thing as some of these, of which there can be only one, and say otherwise
        than others (see `banggiao.register.conflicts`), without their words. parties: whom they must all have."""

    def contested(self) -> list[Fact]:
        """The facts that say otherwise of one thing than others do (see `banggiao.register.conflicts`), without their
        words."""

    def facts_by_article(self, keys: Collection[str]) -> dict[str, list[str]]:
        """Key of each of some articles → the ids of the facts that it reports, in the order of its records."""

    def facts_by_record(self, key: str) -> dict[int, str]:
        """Number of each record of an article → the id of the fact that it reports; rejected ones are left out."""

    def newest(self, limit: int) -> list[str]:
        """The ids of facts that the newest articles were the first to report, newest first."""

    def last_arrival(self) -> int:
        """The moment at which the last article came (milliseconds since 1970, UTC); 0 where none did."""

    def arrived(self, after: int, limit: int) -> Arrived:
        """What has come since a moment (milliseconds since 1970, UTC), best one that `last_arrival` gave. An article
        that is read anew keeps the moment at which it came."""

    def newest_articles(self, limit: int, offset: int = 0) -> list[ArticleRef]:
        """Articles by day of publication, newest first, those without one last."""

    def state(self) -> int:
        """What differs whenever an article or a decision has come, gone or changed: for answers that are kept. It is
        found at once, however large the register."""

    def touched(self, since: int, until: int) -> frozenset[str] | None:
        """What the decisions between two states touched, in the words of `touched.py`; None where something else may
        have changed meanwhile."""

    def search(
        self,
        words: str,
        *,
        kinds: Collection[SearchKind] = (),
        limit: int = 20,
        prefix: bool = False,
        known_by: Day | None = None,
    ) -> Found:
        """Names, facts and articles that hold all words, in any case, with or without diacritics; words in quotation
        marks side by side. Any string is harmless, and one without a word finds nothing. kinds: none for all. limit:
        so many of each list. prefix: the last word is being typed still and may go on.

        Best first: all words in the title, side by side, with the diacritics that were typed; of equals the newest. Of
        many articles that hold the words the newest are ranked, and facts are looked for in the best of them.
        """

    # -- what people decide --
    #
    # Each is one transaction, kept with who, when (`at`, default: now) and why, and undone by `withdraw`. All raise
    # UsageError for a fact that the register does not hold (any more). `banggiao.register.decisions` says how a
    # decision survives reading anew.

    def accept(self, fact: str, *, by: str, why: str = "", at: datetime | None = None) -> Decision:
        """Confirms a fact: that its reports say so, and that it was so."""

    def reject(self, fact: str, *, by: str, why: str = "", at: datetime | None = None) -> Decision:
        """Takes a fact out: its reports do not say so, or are wrong. What later articles report is judged anew."""

    def correct(
        self, fact: str, slots: dict[str, Any], *, by: str, why: str = "", at: datetime | None = None
    ) -> Decision:
        """Sets slots of a fact (see `decisions.slots_from`), whatever its reports say or later ones will."""

    def merge(self, facts: Sequence[str], *, by: str, why: str = "", at: datetime | None = None) -> Decision:
        """Says that facts of one kind are one thing."""

    def split(
        self, fact: str, articles: Collection[str], *, by: str, why: str = "", at: datetime | None = None
    ) -> Decision:
        """Says that the reports of these articles (by key) are of another thing than the fact's other reports."""

    def add_by_hand(
        self,
        article: model.Article,
        record: model.Record,
        *,
        of: str = "",
        by: str,
        why: str = "",
        at: datetime | None = None,
    ) -> Decision:
        """Adds a fact with its source: `article.text` is the words that it rests on, the record's evidence lies in it.
        of: the key of the article of this register that the words are taken from, if they are."""

    def same_person(
        self, names: Sequence[str], *, party: str = "", by: str, why: str = "", at: datetime | None = None
    ) -> Decision:
        """Says that names are one person's (of this party, for display), whatever the rules of `person_names` find."""

    def two_people(
        self, names: Sequence[str], *, party: str = "", by: str, why: str = "", at: datetime | None = None
    ) -> Decision:
        """Says that each of these names is another person's."""

    def same_agreement(
        self, names: Sequence[str], *, parties: Collection[str] = (), by: str, why: str = "", at: datetime | None = None
    ) -> Decision:
        """Says that names are one agreement's, whatever the rules of `names` find; of these parties, if any are named:
        two others may have an agreement of either name. Spellings that the rules take for one of the names follow."""

    def two_agreements(
        self, names: Sequence[str], *, parties: Collection[str] = (), by: str, why: str = "", at: datetime | None = None
    ) -> Decision:
        """Says that each of these names is another agreement's, whatever the rules take for one by its words: takes
        back what was said before, and they are suggested no more."""

    def same_series(self, names: Sequence[str], *, by: str, why: str = "", at: datetime | None = None) -> Decision:
        """Says that names, however spelt, are one series' of meetings, whatever the rules of `meetings` find."""

    def two_series(self, names: Sequence[str], *, by: str, why: str = "", at: datetime | None = None) -> Decision:
        """Says that each of these names is another series'."""

    def withdraw(self, decision: str, *, by: str, why: str = "", at: datetime | None = None) -> Decision:
        """Takes a decision back; it stays on the list as withdrawn."""

    def decisions(
        self, *, article: str | None = None, fact: str | None = None, standing: bool = False
    ) -> list[Decision]:
        """The decisions, by time: all, those that rest on an article, those at work on a fact. standing: without those
        that were withdrawn."""

    def restore_decisions(self, decisions: Iterable[Decision]) -> int:
        """Takes in decisions of another register; those that are there already stay. Returns how many were new."""

    # -- where articles come from by themselves --

    def add_source(
        self, address: str, *, kind: SourceKind = "auto", allowed: Collection[str] = (), since: str | None = None
    ) -> bool:
        """Notes a feed, sitemap or page to be harvested (see `sources.Source`); False if it is there already."""

    def sources(self) -> list[Source]:
        """Those noted, in the order in which they were added."""

    def remove_source(self, address: str) -> bool:
        """Forgets a source; its articles stay. False if there is none of that address."""

    def take_source(self, address: str, *, by: str, seconds: float) -> bool:
        """Gives a source to the run `by` for so many seconds; again, it gives it longer. False if another has it."""

    def leave_source(self, source: Source, *, by: str) -> None:
        """Writes the state of a source after a run that holds it, and frees it."""

    def pages_known(self, keys: Collection[str]) -> dict[str, Page]:
        """What became of the pages of these keys, as far as they were seen."""

    def pages_failed(self, source: str, *, fewer_than: int) -> list[Page]:
        """The pages of a source that failed so far, with fewer tries than that."""

    def note_page(self, page: Page) -> None:
        """Writes what became of a page that gave no new article."""

    def keep_page(self, page: Page, article: model.Article, reading: model.Reading) -> Kept:
        """Keeps an article that came from a page, unless a page of the same paper with the same words came before; in
        one transaction."""

    def pages(self) -> list[Page]:
        """All pages seen, by key."""

    def restore_sources(self, sources: Iterable[Source], pages: Iterable[Page]) -> None:
        """Takes in those of another register; what is there already stays."""

    def restore_arrivals(self, moments: Mapping[str, int]) -> None:
        """Sets when articles came, by their keys."""

    # -- housekeeping --

    def close(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
