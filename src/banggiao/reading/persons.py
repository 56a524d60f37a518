"""Persons of a story and the phrases that mean them: what the steps of `people` hand each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from banggiao.lexicon import KnownPerson
from banggiao.model import Span
from banggiao.reading.people_posts import Post

HEADS = frozenset({"head-of-state", "head-of-government", "party-chief"})
"""Roles of those whose meeting is a summit."""


@dataclass(slots=True)
class Held:
    """One post of a person as the story says it: evidence spans in `Document.text`, and the rules that found it."""

    role: str
    party: str | None
    title: str
    spans: list[Span]
    rules: list[str]
    weak: bool = False
    elect: bool = False
    """Wherever the person is named with it, it is told that he is only elected to it."""


@dataclass(slots=True)
class Person:
    """Somebody in one story. `name`: the fullest form; `tokens`: its words folded; `held`: posts in text order."""

    name: str
    tokens: tuple[str, ...]
    story: int
    sex: str = ""
    party: str | None = None
    held: list[Held] = field(default_factory=list)
    former: set[str] = field(default_factory=set)
    surname_party: str | None = None
    """The party whose people bear such family names (surnames.yml)."""
    home: str | None = None
    known: KnownPerson | None = None
    named_at: list[int] = field(default_factory=list)
    """Units at which the story names him."""

    @property
    def native(self) -> bool:
        """Whether the name is one of the press's own people, whom it calls by their given names."""
        return self.surname_party is not None and self.party in (None, self.surname_party)

    @property
    def roles(self) -> list[str]:
        """Roles of definite posts; of weak ones only where there are no others."""
        strong = [post.role for post in self.held if not post.weak]
        return list(dict.fromkeys(strong or [post.role for post in self.held]))


@dataclass(slots=True, eq=False)  # each is itself: to compare what all say took most of the time of a long sentence
class PersonMention:
    """Units `[first, last)`: the whole phrase. `name_first`, `name_last`: the name in it (equal where there is none).
    `kind`: titled, named, title, counterpart, pronoun. `roles` and `party` are what the phrase says, or, where it says
    nothing, what is known of the person. `former`: it means nobody in office. `of_kin`: though so, as it means
    somebody's kin ("con rể Tổng thống Donald Trump"), it tells that one's post."""

    first: int
    last: int
    name_first: int
    name_last: int
    kind: str
    rule: str
    person: Person | None = None
    roles: list[str] = field(default_factory=list)
    party: str | None = None
    posts: list[Post] = field(default_factory=list)
    sex: str = ""
    former: bool = False
    of_kin: bool = False
    role: str | None = None
    weak: bool = False
