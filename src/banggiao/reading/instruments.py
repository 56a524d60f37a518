"""Instruments: what happens to agreements, declarations, codes, plans, funds and programmes.

`instrument_names` finds what they are called. The stage comes from the nearest word of the vocabulary before the name,
else after it; a sign of the future makes it negotiation.
"""

from __future__ import annotations

from collections.abc import Iterator

from banggiao.lexicon import Entry
from banggiao.model import Instrument
from banggiao.normal import lower
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence
from banggiao.reading.instrument_names import Name, fullest_names, identity, names_in
from banggiao.reading.occasions import occasion_date
from banggiao.reading.pairs import pair_anaphor_in, pair_at
from banggiao.reading.parties import PartyMention, mentions_in, parties_in
from banggiao.reading.people import people_in

_DATE_REACH = 14
_BESIDE = 3  # units between "bên lề" and the party whose conference it is
_SINCE_REACH = 5  # units between a name and the time since which it is negotiated
_LAWS = frozenset({"convention", "charter", "declaration", "code", "treaty"})
_BEFORE, _AFTER = 9, 6  # units in which a word of stage is looked for


def find_instruments(doc: Document) -> None:
    """Adds one Instrument for each (name, stage) of a story."""
    names: list[Name] = []
    for sentence in doc.sentences:
        names += names_in(doc, sentence, names)
    fullest = fullest_names(doc, names)
    found: dict[tuple[int, str, str], Instrument] = {}
    for name, stage, cue in _staged(doc, names):
        sentence = doc.sentences[doc.sentence_of[name.first]]
        title = fullest[identity(doc, name)]
        key = (sentence.story, identity(doc, name), stage)
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
        if entry and not _fits(doc, entry, name):
            continue
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


def _fits(doc: Document, entry: Entry, name: Name) -> bool:
    """Whether a word of stage can be said of a name: what is listed among laws is law ("luật pháp quốc tế, trong đó có
    UNCLOS"), and a declaration behind "theo" is only the report's source."""
    head = doc.entry(name.first, "instrument-head")
    known = doc.lexicon.instruments.get(name.known) if name.known else None
    if entry.attrs.get("listing"):
        return (known is not None and known.type in _LAWS) or bool(head and head.attrs.get("law"))
    if entry.attrs.get("credit"):
        return not (head and head.attrs.get("said") and not doc.is_cap(name.first))
    return True


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
    end = min(name.last + 4, sentence.last)
    aside = {m.codes for m in mentions_in(doc, name.first, end) if len(m.codes) == 1 and _aside(doc, sentence, m)}
    inside = [code for code in parties_in(doc, name.first, end) if (code,) not in aside]
    if len(inside) >= 2:
        return inside
    here = _acting(doc, sentence)
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


def _acting(doc: Document, sentence: Sentence) -> list[str]:
    """The parties of a sentence in order, without those that are only where, beside what or about what something
    happens ("ký ở Chile", "tuyên bố về Syria bên lề hội nghị APEC")."""
    codes = dict.fromkeys(doc.facts["sentence-parties"][sentence.index])
    said = {p.party for p in people_in(doc, sentence.first, sentence.last)}
    for mention in mentions_in(doc, sentence.first, sentence.last):
        if not _aside(doc, sentence, mention) and not doc.entry(mention.first - 1, "at", "place-preposition"):
            said.update(mention.codes)
    return [code for code in codes if code in said]


def _aside(doc: Document, sentence: Sentence, mention: PartyMention) -> bool:
    """Whether a party is only the topic, the source or beside what happens."""
    beside = doc.has("sideline", max(sentence.first, mention.first - _BESIDE), mention.first)
    return beside or doc.entry(mention.first - 1, "about", "according-to") is not None


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
    if record.stage == "negotiating" and (since := _since(doc, sentence, name, cue)):
        record.date, record.date_basis, record.date_reason = since.edtf, since.basis, since.reason
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
    named = next((d for i in range(name.first, name.last) if (d := doc.date_at.get(i)) and d.rule == "date.year"), None)
    if named and record.stage == "signed":  # "ký Hiệp ước đình chiến năm 1953"
        record.date, record.date_basis, record.date_reason = named.edtf, named.basis, named.reason
        return
    occasion = occasion_date(doc, sentence)
    if occasion and record.stage in ("signed", "agreed") and not _only_welcomed(doc, sentence, cue):
        record.date, record.date_basis, record.date_reason = (
            occasion.edtf,
            "resolved",
            "the day of the report's occasion",
        )


def _since(doc: Document, sentence: Sentence, name: Name, cue: int) -> DateMention | None:
    """The time since which a text is negotiated ("khởi động đàm phán COC từ năm 2013")."""
    for unit in range(name.last, min(name.last + _SINCE_REACH, sentence.last)):
        date = doc.date_at.get(unit)
        if date and date.role == "since" and date.edtf and "/" not in date.edtf:
            return date
        if doc.norms[unit] in (",", ";") or doc.entry(unit, "act"):
            break
    return None


def _only_welcomed(doc: Document, sentence: Sentence, cue: int) -> bool:
    """Whether a deed is spoken of by somebody ("hoan nghênh việc ký …") or was done lately ("vừa được ký"): the day of
    the report is then not its own."""
    acts = (doc.entry(unit, "act") for unit in doc.units("act", sentence.first, cue))
    return any(act and act.attrs["act"] != "agree" for act in acts) or bool(
        doc.entry(cue - 1, "past-sign") and doc.norms[cue].startswith("vừa")
    )
