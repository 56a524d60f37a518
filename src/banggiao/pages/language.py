"""Which language a text is in, told by its letters: enough to refuse what no grammar reads."""

from __future__ import annotations

import re

_VIETNAMESE = re.compile(
    r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ\u0300\u0301\u0303\u0309\u0323]"
)
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|that|for|with|was|on)\b")
_LETTERS = re.compile(r"[^\W\d_]")
_SAMPLE = 1000


def language_of(text: str) -> str:
    """`vi`, `en`, or `und` for what is neither. Vietnamese carries diacritics on about a quarter of its letters; 5 in
    100 leave room for names and quotations. A text of fewer than 20 letters is taken for Vietnamese."""
    sample = text[:_SAMPLE].lower()
    letters = len(_LETTERS.findall(sample))
    if letters < 20 or len(_VIETNAMESE.findall(sample)) >= 0.05 * letters:
        return "vi"
    words = max(1, len(sample.split()))
    return "en" if len(_ENGLISH.findall(sample)) >= 0.08 * words else "und"
