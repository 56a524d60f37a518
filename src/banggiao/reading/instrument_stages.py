"""What happens to an instrument: the word that gives a name its stage.

The nearest word of the vocabulary before the name counts, else one after it; a sign of the future makes a deed
negotiation, a negation a refusal. Words that are not said of papers are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator

from banggiao.lexicon import Entry
from banggiao.reading.document import Document, Sentence
from banggiao.reading.instrument_identity import Name
from banggiao.reading.instrument_names import PARLIAMENTS

_BEFORE_VERBS = (
    "past-sign",
    "passive",
    "modal",
    "wish",
    "negation",
    "act",
    "joiner",
    "before-deed",
    "condition",
    "uncertain",
    "institution",
    "collective",
    "pair",
    "body",
    "noun-maker",
)
_PASSIVES = ("được", "mới được", "đã được", "vừa được")
_LAWS = frozenset({"convention", "charter", "declaration", "code", "treaty"})
_TREATIES = frozenset({"agreement", "convention", "protocol", "trade agreement", "treaty"})
_TREATY_HEADS = ("hiệp định", "hiệp ước", "công ước", "nghị định thư", "thoả thuận")
_QUOTED_REACH = 10  # units behind a joint statement's name in which it speaks
_BEFORE, _AFTER = 9, 6  # units in which a word of stage is looked for
_AGENT = 30  # units behind a name in which those who signed it are named before the verb
_DEEDS = ("signed", "ratified", "agreed", "proposed")
_OTHER_CLAUSES = ("act", "modal", "negation", "purpose", "condition")
COMPLETING = frozenset(["hoàn tất", "kết thúc đàm phán", "đạt được", "đạt", "chốt"])
"""Deeds by which a text is completed, which are often only to come."""
_CHANGED = frozenset({"extended", "amended"})
"""Deeds that are done once they are agreed on ("nhất trí gia hạn"), though not where they may be or are refused."""
_CLOSE = 3  # units before a name in which a word that is said of many things is said of it
_SIGNS = 5  # units before a deed in which a sign tells that it is not yet done
_CHAIN = 14  # the same, where the deed is joined to another ("đề nghị … sớm hoàn thành rà soát và ký")
_PASSIVE = 8  # units between a passive and its verb, in which those stand who do it
_PARTS_CLAUSES = frozenset(["nhưng", "song", "tuy nhiên"])
_REACHES = "đạt"  # of this verb the name before it is the subject ("CPTPP đạt …")
_URGED = frozenset(["thúc đẩy", "thuyết phục"])
_OF_ONE_MIND = frozenset(["nhất trí", "thống nhất"])
_INTO = frozenset(["vào", "trong"])
_KEPT_FROM = ("party", "metonym", "pair", "collective", "institution", "noun-maker", "stage")
"""What stands behind a verb of prevention where it is a deed that is prevented, and not some evil."""
_INTO_NAME = "thành"  # at the end of words behind which stands the new name
_OF_A_DEED = ("preposition", "framing", "at", "place-preposition", "joiner", "past-sign")
_TALKED = ("đàm phán", "đàm phán về", "thương lượng", "thảo luận", "bàn về")
_TO_COME = ("sẽ ", "dự kiến ")
_UPON = ("sau", "khi", "ngay khi", "trong vòng")
_ROW = frozenset([",", ";"])
_NO_ROW = ("act", "stage", "modal", "wish", "negation", "passive", "relative", "contrast", "condition")
_BREATH = 16  # units behind a deed in which it is told, for the same paper, when it took effect
_NONE = 2  # units before a name at which it is said that there is none


def staged_names(doc: Document, names: list[Name]) -> Iterator[tuple[Name, str, int]]:
    """Each name with its stage and the unit of the word that gives it; twice where the words right behind the name also
    date its signing ("thực hiện Tuyên bố … ký năm 2002"). A joint statement that is quoted has been adopted; that it is
    so counts only where the story tells no more of any declaration."""
    stories = [doc.sentences[doc.sentence_of[name.first]].story for name in names]
    listed = {
        story for name, story in zip(names, stories, strict=True) if name.papers and _goes_on_to_name(doc, name, names)
    }
    inside = {unit for name in names for unit in range(name.first, name.last)}
    told: set[int] = set()
    quoted: list[tuple[Name, int]] = []
    before: tuple[Name, str, int] | None = None
    for name, story in zip(names, stories, strict=True):
        sentence = doc.sentences[doc.sentence_of[name.first]]
        if name.vague or (name.papers and story in listed):
            continue
        staged = [
            found
            for found in (_stage(doc, sentence, name, names, inside), _signed_behind(doc, sentence, name))
            if found
        ]
        if len(staged) == 2 and staged[0][1] >= name.first:
            del staged[1]
        if staged and (effect := _effect_behind(doc, sentence, staged[-1], inside)):
            staged.append(effect)
        if not staged and before and _in_row(doc, sentence, before, name):
            staged = [before[1:]]
        before = (name, *staged[0]) if staged else None
        if staged:
            told.update([story] if _is_statement(doc, name) else [])
        elif (cue := _quoted(doc, sentence, name)) is not None:
            quoted.append((name, cue))
        else:
            doc.drop("instrument", doc.span(name.first, name.last), "nothing-stated")
        for stage, cue in staged:
            if stage == "in-force" and is_cited(doc, name, cue):
                stage = "agreed"
            passed = stage == "agreed" and _is_treaty(doc, name) and _by_parliament(doc, sentence, cue)
            yield name, "ratified" if passed else stage, cue
    for name, cue in quoted:
        if doc.sentences[doc.sentence_of[name.first]].story not in told:
            yield name, "agreed", cue


def _in_row(doc: Document, sentence: Sentence, before: tuple[Name, str, int], name: Name) -> bool:
    """Whether a name goes on a list whose item `before` has its stage from a deed before it, with nothing between the
    two but the rest of that item's name ("ký Hiệp định …, Nghị định thư … và Bản ghi nhớ …")."""
    other, _, deed = before
    if not sentence.first <= deed < other.first or name.first <= other.last or not doc.is_cap(name.first):
        return False
    if doc.norms[name.first - 1] not in _ROW and not doc.entry(name.first - 1, "joiner"):
        return False
    return not any(doc.entry(unit, *_NO_ROW) for unit in range(other.last, name.first))


