"""When and where an occasion is, and whether it lies ahead: what its own sentence says."""

from __future__ import annotations

from banggiao import edtf
from banggiao.lexicon import Entry
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence

_DATE_REACH = 22  # units between an occasion and its date
_YEAR_REACH = 4  # a bare year farther off dates something else
_YEAR_AHEAD = 8  # units between a year at the head of a sentence and its occasion
_YEAR_BEHIND = 12
_BEHIND = 5  # units between an occasion and a date that is told right behind it
_AT_VERB = 4  # units between a date and the verb of saying that it dates
_OWN_REACH = 16  # units behind an occasion that only dates something else
_PLACE_REACH = 26
_WHOSE = 3  # units before a word of place in which that stands which goes on there, and whose it is
_VENUE = 8  # units of a house's name, before its city
_SIGN_REACH = 10
_SAID = 3  # of which something is said at an occasion: what is farther off is of the words said
_SIGN_CHAIN = 32  # a programme of a day or visit is one long clause
_SIGN_BEHIND = 6
_OFF = 3  # units behind an occasion and its people in which it is told that it is off
_FORESEEN = 16  # units of those who are named with an occasion, before the comma behind which it is foreseen
_CALL = 8  # units between a call for something to be called off and that
_NONE_REACH = 3
_FRAME = 3  # units before an occasion in which a word frames something with it
_HEAD = 3  # "Tại các cuộc gặp": units before an occasion that begins its sentence
_GONE_ON = 14
_SIGNS = ("meeting-sign", "agreed-on")
_TO_OCCASION = ("attend", "travel", "noun-maker", "any", "has-one", "takes-place", "meeting-sign", "passive")
"""Words that may stand between an occasion and a sign that tells nothing but of what is right behind it."""
_NO_HOUSE = ("act", "occasion", "at", "body", "post", "framing", "and-also")
_CLAUSE_ENDS = frozenset([":", '"', "“", "”"])
_MARKS = frozenset([",", "-", "–", "("])
_HYPHENS = frozenset(["-", "–"])
_SPANS = frozenset(["giờ", "ngày", "tuần", "tháng"])
_BEFORE = frozenset(["trước", "trước khi"])
_NEWS = 5  # units before "before" in which it is told that something happened
_PERHAPS = ("có thể", "nhiều khả năng")
_RIGHT_BEFORE = 2  # units between a sign and the occasion of which it tells
_WHO = 14  # units between "before" and an occasion behind those whose it is
_AFTER = frozenset(["sau", "ngay sau"])
_AFTER_THAT = "sau khi"
_SINCE = _AFTER | {"kể từ", "kể từ sau", "từ sau"}
_ENDING = "kết thúc"
_WHEN = "khi"
_LATER = frozenset(["đó", "này", "khi"])
WEEKS = frozenset({"date.week-relative", "date.weekend"})
"""Rules of dates that only tell in which week something is ("vào tuần tới")."""
_TOMORROW = frozenset({"date.tomorrow", "date.day-after-tomorrow"})
_LENGTHS = frozenset({"date.span-ahead"})  # "chuyến thăm hai ngày tới Pháp"
_WORD = 12  # letters before a date in which "tomorrow" or "back in" stands
_COMING = (" tới", " sắp tới", " tới đây", "tuần sau", "tháng sau", "năm tới")
_AGO = "hồi "
_ON = "hôm "  # a numbered day that it tells is over: the press writes "ngày 12/6" or "vào 12/6" of what is to come
_GONE = (" trước", " qua", " rồi", " ngoái", " vừa qua", " vừa rồi")
_DAY, _MONTH, _YEAR = 10, 7, 4  # the lengths of a full day's EDTF, a month's and a year's
_NO_DAYS = frozenset({"date.years", "date.decade", "date.decade-short", "date.years-bracket", "date.since-bracket"})


def date_of(doc: Document, sentence: Sentence, first: int, last: int) -> DateMention | None:
    """The nearest date of the sentence to units `[first, last)`, those after them preferred a little; a day before a
    vaguer date."""
    start, end = _scope(doc, sentence, first, last)
    within = doc.units("date", max(start, first - _DATE_REACH), min(end, last + _DATE_REACH))
    units = [unit for unit in within if _dates_it(doc, sentence, unit, first, last)]
    days = [unit for unit in units if len(doc.date_at[unit].edtf or "") >= _DAY]
    near = min(days or units, key=lambda unit: (unit - last if unit >= last else first - unit + 2, unit), default=None)
    return doc.date_at[near] if near is not None else None


def opening_day(doc: Document, sentence: Sentence, first: int, last: int) -> DateMention | None:
    """The day that opens a long sentence and is of all that it tells, where an occasion `[first, last)` far behind is
    the first of the sentence."""
    unit = sentence.first
    if (
        unit not in doc.date_at
        or len(doc.date_at[unit].edtf or "") < _DAY
        or unit < _scope(doc, sentence, first, last)[0]
    ):
        return None
    if any(doc.has(cls, unit, first) for cls in ("occasion", "body")) or _told_apart(doc, unit + 1, first):
        return None
    return doc.date_at[unit] if _dates_it(doc, sentence, unit, first, last) else None


