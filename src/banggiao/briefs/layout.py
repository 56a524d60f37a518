"""A brief or a timeline laid out as a document: which lines, in which words, how many of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TypeVar

from banggiao.briefs.answers import (
    Agreement,
    Brief,
    Entry,
    Goal,
    Holder,
    Measured,
    Occasion,
    Said,
    Source,
    Standing,
    Step,
    Timeline,
)
from banggiao.briefs.document import Document, Group, Line, Section, SourceLine
from banggiao.briefs.words import Words
from banggiao.register.api import Rung

E = TypeVar("E", bound=Entry)

SHOWN_PEOPLE = 5
QUOTE_LENGTH = 180


@dataclass(slots=True, frozen=True)
class Limits:
    """How many lines a section shows before it says how many more there are; None shows all."""

    meetings: int | None = 6
    agreements: int | None = 10
    goals: int | None = 8
    figures: int | None = 6
    said: int | None = 6
    holders: int | None = 10

    @classmethod
    def none(cls) -> Limits:
        return cls(None, None, None, None, None, None)


def brief_document(brief: Brief, words: Words, limits: Limits | None = None) -> Document:
    """The brief in words. `limits` caps the lists; without it the usual caps hold."""
    cap = limits or Limits()
    say = words.say
    document = Document(
        lang=words.lang,
        title=say("{parties}: where they stand", parties=words.parties(brief.parties)),
        about=[
            *_about(brief.as_of, brief.known_by, words),
            words.count("{n} article speaks of the two", "{n} articles speak of the two", brief.articles),
        ],
        sources=[source_line(source, words) for source in brief.sources],
        sources_title=say("Sources"),
        evidence_title=say("the words"),
    )
    total = brief.totals
    meetings = [
        _group(entries, occasion_line, words, cap.meetings, title, total.get(name, 0))
        for name, title, entries in (
            ("coming_meetings", say("Next"), brief.coming_meetings),
            ("past_meetings", say("Last"), brief.past_meetings),
        )
    ]
    said = []
    for who, entries in brief.said.items():
        lines = said_lines(entries, brief.parties if who == "both" else [who], words)
        title = say("Together") if who == "both" else words.party(who)
        said.append(cut(lines, words, cap.said, title, total.get(f"said {who}", 0) - len(entries)))
    holders = [
        _group(
            [h for h in brief.holders if h.party == party],
            holder_line,
            words,
            cap.holders,
            words.party(party),
            total.get(f"holders {party}", 0),
        )
        for party in dict.fromkeys(h.party for h in brief.holders)
    ]
    document.sections = [
        Section(
            key="relations",
            title=say("Where relations stand"),
            groups=[Group(lines=_standing_lines(brief, words))],
            empty=say("No report states a level of relations."),
        ),
        Section(key="meetings", title=say("Meetings"), groups=meetings, empty=say("No meeting is reported.")),
        Section(
            key="agreements",
            title=say("Agreements and their stage"),
            groups=[_group(brief.agreements, agreement_line, words, cap.agreements, total=total.get("agreements", 0))],
            empty=say("No agreement is reported."),
        ),
        Section(
            key="targets",
            title=say("Targets and what is due"),
            groups=[_group(brief.goals, goal_line, words, cap.goals, total=total.get("goals", 0))],
            empty=say("No target is reported."),
        ),
        Section(
            key="figures",
            title=say("Figures"),
            groups=[_group(brief.figures, figure_line, words, cap.figures, total=total.get("figures", 0))],
        ),
        Section(
            key="statements",
            title=say("What each side has said"),
            groups=said,
            empty=say("No statement is reported."),
            note=_carried_dates(said, words),
        ),
        Section(key="offices", title=say("Who holds which post"), groups=holders, empty=say("Nobody is named.")),
    ]
    for section in document.sections:
        section.groups = [group for group in section.groups if group.lines]
    document.sections = [s for s in document.sections if s.groups or s.empty]
    keep_shown_sources(document)
    return document


def timeline_document(timeline: Timeline, words: Words, limit: int | None = None, *, hint: str = "") -> Document:
    """The timeline in words, one section a year; of more than `limit` entries the latest are shown. hint: how to see
    the others, said where some are left out."""
    say = words.say
    cut = max(0, len(timeline.entries) - limit) if limit else 0
    hidden = cut + max(0, timeline.total - len(timeline.entries))
    document = Document(
        lang=words.lang,
        title=say("{parties}: timeline", parties=words.parties(timeline.parties)),
        about=_about(timeline.as_of, timeline.known_by, words),
        sources=[source_line(source, words) for source in timeline.sources],
        sources_title=say("Sources"),
        evidence_title=say("the words"),
    )
    if hidden:
        document.about.append(
            words.count(
                "{n} earlier or undated entry is left out", "{n} earlier or undated entries are left out", hidden
            )
        )
        if hint:
            document.about.append(hint)
    shown = timeline.entries[cut:]
    lines = _lines(shown, _event_line, words)
    for entry in shown:
        if entry.fact not in lines:
            continue
        date = entry.date if entry.date and entry.date[:4].isdigit() else entry.reported
        year = date[:4] if date else "unknown"
        title = year if date else say("Year unknown")
        if not document.sections or document.sections[-1].title != title:
            document.sections.append(Section(key=f"year-{year}", title=title, groups=[Group()]))
        document.sections[-1].groups[0].lines.append(lines[entry.fact])
    if not timeline.entries:
        document.sections = [Section(key="none", title="", empty=say("Nothing is reported."))]
    keep_shown_sources(document)
    return document


def keep_shown_sources(document: Document) -> None:
    """Leaves out sources that only lines beyond the caps rest on."""
    shown = {number for section in document.sections for line in section.lines for number in line.sources}
    document.sources = [source for source in document.sources if source.number in shown]


def _event_line(entry: Entry, words: Words) -> Line:
    """A timeline's line: an agreement's stage stands at its own time."""
    line = entry_line(entry, words)
    if isinstance(entry, Agreement):
        until = f", {words.say('until {date}', date=words.date(entry.until))}" if entry.until else ""
        line.when = _line(entry, words, head="", text="").when
        line.text = words.label("stage", entry.stage) + until
    return line


def source_line(source: Source, words: Words) -> SourceLine:
    """A source as listed: title, publisher, day."""
    day = words.date(source.published) if source.published else words.say("undated")
    if source.published and source.published_basis == "derived":
        day += f" ({words.say('derived: {reason}', reason=words.reason(source.published_reason))})"
    where = ", ".join(part for part in (source.publisher or "", day, f"#{source.article}") if part)
    return SourceLine(
        number=source.number, title=source.title or source.article, where=where, url=source.url, key=source.key
    )


# -- lines, one function a kind --------------------------------------------------------------------------------------


def entry_line(entry: Entry, words: Words) -> Line:
    """Any entry as one line, for a timeline."""
    for kind, make in _LINE_OF.items():
        if isinstance(entry, kind):
            return make(entry, words)
    raise TypeError(f"no line for {type(entry).__name__}")


def standing_line(entry: Standing, words: Words) -> Line:
    return _line(entry, words, head=words.label("level", entry.level), text=words.label("status-phase", entry.phase))


def occasion_line(entry: Occasion, words: Words) -> Line:
    head = entry.mechanism or words.label("form", entry.form)
    if entry.session and str(entry.session) not in head:
        head = words.say("{name}, session {n}", name=head, n=entry.session)
    country = words.party(entry.country) if entry.country else ""
    # a state that is one city is named once
    place = ", ".join(dict.fromkeys(part for part in (entry.city or "", country) if part))
    parts = [words.label("form", entry.form) if entry.mechanism and entry.form == "call" else "", place]
    if not entry.mechanism or len(entry.parties) > 2:
        parts.insert(0, words.parties(entry.parties))
    if entry.phase == "cancelled":
        parts.append(words.label("phase", "cancelled"))
    elif entry.phase == "planned":
        parts.append(words.label("phase", "planned") if entry.upcoming else words.say("planned; outcome not reported"))
    if entry.people:
        shown = ", ".join(entry.people[:SHOWN_PEOPLE])
        rest = len(entry.people) - SHOWN_PEOPLE
        parts.append(shown + (words.count(" and {n} other", " and {n} others", rest) if rest > 0 else ""))
    return _line(entry, words, head=_capital(head), text="; ".join(part for part in parts if part))


def agreement_line(entry: Agreement, words: Words) -> Line:
    of = {party for step in entry.steps for party in step.parties}
    text = _step_text(entry.steps[-1] if entry.steps else Step(stage=entry.stage, date=entry.date), words, of)
    earlier = [_step_text(step, words, of) for step in entry.steps[:-1]]
    line = _line(entry, words, head=entry.name, text=text)
    line.when = ""
    if earlier:
        line.notes.append(words.say("before: {steps}", steps="; ".join(earlier)))
    return line


def goal_line(entry: Goal, words: Words) -> Line:
    amount = words.amount(entry.value, entry.unit)
    line = _line(entry, words, head=words.label("measure", entry.measure), text=amount)
    line.when = words.date(entry.due) if entry.due else words.say("no date")
    if note := outcome_words(entry, words):
        line.notes.insert(0, note)
    line.mark = entry.outcome.state in ("due soon", "overdue", "missed")
    return line


def outcome_words(entry: Goal, words: Words) -> str:
    """What became of a target, and what shows it; "" for one that is simply open."""
    found = entry.outcome
    if found.state == "open":
        return ""
    state = words.label("target-state", found.state)
    if found.state == "extended" and found.date:
        return words.say("{state} to {date}", state=state, date=words.date(found.date))
    if found.reason:
        state = words.label("outcome", found.reason)
    amount = words.amount(found.value, entry.unit)
    date = words.date(found.date) if found.date else ""
    proof = f"{amount} ({date})" if amount and date else amount or date
    return f"{state}: {proof}" if proof else state


def figure_line(entry: Measured, words: Words) -> Line:
    line = _line(entry, words, head=words.label("measure", entry.measure), text=words.amount(entry.value, entry.unit))
    if entry.period:
        line.when = words.date(entry.period)
    return line


def said_line(entry: Said, words: Words) -> Line:
    who = entry.speaker or words.parties(entry.parties)
    quote = shorten(entry.quotes[0].text) if entry.quotes else ""
    return _line(entry, words, head=f"{who} {words.label('act', entry.act)}", text=f"“{quote}”" if quote else "")


def said_lines(entries: Sequence[Said], parties: Sequence[str], words: Words) -> list[Line]:
    """Statements under the heading of who speaks: one line for one sentence of one speaker, however many acts it holds;
    the heading's party is not said again, other parties that speak along are."""
    lines: dict[tuple[object, ...], Line] = {}
    acts: dict[tuple[object, ...], list[str]] = {}
    for position, entry in enumerate(entries):
        words_of = (entry.quotes[0].source, entry.quotes[0].text) if entry.quotes else (position,)
        key = (entry.speaker, *sorted(entry.parties), *words_of)
        act = words.label("act", entry.act)
        if key not in lines:
            lines[key] = said_line(entry, words)
            acts[key] = []
            others = [party for party in entry.parties if party not in parties]
            if others:
                lines[key].notes.insert(0, words.say("with {parties}", parties=", ".join(map(words.party, others))))
        else:
            line = lines[key]
            line.sources = sorted({*line.sources, *entry.sources})
            line.facts.append(entry.fact)
            line.quotes += [quote for quote in entry.quotes if quote not in line.quotes]
        if act not in acts[key]:
            acts[key].append(act)
        lines[key].head = _capital(" ".join(part for part in (entry.speaker, ", ".join(acts[key])) if part))
    return list(lines.values())