def is_cited(doc: Document, name: Name, cue: int, *, aside: bool = False) -> bool:
    """Whether the word at `cue` only cites a joint statement ("như đã nêu trong tuyên bố chung …", "…, theo tuyên bố
    chung", but not "hành động theo tuyên bố chung"). `aside`: as one of any time, no source of the
    report."""
    head, cite = doc.entry(name.first, "instrument-head"), doc.entry(cue, "stage")
    if not (head and head.attrs.get("speaks") and cite and cite.attrs.get("cited")):
        return False
    return not (cite.attrs.get("credit") and (aside or doc.norms[cue - 1][:1].isalnum()))


def _is_statement(doc: Document, name: Name) -> bool:
    """Whether a name is that of a declaration, which a report often calls by several names."""
    known = doc.lexicon.instruments.get(name.known) if name.known else None
    head = doc.entry(name.first, "instrument-head")
    return known.type == "declaration" if known else bool(head and (head.attrs.get("speaks") or head.attrs.get("said")))


def _is_treaty(doc: Document, name: Name) -> bool:
    """Whether a name is that of a paper by which states are bound once their parliaments passed it."""
    known = doc.lexicon.instruments.get(name.known) if name.known else None
    return known.type in _TREATIES if known else doc.norms[name.first].startswith(_TREATY_HEADS)


