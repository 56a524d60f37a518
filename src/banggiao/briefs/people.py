"""People as an answer: a person's posts in order, or a post through time."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date as Day
from typing import Any

from banggiao import edtf
from banggiao.briefs.document import Document, Group, Line, Section
from banggiao.briefs.layout import source_line
from banggiao.briefs.listing import Asked, facts_asked
from banggiao.briefs.material import Numbering, entry
from banggiao.briefs.question import material
from banggiao.briefs.words import Words
from banggiao.errors import UsageError
from banggiao.lexicon import Lexicon
from banggiao.register.api import Fact, Register
from banggiao.register.people import VAGUE_ROLES, Person, Term, people_of
from banggiao.register.placing import ROLES
from banggiao.register.suggestion import Because


def check_roles(roles: Collection[str]) -> None:
    """Raises UsageError for a role that there is not."""
    if unknown := sorted(set(roles) - set(ROLES)):
        raise UsageError(f"There is no role {unknown[0]!r}.", hint=f"The roles: {', '.join(ROLES)}.")


def people_asked(
    register: Register,
    lexicon: Lexicon,
    names: tuple[str, ...] = (),
    *,
    roles: Collection[str] = (),
    as_of: Day | None = None,
    known_by: Day | None = None,
) -> list[Person]:
    """The people whose posts answer: of any of these parties, or called so; with posts of these roles alone; as_of:
    with the posts alone that had begun by then and are not known to have ended before."""
    found = people_of(_offices(register, lexicon, names, known_by), lexicon, register.told())
    out = []
    for person in found:
        terms = [t for t in person.terms if (not roles or t.role in roles) and (as_of is None or _held(t, as_of))]
        if terms:
            out.append(replace(person, terms=terms))
    return out


def _offices(register: Register, lexicon: Lexicon, names: tuple[str, ...], known_by: Day | None) -> list[Fact]:
    """The posts of any of these parties or people."""
    found: dict[str, Fact] = {}
    questions: list[tuple[str, ...]] = [(name,) for name in names] or [()]
    for asked in questions:
        facts = facts_asked(register, lexicon, Asked(kinds=("office",), names=asked, known_by=known_by))
        found |= {fact.id: fact for fact in facts if fact.kind == "office"}
    return list(found.values())


def person_data(person: Person) -> dict[str, Any]:
    """A person as one object: names with the reason for each, posts with their times by reports and by the lexicon."""
    return {
        "kind": "person",
        "party": person.party,
        "name": person.name,
        "names": [{"name": n} | (because_data(person.why[n]) if n in person.why else {}) for n in person.names],
        "posts": [
            {
                "role": term.role,
                "title": term.title,
                "first_seen": term.first_seen,
                "last_seen": term.last_seen,
                "since": term.since or None,
                "until": term.until or None,
                "reports": term.reports,
                "thin": person.is_thin(term),
                "facts": [fact.id for fact in term.facts],
            }
            for term in person.terms
        ],
    }


def because_data(because: Because) -> dict[str, Any]:
    """Why a name is a person's: the reason, how surely (0 to 1), and the other name that it goes by, if any."""
    return {"why": because.reason, "score": because.score} | ({"by": because.by} if because.by else {})


def people_document(
    people: list[Person],
    words: Words,
    *,
    by_role: bool = False,
    cap: int | None = None,
    numbering: Numbering | None = None,
) -> Document:
    """A section a party; in it a group a person with a line a post, or (by_role) a group a post with a line a holder,
    in order of time. cap: so many groups of a party. numbering: of a page on which more than this stands."""
    numbering = numbering or Numbering()
    document = Document(lang=words.lang, title=words.label("kind", "office"), sources_title=words.say("Sources"))
    document.about = [words.count("{n} person", "{n} persons", len(people))]
    for party in dict.fromkeys(person.party for person in people):
        theirs = [person for person in people if person.party == party]
        groups = _by_role(theirs, words, numbering) if by_role else _by_person(theirs, words, numbering)
        hidden = max(0, len(groups) - cap) if cap else 0
        section = Section(key=f"people-{party}", title=words.party(party), groups=groups[:cap] if cap else groups)
        if hidden:
            section.note = words.count("and {n} more", "and {n} more", hidden)
        document.sections.append(section)
    document.sources = [source_line(source, words) for source in numbering.sources.values()]
    return document


def _by_person(people: Iterable[Person], words: Words, numbering: Numbering) -> list[Group]:
    groups = []
    for person in people:
        others = [name for name in person.names if name != person.name]
        title = person.name + (f" ({', '.join(others)})" if others else "")
        groups.append(
            Group(
                title=title, lines=[_line(person, term, _post(term, words), words, numbering) for term in person.terms]
            )
        )
    return groups


def _by_role(people: Iterable[Person], words: Words, numbering: Numbering) -> list[Group]:
    held: dict[str, list[tuple[Term, Person]]] = {}
    for person in people:
        for term in person.terms:
            held.setdefault(term.role, []).append((term, person))
    groups = []
    for role in sorted(held, key=ROLES.index):
        ordered = sorted(held[role], key=lambda one: (edtf.sort_key(one[0].since or one[0].first_seen), one[1].name))
        lines = []
        for term, person in ordered:
            line = _line(person, term, person.name, words, numbering)
            if role in VAGUE_ROLES:
                line.text = _post(term, words)
            lines.append(line)
        groups.append(Group(title=words.label("role", role), lines=lines))
    return groups


def _line(person: Person, term: Term, head: str, words: Words, numbering: Numbering) -> Line:
    """A post: its known time in the column, else when reports so called its holder."""
    made = [entry(fact, numbering) for fact in material(term.facts)]
    line = Line(
        head=head,
        sources=sorted({number for one in made for number in one.sources}),
        quotes=[quote for one in made for quote in one.quotes],
        facts=[one.fact for one in made],
    )
    if term.since:
        line.when = words.date(f"{term.since}/{term.until or '..'}")
        line.notes.append(words.say("term from the list of office-holders"))
    if term.first_seen and term.last_seen:
        first, last = words.date(term.first_seen), words.date(term.last_seen)
        line.notes.append(words.say("so named {date}", date=first if first == last else f"{first} – {last}"))
    if person.is_thin(term):
        line.notes.append(words.say("hardly any report names it"))
    return line


def _post(term: Term, words: Words) -> str:
    return term.title if term.role in VAGUE_ROLES and term.title else words.label("role", term.role)


def _held(term: Term, day: Day) -> bool:
    begin = edtf.bounds(term.since or term.first_seen or "") if term.since or term.first_seen else None
    end = edtf.bounds(term.until) if term.until else None
    return (begin is None or begin[0] <= day) and (end is None or end[1] >= day)
