"""One reading as a document: its records by kind, each with its sentences and how its date is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from banggiao import model
from banggiao.briefs.agreements import agreement_lines
from banggiao.briefs.answers import Entry, Holder, Occasion, Quote, Said, Source
from banggiao.briefs.compose import goal_of
from banggiao.briefs.document import Document, Group, Line, Section
from banggiao.briefs.layout import cut, entry_line, source_line
from banggiao.briefs.material import Fact, Numbering, Report, entry
from banggiao.briefs.words import Words
from banggiao.register.decisions import Decision
from banggiao.register.outcomes import Outcome
from banggiao.register.stance import Turn

KINDS = ("status", "meeting", "instrument", "target", "figure", "statement", "office")


_AROUND = 40  # characters shown before and behind a dropped candidate
# Lines of these kinds name their parties already, or name them in a way of their own.
_NAMES_PARTIES = (Holder, Occasion, Said)


def source_of(reading: model.Reading) -> Source:
    """The article of a reading, as a source (not numbered yet)."""
    return Source(
        number=0,
        article=reading.id,
        title=reading.title,
        publisher=reading.publisher or reading.agency,
        url=reading.url,
        published=reading.published,
        published_basis=reading.published_basis,
        published_reason=reading.published_reason,
    )


def record_line(record: model.Record, reading: model.Reading, text: str, words: Words, *, explain: bool) -> Line:
    """A record as a line: its slots, how its date is known, and on demand the rules that made it."""
    quotes = [(start, end, text[start:end]) for start, end in record.evidence]
    fact = Fact(id="", record=record, reports=[Report(source_of(reading), quotes, record)])
    made = entry(fact, Numbering())
    # Within one article "reported on" says nothing: only the record's own date is shown.
    made.reported = None
    for step in getattr(made, "steps", []):
        step.reported = None
    line = entry_line(made, words)
    line.sources = []
    line.quotes = _distinct(line.quotes)
    if isinstance(made, Said):  # its sentence stands beneath
        line.text = ""
    if record.parties and (made.__class__ not in _NAMES_PARTIES or getattr(record, "speaker", None)):
        line.notes.insert(0, words.parties(record.parties))
    elif isinstance(made, Holder):
        line.notes.insert(0, words.party(made.party))
    elif isinstance(made, Occasion) and made.mechanism and len(record.parties) <= 2:
        line.notes.insert(0, words.parties(record.parties))
    if record.date_basis == "resolved":
        reason = words.reason(record.date_reason)
        line.notes.append(
            words.say("date worked out: {reason}", reason=reason) if reason else words.say("date worked out")
        )
    if record.story:
        line.notes.append(words.say("from teaser {n}", n=record.story))
    if explain and record.rules:
        line.notes.append(words.say("rules: {names}", names=", ".join(record.rules)))
    return line


def reading_document(
    reading: model.Reading, text: str, words: Words, *, dropped: list[model.Dropped] | None = None
) -> Document:
    """The reading of an article whose text is `text`, for the terminal. `dropped`: the candidates that gave no record,
    where the reading is to be explained: then the rules of each record and the zones of the page are told as well."""
    say = words.say
    explain = dropped is not None
    document = Document(lang=words.lang, title=reading.title or reading.id, sources_title=say("Sources"))
    listed = source_line(source_of(reading), words)
    document.about = [listed.where]
    if reading.published and reading.published_basis and reading.published_basis != "derived":
        document.about.append(
            say("date of publication: {how}", how=words.label("published-basis", reading.published_basis))
        )
    document.about.append(words.count("{n} record", "{n} records", len(reading.records)))
    for kind in KINDS:
        lines = [
            record_line(record, reading, text, words, explain=explain)
            for record in reading.records
            if record.kind == kind
        ]
        if lines:
            document.sections.append(Section(key=kind, title=words.label("kind", kind), groups=[Group(lines=lines)]))
    if not reading.records:
        document.sections.append(Section(key="none", title="", empty=say("Nothing about relations between parties.")))
    if reading.notes:
        lines = [Line(head=note.message, text=_context(note, text)) for note in reading.notes]
        document.sections.append(Section(key="notes", title=say("Odd in the text"), groups=[Group(lines=lines)]))
    if dropped:
        lines = [_dropped_line(item, text, words) for item in dropped]
        document.sections.append(Section(key="dropped", title=say("Dropped candidates"), groups=[Group(lines=lines)]))
    if explain and reading.zones:
        document.sections.append(
            Section(key="zones", title=say("Zones of the page"), groups=[Group(lines=_zone_lines(reading, words))])
        )
    return document


def fact_line(made: Entry, words: Words) -> Line:
    """A fact as a line of a list in which parties vary: they are named."""
    line = entry_line(made, words)
    if made.parties and (not isinstance(made, _NAMES_PARTIES) or getattr(made, "speaker", None)):
        line.notes.insert(0, words.parties(made.parties))
    elif isinstance(made, Holder) and made.party:
        line.notes.insert(0, words.party(made.party))
    return line


def record_words(record: model.Record, words: Words) -> str:
    """What a record says, on one line: when, what."""
    line = entry_line(entry(Fact("", record, []), Numbering()), words)
    return ", ".join(part for part in (line.when, line.head, line.text) if part)


def facts_document(
    title: str,
    facts: list[Fact],
    words: Words,
    *,
    cap: int | None = None,
    ids: bool = False,
    outcomes: Mapping[str, tuple[Outcome, Fact | None]] | None = None,
    turned: Mapping[str, Turn] | None = None,
) -> Document:
    """All facts of one name as a document, by kind, `cap` lines of each (None: all), a line for all of one agreement.
    ids: each with its id, by which a decision names it. outcomes: a target's id → what became of it and the fact that
    shows it. turned: a statement's id → what its speaker had said on the other side before."""
    numbering = Numbering()
    outcomes = outcomes or {}
    document = Document(lang=words.lang, title=title, sources_title=words.say("Sources"))
    document.about = [words.count("{n} fact", "{n} facts", len(facts))]
    for kind in KINDS:
        of_kind = [fact for fact in facts if fact.record.kind == kind]
        if kind == "instrument":
            lines = agreement_lines(of_kind, numbering, words, ids=ids)
        else:
            lines = []
            for fact in of_kind:
                known = outcomes.get(fact.id)
                line = fact_line(goal_of(fact, *known, numbering) if known else entry(fact, numbering), words)
                if turn := (turned or {}).get(fact.id):
                    line.mark = True
                    line.notes.append(turn_words(turn, words))
                if ids:
                    line.notes.append(fact.id)
                lines.append(line)
        if lines:
            groups = [cut(lines, words, cap)]
            document.sections.append(Section(key=kind, title=words.label("kind", kind), groups=groups))
    document.sources = [source_line(source, words) for source in numbering.sources.values()]
    return document


