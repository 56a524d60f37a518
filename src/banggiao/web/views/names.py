"""A person, a series of meetings, an agreement: everything that is known under a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Day
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from banggiao import edtf
from banggiao.briefs.data import fact_data
from banggiao.briefs.document import Line
from banggiao.briefs.material import Numbering, from_head
from banggiao.briefs.people import people_document
from banggiao.briefs.stages import in_turn
from banggiao.briefs.words import Words
from banggiao.model import Instrument
from banggiao.register import Fact, Head, Listed
from banggiao.register.api import SearchKind
from banggiao.register.facts import folded_names
from banggiao.register.names import Instruments, instruments_of
from banggiao.register.pairing import NEVER
from banggiao.register.people import Person, Term, people_of
from banggiao.register.suggestion import Because
from banggiao.web import language
from banggiao.web.answers import as_json
from banggiao.web.asking import AskedDays, Days
from banggiao.web.desk import Desk, desk, page
from banggiao.web.failing import MissingError
from banggiao.web.listing import REPORTS, as_of, lines_of, lines_of_ids, named, sources_of
from banggiao.web.turning import turning

router = APIRouter()
SHOWN = 40
"""Lines of one kind on a page; the table of facts has them all."""
BROUGHT = 12
"""For so many of the latest sessions the page tells what they brought."""
SAID = 12
_NAMED = 40
"""Of so many reports of a post the names and titles are told."""
MOST = 1_000
"""Facts of one answer to a program."""
_STATEMENTS: tuple[SearchKind, ...] = ("statement",)

Name = Annotated[str, Query(min_length=1, max_length=300)]


@dataclass(slots=True, frozen=True)
class Written:
    """The name by which a person or an agreement is shown, and the others in reports, each with why it is taken for the
    same. parties: whose; of an agreement all."""

    kind: Literal["person", "agreement"]
    name: str
    parties: Sequence[str]
    others: Sequence[tuple[str, Because]]


@dataclass(slots=True)
class Session:
    """A meeting of a series and the agreements that its day brought."""

    fact: Fact
    line: Line
    brought: list[Line]


def known(at: Desk, name: str, days: Days) -> list[Listed]:
    """The facts under any name that the lexicon has for the thing, newest first, as of a day. Raises MissingError where
    there are none at all."""
    if found := named(at, name):
        return as_of(at, found, days)
    raise MissingError(f"The register holds nothing of {name!r}.", hint="Look for a part of the name.")


@router.get("/person", response_class=HTMLResponse, include_in_schema=False)
def person(request: Request, name: Name, days: AskedDays) -> Response:
    """Posts through time, meetings, statements."""
    return _sections(request, "person", name, days, ("office", "meeting", "statement"))


@router.get("/series", response_class=HTMLResponse, include_in_schema=False)
def series(request: Request, name: Name, days: AskedDays) -> Response:
    """Sessions in order, newest first, and what each brought."""
    at = desk(request)
    facts = known(at, name, days)
    by = days.reported_by
    words = at.words(language.of(request))
    numbering = Numbering()
    held = _latest_sessions(at, [one for one in facts if one.kind == "meeting"])
    meetings = at.register.facts_of([head.id for head in held], known_by=by, reports=REPORTS)
    brought = _brought(at, meetings[:BROUGHT], days)
    sessions = [
        Session(fact, line, lines_of(brought.get(fact.id, ()), numbering, words))
        for fact, line in zip(meetings, lines_of(meetings, numbering, words), strict=True)
    ]
    others = lines_of_ids(at, [one.id for one in facts if one.kind != "meeting"][:SHOWN], numbering, words, by)
    shown = [*(line for one in sessions for line in (one.line, *one.brought)), *others]
    return page(
        request,
        "series.html.j2",
        name=name,
        names=list(dict.fromkeys([name, *at.lexicon.other_names(name), *_said_to_be(at, name)])),
        sessions=sessions,
        others=others,
        sources=sources_of(shown, numbering, words),
        **turning(at, days),
    )


@router.get("/instrument", response_class=HTMLResponse, include_in_schema=False)
def instrument(request: Request, name: Name, days: AskedDays) -> Response:
    """Its stages in order, who said what of it, documents of like name."""
    at = desk(request)
    facts = known(at, name, days)
    by = days.reported_by
    words = at.words(language.of(request))
    numbering = Numbering()
    stages = at.register.heads_of([one.id for one in facts if one.kind == "instrument"])[::-1]
    key = _main_key(stages)
    life = [fact.id for fact in in_turn(from_head(head) for head in stages if head.key == key)]
    told_of = at.register.facts_of(life[:SHOWN], known_by=by, reports=REPORTS)
    people_said = at.register.agreements_told()
    told = [other for one in people_said.same if name in one.names for other in sorted(one.names)]
    names = list(dict.fromkeys([name, *at.lexicon.other_names(name), *told]))
    quoted = f'"{names[0]}"'
    found = at.memory.get(
        ("said of", quoted, by), lambda: at.register.search(quoted, kinds=_STATEMENTS, limit=SAID, known_by=by)
    )
    heads_said = days.hold(at.register.heads_of([hit.id for hit in found.facts], known_by=by))
    said = lines_of_ids(at, [head.id for head in heads_said], numbering, words, by)
    of_it = lines_of(told_of, numbering, words)
    linked, rest = (
        lines_of_ids(at, some[:SHOWN], numbering, words, by)
        for some in (
            [head.id for head in stages if head.key != key],
            [one.id for one in facts if one.kind not in ("instrument", "statement")],
        )
    )
    return page(
        request,
        "instrument.html.j2",
        name=name,
        names=[other for other in names if other != name],
        written=_written(told_of, instruments_of(at.lexicon, people_said)),
        stages=of_it,
        linked=linked,
        targets=rest,
        said=said,
        sources=sources_of([*of_it, *linked, *rest, *said], numbering, words),
        **turning(at, days),
    )


@router.get("/api/names", tags=["questions"], summary="Everything known of a person, series or agreement")
def data(request: Request, name: Name, days: AskedDays) -> Response:
    at = desk(request)
    ids = [one.id for one in known(at, name, days)[:MOST]]
    facts = at.register.facts_of(ids, known_by=days.reported_by)
    return as_json([fact_data(fact) for fact in facts])


def _sections(request: Request, kind: str, name: str, days: Days, first: tuple[str, ...]) -> Response:
    """A page of all facts by kind, those named first leading."""
    at = desk(request)
    facts = known(at, name, days)
    words = at.words(language.of(request))
    numbering = Numbering()
    kinds = dict.fromkeys((*first, *(fact.kind for fact in facts)))
    sections = []
    people: list[Person] = []
    for each in kinds:
        of_it = [one.id for one in facts if one.kind == each]
        if each == "office":
            people = _people(at, of_it[:SHOWN], days)
            made = _posts(people, numbering, words)
        else:
            made = lines_of_ids(at, of_it[:SHOWN], numbering, words, days.reported_by)
        sections.append((each, len(of_it), made))
    shown = [line for _, _, lines in sections for line in lines]
    return page(
        request,
        "name.html.j2",
        name=name,
        kind=kind,
        written=[Written("person", one.name, [one.party], list(one.why.items())) for one in people],
        sections=[section for section in sections if section[2]],
        sources=sources_of(shown, numbering, words),
        **turning(at, days),
    )


def _people(at: Desk, ids: Sequence[str], days: Days) -> list[Person]:
    """Who held these posts, as of a day."""
    offices = at.register.facts_of(ids, known_by=days.reported_by, reports=_NAMED)
    people = people_of(offices, at.lexicon, at.register.told())
    if days.as_of:
        for person in people:
            person.terms[:] = [_until(term, days.as_of) for term in person.terms if not _begins_after(term, days.as_of)]
    return people


def _posts(people: Sequence[Person], numbering: Numbering, words: Words) -> list[Line]:
    """Posts through time, a line each; of several people of like name each bears its holder."""
    document = people_document(list(people), words, numbering=numbering)
    lines = []
    for group in (group for section in document.sections for group in section.groups):
        for line in group.lines:
            if len(people) > 1:
                line.text, line.head = line.head, group.title
            lines.append(line)
    return lines


def _begins_after(term: Term, day: Day) -> bool:
    begin = edtf.bounds(term.since) if term.since else None
    return begin is not None and begin[0] > day


def _until(term: Term, day: Day) -> Term:
    """The post as of a day: that it ended later is not known yet."""
    end = edtf.bounds(term.until) if term.until else None
    return replace(term, until="") if end and end[0] > day else term


def _latest_sessions(at: Desk, meetings: Sequence[Listed]) -> list[Head]:
    """The newest sessions, newest first; one without a day stands where it was first reported."""
    # Twice as many as are shown: what has a month or a year alone is put in its place when its record is known.
    near = sorted(meetings, key=_listed_order, reverse=True)[: 2 * SHOWN]
    return sorted(at.register.heads_of([one.id for one in near]), key=_session_order, reverse=True)[:SHOWN]


def _listed_order(meeting: Listed) -> int:
    return meeting.day or (meeting.known if meeting.known < NEVER else 0)


def _said_to_be(at: Desk, name: str) -> list[str]:
    """The other names that somebody said are those of a series, as reports write them."""
    own = set(folded_names([name]))
    each = [set(folded_names(names)) for names in at.register.told().series.same]
    return sorted(at.register.spelt({other for names in each if own & names for other in names - own}).values())


def _session_order(fact: Head) -> tuple[str, int]:
    date = getattr(fact.record, "date", None) or fact.first_reported or ""
    return date if date[:1].isdigit() else "", getattr(fact.record, "session", None) or 0


def _brought(at: Desk, meetings: Sequence[Fact], days: Days) -> dict[str, list[Fact]]:
    """By meeting: the agreements whose stage bears its day, by the reports of the meeting."""
    keys = {meeting.id: [mention.article.key for mention in meeting.mentions[:3]] for meeting in meetings}
    told = at.register.facts_by_article({key for some in keys.values() for key in some})
    ids = sorted({id for some in told.values() for id in some})
    near = days.hold(at.register.heads_of(ids, kinds=("instrument",), known_by=days.reported_by))
    dates = {head.id: getattr(head.record, "date", None) for head in near}
    same: dict[str, list[str]] = {}
    for meeting in meetings:
        date = getattr(meeting.record, "date", None)
        here = dict.fromkeys(id for key in keys[meeting.id] for id in told.get(key, ()))
        same[meeting.id] = [id for id in here if date and dates.get(id) == date]
    wanted = list(dict.fromkeys(id for some in same.values() for id in some))
    facts = {fact.id: fact for fact in at.register.facts_of(wanted, known_by=days.reported_by, reports=REPORTS)}
    return {meeting: [facts[id] for id in some if id in facts] for meeting, some in same.items()}


def _written(life: Sequence[Fact], instruments: Instruments) -> list[Written]:
    """The names of an agreement, from its stages; nothing where there are none."""
    if not life:
        return []
    main = max(life, key=lambda fact: fact.reports).record
    assert isinstance(main, Instrument)
    names = {m.record.name for fact in life for m in fact.mentions if isinstance(m.record, Instrument)} - {main.name}
    found = [(name, because) for name in names if (because := instruments.because(name, main.name, main.parties))]
    others = sorted(found, key=lambda one: (-one[1].score, one[0]))
    return [Written("agreement", main.name, sorted(set(main.parties)), others)]


def _main_key(stages: list[Head]) -> str:
    """The key that most of the reports bear."""
    count: dict[str, int] = {}
    for fact in stages:
        count[fact.key] = count.get(fact.key, 0) + fact.reports
    return max(count, key=lambda key: (count[key], key), default="")
