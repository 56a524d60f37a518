"""The types of the lexicon, and the questions that it answers about names."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import msgspec

from banggiao.lexicon.tokens import form_of


class _Folds(dict[int, str]):
    """Letter → the letter without case and diacritics, anything else → a blank; worked out when first met."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code).casefold().replace("đ", "d"))
        kept = (c if c.isalnum() or c == "+" else " " for c in decomposed if not unicodedata.combining(c))
        self[code] = out = "".join(kept)
        return out


_FOLDS = _Folds()
_REMEMBERED = 200_000


class _Words(dict[str, str]):
    """Word → the word folded; worked out when first met. Names and texts are made of few words, and to look one up
    takes a tenth of the time."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = out = " ".join(word.translate(_FOLDS).split())
        return out


_WORDS = _Words()


def fold(text: str) -> str:
    """A name without case, diacritics and punctuation, as a person may type it: "Trung Quốc" → "trung quoc"."""
    return " ".join(filter(None, map(_WORDS.__getitem__, text.split())))


@dataclass(slots=True, frozen=True, eq=False)
class Entry:
    """One meaning of a form: its word class, the id of the thing (a party's code, a body's id; empty for plain words),
    and what the data says of it. `case` is what the writing must show: "capital" (its first letter is one), "upper"
    (an acronym: all letters are), or nothing."""

    cls: str
    id: str
    attrs: dict[str, Any]
    case: str = ""


@dataclass(slots=True)
class Party:
    """A state, territory, organisation, format or group. `names` are by language, the first of each is for display."""

    code: str
    kind: str
    names: dict[str, list[str]]
    short: list[str] = field(default_factory=list)
    metonyms: list[str] = field(default_factory=list)
    demonyms: list[str] = field(default_factory=list)
    refuse: list[str] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    capital: str | None = None
    is_city: bool = False
    """The state or territory is one city, so that its name is also the city's."""
    summits_with: list[str] = field(default_factory=list)
    """States whose leaders its own meet at summits only, whatever the press calls the meeting."""
    source: str = ""
    note: str = ""

    def name(self, lang: str) -> str:
        names = self.names.get(lang) or next(iter(self.names.values()), [])
        return names[0] if names else self.code


class Outlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A newspaper, agency or official site. `agency`: the one that its own texts are of. `marks`: how its stories sign
    at their beginning ("TTO", "(NLĐO)"). `dates`: shapes of the part of its addresses that holds the day of publication
    (groups y or yy, m, d); `examples`: an address and its day, for each; `undated`: addresses that hold none."""

    name: str
    hosts: list[str]
    agency: str | None = None
    marks: list[str] = []
    dates: list[str] = []
    examples: list[tuple[str, str]] = []
    undated: list[str] = []
    note: str = ""


@dataclass(slots=True)
class Place:
    """A city (canonical form, other forms) and the party code of its country."""

    name: str
    forms: list[str]
    country: str


@dataclass(slots=True)
class Body:
    """A meeting series or standing body. `sessions` maps a session's number to what is known of it (year, date, city,
    country); `yearly` is an anchor {number, year} for a series held exactly once a year since then, with `opens`, the
    month, where a session that opens in it goes on into the next year."""

    id: str
    names: dict[str, list[str]]
    acronyms: list[str] = field(default_factory=list)
    numbered: list[str] = field(default_factory=list)
    """Short names that mean a session only beside its number ("Bộ trưởng Ngoại giao ASEAN 51"); posts otherwise."""
    gathered: list[str] = field(default_factory=list)
    """Names of its members that mean the meeting where one attends it or is beside it ("dự APEC", "bên lề G20")."""
    form: str | None = None
    parties: list[str] = field(default_factory=list)
    city: str | None = None
    """The city, in `country`, that its name says and where it is always held."""
    country: str | None = None
    sessions: dict[int, dict[str, Any]] = field(default_factory=dict)
    yearly: dict[str, int] | None = None
    source: str = ""
    note: str = ""

    def session_facts(self, number: int) -> dict[str, Any]:
        """What is known of one session; empty where the data does not say."""
        if number in self.sessions:
            return self.sessions[number]
        if self.yearly and number >= self.yearly["number"]:
            return {"year": self.yearly["year"] + number - self.yearly["number"]}
        return {}


@dataclass(slots=True)
class Instrument:
    """An agreement, declaration, code, plan, fund or programme that has a usual name."""

    id: str
    names: dict[str, list[str]]
    acronyms: list[str] = field(default_factory=list)
    short: list[str] = field(default_factory=list)
    """What it is called where its states and organisations are spoken of ("bộ quy tắc ứng xử")."""
    parties: list[str] = field(default_factory=list)
    type: str = ""
    dates: dict[str, Any] = field(default_factory=dict)
    source: str = ""
    note: str = ""


@dataclass(slots=True)
class HeldPost:
    """A post of a known person: the role as records name it, and the years (or days, ISO) from and until it was held;
    None where it is not over."""

    role: str
    since: str
    until: str | None = None

    def held_on(self, date: str | None) -> bool:
        """Whether the post was held in the year (or on the day) of an EDTF date; an unknown date excludes nothing."""
        if not date or not date[:4].isdigit():
            return True
        size = min(len(date), 10)
        after = date[: min(size, len(self.since))] >= self.since[:size]
        before = self.until is None or date[: min(size, len(self.until))] <= self.until[:size]
        return after and before


@dataclass(slots=True)
class KnownPerson:
    """A well-known office-holder: for the party and post that an article leaves out, never in place of its words."""

    name: str
    party: str
    posts: list[HeldPost]
    forms: list[str] = field(default_factory=list)
    sex: str = ""
    note: str = ""


@dataclass(eq=False)  # one is its own key in what is kept for it
class Lexicon:
    """All that was loaded.

    grammar: the content of each grammar file by "language/name". forms: normal form (lower case, NFC, tone marks in one
    style, one space between tokens) → its meanings.
    """

    forms: dict[str, tuple[Entry, ...]]
    grammar: dict[str, Any]
    parties: dict[str, Party]
    places: dict[str, Place]
    bodies: dict[str, Body]
    instruments: dict[str, Instrument]
    people: list[KnownPerson] = field(default_factory=list)
    signature: str = ""

    @cached_property
    def home_party(self) -> str | None:
        """The press's own state, or None where no word means it."""
        entries = (entry for meanings in self.forms.values() for entry in meanings if entry.cls == "home")
        return next((str(entry.attrs["party"]) for entry in entries), None)

    @cached_property
    def people_by_name(self) -> dict[str, list[KnownPerson]]:
        """Folded name, full or a listed form → the known people of that name."""
        out: dict[str, list[KnownPerson]] = {}
        for person in self.people:
            for name in dict.fromkeys(fold(form) for form in (person.name, *person.forms)):
                out.setdefault(name, []).append(person)
        return out

    @cached_property
    def short_names(self) -> dict[str, str]:
        """The form of a short name of an instrument → its id."""
        return {form_of(name): paper.id for paper in self.instruments.values() for name in paper.short}

    @cached_property
    def party_names(self) -> dict[str, str]:
        """Folded name → party code, all languages included; full names win over short ones."""
        out: dict[str, str] = {}
        for pick in (
            lambda p: [n for names in p.names.values() for n in names],
            lambda p: p.short + p.demonyms,
            lambda p: p.metonyms,
        ):
            for code in sorted(self.parties):
                for name in pick(self.parties[code]):
                    out.setdefault(fold(name), code)
        return out

    def other_names(self, name: str) -> list[str]:
        """All names and acronyms of the meeting series or instruments that bear this one (any case, no diacritics)."""
        wanted = fold(name)
        out: list[str] = []
        things: list[Body | Instrument] = [*self.bodies.values(), *self.instruments.values()]
        for thing in things:
            names = [n for found in thing.names.values() for n in found] + thing.acronyms
            if wanted in {fold(n) for n in names}:
                out += [n for n in names if n not in out]
        return out

    def party_name(self, code: str, lang: str) -> str:
        """The name of a party for display; the code itself where the lexicon has none."""
        party = self.parties.get(code)
        return party.name(lang) if party else code

    def find_party(self, name: str) -> str | None:
        """The code of the party that a person may mean by `name` (a code, any name, any language, with or without
        diacritics), or None. A code counts in capitals only: "Nga" is Russia, "NGA" Nigeria."""
        if name in self.parties:
            return name
        return self.party_names.get(fold(name)) or (name.upper() if name.upper() in self.parties else None)