def turn_words(turn: Turn, words: Words) -> str:
    """What had been said before, on the other side."""
    topic, act = words.label("topic", turn.topic), words.label("act", turn.act)
    return words.say("before on {topic}: {act} {date}", topic=topic, act=act, date=words.date(turn.date))


def decisions_document(decisions: list[Decision], words: Words) -> Document:
    """What people decided, a line each, latest first: what about, when, who, why, and whether it is at work."""
    say = words.say
    document = Document(lang=words.lang, title=say("Decisions"), sources_title=say("Sources"))
    document.about = [words.count("{n} decision", "{n} decisions", len(decisions))]
    lines = []
    for one in reversed(decisions):
        what, parties = _decided_on(one, words)
        notes = [words.parties(parties)] if parties else []
        if one.slots and one.action == "correct":
            notes.append(
                "; ".join(f"{words.label('slot', k)} → {_shown(one, k, v, words)}" for k, v in one.slots.items())
            )
        notes.append(say("by {who}", who=one.by))
        notes += [text for text in (one.why, words.label("decision-state", one.state), one.id) if text]
        if one.withdrawn:
            notes.append(say("withdrawn by {who} on {date}", who=one.withdrawn_by, date=words.date(one.withdrawn[:10])))
        head = words.label("verdict", one.action)
        lines.append(Line(when=words.date(one.made[:10]), head=head[:1].upper() + head[1:], text=what, notes=notes))
    document.sections = [Section(key="decisions", title="", groups=[Group(lines=lines)], empty=say("None yet."))]
    return document


def _decided_on(one: Decision, words: Words) -> tuple[str, list[str]]:
    """What a decision is about, in words, and the parties concerned."""
    if not one.anchors:
        whose = [one.slots["party"]] if one.slots.get("party") else one.slots.get("parties", [])
        return " – ".join(one.slots["names"]), whose
    record = one.anchors[0].record
    return record_words(record, words), list(record.parties)


def _shown(one: Decision, slot: str, value: object, words: Words) -> str:
    record = one.anchors[0].record if one.anchors else None
    return slot_words(record.kind if record else "", slot, value, getattr(record, "unit", None), words)


def slot_words(kind: str, slot: str, value: object, unit: str | None, words: Words) -> str:
    """What stands in a slot of a record, as a person reads it: dates, parties, amounts and codes in words."""
    if value is None:
        return "–"
    if isinstance(value, list):
        return "; ".join(words.party(str(item)) if slot == "parties" else str(item) for item in value)
    if slot in ("date", "until", "due", "period"):
        return words.date(str(value))
    if slot in ("party", "country"):
        return words.party(str(value))
    if isinstance(value, (int, float)):
        return words.amount(value, unit) if slot == "value" else str(value)
    if slot in model.CLOSED.get(kind, {}) or slot == "measure":
        return words.label("status-phase" if (kind, slot) == ("status", "phase") else slot, str(value))
    return str(value)


def _distinct(quotes: list[Quote]) -> list[Quote]:
    """The quotes without those whose words another one holds too."""
    longest_first = sorted(quotes, key=lambda quote: -len(quote.text))
    kept: list[Quote] = []
    for quote in longest_first:
        if not any(quote.text.casefold() in other.text.casefold() for other in kept):
            kept.append(quote)
    return sorted(kept, key=lambda quote: quote.start)


def _context(note: model.ReadingNote, text: str) -> str:
    return f"“{' '.join(text[note.span[0] : note.span[1]].split())}”" if note.span else ""


def _dropped_line(item: model.Dropped, text: str, words: Words) -> Line:
    """The candidate's kind, its words with a few before and behind, and why it gave no record."""
    start, end = item.span
    head, tail = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    quote = " ".join(f"{head.partition(' ')[2]}[{text[start:end]}]{tail.rpartition(' ')[0]}".split())
    return Line(head=words.label("kind", item.kind), text=f"“… {quote} …”", notes=[words.label("dropped", item.reason)])


def _zone_lines(reading: model.Reading, words: Words) -> list[Line]:
    size: Counter[str] = Counter()
    number: Counter[str] = Counter()
    for zone in reading.zones:
        size[zone.kind] += zone.end - zone.start
        number[zone.kind] += 1
    return [
        Line(head=kind, text=words.count("{n} character", "{n} characters", size[kind]) + f" ({number[kind]})")
        for kind in dict.fromkeys(zone.kind for zone in reading.zones)
    ]
