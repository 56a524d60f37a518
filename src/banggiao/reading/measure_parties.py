"""Between whom a measure is: the parties of an amount or a rank."""

from __future__ import annotations

from banggiao.reading.amounts import amounts_of
from banggiao.reading.document import Document, Sentence
from banggiao.reading.pairs import pair_anaphor_in, pair_at, story_pair
from banggiao.reading.parties import HOME, PartyMention, mentions_in
from banggiao.reading.people import people_in
from banggiao.reading.people_posts import are_states, is_state

_WITH_ALL = ("exports", "imports", "export-", "import-", "GDP")
_BECOMING = 3  # units before a ranked noun in which somebody becomes it
_TELLERS = ("non-speaker", "think-tank")
_PAPER = 10  # units between a newspaper and the state that it is of
_BETWEEN = 6  # units between "giữa X và Y" and its amount
_IN_BRACKET = 4  # units between a bracket and its amount
_GOODS = 10  # units behind a tariff in which those are named whose goods it is laid on
_FOR = frozenset({"cho", "tại", "vào", "đối với"})
_NEAR, _OWNER = 5, 12  # units before a ranked noun with its subject, and behind it with its owner


def parties_of(doc: Document, sentence: Sentence, at: int, measure: str) -> list[str]:
    """Between whom: a dyad or list in the sentence, its two parties, the two sides."""
    mentions = [
        m
        for m in mentions_in(doc, sentence.first, sentence.last)
        if not doc.entry(m.first - 1, "according-to")  # "theo Ngân hàng Thế giới"
        and not _of_a_paper(doc, sentence, m)
        and not (measure.endswith("-rank") and doc.norms[m.first - 1] == "sau")  # "lớn thứ hai sau Úc"
    ]
    codes = list(dict.fromkeys(code for m in mentions for code in m.codes))
    main = story_pair(doc, sentence.story)
    named = [m for m in mentions if m.how in ("dyad", "list") and len(m.codes) == 2]
    if main and _of_two_states(
        doc, sentence, at, main
    ):  # "hiệp định giữa Việt Nam và EAEU …, thương mại giữa hai nước"
        states = [m for m in named if are_states(doc, m.codes)]
        if named and not states:
            return list(main)
        named = states
    if told := _between(doc, named, at):
        return list(told.codes)
    if one := _with_many(doc, mentions, at):
        return list(one.codes)
    if measure == "tourists" and codes == [HOME]:
        return codes  # all who came: of one state's it is told
    for how in ("dyad", "list"):
        of_how = [m for m in named if m.how == how]
        if of_how:
            return list(_nearest(of_how, named, at).codes)
        if main and set(main) <= set(codes):
            return list(main)
    if len(codes) == 2:
        return codes
    if len(codes) == 1:
        people = [p.party for p in people_in(doc, sentence.first, at) if p.party and p.party not in codes]
        if len(set(people)) == 1 and people[0]:
            return [people[0], codes[0]]  # "Tổng thống Mỹ áp thuế 25% với hàng Trung Quốc"
    sides = pair_anaphor_in(doc, sentence.first, sentence.last) is not None
    if sides or len(codes) <= 1:
        pair = pair_at(doc, at)
        if pair and (not codes or codes[0] in pair) and (sides or _goes_without_saying(doc, sentence, measure, pair)):
            return list(pair)
    if len(codes) > 2:
        near = sorted((abs(m.first - at), code) for m in mentions for code in m.codes)
        return list(dict.fromkeys(code for _, code in near))[:2]
    return codes


def _of_two_states(doc: Document, sentence: Sentence, at: int, main: tuple[str, str]) -> bool:
    """Whether what is measured right before a unit is told to be of "the two countries" of a story about two states."""
    near = doc.units("pair", max(sentence.first, at - _OWNER), at)
    return any("nước" in doc.norms[unit] for unit in near) and are_states(doc, main)


def _of_a_paper(doc: Document, sentence: Sentence, mention: PartyMention) -> bool:
    """Whether a state is but that of a newspaper or institute that tells of the measure ("báo X của Nhật Bản")."""
    first = max(sentence.first, mention.first - _PAPER)
    if not any(doc.has(cls, first, mention.first) for cls in _TELLERS):
        return False
    for unit in range(mention.first - 1, first - 1, -1):
        teller = doc.entry(unit, *_TELLERS)
        if teller and (teller.attrs.get("reports") or teller.attrs.get("studies")):
            return True
        if doc.norms[unit] in (",", ";") or doc.entry(unit, "act", "measure", "party"):
            return False
    return False


