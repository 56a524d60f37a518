"""Meetings: occasions on which parties met, meet or will meet; one record an occasion.

Each word for an occasion in a sentence gives a candidate with what the sentence says of it: parties, people, date,
place, session, the name of the conference, and whether it lies ahead. Candidates of one story that can be the same
occasion are joined: same kind of form, parties of which one set holds the other, dates and sessions that agree. What
is then without date, place, session and people was only mentioned and gives nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from banggiao import edtf
from banggiao.model import Meeting
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence
from banggiao.reading.meeting_names import conference_name, session_of
from banggiao.reading.pairs import leading, pair_anaphor_in, pair_at, story_pair
from banggiao.reading.parties import mentions_in, parties_in

_GROUPS = {"talks": "talks", "summit": "summit", "visit": "visit", "call": "call"}
_DATE_REACH = 22  # units between an occasion and its date
_YEAR_REACH = 4  # a bare year farther off dates something else
_SIGN_REACH = 10


@dataclass(slots=True)
class Occasion:
    """What one or more sentences say of one occasion."""

    form: str
    story: int
    sentence: int
    parties: list[str]
    people: list[str] = field(default_factory=list)
    phase: str = "held"
    date: DateMention | None = None
    city: str | None = None
    country: str | None = None
    mechanism: str | None = None
    acronym: str | None = None
    body: str | None = None
    session: int | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    explicit: bool = False
    """The words themselves name its parties, not only the context."""

    @property
    def group(self) -> str:
        return _GROUPS.get(self.form, "conference")


def find_meetings(doc: Document) -> None:
    """Adds one Meeting for each occasion of each story."""
    occasions: list[Occasion] = []
    for sentence in doc.sentences:
        partners = _plus_one(doc, sentence)
        for candidate in [*partners, *_candidates(doc, sentence)]:
            if partners and candidate.parties == partners[0].parties[:1] and not candidate.body:
                continue  # "một loạt hội nghị giữa ASEAN …": the series, whose members were found
            home = next((o for o in reversed(occasions) if _same(o, candidate)), None)
            if home:
                _join(home, candidate)
            elif _stands(candidate):
                occasions.append(candidate)
    _places_of_visits(occasions)
    told = [o for o in occasions if _told(doc, o)]
    first = len(doc.records)
    doc.facts["sessions"] = {first + i: (o.body, o.session) for i, o in enumerate(told) if o.body and o.session}
    doc.records += [_record(o) for o in told]


def _plus_one(doc: Document, sentence: Sentence) -> list[Occasion]:
    """ "ASEAN + 1 với Nhật Bản, Nga …": an occasion with each partner that the sentence names."""
    for unit in doc.units("party", sentence.first, sentence.last - 2):
        host = doc.entry(unit, "party")
        if host is None or doc.norms[unit + 1 : unit + 3] != ["+", "1"]:
            continue
        partners = [code for code in doc.facts["sentence-parties"][sentence.index] if code != host.id]
        first = unit - 1 if doc.entry(unit - 1, "occasion") else unit
        out: list[Occasion] = []
        for partner in partners:
            occasion = Occasion("ministerial", sentence.story, sentence.index, [host.id, partner], explicit=True)
            occasion.mechanism = " ".join(doc.surface(first, unit + 3).split())
            occasion.rules = ["meeting.plus-one"]
            _fill(doc, sentence, occasion, first, unit + 3)
            occasion.people = []
            out.append(occasion)
        return out
    return []


def _candidates(doc: Document, sentence: Sentence) -> list[Occasion]:
    out: list[Occasion] = []
    last = sentence.first
    starts = {*doc.units("occasion", last, sentence.last), *doc.units("body", last, sentence.last)}
    for unit in sorted(starts):
        entry = doc.entry(unit, "occasion", "body")
        if unit < last or entry is None or (entry.cls == "body" and not entry.attrs.get("form")):
            continue
        last = unit + 1
        occasion = Occasion(str(entry.attrs["form"]), sentence.story, sentence.index, [])
        if entry.cls == "body" or entry.attrs.get("noun"):
            name = conference_name(doc, sentence, unit)
            if name is None or (entry.attrs.get("numbered") and name.session is None):
                continue
            occasion.form = name.form
            occasion.mechanism, occasion.acronym, occasion.body = name.title, name.acronym, name.body
            occasion.session, last = name.session, name.last
            occasion.parties = list(name.parties)
            occasion.explicit = bool(name.parties)
            occasion.rules = [f"meeting.{'body' if entry.cls == 'body' else 'conference'}"]
        else:
            occasion.rules = [f"meeting.{occasion.form}"]
            if doc.entry(min(unit + 1, sentence.last - 1), "session-word"):
                occasion.session = session_of(doc, sentence, unit + 1)[0]
        _fill(doc, sentence, occasion, unit, last)
        out.append(occasion)
    return out


def _fill(doc: Document, sentence: Sentence, occasion: Occasion, first: int, last: int) -> None:
    occasion.spans = [(sentence.start, sentence.end)]
    people = [
        p
        for p in doc.facts.get("people", ())
        if sentence.first <= p.first < sentence.last and p.person and "spokesperson" not in p.person.roles
    ]
    if occasion.form == "visit":
        _visit(doc, sentence, occasion, first, last)
    elif not occasion.parties and occasion.group == "conference":
        occasion.parties = _circle(doc, sentence, first, last)
    elif not occasion.parties:
        occasion.parties = _met(doc, sentence, first, last)
    if occasion.group in ("talks", "call") or (occasion.form == "summit" and len(occasion.parties) == 2):
        for person in people:
            if person.person and person.party in occasion.parties:
                _add(occasion.people, person.person.name)
    elif occasion.form == "visit":
        for person in people:
            if person.person and person.party and occasion.parties and person.party == occasion.parties[0]:
                _add(occasion.people, person.person.name)
    elif occasion.group == "conference" or occasion.form == "summit":
        for person in people:
            if person.person and _takes_part(doc, sentence, person.first, person.last, first, last):
                _add(occasion.people, person.person.name)
    occasion.date = _date(doc, sentence, first, last)
    if occasion.form != "visit":
        _place(doc, sentence, occasion, first, last)
    occasion.phase = _phase(doc, sentence, occasion, first)


def _add(items: list[str], item: str) -> None:
    if item not in items:
        items.append(item)


def _takes_part(doc: Document, sentence: Sentence, first: int, last: int, start: int, end: int) -> bool:
    """A person takes part in a conference where a word of attending stands between the two."""
    low, high = (last, start) if last <= start else (end, first)
    return any(doc.entry(unit, "attend") for unit in range(max(low - 4, sentence.first), min(high + 4, sentence.last)))


def _circle(doc: Document, sentence: Sentence, first: int, last: int) -> list[str]:
    """Whose conference it is where its name does not say: a dyad beside it, the two sides, an organisation that leads
    the story. The states of those who take part do not make it theirs."""
    for mention in mentions_in(doc, max(sentence.first, first - 8), min(sentence.last, last + 10)):
        if mention.how in ("dyad", "list") and len(mention.codes) >= 2:
            return list(mention.codes)
    if pair_anaphor_in(doc, sentence.first, sentence.last) is not None and (pair := pair_at(doc, first)):
        return list(pair)
    parties = doc.lexicon.parties
    heads = [code for code in leading(doc, sentence.story) if parties[code].kind not in ("state", "territory")]
    codes = doc.facts["sentence-parties"][sentence.index]
    if heads and heads[0] in codes:
        return heads[:1]
    pair = story_pair(doc, sentence.story)
    return list(pair) if pair and set(codes) == set(pair) else heads[:1]


def _met(doc: Document, sentence: Sentence, first: int, last: int) -> list[str]:
    """The parties that met: a dyad beside the word, the sides of the people in the sentence, the two sides."""
    near = mentions_in(doc, max(sentence.first, first - 8), min(sentence.last, last + 10))
    sides = [p.party for p in doc.facts.get("people", ()) if sentence.first <= p.first < sentence.last and p.party]
    sides = list(dict.fromkeys(side for side in sides if side))
    if len(sides) >= 2:
        return sides[:3]
    for mention in near:
        if mention.how in ("dyad", "list") and len(mention.codes) >= 2:
            return list(mention.codes)
    codes = list(doc.facts["sentence-parties"][sentence.index])
    if len(codes) == 2:
        return codes
    if pair_anaphor_in(doc, sentence.first, sentence.last) is not None and (pair := pair_at(doc, first)):
        return list(pair)
    if len(codes) > 2:
        nearby = [c for m in near if m.how != "place" for c in m.codes]
        return list(dict.fromkeys([*sides, *nearby]))[:2]
    return codes


def _visit(doc: Document, sentence: Sentence, occasion: Occasion, first: int, last: int) -> None:
    """Who goes where: the first party after the word is the host, the other one the guest."""
    ahead = list(mentions_in(doc, last, min(sentence.last, last + 8)))
    host = next(
        (m for m in ahead if doc.entry(m.first - 1, "of") is None and m.how in ("name", "place", "metonym")), None
    )
    guests = [p.party for p in doc.facts.get("people", ()) if sentence.first <= p.first < sentence.last and p.party]
    others = [code for code in [*guests, *parties_in(doc, sentence.first, sentence.last)] if code]
    if host is None:
        pair = pair_at(doc, first)
        guest = others[0] if others else None
        if guest is None:
            return
        other = next((c for c in [*(pair or ()), *others] if c != guest), None)
        occasion.parties = [guest, other] if other else [guest]
        occasion.country = other if other and len(other) == 3 else None
        return
    if host.how == "list" or any(m.how == "list" and m.first == host.first for m in ahead):
        hosts = next((m.codes for m in ahead if m.how == "list" and m.first == host.first), host.codes)
        guest = next((code for code in others if code not in hosts), None)
        occasion.parties = [guest, *hosts] if guest else list(hosts)
        occasion.explicit = True
        return
    where = host.codes[0]
    guest = next((code for code in others if code != where), None)
    if guest is None:
        pair = pair_at(doc, first)
        guest = next((code for code in pair or () if code != where), None)
    occasion.parties = [guest, where] if guest else [where]
    occasion.country = where
    occasion.explicit = True
    for unit in range(last, min(sentence.last, last + 10)):
        city = doc.entry(unit, "city")
        if city and city.attrs.get("country") == where:
            occasion.city = doc.surface(unit, unit + 1)
            break


def _date(doc: Document, sentence: Sentence, first: int, last: int) -> DateMention | None:
    """The nearest date of the sentence, those after the word preferred a little."""
    near: list[tuple[int, int, DateMention]] = []
    for unit in range(max(sentence.first, first - _DATE_REACH), min(sentence.last, last + _DATE_REACH)):
        date = doc.date_at.get(unit)
        if (
            date is None
            or not date.edtf
            or date.role in ("anniversary", "span")
            or date.rule in ("date.years", "date.decade", "date.years-bracket")
        ):
            continue
        distance = unit - last if unit >= last else first - unit + 2
        if len(date.edtf) == 4 and distance > _YEAR_REACH:
            continue
        near.append((distance, unit, date))
    days = [item for item in near if len(item[2].edtf or "") >= 10]
    return min(days or near, key=lambda item: item[:2])[2] if near else None


def _place(doc: Document, sentence: Sentence, occasion: Occasion, first: int, last: int) -> None:
    """City and country after a word of place, nearest to the occasion."""
    best: tuple[int, int] | None = None
    for unit in range(sentence.first + 1, sentence.last):
        if doc.entry(unit, "city", "party", "metonym") and doc.entry(unit - 1, "at"):
            distance = unit - last if unit >= last else first - unit + 4
            if best is None or distance < best[0]:
                best = (distance, unit)
    if best is None or best[0] > 26:
        return
    unit = best[1]
    city = doc.entry(unit, "city")
    if city:
        occasion.city = doc.surface(unit, unit + 1)
        occasion.country = city.attrs.get("country")
    elif party := doc.entry(unit, "party"):
        if len(party.id) == 3 and doc.lexicon.parties[party.id].kind in ("state", "territory"):
            occasion.country = party.id


def _phase(doc: Document, sentence: Sentence, occasion: Occasion, first: int) -> str:
    published = doc.article.published if not sentence.story else None
    if occasion.date and occasion.date.edtf and published:
        when, now = edtf.bounds(occasion.date.edtf), edtf.bounds(published)
        if when and now:
            if when[0] > now[1]:
                return "cancelled" if _sign(doc, sentence, first) == "cancelled" else "planned"
            if when[1] < now[0]:
                return "cancelled" if _sign(doc, sentence, first) == "cancelled" else "held"
    return _sign(doc, sentence, first) or "held"


def _sign(doc: Document, sentence: Sentence, first: int) -> str | None:
    for unit in range(max(sentence.first, first - _SIGN_REACH), min(sentence.last, first + 4)):
        sign = doc.entry(unit, "meeting-sign")
        if sign:
            return str(sign.attrs["phase"])
    return None


def _same(old: Occasion, new: Occasion) -> bool:
    if old.story != new.story or old.group != new.group:
        return False
    if old.session and new.session and old.session != new.session:
        return False
    if "cancelled" in (old.phase, new.phase) and old.phase != new.phase:
        return False
    if old.date and new.date and not edtf.compatible(old.date.edtf, new.date.edtf):
        return False
    if old.body and new.body and old.body != new.body:
        return False
    a, b = set(old.parties), set(new.parties)
    if a and b and not (a <= b or b <= a):
        return False
    if old.group == "conference":
        if old.form != new.form and "other" not in (old.form, new.form):
            return False
        if old.mechanism and new.mechanism and not _alike(old.mechanism, new.mechanism):
            return False
    if old.people and new.people and old.group in ("talks", "call"):
        one, two = set(old.people), set(new.people)
        if not (one <= two or two <= one):
            return False
    if old.country and new.country and old.country != new.country:
        return False
    return old.phase == new.phase or new.date is None or old.date is None


def _alike(a: str, b: str) -> bool:
    one, two = set(a.casefold().split()), set(b.casefold().split())
    return one <= two or two <= one or len(one & two) / len(one | two) >= 0.5


def _join(home: Occasion, new: Occasion) -> None:
    for party in new.parties:
        if home.group != "talks" or len(home.parties) < 2:
            _add(home.parties, party)
    for person in new.people:
        _add(home.people, person)
    if new.date and (home.date is None or edtf.precision(new.date.edtf) > edtf.precision(home.date.edtf)):
        home.date = new.date
    home.city = home.city or new.city
    home.country = home.country or new.country
    home.session = home.session or new.session
    home.body = home.body or new.body
    if new.mechanism and len(new.mechanism) > len(home.mechanism or ""):
        home.mechanism = new.mechanism
    home.spans += new.spans
    home.rules += [rule for rule in new.rules if rule not in home.rules]
    if home.form == "other" and new.form != "other":
        home.form = new.form


def _stands(occasion: Occasion) -> bool:
    """Whether a candidate may begin an occasion of its own: it says something of itself."""
    if not occasion.parties:
        return False
    if occasion.form == "visit" and not occasion.explicit:
        return bool(occasion.date or occasion.people)
    return bool(occasion.date or occasion.people or occasion.session or occasion.city or occasion.country)


def _told(doc: Document, occasion: Occasion) -> bool:
    """Meetings inside one state are not recorded."""
    if len(occasion.parties) > 1:
        return True
    party = doc.lexicon.parties.get(occasion.parties[0])
    return party is not None and party.kind not in ("state", "territory")


def _places_of_visits(occasions: list[Occasion]) -> None:
    """Talks during a visit are in the country visited."""
    for talks in occasions:
        if talks.group == "talks" and talks.country is None:
            for visit in occasions:
                if (
                    visit.form == "visit"
                    and visit.story == talks.story
                    and set(visit.parties) == set(talks.parties)
                    and visit.country
                ) and edtf.compatible(visit.date.edtf if visit.date else None, talks.date.edtf if talks.date else None):
                    talks.country = visit.country
                    break


def _record(occasion: Occasion) -> Meeting:
    record = Meeting(
        parties=occasion.parties,
        form=occasion.form,
        phase=occasion.phase,
        city=occasion.city,
        country=occasion.country,
        mechanism=occasion.mechanism or None,
        session=occasion.session,
        people=occasion.people,
        evidence=occasion.spans,
        rules=occasion.rules,
        story=occasion.story,
    )
    if occasion.date:
        record.date, record.date_basis, record.date_reason = (
            occasion.date.edtf,
            occasion.date.basis,
            occasion.date.reason,
        )
    return record
