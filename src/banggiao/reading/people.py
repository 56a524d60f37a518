"""People of an article: who holds which post, and whom a later word means."""

from __future__ import annotations

from dataclasses import dataclass, field

from banggiao.reading.document import Document


@dataclass(slots=True)
class Person:
    """One person of one story. `roles`: role → title in the article's words."""

    name: str
    party: str | None = None
    roles: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class PersonMention:
    """Units `[first, last)` of the whole phrase, `[name_first, name_last)` of the name (empty without one)."""

    first: int
    last: int
    name_first: int
    name_last: int
    person: Person | None
    roles: tuple[str, ...]
    party: str | None
    kind: str


def find_people(doc: Document) -> None:
    """Adds to `doc` what the article says."""
    doc.facts["people"] = []
