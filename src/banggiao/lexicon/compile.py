"""YAML files, CLDR and ISO 3166 → the compiled lexicon. The only place that knows the shape of the data files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import yaml

from banggiao.errors import LexiconError
from banggiao.grammar import expand, literals
from banggiao.lexicon.compiled import Compiled, data_files
from banggiao.lexicon.model import Body, Instrument, KnownPerson, Outlet, Party, Place
from banggiao.lexicon.tokens import form_of

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

LANGUAGES = ("vi", "en")
Meaning = tuple[str, str, dict[str, Any], str]


def read_yaml(path: Path) -> Any:
    """The content of one data file. Raises LexiconError naming the file."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: not readable as YAML: {error}", hint="Mend the file.") from error


def _typed(path: Path, data: Any, kind: type[Any]) -> list[Any]:
    """The things of one file: a file holds one thing, or a list of them."""
    items = data if isinstance(data, list) else [data]
    try:
        return [msgspec.convert(item, kind) for item in items]
    except msgspec.ValidationError as error:
        raise LexiconError(f"{path}: {error}", hint="See docs/design/house.md for the fields.") from error


def _written(path: Path, data: Any) -> Any:
    """The data as it is, if all in it is text. YAML takes *no* and *on*, which are syllables, for yes and no."""
    leaves = [data]
    while leaves:
        match leaf := leaves.pop():
            case dict():
                leaves += [*leaf.keys(), *leaf.values()]
            case list():
                leaves += leaf
            case str():
                pass
            case _:
                raise LexiconError(f"{path}: {leaf!r} is not text", hint="Put it between quotes.")
    return data


def _states() -> dict[str, Party]:
    """All ISO 3166-1 states and territories with their CLDR names."""
    import pycountry
    from babel import Locale

    names = {lang: Locale(lang).territories for lang in LANGUAGES}
    out: dict[str, Party] = {}
    codes = [(c.alpha_2, c.alpha_3) for c in pycountry.countries] + [("XK", "XKX")]
    for two, three in sorted(codes, key=lambda pair: pair[1]):
        found = {lang: [names[lang][two]] for lang in LANGUAGES if two in names[lang]}
        out[three] = Party(three, "state", found, source="CLDR, ISO 3166-1")
    return out


def _overlay(base: Party | None, extra: Party) -> Party:
    """What the press says otherwise, laid over CLDR: the overlay's names come first."""
    if base is None:
        return extra
    for lang, names in base.names.items():
        mine = extra.names.setdefault(lang, [])
        mine += [name for name in names if name not in mine]
    return extra


_CASES = ("", "capital", "upper")  # each asks for more than the one before


class _Forms:
    """Collects meanings by form; of two that differ in their writing alone the one that asks for less."""

    def __init__(self) -> None:
        self.by_form: dict[str, list[Meaning]] = {}

    def add(self, names: Iterable[str], cls: str, id: str, case: str = "", **attrs: Any) -> None:
        for name in names:
            form = form_of(name)
            if not form:
                raise LexiconError(f"{cls} {id}: the form {name!r} holds no word", hint="Remove or mend it.")
            meanings = self.by_form.setdefault(form, [])
            same = next((at for at, m in enumerate(meanings) if m[:3] == (cls, id, attrs)), None)
            if same is None:
                meanings.append((cls, id, attrs, case))
            elif _CASES.index(case) < _CASES.index(meanings[same][3]):
                meanings[same] = (cls, id, attrs, case)  # "Asean" beside "ASEAN"


def _all(names: dict[str, list[str]]) -> list[str]:
    return [name for lang in LANGUAGES for name in names.get(lang, [])]


def _case(name: str) -> str:
    """Acronyms must be written as such; a name of several words may be written in any case."""
    letters = [c for c in name if c.isalpha()]
    return "upper" if letters and all(c.isupper() for c in letters) else ""


def _spelt(name: str, codes: list[str], known: dict[str, list[str]]) -> dict[str, list[str]]:
    """`spells`: two or more parties of a thing that its own name spells out. As one unit the name would hide them, and
    "the two sides" of the sentence may be they."""
    form = f" {form_of(name)} "
    found = [code for code in codes if any(f" {other} " in form for other in known.get(code, ()))]
    return {"spells": found} if len(found) > 1 else {}


def _add_things(
    forms: _Forms,
    parties: list[Party],
    places: Iterable[Place],
    bodies: Iterable[Body],
    papers: Iterable[Instrument],
) -> None:
    for party in parties:
        for name in _all(party.names):
            forms.add([name], "party", party.code, "upper" if _case(name) else "capital")
        forms.add(party.short, "short", party.code, "capital")
        forms.add(party.metonyms, "metonym", party.code, "capital")
        forms.add(party.demonyms, "demonym", party.code, "capital")
        forms.add(party.refuse, "refused", party.code)
        if party.kind not in ("state", "territory"):
            forms.add([party.code], "party", party.code, "upper")
    for place in places:
        for name in (place.name, *place.forms):
            case = "" if name[:1].islower() else "capital"  # "thành phố Hồ Chí Minh"
            forms.add([name], "city", place.name, case, country=place.country)
    for body in bodies:
        attrs = {"form": body.form} if body.form else {}
        for name in [*_all(body.names), *body.acronyms]:
            forms.add([name], "body", body.id, _case(name), **attrs)
        forms.add(body.numbered, "body", body.id, "", numbered=True, **attrs)
        forms.add(body.gathered, "gathering", body.id, "upper", **attrs)
    known = {party.code: [form_of(name) for name in (*_all(party.names), *party.short)] for party in parties}
    for paper in papers:
        for name in [*_all(paper.names), *paper.acronyms]:
            forms.add([name], "instrument", paper.id, _case(name), **_spelt(name, paper.parties, known))


