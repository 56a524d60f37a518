"""When an occasion is: the day that its own sentence gives it, and which words of the sentence are about it."""

from __future__ import annotations

from banggiao.lexicon import Entry
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence

DATE_REACH = 22  # units between an occasion and its date
_YEAR_REACH = 4  # a bare year farther off dates something else
_YEAR_AHEAD = 8  # units between a year at the head of a sentence and its occasion
_YEAR_BEHIND = 12
_BEHIND = 5  # units between an occasion and a date that is told right behind it
_AT_VERB = 4  # units between a date and the verb of saying that it dates
_OWN_REACH = 16  # units behind an occasion that only dates something else
_FRAME = 3  # units before an occasion in which a word frames something with it
_MARKS = frozenset([",", "-", "–", "("])
AFTER = frozenset(["sau", "ngay sau"])
_SINCE = AFTER | {"kể từ", "kể từ sau", "từ sau"}
WEEKS = frozenset({"date.week-relative", "date.weekend"})
"""Rules of dates that only tell in which week something is ("vào tuần tới")."""
DAY, _MONTH, _YEAR = 10, 7, 4  # the lengths of a full day's EDTF, a month's and a year's
_NO_DAYS = frozenset({"date.years", "date.decade", "date.decade-short", "date.years-bracket", "date.since-bracket"})


def date_of(doc: Document, sentence: Sentence, first: int, last: int) -> DateMention | None:
    """The nearest date of the sentence to units `[first, last)`, those after them preferred a little; a day before a
    vaguer date."""
    start, end = _scope(doc, sentence, first, last)
    within = doc.units("date", max(start, first - DATE_REACH), min(end, last + DATE_REACH))
    units = [unit for unit in within if _dates_it(doc, sentence, unit, first, last)]
    days = [unit for unit in units if len(doc.date_at[unit].edtf or "") >= DAY]
    near = min(days or units, key=lambda unit: (unit - last if unit >= last else first - unit + 2, unit), default=None)
    return doc.date_at[near] if near is not None else None


def opening_day(doc: Document, sentence: Sentence, first: int, last: int) -> DateMention | None:
    """The day that opens a long sentence and is of all that it tells, where an occasion `[first, last)` far behind is
    the first of the sentence."""
    unit = sentence.first
    if (
        unit not in doc.date_at
        or len(doc.date_at[unit].edtf or "") < DAY
        or unit < _scope(doc, sentence, first, last)[0]
    ):
        return None
    if any(doc.has(cls, unit, first) for cls in ("occasion", "body")) or told_apart(doc, unit + 1, first):
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
    for unit in doc.units("date", max(start, first - DATE_REACH), min(end, last + DATE_REACH)):
        if doc.date_at[unit].edtf is None and _can_date(doc, sentence, unit, first, last):
            return doc.date_at[unit]
    return None


def _can_date(doc: Document, sentence: Sentence, unit: int, first: int, last: int) -> bool:
    date = doc.date_at[unit]
    if date.role in ("anniversary", "span") or date.rule in _NO_DAYS:
        return False
    if unit < first and (set_out(doc, unit, first) or _arranged(doc, unit, first)):
        return False
    if _of_another(doc, sentence, unit, first, last) or _of_speech(doc, sentence, unit, first, last):
        return False
    return unit < last or not (in_clause(doc, last, unit) or _of_who(doc, last, unit))


def named_year(doc: Document, unit: int) -> DateMention:
    """The year at a unit as a date: one that belongs to an occasion's name ("Hội nghị APEC 2017")."""
    return DateMention(doc.starts[unit], doc.ends[unit], doc.norms[unit], "date.year", "stated")


def set_out(doc: Document, start: int, first: int) -> bool:
    """Whether somebody sets out in a stretch for the conference or the talks at a unit, which then lie ahead."""
    return not doc.entry(first, "travel") and not is_visit(doc, first) and doc.has("setting-out", start, first)


