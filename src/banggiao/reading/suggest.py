"""Names that articles use often in frames that the reader knows, and that the lexicon lacks: what to add to it next.

Each frame is a place in which a name of one kind stands: a conference behind its noun ("Hội nghị … lần thứ 5"), an
agreement behind its own ("Hiệp định …"), a place behind "tại thủ đô", a party behind "nước", a person behind a post.
A suggestion is what several articles name so; whether it belongs into the lexicon is for a person to decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from banggiao.errors import LanguageError
from banggiao.lexicon import fold
from banggiao.model import Article, Instrument, Meeting, Office, Zone
from banggiao.reading.document import Document
from banggiao.reading.pipeline import LANGUAGE, Reader

KINDS = ("body", "instrument", "party", "place", "person")
_LONGEST = 4  # words of a place's or party's name
_KNOWN = {"body": ("body",), "instrument": ("instrument",), "person": (), "place": ("city",), "party": ("party",)}


@dataclass(slots=True)
class Suggestion:
    """A name that the lexicon lacks. `articles`: how many name it; `example`: the sentence of the first; `says`: what
    most of them say of it (a person's post and party, an agreement's parties)."""

    kind: str
    name: str
    articles: int
    example: str
    says: str = ""


@dataclass(slots=True)
class _Seen:
    spellings: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    says: Counter[str] = field(default_factory=Counter)
    example: str = ""


def suggest(articles: Iterable[Article], reader: Reader, *, least: int = 3) -> list[Suggestion]:
    """What at least `least` articles name and the reader's lexicon does not know, the most frequent first. Articles in
    another language are passed over."""
    seen: dict[tuple[str, str], _Seen] = {}
    for article in articles:
        if article.language != LANGUAGE:
            continue
        try:
            doc = reader.document(article)
        except LanguageError:
            continue
        for kind, name, says, span in _names(doc):
            item = seen.setdefault((kind, fold(name)), _Seen(example=_sentence(doc, span)))
            item.spellings[name] += 1
            item.articles.add(article.id)
            if says:
                item.says[says] += 1
    out = [
        Suggestion(kind, _most(item.spellings), len(item.articles), item.example, _most(item.says))
        for (kind, _), item in seen.items()
        if len(item.articles) >= least and not _known(reader, kind, _most(item.spellings))
    ]
    return sorted(out, key=lambda s: (KINDS.index(s.kind), -s.articles, s.name))


def _most(counted: Counter[str]) -> str:
    """The most frequent; of equals the first in order."""
    return min(counted, key=lambda key: (-counted[key], key)) if counted else ""


def _names(doc: Document) -> Iterator[tuple[str, str, str, tuple[int, int]]]:
    """(kind, name, what is said of it, span of an occurrence) for each name in a frame."""
    for record in doc.records:
        match record:
            case Meeting(mechanism=str(name)) if any(c.isupper() for c in name[1:]):
                yield "body", name, f"{record.form}, {' – '.join(record.parties)}", record.evidence[0]
            case Instrument(name=name):
                yield "instrument", name, " – ".join(record.parties), record.evidence[0]
            case Office() if not doc.lexicon.people_by_name.get(fold(record.person)):
                yield "person", record.person, f"{record.role}, {record.party}", record.evidence[0]
            case _:
                pass
    for kind, cls in (("place", "capital-word"), ("party", "land-word")):
        for unit in doc.units_of.get(cls, ()):
            if found := _capitals(doc, unit + 1):
                yield kind, doc.surface(*found), "", doc.span(*found)


def _capitals(doc: Document, unit: int) -> tuple[int, int] | None:
    """The units of capitalised words without a meaning that begin at a unit."""
    last = unit
    while (
        last < len(doc.norms)
        and last - unit < _LONGEST
        and doc.norms[last]
        and doc.is_cap(last)
        and not doc.entries[last]
    ):
        last += 1
    return (unit, last) if last > unit else None


def _sentence(doc: Document, span: tuple[int, int]) -> str:
    found = next((s for s in doc.sentences if s.start <= span[0] < s.end), None)
    return " ".join(doc.text[found.start : found.end].split()) if found else ""


def _known(reader: Reader, kind: str, name: str) -> bool:
    """Whether the lexicon has the name already, or one that stands in it."""
    doc = reader.document(Article("name", name, zones=(Zone("body", 0, len(name)),)))
    return any(doc.units_of.get(cls) for cls in _KNOWN[kind])
