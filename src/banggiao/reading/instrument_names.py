"""The names of instruments: where one begins and where it ends.

A name begins at a head noun ("Hiệp định …"), a name that the lexicon knows or an acronym, and runs to the first word
that can no longer belong to it. "This agreement" is the one that was named last.
"""

from __future__ import annotations

import re

from banggiao.lexicon import Entry
from banggiao.normal import lower
from banggiao.reading.document import Document, Sentence
from banggiao.reading.instrument_identity import Name, identity
from banggiao.reading.meeting_names import CREDITS
from banggiao.reading.parties import mentions_in, parties_in

_LONGEST = 34  # units of a name; the longest in the corpus that reads as one has some thirty
_RESUMED = frozenset(["hiệp định", "hiệp ước", "thoả thuận", "nghị định thư", "công ước", "bộ quy tắc"])
_ANY_PACT = frozenset(["thoả thuận", "hiệp định"])
_PACTS = ("hiệp định", "hiệp ước", "thoả thuận")
_BARE = frozenset(["hiệp định", "hiệp ước"])
PARLIAMENTS = ("quốc hội", "hạ viện", "thượng viện", "nghị viện", "duma")
_COPULAS = ("là", "đây là", "trở thành")
_PUT_DOWN = ("signed", "ratified")
_SHORT = 5  # units of a short name
_SIDES = 5  # units between "giữa" and the word before the second party
_EXCHANGE = "trao đổi"
_SEVERAL = ("nhiều", "một số", "hàng loạt", "loạt")
_SIGNING = 5  # units before unnamed papers in which they are signed
_BODY_REACH = 6  # units between the head of a body's name and a word in it
_DATES_OF_NAMES = (
    "date.year",
    "date.years",
    "date.years-bracket",
    "date.since-bracket",
    "date.years-bare",
    "date.since-year",
    "date.anniversary-bare",
)
_UN_DIGITS = 4  # of the numbers of the Security Council's resolutions since 1999
_YEAR = re.compile(r"(?:19|20)\d\d")
_TAIL = 8  # units of a known name's continuation up to the acronym of another
_OTHERS = ("instrument", "instrument-head", "name-stop", "act", "stage")
_TOPIC = 4  # units of one topic in a list of several
_NO_TOPICS = ("own-doing", "instrument", "instrument-head", "party", "metonym", "post", "pair", "honorific")
_NATIONAL = "nq"  # in the number of a resolution of Vietnam's own organs ("22-NQ/TW")
_KINDS = (None, "FTA", "MOU")  # acronyms that name a kind, beside none at all
_GENERATION = "thế hệ"  # "mới" behind it ends a name
_SEAS = ("biển", "bán đảo")
_ENDS = ("name-stop", "act", "stage", "modal", "wish", "passive", "past-sign", "and-also", "reading-out")


def names_in(doc: Document, sentence: Sentence, before: list[Name]) -> list[Name]:
    """The names of a sentence. `before`: those of the sentences before it."""
    out: list[Name] = []
    last = sentence.first
    heads = {*doc.units("instrument", last, sentence.last), *doc.units("instrument-head", last, sentence.last)}
    for unit in sorted(heads):
        entry = doc.entry(unit, "instrument", "instrument-head")
        if unit < last or entry is None:
            continue
        name = _name_at(doc, sentence, unit, entry)
        if entry.cls == "instrument-head":
            vague = name if name and name.vague else None
            name = _short(doc, sentence, unit, name) or (name if not vague else None)
            name = name or _meant(doc, sentence, unit, [*before, *out]) or vague or _loose(doc, sentence, unit, entry)
        if name:
            out.append(name)
            last = name.last
    return out


