"""Which party a person means by a name."""

from __future__ import annotations

from difflib import get_close_matches

from banggiao.briefs.words import LANGUAGES, Words
from banggiao.errors import UsageError
from banggiao.lexicon import Lexicon, fold


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


def find_topic(lexicon: Lexicon, name: str) -> str:
    """The code of the topic called `name`: the code itself, its word in Vietnamese or English, or any word by which a
    statement is known to be about it ("Biển Đông"), with or without diacritics.

    Raises UsageError, with all topics, for what is none.
    """
    forms = [
        (form, str(entry.attrs["topic"]))
        for form, entries in lexicon.forms.items()
        for entry in entries
        if entry.cls == "topic"
    ]
    codes = sorted({code for _, code in forms})
    called = {fold(form): code for form, code in sorted(forms, reverse=True)}
    called |= {fold(Words(lang).label("topic", code)): code for code in codes for lang in LANGUAGES}
    called |= {fold(code): code for code in codes}
    if found := called.get(fold(name)):
        return found
    raise UsageError(f"No topic is called {name!r}.", hint=f"The topics: {', '.join(codes)}.")


def find_pair(lexicon: Lexicon, a: str, b: str) -> tuple[str, str]:
    """The codes of two parties; UsageError if both names mean the same."""
    one, two = find_party(lexicon, a), find_party(lexicon, b)
    if one == two:
        raise UsageError(f"{a!r} and {b!r} are the same party ({one}).", hint="Name two different parties.")
    return one, two
