"""Whose text an article is: the agency that it credits, and the paper that signs it, as far as its lines say so.

An agency is credited where a story opens ("(TTXVN) - …"), where it ends ("Theo TTXVN", "(TTXVN/Vietnam+)"), or in a
phrase of its first or last sentences ("Theo đặc phái viên TTXVN tại …"). The credit of a photograph is none of the
text: in 13,707 press articles TTXVN is named 276 times, and 109 of these credit a photograph.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from banggiao.lexicon.model import Outlet
from banggiao.model import Zone
from banggiao.normal import normalise
from banggiao.pages.shapes import Shapes

_FIRST = 4  # lines: a byline or a mark alone on its line may stand before the one that opens the story
_LAST = 3
_SHORT = 60  # characters of a line that holds a credit and nothing else
_LINE = 100  # characters of a line that are looked at
_HEAD, _TAIL = 1500, 300  # characters in which a phrase credits the whole text
_NOT_ITS_OWN = ("title", "caption", "teaser")


def credits_of(
    text: str, zones: Iterable[Zone], outlet: Outlet | None, shapes: Shapes
) -> tuple[str | None, str | None]:
    """Publisher and agency. outlet: what is known of the address; its word comes first for the publisher, last for the
    agency, since papers print the texts of agencies."""
    kept = [zone for zone in zones if zone.kind not in _NOT_ITS_OWN]
    lines = [
        unicodedata.normalize("NFC", text[zone.start : min(zone.end, zone.start + _LINE)])
        for zone in (*kept[:_FIRST], *kept[-_LAST:])
    ]
    first, last = lines[:_FIRST], lines[len(kept[:_FIRST]) :]
    outlet = outlet or _signed(first, shapes)
    agency = _credited(first, last, text, shapes)
    return (outlet.name if outlet else None), agency or (outlet.agency if outlet else None)


def _signed(first: list[str], shapes: Shapes) -> Outlet | None:
    for line in first:
        if match := shapes.marks.match(line):
            return shapes.signed[match["mark"]]
    return None


def _credited(first: list[str], last: list[str], text: str, shapes: Shapes) -> str | None:
    for line in first:
        if match := shapes.credit_opening.match(normalise(line).low):
            return shapes.agencies[match["agency"]]
    for line in last:
        if len(line) <= _SHORT and (match := shapes.credit_closing.fullmatch(normalise(line).low.strip())):
            return shapes.agencies[match["agency"]]
    low = normalise(text).low
    match = shapes.credit_phrase.search(low[:_HEAD]) or shapes.credit_phrase.search(low[-_TAIL:])
    return shapes.agencies[match["agency"]] if match else None
