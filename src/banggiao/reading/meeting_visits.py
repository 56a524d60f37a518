"""Who visits whom: a guest and a destination, the first party or city behind the word that nothing but words of the way
parts from it."""

from __future__ import annotations

from banggiao.reading.document import Document, Sentence
from banggiao.reading.meeting_sides import FAR, WAY, Sides, acting_in, before_going, inviter_in, noun_at, subject
from banggiao.reading.pairs import pair_anaphor_in, pair_at
from banggiao.reading.parties import PartyMention, mentions_in
from banggiao.reading.people import people_in
from banggiao.reading.people_posts import is_state
from banggiao.reading.persons import PersonMention

_THERE_ARE = ("có", "còn có", "là", "gồm", "gồm có", "bao gồm")
_PURPOSE = 3  # units between the place one goes to and what for
_NAME = 3  # units of a state's full name before its short one
_TO_THERE = 3  # units between a word for a visit and "this country"
# Behind these a visit's destination is looked for no further: another verb, another clause.
_WAY_ENDS = (
    "capacity",
    "occasion",
    "body",
    "act",
    "stage",
    "modal",
    "joiner",
    "institution",
    "collective",
    "meeting-sign",
    "takes-place",
    "evidence",
)


def visit(doc: Document, sentence: Sentence, first: int, last: int, people: list[PersonMention]) -> Sides:
    """Guest and destination of a visit whose word is units `[first, last)`. Without a destination only the guest is
    known, and his host where the sentence lets him act: the other party of the story or of the sentence, taken for the
    host, was wrong too often in articles of the corpus."""
    sides = Sides()
    hosts, sides.city, owner, whose = _destination(doc, sentence, last, people, direct=is_direct(doc, first))
    met = next((p for p in people if p.first == last), None)
    if met and met.party and not hosts and is_direct(doc, first) and "thăm" in doc.norms[first]:
        hosts = [met.party]  # "thăm Tổng thống Trump"
    if not hosts and (inviter := inviter_in(doc, sentence)):
        hosts = [inviter]
    if not hosts and owner and owner.party and "thăm" in doc.norms[first]:
        hosts = _host_named(doc, sentence, first, owner)
    before = [p for p in people if p.last <= first and p.party not in hosts]
    behind = [p for p in people if p.first >= last and p.party not in hosts]
    guest = owner if owner and owner.party not in hosts else None
    if guest is None and (hosts or not noun_at(doc, first)):
        # "các đặc phái viên Hàn Quốc đến thăm": it is they, and nobody of another state who is named
        theirs = _right_before(doc, sentence, first, hosts, people)
        guest = next(iter(subject(doc, sentence, first, before)), None)
        guest = None if guest and theirs and guest.party not in theirs else guest
        if guest is None and behind and hosts and not theirs:
            guest = behind[0]
    if guest:
        sides.add(guest)
    if not sides.parties and whose and hosts and whose not in hosts:
        sides.parties = [whose]
    if not sides.parties and (hosts or not noun_at(doc, first)):
        sides.parties = _guest_party(doc, sentence, first, hosts)
    pair = pair_at(doc, first) or ()
    if hosts:
        if not sides.parties and len(hosts) == 1 and hosts[0] in pair:
            visited = {c for m in mentions_in(doc, sentence.first, sentence.last) if _visited(doc, m) for c in m.codes}
            sides.parties = [code for code in pair if code != hosts[0] and code not in visited]
        sides.parties = [*sides.parties[:1], *hosts]
        host = doc.lexicon.parties.get(hosts[0]) if len(hosts) == 1 else None
        sides.country = host.code if host and host.kind in ("state", "territory") else None
        if host and host.is_city and not sides.city and doc.entry(first, "travel"):
            sides.city = host.name(doc.article.language)
        sides.sure = True
    return sides


def retinue(doc: Document, sentence: Sentence, unit: int, people: list[PersonMention]) -> list[PersonMention]:
    """Who pays the visit at a unit, he first, and who goes with him, where a sentence begins so ("Tháp tùng ông X
    có A, B và C"); not of a visit that it tells of one of those."""
    along = doc.entry(sentence.first, "occasion")
    if along is None or not along.attrs.get("along") or not people or people[0].first != sentence.first + 1:
        return []
    guest = people[0]
    told = next((i for i in range(guest.last, sentence.last) if doc.norms[i] in _THERE_ARE), None)
    others = [p for p in people if told and unit < told < p.first and p.party in (None, guest.party) and p.person]
    return [guest, *others] if guest.party and guest.person and others else []


