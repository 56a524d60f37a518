"""Instruments: what happens to agreements, declarations, codes, plans, funds and programmes.

A name begins at a head noun ("Hiệp định …"), a name that the lexicon knows or an acronym, and runs to the first word
that can no longer belong to it. Names that share an acronym are one instrument under its fullest name. The stage comes
from the nearest word of the vocabulary before the name, else after it; a sign of the future makes it negotiation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from banggiao.lexicon import Entry
from banggiao.model import Instrument
from banggiao.normal import lower
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence
from banggiao.reading.occasions import occasion_date
from banggiao.reading.pairs import pair_anaphor_in, pair_at
from banggiao.reading.parties import parties_in

_LONGEST = 34  # units of a name; the longest in the corpus that reads as one has some thirty
_DATE_REACH = 14
_BEFORE, _AFTER = 9, 6  # units in which a word of stage is looked for


_DATES_OF_NAMES = (
    "date.year",
    "date.years",
    "date.years-bracket",
    "date.since-year",
    "date.anniversary-bare",
)


_ENDS = ("name-stop", "act", "stage", "modal", "wish", "passive", "past-sign", "and-also")


@dataclass(slots=True)
class Name:
    """Units `[first, last)` of an instrument's name; `known` is its id in the lexicon, if it has one."""

    first: int
    last: int
    acronym: str | None
    known: str | None
    lead: int = 0
    """Words at its beginning that are not the name's but its verb's ("ra tuyên bố chung")."""
    meant: str | None = None
    """The identity of the instrument that words like "this agreement" stand for."""


def find_instruments(doc: Document) -> None:
    """Adds one Instrument for each (name, stage) of a story."""
    names: list[Name] = []
    for sentence in doc.sentences:
        names += _names(doc, sentence, names)
    fullest = _fullest(doc, names)
    found: dict[tuple[int, str, str], Instrument] = {}
    for name, stage, cue in _staged(doc, names):
        sentence = doc.sentences[doc.sentence_of[name.first]]
        title = fullest[_identity(doc, name)]
        key = (sentence.story, _identity(doc, name), stage)
        evidence = doc.span(min(cue, name.first), max(cue + 1, name.last))
        if key in found:
            found[key].evidence.append(evidence)
            continue
        record = Instrument(
            name=title,
            stage=stage,
            parties=_parties(doc, sentence, name),
            evidence=[evidence],
            rules=[f"instrument.{stage}"],
            story=sentence.story,
        )
        if stage == "rejected" and not record.parties:  # "Mỹ rút khỏi TPP": a member no longer
            record.parties = parties_in(doc, sentence.first, cue)[-1:]
        _dates(doc, sentence, name, record, cue)
        found[key] = record
    doc.records += found.values()


def _staged(doc: Document, names: list[Name]) -> Iterator[tuple[Name, str, int]]:
    """Each name with its stage and the unit of the word that gives it; twice where the words right behind the name also
    date its signing ("thực hiện Tuyên bố … ký năm 2002")."""
    for name in names:
        sentence = doc.sentences[doc.sentence_of[name.first]]
        staged = _stage(doc, sentence, name, names)
        if staged:
            yield name, *staged
        told = doc.has("relative", name.last, min(name.last + 2, sentence.last))
        reach = min(name.last + (_AFTER + 4 if told else 1), sentence.last)
        cue = next(iter(doc.units("stage", name.last, reach)), name.last)
        behind = doc.entry(cue, "stage")
        dated = any(unit in doc.date_at for unit in range(cue + 1, min(cue + 4, sentence.last)))
        if behind and dated and behind.attrs.get("open") and (staged is None or staged[1] < name.first):
            yield name, str(behind.attrs["stage"]), cue
        elif staged is None:
            doc.drop("instrument", doc.span(name.first, name.last), "nothing-stated")