def holder_line(entry: Holder, words: Words) -> Line:
    line = _line(entry, words, head=entry.person, text=words.label("role", entry.role))
    line.when = ""
    if entry.role in _VAGUE_ROLES and entry.title:
        line.text = entry.title
    first, last = entry.first_seen, entry.last_seen
    if first and last:
        seen = words.date(last) if first == last else f"{words.date(first)} – {words.date(last)}"
        line.notes.insert(0, words.say("so named {date}", date=seen))
    return line


# -- parts -----------------------------------------------------------------------------------------------------------

# The code says too little of these posts ("minister" of what?): the article's own words are shown.
_VAGUE_ROLES = {"minister", "deputy-minister", "senior-official", "other"}

# The reader's reason for a statement's date that is no more than the day of what the article reports: true of nearly
# every statement, so that a brief says it once and not on each line.
_OCCASION = ("the day of the report's occasion", "the occasion that the report dates")

_LINE_OF: dict[type[Entry], Callable[..., Line]] = {
    Standing: standing_line,
    Occasion: occasion_line,
    Agreement: agreement_line,
    Goal: goal_line,
    Measured: figure_line,
    Said: said_line,
    Holder: holder_line,
}


def _standing_lines(brief: Brief, words: Words) -> list[Line]:
    """One line a level: since when, in force by which report, who wants what."""
    lines = []
    for level in dict.fromkeys(entry.level for entry in brief.standings):
        entries = [entry for entry in brief.standings if entry.level == level]
        if any(entry.phase in ("established", "in-force") for entry in entries):
            entries = [entry for entry in entries if entry.phase not in ("proposed", "agreed")]
        line = Line(head=words.label("level", level), mark=any(entry.current for entry in entries))
        parts = []
        dated = {entry.phase for entry in entries if entry.date}
        here = {entry.fact for entry in entries}
        for entry in entries:
            label = words.label("status-phase", entry.phase)
            told = here.intersection(entry.better)
            _merge(line, entry, words, notes=not told)
            if told or (entry.phase == "established" and entry.phase in dated and not entry.date):
                continue  # the better date says it
            if entry.date:
                parts.append(words.say("{what} {date}", what=label, date=words.date(entry.date)))
            elif entry.reported:
                parts.append(words.say("{what} (reported {date})", what=label, date=words.date(entry.reported)))
            else:
                parts.append(label)
        line.text = "; ".join(parts)
        line.notes += doubts(entries[0], words)
        if line.cut:
            given = (len(one.sources) if one.reports is None else one.reports for one in entries)
            line.notes.append(report_count(sum(given), words))
        lines.append(line)
    return lines


