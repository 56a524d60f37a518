"""An article: its text with the evidence marked, the records beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from banggiao import model
from banggiao.briefs.document import Line
from banggiao.briefs.view import KINDS, record_line, slot_words
from banggiao.briefs.words import Words
from banggiao.register import StoredArticle
from banggiao.register.decisions import Decision
from banggiao.web import language
from banggiao.web.answers import as_json
from banggiao.web.desk import Desk, desk, page
from banggiao.web.failing import MissingError

router = APIRouter()


@dataclass(slots=True)
class Piece:
    """A stretch of text that the same records rest on. `start` is its offset in the article; `records` their numbers,
    `kind` the kind of the first of them."""

    text: str
    start: int
    records: list[int] = field(default_factory=list)
    kind: str = ""
    cited: bool = False
    """Some evidence begins here, so that it can be addressed."""


@dataclass(slots=True)
class Part:
    """A zone of the page with its pieces; `zone` is "" for text that is in none."""

    zone: str
    story: int
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class Told:
    """A record of the article: its number, its line, the fact that it reports ("" where a person took it out)."""

    number: int
    line: Line
    fact: str
    verdicts: list[str]


def parts(text: str, zones: tuple[model.Zone, ...], records: list[model.Record]) -> list[Part]:
    """The text cut at every border of a zone and of evidence. Every character comes once, in order."""
    marks: dict[int, list[tuple[int, int]]] = {}
    cuts = {0, len(text)}
    cited = set()
    for number, record in enumerate(records):
        for start, end in record.evidence:
            start, end = max(0, start), min(end, len(text))
            cuts |= {start, end}
            cited.add(start)
            marks.setdefault(start, []).append((end, number))
    stretches = _stretches(zones, len(text))
    cuts |= {start for start, _, _ in stretches}
    ordered = sorted(cuts)
    out: list[Part] = []
    open_: list[tuple[int, int]] = []
    zone_at = {start: (kind, story) for start, kind, story in stretches}
    for start, end in pairwise(ordered):
        if start in zone_at or not out:
            kind, story = zone_at.get(start, ("", 0))
            out.append(Part(kind, story))
        open_ = [mark for mark in open_ + marks.get(start, []) if mark[0] > start]
        numbers = sorted({number for _, number in open_})
        kind = records[numbers[0]].kind if numbers else ""
        out[-1].pieces.append(Piece(text[start:end], start, numbers, kind, start in cited))
    return out


def _stretches(zones: tuple[model.Zone, ...], length: int) -> list[tuple[int, str, int]]:
    """(start, kind, story) of the zones and of the text between them."""
    out: list[tuple[int, str, int]] = []
    at = 0
    for zone in zones:
        if zone.start > at:
            out.append((at, "", 0))
        out.append((zone.start, zone.kind, zone.story))
        at = zone.end
    if at < length:
        out.append((at, "", 0))
    return out


def _stored(at: Desk, key: str) -> StoredArticle:
    found = at.register.article(key)
    if found is None:
        raise MissingError(
            f"The register holds no article {key!r}.", hint="It may have been removed or read from a new text."
        )
    return found


@router.get("/articles/{key}", response_class=HTMLResponse, include_in_schema=False)
def show(request: Request, key: str) -> Response:
    at = desk(request)
    stored = _stored(at, key)
    words = at.words(language.of(request))
    text, reading = stored.article.text, stored.reading
    facts = at.register.facts_by_record(key)
    decided: dict[int, list[Decision]] = {}
    for one in at.register.decisions(article=key, standing=True):
        for anchor in one.anchors:
            if anchor.article == key and anchor.index is not None:
                decided.setdefault(anchor.index, []).append(one)
    told: dict[str, list[Told]] = {}
    for number, record in enumerate(reading.records):
        line = record_line(record, reading, text, words, explain=False)
        verdicts = [_verdict(one, record, words) for one in decided.get(number, ())]
        told.setdefault(record.kind, []).append(Told(number, line, facts.get(number, ""), verdicts))
    return page(
        request,
        "article.html.j2",
        article=stored.article,
        ref=stored.ref,
        # The blank lines between zones are the layout's business.
        parts=[part for part in parts(text, reading.zones, reading.records) if part.zone or part.text.strip()],
        told=[(kind, told[kind]) for kind in KINDS if kind in told],
    )


def _verdict(one: Decision, record: model.Record, words: Words) -> str:
    """What was decided of a record, in words: "corrected (date → 3/8/2018)"."""
    said = words.label("verdict", one.action)
    if one.action != "correct":
        return said
    unit = getattr(record, "unit", None)
    slots = (
        f"{words.label('slot', slot)} → {slot_words(record.kind, slot, value, unit, words)}"
        for slot, value in one.slots.items()
    )
    return f"{said} ({', '.join(slots)})"


@router.get("/api/articles/{key}", tags=["articles"], summary="An article with its reading")
def data(request: Request, key: str) -> Response:
    stored = _stored(desk(request), key)
    return as_json({"key": key, "text": stored.article.text} | stored.reading.to_dict())