def _names(doc: Document, sentence: Sentence, before: list[Name]) -> list[Name]:
    """The names of a sentence. `before`: those of the sentences before it."""
    out: list[Name] = []
    last = sentence.first
    heads = {*doc.units("instrument", last, sentence.last), *doc.units("instrument-head", last, sentence.last)}
    for unit in sorted(heads):
        entry = doc.entry(unit, "instrument", "instrument-head")
        if unit < last or entry is None:
            continue
        name = _name_at(doc, sentence, unit, entry)
        if name is None and entry.cls == "instrument-head":
            name = _meant(doc, sentence, unit, [*before, *out])
        if name:
            out.append(name)
            last = name.last
    return out


def _meant(doc: Document, sentence: Sentence, unit: int, before: list[Name]) -> Name | None:
    """ "Hiệp định này": the last instrument of the story whose name begins with the same noun."""
    if unit + 1 >= sentence.last or not doc.entry(unit + 1, "just-named"):
        return None
    for name in reversed(before):
        if doc.sentences[doc.sentence_of[name.first]].story != sentence.story:
            return None
        head = doc.norms[name.first] if name.known is None else _head_of(doc, name.known)
        if head.startswith(doc.norms[unit]):
            return Name(unit, unit + 2, name.acronym, name.known, meant=_identity(doc, name))
    return None


def _head_of(doc: Document, known: str) -> str:
    """The beginning of a known instrument's name in the article's language."""
    paper = doc.lexicon.instruments.get(known)
    names = paper.names.get(doc.article.language, []) if paper else []
    return lower(names[0]) if names else ""


def _name_at(doc: Document, sentence: Sentence, unit: int, entry: Entry) -> Name | None:
    if entry.cls == "instrument":
        last = _end(doc, sentence, unit + 1, known=True)
        acronym = doc.surface(unit, unit + 1) if doc.text[doc.starts[unit] : doc.ends[unit]].isupper() else None
        return Name(unit, last, acronym or _acronym(doc, unit, last), entry.id)
    last = _end(doc, sentence, unit + 1, known=False)
    inside = next((e for i in range(unit + 1, last) if (e := doc.entry(i, "instrument"))), None)
    acronym = None if _changes(doc, unit + 1) else _acronym(doc, unit, last)  # the acronym is the other's
    if last == unit + 1 and not entry.attrs.get("alone"):
        return None
    if entry.attrs.get("papers"):
        signed = [doc.entry(i, "stage") for i in doc.units("stage", max(sentence.first, unit - 4), unit)]
        if last - unit < 2 or not any(e and e.attrs["stage"] == "signed" for e in signed):
            return None
        return Name(unit, last, acronym, None)
    if lead := entry.attrs.get("lead"):
        return Name(unit, last, acronym, None, lead)
    if entry.attrs.get("weak") and not acronym and not inside and not _named(doc, unit, last):
        return None
    return Name(unit, last, acronym, inside.id if inside and last - unit <= 4 else None)


def _named(doc: Document, first: int, last: int) -> bool:
    """A weak head is a name where it is written as one, or where its complement names parties or years."""
    if doc.is_cap(first) and doc.norms[first - 1] != "":
        return True
    if first + 2 < last and doc.is_cap(first + 1) and not doc.entry(first + 1, "party", "short", "metonym", "post"):
        return True  # "sáng kiến Một vành đai, một con đường"
    entry = doc.entry(first, "instrument-head")
    whose = range(first + 1, min(first + 6, last)) if entry and entry.attrs.get("whose") else range(0)
    if any(doc.entry(i, "of") for i in whose) and any(doc.entry(i, "party", "metonym", "pair", "body") for i in whose):
        return True  # "nghị quyết của Hội đồng Bảo an Liên Hợp Quốc"
    return any(doc.entry(i, "party") or i in doc.date_at for i in range(first + 1, last)) and doc.is_cap(first)


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
    while unit < limit:
        norm = doc.norms[unit]
        if norm == "(":
            close = next((i for i in range(unit + 1, min(unit + 7, limit)) if doc.norms[i] == ")"), None)
            if close is None:
                break
            unit = last = close + 1
            if not (unit < limit and (doc.norms[unit] in ("của", "giữa") or unit in doc.date_at)):
                break
            continue
        if known and not _extends(doc, unit):
            break
        if unit in doc.date_at and doc.date_at[unit].rule not in _DATES_OF_NAMES:
            break
        if norm in ("-", '"', "'", "/"):
            unit += 1
            continue
        if not norm or not (norm[0].isalnum()) or _ends(doc, unit, start):
            break
        if doc.entry(unit, "joiner"):
            following = unit + 1
            if (
                unit == start
                or following >= limit
                or doc.entry(
                    following, "instrument", "instrument-head", "name-stop", "act", "stage", "modal", "wish", "pair"
                )
            ):
                break
            unit += 1
            continue
        unit += 1
        last = unit
    return last