def _short(doc: Document, sentence: Sentence, unit: int, name: Name | None) -> Name | None:
    """A known instrument by its short name, in a story of its parties who are spoken of close by ("bộ quy tắc ứng xử");
    `name`: the name that its words alone give, which goes on further."""
    known: str | None = None
    last = unit
    for end in range(unit + 1, min(unit + _SHORT, sentence.last) + 1):
        if paper := doc.lexicon.short_names.get(" ".join(doc.norms[unit:end])):
            known, last = paper, end
    if known is None or (name and (name.known or name.acronym)):
        return None
    if doc.entry(unit - 1, "any") or (
        last < sentence.last and (doc.norms[last] == "mới" or doc.entry(last, "unspecific"))
    ):
        return None  # "các thoả thuận hạt nhân", "thoả thuận hạt nhân mới"
    papers_own = doc.lexicon.instruments[known].parties
    own = {c for c in papers_own if doc.lexicon.parties[c].kind != "format"}
    codes: list[list[str]] = doc.facts["sentence-parties"]
    of_story = [s for s in doc.sentences if s.story == sentence.story]
    near = {sentence.index, sentence.index - 1, of_story[0].index}
    if not own.issubset(c for s in of_story for c in codes[s.index]):
        return None
    if not any(own.intersection(codes[s.index]) for s in of_story if s.index in near):
        return None
    end = max(last, name.last) if name and _extends(doc, last) else last
    if set(parties_in(doc, last, min(end + 2, sentence.last))) - set(papers_own):
        return None  # "thoả thuận hạt nhân với Triều Tiên"
    return Name(unit, end, None, known)


def _loose(doc: Document, sentence: Sentence, unit: int, entry: Entry) -> Name | None:
    """A noun that may stand for a longer name of its story: with the words that follow it, or bare ("ký hiệp định")."""
    if any(entry.attrs.get(key) for key in ("many", "papers", "said", "lead")):
        return None
    if entry.attrs.get("weak") and not entry.attrs.get("whose"):
        return None  # plans and programmes there are many of
    if doc.entry(unit - 1, "any", "noun-maker", "ordinal", "negation") or doc.norms[unit - 1] == "có":
        return None
    last = _end(doc, sentence, unit + 1, known=False)
    if last < sentence.last and doc.entry(last, "contract-word", "unspecific"):
        return None
    if last == unit + 1:
        done = doc.entry(unit - 1, "stage", "of", "passive") is not None
        if not done and last < sentence.last:
            deed = doc.entry(last, "stage")
            told = deed is not None and (deed.attrs["stage"] in _PUT_DOWN or "hiệu lực" in doc.norms[last])
            done = told or doc.entry(last, "passive") is not None
        if doc.norms[unit] not in _RESUMED or not done:
            return None
    if any(doc.entry(i, "unspecific", "contract-word") or doc.norms[i] == "mới" for i in range(unit + 1, last)):
        return None
    return Name(unit, last, None, None, loose=True)


def _meant(doc: Document, sentence: Sentence, unit: int, before: list[Name]) -> Name | None:
    """ "Hiệp định này": the last instrument of the story whose name begins with the same noun, else, for a word that
    any pact goes by ("thoả thuận này"), the pact that was named right before."""
    if unit + 1 >= sentence.last or not doc.entry(unit + 1, "just-named"):
        return None
    pact: Name | None = None
    for name in reversed(before):
        if name.loose or name.vague:
            continue
        where = doc.sentences[doc.sentence_of[name.first]]
        if where.story != sentence.story:
            break
        head = doc.norms[name.first] if name.known is None else _head_of(doc, name.known)
        if head.startswith(doc.norms[unit]):
            return _again(doc, unit, name)
        if pact is None and head.startswith(_PACTS) and sentence.index - where.index <= 1:
            pact = name
    return _again(doc, unit, pact) if pact and doc.norms[unit] in _ANY_PACT else None


def _again(doc: Document, unit: int, name: Name) -> Name:
    """A noun and "this" behind it, which stand for an instrument named before."""
    return Name(unit, unit + 2, name.acronym, name.known, meant=identity(doc, name))


def _head_of(doc: Document, known: str) -> str:
    """The beginning of a known instrument's name in the article's language."""
    paper = doc.lexicon.instruments.get(known)
    names = paper.names.get(doc.article.language, []) if paper else []
    return lower(names[0]) if names else ""


