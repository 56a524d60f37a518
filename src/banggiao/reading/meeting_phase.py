"""Whether an occasion lies ahead, was held or is called off: what its own sentence says."""

from __future__ import annotations

from banggiao import edtf
from banggiao.lexicon import Entry
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence
from banggiao.reading.meeting_when import (
    AFTER,
    DATE_REACH,
    DAY,
    clause_end,
    goes_on,
    is_beside,
    is_visit,
    set_out,
    told_apart,
)

_SIGN_REACH = 10
_SAID = 3  # of which something is said at an occasion: what is farther off is of the words said
_SIGN_CHAIN = 32  # a programme of a day or visit is one long clause
_SIGN_BEHIND = 6
_OFF = 3  # units behind an occasion and its people in which it is told that it is off
_FORESEEN = 16  # units of those who are named with an occasion, before the comma behind which it is foreseen
_CALL = 8  # units between a call for something to be called off and that
_NONE_REACH = 3
_HEAD = 3  # "Tại các cuộc gặp": units before an occasion that begins its sentence
_GONE_ON = 14
_SIGNS = ("meeting-sign", "agreed-on")
_TO_OCCASION = ("attend", "travel", "noun-maker", "any", "has-one", "takes-place", "meeting-sign", "passive")
"""Words that may stand between an occasion and a sign that tells nothing but of what is right behind it."""
_CLAUSE_ENDS = frozenset([":", '"', "“", "”"])
_SPANS = frozenset(["giờ", "ngày", "tuần", "tháng"])
_BEFORE = frozenset(["trước", "trước khi"])
_NEWS = 5  # units before "before" in which it is told that something happened
_PERHAPS = ("có thể", "nhiều khả năng")
_RIGHT_BEFORE = 2  # units between a sign and the occasion of which it tells
_WHO = 14  # units between "before" and an occasion behind those whose it is
_AFTER_THAT = "sau khi"
_ENDING = "kết thúc"
_WHEN = "khi"
_LATER = frozenset(["đó", "này", "khi"])
_TOMORROW = frozenset({"date.tomorrow", "date.day-after-tomorrow"})
_LENGTHS = frozenset({"date.span-ahead"})  # "chuyến thăm hai ngày tới Pháp"
_WORD = 12  # letters before a date in which "tomorrow" or "back in" stands
_COMING = (" tới", " sắp tới", " tới đây", "tuần sau", "tháng sau", "năm tới")
_AGO = "hồi "
_ON = "hôm "  # a numbered day that it tells is over: the press writes "ngày 12/6" or "vào 12/6" of what is to come
_GONE = (" trước", " qua", " rồi", " ngoái", " vừa qua", " vừa rồi")


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
    if date and (_way(doc, date) or len(date.edtf or "") >= DAY):
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
        if doc.norms[unit] in AFTER and doc.norms[unit + 1] not in _LATER and not _of_programme(doc, first):
            over = True
            break  # "sẽ tới Bắc Kinh sau hội nghị": that may be over
        if sign and sign.attrs["phase"] == "cancelled" and "," in doc.norms[unit:first]:
            continue  # "sau nhiều lần trì hoãn, …"
        if sign and _declined(doc, unit, first, sign):
            return "none", unit
        if sign and sign.attrs.get("visit") and not is_visit(doc, first):
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
    if not is_beside(doc, sentence, first) and set_out(doc, max(sentence.first, first - _SIGN_CHAIN), first):
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
    comma = clause_end(doc, sentence, last)
    if comma - last > _FORESEEN or comma + 2 >= sentence.last or doc.norms[comma] != ",":
        return None
    sign = doc.entry(comma + 1, "meeting-sign")
    if sign is None or sign.attrs["phase"] != "planned" or doc.has("occasion", last, comma):
        return None
    dated = comma + 2 in doc.date_at or (doc.entry(comma + 2, "preposition") and comma + 3 in doc.date_at)
    return comma + 1 if dated or goes_on(doc, sentence, last, comma) else None


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
    comma = next((i for i in range(last, min(sentence.last, last + DATE_REACH)) if doc.norms[i] == ","), None)
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
        if any(doc.norms[i] in _CLAUSE_ENDS for i in range(unit, first)) or told_apart(doc, unit, first - _SIGN_REACH):
            return None
        return unit
    return None


def _ends(doc: Document, date: DateMention) -> bool:
    """Whether a month or year is meant by its end ("cuối năm nay"): it lies ahead while it lasts."""
    return doc.low[date.start : date.end].startswith("cuối")