def _by_parliament(doc: Document, sentence: Sentence, cue: int) -> bool:
    """Whether a parliament stands right before the verb by which it passes something."""
    if not doc.norms[cue].endswith("thông qua"):
        return False
    first = max(sentence.first, cue - _PASSIVE)
    comma = next((i for i in range(cue - 1, first - 1, -1) if doc.norms[i] in (",", ";")), first - 1)
    low = doc.low[doc.starts[comma + 1] : doc.starts[cue]]
    return any(parliament in low for parliament in PARLIAMENTS)


def _signed_behind(doc: Document, sentence: Sentence, name: Name) -> tuple[str, int] | None:
    """The dated deed that is told right behind a name, and its unit."""
    told = doc.has("relative", name.last, min(name.last + 2, sentence.last))
    first = _behind_marks(doc, sentence, name)
    reach = min(first + (_AFTER + 4 if told else 1), sentence.last)
    cue = next(iter(doc.units("stage", first, reach)), None)
    behind = doc.entry(cue, "stage") if cue is not None else None
    if cue is None or behind is None or not behind.attrs.get("open"):
        return None
    just = doc.entry(cue - 1, "past-sign") and doc.norms[cue - 1].startswith("vừa")
    dated = any(unit in doc.date_at for unit in range(cue + 1, min(cue + 4, sentence.last)))
    return (str(behind.attrs["stage"]), cue) if dated or just or doc.norms[cue].startswith("vừa") else None


def _effect_behind(doc: Document, sentence: Sentence, deed: tuple[str, int], names: set[int]) -> tuple[str, int] | None:
    """The dated coming into force that is told in one breath with the signing or ratification of a paper ("được ký ngày
    8/12/1987 và có hiệu lực từ ngày 1/6/1988"). `names`: the units of all names."""
    stage, cue = deed
    if stage not in ("signed", "ratified"):
        return None
    for unit in range(cue + 1, min(cue + _BREATH, sentence.last)):
        if doc.entry(unit, "takes-effect"):
            dated = any(i in doc.date_at for i in range(unit + 1, min(unit + 1 + _CLOSE, sentence.last)))
            entry = doc.entry(unit, "stage")
            return _told(doc, sentence, unit, entry, names) if dated and entry else None
        if unit in names or doc.norms[unit] in (";", ":", '"') or doc.entry(unit, *_OTHER_CLAUSES, "stage"):
            break
    return None


def _behind_marks(doc: Document, sentence: Sentence, name: Name) -> int:
    """The first unit behind a name, the mark that ends its quotation, a comma before a passive and small words of
    verbs ("Hiệp định …", được ký ngày …)."""
    unit = name.last
    if unit < sentence.last and doc.norms[unit] == '"':
        unit += 1
    if unit + 1 < sentence.last and doc.norms[unit] == "," and doc.norms[unit + 1].startswith(_PASSIVES):
        unit += 1
    while unit + 1 < sentence.last and doc.entry(unit, "passive", "past-sign") and not doc.entry(unit, "stage"):
        unit += 1
    return unit


def _quoted(doc: Document, sentence: Sentence, name: Name) -> int | None:
    """The unit of the word by which a joint statement is quoted: a verb of saying of which it is the subject, or the
    word for "in" or "according to" before it at the head of a clause."""
    head = doc.entry(name.first, "instrument-head")
    if head is None or not head.attrs.get("speaks") or doc.entry(name.first - 1, "instrument-head"):
        return None
    before = name.first - 1
    if before >= sentence.first and doc.entry(before, "preposition", "according-to"):
        opening = before == sentence.first or not doc.norms[before - 1][:1].isalnum()
        return before if opening else None
    if before >= sentence.first and doc.entry(before, "act", "stage", "wish", "modal"):
        return None  # somebody else's object
    for unit in range(name.last, min(name.last + _QUOTED_REACH, sentence.last)):
        if doc.entry(unit, "act", "reading-out"):
            return unit
        if doc.entry(
            unit, "modal", "wish", "negation", "passive", "stage", "joiner", "contrast", "condition"
        ) or doc.norms[unit] in (",", ";", '"'):
            break
    return None


