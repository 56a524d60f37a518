"""Who may be speaking: the subjects of a sentence, from persons with posts to "the two sides" and nobody at all.

A *subject* is a stretch of units that can stand before a verb of saying. It gives the parties for which it speaks and,
where it is one named person, the person's name. Analysts, newspapers and courts are subjects too, with no parties, so
that what they say is not taken for somebody else's words.
"""

from __future__ import annotations

from dataclasses import dataclass

from banggiao.reading.document import Document, Sentence
from banggiao.reading.pairs import pair_at
from banggiao.reading.parties import PartyMention, mentions_in, parties_in
from banggiao.reading.people import PersonMention, people_in
from banggiao.reading.people_posts import are_states, is_state
from banggiao.reading.speech_verbs import heads_clause

_NAME_REACH = 5  # units between the head of an institute's name and the state in it
_INSTITUTE_REACH = 8  # the same where it is written small: "Viện quan hệ quốc tế đương đại Trung Quốc"
_INSTITUTES = ("viện", "đại học", "trường", "viện nghiên cứu", "trung tâm nghiên cứu")
_NOBODYS_REACH = 5  # units within which a phrase about people who speak for no party may name a state
_BELONGS = frozenset(["thành viên", "nước", "đồng minh", "láng giềng", "đối tác"])
_AIDES = frozenset(["spokesperson", "senior-official", "other"])
_REACH = 4  # units after "Bộ Ngoại giao", "phía" … within which the state stands


_UNNAMED = frozenset(["các quan chức"])  # no ministers who met: whoever passed something on


_NOT_WHOSE = ("act", "modal", "preposition", "according-to", "news-verb")
"""What parts those who speak for no party from a state behind them that is not theirs."""
_BEHIND = ("act", "modal", "before-verb", "past-sign", "and-also", "negation", "planned", "preposition", "joiner")
_BUILDINGS = ("nhà ", "điện ", "lầu ", "phủ ")
_SUBJECT_CLASSES = ("non-speaker", "pair", "institution", "collective")


@dataclass(slots=True)
class Subject:
    """Units `[first, last)`; `parties` empty for one who speaks for nobody; `kind` names what it is."""

    first: int
    last: int
    parties: tuple[str, ...]
    speaker: str | None
    kind: str

    @property
    def key(self) -> tuple[tuple[str, ...], str | None]:
        return self.parties, self.speaker


def subjects(doc: Document, sentence: Sentence) -> list[Subject]:
    """All possible subjects of a sentence in order, none inside another."""
    found: list[Subject] = [_person(doc, person) for person in people_in(doc, sentence.first, sentence.last)]
    found = [_of_several(doc, sentence, subject) for subject in found]
    taken = {unit for subject in found for unit in range(subject.first, subject.last)}
    candidates = {unit for cls in _SUBJECT_CLASSES for unit in doc.units(cls, sentence.first, sentence.last)}
    for unit in sorted(candidates):
        if unit in taken:
            continue
        subject = _at(doc, sentence, unit)
        if subject and taken.isdisjoint(range(subject.first, subject.last)):
            found.append(subject)
            taken.update(range(subject.first, subject.last))
    for mention in mentions_in(doc, sentence.first, sentence.last):
        if mention.how == "place" or not taken.isdisjoint(range(mention.first, mention.last)):
            continue
        if mention.first - 1 > sentence.first and doc.entry(mention.first - 1, "occasion"):
            continue  # "tại hội nghị APEC": a conference by its name
        inside = _inside_name(doc, sentence, mention) or doc.entry(mention.first - 1, "folk") is not None
        codes, kind = ((), "nobody") if inside else (mention.codes, "party")
        found.append(Subject(mention.first, mention.last, codes, None, kind))
        taken.update(range(mention.first, mention.last))
    found.sort(key=lambda subject: subject.first)
    return _joined(doc, _of_leaders(doc, sentence, found))


def _of_several(doc: Document, sentence: Sentence, subject: Subject) -> Subject:
    """Holders of one post in several states, who have no one name ("Lãnh đạo Lào và Nga"), else the subject."""
    if subject.last >= sentence.last or doc.norms[subject.last] not in (",", "và"):
        return subject
    if doc.norms[subject.last] == "," and doc.entry(subject.first - 1, "according-to"):
        return subject  # "Theo Tổng thống Nga, Mỹ và Iran cần …": those of whom he speaks
    lists = (m for m in mentions_in(doc, subject.first, sentence.last) if m.how == "list" and m.last > subject.last)
    several = next((m for m in lists if m.first == subject.first or _and_last(doc, m, subject)), None)
    if several is None or subject.parties != several.codes[:1]:
        return subject
    return Subject(subject.first, several.last, several.codes, None, "joint")


