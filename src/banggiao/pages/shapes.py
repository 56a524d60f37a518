"""The shapes of page furniture, compiled from data once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from banggiao.lexicon.store import load_compiled


@dataclass(slots=True, frozen=True)
class Shapes:
    """Patterns over one line in lower case."""

    furniture: re.Pattern[str]
    byline: re.Pattern[str]
    date: re.Pattern[str]
    """A date in words in a byline; groups y, m, d."""
    related: re.Pattern[str]
    caption_tail: re.Pattern[str]
    caption_head: re.Pattern[str]
    agency: re.Pattern[str]
    agency_named: re.Pattern[str]
    agencies: dict[str, str]
    outlets: tuple[dict[str, Any], ...]


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


@lru_cache(maxsize=4)
def shapes(language: str = "vi") -> Shapes:
    """The shapes of one language's pages, from the shipped data."""
    compiled, _ = load_compiled()
    data = compiled.pages[language]
    return Shapes(
        _any(data["furniture"]),
        _any(data["byline"]),
        re.compile(data["date"]),
        _any(data["related"]),
        re.compile(data["caption_tail"]),
        re.compile(data["caption_head"]),
        re.compile(data["agency"]),
        re.compile(data["agency_named"]),
        {form: name for name, forms in data["agencies"].items() for form in forms},
        tuple(compiled.outlets),
    )