def _goes_on_to_name(doc: Document, papers: Name, names: list[Name]) -> bool:
    """Whether the sentence of unnamed papers names them ("ký 12 văn kiện, trong đó có Bản ghi nhớ …")."""
    end = doc.sentences[doc.sentence_of[papers.first]].last
    return any(not name.papers and papers.last <= name.first < end for name in names)


def _stage(
    doc: Document, sentence: Sentence, name: Name, names: list[Name], inside: set[int]
) -> tuple[str, int] | None:
    """The stage that a sentence gives a name, and the unit of the word for it. `inside`: the units of all names."""
    if name.lead and (entry := doc.entry(name.first, "instrument-head")):
        return _told(doc, sentence, name.first, entry, set())
    steps = 0
    aimed = False  # "đàm phán để đạt …" negotiates, but "thực hiện các bước để hiệp định …" carries out no paper
    for unit in range(name.first - 1, sentence.first - 1, -1):
        if unit in inside:
            continue  # a list of instruments has one verb
        if doc.norms[unit] == '"' and unit < name.first - 1:
            break  # what stands in quotation marks has its own
        if doc.norms[unit].endswith("rằng") or doc.norms[unit] in _PARTS_CLAUSES:
            break  # so has a clause ("bác bỏ lập luận rằng sáng kiến … là bẫy nợ", "bàn về … nhưng thoả thuận …")
        steps += 1
        aimed = aimed or doc.norms[unit] == "để"
        if steps > _BEFORE:
            break
        if steps == _NONE and doc.entry(unit, "negation") and doc.entry(unit + 1, "has-one"):
            return None  # "không có tuyên bố chung nào được đưa ra"
        entry = doc.entry(unit, "stage")
        if entry and aimed and entry.attrs["stage"] != "negotiating":
            break
        if entry and entry.attrs.get("renaming") and doc.norms[name.first - 1].endswith(_INTO_NAME):
            break  # "đổi tên TPP thành CPTPP": what comes of it is not what is changed
        if entry and (not _fits(doc, entry, unit, name) or (entry.attrs.get("near") and steps > _CLOSE)):
            continue
        if entry and entry.attrs["stage"] == "proposed" and doc.norms[name.first - 1] in _INTO:
            break  # "đề xuất đưa vào tuyên bố chung": what is proposed is something in it
        if entry and entry.attrs.get("listing") and any(n.papers and sentence.first <= n.first < unit for n in names):
            continue
        if entry and entry.attrs.get("open") and _of_what_stands_before(doc, sentence, unit, name):
            break
        if entry and unit - 1 in inside and unit + 1 in doc.date_at:
            break  # "Bản ghi nhớ ký năm 2011, Tuyên bố … ký năm 2015"
        if entry and entry.attrs.get("carrying_out") and (first := _first_of_chain(doc, unit)):
            return _told(doc, sentence, *first, inside)
        of_others = (i for i in doc.units("of", unit + 1, name.first) if i not in inside)
        if entry and not (entry.attrs["stage"] == "agreed" and any(of_others)):
            return _told(doc, sentence, unit, entry, inside)  # but "phát đi thông báo của các thành viên CPTPP"
        if doc.norms[unit] in (";", ":"):
            return _listed(doc, sentence, unit)
        if doc.norms[unit] == "," and doc.has("act", unit + 1, name.first):
            break  # "xây dựng hoà bình, tái khẳng định cam kết trong Tuyên bố …"
        if doc.norms[unit] == "," and name.last < sentence.last and doc.entry(name.last, "takes-effect"):
            break  # "Nhật Bản phê chuẩn CPTPP, hiệp định này có hiệu lực từ …"
    told = doc.has("relative", name.last, min(name.last + 2, sentence.last))
    for unit in range(name.last, min(name.last + _AFTER + (4 if told else 0), sentence.last)):
        if unit in inside:
            break
        entry = doc.entry(unit, "stage")
        if entry and (entry.attrs.get("behind") or entry.attrs.get("listing")):
            continue  # "RCEP bao gồm 16 nước"
        if entry and entry.attrs.get("through") and unit == name.last and _goes_through(doc, unit):
            continue  # "Kế hoạch … thông qua các biện pháp trừng phạt"
        if entry and told:
            return _told(doc, sentence, unit, entry, inside, name.last)
        if entry and (
            doc.entry(unit - 1, "passive")
            or "hiệu lực" in doc.norms[unit]
            or doc.norms[unit].startswith(_PASSIVES)
            or (unit == name.last and doc.norms[unit] != _REACHES and _of_name_before(entry))
        ):
            return _told(doc, sentence, unit, entry, inside, name.last)
    return _by_agent(doc, sentence, name, inside)


