"""People as the register knows them: who a party's people are, by which names, in which posts from when to when.

Posts come from `office` facts. Names of one party are unified by `person_names` without parts of names: a family name
in another post may be another person's. Two posts of one name are one person's unless their times speak against it:
see `_together`. What is left open is suggested for a person to decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date as Day

from banggiao import edtf
from banggiao.lexicon import Lexicon, fold
from banggiao.lexicon.model import HeldPost
from banggiao.model import Office
from banggiao.register.api import Fact
from banggiao.register.person_names import NOTHING_TOLD, Told, alike, likeness, suggestions, unify_people
from banggiao.register.romanise import words
from banggiao.register.suggestion import SAID, Because, Suggestion

VAGUE_ROLES = frozenset({"minister", "deputy-minister", "senior-official", "other"})
"""Roles of which a party has many at once: the title tells them apart."""

_BESIDE: frozenset[str] = frozenset(
    {"party-chief", "deputy-head-of-government", "senior-official", "other", "minister"}
)
"""Posts that are often held beside another: a deputy prime minister who is foreign minister."""
_APART_DAYS = 180
"""Two posts that one name holds for longer at once, neither of them one held beside others, are two people's. Half a
year: articles call people by their last post for some months."""
_THIN = 50
"""Of so many reports one may err about a post."""
_GENERATION_YEARS = 30
"""Between posts of one person lies no more."""


@dataclass(slots=True, frozen=True)
class Term:
    """A post of a person. first_seen, last_seen: days of the first and the last report in which somebody was so called
    (None where no report has a date). since, until: EDTF, as the lexicon knows them ("" where it does not say)."""

    role: str
    title: str
    first_seen: str | None
    last_seen: str | None
    facts: list[Fact]
    since: str = ""
    until: str = ""

    @property
    def reports(self) -> int:
        return sum(fact.reports for fact in self.facts)

    @property
    def bounds(self) -> tuple[Day, Day] | None:
        """From the first to the last day on which the post is known to have been held by reports."""
        first = edtf.bounds(self.first_seen) if self.first_seen else None
        last = edtf.bounds(self.last_seen) if self.last_seen else None
        return (first[0], last[1]) if first and last else None


@dataclass(slots=True, frozen=True)
class Person:
    """Somebody. names: all in which reports name the person, the fullest first. why: for each other name, why it is
    taken for the same person's. reports: how many there are of all posts, also where `terms` are some."""

    party: str
    name: str
    names: list[str]
    terms: list[Term]
    why: dict[str, Because] = field(default_factory=dict)
    reports: int = 0

    def is_thin(self, term: Term) -> bool:
        """Whether hardly any of the reports that name the person give this post, nor does the lexicon: somebody else's
        beside whom the person stands, or a slip."""
        return not term.since and term.reports * _THIN <= self.reports


def people_of(facts: Iterable[Fact], lexicon: Lexicon, told: Told = NOTHING_TOLD) -> list[Person]:
    """The people who hold the posts of these facts of kind `office`, by party, then by their first post."""
    by_party: dict[str, list[tuple[Fact, Office]]] = {}
    for fact in facts:
        record = fact.record
        if isinstance(record, Office):
            by_party.setdefault(record.party or "|".join(sorted(record.parties)), []).append((fact, record))
    listed: dict[tuple[str, str], list[HeldPost]] = {}
    for known in lexicon.people:
        for form in {fold(form) for form in (known.name, *known.forms)}:
            listed.setdefault((known.party, form), []).extend(known.posts)
    out: list[Person] = []
    for party in sorted(by_party):
        votes: Counter[str] = Counter()
        for fact, record in by_party[party]:
            votes[record.person] += fact.reports
        names = unify_people(votes, told, parts=False, votes=votes)
        groups: dict[str, list[tuple[Fact, Office]]] = {}
        for fact, record in by_party[party]:
            groups.setdefault(names[record.person], []).append((fact, record))
        found = [
            person
            for name in sorted(groups)
            for person in _people(party, name, groups[name], listed.get((party, fold(name)), ()), told)
        ]
        out += sorted(found, key=lambda p: (_first(p.terms), p.name))
    return out