def _and_last(doc: Document, several: PartyMention, subject: Subject) -> bool:
    """Whether a list begins with the state of a post, and "và" joins its last state."""
    return several.first == subject.last - 1 and doc.norms[several.last - 2] == "và"


def _of_leaders(doc: Document, sentence: Sentence, found: list[Subject]) -> list[Subject]:
    """Spokesmen and aides with those whose they are: "người phát ngôn của Tổng thống Nga Putin" speaks for Russia, by
    his own name where it stands there."""
    out: list[Subject] = []
    people = {m.first: m for m in people_in(doc, sentence.first, sentence.last)}
    for subject in found:
        aide = out[-1] if out else None
        if aide and aide.kind == "person" and not aide.parties and aide.last == subject.first and subject.parties:
            mention = people[aide.first]
            if doc.entry(aide.last - 1, "of") and _AIDES.intersection(mention.roles):
                name = aide.speaker if mention.name_first < mention.name_last else None
                out[-1] = Subject(aide.first, subject.last, subject.parties, name, "person")
                continue
        out.append(subject)
    return out


def _inside_name(doc: Document, sentence: Sentence, mention: PartyMention) -> bool:
    """Whether a state is a word in the name of a school, an institute or a paper ("Đại học Quốc gia Moscow")."""
    if mention.how not in ("name", "metonym"):
        return False
    reach = max(sentence.first, mention.first - _INSTITUTE_REACH)
    for unit in reversed(doc.units("think-tank", reach, mention.first)):
        if doc.norms[unit].endswith(_INSTITUTES) and doc.is_cap(unit):
            if not any(doc.entry(i, "act", "at") or not doc.norms[i][:1].isalnum() for i in range(unit, mention.first)):
                return True
    for unit in range(mention.first - 1, max(sentence.first, mention.first - _NAME_REACH) - 1, -1):
        if doc.entry(unit, "private", "non-speaker") and doc.is_cap(unit + 1):
            return True
        if not doc.is_cap(unit) and not doc.entry(unit, "of"):
            return False
    return False


def _person(doc: Document, mention: PersonMention) -> Subject:
    party = mention.party or (mention.person.party if mention.person else None)
    name = mention.person.name if mention.person else None
    last = mention.last
    if doc.entry(last - 1, "portfolio") and doc.entry(last - 1, "act") and not doc.is_cap(last - 1):
        last -= 1  # "Tổng thống Hàn Quốc thống nhất …" is no minister of unification
    if doc.entry(mention.first - 1, "retinue"):
        return Subject(mention.first, last, (party,) if party else (), None, "institution")
    return Subject(mention.first, last, (party,) if party else (), name, "person")


def _at(doc: Document, sentence: Sentence, unit: int) -> Subject | None:
    for entry in doc.entries[unit]:
        if entry.cls == "non-speaker":
            if entry.attrs.get("source") and (body := _body_of_source(doc, sentence, unit)):
                return body
            return Subject(unit, _end_of_nobody(doc, sentence, unit), (), None, "nobody")
        if entry.cls == "pair":
            both = next((m for m in mentions_in(doc, unit, min(unit + 3, sentence.last)) if m.first == unit), None)
            if both:  # "hai miền Triều Tiên" names them itself
                return Subject(unit, both.last, both.codes, None, "pair")
            pair = pair_at(doc, unit)
            return Subject(unit, unit + 1, pair or (), None, "pair")
        if entry.cls == "institution":
            return _institution(doc, sentence, unit, bool(entry.attrs.get("alone")))
        if entry.cls == "collective" and (whose := _of_body(doc, unit)):
            kind = "institution" if doc.norms[unit] in _UNNAMED else "party"
            return Subject(unit, whose.last, whose.codes, None, kind)
        if entry.cls == "collective":
            if doc.entry(unit + 1, "of"):  # "tuyên bố của Nhà Trắng nêu"
                owner = next((m for m in mentions_in(doc, unit + 2, min(unit + 2 + _REACH, sentence.last))), None)
                if owner and owner.first <= unit + 3:
                    return Subject(unit, owner.last, owner.codes, None, "institution")
            apart = doc.entry(unit, "institution") is not None and not _goes_on(doc, unit + 1)
            circle = () if apart else tuple(_circle(doc, sentence, unit))
            spoken = "tuyên bố" in doc.norms[unit]
            if doc.norms[unit] == "tuyên bố" and doc.norms[unit - 1][:1].isalnum():
                return None  # "Trong một tuyên bố, X nói …"
            if spoken and (not circle or doc.norms[unit + 1] == "nào"):
                return None  # "Lãnh đạo A và B ký tuyên bố chung, trong đó cam kết …": theirs
            return Subject(unit, unit + 1, circle, None, "collective")
    return None


