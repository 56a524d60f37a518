"""Which words of saying are verbs: no nouns ("sự ủng hộ", "cam kết đó"), nor passive, denied, supposed or to come."""

from __future__ import annotations

from banggiao.reading.document import Document, Sentence

_BEFORE_VERBS = ("joiner", "and-also", "past-sign", "modal", "act", "earlier", "planned", "condition", "before-verb")
_RIGHT_BEFORE = ("and-also", "past-sign", "earlier", "before-verb")
_CALLED = 16  # units between "gọi" and what something is called
_CREDIT = 10  # units of a credit before its verb
_UTTERED = 3  # units between a noun of saying and the verb by which it is uttered
_OWNED = 4  # units behind a word of saying in which it is told whose it is


def heads_clause(doc: Document, before: int) -> bool:
    """Whether a clause can begin after this unit: a comma, a date, a word that adds."""
    return doc.norms[before] in (",", ";", ":") or before in doc.date_at or doc.entry(before, "and-also") is not None


def is_verb(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Not a noun ("sự ủng hộ", "những cam kết", "đề nghị của", "đề nghị này"), not passive ("được coi là")."""
    entry = doc.entry(unit, "act")
    if unit + 1 < sentence.last and not (entry and entry.attrs.get("whose")):
        behind = doc.entry(unit + 1, "of", "just-named")
        if (behind and (behind.cls == "of" or behind.attrs.get("noun"))) or doc.norms[unit + 1] == "nào":
            return False
        if doc.norms[unit + 1] == "đó" and doc.norms[unit + 2] != "là" and not (entry and entry.attrs.get("frame")):
            return False  # "cam kết đó cần …"
        if doc.norms[unit + 1] == "trên" and not (entry and entry.attrs.get("frame")) and _just_named(doc, unit + 2):
            return False  # "yêu cầu trên là …"
    if entry and entry.attrs.get("object"):
        if unit + 1 in doc.date_at or (not doc.norms[unit + 1][:1].isalnum() and doc.norms[unit + 1] != '"'):
            return False
    if entry and entry.attrs.get("calls"):
        following = doc.norms[unit + 1 : min(unit + _CALLED, sentence.last)]
        if following[0] == "là" or not any(word == "là" or word.startswith("là ") for word in following[1:]):
            return False  # "hay còn gọi là …" gives a name
    if entry and entry.attrs.get("plans") and doc.entry(unit + 1, "occasion", "travel", "attend"):
        return False  # "có kế hoạch gặp …" tells a meeting
    if entry and entry.attrs["act"] == "commit" and doc.entry(unit - 1, "measure"):
        return False  # "tổng vốn cam kết"
    if unit == sentence.first:
        return True
    if doc.norms[sentence.first : unit].count("(") > doc.norms[sentence.first : unit].count(")"):
        return False  # an aside
    if doc.is_cap(unit) and doc.norms[unit - 1] not in ('"', ":", "-"):
        return False  # inside a name: "Thoả thuận về Chia sẻ thông tin"
    if doc.has("negation", max(sentence.first, unit - 2), unit):
        return False
    said = doc.entry(unit - 2, "act") if doc.norms[unit - 1] == "việc" else None
    if said and said.attrs.get("frame"):
        return True  # "khẳng định việc ủng hộ …"
    if entry and entry.attrs.get("frame") and doc.entry(unit - 1, "planned"):
        return False  # "dự kiến sẽ nêu": not yet said
    if entry and not entry.attrs.get("frame") and _is_object(doc, sentence, unit):
        return False
    unreal = doc.entry(unit - 1, "unreal")
    if entry and unreal and (unreal.attrs.get("noun") or not entry.attrs.get("frame")):
        return doc.norms[unit - 1] == "vì" and entry.attrs["act"] == "concern"  # "trừng phạt Nga vì cáo buộc …"
    made = doc.entry(unit - 1, "noun-maker", "passive", "purpose", "met-with")
    if made is None:
        return True
    neutral = entry is None or entry.attrs.get("frame") or entry.attrs["act"] == "say"
    return made.cls == "noun-maker" and not neutral and _uttered(doc, sentence, unit)


def _uttered(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether a noun of saying is what somebody utters by the verb before it ("đưa ra một cam kết")."""
    for before in range(unit - 1, max(unit - _UTTERED, sentence.first) - 1, -1):
        if doc.entry(before, "utters"):
            return not doc.has("negation", max(sentence.first, before - 2), before)
        if not (doc.entry(before, "noun-maker") or doc.norms[before].isdigit()):
            return False
    return False


def _just_named(doc: Document, unit: int) -> bool:
    """Whether a clause goes on at a unit, so that "trên" before it stands behind a noun."""
    goes_on = doc.entry(unit, "of", "passive", "modal", "act", "negation", "past-sign", "joiner")
    return goes_on is not None or doc.norms[unit] == "là" or not doc.norms[unit][:1].isalnum()


def _owned(doc: Document, unit: int, last: int) -> bool:
    """Whether it is told soon behind a word whose it is ("bình luận tuần trước của Trump")."""
    for behind in range(unit + 1, last):
        if doc.entry(behind, "of"):
            return True
        if behind not in doc.date_at and not doc.entry(behind, "just-told"):
            return False
    return False


def _is_object(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether a word of saying is the object of the verb right before it, which is no act ("có thể từ chối yêu cầu"),
    or a noun beside another."""
    if unit - 2 <= sentence.first:
        return False
    if doc.norms[unit - 1] == "," and doc.entry(unit - 2, "act") and doc.entry(unit - 3, "noun-maker"):
        return True  # "những lời chỉ trích, mỉa mai"
    before = doc.entry(unit - 1, "act")
    return before is not None and before.attrs["act"] == "oppose" and not is_verb(doc, sentence, unit - 1)


def is_noun(doc: Document, sentence: Sentence, unit: int, ends: set[int]) -> bool:
    """Whether a word that is a verb of saying or a noun is the noun: neither a subject nor a small word of verbs stands
    before it ("vụ rò rỉ thông tin")."""
    entry = doc.entry(unit, "act")
    if entry is None or not entry.attrs.get("noun_too") or unit == sentence.first or unit in ends:
        return False
    before = unit - 1
    if _owned(doc, unit, min(unit + _OWNED, sentence.last)):
        return True
    if entry.attrs.get("near"):
        if doc.norms[before] == "," and before in ends and entry.attrs.get("calls"):
            return False  # "X, phát ngôn viên Điện Kremlin, gọi …"
        return before not in doc.date_at and not doc.entry(before, *_RIGHT_BEFORE)
    return doc.norms[before][:1].isalnum() and before not in doc.date_at and not doc.entry(before, *_BEFORE_VERBS)


def is_credit(doc: Document, sentence: Sentence, verb: int) -> bool:
    """Whether a verb only ends a credit at the end of its sentence ("…, thông cáo của Bộ Ngoại giao cho biết.")."""
    if verb + 2 < sentence.last or not doc.has("report", max(sentence.first, verb - _CREDIT), verb):
        return False
    report = doc.units("report", max(sentence.first, verb - _CREDIT), verb)[0]
    if doc.has("passive", report, verb):
        return False  # "…, thông tin này đã được Bộ Ngoại giao xác nhận"
    return doc.norms[report - 1] in (",", "dẫn")  # "…, AFP dẫn thông báo từ Bộ Quốc phòng cho biết"
