"""What may be wrong with a data folder beyond its schema: clashing names, missing codes, rules without refusals.

The schema itself (unknown keys, wrong types, files that are no YAML) is checked by compiling the folder.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from banggiao.errors import LexiconError
from banggiao.lexicon.compile import compile_folder
from banggiao.lexicon.compiled import Compiled, data_files
from banggiao.lexicon.model import Body, Instrument


def problems(folder: Path) -> list[str]:
    """One sentence for each thing that is wrong, naming file or entry; empty where nothing is."""
    try:
        compiled = compile_folder(folder)
    except LexiconError as error:
        return [str(error)]
    return [*_headers(folder), *_codes(compiled), *_clashes(compiled), *_rules(compiled)]


def _headers(folder: Path) -> list[str]:
    return [
        f"{path.relative_to(folder)}: no comment at the top that says what belongs here"
        for path in data_files(folder)
        if not path.read_text(encoding="utf-8").startswith("#")
    ]


def _codes(compiled: Compiled) -> list[str]:
    known = {party.code for party in compiled.parties}
    out: list[str] = []
    for party in compiled.parties:
        out += [f"party {party.code}: member {code} is no party" for code in party.members if code not in known]
        if not party.source:
            out.append(f"party {party.code}: no source")
    things: list[Body | Instrument] = [*compiled.bodies, *compiled.instruments]
    for thing in things:
        out += [f"{thing.id}: party {code} is not known" for code in thing.parties if code not in known]
        if not thing.source:
            out.append(f"{thing.id}: no source")
    out += [f"place {p.name}: country {p.country} is not known" for p in compiled.places if p.country not in known]
    return out


def _clashes(compiled: Compiled) -> list[str]:
    """Full names that mean two parties, two bodies or two instruments."""
    out: list[str] = []
    for form, meanings in compiled.forms:
        for cls in ("party", "body", "instrument"):
            ids = sorted({id for kind, id, _, _ in meanings if kind == cls})
            if len(ids) > 1:
                out.append(f"{form!r} means {' and '.join(ids)}")
    return out


def _rules(compiled: Compiled) -> list[str]:
    out: list[str] = []
    for name, data in sorted(compiled.grammar.items()):
        rules: list[dict[str, Any]] = data.get("rules", []) if isinstance(data, dict) else []
        seen: set[str] = set()
        for rule in rules:
            if rule["name"] in seen:
                out.append(f"grammar {name}: two rules are called {rule['name']}")
            seen.add(rule["name"])
            if data.get("over") == "units" and not (rule.get("examples") and rule.get("refusals")):
                out.append(f"grammar {name}: rule {rule['name']} lacks examples or refusals")
    return out