def _between(doc: Document, named: list[PartyMention], at: int) -> PartyMention | None:
    """The pair between which something is told to be right before a unit ("thương mại giữa X và Y đạt …")."""
    return next((m for m in named if doc.norms[m.first - 1] == "giữa" and 0 <= at - m.last <= _BETWEEN), None)


def _with_many(doc: Document, mentions: list[PartyMention], at: int) -> PartyMention | None:
    """The state of which something is told to be with many that are not named ("thương mại giữa Trung Quốc và các quốc
    gia tham gia BRI")."""
    for mention in mentions:
        if doc.norms[mention.first - 1] == "giữa" and mention.last + 1 < at and len(mention.codes) == 1:
            many = doc.entry(mention.last, "joiner") and doc.norms[mention.last + 1].startswith("các")
            if many and not mentions_in(doc, mention.last + 1, mention.last + _NEAR):
                return mention
    return None


def _nearest(first: list[PartyMention], named: list[PartyMention], at: int) -> PartyMention:
    """Of the pairs that a sentence names the one nearest before a unit; one in the name of an agreement says little of
    what is measured ("Hiệp định thương mại Việt Nam - EU … giữa Việt Nam và Đức đạt 10 tỷ USD")."""
    before = [m for m in named if m.last <= at and m.rule != "party.in-name"]
    return before[-1] if before else first[0]


def _goes_without_saying(doc: Document, sentence: Sentence, measure: str, pair: tuple[str, str]) -> bool:
    """Whether a measure is one between a story's two parties where its sentence does not name both: trade is, unless it
    is a state's with all others (exports, GDP); what is given or invested is, where the press's own state has it."""
    if amounts_of(doc).tells("mutual", doc.low[sentence.start : sentence.end]) or tells_parts(doc, sentence):
        return True
    if measure.startswith(_WITH_ALL) or measure.endswith(" share"):
        return False
    return measure.startswith("trade") or HOME in pair


def tells_parts(doc: Document, sentence: Sentence) -> bool:
    """Whether a sentence tells the parts of what the one before it measures ("Trong đó, xuất khẩu đạt …")."""
    return amounts_of(doc).begins("parts", doc.low[sentence.start : sentence.end])


def is_of_one(doc: Document, measure: str, parties: list[str]) -> bool:
    """Whether a measure is one party's with nobody told: only a state exports ("gia nhập WTO, xuất khẩu …")."""
    return bool(parties) and (is_state(doc, parties[0]) or not measure.startswith(("exports", "imports")))


def of_bracket(doc: Document, sentence: Sentence, at: int) -> list[str]:
    """The parties of an amount in brackets behind the one party whose it is, of several in a row: with whom they are,
    the sentence's first says ("thâm hụt với Singapore (2 tỷ USD), Malaysia (1,6 tỷ USD)")."""
    opening = next((i for i in range(at - 1, max(sentence.first, at - _IN_BRACKET) - 1, -1) if doc.norms[i] == "("), 0)
    if not opening:
        return []
    others = [m for m in mentions_in(doc, sentence.first, opening) if len(m.codes) == 1]
    if len(others) < 2 or others[-1].last != opening or others[0].codes == others[-1].codes:
        return []
    row = [m for m in mentions_in(doc, opening, sentence.last) if len(m.codes) == 1 and doc.norms[m.last] == "("]
    row += [m for m in others[:-1] if doc.norms[m.last] == "("]
    return [*others[0].codes, *others[-1].codes] if row else []


def taxes(doc: Document, sentence: Sentence, at: int) -> list[str]:
    """Who lays a tariff on whose goods, where more than two parties are named: the last one before it and the first
    behind it ("Mỹ áp thuế 25% lên 34 tỷ USD hàng hoá Trung Quốc")."""
    before = [m for m in _subjects(doc, sentence, at) if len(m.codes) == 1]
    behind = [m for m in mentions_in(doc, at, min(sentence.last, at + _GOODS)) if len(m.codes) == 1]
    if not before or not behind or before[-1].codes == behind[0].codes:
        return []
    if not doc.has("measure", before[-1].last, at) or doc.parted(before[-1].last, at):
        return []
    return [*before[-1].codes, *behind[0].codes] if not doc.parted(at, behind[0].first) else []


