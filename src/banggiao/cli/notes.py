"""What a command says beside its answer, on stderr: in the language that somebody asked for, as errors are."""

from __future__ import annotations

import sys
from contextvars import ContextVar

wished: ContextVar[str | None] = ContextVar("wished", default=None)
"""The language asked for by an option or in the environment; None: nobody did, and it is English, as in the help."""


def in_words(text: str) -> str:
    """An English sentence of the catalogue of errors in that language."""
    if not (lang := wished.get()):
        return text
    from banggiao import lexicon
    from banggiao.briefs.words import Words

    return Words(lang, lexicon.load().party_name).told(text)


def note(text: str) -> None:
    """Says a sentence."""
    print(in_words(text), file=sys.stderr)
