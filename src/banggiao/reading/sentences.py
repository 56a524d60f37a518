"""Where sentences end inside the readable zones of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from banggiao.model import Article, ZoneKind
from banggiao.normal import Normal
from banggiao.reading.document import Sentence

UNREAD: frozenset[ZoneKind] = frozenset({"furniture", "byline"})

_LINE = re.compile(r"[^\n]*\S[^\n]*")
# Both ways begin with the mark, so that the engine leaps from mark to mark: 10 microseconds an article instead of 60.
_STOP = re.compile(
    r"[.!?…](?:"
    r"(?:(?<=\.)\.\.)?[\"”’)\]]*\s+(?=[\"“‘(\[]?\s?[^\W\d_a-z]|[\"“‘(]?\d|[-–])"
    r"|(?<=[a-zà-ỹ)\d][.!?])(?P<glued>(?=[A-ZÀ-ỸĐ][^\W\d_A-Z]))"  # line breaks were lost: "trực tuyến.Thứ trưởng"
    r")"
)
# An initial ("Donald J. Trump") or one of these before the point: the sentence goes on.
_ABBREVIATED = re.compile(r"(?:^|[\s(\"“.])(?:[A-ZĐ]|TP|Tp|GS|PGS|TS|ThS|BS|KS|Mr|Mrs|Ms|Dr|St|No|Q|P|tr|th|Jr|Sr)$")


_LONGEST = 2_000
"""Characters; of 66,654 sentences of the press two have more than 1,200. What goes on without an end is cut at a blank:
twice as long a sentence took eight times as long to read, 75 KB five minutes, and a page may be made for that."""
_REPEATED = 40  # a longer sentence that a story repeats to the letter (a lead run again as a caption) is read once


def split(article: Article, normal: Normal) -> list[Sentence]:
    """The sentences of all readable zones in order, offsets in `normal.text`; a line break always ends one."""
    out: list[Sentence] = []
    text = normal.text
    line = 0
    seen: set[tuple[int, str]] = set()
    for zone in article.zones:
        if zone.kind in UNREAD:
            continue
        for found in _LINE.finditer(text, normal.norm(zone.start), normal.norm(zone.end)):
            line += 1
            for start, end in _in_line(text, found.start(), found.end()):
                said = (zone.story, text[start:end])
                if end - start > _REPEATED and said in seen:
                    continue
                seen.add(said)
                out.append(Sentence(len(out), start, end, zone.kind, zone.story, line))
    return out


def _in_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if (
            stop["glued"] is None
            and text[stop.start()] == "."
            and _ABBREVIATED.search(text, max(begin, stop.start() - 8), stop.start())
        ):
            continue
        yield from _trimmed(text, begin, stop.end())
        begin = stop.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > 0 else start + _LONGEST
        yield start, cut
        start = cut + (text[cut] == " ")
    if start < end:
        yield start, end
