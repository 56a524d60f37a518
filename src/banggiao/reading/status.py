"""Where two parties stand: levels of relations with their phase."""

from __future__ import annotations

import re

from banggiao.edtf import bounds, parse
from banggiao.grammar import Match
from banggiao.model import Status
from banggiao.reading.dates import DateMention, take_date
from banggiao.reading.document import Document, Sentence
from banggiao.reading.occasions import occasion_date
from banggiao.reading.pairs import pair_anaphor_in, pair_at, story_pair
from banggiao.reading.parties import PartyMention, mentions_in
from banggiao.reading.people import people_in
from banggiao.reading.people_posts import are_states

GRAMMAR = "vi/status"
_NEAR = 9  # units on either side of a level within which its parties stand
_DATE_REACH = 14
_BRACKET_REACH = 20  # units between a level with its parties and aims, and the years of its anniversary
_HEAD = 3  # units at the head of a sentence in which its time stands
_LINK = 5  # units from a level to "của": "đối tác chiến lược thứ ba của Philippines"
_BEHIND_WITH = 4  # units behind "với" in which the other party stands
_CALL = 8  # units from a call on others to what they are to do
_AIM = 2  # units before a verb of founding in which a word of aim makes of it what is not yet so
_NEAR_AIM = 2  # units before a level in which one moves towards it
_PLAIN = 4  # units from an anniversary to the relations that are celebrated, and behind them
_LED = 7  # units behind a level in which its bloc's head is told
_WITH_BODIES = ("dialogue-relations", "sectoral-dialogue")  # levels that only organisations have
_NAMED_ONLY = ("alliance", "community")  # words that also speak of blocs: they need their two parties beside them
_MANY = frozenset(["các", "những", "nhiều"])
_WITH_DIALOGUE = "ASEAN"  # the organisation of which states are partners of dialogue
_PARTNERSHIPS = ("comprehensive-partnership", "strategic-partnership", "comprehensive-strategic-partnership")
_OR = frozenset([",", "/", "và", "hoặc", "hay"])
_BRACKETS = ("date.years-bracket", "date.since-bracket")
_YEARS = ("date.year", "date.year-relative", "date.month-year")
_LISTED = re.compile(r"\s*(?:,|;|và)\s*(?:kỷ niệm\s*)?")
"""Between a year and an anniversary that is the next of a list: the year is that of the one before ("25 năm ký Hiệp
ước trong năm 2019 và 70 năm thiết lập quan hệ ngoại giao vào năm 2020")."""


def find_status(doc: Document) -> None:
    """Adds one Status for each (parties, level, phase) of a story."""
    taken: set[int] = set()
    found: dict[tuple[int, frozenset[str], str, str], Status] = {}
    # Only where a level is named: over a whole row the rules took 35 µs an article.
    about = [doc.sentences[at] for at in sorted({doc.sentence_of[unit] for unit in doc.units_of.get("level", ())})]
    stretches = [(sentence.first, sentence.last + 1) for sentence in about]
    for match in doc.grammars[GRAMMAR].finditer_in(doc.row, stretches):
        level_unit = match.groups["level"][0]
        if level_unit in taken:
            continue
        taken.add(level_unit)
        record = _record(doc, match, level_unit)
        if record is None:
            continue
        key = (record.story, frozenset(record.parties), record.level, record.phase)
        if key in found:
            first = found[key]
            first.evidence += record.evidence
            if record.date and (not first.date or _more_exact(record.date, first.date)):
                first.date, first.date_basis, first.date_reason = record.date, record.date_basis, record.date_reason
        else:
            found[key] = record
    _add_plain_anniversaries(doc, found)
    doc.records += [record for record in found.values() if not _told_better(doc, record, found)]


