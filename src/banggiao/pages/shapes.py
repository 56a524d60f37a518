"""The shapes of page furniture, compiled from data once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from banggiao.lexicon.model import Outlet
from banggiao.lexicon.store import load_compiled
from banggiao.pages.bylines import Bylines, compile_bylines


@dataclass(slots=True, frozen=True)
class Shapes:
    """Patterns over one line in lower case."""

    furniture: re.Pattern[str]
    byline: re.Pattern[str]
    printed: Bylines
    related: re.Pattern[str]
    linked: re.Pattern[str]
    """What stands before the headline in a line that points to another story."""
    caption_tail: re.Pattern[str]
    caption_head: re.Pattern[str]
    credit_opening: re.Pattern[str]
    credit_closing: re.Pattern[str]
    credit_phrase: re.Pattern[str]
    agencies: dict[str, str]
    marks: re.Pattern[str]
    """Over a line as it is written: the signature of a paper at its beginning; group mark."""
    signed: dict[str, Outlet]
    outlets: tuple[Outlet, ...]


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _longest_first(forms: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))


def _marks(signed: Iterable[str]) -> re.Pattern[str]:
    """A mark that is written with parentheses stands in them; another may."""
    return re.compile(rf"\W{{0,2}}\(?(?P<mark>{_longest_first(signed)})\)?\s*[-–—:]+(?:\s|$)")


@lru_cache(maxsize=4)
def shapes(language: str = "vi") -> Shapes:
    """The shapes of one language's pages, from the shipped data."""
    compiled, _ = load_compiled()
    data = compiled.pages[language]
    agencies = {form: name for name, forms in data["agencies"].items() for form in forms}
    agency = f"(?P<agency>{_longest_first(agencies)})"
    signed = {mark: outlet for outlet in compiled.outlets for mark in outlet.marks}
    return Shapes(
        _any(data["furniture"]),
        _any(data["byline"]),
        compile_bylines(data["bylines"]),
        _any(data["related"]),
        re.compile(data["linked"]),
        re.compile(data["caption_tail"]),
        re.compile(data["caption_head"]),
        re.compile(data["credits"]["opening"].replace("AGENCY", agency)),
        re.compile(data["credits"]["closing"].replace("AGENCY", agency)),
        re.compile(data["credits"]["phrase"]),
        agencies,
        _marks(signed),
        signed,
        tuple(compiled.outlets),
    )
