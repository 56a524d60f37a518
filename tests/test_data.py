"""The lexicon's data is tested as code is: unknown keys, duplicates, names that clash, codes, sources, sessions."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pycountry
import pytest
import yaml

from banggiao import edtf
from banggiao.errors import LexiconError
from banggiao.lexicon import DATA, Lexicon, load
from banggiao.lexicon.compile import compile_folder, read_yaml
from banggiao.lexicon.model import Body, Instrument, Party
from banggiao.lexicon.tokens import form_of

KINDS: dict[str, type[Any]] = {"parties": Party, "bodies": Body, "instruments": Instrument}
PARTY_KINDS = {"state", "territory", "organisation", "format", "group"}
FORMS = {
    "talks",
    "call",
    "visit",
    "summit",
    "ministerial",
    "senior-officials",
    "forum",
    "ceremony",
    "exercise",
    "other",
}
LANGUAGES = {"vi", "en"}
CITY_FIELDS = {"country", "cities"}
SESSION_FIELDS = {"year", "date", "city", "country"}
LIFE_FIELDS = {"agreed", "adopted", "signed", "in_force", "ended", "founded", "proposed"}

HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
OTHER_SOURCES = {"press"}  # what the press writes is known from counting in it

SHARED_FORMS = {
    # form: why two things may bear it
    "rcep": "the agreement, and by GUIDE the circle of its members",
    "diễn đàn khu vực asean": "the format that speaks, and its yearly meeting",
    "asean regional forum": "the format that speaks, and its yearly meeting",
    "east asia summit": "the format that speaks, and its yearly meeting",
}


class Thing(NamedTuple):
    """An entry of a data file, and where it stands."""

    path: Path
    key: str
    data: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.path.relative_to(DATA)}: {self.key}"


class _StrictLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # libyaml where there is one
    """YAML takes the last of two equal keys without a word; here that is an error."""


def _mapping(loader: _StrictLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]  # type: ignore[no-untyped-call]
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise yaml.YAMLError(f"line {node.start_mark.line + 1}: {sorted(map(str, twice))} twice in one mapping")
    return loader.construct_mapping(node, deep=True)


_StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)

FILES = sorted(DATA.rglob("*.yml"))


@cache
def things(kind: str) -> tuple[Thing, ...]:
    """All entries of one folder of the data."""
    out: list[Thing] = []
    for path in sorted((DATA / kind).rglob("*.yml")):
        content = read_yaml(path)
        for item in content if isinstance(content, list) else [content]:
            key = item.get("code") or item.get("id") or item.get("country") or "?"
            out.append(Thing(path, str(key), item))
    return tuple(out)


NAMED = [thing for kind in KINDS for thing in things(kind)]
PLACES = list(things("places"))


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def names_of(thing: Thing) -> list[str]:
    """Every string by which the reader may find a thing."""
    data = thing.data
    out = [name for names in data["names"].values() for name in names]
    for field in ("acronyms", "short", "metonyms", "demonyms", "numbered"):
        out += data.get(field, [])
    return out


# -- every file -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(DATA)))
def test_a_file_says_at_its_top_what_belongs_in_it(path: Path) -> None:
    """The first line of every data file is a comment of at least a few words."""
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    assert first.startswith("# "), f"{path}: begin with a comment: what belongs here and what does not"
    assert len(first.split()) >= 5, f"{path}: the comment says too little: {first!r}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(DATA)))
def test_no_key_stands_twice_in_one_mapping(path: Path) -> None:
    """A key written twice would silently hide the first."""
    yaml.load(path.read_text(encoding="utf-8"), Loader=_StrictLoader)


@pytest.mark.parametrize("path", sorted(DATA.glob("vocabulary/*/*.yml")), ids=lambda p: str(p.relative_to(DATA)))
def test_no_form_stands_twice_with_the_same_attributes(path: Path) -> None:
    """A line of vocabulary that says again what another of its file says."""
    counts: Counter[str] = Counter()
    for entry in read_yaml(path)["entries"]:
        says = sorted((key, str(value)) for key, value in entry.items() if key not in ("forms", "case"))
        counts.update(f"{form_of(form)} {says}" for form in entry["forms"])
    assert [form for form, count in counts.items() if count > 1] == []


def test_the_loader_of_this_test_sees_a_key_that_stands_twice() -> None:
    """The check above can fail."""
    with pytest.raises(yaml.YAMLError, match="twice"):
        yaml.load("cities:\n  Huế: []\n  Huế: []\n", Loader=_StrictLoader)


# -- every thing ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("thing", NAMED, ids=str)
def test_a_thing_has_known_fields_names_and_a_source(thing: Thing) -> None:
    """No unknown field, a name in both languages, a source."""
    kind = KINDS[thing.path.relative_to(DATA).parts[0]]
    known = {field.name for field in dataclasses.fields(kind)}
    assert set(thing.data) <= known, f"unknown fields {sorted(set(thing.data) - known)}"
    names = thing.data["names"]
    assert set(names) == LANGUAGES, "names in Vietnamese and English"
    assert all(isinstance(name, str) and name == name.strip() and name for name in names_of(thing))
    assert all(names.values()), "no language without a name"
    source = thing.data.get("source", "")
    assert source in OTHER_SOURCES or HOST.fullmatch(source), f"say where the fact can be looked up, not {source!r}"


@pytest.mark.parametrize("thing", NAMED, ids=str)
def test_no_name_is_listed_twice_in_one_thing(thing: Thing) -> None:
    """Names that differ only in case, dashes or the typing of tone marks are one form, and one line too many; save an
    acronym that some write as a name, since one in capitals is looked for in capitals ("ASEAN", "Asean")."""
    data = thing.data
    fields = [*data["names"].values(), *(data.get(f, []) for f in ("short", "metonyms", "demonyms", "numbered"))]
    for names in fields:
        forms = [(form_of(name), name.isupper()) for name in names]
        assert len(forms) == len(set(forms)), sorted({form for form in forms if forms.count(form) > 1})


@pytest.mark.parametrize("kind", KINDS)
def test_no_code_or_id_is_used_twice(kind: str) -> None:
    """A second entry of one code would overwrite the first."""
    where: dict[str, list[str]] = defaultdict(list)
    for thing in things(kind):
        where[thing.key].append(str(thing))
    assert not {key: places for key, places in where.items() if len(places) > 1}


@pytest.mark.parametrize("kind", ["parties", "bodies", "instruments"])
def test_no_two_things_of_a_kind_bear_one_name(kind: str) -> None:
    """One form names one party, one body, one instrument."""
    owners: dict[str, set[str]] = defaultdict(set)
    for thing in things(kind):
        for name in names_of(thing):
            owners[form_of(name)].add(thing.key)
    assert not {form: keys for form, keys in owners.items() if len(keys) > 1}


def test_no_name_of_a_party_is_another_partys_name_in_cldr(lexicon: Lexicon) -> None:
    """What the press says must not take a name that CLDR gives to somebody else."""
    owners: dict[str, set[str]] = defaultdict(set)
    for form, entries in lexicon.forms.items():
        for entry in entries:
            if entry.cls == "party":
                owners[form].add(entry.id)
    assert not {form: codes for form, codes in owners.items() if len(codes) > 1}


def test_a_form_shared_across_kinds_has_its_reason(lexicon: Lexicon) -> None:
    """A form that names a party, a body and an instrument at once stands in the list above with the reason."""
    kinds = {"party", "body", "instrument"}
    shared = {
        form
        for form, entries in lexicon.forms.items()
        if len({entry.cls for entry in entries if entry.cls in kinds and not entry.attrs.get("numbered")}) > 1
    }
    assert shared == set(SHARED_FORMS), sorted(shared ^ set(SHARED_FORMS))


# -- parties ----------------------------------------------------------------------------------------------------------

ISO = {country.alpha_3 for country in pycountry.countries} | {"XKX"}  # XKX: Kosovo, a code for users by ISO's leave


@pytest.mark.parametrize("thing", things("parties"), ids=str)
def test_states_have_iso_codes_and_organisations_have_none(thing: Thing) -> None:
    """A state's code is of ISO 3166-1 alpha-3, an organisation's is not: else it would swallow that state."""
    assert thing.data["kind"] in PARTY_KINDS
    if thing.data["kind"] in ("state", "territory"):
        assert thing.key in ISO
    else:
        assert thing.key not in ISO, f"{thing.key} is the code of {pycountry.countries.get(alpha_3=thing.key)}"
        assert thing.key == thing.key.upper()


@pytest.mark.parametrize("thing", NAMED, ids=str)
def test_parties_and_members_are_known(thing: Thing, lexicon: Lexicon) -> None:
    """Every code that an entry names is a party of the lexicon, named once."""
    for field in ("parties", "members"):
        codes = thing.data.get(field, [])
        assert not [code for code in codes if code not in lexicon.parties]
        assert len(codes) == len(set(codes))


@pytest.mark.parametrize("thing", [t for t in things("parties") if t.data.get("refuse")], ids=str)
def test_what_is_refused_holds_a_name_of_the_party(thing: Thing) -> None:
    """A refusal that holds no name of its party refuses nothing."""
    names = [form_of(name) for name in names_of(thing)]
    for refused in thing.data["refuse"]:
        assert any(f" {name} " in f" {form_of(refused)} " for name in names), refused


@pytest.mark.parametrize("thing", [t for t in things("parties") if t.data.get("short")], ids=str)
def test_short_forms_are_of_one_syllable(thing: Thing) -> None:
    """Short forms make dyads ("Việt-Nhật"); longer ones are names."""
    assert not [form for form in thing.data["short"] if " " in form_of(form)]


# -- places -----------------------------------------------------------------------------------------------------------


def test_every_city_stands_once_and_in_a_known_country(lexicon: Lexicon) -> None:
    """A city has one country; its name is listed once over all files."""
    owners: dict[str, list[str]] = defaultdict(list)
    for group in PLACES:
        assert set(group.data) == CITY_FIELDS, group
        assert group.key in lexicon.parties, group
        for name, others in group.data["cities"].items():
            for form in {form_of(form) for form in (name, *others)}:
                owners[form].append(f"{group.key} {name}")
    assert not {form: cities for form, cities in owners.items() if len(cities) > 1}


def test_capitals_are_cities_of_their_state(lexicon: Lexicon) -> None:
    """The capital that a party names stands among the places, under that very name, in that state."""
    for party in lexicon.parties.values():
        if party.capital:
            place = lexicon.places.get(party.capital)
            assert place is not None, f"{party.code}: {party.capital} is in no file of places"
            assert place.country == party.code


# -- bodies -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("thing", things("bodies"), ids=str)
def test_sessions_of_a_body_fit_each_other(thing: Thing, lexicon: Lexicon) -> None:
    """Known fields, years that never fall, days within the year, cities in their country, the yearly anchor kept."""
    body = lexicon.bodies[thing.key]
    assert body.form in FORMS
    years: list[int] = []
    for number, facts in sorted(body.sessions.items()):
        assert set(facts) <= SESSION_FIELDS
        years.append(facts["year"])
        if day := facts.get("date"):
            assert edtf.valid(day)
            assert day.startswith(str(facts["year"]))
        if country := facts.get("country"):
            assert country in lexicon.parties
        if city := facts.get("city"):
            assert city in lexicon.places, f"session {number}: {city}"
            assert lexicon.places[city].country == facts.get("country")
        if body.yearly and number >= body.yearly["number"]:
            assert facts["year"] == body.yearly["year"] + number - body.yearly["number"], number
    assert years == sorted(years)
    if body.yearly:
        assert {"number", "year"} <= set(body.yearly) <= {"number", "year", "opens"}


# -- instruments ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("thing", things("instruments"), ids=str)
def test_an_instruments_life_is_dated_in_order(thing: Thing) -> None:
    """Dates are EDTF; nothing is in force before it was signed, nor ended before it was in force."""
    assert thing.data.get("type"), "say what it is: treaty, declaration, plan …"
    life = thing.data.get("dates", {})
    assert set(life) <= LIFE_FIELDS
    assert all(edtf.valid(str(day)) for day in life.values())
    order = [edtf.sort_key(life[step]) for step in ("proposed", "signed", "in_force", "ended") if step in life]
    assert order == sorted(order)


# -- facts that the reader leans on -----------------------------------------------------------------------------------

SESSIONS = [
    ("amm", 51, 2018, "a known session"),
    ("amm", 53, 2020, "held although the world stood still"),
    ("asean-summit", 37, 2020, "two summits in one year"),
    ("apec-leaders", 26, 2018, "the last before the gap"),
    ("apec-leaders", 27, 2020, "Chile called off the meeting of 2019, and its number went to Malaysia"),
    ("eas", 10, 2015, "the second summit slipped into 2007, the fourth into 2009"),
    ("unga", 72, 2017, "yearly since 1946"),
]


@pytest.mark.parametrize(("body", "number", "year", "why"), SESSIONS, ids=[f"{b}-{n}" for b, n, _, _ in SESSIONS])
def test_the_year_of_a_session(lexicon: Lexicon, body: str, number: int, year: int, why: str) -> None:
    """Sessions fall in the year in which they were held, gaps included."""
    assert lexicon.bodies[body].session_facts(number).get("year") == year, why


def test_namibia_is_no_movement(lexicon: Lexicon) -> None:
    """The Non-Aligned Movement's usual acronym is Namibia's ISO code, so it goes by another."""
    assert lexicon.parties["NAM"].kind == "state"
    assert lexicon.find_party("Namibia") == "NAM"
    assert lexicon.find_party("Phong trào Không liên kết") == "NOAL"


def test_a_syllable_that_yaml_takes_for_no_is_refused(tmp_path: Path) -> None:
    """*no* and *on* are readings of syllables; unquoted, YAML makes them false and true."""
    path = tmp_path / "names" / "readings.yml"
    path.parent.mkdir()
    path.write_text("kind: romanisation\nfamily: {roh: no}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"readings\.yml: False is not text"):
        compile_folder(tmp_path)


def test_readings_of_syllables_are_plain_letters() -> None:
    data = read_yaml(DATA / "names" / "sino_vietnamese.yml")["syllables"]
    for syllable, readings in data.items():
        assert re.fullmatch(r"[a-zü ]+ / [a-z ]+", readings), (syllable, readings)
        assert len(form_of(syllable).split()) == 1, syllable