def _add_plain_anniversaries(doc: Document, found: dict[tuple[int, frozenset[str], str, str], Status]) -> None:
    """Adds what is celebrated as relations without their kind ("kỷ niệm 25 năm thiết lập quan hệ ASEAN - Ấn Độ"):
    diplomatic ones of two states, those of dialogue with ASEAN; not where their kind is told elsewhere."""
    for unit in doc.units_of.get("date", ()):
        date = doc.date_at[unit]
        if date.role != "anniversary":
            continue
        sentence = doc.sentences[doc.sentence_of[unit]]
        at = _plain_relations(doc, sentence, unit)
        if at is None or (date.rule == "date.anniversary-bare" and not doc.has("level-verb", unit + 1, at)):
            continue
        parties = _parties(doc, sentence, at, named=False)
        if parties is None or _is_of(doc, *parties) or not (are_states(doc, parties) or _WITH_DIALOGUE in parties):
            continue
        level = "diplomatic-relations" if are_states(doc, parties) else "dialogue-relations"
        key = (sentence.story, frozenset(parties), level, "established")
        if key not in found:
            found[key] = Status(
                parties=list(parties),
                level=level,
                phase="established",
                evidence=[doc.span(unit, at + 1)],
                rules=["status.plain-anniversary"],
                story=sentence.story,
            )
            set_date(doc, found[key], sentence, date)


def _plain_relations(doc: Document, sentence: Sentence, unit: int) -> int | None:
    """The last unit of "quan hệ" behind an anniversary at a unit, unless a kind of relations is told; where "giữa"
    follows, both must stand behind it ("giữa Australia và hiệp hội" names one)."""
    at = next((i for i in range(unit + 1, min(unit + _PLAIN, sentence.last - 1)) if doc.norms[i] == "quan"), None)
    if at is None or doc.norms[at + 1] != "hệ" or doc.parted(unit, at) or doc.has("level", unit + 1, at + _PLAIN):
        return None
    behind = at + 3
    if doc.norms[at + 2] != "giữa" or doc.entry(behind, "pair"):
        return at + 1
    both = mentions_in(doc, behind, min(behind + _PLAIN, sentence.last))
    return at + 1 if any(m.first == behind and len(m.codes) == 2 for m in both) else None


def _more_exact(date: str, other: str) -> bool:
    """Whether a date says more than another of the same time ("(11/1/1969)" than fifty years ago)."""
    return len(date) > len(other) and date.startswith(other) and "/" not in date


def _told_better(doc: Document, record: Status, found: dict[tuple[int, frozenset[str], str, str], Status]) -> bool:
    """Whether a founding that the headline tells without a sign that it is done is told with one in the story."""
    if record.phase not in ("in-force", "established") or record.rules != ["status.founded"]:
        return False
    titles = [sentence for sentence in doc.sentences if sentence.zone == "title"]
    if not all(any(t.start <= start < t.end for t in titles) for start, _ in record.evidence):
        return False
    key = record.story, frozenset(record.parties), record.level
    better = ("established", "agreed") if record.phase == "in-force" else ("agreed",)
    return any((*key, phase) in found for phase in better)