def _of_name_before(entry: Entry) -> bool:
    """Whether a deed right behind a name without a passive is done to it ("Hiệp định … ký năm 2011"); of words said of
    many things the name is the subject ("CPTPP thống nhất …")."""
    return not entry.attrs.get("near") and (entry.attrs["stage"] != "amended" or bool(entry.attrs.get("renaming")))


def _of_what_stands_before(doc: Document, sentence: Sentence, unit: int, name: Name) -> bool:
    """Whether a deed before a name is done to what stands before it, as a passive tells ("Kế hoạch được nội các thông
    qua trong bối cảnh Seoul ngừng GSOMIA"); not where it goes on to a list of names."""
    passive = next(iter(doc.units("passive", max(sentence.first, unit - _PASSIVE), unit)), None)
    if passive is None or "," in doc.norms[passive:unit]:
        return False
    return not doc.has("listing", unit, name.first) and not any(mark in doc.norms[unit : name.first] for mark in ",:")


def _by_agent(doc: Document, sentence: Sentence, name: Name, names: set[int]) -> tuple[str, int] | None:
    """The deed of those who are named between a passive behind the name and its verb ("được Mỹ và 11 nước khác ký")."""
    reach = min(name.last + _AGENT, sentence.last)
    passive = next((i for i in doc.units("passive", name.last, min(name.last + _CLOSE, reach))), None)
    if passive is None or doc.has("negation", name.last, passive):
        return None
    for unit in range(passive + 1, reach):
        entry = doc.entry(unit, "stage")
        if unit not in names and entry and entry.attrs["stage"] in _DEEDS and not entry.attrs.get("handing"):
            if doc.has("modal", name.last, passive) or doc.norms[passive].startswith("sẽ"):
                return "negotiating", unit
            return str(entry.attrs["stage"]), unit
        if unit in names or doc.norms[unit] in (";", ":", '"') or doc.entry(unit, *_OTHER_CLAUSES):
            break
    return None


def _first_of_chain(doc: Document, unit: int) -> tuple[int, Entry] | None:
    """The deed before a carrying out that is joined to it ("sớm phê chuẩn và thực thi"): it tells the state."""
    if unit < 2 or not doc.entry(unit - 1, "joiner"):
        return None
    entry = doc.entry(unit - 2, "stage")
    return (unit - 2, entry) if entry and (entry.attrs.get("open") or entry.attrs["stage"] == "negotiating") else None


def _told(
    doc: Document, sentence: Sentence, unit: int, entry: Entry, names: set[int], behind: int = 0
) -> tuple[str, int] | None:
    stage = _reached(doc, sentence, unit, entry, names, behind)
    return (stage, unit) if stage else None


