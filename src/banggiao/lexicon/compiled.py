"""The compiled form of a data folder: what parsing and CLDR gave, ready to be kept and loaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from banggiao.lexicon.model import Body, Instrument, KnownPerson, Outlet, Party, Place


class Compiled(msgspec.Struct):
    """The compiled form: everything that the YAML files and CLDR say, ready to use."""

    parties: list[Party]
    places: list[Place]
    bodies: list[Body]
    instruments: list[Instrument]
    people: list[KnownPerson]
    forms: list[tuple[str, list[tuple[str, str, dict[str, Any], str]]]]
    grammar: dict[str, Any]
    pages: dict[str, Any]
    outlets: list[Outlet]
    names: dict[str, Any]


def data_files(folder: Path) -> list[Path]:
    """Every YAML file below the folder, in a fixed order."""
    return sorted(folder.rglob("*.yml"))