def _ends(doc: Document, unit: int, start: int) -> bool:
    """A word that no name holds, unless it is written with a capital ("về Chia sẻ thông tin") or is what a plan is for
    ("Kế hoạch hành động thực hiện DOC")."""
    entry = doc.entry(unit, *_ENDS)
    if entry is None or (doc.is_cap(unit) and entry.cls in ("act", "stage")):
        return False
    return not (entry.cls == "stage" and unit == start and (entry.attrs.get("carrying_out") or _changes(doc, unit)))


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
    )


def _identity(doc: Document, name: Name) -> str:
    if name.meant or name.known:
        return name.meant or str(name.known)
    return name.acronym or " ".join(" ".join(doc.norms[name.first : name.last]).split()[name.lead :])


def _fullest(doc: Document, names: list[Name]) -> dict[str, str]:
    """The longest form of each instrument's name in the article; one with its acronym goes before."""
    out: dict[str, tuple[bool, int, str]] = {}
    for name in names:
        if name.meant:
            continue
        surface = " ".join(doc.surface(name.first, name.last).split()[name.lead :])
        rank = (name.acronym is not None and name.last - name.first > 1, min(name.last - name.first, 20), surface)
        identity = _identity(doc, name)
        if identity not in out or rank[:2] > out[identity][:2]:
            out[identity] = rank
    return {identity: rank[2] for identity, rank in out.items()}


def _stage(doc: Document, sentence: Sentence, name: Name, names: list[Name]) -> tuple[str, int] | None:
    """The stage that the sentence gives a name, and the unit of the word that gives it."""
    if name.lead and (entry := doc.entry(name.first, "instrument-head")):
        return _open(doc, sentence, name.first, entry), name.first
    inside = {i for n in names for i in range(n.first, n.last)}
    steps = 0
    for unit in range(name.first - 1, sentence.first - 1, -1):
        if unit in inside:
            continue  # a list of instruments has one verb
        if doc.norms[unit] == '"' and unit < name.first - 1:
            break  # what stands in quotation marks has its own
        steps += 1
        if steps > _BEFORE:
            break
        entry = doc.entry(unit, "stage")
        if entry and not (entry.attrs["stage"] == "agreed" and doc.has("of", unit + 1, name.first)):
            return _open(doc, sentence, unit, entry), unit  # but "phát đi thông báo của các thành viên CPTPP"
        if doc.norms[unit] in (";", ":"):
            return _listed(doc, sentence, unit)
    told = doc.has("relative", name.last, min(name.last + 2, sentence.last))
    for unit in range(name.last, min(name.last + _AFTER + (4 if told else 0), sentence.last)):
        if unit in inside:
            break
        entry = doc.entry(unit, "stage")
        if entry and told:
            return _open(doc, sentence, unit, entry), unit
        if entry and (
            doc.entry(unit - 1, "passive")
            or "hiệu lực" in doc.norms[unit]
            or doc.norms[unit].startswith("được")
            or unit == name.last
        ):
            return _open(doc, sentence, unit, entry), unit
    return None


def _listed(doc: Document, sentence: Sentence, unit: int) -> tuple[str, int] | None:
    """The stage of a list that names papers after "gồm:" and parts them by semicolons."""
    listing = doc.units("listing", sentence.first, unit + 1)
    if not listing:
        return None
    for cue in reversed(doc.units("stage", sentence.first, listing[0])):
        entry = doc.entry(cue, "stage")
        if entry and entry.attrs.get("open"):
            return _open(doc, sentence, cue, entry), cue
    return None