def suggested(facts: Iterable[Fact], lexicon: Lexicon, told: Told = NOTHING_TOLD) -> list[Suggestion]:
    """What these facts of kind `office` leave for a person to decide, likeliest first."""
    people = people_of(facts, lexicon, told)
    by_party: dict[str, list[Person]] = {}
    for person in people:
        by_party.setdefault(person.party, []).append(person)
    out: list[Suggestion] = []
    for party, theirs in by_party.items():
        for found in suggestions((p.name for p in theirs), told):
            out.append(Suggestion("merge", party, [found.one, found.two], found.score, found.reason))
        bearers: dict[str, int] = {}
        for person in theirs:
            bearers[person.name] = bearers.get(person.name, 0) + 1
        out += (
            Suggestion("namesakes", party, [name], 0.5, "two posts at one time, or a generation apart")
            for name, n in bearers.items()
            if n > 1
        )
    return sorted(out, key=lambda s: (-s.score, s.party, s.names))


def _people(
    party: str, name: str, posts: Sequence[tuple[Fact, Office]], listed: Sequence[HeldPost], told: Told
) -> list[Person]:
    """The bearers of a name: one, if the times of the posts allow it."""
    by_post: dict[tuple[str, str], list[tuple[Fact, Office]]] = {}
    for fact, record in posts:
        title = fold(record.title) if record.role in VAGUE_ROLES else ""
        by_post.setdefault((record.role, title), []).append((fact, record))
    terms = sorted((_term(found, listed) for found in by_post.values()), key=lambda t: (_start(t), t.role))
    bearers: list[list[Term]] = []
    for term in terms:
        home = next((one for one in bearers if all(_together(term, other) for other in one)), None)
        if home is None:
            bearers.append([term])
        else:
            home.append(term)
    out = []
    for held in bearers:
        names = {m.record.person for t in held for f in t.facts for m in f.mentions if isinstance(m.record, Office)}
        names |= {f.record.person for t in held for f in t.facts if isinstance(f.record, Office)}
        others = sorted(names - {name}, key=lambda n: (-len(words(n)), n))
        why = {n: _why(n, name, others, told) for n in others}
        out.append(Person(party, name, [name, *others], held, why, sum(term.reports for term in held)))
    return out


def _why(one: str, name: str, others: Iterable[str], told: Told) -> Because:
    """Why a name is a person's who is called `name`, or one of the others that are taken for the same person's."""
    if any({one, name} <= names for names in told.same):
        return SAID
    if found := likeness(one, name):
        return Because(found.score, found.reason)
    if any(one in names for names in told.same):
        return SAID
    near = [(like, other) for other in (name, *others) if other != one and (like := alike(one, other))]
    like, by = max(near, key=lambda pair: (pair[0].score, pair[1]), default=(None, ""))
    return Because(like.score, like.reason, "" if by == name else by) if like else Because(0.0, "by way of other names")


def _term(posts: Sequence[tuple[Fact, Office]], listed: Sequence[HeldPost]) -> Term:
    reported = sorted(day for fact, _ in posts for day in (fact.first_reported, fact.last_reported) if day)
    role = posts[0][1].role
    titles: dict[str, int] = {}
    for fact, record in posts:
        if record.title:
            titles[record.title] = titles.get(record.title, 0) + fact.reports
    title = max(titles, key=lambda t: (titles[t], len(t), t), default="")
    known = next(
        (post for post in listed if post.role == role and _within(post.since, post.until, reported)),
        None,
    )
    return Term(
        role,
        title,
        reported[0] if reported else None,
        reported[-1] if reported else None,
        [fact for fact, _ in posts],
        since=known.since if known else "",
        until=(known.until or "") if known else "",
    )


def _within(since: str | None, until: str | None, reported: Sequence[str]) -> bool:
    """Whether the reports fall into a post's known time, so that the term is that one."""
    if not reported:
        return True
    first, last = edtf.bounds(reported[0]), edtf.bounds(reported[-1])
    begin, end = (edtf.bounds(since) if since else None), (edtf.bounds(until) if until else None)
    return not ((begin and last and last[1] < begin[0]) or (end and first and first[0] > end[1]))


def _together(a: Term, b: Term) -> bool:
    """Whether one person may hold both."""
    one, two = a.bounds, b.bounds
    if one is None or two is None:
        return True
    gap = max(one[0], two[0]) - min(one[1], two[1])
    if gap.days > _GENERATION_YEARS * 365:
        return False
    if a.role in _BESIDE or b.role in _BESIDE:
        return True
    return -gap.days <= _APART_DAYS


def _start(term: Term) -> tuple[int, str]:
    return edtf.sort_key(term.first_seen or term.since or None)


def _first(terms: Sequence[Term]) -> tuple[int, str]:
    return min(map(_start, terms), default=(0, ""))