def _record(doc: Document, match: Match, unit: int) -> Status | None:
    entry = doc.entry(unit, "level")
    assert entry is not None
    sentence = doc.sentences[doc.sentence_of[unit]]
    phase = str(match.rule.gives["phase"])
    normalised = "normalised" in entry.attrs.get("also", ()) and match.rule.name != "status.anniversary"
    if _in_a_name(doc, sentence, unit) or _counted(doc, match) or _beside_another(doc, sentence, unit):
        return None
    if "loose-level" in entry.attrs.get("also", ()) and match.rule.name != "status.anniversary":
        return None
    if match.rule.name == "status.named" and doc.has("negation", max(sentence.first, unit - _AIM), unit):
        return None  # "không liên minh quân sự với …"
    if match.rule.name == "status.named" and entry.attrs["level"] == "diplomatic-relations" and not normalised:
        return None  # "bình thường", "có quan hệ ngoại giao": nearly always background without a claim of its own
    if normalised and not (_dated_past(doc, match) or ("ngoại giao" in doc.norms[unit] and _past(doc, match))):
        return None
    parties = _parties(doc, sentence, unit, named=entry.attrs["level"] in _NAMED_ONLY)
    if parties is None or _is_of(doc, *parties):
        return None
    if entry.attrs["level"] in _WITH_BODIES and are_states(doc, parties):
        return None  # "đối tác đối thoại của chúng tôi": whoever sits at the table
    if entry.attrs["level"] == "alliance" and (_led(doc, sentence, unit) or not are_states(doc, parties)):
        return None  # NATO and its members, "quan hệ Liên minh châu Âu (EU) - Thổ Nhĩ Kỳ"
    if "verb" in match.groups and doc.has("negation", match.groups["verb"][0] - 3, match.end):
        return None
    if "verb" in match.groups and _aimed_at(doc, match.groups["verb"][0]):
        return None
    date: DateMention | None = None
    if normalised:
        phase = "established"
    elif match.rule.name == "status.founded" and _towards(doc, match.groups["verb"][0], unit):
        phase = "proposed"  # "xác lập khuôn khổ 'hướng tới xây dựng quan hệ …'"
    elif "verb" in match.groups and doc.has("instrument-head", match.groups["verb"][0] + 1, unit):
        phase = "in-force"  # "ký Chương trình hành động triển khai Đối tác chiến lược …"
    elif phase == "founding" and (_raised_from(doc, sentence, unit) or _raised_itself(doc, match, unit)):
        phase = "in-force"
    elif raised := _raised_to(doc, sentence, unit):
        phase = _founding(doc, sentence, raised)
    elif phase == "founding":
        phase = _founding(doc, sentence, match.groups["verb"][0])
    elif match.rule.name == "status.named" and _towards(doc, max(sentence.first, unit - _NEAR_AIM), unit):
        phase = "proposed"  # "hướng tới quan hệ …"
    elif match.rule.name == "status.anniversary" and _only_counted(doc, match, unit):
        phase = "in-force"
    if phase in ("proposed", "agreed") and match.rule.name != "status.anniversary" and _dated_past(doc, match):
        phase = "established"
    if phase == "established":
        date = _date(doc, sentence, match, unit)
        if date is None and match.rule.name != "status.anniversary":
            if "verb" in match.groups and doc.has("uncertain", sentence.first, match.groups["verb"][0]):
                return None  # "cuộc gặp có thể dẫn tới … chính thức thiết lập quan hệ"
            if _told_now(doc, match) or _headlined(doc, sentence, match):
                date = occasion_date(doc, sentence)
            elif not _past(doc, match):
                phase = "in-force"
    if phase == "established" and date and date.edtf and _ahead(doc, sentence, date):
        wishes = [doc.entry(i, "wish") for i in doc.units("wish", sentence.first, unit)]
        phase = "agreed" if any(w and w.attrs["phase"] == "agreed" for w in wishes) else "proposed"
        date = None
    if phase in ("ended", "suspended") and "verb" in match.groups and _threatened(doc, sentence, match):
        return None
    if phase == "ended" and not (
        set(parties) <= set(_named(doc, sentence)) and _broken_off_by(doc, sentence, match, unit, parties)
    ):
        return None  # "bốn nước cắt quan hệ ngoại giao với Qatar"
    if phase == "ended":
        date = _date(doc, sentence, match, unit) or _date_at_head(doc, sentence)
    if phase == "in-force" and entry.attrs["level"] == "diplomatic-relations":
        return None  # "việc thiết lập quan hệ ngoại giao" without a time is nearly always what somebody imagines
    record = Status(
        parties=list(parties),
        level=str(entry.attrs["level"]),
        phase=phase,
        evidence=[doc.span(match.start, match.end)],
        rules=[match.rule.name],
        story=sentence.story,
    )
    if date is not None:
        set_date(doc, record, sentence, date)
    return record


