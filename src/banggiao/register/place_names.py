"""Which names are of one city: "Moscow", "Moskva" and "Mátxcơva", "TP. HCM" and "Thành phố Hồ Chí Minh"."""

from __future__ import annotations

from functools import lru_cache

from banggiao.lexicon import fold
from banggiao.lexicon.store import load_compiled


@lru_cache(maxsize=16384)
def place_of(name: str) -> str:
    """What all names of a city that the lexicon has share; a name that it lacks, or that two cities bear, folded."""
    folded = fold(name)
    return _known().get(folded, folded)


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    """Folded name → the folded first name of the one city that bears it."""
    homes: dict[str, set[str]] = {}
    for place in load_compiled()[0].places:
        for name in (place.name, *place.forms):
            homes.setdefault(fold(name), set()).add(fold(place.name))
    return {name: min(found) for name, found in homes.items() if len(found) == 1}