def _fits(doc: Document, entry: Entry, unit: int, name: Name) -> bool:
    """Whether a word of stage can be said of a name: what is listed among laws is law ("luật pháp quốc tế, trong đó có
    UNCLOS"), and a declaration behind "theo" is only the report's source."""
    head = doc.entry(name.first, "instrument-head")
    known = doc.lexicon.instruments.get(name.known) if name.known else None
    if entry.attrs.get("listing"):
        return (known is not None and known.type in _LAWS) or bool(head and head.attrs.get("law"))
    if verb := entry.attrs.get("behind"):
        return any(doc.norms[i] == verb for i in range(max(unit - _CLOSE - 1, 0), unit))
    if entry.attrs.get("through") and _at_head(doc, unit) and doc.norms[name.last] == ",":
        return False  # "Thông qua Sáng kiến Vành đai và Con đường, Trung Quốc …"
    if entry.attrs.get("through") and head and head.attrs.get("weak") and not known:
        return bool(head.attrs.get("resolves")) or _adopts(doc, unit)  # resolutions are means to nothing
    if entry.attrs.get("handing"):
        return name.known is None and name.first - unit <= _CLOSE
    if entry.attrs.get("credit"):
        if any(doc.norms[i] == "," for i in range(unit + 1, name.first)):
            return False  # "theo ông Trump, sáng kiến …"
        opening = unit == 0 or not doc.norms[unit - 1][:1].isalnum()
        if head and head.attrs.get("speaks") and unit == name.first - 1 and opening:
            return False
        return not (head and head.attrs.get("said") and not doc.is_cap(name.first))
    return True


def _adopts(doc: Document, unit: int) -> bool:
    """Whether "thông qua" is the verb and not the preposition ("tài trợ cho Việt Nam thông qua Chương trình …"): behind
    who adopts, or a small word of verbs."""
    before = unit - 1 if unit - 1 not in doc.date_at else unit - 2  # "Đại hội đồng … ngày 1-8 thông qua nghị quyết"
    return _at_head(doc, unit) or doc.entry(before, *_BEFORE_VERBS) is not None


def _at_head(doc: Document, unit: int) -> bool:
    return unit == 0 or not doc.norms[unit - 1]


def _goes_through(doc: Document, unit: int) -> bool:
    """Whether "thông qua" behind a name is the preposition: a thing follows, no time or place of its adoption."""
    behind = unit + 1
    return doc.norms[behind][:1].isalnum() and behind not in doc.date_at and not doc.entry(behind, *_OF_A_DEED)


def _listed(doc: Document, sentence: Sentence, unit: int) -> tuple[str, int] | None:
    """The stage of a list that names papers after "gồm:" and parts them by semicolons."""
    listing = doc.units("listing", sentence.first, unit + 1)
    if not listing:
        return None
    for cue in reversed(doc.units("stage", sentence.first, listing[0])):
        entry = doc.entry(cue, "stage")
        if entry and entry.attrs.get("open"):
            return _told(doc, sentence, cue, entry, set())
    return None


def _only_wished(doc: Document, unit: int) -> bool:
    """Whether a word before a change tells that somebody wants it, and not that it is agreed on."""
    act, wish = doc.entry(unit, "act"), doc.entry(unit, "wish")
    return bool(act and act.attrs["act"] == "propose") or bool(wish and wish.attrs["phase"] == "proposed")


