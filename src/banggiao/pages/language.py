"""Which language a text is in, told by its letters: enough to refuse what no grammar reads."""

from __future__ import annotations

import re
import unicodedata

_VIETNAMESE = re.compile("[ơư\u1ea0-\u1ef9]")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|that|for|with|was|on)\b")
_LETTERS = re.compile(r"[^\W\d_]+")
_SAMPLE = 500


def language_of(text: str) -> str:
    """`vi`, `en`, or `und` for what is neither.

    Only letters count that no other widely written language uses: those with a horn, hook, dot below or second mark. In
    the first 500 characters of 13,707 press articles the median is 16 in 100 letters and the least 6; 4 leave room for
    names and quotations. A text of fewer than 20 letters is taken for Vietnamese.
    """
    sample = unicodedata.normalize("NFC", text[:_SAMPLE]).lower()
    letters = sum(map(len, _LETTERS.findall(sample)))
    if letters < 20 or len(_VIETNAMESE.findall(sample)) >= 0.04 * letters:
        return "vi"
    words = max(1, len(sample.split()))
    return "en" if len(_ENGLISH.findall(sample)) >= 0.08 * words else "und"
