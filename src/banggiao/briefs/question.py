"""Questions to a register: from names and days to an answer as data."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Day

from banggiao.briefs.answers import Brief, Dispute, Source, Timeline, Verdict
from banggiao.briefs.compose import compose_brief, compose_timeline
from banggiao.briefs.material import Fact, Report
from banggiao.briefs.names import find_pair
from banggiao.lexicon import Lexicon
from banggiao.model import Record
from banggiao.register.api import ArticleRef, Mention, Register
from banggiao.register.api import Fact as KeptFact
from banggiao.register.conflicts import disagreements
from banggiao.register.names import Instruments
from banggiao.register.speaking import Mentions


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


def material(facts: Iterable[KeptFact], *, dated: bool = False) -> list[Fact]:
    """The register's facts as material for answers.

    dated: for a question about a day. What a teaser tells without a known year is then left out: a page saved later may
    carry teasers of later events, so nobody knows whether it was so by that day.
    """
    facts = list(facts)
    disputes = _disputes(facts)
    out: list[Fact] = []
    for fact in facts:
        fixed = any("date" in one.slots for one in fact.decisions)
        mentions = [m for m in fact.mentions if fixed or not (dated and m.record.story and _year_unknown(m.record))]
        if mentions:
            reports = [_report(m) for m in mentions]
            verdicts = [Verdict(d.action, d.by, d.made, d.why, tuple(d.slots)) for d in fact.decisions]
            found = disputes.get(fact.id, [])
            out.append(Fact(fact.id, fact.record, reports, key=fact.key, verdicts=verdicts, disputes=found))
    return out


def _disputes(facts: list[KeptFact]) -> dict[str, list[Dispute]]:
    """By fact: where others of these facts contradict it."""
    out: dict[str, list[Dispute]] = {}
    for one in disagreements(facts):
        for claim in one.claims:
            others = tuple(other.value for other in one.claims if other is not claim)
            preferred = bool(one.reason) and claim is one.claims[0]
            for fact in claim.facts:
                out.setdefault(fact.id, []).append(Dispute(one.slot, others, preferred, one.reason))
    return out


def _year_unknown(record: Record) -> bool:
    date = getattr(record, "date", None)
    return date is None or str(date).startswith("X")


def brief(
    register: Register, lexicon: Lexicon, names: tuple[str, str], *, as_of: Day | None, known_by: Day | None
) -> Brief:
    """Where two parties stand on a day (default: today), by what had been reported by `known_by` (default: that day).

    Raises UsageError for a name that no party bears, with the closest names.
    """
    return brief_and_timeline(register, lexicon, names, as_of=as_of, known_by=known_by)[0]


def brief_and_timeline(
    register: Register, lexicon: Lexicon, names: tuple[str, str], *, as_of: Day | None, known_by: Day | None
) -> tuple[Brief, Timeline]:
    """Both at once, from facts that are loaded once. Names and days as in `brief`."""
    pair = find_pair(lexicon, *names)
    day = as_of or Day.today()  # noqa: DTZ011 - a person's own day
    by = known_by or day
    on_a_day = as_of is not None or known_by is not None
    facts = material(register.facts_of_pair(*pair, known_by=by if on_a_day else None), dated=on_a_day)
    identity = Instruments(lexicon).identity
    made = compose_brief(facts, pair, as_of=day, known_by=by, speaks_of=Mentions(lexicon), identity=identity)
    return made, compose_timeline(facts, pair, as_of=day, known_by=by)


def timeline(
    register: Register, lexicon: Lexicon, names: tuple[str, str], *, as_of: Day | None, known_by: Day | None
) -> Timeline:
    """What happened between two parties until a day, in order. Names and days as in `brief`."""
    pair = find_pair(lexicon, *names)
    day = as_of or Day.today()  # noqa: DTZ011
    by = known_by or day
    on_a_day = as_of is not None or known_by is not None
    facts = material(register.facts(parties=pair, known_by=by if on_a_day else None), dated=on_a_day)
    return compose_timeline(facts, pair, as_of=day, known_by=by)