def _host_named(doc: Document, sentence: Sentence, first: int, owner: PersonMention) -> list[str]:
    """The host of a visit "của" a guest that names no destination: the other of "hai nước" of whom the sentence speaks,
    or whoever says or does something on its occasion ("Trong chuyến thăm của ông X, Nhật Bản đề nghị …")."""
    guest = owner.party
    two = pair_anaphor_in(doc, sentence.first, sentence.last)
    codes = list(pair_at(doc, two) or ()) if two is not None else []
    frame = doc.entry(first - 1, "framing")
    if two is None and frame and (not frame.attrs.get("beside") or frame.attrs.get("there")):
        both = (m for m in mentions_in(doc, sentence.first, sentence.last) if m.how in ("dyad", "list"))
        codes = next(
            (list(m.codes) for m in both if len(m.codes) == 2 and not doc.has("occasion", m.first - 2, m.first)), []
        )
    if not codes and two is None and frame and owner.last < sentence.last:
        behind = [m for m in mentions_in(doc, owner.last, sentence.last) if m.how in ("name", "metonym")]
        people = [p for p in people_in(doc, owner.last, sentence.last) if p.party]
        starts = [(m.first, m.last, m.codes[0]) for m in behind] + [(p.first, p.last, str(p.party)) for p in people]
        begin, end, code = min(starts, key=lambda item: (item[0], -item[1]), default=(0, 0, ""))
        if code and doc.norms[begin - 1] == "," and doc.has("act", end, min(end + _TO_THERE, sentence.last)):
            codes = [str(guest), code]
    return [code for code in codes if code != guest and is_state(doc, code)] if guest in codes else []


def _right_before(
    doc: Document, sentence: Sentence, unit: int, hosts: list[str], people: list[PersonMention]
) -> tuple[str, ...]:
    """The party whose people or ships stand right before a verb for a visit, unless it is a person's."""
    if (noun_at(doc, unit) and not is_direct(doc, unit)) or any(p.last == unit for p in people):
        return ()
    named = [m for m in mentions_in(doc, sentence.first, unit) if m.last == unit and m.how != "place"]
    return next((m.codes for m in named if not set(m.codes) & set(hosts)), ())


def travels(doc: Document, sentence: Sentence, unit: int, people: list[PersonMention]) -> bool:
    """Whether a plain word of going ("đến", "sang") at a unit is a visit: a person or delegation right before it, a
    place abroad right behind it."""
    at = unit + 1
    at += at < sentence.last and doc.entry(at, "capital-word") is not None  # "tới thành phố Vladivostok"
    if at >= sentence.last:
        return False
    place = doc.entry(at, "city")
    named = doc.entry(at, "party")
    where = place.attrs.get("country") if place else named.id if named else None
    behind = range(at + 1, min(at + 1 + _PURPOSE, sentence.last))
    if any(doc.entry(i, "attend") for i in behind):
        return False  # "đến Thái Lan dự hội nghị": he goes to the conference and visits nobody
    parties = doc.lexicon.parties
    if where not in parties or parties[where].kind not in ("state", "territory"):
        return False
    before = before_going(doc, sentence, unit)
    goer = next((p for p in people if p.first <= before < p.last and p.person), None)
    if goer and _made_to(doc, goer.first - 1):
        return False
    if goer:
        return goer.party is not None and goer.party != where
    before = before_going(doc, sentence, unit, led=False)
    sender = next(
        (m for m in mentions_in(doc, max(sentence.first, before - 3), before + 1) if m.last == before + 1), None
    )
    return bool(sender and where not in sender.codes and doc.has("delegation", max(sentence.first, before - 4), before))


def _made_to(doc: Document, unit: int) -> bool:
    """Whether at a unit somebody is asked, helped or kept from what he does ("mời Tổng thống Nga tới Washington", "ngăn
    …"), not told to do it ("cho biết Tổng thống Nga tới Washington")."""
    act = doc.entry(unit, "act")
    return doc.entry(unit, "causative", "aim") is not None or (act is not None and act.attrs["act"] != "say")


def _guest_party(doc: Document, sentence: Sentence, unit: int, hosts: list[str]) -> list[str]:
    """The last party named before a visit that is not its destination nor where something else was."""
    acting = [m for m in acting_in(doc, sentence.first, unit) if not _visited(doc, m)]
    guests = [code for m in acting for code in m.codes if code not in hosts]
    return guests[-1:]


def _visited(doc: Document, mention: PartyMention) -> bool:
    """Whether a party is where a visit told in the sentence leads ("chuyến thăm Ấn Độ … và chuyến thăm Bangladesh")."""
    visit = doc.entry(mention.first - 1, "occasion")
    return visit is not None and visit.attrs["form"] == "visit" and mention.how != "demonym"


def is_direct(doc: Document, unit: int) -> bool:
    """Whether a word for a visit is a verb with its destination right behind it, no journey ("chuyến thăm")."""
    entry = doc.entry(unit, "occasion")
    return entry is not None and not entry.attrs.get("journey")