def _name_at(doc: Document, sentence: Sentence, unit: int, entry: Entry) -> Name | None:
    if entry.cls == "instrument":
        last = _end(doc, sentence, unit + 1, known=True)
        if variant := _longer(doc, sentence, unit, entry):
            return variant
        acronym = doc.surface(unit, unit + 1) if doc.text[doc.starts[unit] : doc.ends[unit]].isupper() else None
        return Name(unit, last, acronym or _acronym(doc, unit, last), entry.id)
    last = _end(doc, sentence, unit + 1, known=False)
    inside = next((e for i in range(unit + 1, last) if (e := doc.entry(i, "instrument"))), None)
    acronym = None if _changes(doc, unit + 1) else _acronym(doc, unit, last)  # the acronym is the other's
    if not entry.attrs.get("papers") and _counted(doc, sentence, unit) and not doc.is_cap(unit):
        bare = all(doc.entry(i, "unspecific") for i in range(unit + 1, last))
        if bare and (papers := _papers(doc, sentence, unit, last, entry)):
            return papers  # "ký 40 thoả thuận song phương"
    alone = entry.attrs.get("papers") or (
        entry.attrs.get("alone") and (not entry.attrs.get("resolves") or resolved_by_nations(doc, unit))
    )
    if (last == unit + 1 and not alone) or (entry.attrs.get("resolves") and _NATIONAL in doc.norms[unit:last]):
        return None
    if not inside and acronym in _KINDS and _any_of_kind(doc, sentence, unit, last):
        return Name(unit, last, None, None, vague=True)
    if entry.attrs.get("papers") and not (doc.is_cap(unit) and doc.norms[unit - 1] and last > unit + 1):
        return _papers(doc, sentence, unit, last, entry)
    if lead := entry.attrs.get("lead"):
        return Name(unit, last, acronym, None, lead)
    if not acronym and not inside and not doc.is_cap(unit) and _predicate(doc, sentence, unit):
        return None
    if doc.norms[unit] in _BARE and not inside and not acronym and _only_kind(doc, unit, last):
        return Name(unit, last, None, None, vague=not _done_to(doc, sentence, unit, last, entry))
    if entry.attrs.get("common") and not acronym:
        while last > unit + 1 and doc.entry(last - 1, "unspecific"):
            last -= 1
    if entry.attrs.get("weak") and not acronym and not inside and not _named(doc, unit, last):
        while last > unit + 1 and doc.entry(last - 1, "unspecific"):
            last -= 1
        return Name(unit, last, None, None) if _done_to(doc, sentence, unit, last, entry) else None
    if entry.attrs.get("weak") and not acronym and not inside and _only_whose(doc, unit, last):
        return Name(unit, last, None, None, vague=not _done_to(doc, sentence, unit, last, entry))
    if entry.attrs.get("weak") and (_of_a_body(doc, sentence, unit) or _goes_on_name(doc, sentence, unit)):
        return None
    if entry.attrs.get("said") and (
        _one_voice(doc, unit, last) or (not doc.is_cap(unit) and _subject_before(doc, unit))
    ):
        return None
    return Name(unit, last, acronym, inside.id if inside and (last - unit <= 4 or _variant(doc, unit, last)) else None)


def _any_of_kind(doc: Document, sentence: Sentence, unit: int, last: int) -> bool:
    """Whether a noun with only a word for its kind behind it means all of them and none in particular ("các hiệp định
    thương mại tự do thế hệ mới", "các hiệp định song phương và đa phương về đầu tư"). Some are counted ("14 hiệp
    định tự do thương mại thế hệ mới")."""
    of_many = doc.norms[last - 1] == _GENERATION or (doc.norms[last - 1] == ")" and doc.norms[last - 3] == "(")
    if not doc.entry(unit - 1, "any"):
        return _counted(doc, sentence, unit) and of_many
    if last == unit + 1:
        return True
    of_two_kinds = doc.entry(unit + 1, "unspecific") and doc.entry(unit + 2, "joiner")
    of_kind = of_many or doc.entry(last - 1, "unspecific") or of_two_kinds
    return bool(of_kind) and not parties_in(doc, unit + 1, last)


def _only_kind(doc: Document, unit: int, last: int) -> bool:
    """Whether a noun is followed only by words for its kind ("theo hiệp định song phương")."""
    return all(doc.entry(i, "unspecific") for i in range(unit + 1, last))