def doubts(level: Standing | Rung, words: Words) -> list[str]:
    """Why two parties do not stand at a level that is named."""
    if level.outnumbered:
        return [words.say("most reports name: {level}", level=words.label("level", level.outnumbered))]
    return [words.say("hardly any report names it")] if level.thin else []


def _lines(entries: Sequence[E], make: Callable[[E, Words], Line], words: Words) -> dict[str, Line]:
    """By fact a line. What is held for the worse where reports differ has none of its own where the better is shown,
    whose line names it: a session that one report puts a day earlier took place once."""
    worse = {entry.fact for entry in entries if entry.better}
    here = {entry.fact for entry in entries} - worse
    lines: dict[str, Line] = {}
    merged: list[tuple[str, E]] = []
    for entry in entries:
        if better := next((fact for fact in entry.better if fact in here), None):
            merged.append((better, entry))
        else:
            lines[entry.fact] = make(entry, words)
    for better, entry in merged:
        _merge(lines[better], entry, words, notes=False)
    return lines


def _merge(line: Line, entry: Entry, words: Words, *, notes: bool = True) -> None:
    line.sources = sorted({*line.sources, *entry.sources})
    line.facts.append(entry.fact)
    line.cut = line.cut or entry.reports is not None
    line.quotes += [quote for quote in entry.quotes if quote not in line.quotes]
    if notes:
        line.notes += [note for note in _asides(entry, words) if note not in line.notes]