def _arranged(doc: Document, start: int, first: int) -> bool:
    """Whether what is told in a stretch is how an occasion behind it is prepared ("ngày 5/9 tới Seoul để sắp xếp hội
    nghị")."""
    signs = (doc.entry(unit, "meeting-sign") for unit in doc.units("meeting-sign", start, first))
    return any(sign is not None and sign.attrs.get("arranges") for sign in signs)


def is_visit(doc: Document, first: int) -> bool:
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
    if framing(doc, sentence, first) is not None and doc.has("travel", near, unit):
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
    for unit in doc.units("date", others[0], min(sentence.last, last + DATE_REACH)):
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
    if not doc.entry(start, "according-to") or len(doc.date_at[unit].edtf or "") != DAY:
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


def framing(doc: Document, sentence: Sentence, first: int) -> Entry | None:
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
    frame = framing(doc, sentence, first)
    return frame is not None and bool(frame.attrs.get("beside"))


def is_frame(doc: Document, sentence: Sentence, first: int) -> bool:
    """Whether what else a sentence tells takes place at or on the occasion at a unit ("trong chuyến thăm", "nhân chuyến
    thăm")."""
    frame = framing(doc, sentence, first)
    return frame is not None and (not frame.attrs.get("beside") or bool(frame.attrs.get("there")))


def follows(doc: Document, sentence: Sentence, first: int) -> bool:
    """Whether a sentence tells of something that was after an occasion ("… một năm sau cuộc gặp", "kể từ hội nghị")."""
    near = range(max(sentence.first, first - _FRAME), first)
    return is_beside(doc, sentence, first) and any(doc.norms[unit] in _SINCE for unit in near)


def _scope(doc: Document, sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The units among which an occasion's date stands. One that only dates something else ("sau hội đàm", "trước thềm
    hội nghị") has its own date right behind it; one at which something is said ("tại cuộc gặp, …") has none behind the
    comma."""
    frame = framing(doc, sentence, first)
    if frame is None:
        return (last if is_topic(doc, sentence, first) else sentence.first), sentence.last
    end = clause_end(doc, sentence, last)
    while doc.norms[end] == "," and end + 1 < sentence.last:
        state = doc.entry(end - 1, "city") and doc.entry(end + 1, "party", "short")  # "ở Hamburg, Đức, hồi tháng 7"
        # "Trong khuôn khổ …, chiều 2/8, …"
        # not "Sau chuyến thăm Đức, chiều 2/8, ông …", but "trước hội nghị ở Hamburg, Đức, tháng 7"
        own = not frame.attrs.get("beside") or frame.attrs.get("there") or doc.norms[end - 2] == ","
        dated = end + 1 in doc.date_at and own
        if not state and not dated and not _house_ends(doc, end) and not goes_on(doc, sentence, last, end):
            break
        end = clause_end(doc, sentence, end + 2)
    if frame.attrs.get("beside"):
        return last, min(end, last + _OWN_REACH)
    return sentence.first, end


def _house_ends(doc: Document, comma: int) -> bool:
    """Whether a comma parts a house from its city, behind which a day stands ("tại khách sạn Capella, Singapore hôm
    12/6")."""
    day = comma + 2 + (doc.entry(comma + 2, "preposition") is not None)
    return doc.entry(comma + 1, "city", "party") is not None and day in doc.date_at and doc.is_cap(comma - 1)


def goes_on(doc: Document, sentence: Sentence, last: int, comma: int) -> bool:
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


def clause_end(doc: Document, sentence: Sentence, unit: int) -> int:
    return next((i for i in range(unit, sentence.last) if doc.norms[i] in (",", ";", ":")), sentence.last)


def told_apart(doc: Document, first: int, last: int) -> bool:
    """Whether what lies beside an occasion in time begins in a stretch ("cuộc gặp được công bố sau khi ông tới
    Moscow"): what stands on the other side of it is not the occasion's."""
    for unit in doc.units("framing", first, last):
        frame = doc.entry(unit, "framing")
        if frame and frame.attrs.get("beside") and not doc.entry(unit, "sideline"):
            return True
    return False