def _dates_it(doc: Document, sentence: Sentence, unit: int, first: int, last: int) -> bool:
    """Whether the date at a unit can be that of the occasion `[first, last)` of its sentence."""
    edtf = doc.date_at[unit].edtf
    if not edtf or not _can_date(doc, sentence, unit, first, last):
        return False
    return len(edtf) != _YEAR or (doc.date_at[unit].role != "since" and _year_of(doc, sentence, unit, first, last))


def untold_day(doc: Document, sentence: Sentence, first: int, last: int) -> DateMention | None:
    """The words that date an occasion `[first, last)` and that only the unknown day of publication would resolve ("hôm
    nay", "tuần này")."""
    start, end = _scope(doc, sentence, first, last)
    for unit in doc.units("date", max(start, first - _DATE_REACH), min(end, last + _DATE_REACH)):
        if doc.date_at[unit].edtf is None and _can_date(doc, sentence, unit, first, last):
            return doc.date_at[unit]
    return None


def _can_date(doc: Document, sentence: Sentence, unit: int, first: int, last: int) -> bool:
    date = doc.date_at[unit]
    if date.role in ("anniversary", "span") or date.rule in _NO_DAYS:
        return False
    if unit < first and (_set_out(doc, unit, first) or _arranged(doc, unit, first)):
        return False
    if _of_another(doc, sentence, unit, first, last) or _of_speech(doc, sentence, unit, first, last):
        return False
    return unit < last or not (in_clause(doc, last, unit) or _of_who(doc, last, unit))


def named_year(doc: Document, unit: int) -> DateMention:
    """The year at a unit as a date: one that belongs to an occasion's name ("Hội nghị APEC 2017")."""
    return DateMention(doc.starts[unit], doc.ends[unit], doc.norms[unit], "date.year", "stated")


def _set_out(doc: Document, start: int, first: int) -> bool:
    """Whether somebody sets out in a stretch for the conference or the talks at a unit, which then lie ahead."""
    return not doc.entry(first, "travel") and not _is_visit(doc, first) and doc.has("setting-out", start, first)


def _arranged(doc: Document, start: int, first: int) -> bool:
    """Whether what is told in a stretch is how an occasion behind it is prepared ("ngày 5/9 tới Seoul để sắp xếp hội
    nghị")."""
    signs = (doc.entry(unit, "meeting-sign") for unit in doc.units("meeting-sign", start, first))
    return any(sign is not None and sign.attrs.get("arranges") for sign in signs)


def _is_visit(doc: Document, first: int) -> bool:
    entry = doc.entry(first, "occasion")
    return entry is not None and entry.attrs.get("form") == "visit"


def _year_of(doc: Document, sentence: Sentence, unit: int, first: int, last: int) -> bool:
    """Whether a bare year at a unit is that of the occasion: it stands beside it, at the head of a sentence that begins
    with the occasion ("Năm 2017, tại hội nghị"), or at the end of its own words ("chuyến thăm Việt Nam của Thủ tướng
    Canada năm 2017")."""
    if unit < first:
        return first - unit <= _YEAR_REACH - 2 or (unit <= sentence.first + 1 and first - unit <= _YEAR_AHEAD)
    between = range(last, unit)
    if any((frame := doc.entry(i, "framing")) and frame.attrs.get("beside") for i in between):
        return False  # "lần đầu tiên … kể từ khi chiến tranh kết thúc năm 1953"
    if len(between) <= _YEAR_REACH:
        return True
    return len(between) <= _YEAR_BEHIND and not any(
        doc.norms[i] in (",", "(", ";") or doc.entry(i, "act", "modal", "stage", "instrument", "joiner", "level")
        for i in between
    )


def _of_another(doc: Document, sentence: Sentence, unit: int, first: int, last: int) -> bool:
    """Whether a date stands behind another occasion of the sentence and so is that one's; a date at the head of a
    sentence is everybody's."""
    if unit >= last:
        others = [*doc.units("occasion", last, unit), *doc.units("body", last, unit)]
        if others and not _parted(doc, max(others), unit) and _listed(doc, sorted(others), last):
            return False
        # "gặp … bên lề hội nghị hồi tháng 9", "nhân chuyến thăm hồi tháng 9": the day of the one is that of the other
        return bool(others) and (doc.date_at[unit].role == "until" or not _along(doc, last, min(others)))
    if doc.norms[unit - 1] == ",":  # "Trong khuôn khổ …, chiều 2/8, diễn ra …"
        return False
    near = max(sentence.first, unit - _BEHIND)
    if unit + 1 < first and doc.entry(unit + 1, "joiner"):  # "chuyến thăm Nga của X tháng 1 và chuyến thăm Mỹ của Y …"
        near = next((i for i in range(unit, sentence.first, -1) if doc.norms[i] in (",", ";")), sentence.first)
    if _framing(doc, sentence, first) is not None and doc.has("travel", near, unit):
        return (
            True  # "tới Hà Nội ngày 6/7 để bàn những gì đạt được trong hội nghị"; not "tới Hà Nội ngày 6/7 dự hội nghị"
        )
    return doc.has("occasion", near, unit) or doc.has("body", near, unit)