def _line(entry: Entry, words: Words, *, head: str, text: str) -> Line:
    when = ""
    if entry.date:
        when = words.date(entry.date)
    elif entry.reported:
        when = words.say("reported {date}", date=words.date(entry.reported))
    return Line(
        when=when,
        head=head,
        text=text,
        notes=_notes(entry, words),
        sources=list(entry.sources),
        quotes=list(entry.quotes),
        facts=[entry.fact],
        cut=entry.reports is not None,
    )


def _carried_dates(groups: list[Group], words: Words) -> str:
    """Takes the note that a statement bears the day of its article's occasion off each line, to be said once."""
    carried = {words.say("date derived: {reason}", reason=words.reason(reason)) for reason in _OCCASION}
    noted = [line for group in groups for line in group.lines if carried & set(line.notes)]
    for line in noted:
        line.notes = [note for note in line.notes if note not in carried]
    return (
        words.say("Words without a day of their own bear the day of the occasion that the article reports.")
        if noted
        else ""
    )


def _notes(entry: Entry, words: Words) -> list[str]:
    """What is said beside an entry: its asides, and how many reports there are where not all are given."""
    return _asides(entry, words) + ([report_count(entry.reports, words)] if entry.reports is not None else [])


def _asides(entry: Entry, words: Words) -> list[str]:
    """How the date of an entry is known, what people decided, where other reports differ."""
    return _date_notes(entry, words) + _verdict_notes(entry, words) + dispute_notes(entry, words)


