"""Whether words speak of a party."""

from __future__ import annotations

import re
from functools import lru_cache

from banggiao.lexicon import Lexicon
from banggiao.normal import Normal, normalise


class Mentions:
    """Whether words name a party, by any full or short name that the lexicon has for it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __call__(self, words: str, party: str) -> bool:
        normal = _normal(words)
        short, full = self._patterns(party)
        return bool(short and short.search(normal.text)) or bool(full and full.search(normal.low))

    @lru_cache(maxsize=1024)  # noqa: B019 - one object a register, dropped with it
    def _patterns(self, party: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
        """One-word names as they are written, longer ones in any case. Short names count only in a dyad: *Trung* is
        China in "Trung - Nhật" and nothing in "vai trò Trung tâm"."""
        known = self._lexicon.parties.get(party)
        if known is None:
            return None, None
        names = [n for names in known.names.values() for n in names] + known.metonyms + known.demonyms
        one = {normalise(name).text for name in [*names, party] if name and " " not in name}
        short = {normalise(name).text for name in known.short} - one
        more = {normalise(name).low for name in names if " " in name}
        dyad = [rf"(?<=[-–/])\s?(?:{_either(short)})(?!\w)|(?<!\w)(?:{_either(short)})(?=\s?[-–/])"] if short else []
        found = [rf"(?<!\w)(?:{_either(one)})(?!\w)", *dyad]
        return re.compile("|".join(found)), re.compile(rf"(?<!\w)(?:{_either(more)})(?!\w)") if more else None


@lru_cache(maxsize=16)  # the same words are asked for one party after another
def _normal(words: str) -> Normal:
    return normalise(words)


def _either(forms: set[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