def _along(doc: Document, last: int, other: int) -> bool:
    """Whether what ends before unit `last` is held on the margins of another occasion or on the occasion of it."""
    if doc.has("sideline", max(last, other - 2), other):
        return True
    frame = doc.entry(other - 1, "framing") if other > last else None
    return frame is not None and bool(frame.attrs.get("there"))


def _parted(doc: Document, first: int, last: int) -> bool:
    """Whether a comma stands in a stretch that sets off more than a state behind its city or a day."""
    return any(
        doc.norms[i] == "," and not (doc.entry(i - 1, "city", "party") and (doc.entry(i + 1, "party") or i + 1 == last))
        for i in range(first, last)
    )


def days_of_both(doc: Document, sentence: Sentence, last: int) -> DateMention | None:
    """The days or the month of a journey whose word ends before unit `last` as well as of what it is joined with ("thăm
    chính thức Nhật Bản và dự Hội nghị … từ ngày 26 đến 28/5")."""
    others = sorted([*doc.units("occasion", last, sentence.last), *doc.units("body", last, sentence.last)])
    joined = doc.units("joiner", last, others[0]) if others else []
    if not any(not doc.entry(i + 1, "party", "city", "short") for i in joined):
        return None
    for unit in doc.units("date", others[0], min(sentence.last, last + _DATE_REACH)):
        date = doc.date_at[unit]
        days = "/" in (date.edtf or "") and date.rule not in WEEKS
        if (days or len(date.edtf or "") == _MONTH) and not _parted(doc, last, unit) and not doc.has("act", last, unit):
            return date
    return None


def _listed(doc: Document, others: list[int], last: int) -> bool:
    """Whether an occasion that ends before unit `last` stands in one list with conferences behind it ("Tại Hội nghị A
    và Hội nghị B diễn ra hôm 7/8"): one day dates them all."""
    nouns = all(doc.entry(i, "body") or ((e := doc.entry(i, "occasion")) and e.attrs.get("noun")) for i in others)
    gap = range(last, others[0])
    gap = range(next((i for i in gap if doc.norms[i] == "," or doc.entry(i, "joiner")), gap.stop), gap.stop)
    return (
        nouns
        and len(gap) > 0
        and all(doc.norms[i] == "," or doc.norms[i].isdigit() or doc.entry(i, "joiner", "any") for i in gap)
    )


def _of_speech(doc: Document, sentence: Sentence, unit: int, first: int, last: int) -> bool:
    """Whether a date is that of words about the occasion: a verb of saying parts it from an occasion behind it ("hôm
    24/5 tuyên bố rút khỏi hội nghị"; not "hôm qua phát biểu tại hội nghị"), or it stands at the verb ("…, ông X hôm
    7/11 nói", "…, ông X nói hôm 7/11") or in the words for the source ("theo thông báo của Nhà Trắng hôm 7/11, …")."""
    if unit < first:
        if _passed_on(doc, unit + 1):
            return True
        acts = doc.units("act", unit, first)
        if acts and not (acts[-1] >= first - 2 and doc.entry(first - 1, "framing")):
            return True
        if doc.norms[_behind_date(doc, sentence, unit)] == "rằng":
            return True  # "cho biết hôm 31/5 rằng …"
        return _of_source(doc, sentence.first, unit) and "," in doc.norms[unit:first]
    marks = [i for i in range(last, unit) if doc.norms[i] in (",", '"', "”")]
    if not marks:
        return False
    end = min(sentence.last, unit + _AT_VERB)
    if doc.has("act", unit + 1, end) or _passed_on(doc, min(unit + 1, end - 1)):
        return True
    if _of_source(doc, marks[-1] + 1, unit):
        return True
    at = unit - (doc.entry(unit - 1, "preposition") is not None) - 1
    closes = not doc.norms[_behind_date(doc, sentence, unit)][:1].isalnum()
    if closes and at > marks[-1] and doc.entry(at, "act", "news-verb"):
        return True
    return doc.norms[marks[0]] != "," and doc.has("act", marks[0], unit)


def _passed_on(doc: Document, unit: int) -> bool:
    """Whether a verb by which a newspaper passes on what is told stands at a unit ("Reuters hôm 18/7 dẫn lời …", not
    "sáng 18/7 theo giờ địa phương")."""
    source = doc.entry(unit, "according-to")
    return bool(source and source.attrs.get("words")) or doc.entry(unit, "news-verb") is not None


def _behind_date(doc: Document, sentence: Sentence, unit: int) -> int:
    """The unit behind a date: the boundary where the sentence ends with it."""
    return min(unit + 1, sentence.last)


