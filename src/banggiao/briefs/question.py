"""Questions to a register: from names and days to an answer as data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date as Day

from banggiao.briefs.answers import Brief, Dispute, Entry, Said, Source, Timeline, Verdict
from banggiao.briefs.choosing import About, Chosen, Reach, choose, choose_events
from banggiao.briefs.compose import compose_brief, compose_timeline, said_between
from banggiao.briefs.material import Fact, Numbering, Report, entries, entry, from_head
from banggiao.briefs.names import find_pair
from banggiao.briefs.topics import Spoken, by_topic
from banggiao.lexicon import Lexicon
from banggiao.register.api import ArticleRef, Mention, Register, Walk
from banggiao.register.api import Fact as KeptFact
from banggiao.register.conflicts import disagreements
from banggiao.register.names import instruments_of
from banggiao.register.pairing import Part
from banggiao.register.placing import fact_order

USUAL = Reach()
EVENTS = 100
"""So many of the latest entries a timeline holds, if nobody asks for more."""
REPORTS = 8
"""Of so many reports of each fact it gives the words."""

WORDS = 200
"""So many statements of each side, the latest, are looked at for the topics."""


def source(ref: ArticleRef) -> Source:
    """An article of the register as a source (not numbered yet)."""
    return Source(
        number=0,
        article=ref.id,
        title=ref.title,
        publisher=ref.publisher or ref.agency,
        url=ref.url,
        published=ref.published,
        published_basis=ref.published_basis,
        published_reason=ref.published_reason,
        key=ref.key,
    )


def _report(mention: Mention) -> Report:
    return Report(source(mention.article), mention.quotes, mention.record, mention.pairs)


def material(facts: Iterable[KeptFact], rivals: Iterable[KeptFact] | None = None) -> list[Fact]:
    """The register's facts as material for answers. rivals: the facts among which reports are seen to differ; None:
    these facts."""
    facts = list(facts)
    disputes = _disputes(facts if rivals is None else list(rivals))
    out: list[Fact] = []
    for fact in facts:
        reports = [_report(m) for m in fact.mentions]
        verdicts = [Verdict(d.action, d.by, d.made, d.why, tuple(d.slots)) for d in fact.decisions]
        found = disputes.get(fact.id, [])
        out.append(Fact(fact.id, fact.record, reports, fact.key, verdicts, found, fact.cut))
    return out


def _disputes(facts: list[KeptFact]) -> dict[str, list[Dispute]]:
    """By fact: where others of these facts contradict it."""
    out: dict[str, list[Dispute]] = {}
    for one in disagreements(facts):
        for claim in one.claims:
            others = tuple(other.value for other in one.claims if other is not claim)
            preferred = bool(one.reason) and claim is one.claims[0]
            better = tuple(fact.id for fact in one.claims[0].facts) if one.reason and not preferred else ()
            for fact in claim.facts:
                out.setdefault(fact.id, []).append(Dispute(one.slot, others, preferred, one.reason, better))
    return out


def brief(
    register: Register,
    lexicon: Lexicon,
    names: tuple[str, str],
    *,
    as_of: Day | None,
    known_by: Day | None,
    reach: Reach = USUAL,
) -> Brief:
    """Where two parties stand on a day (default: today), by what had been reported by `known_by` (default: that day).

    Raises UsageError for a name that no party bears, with the closest names.
    """
    about, by = _about(register, lexicon, names, as_of, known_by)
    chosen = choose(about, reach, instruments_of(lexicon, register.agreements_told()).identity)
    made = compose_brief(
        _loaded(about, chosen, reach.reports),
        about.pair,
        as_of=about.as_of,
        known_by=by,
        outcomes=chosen.outcomes,
        articles=chosen.articles,
        proofs=chosen.proofs,
    )
    made.totals = chosen.totals
    return made


def timeline(
    register: Register,
    lexicon: Lexicon,
    names: tuple[str, str],
    *,
    as_of: Day | None,
    known_by: Day | None,
    since: Day | None = None,
    until: Day | None = None,
    limit: int | None = EVENTS,
) -> Timeline:
    """What happened between two parties until a day, in order. Names and days as in `brief`. since, until: only what
    may have been in these days. limit: the latest so many; None: all, with all their reports."""
    about, by = _about(register, lexicon, names, as_of, known_by)
    chosen = choose_events(about, limit, since=since, until=until)
    facts = _loaded(about, chosen, REPORTS if limit is not None else None)
    made = compose_timeline(facts, about.pair, as_of=about.as_of, known_by=by)
    made.total = chosen.totals["entries"]
    return made


def happened(
    register: Register,
    lexicon: Lexicon,
    names: tuple[str, str],
    *,
    as_of: Day | None,
    known_by: Day | None,
    limit: int,
    points: int,
    reports: int = REPORTS,
) -> tuple[Timeline, list[Entry]]:
    """A timeline of the latest `limit` entries, and for a picture of it more of the latest and the targets, without
    their sources."""
    about, by = _about(register, lexicon, names, as_of, known_by)
    chosen = choose_events(about, points)
    pictured = compose_timeline(map(from_head, chosen.heads), about.pair, as_of=about.as_of, known_by=by).entries
    pictured += entries(map(from_head, about.walk(Walk(Part.target)).heads), Numbering())
    latest = _loaded(about, Chosen(chosen.heads[-limit:]), reports)
    made = compose_timeline(latest, about.pair, as_of=about.as_of, known_by=by)
    made.total = chosen.totals["entries"]
    return made, pictured


def spoken(
    register: Register, lexicon: Lexicon, names: tuple[str, str], *, as_of: Day | None, known_by: Day | None
) -> Spoken:
    """What two parties said by topic, of the latest `WORDS` of each side and of both together; names and days as in
    `brief`."""
    about, by = _about(register, lexicon, names, as_of, known_by)
    sides = (Part.said_together, Part.said_first, Part.said_second)
    heads = about.walk(*(Walk(part, WORDS) for part in sides)).heads
    facts = [from_head(head) for head in heads]
    said = said_between(facts, about.pair, as_of=about.as_of)
    topics = by_topic(
        Brief(parties=list(about.pair), as_of=about.as_of.isoformat(), known_by=by.isoformat(), articles=0, said=said)
    )
    ids = list(dict.fromkeys(word.said.fact for topic in topics for words in topic.words.values() for word in words))
    loaded = register.facts_of(ids, known_by=about.known_by, reports=REPORTS, on_a_day=about.known_by is not None)
    numbering = Numbering()
    made = {fact.id: entry(fact, numbering) for fact in material(loaded, ())}
    for topic in topics:
        topic.words = {
            who: [replace(word, said=found) for word in words if isinstance(found := made.get(word.said.fact), Said)]
            for who, words in topic.words.items()
        }
    return Spoken(topics, list(numbering.sources.values()))


def _about(
    register: Register, lexicon: Lexicon, names: tuple[str, str], as_of: Day | None, known_by: Day | None
) -> tuple[About, Day]:
    """Two parties on the day of a question, and the last day of the reports that count for it."""
    pair = find_pair(lexicon, *names)
    day = as_of or Day.today()  # noqa: DTZ011 - a person's own day
    by = known_by or day
    on_a_day = as_of is not None or known_by is not None
    return About(register, pair, day, by if on_a_day else None), by


def _loaded(about: About, chosen: Chosen, reports: int | None) -> list[Fact]:
    """The chosen facts with their reports, in the register's order."""
    heads = sorted(chosen.heads, key=fact_order)
    facts = about.register.reported(
        heads, known_by=about.known_by, reports=reports, on_a_day=about.known_by is not None
    )
    return material(facts, about.register.rivals(heads, about.pair, known_by=about.known_by))