def _still_open(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether what completes a text is furthered, near, or spoken of as an end that nobody welcomes ("thúc đẩy hoàn
    tất", "gần đạt được", "việc đạt được COC sẽ …")."""
    if doc.norms[unit - 1] in ("thúc đẩy", "gần"):
        return True
    acts = doc.units("act", max(sentence.first, unit - _SIGNS), unit)
    welcomed = any((act := doc.entry(i, "act")) and act.attrs["act"] == "support" for i in acts)
    return doc.norms[unit - 1] == "việc" and not welcomed


def _undated(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether something will take effect and no day is told on which it does ("sẽ có hiệu lực khi 6 nước …")."""
    if not doc.entry(unit, "takes-effect") or not doc.norms[unit].startswith(_TO_COME):
        return False
    if doc.has("condition", unit + 1, min(unit + _CLOSE, sentence.last)) or doc.norms[unit + 1].startswith(_UPON):
        return True
    return not any(i in doc.date_at for i in range(sentence.first, sentence.last))


def _reached(
    doc: Document, sentence: Sentence, unit: int, entry: Entry, names: set[int], behind: int = 0
) -> str | None:
    """The stage that a deed reaches, by the signs before it; None where it is denied or only feared that somebody
    leaves. `names`: the units of all names, which are passed over ("sẽ phê chuẩn CPTPP, ký EVFTA"); `behind`: the end
    of a name that the deed follows."""
    stage = str(entry.attrs["stage"])
    undone = stage == "rejected" and not entry.attrs.get("open")
    refusal = doc.entry(unit - 1, "refusal") if unit > sentence.first else None
    if refusal and not refusal.attrs.get("offers"):
        return None if undone else "rejected"
    changed = stage in _CHANGED and not entry.attrs.get("open")
    if not undone and not changed and not entry.attrs.get("open"):
        supposed = (
            behind
            and doc.entry(unit, "takes-effect")
            and doc.has("condition", max(sentence.first, behind - _SIGNS), behind)
        )
        return None if supposed or _undated(doc, sentence, unit) else stage  # "nếu RCEP có hiệu lực"
    if changed and any(doc.norms[i].endswith(_TALKED) for i in range(max(sentence.first, unit - _CLOSE), unit)):
        return "negotiating"  # "đàm phán về việc gia hạn hiệp ước"
    before = [doc.entry(i, "stage") for i in doc.units("stage", max(sentence.first, unit - 3), unit)]
    if not undone and any(e and e.attrs["stage"] == "negotiating" for e in before):
        return "negotiating"  # "sớm hoàn tất ký kết"
    if not behind and doc.norms[unit] in COMPLETING and _still_open(doc, sentence, unit):
        return "negotiating"
    steps = 0
    reach = _CHAIN if doc.entry(unit - 1, "joiner") else _SIGNS
    for i in range(unit - 1, sentence.first - 1, -1):
        if i in names:
            continue
        past = doc.entry(i, "past-sign")
        steps += 1
        date = doc.date_at.get(i)
        anniversary = date is not None and date.role == "anniversary"  # "sắp kỷ niệm 25 năm ký Hiệp ước"
        if steps > reach or doc.norms[i] == ";" or anniversary or (past and not past.attrs.get("now")):
            break
        if doc.entry(i, "negation"):
            if "," in doc.norms[i:unit]:
                break  # "có ràng buộc không, và được đưa ra …"
            if doc.has("condition", max(sentence.first, i - _CLOSE), i):
                return None  # "nếu không ký được …", "nếu Mỹ không gia hạn …"
            so_far = (denied := doc.entry(i, "negation")) is not None and denied.attrs.get("so_far")
            return None if undone or so_far else "rejected"
        if doc.entry(i, "uncertain", "condition") or (steps == 1 and doc.entry(i, "before-deed")):
            return None if undone else "negotiating"
        if doc.norms[i] in _URGED and steps <= _CLOSE and not doc.entry(i + 1, "joiner"):
            return "negotiating"  # "thúc đẩy Hội đồng Bảo an thông qua …"
        if doc.entry(i, "prevention") and (doc.is_cap(i + 1) or doc.entry(i + 1, *_KEPT_FROM)):
            return None if undone else "rejected"  # "ngăn ASEAN ra tuyên bố chung"
        if changed and steps <= _CLOSE and _only_wished(doc, i):
            return "negotiating"  # "đề xuất sửa đổi hiệp định"
        if undone or changed or i < behind:
            continue  # "cam kết của hiệp ước mà Washington ký": what is before the name is no sign of its deed
        said = doc.entry(i, "act")
        if said and said.attrs["act"] in ("propose", "commit"):
            return "negotiating"  # "mong muốn kết thúc đàm phán …"
        if i == unit - 1 and doc.norms[i] in _OF_ONE_MIND and doc.norms[unit] == "thông qua":
            continue  # adopted unanimously
        if doc.entry(i, "wish", "goal") or (doc.entry(i, "modal") and not said):
            return "negotiating"
    return stage
