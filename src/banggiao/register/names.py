"""When two names mean one instrument: by the lexicon, an acronym or their words."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from banggiao.lexicon import Lexicon, fold

_ACRONYM = re.compile(r"\(([A-Z][\w+&/-]*[A-Z+][\w+-]*)\)")
_BARE = re.compile(r"[A-Z][A-Z0-9+&/-]+")


def split_acronym(name: str) -> tuple[str, str | None]:
    """(name without a bracketed acronym, the acronym): "Bộ Quy tắc ứng xử (COC)" → ("Bộ Quy tắc ứng xử", "COC")."""
    if match := _ACRONYM.search(name):
        return " ".join((name[: match.start()] + name[match.end() :]).split()), match[1]
    if _BARE.fullmatch(name.strip()):
        return "", name.strip()
    return name, None


class Instruments:
    """Identities of instruments, by the names that the lexicon knows."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._by_name: dict[str, str] = {}
        self._by_acronym: dict[str, str] = {}
        self._heads: dict[str, set[str]] = {}
        for id in sorted(lexicon.instruments):
            known = lexicon.instruments[id]
            for acronym in known.acronyms:
                self._by_acronym.setdefault(acronym, id)
            for name in (n for names in known.names.values() for n in names):
                folded = fold(split_acronym(name)[0])
                if folded:
                    self._by_name.setdefault(folded, id)
                    self._heads.setdefault(id, set()).add(" ".join(folded.split()[:2]))
        self._cache: dict[str, tuple[str, bool]] = {}

    def identity(self, name: str) -> tuple[str, bool]:
        """(identity, whether it is a proper name). Names that are none ("Bản ghi nhớ về hợp tác kinh tế") are told
        apart by their parties besides.

        A document about another ("Nghị định thư nâng cấp Hiệp định … (ACFTA)") bears its acronym and is not it: what
        stands before the known name stays part of the identity.
        """
        if name not in self._cache:
            self._cache[name] = self._identity(name)
        return self._cache[name]

    def _identity(self, name: str) -> tuple[str, bool]:
        base, acronym = split_acronym(name)
        folded = fold(base)
        if folded in self._by_name:
            return self._by_name[folded], True
        known = self._by_acronym.get(acronym or "")
        if known and not folded:
            return known, True
        if known:
            starts = [i for head in self._heads.get(known, ()) if (i := f" {folded} ".rfind(f" {head} ")) >= 0]
            if starts:
                before = folded[: max(starts)].strip()
                return (f"{before} {known}".strip()), True
        if acronym:
            return f"{' '.join(folded.split()[:2])} {fold(acronym)}".strip(), True
        for word in base.split():
            inner = self._by_acronym.get(word.strip(",.;:()"))
            if inner and _BARE.fullmatch(word):
                return folded, True
        return folded, False


@lru_cache(maxsize=4)
def identity_of(lexicon: Lexicon) -> Callable[[str], tuple[str, bool]]:
    """An agreement's name → its identity (`Instruments.identity`); the index behind it takes a millisecond to build."""
    return Instruments(lexicon).identity