def _body_of_source(doc: Document, sentence: Sentence, unit: int) -> Subject | None:
    """The ministry, government or its building in which a source is ("nguồn tin trong chính phủ Nhật Bản"): it speaks
    for the state, as an official without a name does."""
    at = unit + 1 + (doc.entry(unit + 1, "of", "preposition", "at") is not None)
    if doc.entry(at, "institution"):
        body = _institution(doc, sentence, at, alone=False)
        return Subject(unit, body.last, body.parties, None, "institution") if body and body.parties else None
    if is_building(doc, at) and (named := next((m for m in mentions_in(doc, at, at + 1)), None)):
        return Subject(unit, named.last, named.codes, None, "institution")
    return None


def is_building(doc: Document, unit: int) -> bool:
    """Whether a government's building stands for it at a unit ("Nhà Trắng"), not its capital."""
    return doc.entry(unit, "metonym") is not None and doc.norms[unit].startswith(_BUILDINGS)


def _end_of_nobody(doc: Document, sentence: Sentence, unit: int) -> int:
    """The end of a phrase about people who speak for no party, with the states in it ("người dân bốn nước ASEAN",
    "cựu tướng tình báo Nga")."""
    last = unit + 1
    while last < sentence.last and doc.entry(last, "non-speaker"):
        last += 1  # "kênh truyền hình CNN"
    for mention in mentions_in(doc, last, min(unit + _NOBODYS_REACH, sentence.last)):
        between = range(last, mention.first)
        if any(doc.entry(i, *_NOT_WHOSE) or not doc.norms[i][:1].isalnum() for i in between):
            break
        last = max(last, mention.last)
    return last


def _institution(doc: Document, sentence: Sentence, unit: int, alone: bool) -> Subject | None:
    """A ministry, a delegation, leaders: with the parties that follow within a few units, else before it."""
    reach = unit + 1 + _REACH
    after = [mention for mention in mentions_in(doc, unit + 1, sentence.last) if mention.first < reach]
    if after and doc.has("private", unit + 1, after[0].first):
        return Subject(unit, after[0].last, (), None, "nobody")  # "đại diện Công ty … Việt Nam"
    if after and all(not doc.entry(i, "act", "modal") and doc.norms[i] != "," for i in range(unit + 1, after[0].first)):
        codes = list(after[0].codes)
        last = after[0].last
        for mention in after[1:]:
            if mention.first == after[0].first:
                last = max(last, mention.last)
                codes = list(dict.fromkeys([*codes, *mention.codes]))
        return Subject(unit, last, tuple(codes), None, "institution")
    if doc.entry(unit + 1, "heard-again") and doc.entry(unit + 1, "own-state") and begins(doc, sentence, unit):
        return Subject(unit, unit + 2, _state_before(doc, sentence, unit), None, "institution")
    if doc.entry(unit, "collective"):
        return Subject(unit, unit + 1, tuple(_circle(doc, sentence, unit)), None, "collective")
    if alone:
        return Subject(unit, unit + 1, _whose(doc, sentence, unit), None, "institution")
    return Subject(unit, unit + 1, (), None, "institution")


def _goes_on(doc: Document, unit: int) -> bool:
    """Whether a clause goes on right behind those who speak ("các lãnh đạo nhất trí", not "các lãnh đạo đảng")."""
    if doc.norms[unit] == "này" or unit in doc.date_at or not doc.norms[unit][:1].isalnum():
        return True
    return doc.entry(unit, *_BEHIND) is not None