def _led(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether an alliance at a unit is a bloc that somebody leads, at war somewhere, and no level of two ("liên minh
    quân sự chống khủng bố do Mỹ dẫn đầu ở Iraq và Syria")."""
    for by in range(unit + 1, min(unit + _LED, sentence.last - 1)):
        if doc.norms[by] == ",":
            return False
        if doc.norms[by] == "do":
            return doc.entry(by + 1, "party", "metonym") is not None
    return False


def _is_of(doc: Document, one: str, other: str) -> bool:
    """Whether one of two parties is a member of the other, which is no partner of its own ("quan hệ đối tác chiến lược
    và hợp tác trong ASEAN")."""
    known = doc.lexicon.parties
    return any(whole in known and part in known[whole].members for part, whole in ((one, other), (other, one)))


def _named(doc: Document, sentence: Sentence) -> list[str]:
    """The parties that a sentence names, or by "the two countries" means."""
    named: list[str] = list(doc.facts["sentence-parties"][sentence.index])
    named += [p.party for p in people_in(doc, sentence.first, sentence.last) if p.party]
    both = pair_anaphor_in(doc, sentence.first, sentence.last)
    return [*named, *(pair_at(doc, both) or ())] if both is not None else named


def _aimed_at(doc: Document, verb: int) -> bool:
    """Whether what is founded or ended is but an aim or a condition ("để cắt đứt", "bằng cách thiết lập")."""
    return any(doc.entry(unit, "aim", "condition") for unit in range(verb - _AIM, verb))


def _threatened(doc: Document, sentence: Sentence, match: Match) -> bool:
    """Whether relations are but going to be broken off ("cảnh báo sẽ cắt đứt"), or somebody wants it or calls on others
    to do it ("kêu gọi các nước cắt đứt")."""
    verb = match.groups["verb"][0]
    if doc.has("modal", verb - _AIM, verb) or doc.has("wish", verb - _AIM, verb):
        return True
    said = doc.units("act", max(sentence.first, verb - _CALL), verb)
    call = doc.entry(said[-1], "act") if said else None
    return call is not None and call.attrs["act"] == "propose" and not doc.parted(said[-1], verb)


def _broken_off_by(doc: Document, sentence: Sentence, match: Match, unit: int, parties: tuple[str, str]) -> bool:
    """Whether one of two parties is named before the verb, where the other stands behind "với": what stands behind
    that is what the other is blamed for ("cắt quan hệ với Qatar vì nước này ủng hộ Iran")."""
    if "verb" not in match.groups or "với" not in doc.norms[unit + 1 : min(unit + _LINK, sentence.last)]:
        return True
    verb = match.groups["verb"][0]
    if pair_anaphor_in(doc, sentence.first, verb) is not None:
        return True
    named = [code for m in mentions_in(doc, sentence.first, verb) if m.how != "place" for code in m.codes]
    named += [p.party for p in people_in(doc, sentence.first, verb) if p.party]
    return not set(parties).isdisjoint(named)


def _dated_past(doc: Document, match: Match) -> bool:
    """A stated time right after the words, not after publication: what was founded then is no wish any more."""
    for unit in range(match.end, min(match.end + 3, len(doc.norms))):
        date = doc.date_at.get(unit)
        if date and date.edtf and date.basis == "stated" and date.role in ("", "since"):
            when = bounds(date.edtf)
            now = bounds(doc.article.published) if doc.article.published else None
            return bool(when and (now is None or when[0] <= now[1]))
    return False


def _ahead(doc: Document, sentence: Sentence, date: DateMention) -> bool:
    """Whether a time lies after publication: what is to be founded then is not founded."""
    when = bounds(str(date.edtf))
    now = bounds(doc.article.published) if doc.article.published and not sentence.story else None
    return date.role != "anniversary" and bool(when and now and when[0] > now[1])


def _in_a_name(doc: Document, sentence: Sentence, unit: int) -> bool:
    """A level inside the name of a document ("Kế hoạch hành động đối tác chiến lược …") says nothing of itself."""
    heads = doc.units("instrument-head", max(sentence.first, unit - 7), unit)
    return bool(heads) and not any(
        doc.has(cls, heads[-1], unit) for cls in ("level-verb", "act", "pair", "party", "stage", "date")
    )


def _counted(doc: Document, match: Match) -> bool:
    """Whether partners are counted ("15 đối tác chiến lược, 11 đối tác toàn diện") or without names ("các đối tác chiến
    lược", "các nước đối tác đối thoại"): no two parties' level."""
    before = match.start - 1
    many = doc.norms[before] in _MANY or doc.norms[before].startswith("các ")
    return match.rule.name == "status.named" and (
        doc.norms[before].isdigit() or many or doc.entry(before, "any") is not None
    )


def _beside_another(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether another level of partnership stands right beside this one ("khuôn khổ đối tác chiến lược và đối tác toàn
    diện"): kinds of partners, since no two parties have both."""

    def partnership(at: int) -> str | None:
        entry = doc.entry(at, "level") if sentence.first <= at < sentence.last else None
        return str(entry.attrs["level"]) if entry and entry.attrs["level"] in _PARTNERSHIPS else None

    level = partnership(unit)
    return level is not None and any(
        doc.norms[unit + step] in _OR and partnership(unit + 2 * step) not in (None, level) for step in (-1, 1)
    )


def _raised_from(doc: Document, sentence: Sentence, unit: int) -> bool:
    """The level from which relations are raised stands: another one follows "lên"."""
    ahead = doc.units("level", unit + 1, min(unit + 12, sentence.last))
    return bool(ahead) and doc.has("up", unit + 1, ahead[0]) and not doc.has("level-verb", unit + 1, ahead[0])


def _raised_itself(doc: Document, match: Match, unit: int) -> bool:
    """Whether the level at a unit is what one raises or brings somewhere ("đưa quan hệ đối tác chiến lược đi vào chiều
    sâu") or something else behind it is ("quan hệ đối tác chiến lược, hai bên nhất trí nâng cao hiệu quả …")."""
    verb = match.groups["verb"][0]
    entry = doc.entry(verb, "level-verb")
    if entry is None or not entry.attrs.get("raises"):
        return False
    if verb < unit:
        return not doc.has("up", verb + 1, unit + 1)
    return not doc.norms[verb].startswith("được") and doc.norms[verb - 1] != "được"


def _raised_to(doc: Document, sentence: Sentence, unit: int) -> int | None:
    """The verb by which relations are raised to the level at a unit, or None."""
    if not doc.has("up", max(sentence.first, unit - 2), unit):
        return None
    verbs = doc.units("level-verb", max(sentence.first, unit - 18), unit)
    return verbs[-1] if verbs else None


def _towards(doc: Document, first: int, last: int) -> bool:
    """Whether a stretch before a level says that one but moves towards it."""
    signs = [doc.entry(i, "wish") for i in doc.units("wish", first, last)]
    return any(s and s.attrs.get("towards") for s in signs)


def _only_counted(doc: Document, match: Match, unit: int) -> bool:
    """ "35 năm quan hệ đối thoại" without a celebration or a founding counts years and names no founding."""
    date = doc.date_at.get(match.groups["date"][0])
    if date is None or date.rule != "date.anniversary-bare" or doc.has("level-verb", match.start, unit):
        return False
    return _celebrated(doc, match) is None


def _celebrated(doc: Document, match: Match) -> DateMention | None:
    """The anniversary that is celebrated before another in a list ("kỷ niệm 45 năm … và 10 năm …")."""
    sentence = doc.sentences[doc.sentence_of[match.start]]
    before = [doc.date_at[i] for i in doc.units("date", sentence.first, match.groups["date"][0])]
    return next((d for d in before if d.role == "anniversary" and d.rule != "date.anniversary-bare"), None)


def _founding(doc: Document, sentence: Sentence, unit: int) -> str:
    """The phase that a verb of founding gives: ended, suspended, wished, agreed, or done."""
    verb = doc.entry(unit, "level-verb")
    assert verb is not None
    if verb.attrs["phase"] != "founding":
        return str(verb.attrs["phase"])
    done = [i for i in doc.units("past-sign", max(sentence.first, unit - 6), unit) if doc.norms[i].startswith("đã")]
    start = done[-1] if done else unit - 6  # "nhờ sự ủng hộ của B, A đã trở thành …"
    wishes = [doc.entry(i, "wish") for i in range(max(sentence.first, start), unit)]
    phases = [str(wish.attrs["phase"]) for wish in wishes if wish]
    if "agreed" in phases and not any(w and w.attrs["phase"] == "proposed" and not w.attrs.get("soon") for w in wishes):
        return "agreed"  # "nhất trí sớm nâng cấp quan hệ"
    if "proposed" in phases:
        return "proposed"
    return "agreed" if "agreed" in phases else "established"


def _past(doc: Document, match: Match) -> bool:
    """A founding without a date counts as done only beside a sign of the past."""
    first = doc.sentences[doc.sentence_of[match.start]].first
    return any(doc.entry(i, "past-sign") for i in range(max(first, match.start - 6), match.end))


def _headlined(doc: Document, sentence: Sentence, match: Match) -> bool:
    """Whether a founding is the news of a headline that begins with the parties ("Việt Nam - Canada xác lập quan hệ Đối
    tác toàn diện"): headlines have no signs of the past."""
    first = sentence.first if doc.norms[sentence.first] else sentence.first + 1
    return sentence.zone == "title" and "verb" in match.groups and doc.entry(first, "party", "pair") is not None


def _told_now(doc: Document, match: Match) -> bool:
    """The founding is what the report is about ("chính thức nâng quan hệ …"): it happened on the report's occasion."""
    first = doc.sentences[doc.sentence_of[match.start]].first
    signs = [doc.entry(i, "past-sign") for i in doc.units("past-sign", max(first, match.start - 6), match.end)]
    return bool(signs) and all(sign and sign.attrs.get("now") for sign in signs)


def _parties(doc: Document, sentence: Sentence, unit: int, *, named: bool) -> tuple[str, str] | None:
    """The two parties of a level: named after it, before it, or the two sides in question (not where `named`)."""
    if found := _with(doc, sentence, unit):
        return found
    end = min(unit + 1 + _NEAR, sentence.last)
    following = (i for i in doc.units("date", unit + 1, end) if doc.date_at[i].role == "anniversary")
    after = _codes(doc, unit + 1, next(following, end))  # those behind a further anniversary are its own
    if len(after) == 2:
        return after[0], after[1]
    before = _codes(doc, max(sentence.first, unit - _NEAR), unit)
    if len(before) == 2 and not after:
        return before[0], before[1]
    both = list(dict.fromkeys([*before, *after]))
    if len(both) == 2:
        return both[0], both[1]
    if named:
        return None
    if pair_anaphor_in(doc, sentence.first, sentence.last) is not None or not both:
        return pair_at(doc, unit)
    whole = doc.facts["sentence-parties"][sentence.index]
    if len(whole) == 2:
        return whole[0], whole[1]
    if len(both) == 1:
        pair = story_pair(doc, sentence.story)
        if pair and both[0] in pair:
            return pair
        if pair:
            return pair[0], both[0]
    return None


def _with(doc: Document, sentence: Sentence, unit: int) -> tuple[str, str] | None:
    """The parties of a level that somebody has with another ("coi trọng quan hệ đối tác chiến lược với Đức"): the one
    named right behind it, and the nearest other before it, people's included."""
    link = next((i for i in range(unit + 1, min(unit + _LINK, sentence.last)) if doc.norms[i] in ("với", "của")), None)
    if link is None or (link > unit + 1 and doc.norms[link] == "với"):
        return None
    behind = [m for m in mentions_in(doc, link + 1, min(link + 1 + _BEHIND_WITH, sentence.last)) if m.how != "dyad"]
    if not behind or behind[0].first > link + 1 + _BEHIND_WITH // 2:
        return None
    other = behind[0].codes[0]
    named = [
        (m.first, m.codes)
        for m in mentions_in(doc, sentence.first, unit)
        if m.how != "place" and doc.norms[m.first - 1] != "với" and other not in m.codes
    ]
    named += [(p.first, (p.party,)) for p in people_in(doc, sentence.first, unit) if p.party and p.party != other]
    if named:
        nearest = max(named)[1][0]
        return next((codes[0] for _, codes in named if nearest in codes), nearest), other  # the first of a list
    pair = pair_at(doc, unit)
    return pair if pair and other in pair else None


def _codes(doc: Document, first: int, last: int) -> list[str]:
    named = [m for m in mentions_in(doc, first, last) if m.how != "place"]
    for mention in named:
        if mention.how in ("dyad", "list") and len(mention.codes) == 2:
            return list(mention.codes)
    return list(dict.fromkeys(code for m in named for code in m.codes))


def _date(doc: Document, sentence: Sentence, match: Match, unit: int) -> DateMention | None:
    """When it was founded: a year in brackets after it, the anniversary, or the nearest date in the sentence."""
    for i in range(unit + 1, min(unit + _BRACKET_REACH, sentence.last)):
        date = doc.date_at.get(i)
        if date and date.rule in _BRACKETS:
            return date
        if date or doc.entry(i, "level"):
            break
    if "date" in match.groups:
        return doc.date_at.get(match.groups["date"][0])
    near = [
        (abs(i - unit), i)
        for i in range(max(sentence.first, match.start - 6), min(unit + _DATE_REACH, sentence.last))
        if i in doc.date_at and doc.date_at[i].edtf and doc.date_at[i].role not in ("span", "until", "anniversary")
    ]
    return doc.date_at[min(near)[1]] if near else None


def _date_at_head(doc: Document, sentence: Sentence) -> DateMention | None:
    """The time that stands at the head of a sentence and holds for all of it ("Năm 1979, Mỹ …, cắt đứt …")."""
    head = [doc.date_at[i] for i in doc.units("date", sentence.first, sentence.first + _HEAD)]
    return next((date for date in head if date.edtf and date.role in ("", "since")), None)


def states_in(doc: Document, first: int, last: int) -> list[PartyMention]:
    """The mentions of states alone that begin in units `[first, last)`, other than where something is."""
    return [m for m in mentions_in(doc, first, last) if m.how != "place" and are_states(doc, m.codes)]


def set_date(doc: Document, record: Status, sentence: Sentence, date: DateMention) -> None:
    """Gives a record the time of a mention: that of a bracket its beginning, an anniversary the year that it counts
    back to."""
    if date.rule in _BRACKETS and date.edtf:
        record.date, record.date_basis = date.edtf.split("/")[0], "stated"
        return
    if date.role == "anniversary":
        year = _reference_year(doc, sentence, date)
        if year and date.count:
            record.date, record.date_basis = str(year - date.count), "derived"
            record.date_reason = f"{date.count} years before {year}"
        return
    take_date(record, date)


def _reference_year(doc: Document, sentence: Sentence, date: DateMention) -> int | None:
    """The year of which an anniversary counts back: one named beside it ("vào năm 2021"), else that of publication,
    unless the anniversary is still to come (it has no date then)."""
    for unit in range(sentence.first, sentence.last):
        other = doc.date_at.get(unit)
        if other is None or other is date or not other.edtf or other.rule not in _YEARS:
            continue
        gap = other.start - date.end
        listed = any(d.role == "anniversary" and date.end < d.start < other.start for d in doc.date_at.values())
        near = 0 <= gap < (140 if listed else 60) or (
            0 <= date.start - other.end < 25 and not _LISTED.fullmatch(doc.normal.low[other.end : date.start])
        )
        part = parse(other.edtf)[0]
        if near and part and part.year:
            return part.year
    published = doc.article.published if not sentence.story and date.edtf else None
    part = parse(published)[0] if published else None
    return part.year if part else None