def sent_away(doc: Document, sentence: Sentence, at: int, end: int) -> list[str]:
    """Who sends diplomats counted at units `[at, end)` away and whose they are: the last other party before them, and
    the one right behind them; nothing where several send them ("Anh và hàng chục nước …")."""
    whose = mentions_in(doc, end, min(sentence.last, end + 1))
    senders = [m for m in _subjects(doc, sentence, at) if whose and m.codes != whose[0].codes and len(m.codes) == 1]
    if not senders or doc.entry(senders[-1].first - 1, "joiner") or doc.entry(senders[-1].last, "joiner"):
        return []
    return [*senders[-1].codes, *whose[0].codes]


def owner(doc: Document, sentence: Sentence, unit: int) -> list[str]:
    """Who has a rank, and with whom ("Mỹ là thị trường xuất khẩu lớn nhất của Việt Nam"): the party right before the
    ranked noun and the one behind "của"; nothing where they are not both told."""
    if becoming := doc.units("becoming", max(sentence.first, unit - _BECOMING), unit):
        # "X đã vượt Y, trở thành đối tác lớn nhất của Z": not Y, though it is nearer
        passed = doc.units("lost-place", sentence.first, becoming[0])
        before = _subjects(doc, sentence, passed[0] if passed else becoming[0])
        if not before:
            return []
    else:
        before = [m for m in mentions_in(doc, max(sentence.first, unit - _NEAR), unit) if m.how != "place"]
        if not before:  # "… Trung Quốc, vốn là đồng minh và là đối tác thương mại lớn nhất của Triều Tiên"
            passed = doc.units("lost-place", sentence.first, unit)
            before = _subjects(doc, sentence, passed[0] if passed else unit)[-1:] if doc.norms[unit - 1] == "là" else []
        elif doc.parted(before[-1].last, unit) and not _is_beside(doc, before[-1], unit):
            return []
        if not before:
            return []
    for mention in mentions_in(doc, unit + 1, min(sentence.last, unit + _OWNER)):
        if _has(doc, mention.first - 1) and len(mention.codes) == 1 and len(before[-1].codes) == 1:
            return list(dict.fromkeys([*before[-1].codes, *mention.codes])) if mention.codes != before[-1].codes else []
    return []


def _is_beside(doc: Document, mention: PartyMention, unit: int) -> bool:
    """Whether a ranked noun at a unit stands right behind a party, with but a comma between them ("Nhật Bản, nhà tài
    trợ lớn nhất của Việt Nam")."""
    return mention.last == unit - 1 and doc.norms[unit - 1] == ","


def _has(doc: Document, unit: int) -> bool:
    """Whether the party behind a unit is the one with whom another has a rank ("của", "cho", "tại")."""
    return doc.entry(unit, "of") is not None or doc.norms[unit] in _FOR


def _subjects(doc: Document, sentence: Sentence, last: int) -> list[PartyMention]:
    """The parties before a unit that may do what is told there: not those with whom something is done."""
    return [
        m
        for m in mentions_in(doc, sentence.first, last)
        if m.how != "place" and not (m.first > sentence.first and _is_other(doc, m.first - 1))
    ]


def _is_other(doc: Document, unit: int) -> bool:
    """Whether the party behind a unit is one with, to or of whom something is done, or by whom it is told."""
    preposition = doc.entry(unit, "preposition")
    other = preposition is not None and bool(preposition.attrs.get("other"))
    return other or doc.entry(unit, "according-to") is not None


def has_lost(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether a rank is one that a party does not hold any more ("để mất vị trí đối tác thương mại lớn nhất")."""
    if doc.units("becoming", max(sentence.first, unit - _BECOMING), unit):
        return False
    held = unit > sentence.first and doc.entry(unit - 1, "standing") is not None
    return doc.has("lost-place", sentence.first if held else max(sentence.first, unit - _NEAR), unit)
