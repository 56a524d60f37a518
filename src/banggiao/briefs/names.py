"""Which party a person means by a name, and whether words speak of a party."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache

from banggiao.errors import UsageError
from banggiao.lexicon import Lexicon, fold
from banggiao.normal import normalise


def find_party(lexicon: Lexicon, name: str) -> str:
    """The code of the party called `name` (code, Vietnamese or English name, with or without diacritics).

    Raises UsageError with the closest names for one that nobody bears.
    """
    if code := lexicon.find_party(name):
        return code
    close = closest(lexicon, name)
    hint = (
        f"Did you mean {close}?"
        if close
        else "Give a name in Vietnamese or English, or a code such as ASEAN, CHN, VNM."
    )
    raise UsageError(f"No party is called {name!r}.", hint=hint)


def closest(lexicon: Lexicon, name: str) -> str:
    """The parties whose names look most like this one, in words; "" where none does."""
    close = get_close_matches(fold(name), lexicon.party_names, n=8, cutoff=0.6)
    codes = list(dict.fromkeys(lexicon.party_names[folded] for folded in close))[:4]
    return ", ".join(f"{lexicon.parties[code].name('en')} ({code})" for code in codes)


def find_pair(lexicon: Lexicon, a: str, b: str) -> tuple[str, str]:
    """The codes of two parties; UsageError if both names mean the same."""
    one, two = find_party(lexicon, a), find_party(lexicon, b)
    if one == two:
        raise UsageError(f"{a!r} and {b!r} are the same party ({one}).", hint="Name two different parties.")
    return one, two


class Mentions:
    """Whether words name a party, by any full or short name that the lexicon has for it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __call__(self, words: str, party: str) -> bool:
        normal = normalise(words)
        short, full = self._patterns(party)
        return bool(short and short.search(normal.text)) or bool(full and full.search(normal.low))

    @lru_cache(maxsize=256)  # noqa: B019 - one object a question, dropped with it
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


def _either(forms: set[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