def _predicate(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether a noun only says what something else is ("EVFTA là một thoả thuận thương mại")."""
    one = unit - (doc.norms[unit - 1] == "một")
    if one <= sentence.first:
        return False
    return doc.norms[one - 1] in _COPULAS or (one < unit and doc.norms[one - 1] in (",", "như"))


def _longer(doc: Document, sentence: Sentence, first: int, entry: Entry) -> Name | None:
    """A known name that goes on in capitals to the acronym of another ("Hiệp định Đối tác xuyên Thái Bình Dương Toàn
    diện và Tiến bộ (CPTPP)"): it is that one's."""
    unit = first + 1
    while unit < min(sentence.last, first + _TAIL) and doc.norms[unit][:1].isalpha() and not doc.entry(unit, *_OTHERS):
        unit += 1
    if unit == first + 1 or unit + 2 >= sentence.last or doc.norms[unit] != "(" or doc.norms[unit + 2] != ")":
        return None
    other = doc.entry(unit + 1, "instrument")
    return Name(first, unit + 3, doc.surface(unit + 1, unit + 2), other.id) if other and other.id != entry.id else None


def _variant(doc: Document, first: int, last: int) -> bool:
    """Whether a name is a known one's in other words, as its acronym at the end says ("Hiệp định … (CPTPP)"): it begins
    with the same noun and carries nothing out."""
    known = doc.entry(last - 2, "instrument") if doc.norms[last - 1] == ")" and doc.norms[last - 3] == "(" else None
    return (
        known is not None
        and _head_of(doc, known.id).startswith(doc.norms[first])
        and not any(doc.entry(i, "instrument", "stage") for i in range(first + 1, last - 2))
    )


def _done_to(doc: Document, sentence: Sentence, unit: int, last: int, entry: Entry) -> bool:
    """Whether an everyday word is a paper's by what is done to it: parties sign or ratify it, leave or prolong it
    ("gia hạn thoả thuận chia sẻ chi phí"), and more than its kind is told."""
    if entry.attrs.get("said") or entry.attrs.get("many") or doc.entry(unit + 1, "contract-word") or last == unit + 1:
        return False
    before = unit - 1
    while before > sentence.first and doc.entry(before, "noun-maker", "ordinal") and not doc.entry(before, "any"):
        before -= 1
    behind = last + (last + 1 < sentence.last and doc.entry(last, "passive") is not None)
    done = doc.entry(before, "stage") or (doc.entry(behind, "stage") if behind < sentence.last else None)
    if done is None or done.attrs.get("handing"):
        return False
    if done.attrs["stage"] == "signed":
        return _between(doc, sentence)
    if "hiệu lực" in doc.norms[behind if doc.entry(behind, "stage") is done else before]:
        return True
    ended = done.attrs.get("leaving") or done.attrs.get("ending") or done.attrs["stage"] == "extended"
    return done.attrs["stage"] == "ratified" or bool(entry.attrs.get("whose") and ended)


def _between(doc: Document, sentence: Sentence) -> bool:
    """Whether a sentence tells of several parties, or of an organisation: what one state signs may be a contract."""
    codes = doc.facts["sentence-parties"][sentence.index]
    if len(codes) > 1 or doc.has("pair", sentence.first, sentence.last):
        return True
    party = doc.lexicon.parties.get(codes[0]) if codes else None
    return party is not None and party.kind not in ("state", "territory")


def _papers(doc: Document, sentence: Sentence, unit: int, last: int, entry: Entry) -> Name | None:
    """Papers without a name, right behind their signing ("ký 12 văn kiện hợp tác") or before it ("12 văn kiện đã được
    ký"); so many may be adopted too ("thông qua 20 văn kiện")."""
    near = doc.units("stage", max(sentence.first, unit - _SIGNING), unit)
    behind = doc.units("stage", last, min(last + _SIGNING, sentence.last))
    near += [i for i in behind if "được" in doc.norms[i] or doc.entry(i - 1, "passive")]
    deeds = [(doc.norms[i], deed) for i in near if (deed := doc.entry(i, "stage"))]
    counted = _counted(doc, sentence, unit)
    adopted = entry.attrs.get("papers") and (counted or doc.norms[unit].startswith(_SEVERAL))
    if not any(deed.attrs["stage"] == "signed" or (adopted and word.endswith("thông qua")) for word, deed in deeds):
        return None
    vague = entry.attrs.get("counted") or doc.norms[unit] in ("các văn kiện", "các văn bản")
    if vague and not counted and last - unit < 2:
        return None
    return Name(unit - counted, last, None, None, papers=True)


def _counted(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether a number stands right before a noun."""
    return unit > sentence.first and (doc.norms[unit - 1].isdigit() or doc.entry(unit - 1, "ordinal") is not None)


def _of_a_body(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether an everyday word stands in a body's name ("Trung tâm Nghiên cứu chiến lược (CSIS)")."""
    for i in range(unit - 1, max(sentence.first, unit - _BODY_REACH) - 1, -1):
        if doc.entry(i, "stage", "act", "modal", "passive") or not doc.norms[i][:1].isalnum():
            return False
        if doc.entry(i, "think-tank"):
            return True
    return False


def _goes_on_name(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether an everyday word stands inside a longer name, as the capital before its own tells ("Liên minh Chiến lược
    Trung Đông", "Vụ Chính sách thương mại đa biên")."""
    if not doc.is_cap(unit):
        return False
    plain = doc.norms[unit - 1][:1].isalpha() and not doc.is_cap(unit - 1) and not doc.entries[unit - 1]
    before = unit - 1 - plain  # "Liên minh" is written in two units
    inside = before > sentence.first and doc.is_cap(before) and doc.norms[before][:1].isalpha()
    return inside and not doc.entry(before, "stage", "act", "instrument-head", "party", "metonym")


def _one_voice(doc: Document, first: int, last: int) -> bool:
    """Whether a declaration is the words of one state or one of its people ("tuyên bố của Ngoại trưởng Nga")."""
    codes = parties_in(doc, first, last)
    party = doc.lexicon.parties.get(codes[0]) if len(codes) == 1 else None
    whose = doc.entry(first + 1, "of") or (not doc.is_cap(first) and doc.has("of", first + 1, last))
    return party is not None and party.kind in ("state", "territory") and bool(whose)


def _subject_before(doc: Document, unit: int) -> bool:
    """Whether somebody who can speak stands right before a unit, so that its word is his verb."""
    if doc.entry(unit - 1, "party", "metonym", "institution", "collective", "pair", "post", "past-sign", "modal"):
        return True
    return any(person.last == unit for person in doc.facts.get("people", ()))


def _named(doc: Document, first: int, last: int) -> bool:
    """A weak head is a name where it is written as one, or where its complement names parties or years."""
    if doc.is_cap(first) and doc.norms[first - 1] != "":
        return True
    if first + 2 < last and doc.is_cap(first + 1) and not doc.entry(first + 1, "party", "short", "metonym", "post"):
        return True  # "sáng kiến Một vành đai, một con đường"
    if _numbered(doc, first, last) or resolved_by_nations(doc, first):
        return True
    entry = doc.entry(first, "instrument-head")
    whose = range(first + 1, min(first + 6, last)) if entry and entry.attrs.get("whose") else range(0)
    if any(doc.entry(i, "of") for i in whose) and any(doc.entry(i, "party", "metonym", "pair", "body") for i in whose):
        return True  # "nghị quyết của Hội đồng Bảo an Liên Hợp Quốc"
    return any(doc.entry(i, "party") or i in doc.date_at for i in range(first + 1, last)) and doc.is_cap(first)


def _only_whose(doc: Document, first: int, last: int) -> bool:
    """Whether a noun's complement says only that it is that of the two ("các thoả thuận giữa lãnh đạo hai nước"): what
    they agreed on has no name."""
    if doc.is_cap(first) and doc.norms[first - 1]:
        return False
    told = ("party", "metonym", "body", "topic-word")
    pair = any(doc.entry(i, "pair") for i in range(first + 1, last))
    return pair and not any(doc.entry(i, *told) or i in doc.date_at for i in range(first + 1, last))


def resolved_by_nations(doc: Document, unit: int) -> bool:
    """Whether a resolution is the United Nations', of whom its sentence speaks, and no parliament's."""
    entry = doc.entry(unit, "instrument-head")
    if entry is None or not entry.attrs.get("resolves"):
        return False
    sentence = doc.sentences[doc.sentence_of[unit]]
    if "UN" not in doc.facts["sentence-parties"][sentence.index] and not assembly_named(doc, sentence):
        return False
    low = doc.low[sentence.start : sentence.end]
    return not any(parliament in low for parliament in PARLIAMENTS)


def assembly_named(doc: Document, sentence: Sentence) -> bool:
    """Whether a sentence names a body that is the United Nations' alone ("Đại hội đồng Liên Hợp Quốc")."""
    bodies = (doc.entry(unit, "body") for unit in doc.units("body", sentence.first, sentence.last))
    return any(body and doc.lexicon.bodies[body.id].parties == ["UN"] for body in bodies)


def _numbered(doc: Document, first: int, last: int) -> bool:
    """Whether a resolution has its number ("nghị quyết 2397", "nghị quyết số 242"): of the four digits of the Security
    Council's, or in a sentence about the United Nations. Those of a state's own organs have fewer."""
    number = doc.norms[last - 1] if last - first in (2, 3) else ""
    if doc.norms[first] != "nghị quyết" or not number.isdigit():
        return False
    return len(number) == _UN_DIGITS or "UN" in doc.facts["sentence-parties"][doc.sentence_of[first]]


def _acronym(doc: Document, first: int, last: int) -> str | None:
    """The acronym in brackets inside or right at the end of a name."""
    for i in range(first, last - 1):
        if doc.norms[i] == "(" and i + 1 < last:
            word = doc.surface(i + 1, i + 2)
            if word[:1].isupper() and sum(c.isupper() for c in word) >= 2:
                return word.split()[0]
    for i in range(first + 1, last):
        word = doc.surface(i, i + 1)
        if doc.entry(i, "instrument") and word.isupper():
            return word
    return None


def _end(doc: Document, sentence: Sentence, unit: int, *, known: bool) -> int:
    """The unit after the name that goes on at `unit`."""
    limit = min(sentence.last, unit + _LONGEST)
    last = start = unit
    lists = {m.first: m.last for m in mentions_in(doc, unit, limit) if m.how == "list" and m.first > start}
    while unit < limit:
        norm = doc.norms[unit]
        if norm == "(":
            close = next((i for i in range(unit + 1, min(unit + 7, limit)) if doc.norms[i] == ")"), None)
            if close is None or any(doc.entry(i, *_ENDS) for i in range(unit + 1, close)):
                break  # "EVFTA (dự kiến cuối năm 2018)"
            unit = last = close + 1
            if not (unit < limit and (doc.norms[unit] in ("của", "giữa") or unit in doc.date_at)):
                break
            continue
        if known and not _extends(doc, unit):
            break
        if unit in doc.date_at and doc.date_at[unit].rule not in _DATES_OF_NAMES:
            break
        if unit in lists:
            unit = last = lists[unit]  # "của ngoại trưởng ba nước Mỹ, Nhật, Australia"
            continue
        if norm == "," and not known and (joiner := _topics(doc, start, unit, limit)):
            unit = last = joiner
            continue
        if norm in ("-", '"', "'", "/", "&"):
            if norm == "-" and unit + 1 < limit and doc.norms[unit + 1] in CREDITS:
                break  # "… giai đoạn 2019-2020 - Ảnh: TTXVN"
            quoted = doc.norms[start - 2] == '"' and doc.norms[unit + 1] != "("  # the name's own marks
            if norm == '"' and unit + 1 < limit and (quoted or doc.norms[unit + 1] in ("-", ",")):
                break  # a quotation ends here
            if norm == '"' and _closes(doc, sentence, start, unit):
                break
            unit += 1
            continue
        if not norm or not (norm[0].isalnum()) or (_ends(doc, unit, start) and not _other_side(doc, start, unit)):
            break
        if doc.entry(unit, "joiner"):
            following = unit + 1
            if (
                unit == start
                or following >= limit
                or doc.entry(
                    following,
                    "instrument",
                    "instrument-head",
                    "name-stop",
                    "act",
                    "stage",
                    "modal",
                    "wish",
                    "pair",
                    "honorific",
                )
            ):
                break
            unit += 1
            continue
        unit += 1
        if not doc.entry(unit - 1, "of", "topic-word", "any"):  # no name ends in "của", "về" or "các"
            last = unit
    return last


def _topics(doc: Document, start: int, comma: int, limit: int) -> int | None:
    """The joining word of a list of topics that goes on at a comma in a name ("về hợp tác thương mại, văn hoá, hải quan
    và giáo dục"); None where something else follows."""
    if not doc.has("topic-word", start, comma):
        return None
    unit = comma
    while unit < limit and doc.norms[unit] == ",":
        first = unit = unit + 1
        while unit < min(first + _TOPIC, limit) and _of_topic(doc, unit):
            unit += 1
        if unit == first:
            return None
    return unit if unit + 1 < limit and doc.norms[unit] == "và" and _of_topic(doc, unit + 1) else None


def _of_topic(doc: Document, unit: int) -> bool:
    """Whether a unit is a plain word, as those are that name a topic."""
    plain = doc.norms[unit][:1].isalpha() and unit not in doc.date_at
    return plain and not doc.entry(unit, "joiner", *_ENDS, *_NO_TOPICS)


def _closes(doc: Document, sentence: Sentence, start: int, mark: int) -> bool:
    """Whether a quotation mark ends one that began before the name ("ngăn ASEAN ra tuyên bố chung" về …)."""
    return doc.ends[mark - 1] == doc.starts[mark] and len(doc.quotes(sentence.first, start)) % 2 == 1


def _ends(doc: Document, unit: int, start: int) -> bool:
    """A word that no name holds, unless it is written with a capital ("về Chia sẻ thông tin") or is what a plan is for
    ("Kế hoạch hành động thực hiện DOC")."""
    entry = doc.entry(unit, *_ENDS)
    if doc.norms[unit] in ("ở", "trên", "tại") and doc.norms[unit + 1].startswith(_SEAS):
        return False  # "Tuyên bố về nguyên tắc giải quyết tranh chấp ở Biển Đông"
    if "về việc" in doc.norms[start : start + 1] and unit <= start + 1 and doc.norms[start - 1] != "nghị quyết":
        return False  # "Bản ghi nhớ về việc thành lập …"
    if entry is None and (sign := doc.entry(unit, "meeting-sign")) and not sign.attrs.get("before"):
        return True  # "được kỳ vọng", "dự kiến diễn ra"
    if entry is None or (doc.is_cap(unit) and entry.cls in ("act", "stage")):
        return False
    if entry.attrs.get("handing") and doc.norms[unit] == _EXCHANGE and _of_exchange(doc, unit, start):
        return False
    return not (entry.cls == "stage" and unit == start and (entry.attrs.get("carrying_out") or _changes(doc, unit)))


def _of_exchange(doc: Document, unit: int, start: int) -> bool:
    """Whether a word for an exchange stands in a name: behind its noun or the word before its topic ("Bản ghi nhớ về
    trao đổi thông tin"), with what is exchanged behind it."""
    behind = unit == start or doc.entry(unit - 1, "topic-word") is not None
    return behind and doc.norms[unit + 1][:1].isalpha() and not doc.entry(unit + 1, *_OTHERS, "about", "party")


def _other_side(doc: Document, start: int, unit: int) -> bool:
    """Whether the second of two parties between whom it is follows ("giữa Việt Nam với Liên minh Kinh tế Á - Âu")."""
    return (
        doc.entry(unit, "meets-with") is not None
        and doc.entry(unit + 1, "party", "metonym", "institution") is not None
        and any(doc.norms[i] == "giữa" for i in range(max(start, unit - _SIDES), unit))
    )


def _changes(doc: Document, unit: int) -> bool:
    """Whether a word of change stands in a name: behind a noun with a capital ("Nghị định thư sửa đổi …")."""
    entry = doc.entry(unit, "stage")
    return bool(entry and entry.attrs.get("changing")) and doc.is_cap(unit - 1)


def _extends(doc: Document, unit: int) -> bool:
    """What may follow a name that the lexicon knows: whose it is, between whom, of which year."""
    return (
        unit in doc.date_at
        or doc.entry(unit, "party", "short", "of", "joiner") is not None
        or doc.norms[unit] in ("-", "/")
        or _YEAR.fullmatch(doc.norms[unit]) is not None
    )
