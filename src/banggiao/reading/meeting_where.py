"""Where an occasion is: what its own sentence says."""

from __future__ import annotations

from banggiao.reading.document import Document, Sentence
from banggiao.reading.meeting_when import framing, is_topic, is_visit, told_apart

_PLACE_REACH = 26
_WHOSE = 3  # units before a word of place in which that stands which goes on there, and whose it is
_VENUE = 8  # units of a house's name, before its city
_NO_HOUSE = ("act", "occasion", "at", "body", "post", "framing", "and-also")
_HYPHENS = frozenset(["-", "–"])


def place_of(
    doc: Document, sentence: Sentence, first: int, last: int, behind: int, *, conference: bool
) -> tuple[str | None, str | None]:
    """City and country after a word of place, nearest to the occasion. Where it only dates something else, what stands
    before it is the place of that ("tới Bắc Kinh sau hội nghị"), though talks are often where one speaks of them
    ("họp báo tại Hà Nội sau hội đàm"). `behind`: the unit behind those who are named with it."""
    best: tuple[int, int] | None = None
    frame = framing(doc, sentence, first)
    elsewhere = frame is not None and frame.attrs.get("beside") and not frame.attrs.get("there")
    start = last if frame is None and is_topic(doc, sentence, first) else sentence.first
    for at in doc.units("at", start, sentence.last - 1):
        if elsewhere and at < first and (conference or doc.entry(at, "travel", "occasion")):
            continue
        if doc.norms[at - 1] == "trước khi" and "," in doc.norms[at:first]:
            continue  # "trước khi tới Paris, ông gặp …"
        if doc.has("situation", max(sentence.first, at - _WHOSE), at) and _of_situation(doc, at):
            continue  # "vai trò của Iran trong cuộc chiến tại Syria"
        if (unit := _named_place(doc, at, sentence.last)) is not None:
            near = behind if all(i in doc.date_at or doc.entry(i, "preposition") for i in range(behind, at)) else last
            distance = unit - near if unit >= last else first - unit + 4
            between = (last, unit) if unit >= last else (unit, first)
            if doc.has("act", *between) or (unit >= last and told_apart(doc, last, unit)):
                continue
            if unit >= last and _for_something(doc, last, unit):
                continue  # "phiên họp nhằm tìm giải pháp ở Syria"
            if unit >= last and _of_journey(doc, last, at):
                continue  # "hội nghị Mỹ - Triều cũng như chuyến thăm của ông Kim tới Seoul"
            if unit >= last and elsewhere and _past_another(doc, last, at):
                continue  # "Sau hội nghị ASEAN, ông sẽ dự Thượng đỉnh G20 ở Osaka"
            if best is None or distance < best[0]:
                best = (distance, unit)
    unit = best[1] if best and best[0] <= _PLACE_REACH else _host(doc, sentence, first)
    if unit is None:
        return None, None
    if city := doc.entry(unit, "city"):
        return doc.surface(unit, unit + 1), city.attrs.get("country")
    party = doc.entry(unit, "party", "metonym")  # a seat of government is in its own state ("tại Nhà Trắng")
    state = doc.lexicon.parties.get(party.id) if party else None
    if party and party.cls == "metonym" and (house := _city_of_house(doc, sentence, unit)):
        return house
    if state and state.kind in ("state", "territory"):
        # a state that is one city ("tại Singapore") is told as both
        return (doc.surface(unit, unit + 1) if state.is_city else None), state.code
    return None, None


def _city_of_house(doc: Document, sentence: Sentence, house: int) -> tuple[str, str | None] | None:
    """The city, and its country, that stands behind a house of government ("tại Nhà Trắng, thủ đô Washington", "ở Điện
    Kremlin tại Moscow")."""
    unit = house + 1
    while unit < sentence.last and (doc.norms[unit] == "," or doc.entry(unit, "at", "capital-word")):
        unit += 1
    city = doc.entry(unit, "city") if unit > house + 1 and unit < sentence.last else None
    return (doc.surface(unit, unit + 1), city.attrs.get("country")) if city else None