def _open(doc: Document, sentence: Sentence, unit: int, entry: Entry) -> str:
    stage = str(entry.attrs["stage"])
    if entry.attrs.get("open"):
        before = [doc.entry(i, "stage") for i in doc.units("stage", max(sentence.first, unit - 3), unit)]
        if any(e and e.attrs["stage"] == "negotiating" for e in before):
            return "negotiating"  # "sớm hoàn tất ký kết"
        for i in range(max(sentence.first, unit - 5), unit):
            said = doc.entry(i, "act")
            if said and said.attrs["act"] in ("propose", "commit"):
                return "negotiating"  # "mong muốn kết thúc đàm phán …"
            sign = doc.entry(i, "wish", "modal")
            if sign and not doc.entry(i, "act"):
                return "negotiating"
            if sign and doc.entry(i, "wish"):
                return "negotiating"
            if doc.entry(i, "negation"):
                return "rejected"
    return stage


def _parties(doc: Document, sentence: Sentence, name: Name) -> list[str]:
    """Whose it is, where the article says so: named in the name or right after it; the lexicon's two or three where the
    story names them all; otherwise those who act in the sentence. The many members of a treaty are never filled in."""
    inside = parties_in(doc, name.first, min(name.last + 4, sentence.last))
    if len(inside) >= 2:
        return inside
    here: list[str] = list(doc.facts["sentence-parties"][sentence.index])
    members: list[str] = []
    if name.known and (known := doc.lexicon.instruments.get(name.known)):
        members = known.parties
        named = {
            code for s in doc.sentences if s.story == sentence.story for code in doc.facts["sentence-parties"][s.index]
        }
        if 0 < len(members) <= 3:
            if named.issuperset(members) or _says_all(doc, name, members):
                return list(members)
            return here if len(here) == 2 else []
        if not members:
            return []
        return [code for code in here if code in members]
    if pair_anaphor_in(doc, sentence.first, sentence.last) is not None:
        return list(pair_at(doc, name.first) or inside)
    return here if len(here) == 2 else inside or here[:2]


def _says_all(doc: Document, name: Name, members: list[str]) -> bool:
    """Whether the name itself says whose it is ("Hiệp định thương mại tự do Việt Nam - EU")."""
    low = doc.low[doc.starts[name.first] : doc.ends[name.last - 1]]
    return all(
        any(lower(form) in low for form in doc.lexicon.parties[code].names.get(doc.article.language, []))
        for code in members
        if code in doc.lexicon.parties
    )


def _dates(doc: Document, sentence: Sentence, name: Name, record: Instrument, cue: int) -> None:
    """When the stage was reached, where the sentence dates it; until when it runs, where its name or the next words
    say so."""
    for unit in range(name.first, min(name.last + 4, sentence.last)):
        date = doc.date_at.get(unit)
        if (
            date
            and date.edtf
            and (date.rule in ("date.years", "date.years-bracket") or (date.role == "until" and unit >= name.last - 1))
        ):
            record.until = date.edtf.split("/")[-1]
    if record.stage == "negotiating" or (record.stage == "in-force" and not doc.entry(cue, "takes-effect")):
        return
    near: list[tuple[int, DateMention]] = []
    for unit in range(sentence.first, sentence.last):
        date = doc.date_at.get(unit)
        if (
            date
            and date.edtf
            and (date.role in ("", "since") or (date.role == "until" and unit < cue))
            and not name.first <= unit < name.last
        ):
            far = min(abs(unit - cue), abs(unit - name.last))
            if far <= _DATE_REACH:
                near.append((far, date))
        elif date and date.role == "anniversary" and date.edtf and unit < name.first and name.first - unit < 4:
            record.date, record.date_basis, record.date_reason = date.edtf, date.basis, date.reason
            return
    if near:
        date = min(near, key=lambda item: item[0])[1]
        record.date, record.date_basis, record.date_reason = date.edtf, date.basis, date.reason
        return
    occasion = occasion_date(doc, sentence)
    if occasion and record.stage in ("signed", "agreed"):
        record.date, record.date_basis, record.date_reason = (
            occasion.edtf,
            "resolved",
            "the day of the report's occasion",
        )
