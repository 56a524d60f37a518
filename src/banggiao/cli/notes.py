"""What a command says beside its answer, on stderr: in the language that somebody asked for, as errors are."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextvars import ContextVar
from itertools import pairwise
from typing import TYPE_CHECKING

from banggiao.errors import BanggiaoError

if TYPE_CHECKING:
    from banggiao.briefs.words import Words

arguments: ContextVar[Sequence[str]] = ContextVar("arguments", default=())
"""Those of the command that runs."""


def wished() -> Words | None:
    """The words of the language of ours that somebody asked for, by the option or in the environment; None for nobody:
    then errors and notes are told as the help is, in English. Worked out when there is something to tell: settings take
    a while to load."""
    from banggiao.settings import load_settings

    given = arguments.get()
    wishes = [after for option, after in pairwise(given) if option == "--lang"]
    wishes += [arg.removeprefix("--lang=") for arg in given if arg.startswith("--lang=")]
    try:
        lang = wishes[-1] if wishes else load_settings().lang
    except BanggiaoError:
        return None
    if lang not in ("vi", "en"):
        return None
    from banggiao import lexicon
    from banggiao.briefs.words import Words

    return Words(lang, lexicon.load().party_name)


def note(text: str) -> None:
    """Says a sentence of the catalogue of errors, given in English."""
    words = wished()
    print(words.told(text) if words else text, file=sys.stderr)