def begins(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether a clause begins at a unit, so that what stands there may be its subject."""
    return unit == sentence.first or heads_clause(doc, unit - 1) or doc.norms[unit - 1].endswith(("khi", "rằng"))


def _state_before(doc: Document, sentence: Sentence, unit: int) -> tuple[str, ...]:
    """The state that "this one" is in "Bộ Quốc phòng nước này": the last that the sentence names before it, else the
    first of the sentence before."""
    quoted = doc.quotes(sentence.first, unit)
    first = quoted[-1] if quoted else sentence.first
    named = [m for m in mentions_in(doc, first, unit) if len(m.codes) == 1 and is_state(doc, m.codes[0])]
    if named:
        return named[-1].codes
    before = doc.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.story != sentence.story:
        return ()
    named = [m for m in mentions_in(doc, before.first, before.last) if len(m.codes) == 1 and is_state(doc, m.codes[0])]
    return named[0].codes if named else ()


def _whose(doc: Document, sentence: Sentence, unit: int) -> tuple[str, ...]:
    """Whose ministry is meant where its state is not named: the press's own in a story that names it, else that of the
    state with which the story named it last, or nobody's."""
    if doc.entry(unit + 1, "of"):
        return ()  # "Bộ Ngoại giao của 8 quốc gia"
    home = doc.lexicon.home_party
    story = [s for s in doc.sentences if s.story == sentence.story]
    codes: list[list[str]] = doc.facts["sentence-parties"]
    if home and any(home in codes[s.index] for s in story):
        return (home,)
    for before in reversed(doc.units("institution", story[0].first, unit)):
        if doc.norms[before] == doc.norms[unit]:
            named = next((m for m in mentions_in(doc, before + 1, before + 2)), None)
            if named:
                return named.codes
    return ()


def _circle(doc: Document, sentence: Sentence, unit: int) -> list[str]:
    """For whom "the ministers", "the leaders" of a story speak: the parties of its last meeting, rather one of many
    than one of two states, else of its pair."""
    meetings = [r for r in doc.records if r.KIND == "meeting" and r.story == sentence.story and r.parties]
    before = [m for m in meetings if m.evidence and m.evidence[0][0] <= sentence.end]
    who = doc.entry(unit, "collective")
    if before:
        last = list(max(before, key=lambda m: m.evidence[0][0]).parties)
        if not _two_states(doc, last) or who is None or not who.attrs.get("people"):
            return last
        if doc.norms[unit] in _UNNAMED:
            return []
        wider = [m for m in before if not _two_states(doc, m.parties)]
        return list(max(wider, key=lambda m: m.evidence[0][0]).parties) if wider else last
    if sentence.zone in ("title", "lead") and meetings and who and who.attrs.get("people"):
        return list(min(meetings, key=lambda m: m.evidence[0][0]).parties)
    return []


def _of_body(doc: Document, unit: int) -> PartyMention | None:
    """Whose leaders or officials they are, right behind the word for them ("các nhà lãnh đạo ASEAN")."""
    if doc.entry(unit, "institution") is None:
        return None
    return next((m for m in mentions_in(doc, unit + 1, unit + 2) if m.first == unit + 1), None)


def _two_states(doc: Document, codes: list[str]) -> bool:
    return len(codes) == 2 and are_states(doc, codes)


def _side_by_side(doc: Document, a: Subject, b: Subject) -> bool:
    """Two bare parties, or persons of two, with a comma between them, as headlines have them: "Việt Nam, Singapore ủng
    hộ …", "Trump, Putin nhất trí …"."""
    if b.first - a.last != 1 or a.kind != b.kind:
        return False
    if a.kind == "person":
        apart = bool(a.speaker and b.speaker) and set(a.parties).isdisjoint(b.parties)
        return apart and doc.norms[a.first - 1] == "" and doc.norms[b.last] != ","
    return a.kind == "party"


def _within_clause(doc: Document, subject: Subject) -> bool:
    """Whether a subject is the object of a preposition or belongs to a noun before it ("là thành viên ASEAN, …")."""
    before = subject.first - 1
    if doc.entry(before, "preposition") or doc.norms[before] in _BELONGS:
        return True
    return doc.norms[before][:1].isalpha() and not doc.is_cap(before) and not doc.entries[before]


def is_pronoun(doc: Document, subject: Subject) -> bool:
    """Whether a subject is but a pronoun: "máy bay của Nga và ông lấy làm tiếc" does not join the two."""
    word = doc.entry(subject.first, "honorific")
    return word is not None and bool(word.attrs.get("alone")) and subject.last - subject.first == 1


def _only_beside(doc: Document, joiner: int) -> bool:
    """Whether a unit joins those who are no party to one that speaks ("Mỹ và phương Tây cáo buộc …")."""
    entry = doc.entry(joiner + 1, "non-speaker") if doc.entry(joiner, "joiner") else None
    return entry is not None and bool(entry.attrs.get("beside"))


def _joined(doc: Document, found: list[Subject]) -> list[Subject]:
    """Subjects joined by "và" speak together: several persons have no one name."""
    out: list[Subject] = []
    for subject in found:
        before = out[-1] if out else None
        if (
            before
            and before.parties
            and subject.parties
            and 0 < subject.first - before.last <= 2
            and not doc.entry(subject.first - 1, "act", "modal")
            and (
                doc.entry(before.last, "joiner")
                or (doc.norms[before.last] == "," and _side_by_side(doc, before, subject))
            )
            and not (doc.norms[before.last] == "," and _within_clause(doc, before))
            and not doc.entry(subject.first, "non-speaker")
            and not (before.kind == "party" and is_pronoun(doc, subject))
        ):
            parties = tuple(dict.fromkeys([*before.parties, *subject.parties]))
            out[-1] = Subject(before.first, subject.last, parties, None, "joint")
        elif before and before.parties and subject.first - before.last == 1 and _only_beside(doc, before.last):
            out[-1] = Subject(before.first, subject.last, before.parties, None, before.kind)
        else:
            out.append(subject)
    return out


__all__ = ["Subject", "parties_in", "subjects"]