def _add_vocabulary(forms: _Forms, path: Path, data: Any) -> None:
    """A file of words: `class`, `entries` with `forms`, and any further keys as attributes."""
    if not isinstance(data, dict) or "class" not in data or not isinstance(data.get("entries"), list):
        raise LexiconError(f"{path}: a vocabulary file holds `class` and a list `entries`", hint="Mend the file.")
    for entry in data["entries"]:
        attrs = {key: value for key, value in entry.items() if key not in ("forms", "case", "id")}
        if not entry.get("forms"):
            raise LexiconError(f"{path}: an entry has no `forms`: {entry}", hint="Add forms or remove it.")
        forms.add(entry["forms"], data["class"], str(entry.get("id", "")), entry.get("case", ""), **attrs)


def _starts(data: dict[str, Any]) -> dict[str, list[int]]:
    """Word → the rules of a grammar over text that may begin with it; "#" for numbers. Worked out by partial matching,
    so that the reader tries a rule only where it can begin."""
    import regex

    patterns = [expand(rule["pattern"], data["macros"]) for rule in data["rules"]]
    words = sorted({word for pattern in patterns for word in regex.findall(r"[^\W\d_]+", pattern)})
    out: dict[str, list[int]] = {}
    for index, pattern in enumerate(patterns):
        bare = regex.sub(r"\(\?<[=!][^)]*\)", "(?:)", pattern)  # what must stand before does not matter here
        compiled = regex.compile(bare)
        for word in words:
            if compiled.fullmatch(word, partial=True) and (
                compiled.fullmatch(word) or compiled.fullmatch(word + " ", partial=True)
            ):
                out.setdefault(word, []).append(index)
        if any(compiled.fullmatch(digit, partial=True) for digit in "0123456789"):
            out.setdefault("#", []).append(index)
        if compiled.fullmatch("(", partial=True):
            out.setdefault("(", []).append(index)
    return out


def compile_folder(folder: Path) -> Compiled:
    """Everything below a data folder. Raises LexiconError for a file or entry that does not fit its schema."""
    parties = _states()
    places: dict[str, Place] = {}
    bodies: dict[str, Body] = {}
    papers: dict[str, Instrument] = {}
    people: list[KnownPerson] = []
    grammar: dict[str, Any] = {}
    pages: dict[str, Any] = {}
    outlets: list[Outlet] = []
    names: dict[str, Any] = {}
    forms = _Forms()
    for path in data_files(folder):
        where = path.relative_to(folder).parts
        data = read_yaml(path)
        match where[0]:
            case "parties":
                for party in _typed(path, data, Party):
                    parties[party.code] = _overlay(parties.get(party.code), party)
            case "places":
                for group in data if isinstance(data, list) else [data]:
                    for name, others in group["cities"].items():
                        places[name] = Place(name, list(others or []), group["country"])
            case "bodies":
                bodies |= {body.id: body for body in _typed(path, data, Body)}
            case "instruments":
                papers |= {paper.id: paper for paper in _typed(path, data, Instrument)}
            case "people":
                people += _typed(path, data, KnownPerson)
            case "pages":
                pages["/".join(where[1:]).removesuffix(".yml")] = data
            case "outlets":
                outlets += _typed(path, data, Outlet)
            case "names":
                names[data["kind"]] = _written(path, data)
            case "vocabulary":
                _add_vocabulary(forms, path, data)
            case "grammar":
                if data.get("over") == "text":
                    data["starts"] = _starts(data)
                grammar["/".join(where[1:]).removesuffix(".yml")] = data
    _add_things(
        forms,
        [parties[code] for code in sorted(parties)],
        [places[name] for name in sorted(places)],
        [bodies[id] for id in sorted(bodies)],
        [papers[id] for id in sorted(papers)],
    )
    for name in sorted(grammar):
        for word in sorted(literals(grammar[name])):
            forms.add([word], f"'{form_of(word)}'", "")
    return Compiled(
        parties=[parties[code] for code in sorted(parties)],
        places=[places[name] for name in sorted(places)],
        bodies=[bodies[id] for id in sorted(bodies)],
        instruments=[papers[id] for id in sorted(papers)],
        people=people,
        forms=sorted(forms.by_form.items()),
        grammar=grammar,
        pages=pages,
        outlets=outlets,
        names=names,
    )