def _just_named(
    doc: Document, sentence: Sentence, unit: int, people: list[PersonMention], *, direct: bool
) -> list[str]:
    """The state that "this one" is ("hội đàm với Tổng thống Nga nhân chuyến thăm chính thức nước này"): the last that a
    sentence names before a unit, other than the guest's. Right before a verb stands the guest ("Nga cho biết ông Kim sẽ
    thăm nước này")."""
    named = [(m.first, code) for m in mentions_in(doc, sentence.first, unit) for code in m.codes]
    named += [(p.first, p.party) for p in people if p.last <= unit and p.party]
    codes = [code for _, code in sorted(named) if is_state(doc, code)]
    guest = codes[-1 if direct else 0] if codes else None
    return [code for code in codes if code != guest][-1:]


def _tells(doc: Document, unit: int) -> bool:
    """Whether a verb of saying stands at a unit or right behind a day there ("hôm 2/3 cho biết")."""
    unit += unit in doc.date_at
    return unit < len(doc.norms) and doc.entry(unit, "act", "news-verb") is not None


def _led_to(doc: Document, start: int, unit: int) -> bool:
    """Whether a word of the way leads to a state, over no more than the words of its full name ("đến Cộng hoà Ả Rập Ai
    Cập"), or it begins a list."""
    near = range(max(start, unit - _NAME), unit)
    return any(doc.entry(i, "way-word", "at") for i in near) or doc.entry(unit - 1, "listing") is not None


def _destination(
    doc: Document, sentence: Sentence, unit: int, people: list[PersonMention], *, direct: bool
) -> tuple[list[str], str | None, PersonMention | None, str | None]:
    """Where a visit leads: codes of the parties visited, the city if one is named, the guest behind "của", and the
    party of guests without a name there ("chuyến thăm của tàu sân bay Mỹ tới Đà Nẵng")."""
    persons = {person.first: person for person in people}
    limit = min(sentence.last, unit + WAY)
    mentions: dict[int, PartyMention] = {}
    for mention in mentions_in(doc, unit, sentence.last):
        if mention.first not in mentions or mention.how in ("dyad", "list"):
            mentions[mention.first] = mention
    hosts: list[str] = []
    city: str | None = None
    owner: PersonMention | None = None
    here = next((i for i in range(unit, min(unit + _TO_THERE, sentence.last)) if doc.entry(i, "own-state")), None)
    if here and all(doc.entry(i, "way-word") for i in range(unit, here)):
        return _just_named(doc, sentence, unit, people, direct=direct), None, None, None
    start, whose = unit, None
    named_all = False  # behind other words a further party is no destination ("tới Hawaii vốn bị Bắc Kinh phản đối")
    while unit < limit:
        of = doc.entry(unit - 1, "of") is not None
        there = (unit in mentions or doc.entry(unit, "city")) and not hosts and not of
        if there and unit - start > FAR and not _led_to(doc, start, unit):
            if not doc.has("of", start, unit) or owner or whose or unit not in mentions:
                break  # "Chuyến thăm cũng thể hiện Việt Nam kiên trì …"
            whose, unit = mentions[unit].codes[0], unit + 1
        elif person := persons.get(unit):
            if not of:
                break
            owner, unit = person, person.last
            limit = min(sentence.last, unit + WAY)
        elif (place := doc.entry(unit, "city")) and not of and not named_all:
            country = place.attrs.get("country")
            city = city or doc.surface(unit, unit + 1)
            if country and country not in hosts:
                hosts.append(country)
            unit += 1
        elif (named := mentions.get(unit)) and not of and not named_all:
            hosts += [code for code in named.codes if code not in hosts]
            unit = named.last
        elif unit in doc.date_at or doc.entry(unit, "of"):
            unit += 1
        elif doc.entry(unit, "lasting") and (days := doc.units("day-word", unit + 1, min(unit + _NAME + 1, limit))):
            unit = start = days[-1] + 1  # "chuyến thăm kéo dài hai ngày tới Triều Tiên"
        elif doc.norms[unit] in (",", "(") or doc.entry(unit, "joiner"):
            if not hosts and unit + 1 < limit and doc.norms[unit + 1].startswith("làm việc"):
                unit += 1  # "chuyến thăm và làm việc tại Hà Nội"
                continue
            if not hosts or not (unit + 1 < limit and (unit + 1 in mentions or doc.entry(unit + 1, "city"))):
                break
            following = mentions.get(unit + 1)
            if following and doc.norms[unit] == "," and _tells(doc, following.last):
                break  # "sẽ thăm Pháp, Điện Kremlin cho biết"
            unit += 1
        elif (
            not doc.norms[unit][:1].isalnum()
            or (hosts and owner)
            or doc.entry(unit, *_WAY_ENDS)
            or doc.norms[unit] == "là"
            or (direct and not hosts and not doc.entry(unit, "way-word", "at"))
        ):
            break
        else:
            named_all = bool(hosts)
            unit += 1
    return hosts, city, owner, whose
