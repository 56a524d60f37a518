"""Which stretch of a saved page is title, lead, body, caption, teaser, byline or furniture.

Works line by line; the shapes are data (`data/pages/LANG.yml`). Related-story lists are told by their head ("Tin liên
quan"), by table pipes, or by pairs of a headline and a paragraph that is cut off with dots, as pages print them below
the story. Each teaser is a story of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from banggiao.model import Zone, ZoneKind
from banggiao.normal import normalise
from banggiao.pages.shapes import Shapes

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_LONG = 400  # characters; a caption is half as long again at most
_HEAD = 212  # characters; within them ends the headline that a caption repeats
_FURNITURE = 180  # characters; buttons, boxes and contacts are never longer
_LINK = 200  # characters of a line that points to another story
_CUT = re.compile(r"(?:\.\.\.|…)[\s|]*$")
_SIGNED = re.compile(r"(?:[^\W\d_]+\.?\s?){1,5}")

LineKind = Literal["text", "headline", "cut", "caption", "byline", "furniture", "related", "linked"]


@dataclass(slots=True)
class Line:
    """A line `[start, end)` without blanks and pipes at its ends; `piped`: it ended with table pipes."""

    start: int
    end: int
    kind: LineKind
    piped: bool = False
    caption_from: int = 0
    """Where the caption begins, for a line that opens with "headline - ảnh 1"."""


def zones(text: str, shapes: Shapes) -> tuple[Zone, ...]:
    """The zones of a page's text, sorted and disjoint, none empty.

    Shapes are sought in the normal form, since a page may write its letters decomposed (NFD); the spans are the
    text's own.
    """
    normal = normalise(text)
    found = _zones(normal.text, normal.low, shapes)
    if normal.text is text:
        return found
    return tuple(Zone(z.kind, *normal.raw_span(z.start, z.end), z.story) for z in found)


def _zones(text: str, low: str, shapes: Shapes) -> tuple[Zone, ...]:
    lines = [_line(text, low, match.start(), match.end(), shapes) for match in _LINE.finditer(text)]
    teaser = _teasers(lines)
    out: list[Zone] = []
    story = 0
    title: str | None = None
    seen_lead = False
    for index, line in enumerate(lines):
        if line.start >= line.end:  # bullets and pipes alone
            continue
        if index in teaser:
            if teaser[index]:
                story += 1
            out.append(Zone("teaser", line.start, line.end, story))
            continue
        kind: ZoneKind
        if line.kind in ("furniture", "related"):
            kind = "furniture"
        elif line.kind == "byline" or _signature(text, lines, index, title is not None):
            kind = "byline"
        elif line.kind == "caption":
            if line.caption_from:
                out.append(Zone("furniture", line.start, line.caption_from))
            if line.caption_from < line.end:
                out.append(Zone("caption", line.caption_from or line.start, line.end))
            continue
        elif title is None and not seen_lead and line.kind == "headline":
            kind, title = "title", text[line.start : line.end]
        elif not seen_lead:
            kind, seen_lead = "lead", True
        else:
            kind = "body"
        out.append(Zone(kind, line.start, line.end))
    return tuple(out)


def _line(text: str, whole: str, start: int, end: int, shapes: Shapes) -> Line:
    """`whole` is the text in lower case, of the same length."""
    raw_end = end
    while end > start and text[end - 1] in " \t|\u00a0":
        end -= 1
    while start < end and text[start] in " \t|*•\u00a0\ufeff":
        start += 1
    piped = "|" in text[end:raw_end]
    line = Line(start, end, "text", piped)
    if end - start > 4000:
        return line
    low = whole[start:end]
    if not low.strip("-–—_=~#.<> "):
        line.kind = "furniture"
    elif end - start <= _FURNITURE and shapes.related.fullmatch(low):
        line.kind = "related"
    elif shapes.printed.is_one(low):
        line.kind = "byline"
    elif end - start <= _LINK and (head := shapes.linked.match(low)):
        line.kind, line.start = "linked", start + head.end()
        line.end = end - 1 if text[start] == "[" else end
    elif end - start <= _FURNITURE and shapes.furniture.fullmatch(low):
        line.kind = "furniture"
    elif end - start <= 120 and shapes.byline.fullmatch(low):
        line.kind = "byline"
    elif head := shapes.caption_head.search(low[:_HEAD]):
        line.kind, line.caption_from = "caption", start + head.end()
        line.caption_from = min(line.caption_from, end)
    elif end - start <= 2 * _LONG and shapes.caption_tail.search(low[-120:]):
        line.kind = "caption"
    elif _CUT.search(text, max(start, end - 8), end):
        line.kind = "cut"
    elif end - start <= 250 and text[end - 1] not in '.!;,”")' and len(low.split()) >= 4:
        line.kind = "headline"
    return line


def _teasers(lines: list[Line]) -> dict[int, bool]:
    """Index of each teaser line → whether it begins a story."""
    out: dict[int, bool] = {}
    texts_from = [0] * (len(lines) + 1)  # how many lines of text stand from here on
    for i in range(len(lines) - 1, -1, -1):
        texts_from[i] = texts_from[i + 1] + (lines[i].kind == "text")
    # a list under its head: headlines up to the first full sentence, at the top; everything, at the end
    for index, line in enumerate(lines):
        if line.kind != "related":
            continue
        story_follows = texts_from[index + 1] >= 3
        for i in range(index + 1, len(lines)):
            if lines[i].kind in ("furniture", "byline"):
                continue
            if story_follows and lines[i].kind not in ("headline", "cut"):
                break
            if lines[i].kind == "related":
                continue
            previous_is_headline = i - 1 in out and lines[i - 1].kind == "headline"
            out[i] = lines[i].kind == "headline" or not previous_is_headline
        if not story_follows:
            break
    out.update({i: True for i, line in enumerate(lines) if line.kind == "linked" and i not in out})
    # piped lines that are cut off, and pairs of headline and cut paragraph
    cut = [i for i, line in enumerate(lines) if line.kind == "cut" and i not in out]
    pairs = {i for i in cut if i > 1 and lines[i - 1].kind == "headline"}
    last_text = max((i for i, line in enumerate(lines) if line.kind == "text"), default=-1)
    for i in cut:
        if lines[i].piped:
            out[i] = True
        elif i in pairs and (len(pairs) > 1 or i > last_text) and i > 2:
            out[i - 1], out[i] = True, False
    return out


def _signature(text: str, lines: list[Line], index: int, titled: bool) -> bool:
    """A short last line of capitalised words without a point: the author."""
    line = lines[index]
    if not titled or line.kind == "caption" or line.end - line.start > 40 or index < len(lines) - 3:
        return False
    words = text[line.start : line.end]
    return bool(_SIGNED.fullmatch(words)) and all(word[0].isupper() for word in words.split())
