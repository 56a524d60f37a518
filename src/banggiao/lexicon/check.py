"""What may be wrong with a data folder beyond its schema: clashing names, missing codes, rules without refusals.

The schema itself (unknown keys, wrong types, files that are no YAML) is checked by compiling the folder.
"""

from __future__ import annotations

import re
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
    return [*_headers(folder), *_codes(compiled), *_clashes(compiled), *_rules(compiled), *_outlets(compiled)]


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


def _outlets(compiled: Compiled) -> list[str]:
    """Hosts and marks that are two outlets', shapes that give no day or have no example, agencies that nobody knows."""
    out: list[str] = []
    agencies = {name for data in compiled.pages.values() for name in data.get("agencies", {})}
    owner: dict[str, str] = {}
    for outlet in compiled.outlets:
        for sign in (*outlet.hosts, *outlet.marks):
            if (other := owner.setdefault(sign.lower(), outlet.name)) != outlet.name:
                out.append(f"outlet {outlet.name}: {sign} is {other}'s")
        out += [
            f"outlet {outlet.name}: {host!r} is no host (lower case, without www.)"
            for host in outlet.hosts
            if not _HOST.fullmatch(host)
        ]
        if outlet.agency and outlet.agency not in agencies:
            out.append(f"outlet {outlet.name}: agency {outlet.agency} is not among those of pages/")
        for pattern in outlet.dates:
            out += _date_shape(outlet.name, pattern, [address for address, _ in outlet.examples])
    return out


_HOST = re.compile(r"(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+")


def _date_shape(name: str, pattern: str, examples: list[str]) -> list[str]:
    try:
        shape = re.compile(pattern)
    except re.error as error:
        return [f"outlet {name}: {pattern!r} is no regular expression ({error})"]
    if set(shape.groupindex) not in ({"y", "m", "d"}, {"yy", "m", "d"}):
        return [f"outlet {name}: {pattern!r} needs the groups y or yy, m, d and no others"]
    return [] if any(shape.search(address) for address in examples) else [f"outlet {name}: {pattern!r} has no example"]