def _of_source(doc: Document, start: int, unit: int) -> bool:
    """Whether words for the source of what is told begin at a unit and go on to a day ("theo thông báo của Nhà Trắng
    hôm 7/11"); a plan or an invitation is none ("theo lịch trình, ngày 7/11", "theo lời mời của Tổng thống Nga")."""
    if not doc.entry(start, "according-to") or len(doc.date_at[unit].edtf or "") != _DAY:
        return False
    if any(doc.norms[i] in (",", ":") for i in range(start, unit)) or doc.has("meeting-sign", start, unit):
        return False
    return any(doc.is_cap(i) or doc.entry(i, "act", "report") for i in range(start + 1, unit))


def in_clause(doc: Document, first: int, last: int) -> bool:
    """Whether a clause about another time begins in a stretch ("lần đầu kể từ khi ông nhậm chức hồi tháng 7")."""
    return any((e := doc.entry(i, "framing")) and e.attrs.get("clause") for i in doc.units("framing", first, last))


def _of_who(doc: Document, first: int, last: int) -> bool:
    """Whether a clause about somebody stands in a stretch and goes on to its end: what he did then, or will, is not the
    occasion ("gặp Nhật hoàng, người sẽ lên ngôi ngày 1/5")."""
    for unit in range(last - 1, first, -1):
        if doc.norms[unit] in (",", ";"):
            return False
        if doc.norms[unit] == "người" and doc.norms[unit - 1] in _MARKS:
            return True
    return False


def _framing(doc: Document, sentence: Sentence, first: int) -> Entry | None:
    """The word right before an occasion that frames something else with it."""
    if not doc.has("framing", max(sentence.first, first - _FRAME), first):
        return None
    for unit in range(first - 1, max(sentence.first, first - _FRAME) - 1, -1):
        if doc.entry(unit, "topical") and not doc.entry(unit, "framing"):
            return None  # "tại Vienna đặt nền móng cho cuộc gặp"
        if frame := doc.entry(unit, "framing"):
            return frame
    return None


def is_topic(doc: Document, sentence: Sentence, first: int) -> bool:
    """Whether an occasion is what something told before is about or for ("tới Hà Nội để bàn về hội nghị"): days and
    places before it are that one's."""
    if not doc.has("topical", max(sentence.first, first - _FRAME - 1) + 1, first):
        return False
    for unit in range(first - 1, max(sentence.first, first - _FRAME - 1), -1):
        if word := doc.entry(unit, "topical"):
            placed = doc.norms[unit - 1] == ")" or doc.entry(unit - 1, "city", "party") is not None
            return not word.attrs.get("near") or (unit == first - 1 and not placed)
        if not doc.norms[unit][:1].isalnum() or doc.entry(unit, "occasion", "body", "at", "framing"):
            return False
    return False


def is_beside(doc: Document, sentence: Sentence, first: int) -> bool:
    """Whether an occasion only dates something else ("sau hội nghị, ông X thăm …"): the main clause is not about it."""
    frame = _framing(doc, sentence, first)
    return frame is not None and bool(frame.attrs.get("beside"))


def is_frame(doc: Document, sentence: Sentence, first: int) -> bool:
    """Whether what else a sentence tells takes place at or on the occasion at a unit ("trong chuyến thăm", "nhân chuyến
    thăm")."""
    frame = _framing(doc, sentence, first)
    return frame is not None and (not frame.attrs.get("beside") or bool(frame.attrs.get("there")))


def follows(doc: Document, sentence: Sentence, first: int) -> bool:
    """Whether a sentence tells of something that was after an occasion ("… một năm sau cuộc gặp", "kể từ hội nghị")."""
    near = range(max(sentence.first, first - _FRAME), first)
    return is_beside(doc, sentence, first) and any(doc.norms[unit] in _SINCE for unit in near)