def namesake(doc: Document, first: int, last: int) -> tuple[str | None, str | None]:
    """The city, and its country, by which the name in units `[first, last)` calls a conference ("hội nghị thượng đỉnh
    Hà Nội", "Diễn đàn Kinh tế St. Petersburg"); not one beside another name ("hội nghị Seoul - Bình Nhưỡng")."""
    for unit in doc.units("city", first + 1, last + (doc.entry(first, "gathering") is not None)):
        city = doc.entry(unit, "city")
        beside = doc.norms[unit - 1], doc.norms[min(unit + 1, len(doc.norms) - 1)]
        alone = not _HYPHENS.intersection(beside) and not doc.entry(unit - 1, "of", "joiner")
        if city and alone and not doc.entry(unit + 1, "joiner"):
            return doc.surface(unit, unit + 1), city.attrs.get("country")
    return None, None


def _host(doc: Document, sentence: Sentence, first: int) -> int | None:
    """The city or state that is told to be where an occasion right behind it is held ("Hà Nội là nơi diễn ra …")."""
    tells = False
    for unit in range(first - 1, sentence.first - 1, -1):
        if word := doc.entry(unit, "hosting"):
            tells = tells or bool(word.attrs.get("tells"))
        elif not doc.entry(unit, "takes-place", "meeting-sign", "past-sign", "passive", "capital-word"):
            if not tells or doc.norms[unit] != ",":  # "Hamburg, thành phố đăng cai G20"
                return unit if tells and doc.entry(unit, "city", "party") else None
    return None


def venue_of(doc: Document, sentence: Sentence, parties: list[str]) -> str | None:
    """The one of some parties in whose house something is ("tại Phủ Chủ tịch", not "tại Phủ Chủ tịch Cuba")."""
    for at in doc.units("at", sentence.first, sentence.last - 1):
        venue = doc.entry(at + 1, "venue")
        if venue and venue.attrs["country"] in parties and not doc.entry(at + 2, "party", "city", "of"):
            return str(venue.attrs["country"])
    return None


def _of_journey(doc: Document, last: int, at: int) -> bool:
    """Whether a place behind an occasion is where a visit told between them goes, on which the occasion is not."""
    visits = (
        unit for unit in doc.units("occasion", last, at) if is_visit(doc, unit) and "tháp tùng" not in doc.norms[unit]
    )
    return any(not doc.entry(unit - 1, "framing") for unit in visits)


def _past_another(doc: Document, last: int, at: int) -> bool:
    """Whether a comma and then another occasion, or somebody's going, stand between one and a place behind it."""
    comma = next((i for i in range(last, at) if doc.norms[i] == ","), None)
    if comma is None or doc.has("sideline", comma, at):
        return False
    return any(doc.has(cls, comma, at + 1) for cls in ("occasion", "body", "travel"))


def _of_situation(doc: Document, at: int) -> bool:
    """Whether what stands right before a word of place goes on there and is no venue ("tình hình ở Syria", "sự hiện
    diện của Iran ở Syria")."""
    unit = at - 1
    if not doc.entry(unit, "situation") and doc.entry(unit, "party", "short") and doc.entry(unit - 1, "of"):
        unit -= 2
    return doc.entry(unit, "situation") is not None


def _for_something(doc: Document, first: int, last: int) -> bool:
    """Whether an aim begins in a stretch, and no day after it brings one back to the occasion."""
    aims = [i for i in doc.units("purpose", first, last) if not doc.entry(i, "meets-with")]
    return bool(aims) and not doc.has("date", aims[0], last + 2)


def _named_place(doc: Document, at: int, end: int) -> int | None:
    """The city or state after a word of place: right behind it, or behind the house that it names first ("tại khách sạn
    Capella, Singapore", "ở làng đình chiến Bàn Môn Điếm")."""
    house = doc.entry(at + 1, "metonym") is not None and not doc.entry(at + 1, "city")
    if not house and doc.entry(at + 1, "city", "party"):
        return at + 1
    for unit in range(at + 1, min(end, at + _VENUE + 1)):
        if unit in doc.date_at or doc.entry(unit, *_NO_HOUSE):
            break
        if doc.norms[unit] not in (",", "("):
            if unit > at + 1 and not house and doc.entry(unit, "city") and doc.norms[unit - 1] != "-":
                return unit
            continue
        city = doc.entry(unit + 1, "city") or (doc.entry(unit + 1, "party") if doc.is_cap(unit - 1) else None)
        after = unit + 2
        if city and (after >= end or after in doc.date_at or doc.norms[after] in (",", ")", ".")):
            return unit + 1
        break
    return at + 1 if house else None
