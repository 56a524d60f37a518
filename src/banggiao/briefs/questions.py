"""A register's questions from Python, one method for each of the command line.

    with banggiao.open_register("press.sqlite") as register:
        ask = banggiao.Questions(register)
        ask.brief("ASEAN", "Nga", as_of="2018-08-10").standings
        [banggiao.as_data(fact) for fact in ask.meetings("ASEAN", since="2018-01-01")]

Answers are the described objects of `banggiao.register.api`, `banggiao.register` and `banggiao.briefs.answers`;
`as_data` turns one into what the command's `--json` prints of it.

Names are parties by any name, or words of a person's, series' or agreement's name; a fact must be of all of them.
Days are `datetime.date` or text (`2018-08-10`). as_of: what was so, and known, by that day (default: today, with all
reports). known_by: use only what had been reported by then. since, until: the window in which a fact's own date may
fall. A day that does not exist, and a name that a pair needs and nobody bears, raise UsageError.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date as Day
from typing import Any

import msgspec

from banggiao.briefs import question
from banggiao.briefs.answers import Brief, Timeline
from banggiao.briefs.choosing import Reach
from banggiao.briefs.data import fact_data, found_data
from banggiao.briefs.disputes import dispute_data
from banggiao.briefs.listing import Asked, facts_asked, outcomes_of
from banggiao.briefs.people import check_roles, people_asked, person_data
from banggiao.briefs.standing import ladders, rung_data
from banggiao.briefs.suggestions import suggestions_asked
from banggiao.errors import UsageError
from banggiao.lexicon import Lexicon, load
from banggiao.register.api import Fact, Kind, Register, Rung, SearchKind
from banggiao.register.conflicts import KINDS, Disagreement, disagreements
from banggiao.register.hits import Found
from banggiao.register.outcomes import Outcome
from banggiao.register.outlets import Outlet, outlets
from banggiao.register.people import Person
from banggiao.register.suggestion import Suggestion

When = Day | str | None
"""A day, as a date or as text."""


@dataclass(slots=True, frozen=True)
class Level:
    """A level of the relation of these parties (codes, in order), as of the day of the question."""

    parties: tuple[str, ...]
    rung: Rung


@dataclass(slots=True, frozen=True)
class Undertaking:
    """A target, and what became of it by the day of the question."""

    fact: Fact
    outcome: Outcome


class Questions:
    """What a register answers. register: stays open and the caller's to close; lexicon: the shipped one if left out."""

    def __init__(self, register: Register, lexicon: Lexicon | None = None) -> None:
        self.register = register
        self.lexicon = lexicon or load()

    # -- two parties --

    def brief(
        self, a: str, b: str, *, as_of: When = None, known_by: When = None, reach: Reach = question.USUAL
    ) -> Brief:
        """Where two parties stand: relations, meetings, agreements, targets, figures, words, posts. reach: how much of
        each (`totals` says how much there is); `Reach.none()` for all."""
        return question.brief(
            self.register,
            self.lexicon,
            (a, b),
            as_of=_day(as_of, "as_of"),
            known_by=_day(known_by, "known_by"),
            reach=reach,
        )

    def timeline(
        self,
        a: str,
        b: str,
        *,
        since: When = None,
        until: When = None,
        as_of: When = None,
        known_by: When = None,
        limit: int | None = question.EVENTS,
    ) -> Timeline:
        """What happened between two parties, in order: the latest `limit` (None: all)."""
        return question.timeline(
            self.register,
            self.lexicon,
            (a, b),
            as_of=_day(as_of, "as_of"),
            known_by=_day(known_by, "known_by"),
            since=_day(since, "since"),
            until=_day(until, "until"),
            limit=limit,
        )

    # -- lists of facts, by date, those without one last --

    def status(
        self, *names: str, since: When = None, until: When = None, as_of: When = None, known_by: When = None
    ) -> list[Level]:
        """The levels of relations of each pair, highest first."""
        facts = self._facts(("status",), names, since=since, until=until, as_of=as_of, known_by=known_by)
        day, by = _day(as_of, "as_of"), _day(known_by, "known_by")
        found = ladders(self.register, facts, day or Day.today(), known_by=by or day)  # noqa: DTZ011 - a person's own
        return [Level(parties, rung) for parties, rungs in found.items() for rung in rungs]

    def meetings(
        self,
        *names: str,
        place: str | None = None,
        since: When = None,
        until: When = None,
        as_of: When = None,
        known_by: When = None,
    ) -> list[Fact]:
        """Meetings, past and planned; place: only those held in this city or country."""
        return self._facts(("meeting",), names, place=place, since=since, until=until, as_of=as_of, known_by=known_by)

    def agreements(
        self, *names: str, since: When = None, until: When = None, as_of: When = None, known_by: When = None
    ) -> list[Fact]:
        """The stages of agreements; those of one share their `key`."""
        return self._facts(("instrument",), names, since=since, until=until, as_of=as_of, known_by=known_by)

    def targets(
        self,
        *names: str,
        states: Collection[str] = (),
        since: When = None,
        until: When = None,
        as_of: When = None,
        known_by: When = None,
    ) -> list[Undertaking]:
        """Targets with what became of them; since, until: their due date; states: only in these (`open`, `due soon`,
        `met`, `missed`, `overdue`, `extended`)."""
        facts = self._facts(("target",), names, since=since, until=until, as_of=as_of, known_by=known_by)
        found = self._undertakings(facts, _day(as_of, "as_of"), _day(known_by, "known_by"))
        return [one for one in found if not states or one.outcome.state in states]

    def statements(
        self,
        *names: str,
        topic: str | None = None,
        since: When = None,
        until: When = None,
        as_of: When = None,
        known_by: When = None,
    ) -> list[Fact]:
        """Who said what; topic: by a word for it in either language, or its code."""
        return self._facts(("statement",), names, topic=topic, since=since, until=until, as_of=as_of, known_by=known_by)

    def figures(
        self, *names: str, since: When = None, until: When = None, as_of: When = None, known_by: When = None
    ) -> list[Fact]:
        """Figures; since, until: of the period that they measure."""
        return self._facts(("figure",), names, since=since, until=until, as_of=as_of, known_by=known_by)

    def changes(self, since: When, *names: str) -> list[Fact | Undertaking]:
        """Facts that were first reported on this day or later; targets with what became of them."""
        facts = self._facts((), names, reported_since=since)
        targets = [fact for fact in facts if fact.kind == "target"]
        became = {one.fact.id: one for one in self._undertakings(targets, None, None)}
        return [became.get(fact.id, fact) for fact in facts]

    def conflicts(self, *names: str, as_of: When = None, known_by: When = None) -> list[Disagreement]:
        """Where reports differ about one thing, and which is preferred and why."""
        return disagreements(self._facts(KINDS, names, as_of=as_of, known_by=known_by))

    # -- people, words, outlets --

    def people(
        self, *names: str, roles: Collection[str] = (), as_of: When = None, known_by: When = None
    ) -> list[Person]:
        """People with their posts through time: of any of these parties, or called so. Raises UsageError for a role
        that there is not."""
        check_roles(roles)
        return people_asked(
            self.register,
            self.lexicon,
            names,
            roles=roles,
            as_of=_day(as_of, "as_of"),
            known_by=_day(known_by, "known_by"),
        )

    def suggestions(self, *names: str) -> list[Suggestion]:
        """Names that may be one person's or one agreement's, or one name of two people, for somebody to decide."""
        return suggestions_asked(self.register, self.lexicon, names)

    def search(
        self, words: str, *, kinds: Collection[SearchKind] = (), limit: int = 10, known_by: When = None
    ) -> Found:
        """Names, facts and articles that hold all words, with or without diacritics, best first."""
        return self.register.search(words, kinds=kinds, limit=limit, known_by=_day(known_by, "known_by"))

    def sources(self) -> list[Outlet]:
        """The outlets that the articles come from, those of most articles first."""
        return outlets(self.register.articles())

    def _undertakings(self, targets: list[Fact], as_of: Day | None, known_by: Day | None) -> list[Undertaking]:
        day = as_of or Day.today()  # noqa: DTZ011
        found = outcomes_of(self.register, self.lexicon, targets, as_of=day, known_by=known_by or as_of)
        return [Undertaking(fact, found[fact.id]) for fact in targets]

    def _facts(self, kinds: tuple[Kind, ...], names: tuple[str, ...], **asked: Any) -> list[Fact]:
        days: dict[str, Any] = {name: _day(asked.pop(name), name) for name in _DAYS if name in asked}
        return facts_asked(self.register, self.lexicon, Asked(kinds=kinds, names=names, **days, **asked))


_DAYS = ("since", "until", "as_of", "known_by", "reported_since")


def as_data(answer: Any) -> Any:
    """An answer of `Questions`, or a part of one, as plain data: what `--json` prints of it. Lists become lists."""
    match answer:
        case list() | tuple():
            return [as_data(one) for one in answer]
        case Fact():
            return fact_data(answer)
        case Undertaking():
            return fact_data(answer.fact, answer.outcome)
        case Level():
            return rung_data(answer.parties, answer.rung)
        case Disagreement():
            return dispute_data(answer)
        case Person():
            return person_data(answer)
        case Found():
            return found_data(answer)
        case Outlet():
            return asdict(answer) | {"independence": round(answer.independence, 3)}
        case Mapping() | str() | int() | float() | None:
            return answer
    return msgspec.to_builtins(answer)


def _day(given: When, name: str) -> Day | None:
    if not isinstance(given, str):
        return given
    try:
        return Day.fromisoformat(given)
    except ValueError:
        raise UsageError(f"{name}={given!r}: there is no such day.", hint="Write it as 2018-08-02.") from None