def _scope(doc: Document, sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The units among which an occasion's date stands. One that only dates something else ("sau hội đàm", "trước thềm
    hội nghị") has its own date right behind it; one at which something is said ("tại cuộc gặp, …") has none behind the
    comma."""
    frame = _framing(doc, sentence, first)
    if frame is None:
        return (last if is_topic(doc, sentence, first) else sentence.first), sentence.last
    end = _clause_end(doc, sentence, last)
    while doc.norms[end] == "," and end + 1 < sentence.last:
        state = doc.entry(end - 1, "city") and doc.entry(end + 1, "party", "short")  # "ở Hamburg, Đức, hồi tháng 7"
        # "Trong khuôn khổ …, chiều 2/8, …"
        # not "Sau chuyến thăm Đức, chiều 2/8, ông …", but "trước hội nghị ở Hamburg, Đức, tháng 7"
        own = not frame.attrs.get("beside") or frame.attrs.get("there") or doc.norms[end - 2] == ","
        dated = end + 1 in doc.date_at and own
        if not state and not dated and not _house_ends(doc, end) and not _goes_on(doc, sentence, last, end):
            break
        end = _clause_end(doc, sentence, end + 2)
    if frame.attrs.get("beside"):
        return last, min(end, last + _OWN_REACH)
    return sentence.first, end


def _house_ends(doc: Document, comma: int) -> bool:
    """Whether a comma parts a house from its city, behind which a day stands ("tại khách sạn Capella, Singapore hôm
    12/6")."""
    day = comma + 2 + (doc.entry(comma + 2, "preposition") is not None)
    return doc.entry(comma + 1, "city", "party") is not None and day in doc.date_at and doc.is_cap(comma - 1)


def _goes_on(doc: Document, sentence: Sentence, last: int, comma: int) -> bool:
    """Whether the clause behind a comma goes on with the occasion before it ("trước cuộc gặp, dự kiến diễn ra hôm
    2/3")."""
    if doc.has("occasion", last, comma) or doc.has("body", last, comma):
        return False
    unit = comma + 1
    while unit < sentence.last - 1 and not doc.entry(unit, "takes-place"):
        if not doc.entry(unit, "meeting-sign", "past-sign", "passive"):
            return False
        unit += 1
    return doc.entry(unit, "takes-place") is not None and doc.entry(unit + 1, "act") is None


def _clause_end(doc: Document, sentence: Sentence, unit: int) -> int:
    return next((i for i in range(unit, sentence.last) if doc.norms[i] in (",", ";", ":")), sentence.last)


def place_of(
    doc: Document, sentence: Sentence, first: int, last: int, behind: int, *, conference: bool
) -> tuple[str | None, str | None]:
    """City and country after a word of place, nearest to the occasion. Where it only dates something else, what stands
    before it is the place of that ("tới Bắc Kinh sau hội nghị"), though talks are often where one speaks of them
    ("họp báo tại Hà Nội sau hội đàm"). `behind`: the unit behind those who are named with it."""
    best: tuple[int, int] | None = None
    frame = _framing(doc, sentence, first)
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
            if doc.has("act", *between) or (unit >= last and _told_apart(doc, last, unit)):
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
        unit for unit in doc.units("occasion", last, at) if _is_visit(doc, unit) and "tháp tùng" not in doc.norms[unit]
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


def _told_apart(doc: Document, first: int, last: int) -> bool:
    """Whether what lies beside an occasion in time begins in a stretch ("cuộc gặp được công bố sau khi ông tới
    Moscow"): what stands on the other side of it is not the occasion's."""
    for unit in doc.units("framing", first, last):
        frame = doc.entry(unit, "framing")
        if frame and frame.attrs.get("beside") and not doc.entry(unit, "sideline"):
            return True
    return False


def whether(
    doc: Document, sentence: Sentence, date: DateMention | None, first: int, last: int
) -> tuple[str | None, DateMention | None, bool]:
    """held, planned or cancelled, by the date where it tells and else by the words, or None for what is only spoken of
    ("từ chối gặp"); the date, or None where it is the day on which the plan was told ("hôm 8/3 nhận lời gặp"); and
    whether anything told the phase."""
    sign, at = _sign(doc, sentence, first, last)
    if sign == "none":
        return None, date, True
    untold = sign is None or (sign == "held" and at >= last)
    ahead = date is None or _way(doc, date) >= 0
    if ahead and untold and _soon_after(doc, sentence, first):
        sign = "planned"
    if ahead and (sign is None or doc.norms[at] == _AFTER_THAT) and _upon_which(doc, sentence, first, last):
        sign = "planned"
    if sign == "cancelled" and date and date.start < doc.starts[at] < doc.starts[first]:
        return "cancelled", None, True  # "hôm 29/11 bất ngờ huỷ cuộc gặp"
    published = doc.article.published if not sentence.story else None
    if published is None:
        if date and sign == "planned" and _way(doc, date) < 0 and (at >= last or _after_all(doc, date, first, at)):
            return "held", date, True  # "tại cuộc gặp hồi tháng 9 năm ngoái sẽ đóng cửa …"
        # "Trước cuộc gặp ngày mai, ông X nói …", "cuộc gặp vừa được ấn định vào ngày 2/3 tới"
        own = sign == "held" and (at == first or at >= last) and date and _way(doc, date) > 0
        if own or (sign is None and _soon(doc, sentence, date, first, last)):
            return "planned", date, True
    if date and date.edtf and published and sign != "cancelled":
        when, now = edtf.bounds(date.edtf), edtf.bounds(published)
        if when and now:
            if when[0] > now[1] or (when[1] > now[1] and _ends(doc, date)):
                return "planned", date, True
            if sign == "planned" and when[1] <= now[1] and date.start < doc.starts[at] < doc.starts[first]:
                later = when == now and _still_to_come(doc, sentence, date, at)
                return "planned", date if later else None, True
            if when[1] < now[0]:
                return "held", date, True
    return sign or "held", date, sign is not None


def _way(doc: Document, date: DateMention) -> int:
    """Which way a time lies by its own words: 1 ahead ("tháng 11 tới", "ngày mai"), -1 behind ("hồi tháng 9", "tuần
    trước"), 0 where they do not say."""
    words, before = doc.low[date.start : date.end], doc.low[max(date.start - _WORD, 0) : date.start]
    if date.role == "until":
        return 0  # "đang có chuyến thăm đến hết ngày mai"
    if date.rule in _TOMORROW or words.startswith("ngày mai"):
        return 1
    if date.rule not in _LENGTHS and words.endswith(_COMING):
        return 1
    if words[-1:].isdigit() and (words.startswith(_ON) or before.endswith(_ON)):
        return -1
    return -1 if words.startswith(_AGO) or words.endswith(_GONE) or before.endswith(_AGO) else 0


def _after_all(doc: Document, date: DateMention, first: int, at: int) -> bool:
    """Whether a time that lies behind stands behind an occasion, so that a sign of the future at a unit before that
    tells of something else ("sẽ giữ cam kết đưa ra khi gặp ông X hôm 12/6"), or that it was prepared; not one right
    before it, and an invitation has its own day there."""
    sign = doc.entry(at, "meeting-sign")
    if sign is None or sign.attrs.get("offer") or date.start <= doc.starts[first]:
        return False
    if doc.has("sideline", max(at, first - 2), first):
        return False  # "sẽ gặp ông X bên lề G20 hôm 28/6"
    return first - at > _RIGHT_BEFORE or bool(sign.attrs.get("arranges"))


def _soon(doc: Document, sentence: Sentence, date: DateMention | None, first: int, last: int) -> bool:
    """Whether the occasion's own day, or a time told right behind it, lies ahead by its words ("cuộc gặp ngày mai
    (27-4)", "hội nghị diễn ra vào tuần sau", "cuộc hội đàm sắp tới với …")."""
    if date and (_way(doc, date) or len(date.edtf or "") >= _DAY):
        return _way(doc, date) > 0
    if first + 1 < sentence.last and doc.norms[first + 1] == "sắp tới":
        return True
    for unit in range(first + 1, min(last + _SIGN_BEHIND, sentence.last)):
        if doc.norms[unit] in (",", ";") or (unit >= last and doc.entry(unit, "occasion", "body", "act")):
            return False
        if near := doc.date_at.get(unit):
            there = doc.entry(unit + 1, "party", "city", "metonym") is not None
            return not there and _way(doc, near) > 0  # not "chuyến thăm thứ ba tới Nga"
    return False


def _soon_after(doc: Document, sentence: Sentence, first: int) -> bool:
    """Whether what the report tells took place a measured time before an occasion, which then lies ahead ("Lời cảnh báo
    được đưa ra hai ngày trước hội nghị"). Not at the head of a sentence: "Hai ngày trước hội nghị, …" looks back."""
    for unit in range(first - 1, max(sentence.first, first - _WHO), -1):
        if doc.norms[unit] in _BEFORE:
            return doc.norms[unit - 1] in _SPANS and doc.has("happening", max(sentence.first, unit - _NEWS), unit)
        if doc.norms[unit] in (",", ";", ":"):
            return False
    return False


def _upon_which(doc: Document, sentence: Sentence, first: int, last: int) -> bool:
    """Whether a sentence begins with an occasion after which something will be ("Sau khi hai người gặp nhau, đội danh
    dự sẽ …")."""
    opening = sentence.first if doc.norms[sentence.first] else sentence.first + 1
    if doc.norms[opening] != _AFTER_THAT or first - opening > _WHO:
        return False
    comma = next((unit for unit in range(last, min(last + _SIGN_CHAIN, sentence.last)) if doc.norms[unit] == ","), None)
    ahead = doc.units("planned", comma + 1, min(comma + 1 + _SIGN_REACH, sentence.last)) if comma is not None else []
    return bool(ahead) and not doc.has("past-sign", opening + 1, ahead[0])


def _still_to_come(doc: Document, sentence: Sentence, date: DateMention, at: int) -> bool:
    """Whether what a plain sign of the future at a unit tells is still to come on the day of the article ("Sáng nay, X
    sẽ gặp …"): nobody says so on that day."""
    sign = doc.entry(at, "meeting-sign")
    unit = next((i for i in range(sentence.first, at) if doc.date_at.get(i) is date), at)
    return sign is not None and not sign.attrs.get("before") and not doc.has("act", unit, at)


def _sign(doc: Document, sentence: Sentence, first: int, last: int) -> tuple[str | None, int]:
    """The nearest sign before the word, else one behind it, and where it stands; "đã" nearer than a sign of the future
    undoes it."""
    if is_ending(doc, first) or doc.norms[first - 1] == "trước khi " + _ENDING:
        return "held", first
    signs_behind = doc.units("meeting-sign", last, min(_behind_place(doc, sentence, last) + _OFF, sentence.last))
    off = next((unit for unit in signs_behind if _off(doc, unit)), None)
    if off is not None and "," not in doc.norms[last:off] and not doc.has("joiner", last, off):
        feared = doc.norms[off - 1].startswith(_PERHAPS) or _supposed(doc, sentence, first)
        return "planned" if feared else _feared(doc, sentence, off, "cancelled"), off  # "lời mời ông X thăm Anh bị huỷ"
    ahead = _foreseen(doc, sentence, last)
    if ahead is None and not _is_verb(doc, first) and _lies_ahead(doc, sentence, last):
        ahead = last  # "đã dẫn tới cuộc gặp giữa ông X và ông Y dự kiến diễn ra …"
    over = False
    start = max(sentence.first, first - (_SAID if doc.entry(first - 2, "act") and _framed(doc, first) else _SIGN_REACH))
    signs = {unit for cls in (*_SIGNS, "past-sign", "framing") for unit in doc.units(cls, start, first + 1)}
    for unit in sorted(signs, reverse=True):
        sign = doc.entry(unit, *_SIGNS)
        if doc.norms[unit] in _AFTER and doc.norms[unit + 1] not in _LATER and not _of_programme(doc, first):
            over = True
            break  # "sẽ tới Bắc Kinh sau hội nghị": that may be over
        if sign and sign.attrs["phase"] == "cancelled" and "," in doc.norms[unit:first]:
            continue  # "sau nhiều lần trì hoãn, …"
        if sign and _declined(doc, unit, first, sign):
            return "none", unit
        if sign and sign.attrs.get("visit") and not _is_visit(doc, first):
            continue  # "được mời dự hội nghị" is told of those who are there
        if sign and _of_deed_at(doc, unit, first, sign):
            continue
        far = sign is not None and sign.attrs["phase"] != "none" and not sign.attrs.get("near")
        if sign and (far or first - unit <= _NONE_REACH):
            return _feared(doc, sentence, unit, str(sign.attrs["phase"])), unit
        if unit < first and doc.entry(unit, "past-sign") and ahead is None:
            return "held", unit
    if ahead is not None:
        return "planned", ahead
    if not over and (ruling := _ruling_sign(doc, sentence, first)) is not None:
        return "planned", ruling
    occasion = doc.entry(first, "occasion")
    met = occasion is not None and occasion.attrs["form"] in ("talks", "call")
    for unit in range(last, min(sentence.last, last + _SIGN_BEHIND)):
        if doc.norms[unit] in (",", ";"):
            break
        if met and doc.entry(unit, "joiner") and doc.entry(unit + 1, *_SIGNS, "past-sign"):
            break  # "gặp ông X và sẽ gặp ông Y"
        if doc.entry(unit, "meeting-sign") and doc.entry(unit + 1, "lasting"):
            break  # "sẽ kéo dài đến ngày 8/8": it may be under way
        if doc.entry(unit, "past-sign") and not doc.entry(unit + 1, "meeting-sign"):
            return (None if doc.entry(unit, "framing") else "held"), unit  # "cuộc gặp sau khi …" tells nothing
        if (sign := doc.entry(unit, "meeting-sign")) and not sign.attrs.get("before"):
            return _feared(doc, sentence, unit, str(sign.attrs["phase"])), unit
    if not is_beside(doc, sentence, first) and _set_out(doc, max(sentence.first, first - _SIGN_CHAIN), first):
        return "planned", first
    gone_on = _gone_on(doc, sentence, first, last)
    return (None if over and gone_on == "planned" else gone_on), first


def _framed(doc: Document, first: int) -> bool:
    """Whether an occasion is what something takes place at ("X nói tại cuộc gặp")."""
    frame = doc.entry(first - 1, "framing")
    return frame is not None and not frame.attrs.get("beside")


def _supposed(doc: Document, sentence: Sentence, first: int) -> bool:
    """Whether what is told of an occasion is only supposed or reckoned with ("nếu cuộc gặp …", "nhiều khả năng cuộc gặp
    …")."""
    start = max(sentence.first, first - 2)
    return doc.has("condition", start, first) or doc.has("uncertain", start, first)


def _behind_place(doc: Document, sentence: Sentence, unit: int) -> int:
    """The unit behind the place and the day that stand at a unit ("cuộc gặp ở Paris ngày 2/6 sẽ không diễn ra")."""
    while unit < sentence.last and (
        unit in doc.date_at or doc.entry(unit, "at", "city", "party", "preposition", "capital-word")
    ):
        unit += 1
    return unit


def is_ending(doc: Document, first: int) -> bool:
    """Whether what is told of the occasion at a unit is that it ends ("kết thúc chuyến thăm")."""
    return doc.norms[first].startswith(_ENDING) or doc.norms[first - 1] == _ENDING


def _is_verb(doc: Document, first: int) -> bool:
    entry = doc.entry(first, "occasion")
    return entry is not None and bool(entry.attrs.get("verb"))


def _lies_ahead(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether a plain sign of the future stands at a unit."""
    sign = doc.entry(unit, "meeting-sign") if unit < sentence.last else None
    return sign is not None and sign.attrs["phase"] == "planned" and not sign.attrs.get("before")


def _of_deed_at(doc: Document, unit: int, first: int, sign: Entry) -> bool:
    """Whether a sign of the future tells of what somebody does at an occasion and not of it ("cam kết tại hội nghị",
    "quyết định kéo dài hội đàm", "nêu các đề nghị khi gặp ông X")."""
    if sign.attrs.get("near") and not all(doc.entry(i, *_TO_OCCASION) for i in range(unit + 1, first)):
        return True
    return bool(sign.attrs.get("offer")) and _WHEN in doc.norms[unit:first]


def _declined(doc: Document, unit: int, first: int, sign: Entry) -> bool:
    """Whether what a sign of the future before an occasion tells is refused or denied ("từ chối lời mời tới thăm",
    "không sẵn sàng gặp")."""
    if not sign.attrs.get("before") or sign.attrs["phase"] != "planned" or "," in doc.norms[unit:first]:
        return False
    if first - unit <= _NONE_REACH and doc.entry(unit - 1, "negation"):
        return True
    refusal = doc.entry(unit - 1, "refusal") or (doc.entry(unit - 2, "refusal") if unit > 1 else None)
    return refusal is not None and (not refusal.attrs.get("offers") or bool(sign.attrs.get("offer")))


def _of_programme(doc: Document, first: int) -> bool:
    """Whether an occasion is a visit or a ceremony: what somebody will do after one stands in the same programme."""
    entry = doc.entry(first, "occasion", "travel")
    return entry is not None and entry.attrs["form"] in ("visit", "ceremony")


def _foreseen(doc: Document, sentence: Sentence, last: int) -> int | None:
    """The sign of the future right behind the next comma, with which a clause goes on to tell when the occasion will be
    ("bàn về cuộc gặp, dự kiến diễn ra ngày 12/6")."""
    comma = _clause_end(doc, sentence, last)
    if comma - last > _FORESEEN or comma + 2 >= sentence.last or doc.norms[comma] != ",":
        return None
    sign = doc.entry(comma + 1, "meeting-sign")
    if sign is None or sign.attrs["phase"] != "planned" or doc.has("occasion", last, comma):
        return None
    dated = comma + 2 in doc.date_at or (doc.entry(comma + 2, "preposition") and comma + 3 in doc.date_at)
    return comma + 1 if dated or _goes_on(doc, sentence, last, comma) else None


def _off(doc: Document, unit: int) -> bool:
    """Whether a sign tells of what stands before it that it does not take place ("cuộc gặp đã không diễn ra")."""
    sign = doc.entry(unit, "meeting-sign")
    return sign is not None and sign.attrs["phase"] == "cancelled" and not sign.attrs.get("before")


def _calls(act: Entry | None) -> bool:
    return act is not None and act.attrs.get("act") == "propose" and not act.attrs.get("wish")


def _feared(doc: Document, sentence: Sentence, unit: int, phase: str) -> str:
    """The phase that a sign tells: what may be called off ("doạ huỷ", "có thể bị hoãn", "kêu gọi ông X huỷ") is
    not yet."""
    start = max(sentence.first, unit - 2)
    if phase != "cancelled":
        return phase
    wished = any(
        _calls(doc.entry(i, "act")) and "," not in doc.norms[i:unit]
        for i in doc.units("act", max(sentence.first, unit - _CALL), unit)
    )
    called_off = doc.has("uncertain", start, unit) or doc.has("negation", start, unit)
    return "planned" if wished or called_off else phase


def _gone_on(doc: Document, sentence: Sentence, first: int, last: int) -> str | None:
    """What a sentence that begins with the occasion goes on to tell: "Tại cuộc gặp, ông nói …" was held, whatever he
    says that he will do; "Trong chuyến thăm, ông sẽ gặp …" lies ahead."""
    head = sentence.first
    if first - head > _HEAD or not doc.entry(head, "framing") or doc.has("sideline", head, first):
        return None
    comma = next((i for i in range(last, min(sentence.last, last + _DATE_REACH)) if doc.norms[i] == ","), None)
    if comma is None:
        return None
    for unit in range(comma, min(sentence.last, comma + _GONE_ON)):
        if doc.entry(unit, "act", "past-sign"):
            return "held"
        if (sign := doc.entry(unit, "meeting-sign")) and not sign.attrs.get("before"):
            return "planned" if sign.attrs["phase"] == "planned" else None
    return None


def _ruling_sign(doc: Document, sentence: Sentence, first: int) -> int | None:
    """The future word that rules all the verbs of a programme ("sẽ chủ trì lễ đón, hội đàm và dự …"): farther before
    the occasion than its own signs, and parted from it by no other clause."""
    for unit in reversed(doc.units("meeting-sign", max(sentence.first, first - _SIGN_CHAIN), first - _SIGN_REACH)):
        sign = doc.entry(unit, "meeting-sign")
        if sign is None or sign.attrs.get("before") or sign.attrs["phase"] != "planned":
            continue
        if any(doc.has(cls, unit, first + 1) for cls in ("act", "condition", "past-sign")):
            return None
        if any(doc.norms[i] in _CLAUSE_ENDS for i in range(unit, first)) or _told_apart(doc, unit, first - _SIGN_REACH):
            return None
        return unit
    return None


def _ends(doc: Document, date: DateMention) -> bool:
    """Whether a month or year is meant by its end ("cuối năm nay"): it lies ahead while it lasts."""
    return doc.low[date.start : date.end].startswith("cuối")