def report_count(number: int, words: Words) -> str:
    """How many reports there are, in words."""
    return words.count("{n} report", "{n} reports", number)


def _date_notes(entry: Entry | Step, words: Words) -> list[str]:
    if entry.date_basis == "derived" and entry.date_reason:
        return [words.say("date derived: {reason}", reason=words.reason(entry.date_reason))]
    return [words.say("date derived")] if entry.date_basis == "derived" else []


def _verdict_notes(entry: Entry, words: Words) -> list[str]:
    """What people decided about a fact, a note each: what, who, and why if they said so."""
    notes = []
    for verdict in entry.verdicts:
        if verdict.action == "correct":
            slots = ", ".join(words.label("slot", slot) for slot in verdict.slots)
            note = words.say("corrected by {who}: {slots}", who=verdict.by, slots=slots)
        else:
            note = words.say("{what} by {who}", what=words.label("verdict", verdict.action), who=verdict.by)
        notes.append(f"{note} – {verdict.why}" if verdict.why else note)
    return notes


def claim_words(value: str | float, slot: str, unit: str | None, words: Words) -> str:
    """What reports say of one slot, in words."""
    if slot == "value":
        return words.amount(float(value), unit)
    if slot == "date":
        return words.date(str(value))
    if slot == "country":
        return words.party(str(value))
    return words.label("phase", str(value)) if slot == "phase" else str(value)


def dispute_notes(entry: Entry, words: Words) -> list[str]:
    """Where other reports say otherwise, and why they are not preferred, or are."""
    notes = []
    unit = entry.unit if isinstance(entry, (Goal, Measured)) else None
    for one in entry.disputes:
        others = ", ".join(claim_words(value, one.slot, unit, words) for value in one.others)
        note = words.say("other reports: {others}", others=others)
        if one.reason:
            why = words.label("preferred" if one.preferred else "not-preferred", one.reason)
            note += f" ({why})"
        notes.append(note)
    return notes


def _step_text(step: Step, words: Words, parties: Collection[str]) -> str:
    """parties: of the agreement. Of its end it is said whose doing it was, if not that of all."""
    text = words.label("stage", step.stage)
    if step.stage == "rejected" and step.parties and set(step.parties) != set(parties):
        text = words.say("{what}, by {who}", what=text, who=words.parties(step.parties))
    if step.date:
        text = words.say("{what} {date}", what=text, date=words.date(step.date))
    elif step.reported:
        text = words.say("{what} (reported {date})", what=text, date=words.date(step.reported))
    if step.until:
        text += ", " + words.say("until {date}", date=words.date(step.until))
    return text


def _group(
    entries: Sequence[E],
    make: Callable[[E, Words], Line],
    words: Words,
    cap: int | None,
    title: str = "",
    total: int = 0,
) -> Group:
    """total: how many entries there are, of which these stand first."""
    return cut([*_lines(entries, make, words).values()], words, cap, title, total - len(entries))


def cut(lines: list[Line], words: Words, cap: int | None, title: str = "", beyond: int = 0) -> Group:
    """The first lines; beyond: how many the answer leaves out besides those that it has."""
    hidden = max(0, len(lines) - cap if cap is not None else 0) + max(0, beyond)
    more = words.count("and {n} more", "and {n} more", hidden) if hidden else ""
    return Group(title=title, lines=lines[:cap], more=more)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _about(as_of: str, known_by: str, words: Words) -> list[str]:
    about = [words.say("as of {date}", date=words.date(as_of))]
    if known_by != as_of:
        about.append(words.say("from reports published by {date}", date=words.date(known_by)))
    return about


def shorten(text: str, length: int = QUOTE_LENGTH) -> str:
    """The text on one line, cut at a word's end with an ellipsis where it is longer than `length` characters."""
    flat = " ".join(text.split())
    if len(flat) <= length:
        return flat
    return flat[: flat.rfind(" ", 0, length) if " " in flat[:length] else length].rstrip(" ,;:.") + " …"
